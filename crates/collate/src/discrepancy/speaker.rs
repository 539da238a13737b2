//! One remark, given to different speakers.
//!
//! Compares the readings of a point. Speaks where two articles attribute it to actors of different
//! parties (a state and its spokesman are one party). Silent where one of them keeps the speaker's
//! name back, and where an article gives it to both.

use super::Accounts;
use rapporteur_core::words::{fold, words};
use rapporteur_core::{
    ArticleId, Discrepancy, DiscrepancyKind, DiscrepantReading, Evidence, Span, StatementId,
};
use std::collections::{BTreeMap, BTreeSet};

/// See the module.
pub(super) fn find(accounts: &Accounts<'_>) -> Vec<Discrepancy> {
    accounts
        .points
        .iter()
        .filter_map(|point| {
            let mut readings: Vec<(String, DiscrepantReading)> = Vec::new();
            for reading in &point.readings {
                let Some((party, name, span)) = reading.statement.and_then(|s| said(accounts, s))
                else {
                    continue;
                };
                readings.push((
                    party,
                    DiscrepantReading {
                        evidence: Evidence {
                            article: reading.evidence.article,
                            span,
                        },
                        value: name,
                    },
                ));
            }
            differ(&readings).then(|| {
                let gist = point
                    .readings
                    .get(point.gist)
                    .map(|r| accounts.words(r.evidence).to_owned())
                    .unwrap_or_default();
                accounts.discrepancy(
                    DiscrepancyKind::Speaker,
                    gist,
                    readings.into_iter().map(|(_, r)| r).collect(),
                )
            })
        })
        .collect()
}

/// The party and name of a statement's speaker, with the words that name them.
fn said(accounts: &Accounts<'_>, id: StatementId) -> Option<(String, String, Span)> {
    let statement = accounts.statements.get(id.0 as usize)?;
    let actor = accounts.actors.get(statement.speaker?.0 as usize)?;
    if actor.anonymous || is_medium(&actor.name) {
        return None;
    }
    let attribution = accounts
        .articles
        .get(statement.article.index())?
        .attributions
        .get(statement.attribution)?;
    let span = attribution.source.first().copied()?;
    let source = accounts
        .articles
        .get(statement.article.index())?
        .words(span);
    if is_medium(source) {
        return None;
    }
    let party = actor.party.as_deref().unwrap_or(&actor.name);
    Some((fold(party), actor.name.clone(), span))
}

/// Whether a name is one of news media: through them a remark came, they did not make it.
fn is_medium(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "agency",
        "broadcaster",
        "daily",
        "gazette",
        "herald",
        "journal",
        "magazine",
        "media",
        "news",
        "newspaper",
        "paper",
        "press",
        "radio",
        "report",
        "reports",
        "rumours",
        "sources",
        "television",
        "times",
        "tribune",
        "tv",
    ];
    words(name, Span::new(0, name.len()))
        .iter()
        .any(|w| WORDS.contains(&w.folded.as_str()))
}

/// Whether two articles have no party in common.
fn differ(readings: &[(String, DiscrepantReading)]) -> bool {
    let mut by_article: BTreeMap<ArticleId, BTreeSet<&str>> = BTreeMap::new();
    for (party, reading) in readings {
        by_article
            .entry(reading.evidence.article)
            .or_default()
            .insert(party);
    }
    let parties: Vec<_> = by_article.values().collect();
    parties
        .first()
        .is_some_and(|first| parties.iter().any(|other| first.is_disjoint(other)))
}
