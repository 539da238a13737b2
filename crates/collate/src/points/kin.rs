//! Words that tell the same thing in other words.

use rapporteur_core::words::{fold, stem};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The first word of the class of a stem, or the stem itself: "abduct", "captured" and "seizure"
/// all give "kidnap".
pub(super) fn class(stem: &str) -> &str {
    CLASSES.get(stem).copied().unwrap_or(stem)
}

/// By stem, the stem of the class's first word.
static CLASSES: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
    lines()
        .flat_map(|line| {
            let first = line.split(' ').next().unwrap_or(line);
            line.split(' ').map(move |word| (stem(&fold(word)).to_owned(), stem(first)))
        })
        .collect()
});

fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("data/kin.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn other_words_for_one_thing_meet() {
        for (a, b) in [("abducted", "captured"), ("died", "killed"), ("vessels", "ships")] {
            assert_eq!(class(stem(a)), class(stem(b)), "{a} {b}");
        }
        assert_eq!(class("lighthous"), "lighthous");
    }

    #[test]
    fn no_stem_is_in_two_classes() {
        let mut seen = BTreeSet::new();
        for line in lines() {
            let stems: BTreeSet<String> =
                line.split(' ').map(|w| stem(&fold(w)).to_owned()).collect();
            assert!(stems.len() > 1, "{line}");
            for stem in stems {
                assert!(seen.insert(stem.clone()), "{stem} in {line}");
            }
        }
        assert!(lines().is_sorted());
    }
}
