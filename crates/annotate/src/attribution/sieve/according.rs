//! "according to X": before, after or inside what X says.
//!
//! - "According to the ministry, the talks failed." The rest of the sentence is the content.
//! - "The talks failed, according to the ministry." What stands before is.
//! - "The talks, according to the ministry, failed." Both pieces are.

use super::super::Reading;
use super::super::class::Class;
use super::super::phrase::{noun_phrase_right, report_start};
use super::super::token::Paragraph;

/// A quotation that runs on over the sentence's end belongs to what was said.
fn through_quotation(p: &Paragraph, end: usize) -> usize {
    let quote = end.checked_sub(1).and_then(|i| p.quote_of(i));
    quote.map_or(end, |q| q.range.end.max(end))
}

/// Takes every "according to".
pub(in super::super) fn find(r: &mut Reading) {
    let p = &r.p;
    let mut found = Vec::new();
    for at in 0..p.tokens.len() {
        let phrase = p.get(at).is_some_and(|t| t.is("according"))
            && p.get(at + 1).is_some_and(|t| t.class == Class::To);
        if !phrase {
            continue;
        }
        let Some(source) = noun_phrase_right(p, at + 2) else {
            continue;
        };
        let sentence = p.sentence_of(at);
        let mut content = Vec::new();
        if at > sentence.start + 2 {
            content.push(report_start(p, sentence.start, at)..at);
        }
        let comma = p.get(source.end).is_some_and(|t| t.is_mark(&[","]));
        let opens = at <= sentence.start + 2;
        if (comma || opens) && source.end + 2 < sentence.end {
            content.push(source.end..through_quotation(p, sentence.end));
        }
        if !content.is_empty() {
            found.push((source, at..at + 2, content));
        }
    }
    for (source, cue, content) in found {
        r.push(Some(source), Some(cue), content);
    }
}
