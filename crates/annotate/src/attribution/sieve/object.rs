//! Verb and noun phrase, with or without a complement after it.
//!
//! - "urged Norland not to expand", "called on Norland to withdraw": noun phrase and infinitive, both are
//!   content.
//! - "accused Norland of provoking", "described the talks as frank": noun phrase and preposition.
//! - "rejected the demands", "expressed concern": the noun phrase alone.

use super::super::Reading;
use super::super::class::Class;
use super::super::cue::Cue;
use super::super::lexicon::{Form, Frames};
use super::super::phrase::{is_finite, object_end, skip_time, verb_form};
use super::super::token::Paragraph;
use std::ops::Range;

/// How far from the cue its infinitive or preposition may stand.
const COMPLEMENT: usize = 24;

/// Takes "urged X to", "called on X to", "accused X of".
pub(in super::super) fn with_infinitive(r: &mut Reading) {
    for (index, cue) in r.free_cues() {
        let Some(source) = usable(&r.p, &cue) else {
            continue;
        };
        let p = &r.p;
        let mut start = skip_time(p, cue.after());
        let mut group = cue.group.clone();
        if cue.has(Frames::OBJECT_TO)
            && p.get(start).is_some_and(|t| t.is("on") || t.is("for") || t.is("upon"))
            && matches!(cue.verb.base, "call" | "appeal" | "press" | "push" | "lobby")
        {
            start += 1;
            group.end = start;
        }
        if !opens_noun_phrase(p, start) {
            continue;
        }
        let end = object_end(p, start, cue.head);
        let window = start + 1..end.min(start + COMPLEMENT);
        let infinitive = cue.has(Frames::OBJECT_TO)
            && window.clone().any(|i| {
                p.get(i).is_some_and(|t| t.class == Class::To)
                    && p.get(i + 1).is_some_and(|t| {
                        matches!(
                            t.class,
                            Class::Verb
                                | Class::Word
                                | Class::Auxiliary
                                | Class::Adverb
                                | Class::Mark
                        )
                    })
            });
        // "sees the talks as a step": without "as" a thought about a thing is none.
        let fits =
            !cue.has(Frames::MIND) || window.clone().any(|i| p.get(i).is_some_and(|t| t.is("as")));
        let preposition = cue.has(Frames::OBJECT_AS) && !cue.passive && fits;
        if !infinitive && !preposition {
            continue;
        }
        r.take(index);
        r.push_one(Some(source), Some(group), start..end);
    }
}

/// Takes "rejected X".
pub(in super::super) fn plain(r: &mut Reading) {
    for (index, cue) in r.free_cues() {
        let Some(source) = usable(&r.p, &cue) else {
            continue;
        };
        if !cue.has(Frames::OBJECT) {
            continue;
        }
        let start = skip_time(&r.p, cue.after());
        if !opens_noun_phrase(&r.p, start) {
            continue;
        }
        let end = object_end(&r.p, start, cue.head);
        r.take(index);
        r.push_one(Some(source), Some(cue.group.clone()), start..end);
    }
}

/// The source of an active cue.
fn usable(p: &Paragraph, cue: &Cue) -> Option<Range<usize>> {
    let gerund = cue.form == Form::Ing
        && p.before(cue.group.start).is_some_and(|t| {
            matches!(t.class, Class::Preposition | Class::To | Class::Subordinator)
        });
    // "voters supporting the plan" names people, it does not report.
    let reduced = cue.form == Form::Ing
        && !cue.own_subject
        && !cue.has(Frames::QUOTATION)
        && p.before(cue.group.start).is_some_and(|t| t.is_nominal());
    if gerund
        || reduced
        || cue.passive
        || cue.bare_infinitive
        || cue.form == Form::Participle && !cue.own_subject
    {
        return None;
    }
    cue.subject.clone()
}

fn opens_noun_phrase(p: &Paragraph, at: usize) -> bool {
    // "the attacks that plagued the town"
    if p.get(at).is_some_and(|t| t.class == Class::That) && is_finite(p, at + 1) {
        return false;
    }
    p.get(at).is_some_and(|t| match t.class {
        Class::Determiner
        | Class::Possessive
        | Class::Name
        | Class::Word
        | Class::Number
        | Class::ObjectPronoun
        | Class::That => true,
        Class::Pronoun => t.is("it") || t.is("you"),
        Class::Verb => !matches!(verb_form(p, at), Some(Form::Third | Form::Base)),
        Class::VerbLike => true,
        Class::Day => t.possessive,
        Class::Mark => t.quote.is_some() || t.is_mark(&["$", "€", "£"]),
        _ => false,
    })
}
