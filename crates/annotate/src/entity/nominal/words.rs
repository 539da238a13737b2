//! The words that introduce descriptions, stand inside them, or only look like one.

use crate::entity::token::{Gap, Token};
use rapporteur_core::words;

pub(super) const DEFINITE: &[&str] =
    &["the", "this", "these", "those", "his", "her", "their", "its", "our", "my", "your", "both"];
pub(super) const INDEFINITE: &[&str] = &[
    "a",
    "an",
    "another",
    "some",
    "several",
    "many",
    "other",
    "others",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "dozens",
    "hundreds",
    "thousands",
    "few",
    "one",
    "most",
    "more",
    "all",
    "various",
    "numerous",
    "certain",
    "multiple",
];
/// Nouns that tell how many persons there are and nothing else.
pub(super) const TUPLES: &[&str] = &["pair", "couple", "duo", "trio", "twins"];
/// Determiners of what does not exist or is not one: no description.
pub(super) const NEGATIVE: &[&str] = &["no", "any", "every", "each", "neither", "either"];
/// Adjectives that stand before descriptions without a determiner.
pub(super) const BARE_ADJECTIVES: &[&str] = &[
    "senior",
    "top",
    "leading",
    "local",
    "military",
    "unnamed",
    "western",
    "eastern",
    "northern",
    "southern",
    "official",
    "regional",
    "federal",
    "foreign",
    "government",
    "state",
    "high-level",
    "high-ranking",
    "key",
    "independent",
    "international",
    "national",
    "medical",
    "legal",
    "political",
    "religious",
    "opposition",
    "festival",
    "security",
    "intelligence",
    "defence",
    "defense",
    "police",
    "party",
    "presidential",
    "vice-presidential",
    "mayoral",
    "gubernatorial",
    "diplomatic",
    "congressional",
    "parliamentary",
    "initial",
    "preliminary",
    "recent",
    "earlier",
    "former",
    "public",
    "private",
    "election",
    "campaign",
    "company",
    "industry",
    "human",
    "rights",
    "anti-government",
    "state-run",
    "rescue",
    "law",
    "enforcement",
    "union",
    "trade",
    "rival",
    "armed",
    "islamist",
    "jihadist",
    "rebel",
];
/// Nouns that are verbs as well: alone they are no description.
pub(super) const ALSO_VERBS: &[&str] = &[
    "reports",
    "report",
    "heads",
    "posts",
    "post",
    "forces",
    "polls",
    "boards",
    "chairs",
    "trusts",
    "houses",
    "bills",
    "letters",
    "statements",
    "press",
    "times",
    "guards",
    "services",
    "head",
    "guard",
    "trust",
    "pilots",
    "doctors",
    "nurses",
    "papers",
    "lead",
    "leads",
    "hosts",
    "parents",
    "documents",
    "studies",
    "surveys",
    "articles",
    "treaties",
    "resolutions",
];
/// Nouns that more often stand before another noun or mean something else: a description only where
/// no plain noun follows ("head injuries", "press conference", "party congress").
pub(super) const MODIFIERS: &[&str] = &[
    "press",
    "head",
    "chief",
    "major",
    "general",
    "local",
    "chair",
    "host",
    "driver",
    "party",
    "force",
    "service",
    "post",
    "fund",
    "trust",
    "division",
    "branch",
    "house",
    "club",
    "team",
    "side",
    "lead",
    "journal",
    "radio",
    "tv",
    "television",
    "center",
    "centre",
    "court",
    "bank",
    "military",
    "media",
    "office",
    "school",
    "hospital",
    "university",
    "college",
    "company",
    "government",
    "police",
    "army",
    "navy",
    "union",
    "campaign",
    "child",
    "student",
    "family",
    "friend",
    "customer",
    "board",
    "council",
    "state",
    "network",
    "website",
    "website's",
    "report",
    "statement",
    "treaty",
    "bill",
    "defence",
    "airline",
    "passenger",
    "victim",
    "expert",
    "person",
];
/// Collective singulars that need no determiner.
pub(super) const BARE_SINGULARS: &[&str] =
    &["police", "parliament", "congress", "government", "enforcement", "media", "management"];

/// Whether a noun that is also a verb is the verb here: something follows that a verb takes.
pub(super) fn is_verb_here(all: &[Token], at: usize) -> bool {
    let Some(token) = all.get(at) else {
        return false;
    };
    if !ALSO_VERBS.contains(&token.folded.as_str()) || token.starts {
        return false;
    }
    let before = at.checked_sub(1).and_then(|k| all.get(k));
    let after_article = before.is_some_and(|b| {
        b.sentence == token.sentence
            && (DEFINITE.contains(&b.folded.as_str())
                || INDEFINITE.contains(&b.folded.as_str())
                || b.possessive
                || words::is_function_word(&b.folded))
    });
    if after_article {
        return false;
    }
    all.get(at + 1).is_none_or(|next| {
        next.sentence != token.sentence
            || !matches!(next.gap, Gap::Space)
            || next.capital
            || matches!(
                next.folded.as_str(),
                "that"
                    | "how"
                    | "why"
                    | "whether"
                    | "a"
                    | "an"
                    | "the"
                    | "his"
                    | "her"
                    | "its"
                    | "their"
                    | "more"
                    | "up"
            )
            || next.folded.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Plural nouns that follow a noun in its compound.
pub(super) fn is_common_plural(folded: &str) -> bool {
    matches!(
        folded,
        "injuries"
            | "headquarters"
            | "conferences"
            | "releases"
            | "buildings"
            | "stations"
            | "talks"
            | "deals"
            | "plans"
            | "rules"
            | "records"
            | "reports"
            | "numbers"
            | "statistics"
            | "sources"
            | "sanctions"
            | "policies"
            | "measures"
            | "efforts"
            | "interests"
            | "vehicles"
            | "cars"
    )
}
