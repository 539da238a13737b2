use super::*;
use crate::structure;
use proptest::prelude::*;
use rapporteur_core::{Article, Noise, NoiseKind};

fn read(text: &str) -> AnnotatedArticle {
    let mut article = AnnotatedArticle::bare(Article::from_text(text));
    structure::find(&mut article);
    article
}

fn sentences(text: &str) -> Vec<String> {
    let article = read(text);
    article.sentences.iter().map(|s| article.words(s.span).to_owned()).collect()
}

fn quotations(text: &str) -> Vec<String> {
    let article = read(text);
    article.quotations.iter().map(|q| article.words(q.inside).to_owned()).collect()
}

#[test]
fn abbreviations_and_initials_do_not_end_sentences() {
    assert_eq!(
        sentences(
            "Mr. J. K. Ortiz met Sen. Ada Lund in the U.S. Capitol at 3.5 per cent. He left the U.S. The talks go on."
        ),
        [
            "Mr. J. K. Ortiz met Sen. Ada Lund in the U.S. Capitol at 3.5 per cent.",
            "He left the U.S.",
            "The talks go on."
        ]
    );
}

#[test]
fn quotation_marks_stay_with_their_sentence() {
    assert_eq!(
        sentences(
            "“We waited. Nobody came.” The minister left. “Why?” asked Ms. Lund. “Why now?” Ms. Lund asked. \"Go!\" he cried."
        ),
        [
            "“We waited.",
            "Nobody came.”",
            "The minister left.",
            "“Why?” asked Ms. Lund.",
            "“Why now?” Ms. Lund asked.",
            "\"Go!\" he cried."
        ]
    );
}

#[test]
fn parentheses_ellipses_and_lost_blanks() {
    assert_eq!(
        sentences(
            "The pact (It was signed. Twice.) held… Then it fell.The mayor wept... but stayed. It began once. after the war."
        ),
        [
            "The pact (It was signed. Twice.) held…",
            "Then it fell.",
            "The mayor wept... but stayed.",
            "It began once. after the war."
        ]
    );
}

#[test]
fn a_sentence_never_crosses_a_line_or_noise() {
    let text = "The pact held\nuntil Monday. Advertisement It broke.";
    let mut article = Article::from_text(text);
    let from = text.find("Advertisement").unwrap();
    article.noise.push(Noise { span: Span::new(from, from + 13), kind: NoiseKind::Other });
    let mut article = AnnotatedArticle::bare(article);
    structure::find(&mut article);
    let found: Vec<&str> = article.sentences.iter().map(|s| article.words(s.span)).collect();
    assert_eq!(found, ["The pact held", "until Monday.", "It broke."]);
    assert_eq!(article.paragraphs.len(), 2);
}

#[test]
fn headings_are_known() {
    let mut article = Article::from_text(
        "Harbour closed after storm\n\nThe harbour was closed on Monday.\n\nWhat happens next\n\n“Nobody knows”\n\nIt will open soon.",
    );
    article.headline = Some(Span::new(0, 26));
    let mut article = AnnotatedArticle::bare(article);
    structure::find(&mut article);
    let found: Vec<bool> = article.paragraphs.iter().map(|p| p.heading).collect();
    assert_eq!(found, [true, false, true, false, false]);
}

#[test]
fn every_kind_of_mark() {
    assert_eq!(
        quotations("He said \"no\" and “yes” and „na“ and «oui» and »nein« there."),
        ["no", "yes", "na", "oui", "nein"]
    );
    assert_eq!(
        quotations("It's the boys' toy, he said, 'a mess of the boys' own making' now."),
        ["a mess of the boys' own making"]
    );
    assert_eq!(quotations("It’s ‘a step’ that won’t do."), ["a step"]);
    assert_eq!(quotations("He said: ''We waited,'' and left."), ["We waited,"]);
    assert_eq!(quotations("The board is 6\" wide."), Vec::<String>::new());
}

#[test]
fn nested_and_unbalanced() {
    let article = read(
        "“She told me ‘go home’ twice,” he said. “Then I went. It was late.\n“It rained,” he added.",
    );
    let found: Vec<(&str, u8, bool, bool)> = article
        .quotations
        .iter()
        .map(|q| (article.words(q.inside), q.depth, q.closed, q.continues))
        .collect();
    assert_eq!(
        found,
        [
            ("She told me ‘go home’ twice,", 0, true, false),
            ("go home", 1, true, false),
            ("Then I went. It was late.", 0, false, false),
            ("It rained,", 0, true, true),
        ]
    );
    assert_eq!(quotations("“It is late. “ The rest"), ["It is late. "]);
    assert_eq!(quotations("“One, he said. “Two,” he said."), ["One, he said.", "Two,"]);
}

#[test]
fn hostile_lengths_take_no_time() {
    for unit in ["word ", "“", "a.", "(", "'a ", "„", "\"", ". "] {
        let article = read(&unit.repeat(100_000));
        assert!(article.sentences.len() <= 100_001);
    }
}

proptest! {
    #[test]
    fn layers_hold_for_any_text(
        text in "[\\PC\\n“”„«»‘’'\".?! a-zA-Z]{0,200}",
        cuts in proptest::collection::vec(0usize..220, 0..6),
    ) {
        let mut article = Article::from_text(text.clone());
        let mut places: Vec<usize> = cuts.into_iter().filter(|c| text.is_char_boundary(*c) && *c <= text.len()).collect();
        places.sort_unstable();
        for pair in places.chunks(2) {
            if let [from, to] = pair && from < to && article.noise.last().is_none_or(|n| n.span.end() <= *from) {
                article.noise.push(Noise { span: Span::new(*from, *to), kind: NoiseKind::Other });
            }
        }
        let mut article = AnnotatedArticle::bare(article);
        structure::find(&mut article);
        for (at, c) in text.char_indices() {
            let spot = Span::new(at, at + c.len_utf8());
            let held = article.sentences.iter().filter(|s| s.span.overlaps(spot)).count();
            if article.article.is_noise(spot) {
                prop_assert_eq!(held, 0);
            } else if c.is_alphanumeric() {
                prop_assert_eq!(held, 1);
            }
        }
        prop_assert!(article.sentences.is_sorted_by_key(|s| s.span));
        for s in &article.sentences {
            let paragraph = article.paragraphs[s.paragraph].span;
            prop_assert!(paragraph.covers(s.span));
        }
        for q in &article.quotations {
            prop_assert!(q.span.covers(q.inside));
            prop_assert!(!article.article.is_noise(q.span));
            prop_assert!(text.get(q.span.start()..q.span.end()).is_some());
            prop_assert!(text.get(q.inside.start()..q.inside.end()).is_some());
        }
    }
}
