//! The source of one attribution, read by its head.

use super::described::Described;
use super::is_first_person;
use crate::entity::gazetteer::GAZETTEER;
use crate::entity::grammar::{is_plural_noun, is_verb_like};
use rapporteur_core::{
    AnnotatedArticle, Attribution, EntityId, EntityKind, Mention, MentionForm, Span, words,
};

/// How many attributions back a pronoun looks for its speaker.
const NEAR: usize = 24;

/// Who is meant by the source of attribution `index`. A new entity is made where nobody known is.
///
/// `order` is the attributions by place, `rank` the place of this one in it.
pub(super) fn resolve(
    article: &mut AnnotatedArticle,
    attributions: &[Attribution],
    order: &[usize],
    rank: usize,
    described: &mut Described,
) -> Option<EntityId> {
    let attribution = attributions.get(*order.get(rank)?)?;
    // Who stands long before says nothing of this one; the bound also keeps the work linear.
    let before = || {
        order
            .get(rank.saturating_sub(NEAR)..rank)
            .unwrap_or_default()
            .iter()
            .rev()
            .filter_map(|i| attributions.get(*i))
    };
    let source =
        attribution.source.iter().copied().find(|s| !s.is_empty())?.trim(&article.article.text);
    let text = article.article.text.as_str();
    let source = without_possessive(text, source);
    let folded = words::fold(&text[source]);
    if is_first_person(&folded) {
        let around = before().chain(
            order
                .get(rank + 1..(rank + 4).min(order.len()))
                .unwrap_or_default()
                .iter()
                .filter_map(|i| attributions.get(*i)),
        );
        return first_person(around, source).or_else(|| described.outlet(article, source));
    }
    if matches!(folded.as_str(), "who" | "which" | "that" | "whom" | "whose") {
        if let Some(group) = unnamed_before(article, source) {
            return Some(described.describe(article, group));
        }
        return relative(article, source, folded == "who").or_else(|| {
            let antecedent = noun_phrase_before(article, source).unwrap_or(source);
            Some(described.describe(article, antecedent))
        });
    }
    // "the crew, whose case is …": a thing of theirs speaks for nobody.
    if folded.starts_with("whose ") {
        return None;
    }
    let inside: Vec<Mention> = within(article, source).cloned().collect();
    if coordinated(text, source, &inside) {
        let (members, complete) = members(article, source, &inside);
        return Some(described.together(article, source, members, complete));
    }
    if let Some(head) = head(text, source, &inside) {
        let entity = head.entity;
        described.lengthen(article, entity, source);
        return Some(entity);
    }
    if matches!(folded.as_str(), "he" | "she" | "they" | "it") {
        return previous_speaker(article, before(), &folded);
    }
    Some(described.describe(article, source))
}

