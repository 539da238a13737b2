//! Positions by example, from text to party and act through the whole of reading.

use crate::testing::story;
use crate::{actors, points, shared};
use rapporteur_core::Position;

fn positions(texts: &[&str]) -> Vec<Position> {
    let (story, articles) = story(texts);
    let (actors, statements) = actors::merge(&story, &articles);
    let shared = shared::find(&story, &articles);
    let points = points::align(&story, &articles, &actors, &statements, &shared);
    let found = super::find(&story, &articles, &actors, &statements, &points);
    for position in &found {
        for mention in &position.mentions {
            let text = texts[mention.evidence.article.index()];
            assert!(!text[mention.evidence.span].is_empty());
            assert!(mention.condition.is_none_or(|c| mention.evidence.span.covers(c)));
        }
    }
    found
}

fn taken(text: &str) -> Vec<(String, &'static str)> {
    let mut out: Vec<_> = positions(&[text]).into_iter().map(|p| (p.party, p.act.name())).collect();
    out.sort();
    out.dedup();
    out
}

#[test]
fn a_clause_says_who_wants_and_refuses_what() {
    for (text, party, act) in [
        ("Talks\n\nNorway demanded that Sweden reopen the border.", "Norway", "DEMAND"),
        ("Talks\n\nNorway is demanding a new treaty on the river.", "Norway", "DEMAND"),
        ("Talks\n\nSweden rejected the plan on Monday.", "Sweden", "REJECT"),
        ("Talks\n\nThe plan was rejected by Sweden.", "Sweden", "REJECT"),
        ("Talks\n\nNorway's demands for a new treaty were debated all day.", "Norway", "DEMAND"),
        ("Talks\n\nSweden accused Norway of hiding the report.", "Sweden", "ACCUSE"),
        ("Talks\n\nSweden imposed sanctions on the shipping firms.", "Sweden", "SANCTION"),
    ] {
        let found = taken(text);
        assert!(found.iter().any(|(p, a)| p == party && *a == act), "{text} {found:?}");
    }
}

#[test]
fn what_is_said_shows_a_stance() {
    for (text, act) in [
        ("Talks\n\n\"Sweden must return the ships,\" Norway said on Monday.", "DEMAND"),
        ("Talks\n\n\"We will not accept this,\" Norway said on Monday.", "REJECT"),
        ("Talks\n\n\"We are ready to lift the ban,\" Norway said on Monday.", "OFFER"),
        ("Talks\n\n\"We apologise for the delay,\" Norway said on Monday.", "CONCEDE"),
    ] {
        let found = taken(text);
        assert!(found.iter().any(|(p, a)| p == "Norway" && *a == act), "{text} {found:?}");
    }
}

#[test]
fn a_threat_keeps_its_condition() {
    let text = "Talks\n\n\"If Sweden closes the strait, we will respond,\" Norway said on Monday.";
    let found = positions(&[text]);
    let threat = found.iter().find(|p| p.act.name() == "THREATEN").unwrap();
    assert_eq!(threat.mentions[0].condition.map(|c| &text[c]), Some("If Sweden closes the strait"));
}

#[test]
fn neutral_reports_take_no_position() {
    for text in [
        "Weather\n\nIt rained in Norway on Monday.",
        "Talks\n\nThe delegations of Norway and Sweden sat in the old hall.",
        "Talks\n\n\"The hall was cold,\" Norway said on Monday.",
    ] {
        assert_eq!(taken(text), [], "{text}");
    }
}

#[test]
fn accounts_of_one_position_are_one() {
    let found = positions(&[
        "Talks\n\nNorway demanded that Sweden reopen the eastern border for trucks.",
        "Border\n\nNorway called on Sweden to reopen its eastern border for trucks.",
    ]);
    let demands: Vec<_> =
        found.iter().filter(|p| p.party == "Norway" && p.act.name() == "DEMAND").collect();
    assert_eq!(demands.len(), 1, "{found:?}");
    assert_eq!(demands[0].mentions.len(), 2);
}

#[test]
fn swapping_the_parties_swaps_the_positions() {
    let text = "Talks\n\nNorway rejected Sweden's demands on Monday. Sweden accused Norway of delay. \
                \"Norway must open the border,\" Sweden said.";
    let swapped =
        text.replace("Norway", "\u{1}").replace("Sweden", "Norway").replace('\u{1}', "Sweden");
    let mut expected: Vec<_> = taken(text)
        .into_iter()
        .map(|(party, act)| {
            let other = if party == "Norway" { "Sweden" } else { "Norway" };
            (other.to_owned(), act)
        })
        .collect();
    expected.sort();
    assert!(!expected.is_empty());
    assert_eq!(taken(&swapped), expected);
}
