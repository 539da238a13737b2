//! Where a text names acts.

use super::inflect::Form;
use super::lexicon::{Entry, LEXICON, Part};
use rapporteur_core::words::{self, Word};
use rapporteur_core::{Act, Span};
use std::cmp::Reverse;

/// What the words around a trigger say about its reality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mood {
    /// It happened, or happens.
    Fact,
    /// "will", "would", "may", "plans to"
    Future,
    /// "must", "should"
    Necessity,
}

/// How surely a trigger names its act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// Only where nothing clearer stands in the sentence.
    Weak,
    /// A word.
    Strong,
    /// A verb with its object.
    Frame,
}

/// Words that name an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Trigger {
    pub(crate) act: Act,
    /// Index of its first word in the words that were read.
    pub(crate) first: usize,
    /// Index of the last word of the verb or noun itself, without a frame's object.
    pub(crate) head_end: usize,
    /// Index of its last word.
    pub(crate) last: usize,
    pub(crate) part: Part,
    pub(crate) strength: Strength,
    /// The verb in its base form, or the first word of a noun or phrase.
    pub(crate) lemma: &'static str,
    /// "was rejected (by …)"
    pub(crate) passive: bool,
    /// "-ing", for a verb.
    pub(crate) gerund: bool,
    /// The base form of a verb, with no modal before it: mostly another verb's complement.
    pub(crate) bare: bool,
    pub(crate) negated: bool,
    pub(crate) mood: Mood,
    /// Stands in a clause that another word than the subject introduces ("after …", "who …").
    pub(crate) subordinate: bool,
}

/// A text's words, with what stands between them.
pub(crate) struct Reading<'t> {
    pub(crate) text: &'t str,
    pub(crate) words: Vec<Word>,
}

impl<'t> Reading<'t> {
    pub(crate) fn new(text: &'t str, within: Span) -> Self {
        Self { text, words: words::words(text, within) }
    }

    pub(crate) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |w| &w.folded)
    }

    /// The word `back` places before `at`, or nothing.
    pub(crate) fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |i| self.word(i))
    }

    /// The words from index `first` to `last`, as they stand.
    pub(crate) fn span(&self, first: usize, last: usize) -> Span {
        match (self.words.get(first), self.words.get(last)) {
            (Some(a), Some(b)) => a.span.hull(b.span),
            _ => Span::default(),
        }
    }

    /// Whether a mark that parts clauses stands between word `at` and the next.
    pub(crate) fn breaks_after(&self, at: usize) -> bool {
        self.gap(at).contains([',', ';', ':', '.', '!', '?', '—', '–', '(', ')'])
    }

    /// What stands between word `at` and the next.
    pub(crate) fn gap(&self, at: usize) -> &str {
        match (self.words.get(at), self.words.get(at + 1)) {
            (Some(a), Some(b)) if a.span.end() <= b.span.start() => {
                &self.text[Span::new(a.span.end(), b.span.start())]
            }
            _ => "",
        }
    }

    pub(crate) fn is_possessive(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|w| {
            let raw = &self.text[w.span];
            raw.ends_with("'s") || raw.ends_with("’s")
        }) || (self.word(at).ends_with('s') && self.gap(at).starts_with(['\'', '’']))
    }
}

/// How many words a frame's object may stand from its verb.
const REACH: usize = 6;

/// How many words before a trigger are read for negation and mood.
const GROUP: usize = 5;

/// The triggers of `reading` in order, not overlapping.
pub(crate) fn find(reading: &Reading<'_>) -> Vec<Trigger> {
    let mut out: Vec<Trigger> = Vec::new();
    let mut at = 0;
    while at < reading.words.len() {
        let best = LEXICON
            .entries(reading.word(at))
            .iter()
            .filter_map(|entry| fit(reading, at, entry))
            .max_by_key(|(t, near)| (t.strength, t.head_end, Reverse(*near), t.last));
        match best {
            Some((trigger, _)) => {
                at = trigger.head_end + 1;
                let covered = out
                    .last()
                    .is_some_and(|t| t.last >= trigger.last && t.strength >= trigger.strength);
                if !covered {
                    out.push(trigger);
                }
            }
            None => at += 1,
        }
    }
    out
}

