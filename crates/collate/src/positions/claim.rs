//! One clause that carries a position.

use super::scene::{Said, Scene, SentenceScene};
use super::stance::{self, Content};
use super::subject;
use crate::acts::{self, Mood, Part, Reading, Strength, Trigger};
use rapporteur_core::{Act, ArticleId, Evidence, Span, StatementId};

/// A position as one clause of one article carries it.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    pub(super) party: String,
    pub(super) act: Act,
    /// The smallest clause that carries it.
    pub(super) evidence: Evidence,
    /// What it is about.
    pub(super) issue: Span,
    pub(super) statement: Option<StatementId>,
    pub(super) condition: Option<Span>,
}

/// A longer "sentence" is a table or a line without an end, and read for nothing.
const LONGEST_SENTENCE: usize = 4_000;

/// The claims of an article, by place.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Claim> {
    let mut out = Vec::new();
    for (span, sentence) in scene.sentences() {
        if span.len() > LONGEST_SENTENCE {
            continue;
        }
        let reading = Reading::new(&scene.article.article.text, span);
        let triggers = acts::find(&reading);
        let mut claims = of_sentence(scene, sentence, &reading, &triggers);
        claims.sort_by_key(|c| (c.evidence, c.act, c.party.clone()));
        // one clause, one position of a party
        let mut kept: Vec<Claim> = Vec::new();
        for claim in claims {
            let same = kept.iter().any(|k| {
                k.party == claim.party
                    && k.act == claim.act
                    && k.evidence.span.overlaps(claim.evidence.span)
            });
            if !same {
                kept.push(claim);
            }
        }
        out.append(&mut kept);
    }
    out
}

fn of_sentence(
    scene: &Scene<'_>,
    sentence: &SentenceScene<'_>,
    reading: &Reading<'_>,
    triggers: &[Trigger],
) -> Vec<Claim> {
    let mut out = Vec::new();
    for said in &sentence.statements {
        out.extend(of_statement(scene, said, reading, triggers));
    }
    for trigger in triggers {
        let span = reading.span(trigger.first, trigger.last);
        let in_cue =
            sentence.statements.iter().any(|s| s.attribution.cue.iter().any(|c| c.overlaps(span)));
        if !in_cue {
            out.extend(of_clause(scene, sentence, reading, trigger));
        }
    }
    out
}

/// The position that a statement takes, by its cue or by what it says.
fn of_statement(
    scene: &Scene<'_>,
    said: &Said<'_>,
    reading: &Reading<'_>,
    triggers: &[Trigger],
) -> Option<Claim> {
    let party = scene.party(said.speaker?)?;
    let attribution = said.attribution;
    let by_cue = triggers.iter().find_map(|t| {
        let span = reading.span(t.first, t.head_end);
        attribution
            .cue
            .iter()
            .any(|c| c.overlaps(span))
            .then(|| cue_act(t, triggers, reading))
            .flatten()
            .map(|act| (act, t.first, t.head_end))
    });
    let (from, to) = content_words(said, reading)?;
    let found = match by_cue {
        Some((act, first, last)) => Some((act, first, last, last)),
        None => {
            let quoted = attribution
                .content
                .iter()
                .any(|c| reading.text[*c].starts_with(['"', '“', '‘', '«', '„', '\'']));
            let content = Content { reading, triggers, from, to, quoted };
            stance::of(&content).map(|s| (s.act, from.min(s.first), s.last, s.last))
        }
    };
    let (act, first, last, head) = found?;
    let end = clause_end(reading, last.max(from), to.max(last + 1));
    Some(claim(
        scene.id,
        party,
        act,
        reading,
        (clause_start(reading, first, last), end),
        head,
        Some(said.id),
    ))
}

/// The act that a cue names, `None` where it only says that something was said.
fn cue_act(trigger: &Trigger, triggers: &[Trigger], reading: &Reading<'_>) -> Option<Act> {
    if trigger.negated {
        return None;
    }
    let plain = trigger.head_end == trigger.first;
    let modal = trigger.part == Part::Phrase && acts::is_modal(trigger.lemma);
    match trigger.lemma {
        _ if modal => None,
        "apologise" | "apologize" | "apology" => Some(Act::Concede),
        // "asked how", "asked whether" is a question
        "ask" => (trigger.head_end + 1..trigger.head_end + 8)
            .any(|i| matches!(reading.word(i), "to" | "for" | "that"))
            .then_some(Act::Demand),
        "vow" | "pledge" | "promise" | "swear" if trigger.strength < Strength::Frame => {
            promised(trigger, triggers)
        }
        "insist" | "claim" | "warn" | "warning" | "allege" | "suggest" | "acknowledge"
        | "brief" | "charge" | "call" | "speak" | "caution" | "complain" | "question"
        | "challenge" | "note" | "suspect"
            if plain =>
        {
            None
        }
        _ if matches!(
            trigger.act,
            Act::Consult | Act::Investigate | Act::Assault | Act::Protest
        ) =>
        {
            None
        }
        _ => Some(trigger.act),
    }
}

/// What is vowed: force is a threat, a refusal a refusal, anything else an offer.
fn promised(trigger: &Trigger, triggers: &[Trigger]) -> Option<Act> {
    let next =
        triggers.iter().find(|t| t.first > trigger.head_end && t.first <= trigger.head_end + 8);
    match next.map(|t| t.act) {
        Some(Act::Assault | Act::Coerce | Act::Sanction | Act::Threaten) => Some(Act::Threaten),
        Some(Act::Reject) => Some(Act::Reject),
        Some(Act::Support) => Some(Act::Support),
        _ if trigger.lemma == "vow" => None,
        _ => Some(Act::Offer),
    }
}

