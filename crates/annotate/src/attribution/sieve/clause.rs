//! Verb and clause: "said that the talks failed", "said the talks failed", "asked whether the talks
//! failed", "told reporters that …", "warned: …", also as participles (", adding that …").
//!
//! Between cue and clause may stand a hearer ("told reporters"), adjuncts ("in a statement", "on
//! Monday"). A clause without "that" must have a verb of its own, and follows a cue that allows it.

use super::super::Reading;
use super::super::class::Class;
use super::super::cue::{Cue, subject_after_participle};
use super::super::lexicon::{Form, Frames};
use super::super::phrase::{clause_end, has_finite, noun_phrase_left, skip_adjuncts, verb_form};
use super::super::token::Paragraph;
use std::ops::Range;

/// Longest hearer, in tokens.
const HEARER: usize = 14;

/// Takes cues with a clause after them.
pub(in super::super) fn find(r: &mut Reading) {
    for (index, cue) in r.free_cues() {
        if cue.passive && !cue.has(Frames::HEARER)
            || cue.subject.is_none() && !may_lack_subject(&cue)
        {
            continue;
        }
        if let Some(content) = gapped(&r.p, &cue) {
            r.take(index);
            r.push(cue.subject.clone(), Some(cue.group.clone()), content);
            continue;
        }
        let Some(start) = clause_start(&r.p, &cue) else {
            continue;
        };
        let end = clause_end(&r.p, start, cue.head).min(fronted_end(&r.p, &cue, start));
        if end < start + 2 {
            continue;
        }
        r.take(index);
        let source = if cue.passive { None } else { cue.subject.clone() };
        r.push_one(source, Some(cue.group.clone()), start..end);
    }
}

/// "two drafts that the envoys said would change the pact": the phrase before the relative pronoun and
/// what follows the cue.
fn gapped(p: &Paragraph, cue: &Cue) -> Option<Vec<Range<usize>>> {
    let verb =
        p.get(cue.after()).is_some_and(|t| matches!(t.class, Class::Auxiliary | Class::Modal));
    let subject =
        cue.subject.clone().filter(|_| cue.own_subject && verb && cue.has(Frames::ZERO))?;
    let relative = subject.start.checked_sub(1)?;
    let token = p.get(relative)?;
    if !matches!(token.class, Class::Relative | Class::That) && !token.is("what") {
        return None;
    }
    let comma = usize::from(p.before(relative).is_some_and(|t| t.is_mark(&[","])));
    let antecedent = noun_phrase_left(p, relative.checked_sub(comma)?);
    let rest = cue.after()..clause_end(p, cue.after(), cue.head);
    Some(antecedent.into_iter().chain([rest]).collect())
}

/// Sayings without a subject of their own are kept, thoughts are not.
fn may_lack_subject(cue: &Cue) -> bool {
    cue.has(Frames::QUOTATION) && cue.form != Form::Base && !cue.bare_infinitive
}

/// "Asked whether the talks had failed, the minister …": a participle clause ends where the main
/// clause begins.
fn fronted_end(p: &Paragraph, cue: &Cue, start: usize) -> usize {
    let opens = cue.group.start <= p.sentence_of(cue.head).start + 1;
    let fronted = opens && !cue.own_subject && matches!(cue.form, Form::Ing | Form::Past);
    let main = subject_after_participle(p, start).filter(|s| fronted && s.start > start);
    main.map_or(usize::MAX, |s| s.start - 1)
}

/// Where the clause that `cue` governs begins.
fn clause_start(p: &Paragraph, cue: &Cue) -> Option<usize> {
    let end = p.sentence_of(cue.head).end;
    let direct = cue.after();
    if let Some(start) = opens_clause(p, cue, direct, end) {
        return Some(start);
    }
    // "said in a statement that", "suggested to reporters that"
    let later = skip_adjuncts(p, direct);
    if later > direct
        && let Some(start) = marked_clause(p, cue, later, end)
    {
        return Some(start);
    }
    if cue.has(Frames::HEARER) && !cue.passive {
        return after_hearer(p, cue, direct, end);
    }
    None
}

