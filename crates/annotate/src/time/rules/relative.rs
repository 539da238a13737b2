//! Times that hang on the day of the account, or on the time spoken of before.

use super::super::{Found, Tokens, lexicon};
use crate::quantity::numeral::numeral;
use lexicon::TimeUnit;
use rapporteur_core::{CalendarUnit, TimeForm};

fn days(end: usize, count: i32) -> Option<Found> {
    let unit = CalendarUnit::Day;
    Found::date(end, TimeForm::Offset { count, unit })
}

/// "today", "yesterday", "tomorrow", "tonight", "the day before yesterday", "the day after
/// tomorrow", each with the part of the day after it ("yesterday morning").
pub(super) fn adverb(t: &Tokens<'_>, i: usize) -> Option<Found> {
    for (words, count) in
        [(["the", "day", "before", "yesterday"], -2), (["the", "day", "after", "tomorrow"], 2)]
    {
        if let Some(end) = t.phrase(i, &words) {
            return days(end, count);
        }
    }
    let count = match t.word(i).to_ascii_lowercase().as_str() {
        "today" | "tonight" => 0,
        "yesterday" => -1,
        "tomorrow" => 1,
        _ => return None,
    };
    let part = t.space(i) && lexicon::part_of_day(t.word(i + 1));
    days(i + 1 + usize::from(part), count)
}

/// "this morning", "this evening", "last night".
pub(super) fn part_of_day(t: &Tokens<'_>, i: usize) -> Option<Found> {
    (t.space(i) && lexicon::part_of_day(t.word(i + 1))).then_some(())?;
    if t.is(i, "this") {
        return days(i + 2, 0);
    }
    (t.is(i, "last") && t.is(i + 1, "night")).then(|| days(i + 2, -1)).flatten()
}

/// "this week", "last month", "next year"; "this past week" is the week before.
pub(super) fn shifted(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if let Some(end) = t.phrase(i, &["this", "past", "week"]) {
        let (count, unit) = (-1, CalendarUnit::Week);
        return Found::date(end, TimeForm::Offset { count, unit });
    }
    let shift = match t.word(i).to_ascii_lowercase().as_str() {
        "last" => -1,
        "this" | "current" => 0,
        "next" => 1,
        _ => return None,
    };
    // "the last week of the campaign" is not the week before the account: see `stretch`.
    if t.preceded(i, &["the", "its", "their", "his", "her", "our", "my"]) && !t.is(i, "current") {
        return None;
    }
    t.space(i).then_some(())?;
    // "this years": the apostrophe is often lost.
    let lost = t.word(i + 1).eq_ignore_ascii_case("years") && t.is(i, "this");
    let (unit, plural) = lexicon::calendar_unit(t.word(i + 1))?;
    // "this day" is any day, "this century" too long to be a date.
    (!plural || lost).then_some(())?;
    if unit == CalendarUnit::Day {
        return None;
    }
    Found::date(i + 2, TimeForm::Offset { count: shift, unit })
}

/// A count of units at word `i`, "two years", "a month", "18 years": the count, the unit and the
/// index after it. The count is `None` for "several", "a few", or nothing ("years ago").
fn counted(t: &Tokens<'_>, i: usize) -> Option<(Option<i32>, TimeUnit, usize)> {
    let vague = [
        &["a", "couple", "of"][..],
        &["a", "few"],
        &["several"],
        &["many"],
        &["some"],
        &["a", "number", "of"],
    ]
    .iter()
    .find_map(|words| t.phrase(i, words));
    let (count, at) = if let Some(at) = vague {
        (None, at)
    } else if let Some(number) = numeral(t, i) {
        (Some(number.whole()?), number.end)
    } else if t.any(i, &["a", "an"]) {
        (Some(1), i + 1)
    } else {
        let (unit, plural) = lexicon::unit(t.word(i))?;
        return plural.then_some((None, unit, i + 1));
    };
    (t.space(at - 1) || t.dash(at - 1)).then_some(())?;
    let (unit, _) = lexicon::unit(t.word(at))?;
    Some((count, unit, at + 1))
}

/// The unit of the calendar in which so many units are counted: hours of the clock make days.
fn in_calendar(count: i32, unit: TimeUnit) -> (i32, CalendarUnit) {
    match unit {
        TimeUnit::Calendar(unit) => (count, unit),
        TimeUnit::Fortnight => (count.saturating_mul(2), CalendarUnit::Week),
        TimeUnit::Hour => (count / 24, CalendarUnit::Day),
        TimeUnit::Minute | TimeUnit::Second => (0, CalendarUnit::Day),
    }
}

