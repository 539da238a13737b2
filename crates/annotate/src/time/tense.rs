//! Whether the words around an expression look back or ahead.

use super::rules::day_number;
use super::{Tokens, lexicon};
use rapporteur_core::Tense;

/// How many words before the expression are read.
const REACH: usize = 20;
/// How many after it: the verb of a clause that opens with its date may come late.
const REACH_AHEAD: usize = 32;

/// The direction of the words around `start..end`: of a word that looks ahead right before it
/// ("until Monday"), else of the nearest verb before it in the same sentence, else of the first
/// after it ("On Thursday the council will meet").
pub(super) fn around(t: &Tokens<'_>, start: usize, end: usize) -> Tense {
    let mut before = start;
    while before > 0 && start - before < 2 && t.any(before - 1, PREPOSITIONS) {
        before -= 1;
    }
    if (before..start).any(|i| t.any(i, AHEAD_PREPOSITIONS)) {
        return Tense::Future;
    }
    if t.preceded(start, NOMINAL_AHEAD) || (before > 0 && t.any(before - 1, NOMINAL_AHEAD)) {
        return Tense::Future;
    }
    // "called a strike for Saturday", where "for Saturday's attack" looks back.
    if t.preceded(start, &["for"]) && names_day(t, start, end) && !t.possessive(end - 1) {
        return Tense::Future;
    }
    let mut i = start;
    while i > 0 && start - i < REACH {
        i -= 1;
        // "They told us one thing, now they tell us another".
        if t.is(i, "now") {
            break;
        }
        if let Some(tense) = verb(t, i) {
            return tense;
        }
        if is_break(t.gap_before(i)) {
            break;
        }
    }
    for i in end..(end + REACH_AHEAD).min(t.len()) {
        if is_break(t.gap_before(i)) {
            break;
        }
        if let Some(tense) = verb(t, i) {
            return tense;
        }
    }
    Tense::Unknown
}

/// Whether a day of the week or of a month is among the words `start..end`.
fn names_day(t: &Tokens<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|i| lexicon::weekday(t.word(i)).is_some() || day_number(t.word(i)).is_some())
}

/// Marks that part two statements inside a sentence.
fn is_break(gap: &str) -> bool {
    gap.contains([';', '“', '”', '"', '!', '?']) || gap.contains(". ")
}

/// What the word `i` says about the direction, if it is a verb that says any.
fn verb(t: &Tokens<'_>, i: usize) -> Option<Tense> {
    let word = t.word(i);
    if t.any(i, WILL) {
        return Some(Tense::Future);
    }
    let next = |words: &[&str]| t.space(i) && t.any(i + 1, words);
    // "expected to", "agreed to meet", "should cancel": what follows lies ahead.
    if t.any(i, EXPECTED) && next(&["to"]) {
        return Some(Tense::Future);
    }
    if t.any(i, MODALS) {
        return Some(Tense::Future);
    }
    if t.is(i, "to") && next(ARRANGED) {
        return Some(Tense::Future);
    }
    // "after voting to override"
    if t.is(i, "after") && t.space(i) && t.word(i + 1).ends_with("ing") {
        return Some(Tense::Past);
    }
    // "is to meet", "is set to", "is scheduled for", "is expected", "are planned", "is due".
    if t.any(i, &["is", "are", "be"]) {
        return next(PLANNED).then_some(Tense::Future);
    }
    if t.any(i, PLANNED_ALONE) {
        return Some(Tense::Future);
    }
    if t.any(i, &["was", "were", "had", "has", "have", "did"]) {
        let planned = next(PLANNED) && !t.is(i + 1, "due");
        return Some(if planned { Tense::Future } else { Tense::Past });
    }
    if t.is(i, "set") && next(&["to", "for"]) {
        return Some(Tense::Future);
    }
    // "to be held": the word before says when.
    if t.preceded(i, &["be", "being"]) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    if IRREGULAR.binary_search(&lower.as_str()).is_ok() {
        return Some(Tense::Past);
    }
    let regular = lower.len() > 4
        && lower.ends_with("ed")
        && !t.capital(i)
        && NOT_VERBS.binary_search(&lower.as_str()).is_err()
        && !t.preceded(i, &["the", "a", "an", "its", "their", "his", "her", "of", "more"]);
    regular.then_some(Tense::Past)
}

const WILL: &[&str] = &[
    "will",
    "would",
    "shall",
    "won't",
    "won’t",
    "he'll",
    "we'll",
    "they'll",
    "it'll",
    "I'll",
    "he’ll",
    "we’ll",
    "they’ll",
    "it’ll",
    "I’ll",
    "wouldn't",
    "wouldn’t",
];

/// After a form of "to be".
const PLANNED: &[&str] = &[
    "to",
    "set",
    "scheduled",
    "due",
    "expected",
    "planned",
    "planning",
    "slated",
    "going",
    "supposed",
    "meant",
];

