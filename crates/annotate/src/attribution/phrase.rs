//! Light phrase structure: which words are verbs, where the subject of a verb begins, where a
//! clause, a verb phrase or an object ends. Every search stops at the sentence and after
//! [`REACH`] tokens.

use super::class::{Class, is_ing_noun};
use super::lexicon::{Form, Frames};
use super::token::{Paragraph, Token};
use std::ops::Range;

/// No phrase of news is longer; the bound keeps every search linear.
pub(super) const REACH: usize = 160;

/// The form in which the token is a verb here; `None` where it is a noun, an adjective or no verb.
pub(super) fn verb_form(p: &Paragraph, at: usize) -> Option<Form> {
    let token = p.get(at)?;
    if token.class != Class::Verb || token.possessive {
        return None;
    }
    let sentence = p.sentence_of(at);
    let before = (at > sentence.start).then(|| p.before(at)).flatten();
    let after = p.get(at + 1).filter(|_| at + 1 < sentence.end);
    let noun = token
        .attributing()
        .is_none_or(|(_, v)| v.frames.has(Frames::NOUN));
    let nominal_slot = before.is_some_and(|b| {
        b.possessive
            || matches!(
                b.class,
                Class::Determiner | Class::Possessive | Class::Number
            )
    });
    if token.has_form(&[Form::Ing]) {
        // "a credit reporting agency"
        let compound = noun
            && before.is_some_and(|b| b.class == Class::Word)
            && after.is_some_and(|a| a.class == Class::Word);
        return (!compound
            && (!nominal_slot || before.is_some_and(|b| b.class == Class::Possessive)))
        .then_some(Form::Ing);
    }
    let infinitive = before.is_some_and(|b| {
        matches!(b.class, Class::To | Class::Modal | Class::Not)
            || b.is("do")
            || b.is("did")
            || b.is("does")
            || b.is("didn't")
            || b.is("doesn't")
            || b.is("don't")
    });
    if infinitive && token.has_form(&[Form::Base]) {
        return Some(Form::Base);
    }
    if token.has_form(&[Form::Past, Form::Participle]) {
        let adjective =
            nominal_slot && after.is_some_and(|a| a.is_nominal() || a.class == Class::Mark);
        let modifier = before.is_some_and(|b| b.class == Class::Preposition && !b.is("by"))
            && after.is_some_and(Token::is_nominal);
        // "insist that alleged offenders …": the word before is no relative pronoun.
        let complementizer = at > sentence.start + 1
            && before.is_some_and(|b| b.class == Class::That)
            && p.get(at - 2)
                .is_some_and(|b| matches!(b.class, Class::Verb | Class::VerbLike))
            && after.is_some_and(Token::is_nominal);
        let form = if token.has_form(&[Form::Past]) {
            Form::Past
        } else {
            Form::Participle
        };
        return (!adjective && !modifier && !nominal_slot && !complementizer).then_some(form);
    }
    if nominal_slot || before.is_some_and(|b| b.class == Class::Preposition) {
        return None;
    }
    let complement = after.is_some_and(|a| {
        matches!(
            a.class,
            Class::That
                | Class::Determiner
                | Class::Possessive
                | Class::Pronoun
                | Class::ObjectPronoun
                | Class::Wh
                | Class::To
                | Class::Name
                | Class::Number
        ) || a.is_mark(&["\"", "“", "‘", "„", "«"])
    });
    if token.has_form(&[Form::Third]) {
        let subject = before.is_some_and(|b| {
            matches!(
                b.class,
                Class::Pronoun | Class::Relative | Class::That | Class::Adverb | Class::Name
            ) || b.is_mark(&[",", ")", ":", "”", "\""])
        });
        // "…, the Herald reports."
        let ends_report = noun
            && token
                .attributing()
                .is_some_and(|(_, v)| v.frames.has(Frames::QUOTATION))
            && after.is_none_or(|a| a.is_mark(&[".", ","]))
            && follows_report(p, at, sentence.start);
        let plain = before.is_some_and(|b| {
            matches!(
                b.class,
                Class::Word | Class::VerbLike | Class::And | Class::Day
            )
        }) && !(noun && is_in_object(p, at, sentence.start));
        let ok = if noun {
            ends_report
                || (subject
                    && (complement
                        || after
                            .is_some_and(|a| matches!(a.class, Class::Word | Class::Preposition))))
                || (plain && complement && !after.is_some_and(|a| a.class == Class::Mark))
        } else {
            subject || plain
        };
        return ok.then_some(Form::Third);
    }
    let subject =
        before.is_some_and(|b| matches!(b.class, Class::Pronoun | Class::Relative | Class::Adverb));
    let plural = before.is_some_and(|b| {
        matches!(b.class, Class::Word | Class::Name | Class::Verb)
            && b.lower.ends_with('s')
            && !b.lower.ends_with("ss")
            || matches!(
                b.lower.as_str(),
                "people"
                    | "police"
                    | "men"
                    | "women"
                    | "many"
                    | "others"
                    | "some"
                    | "most"
                    | "children"
            )
    });
    let ok = if noun {
        (subject || plural) && complement
    } else {
        // No noun looks like it, so whatever noun stands before is the subject.
        let nominal = before.is_some_and(|b| b.class == Class::And || b.is_nominal());
        subject || plural || nominal
    };
    ok.then_some(Form::Base)
}

