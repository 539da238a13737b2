//! What an expression of time means, given the day of the account and what the text spoke of
//! before.
//!
//! The rules are those of news: an account speaks of the days around it. A weekday is the nearest
//! one up to the account's own day, or the next one where the words look ahead; a month without a
//! year is the last one, or the next; a day of a month is the one nearest to the account unless
//! it is far and the words look one way. (Compare Strötgen and Gertz, HeidelTime, 2013, for the news domain.)

use super::{CalendarUnit, Part, Season, Tense, TimeExpression, TimeForm, When, calendar};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A day of a month that is no further away than this, in days, is meant without its year, whatever
/// the verb: that of the sentence may be another clause's, and nobody leaves out the year of a day
/// ten months away while one of the same name is at hand.
const NEAR: i32 = 60;
/// A month that begins within so many days may be meant where the verb says nothing.
const NEXT_MONTH: i32 = 31;
/// How far, in bytes, the day of a time of day may stand before it.
const CLOCK_REACH: usize = 600;
/// How far, in bytes, the day of a time of day may stand after it ("5:30 a.m. on Thursday").
const CLOCK_AHEAD: usize = 24;
/// No expression counts further than this, in units.
const MAX_COUNT: i32 = 100_000;

/// What an expression of time is resolved against.
#[derive(Clone, Debug, Default)]
pub struct Anchor {
    /// The day of the account.
    pub account: Option<Date>,
    /// The time that the text spoke of last.
    pub previous: Option<When>,
}

/// Resolves all expressions of one article, in their order in the text, against the day of the
/// account. Entry `i` is the meaning of `times[i]`.
///
/// A weekday about whose direction nothing is said looks the way of the same weekday elsewhere in
/// the article: an account that says "will meet on Monday" means that day with "Monday's meeting".
pub fn resolve_all(times: &[TimeExpression], account: Option<Date>) -> Vec<Option<When>> {
    let mut looks: BTreeMap<i8, (bool, bool)> = BTreeMap::new();
    for time in times {
        if let TimeForm::Weekday { weekday, .. } = time.form {
            let seen = looks.entry(weekday).or_default();
            seen.0 |= time.tense == Tense::Past;
            seen.1 |= time.tense == Tense::Future;
        }
    }
    let mut out: Vec<Option<When>> = Vec::with_capacity(times.len());
    let mut previous: Option<When> = None;
    let mut day: Option<(usize, When)> = None;
    for (i, time) in times.iter().enumerate() {
        let tense = match time.form {
            TimeForm::Weekday { weekday, .. } if time.tense == Tense::Unknown => {
                match looks.get(&weekday) {
                    Some((false, true)) => Tense::Future,
                    _ => Tense::Unknown,
                }
            }
            _ => time.tense,
        };
        let anchor = match time.form {
            TimeForm::Clock { .. } => {
                Anchor { account, previous: day_of_clock(times, i, &day, account) }
            }
            _ => Anchor { account, previous: previous.clone() },
        };
        let when = resolve(&time.form, tense, &anchor);
        if let Some(found) = &when {
            if found.is_day() {
                day = Some((time.span.end(), found.clone()));
            }
            if !matches!(time.form, TimeForm::Clock { .. }) {
                previous = Some(found.clone());
            }
        }
        out.push(when);
    }
    out
}

/// The day of the time of day `times[i]`: named right after it, or not long before it.
fn day_of_clock(
    times: &[TimeExpression],
    i: usize,
    before: &Option<(usize, When)>,
    account: Option<Date>,
) -> Option<When> {
    let here = times.get(i)?.span;
    times
        .get(i + 1)
        .filter(|next| next.span.start().saturating_sub(here.end()) <= CLOCK_AHEAD)
        .and_then(|next| {
            let anchor =
                Anchor { account, previous: before.as_ref().map(|(_, when)| when.clone()) };
            match next.form {
                TimeForm::Clock { .. } => None,
                _ => resolve(&next.form, next.tense, &anchor),
            }
        })
        .filter(When::is_day)
        .or_else(|| {
            before
                .as_ref()
                .filter(|(end, _)| here.start().saturating_sub(*end) <= CLOCK_REACH)
                .map(|(_, when)| when.clone())
        })
}

