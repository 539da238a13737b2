//! A small guess at the part of speech: closed classes by list, verbs by the lexicon, the rest by
//! shape. All lists are sorted.

/// Part of speech, as finely as the sieves need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// "the", "a", "this", "every".
    Determiner,
    /// "his", "their".
    Possessive,
    /// "he", "they", "we": can be a subject.
    Pronoun,
    /// "him", "themselves": cannot.
    ObjectPronoun,
    /// "who", "which".
    Relative,
    /// "that", whatever it is.
    That,
    /// "how", "what", "whether".
    Wh,
    /// "of", "in".
    Preposition,
    /// "to", whatever it is.
    To,
    /// "and", "or", "nor".
    And,
    /// "but", "yet".
    But,
    /// "because", "while".
    Subordinator,
    /// Forms of be, have, do.
    Auxiliary,
    /// "will", "would".
    Modal,
    /// "not".
    Not,
    Adverb,
    Number,
    /// A day of the week, a month, "yesterday".
    Day,
    /// Capitalised.
    Name,
    /// A word that may be a verb; see [`super::token::Token::entries`].
    Verb,
    /// "-ed" and "-ing" words that no list knows.
    VerbLike,
    /// Any other word.
    Word,
    /// A mark.
    Mark,
}

const DETERMINERS: &[&str] = &[
    "a", "all", "an", "another", "any", "both", "each", "either", "every", "few", "many", "more",
    "most", "neither", "no", "other", "several", "some", "such", "the", "these", "this", "those",
];
const POSSESSIVES: &[&str] = &["her", "his", "its", "my", "our", "their", "whose", "your"];
const PRONOUNS: &[&str] = &[
    "anyone",
    "everybody",
    "everyone",
    "he",
    "he'd",
    "he'll",
    "he's",
    "i",
    "i'd",
    "i'll",
    "i'm",
    "i've",
    "it",
    "it'd",
    "it'll",
    "it's",
    "nobody",
    "one",
    "others",
    "she",
    "she'd",
    "she'll",
    "she's",
    "somebody",
    "someone",
    "there",
    "there's",
    "they",
    "they'd",
    "they'll",
    "they're",
    "they've",
    "we",
    "we'd",
    "we'll",
    "we're",
    "we've",
    "you",
    "you'd",
    "you'll",
    "you're",
    "you've",
];
const OBJECT_PRONOUNS: &[&str] = &[
    "herself",
    "him",
    "himself",
    "itself",
    "me",
    "myself",
    "ourselves",
    "them",
    "themselves",
    "us",
    "yourself",
];
const WH: &[&str] = &["how", "what", "whatever", "when", "where", "whether", "why"];
const PREPOSITIONS: &[&str] = &[
    "about",
    "above",
    "across",
    "against",
    "along",
    "alongside",
    "amid",
    "among",
    "around",
    "at",
    "behind",
    "below",
    "beneath",
    "beside",
    "between",
    "beyond",
    "by",
    "down",
    "during",
    "for",
    "from",
    "in",
    "inside",
    "into",
    "like",
    "near",
    "of",
    "off",
    "on",
    "onto",
    "out",
    "outside",
    "over",
    "past",
    "per",
    "regarding",
    "through",
    "throughout",
    "toward",
    "towards",
    "under",
    "up",
    "upon",
    "via",
    "with",
    "within",
    "without",
];
const SUBORDINATORS: &[&str] = &[
    "after",
    "although",
    "as",
    "because",
    "before",
    "despite",
    "except",
    "following",
    "if",
    "once",
    "since",
    "than",
    "though",
    "unless",
    "until",
    "whereas",
    "while",
];
const AUXILIARIES: &[&str] = &[
    "ain't", "am", "are", "aren't", "be", "been", "being", "did", "didn't", "do", "does",
    "doesn't", "don't", "had", "hadn't", "has", "hasn't", "have", "haven't", "having", "is",
    "isn't", "was", "wasn't", "were", "weren't",
];
const MODALS: &[&str] = &[
    "can",
    "can't",
    "cannot",
    "could",
    "couldn't",
    "may",
    "might",
    "must",
    "ought",
    "shall",
    "should",
    "shouldn't",
    "will",
    "won't",
    "would",
    "wouldn't",
];
const ADVERBS: &[&str] = &[
    "again",
    "ago",
    "already",
    "also",
    "always",
    "earlier",
    "even",
    "ever",
    "further",
    "hardly",
    "here",
    "however",
    "indeed",
    "instead",
    "just",
    "later",
    "meanwhile",
    "moreover",
    "never",
    "nevertheless",
    "nonetheless",
    "now",
    "often",
    "once",
    "only",
    "otherwise",
    "perhaps",
    "quite",
    "rather",
    "reportedly",
    "separately",
    "so",
    "sometimes",
    "soon",
    "still",
    "then",
    "therefore",
    "thus",
    "today",
    "together",
    "too",
    "very",
    "well",
    "yet",
];
const DAYS: &[&str] = &[
    "april",
    "august",
    "december",
    "february",
    "friday",
    "january",
    "july",
    "june",
    "monday",
    "november",
    "october",
    "saturday",
    "september",
    "sunday",
    "thursday",
    "tonight",
    "tuesday",
    "wednesday",
    "yesterday",
];
const NUMBERS: &[&str] = &[
    "billion",
    "dozen",
    "dozens",
    "eight",
    "five",
    "four",
    "half",
    "hundred",
    "hundreds",
    "million",
    "nine",
    "seven",
    "six",
    "ten",
    "thousand",
    "thousands",
    "three",
    "two",
];
/// Adverbs in shape only.
const LY_WORDS: &[&str] = &[
    "ally", "assembly", "comply", "daily", "early", "elderly", "family", "friendly", "imply",
    "italy", "july", "likely", "monthly", "only", "rally", "rely", "reply", "supply", "unlikely",
    "weekly",
];

