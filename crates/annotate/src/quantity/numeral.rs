//! Numbers in digits and words.

use crate::time::Tokens;

/// A number in the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Numeral {
    /// Index after its last word.
    pub(crate) end: usize,
    /// Least value.
    pub(crate) low: f64,
    /// Greatest value; the same but for "dozens", "hundreds of thousands".
    pub(crate) high: f64,
}

impl Numeral {
    /// Its value where it is a whole number that fits.
    pub(crate) fn whole(self) -> Option<i32> {
        (self.low == self.high && self.low.fract() == 0.0 && self.low.abs() < 1e9)
            .then_some(self.low as i32)
    }
}

/// The number that begins at word `i`: "100,000", "2bn", "1.5 million", "twenty-one", "two hundred
/// and six", "half a million", "a dozen", "dozens", "hundreds of thousands".
pub(crate) fn numeral(t: &Tokens<'_>, i: usize) -> Option<Numeral> {
    vague(t, i).or_else(|| half(t, i)).or_else(|| digits(t, i)).or_else(|| spelt(t, i))
}

/// The value of a word of digits, with thousands separated by commas and a short scale behind it:
/// "100,000", "12.8", "2bn".
pub(crate) fn digits_value(word: &str) -> Option<f64> {
    let end =
        word.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).unwrap_or(word.len());
    let (number, scale) = word.split_at(end);
    let factor = match scale {
        "" => 1.0,
        _ => short_scale(scale)?,
    };
    if !number.starts_with(|c: char| c.is_ascii_digit()) || number.len() > 24 {
        return None;
    }
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.contains(',');
    if grouped && (first.len() > 3 || groups.any(|g| g.len() != 3 && g.len() != 2)) {
        return None;
    }
    if fraction.contains(['.', ',']) {
        return None;
    }
    let plain: String = number.chars().filter(|c| *c != ',').collect();
    let value = plain.parse::<f64>().ok()? * factor;
    value.is_finite().then_some(value)
}

fn short_scale(word: &str) -> Option<f64> {
    Some(match word.to_ascii_lowercase().as_str() {
        "k" => 1e3,
        "m" | "mn" | "mln" => 1e6,
        "bn" | "b" | "bln" => 1e9,
        "tn" | "trn" => 1e12,
        _ => return None,
    })
}

fn scale(word: &str) -> Option<f64> {
    Some(match word.to_ascii_lowercase().as_str() {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "lakh" => 1e5,
        "million" | "mn" | "mln" => 1e6,
        "crore" => 1e7,
        "billion" | "bn" | "bln" => 1e9,
        "trillion" | "tn" => 1e12,
        "dozen" => 12.0,
        _ => return None,
    })
}

/// Digits, and a scale after them.
fn digits(t: &Tokens<'_>, i: usize) -> Option<Numeral> {
    let value = digits_value(t.word(i))?;
    let (end, factor) = scales(t, i + 1);
    let value = value * factor;
    Some(Numeral { end, low: value, high: value })
}

/// The scales that follow word `from - 1`: "million", "hundred thousand".
fn scales(t: &Tokens<'_>, from: usize) -> (usize, f64) {
    let mut end = from;
    let mut factor = 1.0;
    while end < from + 2 && (t.space(end - 1) || t.dash(end - 1)) {
        let Some(next) = scale(t.word(end)) else {
            break;
        };
        factor *= next;
        end += 1;
    }
    (end, factor)
}

/// "half a million", "half a dozen", "two and a half million" is left to its parts.
fn half(t: &Tokens<'_>, i: usize) -> Option<Numeral> {
    let at = t.phrase(i, &["half", "a"]).or_else(|| t.phrase(i, &["a", "half"]))?;
    let value = 0.5 * scale(t.word(at)).filter(|_| t.space(at - 1))?;
    Some(Numeral { end: at + 1, low: value, high: value })
}

/// "dozens", "scores", "hundreds", "tens of thousands": from two of them to just below the next
/// word for more.
fn vague(t: &Tokens<'_>, i: usize) -> Option<Numeral> {
    const PLURALS: [(&str, f64, f64); 8] = [
        ("tens", 10.0, 10.0),
        ("dozens", 12.0, 10.0),
        ("scores", 20.0, 10.0),
        ("hundreds", 1e2, 10.0),
        ("thousands", 1e3, 10.0),
        ("millions", 1e6, 100.0),
        ("billions", 1e9, 100.0),
        ("trillions", 1e12, 100.0),
    ];
    let plural = |i: usize| PLURALS.iter().find(|(word, _, _)| t.is(i, word));
    let (word, size, reach) = plural(i)?;
    let of = if t.is(i + 1, "of") && t.space(i) && t.space(i + 1) { plural(i + 2) } else { None };
    match of {
        Some((_, next, _)) => Some(Numeral {
            end: i + 3,
            low: size * next * if *size == 10.0 { 2.0 } else { 1.0 },
            high: size * next * reach,
        }),
        None if *word == "tens" => None,
        None => Some(Numeral { end: i + 1, low: size * 2.0, high: size * reach }),
    }
}

