//! Who does an act, and to whom: the phrases around a trigger, by their places.

use super::lexicon::Part;
use super::triggers::{PREPOSITIONS, Reading, Trigger};
use rapporteur_core::Span;

/// Words a phrase before a trigger is read back over at most.
const REACH: usize = 30;

/// Source and target of `trigger`: subject and object, the other way round for a passive.
pub(crate) fn around(reading: &Reading<'_>, trigger: &Trigger) -> (Option<Span>, Option<Span>) {
    let (before, after) = match trigger.part {
        Part::Noun => (possessor(reading, trigger), object(reading, trigger.last)),
        Part::Verb | Part::Phrase => {
            (subject(reading, trigger.first), object(reading, trigger.head_end))
        }
    };
    if trigger.passive { (agent(reading, trigger.head_end), before) } else { (before, after) }
}

/// The phrase before a verb group: from the clause's start.
pub(crate) fn subject(reading: &Reading<'_>, verb: usize) -> Option<Span> {
    let mut end = verb.checked_sub(1)?;
    while is_group_word(reading.word(end)) {
        end = end.checked_sub(1)?;
    }
    if reading.breaks_after(end) && end + 1 == verb {
        // an inserted phrase: "Serbia, on Thursday, rejected"
        let mut back = end;
        while back > 0 && !reading.breaks_after(back - 1) {
            back -= 1;
        }
        end = back.checked_sub(1)?;
    }
    let mut start = end;
    for _ in 0..REACH {
        let Some(before) = start.checked_sub(1) else {
            break;
        };
        if reading.breaks_after(before) || OPENERS.contains(&reading.word(before)) {
            break;
        }
        start = before;
    }
    while start < end && LEADING.contains(&reading.word(start)) {
        start += 1;
    }
    // "Serbia on Thursday": the phrase ends before the time
    let mut last = start;
    while last < end {
        let next = reading.word(last + 1);
        if TIME_WORDS.contains(&next) || (next == "on" && is_day(reading.word(last + 2))) {
            break;
        }
        last += 1;
    }
    Some(reading.span(start, last))
}

fn possessor(reading: &Reading<'_>, trigger: &Trigger) -> Option<Span> {
    subject(reading, trigger.first)
}

/// "by …" after a passive.
fn agent(reading: &Reading<'_>, head_end: usize) -> Option<Span> {
    (head_end + 1..head_end + 8)
        .find(|i| reading.word(*i) == "by")
        .and_then(|by| object(reading, by))
}

/// The phrase after a trigger, to the next verb-like word, clause or preposition of place.
pub(crate) fn object(reading: &Reading<'_>, head_end: usize) -> Option<Span> {
    let mut start = head_end + 1;
    while start < reading.words.len()
        && (PREPOSITIONS.contains(&reading.word(start))
            || LEADING.contains(&reading.word(start))
            || reading.word(start) == "to")
        && !reading.breaks_after(start)
    {
        start += 1;
    }
    if start >= reading.words.len() || start > head_end + 4 {
        return None;
    }
    let mut end = start;
    while end + 1 < reading.words.len() && end < start + 12 {
        let next = reading.word(end + 1);
        if reading.breaks_after(end)
            || ENDERS.contains(&next)
            || (next == "on" && is_day(reading.word(end + 2)))
            || TIME_WORDS.contains(&next)
        {
            break;
        }
        end += 1;
    }
    Some(reading.span(start, end))
}

fn is_day(word: &str) -> bool {
    matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
    )
}

/// Words between a subject and its verb.
fn is_group_word(word: &str) -> bool {
    word.ends_with("ly")
        || is_day(word)
        || matches!(
            word,
            "has"
                | "have"
                | "had"
                | "is"
                | "are"
                | "was"
                | "were"
                | "be"
                | "been"
                | "being"
                | "will"
                | "would"
                | "may"
                | "might"
                | "could"
                | "should"
                | "must"
                | "to"
                | "not"
                | "never"
                | "no"
                | "longer"
                | "again"
                | "also"
                | "once"
                | "outright"
                | "on"
                | "today"
                | "yesterday"
                | "itself"
                | "said"
                | "says"
                | "announced"
                | "it"
                | "they"
                | "he"
                | "she"
                | "that"
                | "reportedly"
                | "still"
                | "now"
                | "begun"
                | "began"
        )
}

/// Words that a subject does not cross backwards.
const OPENERS: &[&str] = &[
    "that", "who", "which", "because", "while", "when", "after", "before", "if", "unless", "said",
    "says", "but", "although",
];

const LEADING: &[&str] = &["the", "a", "an", "and", "but", "up", "least", "more", "than", "some"];

const TIME_WORDS: &[&str] = &[
    "today",
    "yesterday",
    "tomorrow",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "last",
];

/// Words at which an object ends.
const ENDERS: &[&str] = &[
    "to", "that", "for", "who", "which", "after", "before", "because", "while", "when", "if",
    "unless", "as", "by", "over", "with", "and", "is", "are", "was", "were", "has", "have", "had",
    "will", "would", "must", "should", "said", "says", "in", "into", "amid", "from", "of", "on",
];