/// Resolves one form. `None` where the anchor does not say enough, or the form means no stretch of
/// the calendar.
pub fn resolve(form: &TimeForm, tense: Tense, anchor: &Anchor) -> Option<When> {
    match form {
        TimeForm::Absolute(when) => Some(when.clone()),
        TimeForm::MonthDay { month, day, shift } => {
            month_day(*month, *day, *shift, tense, anchor.account?)
        }
        TimeForm::MonthOfThatYear { month } => {
            let year = match &anchor.previous {
                Some(previous) => previous.first.year(),
                None => anchor.account?.year(),
            };
            calendar::of_month(year, *month)
        }
        TimeForm::Weekday { weekday: number, shift } => {
            weekday(*number, *shift, tense, anchor.account?)
        }
        TimeForm::Offset { count, unit } => offset(*count, *unit, anchor.account?),
        TimeForm::FromContext { count, unit } => {
            let from = match &anchor.previous {
                Some(previous) if *count > 0 => previous.last,
                Some(previous) => previous.first,
                None => anchor.account?,
            };
            offset(*count, *unit, from)
        }
        TimeForm::Stretch { count, unit } => stretch(*count, *unit, anchor.account?),
        TimeForm::Season { season: which, shift } => season(*which, *shift, tense, anchor.account?),
        TimeForm::Weekend { shift } => weekend(*shift, tense, anchor.account?),
        TimeForm::Part { part, of } => match **of {
            // One level is all that language has; more would be recursion on input.
            TimeForm::Part { .. } => None,
            _ => {
                let tense = match part {
                    Part::Later if tense == Tense::Unknown => Tense::Future,
                    _ => tense,
                };
                Some(resolve(of, tense, anchor)?.part(*part, anchor.account))
            }
        },
        TimeForm::Clock { hour, minute } => {
            let day = match &anchor.previous {
                Some(previous) if previous.is_day() => previous.first,
                _ => anchor.account?,
            };
            Some(When {
                first: day,
                last: day,
                value: format!("{}T{hour:02}:{minute:02}", calendar::day(day)),
            })
        }
        TimeForm::Value(_) | TimeForm::Vague => None,
    }
}

/// A month, or a day of one, in the year that the account means.
fn month_day(
    month: i8,
    day: Option<i8>,
    shift: Option<i8>,
    tense: Tense,
    account: Date,
) -> Option<When> {
    let in_year = |year: i16| match day {
        Some(day) => Date::new(year, month, day).ok().map(When::day),
        None => calendar::of_month(year, month),
    };
    let year = account.year();
    // 29 February may be eight years away.
    let nearby = |way: i16| (0..=8).filter_map(move |k| in_year(year.checked_add(way * k)?));
    let before = || nearby(-1).find(|w| w.first <= account);
    let after = || nearby(1).find(|w| w.last >= account);
    match (shift, tense, day) {
        (Some(0), _, _) => in_year(year),
        (Some(s), _, _) if s < 0 => nearby(-1).find(|w| w.last < account),
        (Some(_), _, _) => nearby(1).find(|w| w.first > account),
        (None, Tense::Past, None) => before(),
        (None, Tense::Future, None) => after(),
        // "They told us October, now they tell us November".
        (None, Tense::Unknown, None) => {
            after().filter(|w| (w.first - account).get_days() <= NEXT_MONTH).or_else(before)
        }
        (None, _, Some(_)) => {
            let distance = |w: &When| (account - w.first).get_days().abs();
            let nearest = [before(), after()].into_iter().flatten().min_by_key(distance)?;
            // A day of the last weeks or the next ones is meant whatever the verb.
            match tense {
                Tense::Past if distance(&nearest) > NEAR => before(),
                Tense::Future if distance(&nearest) > NEAR => after(),
                _ => Some(nearest),
            }
        }
    }
}

fn weekday(number: i8, shift: Option<i8>, tense: Tense, account: Date) -> Option<When> {
    (1..=7).contains(&number).then_some(())?;
    let today = i64::from(account.weekday().to_monday_one_offset());
    // Days back to the nearest such weekday, 0 to 6.
    let back = (today - i64::from(number)).rem_euclid(7);
    let ahead = (7 - back) % 7;
    let days = match (shift, tense) {
        // "last Monday": before the account's own day; "next Monday": after it.
        (Some(s), _) if s < 0 => -(if back == 0 { 7 } else { back }),
        (Some(s), _) if s > 0 => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
        // "this Monday": of the account's week.
        (Some(_), Tense::Past) => -back,
        (Some(_), _) => i64::from(number) - today,
        (None, Tense::Future) => ahead,
        (None, _) => -back,
    };
    calendar::add_days(account, days).map(When::day)
}

