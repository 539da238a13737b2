//! Noun phrases: the subject to the left of a verb, the source to the right of a cue, appositions.

use super::super::class::{Class, is_ing_noun};
use super::super::lexicon::Form;
use super::super::token::Paragraph;
use super::REACH;
use super::verb::{has_finite, is_adjective, is_finite, verb_form};
use std::ops::Range;

/// Whether the noun phrase may go on to the left over token `at`.
fn continues_left(p: &Paragraph, at: usize, sentence_start: usize) -> bool {
    let Some(token) = p.get(at) else { return false };
    let before = (at > sentence_start).then(|| p.before(at)).flatten();
    match token.class {
        Class::Determiner
        | Class::Possessive
        | Class::Preposition
        | Class::Number
        | Class::Name
        | Class::Word
        | Class::And => true,
        // "close to the negotiations", not "to negotiate"
        Class::To => p.get(at + 1).is_some_and(|n| {
            matches!(n.class, Class::Determiner | Class::Possessive | Class::Name | Class::Number)
        }),
        Class::Pronoun => token.is("one") || token.is("others"),
        Class::Day => token.possessive,
        Class::Verb => verb_form(p, at).is_none_or(|f| f == Form::Ing && is_ing_noun(&token.lower)),
        Class::VerbLike if token.lower.ends_with("ing") => {
            is_ing_noun(&token.lower)
                || before.is_some_and(|b| {
                    b.possessive
                        || matches!(
                            b.class,
                            Class::Determiner | Class::Possessive | Class::Preposition
                        )
                })
        }
        Class::VerbLike => is_adjective(p, at),
        Class::Adverb => {
            token.lower.ends_with("ly")
                && p.get(at + 1).is_some_and(|n| matches!(n.class, Class::VerbLike | Class::Word))
                && before.is_some_and(|b| b.class == Class::Determiner)
        }
        Class::Mark => {
            token.is_mark(&["%", "$", "€", "£", "/", "-", "'", "’", "#", "@"])
                && !(token.is_mark(&["'", "’"]) && before.is_none_or(|b| !b.possessive))
        }
        _ => false,
    }
}

/// Cuts an expression of time at the end: "the minister on Monday", "the minister last month".
fn without_time(p: &Paragraph, end: usize, floor: usize) -> usize {
    let mut end = end;
    while end > floor + 1 {
        let Some(last) = p.before(end) else { break };
        let unit = matches!(
            last.lower.trim_end_matches('s'),
            "week"
                | "month"
                | "year"
                | "day"
                | "night"
                | "weekend"
                | "decade"
                | "morning"
                | "evening"
        );
        let cut = if last.class == Class::Day && !last.possessive {
            1
        } else if unit
            && p.before(end - 1).is_some_and(|t| {
                matches!(t.lower.as_str(), "last" | "this" | "next" | "each" | "every")
            })
        {
            2
        } else {
            break;
        };
        if end < floor + cut + 1 {
            break;
        }
        end -= cut;
        if p.before(end).is_some_and(|t| matches!(t.lower.as_str(), "on" | "late" | "early"))
            && end > floor + 1
        {
            end -= 1;
        }
    }
    end
}

/// The noun phrase that ends before token `end`: prepositional phrases in it are kept ("the head of
/// the mission in Geneva"), adjuncts before it are not ("In a letter the minister").
pub(in super::super) fn noun_phrase_left(p: &Paragraph, end: usize) -> Option<Range<usize>> {
    let floor = p.sentence_of(end.checked_sub(1)?).start;
    let floor = floor.max(end.saturating_sub(REACH));
    let end = without_time(p, end, floor);
    let mut start = end;
    while start > floor && continues_left(p, start - 1, floor) {
        start -= 1;
        let token = p.get(start)?;
        let starts = matches!(token.class, Class::Determiner | Class::Possessive);
        if starts
            && start > floor
            && p.before(start)
                .is_some_and(|b| b.is_nominal() && !b.possessive || b.class == Class::Day)
        {
            break;
        }
    }
    let after_verb = start > floor && is_finite(p, start - 1);
    let and = (start..end).rev().find(|i| p.get(*i).is_some_and(|t| t.class == Class::And));
    if let Some(and) = and.filter(|a| after_verb && *a + 1 < end) {
        start = and + 1;
    }
    while start < end
        && p.get(start).is_some_and(|t| {
            matches!(t.class, Class::And | Class::Adverb)
                || t.class == Class::Mark && !t.is_mark(&["$", "€", "£", "@", "#"])
        })
    {
        start += 1;
    }
    if p.get(start).is_some_and(|t| t.class == Class::Preposition) {
        let core = (start..end).rev().find(|i| {
            p.get(*i).is_some_and(|t| t.class == Class::Preposition && !t.is("of") && !t.is("for"))
                || p.before(*i).is_some_and(|b| b.is_nominal() && !b.possessive && *i > start)
                    && p.get(*i)
                        .is_some_and(|t| matches!(t.class, Class::Determiner | Class::Possessive))
        })?;
        start = if p.get(core).is_some_and(|t| t.class == Class::Preposition) {
            core + 1
        } else {
            core
        };
    }
    let named = (start..end).any(|i| {
        p.get(i).is_some_and(|t| {
            t.is_nominal() || matches!(t.class, Class::Determiner | Class::Possessive)
        })
    });
    (start < end && named).then_some(start..end)
}

