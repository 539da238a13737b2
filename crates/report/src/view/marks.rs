//! Marks on a text, nested so that a page can hold them: elements may enclose each other but not
//! cross.

use rapporteur_core::Span;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What a stretch of an article is marked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum MarkKind {
    /// Cited by a line of the report.
    Cited,
    /// Content of a statement.
    Statement,
    /// A fact that the outlet asserts.
    Fact,
    /// Who is said to say it.
    Source,
    /// The words that attribute.
    Cue,
    /// An expression of time.
    Time,
    /// A number with what it counts.
    Quantity,
    /// Not the article.
    Noise,
}

/// A mark on `span`.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) span: Span,
    pub(crate) kind: MarkKind,
    /// What a reader is told who rests on it.
    pub(crate) title: Option<String>,
    /// The element of the page that it belongs to, without `#`.
    pub(crate) target: Option<(String, String)>,
}

/// A stretch of text, or a marked one with what it encloses.
#[derive(Debug)]
pub(crate) enum Piece<'a> {
    /// Words.
    Text(&'a str),
    /// Marked words.
    Marked(Box<Marked<'a>>),
}

/// One element: all marks on the same stretch taken together.
#[derive(Debug)]
pub(crate) struct Marked<'a> {
    pub(crate) span: Span,
    pub(crate) kinds: Vec<MarkKind>,
    pub(crate) titles: Vec<String>,
    /// Where its marks lead: target and label, each once, at the last piece of a mark.
    pub(crate) targets: Vec<(String, String)>,
    /// Whole spans of which this is the first piece: their anchors.
    pub(crate) begins: Vec<Span>,
    /// Whole spans of which this is a later piece.
    pub(crate) goes_on: Vec<Span>,
    pub(crate) inside: Vec<Piece<'a>>,
}

/// Elements do not enclose each other deeper than this.
const DEEPEST: usize = 12;

/// A mark that other marks cross is cut into at most so many pieces; the rest stays unmarked.
const MOST_PIECES: usize = 8;

/// What is still to be placed: a span, cut from a mark.
struct Pending {
    whole: Span,
    piece: usize,
    marks: Vec<Mark>,
}

/// `text[within]` in pieces under `marks`, which may lie anywhere.
pub(crate) fn nest<'a>(text: &'a str, within: Span, marks: &[Mark]) -> Vec<Piece<'a>> {
    // By start, longer first, so that what encloses comes before what it encloses.
    let mut queue: BTreeMap<(usize, Reverse<usize>), Vec<Pending>> = BTreeMap::new();
    for mark in marks {
        let Some(span) = mark.span.intersection(within) else {
            continue;
        };
        let piece = usize::from(span.start() != mark.span.start());
        let at = queue.entry((span.start(), Reverse(span.end()))).or_default();
        match at.iter_mut().find(|p| p.whole == mark.span) {
            Some(known) => known.marks.push(mark.clone()),
            None => at.push(Pending { whole: mark.span, piece, marks: vec![mark.clone()] }),
        }
    }

    // `open` holds the elements around the current place, the outermost first.
    let mut open: Vec<(Marked<'a>, usize)> = Vec::new();
    let mut done: Vec<Piece<'a>> = Vec::new();
    let mut at = within.start();
    while let Some(((start, Reverse(end)), pending)) = queue.pop_first() {
        close_until(text, &mut open, &mut done, &mut at, start);
        let limit = open.last().map_or(within.end(), |(m, _)| m.span.end());
        if end > limit {
            for p in pending {
                let (now, rest) = (Span::new(start, limit), Span::new(limit, end));
                let piece = p.piece;
                if piece + 1 < MOST_PIECES && !rest.is_empty() {
                    let later =
                        Pending { whole: p.whole, piece: piece + 1, marks: p.marks.clone() };
                    queue.entry((rest.start(), Reverse(rest.end()))).or_default().push(later);
                }
                queue.entry((now.start(), Reverse(now.end()))).or_default().push(p);
            }
            continue;
        }
        push_text(text, &mut open, &mut done, &mut at, start);
        let marked = element(Span::new(start, end), pending);
        if open.len() >= DEEPEST {
            // Too deep to mark: its anchors still stand here, on nothing.
            let empty = Marked {
                span: Span::new(start, start),
                kinds: Vec::new(),
                titles: Vec::new(),
                targets: Vec::new(),
                goes_on: Vec::new(),
                ..marked
            };
            push(&mut open, &mut done, Piece::Marked(Box::new(empty)));
            continue;
        }
        open.push((marked, start));
    }
    close_until(text, &mut open, &mut done, &mut at, usize::MAX);
    push_text(text, &mut open, &mut done, &mut at, within.end());
    done
}

/// Closes the elements that end at or before `place`.
fn close_until<'a>(
    text: &'a str,
    open: &mut Vec<(Marked<'a>, usize)>,
    done: &mut Vec<Piece<'a>>,
    at: &mut usize,
    place: usize,
) {
    while open.last().is_some_and(|(m, _)| m.span.end() <= place) {
        let end = open.last().map_or(*at, |(m, _)| m.span.end());
        push_text(text, open, done, at, end);
        if let Some((marked, _)) = open.pop() {
            push(open, done, Piece::Marked(Box::new(marked)));
        }
    }
}

