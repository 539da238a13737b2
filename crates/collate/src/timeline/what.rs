//! The words that tell a happening best.

use super::{Dated, weigh};
use rapporteur_core::{AnnotatedArticle, Evidence};
use std::collections::{BTreeMap, BTreeSet};

/// A sentence longer than this, in bytes, is harder to read than it tells more.
const LONG: f64 = 240.0;

/// Of the sentences in which the mentions stand, the one that holds most of what all of them say
/// in the fewest words; among equals the first.
pub(super) fn best(
    group: &[&Dated],
    weight: &BTreeMap<&str, f64>,
    articles: &[AnnotatedArticle],
) -> Option<Evidence> {
    // How many other mentions share each word.
    let mut shared: BTreeMap<&str, usize> = BTreeMap::new();
    for word in group.iter().flat_map(|m| &m.around) {
        *shared.entry(word).or_default() += 1;
    }
    let score = |mention: &Dated| {
        let central: BTreeSet<&String> = mention
            .around
            .iter()
            .filter(|word| shared.get(word.as_str()).is_some_and(|n| *n > 1))
            .collect();
        let heading = articles
            .get(mention.article.index())
            .and_then(|article| {
                let sentence = article.sentence_at(mention.span.start())?;
                article.paragraphs.get(sentence.paragraph)
            })
            .is_some_and(|paragraph| paragraph.heading);
        let length = mention.clause.len() as f64;
        let told = weigh(central.into_iter(), weight);
        (1.0 + told) / (1.0 + length / LONG) * if heading { 0.7 } else { 1.0 }
    };
    group
        .iter()
        .map(|mention| (score(mention), mention))
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, mention)| Evidence { article: mention.article, span: mention.clause })
}
