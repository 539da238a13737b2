//! Where things are written: standard output for results, standard error for messages.

use crate::error::Error;
use std::cell::Cell;
use std::fmt::Display;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Writes `bytes` to standard output.
pub(crate) fn to_stdout(bytes: &[u8]) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(Error::Output)
}

/// Writes `text` to `path`, making its folder where there is none.
pub(crate) fn to_file(path: &Path, text: &str) -> Result<(), Error> {
    if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
        make_folder(folder)?;
    }
    fs::write(path, text).map_err(|source| Error::Write { path: path.to_owned(), source })
}

/// Makes a folder and those above it.
pub(crate) fn make_folder(path: &Path) -> Result<(), Error> {
    fs::create_dir_all(path).map_err(|source| Error::MakeFolder { path: path.to_owned(), source })
}

/// Messages for the person at the terminal, on standard error.
#[derive(Debug)]
pub(crate) struct Messages {
    quiet: bool,
    left_out: Cell<bool>,
}

impl Messages {
    pub(crate) fn new(quiet: bool) -> Self {
        Self { quiet, left_out: Cell::new(false) }
    }

    pub(crate) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Something that stopped the command.
    pub(crate) fn error(&self, message: &dyn Display) {
        say("error", message);
    }

    /// A piece of the input that was left out.
    pub(crate) fn left_out(&self, message: &dyn Display) {
        self.left_out.set(true);
        say("left out", message);
    }

    /// Good to know.
    pub(crate) fn note(&self, message: &dyn Display) {
        if !self.quiet {
            say("note", message);
        }
    }

    pub(crate) fn anything_left_out(&self) -> bool {
        self.left_out.get()
    }
}

/// Control characters of file names and texts must not reach a terminal as such.
fn say(label: &str, message: &dyn Display) {
    let line: String =
        message.to_string().chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    // A closed standard error leaves nobody to tell.
    writeln!(io::stderr().lock(), "{label}: {line}").ok();
}
