//! Verbs that may attribute, each with its group of auxiliaries and its subject.

use super::class::Class;
use super::lexicon::{Form, Frames, Verb};
use super::phrase::{is_finite, noun_phrase_left, subject_left, verb_form};
use super::token::Paragraph;
use std::ops::Range;

/// A verb that may attribute.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// The verb itself.
    pub(super) head: usize,
    /// With auxiliaries, adverbs between them, and particle.
    pub(super) group: Range<usize>,
    pub(super) verb: &'static Verb,
    pub(super) form: Form,
    pub(super) passive: bool,
    /// An infinitive that no verb of the group governs: "a plan to reject".
    pub(super) bare_infinitive: bool,
    /// "would", "must": what may be said, not what is.
    pub(super) modal: bool,
    /// Its own subject, or the one that it shares with the verb before it.
    pub(super) subject: Option<Range<usize>>,
    /// Whether the subject is its own.
    pub(super) own_subject: bool,
}

impl Cue {
    pub(super) fn has(&self, frames: Frames) -> bool {
        self.verb.frames.has(frames)
    }

    /// The first token after the group.
    pub(super) fn after(&self) -> usize {
        self.group.end
    }
}

/// Verbs before an infinitive that only colour it.
const COLOURING: &[&str] = &[
    "began",
    "begin",
    "begins",
    "continue",
    "continued",
    "continues",
    "continuing",
    "went",
    "go",
    "goes",
    "on",
    "seemed",
    "seems",
    "appeared",
    "appears",
    "tried",
    "tries",
    "trying",
    "going",
    "has",
    "had",
    "have",
    "used",
    "came",
    "set",
];

/// Quotations of no more tokens, marks included, are terms: a cue inside them is the writer's.
const SCARE_QUOTE: usize = 6;

/// The attributing verbs of the paragraph, in order.
pub(super) fn find(p: &Paragraph) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    for head in 0..p.tokens.len() {
        let Some((form, verb)) = verb_form(p, head).and_then(|f| Some((f, verb_at(p, head)?)))
        else {
            continue;
        };
        let cue = read(p, head, form, verb, &out);
        if attributes(p, &cue) {
            out.push(cue);
        }
    }
    out
}

/// Whether the verb can attribute where it stands. What somebody wishes or may do in his own words is
/// no statement of another; what others are said to have said is.
fn attributes(p: &Paragraph, cue: &Cue) -> bool {
    if cue.modal && cue.verb.frames.has(Frames::MIND) {
        return false;
    }
    let Some(quote) = p.quote_of(cue.head).filter(|q| q.range.len() > SCARE_QUOTE) else {
        return true;
    };
    let third_person = cue.subject.as_ref().is_some_and(|s| {
        quote.range.contains(&s.start)
            && !p.get(s.start).is_some_and(|t| {
                matches!(
                    t.lower.as_str(),
                    "i" | "we" | "you" | "it" | "one" | "this" | "that" | "who"
                ) || t.lower.contains('\'')
            })
    });
    third_person
        && cue.own_subject
        && !cue.modal
        && !cue.verb.frames.has(Frames::MIND)
        && !cue.verb.frames.has(Frames::FINDING)
        && cue.form != Form::Ing
}

/// The verb of the table at `head`, with its particle where the table asks for one.
fn verb_at(p: &Paragraph, head: usize) -> Option<&'static Verb> {
    let lexicon = &*super::lexicon::LEXICON;
    let mut plain = None;
    for entry in p.get(head)?.entries() {
        let Some(verb) = entry.verb.and_then(|v| lexicon.verb(v)) else {
            continue;
        };
        match verb.particle {
            None => plain = plain.or(Some(verb)),
            Some(particle) if particle_end(p, head, particle).is_some() => return Some(verb),
            Some(_) => {}
        }
    }
    plain
}

/// One past the particle: "pointed out", "made it clear".
fn particle_end(p: &Paragraph, head: usize, particle: &str) -> Option<usize> {
    let it = usize::from(p.get(head + 1).is_some_and(|t| t.is("it")));
    p.get(head + 1 + it).is_some_and(|t| t.is(particle)).then_some(head + 2 + it)
}

