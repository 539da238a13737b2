//! Lines in another language than the article's, and lists of the languages it can be had in.

use super::page::Page;
use crate::language;
use crate::pattern::Pattern;
use rapporteur_core::{Noise, NoiseKind, words};

static AVAILABLE: Pattern = Pattern::new(
    r"(?i)^(?:this (?:post|article|page|story|entry|content) is (?:also )?available (?:in|as)|(?:also )?available in|read (?:this|it)?(?: article| story)? ?in|leer en|lire en|auf deutsch|lea este artículo en|читать на|version française)\b.{0,200}$",
);

/// Shorter lines are too short to tell their language.
const MIN_WORDS: usize = 8;

/// As much of an article as its language is told from.
const WINDOW: usize = 3_000;

/// How sure the recogniser must be of a line.
const SURE: f32 = 0.9;

/// A line with a greater share of English function words is English, whatever the recogniser says:
/// it errs on lines full of names.
const MAX_FUNCTION_WORDS: f32 = 0.12;

pub(super) fn detect(page: &Page<'_>, found: &mut Vec<Noise>) {
    for line in page.lines.iter().filter(|l| l.words <= 30) {
        if AVAILABLE.is_match(line.text) && !line.text.ends_with('.') {
            found.push(line.whole(NoiseKind::Language));
        }
    }
    let sample = sample(page);
    let Some(main) = language::of(&sample).filter(|l| l.confidence >= SURE) else {
        return;
    };
    for line in &page.lines {
        if line.words < MIN_WORDS || line.words > 100 {
            continue;
        }
        if main.tag == "en" && is_english(line.text) {
            continue;
        }
        let other = language::of(line.text)
            .is_some_and(|own| own.tag != main.tag && own.confidence >= SURE);
        if other {
            found.push(line.whole(NoiseKind::Caption));
        }
    }
}

/// The longest lines, which are the article's own.
fn sample(page: &Page<'_>) -> String {
    let mut sample = String::new();
    for line in page.lines.iter().filter(|l| l.ended && l.words > 15) {
        sample.extend(line.text.chars().take(WINDOW));
        sample.push('\n');
        if sample.len() > WINDOW {
            break;
        }
    }
    sample
}

fn is_english(line: &str) -> bool {
    words::english_share(line, language::HEAD) > MAX_FUNCTION_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noise::tests::marked;
    use crate::pattern::all_compile;

    const ENGLISH: &str = "Envoys of the two states met in the old town hall on Monday morning, and the mayor of the town said that he was pleased with what had been reached.";

    #[test]
    fn patterns_are_well_formed() {
        assert!(all_compile(&[&AVAILABLE]));
    }

    #[test]
    fn a_caption_in_another_language_is_noise() {
        let line = "El alcalde de la ciudad saluda a los enviados de los dos países durante la reunión del lunes";
        assert_eq!(marked(detect, &format!("{ENGLISH}\n{line}\n{ENGLISH}")), [line]);
    }

    #[test]
    fn names_of_another_language_do_not_make_a_line_foreign() {
        let line = "Present were Jürgen Müller, Günter Weiß, Dorothea Schäfer, Wolfgang Grün and Käthe Köhler of the Bund";
        assert!(marked(detect, &format!("{ENGLISH}\n{line}\n{ENGLISH}")).is_empty());
    }

    #[test]
    fn lists_of_languages_are_noise() {
        let line = "This post is also available in: Deutsch (German) Русский (Russian)";
        assert_eq!(marked(detect, line), [line]);
    }
}
