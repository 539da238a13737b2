//! Verb and preposition: "warned of a conflict", "insisted on the withdrawal", "called for a halt",
//! "spoke about the talks". The preposition belongs to the cue.

use super::super::Reading;
use super::super::class::Class;
use super::super::phrase::{object_end, skip_time};

/// Takes cues with one of their prepositions after them.
pub(in super::super) fn find(r: &mut Reading) {
    for (index, cue) in r.free_cues() {
        let p = &r.p;
        let at = skip_time(p, cue.after());
        let fits = p.get(at).is_some_and(|t| cue.verb.prepositions.contains(&t.lower.as_str()));
        if !fits || cue.passive || cue.bare_infinitive {
            continue;
        }
        let Some(source) = cue.subject.clone() else {
            continue;
        };
        let nominal = p.get(at + 1).is_some_and(|t| {
            t.is_nominal()
                || t.quote.is_some()
                || matches!(
                    t.class,
                    Class::Determiner
                        | Class::Possessive
                        | Class::ObjectPronoun
                        | Class::Wh
                        | Class::That
                        | Class::Pronoun
                )
        });
        if !nominal {
            continue;
        }
        let end = object_end(p, at + 1, cue.head);
        r.take(index);
        r.push_one(Some(source), Some(cue.group.start..at + 1), at + 1..end);
    }
}
