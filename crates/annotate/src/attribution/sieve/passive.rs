//! Passive cues: "is expected to resign", "are said to have met", "was accused of lying". The source
//! is what follows "by", else there is none.

use super::super::Reading;
use super::super::class::Class;
use super::super::lexicon::Frames;
use super::super::phrase::{clause_end, has_finite};

/// Verbs whose passive reports without saying who.
const REPORTING: &[&str] = &[
    "allege",
    "believe",
    "claim",
    "consider",
    "fear",
    "report",
    "say",
    "suspect",
    "think",
    "understand",
    "estimate",
];

/// Takes passive cues.
pub(in super::super) fn find(r: &mut Reading) {
    for (index, cue) in r.free_cues() {
        if !cue.passive {
            continue;
        }
        let p = &r.p;
        let after = cue.after();
        let to = p.get(after).is_some_and(|t| t.class == Class::To);
        let of = p.get(after).is_some_and(|t| t.is("of")) && cue.has(Frames::OBJECT_AS);
        let ask = to && matches!(cue.verb.base, "ask" | "order" | "urge" | "tell");
        // "It is believed (that) the talks failed"
        let that = p.get(after).is_some_and(|t| t.class == Class::That);
        let impersonal = REPORTING.contains(&cue.verb.base)
            && cue.subject.as_ref().is_some_and(|s| p.get(s.start).is_some_and(|t| t.is("it")))
            && (that || has_finite(p, after..clause_end(p, after, cue.head)));
        if !(to && REPORTING.contains(&cue.verb.base) || of || ask || impersonal) {
            continue;
        }
        let start = after + usize::from(of || ask || that && impersonal);
        let end = clause_end(p, start, cue.head);
        if end > start + 1 {
            let group = cue.group.start..start;
            r.take(index);
            r.push_one(None, Some(group), start..end);
        }
    }
}
