//! Attributions that the layout makes, not a sentence: the turns of a transcript and the credit after
//! a quotation. The model's corpus has few of them, and their form leaves nothing to guess.

use super::assembled;
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

/// A line that is a quotation and who said it: `“…” — Anna B. Berg`. What stands between the first and
/// the last mark counts, whatever marks stand within.
#[allow(clippy::unwrap_used, reason = "a constant pattern, compiled by every test")]
static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r#"(?x)^ (?<said> ["“„«‘] .+ ["”“»’] ) \s* (?<cue> [―—–] | --? ) \s*
           (?<name> \p{Lu} (?: [^.!?:;―—–"“”] | \b\p{Lu}\. ){1,80} ) [\s.]* $"#,
    )
    .unwrap()
});

/// An article with so many turns is a transcript; one such line may be anything.
const TURNS: usize = 3;

/// Adds what the layout tells, and takes out what was read across it.
pub(super) fn apply(article: &AnnotatedArticle, out: &mut Vec<Attribution>) {
    let turns: Vec<Attribution> =
        article.paragraphs.iter().filter_map(|p| turn(article, p.span)).collect();
    if turns.len() >= TURNS {
        add(turns, out);
    }
    let credits: Vec<Attribution> =
        article.paragraphs.iter().filter_map(|p| credit(article, p.span)).collect();
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
    let [name, cue, said] = parts(&TURN, article, line)?;
    let content = Span::new(said.start(), line.end());
    Some(assembled(article, vec![name], vec![cue], vec![content]))
}

fn credit(article: &AnnotatedArticle, line: Span) -> Option<Attribution> {
    let [name, cue, said] = parts(&CREDIT, article, line)?;
    let name = name.trim(&article.article.text);
    Some(assembled(article, vec![name], vec![cue], vec![said]))
}

/// Where the name, the cue and what is said stand in a line.
fn parts(pattern: &Regex, article: &AnnotatedArticle, line: Span) -> Option<[Span; 3]> {
    let found = pattern.captures(&article.article.text[line])?;
    let at = |name: &str| {
        let part = found.name(name)?;
        Some(Span::new(line.start() + part.start(), line.start() + part.end()))
    };
    Some([at("name")?, at("cue")?, at("said")?])
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
        let found = read("Readers write\n\n“I call it “fine”. I do.”― Anna B. Berg.");
        assert_eq!(found, [("Anna B. Berg".to_owned(), "“I call it “fine”. I do.”".to_owned())]);
    }

    #[test]
    fn a_dash_that_goes_on_with_the_sentence_is_none() {
        assert!(read("Talks\n\n“Never” — That was all. She left at noon.").is_empty());
        assert!(read("Talks\n\nHe said “never” — Anna Berg").is_empty());
    }
}
