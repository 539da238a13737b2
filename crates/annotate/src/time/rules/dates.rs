//! Days, months and years of the calendar.

use super::super::{Found, Tokens, lexicon};
use super::{BEFORE_TIME, day_number, year_number};
use crate::quantity::numeral::ordinal;
use jiff::civil::Date;
use rapporteur_core::{CalendarUnit, Part, TimeForm, When};

/// "2022-01-12", "2022-01", "12.01.2022", "2022.01.12".
pub(super) fn iso(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let word = t.word(i);
    if !word.starts_with(|c: char| c.is_ascii_digit()) || word.len() > 10 {
        return None;
    }
    let parts: Vec<&str> = word.split(['-', '.']).collect();
    let number = |k: usize| parts.get(k).and_then(|p| p.parse::<i16>().ok());
    let small = |k: usize| parts.get(k).and_then(|p| p.parse::<i8>().ok());
    let lengths: Vec<usize> = parts.iter().map(|p| p.len()).collect();
    let when = match lengths.as_slice() {
        [4, 2, 2] => When::day(Date::new(number(0)?, small(1)?, small(2)?).ok()?),
        [1 | 2, 1 | 2, 4] => When::day(Date::new(number(2)?, small(1)?, small(0)?).ok()?),
        [4, 2] if word.contains('-') => {
            let year = year_number(parts.first()?)?;
            // "2015-16" is two years, "2022-01" a month.
            match small(1)? {
                month @ 1..=12 if i32::from(year % 100) + 1 != i32::from(month) => {
                    When::month(year, month)?
                }
                end => When::years(year, year - year % 100 + i16::from(end))?,
            }
        }
        [4, 4] if word.contains('-') => {
            When::years(year_number(parts.first()?)?, year_number(parts.get(1)?)?)?
        }
        _ => return None,
    };
    Found::date(i + 1, TimeForm::Absolute(when))
}

/// "12/01/2022". Where both numbers could be the month, the day stands first, as in most of the
/// world.
pub(super) fn slashes(t: &Tokens<'_>, i: usize) -> Option<Found> {
    (t.gap(i) == "/" && t.gap(i + 1) == "/" && t.gap_before(i) != "/").then_some(())?;
    let (a, b, c) = (t.word(i), t.word(i + 1), t.word(i + 2));
    let (year, month, day) = match (year_number(a), year_number(c)) {
        (Some(year), None) => (year, day_number(b)?, day_number(c)?),
        (None, Some(year)) => match (day_number(a)?, day_number(b)?) {
            (month, day) if day > 12 => (year, month, day),
            (day, month) => (year, month, day),
        },
        _ => return None,
    };
    let date = Date::new(year, month, day).ok()?;
    Found::date(i + 3, TimeForm::Absolute(When::day(date)))
}

/// The month at word `i`, its number and the index after it with the full stop of a short one
/// passed over.
fn month_at(t: &Tokens<'_>, i: usize) -> Option<i8> {
    let (month, short) = lexicon::month(t.word(i))?;
    // A short month stands beside a day or a year; "Jan" and "Mar" are names as well.
    if short {
        let neighbour = |w: &str| day_number(w).is_some() || year_number(w).is_some();
        (neighbour(t.word(i + 1)) || (i > 0 && neighbour(t.word(i - 1)))).then_some(())?;
    }
    Some(month)
}

/// Whether word `i` is followed, over a space or the full stop of a short month, by the next.
fn beside(t: &Tokens<'_>, i: usize) -> bool {
    t.space(i) || (t.mark(i, &["."]) && lexicon::month(t.word(i)).is_some_and(|(_, short)| short))
}

/// A year right after word `i`: "January 12, 2022", "12 January 2022".
fn year_after(t: &Tokens<'_>, i: usize) -> Option<i16> {
    (beside(t, i) || t.mark(i, &[","])).then_some(())?;
    year_number(t.word(i + 1))
}

/// "Jan. 12", "January 12th, 2022", "12 January", "the 12th of January", "Friday, May 8, 2009",
/// "January 10-13", "10 to 13 January".
pub(super) fn day_of_month(t: &Tokens<'_>, i: usize) -> Option<Found> {
    // The day of the week before the date belongs to it.
    if lexicon::weekday(t.word(i)).is_some() {
        let dot = lexicon::is_short_weekday(t.word(i)) && t.mark(i, &[".", ".,"]);
        let joined = t.space(i) || t.mark(i, &[","]) || dot;
        return if joined { plain_day(t, i + 1) } else { None };
    }
    plain_day(t, i)
}

