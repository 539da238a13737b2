//! Inputs that were made, or happened, to break a reader. Each must come to an end in seconds, as an
//! article or as a failure that names the input.

use proptest::prelude::*;
use rapporteur_ingest::{ErrorKind, Intake, from_bytes, read_json_lines};

fn page(body: &str) -> Intake {
    let html = format!(
        "<!DOCTYPE html><html><head><title>Talks end</title></head><body><article><h1>Talks end</h1>\
         <p>Envoys of the two states met in the old town hall on Monday morning, and left it at noon.</p>\
         {body}<p>They agreed on a further round, which is to be held in the spring of next year.</p>\
         </article></body></html>"
    );
    from_bytes(html.as_bytes(), "page.html")
}

/// Read as an article, or refused by name; never a crash.
fn ends_well(intake: &Intake) {
    assert_eq!(intake.articles.len() + intake.failures.len(), 1);
    for failure in &intake.failures {
        assert!(failure.to_string().starts_with("page.html: "));
    }
}

#[test]
fn elements_nested_a_hundred_thousand_deep() {
    for (open, close) in [
        ("<div>", "</div>"),
        ("<p><b>", "</b></p>"),
        ("<ul><li>", "</li></ul>"),
        ("<blockquote>", ""),
        ("<span>", ""),
        ("<b>", ""),
        ("<font size=1>", ""),
        ("<a href=x>", ""),
        ("<section><aside>", ""),
    ] {
        let intake = page(&format!("{}deep{}", open.repeat(100_000), close.repeat(100_000)));
        ends_well(&intake);
    }
}

#[test]
fn nested_tables() {
    ends_well(&page(&"<table><tr><td>".repeat(6_000)));
    ends_well(&page(&"<table>".repeat(12_500)));
    ends_well(&page(&format!("{}x{}", "<table><tbody>".repeat(9_000), "</table>".repeat(9_000))));
}

#[test]
fn formatting_that_is_never_closed() {
    let body: String = (0..20_000).map(|i| format!("<p><b id={i}>Text")).collect();
    ends_well(&page(&body));
    let body: String = (0..20_000).map(|i| format!("<div><i id={i}>Text</div>")).collect();
    ends_well(&page(&body));
}

#[test]
fn very_many_elements_and_attributes() {
    ends_well(&page(&"<br>".repeat(500_000)));
    ends_well(&page(&"<p>A.</p>".repeat(200_000)));
    ends_well(&page(&format!("<p {}>Text</p>", "a=1 ".repeat(50_000))));
    let distinct: String = (0..50_000).map(|i| format!("a{i} ")).collect();
    ends_well(&page(&format!("<p {distinct}>Text</p>")));
    ends_well(&page(&format!("<p title=\"{}\">Text</p>", "x".repeat(20 << 20))));
    ends_well(&page(&"<a title=\"".repeat(100_000)));
    ends_well(&page(&"<".repeat(1_000_000)));
    ends_well(&page(&"<!--".repeat(200_000)));
    ends_well(&page(&"<script>".repeat(100_000)));
    ends_well(&page(&"&amp".repeat(200_000)));
}

#[test]
fn megabytes_in_one_line() {
    let sentence = "Envoys of the two states met in the old town hall (Photo: AP) on Monday. ";
    let text = sentence.repeat((9 << 20) / sentence.len());
    let intake = from_bytes(text.as_bytes(), "long.txt");
    assert_eq!(intake.articles.len(), 1);
    assert_eq!(intake.articles[0].text, text);
}

#[test]
fn fifty_megabytes_in_one_line_are_no_article_and_the_rest_goes_on() {
    let word = "x".repeat(50 << 20);
    let intake = from_bytes(word.as_bytes(), "long.txt");
    assert!(intake.articles.is_empty());
    assert!(intake.failures[0].to_string().contains("more than 10 MB of text"));
    let lines = format!("{{\"text\": \"{word}\"}}\n{{\"text\": \"Short.\"}}\n");
    let intake = read_json_lines(lines.as_bytes(), "-");
    assert_eq!((intake.articles.len(), intake.failures.len()), (1, 1));
    assert!(intake.failures[0].to_string().contains("line 1"));
}

#[test]
fn many_short_lines() {
    let text = "Read more:\nEnvoys Meet Again In The Old Town Hall Of Vienna\n".repeat(20_000);
    assert_eq!(from_bytes(text.as_bytes(), "lines.txt").articles.len(), 1);
}

#[test]
fn deep_json() {
    for bytes in ["[".repeat(1_000_000), format!("{{\"text\":{}", "{\"a\":".repeat(1_000_000))] {
        let intake = from_bytes(bytes.as_bytes(), "deep.json");
        assert!(matches!(intake.failures[0].kind, ErrorKind::InvalidJson(_)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_come_to_an_end(bytes in proptest::collection::vec(any::<u8>(), 0..600), name in "[a-z]{1,3}\\.(txt|html|json|jsonl)") {
        let intake = from_bytes(&bytes, &name);
        for article in &intake.articles {
            let mut end = 0;
            for noise in &article.noise {
                prop_assert!(noise.span.start() >= end);
                end = noise.span.end();
                prop_assert!(article.text.get(noise.span.start()..end).is_some());
            }
            if let Some(headline) = article.headline {
                prop_assert!(article.text.get(headline.start()..headline.end()).is_some());
            }
        }
    }
}
