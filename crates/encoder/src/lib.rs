//! The transformer at run time: word pieces, the model file, int8 inference in pure Rust.

mod pieces;

pub use pieces::{Piece, Vocabulary};
