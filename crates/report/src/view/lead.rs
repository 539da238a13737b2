//! What happened: who, what, where, when, what next.

use super::calendar;
use super::sources::{Cite, Sources, shorten};
use rapporteur_core::{ActorId, Collation, Evidence, Happening, Span, words};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The head of a report.
pub(crate) struct LeadView<'a> {
    /// The headline that the accounts bear out best.
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
    let headline =
        headline(sources).filter(|headline| what.is_none_or(|what| what.words != headline.words));
    let who = story.lead.who.iter().take(WHO).filter_map(|&id| actor(sources, story, id)).collect();
    let place = story.lead.place.and_then(|evidence| sources.cite(evidence));
    let main = story.lead.happening.and_then(|index| story.timeline.get(index));
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
    LeadView { headline, what, who, place, when, next }
}

/// What comes next: of the happenings after the main one, and after the last account where one is
/// that late, the one that most articles date; the earliest of several.
fn next<'c>(sources: &Sources, story: &'c Collation, main: &Happening) -> Option<&'c Happening> {
    let told = sources.iter().filter_map(|source| Some(source.date?.date)).max();
    // Several happenings may share a date: a date counts as often as articles speak of it.
    let carriers = |happening: &Happening| {
        story
            .timeline
            .iter()
            .filter(|other| other.when == happening.when)
            .flat_map(|other| &other.mentions)
            .map(|mention| mention.article)
            .collect::<BTreeSet<_>>()
            .len()
    };
    let after = |day| {
        story.timeline.iter().filter(move |happening| happening.when.first > day).min_by_key(
            |happening| {
                (
                    Reverse(carriers(happening)),
                    happening.when.first,
                    Reverse(happening.mentions.len()),
                )
            },
        )
    };
    told.filter(|told| *told > main.when.last).and_then(after).or_else(|| after(main.when.last))
}

/// The headline that the accounts bear out best: the one whose words stand in most of the other
/// articles. Every outlet is treated alike, and the words that one alone uses tell against it.
fn headline<'a>(sources: &mut Sources<'a>) -> Option<Headline<'a>> {
    let texts: Vec<BTreeSet<String>> = sources
        .iter()
        .map(|source| {
            let text = &source.article.article.text;
            stems(shorten(text, BORNE_OUT).0).collect()
        })
        .collect();
    let borne_out = |number: usize, headline: &str| {
        let words: BTreeSet<String> = stems(headline).collect();
        let others = texts.iter().enumerate().filter(|(other, _)| *other != number);
        let found: usize =
            others.map(|(_, text)| words.iter().filter(|word| text.contains(*word)).count()).sum();
        // Per mille of all that could be found; headlines of one or two words say too little.
        let most = words.len().max(LEAST_WORDS) * (texts.len() - 1).max(1);
        found * 1000 / most
    };
    let mut best: Option<(usize, usize, &str)> = None;
    for (number, source) in sources.iter().enumerate() {
        let Some(words) = source.article.article.headline_text().map(str::trim) else {
            continue;
        };
        let score = borne_out(number, words);
        if !words.is_empty() && best.is_none_or(|(known, _, _)| score > known) {
            best = Some((score, number, words));
        }
    }
    let (_, number, words) = best?;
    let source = sources.iter().nth(number)?;
    let article = source.id;
    let span = source.article.article.headline;
    let cite = span.and_then(|span| sources.cite(Evidence { article, span }));
    Some(Headline { source: number, words, cite })
}

/// So many bytes of an article are asked whether they bear a headline out.
const BORNE_OUT: usize = 1 << 16;

/// A headline of fewer words counts as if it had so many.
const LEAST_WORDS: usize = 4;

/// The stems of the words of `text` that carry content.
fn stems(text: &str) -> impl Iterator<Item = String> {
    words::words(text, Span::new(0, text.len()))
        .into_iter()
        .filter(|word| !words::is_function_word(&word.folded))
        .map(|word| words::stem(&word.folded).to_owned())
}

/// The actor `id` with a place where it is named.
fn actor<'a>(
    sources: &mut Sources<'a>,
    story: &'a Collation,
    id: ActorId,
) -> Option<ActorView<'a>> {
    let actor = story.actors.get(id.0 as usize)?;
    let detail =
        actor.role.as_deref().or(actor.party.as_deref()).filter(|detail| *detail != actor.name);
    Some(ActorView {
        name: &actor.name,
        detail,
        cite: actor.mentions.iter().find_map(|&mention| sources.cite(mention)),
    })
}
