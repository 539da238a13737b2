//! The day of one account beside the others.

use super::evidence::{Account, Scene, Spoken, is_month_day, is_relative_day};
use jiff::civil::Date;
use rapporteur_core::{ArticleId, DateOrigin, PublicationDate, Tense};
use std::collections::{BTreeMap, BTreeSet};

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

fn best(account: &Account<'_>, others: &[Spoken<'_>], frame: &Frame) -> PublicationDate {
    let bags = bags(others);
    let mut best: Option<(f64, Date, Option<(String, String)>)> = None;
    // From the frame outwards, so that of equals the nearest wins, the later one first: an account
    // comes after what it speaks of.
    let shifts = (0..=WINDOW).flat_map(|k| [k, -k]).skip(1);
    for shift in shifts {
        let Some(candidate) = jiff::Span::new()
            .try_days(shift)
            .ok()
            .and_then(|span| frame.date.checked_add(span).ok())
        else {
            continue;
        };
        let (score, example) = score(account, candidate, &bags, others);
        let score = score - if shift == 0 { 0.0 } else { PRIOR };
        if best.as_ref().is_none_or(|(b, _, _)| score > *b) {
            best = Some((score, candidate, example));
        }
    }
    let (score, date, example) = best.unwrap_or((0.0, frame.date, None));
    let reason = match example.filter(|_| date != frame.date) {
        Some((here, there)) => format!("{}; “{here}” here is “{there}” there", frame.reason),
        None => frame.reason.clone(),
    };
    PublicationDate {
        date,
        origin: DateOrigin::Inferred,
        confidence: if score > 0.0 {
            frame.confidence
        } else {
            frame.confidence * 0.8
        },
        reason,
    }
}

/// The words that the other accounts use of each day, and on how many days each word occurs.
struct Bags<'a> {
    by_day: BTreeMap<Date, BTreeSet<&'a str>>,
    days_of: BTreeMap<&'a str, usize>,
}

fn bags<'a>(others: &[Spoken<'a>]) -> Bags<'a> {
    let mut by_day: BTreeMap<Date, BTreeSet<&str>> = BTreeMap::new();
    for spoken in others {
        by_day
            .entry(spoken.day)
            .or_default()
            .extend(spoken.around.iter().map(String::as_str));
    }
    let mut days_of: BTreeMap<&str, usize> = BTreeMap::new();
    for word in by_day.values().flatten() {
        *days_of.entry(word).or_default() += 1;
    }
    Bags { by_day, days_of }
}

/// How well an account's relative days fall on days of which others speak in the same words, if it
/// appeared on `candidate`; with the words of the best pair.
fn score(
    account: &Account<'_>,
    candidate: Date,
    bags: &Bags<'_>,
    others: &[Spoken<'_>],
) -> (f64, Option<(String, String)>) {
    let mut total = 0.0;
    let mut example: Option<(f64, String, String)> = None;
    for spoken in account.days(Some(candidate)) {
        let relative = is_relative_day(&spoken.time.form);
        if is_month_day(&spoken.time.form)
            && spoken.day > candidate
            && spoken.time.tense == Tense::Past
        {
            total -= 1.0;
        }
        if !relative {
            continue;
        }
        let Some(bag) = bags.by_day.get(&spoken.day) else {
            continue;
        };
        // A word that stands on every day says nothing about which.
        let weight = |word: &str| {
            bags.days_of
                .get(word)
                .map_or(0.0, |days| 1.0 / (*days * *days) as f64)
        };
        let shared: f64 = spoken
            .around
            .iter()
            .filter(|word| bag.contains(word.as_str()))
            .map(|word| weight(word))
            .sum();
        let all: f64 = spoken.around.iter().map(|word| weight(word)).sum();
        if all > 0.0 {
            let gain = shared / all;
            total += gain;
            let there = others
                .iter()
                .filter(|other| other.day == spoken.day)
                .max_by_key(|other| other.around.intersection(spoken.around).count());
            if let Some(there) = there
                && example.as_ref().is_none_or(|(g, _, _)| gain > *g)
            {
                example = Some((gain, spoken.words.to_owned(), there.words.to_owned()));
            }
        }
    }
    (total, example.map(|(_, here, there)| (here, there)))
}
