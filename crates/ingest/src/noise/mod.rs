//! What stands in an article's text and is not the article.
//!
//! A table of detectors ([`DETECTORS`]), each a function in a file of its own whose head is its
//! manual. A detector reads the lines of the text and gives stretches of noise, whole lines or parts
//! of lines. It must rather miss noise than mark a sentence of the article: what is marked is read by
//! no later stage.

mod page;
mod phrases;

use page::Page;
use rapporteur_core::{Article, Noise, Span};

/// Finds noise in a text.
type Detector = fn(&Page<'_>, &mut Vec<Noise>);

/// All detectors. Where two claim the same words, the one that stands first names the kind.
const DETECTORS: &[Detector] = &[phrases::detect];

/// Marks the noise of `article`.
pub fn mark(article: &mut Article) {
    let page = Page::new(&article.text, article.title.as_deref());
    let mut found = Vec::new();
    for detector in DETECTORS {
        detector(&page, &mut found);
    }
    article.noise = disjoint(&article.text, found);
}

/// The stretches sorted and made disjoint; the part of a stretch that an earlier one holds is left
/// to the earlier one. White space at the ends is taken off.
fn disjoint(text: &str, found: Vec<Noise>) -> Vec<Noise> {
    let mut kept: Vec<Noise> = Vec::with_capacity(found.len());
    for noise in found {
        let mut pieces = vec![noise.span];
        let from = kept.partition_point(|k| k.span.end() <= noise.span.start());
        for held in kept[from..]
            .iter()
            .take_while(|k| k.span.start() < noise.span.end())
        {
            let Some(last) = pieces.pop() else { break };
            pieces.push(Span::new(last.start(), held.span.start()));
            pieces.push(Span::new(held.span.end().max(last.start()), last.end()));
        }
        for piece in pieces {
            let span = piece.trim(text);
            if !span.is_empty() {
                let at = kept.partition_point(|k| k.span.start() < span.start());
                kept.insert(
                    at,
                    Noise {
                        span,
                        kind: noise.kind,
                    },
                );
            }
        }
    }
    kept
}
