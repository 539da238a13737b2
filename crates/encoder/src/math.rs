//! The functions of one number that a transformer needs, over vectors, the same on every machine.

use crate::simd::{LANES, Lanes};

/// Sum of the lanes, as a tree: lane `i` with lane `i + 8`, then `+ 4`, `+ 2`, `+ 1`.
#[inline(always)]
pub(crate) fn sum<L: Lanes>(x: L::F) -> f32 {
    fold::<L>(x, |a, b| a + b)
}

/// The greatest lane.
#[inline(always)]
pub(crate) fn greatest<L: Lanes>(x: L::F) -> f32 {
    fold::<L>(x, |a, b| if a > b { a } else { b })
}

/// The least lane.
#[inline(always)]
pub(crate) fn least<L: Lanes>(x: L::F) -> f32 {
    fold::<L>(x, |a, b| if a < b { a } else { b })
}

#[inline(always)]
fn fold<L: Lanes>(x: L::F, join: impl Fn(f32, f32) -> f32) -> f32 {
    let mut lanes = [0.0; LANES];
    L::store(x, &mut lanes);
    let mut half = LANES / 2;
    while half > 0 {
        let (low, high) = lanes.split_at_mut(half);
        for (low, high) in low.iter_mut().zip(high) {
            *low = join(*low, *high);
        }
        half /= 2;
    }
    let [first, ..] = lanes;
    first
}

/// `a0 + a1 x + a2 x² + …`, by Horner's rule.
#[inline(always)]
fn polynomial<L: Lanes, const N: usize>(x: L::F, coefficients: [f32; N]) -> L::F {
    let mut value = L::splat(0.0);
    for (i, coefficient) in coefficients.into_iter().rev().enumerate() {
        let coefficient = L::splat(coefficient);
        value = if i == 0 { coefficient } else { L::mul_add(value, x, coefficient) };
    }
    value
}

/// `2^x`, for `x` not above 127; below -126 the result stays at the least normal number.
///
/// The polynomial is that of `exp2f` in the Cephes library (S. L. Moshier), for the rest after the
/// nearest integer is taken off. Relative error below 2e-7.
#[inline(always)]
pub(crate) fn exp2<L: Lanes>(x: L::F) -> L::F {
    const CEPHES: [f32; 7] = [
        1.0,
        6.931_472e-1,
        2.402_264_8e-1,
        5.550_332_5e-2,
        9.618_437e-3,
        1.339_887_4e-3,
        1.535_336_2e-4,
    ];
    let x = L::max(x, L::splat(-126.0));
    let whole = L::round(x);
    let power = L::power_of_two(whole);
    L::mul(polynomial::<L, 7>(L::sub(x, whole), CEPHES), power)
}

/// The error function, by the rational approximation of Eigen (`generic_fast_erf_float`):
/// an odd polynomial over an even one on [-4, 4], beyond which the value is 1 within a rounding.
/// Absolute error below 4e-7.
#[inline(always)]
pub(crate) fn erf<L: Lanes>(x: L::F) -> L::F {
    const ABOVE: [f32; 7] = [
        -1.609_603_3e-2,
        -2.954_6e-3,
        -7.349_906_3e-4,
        -5.692_506_5e-5,
        -2.101_024e-6,
        2.770_681_4e-8,
        -2.726_142_3e-10,
    ];
    const BELOW: [f32; 5] =
        [-1.426_473_9e-2, -7.373_329e-3, -1.682_827e-3, -2.133_740_6e-4, -1.456_607_2e-5];
    let x = L::max(L::min(x, L::splat(4.0)), L::splat(-4.0));
    let square = L::mul(x, x);
    let above = L::mul(x, polynomial::<L, 7>(square, ABOVE));
    L::div(above, polynomial::<L, 5>(square, BELOW))
}

/// The Gaussian error linear unit, `x Φ(x)` (Hendrycks and Gimpel 2016), exact form.
#[inline(always)]
pub(crate) fn gelu<L: Lanes>(x: L::F) -> L::F {
    let half = L::mul(x, L::splat(0.5));
    let erf = erf::<L>(L::mul(x, L::splat(std::f32::consts::FRAC_1_SQRT_2)));
    L::mul_add(half, erf, half)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simd::Portable;

    /// The error function by its series, in double precision.
    fn series(x: f64) -> f64 {
        let (mut term, mut total) = (x, x);
        for n in 1..200 {
            term *= -x * x / f64::from(n);
            total += term / f64::from(2 * n + 1);
        }
        total * 2.0 / std::f64::consts::PI.sqrt()
    }

    #[test]
    fn erf_and_exp2_are_near_the_true_values() {
        for step in -400..=400 {
            let x = step as f32 / 100.0;
            let [erf, ..] = erf::<Portable>([x; LANES]);
            assert!((f64::from(erf) - series(f64::from(x))).abs() < 4e-7, "{x}");
            let power = x * 30.0;
            let [exp2, ..] = exp2::<Portable>([power; LANES]);
            let truth = f64::from(power).exp2();
            assert!((f64::from(exp2) / truth - 1.0).abs() < 2e-7, "{power}");
        }
        let [far, ..] = exp2::<Portable>([-1e30; LANES]);
        assert!(far < 1e-37);
    }

    #[test]
    fn a_reduction_reads_every_lane_once() {
        let lanes: [f32; LANES] = std::array::from_fn(|i| 2f32.powi(i as i32));
        assert_eq!(sum::<Portable>(lanes), 65535.0);
        assert_eq!(greatest::<Portable>(lanes), 32768.0);
        assert_eq!(least::<Portable>(lanes), 1.0);
    }
}