/// The subject of the verb group that begins at `group`: pronoun, relative pronoun, or noun phrase
/// with its appositions. `None` where the verb has none of its own (coordination, inversion).
pub(in super::super) fn subject_left(p: &Paragraph, group: usize) -> Option<Range<usize>> {
    let floor = p.sentence_of(group).start;
    let last = group.checked_sub(1).filter(|i| *i >= floor)?;
    let token = p.get(last)?;
    match token.class {
        Class::Relative => return (!token.is("whom")).then_some(last..group),
        Class::That => {
            let relative = last > floor && p.before(last).is_some_and(|b| b.is_nominal());
            return relative.then_some(last..group);
        }
        Class::Pronoun => return (!token.is("there")).then_some(last..group),
        Class::Mark if token.is_mark(&[")"]) => {
            let open = (floor..last)
                .rev()
                .take(14)
                .find(|i| p.get(*i).is_some_and(|t| t.is_mark(&["("])))?;
            return Some(noun_phrase_left(p, open)?.start..group);
        }
        Class::Mark if token.is_mark(&[",", "—", "–"]) => {
            let open = (floor + 1..last)
                .rev()
                .take(40)
                .find(|i| p.get(*i).is_some_and(|t| t.is_mark(&[token.lower.as_str()])))?;
            if (open..last).any(|i| p.get(i).is_some_and(|t| t.quote.is_some())) {
                return None;
            }
            return with_appositions(p, open, last, floor);
        }
        Class::And | Class::But | Class::Mark | Class::To | Class::Subordinator => return None,
        _ => {}
    }
    let found = noun_phrase_left(p, group)?;
    Some(
        over_relative_clause(p, found.start, floor).map_or(found.clone(), |start| start..found.end),
    )
}

/// "Members who have praised the plan warned": where the phrase before the relative pronoun begins,
/// when the noun phrase at `start` is the object of a relative clause.
fn over_relative_clause(p: &Paragraph, start: usize, floor: usize) -> Option<usize> {
    if start <= floor || !(is_finite(p, start - 1) || p.before(start)?.class == Class::VerbLike) {
        return None;
    }
    let from = floor.max(start.saturating_sub(6));
    let relative = (from..start)
        .rev()
        .find(|i| p.get(*i).is_some_and(|t| t.is("who")))
        .filter(|i| *i > floor && p.before(*i).is_some_and(|b| b.is_nominal()))?;
    noun_phrase_left(p, relative).map(|np| np.start)
}

