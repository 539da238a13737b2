//! The lines of a text, as detectors see them.

use crate::pattern::Pattern;
use rapporteur_core::{Noise, NoiseKind, Span, words};

/// A text cut into its lines.
pub(super) struct Page<'t> {
    /// Lines with something on them.
    pub(super) lines: Vec<Line<'t>>,
    /// Index of the first line that is a paragraph of the article: full sentences, not a headline.
    pub(super) first_prose: usize,
    /// Index of the last such line.
    pub(super) last_prose: usize,
}

/// A line without white space at its ends.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    /// Where it stands.
    pub(super) span: Span,
    /// Its words.
    pub(super) text: &'t str,
    /// How many words it has, counted up to [`MAX_WORDS`].
    pub(super) words: usize,
    /// Whether it ends as a sentence does: a full stop or its like, closing marks after it aside.
    pub(super) ended: bool,
}

/// Words are counted up to this: what is longer is a paragraph, however long.
pub(super) const MAX_WORDS: usize = 200;

/// A line with this many words that ends as a sentence does is a paragraph.
const PROSE_WORDS: usize = 12;

/// A line with this many words that ends in nothing is no heading inside the text.
pub(super) const LONG_WORDS: usize = 8;

impl<'t> Page<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let lines: Vec<Line> = text
            .split('\n')
            .filter_map(|line| {
                let bare = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
                let span = Span::of_slice(text, bare).filter(|span| !span.is_empty())?;
                Some(Line {
                    span,
                    text: bare,
                    words: bare.split_whitespace().take(MAX_WORDS).count(),
                    ended: is_ended(bare),
                })
            })
            .collect();
        let prose = |line: &Line| line.ended && line.words >= PROSE_WORDS;
        let first_prose = lines.iter().position(prose).unwrap_or(lines.len());
        let last_prose = lines.iter().rposition(prose).unwrap_or(0);
        Self { first_prose, last_prose, lines }
    }

    /// Whether line `index` stands between two paragraphs.
    pub(super) fn is_inside(&self, index: usize) -> bool {
        self.first_prose < index && index < self.last_prose
    }
}

impl Line<'_> {
    /// The whole line as noise.
    pub(super) fn whole(&self, kind: NoiseKind) -> Noise {
        Noise { span: self.span, kind }
    }

    /// Bytes `start..end` of the line as noise.
    pub(super) fn part(&self, start: usize, end: usize, kind: NoiseKind) -> Noise {
        let at = self.span.start();
        Noise { span: Span::new(at + start, at + end), kind }
    }

    /// Whether the line is a post of a social network that the article quotes, with its signature.
    pub(super) fn is_post(&self) -> bool {
        static SIGNED: Pattern = Pattern::woken(
            &["(@", "Posted by"],
            r"[—–-] [^—–]{1,60} \(@\w+\)|\bPosted by .{1,80} on \w+,? \d",
        );
        SIGNED.is_match(self.text)
    }

    /// Whether the line is cased as headlines of other articles are: nearly all words of weight
    /// begin with a capital.
    pub(super) fn is_title_case(&self) -> bool {
        let (mut capital, mut small) = (0, 0);
        for word in self.text.split_whitespace().take(MAX_WORDS) {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let folded = words::fold(bare);
            if bare.chars().count() < 4 && words::is_function_word(&folded) {
                continue;
            }
            match bare.chars().next() {
                Some(c) if c.is_uppercase() => capital += 1,
                Some(c) if c.is_lowercase() => small += 1,
                _ => {}
            }
        }
        capital >= 5 && capital >= 6 * small
    }
}

/// Whether a line ends as a sentence does.
fn is_ended(line: &str) -> bool {
    let bare = line.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '"' | '\'' | '”' | '’' | '“' | '»' | '«' | ')' | ']' | '*')
    });
    // Datelines and lists end in a colon, continued quotations in a comma or a dash.
    bare.ends_with(['.', '!', '?', '…', ':', ';', ',', '—', '–', '。', '؟', '।'])
}

/// Cuts a text into sentences, roughly: after a full stop or its like and white space, before
/// anything but a small letter. Good enough to tell furniture; annotation has its own.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    let mut stop = false;
    std::iter::from_fn(move || {
        while let Some((at, c)) = chars.next() {
            if matches!(c, '.' | '!' | '?' | '…') {
                stop = true;
            } else if stop && c.is_whitespace() {
                let small = chars.peek().is_some_and(|(_, next)| next.is_lowercase());
                if chars.peek().is_some_and(|(_, next)| next.is_whitespace()) {
                    continue;
                }
                stop = false;
                if !small {
                    let sentence = &text[start..at];
                    let begin = start;
                    start = at + c.len_utf8();
                    return Some((begin, sentence));
                }
            } else if !matches!(c, '"' | '\'' | '”' | '’' | ')' | ']') {
                stop = false;
            }
        }
        (start < text.len()).then(|| {
            let begin = start;
            start = text.len();
            (begin, &text[begin..])
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_told_from_other_lines() {
        let page = Page::new(
            "Envoys meet\n\nEnvoys of the two states met in the old town hall on Monday.\nA first result\nThey agreed on a further round, which is to be held in the spring.\n",
        );
        assert_eq!((page.first_prose, page.last_prose), (1, 3));
        assert!(page.is_inside(2));
    }

    #[test]
    fn title_case_is_a_matter_of_most_words() {
        let title = |text| Page::new(text).lines[0].is_title_case();
        assert!(title("What Did the Envoys of Both States Want From the Talks?"));
        assert!(!title(
            "Envoys of Freedonia and Sylvania agreed on Monday to meet President Firefly"
        ));
    }

    #[test]
    fn sentences_are_found_roughly() {
        let text = "They met. “No,” he said! Sign up here";
        let found: Vec<&str> = sentences(text).map(|(_, s)| s).collect();
        assert_eq!(found, ["They met.", "“No,” he said!", "Sign up here"]);
        assert_eq!(sentences("").count(), 0);
    }
}
