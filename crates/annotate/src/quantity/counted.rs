//! The noun that a number counts.

use super::numeral::numeral;
use crate::time::{Tokens, names_calendar};
use rapporteur_core::{Span, words};

/// No noun stands further from its number, in words.
const REACH: usize = 5;

/// Plurals that do not end in -s, and nouns that are counted as a mass.
const PLURALS: &[&str] = &[
    "children",
    "equipment",
    "feet",
    "fishermen",
    "men",
    "military",
    "people",
    "personnel",
    "police",
    "policemen",
    "servicemen",
    "troops",
    "women",
];

/// Words that end in -s and are no plural.
const NO_PLURALS: &[&str] = &["previous", "serious", "various", "less", "across", "this", "his"];

/// The noun phrase that begins at word `at`, up to its first plural, and the index after it. "of
/// the" before it is passed over: "dozens of [captives]", "two of the [ships]". Where no plural
/// comes, the words up to the next function word or mark, at most two: "one [soldier]".
pub(super) fn noun(t: &Tokens<'_>, at: usize) -> Option<(Span, usize)> {
    let mut from = at;
    (at > 0 && t.space(at - 1)).then_some(())?;
    if t.is(from, "of") && t.space(from) {
        from += 1;
        if t.any(from, &["the", "its", "their", "his", "her", "those", "these", "our"])
            && t.space(from)
        {
            from += 1;
        }
    }
    let mut end = from;
    while end < t.len() && end < from + REACH {
        let folded = words::fold(t.word(end));
        if words::is_function_word(&folded) || !folded.starts_with(char::is_alphabetic) {
            break;
        }
        // "the third rally Thursday", "the first eight hours"
        if names_calendar(t.word(end)) || numeral(t, end).is_some() {
            break;
        }
        // A verb ends the phrase: "two soldiers died", "seven injured" keeps its participle.
        if end > from && (folded.ends_with("ed") || folded.ends_with("ly")) {
            break;
        }
        end += 1;
        let plural =
            (folded.ends_with('s') && !folded.ends_with("ss") && !NO_PLURALS.contains(&&*folded))
                || PLURALS.contains(&&*folded);
        if plural {
            return Some((t.hull(from, end), end));
        }
        if !t.space(end - 1) {
            break;
        }
    }
    let end = end.min(from + 2);
    (end > from).then(|| (t.hull(from, end), end))
}
