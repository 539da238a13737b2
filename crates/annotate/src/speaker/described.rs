//! Entities of sources that name nobody known, in the article's words.

use crate::entity::gazetteer::GAZETTEER;
use crate::entity::grammar::is_plural_noun;
use rapporteur_core::{
    AnnotatedArticle, Entity, EntityId, EntityKind, LookupMap, Mention, MentionForm, Span, words,
};
use std::collections::BTreeMap;

/// The entities by folded name, and mentions found after those of the entity layer.
pub(super) struct Described {
    by_name: LookupMap<String, EntityId>,
    /// Short forms of proper names, with the one entity that may be meant.
    by_short_form: LookupMap<String, Option<EntityId>>,
    /// Several together, by their members.
    by_members: BTreeMap<Vec<EntityId>, EntityId>,
    mentions: Vec<Mention>,
}

impl Described {
    /// Knows the entities of `article`.
    pub(super) fn new(article: &AnnotatedArticle) -> Self {
        let mut by_name = LookupMap::new();
        let mut by_short_form: LookupMap<String, Option<EntityId>> = LookupMap::new();
        let mut by_members = BTreeMap::new();
        for (id, entity) in article.entities.iter().enumerate() {
            let id = EntityId(id as u32);
            by_name.get_or_insert_with(words::fold(&entity.name), || id);
            if entity.members.len() > 1 {
                by_members.entry(entity.members.clone()).or_insert(id);
            }
            if entity.anonymous || entity.plural {
                continue;
            }
            for form in short_forms(entity) {
                let known = by_short_form.get_or_insert_with(form, || Some(id));
                if *known != Some(id) {
                    *known = None;
                }
            }
        }
        Self { by_name, by_short_form, by_members, mentions: Vec::new() }
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
        Some(self.entity(article, source, MentionForm::Pronoun, name.clone(), || Entity {
            name: name.clone(),
            kind: EntityKind::Organization,
            role: None,
            party: Some(name),
            aliases: Vec::new(),
            anonymous: false,
            plural: false,
            members: Vec::new(),
        }))
    }

    /// The entity that a source describes: whoever its words are a short form of, else a new one.
    pub(super) fn describe(&mut self, article: &mut AnnotatedArticle, source: Span) -> EntityId {
        let text = article.article.text.as_str();
        let name = phrase(text, source);
        let short = self.by_short_form.get(words::fold(&name).trim_start_matches("the "));
        if let (Some(Some(id)), true) = (short.copied(), name.starts_with(char::is_uppercase)) {
            self.mentions.push(Mention {
                span: source,
                name: Some(source),
                form: MentionForm::Name,
                entity: id,
            });
            return id;
        }
        let described = without_clause(&name).to_owned();
        self.entity(article, source, MentionForm::Nominal, name, || describe(described))
    }

    /// "Chile and Peru", "Smith and other officials": several together, with those of `members` that the
    /// article names. The same members without anybody else are the same several.
    pub(super) fn together(
        &mut self,
        article: &mut AnnotatedArticle,
        source: Span,
        mut members: Vec<EntityId>,
        complete: bool,
    ) -> EntityId {
        members.sort_unstable();
        members.dedup();
        if complete
            && members.len() > 1
            && let Some(id) = self.by_members.get(&members).copied()
        {
            self.mentions.push(Mention {
                span: source,
                name: None,
                form: MentionForm::Nominal,
                entity: id,
            });
            return id;
        }
        let surface = phrase(&article.article.text, source);
        let label = crate::entity::together(&article.entities, &members).filter(|_| complete);
        let body = members
            .iter()
            .all(|m| article.entity(*m).is_some_and(|e| e.kind != EntityKind::Person));
        let known = complete && members.len() > 1;
        let list = members.clone();
        let key = label.clone().unwrap_or_else(|| surface.clone());
        let id = self.entity(article, source, MentionForm::Nominal, key, || {
            let entity = describe(surface.clone());
            let name = label.unwrap_or(surface);
            let aliases = if name == entity.name { Vec::new() } else { vec![entity.name] };
            let kind = if known && body { EntityKind::Organization } else { entity.kind };
            Entity { name, kind, aliases, anonymous: false, plural: true, members: list, ..entity }
        });
        if known {
            self.by_members.entry(members).or_insert(id);
        }
        id
    }

    fn entity(
        &mut self,
        article: &mut AnnotatedArticle,
        span: Span,
        form: MentionForm,
        key: String,
        make: impl FnOnce() -> Entity,
    ) -> EntityId {
        let at = article.mentions.partition_point(|m| m.span < span);
        if let Some(mention) = article.mentions.get(at).filter(|m| m.span == span) {
            return mention.entity;
        }
        let id = *self.by_name.get_or_insert_with(words::fold(&key), || {
            article.entities.push(make());
            EntityId(article.entities.len() as u32 - 1)
        });
        self.mentions.push(Mention { span, name: None, form, entity: id });
        id
    }

