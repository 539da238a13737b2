//! Regular expressions that are compiled on first use, and used where they can match.

use regex::{Match, Regex};
use std::sync::OnceLock;

/// A regular expression. One that does not compile never matches; [`all_compile`] finds it in a test.
pub(crate) struct Pattern {
    source: &'static str,
    /// Without one of these words in the text there is no match. To look for them costs little; most
    /// expressions are then neither compiled nor run on most texts. Empty: no such words.
    wake: &'static [&'static str],
    regex: OnceLock<Option<Regex>>,
}

impl Pattern {
    pub(crate) const fn new(source: &'static str) -> Self {
        Self::woken(&[], source)
    }

    /// An expression that cannot match a text without one of the words `wake`.
    pub(crate) const fn woken(wake: &'static [&'static str], source: &'static str) -> Self {
        Self { source, wake, regex: OnceLock::new() }
    }

    /// The expression itself.
    pub(crate) fn get(&self) -> Option<&Regex> {
        self.regex.get_or_init(|| Regex::new(self.source).ok()).as_ref()
    }

    /// The expression, if it can match `text`.
    fn awake(&self, text: &str) -> Option<&Regex> {
        let awake = self.wake.is_empty() || self.wake.iter().any(|word| text.contains(word));
        awake.then(|| self.get()).flatten()
    }

    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.awake(text).is_some_and(|regex| regex.is_match(text))
    }

    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.awake(text)?.find(text)
    }

    /// All matches, from left to right, not overlapping.
    pub(crate) fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Match<'t>> {
        self.awake(text).into_iter().flat_map(move |r| r.find_iter(text))
    }
}

/// Whether all of `patterns` are well-formed.
#[cfg(test)]
pub(crate) fn all_compile(patterns: &[&Pattern]) -> bool {
    patterns.iter().all(|pattern| pattern.get().is_some())
}
