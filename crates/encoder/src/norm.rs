//! Layer normalisation (Ba, Kiros and Hinton 2016) of the sum of two rows.

use crate::math;
use crate::simd::{Kernel, LANES, Lanes};

/// Weights of a normalisation.
#[derive(Debug)]
pub(crate) struct Norm {
    pub(crate) weight: Vec<f32>,
    pub(crate) bias: Vec<f32>,
    pub(crate) epsilon: f32,
}

/// `rows = norm(rows + add)`, row by row.
pub(crate) struct Normalise<'a> {
    pub(crate) norm: &'a Norm,
    pub(crate) rows: &'a mut [f32],
    pub(crate) add: &'a [f32],
}

impl Kernel for Normalise<'_> {
    #[inline(always)]
    fn run<L: Lanes>(self) {
        let Self { norm, rows, add } = self;
        let width = norm.weight.len();
        let weight = norm.weight.as_chunks::<LANES>().0;
        let bias = norm.bias.as_chunks::<LANES>().0;
        for (row, add) in rows.chunks_exact_mut(width).zip(add.chunks_exact(width)) {
            let row = row.as_chunks_mut::<LANES>().0;
            let mut total = L::splat(0.0);
            for (x, add) in row.iter_mut().zip(add.as_chunks::<LANES>().0) {
                let sum = L::add(L::load(x), L::load(add));
                total = L::add(total, sum);
                L::store(sum, x);
            }
            let mean = L::splat(math::sum::<L>(total) / width as f32);
            let mut squares = L::splat(0.0);
            for x in row.iter() {
                let centred = L::sub(L::load(x), mean);
                squares = L::mul_add(centred, centred, squares);
            }
            let variance = math::sum::<L>(squares) / width as f32;
            let inverse = L::splat(1.0 / (variance + norm.epsilon).sqrt());
            for (x, (weight, bias)) in row.iter_mut().zip(weight.iter().zip(bias)) {
                let unit = L::mul(L::sub(L::load(x), mean), inverse);
                L::store(L::mul_add(unit, L::load(weight), L::load(bias)), x);
            }
        }
    }
}
