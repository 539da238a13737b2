//! The source of one attribution, read by its head.

use super::is_first_person;
use crate::entity::gazetteer::GAZETTEER;
use crate::entity::nominal::{is_plural_noun, is_verb_like};
use rapporteur_core::{
    AnnotatedArticle, Attribution, Entity, EntityId, EntityKind, Mention, MentionForm, Span, words,
};

/// Who is meant by the source of attribution `index`. A new entity is made where nobody known is.
pub(super) fn resolve(
    article: &mut AnnotatedArticle,
    attributions: &[Attribution],
    index: usize,
) -> Option<EntityId> {
    let attribution = attributions.get(index)?;
    let source = attribution
        .source
        .iter()
        .copied()
        .find(|s| !s.is_empty())?
        .trim(&article.article.text);
    let text = article.article.text.as_str();
    let source = without_possessive(text, source);
    let folded = words::fold(&text[source]);
    if is_first_person(&folded) {
        return first_person(attributions, index, source).or_else(|| outlet(article, source));
    }
    if matches!(folded.as_str(), "who" | "which" | "that" | "whom" | "whose") {
        return relative(article, source, folded == "who").or_else(|| {
            let antecedent = noun_phrase_before(article, source).unwrap_or(source);
            Some(describe(article, antecedent))
        });
    }
    let inside: Vec<Mention> = within(article, source).cloned().collect();
    if coordinated(text, source, &inside) {
        return Some(describe(article, source));
    }
    if let Some(head) = head(text, source, &inside) {
        let entity = head.entity;
        lengthen(article, entity, source);
        return Some(entity);
    }
    if matches!(folded.as_str(), "he" | "she" | "they" | "it") {
        return previous_speaker(article, attributions, index, &folded);
    }
    Some(describe(article, source))
}

/// The mentions that lie inside `span`, or cover its start.
fn within(article: &AnnotatedArticle, span: Span) -> impl Iterator<Item = &Mention> {
    let from = article
        .mentions
        .partition_point(|m| m.span.start() + 400 < span.start());
    article
        .mentions
        .get(from..)
        .unwrap_or_default()
        .iter()
        .take_while(move |m| m.span.start() < span.end())
        .filter(move |m| m.span.overlaps(span))
}

/// "Angela Merkel's" (decision to …): the owner speaks.
fn without_possessive(text: &str, source: Span) -> Span {
    let surface = &text[source];
    let cut = ["'s", "’s", "'", "’"]
        .iter()
        .find(|mark| surface.ends_with(**mark) && surface.len() > mark.len())
        .map_or(0, |mark| mark.len());
    Span::new(source.start(), source.end() - cut)
}

/// The mention that the source is about: the first, with owners, modifiers and complements left
/// aside.
fn head<'m>(text: &str, source: Span, inside: &'m [Mention]) -> Option<&'m Mention> {
    let mut candidates = inside
        .iter()
        .filter(|m| m.span.end() <= source.end())
        .peekable();
    while let Some(mention) = candidates.next() {
        // Of mentions with one start the longest.
        if candidates
            .peek()
            .is_some_and(|next| next.span.start() == mention.span.start())
        {
            continue;
        }
        let start = mention.span.start().max(source.start());
        if hangs(&text[source.start()..start]) {
            return None;
        }
        let after = &text[mention.span.end()..source.end()];
        let owner = after.starts_with("'s") || after.starts_with("’s") || after.starts_with("' ");
        let owner_pronoun = mention.form == MentionForm::Pronoun && after.starts_with(' ');
        if owner || owner_pronoun || modifies(after, mention.form) {
            // "the BBC's Paul Adams", "Oslo tram survivor": somebody else is meant, if anybody known.
            match candidates.peek() {
                Some(next) if next.span.start() <= mention.span.end() + 4 => continue,
                _ => return None,
            }
        }
        return Some(mention);
    }
    None
}

