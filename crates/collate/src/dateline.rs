//! Where the report of a sentence begins.

use rapporteur_core::{AnnotatedArticle, Span};
use regex::Regex;
use std::sync::LazyLock;

/// A dateline is looked for in so many characters.
const HEAD: usize = 160;

/// "BERLIN, March 3 (dpa) -", "(Reuters) -"; "PARIS —", "CAIRO, 3 May —" before a word that begins
/// a sentence (without it, "NATO — the alliance" would be one).
static DATELINES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"^[\p{L}\p{N} .,/’'-]{0,60}\(\p{L}[\p{L} .&]{1,24}\)\s*(?:--|[-–—:])\s+()",
        r"^\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]+)*(?:, ?[\p{L}\p{N} .,]{1,40}?)?\s*(?:--|[–—]|\s-\s)\s*()[\p{Lu}\p{N}“]",
    ]
    .into_iter()
    .filter_map(|r| Regex::new(r).ok())
    .collect()
});

/// The sentence without the dateline (place, day and agency) that opens it.
pub(crate) fn without(article: &AnnotatedArticle, sentence: Span) -> Span {
    let text = article.words(sentence);
    let head = text.char_indices().nth(HEAD).map_or(text, |(end, _)| &text[..end]);
    let skipped =
        DATELINES.iter().filter_map(|r| Some(r.captures(head)?.get(1)?.end())).max().unwrap_or(0);
    Span::new(sentence.start() + skipped, sentence.end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapporteur_core::Article;

    fn rest(text: &str) -> String {
        let article = AnnotatedArticle::bare(Article::from_text(text));
        let body = without(&article, Span::new(0, text.len()));
        article.words(body).to_owned()
    }

    #[test]
    fn place_day_and_agency_are_no_part_of_the_report() {
        for dateline in [
            "PORT EMLIN, Veldoria, Oct 3 (KNA) - ",
            "(Emlin Wire) — ",
            "PORT EMLIN — ",
            "KARSIN, 3 May -- ",
        ] {
            let text = format!("{dateline}The strait was closed.");
            assert_eq!(rest(&text), "The strait was closed.", "{text}");
        }
    }

    #[test]
    fn a_sentence_with_an_inset_is_left_whole() {
        for text in [
            "VNO — the northern league — closed the strait.",
            "The league (VNO) closed the strait - and its ports.",
            "Veldoria - A history",
            "",
        ] {
            assert_eq!(rest(text), text);
        }
    }
}
