//! The attribution after or inside what is said, without quotation marks around all of it.
//!
//! - "The talks would go on, the minister said (on Monday) (in a statement)."
//! - "The talks would go on, said the minister."
//! - "The talks, he said, would go on."
//!
//! The cue takes quotations, its subject follows a comma, and the sentence ends after its adjuncts or
//! goes on after a comma.

use super::super::Reading;
use super::super::class::Class;
use super::super::cue::Cue;
use super::super::lexicon::{Form, Frames};
use super::super::phrase::{
    ends_here, has_finite, noun_phrase_right, report_start, skip_adjuncts, verb_form,
};
use super::super::token::Paragraph;
use std::ops::Range;

/// Takes cues at the end or in the middle of what they attribute.
pub(in super::super) fn find(r: &mut Reading) {
    for (index, cue) in r.free_cues() {
        let p = &r.p;
        if let Some(source) = inverted(&r.p, &cue) {
            let sentence = r.p.sentence_of(cue.head);
            let start = clause_start(r, cue.group.start - 1, sentence.start);
            r.take(index);
            r.push_one(Some(source), Some(cue.group.clone()), start..cue.group.start);
            continue;
        }
        let Some(subject) = cue.subject.clone().filter(|_| cue.own_subject) else {
            continue;
        };
        let relative =
            r.p.get(subject.start)
                .is_some_and(|t| matches!(t.class, Class::Relative | Class::That));
        if !cue.has(Frames::QUOTATION) || cue.passive || cue.form == Form::Ing || relative {
            continue;
        }
        let sentence = p.sentence_of(cue.head);
        let comma = subject.start > sentence.start + 1
            && p.before(subject.start).is_some_and(|t| t.is_mark(&[",", "”", "\"", "—", "–"]));
        let mut after = skip_adjuncts(p, cue.after());
        // "told reporters"
        if cue.has(Frames::HEARER)
            && p.get(after).is_some_and(|t| {
                t.is_nominal() || t.class == Class::ObjectPronoun || t.class == Class::Determiner
            })
        {
            after = (after..sentence.end)
                .find(|i| p.get(*i).is_some_and(|t| t.class == Class::Mark))
                .unwrap_or(sentence.end);
        }
        if !comma || !ends_here(p, after) {
            continue;
        }
        let start = clause_start(r, subject.start - 1, sentence.start);
        let p = &r.p;
        let left = start..subject.start;
        let goes_on = p.get(after).is_some_and(|t| t.is_mark(&[","])) && after + 2 < sentence.end;
        let resumes = goes_on
            && !matches!(verb_form(p, after + 1), Some(Form::Ing))
            && !has_participle(p, after + 1)
            && !p.get(after + 1).is_some_and(|t| {
                matches!(t.class, Class::Subordinator | Class::Relative) || t.is("according")
            });
        if !has_finite(p, left.clone()) && !resumes {
            continue;
        }
        let mut content = vec![left];
        if resumes {
            content.push(after..sentence.end);
        }
        r.take(index);
        r.push(Some(subject), Some(cue.group.clone()), content);
    }
}

/// The source of "The talks failed, said the minister."
fn inverted(p: &Paragraph, cue: &Cue) -> Option<Range<usize>> {
    let plain = cue.has(Frames::QUOTATION)
        && !cue.passive
        && cue.group.len() == 1
        && matches!(cue.form, Form::Past | Form::Third);
    let sentence = p.sentence_of(cue.head);
    let comma = cue.group.start > sentence.start + 3
        && p.before(cue.group.start).is_some_and(|t| t.is_mark(&[","]));
    if !(plain && comma && has_finite(p, sentence.start..cue.group.start)) {
        return None;
    }
    let source = noun_phrase_right(p, cue.after())?;
    let after = skip_adjuncts(p, source.end);
    ends_here(p, after).then_some(source)
}

fn has_participle(p: &Paragraph, at: usize) -> bool {
    p.get(at).is_some_and(|t| t.class == Class::VerbLike && t.lower.ends_with("ing"))
}

/// Where what is said begins: the sentence, or an earlier one where a quotation that has not been
/// spoken runs into it.
fn clause_start(r: &Reading, at: usize, sentence_start: usize) -> usize {
    let p = &r.p;
    (sentence_start..at)
        .filter_map(|i| p.quote_of(i))
        .map(|q| q.range.start)
        .next()
        .filter(|q| *q < sentence_start)
        .unwrap_or_else(|| report_start(p, sentence_start, at))
}
