//! The timeline measured on the stories that a careful reader has laid out, where they are at hand:
//! mentions whose span and date agree, as the published scorer counts them, with the reader's own
//! noise so that only time counts.

use super::build;
use crate::testing::gold::{self, list, str_of};
use crate::{dating, testing};
use rapporteur_core::{Article, CodePoints, DateOrigin, Noise, NoiseKind, PublicationDate, Span};
use serde_json::Value;
use std::path::Path;

/// What is reached today, less a little; a change that falls below has made something worse.
const FLOOR: f64 = 0.75;

struct Mention {
    article: usize,
    span: Span,
    when: String,
    /// Of which happening.
    happening: usize,
}

/// Where `item`'s words stand: at its own offset, or where they stand first.
fn place(text: &str, item: &Value) -> Option<Span> {
    let words = str_of(item, "text");
    let start = match item["at"].as_u64() {
        Some(at) => CodePoints::new(text).to_byte(at as usize),
        None => text.find(words)?,
    };
    Some(Span::new(start, start + words.len()))
}

fn dates_agree(gold: &str, found: &str) -> bool {
    found.starts_with(gold) || (gold.starts_with(found) && found.len() >= 4)
}

fn f1(file: &Path) -> f64 {
    let gold: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let mut ids = Vec::new();
    let mut articles = Vec::new();
    for a in list(&gold, "articles") {
        let text = std::fs::read_to_string(file.parent().unwrap().join(str_of(a, "file"))).unwrap();
        let mut article = Article::from_text(text);
        article.published = a["published"].as_str().map(|date| PublicationDate {
            date: date.parse().unwrap(),
            origin: DateOrigin::Given,
            confidence: 1.0,
            reason: String::new(),
        });
        let mut noise: Vec<Noise> = list(&gold, "noise")
            .iter()
            .filter(|n| n["article"] == a["id"])
            .filter_map(|n| place(&article.text, n))
            .map(|span| Noise { span, kind: NoiseKind::Other })
            .collect();
        noise.sort_by_key(|n| n.span);
        article.noise = noise;
        ids.push(str_of(a, "id").to_owned());
        articles
            .push(rapporteur_annotate::annotate(article, &rapporteur_annotate::Reader::rules()));
    }
    let mut wanted = Vec::new();
    for (number, happening) in list(&gold, "timeline").iter().enumerate() {
        for mention in list(happening, "mentions") {
            let article = ids.iter().position(|id| id == str_of(mention, "article")).unwrap();
            wanted.push(Mention {
                article,
                span: place(&articles[article].article.text, mention).unwrap(),
                when: str_of(happening, "when").to_owned(),
                happening: number,
            });
        }
    }
    let story = testing::over(&articles);
    let dates = dating::anchor(&story, &articles);
    let mut found: Vec<Option<Mention>> = build(&story, &articles, &dates)
        .iter()
        .enumerate()
        .flat_map(|(number, h)| {
            h.mentions.iter().map(move |m| {
                Some(Mention {
                    article: m.article.index(),
                    span: m.span,
                    when: h.when.value.clone(),
                    happening: number,
                })
            })
        })
        .collect();
    let said = found.len();
    let mut hits = 0;
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for want in &wanted {
        let hit = found.iter_mut().find(|f| {
            f.as_ref().is_some_and(|f| {
                f.article == want.article
                    && f.span.overlaps(want.span)
                    && dates_agree(&want.when, &f.when)
            })
        });
        match hit {
            Some(hit) => {
                hits += 1;
                pairs.extend(hit.as_ref().map(|f| (want.happening, f.happening)));
                *hit = None;
            }
            None => println!("missed {} [{}]", want.when, articles[want.article].words(want.span)),
        }
    }
    for extra in found.iter().flatten() {
        println!("extra {} [{}]", extra.when, articles[extra.article].words(extra.span));
    }
    let (mut alike, mut wanted_together, mut together) = (0, 0, 0);
    for (i, a) in pairs.iter().enumerate() {
        for b in &pairs[i + 1..] {
            alike += usize::from(a == b);
            wanted_together += usize::from(a.0 == b.0);
            together += usize::from(a.1 == b.1);
        }
    }
    println!(
        "pairs of mentions of one happening: {alike} of {wanted_together} together, {together} put together"
    );
    let f1 = 2.0 * f64::from(hits) / (said + wanted.len()) as f64;
    println!(
        "{} F1 {f1:.3} ({hits} of {said} said, {} gold)",
        str_of(&gold, "story"),
        wanted.len()
    );
    f1
}

#[test]
fn most_dated_happenings_are_found() {
    let files = gold::files();
    if files.is_empty() {
        return;
    }
    let all: Vec<f64> = files.iter().map(|f| f1(f)).collect();
    let mean = all.iter().sum::<f64>() / all.len() as f64;
    println!("mean F1 {mean:.3}");
    assert!(mean >= FLOOR, "mean F1 {mean:.3}");
}
