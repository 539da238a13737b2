//! Tiles of the products in floats: eight rows by 32 columns, whose sums stay in registers.

use crate::simd::{LANES, Lanes};

/// Rows of a tile.
pub(crate) const ROWS: usize = 8;
/// Vectors of columns in a tile.
pub(crate) const VECTORS: usize = 2;
/// Columns of a tile.
pub(crate) const COLUMNS: usize = LANES * VECTORS;

/// One depth of the left side: a number for each row.
pub(crate) type Left = [f32; ROWS];
/// One depth of the right side: a number for each column.
pub(crate) type Right = [[f32; LANES]; VECTORS];

/// Sums over the depth, in its order.
#[inline(always)]
pub(crate) fn tile<L: Lanes>(left: &[Left], right: &[Right]) -> [[L::F; VECTORS]; ROWS] {
    let mut sums = [[L::splat(0.0); VECTORS]; ROWS];
    if L::WIDE {
        rows::<L, ROWS>(left, right, &mut sums, 0);
    } else {
        for from in (0..ROWS).step_by(NARROW) {
            rows::<L, NARROW>(left, right, &mut sums, from);
        }
    }
    sums
}

/// Rows whose sums fit into sixteen registers of half a vector.
pub(crate) const NARROW: usize = 2;

/// The `COUNT` rows from `from`.
#[inline(always)]
fn rows<L: Lanes, const COUNT: usize>(
    left: &[Left],
    right: &[Right],
    to: &mut [[L::F; VECTORS]; ROWS],
    from: usize,
) {
    let mut sums = [[L::splat(0.0); VECTORS]; COUNT];
    for (left, right) in left.iter().zip(right) {
        let mut columns = [L::splat(0.0); VECTORS];
        for vector in 0..VECTORS {
            columns[vector] = L::load(&right[vector]);
        }
        for row in 0..COUNT {
            let factor = L::splat(left[from + row]);
            for vector in 0..VECTORS {
                sums[row][vector] = L::mul_add(factor, columns[vector], sums[row][vector]);
            }
        }
    }
    for (to, sums) in to.iter_mut().skip(from).zip(sums) {
        *to = sums;
    }
}
