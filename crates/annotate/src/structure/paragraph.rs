//! Lines of text that hold something besides noise, and which of them are headings.

use super::Piece;
use rapporteur_core::{Article, Paragraph, Span, words};

/// A longer line is text even where it has no full stop (a standfirst).
const LONGEST_HEADING: usize = 20;
/// Within how many paragraphs from the top the headline is repeated.
const TOP: usize = 6;

/// The paragraphs of the article, and the pieces that noise leaves of each. A line without any
/// letter or digit ("***", "·") is no paragraph.
pub(super) fn find(article: &Article) -> (Vec<Paragraph>, Vec<Piece>) {
    let text = article.text.as_str();
    let mut paragraphs = Vec::new();
    let mut pieces = Vec::new();
    let mut noise = 0;
    for line in text.split(is_line_end) {
        let Some(line) = Span::of_slice(text, line) else {
            continue;
        };
        while article.noise.get(noise).is_some_and(|n| n.span.end() <= line.start()) {
            noise += 1;
        }
        let mut hull: Option<Span> = None;
        let mut from = line.start();
        let mut next = noise;
        while from <= line.end() {
            let hole = article.noise.get(next).map(|n| n.span).filter(|n| n.start() < line.end());
            let to = hole.map_or(line.end(), |n| n.start().max(from));
            let piece = Span::new(from, to).trim(text);
            if text[piece].chars().any(char::is_alphanumeric) {
                pieces.push(Piece { span: piece, paragraph: paragraphs.len() });
                hull = Some(hull.map_or(piece, |h| h.hull(piece)));
            }
            match hole {
                Some(n) => from = n.end().max(from),
                None => break,
            }
            next += 1;
        }
        if let Some(span) = hull {
            paragraphs.push(Paragraph { span, heading: false });
        }
    }
    mark_headings(article, &mut paragraphs);
    (paragraphs, pieces)
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn mark_headings(article: &Article, paragraphs: &mut [Paragraph]) {
    let text = article.text.as_str();
    let headline: Vec<String> =
        article.headline_text().map(|h| folded(h, Span::new(0, h.len()))).unwrap_or_default();
    for (index, paragraph) in paragraphs.iter_mut().enumerate() {
        let span = paragraph.span;
        paragraph.heading = article.headline.is_some_and(|h| h.overlaps(span))
            || (index < TOP && repeats(&headline, text, span))
            || looks_like_heading(&text[span]);
    }
}

/// Whether the line is the headline or a part of it: two words of it in a row at least.
fn repeats(headline: &[String], text: &str, line: Span) -> bool {
    if line.len() > 400 {
        return false;
    }
    let words = folded(text, line);
    words.len() > 1 && headline.windows(words.len()).any(|w| w == words)
}

fn folded(text: &str, span: Span) -> Vec<String> {
    words::words(text, span).into_iter().map(|w| w.folded).collect()
}

/// A short line that starts like a sentence and does not end like one.
fn looks_like_heading(line: &str) -> bool {
    let line = line.trim();
    let starts = line.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let ends = line.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']']);
    let open_end = !ends.ends_with(['.', ',', ';', ':', '…', '-', '–', '—', '!', '。']);
    let first = line.split_whitespace().next().unwrap_or_default();
    let byline = first.eq_ignore_ascii_case("by") || first.starts_with('@');
    let quoted = line.starts_with(['"', '“', '„', '«', '•', '-', '–', '—', '*']);
    line.len() < 400
        && starts
        && open_end
        && !byline
        && !quoted
        && line.chars().any(char::is_alphabetic)
        && line.split_whitespace().take(LONGEST_HEADING + 1).count() <= LONGEST_HEADING
        && !line.contains(". ")
}
