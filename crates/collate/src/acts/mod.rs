//! What a sentence says that one party does to another: PLOVER event types.
//!
//! Rules over a lexicon (`data/lexicon.txt`) of verbs, nouns, phrases and frames (a verb with one
//! of its objects). A trigger is read with its voice, its negation and its mood: what is refused is
//! a rejection, what is promised is an agreement, force that is announced is a threat.
//!
//! PLOVER: Open Event Data Alliance, <https://github.com/openeventdata/PLOVER>; CAMEO, from which
//! its classes come: Gerner, Schrodt, Yilmaz (2009), "Conflict and Mediation Event Observations".

#[cfg(test)]
mod gold;
pub(crate) mod inflect;
mod lexicon;
mod roles;
mod triggers;

use rapporteur_core::{Act, Span};

pub(crate) use lexicon::Part;
pub(crate) use roles::{around as parties, object};
/// Whether a folded word is a preposition that a noun follows.
pub(crate) fn is_preposition(word: &str) -> bool {
    triggers::PREPOSITIONS.contains(&word)
}

/// Whether a phrase that begins with this word is a modal: "must", "have to".
pub(crate) fn is_modal(word: &str) -> bool {
    matches!(word, "must" | "should" | "has" | "have" | "had" | "ought" | "need" | "needs")
}

pub(crate) use triggers::{Mood, Reading, Strength, Trigger, find};

/// The main act of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActReading {
    /// What is done.
    pub act: Act,
    /// Who does it: a phrase of the sentence, bytes.
    pub source: Option<Span>,
    /// To whom: a phrase of the sentence, bytes.
    pub target: Option<Span>,
    /// The words that name the act, bytes.
    pub trigger: Span,
}

/// The main act that `text`, one sentence, reports; `None` where it names none.
///
/// ```
/// use rapporteur_collate::acts::classify;
/// use rapporteur_core::Act;
/// let text = "Freedonia on Monday refused to open the bridge to Sylvania.";
/// let reading = classify(text).unwrap();
/// assert_eq!(reading.act, Act::Reject);
/// assert_eq!(&text[reading.trigger], "refused");
/// ```
pub fn classify(text: &str) -> Option<ActReading> {
    let reading = Reading::new(text, Span::new(0, text.len()));
    let triggers = find(&reading);
    let main = triggers.iter().max_by_key(|t| (salience(t), std::cmp::Reverse(t.first)))?;
    let (source, target) = roles::around(&reading, main);
    Some(ActReading {
        act: turned(main),
        source,
        target,
        trigger: reading.span(main.first, main.last),
    })
}

/// PLOVER's name of an act as the gold standard records write it, where it has no OFFER (an
/// expressed intent to cooperate, AGREE) and calls [`Act::Accuse`] DISAPPROVE.
pub const fn plover_name(act: Act) -> &'static str {
    match act {
        Act::Offer => "AGREE",
        Act::Accuse => "DISAPPROVE",
        other => other.name(),
    }
}

/// How likely a trigger is a sentence's main act: main clause before subordinate, verb before noun,
/// early before late.
fn salience(trigger: &Trigger) -> i64 {
    let kind = match (trigger.strength, trigger.part) {
        (Strength::Frame, _) => 34,
        (Strength::Strong, Part::Verb | Part::Phrase) => 30,
        (Strength::Strong, Part::Noun) => 18,
        (Strength::Weak, Part::Verb | Part::Phrase) => 14,
        (Strength::Weak, Part::Noun) => 6,
    };
    let place = i64::try_from(trigger.first.min(30)).unwrap_or(30) / 2;
    kind * 2
        - place
        - if trigger.subordinate { 24 } else { 0 }
        - if trigger.gerund || trigger.bare { 8 } else { 0 }
}

