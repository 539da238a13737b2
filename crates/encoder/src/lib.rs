//! The transformer at run time: word pieces, the model file, int8 inference in pure Rust.
//!
//! ```no_run
//! use rapporteur_encoder::{Model, Window};
//!
//! let model = Model::open("models/reader.safetensors".as_ref())?;
//! let vocabulary = model.vocabulary();
//! let pieces = vocabulary.split("The talks lasted four hours, the minister said.");
//! let mut ids = vec![vocabulary.first()];
//! ids.extend(pieces.iter().map(|piece| piece.id));
//! ids.push(vocabulary.last());
//! let states = model.encode(&[Window { pieces: &ids, features: &[] }]);
//! let scores = model.head("roles")?.apply(&states[0].values);
//! # Ok::<(), rapporteur_encoder::ModelError>(())
//! ```
//!
//! The network is BERT's (Devlin et al. 2019): embeddings of piece, position and features, layers of
//! self-attention and two dense layers, normalised after each. Dense layers multiply bytes, the rest
//! is in floats:
//!
//! - `file`: the form of the model file and its checks; `mapped`: its bytes
//! - `model`: the way of a batch of windows through the layers
//! - `dense`, `attention`, `norm`: the kernels, each written once over `simd::Lanes`
//! - `simd`: AVX-512, AVX2 and plain Rust, chosen when a model is loaded; all `unsafe` but for the map
//! - `linear`: the heads
//! - `pieces`: word pieces of a text
//!
//! **The same bytes always.** A piece's hidden state is a function of the model and its window alone:
//! each row of activations is quantised by itself, integer sums are exact, sums of floats have a fixed
//! order, and every operation is exactly rounded on every machine (fused multiply-add included;
//! `exp2` and `erf` are polynomials written out here). There is no padding: a batch is rows.
//!
//! Everything runs on the caller's thread; a [`Model`] is shared between threads as it is.

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
