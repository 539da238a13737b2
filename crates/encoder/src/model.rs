//! A model, loaded and packed, and the way of a window through it.

use crate::attention::{Attend, Scratch};
use crate::dense::{Activations, Dense, Product, Quantise, Quantised, Then};
use crate::error::ModelError;
use crate::file::{Config, File};
use crate::linear::Linear;
use crate::mapped::Bytes;
use crate::norm::{Norm, Normalise};
use crate::pieces::Vocabulary;
use crate::simd::Isa;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

/// Windows go through the layers together until they have this many pieces: enough rows for a panel
/// of weights to pay for its way into the cache, few enough for their numbers to stay there.
const BATCH: usize = 192;
/// Rows that go together through the two wide layers after attention.
const BLOCK: usize = 96;

/// A transformer encoder with its vocabulary and the numbers of its heads.
///
/// Shared between threads as it is: [`Model::encode`] holds what it works with itself.
#[derive(Debug)]
pub struct Model {
    bytes: Bytes,
    /// Where the word embeddings stand in `bytes`.
    words: Range<usize>,
    word_scales: Vec<f32>,
    positions: Vec<f32>,
    /// The embedding of the one segment type.
    kind: Vec<f32>,
    features: Vec<Vec<f32>>,
    norm: Norm,
    layers: Vec<Layer>,
    heads: BTreeMap<String, Tensor>,
    vocabulary: Vocabulary,
    config: Config,
    name: String,
    labels: String,
    isa: Isa,
}

#[derive(Debug)]
struct Layer {
    /// Queries, keys and values side by side.
    inward: Dense,
    outward: Dense,
    attention_norm: Norm,
    up: Dense,
    down: Dense,
    output_norm: Norm,
}

/// Floats of a head, by name.
#[derive(Clone, Debug)]
pub struct Tensor {
    /// Lengths of the dimensions, the outermost first.
    pub shape: Vec<usize>,
    /// The numbers, row by row.
    pub values: Vec<f32>,
}

/// What one pass reads: pieces with their features.
#[derive(Clone, Copy, Debug)]
pub struct Window<'a> {
    /// Ids of the vocabulary, `[CLS]` and `[SEP]` included where the model was trained with them. An
    /// id that the model does not have is read as `[UNK]`. Pieces beyond [`Model::longest_window`]
    /// are not read and have no hidden state.
    pub pieces: &'a [u32],
    /// For each feature of the model, in its order, a row of the feature's table for each piece.
    /// What is missing or not in the table counts as row 0.
    pub features: &'a [Vec<u8>],
}

/// Hidden states of a window's pieces.
#[derive(Clone, Debug, PartialEq)]
pub struct Hidden {
    /// Row by row, [`Hidden::width`] floats for each piece.
    pub values: Vec<f32>,
    /// Width of a row.
    pub width: usize,
}

impl Hidden {
    /// The hidden states in the order of the pieces.
    pub fn rows(&self) -> std::slice::ChunksExact<'_, f32> {
        self.values.chunks_exact(self.width.max(1))
    }

    /// The hidden state of piece `index`, where it was read.
    pub fn row(&self, index: usize) -> Option<&[f32]> {
        self.rows().nth(index)
    }
}

impl Model {
    /// The model in `bytes`, at whatever address.
    ///
    /// # Errors
    /// Where the bytes are not a whole, unchanged model of this version.
    pub fn from_bytes(bytes: &'static [u8]) -> Result<Self, ModelError> {
        Self::load(Bytes::Static(bytes), Isa::best())
    }

    /// The model file at `path`, mapped into memory.
    ///
    /// # Errors
    /// As [`Model::from_bytes`], and where the file is not there or cannot be read. The error names
    /// the file.
    pub fn open(path: &Path) -> Result<Self, ModelError> {
        Bytes::map(path).and_then(|bytes| Self::load(bytes, Isa::best())).map_err(|e| e.at(path))
    }

