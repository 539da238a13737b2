//! A sentence with a quotation that nothing claims, after somebody has spoken in its paragraph.
//!
//! - '"We stay," said the minister. Norland has "no right of veto in this matter".' The whole
//!   sentence is content; neither source nor cue, the speaker step finds who goes on.
//!
//! Runs last: a cue, an attribution or a content of another sieve in the sentence keeps it away.

use super::super::Reading;
use std::ops::Range;

/// Fewer words are a term or a title, not somebody's words.
const UTTERANCE: usize = 4;

/// Takes the quotations that are left.
pub(in super::super) fn find(r: &mut Reading) {
    if r.p.heading {
        return;
    }
    for index in 0..r.p.quotes.len() {
        let Some(quote) = r.p.quotes.get(index).filter(|q| q.depth == 0) else {
            continue;
        };
        let range = quote.range.clone();
        if r.spoken.get(index) == Some(&true) || range.len() < UTTERANCE + 2 {
            continue;
        }
        let sentence = r.p.sentence_of(range.start);
        if sentence.end < range.end || !spoken_before(r, &sentence) || claimed(r, &sentence) {
            continue;
        }
        r.speak(index);
        r.push_one(None, None, sentence);
    }
}

/// Whether a content with a quotation ends in the sentence right before.
fn spoken_before(r: &Reading, sentence: &Range<usize>) -> bool {
    let Some(last) = sentence.start.checked_sub(1) else {
        return false;
    };
    let before = r.p.sentence_of(last);
    let inside = |range: &Range<usize>| before.start <= range.start && range.start < before.end;
    r.found.iter().any(|found| !found.source.is_empty() && found.content.iter().any(inside))
        && r.p.quotes.iter().any(|quote| inside(&quote.range))
}

/// Whether anything in the sentence belongs to an attribution, or could attribute.
fn claimed(r: &Reading, sentence: &Range<usize>) -> bool {
    let touches = |range: &Range<usize>| range.start < sentence.end && sentence.start < range.end;
    r.found.iter().any(|f| f.source.iter().chain(&f.cue).chain(&f.content).any(touches))
}
