//! Attributions that name no source: quotations that run on, participles, headlines.

use rapporteur_core::{
    AnnotatedArticle, Attribution, AttributionKind, EntityId, EntityKind, MentionForm, words,
};

/// Fills in the speakers of attributions without a source. `order` is the attributions by place.
pub(super) fn fill(article: &AnnotatedArticle, attributions: &mut [Attribution], order: &[usize]) {
    for (rank, i) in order.iter().enumerate() {
        let Some(here) = attributions.get(*i) else {
            continue;
        };
        if here.speaker.is_some() || here.source.iter().any(|s| !s.is_empty()) {
            continue;
        }
        let speaker = if here.kind == AttributionKind::Indirect {
            participle(article, attributions, order, rank, here)
        } else {
            running_on(article, attributions, order, rank, here)
        };
        if let Some(attribution) = attributions.get_mut(*i) {
            attribution.speaker = speaker;
        }
    }
}

fn paragraph_at(article: &AnnotatedArticle, offset: usize) -> usize {
    article.paragraphs.partition_point(|p| p.span.start() <= offset).saturating_sub(1)
}

/// A quotation without a source runs on from the one before it, in its paragraph or the next; at
/// the start of a paragraph that closes with an attributed one, it belongs to that; after a sentence
/// that speaks of one person, to that person.
fn running_on(
    article: &AnnotatedArticle,
    attributions: &[Attribution],
    order: &[usize],
    rank: usize,
    here: &Attribution,
) -> Option<EntityId> {
    let start = here.hull().start();
    let paragraph = paragraph_at(article, start);
    let before = order
        .get(..rank)?
        .iter()
        .rev()
        .take(8)
        .filter_map(|i| attributions.get(*i))
        .filter(|a| a.hull().start() < start)
        .map(|a| (a.hull(), a.speaker, a.kind))
        .collect::<Vec<_>>();
    let same = before
        .iter()
        .find(|(hull, speaker, _)| {
            speaker.is_some() && paragraph_at(article, hull.start()) == paragraph
        })
        .and_then(|(_, speaker, _)| *speaker);
    let after = || {
        order
            .get(rank + 1..)?
            .iter()
            .take(4)
            .filter_map(|i| attributions.get(*i))
            .find(|a| a.speaker.is_some() && paragraph_at(article, a.hull().start()) == paragraph)
            .and_then(|a| a.speaker)
    };
    let last = || {
        before
            .iter()
            .find(|(hull, speaker, _)| {
                speaker.is_some() && paragraph_at(article, hull.start()) + 2 >= paragraph
            })
            .and_then(|(_, speaker, _)| *speaker)
    };
    same.or_else(after).or_else(|| introduced(article, start)).or_else(last)
}

/// The person whom the sentence right before speaks of, where it ends with a colon or has one
/// person as its subject.
fn introduced(article: &AnnotatedArticle, start: usize) -> Option<EntityId> {
    let after = article.sentences.partition_point(|s| s.span.end() <= start);
    let sentence = article.sentences.get(after.checked_sub(1)?)?;
    let from = article.mentions.partition_point(|m| m.span.start() < sentence.span.start());
    article
        .mentions
        .get(from..)?
        .iter()
        .take_while(|m| m.span.end() <= sentence.span.end())
        .find(|m| {
            article.entity(m.entity).is_some_and(|e| {
                e.kind == EntityKind::Person && (!e.anonymous || m.form != MentionForm::Nominal)
            })
        })
        .map(|m| m.entity)
}

/// "…, adding that …", "Having promised to …": who else speaks, or acts, in the sentence. Passives
/// ("is believed to") name nobody.
fn participle(
    article: &AnnotatedArticle,
    attributions: &[Attribution],
    order: &[usize],
    rank: usize,
    here: &Attribution,
) -> Option<EntityId> {
    let text = article.article.text.as_str();
    let cue = here.cue.first()?;
    let first = words::words(text, *cue).into_iter().next()?;
    if !first.folded.ends_with("ing") {
        return None;
    }
    let sentence = article.sentence_at(cue.start())?.span;
    let neighbours = order
        .get(rank.saturating_sub(3)..(rank + 4).min(order.len()))?
        .iter()
        .filter_map(|i| attributions.get(*i))
        .filter(|a| a.cue.iter().chain(&a.source).any(|s| sentence.covers(*s)))
        .find_map(|a| a.speaker);
    neighbours.or_else(|| {
        let from = article.mentions.partition_point(|m| m.span.start() < sentence.start());
        article
            .mentions
            .get(from..)?
            .iter()
            .take_while(|m| m.span.end() <= sentence.end())
            .find(|m| article.entity(m.entity).is_some_and(|e| e.kind.can_speak()))
            .map(|m| m.entity)
    })
}