    pub(crate) fn load(bytes: Bytes, isa: Isa) -> Result<Self, ModelError> {
        let file = File::open(&bytes)?;
        let config = file.config.clone();
        let hidden = config.hidden;
        let vocabulary =
            Vocabulary::from_bytes(file.text("vocab")?).map_err(ModelError::not_a_model)?;
        let words = file.bytes("embeddings.word.q", &[vocabulary.size(), hidden])?;
        let start = words.as_ptr() as usize - bytes.as_ptr() as usize;
        let words = start..start + words.len();
        let features = config.features.iter().enumerate().map(|(feature, rows)| {
            file.floats(&format!("embeddings.feature.{feature}"), &[*rows, hidden])
        });
        let heads = file.all("head.").into_iter();
        Ok(Self {
            words,
            word_scales: file.floats("embeddings.word.scale", &[vocabulary.size()])?,
            positions: file.floats("embeddings.position", &[config.positions, hidden])?,
            kind: file.floats("embeddings.type", &[hidden])?,
            features: features.collect::<Result<_, _>>()?,
            norm: norm(&file, "embeddings.norm")?,
            layers: (0..config.layers).map(|n| layer(&file, n)).collect::<Result<_, _>>()?,
            heads: heads.map(|(name, shape, values)| (name, Tensor { shape, values })).collect(),
            vocabulary,
            name: file.name.clone(),
            labels: file.labels.clone(),
            config,
            isa,
            bytes,
        })
    }

    /// The model's name, for reports and logs.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the heads' outputs mean: JSON, understood by those who use the heads.
    pub fn labels(&self) -> &str {
        &self.labels
    }

    /// The pieces that the model knows.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Width of a hidden state.
    pub fn width(&self) -> usize {
        self.config.hidden
    }

    /// How many pieces a window may have.
    pub fn longest_window(&self) -> usize {
        self.config.positions
    }

    /// How many features the model reads beside the pieces.
    pub fn feature_count(&self) -> usize {
        self.features.len()
    }

    /// The dense head `head.NAME.weight` with `head.NAME.bias`, where it has one.
    ///
    /// # Errors
    /// Where the model has no such matrix, or its bias is of another length.
    pub fn head(&self, name: &str) -> Result<Linear, ModelError> {
        let full = format!("head.{name}.weight");
        let wrong = || ModelError::shape(&full, "a matrix with a bias of its height");
        let weight = self.heads.get(&format!("{name}.weight")).ok_or_else(wrong)?;
        let [outputs, inputs] = *weight.shape.as_slice() else { return Err(wrong()) };
        let bias = self.heads.get(&format!("{name}.bias"));
        if inputs == 0 || bias.is_some_and(|bias| bias.values.len() != outputs) {
            return Err(wrong());
        }
        let bias = bias.map_or(&[][..], |bias| &bias.values);
        Ok(Linear::new(inputs, &weight.values, bias, self.isa))
    }

    /// The floats of `head.NAME`, whatever their shape.
    pub fn head_tensor(&self, name: &str) -> Option<&Tensor> {
        self.heads.get(name)
    }