/// Whether a short name stands between the token and a comma or a quotation.
fn follows_report(p: &Paragraph, at: usize, floor: usize) -> bool {
    let name = |i: &usize| {
        p.get(*i)
            .is_some_and(|t| matches!(t.class, Class::Name | Class::Determiner | Class::Word))
    };
    let first = (floor.max(at.saturating_sub(6))..at)
        .rev()
        .find(|i| !name(i));
    first
        .filter(|i| *i + 1 < at && *i > floor)
        .is_some_and(|i| {
            p.get(i).is_some_and(|t| t.is_mark(&[",", "”", "\""]))
                && (i + 1..at).any(|i| p.get(i).is_some_and(|t| t.class == Class::Name))
        })
}

/// Whether the nouns before the token stand after a verb or a preposition: "denied preliminary
/// reports", "of the security demands".
fn is_in_object(p: &Paragraph, at: usize, floor: usize) -> bool {
    let first = (floor.max(at.saturating_sub(4))..at).rev().find(|i| {
        !p.get(*i)
            .is_some_and(|t| matches!(t.class, Class::Word | Class::Name | Class::Number))
    });
    first.and_then(|i| p.get(i)).is_some_and(|t| {
        matches!(t.class, Class::Preposition | Class::VerbLike)
            || t.class == Class::Verb && t.has_form(&[Form::Past, Form::Third])
    })
}

/// Whether the token is a verb that makes a clause, or an auxiliary.
pub(super) fn is_finite(p: &Paragraph, at: usize) -> bool {
    let Some(token) = p.get(at) else { return false };
    match token.class {
        Class::Modal => true,
        Class::Auxiliary => !matches!(token.lower.as_str(), "be" | "been" | "being" | "having"),
        Class::Pronoun => token.lower.contains('\''),
        Class::Verb => matches!(
            verb_form(p, at),
            Some(Form::Third | Form::Past | Form::Base)
        ),
        Class::VerbLike => token.lower.ends_with("ed") && !is_adjective(p, at),
        _ => false,
    }
}

/// "-ed" before a noun and after a determiner: "the armed men", "newly elected leaders".
fn is_adjective(p: &Paragraph, at: usize) -> bool {
    let before = p.before(at);
    let after = p.get(at + 1);
    before.is_none_or(|b| {
        b.possessive
            || matches!(
                b.class,
                Class::Determiner
                    | Class::Possessive
                    | Class::Preposition
                    | Class::Number
                    | Class::And
                    | Class::Mark
            )
            || b.class == Class::Adverb && b.lower.ends_with("ly")
    }) && after.is_some_and(Token::is_nominal)
}

/// Whether any finite verb stands in the range.
pub(super) fn has_finite(p: &Paragraph, range: Range<usize>) -> bool {
    range.take(REACH).any(|i| is_finite(p, i))
}

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
            matches!(
                n.class,
                Class::Determiner | Class::Possessive | Class::Name | Class::Number
            )
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
                && p.get(at + 1)
                    .is_some_and(|n| matches!(n.class, Class::VerbLike | Class::Word))
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
                matches!(
                    t.lower.as_str(),
                    "last" | "this" | "next" | "each" | "every"
                )
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
        if p.before(end)
            .is_some_and(|t| matches!(t.lower.as_str(), "on" | "late" | "early"))
            && end > floor + 1
        {
            end -= 1;
        }
    }
    end
}

