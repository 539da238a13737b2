//! What happened: who, what, where, when.

use crate::dateline;
use crate::points::content_stems;
use rapporteur_core::words::{fold, spans};
use rapporteur_core::{
    Actor, ActorId, AnnotatedArticle, ArticleId, EntityKind, Evidence, Happening, Lead,
    MentionForm, Point, Span, Story,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How many actors the lead names.
const ACTORS: usize = 6;

/// News says what happened in its first paragraphs (the inverted pyramid); so many are looked at.
const PARAGRAPHS: usize = 6;

/// Chooses the words of the articles that most accounts support.
pub(crate) fn choose(
    story: &Story,
    articles: &[AnnotatedArticle],
    actors: &[Actor],
    points: &[Point],
    timeline: &[Happening],
) -> Lead {
    let mut ids = story.articles.clone();
    ids.sort_unstable();
    ids.dedup();
    let openings = openings(&ids, articles);
    let who = who(ids.len(), articles, actors, points, &openings);
    let what = what(&ids, articles, actors, points, &who);
    Lead {
        place: place(&ids, articles, points, what),
        what: what.map(|w| reported(articles, w)),
        who,
        happening: happening(timeline, articles, &ids, &openings, what),
    }
}

/// The sentence without its dateline.
fn reported(articles: &[AnnotatedArticle], sentence: Evidence) -> Evidence {
    Evidence {
        article: sentence.article,
        span: articles
            .get(sentence.article.index())
            .map_or(sentence.span, |a| dateline::without(a, sentence.span)),
    }
}

/// The stretch of each article with which it begins: up to the end of its second paragraph.
fn openings(ids: &[ArticleId], articles: &[AnnotatedArticle]) -> BTreeMap<ArticleId, Span> {
    ids.iter()
        .filter_map(|id| {
            let end = beginning(articles.get(id.index())?)
                .into_iter()
                .take_while(|(order, _)| *order < 2)
                .last()?
                .1
                .end();
            Some((*id, Span::new(0, end)))
        })
        .collect()
}

/// The articles of `places`, and those that have one of them in their opening.
fn carriers(places: &[Evidence], openings: &BTreeMap<ArticleId, Span>) -> (usize, usize) {
    let all: BTreeSet<ArticleId> = places.iter().map(|m| m.article).collect();
    let first: BTreeSet<ArticleId> = places
        .iter()
        .filter(|m| openings.get(&m.article).is_some_and(|o| o.covers(m.span)))
        .map(|m| m.article)
        .collect();
    (all.len(), first.len())
}

/// The actors that most articles name in their openings, then anywhere, most named first; one that
/// speaks counts as named once more. One that a single article names is no common actor of several
/// accounts, and a state is none where its seat is only where they met.
fn who(
    count: usize,
    articles: &[AnnotatedArticle],
    actors: &[Actor],
    points: &[Point],
    openings: &BTreeMap<ArticleId, Span>,
) -> Vec<ActorId> {
    let speakers: BTreeSet<ActorId> = points.iter().filter_map(|p| p.speaker).collect();
    let mut named: Vec<(Reverse<usize>, Reverse<usize>, usize)> = actors
        .iter()
        .enumerate()
        .filter(|(_, a)| {
            !a.anonymous
                && matches!(
                    a.kind,
                    EntityKind::Person | EntityKind::Organization | EntityKind::State
                )
        })
        .map(|(index, a)| (index, acting(articles, a)))
        .map(|(index, mentions)| (carriers(&mentions, openings), mentions.len(), index))
        .filter(|((all, _), _, _)| *all >= count.min(2))
        .map(|((all, first), mentions, index)| {
            let speaks = usize::from(speakers.contains(&ActorId(index as u32)));
            (Reverse(all + first + speaks), Reverse(mentions), index)
        })
        .collect();
    named.sort_unstable();
    named.into_iter().take(ACTORS).map(|(_, _, index)| ActorId(index as u32)).collect()
}

/// The mentions of an actor that do not name a state's seat as a place ("in Geneva", "to Geneva").
fn acting(articles: &[AnnotatedArticle], actor: &Actor) -> Vec<Evidence> {
    /// A state's own name and its people's begin alike.
    const STEM: usize = 3;
    let stem = |name: &str| fold(name).chars().take(STEM).collect::<String>();
    let own = stem(&actor.name);
    actor
        .mentions
        .iter()
        .copied()
        .filter(|m| {
            actor.kind != EntityKind::State
                || articles.get(m.article.index()).is_none_or(|article| {
                    stem(article.words(m.span)) == own || !is_place_here(article, m.span)
                })
        })
        .collect()
}

/// Whether a name stands as the place or goal of something.
fn is_place_here(article: &AnnotatedArticle, name: Span) -> bool {
    let text = article.article.text.as_str();
    let sentence = article.sentence_at(name.start());
    let before = sentence.map_or(name.start(), |s| s.span.start());
    let last = spans(text, Span::new(before.min(name.start()), name.start()))
        .last()
        .map(|w| fold(&text[*w]));
    is_where(article, name) || last.is_some_and(|w| matches!(w.as_str(), "to" | "from" | "for"))
}

/// The day of the event: a single day that the leading sentence or most openings give, near the
/// day of the accounts, since news tells of yesterday and today.
fn happening(
    timeline: &[Happening],
    articles: &[AnnotatedArticle],
    ids: &[ArticleId],
    openings: &BTreeMap<ArticleId, Span>,
    what: Option<Evidence>,
) -> Option<usize> {
    /// So many days before or after the account are near.
    const NEAR: i32 = 3;
    let published: Vec<_> = ids
        .iter()
        .filter_map(|id| Some(articles.get(id.index())?.article.published.as_ref()?.date))
        .collect();
    timeline
        .iter()
        .enumerate()
        .max_by_key(|(index, h)| {
            let (all, first) = carriers(&h.mentions, openings);
            let told = what.is_some_and(|w| {
                h.mentions.iter().any(|m| m.article == w.article && w.span.covers(m.span))
            });
            let near = published.iter().any(|day| (h.when.first - *day).get_days().abs() <= NEAR);
            let score = all + 2 * first + if told { 3 } else { 0 } + if near { 3 } else { 0 };
            (h.when.first == h.when.last, score, h.mentions.len(), Reverse(*index))
        })
        .map(|(index, _)| index)
}

/// The sentence of an article's beginning that says most of what most articles say.
fn what(
    ids: &[ArticleId],
    articles: &[AnnotatedArticle],
    actors: &[Actor],
    points: &[Point],
    who: &[ActorId],
) -> Option<Evidence> {
    let mut support: BTreeMap<ArticleId, Vec<(Span, f64)>> = BTreeMap::new();
    for point in points {
        let accounts: BTreeSet<ArticleId> =
            point.readings.iter().map(|r| r.evidence.article).collect();
        let accounts = point.independence.accounts.max(1).min(accounts.len().max(1));
        for reading in &point.readings {
            // A remark is news of what was said; what happened is told in the outlet's own voice.
            let own = if reading.statement.is_some() { 0.5 } else { 1.0 };
            support
                .entry(reading.evidence.article)
                .or_default()
                .push((reading.evidence.span, own * (accounts - 1) as f64));
        }
    }
    let mut named: BTreeMap<ArticleId, Vec<(Span, ActorId)>> = BTreeMap::new();
    for &id in who {
        for mention in actors.get(id.0 as usize).map(|a| a.mentions.as_slice()).unwrap_or_default()
        {
            named.entry(mention.article).or_default().push((mention.span, id));
        }
    }
    let told = Told::first(ids, articles);
    let mut best: Option<(f64, Evidence)> = None;
    for &id in ids {
        let Some(article) = articles.get(id.index()) else {
            continue;
        };
        for (order, span) in beginning(article) {
            let carried: f64 = support
                .get(&id)
                .into_iter()
                .flatten()
                .filter(|(at, _)| span.covers(*at))
                .map(|(_, weight)| weight)
                .sum();
            let actors: BTreeSet<ActorId> = named
                .get(&id)
                .into_iter()
                .flatten()
                .filter(|(at, _)| span.covers(*at))
                .map(|(_, actor)| *actor)
                .collect();
            let score = (3.0 * told.by_others(id, article, span)
                + 0.5 * carried.sqrt()
                + 0.3 * actors.len().min(4) as f64)
                * fitness(article, span)
                / (1.0 + 0.3 * order as f64);
            let better = best.is_none_or(|(least, _)| score > least);
            if score > 0.0 && better {
                best = Some((score, Evidence { article: id, span }));
            }
        }
    }
    best.map(|(_, evidence)| evidence)
}

/// Which content words the accounts begin with.
struct Told {
    /// By stem, the articles that hold it in their headline or first paragraphs.
    by: BTreeMap<String, BTreeSet<ArticleId>>,
    articles: usize,
}

impl Told {
    /// Reads headlines and first two paragraphs.
    fn first(ids: &[ArticleId], articles: &[AnnotatedArticle]) -> Self {
        let mut by: BTreeMap<String, BTreeSet<ArticleId>> = BTreeMap::new();
        for &id in ids {
            let Some(article) = articles.get(id.index()) else {
                continue;
            };
            let headings =
                article.paragraphs.iter().take(PARAGRAPHS).filter(|p| p.heading).map(|p| p.span);
            let paragraphs = beginning(article)
                .into_iter()
                .take_while(|(order, _)| *order < 2)
                .map(|(_, span)| span);
            for span in headings.chain(paragraphs) {
                for stem in content_stems(&article.article.text, span) {
                    by.entry(stem).or_default().insert(id);
                }
            }
        }
        Self { by, articles: ids.len() }
    }

    /// How much of what the other accounts begin with stands in this sentence: about 0 to 2, the
    /// sum over its words of the share of other articles that begin with them, over the root of
    /// its length, so that a long sentence does not win by length alone.
    fn by_others(&self, id: ArticleId, article: &AnnotatedArticle, span: Span) -> f64 {
        let stems: BTreeSet<String> =
            content_stems(&article.article.text, span).into_iter().collect();
        let others = self.articles.saturating_sub(1).max(1) as f64;
        let sum: f64 = stems
            .iter()
            .filter_map(|s| self.by.get(s))
            .map(|carriers| carriers.iter().filter(|c| **c != id).count() as f64 / others)
            .sum();
        sum / (stems.len().max(1) as f64).sqrt()
    }
}

/// The sentences of the first paragraphs that are no headings, each with the number of its
/// paragraph among them.
fn beginning(article: &AnnotatedArticle) -> Vec<(usize, Span)> {
    let mut order = 0;
    let mut last = None;
    let mut out = Vec::new();
    for sentence in &article.sentences {
        if article.paragraphs.get(sentence.paragraph).is_some_and(|p| p.heading) {
            continue;
        }
        if last.is_some_and(|l| l != sentence.paragraph) {
            order += 1;
        }
        last = Some(sentence.paragraph);
        if order >= PARAGRAPHS {
            break;
        }
        out.push((order, sentence.span));
    }
    out
}

/// How well a sentence reads alone, 0 to 1: of a newspaper sentence's length, not a quotation, not
/// hanging on the one before.
fn fitness(article: &AnnotatedArticle, span: Span) -> f64 {
    let words = spans(&article.article.text, span);
    let length = match words.len() {
        0..=7 => 0.2,
        8..=11 => 0.7,
        12..=40 => 1.0,
        41..=60 => 0.7,
        _ => 0.3,
    };
    let quoted: usize = article
        .quotations
        .iter()
        .filter(|q| q.depth == 0)
        .filter_map(|q| q.span.intersection(span))
        .map(Span::len)
        .sum();
    let own = 1.0 - (quoted as f64 / span.len().max(1) as f64).min(1.0) * 0.8;
    let hanging = words
        .first()
        .map(|w| fold(&article.article.text[*w]))
        .is_some_and(|w| HANGING.binary_search(&w.as_str()).is_ok());
    length * own * if hanging { 0.5 } else { 1.0 }
}

/// Words with which a sentence hangs on the one before. Sorted.
const HANGING: &[&str] = &[
    "also", "and", "but", "he", "however", "it", "moreover", "she", "such", "that", "their",
    "these", "they", "this", "those", "yet",
];

/// The place that most articles give in the sentences that carry the best-supported facts, as it
/// stands in `what` where it stands there.
fn place(
    ids: &[ArticleId],
    articles: &[AnnotatedArticle],
    points: &[Point],
    what: Option<Evidence>,
) -> Option<Evidence> {
    /// So many of the best-supported facts say where it happened.
    const FACTS: usize = 12;
    let mut sentences: BTreeSet<Evidence> = what.into_iter().collect();
    for &id in ids {
        let first = articles.get(id.index()).map(beginning).unwrap_or_default();
        sentences.extend(
            first
                .into_iter()
                .filter(|(order, _)| *order < 2)
                .map(|(_, span)| Evidence { article: id, span }),
        );
    }
    for point in points.iter().filter(|p| p.speaker.is_none()).take(FACTS) {
        for reading in &point.readings {
            let at = reading.evidence;
            let sentence =
                articles.get(at.article.index()).and_then(|a| a.sentence_at(at.span.start()));
            sentences.extend(sentence.map(|s| Evidence { article: at.article, span: s.span }));
        }
    }
    let mut places: BTreeMap<String, (BTreeSet<ArticleId>, Vec<Evidence>)> = BTreeMap::new();
    for sentence in sentences {
        let Some(article) = articles.get(sentence.article.index()) else {
            continue;
        };
        let from = article.mentions.partition_point(|m| m.span.start() < sentence.span.start());
        for mention in article
            .mentions
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(|m| m.span.start() < sentence.span.end())
        {
            let is_place = article
                .entity(mention.entity)
                .is_some_and(|e| matches!(e.kind, EntityKind::Place | EntityKind::State));
            let span = mention.name.unwrap_or(mention.span);
            if is_place && mention.form == MentionForm::Name && is_where(article, span) {
                let (carriers, at) = places.entry(fold(article.words(span))).or_default();
                carriers.insert(sentence.article);
                at.push(Evidence { article: sentence.article, span });
            }
        }
    }
    let in_what =
        |e: &Evidence| what.is_some_and(|w| w.article == e.article && w.span.covers(e.span));
    places
        .into_iter()
        .filter(|(_, (carriers, at))| carriers.len() >= ids.len().min(2) || at.iter().any(in_what))
        .max_by_key(|(name, (carriers, at))| {
            (carriers.len() + usize::from(at.iter().any(in_what)), at.len(), Reverse(name.clone()))
        })
        .and_then(|(_, (_, at))| at.iter().find(|e| in_what(e)).or(at.first()).copied())
}

/// Whether the words before a place say that something is there.
fn is_where(article: &AnnotatedArticle, place: Span) -> bool {
    let text = article.article.text.as_str();
    let before = article.sentence_at(place.start()).map_or(0, |s| s.span.start());
    let words = spans(text, Span::new(before, place.start()));
    words
        .iter()
        .rev()
        .take(2)
        .map(|w| fold(&text[*w]))
        .any(|w| matches!(w.as_str(), "in" | "at" | "near" | "outside" | "around"))
}

#[cfg(test)]
mod tests;
