//! The year of a story none of whose accounts carries a date.
//!
//! A year is right when the story's days of months fall on its days of the week: 12 January is a
//! Wednesday in 2011, 2022 and 2028. News looks back, so the year cannot be before the latest past
//! year that an account mentions; of those that agree equally well the earliest is taken, because
//! an account that came much later would have mentioned something in between. (Two accounts that
//! agree by chance do so in one year of seven; that is why the confidence grows with the number of
//! agreements.)

use super::day::Frame;
use super::evidence::{Scene, is_month_day, is_relative_day};
use jiff::civil::Date;
use rapporteur_core::{Tense, TimeForm};
use std::collections::BTreeSet;

/// So many years after the latest one mentioned are tried: days of the week repeat after 5, 6 or 11.
const YEARS: i16 = 11;
/// The account's day is looked for so many days around the days of months of which it speaks.
const DAYS_AFTER: i64 = 6;
const DAYS_BEFORE: i64 = 3;

/// The frame of the story, if its times fix one.
pub(super) fn find(scene: &Scene<'_>) -> Option<Frame> {
    by_weekdays(scene).or_else(|| by_latest_day(scene))
}

/// The latest year that the accounts mention as past, and the words for it.
fn latest_year(scene: &Scene<'_>) -> Option<(i16, String)> {
    scene
        .accounts
        .iter()
        .flat_map(|account| {
            account.article.times.iter().filter_map(|time| match &time.form {
                TimeForm::Absolute(when) if time.tense != Tense::Future => {
                    Some((when.last.year(), account.article.words(time.span).to_owned()))
                }
                _ => None,
            })
        })
        .max_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.cmp(&a.1)))
}

fn by_weekdays(scene: &Scene<'_>) -> Option<Frame> {
    let month_days: BTreeSet<(i8, i8)> = scene
        .accounts
        .iter()
        .flat_map(|account| &account.article.times)
        .filter_map(|time| match time.form {
            TimeForm::MonthDay { month, day: Some(day), .. } => Some((month, day)),
            _ => None,
        })
        .collect();
    let (bound, words) = latest_year(scene)?;
    let mut best: Option<(Agreement, Date)> = None;
    for year in (0..=YEARS).filter_map(|k| bound.checked_add(k)) {
        for candidate in candidates(&month_days, year) {
            let agreement = agreement(scene, candidate);
            if agreement.pairs > 0 && best.as_ref().is_none_or(|(b, _)| agreement.rank() > b.rank())
            {
                best = Some((agreement, candidate));
            }
        }
    }
    let (agreement, date) = best?;
    let (month_day, weekday) = agreement.example?;
    let year = agreement.year;
    Some(Frame {
        date,
        confidence: 0.5 + 0.08 * agreement.pairs.min(5) as f32,
        reason: format!(
            "“{month_day}” is the “{weekday}” of these accounts in {year}, the first such year from {bound} (“{words}”) on"
        ),
    })
}

/// The days around the days of months, in order.
fn candidates(month_days: &BTreeSet<(i8, i8)>, year: i16) -> BTreeSet<Date> {
    month_days
        .iter()
        .filter_map(|(month, day)| Date::new(year, *month, *day).ok())
        .flat_map(|date| {
            (-DAYS_BEFORE..=DAYS_AFTER)
                .filter_map(move |k| date.checked_add(jiff::Span::new().try_days(k).ok()?).ok())
        })
        .collect()
}

/// How well the story's times agree if all its accounts were of one day.
struct Agreement {
    /// Days named both by month and, in some account, by weekday.
    pairs: usize,
    /// Mentions of these days.
    mentions: usize,
    /// Days named by weekday that lie in the wrong direction of time: never, by construction, but
    /// days of months that do.
    against: usize,
    year: i16,
    /// The words of one pair.
    example: Option<(String, String)>,
}

impl Agreement {
    /// More days first, then more mentions, then fewer against.
    fn rank(&self) -> (usize, usize, std::cmp::Reverse<usize>) {
        (self.pairs, self.mentions, std::cmp::Reverse(self.against))
    }
}

fn agreement(scene: &Scene<'_>, candidate: Date) -> Agreement {
    let mut by_month: BTreeSet<(Date, &str)> = BTreeSet::new();
    let mut by_week: BTreeSet<(Date, &str)> = BTreeSet::new();
    let mut all: Vec<(Date, bool)> = Vec::new();
    let mut against = 0;
    for account in &scene.accounts {
        for spoken in account.days(Some(candidate)) {
            let words = spoken.words;
            if is_month_day(&spoken.time.form) {
                by_month.insert((spoken.day, words));
                all.push((spoken.day, true));
                let future = spoken.day > candidate;
                against += usize::from(future && spoken.time.tense == Tense::Past);
            } else if matches!(spoken.time.form, TimeForm::Weekday { .. }) {
                by_week.insert((spoken.day, words));
                all.push((spoken.day, false));
            } else if is_relative_day(&spoken.time.form) {
                all.push((spoken.day, false));
            }
        }
    }
    let days: BTreeSet<Date> = by_month.iter().map(|(day, _)| *day).collect();
    let both: BTreeSet<Date> =
        by_week.iter().map(|(day, _)| *day).filter(|day| days.contains(day)).collect();
    let words_of = |list: &BTreeSet<(Date, &str)>, day: &Date| {
        list.iter().find(|(d, _)| d == day).map(|(_, words)| (*words).to_owned())
    };
    let example =
        both.last().and_then(|day| Some((words_of(&by_month, day)?, words_of(&by_week, day)?)));
    Agreement {
        pairs: both.len(),
        mentions: all.iter().filter(|(day, _)| both.contains(day)).count(),
        against,
        year: both.last().map_or(candidate.year(), |day| day.year()),
        example,
    }
}

/// The latest full past day that an account names: the story is not before it, and rarely long
/// after.
fn by_latest_day(scene: &Scene<'_>) -> Option<Frame> {
    let (date, words) = scene
        .accounts
        .iter()
        .flat_map(|account| {
            account.article.times.iter().filter_map(|time| match &time.form {
                TimeForm::Absolute(when) if time.tense != Tense::Future && when.is_day() => {
                    Some((when.first, account.article.words(time.span).to_owned()))
                }
                _ => None,
            })
        })
        .max_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.cmp(&a.1)))?;
    Some(Frame {
        date,
        confidence: 0.3,
        reason: format!("“{words}” is the latest past day of which these accounts speak"),
    })
}
