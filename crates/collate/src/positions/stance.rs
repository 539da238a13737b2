//! The stance of what is said where its cue is neutral ("said", "told"): a table of rules, each
//! with the words that it reads.

use crate::acts::{Part, Reading, Strength, Trigger};
use rapporteur_core::Act;

/// A stance with the words that show it, as indices of the reading's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stance {
    pub(super) act: Act,
    pub(super) first: usize,
    pub(super) last: usize,
}

/// What a rule is given: the words `from..to` are the content's part of one sentence.
pub(super) struct Content<'r, 't> {
    pub(super) reading: &'r Reading<'t>,
    pub(super) triggers: &'r [Trigger],
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether it stands inside quotation marks: what "we" and an imperative mean.
    pub(super) quoted: bool,
}

type Rule = fn(&Content<'_, '_>) -> Option<Stance>;

/// The rules, the first that fits speaks.
const RULES: &[Rule] = &[
    threat,
    apology,
    refusal,
    demand,
    imperative,
    readiness,
    talks,
    denial,
    support,
    cooperation,
    named,
    charge,
];

/// The stance of one sentence's content.
pub(super) fn of(content: &Content<'_, '_>) -> Option<Stance> {
    RULES.iter().find_map(|rule| rule(content))
}

impl Content<'_, '_> {
    fn word(&self, at: usize) -> &str {
        if at < self.to { self.reading.word(at) } else { "" }
    }

    /// Whether `words` stand at `at`.
    fn stands(&self, at: usize, words: &str) -> Option<usize> {
        let mut i = at;
        for word in words.split(' ') {
            if self.word(i) != word {
                return None;
            }
            i += 1;
        }
        Some(i - 1)
    }

    /// The first place where one of `phrases` stands.
    fn first_of(&self, act: Act, phrases: &[&str]) -> Option<Stance> {
        (self.from..self.to).find_map(|first| {
            let last = phrases.iter().filter_map(|p| self.stands(first, p)).max()?;
            Some(Stance { act, first, last })
        })
    }

    fn has(&self, words: &[&str]) -> bool {
        (self.from..self.to).any(|i| words.contains(&self.reading.word(i)))
    }
}

/// A condition with what the speaker will do about it: "if it turns to force, we will respond".
fn threat(content: &Content<'_, '_>) -> Option<Stance> {
    let named = content.first_of(
        Act::Threaten,
        &[
            "will respond",
            "would respond",
            "will retaliate",
            "would retaliate",
            "will be forced to",
            "would be forced to",
            "consequences will",
            "serious consequences",
            "severe consequences",
            "will have consequences",
            "grave consequences",
            "will pay",
            "will regret",
            "will never be",
            "reserves the right to respond",
            "all necessary measures",
            "fraught with",
        ],
    )?;
    (content.has(&["if", "unless", "until", "consequences", "retaliate", "pay", "regret"])
        || named.last > named.first + 2
        || content.reading.word(named.first) == "fraught")
        .then_some(named)
}

/// "I apologise", "we are sorry", "we failed"
fn apology(content: &Content<'_, '_>) -> Option<Stance> {
    content.first_of(
        Act::Concede,
        &[
            "i apologize",
            "i apologise",
            "we apologize",
            "we apologise",
            "i am sorry",
            "i am deeply sorry",
            "we are sorry",
            "we are deeply sorry",
            "i'm sorry",
            "we're sorry",
            "we failed",
            "we made mistakes",
            "we made a mistake",
            "i made a mistake",
            "we lost",
            "take responsibility",
            "full responsibility",
            "failed to prevent",
        ],
    )
}

