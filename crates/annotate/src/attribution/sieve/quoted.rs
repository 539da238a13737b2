//! Quotations with their reporting clause.
//!
//! - "…," said X / X said (told Y, added in a letter, …): after the quotation.
//! - X said: "…" / X said that "…" / X told Y, "…": before it.
//! - "…," X said. "…": the next quotation of the paragraph goes on where it has no clause of its own.
//! - A paragraph that is nothing but a quotation: spoken by whom the speaker step finds; neither
//!   source nor cue.
//!
//! A quotation inside a clause ("called it 'a step'") is left to the sieves of clauses.

use super::super::Reading;
use super::super::class::Class;
use super::super::lexicon::{Form, Frames};
use super::super::phrase::{clause_end, ends_here, is_finite, noun_phrase_right, skip_adjuncts};
use super::super::token::Paragraph;
use std::ops::Range;

/// Fewer words are a term, not an utterance, unless a reporting clause stands beside them.
const UTTERANCE: usize = 4;

/// A reporting clause.
struct Clause {
    cue: Option<usize>,
    source: Option<Range<usize>>,
    group: Range<usize>,
    end: usize,
}

/// Takes quotations.
pub(in super::super) fn find(r: &mut Reading) {
    let outer: Vec<usize> = (0..r.p.quotes.len())
        .filter(|i| r.p.quotes.get(*i).is_some_and(|q| q.depth == 0))
        .collect();
    for (n, index) in outer.iter().enumerate() {
        let Some(quote) = r.p.quotes.get(*index).cloned() else {
            continue;
        };
        if r.spoken.get(*index) == Some(&true) {
            continue;
        }
        let later = outer.get(n + 1..).unwrap_or_default();
        if let Some((clause, from)) = before(r, &quote.range) {
            let end = if ends_utterance(&r.p, &quote.range) {
                quote.range.end
            } else {
                clause_end(&r.p, quote.range.start, clause.group.start)
            };
            r.speak(*index);
            take(r, &clause);
            let content = from..end.max(quote.range.end);
            let content = extend(r, content, later, end.max(quote.range.end));
            finish(r, clause, content);
        } else if let Some(clause) = after(r, &quote.range) {
            let start = start_of_content(&r.p, &quote.range);
            take(r, &clause);
            r.speak(*index);
            let content = extend(r, start..quote.range.end, later, clause.end);
            finish(r, clause, content);
        } else if fills_paragraph(&r.p, &quote.range) || is_reopened(&r.p, *index) {
            r.speak(*index);
            r.push_one(None, None, quote.range);
        }
    }
}

/// Takes the cue first, so that it is not found again before the quotations that follow.
fn take(r: &mut Reading, clause: &Clause) {
    if let Some(cue) = clause.cue {
        r.take(cue);
    }
}

fn finish(r: &mut Reading, clause: Clause, content: Vec<Range<usize>>) {
    r.push(clause.source, Some(clause.group), content);
}

/// Whether the quotation ends as an utterance does: a stop or a comma before its closing mark, or
/// nothing after it.
fn ends_utterance(p: &Paragraph, quote: &Range<usize>) -> bool {
    let inner = p.get(quote.end.saturating_sub(2));
    inner.is_some_and(|t| t.is_mark(&[".", "!", "?", "…", ","]))
        || p.sentence_of(quote.end - 1).end <= quote.end
        || p.get(quote.end).is_some_and(|t| t.is_mark(&[".", ";"]))
}

/// The reporting clause right before the quotation, and where its content begins.
fn before(r: &Reading, quote: &Range<usize>) -> Option<(Clause, usize)> {
    let p = &r.p;
    let floor = p.sentence_of(quote.start).start;
    let cues = r.cues.partition_point(|c| c.head < quote.start);
    let index = (0..cues)
        .rev()
        .take_while(|i| r.cues.get(*i).is_some_and(|c| c.head >= floor))
        .find(|i| {
            r.taken.get(*i) == Some(&false)
                && r.cues.get(*i).is_some_and(|c| c.has(Frames::QUOTATION) && !c.passive)
        })?;
    let cue = r.cues.get(index)?;
    if p.get(cue.head).is_some_and(|t| t.quote.is_some()) || cue.bare_infinitive {
        return None;
    }
    // 'The pact, he said, "will fall"': the quotation goes on with the clause before.
    let medial = cue.own_subject
        && cue.subject.as_ref().is_some_and(|s| {
            s.start > floor + 1 && p.before(s.start).is_some_and(|t| t.is_mark(&[","]))
        })
        && p.get(quote.start + 1).is_some_and(|t| !t.capital);
    if medial {
        return None;
    }
    let after = cue.after();
    let mut at = skip_adjuncts(p, after);
    if at < quote.start && cue.has(Frames::HEARER) {
        at = (at..quote.start)
            .find(|i| p.get(*i).is_some_and(|t| t.class == Class::Mark || t.class == Class::That))
            .unwrap_or(quote.start);
    }
    let mut from = quote.start;
    let direct = match quote.start.checked_sub(at)? {
        0 => true,
        1 => p.get(at).is_some_and(|t| t.class == Class::That || t.is_mark(&[":", ","])),
        _ => false,
    };
    if !direct {
        // "said: It was “a step”" belongs to clauses; "said in a letter, dated Monday: “…”" is direct.
        let colon = p.before(quote.start).is_some_and(|t| t.is_mark(&[":"]))
            && !(after..quote.start).any(|i| is_finite(p, i));
        if !colon {
            return None;
        }
        from = quote.start;
    }
    Some((
        Clause {
            cue: Some(index),
            source: cue.subject.clone(),
            group: cue.group.clone(),
            end: quote.end,
        },
        from,
    ))
}