/// Verbs and nouns of intention in any form.
const PLANNED_ALONE: &[&str] = &[
    "scheduled",
    "slated",
    "plans",
    "planned",
    "expects",
    "upcoming",
    "forthcoming",
    "meet",
    "meets",
    "begins",
    "starts",
    "arrives",
];

/// Before "to" and a verb.
const EXPECTED: &[&str] =
    &["expected", "scheduled", "planned", "hopes", "intends", "plans", "wants", "promises", "due"];

/// "may" and "might" are left out: "may have been exposed between May and July".
const MODALS: &[&str] = &["should", "must"];

/// What is arranged for a day, after "to".
const ARRANGED: &[&str] = &[
    "attend", "begin", "cancel", "convene", "decide", "discuss", "hold", "host", "meet", "open",
    "postpone", "resume", "skip", "start", "testify", "travel", "visit", "vote",
];

const PREPOSITIONS: &[&str] = &[
    "on", "in", "by", "until", "till", "the", "of", "next", "for", "this", "coming", "late",
    "early",
];
const AHEAD_PREPOSITIONS: &[&str] = &["until", "till", "next", "coming", "by"];
/// Before "Monday's meeting".
const NOMINAL_AHEAD: &[&str] = &["upcoming", "ahead", "scheduled", "planned", "due"];

/// Words in -ed that are mostly no past. Sorted.
const NOT_VERBS: &[&str] = &[
    "armed",
    "bleed",
    "breed",
    "detailed",
    "exceed",
    "followed",
    "hundred",
    "indeed",
    "limited",
    "naked",
    "need",
    "proceed",
    "repeated",
    "sacred",
    "speed",
    "succeed",
    "supposed",
    "talented",
    "unarmed",
    "united",
    "unprecedented",
    "wicked",
];

/// Past forms that do not end in -ed, of the verbs that news uses. Sorted.
const IRREGULAR: &[&str] = &[
    "became",
    "began",
    "blew",
    "broke",
    "brought",
    "built",
    "came",
    "caught",
    "chose",
    "cut",
    "dealt",
    "drew",
    "drove",
    "fell",
    "felt",
    "fled",
    "flew",
    "fought",
    "found",
    "froze",
    "gave",
    "got",
    "grew",
    "heard",
    "held",
    "hit",
    "hurt",
    "kept",
    "knew",
    "laid",
    "lay",
    "led",
    "left",
    "lost",
    "made",
    "met",
    "overthrew",
    "overtook",
    "paid",
    "put",
    "ran",
    "read",
    "rose",
    "said",
    "sank",
    "sat",
    "saw",
    "sent",
    "set",
    "shook",
    "shot",
    "showed",
    "shut",
    "sold",
    "spent",
    "spoke",
    "spread",
    "stole",
    "stood",
    "struck",
    "swept",
    "swore",
    "testified",
    "thought",
    "threw",
    "told",
    "took",
    "understood",
    "undertook",
    "went",
    "withdrew",
    "won",
    "wore",
    "wrote",
];

#[cfg(test)]
mod tests {
    use super::*;
    use rapporteur_core::Span;

    #[test]
    fn lists_are_sorted() {
        assert!(IRREGULAR.is_sorted() && NOT_VERBS.is_sorted());
    }

    #[test]
    fn the_verb_beside_it_decides() {
        for (text, expected) in [
            ("The envoys met on Monday in Oslo.", Tense::Past),
            ("The envoys will meet on Monday in Oslo.", Tense::Future),
            ("On Monday the envoys will meet.", Tense::Future),
            ("On Monday the envoys, tired but hopeful, met again.", Tense::Past),
            ("Talks are scheduled for Monday.", Tense::Future),
            ("They have until Monday to answer.", Tense::Future),
            ("He said they would return on Monday.", Tense::Future),
            ("The minister is to fly to Oslo on Monday.", Tense::Future),
            ("She said on Monday they will talk.", Tense::Past),
            ("Rain is expected to fall in Oslo on Monday.", Tense::Future),
            ("They should cancel Monday’s meeting.", Tense::Future),
            (
                "On Monday, the council of the eleven towns of the valley, which counts among its members the old port, will vote.",
                Tense::Future,
            ),
            ("The guilds have called a strike for Monday.", Tense::Future),
            ("They apologised for Monday’s outage.", Tense::Past),
            ("They told us Sunday, now they tell us Monday.", Tense::Unknown),
            ("Monday is a day.", Tense::Unknown),
        ] {
            let t = Tokens::of(text, Span::new(0, text.len()));
            let at = (0..t.len()).find(|i| t.is(*i, "Monday")).unwrap();
            assert_eq!(around(&t, at, at + 1), expected, "{text}");
        }
    }
}
