//! Decades, centuries, quarters, seasons.

use super::super::{Found, Tokens, lexicon};
use super::year_number;
use crate::quantity::numeral::ordinal;
use rapporteur_core::{CalendarUnit, TimeForm, When};

/// The decade that one word names: "1990s", "1930’s" has lost its ending and is left to its
/// apostrophe, "1800s" is the century, "nineties" those of the twentieth.
pub(super) fn decade_word(word: &str) -> Option<When> {
    if let Some(first) = word.strip_suffix('s').and_then(year_number) {
        return match first {
            f if f % 100 == 0 && f < 2000 => When::years(f, f + 99),
            f if f % 10 == 0 => When::years(f, f + 9),
            _ => None,
        };
    }
    const NAMES: [(&str, i16); 7] = [
        ("thirties", 1930),
        ("forties", 1940),
        ("fifties", 1950),
        ("sixties", 1960),
        ("seventies", 1970),
        ("eighties", 1980),
        ("nineties", 1990),
    ];
    NAMES
        .iter()
        .find(|(name, _)| word.eq_ignore_ascii_case(name))
        .and_then(|(_, first)| When::years(*first, first + 9))
}

/// "the 1990s", "the '90s", "the sixties", "the 1800s".
pub(super) fn decade(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = i;
    let said = i > 0 && t.is(i - 1, "the") && t.mark(i - 1, &["", "'", "’", "‘"]);
    let word = t.word(at);
    if let Some(when) = decade_word(word) {
        // "her sixties" is an age; "the sixties" is not.
        let spelt = !word.starts_with(|c: char| c.is_ascii_digit());
        return (!spelt || said).then(|| Found::date(at + 1, TimeForm::Absolute(when))).flatten();
    }
    // "1930's": the ending is cut from the word.
    if t.possessive(at)
        && let Some(first) = year_number(word).filter(|y| y % 10 == 0)
        && said
    {
        return Found::date(at + 1, TimeForm::Absolute(When::years(first, first + 9)?));
    }
    // "'90s": of the nearest century, as the press writes.
    if word.len() == 3 && t.gap_before(at).ends_with(['\'', '’', '‘']) {
        let tens: i16 = word.strip_suffix('s')?.parse().ok()?;
        (tens % 10 == 0).then_some(())?;
        let first = if tens < 30 { 2000 + tens } else { 1900 + tens };
        return Found::date(at + 1, TimeForm::Absolute(When::years(first, first + 9)?));
    }
    None
}

/// "the 20th century", "17th-century", "the twenty-first century".
pub(super) fn century(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = i;
    let word = t.word(at);
    let (number, end) = match word.strip_suffix("-century") {
        Some(number) => (ordinal(number)?, at + 1),
        None => {
            ((t.space(at) || t.dash(at)) && t.is(at + 1, "century")).then_some(())?;
            (ordinal(word)?, at + 2)
        }
    };
    let first = i16::try_from(number.checked_sub(1)?.checked_mul(100)? + 1).ok()?;
    let when = When::years(first, first.checked_add(99)?)?;
    Found::date(end, TimeForm::Absolute(when))
}

/// "Q3", "Q3 2015", "the third quarter", "the third quarter of 2015".
pub(super) fn quarter(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let word = t.word(i);
    let (number, at) = match word.strip_prefix('Q') {
        Some(number) if number.len() == 1 => (number.parse::<i8>().ok()?, i),
        _ => {
            let the = i + usize::from(t.is(i, "the") && t.space(i));
            (the > i && t.space(the) && t.is(the + 1, "quarter")).then_some(())?;
            (i8::try_from(ordinal(t.word(the))?).ok()?, the + 1)
        }
    };
    (1..=4).contains(&number).then_some(())?;
    let of = usize::from(t.is(at + 1, "of") && t.space(at) && t.space(at + 1));
    let after = at + 1 + of;
    if t.space(at) {
        if let Some(year) = year_number(t.word(after)) {
            return Found::date(after + 1, TimeForm::Absolute(When::quarter(year, number)?));
        }
        if let Some(shift) = lexicon::shift(t.word(after))
            && t.is(after + 1, "year")
        {
            // No form holds a quarter of a year that is not said; its year is what is sure.
            let (count, unit) = (i32::from(shift), CalendarUnit::Year);
            return Found::date(after + 2, TimeForm::Offset { count, unit });
        }
    }
    // "the third quarter" of a match, and of which year: not resolved.
    Found::date(at + 1, TimeForm::Vague)
}

/// "spring 2015", "summer of 2012", "last summer", "this spring", "in the autumn".
pub(super) fn season(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let the = t.is(i, "the") && t.space(i);
    let shift = lexicon::shift(t.word(i)).filter(|_| t.space(i));
    let at = i + usize::from(the || shift.is_some());
    let season = lexicon::season(t.word(at))?;
    if shift.is_none() && t.space(at) {
        let of = usize::from(t.is(at + 1, "of") && t.space(at + 1));
        if let Some(year) = year_number(t.word(at + 1 + of)) {
            let when = When::season(year, season)?;
            return Found::date(at + 2 + of, TimeForm::Absolute(when));
        }
        if let Some(shift) = lexicon::shift(t.word(at + 1 + of))
            && t.is(at + 2 + of, "year")
        {
            return Found::date(at + 3 + of, TimeForm::Season { season, shift: Some(shift) });
        }
    }
    // "the fall of", "Winter said", "spring a trap": only after "the" with "in" before, or "in".
    let said = match (shift, the) {
        (Some(_), _) => true,
        (None, true) => {
            t.preceded(i, &["in", "during", "by", "since", "until", "of", "over", "for"])
                && !(t.is(at, "fall") && t.is(at + 1, "of"))
        }
        (None, false) => t.preceded(i, &["in", "since", "until", "by"]) && !t.capital(at),
    };
    said.then(|| Found::date(at + 1, TimeForm::Season { season, shift })).flatten()
}
