use super::*;
use crate::testing::{attribute, over, person, story};
use crate::{points, provenance, shared};
use proptest::prelude::*;
use rapporteur_core::{Actor, Article, Statement};

const FIRST: &str = "Strait closed to tankers\n\nThe navy of Veldoria closed the Karsin strait to \
tankers on Monday after two boats had collided near the lighthouse. “Nobody passes before the wreck \
is raised,” Admiral Tovik said. Eleven sailors were taken to hospital in Port Emlin.\n";

const SECOND: &str = "Collision halts traffic\n\nTankers could not pass the Karsin strait from \
Monday noon, when Veldoria's navy shut it following a collision of two boats. Eleven injured sailors \
reached the hospital of Port Emlin. Admiral Tovik promised: “Nobody passes before the wreck is \
raised.”\n";

const REMARK: &str = "Nobody passes before the wreck is raised";

fn points_of(articles: &mut [AnnotatedArticle]) -> Vec<Point> {
    let said: Vec<(u32, u32, &str, &str)> = (0..articles.len())
        .filter(|a| {
            let text = &articles[*a].article.text;
            text.contains(REMARK) && text.contains("Tovik")
        })
        .map(|a| (a as u32, 0, "Tovik", REMARK))
        .collect();
    let statements: Vec<Statement> = attribute(articles, &said);
    let actors: Vec<Actor> = vec![person("Admiral Tovik", "Veldoria")];
    let story = over(articles);
    let shared = shared::find(&story, articles);
    let provenance = provenance::find(&story, articles);
    let mut points = points::align(&story, articles, &actors, &statements, &shared);
    count(&mut points, articles, &shared, &provenance);
    points
}

fn accounts(articles: &mut [AnnotatedArticle], words: &str) -> usize {
    let points = points_of(articles);
    points
        .iter()
        .filter(|p| {
            p.readings.iter().any(|r| {
                articles[r.evidence.article.index()].words(r.evidence.span).contains(words)
            })
        })
        .map(|p| p.independence.accounts)
        .max()
        .unwrap_or(0)
}

fn read(text: &str, outlet: &str) -> AnnotatedArticle {
    let mut article = Article::from_text(text);
    article.outlet = Some(outlet.to_owned());
    rapporteur_annotate::annotate(article, &rapporteur_annotate::Reader::rules())
}

#[test]
fn two_accounts_in_their_own_words_are_two() {
    let mut a = [read(FIRST, "Emlin Post"), read(SECOND, "The Lantern")];
    assert_eq!(accounts(&mut a, REMARK), 2);
    assert_eq!(accounts(&mut a, "hospital"), 2);
}

#[test]
fn a_copy_is_no_second_account() {
    let edited = FIRST
        .replace("Strait closed to tankers", "Navy closes strait")
        .replace("Eleven sailors", "11 sailors")
        .replace("were taken to", "were brought to the")
        .replace("had collided", "collided");
    for copy in [FIRST.to_owned(), edited] {
        let mut two = [read(FIRST, "Emlin Post"), read(&copy, "Bay Courier")];
        for words in [REMARK, "hospital", "lighthouse"] {
            assert!(accounts(&mut two, words) <= 1, "{words}");
        }
        for place in 0..3 {
            let mut three = vec![read(FIRST, "Emlin Post"), read(SECOND, "The Lantern")];
            three.insert(place, read(&copy, "Bay Courier"));
            for words in [REMARK, "hospital"] {
                assert_eq!(accounts(&mut three, words), 2, "{words}, {place}");
            }
        }
    }
}

#[test]
fn one_outlet_is_one_account() {
    let mut a = [read(FIRST, "The Lantern"), read(SECOND, "the lantern")];
    let points = points_of(&mut a);
    assert!(points.iter().all(|p| p.independence.accounts == 1));
    assert!(points.iter().any(|p| {
        p.independence.dependences.iter().any(|d| d.reason == DependenceReason::SameOutlet)
    }));
}

#[test]
fn one_agency_is_one_account() {
    let mut a = [
        read(&format!("{FIRST}\nSource: NPA\n"), "Emlin Post"),
        read(&SECOND.replace("\n\nTankers", "\n\nPORT EMLIN (NPA) — Tankers"), "The Lantern"),
    ];
    assert_eq!(accounts(&mut a, "hospital"), 1);
    let mut agency = [read(FIRST, "NPA"), a[1].clone()];
    assert_eq!(accounts(&mut agency, "hospital"), 1);
}

#[test]
fn accounts_lie_between_one_and_the_articles() {
    let (_, mut a) = story(&[FIRST, SECOND, FIRST, SECOND]);
    for point in points_of(&mut a) {
        let mut carriers: Vec<_> = point.readings.iter().map(|r| r.evidence.article).collect();
        carriers.dedup();
        assert!((1..=carriers.len()).contains(&point.independence.accounts));
        assert!(point.independence.accounts <= 2);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_light_edit_makes_a_copy_an_account(
        every in 9usize..30,
        first in 0usize..9,
        word in "[a-z]{3,9}",
        replace in any::<bool>(),
        place in 0usize..3,
        of_second in any::<bool>(),
    ) {
        let original = if of_second { SECOND } else { FIRST };
        let copy: String = original
            .split_inclusive(' ')
            .enumerate()
            .map(|(n, w)| match (n % every == first, replace) {
                (true, true) => format!("{word} "),
                (true, false) => format!("{word} {w}"),
                (false, _) => w.to_owned(),
            })
            .collect();
        let mut articles = vec![read(FIRST, "Emlin Post"), read(SECOND, "The Lantern")];
        articles.insert(place, read(&copy, "Bay Courier"));
        for point in points_of(&mut articles) {
            prop_assert!(point.independence.accounts <= 2, "{copy}");
        }
    }
}
