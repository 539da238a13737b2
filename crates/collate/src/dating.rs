//! The day of each account and the meaning of its times, once the other accounts help.

use rapporteur_core::{AnnotatedArticle, Story, When};

/// What every expression of time means, by article and index into its times.
#[derive(Debug, Default)]
pub(crate) struct Dates {
    /// For each article of the run, for each of its times.
    pub(crate) times: Vec<Vec<Option<When>>>,
}

/// Resolves the times of all articles of a story together: one that says "Monday" joins one that
/// says "10 January".
pub(crate) fn anchor(_story: &Story, _articles: &[AnnotatedArticle]) -> Dates {
    Dates::default()
}
