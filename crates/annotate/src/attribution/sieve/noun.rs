//! Nouns that attribute: "Norland's demands for guarantees", "its warning that …", "claims by the
//! ministry that …", "the decision to withdraw".
//!
//! The source is the possessor, or what follows "by"; without either only a that-clause makes an
//! attribution.

use super::super::Reading;
use super::super::class::Class;
use super::super::lexicon::Form;
use super::super::phrase::{
    clause_end, is_finite, noun_phrase_left, noun_phrase_right, object_end, verb_form,
};
use super::super::token::Paragraph;
use std::collections::BTreeSet;
use std::ops::Range;

/// Noun, and what may follow it: prepositions, "to" with an infinitive, "that". Singular; sorted.
const NOUNS: &[(&str, &[&str])] = &[
    ("accusation", &["of", "that"]),
    ("acknowledgement", &["of", "that"]),
    ("admission", &["of", "that"]),
    ("allegation", &["of", "that"]),
    ("announcement", &["of", "that"]),
    ("appeal", &["for", "to"]),
    ("argument", &["that"]),
    ("assertion", &["of", "that"]),
    ("assessment", &["that"]),
    ("assurance", &["of", "that"]),
    ("belief", &["that", "in"]),
    ("call", &["for", "to", "on"]),
    ("charge", &["that", "of"]),
    ("claim", &["of", "that", "to"]),
    ("commitment", &["to", "that"]),
    ("complaint", &["about", "of", "that"]),
    ("concern", &["about", "that", "over"]),
    ("conclusion", &["that"]),
    ("confirmation", &["of", "that"]),
    ("conviction", &["that"]),
    ("criticism", &["of", "that"]),
    ("declaration", &["that", "of"]),
    ("demand", &["for", "that", "to"]),
    ("denial", &["of", "that"]),
    ("determination", &["that"]),
    ("fear", &["of", "that", "about"]),
    ("finding", &["that"]),
    ("hope", &["for", "of", "that"]),
    ("impression", &["that"]),
    ("insistence", &["on", "that"]),
    ("notion", &["that"]),
    ("objection", &["to", "that"]),
    ("offer", &["of", "to"]),
    ("opposition", &["to"]),
    ("pledge", &["of", "that", "to"]),
    ("prediction", &["of", "that"]),
    ("promise", &["of", "that", "to"]),
    ("proposal", &["for", "that", "to"]),
    ("recommendation", &["that"]),
    ("refusal", &["to"]),
    ("rejection", &["of"]),
    ("request", &["for", "that", "to"]),
    ("revelation", &["that"]),
    ("rumor", &["that"]),
    ("rumour", &["that"]),
    ("speculation", &["that", "about"]),
    ("stance", &["on", "that"]),
    ("statement", &["that"]),
    ("suggestion", &["of", "that"]),
    ("support", &["for"]),
    ("suspicion", &["of", "that"]),
    ("threat", &["of", "that", "to"]),
    ("understanding", &["that"]),
    ("view", &["on", "that"]),
    ("vow", &["of", "that", "to"]),
    ("warning", &["about", "of", "that"]),
    ("worry", &["about", "that"]),
];

fn frames(word: &str) -> Option<&'static [&'static str]> {
    let singular = match word {
        "worries" => "worry",
        _ => word.strip_suffix('s').filter(|w| !w.ends_with('s')).unwrap_or(word),
    };
    NOUNS
        .binary_search_by_key(&singular, |(noun, _)| noun)
        .ok()
        .and_then(|i| NOUNS.get(i))
        .map(|(_, f)| *f)
}

/// Takes nouns.
pub(in super::super) fn find(r: &mut Reading) {
    let mut found = Vec::new();
    // "said in a statement that": the verb has it already.
    let begun: BTreeSet<usize> =
        r.found.iter().flat_map(|f| f.content.iter().map(|c| c.start)).collect();
    for at in 0..r.p.tokens.len() {
        let p = &r.p;
        let Some(frames) = p.get(at).filter(|t| !t.possessive).and_then(|t| frames(&t.lower))
        else {
            continue;
        };
        if verb_form(p, at).is_some_and(|f| f != Form::Ing) {
            continue;
        }
        let (by, after) = agent(p, at + 1);
        let Some(next) =
            p.get(after).filter(|t| t.sentence == p.tokens.get(at).map_or(0, |t| t.sentence))
        else {
            continue;
        };
        if !frames.contains(&next.lower.as_str()) {
            continue;
        }
        let source = possessor(p, at).or(by);
        let infinitive = next.class == Class::To
            && p.get(after + 1).is_some_and(|t| {
                t.class == Class::Verb || t.class == Class::Word || t.class == Class::Auxiliary
            });
        if source.is_none() && next.class != Class::That {
            continue;
        }
        // "the accusations that were made"
        if next.class == Class::That && is_finite(p, after + 1) {
            continue;
        }
        let start = after + usize::from(!infinitive);
        let end = if next.class == Class::That {
            clause_end(p, start, at)
        } else {
            object_end(p, start, at)
        };
        if end > start && !begun.contains(&start) {
            found.push((source, at..at + 1, start..end));
        }
    }
    for (source, cue, content) in found {
        r.push_one(source, Some(cue), content);
    }
}

/// "by the ministry" after the noun, and where what follows it begins.
fn agent(p: &Paragraph, at: usize) -> (Option<Range<usize>>, usize) {
    if p.get(at).is_some_and(|t| t.is("by") || t.is("from"))
        && let Some(source) = noun_phrase_right(p, at + 1)
    {
        let end = source.end;
        return (Some(source), end);
    }
    (None, at)
}

/// "Norland's", "its", "the minister's" before the noun, adjectives between.
fn possessor(p: &Paragraph, noun: usize) -> Option<Range<usize>> {
    let floor = p.sentence_of(noun).start;
    let mut at = noun;
    while at > floor && noun - at < 4 {
        let token = p.before(at)?;
        if token.possessive {
            let np = noun_phrase_left(p, at)?;
            let cut = np.clone().rev().find(|i| {
                p.get(*i).is_some_and(|t| {
                    t.class == Class::To || t.class == Class::Preposition && !t.is("of")
                })
            });
            return Some(cut.map_or(np.start, |c| c + 1)..np.end);
        }
        if token.class == Class::Possessive {
            return Some(at - 1..at);
        }
        if !matches!(
            token.class,
            Class::Word
                | Class::VerbLike
                | Class::Verb
                | Class::Adverb
                | Class::Name
                | Class::Number
        ) {
            return None;
        }
        at -= 1;
    }
    None
}
