//! Loaded, opposed or narrower words for one thing.
//!
//! Compares the readings of a point by a table of words of which each row names one thing from
//! several stances: "annexed" and "rejoined", "militants" and "terrorists", "coup" and
//! "revolution". Speaks where two articles use different words of a row in readings of one point,
//! or directly before the same name ("the terror group Boreal Dawn", "the militant group Boreal
//! Dawn"). Silent where an article uses both. The rows are general vocabulary; no row holds a word
//! that merely repeats another.

use super::Accounts;
use rapporteur_core::words::{stem, words};
use rapporteur_core::{ArticleId, Discrepancy, DiscrepancyKind, DiscrepantReading, Evidence, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Rows of stems; a word of one row may stand for the others of the row.
const ROWS: &str = include_str!("naming.txt");

static ROW_OF: LazyLock<BTreeMap<&'static str, Vec<(usize, usize)>>> = LazyLock::new(|| {
    let mut out: BTreeMap<&'static str, Vec<(usize, usize)>> = BTreeMap::new();
    let rows = ROWS.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
    for (row, line) in rows.enumerate() {
        for (stance, group) in line.split('|').enumerate() {
            for word in group.split_whitespace() {
                out.entry(stem(word)).or_default().push((row, stance));
            }
        }
    }
    out
});

/// A word of a row at a place.
struct Use {
    row: usize,
    stance: usize,
    place: Evidence,
}

/// See the module.
pub(super) fn find(accounts: &Accounts<'_>) -> Vec<Discrepancy> {
    let mut out: BTreeMap<usize, Vec<Use>> = BTreeMap::new();
    for point in accounts.points {
        let mut rows: BTreeMap<usize, Vec<Use>> = BTreeMap::new();
        for reading in &point.readings {
            for found in uses(accounts, reading.evidence) {
                rows.entry(found.row).or_default().push(found);
            }
        }
        for (row, uses) in rows {
            if opposed(&uses) {
                out.entry(row).or_default().extend(uses);
            }
        }
    }
    out.into_values()
        .map(|uses| {
            let about =
                uses.first().map(|u| accounts.words(u.place).to_owned()).unwrap_or_default();
            let readings = uses
                .iter()
                .map(|u| DiscrepantReading {
                    evidence: u.place,
                    value: accounts.words(u.place).to_owned(),
                })
                .collect();
            accounts.discrepancy(DiscrepancyKind::Naming, about, readings)
        })
        .collect()
}

/// The words of rows in a reading.
fn uses(accounts: &Accounts<'_>, reading: Evidence) -> Vec<Use> {
    let Some(article) = accounts.articles.get(reading.article.index()) else {
        return Vec::new();
    };
    words(&article.article.text, reading.span)
        .into_iter()
        .filter_map(|w| Some((ROW_OF.get(stem(&w.folded))?, w.span)))
        .flat_map(|(rows, span): (_, Span)| {
            rows.iter().map(move |&(row, stance)| Use {
                row,
                stance,
                place: Evidence { article: reading.article, span },
            })
        })
        .collect()
}

/// Whether two articles use words of different stances and neither uses the other's.
fn opposed(uses: &[Use]) -> bool {
    let mut stances: BTreeMap<ArticleId, BTreeSet<usize>> = BTreeMap::new();
    for found in uses {
        stances.entry(found.place.article).or_default().insert(found.stance);
    }
    let sets: Vec<_> = stances.values().collect();
    sets.iter().enumerate().any(|(n, a)| sets.iter().skip(n + 1).any(|b| a.is_disjoint(b)))
}
