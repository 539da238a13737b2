//! AVX2 with FMA. Integer products go through 16 bits (`vpmaddwd`), which are exact; the shorter way
//! over `vpmaddubsw` saturates.
#![allow(clippy::needless_range_loop, reason = "iterators over registers are not always inlined")]

use super::{ActivationGroup, LANES, Lanes, TILE_ROWS, TILE_VECTORS, WeightGroup};
use std::arch::x86_64::*;

/// Sixteen lanes in two registers.
#[derive(Clone, Copy)]
pub(crate) struct Avx2;

/// Rows that the integer product holds in registers at a time; with three, sums go to memory.
const ROWS: usize = 2;

// SAFETY (of every block below): the functions are reached only from `run_avx2`, which runs only
// where the features are detected; the pointers come from references to arrays of the very size
// that is read or written, and the instructions ask for no alignment.
impl Lanes for Avx2 {
    type F = [__m256; 2];
    type I = [__m256i; 2];
    const WIDE: bool = false;

    #[inline(always)]
    fn splat(x: f32) -> Self::F {
        unsafe { [_mm256_set1_ps(x); 2] }
    }

    #[inline(always)]
    fn load(from: &[f32; LANES]) -> Self::F {
        let ([low, high], _) = from.as_chunks::<8>() else { return Self::splat(0.0) };
        unsafe { [_mm256_loadu_ps(low.as_ptr()), _mm256_loadu_ps(high.as_ptr())] }
    }

    #[inline(always)]
    fn store(x: Self::F, to: &mut [f32; LANES]) {
        for (x, to) in x.into_iter().zip(to.as_chunks_mut::<8>().0) {
            unsafe { _mm256_storeu_ps(to.as_mut_ptr(), x) }
        }
    }

    #[inline(always)]
    fn add(a: Self::F, b: Self::F) -> Self::F {
        unsafe { [_mm256_add_ps(a[0], b[0]), _mm256_add_ps(a[1], b[1])] }
    }

    #[inline(always)]
    fn sub(a: Self::F, b: Self::F) -> Self::F {
        unsafe { [_mm256_sub_ps(a[0], b[0]), _mm256_sub_ps(a[1], b[1])] }
    }

    #[inline(always)]
    fn mul(a: Self::F, b: Self::F) -> Self::F {
        unsafe { [_mm256_mul_ps(a[0], b[0]), _mm256_mul_ps(a[1], b[1])] }
    }

    #[inline(always)]
    fn div(a: Self::F, b: Self::F) -> Self::F {
        unsafe { [_mm256_div_ps(a[0], b[0]), _mm256_div_ps(a[1], b[1])] }
    }

    #[inline(always)]
    fn mul_add(a: Self::F, b: Self::F, c: Self::F) -> Self::F {
        unsafe { [_mm256_fmadd_ps(a[0], b[0], c[0]), _mm256_fmadd_ps(a[1], b[1], c[1])] }
    }

    #[inline(always)]
    fn max(a: Self::F, b: Self::F) -> Self::F {
        unsafe { [_mm256_max_ps(a[0], b[0]), _mm256_max_ps(a[1], b[1])] }
    }

    #[inline(always)]
    fn min(a: Self::F, b: Self::F) -> Self::F {
        unsafe { [_mm256_min_ps(a[0], b[0]), _mm256_min_ps(a[1], b[1])] }
    }

    #[inline(always)]
    fn round(x: Self::F) -> Self::F {
        const NEAREST: i32 = _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC;
        unsafe { [_mm256_round_ps::<NEAREST>(x[0]), _mm256_round_ps::<NEAREST>(x[1])] }
    }

    #[inline(always)]
    fn power_of_two(n: Self::F) -> Self::F {
        unsafe { [power_of_two(n[0]), power_of_two(n[1])] }
    }

    #[inline(always)]
    fn bytes(x: Self::F) -> [u8; LANES] {
        let mut floats = [0.0; LANES];
        Self::store(x, &mut floats);
        floats.map(|x| x as u8)
    }

    #[inline(always)]
    fn centred(sum: Self::I, zero: i32, weights: &[i32; LANES]) -> Self::F {
        let ([low, high], _) = weights.as_chunks::<8>() else { return Self::splat(0.0) };
        unsafe { [centred(sum[0], zero, low), centred(sum[1], zero, high)] }
    }

    #[inline(always)]
    fn tile(
        weights: &[WeightGroup],
        activations: &[ActivationGroup],
    ) -> [[Self::I; TILE_VECTORS]; TILE_ROWS] {
        unsafe {
            let mut sums = [[[_mm256_setzero_si256(); 2]; TILE_VECTORS]; TILE_ROWS];
            for vector in 0..TILE_VECTORS {
                for from in (0..TILE_ROWS).step_by(ROWS) {
                    let block = block(weights, activations, vector, from);
                    for (row, block) in block.into_iter().enumerate() {
                        sums[from + row][vector] = block;
                    }
                }
            }
            sums
        }
    }
}

/// Sixteen channels of two rows.
///
/// A register holds two partial sums each of four channels until the end.
#[inline(always)]
unsafe fn block(
    weights: &[WeightGroup],
    activations: &[ActivationGroup],
    vector: usize,
    from: usize,
) -> [[__m256i; 2]; ROWS] {
    // SAFETY: as in the implementation above.
    unsafe {
        let mut pairs = [[_mm256_setzero_si256(); 4]; ROWS];
        for (weights, rows) in weights.iter().zip(activations) {
            let mut inputs = [_mm256_setzero_si256(); ROWS];
            for row in 0..ROWS {
                let bytes = _mm_set1_epi32(i32::from_ne_bytes(rows[from + row]));
                inputs[row] = _mm256_cvtepu8_epi16(bytes);
            }
            for (quarter, bytes) in weights.0[vector].as_chunks::<16>().0.iter().enumerate() {
                let wide = _mm256_cvtepi8_epi16(_mm_loadu_si128(bytes.as_ptr().cast()));
                for row in 0..ROWS {
                    let products = _mm256_madd_epi16(inputs[row], wide);
                    pairs[row][quarter] = _mm256_add_epi32(pairs[row][quarter], products);
                }
            }
        }
        let mut sums = [[_mm256_setzero_si256(); 2]; ROWS];
        for (sums, [a, b, c, d]) in sums.iter_mut().zip(pairs) {
            *sums = [join(a, b), join(c, d)];
        }
        sums
    }
}

/// Sums of pairs. The horizontal sum leaves channels 0 1 4 5 2 3 6 7: the middle pairs change places.
#[inline(always)]
unsafe fn join(a: __m256i, b: __m256i) -> __m256i {
    // SAFETY: as in the implementation above.
    unsafe { _mm256_permute4x64_epi64::<0b11_01_10_00>(_mm256_hadd_epi32(a, b)) }
}

#[inline(always)]
unsafe fn power_of_two(n: __m256) -> __m256 {
    // SAFETY: as in the implementation above.
    unsafe {
        let exponent = _mm256_add_epi32(_mm256_cvttps_epi32(n), _mm256_set1_epi32(127));
        _mm256_castsi256_ps(_mm256_slli_epi32::<23>(exponent))
    }
}

#[inline(always)]
unsafe fn centred(sum: __m256i, zero: i32, weights: &[i32; 8]) -> __m256 {
    // SAFETY: as in the implementation above.
    unsafe {
        let weights = _mm256_loadu_si256(weights.as_ptr().cast());
        let shift = _mm256_mullo_epi32(_mm256_set1_epi32(zero), weights);
        _mm256_cvtepi32_ps(_mm256_sub_epi32(sum, shift))
    }
}
