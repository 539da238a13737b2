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

#[test]
fn transliterations_and_titles_lead_to_one_actor_with_role_and_party() {
    let actors = actors(&[
        "Talks\n\nPresident Viktor Melenskyy said the talks had failed. Melenskyy left early.",
        "Gespräche\n\nUkrainian President Viktor Melensky said on Monday that nothing was agreed.",
        "No deal\n\nThen-President Wiktor Selenskow said no. President Melenskyj agreed.",
    ]);
    let president = named(&actors, "Viktor Melenskyy");
    assert!(president.aliases.iter().any(|a| a == "Melenskyj"), "{president:?}");
    assert_eq!(president.party.as_deref(), Some("Ukraine"));
    assert_eq!(president.role.as_deref(), Some("Ukrainian President"));
    assert_ne!(president, named(&actors, "Wiktor Selenskow"));
}

#[test]
fn surnames_that_only_look_alike_stay_apart() {
    let actors = actors(&[
        "Fair\n\nOrganiser Peter Hansen said the fair was full. Anne Johnson said it was loud.",
        "Fair\n\nOrganiser Paul Hanson said the fair was empty. Amy Johnston said it was quiet.",
    ]);
    for name in ["Peter Hansen", "Paul Hanson", "Anne Johnson", "Amy Johnston"] {
        assert_eq!(named(&actors, name).mentions.len(), 1, "{name}");
    }
}

#[test]
fn two_together_are_the_same_two_in_every_article() {
    let actors = actors(&[
        "Duel\n\nBoth came: Minister Ingrid Solberg and Minister Uwe Brandt. Solberg and Brandt said the \
         date was set.",
        "Duel\n\nMinister Uwe Brandt and Minister Ingrid Solberg met. The two ministers said they agreed.",
    ]);
    let both: Vec<&Actor> = actors.iter().filter(|a| a.plural && a.members.len() == 2).collect();
    assert_eq!(both.len(), 1, "{both:?}");
    let names: Vec<&str> =
        both[0].members.iter().map(|m| actors[m.0 as usize].name.as_str()).collect();
    assert!(names.contains(&"Ingrid Solberg") && names.contains(&"Uwe Brandt"), "{names:?}");
}