/// Whether a mention only modifies what follows it in the source: "Oslo tram survivor".
fn modifies(after: &str, form: MentionForm) -> bool {
    let Some(next) = after.strip_prefix(' ') else {
        return false;
    };
    let word = next
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .next()
        .unwrap_or_default();
    let folded = words::fold(word);
    form != MentionForm::Pronoun
        && !folded.is_empty()
        && !words::is_function_word(&folded)
        && !is_verb_like(&folded)
}

/// Whether the words before a mention hold a noun that it hangs on: "a father of", "groups claiming
/// to represent".
fn hangs(before: &str) -> bool {
    let list = words::words(before, Span::new(0, before.len()));
    let Some(last) = list.last() else {
        return false;
    };
    let content = list
        .iter()
        .filter(|w| {
            !words::is_function_word(&w.folded) && w.folded != "recent" && w.folded != "days"
        })
        .count();
    let preposition = matches!(
        last.folded.as_str(),
        "of" | "for"
            | "from"
            | "by"
            | "in"
            | "at"
            | "on"
            | "with"
            | "to"
            | "about"
            | "against"
            | "than"
    ) || matches!(
        list.iter().rev().nth(1).map(|w| w.folded.as_str()),
        Some(
            "of" | "for" | "from" | "by" | "in" | "at" | "on" | "with" | "to" | "about" | "against"
        )
    );
    preposition && content > 0
}

/// "Russia and China", "both the SPD and Merkel's Christian Democrats", "The United States and its allies".
fn coordinated(text: &str, source: Span, inside: &[Mention]) -> bool {
    let Some(first) = inside.iter().find(|m| {
        let before = text[source.start()..m.span.start().max(source.start())].trim();
        matches!(
            words::fold(before).as_str(),
            "" | "both" | "the" | "both the" | "top" | "other"
        )
    }) else {
        return false;
    };
    let end = inside
        .iter()
        .filter(|m| m.span.start() == first.span.start())
        .map(|m| m.span.end())
        .max()
        .unwrap_or(first.span.end());
    let rest = &text[end.min(source.end())..source.end()];
    let Some(rest) = rest
        .trim_start()
        .strip_prefix("and ")
        .or_else(|| rest.trim_start().strip_prefix("or "))
    else {
        return false;
    };
    !rest.trim().is_empty() && end < source.end()
}

/// "I" or "we" inside a quotation: who says the quotation around it.
fn first_person(attributions: &[Attribution], index: usize, source: Span) -> Option<EntityId> {
    attributions
        .iter()
        .enumerate()
        .filter(|(k, a)| *k != index && a.content.iter().any(|c| c.covers(source)))
        .min_by_key(|(k, a)| (a.content_hull().len(), *k))
        .and_then(|(_, a)| a.speaker)
}

/// "We" of the outlet itself.
fn outlet(article: &mut AnnotatedArticle, source: Span) -> Option<EntityId> {
    let name = article.article.outlet.clone()?;
    let known = article.entities.iter().position(|e| e.name == name);
    let id = match known {
        Some(id) => id,
        None => {
            article.entities.push(Entity {
                name: name.clone(),
                kind: EntityKind::Organization,
                role: None,
                party: Some(name),
                aliases: Vec::new(),
                anonymous: false,
                plural: false,
            });
            article.entities.len() - 1
        }
    };
    let id = EntityId(id as u32);
    mention(article, source, id, MentionForm::Pronoun);
    Some(id)
}

/// "who", "which": the mention that ends right before.
fn relative(article: &AnnotatedArticle, source: Span, person: bool) -> Option<EntityId> {
    let text = article.article.text.as_str();
    let to = article
        .mentions
        .partition_point(|m| m.span.start() < source.start());
    article
        .mentions
        .get(to.saturating_sub(12)..to)?
        .iter()
        .rev()
        .filter(|m| m.span.end() <= source.start())
        .filter(|m| {
            let between = &text[m.span.end()..source.start()];
            between.len() < 60 && !between.contains(['\n', '.', '“', '”', '"'])
        })
        .find(|m| {
            article
                .entity(m.entity)
                .is_some_and(|e| (e.kind == EntityKind::Person) == person)
        })
        .map(|m| m.entity)
}

