//! What an article is compared by: its words, names and the words of its headline above all.

use rapporteur_core::words::{fold, is_function_word, spans, stem};
use rapporteur_core::{Article, Span};
use std::collections::BTreeMap;

/// How much of a text is read, in bytes. News puts first what it is about; the rest of a long
/// page, or of a line of 50 MB, adds cost and background that accounts of other events share.
const READ: usize = 4_000;

/// How much a word of the headline counts more than one of the text, in occurrences.
const HEADLINE: f32 = 4.0;

/// How much more a name counts than another word. Accounts of one event share its names.
const NAME: f32 = 1.5;

/// What an article is compared by: stems with how much the article speaks of them, before it is
/// weighed how rare they are. Sorted by stem.
pub(crate) struct Features(pub(crate) Vec<(String, f32)>);

/// What is known of one stem while an article is read.
#[derive(Default)]
struct Use {
    occurrences: f32,
    /// Whether it stands with a small first letter anywhere.
    small: bool,
}

impl Features {
    /// Reads `article`, its noise left out.
    pub(crate) fn of(article: &Article) -> Self {
        let mut uses: BTreeMap<String, Use> = BTreeMap::new();
        for stretch in stretches(article) {
            for word in spans(&article.text, stretch) {
                note(&mut uses, &article.text[word], 1.0);
            }
        }
        if let Some(headline) = article.headline_text() {
            let headline = &headline[..cut(headline, READ)];
            for word in spans(headline, Span::new(0, headline.len())) {
                note(&mut uses, &headline[word], HEADLINE);
            }
        }
        let weighed = uses.into_iter().map(|(stem, seen)| {
            let weight = 1.0 + seen.occurrences.ln();
            let names = if seen.small { 1.0 } else { NAME };
            (stem, weight * names)
        });
        Self(weighed.collect())
    }
}

fn note(uses: &mut BTreeMap<String, Use>, word: &str, occurrences: f32) {
    let folded = fold(word);
    let folded = folded.strip_suffix("'s").unwrap_or(&folded);
    // Numbers differ between accounts and agree between events; one letter says nothing.
    if folded.len() < 2 || is_function_word(folded) || !folded.contains(char::is_alphabetic) {
        return;
    }
    let seen = uses.entry(stem(folded).to_owned()).or_default();
    seen.occurrences += occurrences;
    seen.small |= word.starts_with(char::is_lowercase);
}

/// What lies between the spans of noise, up to [`READ`].
fn stretches(article: &Article) -> Vec<Span> {
    let end = cut(&article.text, READ);
    let mut out = Vec::new();
    let mut from = 0;
    for noise in &article.noise {
        if noise.span.start() >= end {
            break;
        }
        out.push(Span::new(from, noise.span.start()));
        from = noise.span.end();
    }
    if from < end {
        out.push(Span::new(from, end));
    }
    out
}

/// The greatest character boundary of `text` at or below `limit`.
fn cut(text: &str, limit: usize) -> usize {
    let mut end = limit.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}