fn push_text<'a>(
    text: &'a str,
    open: &mut [(Marked<'a>, usize)],
    done: &mut Vec<Piece<'a>>,
    at: &mut usize,
    until: usize,
) {
    if let Some(words) = text.get(*at..until).filter(|words| !words.is_empty()) {
        push(open, done, Piece::Text(words));
        *at = until;
    }
}

fn push<'a>(open: &mut [(Marked<'a>, usize)], done: &mut Vec<Piece<'a>>, piece: Piece<'a>) {
    match open.last_mut() {
        Some((marked, _)) => marked.inside.push(piece),
        None => done.push(piece),
    }
}

fn element<'a>(span: Span, pending: Vec<Pending>) -> Marked<'a> {
    let mut out = Marked {
        span,
        kinds: Vec::new(),
        titles: Vec::new(),
        targets: Vec::new(),
        begins: Vec::new(),
        goes_on: Vec::new(),
        inside: Vec::new(),
    };
    for p in pending {
        let last = span.end() == p.whole.end();
        let cited = p.marks.iter().any(|m| m.kind == MarkKind::Cited);
        match (cited, p.piece) {
            (true, 0) => out.begins.push(p.whole),
            (true, _) => out.goes_on.push(p.whole),
            _ => {}
        }
        for mark in p.marks {
            out.kinds.push(mark.kind);
            out.titles.extend(mark.title);
            if last {
                out.targets.extend(mark.target);
            }
        }
    }
    out.kinds.sort();
    out.kinds.dedup();
    dedup(&mut out.titles);
    dedup(&mut out.targets);
    out
}

/// Removes later repetitions; the lists are as long as there are marks on one stretch.
fn dedup<T: Ord + Clone>(list: &mut Vec<T>) {
    let mut seen = std::collections::BTreeSet::new();
    list.retain(|item| seen.insert(item.clone()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mark(start: usize, end: usize) -> Mark {
        Mark { span: Span::new(start, end), kind: MarkKind::Cited, title: None, target: None }
    }

    /// Written out with brackets; a later piece of a mark begins with `+`.
    fn show(pieces: &[Piece]) -> String {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(words) => (*words).to_owned(),
                Piece::Marked(m) => {
                    let plus = if m.begins.is_empty() && !m.goes_on.is_empty() { "+" } else { "" };
                    format!("[{plus}{}]", show(&m.inside))
                }
            })
            .collect()
    }

    fn plain(pieces: &[Piece]) -> String {
        show(pieces).replace(['[', ']', '+'], "")
    }

    #[test]
    fn marks_enclose_each_other() {
        let pieces = nest("abcdef", Span::new(0, 6), &[mark(2, 3), mark(1, 5)]);
        assert_eq!(show(&pieces), "a[b[c]de]f");
    }

    #[test]
    fn a_mark_that_crosses_another_is_cut() {
        let pieces = nest("abcdef", Span::new(0, 6), &[mark(0, 4), mark(2, 6)]);
        assert_eq!(show(&pieces), "[ab[cd]][+ef]");
    }

    #[test]
    fn a_mark_on_two_lines_goes_on_in_the_second() {
        let text = "ab\ncd";
        assert_eq!(show(&nest(text, Span::new(0, 2), &[mark(1, 5)])), "a[b]");
        assert_eq!(show(&nest(text, Span::new(3, 5), &[mark(1, 5)])), "[+cd]");
    }

    proptest! {
        #[test]
        fn no_word_is_lost(
            text in "[a-zä€ ]{1,40}",
            spans in prop::collection::vec((0usize..60, 0usize..60), 0..40),
        ) {
            let fit = |n: usize| (0..=n.min(text.len())).rev().find(|&i| text.is_char_boundary(i));
            let marks: Vec<Mark> = spans
                .iter()
                .map(|&(a, b)| mark(fit(a).unwrap_or(0), fit(b).unwrap_or(0)))
                .collect();
            let pieces = nest(&text, Span::new(0, text.len()), &marks);
            prop_assert_eq!(plain(&pieces), text);
        }

        #[test]
        fn every_mark_has_its_anchor_once(
            spans in prop::collection::vec((0usize..40, 1usize..40), 0..60),
        ) {
            let text = "x".repeat(80);
            let marks: Vec<Mark> = spans.iter().map(|&(a, n)| mark(a, a + n)).collect();
            let pieces = nest(&text, Span::new(0, 80), &marks);
            let mut anchors = Vec::new();
            let mut stack: Vec<&Piece> = pieces.iter().collect();
            while let Some(piece) = stack.pop() {
                if let Piece::Marked(m) = piece {
                    anchors.extend(m.begins.iter().copied());
                    stack.extend(m.inside.iter());
                }
            }
            anchors.sort();
            let mut wanted: Vec<Span> = marks.iter().map(|m| m.span).collect();
            wanted.sort();
            wanted.dedup();
            prop_assert_eq!(anchors, wanted);
        }
    }
}