fn plain_day(t: &Tokens<'_>, i: usize) -> Option<Found> {
    // "the 12th of January"
    let the = t.is(i, "the") && t.space(i) && !t.capital(i + 1);
    let i = i + usize::from(the);
    // (month, first day, last day, index of the last word so far)
    let (month, first, last, at) = month_first(t, i).or_else(|| day_first(t, i))?;
    match year_after(t, at) {
        Some(year) => {
            let first = Date::new(year, month, first).ok()?;
            let when = match last {
                None => When::day(first),
                Some(last) => When::between(
                    &When::day(first),
                    &When::day(Date::new(year, month, last).ok()?),
                )?,
            };
            Found::date(at + 2, TimeForm::Absolute(when))
        }
        // Of a range without a year the first day stands for the whole.
        None => Found::date(at + 1, TimeForm::MonthDay { month, day: Some(first), shift: None }),
    }
}

type DayOfMonth = (i8, i8, Option<i8>, usize);

/// "January 12", "January 10-13".
fn month_first(t: &Tokens<'_>, i: usize) -> Option<DayOfMonth> {
    let month = month_at(t, i)?;
    beside(t, i).then_some(())?;
    let word = t.word(i + 1);
    if let Some((first, last)) = word.split_once('-') {
        let (first, last) = (day_number(first)?, day_number(last)?);
        return (first < last).then_some((month, first, Some(last), i + 1));
    }
    let first = day_number(word)?;
    // "May 5 million people": a scale after it makes it a number; "March 3,000" is one word.
    (!t.any(i + 2, &["million", "billion", "percent", "per"])).then_some(())?;
    if t.dash(i + 1)
        && let Some(last) = day_number(t.word(i + 2))
        && first < last
        && lexicon::month(t.word(i + 3)).is_none()
    {
        return Some((month, first, Some(last), i + 2));
    }
    Some((month, first, None, i + 1))
}

/// "12 January", "12th of January", "10-13 January", "10 to 13 January".
fn day_first(t: &Tokens<'_>, i: usize) -> Option<DayOfMonth> {
    let word = t.word(i);
    let month_after = |at: usize| {
        let (month, at) = if t.is(at + 1, "of") && t.space(at) && t.space(at + 1) {
            (month_at(t, at + 2)?, at + 2)
        } else if t.space(at) {
            (month_at(t, at + 1)?, at + 1)
        } else {
            return None;
        };
        // "fifteen of the 19 Sept. 11 hijackers": the day stands behind the month.
        let behind = beside(t, at) && day_number(t.word(at + 1)).is_some();
        (!behind).then_some((month, at))
    };
    if let Some(day) = day_in_words(t, i) {
        let (month, at) = month_after(i)?;
        return Some((month, day, None, at));
    }
    if let Some((first, last)) = word.split_once('-') {
        let (first, last) = (day_number(first)?, day_number(last)?);
        let (month, at) = month_after(i)?;
        return (first < last).then_some((month, first, Some(last), at));
    }
    let first = day_number(word)?;
    if t.dash(i)
        && let Some(last) = day_number(t.word(i + 1))
        && let Some((month, at)) = month_after(i + 1)
        && first < last
    {
        return Some((month, first, Some(last), at));
    }
    let (month, at) = month_after(i)?;
    Some((month, first, None, at))
}

/// "the fourteenth of October"; "the first of March's storms" is no day.
fn day_in_words(t: &Tokens<'_>, i: usize) -> Option<i8> {
    (t.preceded(i, &["the"]) && t.is(i + 1, "of") && !t.possessive(i + 2)).then_some(())?;
    i8::try_from(ordinal(t.word(i))?).ok().filter(|day| (1..=31).contains(day))
}

