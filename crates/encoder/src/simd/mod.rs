//! Vectors of sixteen numbers in three make-ups: AVX-512 with VNNI, AVX2 with FMA, and plain Rust.
//!
//! The kernels are written once, over [`Lanes`]. Every operation of the trait is exactly rounded or
//! exact, and the order of every sum is written out in the kernel, so that the three give the same
//! bytes. This module and `mapped.rs` are the only places with `unsafe`.
#![allow(unsafe_code)]

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
mod portable;

pub(crate) use portable::Portable;
#[cfg(target_arch = "x86_64")]
pub(crate) use {avx2::Avx2, avx512::Avx512};

/// Numbers in a vector.
pub(crate) const LANES: usize = 16;
/// Rows of activations in a tile of the integer product.
pub(crate) const TILE_ROWS: usize = 6;
/// Vectors of output channels in a tile.
pub(crate) const TILE_VECTORS: usize = 4;
/// Output channels in a tile.
pub(crate) const TILE_CHANNELS: usize = LANES * TILE_VECTORS;

/// Four inputs' weights of a tile's channels: channel by channel, four bytes each.
#[derive(Clone, Copy)]
#[repr(C, align(64))]
pub(crate) struct WeightGroup(pub(crate) [[i8; 4 * LANES]; TILE_VECTORS]);

/// Four inputs' activations of a tile's rows.
pub(crate) type ActivationGroup = [[u8; 4]; TILE_ROWS];

/// One make-up of sixteen-lane vectors.
///
/// `max` and `min` give their second operand where the two are not comparable.
pub(crate) trait Lanes: Copy {
    /// Sixteen floats.
    type F: Copy;
    /// Sixteen 32-bit integers.
    type I: Copy;
    /// Whether there are registers for the sums of eight rows by two vectors.
    const WIDE: bool;

    fn splat(x: f32) -> Self::F;
    fn load(from: &[f32; LANES]) -> Self::F;
    fn store(x: Self::F, to: &mut [f32; LANES]);
    fn add(a: Self::F, b: Self::F) -> Self::F;
    fn sub(a: Self::F, b: Self::F) -> Self::F;
    fn mul(a: Self::F, b: Self::F) -> Self::F;
    fn div(a: Self::F, b: Self::F) -> Self::F;
    /// `a * b + c`, rounded once.
    fn mul_add(a: Self::F, b: Self::F, c: Self::F) -> Self::F;
    fn max(a: Self::F, b: Self::F) -> Self::F;
    fn min(a: Self::F, b: Self::F) -> Self::F;
    /// To the nearest integer, ties to even.
    fn round(x: Self::F) -> Self::F;
    /// `2^n` for integral `n` from -126 to 127.
    fn power_of_two(n: Self::F) -> Self::F;
    /// Integral values from 0 to 255 as bytes.
    fn bytes(x: Self::F) -> [u8; LANES];
    /// `sum - zero * weights` as floats.
    fn centred(sum: Self::I, zero: i32, weights: &[i32; LANES]) -> Self::F;
    /// The exact products of six rows with 64 channels, over all groups of inputs.
    fn tile(
        weights: &[WeightGroup],
        activations: &[ActivationGroup],
    ) -> [[Self::I; TILE_VECTORS]; TILE_ROWS];
}

/// An instruction set that this machine has: made by detection alone, so that holding one is the
/// proof that its instructions may be run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Isa(Set);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Set {
    #[cfg(target_arch = "x86_64")]
    Avx512,
    #[cfg(target_arch = "x86_64")]
    Avx2,
    Portable,
}

impl Isa {
    /// All that this machine has, the best first.
    pub(crate) fn available() -> Vec<Isa> {
        let mut sets = Vec::new();
        #[cfg(target_arch = "x86_64")]
        {
            use std::arch::is_x86_feature_detected as has;
            let avx2 = has!("avx2") && has!("fma");
            let wide = has!("avx512f") && has!("avx512bw") && has!("avx512dq") && has!("avx512vl");
            if avx2 && wide && has!("avx512vnni") {
                sets.push(Isa(Set::Avx512));
            }
            if avx2 {
                sets.push(Isa(Set::Avx2));
            }
        }
        sets.push(Isa(Set::Portable));
        sets
    }

    /// The best that this machine has.
    pub(crate) fn best() -> Isa {
        Isa::available().first().copied().unwrap_or(Isa(Set::Portable))
    }

    /// Runs `kernel` compiled for this set.
    #[inline]
    pub(crate) fn run<K: Kernel>(self, kernel: K) {
        match self.0 {
            // SAFETY: an `Isa` of this set is made only where all of the features are detected.
            #[cfg(target_arch = "x86_64")]
            Set::Avx512 => unsafe { run_avx512(kernel) },
            // SAFETY: as above.
            #[cfg(target_arch = "x86_64")]
            Set::Avx2 => unsafe { run_avx2(kernel) },
            Set::Portable => kernel.run::<Portable>(),
        }
    }
}

/// Work that is written over [`Lanes`]. `run` and all it calls must be `#[inline(always)]`: only so
/// are they compiled with the instructions of the set.
pub(crate) trait Kernel {
    /// Does the work.
    fn run<L: Lanes>(self);
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx2,fma")]
fn run_avx512<K: Kernel>(kernel: K) {
    kernel.run::<Avx512>();
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn run_avx2<K: Kernel>(kernel: K) {
    kernel.run::<Avx2>();
}
