//! Positions measured on the stories that a careful reader has read, where they are at hand, with
//! the reader's own statements, people and points, so that only this step counts. Scored as the
//! folder's `score.py` scores.

use crate::testing::gold::{self, f1 as gold_f1, list, str_of};
use rapporteur_core::words::fold;
use rapporteur_core::{
    Actor, ActorId, AnnotatedArticle, Article, ArticleId, Attribution, AttributionKind, CodePoints,
    EntityKind, Evidence, Independence, Point, Reading, Span, Statement, StatementId, Story,
    StoryId,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A story as the reader left it.
pub(crate) struct GoldStory {
    pub(crate) name: String,
    pub(crate) articles: Vec<AnnotatedArticle>,
    /// The same with the product's own layers.
    pub(crate) annotated: Vec<AnnotatedArticle>,
    pub(crate) story: Story,
    pub(crate) actors: Vec<Actor>,
    pub(crate) statements: Vec<Statement>,
    pub(crate) points: Vec<Point>,
    /// Party, act, mention.
    pub(crate) positions: Vec<(String, String, Evidence)>,
    /// Kind, about, readings.
    pub(crate) discrepancies: Vec<(String, String, Vec<Evidence>)>,
    /// Names that stand for a party, folded.
    parties: BTreeMap<String, BTreeSet<String>>,
}

/// All gold stories, none where the folder is not there.
pub(crate) fn stories() -> Vec<GoldStory> {
    gold::files().iter().map(|f| read(f)).collect()
}

fn find(text: &str, words: &str, at: Option<u64>) -> Span {
    let start = match at {
        Some(at) => CodePoints::new(text).to_byte(at as usize),
        None => text.find(words).unwrap(),
    };
    Span::new(start, start + words.len())
}

/// Where `words` stands next to `anchor`.
fn nearest(text: &str, words: &str, anchor: Span) -> Option<Span> {
    text.match_indices(words)
        .map(|(at, _)| Span::new(at, at + words.len()))
        .min_by_key(|s| s.start().abs_diff(anchor.end()).min(anchor.start().abs_diff(s.end())))
}

fn read(file: &Path) -> GoldStory {
    let gold: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let mut texts = Vec::new();
    let mut ids = BTreeMap::new();
    for (index, a) in list(&gold, "articles").iter().enumerate() {
        ids.insert(str_of(a, "id").to_owned(), index);
        texts
            .push(std::fs::read_to_string(file.parent().unwrap().join(str_of(a, "file"))).unwrap());
    }
    let evidence = |v: &Value| {
        let article = ids[str_of(v, "article")];
        Evidence {
            article: ArticleId(article as u32),
            span: find(&texts[article], str_of(v, "text"), v["at"].as_u64()),
        }
    };
    let annotated: Vec<AnnotatedArticle> = texts
        .iter()
        .enumerate()
        .map(|(index, text)| {
            let mut article = Article::from_text(text.clone());
            article.noise = list(&gold, "noise")
                .iter()
                .map(evidence)
                .filter(|e| e.article.index() == index)
                .map(|e| rapporteur_core::Noise {
                    span: e.span,
                    kind: rapporteur_core::NoiseKind::Other,
                })
                .collect();
            article.noise.sort_by_key(|n| n.span);
            article.published = list(&gold, "articles")[index]["published"]
                .as_str()
                .and_then(|day| day.parse().ok())
                .map(|date| rapporteur_core::PublicationDate {
                    date,
                    origin: rapporteur_core::DateOrigin::Given,
                    confidence: 1.0,
                    reason: String::new(),
                });
            rapporteur_annotate::annotate(article, &rapporteur_annotate::Reader::rules())
        })
        .collect();
    let mut articles = annotated.clone();
    for article in &mut articles {
        article.attributions.clear();
        article.entities.clear();
        article.mentions.clear();
    }
    let mut actors = Vec::new();
    let mut people = BTreeMap::new();
    let mut parties: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (index, p) in list(&gold, "people").iter().enumerate() {
        people.insert(str_of(p, "id").to_owned(), index as u32);
        let aliases: Vec<String> =
            list(p, "aliases").iter().filter_map(|a| a.as_str().map(str::to_owned)).collect();
        let name = str_of(p, "name").to_owned();
        let party = p["party"].as_str().map(str::to_owned);
        let group = parties.entry(fold(party.as_deref().unwrap_or(&name))).or_default();
        group.insert(fold(&name));
        group.extend(party.as_deref().map(fold));
        group.extend(aliases.iter().map(|a| fold(a)));
        actors.push(Actor {
            mentions: mentions(&articles, &name, &aliases),
            name,
            kind: EntityKind::Organization,
            role: None,
            party,
            aliases,
            anonymous: false,
            plural: false,
            members: Vec::new(),
        });
    }
    let mut readings: BTreeMap<String, Vec<Reading>> = BTreeMap::new();
    let mut statements = Vec::new();
    for s in list(&gold, "statements") {
        let article = ids[str_of(s, "article")];
        let text = &texts[article];
        let at = list(s, "content_at");
        let content: Vec<Span> = list(s, "content")
            .iter()
            .enumerate()
            .map(|(i, c)| find(text, c.as_str().unwrap(), at.get(i).and_then(Value::as_u64)))
            .collect();
        let role = |key: &str| -> Vec<Span> {
            list(s, key)
                .iter()
                .filter_map(|w| nearest(text, w.as_str().unwrap(), content[0]))
                .collect()
        };
        let attribution = Attribution {
            source: role("source"),
            cue: role("cue"),
            kind: match str_of(s, "kind") {
                "direct" => AttributionKind::Direct,
                "mixed" => AttributionKind::Mixed,
                _ => AttributionKind::Indirect,
            },
            content,
            speaker: None,
        };
        readings.entry(str_of(s, "point").to_owned()).or_default().push(Reading {
            evidence: Evidence {
                article: ArticleId(article as u32),
                span: attribution.content_hull(),
            },
            statement: Some(StatementId(statements.len() as u32)),
            kind: Some(attribution.kind),
        });
        statements.push(Statement {
            article: ArticleId(article as u32),
            attribution: articles[article].attributions.len(),
            speaker: Some(ActorId(people[str_of(s, "speaker")])),
        });
        articles[article].attributions.push(attribution);
    }
    for f in list(&gold, "facts") {
        readings.entry(str_of(f, "point").to_owned()).or_default().push(Reading {
            evidence: evidence(f),
            statement: None,
            kind: None,
        });
    }
    let points = list(&gold, "points")
        .iter()
        .filter_map(|p| {
            let mut readings = readings.remove(str_of(p, "id"))?;
            readings.sort_by_key(|r| r.evidence);
            Some(Point {
                gist: 0,
                speaker: p["speaker"].as_str().map(|s| ActorId(people[s])),
                readings,
                independence: Independence::default(),
            })
        })
        .collect();
    GoldStory {
        name: str_of(&gold, "story").to_owned(),
        story: Story {
            id: StoryId(0),
            articles: (0..articles.len() as u32).map(ArticleId).collect(),
        },
        articles,
        annotated,
        actors,
        statements,
        points,
        positions: list(&gold, "positions")
            .iter()
            .flat_map(|p| {
                list(p, "mentions").iter().map(|m| {
                    (str_of(p, "party").to_owned(), str_of(p, "act").to_owned(), evidence(m))
                })
            })
            .collect(),
        discrepancies: list(&gold, "discrepancies")
            .iter()
            .map(|d| {
                (
                    str_of(d, "kind").to_owned(),
                    str_of(d, "about").to_owned(),
                    list(d, "readings").iter().map(evidence).collect(),
                )
            })
            .collect(),
        parties,
    }
}

/// Where a name or an alias stands, the longest where they overlap.
fn mentions(articles: &[AnnotatedArticle], name: &str, aliases: &[String]) -> Vec<Evidence> {
    let mut names: Vec<&str> = aliases.iter().map(String::as_str).chain([name]).collect();
    names.sort_by_key(|n| std::cmp::Reverse(n.len()));
    let mut out: Vec<Evidence> = Vec::new();
    for (index, article) in articles.iter().enumerate() {
        let text = &article.article.text;
        let mut here: Vec<Span> = Vec::new();
        for name in names.iter().filter(|n| n.len() > 3 || n.chars().all(char::is_uppercase)) {
            for (at, _) in text.match_indices(*name) {
                let span = Span::new(at, at + name.len());
                let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
                if edge(text[..at].chars().next_back())
                    && edge(text[span.end()..].chars().next())
                    && !here.iter().any(|s| s.overlaps(span))
                {
                    here.push(span);
                }
            }
        }
        here.sort();
        out.extend(
            here.into_iter().map(|span| Evidence { article: ArticleId(index as u32), span }),
        );
    }
    out
}

impl GoldStory {
    /// Whether `predicted` may stand for the gold's party, as `same_name` of `score.py` has it.
    fn same_party(&self, gold: &str, predicted: &str) -> bool {
        let split = |name: &str| -> Vec<String> {
            fold(name)
                .split(|c: char| !c.is_alphanumeric())
                .filter(|w| !w.is_empty())
                .map(str::to_owned)
                .collect()
        };
        let p = split(predicted);
        let mut names: Vec<String> = vec![fold(gold)];
        names.extend(self.parties.get(&fold(gold)).into_iter().flatten().cloned());
        !p.is_empty()
            && names.iter().any(|name| {
                let g = split(name);
                p == g
                    || (!g.is_empty()
                        && p.last() == g.last()
                        && (p.len() == 1
                            || g.len() == 1
                            || p.iter().all(|w| g.contains(w))
                            || g.iter().all(|w| p.contains(w))))
            })
    }
}

/// Prints hits, misses and false alarms and gives F1, `None` where there is nothing to score.
fn score(positions: impl Fn(&GoldStory) -> Vec<rapporteur_core::Position>) -> Option<f64> {
    let (mut hit, mut said, mut gold) = (0, 0, 0);
    let mut by_act: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for s in stories() {
        let positions = positions(&s);
        let mine: Vec<(&str, &str, Evidence)> = positions
            .iter()
            .flat_map(|p| p.mentions.iter().map(|m| (p.party.as_str(), p.act.name(), m.evidence)))
            .collect();
        let mut pairs = Vec::new();
        for (i, (party, act, e)) in s.positions.iter().enumerate() {
            for (j, (my_party, my_act, mine)) in mine.iter().enumerate() {
                let both = e.span.intersection(mine.span).filter(|_| {
                    act == my_act && e.article == mine.article && s.same_party(party, my_party)
                });
                if let Some(both) = both {
                    pairs.push((std::cmp::Reverse(both.len()), i, j));
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
            "{:20} P {:.3} R {:.3} ({} said, {} gold)",
            s.name,
            b.len() as f64 / mine.len().max(1) as f64,
            a.len() as f64 / s.positions.len() as f64,
            mine.len(),
            s.positions.len()
        );
        for (i, (party, act, e)) in s.positions.iter().enumerate() {
            let entry = by_act.entry(act.clone()).or_default();
            entry[2] += 1;
            entry[0] += usize::from(a.contains(&i));
            if !a.contains(&i) {
                println!("  MISS {act} {party}: {}", s.articles[e.article.index()].words(e.span));
            }
        }
        for (j, (party, act, e)) in mine.iter().enumerate() {
            by_act.entry((*act).to_owned()).or_default()[1] += 1;
            if b.contains(&j) {
                println!("  HIT {act} {party}: {}", s.articles[e.article.index()].words(e.span));
            } else {
                println!("  FALSE {act} {party}: {}", s.articles[e.article.index()].words(e.span));
            }
        }
        hit += a.len();
        said += mine.len();
        gold += s.positions.len();
    }
    for (act, [hit, said, gold]) in by_act {
        println!("{act:12} hit {hit} said {said} gold {gold}");
    }
    gold_f1(hit, said, gold)
}

#[test]
fn positions_of_gold_statements() {
    let f1 = score(|s| super::find(&s.story, &s.articles, &s.actors, &s.statements, &s.points));
    assert!(f1.is_none_or(|f1| f1 > 0.5), "{f1:?}");
}

#[test]
fn positions_end_to_end() {
    let f1 = score(|s| {
        let (actors, statements) = crate::actors::merge(&s.story, &s.annotated);
        let shared = crate::shared::find(&s.story, &s.annotated);
        let points = crate::points::align(&s.story, &s.annotated, &actors, &statements, &shared);
        super::find(&s.story, &s.annotated, &actors, &statements, &points)
    });
    assert!(f1.is_none_or(|f1| f1 > 0.1), "{f1:?}");
}
