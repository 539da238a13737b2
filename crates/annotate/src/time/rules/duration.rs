//! Lengths of time and repetitions.

use super::super::{Found, Tokens, lexicon};
use crate::quantity::{modifier, numeral::numeral};
use rapporteur_core::{TimeForm, TimeKind};

fn value(end: usize, kind: TimeKind, value: String) -> Option<Found> {
    Some(Found { end, kind, form: TimeForm::Value(value) })
}

/// "four hours", "nearly four hours", "more than two years", "a month" after "for", "half an hour".
/// An age ("35 years old") is none.
pub(super) fn duration(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = modifier::before(t, i).map_or(i, |(_, at)| at);
    if let Some(end) =
        t.phrase(at, &["half", "an", "hour"]).or_else(|| t.phrase(at, &["half", "hour"]))
    {
        return value(end, TimeKind::Duration, "PT30M".to_owned());
    }
    let (count, unit_at) = match numeral(t, at) {
        Some(number) if number.low == number.high => (plain(number.low), number.end),
        Some(number) => ("X".to_owned(), number.end),
        None if t.any(at, &["a", "an"]) => {
            // "a month" counts after a word that measures; "a day" alone may be a rate.
            let measured = at > i
                || t.preceded(
                    i,
                    &["for", "in", "within", "over", "after", "about", "than", "took"],
                );
            (measured && t.space(at)).then_some(())?;
            ("1".to_owned(), at + 1)
        }
        None => return None,
    };
    t.space(unit_at - 1).then_some(())?;
    let half = usize::from(t.phrase(unit_at, &["and", "a", "half"]).is_some()) * 3;
    let (count, unit_at) = match half {
        0 => (count, unit_at),
        _ => (format!("{count}.5"), unit_at + half),
    };
    let (unit, plural) = lexicon::unit(t.word(unit_at))?;
    // "the 2018 day five" counts nothing.
    (plural || count == "1").then_some(())?;
    // "35 years old", "two years ago", "three days later": other rules.
    if t.space(unit_at) && t.any(unit_at + 1, &["old", "ago", "earlier", "later"]) {
        return None;
    }
    value(unit_at + 1, TimeKind::Duration, unit.duration(&count))
}

/// A count as TIMEX3 writes it: "4", "1.5".
fn plain(value: f64) -> String {
    format!("{value}")
}

/// "three-day", "24-hour", "11-year", "two-week"; "15-year-old" is an age.
pub(super) fn hyphened(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (count, unit) = t.word(i).rsplit_once('-')?;
    let (unit, false) = lexicon::unit(unit)? else {
        return None;
    };
    let alone = Tokens::of(count, rapporteur_core::Span::new(0, count.len()));
    let number = numeral(&alone, 0).filter(|n| n.low == n.high && n.end == alone.len())?;
    value(i + 1, TimeKind::Duration, unit.duration(&plain(number.low)))
}

/// "every year", "each week", "every two years", "annually", "daily".
pub(super) fn repeated(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let adverb = match t.word(i).to_ascii_lowercase().as_str() {
        "annually" | "yearly" => Some("P1Y"),
        "monthly" => Some("P1M"),
        "weekly" => Some("P1W"),
        "daily" => Some("P1D"),
        "hourly" => Some("PT1H"),
        _ => None,
    };
    if let Some(period) = adverb {
        // A capital makes it a paper: "the Daily Mirror".
        let name = t.capital(i) && (i > 0 || (t.space(i) && t.capital(i + 1)));
        return (!name).then(|| value(i + 1, TimeKind::Set, period.to_owned())).flatten();
    }
    (t.any(i, &["every", "each"]) && t.space(i)).then_some(())?;
    let (count, at) = match numeral(t, i + 1) {
        Some(number) => (plain(number.low), number.end),
        None if t.is(i + 1, "other") => ("2".to_owned(), i + 2),
        None => ("1".to_owned(), i + 1),
    };
    t.space(at - 1).then_some(())?;
    let (unit, _) = lexicon::unit(t.word(at))?;
    value(at + 1, TimeKind::Set, unit.duration(&count))
}
