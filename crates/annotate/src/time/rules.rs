//! The table of rules. A rule reads an expression that begins at a word, or nothing; it looks only
//! at the words around. Of several that read one, the longest wins, and among equals the first.

mod clock;
mod dates;
mod duration;
mod holiday;
mod periods;
mod relative;
mod weekday;

pub(super) use holiday::terror_attacks_of_2001;

use super::{Found, Tokens};
use rapporteur_core::{Span, TimeForm};

type Rule = fn(&Tokens<'_>, usize) -> Option<Found>;

/// All rules.
pub(super) const RULES: &[Rule] = &[
    dates::iso,
    dates::slashes,
    dates::day_of_month,
    dates::month_of_year,
    dates::year,
    dates::part_of,
    periods::decade,
    periods::century,
    periods::quarter,
    periods::season,
    weekday::day,
    weekday::weekend,
    weekday::every,
    relative::adverb,
    relative::part_of_day,
    relative::shifted,
    relative::ago,
    relative::from_context,
    relative::stretch,
    relative::vague,
    holiday::holiday,
    clock::clock,
    duration::duration,
    duration::hyphened,
    duration::repeated,
];

/// Words after which a bare number of four digits, or a bare month, is a time.
const BEFORE_TIME: &[&str] = &[
    "in",
    "since",
    "of",
    "from",
    "until",
    "till",
    "by",
    "between",
    "to",
    "through",
    "before",
    "after",
    "during",
    "this",
    "last",
    "next",
    "early",
    "late",
    "mid",
    "around",
    "about",
    "circa",
    "the",
    "starting",
    "ending",
    "throughout",
    "for",
    "back",
    "past",
    "as",
    "or",
    "and",
    "earlier",
    "later",
    "a",
    "an",
];

/// The span of an expression with the marks that belong to it and are no words: the apostrophe
/// of "'90s", the full stop of "a.m." and of a short month that ends it.
pub(super) fn with_marks(text: &str, span: Span, found: &Found) -> Span {
    let before = text.get(..span.start()).unwrap_or_default();
    let start = match before.chars().next_back() {
        Some(mark @ ('\'' | '’' | '‘')) if text[span].starts_with(|c: char| c.is_ascii_digit()) => {
            span.start() - mark.len_utf8()
        }
        _ => span.start(),
    };
    let dotted = matches!(found.form, TimeForm::Clock { .. }) && text[span].ends_with(".m");
    let dot = dotted && text.get(span.end()..).is_some_and(|rest| rest.starts_with('.'));
    Span::new(start, span.end() + usize::from(dot))
}

/// A year of four digits from 1000 to 2199.
fn year_number(word: &str) -> Option<i16> {
    (word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()))
        .then(|| word.parse().ok())
        .flatten()
        .filter(|y| (1000..2200).contains(y))
}

/// The day of a month: "12", "12th".
pub(super) fn day_number(word: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th", "ST", "ND", "RD", "TH"]
        .iter()
        .find_map(|e| word.strip_suffix(e))
        .unwrap_or(word);
    (1..=2)
        .contains(&digits.len())
        .then(|| digits.parse().ok())
        .flatten()
        .filter(|d| (1..=31).contains(d) && digits.bytes().all(|b| b.is_ascii_digit()))
}
