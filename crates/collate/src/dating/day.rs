//! The day of one account beside the others.

use super::evidence::{Account, Bags, Scene, Spoken, is_month_day, is_relative_day};
use jiff::civil::Date;
use rapporteur_core::{ArticleId, DateOrigin, PublicationDate, Tense};
use std::collections::BTreeMap;

/// Accounts of one event appear within so many days of its middle.
const WINDOW: i64 = 4;
/// What a day of the frame is worth against the words that speak for another.
const PRIOR: f64 = 0.15;

/// Where a story stands in the calendar.
pub(super) struct Frame {
    /// A day on which most of its accounts could have appeared.
    pub(super) date: Date,
    pub(super) confidence: f32,
    pub(super) reason: String,
}

/// The frame that the dated accounts make: the middle one of their days.
pub(super) fn frame(known: &BTreeMap<ArticleId, PublicationDate>) -> Option<Frame> {
    let mut days: Vec<Date> = known.values().map(|p| p.date).collect();
    days.sort_unstable();
    let date = *days.get(days.len() / 2)?;
    Some(Frame {
        date,
        confidence: 0.6,
        reason: "other accounts of the story are of that day".to_owned(),
    })
}

/// The days of the accounts `open`, against the frame and the days of the others.
pub(super) fn place(
    scene: &Scene<'_>,
    frame: &Frame,
    known: &BTreeMap<ArticleId, PublicationDate>,
    open: &[ArticleId],
) -> Vec<(ArticleId, PublicationDate)> {
    let day_of = |id: ArticleId| known.get(&id).map_or(frame.date, |p| p.date);
    scene
        .accounts
        .iter()
        .filter(|account| open.contains(&account.id))
        .map(|account| {
            let others: Vec<Spoken<'_>> = scene
                .accounts
                .iter()
                .filter(|other| other.id != account.id)
                .flat_map(|other| other.days(Some(day_of(other.id))))
                .collect();
            (account.id, best(account, &others, frame))
        })
        .collect()
}

/// The days around `date`, from it outwards, so that of equals the nearest wins, the later one
/// first: an account comes after what it speaks of.
pub(super) fn around(date: Date) -> impl Iterator<Item = Date> {
    (0..=WINDOW)
        .flat_map(|k| [k, -k])
        .skip(1)
        .filter_map(move |k| date.checked_add(jiff::Span::new().try_days(k).ok()?).ok())
}

fn best(account: &Account<'_>, others: &[Spoken<'_>], frame: &Frame) -> PublicationDate {
    let bags = Bags::of(others.iter().map(|spoken| (spoken.day, spoken.around)));
    let (score, date) = around(frame.date)
        .map(|day| {
            let prior = if day == frame.date { 0.0 } else { PRIOR };
            (score(account, day, &bags) - prior, day)
        })
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .unwrap_or((0.0, frame.date));
    let moved = date != frame.date;
    let reason = match moved.then(|| example(account, date, &bags, others)).flatten() {
        Some((here, there)) => format!("{}; “{here}” here is “{there}” there", frame.reason),
        None => frame.reason.clone(),
    };
    PublicationDate {
        date,
        origin: DateOrigin::Inferred,
        confidence: if score > 0.0 { frame.confidence } else { frame.confidence * 0.8 },
        reason,
    }
}

/// How well an account's days fall, if it appeared on `candidate`: see [`agreement`]; what it tells
/// as past does not lie ahead.
fn score(account: &Account<'_>, candidate: Date, bags: &Bags<'_>) -> f64 {
    let ahead = account
        .days(Some(candidate))
        .iter()
        .filter(|spoken| {
            is_month_day(&spoken.time.form)
                && spoken.day > candidate
                && spoken.time.tense == Tense::Past
        })
        .count();
    agreement(account, candidate, bags) - ahead as f64
}

/// How well an account's relative days fall on days of which others speak in the same words, if it
/// appeared on `candidate`.
pub(super) fn agreement(account: &Account<'_>, candidate: Date, bags: &Bags<'_>) -> f64 {
    account
        .days(Some(candidate))
        .iter()
        .filter(|spoken| is_relative_day(&spoken.time.form))
        .map(|spoken| bags.likeness(spoken.around, spoken.day, None))
        .sum()
}

/// The relative day of the account that speaks most for `date`, and the words of another account
/// for the same day.
fn example(
    account: &Account<'_>,
    date: Date,
    bags: &Bags<'_>,
    others: &[Spoken<'_>],
) -> Option<(String, String)> {
    let days = account.days(Some(date));
    let (_, here) = days
        .iter()
        .filter(|spoken| is_relative_day(&spoken.time.form))
        .map(|spoken| (bags.likeness(spoken.around, spoken.day, None), spoken))
        .filter(|(gain, _)| *gain > 0.0)
        .reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    let there = others
        .iter()
        .filter(|other| other.day == here.day)
        .max_by_key(|other| other.around.intersection(here.around).count())?;
    Some((here.words.to_owned(), there.words.to_owned()))
}
