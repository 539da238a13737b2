//! Regular expressions that are compiled on first use.

use regex::{Match, Regex};
use std::sync::OnceLock;

/// A regular expression. One that does not compile never matches; [`all_compile`] finds it in a test.
pub(crate) struct Pattern {
    source: &'static str,
    regex: OnceLock<Option<Regex>>,
}

impl Pattern {
    pub(crate) const fn new(source: &'static str) -> Self {
        Self {
            source,
            regex: OnceLock::new(),
        }
    }

    /// The expression itself.
    pub(crate) fn get(&self) -> Option<&Regex> {
        self.regex
            .get_or_init(|| Regex::new(self.source).ok())
            .as_ref()
    }

    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.get().is_some_and(|regex| regex.is_match(text))
    }

    pub(crate) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.get()?.find(text)
    }

    /// All matches, from left to right, not overlapping.
    pub(crate) fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Match<'t>> {
        self.get().into_iter().flat_map(move |r| r.find_iter(text))
    }
}

/// Whether all of `patterns` are well-formed.
#[cfg(test)]
pub(crate) fn all_compile(patterns: &[&Pattern]) -> bool {
    patterns.iter().all(|pattern| pattern.get().is_some())
}
