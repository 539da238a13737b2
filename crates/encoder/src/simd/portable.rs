//! Plain Rust: what the other two must equal.

use super::{ActivationGroup, LANES, Lanes, TILE_ROWS, TILE_VECTORS, WeightGroup};
use std::array::from_fn;

/// Arrays, which the compiler may turn into whatever vectors the target has.
#[derive(Clone, Copy)]
pub(crate) struct Portable;

impl Lanes for Portable {
    type F = [f32; LANES];
    type I = [i32; LANES];
    const WIDE: bool = false;

    #[inline(always)]
    fn splat(x: f32) -> Self::F {
        [x; LANES]
    }

    #[inline(always)]
    fn load(from: &[f32; LANES]) -> Self::F {
        *from
    }

    #[inline(always)]
    fn store(x: Self::F, to: &mut [f32; LANES]) {
        *to = x;
    }

    #[inline(always)]
    fn add(a: Self::F, b: Self::F) -> Self::F {
        from_fn(|i| a[i] + b[i])
    }

    #[inline(always)]
    fn sub(a: Self::F, b: Self::F) -> Self::F {
        from_fn(|i| a[i] - b[i])
    }

    #[inline(always)]
    fn mul(a: Self::F, b: Self::F) -> Self::F {
        from_fn(|i| a[i] * b[i])
    }

    #[inline(always)]
    fn div(a: Self::F, b: Self::F) -> Self::F {
        from_fn(|i| a[i] / b[i])
    }

    #[inline(always)]
    fn mul_add(a: Self::F, b: Self::F, c: Self::F) -> Self::F {
        from_fn(|i| a[i].mul_add(b[i], c[i]))
    }

    #[inline(always)]
    fn max(a: Self::F, b: Self::F) -> Self::F {
        from_fn(|i| if a[i] > b[i] { a[i] } else { b[i] })
    }

    #[inline(always)]
    fn min(a: Self::F, b: Self::F) -> Self::F {
        from_fn(|i| if a[i] < b[i] { a[i] } else { b[i] })
    }

    #[inline(always)]
    fn round(x: Self::F) -> Self::F {
        from_fn(|i| x[i].round_ties_even())
    }

    #[inline(always)]
    fn power_of_two(n: Self::F) -> Self::F {
        from_fn(|i| f32::from_bits(((n[i] as i32).wrapping_add(127) as u32) << 23))
    }

    #[inline(always)]
    fn bytes(x: Self::F) -> [u8; LANES] {
        from_fn(|i| x[i] as u8)
    }

    #[inline(always)]
    fn centred(sum: Self::I, zero: i32, weights: &[i32; LANES]) -> Self::F {
        from_fn(|i| sum[i].wrapping_sub(zero.wrapping_mul(weights[i])) as f32)
    }

    #[inline(always)]
    fn tile(
        weights: &[WeightGroup],
        activations: &[ActivationGroup],
    ) -> [[Self::I; TILE_VECTORS]; TILE_ROWS] {
        let mut sums = [[[0i32; LANES]; TILE_VECTORS]; TILE_ROWS];
        for (weights, rows) in weights.iter().zip(activations) {
            for (sums, row) in sums.iter_mut().zip(rows) {
                for (sums, weights) in sums.iter_mut().zip(&weights.0) {
                    for (sum, channel) in sums.iter_mut().zip(weights.as_chunks::<4>().0) {
                        for (weight, input) in channel.iter().zip(row) {
                            *sum += i32::from(*weight) * i32::from(*input);
                        }
                    }
                }
            }
        }
        sums
    }
}