/// "January 2022", "January of 2022", "last January", "in January".
pub(super) fn month_of_year(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let shift = lexicon::shift(t.word(i)).filter(|_| t.space(i));
    let at = i + usize::from(shift.is_some());
    let month = month_at(t, at)?;
    if shift.is_none() {
        if let Some(year) = year_after(t, at) {
            return Found::date(at + 2, TimeForm::Absolute(When::month(year, month)?));
        }
        if t.is(at + 1, "of")
            && t.space(at)
            && t.space(at + 1)
            && let Some(year) = year_number(t.word(at + 2))
        {
            return Found::date(at + 3, TimeForm::Absolute(When::month(year, month)?));
        }
        if t.space(at) && t.any(at + 1, &["this", "last", "next"]) && t.is(at + 2, "year") {
            let shift = lexicon::shift(t.word(at + 1))?;
            return Found::date(
                at + 3,
                TimeForm::MonthDay { month, day: None, shift: Some(shift) },
            );
        }
        let of = usize::from(t.is(at + 1, "of") && t.space(at));
        let year = at + 1 + of;
        let same = t
            .phrase(year, &["that", "year"])
            .or_else(|| t.phrase(year, &["the", "same", "year"]))
            .or_else(|| t.phrase(year, &["that", "same", "year"]));
        if let Some(end) = same.filter(|_| t.space(year - 1)) {
            return Found::date(end, TimeForm::MonthOfThatYear { month });
        }
        let (_, short) = lexicon::month(t.word(at))?;
        let said = i > 0 && t.any(i - 1, BEFORE_TIME) && t.space(i - 1);
        // "May", "March", "April", "June", "August" are other things, too.
        let name = matches!(month, 3..=6 | 8);
        if short || (name && !said) {
            return None;
        }
        // "the August Wilson theatre", "by June Smith": a capital after it makes it a name.
        if name && t.space(at) && t.capital(at + 1) && !t.possessive(at) {
            return None;
        }
    }
    Found::date(at + 1, TimeForm::MonthDay { month, day: None, shift })
}

/// "2014", "2015–16", "2013-2017" over a long dash; in the places where a number of four digits is
/// a year.
pub(super) fn year(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let first = year_number(t.word(i))?;
    let before = t.gap_before(i);
    if before.contains(['$', '€', '£', '#', '№', '/', ':', '.'])
        || t.gap(i).starts_with(['%', '/', ':'])
        || (t.gap(i).starts_with(['$', '€', '£']))
    {
        return None;
    }
    let said = i > 0 && t.any(i - 1, BEFORE_TIME) && t.space(i - 1);
    let numbered = i > 0 && t.space(i - 1) && t.any(i - 1, NUMBERED);
    let counted = t.space(i) && t.any(i + 1, COUNTED);
    let bracketed = before.ends_with(['(', '[', '–', '—', '-']);
    if numbered || (counted && !t.preceded(i, &["in", "since", "the", "of"])) {
        return None;
    }
    if !(1900..2100).contains(&first) && !said && !bracketed {
        return None;
    }
    if t.dash(i) {
        let word = t.word(i + 1);
        let last = year_number(word).or_else(|| {
            (word.len() == 2)
                .then(|| word.parse::<i16>().ok())
                .flatten()
                .map(|n| first - first % 100 + n)
        });
        if let Some(when) = last.filter(|l| *l > first).and_then(|l| When::years(first, l)) {
            return Found::date(i + 2, TimeForm::Absolute(when));
        }
    }
    Found::date(i + 1, TimeForm::Absolute(When::year(first)?))
}

/// Nouns that a number follows as a name.
const NUMBERED: &[&str] = &[
    "no",
    "number",
    "resolution",
    "resolutions",
    "flight",
    "article",
    "section",
    "room",
    "route",
    "highway",
    "page",
    "chapter",
    "channel",
    "model",
    "boeing",
    "airbus",
    "directive",
    "regulation",
    "building",
    "asteroid",
    "some",
    "almost",
    "nearly",
    "least",
    "than",
    "approximately",
    "roughly",
];
/// What follows a number that counts.
const COUNTED: &[&str] = &[
    "people",
    "persons",
    "men",
    "women",
    "children",
    "troops",
    "soldiers",
    "police",
    "officers",
    "protesters",
    "migrants",
    "refugees",
    "families",
    "homes",
    "houses",
    "jobs",
    "workers",
    "dead",
    "deaths",
    "cases",
    "votes",
    "seats",
    "miles",
    "metres",
    "meters",
    "kilometres",
    "kilometers",
    "km",
    "feet",
    "tonnes",
    "tons",
    "barrels",
    "dollars",
    "euros",
    "pounds",
    "percent",
    "hours",
    "days",
    "years",
    "students",
    "employees",
    "victims",
    "tents",
    "vehicles",
    "hectares",
    "acres",
    "or",
];

