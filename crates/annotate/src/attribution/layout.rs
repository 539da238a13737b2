//! Attributions that the layout makes, not a sentence: the turns of a transcript and the credit after
//! a quotation. The model's corpus has few of them, and their form leaves nothing to guess.

use super::kind;
use rapporteur_core::{AnnotatedArticle, Attribution, Span};
use regex::Regex;
use std::sync::LazyLock;

/// A line of a transcript: `SMITH: …`, `SEN. SMITH: …`, `"SMITH: …` in a block that is quoted. A name
/// of capitals alone, since `Note: …` is none.
#[allow(clippy::unwrap_used, reason = "a constant pattern, compiled by every test")]
static TURN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^["“]?(?<name>\p{Lu}[\p{Lu}\p{M}'’.-]+(?: \p{Lu}[\p{Lu}\p{M}'’.-]+){0,3})(?<cue>:)\s+(?<said>\S)"#)
        .unwrap()
});

/// What stands after a quotation that fills a line: `“…” — Anna Berg`.
#[allow(clippy::unwrap_used, reason = "a constant pattern, compiled by every test")]
static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\s*(?<cue>[―—–]|--?)\s*(?<name>\p{Lu}[^.!?:;―—–\n]{1,80}?)[\s.]*$").unwrap()
});

/// An article with so many turns is a transcript; one such line may be anything.
const TURNS: usize = 3;

/// Adds what the layout tells, and takes out what was read across it.
pub(super) fn apply(article: &AnnotatedArticle, out: &mut Vec<Attribution>) {
    let text = article.article.text.as_str();
    let turns: Vec<Attribution> =
        article.paragraphs.iter().filter_map(|p| turn(article, p.span)).collect();
    if turns.len() >= TURNS {
        add(turns, out);
    }
    let credits: Vec<Attribution> = article
        .quotations
        .iter()
        .filter(|q| q.depth == 0 && q.closed)
        .filter_map(|q| {
            let line = article
                .paragraphs
                .get(article.paragraphs.partition_point(|p| p.span.end() <= q.span.start()))?;
            let before = text.get(line.span.start()..q.span.start())?;
            before.trim().is_empty().then(|| credit(article, q.span, line.span)).flatten()
        })
        .collect();
    add(credits, out);
}

/// Puts `found` in the place of what was read inside them.
fn add(found: Vec<Attribution>, out: &mut Vec<Attribution>) {
    let hulls: Vec<Span> = found.iter().map(Attribution::hull).collect();
    out.retain(|a| {
        let hull = a.hull();
        let after = hulls.partition_point(|h| h.end() <= hull.start());
        hulls.get(after).is_none_or(|h| !h.overlaps(hull))
    });
    out.extend(found);
}

fn turn(article: &AnnotatedArticle, line: Span) -> Option<Attribution> {
    let words = &article.article.text[line];
    let found = TURN.captures(words)?;
    let at =
        |name: &str| found.name(name).map(|m| line.start() + m.start()..line.start() + m.end());
    let (name, cue, said) = (at("name")?, at("cue")?, at("said")?);
    let content = Span::new(said.start, line.end());
    Some(attribution(
        article,
        Span::new(name.start, name.end),
        Span::new(cue.start, cue.end),
        content,
    ))
}

fn credit(article: &AnnotatedArticle, quotation: Span, line: Span) -> Option<Attribution> {
    let rest = article.article.text.get(quotation.end()..line.end())?;
    let found = CREDIT.captures(rest)?;
    let at = |name: &str| {
        let part = found.name(name)?;
        Some(Span::new(quotation.end() + part.start(), quotation.end() + part.end()))
    };
    Some(attribution(article, at("name")?, at("cue")?, quotation))
}

fn attribution(article: &AnnotatedArticle, source: Span, cue: Span, content: Span) -> Attribution {
    let content = vec![content];
    Attribution {
        source: vec![source],
        cue: vec![cue],
        kind: kind(&article.article.text, &content, &article.quotations),
        content,
        speaker: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapporteur_core::Article;

    fn read(text: &str) -> Vec<(String, String)> {
        let article = crate::structure(Article::from_text(text));
        let mut out = Vec::new();
        apply(&article, &mut out);
        let words = |spans: &[Span]| spans.iter().map(|s| article.words(*s)).collect::<String>();
        out.iter().map(|a| (words(&a.source), words(&a.content))).collect()
    }

    #[test]
    fn a_transcript_is_read_by_its_turns() {
        let text = "Talk at nine\n\nBERG: Will you sign?\n\nSEN. OKORO: I may.\n\n\"BERG: When?\"";
        let said = |who: &str, what: &str| (who.to_owned(), what.to_owned());
        assert_eq!(
            read(text),
            [said("BERG", "Will you sign?"), said("SEN. OKORO", "I may."), said("BERG", "When?\"")]
        );
    }

    #[test]
    fn one_line_with_a_colon_is_no_transcript() {
        assert!(read("UPDATE: The bridge is open.\n\nThe mayor came.").is_empty());
    }

    #[test]
    fn a_name_after_a_dash_is_who_said_the_line() {
        let found = read("Readers write\n\n“It was a fine bridge.” ― Anna Berg\n\nMore soon.");
        assert_eq!(found, [("Anna Berg".to_owned(), "“It was a fine bridge.”".to_owned())]);
    }

    #[test]
    fn a_dash_that_goes_on_with_the_sentence_is_none() {
        assert!(read("Talks\n\n“Never” — That was all. She left at noon.").is_empty());
        assert!(read("Talks\n\nHe said “never” — Anna Berg").is_empty());
    }
}
