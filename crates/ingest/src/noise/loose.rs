//! Lines between paragraphs that end in nothing.
//!
//! Where an article's paragraphs end as sentences do, a longer line between two of them that ends in
//! no mark at all is the caption of a picture or the headline of another article, whichever its
//! capitals say. Shorter ones are headings and stay; so do lists (what follows a colon, and more
//! than five such lines in a row), what follows the last paragraph (if its capitals are not a headline's),
//! posts of social networks, and paragraphs whose full stop was lost (they hold
//! another sentence's end, or end in who said it). A title-cased line counts with a question mark as
//! well.

use super::page::{LONG_WORDS, Line, Page, sentences};
use crate::pattern::Pattern;
use rapporteur_core::{Noise, NoiseKind};
use std::collections::BTreeSet;

/// Below this share of lines that end as sentences do, the lack of an end says nothing.
const MIN_PUNCTUATED: f32 = 0.6;

/// As many in a row are pictures side by side; more are a list.
const MAX_RUN: usize = 5;

/// A caption has no more words.
const MAX_LOOSE_WORDS: usize = 40;

static SAYING: Pattern = Pattern::new(
    r"[”\x22’'],? (?:\S+ ){0,4}(?:said|says|told|added|asked|wrote|tweeted)\b|\b(?:he|she|they|[A-Z]\p{L}+) (?:said|says|added|told \S+)$|, (?:said|says) [A-Z]",
);
static LIST_MARK: Pattern = Pattern::new(r"^(?:[-–—•*·▪►>#]|\(?\d{1,2}[.)]|[a-z][.)]) ?");

pub(super) fn detect(page: &Page<'_>, found: &mut Vec<Noise>) {
    if punctuated(page, found) < MIN_PUNCTUATED {
        return;
    }
    let mut from = 0;
    while from < page.lines.len() {
        let run = page.lines.iter().skip(from).take_while(|l| is_loose(l)).count();
        if run == 0 {
            from += 1;
            continue;
        }
        let listed = from
            .checked_sub(1)
            .and_then(|before| page.lines.get(before))
            .is_some_and(|line| line.text.ends_with([':', ',', ';']));
        for index in from..from + run {
            let Some(line) = page.lines.get(index) else {
                break;
            };
            let title = line.is_title_case();
            let between = page.is_inside(index) || title && index > page.last_prose;
            if between && !listed && (run <= MAX_RUN || title) {
                let kind = if title { NoiseKind::Related } else { NoiseKind::Caption };
                found.push(line.whole(kind));
            }
        }
        from += run;
    }
}

/// Share of the longer lines from the first paragraph to the last that end as sentences do, those
/// aside that are noise for another reason.
fn punctuated(page: &Page<'_>, found: &[Noise]) -> f32 {
    let noise: BTreeSet<usize> = found.iter().map(|n| n.span.start()).collect();
    let inside = page.lines.get(page.first_prose..=page.last_prose);
    let (mut ended, mut all) = (0, 0);
    for line in inside.unwrap_or_default() {
        if line.words >= LONG_WORDS && !noise.contains(&line.span.start()) {
            all += 1;
            ended += usize::from(line.ended);
        }
    }
    ended as f32 / all.max(1) as f32
}

fn is_loose(line: &Line<'_>) -> bool {
    let length = (LONG_WORDS..=MAX_LOOSE_WORDS).contains(&line.words);
    if !length || LIST_MARK.is_match(line.text) || line.is_post() {
        return false;
    }
    if line.ended {
        return line.text.ends_with('?') && line.is_title_case();
    }
    !has_inner_end(line.text) && !SAYING.is_match(line.text)
}

/// Whether a sentence ends inside the line: a full stop or its like behind a word of three small
/// letters, and a capital or a quotation mark after the blank.
fn has_inner_end(text: &str) -> bool {
    sentences(text).skip(1).any(|(start, sentence)| {
        let before = text.get(..start).unwrap_or_default().trim_end();
        let mut last = before
            .trim_end_matches(['"', '”', '’', '\'', ')'])
            .trim_end_matches(['.', '!', '?', '…'])
            .chars()
            .rev();
        let word = (0..3).all(|_| last.next().is_some_and(char::is_lowercase));
        word && sentence.starts_with(|c: char| c.is_uppercase() || "“\"‘".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noise::tests::marked;
    use crate::pattern::all_compile;

    const FIRST: &str = "Envoys of the two states met in the old town hall on Monday morning.";
    const LAST: &str = "They agreed on a further round, which is to be held in the spring.";

    fn between(line: &str) -> Vec<String> {
        marked(detect, &format!("{FIRST}\n{line}\n{LAST}"))
    }

    #[test]
    fn patterns_are_well_formed() {
        assert!(all_compile(&[&SAYING, &LIST_MARK]));
    }

    #[test]
    fn captions_and_headlines_between_paragraphs_are_noise() {
        for line in [
            "The envoys of both states arrive at the old town hall",
            "Envoys Will Never Agree to the New Border, Minister Warns",
            "What Are the Main Reasons Behind the Ministry's New Border Plan?",
        ] {
            assert_eq!(between(line), [line]);
        }
    }

    #[test]
    fn headings_lists_and_lost_full_stops_stay() {
        for line in [
            "A first result",
            "- the envoys of both states arrive at the town hall",
            "The envoys met on Monday. They will meet again, the mayor of the town hoped",
            "\"There is no reason to leave the table at this point,\" she said",
        ] {
            assert!(between(line).is_empty(), "{line}");
        }
        let list = "a border plan that both of the states accept\n".repeat(6);
        assert!(between(list.trim()).is_empty());
        let listed = "The envoys demand:\nthe opening of the border for all citizens by May";
        assert!(between(listed).is_empty());
    }

    #[test]
    fn without_full_stops_nothing_can_be_told() {
        let line = "The envoys of both states arrive at the old town hall\n\n";
        let text = format!("{FIRST}\n{}", format!("{line}{line}{LAST}\n").repeat(3));
        assert!(marked(detect, &text).is_empty());
    }
}