    /// An unnamed entity is best known by its fullest description as a source.
    pub(super) fn lengthen(&self, article: &mut AnnotatedArticle, id: EntityId, source: Span) {
        let name = phrase(&article.article.text, source);
        let name = without_clause(&name).to_owned();
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

/// "nobody", "everyone": words for persons that name none.
fn is_nobody(folded: &str) -> bool {
    let one = folded.strip_suffix("body").or_else(|| folded.strip_suffix("one"));
    one.is_some_and(|start| matches!(start, "no" | "any" | "some" | "every" | "no-" | ""))
}

/// A description without its relative clause or apposition: "the cleaner from Ashby, who was hurt", "the
/// driver, a 42-year-old". What is left must still say something.
fn without_clause(name: &str) -> &str {
    let mut cut = name;
    for mark in [
        " who ", " which ", " that ", " whom ", " whose ", ", a ", ", an ", ", aged ", ", who",
        ", which",
    ] {
        if let Some(at) = cut.find(mark).filter(|at| *at > 0) {
            cut = &cut[..at];
        }
    }
    let mut cut = cut.trim_end_matches([',', ' ']);
    while let Some((rest, last)) = cut.rsplit_once(' ') {
        // "top officials on Friday", not "Theresa May".
        let day = GAZETTEER.is_calendar(&words::fold(last))
            && rest
                .rsplit(' ')
                .next()
                .is_some_and(|w| matches!(w, "on" | "late" | "early" | "last"));
        let left = day
            || matches!(
                last,
                "who"
                    | "which"
                    | "that"
                    | "and"
                    | "in"
                    | "of"
                    | "at"
                    | "on"
                    | "late"
                    | "early"
                    | "last"
            );
        if !left {
            break;
        }
        cut = rest.trim_end_matches([',', ' ']);
    }
    if words::words(cut, Span::new(0, cut.len())).iter().all(|w| words::is_function_word(&w.folded))
    {
        return name;
    }
    cut
}

/// The forms in which a text goes on with a proper name: surname or first name of a person, a company
/// without the mark of its form.
fn short_forms(entity: &Entity) -> Vec<String> {
    let list = words::words(&entity.name, Span::new(0, entity.name.len()));
    let folded: Vec<&str> = list.iter().map(|w| w.folded.as_str()).collect();
    match (entity.kind, folded.as_slice()) {
        (EntityKind::Person, [first, .., last]) => {
            [first, last].into_iter().filter(|w| w.len() > 2).map(|w| (*w).to_owned()).collect()
        }
        (EntityKind::Organization, [core @ .., mark]) if GAZETTEER.is_company_mark(mark) => {
            if core.is_empty() { Vec::new() } else { vec![core.join(" ")] }
        }
        _ => Vec::new(),
    }
}

fn describe(name: String) -> Entity {
    let list = words::words(&name, Span::new(0, name.len()));
    let front: Vec<&str> = list
        .iter()
        .map(|w| w.folded.as_str())
        .take_while(|w| {
            !matches!(
                *w,
                "of" | "for" | "in" | "at" | "from" | "who" | "with" | "to" | "on" | "by" | "near"
            )
        })
        .collect();
    // "people familiar (with)", "a source close (to)": the last noun for persons or bodies, else the last
    // word.
    let known = |w: &&&str| GAZETTEER.office(w).is_some() || GAZETTEER.body_noun(w).is_some();
    let head = front.iter().rev().find(known).or(front.last()).copied().unwrap_or_default();
    let both = list.iter().any(|w| w.folded == "and");
    let kind = match (GAZETTEER.office(head), GAZETTEER.body_noun(head)) {
        (None, Some("document")) => EntityKind::Document,
        (None, Some(_)) => EntityKind::Organization,
        (None, None) if name.starts_with(['"', '“', '‘']) => EntityKind::Document,
        _ => EntityKind::Person,
    };
    // A word that is capitalised and no noun for persons is a name that was not known as one.
    let spelled_out = name.split_whitespace().all(|w| w.starts_with(char::is_uppercase))
        && GAZETTEER.office(head).is_none()
        && !front.iter().all(|w| GAZETTEER.is_common(w) || is_nobody(w))
        && !is_plural_noun(head);
    Entity {
        name,
        kind,
        role: None,
        party: None,
        aliases: Vec::new(),
        anonymous: kind == EntityKind::Person && !both && !spelled_out,
        plural: both || is_plural_noun(head),
        members: Vec::new(),
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
