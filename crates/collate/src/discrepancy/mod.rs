//! Where accounts part: a table of detectors, one file for each kind.
//!
//! A detector's doc comment is its manual: what it compares, when it speaks, when it is silent.
//! None says who is right; each shows the readings as they stand. All prefer few differences that
//! matter to many that do not.

mod alike;
mod count;
mod date;
mod duration;
#[cfg(test)]
mod gold;
mod measure;
mod name;
mod naming;
mod place;
mod speaker;
#[cfg(test)]
mod tests;
mod wording;

use crate::dating::Dates;
use rapporteur_core::{
    Actor, AnnotatedArticle, Discrepancy, DiscrepancyKind, DiscrepantReading, Evidence, Point,
    PointId, Statement, Story,
};
use std::collections::BTreeSet;

/// What a detector reads.
pub(crate) struct Accounts<'a> {
    pub(crate) story: &'a Story,
    pub(crate) articles: &'a [AnnotatedArticle],
    pub(crate) actors: &'a [Actor],
    pub(crate) statements: &'a [Statement],
    pub(crate) points: &'a [Point],
    pub(crate) dates: &'a Dates,
}

/// A rule that finds differences of one kind.
type Detector = fn(&Accounts<'_>) -> Vec<Discrepancy>;

/// All detectors, in the order in which their findings are shown.
const DETECTORS: &[Detector] = &[
    count::find,
    duration::find,
    date::find,
    place::find,
    speaker::find,
    wording::find,
    name::find,
    naming::find,
];

/// Runs every detector.
pub(crate) fn find(
    story: &Story,
    articles: &[AnnotatedArticle],
    actors: &[Actor],
    statements: &[Statement],
    points: &[Point],
    dates: &Dates,
) -> Vec<Discrepancy> {
    let accounts = Accounts { story, articles, actors, statements, points, dates };
    DETECTORS
        .iter()
        .flat_map(|detector| detector(&accounts))
        .filter(|d| spans_articles(&d.readings))
        .collect()
}

fn spans_articles(readings: &[DiscrepantReading]) -> bool {
    readings.iter().map(|r| r.evidence.article).collect::<BTreeSet<_>>().len() > 1
}

impl Accounts<'_> {
    /// The words at a place.
    fn words(&self, evidence: Evidence) -> &str {
        self.articles.get(evidence.article.index()).map_or("", |a| a.words(evidence.span))
    }

    /// The point of which a reading overlaps each of the places, if there is one.
    fn point_of(&self, places: &[Evidence]) -> Option<PointId> {
        (0u32..)
            .zip(self.points)
            .find(|(_, point)| {
                places.iter().all(|place| {
                    point.readings.iter().any(|r| {
                        r.evidence.article == place.article && r.evidence.span.overlaps(place.span)
                    })
                })
            })
            .map(|(index, _)| PointId(index))
    }

    /// A discrepancy of the readings, in order, each place once.
    fn discrepancy(
        &self,
        kind: DiscrepancyKind,
        about: String,
        mut readings: Vec<DiscrepantReading>,
    ) -> Discrepancy {
        readings.sort_by(|a, b| (a.evidence, &a.value).cmp(&(b.evidence, &b.value)));
        readings.dedup_by_key(|r| r.evidence);
        let places: Vec<Evidence> = readings.iter().map(|r| r.evidence).collect();
        Discrepancy { kind, about, point: self.point_of(&places), readings }
    }
}
