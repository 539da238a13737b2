//! The model with its heads, and what it sees in an article.

use super::antecedent::Antecedents;
use super::link::Link;
use super::sequence::{Sequence, sequence};
use super::tags::{Slot, Tagged, Transitions, spans};
use super::window::{Window, windows};
use rapporteur_core::{AnnotatedArticle, EntityKind, Span};
use rapporteur_encoder::{Linear, Model, ModelError, Window as Input};
use std::ops::Range;

/// Pieces of an article that are read; an article in the news has a thousand.
const MOST_PIECES: usize = 1 << 15;
/// Windows that are encoded at once: enough to fill the matrix products, little enough that memory
/// does not grow with the article.
const BATCH: usize = 16;
/// The order of the kinds in the tags of the roles.
const SOURCE: usize = 0;
const CUE: usize = 1;
const CONTENT: usize = 2;
/// The order of the kinds in the tags of names.
const KINDS: [EntityKind; 6] = [
    EntityKind::Person,
    EntityKind::Organization,
    EntityKind::Place,
    EntityKind::Event,
    EntityKind::Document,
    EntityKind::Other,
];

/// The encoder with a head for each task.
#[derive(Debug)]
pub(super) struct Heads {
    encoder: Model,
    roles: Tagger,
    names: Tagger,
    cue: Link,
    source: Link,
    antecedent: Link,
}

/// Scores of tags and of their steps.
#[derive(Debug)]
struct Tagger {
    dense: Linear,
    transitions: Transitions,
}

impl Tagger {
    fn new(
        model: &Model,
        name: &str,
        tags: usize,
        over_sentences: Option<usize>,
    ) -> Result<Self, ModelError> {
        let learned = numbers(model, &format!("{name}_crf.transitions"), tags * tags)?;
        let transitions = Transitions::new(tags, learned, over_sentences);
        Ok(Self { dense: dense(model, name, Some(tags))?, transitions })
    }

    fn spans(&self, hidden: &[f32], slots: &[Slot]) -> Vec<Tagged> {
        spans(&self.transitions.best(&self.dense.apply(hidden), slots))
    }
}

/// What the model sees in an article.
#[derive(Debug)]
pub(crate) struct Reading<'r> {
    pub attributions: Vec<Found>,
    pub names: Vec<Name>,
    /// Who may be meant by whom.
    pub antecedents: Antecedents<'r>,
    /// Where reading stopped, if the article was longer than what is read.
    pub stopped: Option<usize>,
}

/// An attribution by its spans; content is never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub source: Option<Span>,
    pub cue: Option<Span>,
    pub content: Vec<Span>,
}

/// A name with what it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    pub span: Span,
    pub kind: EntityKind,
}

impl Heads {
    pub(super) fn new(encoder: Model) -> Result<Self, ModelError> {
        Ok(Self {
            roles: Tagger::new(&encoder, "roles", 7, Some(CONTENT))?,
            names: Tagger::new(&encoder, "entities", 1 + 2 * KINDS.len(), None)?,
            cue: Link::new(&encoder, "cue")?,
            source: Link::new(&encoder, "source")?,
            antecedent: Link::new(&encoder, "antecedent")?,
            encoder,
        })
    }