/// "the so-called roadmap, which": from the last determiner in the sentence up to the pronoun.
fn noun_phrase_before(article: &AnnotatedArticle, source: Span) -> Option<Span> {
    let text = article.article.text.as_str();
    let sentence = article.sentence_at(source.start())?.span;
    let before = words::words(text, Span::new(sentence.start(), source.start()));
    let first = before.iter().rev().take(8).find(|w| {
        matches!(
            w.folded.as_str(),
            "the"
                | "a"
                | "an"
                | "this"
                | "these"
                | "those"
                | "its"
                | "their"
                | "his"
                | "her"
                | "our"
                | "some"
        )
    })?;
    let last = before.last()?;
    (last.span.start() > first.span.start()).then(|| Span::new(first.span.start(), last.span.end()))
}

/// The speaker of the attribution before, where a pronoun agrees with it.
fn previous_speaker(
    article: &AnnotatedArticle,
    attributions: &[Attribution],
    index: usize,
    pronoun: &str,
) -> Option<EntityId> {
    let here = attributions.get(index)?.hull();
    attributions
        .iter()
        .filter(|a| a.hull().start() < here.start())
        .filter_map(|a| Some((a.hull(), a.speaker?)))
        .filter(|(_, s)| {
            article.entity(*s).is_some_and(|e| match pronoun {
                "he" | "she" => e.kind == EntityKind::Person && !e.plural,
                "it" => e.kind != EntityKind::Person,
                _ => e.plural || e.kind != EntityKind::Person,
            })
        })
        .max_by_key(|(hull, s)| (hull.start(), *s))
        .map(|(_, s)| s)
}

/// An unnamed entity is best known by its fullest description as a source.
fn lengthen(article: &mut AnnotatedArticle, id: EntityId, source: Span) {
    let name = phrase(&article.article.text, source);
    if let Some(entity) = article.entities.get_mut(id.index()) {
        let described = entity
            .name
            .split_whitespace()
            .next()
            .is_some_and(|w| matches!(words::fold(w).as_str(), "a" | "an" | "the"));
        let nameless = entity.anonymous && entity.kind == EntityKind::Person || described;
        if nameless && name.len() > entity.name.len() && name.len() < 120 {
            let old = std::mem::replace(&mut entity.name, name);
            if !entity.aliases.contains(&old) && !old.is_empty() {
                entity.aliases.push(old);
                entity.aliases.sort();
            }
        }
    }
}

/// The entity of a source that names nobody known, in the article's words.
fn describe(article: &mut AnnotatedArticle, source: Span) -> EntityId {
    let name = phrase(&article.article.text, source);
    let folded = words::fold(&name);
    let known = article
        .entities
        .iter()
        .position(|e| words::fold(&e.name) == folded);
    let id = match known {
        Some(id) => id,
        None => {
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
            let body = GAZETTEER.body_noun(&head);
            let kind = match body {
                Some("document") => EntityKind::Document,
                Some(_) => EntityKind::Organization,
                None if name.starts_with(['"', '“', '‘']) => EntityKind::Document,
                None => EntityKind::Person,
            };
            article.entities.push(Entity {
                name,
                kind,
                role: None,
                party: None,
                aliases: Vec::new(),
                anonymous: kind == EntityKind::Person && !both,
                plural: both || is_plural_noun(&head),
            });
            article.entities.len() - 1
        }
    };
    let id = EntityId(id as u32);
    mention(article, source, id, MentionForm::Nominal);
    id
}

/// Adds a mention in its place, unless one with the same span is there.
fn mention(article: &mut AnnotatedArticle, span: Span, entity: EntityId, form: MentionForm) {
    let at = article.mentions.partition_point(|m| m.span < span);
    if article.mentions.get(at).is_some_and(|m| m.span == span) {
        return;
    }
    article.mentions.insert(
        at,
        Mention {
            span,
            name: None,
            form,
            entity,
        },
    );
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