/// Index range of the words of the statement's content in this sentence.
fn content_words(said: &Said<'_>, reading: &Reading<'_>) -> Option<(usize, usize)> {
    let inside = |i: usize| {
        reading
            .words
            .get(i)
            .is_some_and(|w| said.attribution.content.iter().any(|c| c.overlaps(w.span)))
    };
    let first = (0..reading.words.len()).find(|i| inside(*i))?;
    let mut after = first;
    while after < reading.words.len() && inside(after) {
        after += 1;
    }
    Some((first, after))
}

/// The positions that a clause reports of its subjects.
fn of_clause(
    scene: &Scene<'_>,
    sentence: &SentenceScene<'_>,
    reading: &Reading<'_>,
    trigger: &Trigger,
) -> Vec<Claim> {
    let Some(act) = own_act(trigger, reading) else {
        return Vec::new();
    };
    let trigger_span = reading.span(trigger.first, trigger.last);
    let statement = sentence
        .statements
        .iter()
        .find(|s| s.attribution.content.iter().any(|c| c.covers(trigger_span)))
        .map(|s| s.id);
    let end = clause_end(reading, trigger.last, reading.words.len());
    subject::of(scene, sentence, reading, trigger)
        .into_iter()
        .filter_map(|(actor, first)| {
            Some(claim(
                scene.id,
                scene.party(actor)?,
                act,
                reading,
                (first.min(trigger.first), end),
                trigger.head_end,
                statement,
            ))
        })
        .collect()
}

/// The act that a clause's trigger makes, `None` where it is no position.
fn own_act(trigger: &Trigger, reading: &Reading<'_>) -> Option<Act> {
    let before = reading.before(trigger.first, 1);
    let hangs = (trigger.bare && before == "to")
        || (trigger.gerund && acts::is_preposition(before))
        || trigger.mood == Mood::Necessity;
    if trigger.strength == Strength::Weak || trigger.part == Part::Phrase || hangs {
        return None;
    }
    let act = if trigger.negated {
        match trigger.act {
            Act::Agree
            | Act::Offer
            | Act::Support
            | Act::Concede
            | Act::Retreat
            | Act::Cooperate => Act::Reject,
            _ => return None,
        }
    } else {
        trigger.act
    };
    let counts = match act {
        Act::Demand | Act::Reject | Act::Accuse | Act::Threaten | Act::Support => true,
        Act::Offer | Act::Agree | Act::Concede | Act::Cooperate => {
            trigger.part == Part::Verb && !trigger.gerund
        }
        Act::Mobilize => {
            (trigger.strength == Strength::Frame || trigger.part == Part::Noun)
                && !matches!(trigger.lemma, "fire" | "launch" | "test")
        }
        Act::Coerce => {
            trigger.part == Part::Verb
                && !trigger.passive
                && !trigger.subordinate
                && !trigger.gerund
        }
        Act::Sanction | Act::Retreat => trigger.strength == Strength::Frame,
        _ => false,
    };
    counts.then_some(act)
}

fn claim(
    article: ArticleId,
    party: &str,
    act: Act,
    reading: &Reading<'_>,
    (first, last): (usize, usize),
    head: usize,
    statement: Option<StatementId>,
) -> Claim {
    let span = reading.span(first, last);
    let issue = acts::object(reading, head).filter(|o| span.overlaps(*o));
    Claim {
        party: party.to_owned(),
        act,
        evidence: Evidence { article, span },
        issue: issue.unwrap_or(span),
        statement,
        condition: condition(reading, first, last),
    }
}

/// "if …", "unless …", "until …" up to the next mark.
fn condition(reading: &Reading<'_>, first: usize, last: usize) -> Option<Span> {
    let at = (first..=last).find(|i| matches!(reading.word(*i), "if" | "unless" | "until"))?;
    let mut end = at;
    while end < last && !reading.breaks_after(end) {
        end += 1;
    }
    Some(reading.span(at, end))
}

/// Longest clause, in words.
const LONGEST: usize = 40;

/// Index of the last word of the clause that holds word `from`, before word `limit`.
fn clause_end(reading: &Reading<'_>, from: usize, limit: usize) -> usize {
    let mut end = from;
    while end + 1 < limit && end < from + LONGEST {
        let gap = reading.gap(end);
        let next = reading.word(end + 1);
        if gap.contains([';', ':', '!', '?', '—', '(']) || (gap.contains('.') && gap.contains(' '))
        {
            break;
        }
        if gap.contains(',')
            && end > from + 1
            && matches!(
                next,
                "said"
                    | "says"
                    | "according"
                    | "he"
                    | "she"
                    | "it"
                    | "they"
                    | "but"
                    | "which"
                    | "who"
                    | "while"
                    | "adding"
                    | "saying"
            )
        {
            break;
        }
        end += 1;
    }
    end
}

/// Index of the first word of the clause that ends at word `to`, not before word `limit`.
fn clause_start(reading: &Reading<'_>, limit: usize, to: usize) -> usize {
    let mut start = to;
    while start > limit && to - start < LONGEST {
        let gap = reading.gap(start - 1);
        if gap.contains([';', ':', '!', '?', '—']) || (gap.contains('.') && gap.contains(' ')) {
            break;
        }
        start -= 1;
    }
    start
}
