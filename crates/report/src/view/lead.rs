//! What happened: who, what, where, when, what next.

use super::calendar;
use super::sources::{Cite, Sources};
use rapporteur_core::{ActorId, Collation, Evidence, Happening};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The head of a report.
pub(crate) struct LeadView<'a> {
    /// The headline of the article whose sentence says most of what most articles say.
    pub(crate) headline: Option<Headline<'a>>,
    pub(crate) what: Option<Cite<'a>>,
    pub(crate) who: Vec<ActorView<'a>>,
    pub(crate) place: Option<Cite<'a>>,
    /// The day, and an expression that carries it.
    pub(crate) when: Option<(String, Cite<'a>)>,
    /// The first happening after that day, and what an article says of it.
    pub(crate) next: Option<(String, Cite<'a>)>,
}

/// A headline, in the text or in the metadata alone.
pub(crate) struct Headline<'a> {
    /// Number of its article, from 0.
    pub(crate) source: usize,
    pub(crate) words: &'a str,
    /// Its place, where it stands in the text.
    pub(crate) cite: Option<Cite<'a>>,
}

/// Somebody who speaks or is spoken of.
pub(crate) struct ActorView<'a> {
    pub(crate) name: &'a str,
    /// Office and party, as far as they are known and not the name again.
    pub(crate) detail: Option<&'a str>,
    pub(crate) cite: Option<Cite<'a>>,
}

/// So many actors are named at the head.
const WHO: usize = 6;

pub(super) fn build<'a>(sources: &mut Sources<'a>, story: &'a Collation) -> LeadView<'a> {
    let what = story.lead.what.and_then(|evidence| sources.cite(evidence));
    let headline = headline(sources, story)
        .filter(|headline| what.is_none_or(|what| what.words != headline.words));
    let who = story
        .lead
        .who
        .iter()
        .take(WHO)
        .filter_map(|&id| actor(sources, story, id))
        .collect();
    let place = story.lead.place.and_then(|evidence| sources.cite(evidence));
    let main = story
        .lead
        .happening
        .and_then(|index| story.timeline.get(index));
    let when = main.and_then(|happening| {
        let cite = happening
            .mentions
            .iter()
            .find_map(|&mention| sources.cite(mention))
            .or_else(|| sources.cite(happening.what))?;
        Some((calendar::stretch(&happening.when), cite))
    });
    let next = main.and_then(|main| {
        let next = next(sources, story, main)?;
        Some((calendar::stretch(&next.when), sources.cite(next.what)?))
    });
    LeadView {
        headline,
        what,
        who,
        place,
        when,
        next,
    }
}

/// What comes next: of the happenings after the main one, and after the last account where one is
/// that late, the one that most articles date; the earliest of several.
fn next<'c>(sources: &Sources, story: &'c Collation, main: &Happening) -> Option<&'c Happening> {
    let told = sources
        .iter()
        .filter_map(|source| Some(source.date?.date))
        .max();
    let carriers = |happening: &Happening| {
        let articles = happening.mentions.iter().map(|mention| mention.article);
        articles.collect::<BTreeSet<_>>().len()
    };
    let after = |day| {
        story
            .timeline
            .iter()
            .filter(move |happening| happening.when.first > day)
            .min_by_key(|happening| (Reverse(carriers(happening)), happening.when.first))
    };
    told.filter(|told| *told > main.when.last)
        .and_then(after)
        .or_else(|| after(main.when.last))
}

/// The headline of the article that the lead is taken from, else of the first article.
fn headline<'a>(sources: &mut Sources<'a>, story: &Collation) -> Option<Headline<'a>> {
    let first = story.story.articles.first().copied();
    let id = story.lead.what.map(|what| what.article).or(first)?;
    let article = &sources.get(id)?.article.article;
    let words = article.headline_text()?.trim();
    let cite = article
        .headline
        .and_then(|span| sources.cite(Evidence { article: id, span }));
    let source = sources.number(id)?;
    (!words.is_empty()).then_some(Headline {
        source,
        words,
        cite,
    })
}

/// The actor `id` with a place where it is named.
fn actor<'a>(
    sources: &mut Sources<'a>,
    story: &'a Collation,
    id: ActorId,
) -> Option<ActorView<'a>> {
    let actor = story.actors.get(id.0 as usize)?;
    let detail = actor
        .role
        .as_deref()
        .or(actor.party.as_deref())
        .filter(|detail| *detail != actor.name);
    Some(ActorView {
        name: &actor.name,
        detail,
        cite: actor
            .mentions
            .iter()
            .find_map(|&mention| sources.cite(mention)),
    })
}
