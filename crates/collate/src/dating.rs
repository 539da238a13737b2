//! The day of each account and the meaning of its times, once the other accounts help.
//!
//! An account that carries no date still says which days it speaks of: "Wednesday", "January 12",
//! "today". Alone that dates nothing; beside the other accounts of the story it does.
//!
//! 1. Accounts whose day is known keep it. A day inferred from the account's own text with little
//!    confidence counts as unknown here.
//! 2. Where no account of the story is dated, [`year`] looks for the year: bounded below by the
//!    latest past year that any account mentions, it is the earliest one in which most of the
//!    story's days of months fall on the days of the week that the story names.
//! 3. [`day`] gives each account without a day the one under which its own times fall on the days
//!    of the others that speak of the same things.
//!
//! 4. An account that was published again much later still speaks as on its first day: [`late`].
//! 5. A weekday that may look either way takes the way in which the accounts' words agree:
//!    [`turn`].
//!
//! What nothing dates stays undated. A day that was given stays as it was given; 4 touches only
//! what the account's words mean.

mod day;
mod evidence;
mod late;
mod turn;
mod year;

#[cfg(test)]
mod tests;

pub(crate) use evidence::near;

use evidence::Scene;
use jiff::civil::Date;
use rapporteur_core::{
    AnnotatedArticle, ArticleId, DateOrigin, PublicationDate, Story, When, resolve_all,
};
use std::collections::BTreeMap;

/// Below this confidence an account's inferred day gives way to what the other accounts say.
const SURE: f32 = 0.6;

/// The days of the accounts of a story and what their expressions of time mean.
#[derive(Debug, Default)]
pub(crate) struct Dates {
    /// For each article of the story, what each of its times means.
    times: BTreeMap<ArticleId, Vec<Option<When>>>,
    /// The day of each account that has one, with how it is known, by article.
    pub(crate) accounts: Vec<(ArticleId, PublicationDate)>,
    /// The day as of which each account speaks: that of its publication, but for one that was
    /// published again.
    speaks: BTreeMap<ArticleId, Date>,
}

impl Dates {
    /// What expression `index` of the article's times means.
    pub(crate) fn when(&self, article: ArticleId, index: usize) -> Option<&When> {
        self.times.get(&article)?.get(index)?.as_ref()
    }

    /// The day as of which an account speaks.
    pub(crate) fn account(&self, article: ArticleId) -> Option<Date> {
        self.speaks.get(&article).copied()
    }
}

/// Resolves the times of all articles of a story together.
pub(crate) fn anchor(story: &Story, articles: &[AnnotatedArticle]) -> Dates {
    let scene = Scene::of(story, articles);
    let mut known: BTreeMap<ArticleId, PublicationDate> = BTreeMap::new();
    for account in &scene.accounts {
        if let Some(published) = &account.article.article.published
            && (published.origin != DateOrigin::Inferred || published.confidence >= SURE)
        {
            known.insert(account.id, published.clone());
        }
    }
    let open: Vec<ArticleId> = scene
        .accounts
        .iter()
        .map(|account| account.id)
        .filter(|id| !known.contains_key(id))
        .collect();
    if !open.is_empty() {
        let found = if known.is_empty() { year::find(&scene) } else { day::frame(&known) };
        if let Some(frame) = found {
            for (id, published) in day::place(&scene, &frame, &known, &open) {
                known.insert(id, published);
            }
        }
        // What the account's own text said with little confidence is better than nothing.
        for account in &scene.accounts {
            if let Some(published) = &account.article.article.published {
                known.entry(account.id).or_insert_with(|| published.clone());
            }
        }
    }
    let speaks = late::speaking_days(&scene, &known);
    let mut times = scene
        .accounts
        .iter()
        .map(|account| {
            let day: Option<Date> = speaks.get(&account.id).copied();
            (account.id, resolve_all(&account.article.times, day))
        })
        .collect();
    turn::weekdays(&scene, &mut times);
    Dates { times, accounts: known.into_iter().collect(), speaks }
}
