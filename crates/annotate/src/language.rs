//! Which articles can be read.

use rapporteur_core::{Article, words};

/// A text with this share of English function words is English, whatever the recogniser made of it.
const ENGLISH: f32 = 0.2;
/// As many words are looked at for that.
const HEAD: usize = 200;

/// Whether the article is in a language that is read: English, or one that nobody has recognised. An
/// article in another one keeps its paragraphs, sentences and quotations, and is grouped by its words.
pub fn is_readable(article: &Article) -> bool {
    let other = article.language.as_ref().is_some_and(|l| !l.tag.starts_with("en"));
    !other || words::english_share(&article.text, HEAD) >= ENGLISH
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapporteur_core::Language;

    fn article(text: &str, tag: Option<&str>) -> Article {
        let language = tag.map(|tag| Language { tag: tag.into(), confidence: 0.9 });
        Article { language, ..Article::from_text(text) }
    }

    #[test]
    fn english_is_read_and_what_nobody_knows_too() {
        assert!(is_readable(&article("Die Minister trafen sich.", None)));
        assert!(is_readable(&article("The ministers met.", Some("en-GB"))));
    }

    #[test]
    fn another_language_is_not_read_unless_the_words_are_english() {
        assert!(!is_readable(&article("Die Minister haben sich in Wien getroffen.", Some("de"))));
        assert!(is_readable(&article("The ministers have met in the city of Wien.", Some("de"))));
    }
}
