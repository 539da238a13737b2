//! The alignment measured on the stories that a careful reader has laid side by side, where they
//! are at hand: statements and facts as the reader found them, so that only the alignment counts.

use super::candidate::{self, Candidate};
use crate::testing::gold::{self, list, str_of};
use rapporteur_core::{
    Actor, AnnotatedArticle, Article, ArticleId, Attribution, AttributionKind, CodePoints,
    EntityKind, Evidence, Noise, NoiseKind, Point, Sentence, Span, Statement, Story, StoryId,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A story as the reader left it.
pub(crate) struct GoldStory {
    pub(crate) name: String,
    pub(crate) articles: Vec<AnnotatedArticle>,
    pub(crate) story: Story,
    pub(crate) actors: Vec<Actor>,
    pub(crate) statements: Vec<Statement>,
    /// Where each statement and each fact stands, with its point.
    items: Vec<(ArticleId, Vec<Span>, String)>,
    facts: Vec<Evidence>,
    /// The same articles as the stage before reads them, told what is noise.
    pub(crate) annotated: Vec<AnnotatedArticle>,
}

/// All gold stories, none where the folder is not there.
pub(crate) fn stories() -> Vec<GoldStory> {
    gold::files().iter().map(|f| read(f)).collect()
}

fn read(file: &Path) -> GoldStory {
    let gold: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let mut articles = Vec::new();
    let mut ids = BTreeMap::new();
    for (index, a) in list(&gold, "articles").iter().enumerate() {
        let text = std::fs::read_to_string(file.parent().unwrap().join(str_of(a, "file"))).unwrap();
        ids.insert(str_of(a, "id").to_owned(), index);
        articles.push(AnnotatedArticle::bare(Article::from_text(text)));
    }
    let find = |articles: &[AnnotatedArticle], article: usize, words: &str, at: Option<u64>| {
        let text = &articles[article].article.text;
        let start = match at {
            Some(at) => CodePoints::new(text).to_byte(at as usize),
            None => text.find(words).unwrap(),
        };
        Span::new(start, start + words.len())
    };
    let mut actors = Vec::new();
    let mut people = BTreeMap::new();
    for (index, p) in list(&gold, "people").iter().enumerate() {
        people.insert(str_of(p, "id").to_owned(), index as u32);
        actors.push(Actor {
            name: str_of(p, "name").to_owned(),
            kind: EntityKind::Person,
            role: None,
            party: p["party"].as_str().map(str::to_owned),
            aliases: Vec::new(),
            anonymous: false,
            plural: false,
            members: Vec::new(),
            mentions: Vec::new(),
        });
    }
    let mut items = Vec::new();
    let mut statements = Vec::new();
    for s in list(&gold, "statements") {
        let article = ids[str_of(s, "article")];
        let at = list(s, "content_at");
        let content: Vec<Span> = list(s, "content")
            .iter()
            .enumerate()
            .map(|(i, c)| {
                find(&articles, article, c.as_str().unwrap(), at.get(i).and_then(Value::as_u64))
            })
            .collect();
        statements.push(Statement {
            article: ArticleId(article as u32),
            attribution: articles[article].attributions.len(),
            speaker: Some(rapporteur_core::ActorId(people[str_of(s, "speaker")])),
        });
        items.push((ArticleId(article as u32), content.clone(), str_of(s, "point").to_owned()));
        articles[article].attributions.push(Attribution {
            source: Vec::new(),
            cue: Vec::new(),
            content,
            kind: match str_of(s, "kind") {
                "direct" => AttributionKind::Direct,
                "mixed" => AttributionKind::Mixed,
                _ => AttributionKind::Indirect,
            },
            speaker: None,
        });
    }
    let mut facts = Vec::new();
    for f in list(&gold, "facts") {
        let article = ids[str_of(f, "article")];
        let span = find(&articles, article, str_of(f, "text"), f["at"].as_u64());
        facts.push(Evidence { article: ArticleId(article as u32), span });
        items.push((ArticleId(article as u32), vec![span], str_of(f, "point").to_owned()));
    }
    let noise: Vec<(usize, Span)> = list(&gold, "noise")
        .iter()
        .map(|n| {
            let article = ids[str_of(n, "article")];
            (article, find(&articles, article, str_of(n, "text"), n["at"].as_u64()))
        })
        .collect();
    let annotated = articles
        .iter()
        .enumerate()
        .map(|(index, article)| {
            let mut bare = Article::from_text(article.article.text.clone());
            let mut spans: Vec<Span> =
                noise.iter().filter(|(a, _)| *a == index).map(|(_, span)| *span).collect();
            spans.sort();
            bare.noise =
                spans.into_iter().map(|span| Noise { span, kind: NoiseKind::Other }).collect();
            rapporteur_annotate::annotate(bare, &rapporteur_annotate::Reader::rules())
        })
        .collect();
    for (index, article) in articles.iter_mut().enumerate() {
        article.sentences = sentences(&article.article.text)
            .filter(|s| !noise.iter().any(|(a, n)| *a == index && n.overlaps(*s)))
            .map(|span| Sentence { span, paragraph: 0 })
            .collect();
    }
    GoldStory {
        name: str_of(&gold, "story").to_owned(),
        story: Story {
            id: StoryId(0),
            articles: (0..articles.len() as u32).map(ArticleId).collect(),
        },
        articles,
        actors,
        statements,
        items,
        facts,
        annotated,
    }
}

/// Sentences as far as a measurement of something else needs them.
fn sentences(text: &str) -> impl Iterator<Item = Span> {
    let ends = regex::Regex::new(r#"[a-z\d)][.!?]["”’]?\s+|["”]\s+|\n+"#).unwrap();
    let mut from = 0;
    let mut out = Vec::new();
    for end in ends.find_iter(text) {
        out.push(Span::new(from, end.end()).trim(text));
        from = end.end();
    }
    out.push(Span::new(from, text.len()).trim(text));
    out.into_iter().filter(|s| !s.is_empty())
}

impl GoldStory {
    fn align(&self) -> Vec<Point> {
        let shared = crate::shared::find(&self.story, &self.articles);
        super::align(&self.story, &self.articles, &self.actors, &self.statements, &shared)
    }

    fn candidates(&self) -> Vec<Candidate> {
        let mut out = candidate::of_statements(&self.articles, &self.actors, &self.statements);
        out.extend(
            self.facts.iter().map(|f| Candidate::fact(&self.articles[f.article.index()], *f)),
        );
        out.sort_by_key(|c| (c.evidence, c.statement));
        out
    }

    /// Precision, recall and F1 of pairs of readings in different articles, as the folder's
    /// `score.py` counts them.
    fn score(&self, readings: &[(usize, Evidence)]) -> [f64; 3] {
        let mut pairs = Vec::new();
        for (i, (article, content, _)) in self.items.iter().enumerate() {
            let size: usize = content.iter().map(|s| s.len()).sum();
            for (j, (_, read)) in readings.iter().enumerate() {
                if read.article != *article {
                    continue;
                }
                let both: usize =
                    content.iter().filter_map(|s| s.intersection(read.span)).map(Span::len).sum();
                let (both, a, b) = (both as f64, size as f64, read.span.len() as f64);
                let v = (both / a).max(both / b) * 0.5 + both / (a + b - both);
                if both > 0.0 && v >= 0.5 {
                    pairs.push((v, i, j));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
        let (mut forth, mut back) = (BTreeMap::new(), BTreeMap::new());
        for (_, i, j) in pairs {
            if !forth.contains_key(&i) && !back.contains_key(&j) {
                forth.insert(i, j);
                back.insert(j, i);
            }
        }
        let (mut gold, mut hit, mut said, mut right) = (0, 0, 0, 0);
        for (a, x) in self.items.iter().enumerate() {
            for (b, y) in self.items.iter().enumerate().take(a) {
                if x.2 != y.2 || x.0 == y.0 {
                    continue;
                }
                gold += 1;
                if let (Some(&p), Some(&q)) = (forth.get(&a), forth.get(&b)) {
                    hit += usize::from(readings[p].0 == readings[q].0);
                }
            }
        }
        for (a, x) in readings.iter().enumerate() {
            for (b, y) in readings.iter().enumerate().take(a) {
                if x.0 != y.0 || x.1.article == y.1.article {
                    continue;
                }
                if let (Some(&p), Some(&q)) = (back.get(&a), back.get(&b)) {
                    said += 1;
                    right += usize::from(self.items[p].2 == self.items[q].2);
                }
            }
        }
        let share = |x: usize, of: usize| if of == 0 { 0.0 } else { x as f64 / of as f64 };
        let (p, r) = (share(right, said), share(hit, gold));
        [p, r, if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }]
    }
}

/// Mean F1 over the stories; `None` where there are none.
fn mean(of: impl Fn(&GoldStory) -> Vec<(usize, Evidence)>) -> Option<f64> {
    let stories = stories();
    let mut sum = 0.0;
    for story in &stories {
        let [p, r, f] = story.score(&of(story));
        println!("{:20} P {p:.3} R {r:.3} F1 {f:.3}", story.name);
        sum += f;
    }
    (!stories.is_empty()).then(|| {
        println!("mean F1 {:.4}", sum / stories.len() as f64);
        sum / stories.len() as f64
    })
}

#[test]
fn words_align_the_readings_that_a_careful_reader_found() {
    let f1 = mean(|s| {
        super::cluster(&s.story, &s.articles, &s.actors, &s.candidates(), &[])
            .into_iter()
            .enumerate()
            .flat_map(|(k, point)| point.readings.into_iter().map(move |r| (k, r.evidence)))
            .collect()
    });
    assert!(f1.is_none_or(|f1| f1 > 0.46), "{f1:?}");
}

#[test]
fn clauses_meet_the_facts_that_a_careful_reader_found() {
    let f1 = mean(|s| {
        s.align()
            .into_iter()
            .enumerate()
            .flat_map(|(k, point)| point.readings.into_iter().map(move |r| (k, r.evidence)))
            .collect()
    });
    assert!(f1.is_none_or(|f1| f1 > 0.35), "{f1:?}");
}

#[test]
fn the_stage_meets_the_points_of_a_careful_reader_without_help() {
    let f1 = mean(|s| {
        crate::collate(&s.story, &s.annotated)
            .points
            .into_iter()
            .enumerate()
            .flat_map(|(k, point)| point.readings.into_iter().map(move |r| (k, r.evidence)))
            .collect()
    });
    assert!(f1.is_none_or(|f1| f1 > 0.27), "{f1:?}");
}

#[test]
fn no_reading_is_lost_or_doubled() {
    for s in stories() {
        let points = s.align();
        let said: Vec<_> =
            points.iter().flat_map(|p| &p.readings).filter_map(|r| r.statement).collect();
        let once: BTreeSet<_> = said.iter().copied().collect();
        assert_eq!(said.len(), s.statements.len());
        assert_eq!(once.len(), s.statements.len());
    }
}