/// "early 2014", "mid-December", "late last year", "the end of July", "earlier this month",
/// "early in 2016" (of which the span is the whole).
pub(super) fn part_of(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (part, at) = part_words(t, i)?;
    let (end, of) = whole(t, at)?;
    Found::date(end, TimeForm::Part { part, of: Box::new(of) })
}

/// The words for a part at word `i`, and the word at which the whole begins. In "mid-December" both
/// are one word; [`whole`] passes over its beginning.
fn part_words(t: &Tokens<'_>, i: usize) -> Option<(Part, usize)> {
    let word = t.word(i);
    if let Some(rest) = strip_part(word) {
        return (!rest.is_empty()).then_some((part_named(word.split('-').next()?)?, i));
    }
    let joined = |k: usize| t.space(k) || t.dash(k);
    let after_the = i + usize::from(t.is(i, "the") && t.space(i));
    let part = match t.word(after_the).to_ascii_lowercase().as_str() {
        "beginning" | "start" => Some(Part::Early),
        "middle" => Some(Part::Mid),
        "end" | "close" => Some(Part::Late),
        _ => None,
    };
    if let Some(part) = part {
        return (t.space(after_the) && t.is(after_the + 1, "of") && t.space(after_the + 1))
            .then_some((part, after_the + 2));
    }
    let part = part_named(t.word(after_the))?;
    joined(after_the).then_some(())?;
    let in_it = t.is(after_the + 1, "in") && t.space(after_the + 1);
    Some((part, after_the + 1 + usize::from(in_it)))
}

fn part_named(word: &str) -> Option<Part> {
    Some(match word.to_ascii_lowercase().as_str() {
        "early" => Part::Early,
        "mid" | "middle" => Part::Mid,
        "late" => Part::Late,
        "earlier" => Part::Earlier,
        "later" => Part::Later,
        _ => return None,
    })
}

/// What follows "mid-", "early-" or "late-" in one word.
fn strip_part(word: &str) -> Option<&str> {
    let (head, rest) = word.split_once('-')?;
    part_named(head).map(|_| rest)
}

/// The month, year, decade, season or shifted unit at word `i`.
fn whole(t: &Tokens<'_>, i: usize) -> Option<(usize, TimeForm)> {
    let word = strip_part(t.word(i)).unwrap_or(t.word(i));
    let i_after_the = i + usize::from(t.is(i, "the") && t.space(i));
    if let Some((month, _)) = lexicon::month(word) {
        return Some(match year_after(t, i) {
            Some(year) => (i + 2, TimeForm::Absolute(When::month(year, month)?)),
            None => match t.phrase(i + 1, &["of", "that", "year"]).filter(|_| t.space(i)) {
                Some(end) => (end, TimeForm::MonthOfThatYear { month }),
                None => (i + 1, TimeForm::MonthDay { month, day: None, shift: None }),
            },
        });
    }
    if let Some(year) = year_number(word) {
        return Some((i + 1, TimeForm::Absolute(When::year(year)?)));
    }
    if let Some(decade) = super::periods::decade_word(word) {
        return Some((i + 1, TimeForm::Absolute(decade)));
    }
    if let Some(shift) = lexicon::shift(t.word(i_after_the))
        && t.space(i_after_the)
    {
        if let Some((unit, false)) = lexicon::calendar_unit(t.word(i_after_the + 1)) {
            let count = i32::from(shift);
            return Some((i_after_the + 2, TimeForm::Offset { count, unit }));
        }
        if let Some((month, _)) = lexicon::month(t.word(i_after_the + 1)) {
            let form = TimeForm::MonthDay { month, day: None, shift: Some(shift) };
            return Some((i_after_the + 2, form));
        }
    }
    // "the end of the year", "the beginning of the century".
    if i_after_the > i
        && let Some((unit, false)) = lexicon::calendar_unit(t.word(i_after_the))
        && unit != CalendarUnit::Day
    {
        return Some((i_after_the + 1, TimeForm::Offset { count: 0, unit }));
    }
    None
}
