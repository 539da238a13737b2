//! Small stories for the tests of this crate.

pub(crate) mod gold;

use rapporteur_core::{
    Actor, ActorId, AnnotatedArticle, Article, ArticleId, Attribution, AttributionKind, EntityKind,
    Span, Statement, Story, StoryId,
};

/// A story of articles with nothing but text, read.
pub(crate) fn story(texts: &[&str]) -> (Story, Vec<AnnotatedArticle>) {
    let articles: Vec<AnnotatedArticle> = texts
        .iter()
        .map(|text| {
            rapporteur_annotate::annotate(
                Article::from_text(*text),
                &rapporteur_annotate::Reader::rules(),
            )
        })
        .collect();
    (over(&articles), articles)
}

/// The story of all `articles`.
pub(crate) fn over(articles: &[AnnotatedArticle]) -> Story {
    Story { id: StoryId(0), articles: (0..articles.len() as u32).map(ArticleId).collect() }
}

/// A person of this name, who speaks for `party`.
pub(crate) fn person(name: &str, party: &str) -> Actor {
    Actor {
        name: name.to_owned(),
        kind: EntityKind::Person,
        role: None,
        party: Some(party.to_owned()),
        aliases: Vec::new(),
        anonymous: false,
        plural: false,
        members: Vec::new(),
        mentions: Vec::new(),
    }
}

/// Replaces what was found of attributions: in `article`, `speaker` is said to say each of
/// `contents`, with `cue`.
pub(crate) fn attribute(
    articles: &mut [AnnotatedArticle],
    said: &[(u32, u32, &str, &str)],
) -> Vec<Statement> {
    for article in &mut *articles {
        article.attributions.clear();
    }
    let mut statements = Vec::new();
    for (article, speaker, cue, content) in said {
        let a = &mut articles[*article as usize];
        let text = a.article.text.clone();
        let at = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let quoted = content.starts_with(['"', '“']);
        statements.push(Statement {
            article: ArticleId(*article),
            attribution: a.attributions.len(),
            speaker: Some(ActorId(*speaker)),
        });
        a.attributions.push(Attribution {
            source: Vec::new(),
            cue: vec![at(cue)],
            content: vec![at(content)],
            kind: if quoted { AttributionKind::Direct } else { AttributionKind::Indirect },
            speaker: None,
        });
    }
    statements
}
