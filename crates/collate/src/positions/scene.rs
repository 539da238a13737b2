//! One article with what is needed to say whose act a clause reports.

use rapporteur_core::words::words;
use rapporteur_core::{
    Actor, ActorId, AnnotatedArticle, ArticleId, Attribution, EntityKind, Evidence, Span,
    Statement, StatementId, Story,
};
use std::collections::BTreeMap;

/// An article with its statements and its actors' mentions, by sentence.
pub(super) struct Scene<'a> {
    pub(super) id: ArticleId,
    pub(super) article: &'a AnnotatedArticle,
    actors: &'a [Actor],
    /// The state whose people the story is about, see [`domestic`].
    domestic: Option<&'a str>,
    /// For each sentence.
    sentences: Vec<SentenceScene<'a>>,
}

/// What overlaps a sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct SentenceScene<'a> {
    pub(super) statements: Vec<Said<'a>>,
    /// Mentions with the actor meant, sorted by span; pronouns included.
    pub(super) mentions: Vec<(Span, ActorId)>,
}

/// A statement with its spans.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said<'a> {
    pub(super) id: StatementId,
    pub(super) attribution: &'a Attribution,
    pub(super) speaker: Option<ActorId>,
}

impl<'a> Scene<'a> {
    /// Sentences with what overlaps them.
    pub(super) fn sentences(&self) -> impl Iterator<Item = (Span, &SentenceScene<'a>)> {
        self.article.sentences.iter().map(|s| s.span).zip(&self.sentences)
    }

    /// The state or body for which an actor acts: itself where it is one, its own name where it
    /// speaks for none, or for the one state for which nearly all speak. A description that is no
    /// name ("residents") holds no position, nor does a medium.
    pub(super) fn party(&self, actor: ActorId) -> Option<&'a str> {
        let actor = self.actors.get(actor.0 as usize)?;
        let party = match actor.party.as_deref() {
            Some(state) if Some(state) == self.domestic => &actor.name,
            Some(party) => party,
            None => &actor.name,
        };
        let party = party.trim_end_matches("'s").trim_end_matches("’s");
        (party.starts_with(char::is_uppercase) && !is_medium(party)).then_some(party)
    }

    /// Whether an actor can hold a position: a person, a state or a body.
    pub(super) fn can_act(&self, actor: ActorId) -> bool {
        self.actors.get(actor.0 as usize).is_some_and(|a| {
            matches!(a.kind, EntityKind::Person | EntityKind::Organization | EntityKind::State)
        })
    }
}

/// The articles of the story, each with its statements and mentions.
pub(super) fn scenes<'a>(
    story: &'a Story,
    articles: &'a [AnnotatedArticle],
    actors: &'a [Actor],
    statements: &'a [Statement],
) -> impl Iterator<Item = Scene<'a>> {
    let domestic = domestic(actors, statements);
    let mut mentioned: BTreeMap<ArticleId, Vec<(Span, ActorId)>> = BTreeMap::new();
    for (index, actor) in (0u32..).zip(actors) {
        for Evidence { article, span } in &actor.mentions {
            mentioned.entry(*article).or_default().push((*span, ActorId(index)));
        }
    }
    let mut said: BTreeMap<ArticleId, Vec<(StatementId, &Statement)>> = BTreeMap::new();
    for (index, statement) in (0u32..).zip(statements) {
        said.entry(statement.article).or_default().push((StatementId(index), statement));
    }
    story.articles.iter().filter_map(move |&id| {
        let article = articles.get(id.index())?;
        let named = mentioned.remove(&id).unwrap_or_default();
        let mut sentences = vec![SentenceScene::default(); article.sentences.len()];
        for (span, actor) in with_pronouns(article, named) {
            let sentence = sentences_of(article, span).next();
            if let Some(scene) = sentence.and_then(|s| sentences.get_mut(s)) {
                scene.mentions.push((span, actor));
            }
        }
        for (statement, s) in said.remove(&id).unwrap_or_default() {
            let Some(attribution) = article.attributions.get(s.attribution) else {
                continue;
            };
            for sentence in sentences_of(article, attribution.hull()) {
                if let Some(scene) = sentences.get_mut(sentence) {
                    scene.statements.push(Said { id: statement, attribution, speaker: s.speaker });
                }
            }
        }
        Some(Scene { id, article, actors, domestic, sentences })
    })
}

/// Share of a story's statements that one state's people make where the story is a matter within
/// that state.
const DOMESTIC: f64 = 0.6;
/// The most that any other party may make of them.
const FOREIGN: f64 = 0.2;

/// The party for which nearly everybody speaks: it says nothing about who stands where, so that
/// persons and bodies stand for themselves.
fn domestic<'a>(actors: &'a [Actor], statements: &[Statement]) -> Option<&'a str> {
    let mut by_party: BTreeMap<&str, usize> = BTreeMap::new();
    for statement in statements {
        let actor = statement.speaker.and_then(|ActorId(id)| actors.get(id as usize));
        if let Some(party) = actor.and_then(|a| a.party.as_deref()) {
            *by_party.entry(party).or_default() += 1;
        }
    }
    let all: usize = by_party.values().sum();
    let mut ranked: Vec<(usize, &str)> = by_party.into_iter().map(|(p, n)| (n, p)).collect();
    ranked.sort_by_key(|(n, p)| (std::cmp::Reverse(*n), *p));
    let share = |at: usize| ranked.get(at).map_or(0.0, |(n, _)| *n as f64) / all.max(1) as f64;
    (share(0) >= DOMESTIC && share(1) <= FOREIGN)
        .then(|| ranked.first().map(|(_, party)| *party))
        .flatten()
}

/// Whether a name is one of news media: through them a remark came, they did not make it.
pub(crate) fn is_medium(name: &str) -> bool {
    const WORDS: &[&str] = &[
        "agency",
        "broadcaster",
        "daily",
        "gazette",
        "herald",
        "journal",
        "magazine",
        "media",
        "news",
        "newspaper",
        "paper",
        "press",
        "radio",
        "report",
        "reports",
        "rumours",
        "sources",
        "television",
        "times",
        "tribune",
        "tv",
    ];
    words(name, Span::new(0, name.len())).iter().any(|w| WORDS.contains(&w.folded.as_str()))
}

/// The named mentions with the article's pronouns beside them, sorted: a pronoun means the actor
/// that its entity's other mentions name.
fn with_pronouns(
    article: &AnnotatedArticle,
    mut named: Vec<(Span, ActorId)>,
) -> Vec<(Span, ActorId)> {
    named.sort_unstable();
    named.dedup();
    let mut meant = BTreeMap::new();
    for mention in &article.mentions {
        if let Ok(at) = named.binary_search_by_key(&mention.span, |(span, _)| *span)
            && let Some((_, actor)) = named.get(at)
        {
            meant.entry(mention.entity).or_insert(*actor);
        }
    }
    let mut all = named.clone();
    for mention in &article.mentions {
        if let Some(actor) = meant.get(&mention.entity) {
            all.push((mention.span, *actor));
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// Indices of the sentences that `span` overlaps.
fn sentences_of(article: &AnnotatedArticle, span: Span) -> impl Iterator<Item = usize> {
    let first = article.sentences.partition_point(|s| s.span.end() <= span.start());
    let after = article.sentences.partition_point(|s| s.span.start() < span.end());
    first..after
}
