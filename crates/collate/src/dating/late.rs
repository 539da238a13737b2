//! Accounts published again long after the day as of which they speak.
//!
//! An archive, a copy or a crawl often carries the day of its own making. Its "Monday" is still the
//! Monday of the event. Such an account is known by three things: its day is well after those of
//! the story's first accounts; under its own day its words fall on days of which the first accounts
//! say nothing; under a day beside theirs they fall on days of which those speak in the same words.

use super::day::{agreement, around};
use super::evidence::{Bags, Scene, Spoken};
use jiff::civil::Date;
use rapporteur_core::{ArticleId, PublicationDate};
use std::collections::BTreeMap;

/// An account so many days after the first one is late.
const LATE: i32 = 5;
/// By so much the words must agree better under the other day.
const MARGIN: f64 = 0.3;

/// The day as of which each account with a date speaks.
pub(super) fn speaking_days(
    scene: &Scene<'_>,
    known: &BTreeMap<ArticleId, PublicationDate>,
) -> BTreeMap<ArticleId, Date> {
    let mut days: BTreeMap<ArticleId, Date> = known.iter().map(|(id, p)| (*id, p.date)).collect();
    let Some(first) = days.values().min().copied() else {
        return days;
    };
    let is_late = |day: Date| (day - first).get_days() > LATE;
    let mut on_time: Vec<ArticleId> =
        known.iter().filter(|(_, p)| !is_late(p.date)).map(|(id, _)| *id).collect();
    let mut middle: Vec<Date> = on_time.iter().filter_map(|id| days.get(id).copied()).collect();
    middle.sort_unstable();
    let Some(frame) = middle.get(middle.len() / 2).copied() else {
        return days;
    };
    // What the first round places may place others in the second.
    for _ in 0..2 {
        let mut placed = Vec::new();
        for account in &scene.accounts {
            let Some(own) = days.get(&account.id).copied().filter(|day| is_late(*day)) else {
                continue;
            };
            let others: Vec<Spoken<'_>> = scene
                .accounts
                .iter()
                .filter(|other| on_time.contains(&other.id))
                .flat_map(|other| other.days(days.get(&other.id).copied()))
                .collect();
            let bags = Bags::of(others.iter().map(|spoken| (spoken.day, spoken.around)));
            let under = |day: Date| agreement(account, day, &bags);
            let best = around(frame)
                .map(|day| (under(day), day))
                .reduce(|best, next| if next.0 > best.0 { next } else { best });
            if let Some((found, day)) = best
                && found > under(own) + MARGIN
            {
                placed.push((account.id, day));
            }
        }
        for (id, day) in placed {
            days.insert(id, day);
            on_time.push(id);
        }
    }
    days
}