/// The trigger that `entry` makes at word `at`, with the place of a frame's object.
fn fit(reading: &Reading<'_>, at: usize, entry: &Entry) -> Option<(Trigger, usize)> {
    let head_end = follow(reading, at, &entry.rest)?;
    let passive = entry.part == Part::Verb
        && matches!(entry.form, Form::Past | Form::Participle)
        && is_passive(reading, at, head_end);
    if !part_fits(reading, at, head_end, entry, passive) {
        return None;
    }
    let (first, last, near, strength) = match entry.objects {
        Some(objects) => {
            let (from, to) = object(reading, at, head_end, objects, entry.subject, passive)?;
            (at.min(from), head_end.max(to), from, Strength::Frame)
        }
        None if entry.weak => (at, head_end, at, Strength::Weak),
        None => (at, head_end, at, Strength::Strong),
    };
    let (negated, mood) = group(reading, at);
    let trigger = Trigger {
        act: entry.act,
        first,
        head_end,
        last,
        part: entry.part,
        strength,
        lemma: entry.lemma,
        passive,
        gerund: entry.part == Part::Verb && entry.form == Form::Ing,
        bare: entry.part == Part::Verb && entry.form == Form::Base && mood == Mood::Fact,
        negated,
        mood,
        subordinate: is_subordinate(reading, at),
    };
    Some((trigger, near))
}

/// Index of the last word where `rest` stands after word `at`.
fn follow(reading: &Reading<'_>, at: usize, rest: &[String]) -> Option<usize> {
    let fits = rest.iter().enumerate().all(|(i, word)| reading.word(at + 1 + i) == word);
    fits.then_some(at + rest.len())
}

/// The object of a frame: after the verb, or before it where it is the subject or the verb is
/// passive.
fn object(
    reading: &Reading<'_>,
    at: usize,
    head_end: usize,
    objects: usize,
    subject: bool,
    passive: bool,
) -> Option<(usize, usize)> {
    let stands = |i: usize| {
        LEXICON
            .object(objects, reading.word(i))?
            .iter()
            .filter_map(|rest| follow(reading, i, rest))
            .max()
    };
    if !subject {
        for i in head_end + 1..=head_end + REACH {
            if reading.breaks_after(i - 1) || CLAUSE_WORDS.contains(&reading.word(i)) {
                break;
            }
            if let Some(end) = stands(i) {
                return Some((i, end));
            }
        }
    }
    if subject || passive {
        for i in (at.saturating_sub(REACH)..at).rev() {
            if reading.breaks_after(i) {
                break;
            }
            if stands(i).is_some() {
                return Some((i, i));
            }
        }
    }
    None
}

/// Whether the form at `at` can be the part of speech of the entry.
fn part_fits(
    reading: &Reading<'_>,
    at: usize,
    head_end: usize,
    entry: &Entry,
    passive: bool,
) -> bool {
    let before = reading.before(at, 1);
    let joined = at > 0 && !reading.breaks_after(at - 1);
    let nominal = joined
        && (DETERMINERS.contains(&before)
            || PREPOSITIONS.contains(&before)
            || reading.is_possessive(at - 1));
    let verbal = joined && (AUXILIARIES.contains(&before) || PRONOUNS.contains(&before));
    match (entry.part, entry.form) {
        (Part::Phrase, _) => true,
        // an adverb far more often than a verb
        (Part::Verb, Form::Base) if entry.lemma == "back" && entry.rest.is_empty() => {
            verbal && DETERMINERS.contains(&reading.word(head_end + 1))
        }
        (Part::Verb, Form::Base | Form::S) => {
            let next = reading.word(head_end + 1);
            // "a ban on", "attack in", "talks with": a bare noun
            let noun_too = LEXICON
                .entries(reading.word(at))
                .iter()
                .any(|e| e.part == Part::Noun && e.rest.is_empty());
            !nominal
                && (verbal
                    || !noun_too
                    || (entry.form == Form::S && !PREPOSITIONS.contains(&next))
                    || (entry.form == Form::Base
                        && (before.ends_with('s') || !joined || before == "and")
                        && !PREPOSITIONS.contains(&next)
                        && !next.is_empty()))
        }
        (Part::Verb, Form::Past | Form::Participle) => passive || !nominal || before == "by",
        (Part::Verb, Form::Ing) => !DETERMINERS.contains(&before),
        (Part::Noun, _) => !verbal || before == "have" || before == "had" || before == "has",
    }
}

/// Whether the past form at `at` is a participle of the passive: a form of "be" in front, or "by"
/// behind and no auxiliary "have".
fn is_passive(reading: &Reading<'_>, at: usize, head_end: usize) -> bool {
    for back in 1..=3 {
        let word = reading.before(at, back);
        if BE.contains(&word) {
            return true;
        }
        if !(word.ends_with("ly") || ADVERBS.contains(&word)) {
            break;
        }
    }
    reading.word(head_end + 1) == "by" && !HAVE.contains(&reading.before(at, 1))
}

