//! Which language an article is in.

use rapporteur_core::{Article, Language, words};
use whatlang::Lang;

/// As much text as is looked at; more does not change the answer.
const WINDOW: usize = 4_000;

/// Below this the recogniser's answer is not given.
const UNSURE: f32 = 0.5;

/// A text with this share of English function words is English: news runs at about .4.
const ENGLISH: f32 = 0.25;

/// As many words are looked at for that.
pub(crate) const HEAD: usize = 50;

/// Recognises the language of what is not noise, where nobody has said it.
pub(crate) fn recognise(article: &mut Article) {
    if article.language.is_none() {
        article.language = of(&sample(article));
    }
}

/// The language of a text, with how sure; `None` where the text is too short or has no letters.
///
/// The recogniser goes by letters and is at a loss with a few words; English shows itself by its
/// function words even then.
pub(crate) fn of(text: &str) -> Option<Language> {
    let info = whatlang::detect(text)?;
    let confidence = info.confidence() as f32;
    if confidence < UNSURE {
        let english = words::english_share(text, HEAD) >= ENGLISH;
        return english.then(|| Language { tag: "en".to_owned(), confidence: UNSURE });
    }
    Some(Language { tag: tag(info.lang()).to_owned(), confidence })
}

/// The beginning of the text with the noise left out.
fn sample(article: &Article) -> String {
    let mut sample = String::new();
    let mut at = 0;
    let ends = article.noise.iter().map(|n| (n.span.start(), n.span.end()));
    for (start, end) in ends.chain([(article.text.len(), article.text.len())]) {
        let piece = article.text.get(at..start).unwrap_or_default();
        sample.extend(piece.chars().take(WINDOW));
        sample.push('\n');
        at = end;
        if sample.len() > WINDOW {
            break;
        }
    }
    sample
}

/// BCP 47 tag of a language: the ISO 639-1 code where there is one.
fn tag(lang: Lang) -> &'static str {
    let code = lang.code();
    SHORT
        .binary_search_by_key(&code, |(long, _)| long)
        .ok()
        .and_then(|index| SHORT.get(index))
        .map_or(code, |(_, short)| short)
}

/// ISO 639-3 to ISO 639-1, for the languages that the recogniser knows.
const SHORT: &[(&str, &str)] = &[
    ("afr", "af"),
    ("aka", "ak"),
    ("amh", "am"),
    ("ara", "ar"),
    ("aze", "az"),
    ("bel", "be"),
    ("ben", "bn"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("cmn", "zh"),
    ("cym", "cy"),
    ("dan", "da"),
    ("deu", "de"),
    ("ell", "el"),
    ("eng", "en"),
    ("epo", "eo"),
    ("est", "et"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("guj", "gu"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ind", "id"),
    ("ita", "it"),
    ("jav", "jv"),
    ("jpn", "ja"),
    ("kan", "kn"),
    ("kat", "ka"),
    ("khm", "km"),
    ("kor", "ko"),
    ("lat", "la"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mal", "ml"),
    ("mar", "mr"),
    ("mkd", "mk"),
    ("mya", "my"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nob", "nb"),
    ("ori", "or"),
    ("pan", "pa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rus", "ru"),
    ("sin", "si"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("sna", "sn"),
    ("spa", "es"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tel", "te"),
    ("tgl", "tl"),
    ("tha", "th"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("vie", "vi"),
    ("yid", "yi"),
    ("zul", "zu"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_short_tags() {
        for lang in Lang::all() {
            assert!(tag(*lang).len() == 2, "{lang:?}");
        }
        assert!(SHORT.is_sorted());
    }

    #[test]
    fn a_few_words_of_english_are_english() {
        let found = of("Envoys met in Vienna on Monday, the minister said.");
        assert_eq!(found.unwrap().tag, "en");
        assert_eq!(of("Envoys Vienna"), None);
    }

    #[test]
    fn most_of_the_text_decides() {
        let mut article = Article::from_text(
            "Die Gespräche in Wien endeten am Montag ohne Ergebnis, sagte die Sprecherin.",
        );
        recognise(&mut article);
        assert_eq!(article.language.unwrap().tag, "de");
    }
}
