//! The tokens of a paragraph: words with a guess at their class, and marks.

use super::class::{self, Class};
use super::lexicon::{Entry, Form, LEXICON, Lexicon, Verb};
use rapporteur_core::{AnnotatedArticle, Span, words};
use std::ops::Range;

/// A word or a mark.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    /// Folded.
    pub(super) lower: String,
    pub(super) class: Class,
    pub(super) capital: bool,
    /// "Russia's", "the allies'".
    pub(super) possessive: bool,
    /// Whether a mention of something that can speak covers it.
    pub(super) speaker: bool,
    /// Index of its sentence in the paragraph.
    pub(super) sentence: usize,
    /// The innermost double or outer quotation that holds it, index into [`Paragraph::quotes`].
    pub(super) quote: Option<usize>,
}

impl Token {
    /// What forms of verbs it may be.
    pub(super) fn entries(&self) -> &'static [Entry] {
        let lexicon: &'static Lexicon = &LEXICON;
        lexicon.entries(&self.lower)
    }

    pub(super) fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    pub(super) fn is_mark(&self, marks: &[&str]) -> bool {
        self.class == Class::Mark && marks.contains(&self.lower.as_str())
    }

    pub(super) fn has_form(&self, forms: &[Form]) -> bool {
        self.entries().iter().any(|e| forms.contains(&e.form))
    }

    /// The attributing verb that it may be in one of `forms`.
    pub(super) fn attributing(&self) -> Option<(Form, &'static Verb)> {
        let lexicon: &'static Lexicon = &LEXICON;
        self.entries()
            .iter()
            .filter_map(|e| Some((e.form, lexicon.verb(e.verb?)?)))
            .find(|(_, verb)| verb.particle.is_none())
    }

    pub(super) fn is_nominal(&self) -> bool {
        matches!(
            self.class,
            Class::Name | Class::Word | Class::Number | Class::Verb | Class::VerbLike
        )
    }
}

/// A quotation in tokens.
#[derive(Clone, Debug)]
pub(super) struct Quote {
    /// With its marks.
    pub(super) range: Range<usize>,
    pub(super) closed: bool,
    pub(super) depth: u8,
}

/// A paragraph, or a stretch of one that is too long to read at once, in tokens.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    pub(super) tokens: Vec<Token>,
    /// Token ranges of the sentences.
    pub(super) sentences: Vec<Range<usize>>,
    /// By start; outer before inner.
    pub(super) quotes: Vec<Quote>,
    pub(super) heading: bool,
    /// Whether the article's mentions are known, so that [`Token::speaker`] says something.
    pub(super) mentions: bool,
}

