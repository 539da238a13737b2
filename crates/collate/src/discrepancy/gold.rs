//! Discrepancies measured on the stories that a careful reader has read, where they are at hand,
//! with the reader's own statements and points, so that only this step counts. Scored as the
//! folder's `score.py` scores.

use crate::dating;
use crate::positions::gold::{GoldStory, stories};
use rapporteur_core::{ArticleId, Discrepancy};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Prints what is right, wrong and missed and gives F1, `None` where there is nothing to score.
fn score(find: impl Fn(&GoldStory) -> Vec<Discrepancy>) -> Option<f64> {
    let (mut hit, mut said, mut gold) = (0, 0, 0);
    let mut by_kind: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for s in stories() {
        let mine = find(&s);
        let mut pairs = Vec::new();
        for (i, (_, _, readings)) in s.discrepancies.iter().enumerate() {
            for (j, d) in mine.iter().enumerate() {
                let touched: BTreeSet<ArticleId> = readings
                    .iter()
                    .filter(|r| {
                        d.readings.iter().any(|m| {
                            m.evidence.article == r.article && m.evidence.span.overlaps(r.span)
                        })
                    })
                    .map(|r| r.article)
                    .collect();
                if touched.len() > 1 {
                    pairs.push((Reverse(touched.len()), i, j));
                }
            }
        }
        pairs.sort();
        let (mut a, mut b) = (BTreeSet::new(), BTreeSet::new());
        for (_, i, j) in pairs {
            if !a.contains(&i) && !b.contains(&j) {
                a.insert(i);
                b.insert(j);
            }
        }
        println!(
            "{:20} {} right of {} said, {} gold",
            s.name,
            b.len(),
            mine.len(),
            s.discrepancies.len()
        );
        for (i, (kind, about, _)) in s.discrepancies.iter().enumerate() {
            let entry = by_kind.entry(kind.clone()).or_default();
            entry[2] += 1;
            if !a.contains(&i) {
                println!("  MISS {kind}: {about}");
            }
        }
        for (j, d) in mine.iter().enumerate() {
            let entry = by_kind.entry(d.kind.name().to_owned()).or_default();
            entry[1] += 1;
            entry[0] += usize::from(b.contains(&j));
            println!(
                "  {} {} about {}",
                if b.contains(&j) { "RIGHT" } else { "FALSE" },
                d.kind.name(),
                d.about
            );
            for r in &d.readings {
                println!(
                    "      {} {:?} = {}",
                    r.evidence.article.0,
                    s.articles[r.evidence.article.index()].words(r.evidence.span),
                    r.value
                );
            }
        }
        hit += a.len();
        said += mine.len();
        gold += s.discrepancies.len();
    }
    for (kind, [hit, said, gold]) in by_kind {
        println!("{kind:12} right {hit} of {said} said, {gold} gold");
    }
    crate::testing::gold::f1(hit, said, gold)
}

#[test]
fn discrepancies_of_gold_points() {
    let f1 = score(|s| {
        let dates = dating::anchor(&s.story, &s.articles);
        super::find(&s.story, &s.articles, &s.actors, &s.statements, &s.points, &dates)
    });
    assert!(f1.is_none_or(|f1| f1 > 0.2), "{f1:?}");
}

#[test]
fn discrepancies_end_to_end() {
    let f1 = score(|s| {
        let (actors, statements) = crate::actors::merge(&s.story, &s.annotated);
        let shared = crate::shared::find(&s.story, &s.annotated);
        let points = crate::points::align(&s.story, &s.annotated, &actors, &statements, &shared);
        let dates = dating::anchor(&s.story, &s.annotated);
        super::find(&s.story, &s.annotated, &actors, &statements, &points, &dates)
    });
    assert!(f1.is_none_or(|f1| f1 > 0.05), "{f1:?}");
}
