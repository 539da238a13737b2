//! Whose act a clause reports.

use super::scene::{Scene, SentenceScene};
use crate::acts::{self, Part, Reading, Trigger};
use rapporteur_core::{ActorId, Span};

/// The actors of `trigger`, each with the index of the word at which its name begins: the subject
/// of a verb ("Russia and China condemned"), "by …" of a passive, the possessor of a noun
/// ("Moscow's demands", "a request by the police").
pub(super) fn of(
    scene: &Scene<'_>,
    sentence: &SentenceScene<'_>,
    reading: &Reading<'_>,
    trigger: &Trigger,
) -> Vec<(ActorId, usize)> {
    let named = |source: Span| -> Vec<Named> {
        sentence
            .mentions
            .iter()
            .filter(|(span, actor)| source.overlaps(*span) && scene.can_act(*actor))
            .filter_map(|(span, actor)| Named::new(reading, *span, *actor))
            .collect()
    };
    match trigger.part {
        Part::Noun => possessor(sentence, scene, reading, trigger).into_iter().collect(),
        Part::Verb | Part::Phrase => {
            let Some(source) = acts::parties(reading, trigger).0 else {
                return Vec::new();
            };
            heads(reading, &named(source), trigger.passive)
        }
    }
}

/// A mention with the indices of its words.
struct Named {
    actor: ActorId,
    first: usize,
    last: usize,
}

impl Named {
    fn new(reading: &Reading<'_>, span: Span, actor: ActorId) -> Option<Self> {
        let first = reading.words.partition_point(|w| w.span.end() <= span.start());
        let after = reading.words.partition_point(|w| w.span.start() < span.end());
        (first < after).then(|| Self { actor, first, last: after - 1 })
    }
}

/// The mentions that head a subject phrase: none that hangs on a preposition or owns something
/// that cannot act, all of a list.
fn heads(reading: &Reading<'_>, named: &[Named], passive: bool) -> Vec<(ActorId, usize)> {
    let mut out: Vec<(ActorId, usize)> = Vec::new();
    let mut end = None;
    for n in named {
        let before = reading.before(n.first, 1);
        let hangs = !passive && (acts::is_preposition(before) || before == "to");
        let owns = reading.is_possessive(n.last) && !acts_for(reading, n.last + 1);
        if hangs || owns {
            continue;
        }
        match end {
            None => {}
            Some(end) if n.first <= end => continue,
            Some(end) if is_list(reading, end, n.first) => {}
            Some(_) => break,
        }
        out.push((n.actor, n.first));
        end = Some(n.last);
    }
    out
}

/// Whether only "and", commas and articles stand between two words.
fn is_list(reading: &Reading<'_>, end: usize, first: usize) -> bool {
    first - end <= 3
        && (end + 1..first)
            .all(|i| matches!(reading.word(i), "and" | "the" | "its" | "as" | "well"))
        && (first > end + 1 || reading.gap(end).contains(','))
}

/// Whether the phrase that begins at word `at` ends in a body or an office: "Russia's foreign
/// ministry", "the bloc's leaders".
fn acts_for(reading: &Reading<'_>, at: usize) -> bool {
    const BODIES: &[&str] = &[
        "administration",
        "ambassador",
        "army",
        "authorities",
        "cabinet",
        "chancellor",
        "chief",
        "congress",
        "council",
        "court",
        "delegation",
        "department",
        "diplomats",
        "envoy",
        "forces",
        "government",
        "leader",
        "leaders",
        "leadership",
        "military",
        "minister",
        "ministers",
        "ministry",
        "negotiator",
        "negotiators",
        "office",
        "officials",
        "opposition",
        "parliament",
        "party",
        "police",
        "premier",
        "president",
        "regime",
        "representative",
        "representatives",
        "secretary",
        "senate",
        "side",
        "spokesman",
        "spokesperson",
        "spokeswoman",
        "team",
        "treasury",
        "troops",
        "union",
        "bloc",
        "house",
    ];
    (at..at + 4).any(|i| BODIES.contains(&reading.word(i)))
}

/// Who owns the noun of a trigger.
fn possessor(
    sentence: &SentenceScene<'_>,
    scene: &Scene<'_>,
    reading: &Reading<'_>,
    trigger: &Trigger,
) -> Option<(ActorId, usize)> {
    let mut found = None;
    for (span, actor) in &sentence.mentions {
        let Some(n) = Named::new(reading, *span, *actor).filter(|_| scene.can_act(*actor)) else {
            continue;
        };
        let before = n.last < trigger.first
            && trigger.first - n.last <= if reading.is_possessive(n.last) { 4 } else { 1 }
            && !(n.last..trigger.first).any(|i| reading.breaks_after(i));
        let after = n.first > trigger.head_end
            && n.first - trigger.head_end <= 3
            && matches!(reading.word(trigger.head_end + 1), "by" | "from");
        if before || after {
            found = Some((*actor, n.first));
        }
    }
    found
}
