//! Dense heads in floats, whose weights other crates take from the model by name.

use crate::float::{self, COLUMNS, Left, ROWS, Right, VECTORS};
use crate::math;
use crate::simd::{Isa, Kernel, LANES, Lanes};

/// `y = x Wᵀ + b` in floats. The same bytes whatever rows stand beside a row, on every machine.
#[derive(Clone, Debug)]
pub struct Linear {
    inputs: usize,
    outputs: usize,
    /// Panels of 32 outputs, input by input.
    panels: Vec<Right>,
    bias: Vec<Right>,
    isa: Isa,
}

impl Linear {
    /// Packs `weights`, `[out, in]` row by row; a missing bias is nought.
    pub(crate) fn new(inputs: usize, weights: &[f32], bias: &[f32], isa: Isa) -> Self {
        let outputs = weights.len().checked_div(inputs).unwrap_or(0);
        let nought = [[0.0; LANES]; VECTORS];
        let mut panels = vec![nought; outputs.div_ceil(COLUMNS) * inputs];
        let mut biases = vec![nought; outputs.div_ceil(COLUMNS)];
        for (output, row) in weights.chunks_exact(inputs.max(1)).enumerate() {
            let (panel, place) = (output / COLUMNS, output % COLUMNS);
            for (to, x) in panels.iter_mut().skip(panel * inputs).zip(row) {
                to[place / LANES][place % LANES] = *x;
            }
            biases[panel][place / LANES][place % LANES] = bias.get(output).copied().unwrap_or(0.0);
        }
        Self { inputs, outputs, panels, bias: biases, isa }
    }

    /// Width of a row that goes in.
    pub fn inputs(&self) -> usize {
        self.inputs
    }

    /// Width of a row that comes out.
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// The results for `rows`, which stand one after the other, [`Linear::inputs`] floats each; what
    /// is left over at the end counts for nothing. Results stand one after the other likewise.
    pub fn apply(&self, rows: &[f32]) -> Vec<f32> {
        let count = rows.len().checked_div(self.inputs).unwrap_or(0);
        let mut to = vec![0.0; count * self.outputs];
        if !to.is_empty() {
            self.isa.run(Apply { layer: self, rows, to: &mut to });
        }
        to
    }

    /// [`Linear::apply`], then GELU on every result.
    pub fn apply_gelu(&self, rows: &[f32]) -> Vec<f32> {
        let mut to = self.apply(rows);
        self.isa.run(Gelu { values: &mut to });
        to
    }
}

struct Gelu<'a> {
    values: &'a mut [f32],
}

impl Kernel for Gelu<'_> {
    #[inline(always)]
    fn run<L: Lanes>(self) {
        for chunk in self.values.chunks_mut(LANES) {
            let mut lanes = [0.0; LANES];
            for (lane, value) in lanes.iter_mut().zip(&*chunk) {
                *lane = *value;
            }
            L::store(math::gelu::<L>(L::load(&lanes)), &mut lanes);
            for (value, lane) in chunk.iter_mut().zip(lanes) {
                *value = lane;
            }
        }
    }
}

struct Apply<'a> {
    layer: &'a Linear,
    rows: &'a [f32],
    to: &'a mut [f32],
}

impl Kernel for Apply<'_> {
    #[inline(always)]
    fn run<L: Lanes>(self) {
        let Self { layer, rows, to } = self;
        let mut left: Vec<Left> = vec![[0.0; ROWS]; layer.inputs];
        let tiles = rows.chunks(layer.inputs * ROWS).zip(to.chunks_mut(layer.outputs * ROWS));
        for (rows, to) in tiles {
            for (place, row) in rows.chunks_exact(layer.inputs).enumerate() {
                for (left, x) in left.iter_mut().zip(row) {
                    left[place] = *x;
                }
            }
            let panels = layer.panels.chunks_exact(layer.inputs).zip(&layer.bias).enumerate();
            for (panel, (weights, bias)) in panels {
                let sums = float::tile::<L>(&left, weights);
                for (row, sums) in to.chunks_exact_mut(layer.outputs).zip(sums) {
                    let row = row.get_mut(panel * COLUMNS..).unwrap_or_default();
                    for ((to, sum), bias) in row.chunks_mut(LANES).zip(sums).zip(bias) {
                        let mut lanes = [0.0; LANES];
                        L::store(L::add(sum, L::load(bias)), &mut lanes);
                        for (to, lane) in to.iter_mut().zip(lanes) {
                            *to = lane;
                        }
                    }
                }
            }
        }
    }
}