/// The noun phrase that ends before token `end`: prepositional phrases in it are kept ("the head of
/// the mission in Geneva"), adjuncts before it are not ("In a letter the minister").
pub(super) fn noun_phrase_left(p: &Paragraph, end: usize) -> Option<Range<usize>> {
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
    let and = (start..end)
        .rev()
        .find(|i| p.get(*i).is_some_and(|t| t.class == Class::And));
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
            p.get(*i)
                .is_some_and(|t| t.class == Class::Preposition && !t.is("of") && !t.is("for"))
                || p.before(*i)
                    .is_some_and(|b| b.is_nominal() && !b.possessive && *i > start)
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
pub(super) fn subject_left(p: &Paragraph, group: usize) -> Option<Range<usize>> {
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
            let open = (floor + 1..last).rev().take(40).find(|i| {
                p.get(*i)
                    .is_some_and(|t| t.is_mark(&[token.lower.as_str()]))
            })?;
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
        let name = p
            .get(left.start)
            .is_some_and(|t| t.capital && t.class != Class::Day)
            && left.len() > 1;
        let bounded = left.start == floor
            || p.before(left.start).is_some_and(|b| {
                matches!(
                    b.class,
                    Class::Mark | Class::That | Class::But | Class::Subordinator
                ) || b.quote.is_some()
            });
        if !(name && bounded)
            || p.get(left.start)
                .is_some_and(|t| t.class == Class::Preposition)
        {
            break;
        }
        head = left;
    }
    Some(head.start..if apposed { close } else { open })
}

/// The noun phrase that begins at `from`, with appositions: the source after the cue ("said Ann Lee,
/// head of the panel").
pub(super) fn noun_phrase_right(p: &Paragraph, from: usize) -> Option<Range<usize>> {
    let ceiling = p.sentence_of(from).end.min(from + REACH);
    let mut end = from;
    if p.get(from)
        .is_some_and(|t| matches!(t.class, Class::Pronoun | Class::ObjectPronoun))
    {
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
                    || p.before(end)
                        .is_some_and(|b| matches!(b.class, Class::Determiner))
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
        p.get(*i)
            .is_some_and(|t| t.is_mark(&[",", ";", ".", ":", "—", "–"]) || t.quote.is_some())
    });
    opens && !has_finite(p, comma + 1..end.unwrap_or(ceiling.min(comma + 30)))
}

/// Where a prepositional phrase or an expression of time that begins at `at` ends; `None` where none
/// begins. "in a statement", "on Monday", "to reporters", "last month".
pub(super) fn adjunct_end(p: &Paragraph, at: usize) -> Option<usize> {
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

/// Skips the adjuncts that begin at `at`.
pub(super) fn skip_adjuncts(p: &Paragraph, at: usize) -> usize {
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
pub(super) fn report_start(p: &Paragraph, start: usize, end: usize) -> usize {
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
                matches!(
                    t.class,
                    Class::Name | Class::Mark | Class::Day | Class::Number
                )
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
        p.get(*i)
            .is_some_and(|t| t.is_mark(&[":"]) && t.quote.is_none() && blank(t))
    });
    colon.map(|c| c + 1).filter(|c| c + 4 < end).unwrap_or(from)
}

fn is_attributing_participle(p: &Paragraph, at: usize) -> bool {
    let mut at = at;
    while p.get(at).is_some_and(|t| t.class == Class::Adverb) {
        at += 1;
    }
    verb_form(p, at) == Some(Form::Ing) && p.get(at).and_then(|t| t.attributing()).is_some()
}

/// A finite attributing verb at `at`, adverbs and auxiliaries before it allowed.
fn is_attributing_verb(p: &Paragraph, at: usize) -> bool {
    let mut at = at;
    while p
        .get(at)
        .is_some_and(|t| matches!(t.class, Class::Adverb | Class::Auxiliary))
    {
        at += 1;
    }
    matches!(verb_form(p, at), Some(Form::Past | Form::Third))
        && p.get(at)
            .and_then(|t| t.attributing())
            .is_some_and(|(_, v)| !v.frames.has(Frames::MIND) && !v.frames.has(Frames::FINDING))
}

