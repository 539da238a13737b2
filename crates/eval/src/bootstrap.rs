//! How far a figure would move with other documents: the percentile bootstrap over documents (Efron and
//! Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).
//!
//! The scorer is run once for each document; only its counts are added up here.

/// Counts of one document from which an F1 is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Found and right.
    pub hit: u64,
    /// Found.
    pub predicted: u64,
    /// In the gold.
    pub gold: u64,
}

impl Counts {
    /// F1 of the sums, 0 where nothing is right.
    pub(crate) fn f1(self) -> f64 {
        let all = self.predicted + self.gold;
        if all == 0 { 0.0 } else { 2.0 * self.hit as f64 / all as f64 }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            hit: self.hit + other.hit,
            predicted: self.predicted + other.predicted,
            gold: self.gold + other.gold,
        }
    }
}

/// How many times the documents are drawn anew.
const RESAMPLES: usize = 1000;
/// Where the generator starts: the same intervals on every run.
const SEED: u64 = 20_220_112;

/// SplitMix64 (Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014).
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`: the high half of the product, whose bias is under n/2^64.
    fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }
}

/// The interval that holds the middle 95 % of the F1 of [`RESAMPLES`] draws of as many documents, with
/// replacement; none without documents.
pub(crate) fn interval(documents: &[Counts]) -> Option<[f64; 2]> {
    if documents.is_empty() {
        return None;
    }
    let mut random = SplitMix64(SEED);
    let mut drawn: Vec<f64> = (0..RESAMPLES)
        .map(|_| {
            documents
                .iter()
                .filter_map(|_| documents.get(random.below(documents.len())))
                .fold(Counts::default(), |sum, counts| sum.plus(*counts))
                .f1()
        })
        .collect();
    drawn.sort_by(f64::total_cmp);
    let cut = RESAMPLES / 40;
    Some([*drawn.get(cut)?, *drawn.get(RESAMPLES - 1 - cut)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_the_published_one() {
        // The first numbers of the reference implementation from 1234567.
        let mut random = SplitMix64(1_234_567);
        assert_eq!(
            [random.next(), random.next(), random.next()],
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
        assert!((0..1000).all(|_| random.below(7) < 7));
    }

    #[test]
    fn documents_alike_leave_no_room_and_unlike_ones_do() {
        let one = Counts { hit: 1, predicted: 2, gold: 2 };
        assert_eq!(interval(&[one; 5]), Some([0.5, 0.5]));
        let other = Counts { hit: 2, predicted: 2, gold: 2 };
        let [low, high] = interval(&[one, other, one, other]).unwrap();
        assert!((0.5..0.75).contains(&low) && high > 0.75 && high <= 1.0, "{low} {high}");
        assert_eq!(interval(&[]), None);
    }
}
