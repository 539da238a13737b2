//! Dense layers in int8: `y = x Wᵀ + b`.
//!
//! Weights have one scale for each output channel; activations are quantised as they come, each
//! row by itself to 0..255 between its least and its greatest value (zero included), so that a
//! row's result never depends on what else is in the batch. The products are exact integers.
//!
//! Weights lie in panels of 64 channels, activations in tiles of six rows, both by groups of four
//! inputs, which is what one integer dot product takes. A panel stays in the cache while all rows
//! pass by it.

use crate::math;
use crate::simd::{
    ActivationGroup, Kernel, LANES, Lanes, TILE_CHANNELS, TILE_ROWS, TILE_VECTORS, WeightGroup,
};

/// Inputs that go into one dot product.
const GROUP: usize = 4;

/// Weights as they stand in the model file.
pub(crate) struct Quantised<'a> {
    /// `[out, in]`, row by row, as bytes of two's complement.
    pub(crate) weights: &'a [u8],
    /// What a weight of 1 is worth, for each output.
    pub(crate) scales: Vec<f32>,
    pub(crate) bias: Vec<f32>,
}

/// A dense layer, packed for the kernels.
#[derive(Debug)]
pub(crate) struct Dense {
    inputs: usize,
    outputs: usize,
    /// Panel by panel, `inputs / 4` groups each.
    groups: Vec<WeightGroup>,
    channels: Vec<Channels>,
}

impl std::fmt::Debug for WeightGroup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WeightGroup")
    }
}

/// What is added and multiplied after the products of a panel.
#[derive(Clone, Debug, Default)]
struct Channels {
    /// Sum of the weights, for the activations' zero point.
    sums: [[i32; LANES]; TILE_VECTORS],
    scales: [[f32; LANES]; TILE_VECTORS],
    bias: [[f32; LANES]; TILE_VECTORS],
}

impl Dense {
    /// Packs `parts`, which all read the same inputs, as one layer whose outputs stand side by side.
    /// The caller has checked the lengths; what is missing counts as zero.
    pub(crate) fn pack(inputs: usize, parts: &[Quantised<'_>]) -> Self {
        let outputs = parts.iter().map(|part| part.scales.len()).sum::<usize>();
        let panels = outputs.div_ceil(TILE_CHANNELS);
        let in_groups = inputs / GROUP;
        let empty = WeightGroup([[0; GROUP * LANES]; TILE_VECTORS]);
        let mut groups = vec![empty; panels * in_groups];
        let mut channels = vec![Channels::default(); panels];
        let rows = parts.iter().flat_map(|part| {
            let numbers = part.scales.iter().zip(&part.bias);
            part.weights.chunks_exact(inputs).zip(numbers)
        });
        for (channel, (row, (scale, bias))) in rows.enumerate() {
            let (panel, place) = (channel / TILE_CHANNELS, channel % TILE_CHANNELS);
            let (vector, lane) = (place / LANES, place % LANES);
            let to = groups.iter_mut().skip(panel * in_groups);
            for (group, weights) in to.zip(row.as_chunks::<GROUP>().0) {
                group.0[vector].as_chunks_mut::<GROUP>().0[lane] = weights.map(|w| w as i8);
            }
            let panel = &mut channels[panel];
            panel.sums[vector][lane] = row.iter().map(|w| i32::from(*w as i8)).sum();
            panel.scales[vector][lane] = *scale;
            panel.bias[vector][lane] = *bias;
        }
        Self { inputs, outputs, groups, channels }
    }

    /// Width of a row of results.
    pub(crate) fn outputs(&self) -> usize {
        self.outputs
    }
}

/// Rows of activations in bytes.
#[derive(Debug, Default)]
pub(crate) struct Activations {
    rows: usize,
    width: usize,
    /// Tile by tile of six rows, `width / 4` groups each.
    groups: Vec<ActivationGroup>,
    /// What a step is worth, for each row.
    scales: Vec<f32>,
    /// The byte that means nought, for each row.
    zeros: Vec<i32>,
}

impl Activations {
    /// Makes room for `rows` rows of `width` numbers.
    fn reshape(&mut self, rows: usize, width: usize) {
        let tiles = rows.div_ceil(TILE_ROWS);
        self.rows = rows;
        self.width = width;
        self.groups.resize(tiles * (width / GROUP), [[0; GROUP]; TILE_ROWS]);
        self.scales.resize(tiles * TILE_ROWS, 0.0);
        self.zeros.resize(tiles * TILE_ROWS, 0);
    }
}

/// Quantises rows of `width` floats.
pub(crate) struct Quantise<'a> {
    pub(crate) rows: &'a [f32],
    /// A multiple of 16.
    pub(crate) width: usize,
    pub(crate) to: &'a mut Activations,
}

