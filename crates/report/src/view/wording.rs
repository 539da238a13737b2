//! Readings of one point under each other, with the words marked in which they differ.

use super::sources::Cite;
use super::table::{Manner, PointRow, Table};
use rapporteur_core::{Span, words};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The readings of one point, one entry for each wording.
pub(crate) struct Wording<'a> {
    /// Number of the point.
    pub(crate) number: usize,
    pub(crate) speaker: Option<&'a str>,
    /// Whether at least two of the wordings are quoted: those a reader compares first.
    pub(crate) quoted: bool,
    pub(crate) lines: Vec<WordingLine<'a>>,
}

/// One wording, with all who carry it.
pub(crate) struct WordingLine<'a> {
    /// The first reading with these words.
    pub(crate) cite: Cite<'a>,
    pub(crate) manner: Manner,
    /// Further readings with the same words.
    pub(crate) same: Vec<Cite<'a>>,
    /// The words in pieces, with whether they differ from the other wordings.
    pub(crate) pieces: Vec<(&'a str, bool)>,
}

/// Longer readings are shown without marks: their comparison would cost more than it shows.
const MOST_WORDS: usize = 300;

/// With less than this share of words in common two readings tell the point in words of their own,
/// and marking nearly all of them would show nothing.
const LEAST_COMMON: f64 = 0.3;

pub(super) fn build<'a>(table: &Table<'a>) -> Vec<Wording<'a>> {
    table.shared.iter().filter_map(wording).collect()
}

fn wording<'a>(row: &PointRow<'a>) -> Option<Wording<'a>> {
    let mut lines: Vec<(WordingLine<'a>, Vec<words::Word>)> = Vec::new();
    for reading in row.readings() {
        let whole = Span::new(0, reading.cite.words.len());
        let folded = words::words(reading.cite.words, whole);
        let known = lines.iter_mut().find(|(line, other)| {
            (line.manner == Manner::Quoted) == (reading.manner == Manner::Quoted)
                && other.iter().map(|w| &w.folded).eq(folded.iter().map(|w| &w.folded))
        });
        if let Some((line, _)) = known {
            line.same.push(reading.cite);
            continue;
        }
        let line = WordingLine {
            cite: reading.cite,
            manner: reading.manner,
            same: Vec::new(),
            pieces: Vec::new(),
        };
        lines.push((line, folded));
    }
    if lines.len() < 2 {
        return None;
    }
    // The gist stands first: the others are compared with it.
    if let Some(at) =
        lines.iter().position(|(line, _)| line.cite == row.gist || line.same.contains(&row.gist))
    {
        lines[..=at].rotate_right(1);
    }
    let marks = differing(&lines);
    let lines: Vec<WordingLine> = lines
        .into_iter()
        .zip(marks)
        .map(|((mut line, folded), marks)| {
            line.pieces = pieces(line.cite.words, &folded, &marks);
            line
        })
        .collect();
    let quoted = lines
        .iter()
        .filter(|line| matches!(line.manner, Manner::Quoted | Manner::PartlyQuoted))
        .count()
        > 1;
    Some(Wording { number: row.number, speaker: row.speaker, quoted, lines })
}

/// For each wording, which of its words differ: from the first wording, and in the first one those
/// that no other has.
fn differing(lines: &[(WordingLine, Vec<words::Word>)]) -> Vec<Vec<bool>> {
    let mut marks: Vec<Vec<bool>> = lines.iter().map(|(_, w)| vec![false; w.len()]).collect();
    let Some((_, first)) = lines.first() else {
        return marks;
    };
    let first: Vec<&str> = first.iter().map(|w| w.folded.as_str()).collect();
    let mut found = vec![false; first.len()];
    let mut compared = false;
    for ((_, other), marks) in lines.iter().zip(&mut marks).skip(1) {
        let other: Vec<&str> = other.iter().map(|w| w.folded.as_str()).collect();
        let Some((in_first, in_other)) = common(&first, &other) else {
            continue;
        };
        compared = true;
        for (mark, known) in marks.iter_mut().zip(in_other) {
            *mark = !known;
        }
        for (known, here) in found.iter_mut().zip(in_first) {
            *known |= here;
        }
    }
    if let Some(marks) = marks.first_mut().filter(|_| compared) {
        for (mark, known) in marks.iter_mut().zip(found) {
            *mark = !known;
        }
    }
    marks
}

/// Which words of `a` and of `b` stand in both, in order (Myers 1986); `None` where they have too
/// little in common, or are too long.
fn common(a: &[&str], b: &[&str]) -> Option<(Vec<bool>, Vec<bool>)> {
    if a.is_empty() || b.is_empty() || a.len() > MOST_WORDS || b.len() > MOST_WORDS {
        return None;
    }
    let mut in_a = vec![false; a.len()];
    let mut in_b = vec![false; b.len()];
    let mut shared = 0;
    for op in capture_diff_slices(Algorithm::Myers, a, b) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            shared += len;
            in_a.iter_mut().skip(old_index).take(len).for_each(|w| *w = true);
            in_b.iter_mut().skip(new_index).take(len).for_each(|w| *w = true);
        }
    }
    let least = a.len().min(b.len());
    (shared as f64 >= LEAST_COMMON * least as f64).then_some((in_a, in_b))
}

/// `text` cut where marked words begin and end; marked words next to each other make one piece.
fn pieces<'a>(text: &'a str, words: &[words::Word], marks: &[bool]) -> Vec<(&'a str, bool)> {
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    let mut joined = false;
    for (word, &mark) in words.iter().zip(marks) {
        if mark {
            match cuts.last_mut().filter(|_| joined) {
                Some(last) => last.1 = word.span.end(),
                None => cuts.push((word.span.start(), word.span.end())),
            }
        }
        joined = mark;
    }
    let mut out = Vec::new();
    let mut at = 0;
    for (start, end) in cuts {
        out.extend(text.get(at..start).map(|piece| (piece, false)));
        out.extend(text.get(start..end).map(|piece| (piece, true)));
        at = end;
    }
    out.extend(text.get(at..).map(|piece| (piece, false)));
    out.retain(|(piece, _)| !piece.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(a: &str, b: &str) -> (String, String) {
        let fold = |text: &str| words::words(text, Span::new(0, text.len()));
        let (wa, wb) = (fold(a), fold(b));
        let list = |w: &[words::Word]| w.iter().map(|w| w.folded.clone()).collect::<Vec<_>>();
        let (la, lb) = (list(&wa), list(&wb));
        let (la, lb): (Vec<&str>, Vec<&str>) =
            (la.iter().map(String::as_str).collect(), lb.iter().map(String::as_str).collect());
        let (ma, mb) = common(&la, &lb).unwrap();
        let show = |text: &str, w: &[words::Word], known: Vec<bool>| {
            let marks: Vec<bool> = known.into_iter().map(|k| !k).collect();
            pieces(text, w, &marks)
                .into_iter()
                .map(|(p, m)| if m { format!("[{p}]") } else { p.to_owned() })
                .collect()
        };
        (show(a, &wa, ma), show(b, &wb, mb))
    }

    #[test]
    fn differing_words_are_marked() {
        assert_eq!(
            marked(
                "a real risk of a new armed conflict",
                "a real risk of new armed conflicts in Europe"
            ),
            (
                "a real risk of [a] new armed [conflict]".to_owned(),
                "a real risk of new armed [conflicts in Europe]".to_owned()
            )
        );
    }

    #[test]
    fn words_of_their_own_are_not_compared() {
        assert!(common(&["yes", "we", "can"], &["nobody", "knows", "that"]).is_none());
    }
}
