//! What happened: who, what, where, when, what next.

use super::calendar;
use super::sources::{Cite, Sources};
use rapporteur_core::{ActorId, Collation, Evidence};

/// The head of a report.
pub(crate) struct LeadView<'a> {
    /// The headline of the article whose sentence says most of what most articles say.
    pub(crate) headline: Option<Cite<'a>>,
    pub(crate) what: Option<Cite<'a>>,
    pub(crate) who: Vec<ActorView<'a>>,
    pub(crate) place: Option<Cite<'a>>,
    /// The day, and an expression that carries it.
    pub(crate) when: Option<(String, Cite<'a>)>,
    /// The first happening after that day, and what an article says of it.
    pub(crate) next: Option<(String, Cite<'a>)>,
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
    let headline = story
        .lead
        .what
        .or_else(|| {
            Some(Evidence {
                article: *story.story.articles.first()?,
                span: Default::default(),
            })
        })
        .and_then(|evidence| {
            let span = sources.get(evidence.article)?.article.article.headline?;
            sources.cite(Evidence { span, ..evidence })
        })
        .filter(|headline| what.is_none_or(|what| what.span != headline.span));
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
        let next = story
            .timeline
            .iter()
            .find(|happening| happening.when.first > main.when.last)?;
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