impl Kernel for Quantise<'_> {
    #[inline(always)]
    fn run<L: Lanes>(self) {
        let Self { rows, width, to } = self;
        to.reshape(rows.len() / width, width);
        let tiles = to.groups.chunks_exact_mut(width / GROUP);
        let scales = to.scales.chunks_exact_mut(TILE_ROWS);
        let zeros = to.zeros.chunks_exact_mut(TILE_ROWS);
        let tiles = tiles.zip(scales).zip(zeros).zip(rows.chunks(width * TILE_ROWS));
        for (((tile, scales), zeros), rows) in tiles {
            let rows = rows.chunks_exact(width).zip(scales).zip(zeros).enumerate();
            for (place, ((row, scale), zero)) in rows {
                let row = row.as_chunks::<LANES>().0;
                let (mut low, mut high) = (L::splat(0.0), L::splat(0.0));
                for x in row {
                    let x = L::load(x);
                    low = L::min(x, low);
                    high = L::max(x, high);
                }
                let (low, high) = (math::least::<L>(low), math::greatest::<L>(high));
                let range = if high > low { high - low } else { 1.0 };
                let steps = 255.0 / range;
                let nought = (-low * steps).round_ties_even();
                *scale = range / 255.0;
                *zero = nought as i32;
                let (steps, nought) = (L::splat(steps), L::splat(nought));
                for (x, groups) in row.iter().zip(tile.as_chunks_mut::<{ LANES / GROUP }>().0) {
                    let x = L::round(L::mul_add(L::load(x), steps, nought));
                    let bytes = L::bytes(L::max(L::min(x, L::splat(255.0)), L::splat(0.0)));
                    for (group, bytes) in groups.iter_mut().zip(bytes.as_chunks::<GROUP>().0) {
                        group[place] = *bytes;
                    }
                }
            }
        }
    }
}

/// What follows a dense layer, number by number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Then {
    Nothing,
    Gelu,
}

/// Runs a dense layer over rows of activations.
pub(crate) struct Product<'a> {
    pub(crate) input: &'a Activations,
    pub(crate) layer: &'a Dense,
    pub(crate) then: Then,
    /// One row of `layer.outputs()` floats for each row of `input`.
    pub(crate) to: &'a mut [f32],
}

impl Kernel for Product<'_> {
    #[inline(always)]
    fn run<L: Lanes>(self) {
        let Self { input, layer, then, to } = self;
        if input.width != layer.inputs {
            return;
        }
        let depth = layer.inputs / GROUP;
        let panels = layer.groups.chunks_exact(depth).zip(&layer.channels).enumerate();
        for (panel, (weights, channels)) in panels {
            let tiles = input.groups.chunks_exact(depth);
            let numbers = input.scales.chunks_exact(TILE_ROWS).zip(input.zeros.chunks(TILE_ROWS));
            let to = to.chunks_mut(layer.outputs * TILE_ROWS);
            for ((tile, (scales, zeros)), to) in tiles.zip(numbers).zip(to) {
                let sums = L::tile(weights, tile);
                let rows = to.chunks_exact_mut(layer.outputs).zip(scales).zip(zeros);
                for (((row, scale), zero), sums) in rows.zip(&sums) {
                    let Some(row) = row.get_mut(panel * TILE_CHANNELS..) else { continue };
                    let row = row.as_chunks_mut::<LANES>().0;
                    let scale = L::splat(*scale);
                    let columns = channels.sums.iter().zip(&channels.scales).zip(&channels.bias);
                    for (((weights, scales), bias), (sum, to)) in columns.zip(sums.iter().zip(row))
                    {
                        let exact = L::centred(*sum, *zero, weights);
                        let scale = L::mul(scale, L::load(scales));
                        let mut value = L::mul_add(exact, scale, L::load(bias));
                        if then == Then::Gelu {
                            value = math::gelu::<L>(value);
                        }
                        L::store(value, to);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simd::Isa;
    use proptest::prelude::*;

    /// A layer over rows, by the definition.
    fn plain(rows: &[f32], inputs: usize, weights: &Quantised<'_>) -> Vec<f32> {
        let outputs = weights.weights.chunks(inputs).zip(&weights.scales).zip(&weights.bias);
        let mut results = Vec::new();
        for row in rows.chunks(inputs) {
            let low = row.iter().copied().fold(0.0, f32::min);
            let high = row.iter().copied().fold(0.0, f32::max);
            let range = if high > low { high - low } else { 1.0 };
            let zero = (-low * (255.0 / range)).round_ties_even();
            let quantise = |x: &f32| x.mul_add(255.0 / range, zero).round_ties_even() - zero;
            for ((weights, scale), bias) in outputs.clone() {
                let products = row.iter().zip(weights);
                let sum: f32 = products.map(|(x, w)| quantise(x) * f32::from(*w as i8)).sum();
                results.push(sum.mul_add((range / 255.0) * scale, *bias));
            }
        }
        results
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn every_instruction_set_multiplies_exactly(
            (rows, inputs, outputs) in (1usize..20, 1usize..8, 1usize..14),
            seed in any::<u32>(),
            extreme in any::<bool>(),
        ) {
            let (inputs, outputs) = (inputs * 16, outputs * 16);
            let mut state = seed;
            let mut draw = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                state >> 8
            };
            // Extremes show saturation: the greatest bytes by the greatest weights.
            let mut byte = || if extreme { [127u8, 128][draw() as usize & 1] } else { draw() as u8 };
            let weights: Vec<u8> = (0..inputs * outputs).map(|_| byte()).collect();
            let mut number = || match extreme {
                true => 1.0,
                false => draw() as f32 / (1 << 22) as f32 - 2.0,
            };
            let x: Vec<f32> = (0..rows * inputs).map(|_| number()).collect();
            let scales = (0..outputs).map(|_| number()).collect();
            let bias = (0..outputs).map(|_| number()).collect();
            let weights = Quantised { weights: &weights, scales, bias };
            let expected = plain(&x, inputs, &weights);
            let layer = Dense::pack(inputs, &[weights]);
            for isa in Isa::available() {
                let mut input = Activations::default();
                isa.run(Quantise { rows: &x, width: inputs, to: &mut input });
                let mut to = vec![0.0; rows * outputs];
                isa.run(Product { input: &input, layer: &layer, then: Then::Nothing, to: &mut to });
                prop_assert_eq!(&to, &expected, "{:?}", isa);
            }
        }
    }
}
