//! The clauses that an outlet asserts in its own voice.

use rapporteur_core::words::{Word, is_function_word, words};
use rapporteur_core::{AnnotatedArticle, Span};

/// A clause needs so many content words to be worth comparing.
const LEAST_CONTENT: usize = 3;

/// The clauses of the sentences of `article` outside the contents of its attributions, by place.
///
/// A clause that does no more than attribute ("the minister said on Monday") asserts nothing.
pub(super) fn own_voice(article: &AnnotatedArticle) -> Vec<Span> {
    let said = joined(article.attributions.iter().flat_map(|a| &a.content));
    let frames = joined(article.attributions.iter().flat_map(|a| a.source.iter().chain(&a.cue)));
    let mut out = clauses(article, &said);
    out.retain(|clause| asserts(&article.article.text, *clause, &frames));
    out
}

/// Whether enough of `clause` is left once the sources and cues in it are taken away.
fn asserts(text: &str, clause: Span, frames: &[Span]) -> bool {
    let first = frames.partition_point(|f| f.end() <= clause.start());
    let inside =
        frames.get(first..).unwrap_or_default().iter().take_while(|f| f.start() < clause.end());
    let mut from = clause.start();
    let mut left = 0;
    for frame in inside {
        left += content_words(text, Span::new(from, frame.start()));
        from = from.max(frame.end());
    }
    left + content_words(text, Span::new(from, clause.end())) >= LEAST_CONTENT
}

fn content_words(text: &str, span: Span) -> usize {
    words(text, span).iter().filter(|w| !is_function_word(&w.folded)).count()
}

/// The clauses of the sentences of `article` outside `said`.
fn clauses(article: &AnnotatedArticle, said: &[Span]) -> Vec<Span> {
    let mut next = 0;
    let mut out = Vec::new();
    for sentence in &article.sentences {
        while said.get(next).is_some_and(|s| s.end() <= sentence.span.start()) {
            next += 1;
        }
        let mut from = sentence.span.start();
        for content in said.get(next..).unwrap_or_default() {
            if content.start() >= sentence.span.end() {
                break;
            }
            cut(article, Span::new(from, content.start()), &mut out);
            from = from.max(content.end());
        }
        cut(article, Span::new(from, sentence.span.end()), &mut out);
    }
    out
}

/// The spans sorted, those that touch taken together.
fn joined<'a>(spans: impl Iterator<Item = &'a Span>) -> Vec<Span> {
    let mut all: Vec<Span> = spans.copied().collect();
    all.sort();
    let mut out: Vec<Span> = Vec::with_capacity(all.len());
    for span in all {
        match out.last_mut() {
            Some(last) if span.start() <= last.end() => *last = last.hull(span),
            _ => out.push(span),
        }
    }
    out
}

/// Adds the clauses of `text[within]` to `out`.
fn cut(article: &AnnotatedArticle, within: Span, out: &mut Vec<Span>) {
    let text = article.article.text.as_str();
    if within.is_empty() {
        return;
    }
    let words = words(text, within);
    let content: Vec<bool> = words.iter().map(|w| !is_function_word(&w.folded)).collect();
    let mut right = content.iter().filter(|c| **c).count();
    let mut left = 0;
    let mut first = 0;
    for (index, pair) in words.windows(2).enumerate() {
        let [before, word] = pair else { continue };
        if content.get(index) == Some(&true) {
            left += 1;
            right -= 1;
        }
        let gap = &text[Span::new(before.span.end(), word.span.start())];
        if left >= LEAST_CONTENT && right >= LEAST_CONTENT && begins_clause(gap, word) {
            out.extend(hull(text, within, &words, first, index));
            first = index + 1;
            left = 0;
        }
    }
    if left + right >= LEAST_CONTENT && !words.is_empty() {
        out.extend(hull(text, within, &words, first, words.len() - 1));
    }
}

/// Whether `word`, with `gap` before it, begins a clause.
fn begins_clause(gap: &str, word: &Word) -> bool {
    if gap.contains([';', ':', '(', ')', '[', ']', '–', '—']) || gap.contains(" - ") {
        return true;
    }
    let folded = word.folded.as_str();
    if gap.contains(',') {
        return AFTER_COMMA.binary_search(&folded).is_ok()
            || ANYWHERE.binary_search(&folded).is_ok()
            || (folded.len() > 4 && (folded.ends_with("ing") || folded.ends_with("ed")));
    }
    gap.chars().all(char::is_whitespace) && ANYWHERE.binary_search(&folded).is_ok()
}

/// Words that begin a clause after a comma. Sorted.
const AFTER_COMMA: &[&str] =
    &["according", "amid", "and", "as", "following", "including", "or", "so", "though", "with"];

/// Words that begin a clause wherever they stand. Sorted.
const ANYWHERE: &[&str] = &[
    "after", "although", "because", "before", "but", "since", "when", "where", "which", "while",
    "who", "whom", "whose",
];

/// The words from `first` to `last` with the marks that belong to them ("$", "%", quotation marks).
fn hull(text: &str, within: Span, words: &[Word], first: usize, last: usize) -> Option<Span> {
    let start = words.get(first)?.span.start();
    let end = words.get(last)?.span.end();
    let clings = |c: &char| !c.is_whitespace() && !",;:()[]–—-".contains(*c);
    let before: usize = text[Span::new(within.start(), start)]
        .chars()
        .rev()
        .take_while(|c| clings(c) && !".!?".contains(*c))
        .map(char::len_utf8)
        .sum();
    let after: usize =
        text[Span::new(end, within.end())].chars().take_while(clings).map(char::len_utf8).sum();
    Some(Span::new(start - before, end + after))
}