/// The reporting clause after the quotation.
fn after(r: &Reading, quote: &Range<usize>) -> Option<Clause> {
    let p = &r.p;
    let inner = p.get(quote.end.checked_sub(2)?)?;
    let sentence = p.sentence_of(quote.end.saturating_sub(1));
    let mut from = quote.end;
    if p.get(from).is_some_and(|t| t.is_mark(&[",", "—", "–", "-"])) {
        from += 1;
    } else if !inner.is_mark(&[",", "?", "!", "…", "—", "–", "."]) && quote.len() < UTTERANCE + 2
    {
        return None;
    }
    if from >= sentence.end {
        return None;
    }
    if p.get(from).is_some_and(|t| matches!(t.class, Class::And | Class::But)) {
        return None;
    }
    while p.get(from).is_some_and(|t| t.class == Class::Adverb) {
        from += 1;
    }
    let first = r.cues.partition_point(|c| c.head < from);
    for index in first..first + 3 {
        let Some(cue) = r.cues.get(index).filter(|c| c.head < sentence.end) else {
            break;
        };
        if r.taken.get(index) == Some(&true)
            || !cue.has(Frames::QUOTATION)
            || cue.passive
            || cue.form == Form::Ing
        {
            continue;
        }
        if cue.group.start <= from {
            let source = noun_phrase_right(p, cue.after()).filter(|s| s.start < sentence.end);
            let end = source.as_ref().map_or(cue.after(), |s| s.end);
            return Some(Clause { cue: Some(index), source, group: cue.group.clone(), end });
        }
        // '"…" in the region, said the minister': the clause goes on to the cue.
        if !cue.own_subject && p.before(cue.group.start).is_some_and(|t| t.is_mark(&[","])) {
            return None;
        }
        // '"…" in the region, the minister said': the clause goes on to the subject.
        let trails = cue.own_subject
            && cue.subject.as_ref().is_some_and(|s| {
                s.start > from + 1 && p.before(s.start).is_some_and(|t| t.is_mark(&[","]))
            });
        if trails {
            return None;
        }
        let own = cue.subject.clone().filter(|s| cue.own_subject && s.start == from);
        let named = own.or_else(|| {
            let plain = (from..cue.group.start)
                .all(|i| !is_finite(p, i) && p.get(i).is_some_and(|t| t.quote.is_none()));
            let named = p
                .get(from)
                .is_some_and(|t| !matches!(t.class, Class::And | Class::But | Class::Preposition));
            (plain && named).then_some(from..cue.group.start)
        });
        let source = named?;
        let end = skip_adjuncts(p, cue.after());
        return Some(Clause {
            cue: Some(index),
            source: Some(source),
            group: cue.group.clone(),
            end,
        });
    }
    None
}

/// Text before the quotation in its sentence belongs to what is said: 'The pact was "dead," he said.'
fn start_of_content(p: &Paragraph, quote: &Range<usize>) -> usize {
    let sentence = p.sentence_of(quote.start);
    let opens = p.before(quote.start).is_none_or(|t| t.is_mark(&[":", ","]) || t.quote.is_some());
    if quote.start <= sentence.start || opens && quote.start <= sentence.start + 2 {
        quote.start
    } else {
        sentence.start
    }
}

/// Adds the quotations that follow in the paragraph without a reporting clause of their own.
fn extend(
    r: &mut Reading,
    first: Range<usize>,
    later: &[usize],
    clause_end: usize,
) -> Vec<Range<usize>> {
    let mut content = vec![first];
    let mut at = clause_end;
    for index in later {
        let Some(quote) = r.p.quotes.get(*index).map(|q| q.range.clone()) else {
            break;
        };
        let p = &r.p;
        if is_reopened(p, *index) {
            break;
        }
        let sentence = p.sentence_of(quote.start);
        let resumed = quote.start <= sentence.start + 1
            && quote.start > at
            && p.sentence_of(at.saturating_sub(1)).end >= sentence.start
            || p.before(quote.start).is_some_and(|t| t.is_mark(&[","]))
                && p.sentence_of(at.saturating_sub(1)).contains(&quote.start)
                && gap_is_plain(p, at, quote.start);
        let adjacent = quote.start <= at + 1;
        if !(resumed || adjacent)
            || r.spoken.get(*index) == Some(&true)
            || before(r, &quote).is_some()
            || after(r, &quote).is_some()
        {
            break;
        }
        let rest = p.sentence_of(quote.end.saturating_sub(1)).end;
        if quote.end + 1 < rest && !ends_here(p, quote.end) {
            break;
        }
        at = quote.end;
        r.speak(*index);
        content.push(quote);
    }
    content
}

fn gap_is_plain(p: &Paragraph, from: usize, to: usize) -> bool {
    !(from..to).any(|i| is_finite(p, i))
}

/// Whether the quotation opens where the one before was left open: paragraphs of a speech that were
/// run into one line. Each counts for itself, as it does on a line of its own.
fn is_reopened(p: &Paragraph, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|i| p.quotes.get(i));
    let this = p.quotes.get(index);
    before.zip(this).is_some_and(|(before, this)| {
        !before.closed && before.range.end == this.range.start && this.range.len() > UTTERANCE + 2
    })
}

/// A paragraph that is one quotation and no more.
fn fills_paragraph(p: &Paragraph, quote: &Range<usize>) -> bool {
    quote.len() > UTTERANCE + 2 && !p.heading && quote.start == 0 && quote.end + 1 >= p.tokens.len()
}
