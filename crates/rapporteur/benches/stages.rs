//! How fast the stages are, on invented news: words annotated, articles grouped, whole reports.
//!
//! `cargo bench -p rapporteur`

#![allow(clippy::unwrap_used, reason = "a bench without its model cannot run")]

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use rapporteur::annotate::{Reader, annotate};
use rapporteur::core::Article;
use rapporteur::report::{html, json};
use rapporteur::{Options, group, read_together};
use std::hint::black_box;

mod news;

fn words(articles: &[Article]) -> u64 {
    articles.iter().map(|article| article.text.split_whitespace().count() as u64).sum()
}

/// One thread, articles of one event after the other.
fn annotating(criterion: &mut Criterion) {
    let articles = news::articles(4, 5);
    let reader = Reader::bundled().unwrap();
    let mut bench = criterion.benchmark_group("annotate");
    bench.throughput(Throughput::Elements(words(&articles)));
    bench.bench_function("words", |b| {
        b.iter_batched(
            || articles.clone(),
            |articles| {
                for article in articles {
                    black_box(annotate(article, &reader));
                }
            },
            BatchSize::LargeInput,
        );
    });
    bench.finish();
}

/// One thread, all articles at once.
fn grouping(criterion: &mut Criterion) {
    let articles = news::articles(240, 5);
    let slice: Vec<&Article> = articles.iter().collect();
    let mut bench = criterion.benchmark_group("group");
    bench.sample_size(10);
    bench.throughput(Throughput::Elements(articles.len() as u64));
    bench.bench_function("articles", |b| b.iter(|| group::group(black_box(&slice))));
    bench.finish();
}

/// All stages, on as many threads as there are cores.
fn reporting(criterion: &mut Criterion) {
    let articles = news::articles(1, 5);
    let reader = Reader::bundled().unwrap();
    let mut bench = criterion.benchmark_group("report");
    bench.sample_size(20);
    bench.throughput(Throughput::Elements(words(&articles)));
    bench.bench_function("five accounts to HTML and JSON", |b| {
        b.iter_batched(
            || articles.clone(),
            |articles| {
                let run = read_together(articles, &reader, &Options { one_story: true }, &|_| {});
                let report = run.report();
                (html::story_page(&report, 0), json::report(&report))
            },
            BatchSize::SmallInput,
        );
    });
    bench.finish();
}

criterion_group!(benches, annotating, grouping, reporting);
criterion_main!(benches);
