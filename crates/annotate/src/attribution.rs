//! Who is said to say what: a table of sieves.
//!
//! A paragraph is read at a time. Its verbs that may attribute are found first ([`cue`]), each with
//! its subject. Then every sieve of [`SIEVES`] runs over the paragraph, those of high precision
//! first; a later one takes what is left: a cue serves once, a quotation is spoken once. Contents may
//! nest: what somebody is said to have said may itself say who said something.
//!
//! The design is that of multi-pass sieves (Lee et al., "Deterministic coreference resolution based on
//! entity-centric, precision-ranked rules", Computational Linguistics 39, 2013; Muzny et al., "A
//! two-stage sieve approach for quote attribution", EACL 2017); the terms are those of PARC 3.0
//! (Pareti 2016) and PolNeAR (Newell et al. 2018).

mod class;
mod cue;
mod layout;
mod lexicon;
mod phrase;
mod read;
mod sieve;
mod token;

use crate::reader;
use class::Class;
use cue::Cue;
use lexicon::{Form, Frames, LEXICON};
use rapporteur_core::{AnnotatedArticle, Attribution, AttributionKind, Quotation, Span, words};
use std::ops::Range;
use token::Paragraph;

/// Content and its attribution in tokens of a paragraph.
#[derive(Clone, Debug, Default)]
struct Found {
    source: Vec<Range<usize>>,
    cue: Vec<Range<usize>>,
    content: Vec<Range<usize>>,
}

/// What the sieves read and write.
struct Reading {
    p: Paragraph,
    cues: Vec<Cue>,
    /// For each cue, whether a sieve has taken it.
    taken: Vec<bool>,
    /// For each quotation, whether somebody speaks it.
    spoken: Vec<bool>,
    found: Vec<Found>,
}

impl Reading {
    fn new(p: Paragraph) -> Self {
        let cues = cue::find(&p);
        Self {
            taken: vec![false; cues.len()],
            spoken: vec![false; p.quotes.len()],
            found: Vec::new(),
            cues,
            p,
        }
    }

    /// The cues that no sieve has taken, with their indices.
    fn free_cues(&self) -> Vec<(usize, Cue)> {
        let free = self.cues.iter().enumerate().filter(|(i, _)| self.taken.get(*i) == Some(&false));
        free.map(|(i, c)| (i, c.clone())).collect()
    }

    fn take(&mut self, cue: usize) {
        if let Some(taken) = self.taken.get_mut(cue) {
            *taken = true;
        }
    }

    fn speak(&mut self, quote: usize) {
        if let Some(spoken) = self.spoken.get_mut(quote) {
            *spoken = true;
        }
    }

    /// The same for a content in one piece.
    fn push_one(
        &mut self,
        source: Option<Range<usize>>,
        cue: Option<Range<usize>>,
        content: Range<usize>,
    ) {
        self.push(source, cue, vec![content]);
    }

    fn push(
        &mut self,
        source: Option<Range<usize>>,
        cue: Option<Range<usize>>,
        content: Vec<Range<usize>>,
    ) {
        let source = source.map(|s| with_antecedent(&self.p, s)).unwrap_or_default();
        self.found.push(Found { source, cue: cue.into_iter().collect(), content });
    }
}

/// "the minister, who": a relative pronoun with the phrase that it stands for.
fn with_antecedent(p: &Paragraph, source: Range<usize>) -> Vec<Range<usize>> {
    let relative = source.len() == 1
        && p.get(source.start).is_some_and(|t| matches!(t.class, Class::Relative | Class::That));
    let end = source.start
        - usize::from(relative && p.before(source.start).is_some_and(|t| t.is_mark(&[","])));
    match phrase::noun_phrase_left(p, end).filter(|_| relative) {
        Some(antecedent) => vec![antecedent, source],
        None => vec![source],
    }
}

/// A way to find attributions; the doc comment of each is the manual.
type Sieve = fn(&mut Reading);

/// The sieves in the order in which they run.
const SIEVES: &[Sieve] = &[
    sieve::quoted::find,
    sieve::according::find,
    sieve::headline::find,
    sieve::trailing::find,
    sieve::clause::find,
    sieve::object::with_infinitive,
    sieve::infinitive::find,
    sieve::preposition::find,
    sieve::object::plain,
    sieve::passive::find,
    sieve::noun::find,
    sieve::unclaimed::find,
];

/// Fills `attributions`: with what the model has read, or by the sieves without one.
pub(crate) fn find(article: &mut AnnotatedArticle, reading: Option<&reader::Reading<'_>>) {
    let mut out = match reading {
        Some(reading) => read::find(article, reading),
        None => sieved(article),
    };
    out.sort_by_key(|a: &Attribution| {
        (a.content_hull(), a.cue.first().copied(), a.source.first().copied())
    });
    out.dedup();
    article.attributions = out;
}

