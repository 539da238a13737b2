//! Every detector by example, with accounts written for it.

use super::find;
use crate::testing::{attribute, person, story};
use crate::{dating, points, shared};
use rapporteur_core::{
    Actor, Discrepancy, DiscrepancyKind, EntityKind, Evidence, Independence, Point, Reading, Span,
    Statement,
};

/// The discrepancies of accounts in which nothing is attributed.
fn of_texts(texts: &[&str]) -> Vec<(DiscrepancyKind, Vec<String>)> {
    let (story, articles) = story(texts);
    let dates = dating::anchor(&story, &articles);
    let shared = shared::find(&story, &articles);
    let points = points::align(&story, &articles, &[], &[], &shared);
    shown(texts, &find(&story, &articles, &[], &[], &points, &dates))
}

/// The discrepancies of statements: article, speaker, cue, content.
fn of_statements(
    texts: &[&str],
    actors: &[Actor],
    said: &[(u32, u32, &str, &str)],
    sources: &[&str],
) -> Vec<(DiscrepancyKind, Vec<String>)> {
    let (story, mut articles) = story(texts);
    let statements: Vec<Statement> = attribute(&mut articles, said);
    for (statement, source) in statements.iter().zip(sources) {
        let article = &mut articles[statement.article.index()];
        let start = article.article.text.find(source).unwrap();
        article.attributions[statement.attribution].source =
            vec![Span::new(start, start + source.len())];
    }
    let dates = dating::anchor(&story, &articles);
    let shared = shared::find(&story, &articles);
    let points = points::align(&story, &articles, actors, &statements, &shared);
    shown(texts, &find(&story, &articles, actors, &statements, &points, &dates))
}

fn shown(texts: &[&str], found: &[Discrepancy]) -> Vec<(DiscrepancyKind, Vec<String>)> {
    found
        .iter()
        .map(|d| {
            let words = d
                .readings
                .iter()
                .map(|r| texts[r.evidence.article.index()][r.evidence.span].to_owned())
                .collect();
            (d.kind, words)
        })
        .collect()
}

fn of_kind(found: &[(DiscrepancyKind, Vec<String>)], kind: DiscrepancyKind) -> Vec<Vec<String>> {
    found.iter().filter(|(k, _)| *k == kind).map(|(_, words)| words.clone()).collect()
}

#[test]
fn a_count_differs() {
    let found = of_texts(&[
        "Ferry sinks off Port Sel\n\nNine passengers drowned when the ferry sank off Port Sel in a storm.",
        "Storm sinks ferry\n\nAt least twelve passengers drowned when the ferry sank off Port Sel in a storm.",
    ]);
    assert_eq!(
        of_kind(&found, DiscrepancyKind::Count),
        [["Nine passengers", "At least twelve passengers"]]
    );
}

#[test]
fn counts_that_agree_are_no_discrepancy() {
    for (a, b) in [
        ("More than 200 passengers", "276 passengers"),
        ("Around 100 passengers", "100 passengers"),
        ("Nine passengers", "Nine passengers"),
    ] {
        let found = of_texts(&[
            &format!("Ferry sinks\n\n{a} drowned when the ferry sank off Port Sel in a storm."),
            &format!("Storm\n\n{b} drowned when the ferry sank off Port Sel in a storm."),
        ]);
        assert!(of_kind(&found, DiscrepancyKind::Count).is_empty(), "{a} {b}");
    }
}

#[test]
fn an_article_that_has_both_figures_means_two_things() {
    let found = of_texts(&[
        "Ferry\n\nNine passengers drowned when the ferry sank off Port Sel; twelve passengers drowned when a ferry sank off Port Sel last year.",
        "Storm\n\nTwelve passengers drowned when the ferry sank off Port Sel.",
    ]);
    assert!(of_kind(&found, DiscrepancyKind::Count).is_empty());
}

#[test]
fn a_duration_differs() {
    let found = of_texts(&[
        "Talks end\n\nThe envoys ended nearly four hours of talks on the dam in Strelsau without a result.",
        "No result\n\nAfter almost five hours of talks on the dam in Strelsau the envoys had no result.",
    ]);
    assert_eq!(
        of_kind(&found, DiscrepancyKind::Duration),
        [["nearly four hours", "almost five hours"]]
    );
}

#[test]
fn a_day_differs() {
    let found = of_texts(&[
        "Bridge\n\nSaboteurs blew up the railway bridge at Zenda on 3 May 2021, cutting the line to the coast.",
        "Line cut\n\nThe railway bridge at Zenda was blown up by saboteurs on 5 May 2021, cutting the line to the coast.",
    ]);
    assert_eq!(of_kind(&found, DiscrepancyKind::Date), [["3 May 2021", "5 May 2021"]]);
}

#[test]
fn a_place_differs() {
    let texts = [
        "Swap\n\nThe two captured pilots were exchanged at dawn in Geneva.",
        "Exchange\n\nThe two captured pilots were exchanged at dawn in Vienna.",
    ];
    let (story, articles) = story(&texts);
    let reading = |article: usize, words: &str| {
        let start = texts[article].find(words).unwrap();
        Reading {
            evidence: Evidence {
                article: story.articles[article],
                span: Span::new(start, start + words.len()),
            },
            statement: None,
            kind: None,
        }
    };
    let points = [Point {
        gist: 0,
        speaker: None,
        readings: vec![
            reading(0, "The two captured pilots were exchanged at dawn in Geneva"),
            reading(1, "The two captured pilots were exchanged at dawn in Vienna"),
        ],
        independence: Independence::default(),
    }];
    let dates = dating::anchor(&story, &articles);
    let found = shown(&texts, &find(&story, &articles, &[], &[], &points, &dates));
    assert_eq!(of_kind(&found, DiscrepancyKind::Place), [["Geneva", "Vienna"]]);
}