/// A clause right at `at`, with or without "that".
fn opens_clause(p: &Paragraph, cue: &Cue, at: usize, end: usize) -> Option<usize> {
    if let Some(start) = marked_clause(p, cue, at, end) {
        return Some(start);
    }
    if !cue.has(Frames::ZERO) {
        return None;
    }
    let skipped = (at..end.min(at + 4)).find(|i| {
        !p.get(*i).is_some_and(|t| matches!(t.class, Class::Day | Class::Adverb) || t.is("on"))
    })?;
    let first = p.get(skipped)?;
    let subject = match first.class {
        Class::Pronoun
        | Class::Determiner
        | Class::Possessive
        | Class::Name
        | Class::Word
        | Class::Number => true,
        Class::Verb => verb_form(p, skipped).is_none() || verb_form(p, skipped) == Some(Form::Ing),
        Class::Preposition | Class::Subordinator => {
            cue.verb.base == "say" && has_comma(p, skipped, end)
        }
        Class::Mark => first.quote.is_some(),
        Class::VerbLike => true,
        _ => false,
    };
    let clause = skipped + 1..clause_end(p, skipped, cue.head);
    // After "say" hardly anything but a clause stands, so its verb need not be known.
    let sure = cue.verb.base == "say"
        && clause.len() > 2
        && !(skipped..skipped + 2).any(|i| {
            p.get(i).is_some_and(|t| {
                matches!(t.lower.as_str(), "same" | "no" | "nothing" | "something" | "much")
            })
        });
    (subject && (sure || has_finite(p, clause))).then_some(skipped)
}

fn has_comma(p: &Paragraph, from: usize, end: usize) -> bool {
    (from..end.min(from + 14)).any(|i| p.get(i).is_some_and(|t| t.is_mark(&[","])))
}

/// "that", a question word, a colon.
fn marked_clause(p: &Paragraph, cue: &Cue, at: usize, end: usize) -> Option<usize> {
    let token = p.get(at).filter(|_| at + 2 < end)?;
    match token.class {
        Class::That if cue.has(Frames::THAT) => {
            let pronoun = p.get(at + 1).is_some_and(|t| is_predicate(p, at + 1, t.class));
            Some(if pronoun { at } else { at + 1 })
        }
        Class::Wh if cue.has(Frames::WH) => {
            (!token.is("when") || cue.has(Frames::MIND)).then_some(at)
        }
        Class::Subordinator if token.is("if") && cue.has(Frames::WH) => Some(at),
        Class::Mark if token.is_mark(&[":"]) && cue.has(Frames::QUOTATION) => Some(at + 1),
        Class::Mark if token.is_mark(&[","]) && cue.has(Frames::THAT) => {
            // "said, however, that"
            let close =
                (at + 1..end.min(at + 8)).find(|i| p.get(*i).is_some_and(|t| t.is_mark(&[","])))?;
            p.get(close + 1).is_some_and(|t| t.class == Class::That).then_some(close + 2)
        }
        _ => None,
    }
}

fn is_predicate(p: &Paragraph, at: usize, class: Class) -> bool {
    matches!(class, Class::Auxiliary | Class::Modal) || verb_form(p, at) == Some(Form::Third)
}

/// "told the committee (that) the talks failed".
fn after_hearer(p: &Paragraph, cue: &Cue, at: usize, end: usize) -> Option<usize> {
    let first = p.get(at)?;
    let pronoun = first.class == Class::ObjectPronoun || first.is("you") || first.is("her");
    let limit = end.min(at + HEARER);
    for i in at + 1..limit {
        let token = p.get(i)?;
        match token.class {
            Class::That | Class::Wh | Class::Mark => {
                return marked_clause(p, cue, i, end).or_else(|| {
                    let comma =
                        token.is_mark(&[","]) && p.get(i + 1).is_some_and(|t| t.quote.is_some());
                    comma.then_some(i + 1)
                });
            }
            Class::To => return None,
            _ => {}
        }
        let zero = cue.has(Frames::ZERO) || cue.verb.base == "tell";
        let opens = match token.class {
            Class::Pronoun => true,
            Class::Determiner | Class::Possessive => p.before(i).is_some_and(|b| {
                b.is_nominal() || b.class == Class::Day || b.class == Class::ObjectPronoun
            }),
            Class::Name | Class::Word | Class::Number => {
                pronoun && i == at + 1
                    || p.before(i).is_some_and(|b| {
                        b.class == Class::Day
                            || b.class == Class::Word
                                && b.lower.ends_with('s')
                                && token.class == Class::Name
                    })
            }
            _ => false,
        };
        if zero && opens && has_finite(p, i + 1..clause_end(p, i, cue.head)) {
            return Some(i);
        }
    }
    None
}
