//! Places where two articles agree in a few words in a row.

use super::reading::Reading;
use std::collections::BTreeMap;

/// So many words in a row make a fingerprint.
const WORDS: usize = 5;

/// Of so many fingerprints in a row the least is kept: every agreement of `WORDS + WINDOW - 1`
/// words has one that both articles keep.
const WINDOW: usize = 4;

/// A fingerprint that stands in more articles than this is compared only with the first article
/// and the one before: a thousand copies give two thousand pairs, not half a million.
const CROWD: usize = 24;

/// Of one article so many places with the same fingerprint are looked at.
const REPEATS: usize = 4;

/// Where a word of the one stands in the other.
pub(super) type Seed = (usize, usize);

/// For each pair of the readings `among` that agree somewhere: their indices and the places,
/// ascending.
pub(super) fn agreements(readings: &[Reading], among: &[usize]) -> Vec<(usize, usize, Vec<Seed>)> {
    let mut prints: Vec<(u64, usize, usize)> = among
        .iter()
        .filter_map(|&index| Some((index, readings.get(index)?)))
        .flat_map(|(index, reading)| {
            winnow(reading.words()).into_iter().map(move |(hash, at)| (hash, index, at))
        })
        .collect();
    prints.sort_unstable();
    let mut pairs: BTreeMap<(usize, usize), Vec<Seed>> = BTreeMap::new();
    for same in prints.chunk_by(|x, y| x.0 == y.0) {
        let by_article: Vec<&[(u64, usize, usize)]> = same
            .chunk_by(|x, y| x.1 == y.1)
            .map(|places| &places[..places.len().min(REPEATS)])
            .collect();
        let crowded = by_article.len() > CROWD;
        for (later, places) in by_article.iter().enumerate() {
            let (first, before) = by_article.split_at(later.min(1));
            let before = before.get(..later.saturating_sub(1)).unwrap_or_default();
            let before = if crowded { &before[before.len().saturating_sub(1)..] } else { before };
            for (_, a, at_a) in first.iter().chain(before).copied().flatten() {
                for (_, b, at_b) in *places {
                    pairs.entry((*a, *b)).or_default().push((*at_a, *at_b));
                }
            }
        }
    }
    pairs
        .into_iter()
        .map(|((a, b), mut seeds)| {
            seeds.sort_unstable();
            (a, b, seeds)
        })
        .collect()
}

/// The fingerprints that winnowing keeps, each with its first word.
fn winnow(words: &[u32]) -> Vec<(u64, usize)> {
    let hashes: Vec<u64> = words.windows(WORDS).map(hash).collect();
    let mut out: Vec<(u64, usize)> = Vec::new();
    let windows = hashes.len().saturating_sub(WINDOW - 1).max(1);
    for from in 0..windows {
        let least = hashes
            .iter()
            .enumerate()
            .skip(from)
            .take(WINDOW)
            .min_by_key(|(at, hash)| (**hash, usize::MAX - at));
        if let Some((at, hash)) = least
            && out.last().is_none_or(|(_, last)| *last != at)
        {
            out.push((*hash, at));
        }
    }
    out
}

/// FNV-1a over the words, mixed once more so that the least of a window is any of them alike.
fn hash(words: &[u32]) -> u64 {
    let fnv =
        words.iter().flat_map(|w| w.to_le_bytes()).fold(0xcbf2_9ce4_8422_2325u64, |h, byte| {
            (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    (fnv ^ (fnv >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