/// What shall not be: "should not", "we cannot accept", "unacceptable", "there should be no".
fn refusal(content: &Content<'_, '_>) -> Option<Stance> {
    content.first_of(
        Act::Reject,
        &[
            "should not",
            "shouldn't",
            "must not",
            "mustn't",
            "should never",
            "must never",
            "should be no",
            "must be no",
            "can be no",
            "will not",
            "won't",
            "would not",
            "wouldn't",
            "not going to",
            "never going to",
            "will never",
            "would never",
            "cannot accept",
            "can't accept",
            "cannot agree",
            "cannot discuss",
            "cannot allow",
            "cannot be",
            "could not step back",
            "not ready to",
            "not prepared to",
            "not willing to",
            "no intention",
            "no plans",
            "no right",
            "no reason to",
            "unacceptable",
            "not acceptable",
            "non-negotiable",
            "out of the question",
            "not negotiable",
            "nobody should",
            "no one should",
        ],
    )
}

/// What others shall do: "must", "should", "we want", "it is time".
fn demand(content: &Content<'_, '_>) -> Option<Stance> {
    let modal = content.first_of(
        Act::Demand,
        &[
            "must",
            "should",
            "ought to",
            "needs to",
            "need to",
            "has to",
            "have to",
            "we want",
            "i want",
            "we demand",
            "we need",
            "we expect",
            "we call on",
            "we urge",
            "i urge",
            "we ask",
            "i ask",
            "we insist",
            "i call on",
            "it is time",
            "it's time",
            "all we are after",
            "we trust that",
            "it is essential",
            "it is absolutely essential",
            "it is necessary",
            "it is imperative",
            "we hope",
            "would like to know",
        ],
    )?;
    Some(modal)
}

/// An order: a quoted sentence that begins with the base form of a verb.
fn imperative(content: &Content<'_, '_>) -> Option<Stance> {
    if !content.quoted {
        return None;
    }
    const ORDERS: &[&str] = &[
        "abandon",
        "accept",
        "act",
        "allow",
        "apologize",
        "ask",
        "ban",
        "bring",
        "build",
        "call",
        "cancel",
        "change",
        "close",
        "come",
        "drop",
        "end",
        "fire",
        "free",
        "get",
        "give",
        "go",
        "help",
        "investigate",
        "join",
        "keep",
        "leave",
        "let",
        "lift",
        "listen",
        "make",
        "open",
        "pay",
        "pull",
        "put",
        "quit",
        "release",
        "remove",
        "resign",
        "respect",
        "return",
        "send",
        "show",
        "stand",
        "start",
        "stay",
        "stop",
        "support",
        "take",
        "tell",
        "vote",
        "wake",
        "withdraw",
    ];
    let first = content.from;
    let after_please = usize::from(content.word(first) == "please");
    let verb = first + after_please;
    (ORDERS.contains(&content.word(verb)) && content.to > verb + 1).then_some(Stance {
        act: Act::Demand,
        first,
        last: verb,
    })
}

/// "ready to continue talks" is consulting, "prepared to lift the ban" an offer.
fn readiness(content: &Content<'_, '_>) -> Option<Stance> {
    let ready = content.first_of(
        Act::Offer,
        &[
            "ready to",
            "prepared to",
            "willing to",
            "open to",
            "ready for",
            "we offer",
            "would be offering",
            "will offer",
            "will be offering",
            "offer them",
            "offer free",
        ],
    )?;
    let talk = (ready.last..(ready.last + 4).min(content.to))
        .any(|i| matches!(content.reading.word(i), "continue" | "resume" | "talk" | "talks"));
    let act = if talk { Act::Consult } else { Act::Offer };
    Some(Stance { act, ..ready })
}

/// What is said not to be: "there are no troops", "not a swap", "does not exist", "no evidence".
fn denial(content: &Content<'_, '_>) -> Option<Stance> {
    content.first_of(
        Act::Reject,
        &[
            "there is no",
            "there are no",
            "there was no",
            "there were no",
            "is not a",
            "was not a",
            "does not exist",
            "do not exist",
            "did not exist",
            "not exist",
            "had no",
            "has no",
            "no evidence",
            "found no",
            "not true",
            "is false",
            "was false",
            "nothing to do with",
            "baseless",
            "groundless",
            "absurd",
            "nonsense",
            "too early to",
            "nonexistent",
            "no basis",
            "do not accord",
            "did not accord",
            "no allegation",
            "no allegations",
            "no doubt that it is false",
            "unfounded",
            "fabricated",
            "no violation",
        ],
    )
}

