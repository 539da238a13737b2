//! Self-attention of one window: for each head and each eight rows, scores, weights and the weighted
//! sum in one go, so that no matrix of all rows by all keys is ever held.
//!
//! All in floats: the scores decide where a word looks, and bytes lose too much there.

use crate::float::{self, COLUMNS, NARROW, ROWS, Right, VECTORS};
use crate::math;
use crate::simd::{Kernel, LANES, Lanes};

/// Scores, then weights, of eight rows for 32 keys.
type Block = [[[f32; LANES]; VECTORS]; ROWS];

/// What one head needs, kept from call to call for its memory.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    /// Keys by blocks of 32, each block dimension by dimension.
    keys: Vec<Right>,
    /// Values by 32 dimensions, each key by key.
    values: Vec<Right>,
    queries: Vec<float::Left>,
    blocks: Vec<Block>,
}

/// Attention over the rows of one window.
pub(crate) struct Attend<'a> {
    /// Row by row: queries of all heads (already scaled, for powers of two), keys, values.
    pub(crate) rows: &'a [f32],
    pub(crate) heads: usize,
    /// Numbers in a head, a multiple of 32.
    pub(crate) size: usize,
    pub(crate) scratch: &'a mut Scratch,
    /// Row by row: the heads' results side by side.
    pub(crate) to: &'a mut [f32],
}

impl Kernel for Attend<'_> {
    #[inline(always)]
    fn run<L: Lanes>(self) {
        let Self { rows, heads, size, scratch, to } = self;
        let width = heads * size;
        let count = rows.len() / (3 * width);
        scratch.reshape(count, size);
        for head in 0..heads {
            let from = head * size;
            scratch.load(rows, width, from, size);
            let tiles = rows.chunks(3 * width * ROWS).zip(to.chunks_mut(width * ROWS));
            for (rows, to) in tiles {
                scratch.load_queries(rows, width, from, size);
                for (block, keys) in scratch.blocks.iter_mut().zip(scratch.keys.chunks_exact(size))
                {
                    let sums = float::tile::<L>(&scratch.queries, keys);
                    for (row, sums) in block.iter_mut().zip(sums) {
                        for (to, sum) in row.iter_mut().zip(sums) {
                            L::store(sum, to);
                        }
                    }
                }
                scratch.mask(count);
                let inverse = softmax::<L>(&mut scratch.blocks);
                let dimensions = scratch.values.chunks_exact(scratch.blocks.len() * COLUMNS);
                for (part, values) in dimensions.enumerate() {
                    let sums = weigh::<L>(&scratch.blocks, values);
                    let to = to.chunks_exact_mut(width);
                    for (row, (sums, inverse)) in to.zip(sums.into_iter().zip(inverse)) {
                        let inverse = L::splat(inverse);
                        let Some(row) = row.get_mut(from + part * COLUMNS..) else { continue };
                        for (to, sum) in row.as_chunks_mut::<LANES>().0.iter_mut().zip(sums) {
                            L::store(L::mul(sum, inverse), to);
                        }
                    }
                }
            }
        }
    }
}

/// Powers of two of the scores less each row's greatest, and the inverse of each row's sum.
#[inline(always)]
fn softmax<L: Lanes>(blocks: &mut [Block]) -> [f32; ROWS] {
    let mut inverse = [0.0; ROWS];
    for row in 0..ROWS {
        let mut greatest = [L::splat(NEVER); VECTORS];
        for block in blocks.iter() {
            for vector in 0..VECTORS {
                greatest[vector] = L::max(greatest[vector], L::load(&block[row][vector]));
            }
        }
        let [low, high] = greatest;
        let greatest = L::splat(math::greatest::<L>(L::max(low, high)));
        let mut total = [L::splat(0.0); VECTORS];
        for block in blocks.iter_mut() {
            for vector in 0..VECTORS {
                let score = L::load(&block[row][vector]);
                let weight = math::exp2::<L>(L::sub(score, greatest));
                total[vector] = L::add(total[vector], weight);
                L::store(weight, &mut block[row][vector]);
            }
        }
        let [low, high] = total;
        inverse[row] = 1.0 / math::sum::<L>(L::add(low, high));
    }
    inverse
}

