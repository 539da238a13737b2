//! Where accounts part: a table of detectors, one for each kind.

use crate::dating::Dates;
use rapporteur_core::{Actor, AnnotatedArticle, Discrepancy, Point, Statement, Story};

/// Runs every detector.
pub(crate) fn find(
    _story: &Story,
    _articles: &[AnnotatedArticle],
    _actors: &[Actor],
    _statements: &[Statement],
    _points: &[Point],
    _dates: &Dates,
) -> Vec<Discrepancy> {
    Vec::new()
}