fn offset(count: i32, unit: CalendarUnit, from: Date) -> Option<When> {
    (-MAX_COUNT..=MAX_COUNT).contains(&count).then_some(())?;
    let n = i64::from(count);
    let year = |years: i32| i16::try_from(i32::from(from.year()).checked_add(years)?).ok();
    match unit {
        CalendarUnit::Day => calendar::add_days(from, n).map(When::day),
        CalendarUnit::Week => calendar::week(calendar::add_days(from, 7 * n)?),
        CalendarUnit::Month => {
            let first = calendar::add_months(from, n)?;
            calendar::of_month(first.year(), first.month())
        }
        CalendarUnit::Quarter => {
            let first = calendar::add_months(from, 3 * n)?;
            calendar::quarter(first.year(), (first.month() + 2) / 3)
        }
        CalendarUnit::Year => When::year(year(count)?),
        CalendarUnit::Decade if count == 0 => {
            let first = from.year() - from.year().rem_euclid(10);
            When::years(first, first.checked_add(9)?)
        }
        // "two decades ago" is a year, not a decade of the calendar.
        CalendarUnit::Decade => When::year(year(count.checked_mul(10)?)?),
        CalendarUnit::Century => {
            let moved = year(count.checked_mul(100)?)?;
            let first = moved - (moved - 1).rem_euclid(100);
            When::years(first, first.checked_add(99)?)
        }
    }
}

/// As fine as the unit below: days for weeks, months for a year, years for more.
fn stretch(count: i32, unit: CalendarUnit, account: Date) -> Option<When> {
    (-MAX_COUNT..=MAX_COUNT).contains(&count).then_some(())?;
    let n = i64::from(count);
    let order = |other: Date| {
        if other < account { (other, account) } else { (account, other) }
    };
    match unit {
        CalendarUnit::Day | CalendarUnit::Week => {
            let days = if unit == CalendarUnit::Week { 7 * n } else { n };
            let (first, last) = order(calendar::add_days(account, days)?);
            Some(calendar::days(first, last))
        }
        CalendarUnit::Month | CalendarUnit::Quarter => {
            let months = if unit == CalendarUnit::Quarter { 3 * n } else { n };
            // The months before the account's own, or its own and those after: three months in all.
            let (first, last) = order(calendar::add_months(account, months - months.signum())?);
            Some(calendar::months(first, last))
        }
        CalendarUnit::Year if count.abs() == 1 => {
            let (first, last) = order(calendar::add_months(account, 12 * n)?);
            Some(calendar::months(first, last))
        }
        CalendarUnit::Year | CalendarUnit::Decade | CalendarUnit::Century => {
            let length = match unit {
                CalendarUnit::Year => 1,
                CalendarUnit::Decade => 10,
                _ => 100,
            };
            let other = i32::from(account.year()).checked_add(count.checked_mul(length)?)?;
            let other = i16::try_from(other).ok()?;
            When::years(account.year().min(other), account.year().max(other))
        }
    }
}

fn season(which: Season, shift: Option<i8>, tense: Tense, account: Date) -> Option<When> {
    let around = (-2..=2).filter_map(|k| calendar::season(account.year().checked_add(k)?, which));
    let all: Vec<When> = around.collect();
    let current = || all.iter().find(|w| w.first <= account && account <= w.last).cloned();
    let last = || all.iter().rfind(|w| w.last < account).cloned();
    let next = || all.iter().find(|w| w.first > account).cloned();
    match (shift, tense) {
        (Some(0), _) => calendar::season(account.year(), which),
        (Some(s), _) if s < 0 => last(),
        (Some(_), _) => next(),
        (None, Tense::Future) => current().or_else(next),
        (None, _) => current().or_else(last),
    }
}