    /// Reads an article that has its paragraphs, sentences and quotations.
    pub(super) fn read(&self, article: &AnnotatedArticle) -> Reading<'_> {
        let vocabulary = self.encoder.vocabulary();
        let mut sequence = sequence(article, vocabulary);
        let stopped = sequence.spans.get(MOST_PIECES).map(|span| span.start());
        if stopped.is_some() {
            for paragraph in &mut sequence.paragraphs {
                paragraph.end = paragraph.end.min(MOST_PIECES).max(paragraph.start);
            }
            sequence.paragraphs.retain(|p| p.start < MOST_PIECES);
        }
        let windows = windows(&sequence, vocabulary.first(), vocabulary.last());
        let mut reading = Reading {
            attributions: Vec::new(),
            names: Vec::new(),
            antecedents: Antecedents::new(&self.antecedent),
            stopped,
        };
        for batch in windows.chunks(BATCH) {
            let inputs: Vec<Input<'_>> =
                batch.iter().map(|w| Input { pieces: &w.ids, features: &w.features }).collect();
            for (window, hidden) in batch.iter().zip(self.encoder.encode(&inputs)) {
                self.read_window(article, &sequence, window, &hidden.values, &mut reading);
            }
        }
        reading
    }

    fn read_window(
        &self,
        article: &AnnotatedArticle,
        sequence: &Sequence,
        window: &Window,
        hidden: &[f32],
        reading: &mut Reading<'_>,
    ) {
        let slots = slots(article, sequence, window);
        let rows = hidden.chunks_exact(self.encoder.width());
        for ((piece, paragraph), state) in window.pieces.iter().zip(&window.paragraphs).zip(rows) {
            if let Some(span) = piece.and_then(|p| sequence.spans.get(p)) {
                reading.antecedents.push(*span, *paragraph, state);
            }
        }
        let place = |positions: &Range<usize>| span(sequence, window, positions);
        let roles = self.roles.spans(hidden, &slots);
        let of_kind = |kind: usize| -> Vec<Range<usize>> {
            roles.iter().filter(|r| r.kind == kind).map(|r| r.positions.clone()).collect()
        };
        let (sources, cues, contents) = (of_kind(SOURCE), of_kind(CUE), of_kind(CONTENT));
        let cue_of = self.cue.choose(hidden, window, &contents, &cues);
        let source_of = self.source.choose(hidden, window, &cues, &sources);
        for (number, cue) in cues.iter().enumerate() {
            let content: Vec<Span> = contents
                .iter()
                .zip(&cue_of)
                .filter(|(_, chosen)| **chosen == Some(number))
                .filter_map(|(positions, _)| place(positions))
                .collect();
            let source = source_of.get(number).copied().flatten().and_then(|s| sources.get(s));
            if !content.is_empty() {
                let source = source.and_then(place);
                reading.attributions.push(Found { source, cue: place(cue), content });
            }
        }
        for (positions, chosen) in contents.iter().zip(&cue_of) {
            if let (None, Some(content)) = (chosen, place(positions)) {
                let found = Found { source: None, cue: None, content: vec![content] };
                reading.attributions.push(found);
            }
        }
        reading.names.extend(self.names.spans(hidden, &slots).iter().filter_map(|tagged| {
            let kind = *KINDS.get(tagged.kind)?;
            Some(Name { span: place(&tagged.positions)?, kind })
        }));
    }
}

/// The head `name`, of the encoder's width, with `outputs` results.
pub(super) fn dense(
    model: &Model,
    name: &str,
    outputs: Option<usize>,
) -> Result<Linear, ModelError> {
    let head = model.head(name)?;
    let outputs = outputs.unwrap_or(head.outputs());
    if head.inputs() != model.width() || head.outputs() != outputs {
        let expected = format!("[{outputs}, {}]", model.width());
        return Err(ModelError::shape(&format!("head.{name}.weight"), expected));
    }
    Ok(head)
}

/// The `count` numbers of the head `name`.
pub(super) fn numbers(model: &Model, name: &str, count: usize) -> Result<Vec<f32>, ModelError> {
    model
        .head_tensor(name)
        .filter(|tensor| tensor.values.len() == count)
        .map(|tensor| tensor.values.clone())
        .ok_or_else(|| ModelError::shape(&format!("head.{name}"), format!("{count} numbers")))
}

/// Whether a word begins at each position of a window.
fn slots(article: &AnnotatedArticle, sequence: &Sequence, window: &Window) -> Vec<Slot> {
    let mut before: Option<Span> = None;
    window
        .pieces
        .iter()
        .map(|piece| {
            let here = piece.and_then(|p| sequence.spans.get(p)).copied();
            let slot = match (before, here) {
                (_, None) => Slot::Blank,
                (Some(a), Some(b))
                    if a.end() == b.start() && in_word(&article.article.text, b.start()) =>
                {
                    Slot::Inner
                }
                (_, Some(here)) => match article.sentence_at(here.start()) {
                    Some(sentence) if sentence.span.start() == here.start() => Slot::Sentence,
                    _ => Slot::First,
                },
            };
            before = here;
            slot
        })
        .collect()
}

/// Whether a word runs over the byte `at`.
fn in_word(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    before.chars().next_back().is_some_and(char::is_alphanumeric)
        && after.chars().next().is_some_and(char::is_alphanumeric)
}

fn span(sequence: &Sequence, window: &Window, positions: &Range<usize>) -> Option<Span> {
    let pieces = window.pieces_at(positions)?;
    let all = sequence.spans.get(pieces)?;
    Some(Span::new(all.first()?.start(), all.last()?.end()))
}