/// The mentions that lie inside `span`, or cover its start.
fn within(article: &AnnotatedArticle, span: Span) -> impl Iterator<Item = &Mention> {
    let from = article.mentions.partition_point(|m| m.span.start() + 400 < span.start());
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
    let mut candidates = inside.iter().filter(|m| m.span.end() <= source.end()).peekable();
    while let Some(mention) = candidates.next() {
        // Of mentions with one start the longest.
        if candidates.peek().is_some_and(|next| next.span.start() == mention.span.start()) {
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
    let word = next.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
    let folded = words::fold(word);
    form != MentionForm::Pronoun
        && !folded.is_empty()
        && !words::is_function_word(&folded)
        && !is_verb_like(&folded)
        && !GAZETTEER.is_calendar(&folded)
        && !folded.ends_with("ly")
        && !matches!(
            folded.as_str(),
            "last"
                | "next"
                | "yesterday"
                | "today"
                | "tomorrow"
                | "tonight"
                | "earlier"
                | "later"
                | "too"
        )
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

/// Whom a source that names several gives by name, and whether it gives nobody else. A noun for all of
/// them may stand before: "the sprinters, Mary Wanjiku and Ruth Chebet".
fn members(article: &AnnotatedArticle, source: Span, inside: &[Mention]) -> (Vec<EntityId>, bool) {
    let text = article.article.text.as_str();
    let mut out = Vec::new();
    let mut at = source.start();
    let mut complete = true;
    for mention in inside {
        let Some(entity) = article.entity(mention.entity) else {
            continue;
        };
        let within = mention.span.end() <= source.end() && mention.span.start() >= at;
        let owner = text[mention.span.end()..].starts_with(['\'', '’']);
        if !within
            || owner
            || mention.form == MentionForm::Pronoun
            || entity.anonymous
            || entity.plural
            || !entity.kind.can_speak()
        {
            continue;
        }
        complete &= only_joins(&text[at..mention.span.start()]);
        at = mention.span.end();
        out.push(mention.entity);
    }
    complete &= only_joins(&text[at.min(source.end())..source.end()]);
    (out, complete)
}

/// Whether words only join names: "and", "both", "the", a noun for persons with its article.
fn only_joins(between: &str) -> bool {
    words::words(between, Span::new(0, between.len())).iter().all(|w| {
        matches!(
            w.folded.as_str(),
            "and" | "or" | "both" | "the" | "two" | "three" | "his" | "her" | "their"
        ) || GAZETTEER.office(&w.folded).is_some_and(|class| class == "family")
            || GAZETTEER.office(&w.folded).is_some() && is_plural_noun(&w.folded)
            || GAZETTEER.honorific(&w.folded).is_some()
            || GAZETTEER.is_portfolio(&w.folded)
    })
}

/// "Russia and China", "both the SPD and Merkel's Christian Democrats", "The United States and its allies".
fn coordinated(text: &str, source: Span, inside: &[Mention]) -> bool {
    let Some(first) = inside.iter().find(|m| {
        let before = text[source.start()..m.span.start().max(source.start())].trim();
        let noun = before.ends_with(',')
            && m.name.is_some()
            && words::words(before, Span::new(0, before.len()))
                .last()
                .is_some_and(|w| is_plural_noun(&w.folded));
        noun || matches!(
            words::fold(before).as_str(),
            "" | "both" | "the" | "both the" | "top" | "other"
        ) && !(m.name.is_none() && followed_by_names(text, source, m.span.end()))
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
    let Some(rest) =
        rest.trim_start().strip_prefix("and ").or_else(|| rest.trim_start().strip_prefix("or "))
    else {
        return false;
    };
    !rest.trim().is_empty() && end < source.end()
}

/// "The sprinters, Mary Wanjiku and …": the noun is explained by names behind a comma.
fn followed_by_names(text: &str, source: Span, at: usize) -> bool {
    text[at.min(source.end())..source.end()]
        .strip_prefix(", ")
        .is_some_and(|rest| rest.starts_with(char::is_uppercase) && rest.contains(" and "))
}

/// "I" or "we" inside a quotation: who says the quotation around it.
fn first_person<'a>(
    around: impl Iterator<Item = &'a Attribution>,
    source: Span,
) -> Option<EntityId> {
    around
        .filter(|a| a.content.iter().any(|c| c.covers(source)))
        .min_by_key(|a| a.content_hull().len())
        .and_then(|a| a.speaker)
}

/// "who", "which": the mention that ends right before.
fn relative(article: &AnnotatedArticle, source: Span, person: bool) -> Option<EntityId> {
    let text = article.article.text.as_str();
    let to = article.mentions.partition_point(|m| m.span.start() < source.start());
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
            article.entity(m.entity).is_some_and(|e| (e.kind == EntityKind::Person) == person)
        })
        .map(|m| m.entity)
}

/// "others who", "those who", "many who": a word for persons whom nobody names.
fn unnamed_before(article: &AnnotatedArticle, source: Span) -> Option<Span> {
    let sentence = article.sentence_at(source.start())?.span;
    let before = &article.article.text[sentence.start()..source.start()];
    let word = before.trim_end_matches([',', ' ']).rsplit(' ').next()?;
    let start = sentence.start() + before.rfind(word)?;
    matches!(
        words::fold(word).as_str(),
        "others" | "those" | "many" | "some" | "few" | "everyone" | "anyone" | "someone"
    )
    .then(|| Span::new(start, start + word.len()))
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
fn previous_speaker<'a>(
    article: &AnnotatedArticle,
    mut before: impl Iterator<Item = &'a Attribution>,
    pronoun: &str,
) -> Option<EntityId> {
    before.find_map(|a| {
        let speaker = a.speaker?;
        let entity = article.entity(speaker)?;
        let agrees = match pronoun {
            "he" | "she" => entity.kind == EntityKind::Person && !entity.plural,
            "it" => entity.kind != EntityKind::Person,
            _ => entity.plural || entity.kind != EntityKind::Person,
        };
        agrees.then_some(speaker)
    })
}
