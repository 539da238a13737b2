use super::*;
use crate::testing::story;

/// Kind and intermediary of everything found in one text.
fn found(text: &str) -> Vec<(ProvenanceKind, String)> {
    let (s, a) = story(&[text]);
    find(&s, &a)
        .into_iter()
        .map(|p| {
            assert!(p.evidence.span.covers(p.via.span) && p.scope.span.covers(p.evidence.span));
            (p.kind, p.name)
        })
        .collect()
}

#[test]
fn outlets_are_known_by_how_they_are_spoken_of() {
    use ProvenanceKind::*;
    for (text, kind, name) in [
        ("The strike will go on, Maja Brenk told the newspaper Kurier on Friday.", Told, "kurier"),
        ("He told Harbour Radio that the berths stay shut.", Told, "harbour radio"),
        ("The bridge is closed, according to the state news agency Ruvia.", AccordingTo, "ruvia"),
        (
            "Two trawlers are missing, the Ostara news agency reported on Monday.",
            AccordingTo,
            "ostara",
        ),
        ("Palvo reported that two trawlers were missing.", AccordingTo, "palvo"),
        ("She made the remark in an interview with the magazine Weltblick.", Told, "weltblick"),
        ("SALVERA (NPA) — The talks broke off late on Tuesday night.", Credit, "npa"),
        ("The talks broke off.\nSource: npa", Credit, "npa"),
        ("The talks broke off.\nPalvo contributed to this report.", Credit, "palvo"),
        ("The ministry said so in a statement late on Tuesday.", Channel, "statement"),
        ("The minister told reporters that the berths stay shut.", Channel, "press conference"),
    ] {
        assert!(found(text).contains(&(kind, name.to_owned())), "{text}: {:?}", found(text));
    }
}

#[test]
fn not_everybody_who_is_told_is_an_outlet() {
    for text in [
        "He told Congress that the berths stay shut.",
        "According to Ms Orlu the berths stay shut.",
        "The mayor told the Harbour Committee so.",
        "She spoke to Monday's crowd.",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn a_name_learnt_in_one_article_counts_in_another() {
    let (s, a) = story(&[
        "The news agency Ruvia was first to say so.\nTwo trawlers sank, Ruvia reported on Monday.",
        "Two trawlers sank on Sunday, according to Ruvia.",
    ]);
    let names: Vec<_> = find(&s, &a).into_iter().map(|p| (p.evidence.article.0, p.name)).collect();
    assert!(names.contains(&(1, "ruvia".to_owned())), "{names:?}");
    let (s, a) = story(&["Two trawlers sank on Sunday, according to Ruvia."]);
    assert!(find(&s, &a).is_empty());
}

#[test]
fn the_credit_of_a_picture_is_none_of_the_text() {
    let text = "The talks broke off on Tuesday.\n(NPA) - The empty harbour\n";
    let (s, mut a) = story(&[text]);
    a[0].article.noise = vec![rapporteur_core::Noise {
        span: Span::new(32, text.len() - 1),
        kind: rapporteur_core::NoiseKind::Caption,
    }];
    assert!(find(&s, &a).is_empty());
}

#[test]
fn a_channel_begins_with_its_own_preposition() {
    let (s, a) = story(&["He put the blame on captains in a speech."]);
    let found = find(&s, &a);
    assert_eq!(a[0].words(found[0].evidence.span), "in a speech");
}
