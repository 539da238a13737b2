//! The reader that the command line asks for.

use crate::args::{ReaderArguments, ReaderKind};
use crate::error::Error;
use rapporteur::annotate::Reader;

pub(crate) fn reader(arguments: &ReaderArguments) -> Result<Reader, Error> {
    let reader = match (&arguments.model, arguments.reader) {
        (Some(path), _) => Reader::open(path),
        (None, ReaderKind::Model) => Reader::bundled(),
        (None, ReaderKind::Rules) => Ok(Reader::rules()),
    };
    reader.map_err(Error::Model)
}