/// The sum of the values of 32 dimensions by the weights of eight rows, key by key.
#[inline(always)]
fn weigh<L: Lanes>(blocks: &[Block], values: &[Right]) -> [[L::F; VECTORS]; ROWS] {
    let mut sums = [[L::splat(0.0); VECTORS]; ROWS];
    if L::WIDE {
        weigh_rows::<L, ROWS>(blocks, values, &mut sums, 0);
    } else {
        for from in (0..ROWS).step_by(NARROW) {
            weigh_rows::<L, NARROW>(blocks, values, &mut sums, from);
        }
    }
    sums
}

/// The `COUNT` rows from `from`.
#[inline(always)]
fn weigh_rows<L: Lanes, const COUNT: usize>(
    blocks: &[Block],
    values: &[Right],
    to: &mut [[L::F; VECTORS]; ROWS],
    from: usize,
) {
    let mut sums = [[L::splat(0.0); VECTORS]; COUNT];
    for (block, values) in blocks.iter().zip(values.as_chunks::<COLUMNS>().0) {
        for key in 0..COLUMNS {
            let mut columns = [L::splat(0.0); VECTORS];
            for vector in 0..VECTORS {
                columns[vector] = L::load(&values[key][vector]);
            }
            for row in 0..COUNT {
                let weight = L::splat(block[from + row][key / LANES][key % LANES]);
                for vector in 0..VECTORS {
                    sums[row][vector] = L::mul_add(weight, columns[vector], sums[row][vector]);
                }
            }
        }
    }
    for (to, sums) in to.iter_mut().skip(from).zip(sums) {
        *to = sums;
    }
}

/// The score of a key that is not there.
const NEVER: f32 = -1e30;

impl Scratch {
    /// Makes room for `count` keys of `size` numbers.
    fn reshape(&mut self, count: usize, size: usize) {
        let blocks = count.div_ceil(COLUMNS);
        let nought = [[0.0; LANES]; VECTORS];
        self.keys.resize(blocks * size, nought);
        self.values.resize(size / COLUMNS * blocks * COLUMNS, nought);
        // Keys that are not there are masked, whatever another window left here; their values must
        // be nought for weights that are all but nought.
        for values in self.values.chunks_mut((blocks * COLUMNS).max(1)) {
            for value in values.iter_mut().skip(count) {
                *value = nought;
            }
        }
        self.queries.resize(size, [0.0; ROWS]);
        self.blocks.resize(blocks, [nought; ROWS]);
    }

    /// Takes the keys and values of the head that begins at number `from`.
    #[inline(always)]
    fn load(&mut self, rows: &[f32], width: usize, from: usize, size: usize) {
        let padded = self.blocks.len() * COLUMNS;
        for (key, row) in rows.chunks_exact(3 * width).enumerate() {
            let keys = row.iter().skip(width + from).take(size);
            let (block, lane) = (key / COLUMNS, key % COLUMNS);
            for (to, x) in self.keys.iter_mut().skip(block * size).zip(keys) {
                to[lane / LANES][lane % LANES] = *x;
            }
            let Some(values) = row.get(2 * width + from..2 * width + from + size) else { continue };
            for (part, values) in values.as_chunks::<COLUMNS>().0.iter().enumerate() {
                let Some(to) = self.values.get_mut(part * padded + key) else { continue };
                for (to, values) in to.iter_mut().zip(values.as_chunks::<LANES>().0) {
                    *to = *values;
                }
            }
        }
    }

    /// Takes the queries of at most eight rows; the others count as nought.
    #[inline(always)]
    fn load_queries(&mut self, rows: &[f32], width: usize, from: usize, size: usize) {
        let count = rows.len() / (3 * width);
        for (place, row) in rows.chunks_exact(3 * width).enumerate().take(ROWS) {
            let queries = row.iter().skip(from).take(size);
            for (to, x) in self.queries.iter_mut().zip(queries) {
                to[place] = *x;
            }
        }
        if count < ROWS {
            for to in &mut self.queries {
                for to in to.iter_mut().skip(count) {
                    *to = 0.0;
                }
            }
        }
    }

    /// Takes the keys beyond `count` out.
    #[inline(always)]
    fn mask(&mut self, count: usize) {
        let over = self.blocks.len() * COLUMNS - count;
        let Some(block) = self.blocks.last_mut() else { return };
        for row in block {
            for score in row.as_flattened_mut().iter_mut().rev().take(over) {
                *score = NEVER;
            }
        }
    }
}