impl Paragraph {
    pub(super) fn get(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    pub(super) fn before(&self, index: usize) -> Option<&Token> {
        index.checked_sub(1).and_then(|i| self.tokens.get(i))
    }

    /// The sentence of the token.
    pub(super) fn sentence_of(&self, index: usize) -> Range<usize> {
        self.get(index)
            .and_then(|t| self.sentences.get(t.sentence))
            .cloned()
            .unwrap_or(index..index)
    }

    /// The outer quotation that holds the token, if any.
    pub(super) fn quote_of(&self, index: usize) -> Option<&Quote> {
        self.get(index).and_then(|t| t.quote).and_then(|q| self.quotes.get(q))
    }

    pub(super) fn span(&self, range: &Range<usize>) -> Option<Span> {
        let first = self.get(range.start)?;
        let last = self.before(range.end)?;
        (range.start < range.end).then(|| first.span.hull(last.span))
    }
}

/// Sentences longer than this many bytes are no prose: lists, tables, damage. They are not read.
const LONGEST_SENTENCE: usize = 6_000;
/// A paragraph is read in stretches of this many sentences.
const STRETCH: usize = 400;

/// The paragraphs of the article in tokens, one after the other.
pub(super) fn paragraphs(article: &AnnotatedArticle) -> impl Iterator<Item = Paragraph> {
    let mut sentence = 0;
    let mut quote = 0;
    let mut mention = 0;
    std::iter::from_fn(move || {
        let first = article.sentences.get(sentence)?;
        let from = sentence;
        while article.sentences.get(sentence).is_some_and(|s| s.paragraph == first.paragraph)
            && sentence - from < STRETCH
        {
            sentence += 1;
        }
        let sentences = article.sentences.get(from..sentence)?;
        let end = sentences.last()?.span.end();
        let from_quote = quote;
        while article.quotations.get(quote).is_some_and(|q| q.span.start() < end) {
            quote += 1;
        }
        let mut out = Paragraph {
            heading: article.paragraphs.get(first.paragraph).is_some_and(|p| p.heading),
            mentions: !article.mentions.is_empty(),
            ..Paragraph::default()
        };
        for s in sentences {
            let start = out.tokens.len();
            if s.span.len() <= LONGEST_SENTENCE {
                tokenize(&article.article.text, s.span, &mut out);
            }
            let range = start..out.tokens.len();
            out.sentences.push(range);
        }
        let quotations = article.quotations.get(from_quote..quote).unwrap_or_default();
        place_quotes(quotations, &mut out);
        mark_speakers(article, end, &mut mention, &mut out);
        Some(out)
    })
}

fn tokenize(text: &str, sentence: Span, out: &mut Paragraph) {
    let mut at = sentence.start();
    let index = out.sentences.len();
    let words = words::spans(text, sentence);
    let title_case = out.heading || is_title_case(text, &words);
    let first = out.tokens.len();
    for word in words.into_iter().map(Some).chain([None]) {
        let to = word.map_or(sentence.end(), |w| w.start());
        marks(text, Span::new(at, to), index, out);
        let Some(span) = word else { break };
        let opens =
            out.tokens.get(first..).is_some_and(|t| t.iter().all(|t| t.class == Class::Mark))
                || out
                    .tokens
                    .last()
                    .is_some_and(|t| t.is_mark(&["\"", "“", "‘", "'", "„", "«", ":", "("]));
        push_word(&text[span], span, index, opens || title_case, out);
        at = span.end();
    }
}

fn is_title_case(text: &str, words: &[Span]) -> bool {
    let long = words.iter().filter(|w| w.len() > 3);
    let (all, upper) = long.fold((0, 0), |(n, u), w| {
        (n + 1, u + usize::from(!text[*w].starts_with(char::is_lowercase)))
    });
    all >= 4 && upper * 10 >= all * 9
}

fn push_word(word: &str, span: Span, sentence: usize, loose_case: bool, out: &mut Paragraph) {
    let folded = words::fold(word);
    let (lower, possessive) = match folded.strip_suffix("'s") {
        Some(stem) if !stem.is_empty() && class::closed(&folded).is_none() && stem != "let" => {
            (stem.to_owned(), true)
        }
        _ => (folded, false),
    };
    let capital = word.starts_with(char::is_uppercase);
    let acronym = capital && word.chars().skip(1).any(char::is_uppercase);
    let closed = class::closed(&lower);
    let known = !LEXICON.entries(&lower).is_empty();
    let class = match closed {
        Some(Class::Day) if lower == "march" || lower == "may" => Class::Name,
        Some(class) if !acronym || loose_case && lower.len() > 2 => class,
        _ if possessive => {
            if capital {
                Class::Name
            } else {
                Class::Word
            }
        }
        _ if known && (!capital || loose_case) && !acronym => Class::Verb,
        _ if capital && !(loose_case && class::by_shape(&lower) == Class::Adverb) => Class::Name,
        _ => class::by_shape(&lower),
    };
    out.tokens.push(Token {
        span,
        lower,
        class,
        capital,
        possessive,
        speaker: false,
        sentence,
        quote: None,
    });
}

fn marks(text: &str, gap: Span, sentence: usize, out: &mut Paragraph) {
    for (at, c) in text[gap].char_indices().filter(|(_, c)| !c.is_whitespace()) {
        let span = Span::new(gap.start() + at, gap.start() + at + c.len_utf8());
        let touches = out.tokens.last().is_some_and(|t| t.span.end() == span.start());
        if let Some(last) = out.tokens.last_mut().filter(|t| touches && t.sentence == sentence) {
            // "the allies' fears", "U.S."
            if matches!(c, '\'' | '’') && last.lower.ends_with('s') && last.class != Class::Mark {
                last.possessive = true;
            }
            if c == '.'
                && last.class != Class::Mark
                && gap.end() > span.end()
                && last.lower.len() <= 5
                && last.capital
            {
                last.span = last.span.hull(span);
                continue;
            }
        }
        out.tokens.push(Token {
            span,
            lower: c.to_string(),
            class: Class::Mark,
            capital: false,
            possessive: false,
            speaker: false,
            sentence,
            quote: None,
        });
    }
}

/// Marks the tokens of mentions before byte `end` of what can speak; `next` is the first mention
/// that has not been read.
fn mark_speakers(article: &AnnotatedArticle, end: usize, next: &mut usize, out: &mut Paragraph) {
    while let Some(mention) = article.mentions.get(*next).filter(|m| m.span.start() < end) {
        *next += 1;
        if article.entity(mention.entity).is_some_and(|e| e.kind.can_speak()) {
            let start = out.tokens.partition_point(|t| t.span.end() <= mention.span.start());
            let rest = out.tokens.get_mut(start..).unwrap_or_default();
            rest.iter_mut()
                .take_while(|t| t.span.start() < mention.span.end())
                .for_each(|t| t.speaker = true);
        }
    }
}

fn place_quotes(quotations: &[rapporteur_core::Quotation], out: &mut Paragraph) {
    for q in quotations {
        let start = out.tokens.partition_point(|t| t.span.start() < q.span.start());
        let end = out.tokens.partition_point(|t| t.span.start() < q.span.end());
        if start >= end {
            continue;
        }
        let index = out.quotes.len();
        if q.depth == 0 && out.quotes.last().is_none_or(|last| last.range.end <= start) {
            for token in out.tokens.get_mut(start..end).unwrap_or_default() {
                token.quote = Some(index);
            }
        }
        out.quotes.push(Quote { range: start..end, closed: q.closed, depth: q.depth });
    }
}
