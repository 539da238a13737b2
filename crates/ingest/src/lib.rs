//! First stage: bytes to [`Article`]s.

use rapporteur_core::Article;

/// What came of reading some inputs.
#[derive(Debug, Default)]
pub struct Intake {
    /// The articles, in the order of the inputs.
    pub articles: Vec<Article>,
}