    /// Hidden states of the last layer, for each window in its order.
    ///
    /// A window's result does not depend on the windows beside it, on threads or on the machine.
    pub fn encode(&self, windows: &[Window<'_>]) -> Vec<Hidden> {
        let mut results = Vec::with_capacity(windows.len());
        let mut room = Room::default();
        let mut batch: Vec<Window<'_>> = Vec::new();
        let mut pieces = 0;
        for window in windows {
            let read = window.pieces.len().min(self.longest_window());
            if pieces > 0 && pieces + read > BATCH {
                self.run(&batch, &mut room, &mut results);
                batch.clear();
                pieces = 0;
            }
            let window =
                Window { pieces: window.pieces.get(..read).unwrap_or_default(), ..*window };
            batch.push(window);
            pieces += read;
        }
        self.run(&batch, &mut room, &mut results);
        results
    }

    /// Takes a batch through all layers.
    fn run(&self, batch: &[Window<'_>], room: &mut Room, results: &mut Vec<Hidden>) {
        let width = self.width();
        let rows = batch.iter().map(|window| window.pieces.len()).sum::<usize>();
        room.states.clear();
        room.states.resize(rows * width, 0.0);
        let mut left = room.states.as_mut_slice();
        for window in batch {
            let (states, rest) = left.split_at_mut(window.pieces.len() * width);
            self.embed(window, states);
            left = rest;
        }
        room.sums.clear();
        room.sums.resize(rows * width, 0.0);
        if rows > 0 {
            self.isa.run(Normalise { norm: &self.norm, rows: &mut room.states, add: &room.sums });
            for layer in &self.layers {
                self.attend(layer, batch, room);
                self.transform(layer, room);
            }
        }
        let mut left = room.states.as_slice();
        for window in batch {
            let (states, rest) = left.split_at(window.pieces.len() * width);
            results.push(Hidden { values: states.to_vec(), width });
            left = rest;
        }
    }

    /// Sums of embeddings of one window's pieces.
    fn embed(&self, window: &Window<'_>, states: &mut [f32]) {
        let width = self.width();
        let table = self.bytes.get(self.words.clone()).unwrap_or_default();
        let row = |table: &'_ [f32], index: usize| -> Range<usize> {
            let at = if (index + 1) * width <= table.len() { index * width } else { 0 };
            at..at + width
        };
        let states = states.chunks_exact_mut(width).zip(self.positions.chunks_exact(width));
        for (place, ((state, position), piece)) in states.zip(window.pieces).enumerate() {
            let known = (*piece as usize) < self.vocabulary.size();
            let piece = if known { *piece } else { self.vocabulary.unknown() } as usize;
            let word = table.get(piece * width..(piece + 1) * width).unwrap_or_default();
            let scale = self.word_scales.get(piece).copied().unwrap_or(0.0);
            for (((x, word), position), kind) in
                state.iter_mut().zip(word).zip(position).zip(&self.kind)
            {
                *x = f32::from(*word as i8) * scale + position + kind;
            }
            for (feature, table) in self.features.iter().enumerate() {
                let value = window.features.get(feature).and_then(|values| values.get(place));
                let row = row(table, value.copied().unwrap_or(0).into());
                for (x, add) in state.iter_mut().zip(table.get(row).unwrap_or_default()) {
                    *x += add;
                }
            }
        }
    }

    /// The first half of a layer: self-attention, residual, normalisation.
    fn attend(&self, layer: &Layer, batch: &[Window<'_>], room: &mut Room) {
        let Room { states, sums, wide, activations, scratch } = room;
        let width = self.width();
        let rows = states.len() / width;
        self.isa.run(Quantise { rows: states, width, to: activations });
        wide.resize(rows * layer.inward.outputs(), 0.0);
        self.product(activations, &layer.inward, Then::Nothing, wide);
        let (mut left, mut to) = (wide.as_slice(), sums.as_mut_slice());
        for window in batch {
            let count = window.pieces.len();
            let (rows, rest) = left.split_at(count * layer.inward.outputs());
            let (mixed, others) = to.split_at_mut(count * width);
            if count > 0 {
                let (heads, size) = (self.config.heads, width / self.config.heads);
                self.isa.run(Attend { rows, heads, size, scratch, to: mixed });
            }
            (left, to) = (rest, others);
        }
        self.isa.run(Quantise { rows: sums, width, to: activations });
        self.product(activations, &layer.outward, Then::Nothing, sums);
        self.isa.run(Normalise { norm: &layer.attention_norm, rows: states, add: sums });
    }

    /// The second half of a layer: two dense layers with GELU between, residual, normalisation.
    fn transform(&self, layer: &Layer, room: &mut Room) {
        let Room { states, sums, wide, activations, .. } = room;
        let width = self.width();
        let between = layer.up.outputs();
        let blocks = states.chunks_mut(BLOCK * width).zip(sums.chunks_mut(BLOCK * width));
        for (states, sums) in blocks {
            let rows = states.len() / width;
            self.isa.run(Quantise { rows: states, width, to: activations });
            wide.resize(rows * between, 0.0);
            self.product(activations, &layer.up, Then::Gelu, wide);
            self.isa.run(Quantise { rows: wide, width: between, to: activations });
            self.product(activations, &layer.down, Then::Nothing, sums);
            self.isa.run(Normalise { norm: &layer.output_norm, rows: states, add: sums });
        }
    }

    fn product(&self, input: &Activations, layer: &Dense, then: Then, to: &mut [f32]) {
        self.isa.run(Product { input, layer, then, to });
    }
}

/// What a batch works with, kept for the next.
#[derive(Default)]
struct Room {
    /// Hidden states.
    states: Vec<f32>,
    /// What is added to them next.
    sums: Vec<f32>,
    /// Queries, keys and values; then the wide states after attention.
    wide: Vec<f32>,
    activations: Activations,
    scratch: Scratch,
}

fn norm(file: &File<'_>, name: &str) -> Result<Norm, ModelError> {
    let width = file.config.hidden;
    Ok(Norm {
        weight: file.floats(&format!("{name}.weight"), &[width])?,
        bias: file.floats(&format!("{name}.bias"), &[width])?,
        epsilon: file.config.epsilon,
    })
}

fn quantised<'a>(
    file: &File<'a>,
    name: &str,
    outputs: usize,
    inputs: usize,
) -> Result<Quantised<'a>, ModelError> {
    Ok(Quantised {
        weights: file.bytes(&format!("{name}.weight.q"), &[outputs, inputs])?,
        scales: file.floats(&format!("{name}.weight.scale"), &[outputs])?,
        bias: file.floats(&format!("{name}.bias"), &[outputs])?,
    })
}

