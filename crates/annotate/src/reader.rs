//! The reader: who said what, and what is named, by a trained model.
//!
//! The article's word pieces ([`sequence`]) are cut into windows, encoded, and read by heads: tags of
//! roles and of names (`tags`), and the links between the spans found (`link`),
//! which also say who is meant by a pronoun (`antecedent`). How the model is
//! made stands in `training/`.

mod antecedent;
mod link;
mod model;
mod sequence;
mod tags;
mod window;

pub(crate) use self::antecedent::Antecedents;
use self::model::Heads;
pub(crate) use self::model::{Found, Name, Reading};
pub use self::sequence::{FEATURE_VALUES, FEATURES, Sequence, sequence};
use rapporteur_core::{AnnotatedArticle, Diagnostic, Severity, Span};
use rapporteur_encoder::{Model, ModelError};
use std::path::Path;

/// What reads articles: the trained model, or rules alone. Shared between threads as it is.
#[derive(Debug)]
pub struct Reader(Option<Box<Heads>>);

impl Reader {
    /// The model that comes with the program.
    ///
    /// # Errors
    /// Where the program was built from a damaged model file.
    pub fn bundled() -> Result<Self, ModelError> {
        Self::with(Model::from_bytes(include_bytes!("../../../models/reader.safetensors"))?)
    }

    /// The model in the file at `path`.
    ///
    /// # Errors
    /// Where there is no such file, or it holds no reader of this version. The error names the file.
    pub fn open(path: &Path) -> Result<Self, ModelError> {
        Model::open(path).and_then(Self::with).map_err(|e| e.at(path))
    }

    /// Rules alone: less is found, many times faster.
    pub const fn rules() -> Self {
        Self(None)
    }

    fn with(encoder: Model) -> Result<Self, ModelError> {
        Ok(Self(Some(Box::new(Heads::new(encoder)?))))
    }

    /// What the model sees in an article that has its paragraphs, sentences and quotations; none
    /// without a model.
    pub(crate) fn read(&self, article: &mut AnnotatedArticle) -> Option<Reading<'_>> {
        let reading = self.0.as_ref()?.read(article);
        if let Some(stopped) = reading.stopped {
            article.article.diagnostics.push(Diagnostic {
                severity: Severity::Warning,
                message:
                    "longer than any article: the reader stopped here; split the text to have \
                          the rest read"
                        .into(),
                span: Some(Span::new(stopped, stopped)),
            });
        }
        Some(reading)
    }
}
