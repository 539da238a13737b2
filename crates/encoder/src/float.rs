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
    for (left, right) in left.iter().zip(right) {
        let mut columns = [L::splat(0.0); VECTORS];
        for vector in 0..VECTORS {
            columns[vector] = L::load(&right[vector]);
        }
        for row in 0..ROWS {
            let factor = L::splat(left[row]);
            for vector in 0..VECTORS {
                sums[row][vector] = L::mul_add(factor, columns[vector], sums[row][vector]);
            }
        }
    }
    sums
}