/// What the sieves find.
fn sieved(article: &AnnotatedArticle) -> Vec<Attribution> {
    let mut out = Vec::new();
    for paragraph in token::paragraphs(article) {
        let mut reading = Reading::new(paragraph);
        for sieve in SIEVES {
            sieve(&mut reading);
        }
        let Reading { p, found, .. } = reading;
        out.extend(found.iter().filter_map(|f| attribution(article, &p, f)));
    }
    out
}

fn attribution(article: &AnnotatedArticle, p: &Paragraph, found: &Found) -> Option<Attribution> {
    let text = article.article.text.as_str();
    let spans = |ranges: &[Range<usize>]| -> Vec<Span> {
        ranges.iter().filter_map(|r| p.span(r)).collect()
    };
    let mut content: Vec<Span> = found
        .content
        .iter()
        .filter_map(|r| p.span(&trim(p, r.clone())?))
        .filter(|s| text[*s].chars().any(char::is_alphanumeric))
        .collect();
    content.sort();
    content.dedup_by(|later, earlier| later.overlaps(*earlier));
    (!content.is_empty())
        .then(|| assembled(article, spans(&found.source), spans(&found.cue), content))
}

/// An attribution of these spans, its kind by its content, its speaker still open.
fn assembled(
    article: &AnnotatedArticle,
    source: Vec<Span>,
    cue: Vec<Span>,
    content: Vec<Span>,
) -> Attribution {
    let kind = kind(&article.article.text, &content, &article.quotations);
    Attribution { source, cue, content, kind, speaker: None }
}

/// Cuts punctuation at both ends; quotation marks stay where their partner is inside.
fn trim(p: &Paragraph, range: Range<usize>) -> Option<Range<usize>> {
    let Range { mut start, mut end } = range;
    // A few quotations at most meet in one token.
    let near = |at: usize| {
        let before = p.quotes.partition_point(|q| q.range.start <= at);
        let inner = p.quotes.get(..before).unwrap_or_default().iter().rev().take(6);
        inner.chain(p.quote_of(at))
    };
    let whole = |from: usize, to: usize, at: usize| {
        near(at).any(|q| {
            from <= q.range.start
                && q.range.end <= to
                && (q.range.start == at || q.range.end == at + 1)
        })
    };
    loop {
        let first = p.get(start)?;
        if start >= end {
            return None;
        }
        let keep = !matches!(first.class, class::Class::Mark)
            || first.is_mark(&["(", "[", "$", "€", "£", "#", "@", "%", "…"])
            || whole(start, end, start)
            || near(start).any(|q| q.range.start == start && !q.closed && q.range.end <= end)
            || end > start + 1
                && first.is_mark(&["'", "’", "‘"])
                && p.get(start + 1).is_some_and(|n| n.span.start() == first.span.end());
        if keep {
            break;
        }
        start += 1;
    }
    while end > start {
        let last = p.before(end)?;
        let keep = !matches!(last.class, class::Class::Mark)
            || last.is_mark(&[")", "]", "%", "…", "$", "€"])
            || whole(start, end, end - 1)
            || last.is_mark(&["'", "’"]) && p.before(end - 1).is_some_and(|b| b.possessive)
            || last.is_mark(&[".", "!", "?"])
                && near(end - 1).any(|q| !q.closed && q.range.end == end && q.range.start >= start);
        if keep {
            break;
        }
        end -= 1;
    }
    (start < end).then_some(start..end)
}

/// PARC's three kinds: nine tenths of the words quoted, some, none.
fn kind(text: &str, content: &[Span], quotations: &[Quotation]) -> AttributionKind {
    let mut all = 0;
    let mut quoted = 0;
    for piece in content {
        for word in words::spans(text, *piece) {
            all += 1;
            // Outer quotations do not overlap, so the last that begins before the word decides.
            let before = quotations.partition_point(|q| q.span.start() <= word.start());
            let inside = quotations[..before].iter().rev().take(8).any(|q| q.span.covers(word));
            quoted += usize::from(inside);
        }
    }
    match quoted {
        0 => AttributionKind::Indirect,
        _ if quoted * 10 >= all * 9 => AttributionKind::Direct,
        _ => AttributionKind::Mixed,
    }
}

/// Whether `word` (lower case) is a form of a verb that introduces or follows a quotation.
pub(crate) fn is_saying(word: &str) -> bool {
    LEXICON.entries(word).iter().any(|e| {
        matches!(e.form, Form::Past | Form::Third)
            && e.verb
                .and_then(|v| LEXICON.verb(v))
                .is_some_and(|v| v.frames.has(Frames::QUOTATION) && !v.frames.has(Frames::NOUN))
    })
}

#[cfg(test)]
mod tests;