/// "we welcome", "has the right to", "our thoughts are with"
fn support(content: &Content<'_, '_>) -> Option<Stance> {
    content.first_of(
        Act::Support,
        &[
            "we welcome",
            "i welcome",
            "we support",
            "i support",
            "has the right to",
            "have the right to",
            "has the sovereign right",
            "right to choose",
            "our thoughts",
            "my thoughts",
            "thoughts and prayers",
            "sincere condolences",
            "our condolences",
            "my condolences",
            "we thank",
            "i thank",
            "thank you",
            "grateful",
            "delighted",
            "step in the right direction",
            "in solidarity",
            "stand with",
            "we commend",
            "proud of",
            "the right thing to do",
            "good opportunity",
            "sympathetic to",
            "we back",
        ],
    )
}

/// "we will cooperate closely", "work together with"
fn cooperation(content: &Content<'_, '_>) -> Option<Stance> {
    content.first_of(
        Act::Cooperate,
        &[
            "will cooperate",
            "cooperate closely",
            "cooperating with",
            "work closely with",
            "working closely with",
            "work alongside",
            "working alongside",
            "would work with",
            "will work with",
            "work together",
            "strictly enforced",
            "fully implemented",
            "strictly implemented",
            "full compliance",
        ],
    )
}

/// The speaker's own act in the first person: "we condemn", "we reject".
fn named(content: &Content<'_, '_>) -> Option<Stance> {
    content
        .triggers
        .iter()
        .filter(|t| t.first >= content.from && t.last < content.to)
        .find(|t| {
            t.strength > Strength::Weak
                && t.part == Part::Verb
                && !t.negated
                && (1..=3).any(|back| {
                    t.first >= content.from + back
                        && matches!(content.reading.before(t.first, back), "we" | "i")
                })
        })
        .map(|t| Stance { act: t.act, first: t.first, last: t.last })
}

/// "the negotiations will continue"
fn talks(content: &Content<'_, '_>) -> Option<Stance> {
    content.first_of(
        Act::Consult,
        &[
            "negotiations will continue",
            "talks will continue",
            "dialogue will continue",
            "continue the dialogue",
            "continue the talks",
            "continue talks",
            "resume dialogue",
            "resume talks",
            "continue negotiations",
            "continue to talk",
            "in dialogue with",
            "plans to meet",
            "will meet",
        ],
    )
}

/// Words with which one party charges another: "aggressor", "provocations", "interfered in".
fn charge(content: &Content<'_, '_>) -> Option<Stance> {
    content.first_of(
        Act::Accuse,
        &[
            "aggressor",
            "aggressors",
            "aggression",
            "provocation",
            "provocations",
            "provocative",
            "reckless",
            "irresponsible",
            "hypocrisy",
            "hypocritical",
            "betrayal",
            "betrayed",
            "disgrace",
            "disgraceful",
            "shameful",
            "outrageous",
            "insult",
            "lied",
            "liar",
            "liars",
            "meddled",
            "meddling",
            "interfered",
            "interference",
            "bad faith",
            "dangerous game",
            "war crime",
            "war crimes",
            "genocide",
            "crimes",
            "corrupt",
            "rigged",
            "undermines",
            "undermined",
            "undermining",
            "confrontation",
            "violates",
            "violated",
            "violating",
            "very disappointed",
            "disappointed",
            "red handed",
            "red-handed",
            "attack on",
            "attacks on",
            "attacked the",
            "ignored by",
            "destabilizing",
            "destabilising",
            "element of instability",
            "history of wars",
            "wars and interventions",
            "wars of interventions",
            "failed to",
            "responsible for",
            "to blame",
            "at fault",
            "devastating message",
            "deceptive",
            "illegally",
            "illicitly",
        ],
    )
}