fn read(p: &Paragraph, head: usize, form: Form, verb: &'static Verb, before: &[Cue]) -> Cue {
    let floor = p.sentence_of(head).start;
    let mut start = head;
    let mut passive = false;
    let mut bare_infinitive = false;
    let mut governed = false;
    let mut modal = false;
    while start > floor {
        let Some(token) = p.before(start) else { break };
        match token.class {
            Class::Adverb | Class::Not => {}
            // "has long opposed"
            Class::Word
                if token.is("long")
                    && p.get(start.wrapping_sub(2))
                        .is_some_and(|t| t.class == Class::Auxiliary) => {}
            Class::Modal => {
                governed = true;
                modal = true;
            }
            Class::Auxiliary => {
                governed = true;
                let be = matches!(
                    token.lower.as_str(),
                    "be" | "been"
                        | "being"
                        | "is"
                        | "are"
                        | "was"
                        | "were"
                        | "isn't"
                        | "wasn't"
                        | "aren't"
                        | "weren't"
                );
                passive |= be
                    && start == head - skipped_adverbs(p, head)
                    && matches!(form, Form::Past | Form::Participle);
            }
            Class::To if form == Form::Base && !governed => {
                let colouring = start >= 2
                    && p.get(start - 2).is_some_and(|t| COLOURING.contains(&t.lower.as_str()));
                if !colouring || start < floor + 2 {
                    bare_infinitive = true;
                    break;
                }
                start -= 1;
                if p.get(start - 1).is_some_and(|t| t.is("on")) {
                    start -= 1;
                }
            }
            _ => break,
        }
        start -= 1;
    }
    // An adverb that opens the sentence belongs to the clause, not to the verb.
    while start < head && p.get(start).is_some_and(|t| t.class == Class::Adverb) && start == floor {
        start += 1;
    }
    let end =
        verb.particle.and_then(|particle| particle_end(p, head, particle)).unwrap_or(head + 1);
    let own = if bare_infinitive || (form == Form::Ing && !governed) {
        None
    } else {
        subject_left(p, start)
    };
    let own_subject = own.is_some();
    let subject = own.or_else(|| shared_subject(p, start, form, before, floor));
    Cue {
        head,
        group: start..end,
        verb,
        form,
        passive,
        bare_infinitive,
        modal,
        subject,
        own_subject,
    }
}

fn skipped_adverbs(p: &Paragraph, head: usize) -> usize {
    (0..head)
        .rev()
        .take_while(|i| p.get(*i).is_some_and(|t| matches!(t.class, Class::Adverb | Class::Not)))
        .count()
}

/// The subject of the verb before ("X said … and called on", "X said, adding"), else that of the
/// sentence's first verb.
fn shared_subject(
    p: &Paragraph,
    start: usize,
    form: Form,
    before: &[Cue],
    floor: usize,
) -> Option<Range<usize>> {
    let coordinated = start > floor
        && p.before(start)
            .is_some_and(|t| matches!(t.class, Class::And | Class::But) || t.is_mark(&[","]));
    let opens = start == floor
        || start == floor + 1 && p.get(floor).is_some_and(|t| t.class == Class::Mark);
    if form == Form::Ing && opens {
        return subject_after_participle(p, start);
    }
    if !coordinated && form != Form::Ing {
        return None;
    }
    // "a report saying", "people claiming"
    if form == Form::Ing && start > floor && p.before(start).is_some_and(|t| t.is_nominal()) {
        return noun_phrase_left(p, start);
    }
    main_subject(p, start, floor)
        .or_else(|| {
            let earlier = before.iter().rev().take_while(|c| c.head >= floor);
            earlier.filter(|c| c.form != Form::Ing).find_map(|c| c.subject.clone())
        })
        .or_else(|| {
            let verb = (floor..start).find(|i| is_finite(p, *i))?;
            subject_left(p, verb)
        })
}

/// The subject of the last main clause before `at`: one that opens the sentence or follows a mark, a
/// conjunction or a quotation, not one that a verb or "that" governs.
fn main_subject(p: &Paragraph, at: usize, floor: usize) -> Option<Range<usize>> {
    let quote = p.get(at).and_then(|t| t.quote);
    (floor..at)
        .rev()
        .take(80)
        .filter(|i| is_finite(p, *i) && p.get(*i).and_then(|t| t.quote) == quote)
        .filter_map(|i| subject_left(p, i))
        .find(|s| {
            s.start == floor
                || p.before(s.start).is_some_and(|t| {
                    matches!(
                        t.class,
                        Class::Mark | Class::And | Class::But | Class::Adverb | Class::Subordinator
                    )
                }) && !p
                    .get(s.start)
                    .is_some_and(|t| matches!(t.class, Class::Relative | Class::That))
        })
}

/// "Arguing that …, the minister claimed": the subject of the clause that follows.
pub(super) fn subject_after_participle(p: &Paragraph, start: usize) -> Option<Range<usize>> {
    let ceiling = p.sentence_of(start).end;
    let commas = (start..ceiling).filter(|i| p.get(*i).is_some_and(|t| t.is_mark(&[","])));
    for comma in commas.take(6) {
        let from =
            comma + 1 + usize::from(p.get(comma + 1).is_some_and(|t| t.is_mark(&["”", "\""])));
        let verb = (from + 1..ceiling.min(from + 24)).find(|i| is_finite(p, *i));
        if let Some(subject) = verb.and_then(|v| subject_left(p, v)).filter(|s| s.start == from) {
            return Some(subject);
        }
    }
    None
}
