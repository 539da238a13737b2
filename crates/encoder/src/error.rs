//! What can be wrong with a model file.

use std::fmt;
use std::path::{Path, PathBuf};

/// A model that cannot be used: which file, and why. The message says what to do.
#[derive(Debug)]
pub struct ModelError {
    kind: ModelErrorKind,
    path: Option<PathBuf>,
}

/// Why a model cannot be used.
#[derive(Debug)]
#[non_exhaustive]
pub enum ModelErrorKind {
    /// There is no such file.
    Missing,
    /// The file is there and cannot be read.
    Unreadable(std::io::Error),
    /// The bytes are not a model file: what was looked for.
    NotAModel(String),
    /// The bytes are not those that were written: the SHA-256 differs.
    Damaged,
    /// A model of another version of the format.
    Version {
        /// The version that the file names.
        found: String,
        /// The version that this program reads.
        expected: &'static str,
    },
    /// A tensor that is missing or is not of the form that the configuration asks for.
    Shape {
        /// The tensor's name.
        tensor: String,
        /// What it should be.
        expected: String,
    },
}

impl ModelError {
    pub(crate) fn not_a_model(reason: impl fmt::Display) -> Self {
        ModelErrorKind::NotAModel(reason.to_string()).into()
    }

    /// The error of a tensor that is missing or is not `expected`, for those who read heads.
    pub fn shape(tensor: &str, expected: impl fmt::Display) -> Self {
        let expected = expected.to_string();
        ModelErrorKind::Shape { tensor: tensor.to_owned(), expected }.into()
    }

    /// The same error, of the file at `path`.
    pub fn at(mut self, path: &Path) -> Self {
        self.path = Some(path.to_owned());
        self
    }

    /// Why.
    pub fn kind(&self) -> &ModelErrorKind {
        &self.kind
    }

    /// The file, where the model was read from one.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }
}

impl From<ModelErrorKind> for ModelError {
    fn from(kind: ModelErrorKind) -> Self {
        Self { kind, path: None }
    }
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => write!(f, "model {}: ", path.display())?,
            None => write!(f, "built-in model: ")?,
        }
        match &self.kind {
            ModelErrorKind::Missing => write!(f, "there is no such file")?,
            ModelErrorKind::Unreadable(error) => write!(f, "cannot be read ({error})")?,
            ModelErrorKind::NotAModel(reason) => write!(f, "is not a model file ({reason})")?,
            ModelErrorKind::Damaged => write!(f, "is damaged (its SHA-256 is another)")?,
            ModelErrorKind::Version { found, expected } => {
                write!(f, "has format version {found}, this program reads {expected}")?;
            }
            ModelErrorKind::Shape { tensor, expected } => {
                write!(f, "tensor {tensor} is missing or is not {expected}")?;
            }
        }
        let remedy = match (&self.path, &self.kind) {
            (None, _) => "build the program again from a clean checkout",
            (_, ModelErrorKind::Missing) => {
                "check the path, or take the file from models/ of the repository"
            }
            (_, ModelErrorKind::Unreadable(_)) => "check the file's permissions",
            (_, ModelErrorKind::Version { .. }) => {
                "take the file of this version from models/ of the repository"
            }
            _ => {
                "take the file anew from models/ of the repository, or write it with training/export.py"
            }
        };
        write!(f, "; {remedy}")
    }
}

impl std::error::Error for ModelError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            ModelErrorKind::Unreadable(error) => Some(error),
            _ => None,
        }
    }
}
