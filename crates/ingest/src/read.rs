//! Files, folders and streams to articles.

use crate::metadata::{self, SideCars};
use crate::sniff::{self, Form};
use crate::{
    Error, ErrorKind, Intake, MAX_BYTES, MAX_LINE_BYTES, charset, html, json, limits, text,
};
use rapporteur_core::Article;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Reads files and folders, folders with all that is in them in the order of the names.
///
/// A file named by the user that is not an article is a failure; a file found in a folder that is
/// not one is skipped. A file named twice is read once.
pub fn read_paths(paths: &[PathBuf]) -> Intake {
    let mut reading = Reading::default();
    for path in paths {
        if path.is_dir() {
            reading.folder(path);
        } else {
            reading.file(path, false);
        }
    }
    let mut intake = reading.intake;
    intake.failures.extend(reading.side_cars.failures);
    intake.finished()
}

/// Reads JSON Lines, one record a line, `name` being what the stream is called in messages.
/// No more than one line is held at a time.
pub fn read_json_lines(mut reader: impl BufRead, name: &str) -> Intake {
    let mut intake = Intake::default();
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        let limited = (&mut reader).take(MAX_LINE_BYTES).read_until(b'\n', &mut bytes);
        match limited {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => {
                let kind = ErrorKind::Unreadable(error);
                intake.failures.push(Error::at(name, number, kind));
                break;
            }
        }
        if bytes.len() as u64 == MAX_LINE_BYTES && bytes.last() != Some(&b'\n') {
            let limit = MAX_LINE_BYTES;
            let kind = ErrorKind::TooLarge { limit };
            intake.failures.push(Error::at(name, number, kind));
            if skip_line(&mut reader).is_err() {
                break;
            }
            continue;
        }
        let decoded = charset::decode(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes));
        if decoded.text.trim().is_empty() {
            continue;
        }
        let read = json::line(&decoded.text, name, number);
        intake.add(read.map(|mut article| {
            article.diagnostics.extend(decoded.diagnostics);
            article
        }));
    }
    intake.finished()
}

/// The article in one JSON record that is already parsed; `name` and `line` say where it came from.
///
/// # Errors
/// Where the record holds no text.
pub fn from_record(record: &Value, name: &str, line: Option<usize>) -> Result<Article, Error> {
    let article = limits::within_bounds(json::article(record, name, line)?)?;
    Ok(crate::finish(article))
}

/// Reads what is in memory; the form is told by the bytes and by `name`.
pub fn from_bytes(bytes: &[u8], name: &str) -> Intake {
    parse(bytes, name).finished()
}

/// [`from_bytes`] without headline, noise and language.
fn parse(bytes: &[u8], name: &str) -> Intake {
    if sniff::is_binary(bytes) {
        return Intake::failure(Error::new(name, ErrorKind::Binary));
    }
    if bytes.len() as u64 > MAX_BYTES {
        let limit = MAX_BYTES;
        return Intake::failure(Error::new(name, ErrorKind::TooLarge { limit }));
    }
    let decoded = charset::decode(bytes);
    if decoded.text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Intake::failure(Error::new(name, ErrorKind::Empty));
    }
    let mut intake = Intake::default();
    match sniff::form(&decoded.text, name) {
        Form::Text => intake.add(text::article(decoded, name)),
        Form::Html => intake.add(html::from_decoded(decoded, name)),
        Form::Json => intake.extend(json::document(&decoded.text, name)),
        Form::JsonLines => intake.extend(json::lines(&decoded.text, name)),
    }
    intake
}

/// One run over the user's paths.
#[derive(Default)]
struct Reading {
    intake: Intake,
    side_cars: SideCars,
    seen: BTreeSet<PathBuf>,
}

impl Reading {
    fn folder(&mut self, folder: &Path) {
        let articles = self.intake.articles.len();
        let failures = self.intake.failures.len();
        let already = self.seen.len();
        let mut met_again = false;
        for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name() {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                // A pipe or a device would be waited for.
                Ok(entry) if !entry.file_type().is_file() => {
                    let name = entry.path().to_string_lossy().into_owned();
                    self.intake.skipped.push(name);
                }
                Ok(entry) => met_again |= !self.file(entry.path(), true),
                Err(error) => {
                    let path = error.path().unwrap_or(folder);
                    let name = path.to_string_lossy().into_owned();
                    let kind = ErrorKind::Unreadable(error.into());
                    self.intake.failures.push(Error::new(name, kind));
                }
            }
        }
        let nothing = self.intake.articles.len() == articles
            && self.intake.failures.len() == failures
            && !(met_again && already > 0);
        if nothing {
            let name = folder.to_string_lossy().into_owned();
            self.intake.failures.push(Error::new(name, ErrorKind::NoArticles));
        }
    }

    /// Reads one file; `found` where it was met in a folder. Whether it was not read before.
    fn file(&mut self, path: &Path, found: bool) -> bool {
        let name = path.to_string_lossy().into_owned();
        if found && (!sniff::may_be_article(path) || metadata::is_side_car(path)) {
            self.intake.skipped.push(name);
            return true;
        }
        if let Ok(real) = fs::canonicalize(path)
            && !self.seen.insert(real)
        {
            return false;
        }
        let bytes = match read_bounded(path) {
            Ok(bytes) => bytes,
            Err(kind) => {
                self.intake.failures.push(Error::new(name, kind));
                return true;
            }
        };
        if found && is_not_meant(&bytes, &name) {
            self.intake.skipped.push(name);
            return true;
        }
        let mut intake = parse(&bytes, &name);
        let given = self.side_cars.of(path);
        if let [article] = intake.articles.as_mut_slice() {
            for given in given {
                given.apply(article);
            }
            metadata::from_url(article);
        }
        self.intake.extend(intake);
        true
    }
}

