//! The clauses that an outlet asserts in its own voice.

use crate::dateline;
use rapporteur_core::words::{Word, is_function_word, stem, words};
use rapporteur_core::{AnnotatedArticle, MentionForm, Span};

/// A clause needs so many content words to be worth comparing.
const LEAST_CONTENT: usize = 3;

/// A clause that holds a cue asserts something of its own with a content word beside it,
/// speakers, names, times and occasions not counted.
const LEAST_BESIDE_CUE: usize = 1;

/// The clauses of the sentences of `article` outside the contents of its attributions, by place.
///
/// A clause that frames what somebody says ("the minister said at a press conference on Monday")
/// asserts nothing, and names and days alone ("Port Emlin, on 3 May") are no clause.
pub(super) fn own_voice(article: &AnnotatedArticle) -> Vec<Span> {
    let said = joined(article.attributions.iter().flat_map(|a| a.content.iter().copied()));
    let cues = joined(article.attributions.iter().flat_map(|a| a.cue.iter().copied()));
    let times = || article.times.iter().map(|t| t.span);
    let names = joined(
        article
            .mentions
            .iter()
            .filter(|m| m.form == MentionForm::Name)
            .map(|m| m.name.unwrap_or(m.span))
            .chain(times()),
    );
    let frames = joined(
        article
            .attributions
            .iter()
            .flat_map(|a| a.source.iter().chain(&a.cue).copied())
            .chain(article.mentions.iter().map(|m| m.span))
            .chain(times()),
    );
    let mut out = clauses(article, &said);
    out.retain(|clause| {
        if within(&cues, *clause).next().is_some() {
            left(article, *clause, &frames) >= LEAST_BESIDE_CUE
        } else {
            left(article, *clause, &names) > 0
        }
    });
    for clause in &mut out {
        *clause = standing(&article.article.text, *clause);
    }
    out
}

/// `clause` without the words that tie it to another, before and after.
fn standing(text: &str, clause: Span) -> Span {
    let words = words(text, clause);
    let ties =
        |list: &'static [&str]| move |w: &&Word| list.binary_search(&w.folded.as_str()).is_ok();
    let first = words.iter().take_while(ties(TIE_BEFORE)).last();
    let last = words.iter().rev().take_while(ties(TIE_AFTER)).last();
    let start = first.map_or(clause.start(), |w| w.span.end());
    let end = last.map_or(clause.end(), |w| w.span.start());
    if start >= end {
        return clause;
    }
    let kept = &text[Span::new(start, end)];
    let loose = |c: char| c.is_whitespace() || c == ',';
    let before = kept.len() - kept.trim_start_matches(loose).len();
    let after = kept.len() - kept.trim_end_matches(loose).len();
    if before + after >= kept.len() {
        return clause;
    }
    Span::new(start + before, end - after)
}

/// Words that tie a clause to the one before it. Sorted.
const TIE_BEFORE: &[&str] =
    &["although", "and", "because", "but", "or", "so", "though", "when", "where", "while", "yet"];

/// Words that tie a clause to the one after it. Sorted.
const TIE_AFTER: &[&str] = &[
    "although", "and", "because", "but", "or", "that", "though", "when", "where", "which", "while",
    "who", "whom", "whose",
];

/// How many content words of `clause` are left once `taken` and the words for an occasion of
/// speech are taken away.
fn left(article: &AnnotatedArticle, clause: Span, taken: &[Span]) -> usize {
    words(&article.article.text, clause)
        .iter()
        .filter(|w| {
            !is_function_word(&w.folded)
                && OCCASIONS.binary_search(&stem(&w.folded)).is_err()
                && within(taken, w.span).next().is_none()
        })
        .count()
}

/// Those of `spans` that overlap `span`.
fn within(spans: &[Span], span: Span) -> impl Iterator<Item = Span> + '_ {
    let first = spans.partition_point(|s| s.end() <= span.start());
    spans
        .get(first..)
        .unwrap_or_default()
        .iter()
        .copied()
        .take_while(move |s| s.start() < span.end())
}

/// The clauses of the sentences of `article` outside `said`.
fn clauses(article: &AnnotatedArticle, said: &[Span]) -> Vec<Span> {
    let mut next = 0;
    let mut out = Vec::new();
    for sentence in &article.sentences {
        while said.get(next).is_some_and(|s| s.end() <= sentence.span.start()) {
            next += 1;
        }
        let mut from = dateline::without(article, sentence.span).start();
        for content in said.get(next..).unwrap_or_default() {
            if content.start() >= sentence.span.end() {
                break;
            }
            cut(article, Span::new(from, content.start().max(from)), &mut out);
            from = from.max(content.end());
        }
        let end = sentence.span.end();
        cut(article, Span::new(from.min(end), end), &mut out);
    }
    out
}

/// The spans sorted, those that touch taken together.
fn joined(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut all: Vec<Span> = spans.collect();
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

/// Stems of the words for where, how and to whom something is said. Sorted.
const OCCASIONS: &[&str] = &[
    "address",
    "brief",
    "conferenc",
    "consultation",
    "hear",
    "interview",
    "journalist",
    "meet",
    "new",
    "news",
    "press",
    "reporter",
    "session",
    "speech",
    "statement",
    "talk",
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
