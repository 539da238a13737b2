//! Verb and infinitive: "vowed to stay", "refused to comment", "wants to prevent", "offered to help".
//! The content is the infinitive with "to".

use super::super::Reading;
use super::super::class::Class;
use super::super::lexicon::Frames;
use super::super::phrase::{clause_end, skip_time};

/// Takes cues with an infinitive after them.
pub(in super::super) fn find(r: &mut Reading) {
    for (index, cue) in r.free_cues() {
        let p = &r.p;
        let after = skip_time(p, cue.after());
        let to = p.get(after).is_some_and(|t| t.class == Class::To);
        let not = p.get(after).is_some_and(|t| t.class == Class::Not)
            && p.get(after + 1).is_some_and(|t| t.class == Class::To);
        if !cue.has(Frames::INFINITIVE) || cue.passive || cue.bare_infinitive || !(to || not) {
            continue;
        }
        let Some(source) = cue.subject.clone() else {
            continue;
        };
        let start = after;
        let verb = p.get(start + 1 + usize::from(not));
        let noun =
            cue.verb.prepositions.contains(&"to") && verb.is_some_and(|t| t.class == Class::Word);
        if noun
            || !verb.is_some_and(|t| {
                matches!(
                    t.class,
                    Class::Verb | Class::Word | Class::Auxiliary | Class::Adverb | Class::Mark
                )
            })
        {
            continue;
        }
        let end = clause_end(p, start, cue.head);
        r.take(index);
        r.push_one(Some(source), Some(cue.group.clone()), start..end);
    }
}