/// The act, with negation and mood counted in.
fn turned(trigger: &Trigger) -> Act {
    let cooperative = matches!(
        trigger.act,
        Act::Agree
            | Act::Offer
            | Act::Consult
            | Act::Support
            | Act::Concede
            | Act::Cooperate
            | Act::Aid
            | Act::Retreat
    );
    let forceful = matches!(
        trigger.act,
        Act::Sanction | Act::Coerce | Act::Assault | Act::Mobilize | Act::Protest
    );
    match trigger.mood {
        _ if trigger.negated && (cooperative || forceful) => Act::Reject,
        Mood::Necessity => Act::Demand,
        Mood::Future if cooperative && !trigger.passive => Act::Agree,
        Mood::Future if forceful && !trigger.passive => Act::Threaten,
        _ => trigger.act,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn act(text: &str) -> Option<Act> {
        classify(text).map(|r| r.act)
    }

    /// One line an act, none of them from a corpus.
    #[test]
    fn each_act_has_its_words() {
        for (expected, text) in [
            (Act::Agree, "Ruritania has agreed to reopen the harbour to Grand Fenwick."),
            (Act::Agree, "Ruritania said it would send medicine to the flooded province."),
            (Act::Offer, "The premier offered his neighbours a seat at the table."),
            (Act::Consult, "The two chancellors met in Strelsau on Monday."),
            (Act::Consult, "Ruritania and Fenwick resumed their negotiations on the dam."),
            (Act::Support, "The duchy praised Ruritania for its patience."),
            (Act::Concede, "The junta lifted the curfew in the capital."),
            (Act::Cooperate, "The two navies held joint exercises off the cape."),
            (Act::Aid, "Fenwick has shipped blankets and food to the camps."),
            (Act::Retreat, "The rebels withdrew from the town of Zenda."),
            (Act::Demand, "Ruritania demanded that Fenwick close its bases."),
            (Act::Demand, "The minister said the duchy must return the ships."),
            (Act::Accuse, "Fenwick accused its neighbour of poisoning the river."),
            (Act::Reject, "Ruritania rejected the offer of talks."),
            (Act::Reject, "The duchy refused to extradite the colonel."),
            (Act::Reject, "Ruritania did not agree to the inspections."),
            (Act::Threaten, "Fenwick threatened to close the strait."),
            (Act::Threaten, "Ruritania will blockade the islands."),
            (Act::Protest, "Thousands of miners demonstrated in Strelsau against the law."),
            (Act::Sanction, "The union imposed sanctions on the shipping firms."),
            (Act::Mobilize, "Ruritania deployed two brigades along the river."),
            (Act::Coerce, "Police arrested forty students in the square."),
            (Act::Assault, "Gunmen attacked a convoy near the pass."),
            (Act::Investigate, "The court opened an inquiry into the shipwreck."),
        ] {
            assert_eq!(act(text), Some(expected), "{text}");
        }
        assert_eq!(act("The river is long."), None);
    }

    #[test]
    fn the_passive_swaps_the_parties() {
        let text = "The proposal was rejected by Fenwick.";
        let reading = classify(text).unwrap();
        assert_eq!(reading.act, Act::Reject);
        assert_eq!(reading.source.map(|s| &text[s]), Some("Fenwick"));
        assert_eq!(reading.target.map(|s| &text[s]), Some("proposal"));
    }

    #[test]
    fn who_does_what_to_whom() {
        let text = "On Tuesday, Ruritania accused Fenwick of espionage.";
        let reading = classify(text).unwrap();
        assert_eq!(reading.source.map(|s| &text[s]), Some("Ruritania"));
        assert_eq!(reading.target.map(|s| &text[s]), Some("Fenwick"));
    }

    proptest! {
        #[test]
        fn any_text_gives_spans_of_its_own(text in "\\PC{0,200}") {
            if let Some(reading) = classify(&text) {
                for span in [Some(reading.trigger), reading.source, reading.target].into_iter().flatten() {
                    prop_assert!(text.get(span.start()..span.end()).is_some());
                }
            }
        }
    }
}
