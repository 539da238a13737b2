//! What a story's pages say, and that nothing from an article is taken for markup.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says so by failing")]

mod fixture;
#[path = "fixture/reading.rs"]
mod reading;

use proptest::prelude::*;
use rapporteur_core::{
    AnnotatedArticle, ArticleId, Collation, Evidence, Independence, Point, Reading, Span,
};
use rapporteur_report::{Report, html, markdown};

fn pages(articles: &[AnnotatedArticle], story: &Collation) -> (String, String) {
    let report = Report { articles, stories: std::slice::from_ref(story) };
    (html::story_page(&report, 0), markdown::story(&report, 0))
}

/// Every quotation of the page is the words at the place that its link names, as far as it goes,
/// and every link of the page leads somewhere.
fn holds_its_promises(page: &str, articles: &[AnnotatedArticle]) -> Result<(), TestCaseError> {
    let ids = reading::attributes(page, "id");
    let mut once = ids.clone();
    once.sort();
    once.dedup();
    prop_assert_eq!(once.len(), ids.len(), "an id stands twice");
    for link in reading::attributes(page, "href") {
        if let Some(target) = link.strip_prefix('#') {
            prop_assert!(once.binary_search(&target.to_owned()).is_ok(), "{} leads nowhere", link);
        }
    }
    for (target, words) in reading::quotations(page) {
        let Some((article, place)) = target.strip_prefix('a').and_then(|t| t.split_once("-s"))
        else {
            continue;
        };
        let (from, to) = place.split_once('-').expect("two offsets");
        let number = |text: &str| text.parse::<usize>().expect("a number");
        let whole: String = articles[number(article) - 1]
            .article
            .text
            .chars()
            .skip(number(from))
            .take(number(to) - number(from))
            .collect();
        prop_assert!(whole.starts_with(&words), "{:?} is not the beginning of {:?}", words, whole);
    }
    Ok(())
}

#[test]
fn a_story_as_a_page() {
    let (articles, story) = fixture::strike();
    let (page, _) = pages(&articles, &story);
    holds_its_promises(&page, &articles).unwrap();
    assert!(reading::quotations(&page).len() > 30);
    let lines = reading::body(&page).replace("><", ">\n<");
    insta::assert_snapshot!("strike.html", lines);
}

#[test]
fn a_story_in_markdown() {
    let (articles, story) = fixture::strike();
    insta::assert_snapshot!("strike.md", pages(&articles, &story).1);
}

#[test]
fn several_stories_have_an_index() {
    let (articles, story) = fixture::strike();
    let report = Report { articles: &articles, stories: &[story.clone(), story] };
    let links = ["story-1.html".to_owned(), "a \"b\".html".to_owned()];
    let page = html::index_page(&report, &links);
    assert_eq!(reading::attributes(&page, "href").iter().filter(|h| links.contains(h)).count(), 2);
    insta::assert_snapshot!("index.md", markdown::index(&report, &links));
}

#[test]
fn a_page_asks_for_nothing_from_elsewhere() {
    let (articles, story) = fixture::strike();
    let (page, _) = pages(&articles, &story);
    assert!(reading::attributes(&page, "src").is_empty());
    assert!(page.contains("default-src 'none'"));
    for style in ["@import", "url("] {
        assert!(!page.contains(style));
    }
    let loading = ["<link rel=\"stylesheet", "<iframe", "<img", "<object", "<embed"];
    assert!(loading.iter().all(|tag| !page.contains(tag)));
}

#[test]
fn what_an_article_brings_stays_text() {
    let (articles, story) = fixture::hostile();
    let (page, text) = pages(&articles, &story);
    holds_its_promises(&page, &articles).unwrap();
    assert_eq!(page.matches("<script").count(), 1, "the page's own");
    assert_eq!(page.matches("</script").count(), 1);
    assert!(!page.contains("<img"));
    for link in reading::attributes(&page, "href") {
        let known = ["#", "https://", "data:,"];
        assert!(known.iter().any(|start| link.starts_with(start)), "{link}");
    }
    // No attribute that runs a script, in any tag.
    for tag in page.split('<').skip(1).filter_map(|rest| rest.split_once('>')) {
        assert!(!reading::unescape(tag.0).contains(" onerror=\""), "{}", tag.0);
    }
    let unescaped = text.replace("\\<", "").replace("\\[", "");
    for bare in ["<script", "</script", "<img", "[x]("] {
        assert!(!unescaped.contains(bare), "{bare} in {text}");
    }
    // No line of an article begins a heading.
    assert!(!text.contains("\n# </"));
}

#[test]
fn a_story_without_anything_is_a_page() {
    let articles = [fixture::article(None, "a.txt", ""), fixture::article(None, "b.txt", "x")];
    let (page, text) = pages(&articles, &fixture::bare_story(2));
    assert!(page.contains("Account 2") && text.contains("Account 2"));
    let none = Report { articles: &[], stories: &[] };
    assert!(html::story_page(&none, 0).contains("0 stories"));
}

#[test]
fn indices_that_point_nowhere_are_passed_over() {
    let (mut articles, story) = fixture::strike();
    for annotated in &mut articles {
        annotated.attributions.clear();
        annotated.article.text = "ż".to_owned();
        annotated.article.headline = None;
        annotated.article.noise.clear();
        annotated.paragraphs.clear();
        annotated.sentences.clear();
    }
    let (page, _) = pages(&articles, &story);
    holds_its_promises(&page, &articles).unwrap();
    pages(&articles[..1], &story);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any spans of any texts: the page quotes them exactly and its links lead to them.
    #[test]
    fn quotations_are_exact(
        texts in prop::collection::vec("[a-e<&\"'“ż \n]{0,80}", 2..4),
        spans in prop::collection::vec((0usize..4, 0usize..90, 0usize..90), 0..24),
    ) {
        let articles: Vec<_> = texts.iter().map(|t| fixture::article(None, "x.txt", t)).collect();
        let mut story = fixture::bare_story(articles.len());
        let mut readings: Vec<Reading> = spans
            .iter()
            .map(|&(article, a, b)| {
                let article = article % articles.len();
                let text = &texts[article];
                let fit = |n: usize| (0..=n.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
                Reading {
                    evidence: Evidence {
                        article: ArticleId(article as u32),
                        span: Span::new(fit(a), fit(b)),
                    },
                    statement: None,
                    kind: None,
                }
            })
            .collect();
        readings.sort_by_key(|r| r.evidence);
        story.points = readings
            .chunks(3)
            .map(|readings| Point {
                gist: 0,
                speaker: None,
                readings: readings.to_vec(),
                independence: Independence::default(),
            })
            .collect();
        let (page, text) = pages(&articles, &story);
        holds_its_promises(&page, &articles)?;
        // In Markdown as well, white space aside.
        let lines: Vec<&str> = text.lines().filter(|l| l.ends_with("*(in its own voice)*")).collect();
        let squeeze = |t: &str| t.split_whitespace().collect::<Vec<_>>().join(" ");
        for line in lines {
            let (_, rest) = line.split_once("] ").expect("a number first");
            let words = rest.trim_end_matches("*(in its own voice)*").trim().replace('\\', "");
            prop_assert!(texts.iter().any(|t| squeeze(t).contains(&words)), "{words:?}");
        }
    }
}