fn weekend(shift: Option<i8>, tense: Tense, account: Date) -> Option<When> {
    let on_weekend = account.weekday().to_monday_one_offset() >= 6;
    let weeks = match (shift, tense) {
        (Some(s), _) if s > 0 => {
            if on_weekend {
                7
            } else {
                0
            }
        }
        (None, Tense::Future) | (Some(0), Tense::Future | Tense::Unknown) => 0,
        (Some(s), _) if s < 0 => -7,
        (_, _) => {
            if on_weekend {
                0
            } else {
                -7
            }
        }
    };
    calendar::weekend(calendar::add_days(account, weeks)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn value(form: TimeForm, tense: Tense, account: Date) -> String {
        let anchor = Anchor { account: Some(account), previous: None };
        resolve(&form, tense, &anchor).map_or_else(|| "-".to_owned(), |w| w.value)
    }

    fn month_day(month: i8, day: impl Into<Option<i8>>) -> TimeForm {
        TimeForm::MonthDay { month, day: day.into(), shift: None }
    }

    fn weekday(weekday: i8, shift: impl Into<Option<i8>>) -> TimeForm {
        TimeForm::Weekday { weekday, shift: shift.into() }
    }

    fn offset(count: i32, unit: CalendarUnit) -> TimeForm {
        TimeForm::Offset { count, unit }
    }

    #[test]
    fn words_mean_the_days_around_the_account() {
        use CalendarUnit::*;
        // A Wednesday.
        let account = date(2021, 3, 17);
        let none = None::<i8>;
        for (form, tense, expected) in [
            (weekday(1, none), Tense::Past, "2021-03-15"),
            (weekday(3, none), Tense::Unknown, "2021-03-17"),
            (weekday(3, -1), Tense::Unknown, "2021-03-10"),
            (weekday(4, none), Tense::Unknown, "2021-03-11"),
            (weekday(4, none), Tense::Future, "2021-03-18"),
            (weekday(5, 0), Tense::Unknown, "2021-03-19"),
            (weekday(3, 1), Tense::Unknown, "2021-03-24"),
            (month_day(12, none), Tense::Past, "2020-12"),
            (month_day(4, none), Tense::Future, "2021-04"),
            (month_day(4, none), Tense::Unknown, "2021-04"),
            (month_day(4, none), Tense::Past, "2020-04"),
            (month_day(5, none), Tense::Unknown, "2020-05"),
            (month_day(3, none), Tense::Past, "2021-03"),
            (month_day(4, 2), Tense::Unknown, "2021-04-02"),
            (month_day(4, 2), Tense::Past, "2021-04-02"),
            (month_day(2, 8), Tense::Future, "2021-02-08"),
            (month_day(9, 2), Tense::Past, "2020-09-02"),
            (month_day(9, 2), Tense::Future, "2021-09-02"),
            (month_day(11, 30), Tense::Unknown, "2020-11-30"),
            (month_day(2, 29), Tense::Unknown, "2020-02-29"),
            (month_day(2, 29), Tense::Future, "2024-02-29"),
            (month_day(2, 30), Tense::Unknown, "-"),
            (offset(-1, Day), Tense::Past, "2021-03-16"),
            (offset(-1, Week), Tense::Past, "2021-W10"),
            (offset(1, Month), Tense::Future, "2021-04"),
            (offset(-3, Month), Tense::Past, "2020-12"),
            (offset(-1, Quarter), Tense::Past, "2020-Q4"),
            (offset(-2, Year), Tense::Past, "2019"),
            (offset(-1, Century), Tense::Past, "1901/2000"),
            (offset(0, Decade), Tense::Unknown, "2020/2029"),
            (TimeForm::Stretch { count: -3, unit: Month }, Tense::Past, "2021-01/2021-03"),
            (TimeForm::Stretch { count: -1, unit: Year }, Tense::Past, "2020-03/2021-03"),
            (TimeForm::Stretch { count: 7, unit: Day }, Tense::Future, "2021-03-17/2021-03-24"),
            (
                TimeForm::Season { season: Season::Summer, shift: None },
                Tense::Past,
                "2020-06/2020-08",
            ),
            (
                TimeForm::Season { season: Season::Winter, shift: Some(-1) },
                Tense::Past,
                "2020-12/2021-02",
            ),
            (TimeForm::Weekend { shift: None }, Tense::Past, "2021-W10-WE"),
            (TimeForm::Weekend { shift: Some(0) }, Tense::Unknown, "2021-W11-WE"),
            (
                TimeForm::Part { part: Part::Late, of: Box::new(offset(-1, Year)) },
                Tense::Past,
                "2020",
            ),
            (
                TimeForm::Part { part: Part::Earlier, of: Box::new(offset(0, Week)) },
                Tense::Past,
                "2021-03-15/2021-03-17",
            ),
            (TimeForm::Vague, Tense::Past, "-"),
            (offset(i32::MIN, Year), Tense::Past, "-"),
            (offset(99_999, Year), Tense::Past, "-"),
        ] {
            assert_eq!(value(form.clone(), tense, account), expected, "{form:?} {tense:?}");
        }
    }

    #[test]
    fn weeks_and_quarters_have_two_ways_of_writing() {
        let week = calendar::week(date(2022, 1, 12)).unwrap();
        assert_eq!(
            (week.value.as_str(), week.iso().as_str()),
            ("2022-W02", "2022-01-10/2022-01-16")
        );
        let quarter = When::quarter(2014, 3).unwrap();
        assert_eq!(
            (quarter.value.as_str(), quarter.iso().as_str()),
            ("2014-Q3", "2014-07/2014-09")
        );
        assert_eq!(When::years(1990, 1999).unwrap().iso(), "1990/1999");
        assert_eq!(When::year(1), When::years(1, 1));
        assert!(When::years(2000, 1999).is_none());
    }

    #[test]
    fn a_part_narrows_the_days_and_keeps_the_value() {
        let december = When::month(2021, 12).unwrap();
        let mid = december.part(Part::Mid, None);
        assert_eq!(mid.value, "2021-12");
        assert_eq!((mid.first, mid.last), (date(2021, 12, 11), date(2021, 12, 20)));
    }

    fn expression(start: usize, form: TimeForm, tense: Tense) -> TimeExpression {
        TimeExpression {
            span: crate::Span::new(start, start + 5),
            kind: super::super::TimeKind::Date,
            form,
            tense,
            when: None,
        }
    }

    #[test]
    fn an_article_means_one_monday() {
        let times = [
            expression(0, weekday(1, None), Tense::Future),
            expression(100, weekday(1, None), Tense::Unknown),
        ];
        let all = resolve_all(&times, Some(date(2021, 3, 17)));
        assert_eq!(all[1].as_ref().unwrap().value, "2021-03-22");
    }

    #[test]
    fn a_time_of_day_takes_the_day_beside_it() {
        let clock = TimeForm::Clock { hour: 5, minute: 30 };
        let times = [
            expression(0, clock.clone(), Tense::Past),
            expression(9, weekday(1, None), Tense::Past),
            expression(60, clock.clone(), Tense::Past),
            expression(5000, clock, Tense::Past),
        ];
        let all: Vec<String> = resolve_all(&times, Some(date(2021, 3, 17)))
            .into_iter()
            .map(|w| w.unwrap().value)
            .collect();
        assert_eq!(all, ["2021-03-15T05:30", "2021-03-15", "2021-03-15T05:30", "2021-03-17T05:30"]);
    }

    proptest! {
        #[test]
        fn nothing_overflows(
            count in any::<i32>(),
            year in -9999i16..=9999,
            month in 1i8..=12,
            day in any::<i8>(),
            shift in proptest::option::of(any::<i8>()),
            which in 0usize..7,
        ) {
            use CalendarUnit::*;
            let unit = [Day, Week, Month, Quarter, Year, Decade, Century][which];
            let anchor = Anchor { account: Date::new(year, month, 28).ok(), previous: None };
            for tense in [Tense::Unknown, Tense::Past, Tense::Future] {
                for form in [
                    TimeForm::Offset { count, unit },
                    TimeForm::FromContext { count, unit },
                    TimeForm::Stretch { count, unit },
                    TimeForm::MonthDay { month, day: Some(day), shift },
                    TimeForm::MonthDay { month, day: None, shift },
                    TimeForm::Weekday { weekday: day, shift },
                    TimeForm::Season { season: Season::Winter, shift },
                    TimeForm::Weekend { shift },
                ] {
                    for form in [
                        TimeForm::Part { part: Part::Mid, of: Box::new(form.clone()) },
                        form,
                    ] {
                        if let Some(when) = resolve(&form, tense, &anchor) {
                            prop_assert!(when.first <= when.last, "{form:?} {when:?}");
                        }
                    }
                }
            }
        }
    }
}
