//! One article with what is needed to say whose act a clause reports.

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
        self.article
            .sentences
            .iter()
            .map(|s| s.span)
            .zip(&self.sentences)
    }

    /// The state or body for which an actor acts: itself where it is one, its own name where it
    /// speaks for none. A description that is no name ("residents") holds no position.
    pub(super) fn party(&self, actor: ActorId) -> Option<&'a str> {
        let actor = self.actors.get(actor.0 as usize)?;
        let party = actor.party.as_deref().unwrap_or(&actor.name);
        party.starts_with(char::is_uppercase).then_some(party)
    }

    /// Whether an actor can hold a position: a person, a state or a body.
    pub(super) fn can_act(&self, actor: ActorId) -> bool {
        self.actors.get(actor.0 as usize).is_some_and(|a| {
            matches!(
                a.kind,
                EntityKind::Person | EntityKind::Organization | EntityKind::State
            )
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
    let mut mentioned: BTreeMap<ArticleId, Vec<(Span, ActorId)>> = BTreeMap::new();
    for (index, actor) in (0u32..).zip(actors) {
        for Evidence { article, span } in &actor.mentions {
            mentioned
                .entry(*article)
                .or_default()
                .push((*span, ActorId(index)));
        }
    }
    let mut said: BTreeMap<ArticleId, Vec<(StatementId, &Statement)>> = BTreeMap::new();
    for (index, statement) in (0u32..).zip(statements) {
        said.entry(statement.article)
            .or_default()
            .push((StatementId(index), statement));
    }
    story.articles.iter().filter_map(move |&id| {
        let article = articles.get(id.index())?;
        let named = mentioned.remove(&id).unwrap_or_default();
        let mut sentences = vec![SentenceScene::default(); article.sentences.len()];
        for (span, actor) in with_pronouns(article, named) {
            if let Some(sentence) = sentences_of(article, span).next() {
                if let Some(scene) = sentences.get_mut(sentence) {
                    scene.mentions.push((span, actor));
                }
            }
        }
        for (statement, s) in said.remove(&id).unwrap_or_default() {
            let Some(attribution) = article.attributions.get(s.attribution) else {
                continue;
            };
            for sentence in sentences_of(article, attribution.hull()) {
                if let Some(scene) = sentences.get_mut(sentence) {
                    scene.statements.push(Said {
                        id: statement,
                        attribution,
                        speaker: s.speaker,
                    });
                }
            }
        }
        Some(Scene {
            id,
            article,
            actors,
            sentences,
        })
    })
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
        if let Ok(at) = named.binary_search_by_key(&mention.span, |(span, _)| *span) {
            if let Some((_, actor)) = named.get(at) {
                meant.entry(mention.entity).or_insert(*actor);
            }
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
    let first = article
        .sentences
        .partition_point(|s| s.span.end() <= span.start());
    let after = article
        .sentences
        .partition_point(|s| s.span.start() < span.end());
    first..after
}
