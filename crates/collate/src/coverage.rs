//! Share of voice, cue verbs, namings.

use rapporteur_core::{AnnotatedArticle, CueUse, Naming, Point, Statement, Voice};

/// Words quoted and reported by article and speaker.
pub(crate) fn voice(_articles: &[AnnotatedArticle], _statements: &[Statement]) -> Vec<Voice> {
    Vec::new()
}

/// The verb that introduces each statement.
pub(crate) fn cues(
    _articles: &[AnnotatedArticle],
    _statements: &[Statement],
    _points: &[Point],
) -> Vec<CueUse> {
    Vec::new()
}

/// What the same thing is called by different articles.
pub(crate) fn namings(_articles: &[AnnotatedArticle], _points: &[Point]) -> Vec<Naming> {
    Vec::new()
}