/// Whether "X said" stands at `at` and nothing but adjuncts comes after it.
fn is_trailing_attribution(p: &Paragraph, at: usize) -> bool {
    let ceiling = p.sentence_of(at).end;
    let verb = (at + 1..ceiling.min(at + 30)).find(|i| is_finite(p, *i));
    verb.is_some_and(|v| {
        let head = (v..ceiling.min(v + 4)).find(|i| {
            !p.get(*i)
                .is_some_and(|t| matches!(t.class, Class::Auxiliary | Class::Adverb))
        });
        head.is_some_and(|h| {
            p.get(h)
                .and_then(|t| t.attributing())
                .is_some_and(|(_, verb)| verb.frames.has(Frames::QUOTATION))
                && matches!(verb_form(p, h), Some(Form::Past | Form::Third | Form::Base))
                && subject_left(p, v).is_some_and(|s| s.start == at)
                && ends_here(p, skip_adjuncts(p, h + 1))
        })
    })
}

/// Whether a sentence or a stretch before a comma ends at `at`.
pub(super) fn ends_here(p: &Paragraph, at: usize) -> bool {
    at >= p.sentence_of(at.saturating_sub(1)).end
        || p.get(at)
            .is_some_and(|t| t.is_mark(&[".", ",", ";", "”", "\"", "—", "–"]))
}

/// Up to where text that begins at `start` may reach: its sentence, and its quotation where both
/// `start` and the cue at `cue` stand inside the same.
fn ceiling(p: &Paragraph, start: usize, cue: usize) -> usize {
    let mut end = p.sentence_of(start).end.min(start + REACH);
    if let (Some(a), Some(b)) = (
        p.get(start).and_then(|t| t.quote),
        p.get(cue).and_then(|t| t.quote),
    ) && a == b
        && let Some(quote) = p.quotes.get(a)
    {
        end = end.min(quote.range.end);
    }
    end
}

/// Whether the verb at `cue` stands in a relative clause or is a participle, so that the verb of the
/// main clause is still to come: "the groups, who claim to speak for it, have …".
fn is_in_relative(p: &Paragraph, cue: usize) -> bool {
    let group = (0..=cue).rev().take(6).find(|i| {
        p.before(*i).is_none_or(|t| {
            !matches!(
                t.class,
                Class::Auxiliary | Class::Adverb | Class::Not | Class::Modal
            )
        })
    });
    let relative = group
        .and_then(|g| p.before(g))
        .is_some_and(|t| t.class == Class::Relative);
    relative || verb_form(p, cue) == Some(Form::Ing)
}

/// "while the others …", "even though …": the writer sets something against what was said.
fn is_concession(p: &Paragraph, at: usize) -> bool {
    let at = at + usize::from(p.get(at).is_some_and(|t| t.is("even")));
    p.get(at).is_some_and(|t| {
        matches!(
            t.lower.as_str(),
            "while" | "though" | "although" | "whereas"
        )
    })
}

/// Where the clause that begins at `start`, governed by the verb at `cue`, ends.
pub(super) fn clause_end(p: &Paragraph, start: usize, cue: usize) -> usize {
    let ceiling = ceiling(p, start, cue);
    let home = p.get(cue).and_then(|t| t.quote);
    let reduced = is_in_relative(p, cue);
    let mut at = start + 1;
    while at < ceiling {
        let Some(token) = p.get(at) else { break };
        // Words inside a quotation that the clause has entered do not end it.
        if let Some(quote) = token.quote.filter(|q| Some(*q) != home)
            && let Some(quote) = p.quotes.get(quote)
        {
            at = quote.range.end.max(at + 1);
            continue;
        }
        if home.is_some() && token.quote.is_none() {
            break;
        }
        let stops = match token.class {
            Class::Mark if token.is_mark(&[";"]) => true,
            Class::Mark if token.is_mark(&[","]) => {
                let next = at + 1;
                is_attributing_participle(p, next)
                    || p.get(next).is_some_and(|t| t.is("according"))
                    || p.get(next)
                        .is_some_and(|t| matches!(t.class, Class::And | Class::But))
                        && is_attributing_verb(p, next + 1)
                    || is_concession(p, next)
                    || reduced
                        && is_finite(p, next)
                        && p.get(next).is_some_and(|t| t.quote.is_none())
                    || is_trailing_attribution(p, next)
            }
            // A dash that no second one closes: the writer adds something.
            Class::Mark if is_dash(p, at) => {
                !(at + 1..ceiling).any(|i| is_dash(p, i)) && home.is_none()
            }
            Class::And | Class::But => is_attributing_verb(p, at + 1),
            Class::Word => {
                token.is("according") && p.get(at + 1).is_some_and(|t| t.class == Class::To)
            }
            _ => false,
        };
        if stops {
            return at;
        }
        at += 1;
    }
    ceiling
}

