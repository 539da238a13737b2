//! The head verb of a cue, in its base form.

use crate::acts::inflect;
use rapporteur_core::Span;
use rapporteur_core::words::{is_function_word, words};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The base form of the verb at the head of `cue`; a set phrase ("according to") or a verb that is
/// not known as it stands. `None` where the cue holds no word.
pub(super) fn of_cue(text: &str, cue: &[Span]) -> Option<String> {
    let words: Vec<String> =
        cue.iter().flat_map(|span| words(text, *span)).map(|w| w.folded).collect();
    words.iter().find_map(|w| BASE.get(w.as_str()).map(|base| (*base).to_owned())).or_else(|| {
        match words.as_slice() {
            [] => None,
            [first, ..] if first == "according" => Some("according to".to_owned()),
            all => all.iter().find(|w| !is_function_word(w)).or(all.first()).cloned(),
        }
    })
}

/// Every form of the verbs, with the base form.
static BASE: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
    VERBS
        .iter()
        .flat_map(|base| inflect::verb(base).into_iter().map(|(form, _)| (form, *base)))
        .collect()
});

/// Verbs that attribute speech, thought and will: the classes "say", "tell", "characterize",
/// "conjecture", "want" and "judgement" of VerbNet as news uses them. Sorted.
const VERBS: &[&str] = &[
    "accept",
    "accuse",
    "acknowledge",
    "add",
    "address",
    "admit",
    "advise",
    "advocate",
    "affirm",
    "agree",
    "allege",
    "announce",
    "answer",
    "argue",
    "ask",
    "assert",
    "assess",
    "assume",
    "assure",
    "believe",
    "blame",
    "boast",
    "brief",
    "call",
    "caution",
    "challenge",
    "charge",
    "cite",
    "claim",
    "clarify",
    "comment",
    "complain",
    "concede",
    "conclude",
    "condemn",
    "confess",
    "confide",
    "confirm",
    "consider",
    "contend",
    "continue",
    "convey",
    "counter",
    "criticise",
    "criticize",
    "decide",
    "declare",
    "decline",
    "decry",
    "defend",
    "demand",
    "denounce",
    "deny",
    "describe",
    "detail",
    "determine",
    "disagree",
    "disclose",
    "discuss",
    "dismiss",
    "dispute",
    "doubt",
    "echo",
    "elaborate",
    "emphasise",
    "emphasize",
    "envisage",
    "estimate",
    "exclaim",
    "expect",
    "explain",
    "express",
    "fear",
    "feel",
    "find",
    "forecast",
    "guess",
    "hail",
    "hear",
    "highlight",
    "hint",
    "hold",
    "hope",
    "imagine",
    "imply",
    "indicate",
    "inform",
    "insist",
    "instruct",
    "invite",
    "joke",
    "judge",
    "know",
    "lament",
    "laud",
    "learn",
    "maintain",
    "mean",
    "mention",
    "muse",
    "note",
    "object",
    "observe",
    "offer",
    "opine",
    "oppose",
    "order",
    "outline",
    "plead",
    "pledge",
    "point",
    "postulate",
    "praise",
    "predict",
    "proclaim",
    "promise",
    "pronounce",
    "propose",
    "protest",
    "prove",
    "question",
    "quip",
    "quote",
    "react",
    "read",
    "realise",
    "realize",
    "reason",
    "reassure",
    "recall",
    "reckon",
    "recognise",
    "recognize",
    "recommend",
    "recount",
    "refuse",
    "refute",
    "regret",
    "reiterate",
    "reject",
    "relate",
    "remark",
    "remember",
    "remind",
    "repeat",
    "reply",
    "report",
    "request",
    "require",
    "resolve",
    "respond",
    "restate",
    "reveal",
    "rule",
    "say",
    "scoff",
    "see",
    "seek",
    "seem",
    "shout",
    "show",
    "signal",
    "slam",
    "speak",
    "specify",
    "speculate",
    "state",
    "stipulate",
    "stress",
    "submit",
    "suggest",
    "support",
    "suppose",
    "surmise",
    "suspect",
    "swear",
    "teach",
    "tell",
    "testify",
    "thank",
    "theorise",
    "theorize",
    "think",
    "threaten",
    "tout",
    "tweet",
    "underline",
    "underscore",
    "understand",
    "urge",
    "venture",
    "view",
    "voice",
    "volunteer",
    "vow",
    "want",
    "warn",
    "welcome",
    "wish",
    "wonder",
    "worry",
    "write",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn verb(cue: &str) -> Option<String> {
        of_cue(cue, &[Span::new(0, cue.len())])
    }

    #[test]
    fn forms_meet_in_the_base() {
        for (cue, base) in [
            ("said", "say"),
            ("has repeatedly denied", "deny"),
            ("admitted", "admit"),
            ("emphasised", "emphasise"),
            ("according to", "according to"),
            ("is warning", "warn"),
            ("noted", "note"),
            ("stresses", "stress"),
        ] {
            assert_eq!(verb(cue).as_deref(), Some(base), "{cue}");
        }
        assert_eq!(verb("…"), None);
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(VERBS.is_sorted());
    }
}