fn is_in(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// The class of a closed-class word.
pub(super) fn closed(word: &str) -> Option<Class> {
    Some(match word {
        "that" => Class::That,
        "who" | "which" | "whom" => Class::Relative,
        "to" => Class::To,
        "and" | "or" | "nor" | "&" => Class::And,
        "but" => Class::But,
        "not" | "n't" => Class::Not,
        _ if is_in(DETERMINERS, word) => Class::Determiner,
        _ if is_in(POSSESSIVES, word) => Class::Possessive,
        _ if is_in(PRONOUNS, word) => Class::Pronoun,
        _ if is_in(OBJECT_PRONOUNS, word) => Class::ObjectPronoun,
        _ if is_in(WH, word) => Class::Wh,
        _ if is_in(PREPOSITIONS, word) => Class::Preposition,
        _ if is_in(SUBORDINATORS, word) => Class::Subordinator,
        _ if is_in(AUXILIARIES, word) => Class::Auxiliary,
        _ if is_in(MODALS, word) => Class::Modal,
        _ if is_in(ADVERBS, word) => Class::Adverb,
        _ if is_in(DAYS, word) => Class::Day,
        _ if is_in(NUMBERS, word) => Class::Number,
        _ => return None,
    })
}

/// The class of a lower-case word that is in no list.
pub(super) fn by_shape(word: &str) -> Class {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        Class::Number
    } else if word.len() > 4 && word.ends_with("ly") && !is_in(LY_WORDS, word) {
        Class::Adverb
    } else if word.len() > 4
        && (word.ends_with("ed") && !word.ends_with("eed") || word.ends_with("ing"))
        && !word.contains('-')
    {
        Class::VerbLike
    } else {
        Class::Word
    }
}

/// Nouns that end like a verb and stand where a subject stands.
pub(super) fn is_ing_noun(word: &str) -> bool {
    matches!(
        word,
        "meeting"
            | "building"
            | "briefing"
            | "hearing"
            | "filing"
            | "ruling"
            | "morning"
            | "evening"
            | "king"
            | "beijing"
            | "bombing"
            | "shooting"
            | "killing"
            | "training"
            | "funding"
            | "housing"
            | "something"
            | "anything"
            | "nothing"
            | "everything"
            | "understanding"
            | "warning"
            | "spring"
            | "string"
            | "gathering"
            | "finding"
            | "offspring"
            | "wing"
            | "thing"
            | "being"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        let lists = [
            DETERMINERS,
            POSSESSIVES,
            PRONOUNS,
            OBJECT_PRONOUNS,
            WH,
            PREPOSITIONS,
            SUBORDINATORS,
            AUXILIARIES,
            MODALS,
            ADVERBS,
            DAYS,
            NUMBERS,
            LY_WORDS,
        ];
        assert!(lists.iter().all(|list| list.is_sorted()));
    }

    #[test]
    fn classes_are_told_apart() {
        assert_eq!(closed("whether"), Some(Class::Wh));
        assert_eq!(closed("harbour"), None);
        assert_eq!(by_shape("quickly"), Class::Adverb);
        assert_eq!(by_shape("family"), Class::Word);
        assert_eq!(by_shape("armed"), Class::VerbLike);
    }
}
