//! What may be a reading of a point.

use super::{clause, kin};
use rapporteur_core::words::{fold, is_function_word, stem, words};
use rapporteur_core::{
    Actor, ActorId, AnnotatedArticle, AttributionKind, Evidence, Reading, Span, Statement,
    StatementId, Story,
};

/// A statement, or a clause that an outlet asserts in its own voice.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Hull of the statement's content, or the clause.
    pub(super) evidence: Evidence,
    /// The statement, if it is one.
    pub(super) statement: Option<StatementId>,
    /// How much of it is quoted.
    pub(super) kind: Option<AttributionKind>,
    /// Who says it.
    pub(super) speaker: Option<ActorId>,
    /// For whom the speaker speaks, folded.
    pub(super) party: Option<String>,
    /// Stems of its content words in order.
    pub(super) stems: Vec<String>,
    /// Stems of the content words around it in its sentences.
    pub(super) context: Vec<String>,
}

impl Candidate {
    /// A clause that an outlet asserts.
    pub(super) fn fact(article: &AnnotatedArticle, evidence: Evidence) -> Self {
        Self {
            evidence,
            statement: None,
            kind: None,
            speaker: None,
            party: None,
            stems: content_stems(&article.article.text, evidence.span),
            context: context(article, evidence.span),
        }
    }

    /// The reading that it becomes.
    pub(super) fn reading(&self) -> Reading {
        Reading { evidence: self.evidence, statement: self.statement, kind: self.kind }
    }
}

/// Statements and facts of the story's articles, by article and place.
pub(super) fn collect(
    story: &Story,
    articles: &[AnnotatedArticle],
    actors: &[Actor],
    statements: &[Statement],
) -> Vec<Candidate> {
    let mut out = of_statements(articles, actors, statements);
    for &id in &story.articles {
        let Some(article) = articles.get(id.index()) else {
            continue;
        };
        out.extend(
            clause::own_voice(article)
                .into_iter()
                .map(|span| Candidate::fact(article, Evidence { article: id, span })),
        );
    }
    out.sort_by_key(|c| (c.evidence, c.statement));
    out
}

/// One candidate for each statement.
pub(super) fn of_statements(
    articles: &[AnnotatedArticle],
    actors: &[Actor],
    statements: &[Statement],
) -> Vec<Candidate> {
    let mut out = Vec::with_capacity(statements.len());
    for (index, statement) in statements.iter().enumerate() {
        let Some(article) = articles.get(statement.article.index()) else {
            continue;
        };
        let Some(attribution) = article.attributions.get(statement.attribution) else {
            continue;
        };
        let span = without_that(&article.article.text, attribution.content_hull());
        let actor = statement.speaker.and_then(|ActorId(id)| actors.get(id as usize));
        out.push(Candidate {
            evidence: Evidence { article: statement.article, span },
            statement: Some(StatementId(index as u32)),
            kind: Some(attribution.kind),
            speaker: statement.speaker,
            party: actor.map(|a| fold(a.party.as_deref().unwrap_or(a.name.as_str()))),
            stems: attribution
                .content
                .iter()
                .flat_map(|span| content_stems(&article.article.text, *span))
                .collect(),
            context: context(article, attribution.content_hull()),
        });
    }
    out
}

/// What is said, without the conjunction that introduces it: "that the bridge is open", not "that
/// bridge". Corpora of attribution count the conjunction in, readers and the guide to the gold do not.
fn without_that(text: &str, content: Span) -> Span {
    let words = &text[content];
    let clause = ["that ", "also that "].iter().find_map(|that| words.strip_prefix(that));
    let Some(clause) = clause else { return content };
    let next = clause.split_whitespace().next().unwrap_or_default();
    let begins = next.chars().next().is_some_and(|c| !c.is_lowercase())
        || is_function_word(&fold(next)) && !matches!(next, "is" | "are" | "was" | "were");
    if begins { Span::new(content.end() - clause.len(), content.end()) } else { content }
}

/// The stems of the words that stand around `span` in the sentences where it begins and ends.
fn context(article: &AnnotatedArticle, span: Span) -> Vec<String> {
    let text = &article.article.text;
    let before = article.sentence_at(span.start()).map(|s| Span::new(s.span.start(), span.start()));
    let after = article
        .sentence_at(span.end().saturating_sub(1))
        .map(|s| Span::new(span.end(), s.span.end()));
    before.into_iter().chain(after).flat_map(|span| content_stems(text, span)).collect()
}

/// The stems of the words of `text[span]` that carry content, other words for one thing taken
/// together.
pub(crate) fn content_stems(text: &str, span: Span) -> Vec<String> {
    words(text, span)
        .into_iter()
        .filter(|w| !is_function_word(&w.folded))
        .map(|w| kin::class(stem(&w.folded)).to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_conjunction_before_a_clause_is_no_part_of_what_is_said() {
        let said = |text: &str| text[without_that(text, Span::new(0, text.len()))].to_owned();
        assert_eq!(said("that the bridge is open"), "the bridge is open");
        assert_eq!(said("also that “nobody” came"), "“nobody” came");
        assert_eq!(said("that bridge by the mill"), "that bridge by the mill");
        assert_eq!(said("that is all"), "that is all");
        assert_eq!(said("that "), "that ");
    }
}
