//! The transformer at run time: word pieces, the model file, int8 inference in pure Rust.

mod attention;
mod dense;
mod error;
mod file;
mod float;
mod linear;
mod mapped;
mod math;
mod model;
mod norm;
mod pieces;
mod simd;

pub use error::{ModelError, ModelErrorKind};
pub use linear::Linear;
pub use model::{Hidden, Model, Tensor, Window};
pub use pieces::{Piece, Vocabulary};
