//! Accounts dated by each other.

use super::*;
use crate::testing;
use jiff::civil::date;

fn days(dates: &Dates) -> Vec<String> {
    dates.accounts.iter().map(|(id, p)| format!("{} {}", id.0, p.date)).collect()
}

/// 8 March is a Wednesday in 2017, and not again before 2023.
const ACCOUNTS: [&str; 3] = [
    "Envoys of both valleys met in Oslo on March 8 about the dam. The ministers had first talked on March 6 in Bergen.",
    "Envoys met in Oslo on Wednesday about the dam. On Monday ministers talked in Bergen. On Thursday the engineers will inspect the dam in Tromso.",
    "The valleys last met in 2016. Today the engineers inspect the dam in Tromso.",
];

#[test]
fn accounts_without_a_date_date_each_other() {
    let (story, articles) = testing::story(&ACCOUNTS);
    let dates = anchor(&story, &articles);
    assert_eq!(days(&dates), ["0 2017-03-08", "1 2017-03-08", "2 2017-03-09"]);
    let (_, published) = &dates.accounts[0];
    assert_eq!(published.origin, DateOrigin::Inferred);
    assert!(published.reason.contains("March 8") && published.reason.contains("2016"));
    // "On Thursday" of the second account.
    let thursday = dates.when(ArticleId(1), 2).unwrap();
    assert_eq!(thursday.value, "2017-03-09");
}

#[test]
fn the_order_of_articles_does_not_matter() {
    let (story, articles) = testing::story(&ACCOUNTS);
    let mut turned = articles.clone();
    turned.reverse();
    let there: Vec<Date> = anchor(&story, &articles).accounts.iter().map(|(_, p)| p.date).collect();
    let mut back: Vec<Date> =
        anchor(&story, &turned).accounts.iter().map(|(_, p)| p.date).collect();
    back.reverse();
    assert_eq!(there, back);
}

#[test]
fn what_nothing_dates_stays_undated() {
    let (story, articles) = testing::story(&["Envoys met on Wednesday.", "Envoys met in Oslo."]);
    assert!(anchor(&story, &articles).accounts.is_empty());
}

#[test]
fn a_given_date_stays_and_dates_the_others() {
    let (story, mut articles) = testing::story(&[
        "Envoys met in Oslo on Wednesday about the dam.",
        "The envoys’ meeting in Oslo about the dam was yesterday.",
    ]);
    articles[0].article.published = Some(PublicationDate {
        date: date(2020, 1, 1),
        origin: DateOrigin::Given,
        confidence: 1.0,
        reason: "side-car".into(),
    });
    let dates = anchor(&story, &articles);
    assert_eq!(days(&dates), ["0 2020-01-01", "1 2020-01-02"]);
}

#[test]
fn a_page_without_a_full_stop_stays_linear() {
    let page = "Envoys met in Oslo on Monday and on March 8 and on 4 May 2020, ".repeat(4000);
    let (story, articles) = testing::story(&[&page]);
    let dates = anchor(&story, &articles);
    let last = articles[0].times.len() - 1;
    assert!(last > 10_000 && dates.when(ArticleId(0), last).is_some());
}

proptest::proptest! {
    #[test]
    fn the_window_lies_on_characters(text in "\\PC{0,40}( é\\PC{0,300}){0,12}", at in 0usize..4000) {
        let from = (0..=at.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap();
        let of = rapporteur_core::Span::new(from, from);
        let window = near(&text, rapporteur_core::Span::new(0, text.len()), of);
        proptest::prop_assert!(text.get(window.start()..window.end()).is_some());
        proptest::prop_assert!(window.start() <= from && from <= window.end());
    }
}