/// "two years ago", "18 years ago", "a decade ago", "an hour ago"; "several years ago" is vague.
pub(super) fn ago(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (count, unit, at) = counted(t, i)?;
    (t.space(at - 1) && t.any(at, &["ago", "back"])).then_some(())?;
    // "four months back to back": "back" ends the phrase.
    if t.is(at, "back") && t.space(at) && t.any(at + 1, &["to", "in", "into", "from", "at"]) {
        return None;
    }
    let form = match count {
        Some(count) => {
            let (count, unit) = in_calendar(count.checked_neg()?, unit);
            TimeForm::Offset { count, unit }
        }
        None => TimeForm::Vague,
    };
    Found::date(at + 1, form)
}

/// "two years later", "three days earlier", "the following month", "the previous year", "the same
/// day", "that year", "the year before", "the next day".
pub(super) fn from_context(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let form = |count: i32, unit: CalendarUnit| TimeForm::FromContext { count, unit };
    if let Some((count, unit, at)) = counted(t, i)
        && t.space(at - 1)
        && t.any(at, &["later", "earlier"])
    {
        let sign = if t.is(at, "later") { 1 } else { -1 };
        let Some(count) = count else {
            return Found::date(at + 1, TimeForm::Vague);
        };
        let (count, unit) = in_calendar(count.checked_mul(sign)?, unit);
        return Found::date(at + 1, form(count, unit));
    }
    let the = t.is(i, "the") && t.space(i);
    let that = t.is(i, "that") && t.space(i);
    if !the && !that {
        return None;
    }
    let (count, at) = match t.word(i + 1).to_ascii_lowercase().as_str() {
        "following" | "next" if the => (1, i + 2),
        "previous" | "preceding" if the => (-1, i + 2),
        "same" => (0, i + 2),
        // Of the bare "that" only the longer units are times: "that day" is, "that week" is.
        _ if that => (0, i + 1),
        _ => {
            let (unit, false) = lexicon::calendar_unit(t.word(i + 1))? else {
                return None;
            };
            t.space(i + 1).then_some(())?;
            let count = match t.word(i + 2).to_ascii_lowercase().as_str() {
                "before" => -1,
                "after" => 1,
                _ => return None,
            };
            // "the day before the vote" hangs on the vote.
            if t.space(i + 2) {
                return None;
            }
            return Found::date(i + 3, form(count, unit));
        }
    };
    t.space(at - 1).then_some(())?;
    if let Some(weekday) = lexicon::weekday(t.word(at))
        && !lexicon::is_short_weekday(t.word(at))
        && count != 0
    {
        let shift = Some(if count > 0 { 1 } else { -1 });
        return Found::date(at + 1, TimeForm::Weekday { weekday, shift });
    }
    let (unit, false) = lexicon::calendar_unit(t.word(at))? else {
        return None;
    };
    Found::date(at + 1, form(count, unit))
}

/// "the past three months", "the last 11 days", "the next 24 hours", "the past week", "the coming
/// year"; "the past few days", "the coming days" are vague.
pub(super) fn stretch(t: &Tokens<'_>, i: usize) -> Option<Found> {
    (t.any(i, &["the", "these", "this", "its", "his", "her", "their", "our"]) && t.space(i))
        .then_some(())?;
    let sign = match t.word(i + 1).to_ascii_lowercase().as_str() {
        "past" | "last" => -1,
        "next" | "coming" => 1,
        _ => return None,
    };
    t.space(i + 1).then_some(())?;
    let single = lexicon::calendar_unit(t.word(i + 2)).filter(|(_, plural)| !plural);
    let (count, unit, end) = match single {
        Some((unit, _)) => {
            // "the next day" hangs on the day before it.
            (t.any(i + 1, &["past", "last", "coming"])).then_some(())?;
            (Some(1), TimeUnit::Calendar(unit), i + 3)
        }
        None if t.is(i + 2, "few") && t.space(i + 2) => {
            let (unit, _) = lexicon::unit(t.word(i + 3))?;
            (None, unit, i + 4)
        }
        None => counted(t, i + 2)?,
    };
    // "the last week of the campaign" is a week of the campaign.
    if t.space(end - 1) && t.is(end, "of") {
        return None;
    }
    let form = match count {
        Some(count) => {
            let (count, unit) = in_calendar(count.checked_mul(sign)?, unit);
            TimeForm::Stretch { count, unit }
        }
        None => TimeForm::Vague,
    };
    Found::date(end, form)
}

/// "recent days", "recent years", "recently", "the coming weeks".
pub(super) fn vague(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if t.is(i, "recently") {
        return Found::date(i + 1, TimeForm::Vague);
    }
    (t.any(i, &["recent", "coming"]) && t.space(i)).then_some(())?;
    let (_, plural) = lexicon::unit(t.word(i + 1))?;
    plural.then(|| Found::date(i + 2, TimeForm::Vague)).flatten()
}
