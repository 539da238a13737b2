//! AVX-512 with the integer dot products of VNNI: `vpdpbusd` multiplies unsigned by signed bytes and
//! sums four products into 32 bits without saturation.
#![allow(clippy::needless_range_loop, reason = "iterators over registers are not always inlined")]

use super::{ActivationGroup, LANES, Lanes, TILE_ROWS, TILE_VECTORS, WeightGroup};
use std::arch::x86_64::*;

/// Sixteen lanes in one register.
#[derive(Clone, Copy)]
pub(crate) struct Avx512;

// SAFETY (of every block below): the functions are reached only from `run_avx512`, which runs only
// where the features are detected; the pointers come from references to arrays of the very size
// that is read or written, and the instructions ask for no alignment.
impl Lanes for Avx512 {
    type F = __m512;
    type I = __m512i;
    const WIDE: bool = true;

    #[inline(always)]
    fn splat(x: f32) -> __m512 {
        unsafe { _mm512_set1_ps(x) }
    }

    #[inline(always)]
    fn load(from: &[f32; LANES]) -> __m512 {
        unsafe { _mm512_loadu_ps(from.as_ptr()) }
    }

    #[inline(always)]
    fn store(x: __m512, to: &mut [f32; LANES]) {
        unsafe { _mm512_storeu_ps(to.as_mut_ptr(), x) }
    }

    #[inline(always)]
    fn add(a: __m512, b: __m512) -> __m512 {
        unsafe { _mm512_add_ps(a, b) }
    }

    #[inline(always)]
    fn sub(a: __m512, b: __m512) -> __m512 {
        unsafe { _mm512_sub_ps(a, b) }
    }

    #[inline(always)]
    fn mul(a: __m512, b: __m512) -> __m512 {
        unsafe { _mm512_mul_ps(a, b) }
    }

    #[inline(always)]
    fn div(a: __m512, b: __m512) -> __m512 {
        unsafe { _mm512_div_ps(a, b) }
    }

    #[inline(always)]
    fn mul_add(a: __m512, b: __m512, c: __m512) -> __m512 {
        unsafe { _mm512_fmadd_ps(a, b, c) }
    }

    #[inline(always)]
    fn max(a: __m512, b: __m512) -> __m512 {
        unsafe { _mm512_max_ps(a, b) }
    }

    #[inline(always)]
    fn min(a: __m512, b: __m512) -> __m512 {
        unsafe { _mm512_min_ps(a, b) }
    }

    #[inline(always)]
    fn round(x: __m512) -> __m512 {
        unsafe { _mm512_roundscale_ps::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(x) }
    }

    #[inline(always)]
    fn power_of_two(n: __m512) -> __m512 {
        unsafe {
            let exponent = _mm512_add_epi32(_mm512_cvttps_epi32(n), _mm512_set1_epi32(127));
            _mm512_castsi512_ps(_mm512_slli_epi32::<23>(exponent))
        }
    }

    #[inline(always)]
    fn bytes(x: __m512) -> [u8; LANES] {
        let mut bytes = [0; LANES];
        unsafe {
            let narrow = _mm512_cvtusepi32_epi8(_mm512_cvttps_epi32(x));
            _mm_storeu_si128(bytes.as_mut_ptr().cast(), narrow);
        }
        bytes
    }

    #[inline(always)]
    fn centred(sum: __m512i, zero: i32, weights: &[i32; LANES]) -> __m512 {
        unsafe {
            let weights = _mm512_loadu_si512(weights.as_ptr().cast());
            let shift = _mm512_mullo_epi32(_mm512_set1_epi32(zero), weights);
            _mm512_cvtepi32_ps(_mm512_sub_epi32(sum, shift))
        }
    }

    #[inline(always)]
    fn tile(
        weights: &[WeightGroup],
        activations: &[ActivationGroup],
    ) -> [[__m512i; TILE_VECTORS]; TILE_ROWS] {
        unsafe {
            let mut sums = [[_mm512_setzero_si512(); TILE_VECTORS]; TILE_ROWS];
            for (weights, rows) in weights.iter().zip(activations) {
                let mut loaded = [_mm512_setzero_si512(); TILE_VECTORS];
                for vector in 0..TILE_VECTORS {
                    loaded[vector] = _mm512_loadu_si512(weights.0[vector].as_ptr().cast());
                }
                for row in 0..TILE_ROWS {
                    let input = _mm512_set1_epi32(i32::from_ne_bytes(rows[row]));
                    for vector in 0..TILE_VECTORS {
                        sums[row][vector] =
                            _mm512_dpbusd_epi32(sums[row][vector], input, loaded[vector]);
                    }
                }
            }
            sums
        }
    }
}