fn layer(file: &File<'_>, n: usize) -> Result<Layer, ModelError> {
    let Config { hidden, heads, intermediate, .. } = file.config;
    let square = |name: &str| quantised(file, &format!("layer.{n}.{name}"), hidden, hidden);
    // Scores are divided by the root of a head's size, and weights are powers of two, not of e: both
    // go into the queries once and for all.
    let factor = std::f32::consts::LOG2_E / ((hidden / heads) as f32).sqrt();
    let mut query = square("query")?;
    for x in query.scales.iter_mut().chain(&mut query.bias) {
        *x *= factor;
    }
    let up = quantised(file, &format!("layer.{n}.up"), intermediate, hidden)?;
    let down = quantised(file, &format!("layer.{n}.down"), hidden, intermediate)?;
    Ok(Layer {
        inward: Dense::pack(hidden, &[query, square("key")?, square("value")?]),
        outward: Dense::pack(hidden, &[square("output")?]),
        attention_norm: norm(file, &format!("layer.{n}.attention_norm"))?,
        up: Dense::pack(hidden, &[up]),
        down: Dense::pack(intermediate, &[down]),
        output_norm: norm(file, &format!("layer.{n}.output_norm"))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    static TINY: &[u8] = include_bytes!("../tests/fixtures/tiny.safetensors");

    #[test]
    fn every_instruction_set_gives_the_same_bytes() {
        let models: Vec<Model> = Isa::available()
            .into_iter()
            .map(|isa| Model::load(Bytes::Static(TINY), isa).unwrap())
            .collect();
        let size = models[0].vocabulary().size() as u32;
        for count in [1, 2, 6, 7, 13, 31, 32, 33, 64, 80] {
            let pieces: Vec<u32> = (0..count).map(|i| (i * i + 3 * count) % size).collect();
            let features = [pieces.iter().map(|p| (p % 5) as u8).collect::<Vec<u8>>()];
            let window = Window { pieces: &pieces, features: &features };
            let bits: Vec<Vec<u32>> = models
                .iter()
                .map(|model| {
                    let mut hidden = model.encode(&[window]).remove(0).values;
                    hidden.extend(model.head("link").unwrap().apply(&hidden));
                    hidden.into_iter().map(f32::to_bits).collect()
                })
                .collect();
            assert!(bits.iter().all(|these| *these == bits[0]), "{count}");
        }
    }
}
