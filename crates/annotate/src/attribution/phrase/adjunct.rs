//! What stands around a report without being one: when, where and how it was said, datelines, dashes.

use super::super::class::Class;
use super::super::lexicon::Form;
use super::super::token::{Paragraph, Token};
use super::REACH;
use super::verb::verb_form;

/// Where a prepositional phrase or an expression of time that begins at `at` ends; `None` where none
/// begins. "in a statement", "on Monday", "to reporters", "last month".
pub(in super::super) fn adjunct_end(p: &Paragraph, at: usize) -> Option<usize> {
    let token = p.get(at)?;
    let ceiling = p.sentence_of(at).end;
    match token.class {
        Class::Day => return Some(at + 1),
        Class::Adverb => return Some(at + 1),
        Class::Determiner | Class::Word
            if matches!(token.lower.as_str(), "last" | "this" | "next" | "earlier") =>
        {
            let noun = p.get(at + 1)?;
            return (noun.class == Class::Day
                || matches!(
                    noun.lower.as_str(),
                    "week"
                        | "month"
                        | "year"
                        | "morning"
                        | "evening"
                        | "afternoon"
                        | "night"
                        | "weekend"
                ))
            .then_some(at + 2);
        }
        Class::Preposition | Class::To => {}
        Class::Subordinator
            if token.is("after")
                || token.is("before")
                || token.is("following")
                || token.is("as") => {}
        _ => return None,
    }
    let mut end = at + 1;
    while end < ceiling && end < at + 16 {
        let next = p.get(end)?;
        let inside = match next.class {
            Class::Determiner | Class::Possessive => {
                end == at + 1
                    || p.before(end).is_some_and(|b| {
                        matches!(
                            b.class,
                            Class::Preposition
                                | Class::To
                                | Class::Determiner
                                | Class::Subordinator
                                | Class::Day
                        )
                    })
            }
            Class::Name
            | Class::Word
            | Class::Number
            | Class::Day
            | Class::VerbLike
            | Class::Preposition
            | Class::ObjectPronoun
            | Class::To => true,
            Class::Verb => verb_form(p, end).is_none_or(|f| f == Form::Ing),
            Class::And => p
                .get(end + 1)
                .is_some_and(|n| matches!(n.class, Class::Name | Class::Word | Class::Determiner)),
            Class::Mark => next.is_mark(&["'", "’", "-", "@"]),
            _ => false,
        };
        if !inside {
            break;
        }
        end += 1;
    }
    (end > at + 1).then_some(end)
}

/// Skips adverbs and days: "called (on) Friday for".
pub(in super::super) fn skip_time(p: &Paragraph, at: usize) -> usize {
    let mut at = at;
    for _ in 0..3 {
        let on = usize::from(p.get(at).is_some_and(|t| t.is("on")));
        let day = p.get(at + on).is_some_and(|t| t.class == Class::Day && !t.possessive);
        if day {
            at += on + 1;
        } else if on == 0 && p.get(at).is_some_and(|t| t.class == Class::Adverb) {
            at += 1;
        } else {
            break;
        }
    }
    at
}

/// Skips the adjuncts that begin at `at`.
pub(in super::super) fn skip_adjuncts(p: &Paragraph, at: usize) -> usize {
    let mut at = at;
    for _ in 0..4 {
        match adjunct_end(p, at) {
            Some(end) => at = end,
            None => break,
        }
    }
    at
}

/// Where the report of the sentence `start..end` begins: after a dateline ("BRUSSELS (Agency) —"), a
/// source tag in parentheses, or a colon.
pub(in super::super) fn report_start(p: &Paragraph, start: usize, end: usize) -> usize {
    let mut from = start;
    if p.get(start).is_some_and(|t| t.is_mark(&["("]))
        && let Some(close) =
            (start..end.min(start + 6)).find(|i| p.get(*i).is_some_and(|t| t.is_mark(&[")"])))
    {
        from = close + 1;
    }
    let dash =
        (from..end.min(from + 12)).find(|i| p.get(*i).is_some_and(|t| t.is_mark(&["—", "–", "-"])));
    if let Some(dash) = dash
        && (from..dash).all(|i| {
            p.get(i).is_some_and(|t| {
                matches!(t.class, Class::Name | Class::Mark | Class::Day | Class::Number)
            })
        })
    {
        from = dash + 1;
        while p.get(from).is_some_and(|t| t.is("-")) {
            from += 1;
        }
    }
    let colon = (from..end.min(from + REACH)).rev().find(|i| {
        let blank = |t: &Token| p.get(*i + 1).is_some_and(|n| n.span.start() > t.span.end());
        p.get(*i).is_some_and(|t| t.is_mark(&[":"]) && t.quote.is_none() && blank(t))
    });
    colon.map(|c| c + 1).filter(|c| c + 4 < end).unwrap_or(from)
}

/// Nouns that name where or how something was said.
const OCCASIONS: &[&str] = &[
    "address",
    "article",
    "briefing",
    "call",
    "column",
    "conference",
    "email",
    "interview",
    "letter",
    "memo",
    "message",
    "note",
    "post",
    "press",
    "remarks",
    "report",
    "speech",
    "statement",
    "testimony",
    "tweet",
    "twitter",
    "video",
];

/// "in a statement", "at the press conference": how it was said, not what.
pub(super) fn is_occasion(p: &Paragraph, at: usize) -> bool {
    let preposition = p
        .get(at)
        .is_some_and(|t| matches!(t.lower.as_str(), "in" | "at" | "on" | "via" | "during"));
    preposition
        && (at + 1..at + 5)
            .take_while(|i| {
                p.get(*i).is_some_and(|t| {
                    t.is_nominal() || matches!(t.class, Class::Determiner | Class::Possessive)
                })
            })
            .any(|i| p.get(i).is_some_and(|t| OCCASIONS.contains(&t.lower.as_str())))
}

/// A dash with blanks around it, or a long one.
pub(super) fn is_dash(p: &Paragraph, at: usize) -> bool {
    let blank = |a: usize, b: usize| {
        p.get(a).zip(p.get(b)).is_some_and(|(a, b)| a.span.end() < b.span.start())
    };
    p.get(at).is_some_and(|t| t.is_mark(&["—"]))
        || p.get(at).is_some_and(|t| t.is_mark(&["-", "–"]))
            && at > 0
            && blank(at - 1, at)
            && blank(at, at + 1)
}

/// Whether a sentence or a stretch before a comma ends at `at`.
pub(in super::super) fn ends_here(p: &Paragraph, at: usize) -> bool {
    at >= p.sentence_of(at.saturating_sub(1)).end
        || p.get(at).is_some_and(|t| t.is_mark(&[".", ",", ";", "”", "\"", "—", "–"]))
}
