//! Happenings of small stories.

use super::*;
use crate::{dating, testing};
use jiff::civil::date;
use rapporteur_core::{DateOrigin, PublicationDate};

/// `when: mentions | what` for the accounts `texts` of Wednesday 17 March 2021.
fn timeline(texts: &[&str]) -> Vec<String> {
    let (story, mut articles) = testing::story(texts);
    for article in &mut articles {
        article.article.published = Some(PublicationDate {
            date: date(2021, 3, 17),
            origin: DateOrigin::Given,
            confidence: 1.0,
            reason: String::new(),
        });
    }
    let dates = dating::anchor(&story, &articles);
    let words = |e: &Evidence| articles[e.article.index()].words(e.span).to_owned();
    build(&story, &articles, &dates)
        .iter()
        .map(|h| {
            let mentions: Vec<String> = h.mentions.iter().map(&words).collect();
            format!("{}: {} | {}", h.when.value, mentions.join(", "), words(&h.what))
        })
        .collect()
}

#[test]
fn accounts_of_one_happening_meet() {
    assert_eq!(
        timeline(&[
            "Rebels and envoys signed a truce in Oslo on Monday. They will meet again in Bergen on Friday.",
            "A truce between rebels and envoys was signed in Oslo on March 15, hours after the port was shelled.",
        ]),
        [
            "2021-03-15: Monday, March 15 | Rebels and envoys signed a truce in Oslo on Monday.",
            "2021-03-19: Friday | They will meet again in Bergen on Friday.",
        ]
    );
}

#[test]
fn one_day_can_hold_two_happenings() {
    assert_eq!(
        timeline(&[
            "Rebels signed a truce in Oslo on Monday. A ferry sank near the northern lighthouse on Monday.",
        ])
        .len(),
        2
    );
}

#[test]
fn a_fuller_account_joins_two_that_share_no_word() {
    assert_eq!(
        timeline(&[
            "Engineers closed the northern sluice on Monday.",
            "The mayor fled in a helicopter on Monday.",
            "The mayor fled in a helicopter on Monday, as engineers closed the northern sluice.",
        ])
        .len(),
        1
    );
}

#[test]
fn ranges_are_one_mention() {
    assert_eq!(
        timeline(&["She was the foreign minister of the island from 2009 to 2013."]),
        ["2009/2013: 2009 to 2013 | She was the foreign minister of the island from 2009 to 2013."]
    );
    assert_eq!(
        timeline(&["The rebels have shelled the harbour since October."])[0].split(':').next(),
        Some("2020-10/2021-03")
    );
    assert_eq!(
        timeline(&["Customers were exposed between May and July 2019 by thieves."])[0]
            .split(':')
            .next(),
        Some("2019-05/2019-07")
    );
}

#[test]
fn what_is_no_happening() {
    for text in [
        "17 March 2021",
        "Published on 17 March 2021",
        "They talked for nearly four hours about the dam and the port.",
        "Prices of bread and milk have risen in recent years.",
    ] {
        assert_eq!(timeline(&[text]), Vec::<String>::new(), "{text}");
    }
}