/// The value of a number word below a hundred: "twelve", "thirty", "twenty-one".
fn small(word: &str) -> Option<f64> {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if word.len() < 3 || word.len() > 13 {
        return None;
    }
    let find = |list: &[&str], word: &str| list.iter().position(|w| w.eq_ignore_ascii_case(word));
    if let Some(one) = find(&ONES, word) {
        return Some(one as f64);
    }
    if let Some(ten) = find(&TENS, word) {
        return Some(10.0 * (ten + 2) as f64);
    }
    let (ten, one) = word.split_once('-')?;
    let (ten, one) = (find(&TENS, ten)?, find(&ONES, one)?);
    (1..10).contains(&one).then(|| 10.0 * (ten + 2) as f64 + one as f64)
}

/// "twenty-one", "two hundred and six", "a dozen", "one and a half million".
fn spelt(t: &Tokens<'_>, i: usize) -> Option<Numeral> {
    let mut total = 0.0;
    let mut current = match small(t.word(i)) {
        Some(value) => value,
        // "a million", "a dozen", "a hundred"; "a" alone is no number.
        None if t.any(i, &["a", "an"]) && t.space(i) && scale(t.word(i + 1)).is_some() => 1.0,
        None => return None,
    };
    let mut end = i + 1;
    // A number in words is short; the bound keeps a page of number words from being one.
    while end < i + 12 && (t.space(end - 1) || t.dash(end - 1)) {
        let and = usize::from(t.is(end, "and") && t.space(end));
        if let Some(factor) = scale(t.word(end)) {
            current *= factor;
            if factor >= 1e3 {
                total += current;
                current = 0.0;
            }
            end += 1;
        } else if let Some(next) = small(t.word(end + and))
            && ((current >= 100.0 && current % 100.0 == 0.0)
                || (current == 0.0 && total > 0.0 && next > 0.0)
                || (and == 0
                    && (20.0..100.0).contains(&current)
                    && current % 10.0 == 0.0
                    && (1.0..10.0).contains(&next)))
        {
            current += next;
            end += and + 1;
        } else {
            break;
        }
    }
    let value = total + current;
    Some(Numeral { end, low: value, high: value })
}

/// An ordinal: "third", "21st", "twentieth".
pub(crate) fn ordinal(word: &str) -> Option<i32> {
    const WORDS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    if let Some(at) = WORDS.iter().position(|w| w.eq_ignore_ascii_case(word)) {
        return i32::try_from(at + 1).ok();
    }
    if let Some((ten, one)) = word.split_once('-')
        && let (Some(ten), Some(one)) = (small(ten), ordinal_below_ten(one))
        && ten >= 20.0
    {
        return Some(ten as i32 + one);
    }
    let number = ["st", "nd", "rd", "th"].iter().find_map(|ending| {
        let cut = word.len().checked_sub(2)?;
        word.get(cut..).filter(|e| e.eq_ignore_ascii_case(ending)).and_then(|_| word.get(..cut))
    })?;
    (number.len() <= 4 && number.bytes().all(|b| b.is_ascii_digit()))
        .then(|| number.parse().ok())
        .flatten()
}

fn ordinal_below_ten(word: &str) -> Option<i32> {
    (!word.contains('-')).then(|| ordinal(word)).flatten().filter(|n| *n < 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapporteur_core::Span;

    #[test]
    fn numbers_in_digits_and_words() {
        for (text, low, high, words) in [
            ("100,000 soldiers", 100_000.0, 100_000.0, 1),
            ("12.8 percent", 12.8, 12.8, 1),
            ("2bn euros", 2e9, 2e9, 1),
            ("1.5 million doses", 1.5e6, 1.5e6, 2),
            ("twenty-one ships", 21.0, 21.0, 1),
            ("two hundred and six people", 206.0, 206.0, 4),
            ("three thousand four hundred votes", 3400.0, 3400.0, 4),
            ("half a million barrels", 5e5, 5e5, 3),
            ("a dozen captives", 12.0, 12.0, 2),
            ("two dozen captives", 24.0, 24.0, 2),
            ("dozens of captives", 24.0, 120.0, 1),
            ("hundreds of thousands of people", 1e5, 1e6, 3),
            ("tens of thousands", 2e4, 1e5, 3),
            ("one by one", 1.0, 1.0, 1),
            ("five, six", 5.0, 5.0, 1),
        ] {
            let t = Tokens::of(text, Span::new(0, text.len()));
            let n = numeral(&t, 0).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((n.low, n.high, n.end), (low, high, words), "{text}");
        }
    }

    #[test]
    fn what_is_no_number() {
        for text in ["a man", "tens", "1,00,0,0", "1.2.3", "4th", "million", "1e999"] {
            let t = Tokens::of(text, Span::new(0, text.len()));
            assert_eq!(numeral(&t, 0), None, "{text}");
        }
    }

    #[test]
    fn ordinals() {
        for (word, value) in [
            ("third", Some(3)),
            ("21st", Some(21)),
            ("twenty-first", Some(21)),
            ("99999999999th", None),
            ("é", None),
            ("twenty-twenty-first", None),
        ] {
            assert_eq!(ordinal(word), value, "{word}");
        }
    }
}
