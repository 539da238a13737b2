//! Weekdays that may look either way.
//!
//! "The talks in Helsinki on Monday" can be last Monday's or next Monday's. Where the words around
//! it are those that the accounts use of the one and not of the other, they decide.

use super::evidence::{Bags, Scene};
use jiff::civil::Date;
use rapporteur_core::{ArticleId, Tense, TimeForm, When};
use std::collections::{BTreeMap, BTreeSet};

/// By so much the words must agree better with the other day, where the words around say nothing
/// about the direction, and where they do.
const MARGIN: f64 = 0.2;
const MARGIN_AGAINST_TENSE: f64 = 0.4;

/// A weekday whose week is open.
struct Open<'a> {
    article: ArticleId,
    index: usize,
    day: Date,
    /// Whether the words around it say which way it looks.
    sure: bool,
    around: &'a BTreeSet<String>,
}

/// Turns weekdays in `times` to the week of which the accounts speak.
pub(super) fn weekdays(scene: &Scene<'_>, times: &mut BTreeMap<ArticleId, Vec<Option<When>>>) {
    let mut firm: Vec<(Date, &BTreeSet<String>)> = Vec::new();
    let mut open: Vec<Open<'_>> = Vec::new();
    for account in &scene.accounts {
        let Some(resolved) = times.get(&account.id) else {
            continue;
        };
        let all = account.article.times.iter().zip(&account.around);
        for (index, ((time, around), when)) in all.zip(resolved).enumerate() {
            let Some(day) = when.as_ref().filter(|w| w.is_day()).map(|w| w.first) else {
                continue;
            };
            let turns = matches!(time.form, TimeForm::Weekday { shift: None, .. });
            let sure = time.tense != Tense::Unknown;
            if turns {
                open.push(Open { article: account.id, index, day, sure, around });
            }
            if !turns || sure {
                firm.push((day, around));
            }
        }
    }
    let bags = Bags::of(firm.into_iter());
    let mut turned: Vec<(ArticleId, usize, Date)> = Vec::new();
    for weekday in open {
        let own = weekday.sure.then_some(weekday.day);
        let margin = if weekday.sure { MARGIN_AGAINST_TENSE } else { MARGIN };
        let here = bags.likeness(weekday.around, weekday.day, own);
        let other = [7, -7]
            .into_iter()
            .filter_map(|days| {
                let span = jiff::Span::new().try_days(days).ok()?;
                weekday.day.checked_add(span).ok()
            })
            .map(|other| (bags.likeness(weekday.around, other, own), other))
            .reduce(|best, next| if next.0 > best.0 { next } else { best });
        if let Some((likeness, other)) = other
            && likeness > here + margin
        {
            turned.push((weekday.article, weekday.index, other));
        }
    }
    for (id, index, day) in turned {
        if let Some(when) = times.get_mut(&id).and_then(|list| list.get_mut(index)) {
            *when = Some(When::day(day));
        }
    }
}
