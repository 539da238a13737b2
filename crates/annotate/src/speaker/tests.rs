//! Examples of speakers.

mod news;

use super::resolve;
use crate::{entity, structure};
use rapporteur_core::{AnnotatedArticle, Article, Attribution, AttributionKind, Entity, Span};

/// An article with attributions given by (source, content); a content in quotation marks is direct.
fn read(text: &str, said: &[(&str, &str)]) -> AnnotatedArticle {
    let mut article = AnnotatedArticle::bare(Article::from_text(text));
    structure::find(&mut article);
    entity::find(&mut article, None);
    let mut after = 0;
    for (source, content) in said {
        let place = |words: &str| {
            let start = after + text[after..].find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let (source, content) =
            (Some(*source).filter(|s| !s.is_empty()).map(place), place(content));
        after = source.map_or(content.start(), |s| s.start().min(content.start()));
        let quoted = article.words(content).starts_with(['"', '“']);
        article.attributions.push(Attribution {
            source: source.into_iter().collect(),
            cue: Vec::new(),
            content: vec![content],
            kind: if quoted { AttributionKind::Direct } else { AttributionKind::Indirect },
            speaker: None,
        });
    }
    resolve(&mut article);
    article
}

fn speakers(article: &AnnotatedArticle) -> Vec<Option<&str>> {
    article
        .attributions
        .iter()
        .map(|a| a.speaker.and_then(|s| article.entity(s)).map(|e: &Entity| e.name.as_str()))
        .collect()
}

#[test]
fn names_descriptions_and_pronouns_lead_to_one_person() {
    let text = "Dam\n\nEngineer Marta Nowak said the dam was safe. She added that nobody need leave. \
                “We have checked it twice,” the engineer said.";
    let article = read(
        text,
        &[
            ("Engineer Marta Nowak", "the dam was safe"),
            ("She", "nobody need leave"),
            ("the engineer", "“We have checked it twice,”"),
        ],
    );
    assert_eq!(speakers(&article), [Some("Marta Nowak"); 3]);
    // "We" inside her quotation is hers.
    let we = article.mentions.iter().find(|m| article.words(m.span) == "We").unwrap();
    assert_eq!(Some(we.entity), article.attributions[2].speaker);
}

#[test]
fn a_quotation_that_runs_on_keeps_its_speaker() {
    let text = "Storm\n\n“It was dark,” said Leo Grant. “We could not see the road.”";
    let article =
        read(text, &[("Leo Grant", "“It was dark,”"), ("", "“We could not see the road.”")]);
    assert_eq!(speakers(&article), [Some("Leo Grant"); 2]);
}

#[test]
fn an_owner_is_not_the_speaker() {
    let text = "Fire\n\nThe Herald's Nina Falk wrote that the fire was out. Oslo firefighters' union \
                members said otherwise.";
    let article = read(text, &[("The Herald's Nina Falk", "the fire was out")]);
    assert_eq!(speakers(&article), [Some("Nina Falk")]);
}

#[test]
fn two_speakers_together_are_a_speaker_of_their_own() {
    let text =
        "Trade\n\nChile and Peru said the tariff was unfair. A resident of Lima agreed with it.";
    let article =
        read(text, &[("Chile and Peru", "the tariff was unfair"), ("A resident of Lima", "it")]);
    assert_eq!(speakers(&article), [Some("Chile and Peru"), Some("a resident of Lima")]);
    let both = article.entity(article.attributions[0].speaker.unwrap()).unwrap();
    assert!(both.plural && !both.anonymous);
}

#[test]
fn whom_nobody_names_stays_open() {
    let text = "Search\n\nThe boat is believed to have sunk.";
    let article = read(text, &[("", "have sunk")]);
    assert_eq!(speakers(&article), [None]);
}
