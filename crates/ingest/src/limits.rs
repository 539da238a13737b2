//! Bounds that keep one odd input from taking all time and memory.

/// The most bytes that are read of one file.
pub const MAX_BYTES: u64 = 64 << 20;

/// The most bytes of one line of JSON Lines.
pub const MAX_LINE_BYTES: u64 = 64 << 20;
