//! Which words are verbs here, and which of them make a clause.

use super::super::class::Class;
use super::super::lexicon::{Form, Frames};
use super::super::token::{Paragraph, Token};
use super::REACH;
use std::ops::Range;

/// The form in which the token is a verb here; `None` where it is a noun, an adjective or no verb.
pub(in super::super) fn verb_form(p: &Paragraph, at: usize) -> Option<Form> {
    let token = p.get(at)?;
    if token.class != Class::Verb || token.possessive {
        return None;
    }
    let sentence = p.sentence_of(at);
    let before = (at > sentence.start).then(|| p.before(at)).flatten();
    let after = p.get(at + 1).filter(|_| at + 1 < sentence.end);
    let noun = token.attributing().is_none_or(|(_, v)| v.frames.has(Frames::NOUN));
    let nominal_slot = before.is_some_and(|b| {
        b.possessive || matches!(b.class, Class::Determiner | Class::Possessive | Class::Number)
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
            && p.get(at - 2).is_some_and(|b| matches!(b.class, Class::Verb | Class::VerbLike))
            && after.is_some_and(Token::is_nominal);
        let form = if token.has_form(&[Form::Past]) { Form::Past } else { Form::Participle };
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
            && token.attributing().is_some_and(|(_, v)| v.frames.has(Frames::QUOTATION))
            && after.is_none_or(|a| a.is_mark(&[".", ","]))
            && follows_report(p, at, sentence.start);
        let plain = before.is_some_and(|b| {
            matches!(b.class, Class::Word | Class::VerbLike | Class::And | Class::Day)
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
        p.get(*i).is_some_and(|t| matches!(t.class, Class::Name | Class::Determiner | Class::Word))
    };
    let first = (floor.max(at.saturating_sub(6))..at).rev().find(|i| !name(i));
    first.filter(|i| *i + 1 < at && *i > floor).is_some_and(|i| {
        p.get(i).is_some_and(|t| t.is_mark(&[",", "”", "\""]))
            && (i + 1..at).any(|i| p.get(i).is_some_and(|t| t.class == Class::Name))
    })
}

/// Whether the nouns before the token stand after a verb or a preposition: "denied preliminary
/// reports", "of the security demands".
fn is_in_object(p: &Paragraph, at: usize, floor: usize) -> bool {
    let first = (floor.max(at.saturating_sub(4))..at).rev().find(|i| {
        !p.get(*i).is_some_and(|t| matches!(t.class, Class::Word | Class::Name | Class::Number))
    });
    first.and_then(|i| p.get(i)).is_some_and(|t| {
        matches!(t.class, Class::Preposition | Class::VerbLike)
            || t.class == Class::Verb && t.has_form(&[Form::Past, Form::Third])
    })
}

/// Whether the token is a verb that makes a clause, or an auxiliary.
pub(in super::super) fn is_finite(p: &Paragraph, at: usize) -> bool {
    let Some(token) = p.get(at) else { return false };
    match token.class {
        Class::Modal => true,
        Class::Auxiliary => !matches!(token.lower.as_str(), "be" | "been" | "being" | "having"),
        Class::Pronoun => token.lower.contains('\''),
        Class::Verb => matches!(verb_form(p, at), Some(Form::Third | Form::Past | Form::Base)),
        Class::VerbLike => token.lower.ends_with("ed") && !is_adjective(p, at),
        _ => false,
    }
}

/// "-ed" before a noun and after a determiner: "the armed men", "newly elected leaders".
pub(super) fn is_adjective(p: &Paragraph, at: usize) -> bool {
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
pub(in super::super) fn has_finite(p: &Paragraph, range: Range<usize>) -> bool {
    range.take(REACH).any(|i| is_finite(p, i))
}
