//! The articles in full, every mark on its words.

use super::marks::{Mark, MarkKind, Piece, nest};
use super::sources::{Source, Sources};
use super::table::{Table, speaker};
use super::timeline::Timeline;
use rapporteur_core::{
    Attribution, AttributionKind, Collation, Modifier, PointId, Span, StatementId, Unit,
};
use std::collections::{BTreeMap, BTreeSet};

/// An article, line by line.
pub(crate) struct ArticleView<'a> {
    /// Number in the story, from 0.
    pub(crate) source: usize,
    pub(crate) paragraphs: Vec<Paragraph<'a>>,
    /// Code points before each place that may be linked to: byte to code point.
    offsets: BTreeMap<usize, usize>,
}

impl ArticleView<'_> {
    /// The name of the element on the whole of `span`, which some line cites.
    pub(crate) fn anchor(&self, span: Span) -> String {
        let of = |byte| self.offsets.get(&byte).copied().unwrap_or(byte);
        super::sources::anchor(self.source, (of(span.start()), of(span.end())))
    }
}

/// A line of an article.
pub(crate) struct Paragraph<'a> {
    /// From 1.
    pub(crate) number: usize,
    pub(crate) kind: ParagraphKind,
    pub(crate) pieces: Vec<Piece<'a>>,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParagraphKind {
    /// The headline or a heading inside the text.
    Heading,
    /// Text.
    Text,
    /// Nothing of the article.
    Noise,
}

pub(super) fn build<'a>(
    sources: &Sources<'a>,
    story: &'a Collation,
    table: &Table<'a>,
    timeline: &Timeline<'a>,
) -> Vec<ArticleView<'a>> {
    let numbers: BTreeMap<PointId, usize> = table.rows().map(|row| (row.id, row.number)).collect();
    let mut points_of: BTreeMap<StatementId, usize> = BTreeMap::new();
    for (index, point) in story.points.iter().enumerate() {
        let id = PointId(u32::try_from(index).unwrap_or(u32::MAX));
        let Some(number) = numbers.get(&id) else {
            continue;
        };
        for statement in point.readings.iter().filter_map(|r| r.statement) {
            points_of.entry(statement).or_insert(*number);
        }
    }
    sources
        .iter()
        .enumerate()
        .map(|(number, source)| {
            let mut marks = layers(source);
            marks.extend(statements(source, story, &points_of));
            for row in table.rows() {
                let facts = row
                    .readings()
                    .filter(|r| r.cite.source == number && r.cue.is_none())
                    .filter(|r| r.manner == super::Manner::Asserted);
                marks.extend(facts.map(|reading| Mark {
                    span: reading.cite.span,
                    kind: MarkKind::Fact,
                    title: Some("in the outlet’s own voice".to_owned()),
                    target: Some(point_target(row.number)),
                }));
            }
            for (index, happening) in timeline.happenings.iter().enumerate() {
                let here = happening.mentions.iter().filter(|m| m.source == number);
                marks.extend(here.map(|mention| Mark {
                    span: mention.span,
                    kind: MarkKind::Time,
                    title: Some(happening.when.clone()),
                    target: Some((format!("t{}", index + 1), String::new())),
                }));
            }
            article(number, source, marks)
        })
        .collect()
}

fn point_target(number: usize) -> (String, String) {
    (format!("p{number}"), number.to_string())
}

/// Noise, times, quantities and cited places.
fn layers(source: &Source) -> Vec<Mark> {
    let annotated = source.article;
    let mut marks: Vec<Mark> = Vec::new();
    let mut add = |span: Span, kind, title: Option<String>| {
        marks.push(Mark { span: span.trim_in(&annotated.article.text), kind, title, target: None });
    };
    for noise in &annotated.article.noise {
        let title = format!("not the article: {}", noise.kind.name());
        add(noise.span, MarkKind::Noise, Some(title));
    }
    for time in &annotated.times {
        let title = time.when.as_ref().map(super::calendar::stretch);
        add(time.span, MarkKind::Time, title);
    }
    for quantity in &annotated.quantities {
        if quantity.unit != Unit::Ordinal {
            add(quantity.span, MarkKind::Quantity, exactness(quantity.modifier));
        }
    }
    for &span in &source.cited {
        add(span, MarkKind::Cited, None);
    }
    marks
}

