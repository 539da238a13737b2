//! What form a file has, by its first bytes and its name.

use std::path::Path;

/// The form of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Plain text.
    Text,
    /// A page.
    Html,
    /// One JSON value: a record, or a list of records.
    Json,
    /// A JSON record on each line.
    JsonLines,
}

/// How far into a file its form is looked for.
const WINDOW: usize = 4096;

/// First bytes of files that hold no text although they may begin with some.
const MAGIC: &[&[u8]] = &[
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"\x7fELF",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3\0",
    b"{\\rtf",
];

/// Whether `bytes` are not text in any character set: a known file signature, NUL bytes that are not
/// UTF-16, or many control characters.
pub(crate) fn is_binary(bytes: &[u8]) -> bool {
    if MAGIC.iter().any(|magic| bytes.starts_with(magic)) {
        return true;
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return false;
    }
    let head = &bytes[..bytes.len().min(2 * WINDOW)];
    let odd = |byte: &&u8| matches!(byte, 0x00..=0x08 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f);
    head.contains(&0) || head.iter().filter(odd).count() * 50 > head.len()
}

/// The form of a decoded text that came under `name`.
pub(crate) fn form(text: &str, name: &str) -> Form {
    let extension = extension(name);
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let head: String = start.chars().take(WINDOW).collect::<String>().to_ascii_lowercase();
    match extension.as_str() {
        "jsonl" | "ndjson" => return Form::JsonLines,
        "json" => {
            return if two_records(start) { Form::JsonLines } else { Form::Json };
        }
        "html" | "htm" | "xhtml" | "shtml" => return Form::Html,
        _ => {}
    }
    if head.starts_with("<!doctype html") || head.starts_with("<html") {
        return Form::Html;
    }
    let page = ["<html", "<head>", "<head ", "<body>", "<body ", "<div", "<article"];
    if (head.starts_with("<!--") || head.starts_with("<?xml") || head.starts_with('<'))
        && page.iter().any(|tag| head.contains(tag))
    {
        return Form::Html;
    }
    if head.starts_with('{') && first_line_is_record(start) {
        return if two_records(start) { Form::JsonLines } else { Form::Json };
    }
    if head.starts_with("[{") || head.starts_with("[\n") && start[1..].trim_start().starts_with('{')
    {
        return Form::Json;
    }
    Form::Text
}

/// Whether the file name says that the file may be an article, for files that nobody named.
pub(crate) fn may_be_article(path: &Path) -> bool {
    let name = path.file_name().map(|n| n.to_string_lossy().to_lowercase());
    let Some(name) = name else { return false };
    let known = matches!(
        extension(&name).as_str(),
        "" | "txt"
            | "text"
            | "md"
            | "html"
            | "htm"
            | "xhtml"
            | "shtml"
            | "json"
            | "jsonl"
            | "ndjson"
    );
    let about_the_folder = ["readme", "license", "licence", "copying", "makefile"]
        .iter()
        .any(|stem| name == *stem || name.strip_prefix(stem).is_some_and(|r| r.starts_with('.')));
    known && !about_the_folder && !name.starts_with('.') && !name.ends_with('~')
}

/// The part of `name` after its last dot, in lower case.
fn extension(name: &str) -> String {
    Path::new(name).extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// Whether `{` is followed by a quoted key or the end of the object.
fn first_line_is_record(start: &str) -> bool {
    let inside = start[1..].trim_start();
    inside.starts_with('"') || inside.starts_with('}')
}

/// Whether the first line is a whole record and another follows it.
fn two_records(start: &str) -> bool {
    start.split_once('\n').is_some_and(|(first, rest)| {
        first.trim_end().ends_with('}') && rest.trim_start().starts_with('{')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_tells_more_than_the_name() {
        assert_eq!(form("<!DOCTYPE html><p>Talks", "saved.txt"), Form::Html);
        assert_eq!(form("{\"text\": \"Talks\"}\n{\"text\": \"More\"}\n", "-"), Form::JsonLines);
        assert_eq!(form("{\"maintext\": \"Talks\"}", "x.json"), Form::Json);
        assert_eq!(form("[{\"text\": \"Talks\"}]", "x"), Form::Json);
        assert_eq!(form("{Correction} Talks end", "x.txt"), Form::Text);
        assert_eq!(form("Talks end\n\n<b>Vienna</b>", "x.txt"), Form::Text);
    }

    #[test]
    fn binaries_are_known_by_their_bytes() {
        assert!(is_binary(b"\x89PNG\r\n\x1a\n"));
        assert!(is_binary(b"abc\0def"));
        assert!(!is_binary("Переговоры".as_bytes()));
        assert!(!is_binary(b"\xff\xfeT\0a\0"));
    }

    #[test]
    fn folders_hold_other_files_too() {
        assert!(may_be_article(Path::new("a/b.txt")));
        assert!(!may_be_article(Path::new("a/README.md")));
        assert!(!may_be_article(Path::new("a/b.png")));
        assert!(!may_be_article(Path::new("a/.hidden.txt")));
    }
}
