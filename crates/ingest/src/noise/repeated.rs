//! Words of the article set apart a second time: pull quotes and teasers.
//!
//! A line after the first paragraph that ends in no full stop, and whose words stand in another,
//! longer line, letter by letter. The name of the speaker may follow the words.

use super::page::{Line, Page};
use rapporteur_core::{Noise, NoiseKind};

/// Fewer words are a heading that happens to be said as well.
const MIN_WORDS: usize = 6;

/// More words are no pull quote.
const MAX_QUOTE_WORDS: usize = 50;

/// A name behind the words is no longer.
const MAX_NAME_WORDS: usize = 4;

/// Lines are compared with each other up to this many, so that time stays in proportion.
const MAX_LINES: usize = 200;

/// A paragraph that is quoted from has no more bytes.
const MAX_PARAGRAPH: usize = 20_000;

pub(super) fn detect(page: &Page<'_>, found: &mut Vec<Noise>) {
    for (index, line) in page.lines.iter().enumerate().take(MAX_LINES) {
        let quote = (MIN_WORDS..=MAX_QUOTE_WORDS).contains(&line.words)
            && index > page.first_prose
            && !line.ended;
        if quote && said_elsewhere(page, index, line) {
            found.push(line.whole(NoiseKind::Other));
        }
    }
}

fn said_elsewhere(page: &Page<'_>, index: usize, line: &Line<'_>) -> bool {
    let marks = |c: char| c.is_whitespace() || "\"“”‘’'«»".contains(c);
    let bare = line.text.trim_matches(marks);
    let mut parts = vec![bare];
    let mut short = bare;
    for _ in 0..MAX_NAME_WORDS {
        let Some((head, _)) = short.rsplit_once(char::is_whitespace) else {
            break;
        };
        short = head.trim_end();
        parts.push(short);
    }
    parts.retain(|part| part.split_whitespace().count() >= MIN_WORDS);
    let others = page.lines.iter().enumerate().take(MAX_LINES);
    others
        .filter(|(other, longer)| {
            let length = line.text.len() + 1..=MAX_PARAGRAPH;
            *other != index && length.contains(&longer.text.len())
        })
        .any(|(_, longer)| parts.iter().any(|part| longer.text.contains(part)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noise::tests::marked;

    #[test]
    fn a_pull_quote_is_said_twice() {
        let text = "Envoys of the two states met in the old town hall on Monday morning.\nWe have reached what we wanted Ann Example\n“We have reached what we wanted,” said Ann Example of the ministry on Monday.";
        assert_eq!(marked(detect, text), ["We have reached what we wanted Ann Example"]);
    }

    #[test]
    fn a_line_of_its_own_stays() {
        let text = "Envoys of the two states met in the old town hall on Monday morning.\nWe have reached what nobody wanted today\n“We have reached what we wanted,” said Ann Example of the ministry on Monday.";
        assert!(marked(detect, text).is_empty());
    }
}
