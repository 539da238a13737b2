//! One remark, given to different speakers.
//!
//! Compares the readings of a point. Speaks where two articles attribute nearly the same words to
//! named actors of different parties (a state and its spokesman are one party). Silent where one of
//! them keeps the speaker's name back, names a pronoun or a medium, and where an article gives the
//! remark to both.

use super::Accounts;
use super::alike::stems;
use crate::positions::is_medium;
use rapporteur_core::words::fold;
use rapporteur_core::{
    ArticleId, Discrepancy, DiscrepancyKind, DiscrepantReading, Evidence, StatementId,
};
use std::collections::{BTreeMap, BTreeSet};

/// See the module.
pub(super) fn find(accounts: &Accounts<'_>) -> Vec<Discrepancy> {
    accounts
        .points
        .iter()
        .filter_map(|point| {
            let said: Vec<Said> =
                point.readings.iter().filter_map(|r| said(accounts, r.statement?)).collect();
            differ(&said).then(|| {
                let gist = point
                    .readings
                    .get(point.gist)
                    .map(|r| accounts.words(r.evidence).to_owned())
                    .unwrap_or_default();
                let readings = said
                    .into_iter()
                    .map(|s| DiscrepantReading { evidence: s.source, value: s.name })
                    .collect();
                accounts.discrepancy(DiscrepancyKind::Speaker, gist, readings)
            })
        })
        .collect()
}

/// A remark with its speaker.
struct Said {
    party: String,
    name: String,
    source: Evidence,
    stems: BTreeSet<String>,
}

/// Share of the shorter remark's content words that both have.
const SAME_WORDS: f64 = 0.6;

/// A statement as far as it has a named speaker.
fn said(accounts: &Accounts<'_>, id: StatementId) -> Option<Said> {
    let statement = accounts.statements.get(id.0 as usize)?;
    let actor = accounts.actors.get(statement.speaker?.0 as usize)?;
    let article = accounts.articles.get(statement.article.index())?;
    let attribution = article.attributions.get(statement.attribution)?;
    let span = attribution.source.first().copied()?;
    let source = article.words(span);
    let named = !actor.anonymous
        && actor.name.starts_with(char::is_uppercase)
        && source.contains(char::is_uppercase)
        && !is_medium(&actor.name)
        && !is_medium(source);
    named.then(|| Said {
        party: fold(actor.party.as_deref().unwrap_or(&actor.name)),
        name: actor.name.clone(),
        source: Evidence { article: statement.article, span },
        stems: attribution.content.iter().flat_map(|c| stems(article, *c)).collect(),
    })
}

/// Whether two articles give nearly the same words to parties of which they have none in common.
fn differ(said: &[Said]) -> bool {
    let mut parties: BTreeMap<ArticleId, BTreeSet<&str>> = BTreeMap::new();
    for s in said {
        parties.entry(s.source.article).or_default().insert(&s.party);
    }
    said.iter().enumerate().any(|(n, a)| {
        said.iter().skip(n + 1).any(|b| {
            let apart = match (parties.get(&a.source.article), parties.get(&b.source.article)) {
                (Some(x), Some(y)) => x.is_disjoint(y),
                _ => false,
            };
            let shorter = a.stems.len().min(b.stems.len());
            let common = a.stems.intersection(&b.stems).count();
            apart && shorter > 2 && common as f64 >= SAME_WORDS * shorter as f64
        })
    })
}
