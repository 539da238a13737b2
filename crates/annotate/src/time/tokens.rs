//! The words of one sentence, as the rules of time and number look at them.

use rapporteur_core::{Span, words};

/// The words of a stretch of text, with what stands between them. Every look-up outside the
/// stretch gives an empty word, so that rules need no bounds of their own.
pub(crate) struct Tokens<'t> {
    text: &'t str,
    within: Span,
    list: Vec<Token>,
}

#[derive(Clone, Copy)]
struct Token {
    /// Without a possessive ending.
    span: Span,
    /// With it.
    end: usize,
}

impl<'t> Tokens<'t> {
    /// The words of `text[within]`.
    pub(crate) fn of(text: &'t str, within: Span) -> Self {
        let list = words::spans(text, within)
            .into_iter()
            .map(|span| {
                let word = &text[span];
                let bare = ["'s", "’s", "'S", "’S"]
                    .iter()
                    .find_map(|ending| word.strip_suffix(ending))
                    .filter(|bare| !bare.is_empty())
                    .unwrap_or(word);
                Token { span: Span::new(span.start(), span.start() + bare.len()), end: span.end() }
            })
            .collect();
        Self { text, within, list }
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// Where word `i` stands, without a possessive ending; empty at the end of the text where there
    /// is none.
    pub(crate) fn span(&self, i: usize) -> Span {
        self.list
            .get(i)
            .map_or_else(|| Span::new(self.within.end(), self.within.end()), |token| token.span)
    }

    /// Word `i` as it stands, without a possessive ending.
    pub(crate) fn word(&self, i: usize) -> &'t str {
        &self.text[self.span(i)]
    }

    /// Whether word `i` is `word`, in any case. `word` is ASCII.
    pub(crate) fn is(&self, i: usize, word: &str) -> bool {
        self.word(i).eq_ignore_ascii_case(word)
    }

    /// Whether word `i` is one of `words`, in any case.
    pub(crate) fn any(&self, i: usize, words: &[&str]) -> bool {
        let word = self.word(i);
        words.iter().any(|w| word.eq_ignore_ascii_case(w))
    }

    /// Whether the word before `i` is one of `words`.
    pub(crate) fn preceded(&self, i: usize, words: &[&str]) -> bool {
        i > 0 && self.any(i - 1, words) && self.space(i - 1)
    }

    /// What stands between word `i` and the next, possessive endings included in the words.
    pub(crate) fn gap(&self, i: usize) -> &'t str {
        let from = self.list.get(i).map_or(self.within.end(), |token| token.end);
        let to = match self.list.get(i + 1) {
            Some(next) => next.span.start(),
            None => self.within.end(),
        };
        self.text.get(from..to).unwrap_or_default()
    }

    /// What stands between word `i` and the word before it.
    pub(crate) fn gap_before(&self, i: usize) -> &'t str {
        match i.checked_sub(1) {
            Some(before) => self.gap(before),
            None => self.text.get(self.within.start()..self.span(i).start()).unwrap_or_default(),
        }
    }

    /// Whether word `i` has a possessive ending.
    pub(crate) fn possessive(&self, i: usize) -> bool {
        self.list.get(i).is_some_and(|t| t.end > t.span.end())
    }

    /// Whether nothing but space stands between word `i` and the next, and there is a next.
    pub(crate) fn space(&self, i: usize) -> bool {
        let gap = self.gap(i);
        i + 1 < self.list.len()
            && !self.possessive(i)
            && !gap.is_empty()
            && gap.chars().all(|c| c.is_whitespace() && c != '\n')
    }

    /// Whether the gap after word `i` is one of `marks` with any space around it.
    pub(crate) fn mark(&self, i: usize, marks: &[&str]) -> bool {
        i + 1 < self.list.len() && marks.contains(&self.gap(i).trim())
    }

    /// Whether a dash, long or short, joins word `i` and the next.
    pub(crate) fn dash(&self, i: usize) -> bool {
        self.mark(i, &["-", "–", "—", "‑", "−"])
    }

    /// Whether word `i` starts with a capital.
    pub(crate) fn capital(&self, i: usize) -> bool {
        self.word(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// The words `words` from word `i` on with nothing but space between them: the index after the
    /// last.
    pub(crate) fn phrase(&self, i: usize, words: &[&str]) -> Option<usize> {
        for (k, word) in words.iter().enumerate() {
            if !self.is(i + k, word) || (k + 1 < words.len() && !self.space(i + k)) {
                return None;
            }
        }
        Some(i + words.len())
    }

    /// From the first byte of word `from` to the last of the word before `end`.
    pub(crate) fn hull(&self, from: usize, end: usize) -> Span {
        self.span(from).hull(self.span(end.saturating_sub(1)))
    }
}
