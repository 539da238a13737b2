//! Examples of actors over articles.

use super::merge;
use crate::testing;
use rapporteur_core::Actor;

fn actors(texts: &[&str]) -> Vec<Actor> {
    let (story, articles) = testing::story(texts);
    merge(&story, &articles).0
}

fn named<'a>(actors: &'a [Actor], name: &str) -> &'a Actor {
    actors.iter().find(|a| a.name == name).unwrap_or_else(|| {
        panic!("{name} is not among {:?}", actors.iter().map(|a| &a.name).collect::<Vec<_>>())
    })
}

#[test]
fn spellings_of_one_name_are_one_actor() {
    let actors = actors(&[
        "Ruritania talks\n\nForeign Minister Sergei Wyshenko said the talks had failed. Wyshenko left early.",
        "Talks fail\n\nForeign Minister Sergey Vyshenko said on Monday that nothing was agreed.",
        "No deal\n\nThe delegation left. Minister Vyshenko said it was over.",
    ]);
    let bearers: Vec<&Actor> = actors.iter().filter(|a| a.name.ends_with("shenko")).collect();
    assert_eq!(bearers.len(), 1, "{bearers:?}");
    assert!(bearers[0].mentions.iter().any(|m| m.article.index() == 2));
}

#[test]
fn two_people_of_one_surname_stay_apart() {
    let actors = actors(&[
        "Court\n\nLawyer Maria Keller said the case was closed.",
        "Court\n\nProsecutor Thomas Keller said the case was open.",
        "Court\n\nMr. Keller said nothing.",
    ]);
    assert_ne!(named(&actors, "Maria Keller"), named(&actors, "Thomas Keller"));
    assert_eq!(named(&actors, "Keller").mentions.len(), 1);
}

#[test]
fn states_meet_by_capital_and_short_name() {
    let actors = actors(&[
        "Trade\n\nThe US said it would not sign.",
        "Trade\n\nThe United States rejected the text. Washington wants a new one.",
    ]);
    let us = named(&actors, "United States");
    assert_eq!(us.mentions.len(), 3);
}

#[test]
fn the_order_of_the_articles_changes_nothing() {
    let texts = [
        "Harbour\n\nMayor Jane Whitlock said the harbour was safe.",
        "Harbour\n\nJ. Whitlock said the harbour was safe, and Canada agreed.",
        "Harbour\n\nWhitlock told reporters that Ottawa had been asked.",
    ];
    let shape = |texts: &[&str]| {
        let mut rows: Vec<(String, usize)> =
            actors(texts).into_iter().map(|a| (a.name, a.mentions.len())).collect();
        rows.sort();
        rows
    };
    let forward = shape(&texts);
    let backward = shape(&[texts[2], texts[1], texts[0]]);
    assert_eq!(forward, backward);
    assert!(forward.contains(&("Jane Whitlock".to_owned(), 3)), "{forward:?}");
}

#[test]
fn a_short_name_of_a_body_joins_the_one_that_ends_so() {
    let actors = actors(&[
        "Port\n\nThe Portuguese Fisheries Ministry said the port was closed.",
        "Port\n\nThe Fisheries Ministry said on Friday that it would open the port.",
    ]);
    assert_eq!(named(&actors, "Portuguese Fisheries Ministry").mentions.len(), 2);
}

#[test]
fn unnamed_sources_are_never_joined() {
    let actors = actors(&[
        "Strike\n\nA union official said the strike would go on.",
        "Strike\n\nA union official said the strike would end.",
    ]);
    let officials = actors.iter().filter(|a| a.anonymous).count();
    assert_eq!(officials, 2, "{actors:?}");
}