#[test]
fn one_remark_is_given_to_two_speakers() {
    let texts = [
        "A\n\nThe gates of the northern dam will stay shut until spring, Anna Kolb said.",
        "B\n\nThe gates of the northern dam will stay shut until spring, Piet Moor said.",
    ];
    let actors = [person("Anna Kolb", "Ruritania"), person("Piet Moor", "Fenwick")];
    let content = "The gates of the northern dam will stay shut until spring";
    let found = of_statements(
        &texts,
        &actors,
        &[(0, 0, "said", content), (1, 1, "said", content)],
        &["Anna Kolb", "Piet Moor"],
    );
    // whether the two become one point is the alignment's business
    let speakers = of_kind(&found, DiscrepancyKind::Speaker);
    assert!(speakers.is_empty() || speakers == [["Anna Kolb", "Piet Moor"]], "{speakers:?}");
}

#[test]
fn quotations_cannot_both_be_verbatim() {
    let texts = [
        "A\n\n\"There is a serious danger of a new flood in the valley,\" Anna Kolb said.",
        "B\n\n\"We see a serious danger of new floods in the valley,\" Anna Kolb said.",
    ];
    let actors = [person("Anna Kolb", "Ruritania")];
    let found = of_statements(
        &texts,
        &actors,
        &[
            (0, 0, "said", "\"There is a serious danger of a new flood in the valley,\""),
            (1, 0, "said", "\"We see a serious danger of new floods in the valley,\""),
        ],
        &["Anna Kolb", "Anna Kolb"],
    );
    assert_eq!(of_kind(&found, DiscrepancyKind::Wording).len(), 1);
}

#[test]
fn a_shorter_quotation_of_the_same_words_is_no_discrepancy() {
    let texts = [
        "A\n\n\"There is a serious danger of a new flood in the valley this year,\" Anna Kolb said.",
        "B\n\nAnna Kolb said there was \"a serious danger of a new flood in the valley\" ahead.",
        "C\n\n\"There is a serious danger … in the valley this year,\" Anna Kolb said.",
    ];
    let actors = [person("Anna Kolb", "Ruritania")];
    let found = of_statements(
        &texts,
        &actors,
        &[
            (0, 0, "said", "\"There is a serious danger of a new flood in the valley this year,\""),
            (1, 0, "said", "\"a serious danger of a new flood in the valley\""),
            (2, 0, "said", "\"There is a serious danger … in the valley this year,\""),
        ],
        &["Anna Kolb", "Anna Kolb", "Anna Kolb"],
    );
    assert!(of_kind(&found, DiscrepancyKind::Wording).is_empty());
}

#[test]
fn names_are_spelled_and_formed_in_two_ways() {
    for (a, b) in [
        ("Viktor Malenko", "Viktor Malenkow"),
        ("Society of the Blue Star", "Society for the Blue Star"),
        ("North-South Council", "South-North Council"),
        ("Coastal Accident Investigation Branch", "Coastal Accident Investigation Unit"),
    ] {
        let found = of_texts(&[
            &format!("Report\n\nThe report was read to {a} in the capital."),
            &format!("Reading\n\nA report went to {b} in the capital."),
        ]);
        let names = of_kind(&found, DiscrepancyKind::Name);
        assert_eq!(names, [[a, b]], "{a} {b}");
    }
}

#[test]
fn names_of_two_things_are_no_discrepancy() {
    for (a, b) in [
        ("Viktor Malenko", "Viktor Orlow"),
        ("Foreign Ministry", "Foreign Minister"),
        ("Viktor Malenko", "Viktor Malenko"),
    ] {
        let found = of_texts(&[
            &format!("Report\n\nThe report was read to {a} in the capital."),
            &format!("Reading\n\nA report went to {b} in the capital."),
        ]);
        assert!(of_kind(&found, DiscrepancyKind::Name).is_empty(), "{a} {b}");
    }
}

#[test]
fn one_person_has_two_ranks() {
    let texts = [
        "A\n\nDeputy Foreign Secretary Anna Kolb left early.",
        "B\n\nVice Foreign Secretary Anna Kolb left early.",
    ];
    let (story, articles) = story(&texts);
    let mut actor = person("Anna Kolb", "Ruritania");
    actor.kind = EntityKind::Person;
    for (article, words) in
        ["Deputy Foreign Secretary Anna Kolb", "Vice Foreign Secretary Anna Kolb"]
            .iter()
            .enumerate()
    {
        let start = texts[article].find(words).unwrap();
        actor.mentions.push(Evidence {
            article: story.articles[article],
            span: Span::new(start, start + words.len()),
        });
    }
    let dates = dating::anchor(&story, &articles);
    let found = find(&story, &articles, &[actor], &[], &[], &dates);
    assert!(found.iter().any(|d| d.kind == DiscrepancyKind::Name));
}

#[test]
fn one_thing_has_loaded_and_neutral_names() {
    let found = of_texts(&[
        "Isle\n\nThe northern isle was annexed by Ruritania in 1998 after a referendum that few recognised.",
        "History\n\nThe northern isle rejoined Ruritania in 1998 after a referendum that few recognised.",
    ]);
    assert_eq!(of_kind(&found, DiscrepancyKind::Naming), [["annexed", "rejoined"]]);
}

#[test]
fn one_article_alone_differs_from_nobody() {
    let text = "Ferry\n\nNine people drowned. Twelve people drowned. \"It was a very bad storm,\" said Anna Kolb.";
    assert!(of_texts(&[text]).is_empty());
    assert!(of_texts(&[text, text]).is_empty());
}