/// Where the noun phrase or verb phrase that begins at `start` ends: earlier than a clause, at the
/// first comma that opens no list, at a subordinate clause, at the next coordinated verb.
pub(super) fn object_end(p: &Paragraph, start: usize, cue: usize) -> usize {
    let clause = clause_end(p, start, cue);
    let home = p.get(cue).and_then(|t| t.quote);
    let mut at = start + 1;
    while at < clause {
        let Some(token) = p.get(at) else { break };
        if let Some(quote) = token.quote.filter(|q| Some(*q) != home)
            && let Some(quote) = p.quotes.get(quote)
        {
            at = quote.range.end.max(at + 1);
            continue;
        }
        let next = p.get(at + 1);
        let stops = match token.class {
            Class::Mark if token.is_mark(&[","]) => !goes_on_after_comma(p, at, clause),
            Class::Mark => {
                token.is_mark(&[";", ":"])
                    || is_dash(p, at)
                        && !next.is_some_and(|n| {
                            matches!(
                                n.lower.as_str(),
                                "including" | "such" | "specifically" | "especially"
                            )
                        })
            }
            Class::Subordinator => !matches!(token.lower.as_str(), "as" | "than" | "if"),
            Class::Wh => token.is("when"),
            Class::Preposition => {
                is_occasion(p, at)
                    || matches!(token.lower.as_str(), "during" | "amid")
                    || token.is("on") && next.is_some_and(|n| n.class == Class::Day)
            }
            Class::Day => {
                !token.possessive && !p.before(at).is_some_and(|b| b.class == Class::VerbLike)
            }
            Class::And | Class::But => {
                let infinitive = p.get(at + 1).is_some_and(|n| n.has_form(&[Form::Base]))
                    && (start..at).any(|i| p.get(i).is_some_and(|t| t.class == Class::To));
                next.is_some_and(|n| n.class == Class::Pronoun)
                    || !infinitive
                        && is_finite(p, at + 1)
                        && !p.get(at + 1).is_some_and(|n| n.class == Class::VerbLike)
            }
            _ => false,
        };
        if stops {
            return at;
        }
        at += 1;
    }
    clause
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
fn is_occasion(p: &Paragraph, at: usize) -> bool {
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
            .any(|i| {
                p.get(i)
                    .is_some_and(|t| OCCASIONS.contains(&t.lower.as_str()))
            })
}

/// A dash with blanks around it, or a long one.
fn is_dash(p: &Paragraph, at: usize) -> bool {
    let blank = |a: usize, b: usize| {
        p.get(a)
            .zip(p.get(b))
            .is_some_and(|(a, b)| a.span.end() < b.span.start())
    };
    p.get(at).is_some_and(|t| t.is_mark(&["—"]))
        || p.get(at).is_some_and(|t| t.is_mark(&["-", "–"]))
            && at > 0
            && blank(at - 1, at)
            && blank(at, at + 1)
}

/// A comma inside a list ("tanks, guns and ships") or before "including", "such as", "not".
fn goes_on_after_comma(p: &Paragraph, comma: usize, ceiling: usize) -> bool {
    let Some(next) = p.get(comma + 1) else {
        return false;
    };
    if matches!(
        next.lower.as_str(),
        "including" | "such" | "not" | "or" | "especially" | "particularly"
    ) {
        return true;
    }
    if next.class == Class::And {
        return !is_finite(p, comma + 2)
            && !p.get(comma + 2).is_some_and(|t| t.class == Class::Pronoun);
    }
    let item = next.is_nominal() || matches!(next.class, Class::Determiner | Class::Possessive);
    if !item || verb_form(p, comma + 1).is_some() {
        return false;
    }
    let end = (comma + 1..ceiling).take(12).find(|i| {
        p.get(*i)
            .is_some_and(|t| t.class == Class::And || is_finite(p, *i))
    });
    end.is_some_and(|i| p.get(i).is_some_and(|t| t.class == Class::And))
}
