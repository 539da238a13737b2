//! Entities of sources that name nobody known, in the article's words.

use crate::entity::gazetteer::GAZETTEER;
use crate::entity::grammar::is_plural_noun;
use rapporteur_core::{
    AnnotatedArticle, Entity, EntityId, EntityKind, LookupMap, Mention, MentionForm, Span, words,
};

/// The entities by folded name, and mentions found after those of the entity layer.
pub(super) struct Described {
    by_name: LookupMap<String, EntityId>,
    mentions: Vec<Mention>,
}

impl Described {
    /// Knows the entities of `article`.
    pub(super) fn new(article: &AnnotatedArticle) -> Self {
        let mut by_name = LookupMap::new();
        for (id, entity) in article.entities.iter().enumerate() {
            by_name.get_or_insert_with(words::fold(&entity.name), || EntityId(id as u32));
        }
        Self { by_name, mentions: Vec::new() }
    }

    /// Puts the mentions found into the article.
    pub(super) fn finish(self, article: &mut AnnotatedArticle) {
        article.mentions.extend(self.mentions);
        article.mentions.sort_by_key(|m| (m.span, m.entity));
        article.mentions.dedup_by_key(|m| m.span);
    }

    /// "We" of the outlet itself.
    pub(super) fn outlet(
        &mut self,
        article: &mut AnnotatedArticle,
        source: Span,
    ) -> Option<EntityId> {
        let name = article.article.outlet.clone()?;
        Some(self.entity(article, source, MentionForm::Pronoun, || Entity {
            name: name.clone(),
            kind: EntityKind::Organization,
            role: None,
            party: Some(name),
            aliases: Vec::new(),
            anonymous: false,
            plural: false,
        }))
    }

    /// The entity that a source describes.
    pub(super) fn describe(&mut self, article: &mut AnnotatedArticle, source: Span) -> EntityId {
        let mut name = phrase(&article.article.text, source);
        if name.is_empty() {
            name = article.words(source).to_owned();
        }
        self.entity(article, source, MentionForm::Nominal, || describe(name))
    }

    fn entity(
        &mut self,
        article: &mut AnnotatedArticle,
        span: Span,
        form: MentionForm,
        make: impl FnOnce() -> Entity,
    ) -> EntityId {
        let at = article.mentions.partition_point(|m| m.span < span);
        if let Some(mention) = article.mentions.get(at).filter(|m| m.span == span) {
            return mention.entity;
        }
        let entity = make();
        let id = *self.by_name.get_or_insert_with(words::fold(&entity.name), || {
            article.entities.push(entity);
            EntityId(article.entities.len() as u32 - 1)
        });
        self.mentions.push(Mention { span, name: None, form, entity: id });
        id
    }

    /// An unnamed entity is best known by its fullest description as a source.
    pub(super) fn lengthen(&self, article: &mut AnnotatedArticle, id: EntityId, source: Span) {
        let name = phrase(&article.article.text, source);
        let Some(entity) = article.entities.get_mut(id.index()) else {
            return;
        };
        let articled = entity
            .name
            .split_whitespace()
            .next()
            .is_some_and(|w| matches!(words::fold(w).as_str(), "a" | "an" | "the"));
        let nameless = entity.anonymous && entity.kind == EntityKind::Person || articled;
        if nameless && name.len() > entity.name.len() && name.len() < 120 {
            let old = std::mem::replace(&mut entity.name, name);
            if !entity.aliases.contains(&old) && !old.is_empty() && entity.aliases.len() < 64 {
                entity.aliases.push(old);
                entity.aliases.sort();
            }
        }
    }
}

fn describe(name: String) -> Entity {
    let list = words::words(&name, Span::new(0, name.len()));
    let head = list
        .iter()
        .position(|w| {
            matches!(
                w.folded.as_str(),
                "of" | "for" | "in" | "at" | "from" | "who" | "with" | "to" | "on" | "by"
            )
        })
        .unwrap_or(list.len())
        .checked_sub(1)
        .and_then(|k| list.get(k))
        .map(|w| w.folded.clone())
        .unwrap_or_default();
    let both = list.iter().any(|w| w.folded == "and");
    let kind = match GAZETTEER.body_noun(&head) {
        Some("document") => EntityKind::Document,
        Some(_) => EntityKind::Organization,
        None if name.starts_with(['"', '“', '‘']) => EntityKind::Document,
        None => EntityKind::Person,
    };
    Entity {
        name,
        kind,
        role: None,
        party: None,
        aliases: Vec::new(),
        anonymous: kind == EntityKind::Person && !both,
        plural: both || is_plural_noun(&head),
    }
}

/// The words of a source on one line; a capital that only a sentence's start has given is taken back.
fn phrase(text: &str, source: Span) -> String {
    let mut words = text[source]
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':'))
        .split_whitespace();
    let mut out = String::new();
    if let Some(first) = words.next() {
        if words::is_function_word(&words::fold(first)) {
            out.push_str(&first.to_lowercase());
        } else {
            out.push_str(first);
        }
    }
    for word in words {
        out.push(' ');
        out.push_str(word);
    }
    out
}
