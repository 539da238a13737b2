//! Where something happened.
//!
//! Compares readings of one point that share most of their words, and the named places in them.
//! Speaks where each reading names exactly one place, after the same kind of preposition, and the
//! two are different names. Silent where either article elsewhere joins the two names ("Port Sel
//! in Ruritania": one lies in the other), and where a reading lists several.

use super::Accounts;
use super::alike::{around, stems};
use rapporteur_core::words::{fold, words};
use rapporteur_core::{
    AnnotatedArticle, ArticleId, Discrepancy, DiscrepancyKind, DiscrepantReading, EntityKind,
    Evidence, MentionForm, Reading, Span,
};
use std::collections::BTreeSet;

/// Share of the shorter reading's words, the place left out, that both have.
const SAME_WORDS: f64 = 0.6;
/// A sentence with more places than this is no clue that two of them lie together.
const FEW_PLACES: usize = 6;

/// A reading with the only place that it names.
struct Located {
    place: Evidence,
    name: String,
    stems: BTreeSet<String>,
}

/// See the module.
pub(super) fn find(accounts: &Accounts<'_>) -> Vec<Discrepancy> {
    let together = together(accounts);
    let mut out = Vec::new();
    for point in accounts.points {
        let located: Vec<Located> =
            point.readings.iter().filter_map(|r| located(accounts, r)).collect();
        let differ = located.iter().enumerate().find_map(|(n, a)| {
            located.iter().skip(n + 1).find(|b| differ(a, b, &together)).map(|b| [a, b])
        });
        if let Some(pair) = differ {
            let readings = pair
                .iter()
                .map(|l| DiscrepantReading {
                    evidence: l.place,
                    value: accounts.words(l.place).to_owned(),
                })
                .collect();
            let about = point
                .readings
                .get(point.gist)
                .map(|r| accounts.words(r.evidence).to_owned())
                .unwrap_or_default();
            out.push(accounts.discrepancy(DiscrepancyKind::Place, about, readings));
        }
    }
    out
}

fn located(accounts: &Accounts<'_>, reading: &Reading) -> Option<Located> {
    let article = accounts.articles.get(reading.evidence.article.index())?;
    let mut places = places(article, reading.evidence.span);
    let (span, name) = places.next()?;
    if places.next().is_some() || !stands_there(article, span) {
        return None;
    }
    let mut stems = stems(article, reading.evidence.span);
    for word in words(&article.article.text, span) {
        stems.remove(rapporteur_core::words::stem(&word.folded));
    }
    Some(Located { place: Evidence { article: reading.evidence.article, span }, name, stems })
}

/// The named places and states inside `within`, each with its entity's folded name.
fn places(
    article: &AnnotatedArticle,
    within: Span,
) -> impl Iterator<Item = (Span, String)> + use<'_> {
    let first = article.mentions.partition_point(|m| m.span.start() < within.start());
    article
        .mentions
        .iter()
        .skip(first)
        .take_while(move |m| m.span.start() < within.end())
        .filter(|m| m.form == MentionForm::Name)
        .filter_map(|m| {
            let entity = article.entity(m.entity)?;
            matches!(entity.kind, EntityKind::Place | EntityKind::State)
                .then(|| (m.span, fold(&entity.name)))
        })
}

/// Whether a preposition of place stands before `span`.
fn stands_there(article: &AnnotatedArticle, span: Span) -> bool {
    let text = article.article.text.as_str();
    words(text, Span::new(around(article, span).start(), span.start()))
        .last()
        .is_some_and(|w| matches!(w.folded.as_str(), "in" | "at" | "near" | "outside" | "off"))
}

fn differ(a: &Located, b: &Located, together: &BTreeSet<(String, String)>) -> bool {
    let shorter = a.stems.len().min(b.stems.len());
    let common = a.stems.intersection(&b.stems).count();
    let pair = ordered(&a.name, &b.name);
    a.place.article != b.place.article
        && a.name != b.name
        && !a.name.contains(&b.name)
        && !b.name.contains(&a.name)
        && shorter > 2
        && common as f64 >= SAME_WORDS * shorter as f64
        && !together.contains(&pair)
}

fn ordered(a: &str, b: &str) -> (String, String) {
    let (x, y) = if a < b { (a, b) } else { (b, a) };
    (x.to_owned(), y.to_owned())
}

/// Pairs of places that one sentence of the story names.
fn together(accounts: &Accounts<'_>) -> BTreeSet<(String, String)> {
    let mut out = BTreeSet::new();
    for id in &accounts.story.articles {
        let id: ArticleId = *id;
        let Some(article) = accounts.articles.get(id.index()) else {
            continue;
        };
        for sentence in &article.sentences {
            let names: BTreeSet<String> =
                places(article, sentence.span).map(|(_, name)| name).collect();
            if names.len() > FEW_PLACES {
                continue;
            }
            for a in &names {
                out.extend(names.iter().filter(|b| *b > a).map(|b| ordered(a, b)));
            }
        }
    }
    out
}
