//! The bytes of a model: in the program itself, or mapped from a file.
#![allow(unsafe_code)]

use crate::error::{ModelError, ModelErrorKind};
use std::io;
use std::ops::Deref;
use std::path::Path;

/// Bytes that stay where they are as long as the model lives.
#[derive(Debug)]
pub(crate) enum Bytes {
    /// Part of the program, or leaked.
    Static(&'static [u8]),
    /// A file's pages, read as they are needed and shared between processes.
    Mapped(memmap2::Mmap),
}

impl Bytes {
    /// Maps the file at `path`.
    pub(crate) fn map(path: &Path) -> Result<Self, ModelError> {
        let file = std::fs::File::open(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => ModelErrorKind::Missing,
            _ => ModelErrorKind::Unreadable(error),
        })?;
        // SAFETY: the map is read as bytes, for which any content is valid. A file that another
        // process cuts short while it is mapped ends this one by a signal, as for every program
        // that maps files; model files are replaced, not written in place.
        let map = unsafe { memmap2::Mmap::map(&file) }.map_err(ModelErrorKind::Unreadable)?;
        Ok(Self::Mapped(map))
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Static(bytes) => bytes,
            Self::Mapped(map) => map,
        }
    }
}
