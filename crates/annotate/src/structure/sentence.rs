//! Sentences that survive the punctuation of news.
//!
//! A full stop, question mark, exclamation mark or ellipsis ends a sentence, with the closing marks
//! that follow it, unless
//! - the next word starts in lower case (“Why now?” he asked; "only once. after that"),
//! - the word before is an abbreviation or an initial (see [`super::abbreviation`]),
//! - it stands inside parentheses that are closed in the same piece,
//! - it closes a quotation and a reporting clause follows (“Why now?” Ms. Marx asked).

use super::Piece;
use super::abbreviation::{Stop, opens_sentence, stop_after};
use crate::attribution::is_saying;
use rapporteur_core::{Sentence, Span};

/// Parentheses longer than this many bytes are taken for text that lost its closing mark.
const LONGEST_PARENTHESIS: usize = 600;
/// How far back a word is read, so that a text without blanks costs no more than another.
const LONGEST_WORD: usize = 24;
/// Within how many words the verb of a reporting clause stands.
const REPORTING_CLAUSE: usize = 7;

/// The sentences of all pieces, in order.
pub(super) fn find(text: &str, pieces: &[Piece]) -> Vec<Sentence> {
    let mut out = Vec::new();
    for piece in pieces {
        let body = &text[piece.span];
        let mut from = 0;
        for to in ends(body) {
            push(&mut out, text, piece, from, to);
            from = to;
        }
        push(&mut out, text, piece, from, body.len());
    }
    out
}

/// A stretch without letter or digit goes to the sentence before it.
fn push(out: &mut Vec<Sentence>, text: &str, piece: &Piece, from: usize, to: usize) {
    let span = Span::new(piece.span.start() + from, piece.span.start() + to).trim(text);
    if text[span].chars().any(char::is_alphanumeric) {
        out.push(Sentence { span, paragraph: piece.paragraph });
    } else if let Some(last) = out.last_mut()
        && last.span.start() >= piece.span.start()
        && !span.is_empty()
    {
        last.span = last.span.hull(span);
    }
}

/// The offsets at which a sentence of `body` ends.
fn ends(body: &str) -> Vec<usize> {
    let parentheses = parentheses(body);
    let mut parenthesis = 0;
    let mut out = Vec::new();
    let mut skip = 0;
    for (at, c) in body.char_indices() {
        if at < skip || !is_terminator(c) {
            continue;
        }
        let after = at + body[at..].len() - body[at..].trim_start_matches(is_terminator).len();
        let close = after + body[after..].len() - body[after..].trim_start_matches(is_closer).len();
        skip = close;
        while parentheses.get(parenthesis).is_some_and(|p| p.end() <= at) {
            parenthesis += 1;
        }
        if parentheses.get(parenthesis).is_some_and(|p| p.contains(at) && close < p.end()) {
            continue;
        }
        if is_end(body, at, after, close) {
            out.push(close);
        }
    }
    out
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '?' | '!' | '…' | '。' | '！' | '？')
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '”' | '’' | '\'' | '»' | ')' | ']' | '›' | '」' | '』')
}

fn is_opener(c: char) -> bool {
    matches!(c, '"' | '“' | '„' | '‘' | '\'' | '«' | '(' | '[' | '‹' | '「' | '『' | '¿' | '¡')
}

/// Whether the terminators `at..after` with the closing marks up to `close` end a sentence.
fn is_end(body: &str, at: usize, after: usize, close: usize) -> bool {
    let run = &body[at..after];
    if run.contains(['。', '！', '？']) {
        return true;
    }
    let rest = &body[close..];
    let next = rest.trim_start().trim_start_matches(|c| is_opener(c) || c.is_whitespace());
    let Some(first) = next.chars().next() else {
        return false;
    };
    if !rest.starts_with(char::is_whitespace) {
        return ends_without_blank(body, at, close, rest, next);
    }
    let word: String =
        next.chars().take_while(|c| c.is_alphanumeric()).take(LONGEST_WORD).collect();
    if first.is_lowercase() {
        // "iPhone", "eBay", "al-Shabab" may open a sentence; an ordinary word may not.
        let tail: String =
            next.chars().take_while(|c| !c.is_whitespace()).take(LONGEST_WORD).collect();
        return run == "." && close == after && tail.chars().skip(1).any(char::is_uppercase);
    }
    let before = word_before(body, at);
    if run == "." && close == after {
        if before.is_empty() {
            return true;
        }
        match stop_after(&before) {
            Stop::Never => return false,
            Stop::Open => return opens_sentence(&word),
            Stop::End => {}
        }
        let numbered = before.chars().all(|c| c.is_ascii_digit())
            && body[..at].trim_end_matches(|c: char| c.is_ascii_digit()).trim().is_empty();
        if numbered {
            return false;
        }
    }
    if close > after && !run.starts_with('.') && reporting_clause_follows(next) {
        return false;
    }
    true
}

/// "The talks failed.The ministers left": a blank was lost.
fn ends_without_blank(body: &str, at: usize, close: usize, rest: &str, next: &str) -> bool {
    if rest.starts_with(['“', '«', '„']) {
        return true;
    }
    if rest.starts_with(is_opener) {
        return false;
    }
    let mut letters = next.chars();
    let capital = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(|c| c.is_lowercase() || c.is_whitespace());
    let before = word_before(body, at);
    capital
        && (close > at + 1 || before.chars().count() > 2)
        && before.chars().all(|c| c.is_lowercase() || matches!(c, '-' | '’' | '\''))
        && !before.is_empty()
        && !next
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .chars()
            .take(40)
            .any(|c| matches!(c, '/' | '@'))
}

/// The word that ends at byte `at`, its inner stops included.
fn word_before(body: &str, at: usize) -> String {
    let mut word: Vec<char> = body[..at]
        .chars()
        .rev()
        .take_while(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '’' | '\''))
        .take(LONGEST_WORD)
        .collect();
    word.reverse();
    word.into_iter().collect()
}

/// Whether `next` reads "Ms. Marx asked", "the minister said": names and titles, then such a verb.
fn reporting_clause_follows(next: &str) -> bool {
    for (index, word) in next.split_whitespace().take(REPORTING_CLAUSE).enumerate() {
        let bare = word.trim_end_matches([',', '.', ':']);
        if index > 0 && is_saying(&bare.to_lowercase()) {
            return true;
        }
        let ends = word.ends_with('.') && stop_after(bare) == Stop::End;
        if ends || word.starts_with(is_opener) {
            return false;
        }
    }
    false
}

/// Outermost parentheses and brackets that are closed, in order.
fn parentheses(body: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in body.char_indices() {
        match c {
            '(' | '[' => {
                if open.first().is_some_and(|from| at - from > LONGEST_PARENTHESIS) {
                    open.clear();
                }
                open.push(at);
            }
            ')' | ']' => {
                if let Some(from) = open.pop()
                    && open.is_empty()
                    && at - from <= LONGEST_PARENTHESIS
                {
                    out.push(Span::new(from, at + c.len_utf8()));
                }
            }
            _ => {}
        }
    }
    out
}
