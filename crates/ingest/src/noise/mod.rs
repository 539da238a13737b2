//! What stands in an article's text and is not the article.
//!
//! A table of detectors (`DETECTORS`), each a function in a file of its own whose head is its
//! manual. A detector reads the lines of the text and gives stretches of noise, whole lines or parts
//! of lines. It must rather miss noise than mark a sentence of the article: what is marked is read by
//! no later stage.

mod agencies;
mod caption;
mod credit;
mod foreign;
mod forms;
mod loose;
mod markup;
mod page;
mod phrases;
mod player;
mod related;
mod repeated;
mod site;

use page::Page;
use rapporteur_core::{Article, Noise, Span};
use std::collections::BTreeMap;

/// Finds noise in a text.
type Detector = fn(&Page<'_>, &mut Vec<Noise>);

/// All detectors. Where two claim the same words, the one that stands first names the kind.
const DETECTORS: &[Detector] = &[
    phrases::detect,
    site::detect,
    player::detect,
    markup::detect,
    forms::detect,
    related::detect,
    credit::detect,
    caption::detect,
    foreign::detect,
    repeated::detect,
    loose::detect,
];

/// Marks the noise of `article`.
pub fn mark(article: &mut Article) {
    let page = Page::new(&article.text);
    let mut found = Vec::new();
    for detector in DETECTORS {
        detector(&page, &mut found);
    }
    article.noise = disjoint(&article.text, found);
}

/// The stretches sorted and made disjoint; the part of a stretch that an earlier one holds is left
/// to the earlier one. White space at the ends is taken off, and what stands side by side in one
/// line and is of one kind becomes one.
fn disjoint(text: &str, found: Vec<Noise>) -> Vec<Noise> {
    let mut kept: BTreeMap<usize, Noise> = BTreeMap::new();
    for noise in found {
        let mut at = noise.span.start();
        let before = kept.range(..at).next_back().map(|(_, n)| n.span);
        let held: Vec<Span> = before
            .into_iter()
            .chain(kept.range(at..noise.span.end()).map(|(_, n)| n.span))
            .filter(|span| span.overlaps(noise.span))
            .collect();
        let end = Span::new(noise.span.end(), noise.span.end());
        for held in held.into_iter().chain([end]) {
            let span = Span::new(at, held.start()).trim(text);
            if !span.is_empty() {
                let kind = noise.kind;
                kept.insert(span.start(), Noise { span, kind });
            }
            at = held.end();
        }
    }
    let mut joined: Vec<Noise> = Vec::with_capacity(kept.len());
    for noise in kept.into_values() {
        match joined.last_mut() {
            Some(last) if last.kind == noise.kind && adjoin(text, last.span, noise.span) => {
                last.span = last.span.hull(noise.span);
            }
            _ => joined.push(noise),
        }
    }
    joined
}

/// Whether nothing but blanks stands between two stretches.
fn adjoin(text: &str, one: Span, other: Span) -> bool {
    let between = text.get(one.end()..other.start()).unwrap_or("\n");
    between.chars().all(|c| c == ' ' || c == '\u{a0}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The words that one detector marks in `text`.
    pub(super) fn marked(detector: Detector, text: &str) -> Vec<String> {
        let mut found = Vec::new();
        detector(&Page::new(text), &mut found);
        let found = disjoint(text, found);
        found.iter().map(|n| text[n.span].to_owned()).collect()
    }

    #[test]
    fn the_first_claim_names_the_kind() {
        let noise = |start, end, kind| Noise { span: Span::new(start, end), kind };
        let text = "abc def ghi";
        let found = vec![
            noise(4, 7, rapporteur_core::NoiseKind::Player),
            noise(0, 11, rapporteur_core::NoiseKind::Caption),
        ];
        let kept: Vec<&str> = disjoint(text, found).iter().map(|n| &text[n.span]).collect();
        assert_eq!(kept, ["abc", "def", "ghi"]);
    }

    /// Words that wake the detectors, between others.
    fn texts() -> impl Strategy<Value = String> {
        let word = prop_oneof![
            Just("Image caption".to_owned()),
            Just("Read more:".to_owned()),
            Just("(Photo: AP)".to_owned()),
            Just("Sign up for our newsletter.".to_owned()),
            Just("MOST READ IN NEWS".to_owned()),
            Just("Play slideshow".to_owned()),
            Just("\n".to_owned()),
            Just("AFP 3 Envoys".to_owned()),
            "\\PC{0,12}",
            "[A-Z][a-zé]{1,8}[.!?]?",
        ];
        proptest::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn noise_is_sorted_disjoint_and_trimmed(text in texts()) {
            let mut article = Article::from_text(text);
            mark(&mut article);
            let mut end = 0;
            for noise in &article.noise {
                prop_assert!(noise.span.start() >= end);
                end = noise.span.end();
                let words = article.text.get(noise.span.start()..end);
                prop_assert!(words.is_some_and(|w| !w.is_empty() && w.trim() == w));
            }
        }
    }
}
