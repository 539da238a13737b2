//! Stories as a reader would put them together, on invented news.

#![allow(clippy::unwrap_used)] // in tests only: what is written here parses

use proptest::prelude::*;
use rapporteur_core::{Article, DateOrigin, Noise, NoiseKind, PublicationDate, Span};
use rapporteur_group::group;
use std::collections::BTreeSet;

/// Three accounts of a ferry that ran aground, by outlets that share few words but the names.
const FERRY: [&str; 3] = [
    "Ferry runs aground off Marrow Island\n\nThe ferry Northern Lark ran aground on rocks off Marrow \
     Island early on Tuesday with 212 people aboard, the Selby coast guard said. Lifeboats brought \
     all passengers ashore. Captain Orla Finnan blamed thick fog.",
    "“We saw nothing”: captain of Northern Lark speaks\n\nOrla Finnan, master of the stranded Northern \
     Lark, told reporters in Selby that fog had hidden the beacon on Marrow Island. The coast guard \
     has opened an inquiry into the grounding of the ferry.",
    "Inquiry opened after grounding\n\nInvestigators boarded the ferry Northern Lark on Wednesday, a \
     day after it struck rocks near Marrow Island. Passengers praised the lifeboat crews of Selby.",
];

/// Two accounts of a budget vote in the same country.
const BUDGET: [&str; 2] = [
    "Budget falls by two votes\n\nThe assembly in Kolda rejected the budget of finance minister Henrik \
     Aldous on Tuesday by two votes. Aldous offered to resign. The Agrarian Union had withdrawn its \
     support over grain subsidies.",
    "Aldous offers resignation\n\nFinance minister Henrik Aldous said on Tuesday that he would step down \
     after the assembly in Kolda voted down his budget. The Agrarian Union wants higher subsidies for \
     grain.",
];

/// A lone account of something else.
const CHESS: &str = "Teenager wins chess open\n\nMila Borst, 15, won the Harrow Open on Sunday with a draw \
     against grandmaster Levon Tate. She gave up a pawn in the ending and held for ninety moves.";

fn dated(text: &str, day: &str) -> Article {
    Article {
        published: Some(PublicationDate {
            date: day.parse().unwrap(),
            origin: DateOrigin::Given,
            confidence: 1.0,
            reason: String::new(),
        }),
        ..undated(text)
    }
}

fn undated(text: &str) -> Article {
    let headline = text.lines().next().map(|line| Span::new(0, line.len()));
    Article { headline, ..Article::from_text(text) }
}

fn places(articles: &[Article]) -> Vec<Vec<u32>> {
    let slice: Vec<&Article> = articles.iter().collect();
    let stories = group(&slice);
    for (number, story) in stories.iter().enumerate() {
        assert_eq!(story.id.0 as usize, number);
    }
    let ids = |s: rapporteur_core::Story| s.articles.iter().map(|a| a.0).collect();
    stories.into_iter().map(ids).collect()
}

#[test]
fn accounts_of_one_event_are_one_story() {
    assert_eq!(places(&FERRY.map(undated)), [[0, 1, 2]]);
    assert_eq!(places(&BUDGET.map(|text| dated(text, "2023-03-14"))), [[0, 1]]);
}

#[test]
fn other_events_stay_apart() {
    let articles: Vec<Article> =
        [FERRY[0], BUDGET[0], CHESS, FERRY[1], BUDGET[1], FERRY[2]].map(undated).to_vec();
    assert_eq!(places(&articles), [vec![0, 3, 5], vec![1, 4], vec![2]]);
    assert_eq!(places(&[undated(CHESS), undated(BUDGET[0])]), [[0], [1]]);
}

#[test]
fn the_next_event_of_the_same_people_is_another_story() {
    let later = "Budget passes at second try\n\nThe assembly in Kolda passed a budget that finance \
         minister Ruth Vance had rewritten after her predecessor resigned in spring.";
    let articles = [
        dated(BUDGET[0], "2023-03-14"),
        dated(BUDGET[1], "2023-03-14"),
        dated(later, "2023-11-20"),
    ];
    assert_eq!(places(&articles), [vec![0, 1], vec![2]]);
}

#[test]
fn a_copy_goes_where_its_original_goes() {
    let mut articles = vec![undated(CHESS), undated(FERRY[0])];
    articles.extend(std::iter::repeat_n(undated(FERRY[0]), 1000));
    articles.push(undated(FERRY[2]));
    let stories = places(&articles);
    assert_eq!(stories.len(), 2);
    assert_eq!(stories[1].len(), 1002);
}

#[test]
fn noise_does_not_tie_articles_together() {
    let teaser = "Read also: Ferry Northern Lark runs aground off Marrow Island near Selby, captain Orla \
         Finnan blames fog, coast guard opens inquiry, lifeboats bring Northern Lark passengers ashore";
    let with_noise = |marked: bool| {
        let text = format!("{teaser}\n\n{CHESS}");
        let noise = Noise { span: Span::new(0, teaser.len()), kind: NoiseKind::Related };
        Article { noise: if marked { vec![noise] } else { Vec::new() }, ..Article::from_text(text) }
    };
    let with_ferry = |article| places(&[undated(FERRY[0]), article]).len();
    assert_eq!(with_ferry(with_noise(true)), 2);
    assert_eq!(with_ferry(with_noise(false)), 1);
}

#[test]
fn odd_texts_are_stories_of_their_own() {
    assert_eq!(places(&[]), Vec::<Vec<u32>>::new());
    let odd = ["", "", "…", "12 34 56", "\u{301}\u{301}"].map(Article::from_text);
    assert_eq!(places(&odd).len(), 5);
    let headless = Article { headline: Some(Span::new(0, 0)), ..Article::from_text("") };
    assert_eq!(places(&[headless]), [[0]]);
}

#[test]
fn a_line_of_many_megabytes_is_read_in_part() {
    let line = "Überfahrt nach Borkum ".repeat(400_000);
    assert_eq!(places(&[Article::from_text(line), undated(CHESS)]), [[0], [1]]);
    let one_word = "ß".repeat(4_000_000);
    assert_eq!(places(&[Article::from_text(one_word)]), [[0]]);
}

proptest! {
    #[test]
    fn the_order_of_the_slice_does_not_matter(
        order in Just((0..9usize).collect::<Vec<_>>()).prop_shuffle(),
        days in proptest::collection::vec(proptest::option::of(1..28i8), 9),
    ) {
        let texts = [
            FERRY[0], FERRY[1], FERRY[2], BUDGET[0], BUDGET[1], CHESS, FERRY[0], "", "Ferry fares rise",
        ];
        let articles: Vec<Article> = texts
            .iter()
            .zip(&days)
            .map(|(text, day)| match day {
                Some(day) => dated(text, &format!("2023-03-{day:02}")),
                None => undated(text),
            })
            .collect();
        let partition = |order: &[usize]| -> BTreeSet<BTreeSet<usize>> {
            let slice: Vec<&Article> = order.iter().map(|i| &articles[*i]).collect();
            group(&slice)
                .iter()
                .map(|story| story.articles.iter().map(|a| order[a.index()]).collect())
                .collect()
        };
        let sorted: Vec<usize> = (0..9).collect();
        prop_assert_eq!(partition(&order), partition(&sorted));
    }
}
