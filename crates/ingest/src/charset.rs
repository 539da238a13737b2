//! Bytes to Unicode.
//!
//! In this order: a byte order mark; valid UTF-8; for pages what `<meta charset>` says; UTF-8 with
//! a few damaged bytes; what chardetng, Firefox's detector, finds. Decoders follow the WHATWG
//! Encoding Standard.

use encoding_rs::{Encoding, UTF_8};
use rapporteur_core::{Diagnostic, Severity};
use regex::bytes::Regex;
use std::borrow::Cow;
use std::sync::LazyLock;

/// A text with what had to be done to get it.
#[derive(Debug)]
pub(crate) struct Decoded {
    /// The text; the byte order mark of a UTF-8 file is kept, as most readers of UTF-8 keep it.
    pub(crate) text: String,
    /// What was odd.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// How far into a page its `<meta charset>` may stand (the HTML Standard: 1024 bytes; pages exceed it).
const META_WINDOW: usize = 4096;

static META: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"(?i)<meta[^>]{0,300}?charset\s*=\s*["']?\s*([a-z0-9_:.-]{1,40})"#).ok()
});

/// Decodes `bytes`.
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    if let Some((encoding, _)) = Encoding::for_bom(bytes)
        && encoding != UTF_8
    {
        return with(encoding, bytes, "its byte order mark");
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: text.to_owned(), diagnostics: Vec::new() };
    }
    if let Some(encoding) = declared(bytes)
        && encoding != UTF_8
    {
        return with(encoding, bytes, "its <meta charset>");
    }
    if is_damaged_utf8(bytes) {
        return with(UTF_8, bytes, "most of its bytes");
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    let head = &bytes[..bytes.len().min(1 << 20)];
    detector.feed(head, head.len() == bytes.len());
    let encoding = detector.guess(None, chardetng::Utf8Detection::Allow);
    with(encoding, bytes, "its letters")
}

/// The character set that a page declares, if it is one that the web knows.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(META_WINDOW)];
    let label = META.as_ref()?.captures(head)?.get(1)?;
    Encoding::for_label(label.as_bytes())
}

/// Whether well-formed UTF-8 sequences far outnumber ill-formed ones.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    // A file in ASCII but for one byte is more likely Windows-1252.
    good > 3 * bad
}

fn with(encoding: &'static Encoding, bytes: &[u8], reason: &str) -> Decoded {
    let (text, damaged) = encoding.decode_with_bom_removal(bytes);
    let mut diagnostics = Vec::new();
    if encoding != UTF_8 {
        diagnostics.push(Diagnostic {
            severity: Severity::Note,
            message: format!("read as {}, by {reason}", encoding.name()),
            span: None,
        });
    }
    if damaged {
        let count = text.chars().filter(|c| *c == '\u{fffd}').count();
        diagnostics.push(Diagnostic {
            severity: Severity::Warning,
            message: format!(
                "{count} places are not valid {} and were replaced by U+FFFD; save the file again as UTF-8",
                encoding.name()
            ),
            span: None,
        });
    }
    Decoded { text: text.into_owned(), diagnostics }
}

/// `text` with the line ends `\r\n` and `\r` written as `\n`, as readers of text files give them.
pub(crate) fn unix_lines(text: String) -> String {
    match normalised(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(changed) => changed,
    }
}

fn normalised(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((line, after)) = rest.split_once('\r') {
        out.push_str(line);
        out.push('\n');
        rest = after.strip_prefix('\n').unwrap_or(after);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_passes_unchanged() {
        let decoded = decode("\u{feff}Zürich – “yes”".as_bytes());
        assert_eq!(decoded.text, "\u{feff}Zürich – “yes”");
        assert!(decoded.diagnostics.is_empty());
    }

    #[test]
    fn a_page_may_name_its_character_set() {
        let page = b"<html><head><meta charset=\"windows-1251\"></head>\xcf\xf0\xe8\xe2\xe5\xf2";
        assert!(decode(page).text.ends_with("Привет"));
    }

    #[test]
    fn other_character_sets_are_recognised() {
        let (latin, _, _) = encoding_rs::WINDOWS_1252
            .encode("Le président français était à Genève, a déclaré sa porte-parole.");
        assert!(decode(&latin).text.contains("président français"));
        let utf16: Vec<u8> = std::iter::once(0xfeffu16)
            .chain("Genève".encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(decode(&utf16).text, "Genève");
    }

    #[test]
    fn damaged_utf8_says_so() {
        let mut bytes = "“Talks” — “end” — “today”".as_bytes().to_vec();
        bytes.push(0xff);
        let decoded = decode(&bytes);
        assert!(decoded.text.starts_with("“Talks”"));
        assert!(decoded.diagnostics[0].message.starts_with("1 places"));
    }

    #[test]
    fn line_ends_become_newlines() {
        assert_eq!(unix_lines("a\r\nb\rc\n\rd".into()), "a\nb\nc\n\nd");
    }
}