/// Negation and mood of the verb group before word `at`.
fn group(reading: &Reading<'_>, at: usize) -> (bool, Mood) {
    let mut negated = false;
    let mut mood = Mood::Fact;
    for back in 1..=GROUP {
        let Some(i) = at.checked_sub(back) else { break };
        if reading.breaks_after(i) {
            break;
        }
        let word = reading.word(i);
        if NEGATIONS.contains(&word) || word.ends_with("n't") {
            negated = true;
        }
        match word {
            "will" | "would" | "may" | "might" | "could" | "shall" | "won't" | "wouldn't"
            | "plans" | "planning" | "going" | "intends" | "vowed" | "vows" | "we'll"
            | "they'll" => {
                mood = Mood::Future;
            }
            "must" | "should" | "shouldn't" | "mustn't" => mood = Mood::Necessity,
            _ => {}
        }
        let passes = NEGATIONS.contains(&word)
            || AUXILIARIES.contains(&word)
            || ADVERBS.contains(&word)
            || BE.contains(&word)
            || word.ends_with("ly")
            || word.ends_with("n't")
            || matches!(word, "plans" | "planning" | "going" | "intends" | "vowed" | "vows");
        if !passes {
            break;
        }
    }
    (negated, mood)
}

/// Whether the nearest word that opens a clause before `at` is a subordinating one.
fn is_subordinate(reading: &Reading<'_>, at: usize) -> bool {
    for i in (0..at).rev().take(12) {
        if reading.breaks_after(i) && i + 1 < at {
            // a relative clause goes on after a comma: ", which …" is found before it
            return false;
        }
        let word = reading.word(i);
        if SUBORDINATORS.contains(&word) {
            return true;
        }
        if matches!(word, "said" | "says" | "that" | "announced" | "told") {
            return false;
        }
    }
    false
}

/// Words that end a verb's object.
const CLAUSE_WORDS: &[&str] = &[
    "who", "which", "that", "after", "before", "because", "while", "although", "whose", "when",
    "unless", "if",
];

const SUBORDINATORS: &[&str] = &[
    "who",
    "which",
    "whose",
    "where",
    "after",
    "before",
    "while",
    "since",
    "because",
    "following",
    "amid",
    "despite",
    "if",
    "unless",
    "when",
    "during",
    "until",
    "although",
    "though",
    "whom",
    "as",
    "over",
    "of",
];

const DETERMINERS: &[&str] = &[
    "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my",
    "your", "any", "no", "some", "each", "every", "another", "new", "more", "further", "several",
    "many", "two", "three", "first", "such",
];

pub(super) const PREPOSITIONS: &[&str] = &[
    "of", "for", "from", "in", "on", "with", "under", "against", "over", "by", "at", "about",
    "between", "among", "during", "after", "before", "into", "amid", "despite", "without", "via",
];

const AUXILIARIES: &[&str] = &[
    "to",
    "will",
    "would",
    "can",
    "could",
    "may",
    "might",
    "must",
    "should",
    "shall",
    "do",
    "does",
    "did",
    "not",
    "never",
    "don't",
    "doesn't",
    "didn't",
    "won't",
    "wouldn't",
    "can't",
    "cannot",
    "couldn't",
    "shouldn't",
    "have",
    "has",
    "had",
    "having",
    "haven't",
    "hasn't",
    "hadn't",
    "we'll",
    "they'll",
    "let",
    "be",
    "been",
];

const PRONOUNS: &[&str] = &["i", "you", "he", "she", "it", "we", "they", "who", "which"];

const ADVERBS: &[&str] = &[
    "also",
    "again",
    "always",
    "never",
    "not",
    "already",
    "once",
    "still",
    "now",
    "even",
    "ever",
    "first",
    "further",
    "just",
    "long",
    "often",
    "only",
    "since",
    "so",
    "soon",
    "then",
    "thus",
    "twice",
    "yet",
    "today",
    "yesterday",
    "back",
];

const BE: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "being", "get", "gets", "got", "am", "isn't",
    "aren't", "wasn't", "weren't",
];

const HAVE: &[&str] = &["have", "has", "had", "having"];

const NEGATIONS: &[&str] = &["not", "never", "no", "cannot", "without", "nor", "neither", "nobody"];
