//! Who is said to say what: a table of sieves.

use rapporteur_core::AnnotatedArticle;

/// Who is said to say what: a table of sieves.
pub(crate) fn find(_article: &mut AnnotatedArticle) {}

/// Whether `word` (lower case) is a verb that introduces or follows a quotation.
pub(crate) fn is_saying(word: &str) -> bool {
    SAYING.binary_search(&word).is_ok()
}

/// Sorted.
const SAYING: &[&str] = &[
    "added",
    "adds",
    "asked",
    "asks",
    "cried",
    "declared",
    "exclaimed",
    "joked",
    "quipped",
    "remarked",
    "replied",
    "replies",
    "responded",
    "said",
    "says",
    "shouted",
    "stated",
    "told",
    "tweeted",
    "wondered",
    "writes",
    "wrote",
    "yelled",
];
