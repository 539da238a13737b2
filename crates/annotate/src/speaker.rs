//! Who speaks: every attribution's source resolved through the article.
//!
//! A source is read by its head: the first mention that stands in it, unless that mention hangs on a
//! preposition ("a father of one of the captives"). Sources that name nobody known get an entity of
//! their own, so that a reader sees who is meant in the article's words. Attributions without a
//! source take the speaker of the quotation that they run on from; where nobody is named at all
//! ("is believed to"), the speaker stays open.

mod described;
mod missing;
mod source;

use self::described::Described;
use rapporteur_core::{
    AnnotatedArticle, Attribution, AttributionKind, EntityId, Mention, MentionForm, Span, words,
};

/// Gives every attribution its speaker, as far as the article lets one know.
pub(crate) fn resolve(article: &mut AnnotatedArticle) {
    let mut attributions = std::mem::take(&mut article.attributions);
    let mut order: Vec<usize> = (0..attributions.len()).collect();
    order.sort_by_key(|i| attributions.get(*i).map(Attribution::hull));
    let mut described = Described::new(article);
    for rank in 0..order.len() {
        name(article, &mut attributions, &order, rank, &mut described);
    }
    missing::fill(article, &mut attributions, &order);
    // "I" inside a quotation whose own speaker has only now been found.
    for rank in 0..order.len() {
        name(article, &mut attributions, &order, rank, &mut described);
    }
    described.finish(article);
    first_persons(article, &attributions);
    article.attributions = attributions;
}

/// Gives the attribution at `rank` the speaker that its source names, if it names one and has none.
fn name(
    article: &mut AnnotatedArticle,
    attributions: &mut [Attribution],
    order: &[usize],
    rank: usize,
    described: &mut Described,
) {
    let open = order.get(rank).copied().filter(|i| {
        attributions
            .get(*i)
            .is_some_and(|a| a.speaker.is_none() && a.source.iter().any(|s| !s.is_empty()))
    });
    let Some(index) = open else { return };
    let speaker = source::resolve(article, attributions, order, rank, described);
    if let Some(attribution) = attributions.get_mut(index) {
        attribution.speaker = speaker;
    }
}

/// "I" and "we" inside a quotation are mentions of who speaks.
fn first_persons(article: &mut AnnotatedArticle, attributions: &[Attribution]) {
    let text = article.article.text.as_str();
    let mut found: Vec<(Span, EntityId)> = Vec::new();
    for attribution in attributions {
        let (Some(speaker), true) =
            (attribution.speaker, attribution.kind != AttributionKind::Indirect)
        else {
            continue;
        };
        for content in &attribution.content {
            let quoted = article
                .quotations
                .get(article.quotations.partition_point(|q| q.span.end() <= content.start())..)
                .unwrap_or_default()
                .iter()
                .take_while(|q| q.span.start() < content.end());
            for quotation in quoted {
                let Some(inside) = quotation.inside.intersection(*content) else {
                    continue;
                };
                found.extend(
                    words::words(text, inside)
                        .into_iter()
                        .filter(|w| is_first_person(&w.folded))
                        .map(|w| (w.span, speaker)),
                );
            }
        }
    }
    found.sort();
    found.dedup_by_key(|(span, _)| *span);
    // What is a mention already stays one: a name may fold to "i".
    let taken: Vec<Span> = article.mentions.iter().map(|m| m.span).collect();
    found.retain(|(span, _)| taken.binary_search(span).is_err());
    article.mentions.extend(found.into_iter().map(|(span, entity)| Mention {
        span,
        name: None,
        form: MentionForm::Pronoun,
        entity,
    }));
    article.mentions.sort_by_key(|m| (m.span, m.entity));
    article.mentions.dedup_by_key(|m| m.span);
}

fn is_first_person(folded: &str) -> bool {
    matches!(
        folded,
        "i" | "me"
            | "my"
            | "mine"
            | "myself"
            | "we"
            | "us"
            | "our"
            | "ours"
            | "ourselves"
            | "i'm"
            | "i've"
            | "i'd"
            | "i'll"
            | "we're"
            | "we've"
            | "we'd"
            | "we'll"
    )
}

#[cfg(test)]
mod tests;