/// Whether a file that nobody named is something else than an article.
fn is_not_meant(bytes: &[u8], name: &str) -> bool {
    if sniff::is_binary(bytes) {
        return true;
    }
    let decoded = charset::decode(bytes);
    sniff::form(&decoded.text, name) == Form::Json && !json::is_meant_as_articles(&decoded.text)
}

/// All bytes of the file, or why not.
fn read_bounded(path: &Path) -> Result<Vec<u8>, ErrorKind> {
    let file = File::open(path).map_err(ErrorKind::Unreadable)?;
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(ErrorKind::Unreadable)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ErrorKind::TooLarge { limit: MAX_BYTES });
    }
    Ok(bytes)
}

/// Reads on to the end of the line without keeping it.
fn skip_line(reader: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        let (used, done) = match memchr::memchr(b'\n', buffer) {
            Some(end) => (end + 1, true),
            None => (buffer.len(), false),
        };
        reader.consume(used);
        if done {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::tempdir;

    fn write(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    #[test]
    fn a_folder_is_read_in_the_order_of_its_names() {
        let dir = tempdir().unwrap();
        write(dir.path(), "b.txt", "Second headline\n\nSecond text.\n");
        write(dir.path(), "a.txt", "First headline\r\n\r\nFirst text.\r\n");
        write(dir.path(), "z/c.txt", "Third headline\n\nThird text.\n");
        write(dir.path(), "photo.jpg", b"\xff\xd8\xff\xe0\0");
        write(dir.path(), "data.txt", b"\0\x01\x02");
        let side_car = r#"[{"id": "one", "outlet": "The Example", "file": "a.txt", "published": "2022-01-12"}]"#;
        write(dir.path(), "articles.json", side_car);
        write(dir.path(), "b.txt.meta.json", r#"{"outlet": "The Sample"}"#);

        let intake = read_paths(&[dir.path().to_owned()]);
        assert!(intake.failures.is_empty(), "{:?}", intake.failures);
        let texts: Vec<&str> = intake.articles.iter().map(|a| a.text.as_str()).collect();
        assert_eq!(texts[0], "First headline\n\nFirst text.\n");
        assert!(texts[2].starts_with("Third"));
        let a = &intake.articles[0];
        assert_eq!(a.key.as_deref(), Some("one"));
        assert_eq!(a.outlet.as_deref(), Some("The Example"));
        assert_eq!(a.published.as_ref().unwrap().date.to_string(), "2022-01-12");
        assert_eq!(intake.articles[1].outlet.as_deref(), Some("The Sample"));
        assert_eq!(intake.skipped.len(), 4);

        let alone = read_paths(&[dir.path().join("a.txt")]);
        assert_eq!(alone.articles[0].outlet.as_deref(), Some("The Example"));
    }

    #[test]
    fn each_failure_names_its_file_and_the_rest_is_read() {
        let dir = tempdir().unwrap();
        let paths = vec![
            write(dir.path(), "empty.txt", " \n"),
            write(dir.path(), "picture.txt", b"\x89PNG\r\n"),
            dir.path().join("missing.txt"),
            write(dir.path(), "good.txt", "Talks end\n\nThey ended on Monday.\n"),
            write(dir.path(), "bad.json", "{\"title\": \"x\"}"),
        ];
        fs::create_dir(dir.path().join("hollow")).unwrap();
        let mut paths = paths;
        paths.push(dir.path().join("hollow"));
        let intake = read_paths(&paths);
        assert_eq!(intake.articles.len(), 1);
        let kinds: Vec<&ErrorKind> = intake.failures.iter().map(|f| &f.kind).collect();
        assert!(matches!(kinds[0], ErrorKind::Empty));
        assert!(matches!(kinds[1], ErrorKind::Binary));
        assert!(matches!(kinds[2], ErrorKind::Unreadable(_)));
        assert!(matches!(kinds[3], ErrorKind::MissingField { field: "text" }));
        assert!(matches!(kinds[4], ErrorKind::NoArticles));
        assert!(
            intake.failures[1].to_string().ends_with("is a binary file; give text, HTML or JSON")
        );
    }

    #[test]
    fn a_file_named_twice_is_read_once() {
        let dir = tempdir().unwrap();
        let file = write(dir.path(), "a.txt", "Talks end\n\nThey ended on Monday.\n");
        let intake = read_paths(&[file, dir.path().to_owned()]);
        assert_eq!(intake.articles.len(), 1);
        assert!(intake.failures.is_empty());
    }

    #[test]
    fn a_stream_is_read_line_by_line() {
        let stream = b"{\"id\": \"x\", \"text\": \"One met two.\"}\n\xff\xfe{\n" as &[u8];
        let intake = read_json_lines(stream, "standard input");
        assert_eq!(intake.articles.len(), 1);
        assert_eq!(intake.failures[0].line, Some(2));
    }
}