/// How exact a number claims to be, where it does not claim to be exact.
fn exactness(modifier: Modifier) -> Option<String> {
    let words = match modifier {
        Modifier::Exact => return None,
        Modifier::About => "about",
        Modifier::Nearly => "nearly",
        Modifier::MoreThan => "more than",
        Modifier::AtLeast => "at least",
        Modifier::LessThan => "less than",
        Modifier::AtMost => "at most",
    };
    Some(words.to_owned())
}

/// Source, cue and content of the statements of one article.
fn statements(
    source: &Source,
    story: &Collation,
    points_of: &BTreeMap<StatementId, usize>,
) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (index, statement) in story.statements.iter().enumerate() {
        if statement.article != source.id {
            continue;
        }
        let Some(attribution) = source.article.attributions.get(statement.attribution) else {
            continue;
        };
        let id = StatementId(u32::try_from(index).unwrap_or(u32::MAX));
        let (name, detail) = speaker(story, statement.speaker);
        let number = points_of.get(&id).copied();
        statement_marks(attribution, name, detail, number, &mut marks);
    }
    marks
}

fn statement_marks(
    attribution: &Attribution,
    name: Option<&str>,
    detail: Option<&str>,
    number: Option<usize>,
    marks: &mut Vec<Mark>,
) {
    let who = name.unwrap_or("somebody not named");
    let how = match attribution.kind {
        AttributionKind::Direct => "quoted",
        AttributionKind::Mixed => "quoted in part",
        AttributionKind::Indirect => "reported",
    };
    let last = attribution.content.len().saturating_sub(1);
    for (piece, &span) in attribution.content.iter().enumerate() {
        marks.push(Mark {
            span,
            kind: MarkKind::Statement,
            title: Some(format!("{who}, {how}")),
            target: number.filter(|_| piece == last).map(point_target),
        });
    }
    for &span in &attribution.source {
        let title = match detail {
            Some(detail) => format!("{who}, {detail}"),
            None => who.to_owned(),
        };
        marks.push(Mark { span, kind: MarkKind::Source, title: Some(title), target: None });
    }
    for &span in &attribution.cue {
        marks.push(Mark { span, kind: MarkKind::Cue, title: None, target: None });
    }
}

/// Cuts the text into its lines and lays the marks on them.
fn article<'a>(number: usize, source: &Source<'a>, mut marks: Vec<Mark>) -> ArticleView<'a> {
    let text: &'a str = &source.article.article.text;
    let fits = |span: Span| text.get(span.start()..span.end()).is_some();
    marks.retain(|mark| fits(mark.span) && !mark.span.is_empty());
    marks.sort_by_key(|mark| (mark.span, mark.kind));
    // Where several marks that lead to one point end together, the outermost leads.
    let mut led = BTreeSet::new();
    for mark in marks.iter_mut().rev() {
        if let Some((target, label)) = &mark.target
            && !label.is_empty()
            && !led.insert((mark.span.end(), target.clone()))
        {
            mark.target = None;
        }
    }
    let mut paragraphs = Vec::new();
    // Marks are taken as their line comes; those that reach into the next line are kept.
    let mut next = 0;
    let mut running: Vec<Mark> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim_in(text);
        at += line.len();
        running.retain(|mark| mark.span.end() > span.start());
        while let Some(mark) = marks.get(next).filter(|mark| mark.span.start() < at) {
            running.push(mark.clone());
            next += 1;
        }
        if span.is_empty() {
            continue;
        }
        paragraphs.push(Paragraph {
            number: paragraphs.len() + 1,
            kind: kind(source, span),
            pieces: nest(text, span, &running),
        });
    }
    let offsets = source
        .cited
        .iter()
        .flat_map(|span| [span.start(), span.end()])
        .map(|byte| (byte, source.offsets.of_byte(byte)))
        .collect();
    ArticleView { source: number, paragraphs, offsets }
}

fn kind(source: &Source, line: Span) -> ParagraphKind {
    let paragraphs = &source.article.paragraphs;
    let first = paragraphs.partition_point(|p| p.span.end() <= line.start());
    match paragraphs.get(first).filter(|p| p.span.overlaps(line)) {
        Some(paragraph) if paragraph.heading => ParagraphKind::Heading,
        Some(_) => ParagraphKind::Text,
        None => ParagraphKind::Noise,
    }
}

/// Trimming that bears spans made for another text.
trait TrimIn {
    fn trim_in(self, text: &str) -> Span;
}

impl TrimIn for Span {
    fn trim_in(self, text: &str) -> Span {
        match text.get(self.start()..self.end()) {
            Some(_) => self.trim(text),
            None => Span::default(),
        }
    }
}