/// "Ann Lee, the head of the panel, said": the noun phrase before the comma at `open`, with what
/// stands between the commas where that is an apposition.
fn with_appositions(
    p: &Paragraph,
    open: usize,
    close: usize,
    floor: usize,
) -> Option<Range<usize>> {
    if p.before(open).is_some_and(|t| t.class == Class::Pronoun) && open > floor {
        return Some(open - 1..open);
    }
    let mut head = noun_phrase_left(p, open)?;
    let first = p.get(open + 1)?;
    let apposed = matches!(
        first.class,
        Class::Determiner
            | Class::Name
            | Class::Word
            | Class::Number
            | Class::Possessive
            | Class::Relative
            | Class::Verb
            | Class::VerbLike
    ) && verb_form(p, open + 1) != Some(Form::Ing);
    for _ in 0..3 {
        let comma = head
            .start
            .checked_sub(1)
            .filter(|i| *i > floor && p.get(*i).is_some_and(|t| t.is_mark(&[","])));
        let Some(comma) = comma else { break };
        let Some(left) = noun_phrase_left(p, comma) else {
            break;
        };
        let name =
            p.get(left.start).is_some_and(|t| t.capital && t.class != Class::Day) && left.len() > 1;
        let bounded = left.start == floor
            || p.before(left.start).is_some_and(|b| {
                matches!(b.class, Class::Mark | Class::That | Class::But | Class::Subordinator)
                    || b.quote.is_some()
            });
        if !(name && bounded) || p.get(left.start).is_some_and(|t| t.class == Class::Preposition) {
            break;
        }
        head = left;
    }
    Some(head.start..if apposed { close } else { open })
}

/// The noun phrase that begins at `from`, with appositions: the source after the cue ("said Ann Lee,
/// head of the panel").
pub(in super::super) fn noun_phrase_right(p: &Paragraph, from: usize) -> Option<Range<usize>> {
    let ceiling = p.sentence_of(from).end.min(from + REACH);
    let mut end = from;
    if p.get(from).is_some_and(|t| matches!(t.class, Class::Pronoun | Class::ObjectPronoun)) {
        return Some(from..from + 1);
    }
    while end < ceiling {
        let token = p.get(end)?;
        let next = p.get(end + 1).filter(|_| end + 1 < ceiling);
        let goes_on = match token.class {
            Class::Determiner | Class::Possessive => {
                end == from
                    || p.before(end).is_some_and(|b| {
                        matches!(b.class, Class::Preposition | Class::And | Class::Determiner)
                            || b.is_mark(&[","])
                    })
            }
            Class::Name | Class::Word | Class::Number => true,
            Class::Day => token.possessive,
            Class::Preposition => {
                end > from
                    && (token.is("of")
                        || token.is("for")
                        || token.is("from")
                        || token.is("at") && next.is_some_and(|n| n.capital || n.is("the"))
                        || token.is("in") && next.is_some_and(|n| n.capital))
            }
            Class::And => {
                end > from
                    && next.is_some_and(|n| {
                        matches!(
                            n.class,
                            Class::Name | Class::Word | Class::Determiner | Class::Possessive
                        )
                    })
                    && !p.get(end + 2).is_some_and(|_| is_finite(p, end + 2))
            }
            Class::Verb => {
                verb_form(p, end).is_none()
                    || p.before(end).is_some_and(|b| matches!(b.class, Class::Determiner))
            }
            Class::VerbLike => is_ing_noun(&token.lower) || is_adjective(p, end),
            Class::Mark if token.is_mark(&[","]) => {
                end > from && apposition_follows(p, end, ceiling)
            }
            Class::Mark if token.is_mark(&["("]) => end > from,
            Class::Mark => token.is_mark(&["'", "’", "-", "/", ")", "@", "&", "%", "$"]),
            _ => false,
        };
        if !goes_on {
            break;
        }
        end += 1;
    }
    while end > from
        && p.before(end).is_some_and(|t| {
            matches!(t.class, Class::Preposition | Class::And | Class::Determiner)
                || t.is_mark(&[",", "(", "-"])
        })
    {
        end -= 1;
    }
    (end > from).then_some(from..end)
}

/// Whether the comma at `comma` opens an apposition: a noun phrase without a verb up to the next
/// comma or the end.
fn apposition_follows(p: &Paragraph, comma: usize, ceiling: usize) -> bool {
    let Some(first) = p.get(comma + 1).filter(|_| comma + 1 < ceiling) else {
        return false;
    };
    let opens = matches!(
        first.class,
        Class::Determiner
            | Class::Name
            | Class::Word
            | Class::Number
            | Class::Possessive
            | Class::Verb
    ) && verb_form(p, comma + 1).is_none();
    let end = (comma + 1..ceiling).take(30).find(|i| {
        p.get(*i).is_some_and(|t| t.is_mark(&[",", ";", ".", ":", "—", "–"]) || t.quote.is_some())
    });
    opens && !has_finite(p, comma + 1..end.unwrap_or(ceiling.min(comma + 30)))
}
