//! The JSON forms: what leaves the program for other programs.
//!
//! [`wire`] holds the types, from which the published schemas under `docs/schema/` are derived.
//! Offsets here are Unicode code points, and only here.

pub mod wire;

use crate::Report;
use rapporteur_core::{
    AnnotatedArticle, Article, ArticleId, CodePoints, Collation, DependenceReason, Evidence,
    PublicationDate, Span,
};
use std::collections::BTreeMap;
use wire::{AnnotationRecord, ArticleRecord, ReportRecord, StoryRecord};

/// The whole report as a wire value.
pub fn report(report: &Report<'_>) -> ReportRecord {
    let texts = Texts::new(report.articles);
    // The day of an account as all accounts of its story tell it.
    let dates: BTreeMap<u32, &PublicationDate> = report
        .stories
        .iter()
        .flat_map(|story| &story.account_dates)
        .map(|(article, date)| (article.0, date))
        .collect();
    ReportRecord {
        format: wire::REPORT_FORMAT.to_owned(),
        version: wire::VERSION.to_owned(),
        generator: concat!("rapporteur ", env!("CARGO_PKG_VERSION")).to_owned(),
        articles: report
            .articles
            .iter()
            .enumerate()
            .map(|(i, a)| {
                let date = dates.get(&(i as u32)).copied().or(a.article.published.as_ref());
                ArticleRecord { id: article_id(i), ..dated(&a.article, date) }
            })
            .collect(),
        stories: report.stories.iter().map(|c| story(c, &texts)).collect(),
    }
}

/// One article as a wire value under the name `id`.
pub fn article(article: &Article, id: &str) -> ArticleRecord {
    ArticleRecord { id: id.to_owned(), ..dated(article, article.published.as_ref()) }
}

/// The article with `published` as its day, and no name yet.
fn dated(article: &Article, published: Option<&PublicationDate>) -> ArticleRecord {
    let points = CodePoints::new(&article.text);
    ArticleRecord {
        id: String::new(),
        key: article.key.clone(),
        file: article.file.clone(),
        outlet: article.outlet.clone(),
        url: article.url.clone(),
        title: article.headline_text().map(str::to_owned),
        byline: article.byline.clone(),
        published: published.map(|p| p.date.to_string()),
        published_origin: published.map(|p| p.origin.name().to_owned()),
        published_confidence: published.map(|p| round(p.confidence)),
        published_reason: published.map(|p| p.reason.clone()),
        language: article.language.as_ref().map(|l| l.tag.clone()),
        language_confidence: article.language.as_ref().map(|l| round(l.confidence)),
        sha256: article.hash().to_string(),
        headline: article.headline.map(|s| points.pair(s)),
        noise: article.noise.iter().map(|n| points.pair(n.span)).collect(),
        noise_kinds: article.noise.iter().map(|n| n.kind.name().to_owned()).collect(),
        diagnostics: article.diagnostics.iter().map(|d| d.message.clone()).collect(),
        text: article.text.clone(),
    }
}

/// The layers of one article as a wire value.
pub fn annotation(article: &AnnotatedArticle) -> AnnotationRecord {
    let points = CodePoints::new(&article.article.text);
    let pairs = |spans: &[Span]| spans.iter().map(|s| points.pair(*s)).collect::<Vec<_>>();
    let span = |s: Span| {
        let [start, end] = points.pair(s);
        (start, end)
    };
    let speaker_name = |id| article.entity(id).map(|e| e.name.clone());
    AnnotationRecord {
        paragraphs: article.paragraphs.iter().map(|p| points.pair(p.span)).collect(),
        sentences: article.sentences.iter().map(|s| points.pair(s.span)).collect(),
        quotations: article.quotations.iter().map(|q| points.pair(q.span)).collect(),
        timex: article
            .times
            .iter()
            .map(|t| {
                let (start, end) = span(t.span);
                wire::TimexRecord {
                    start,
                    end,
                    r#type: t.kind.name().to_owned(),
                    value: t.timex_value(),
                }
            })
            .collect(),
        quantities: article
            .quantities
            .iter()
            .map(|q| {
                let (start, end) = span(q.span);
                wire::QuantityRecord {
                    start,
                    end,
                    low: q.low,
                    high: q.high,
                    unit: q.unit.name().to_owned(),
                    modifier: q.modifier.name().to_owned(),
                    counted: q.counted.map(|s| points.pair(s)),
                }
            })
            .collect(),
        entities: article
            .mentions
            .iter()
            .filter_map(|m| {
                let (start, end) = span(m.span);
                let entity = article.entity(m.entity)?;
                Some(wire::EntityRecord {
                    start,
                    end,
                    r#type: entity.kind.name().to_owned(),
                    coref: format!("e{}", m.entity.0 + 1),
                    named: m.name.is_some(),
                    name_span: m.name.map(|s| points.pair(s)),
                    name: entity.name.clone(),
                    role: entity.role.clone(),
                    party: entity.party.clone(),
                })
            })
            .collect(),
        attributions: article
            .attributions
            .iter()
            .map(|a| wire::AttributionRecord {
                source: pairs(&a.source),
                cue: pairs(&a.cue),
                content: pairs(&a.content),
                kind: a.kind.name().to_owned(),
                speaker: a.speaker.and_then(speaker_name),
            })
            .collect(),
    }
}

fn round(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}

/// The name of an article in a report: `a1`, `a2`, … in canonical order.
pub fn article_id(index: usize) -> String {
    format!("a{}", index + 1)
}

fn story_id(index: u32) -> String {
    format!("s{}", index + 1)
}

/// The articles' texts with their code point tables.
struct Texts<'a> {
    texts: Vec<(&'a AnnotatedArticle, CodePoints<'a>)>,
}

impl<'a> Texts<'a> {
    fn new(articles: &'a [AnnotatedArticle]) -> Self {
        Self { texts: articles.iter().map(|a| (a, CodePoints::new(&a.article.text))).collect() }
    }

    fn evidence(&self, evidence: Evidence) -> wire::EvidenceRecord {
        let id = evidence.article.index();
        let (span, text) = match self.texts.get(id) {
            Some((article, points)) => {
                (points.pair(evidence.span), article.words(evidence.span).to_owned())
            }
            None => ([0, 0], String::new()),
        };
        wire::EvidenceRecord { article: article_id(id), span, text }
    }

    fn pairs(&self, article: ArticleId, spans: &[Span]) -> Vec<[usize; 2]> {
        match self.texts.get(article.index()) {
            Some((_, points)) => spans.iter().map(|s| points.pair(*s)).collect(),
            None => Vec::new(),
        }
    }
}

fn story(collation: &Collation, texts: &Texts<'_>) -> StoryRecord {
    let actor_id = |id: rapporteur_core::ActorId| format!("p{}", id.0 + 1);
    let actor_name =
        |id: rapporteur_core::ActorId| collation.actors.get(id.0 as usize).map(|a| a.name.clone());
    let statement_id = |id: rapporteur_core::StatementId| format!("st{}", id.0 + 1);
    let point_id = |id: rapporteur_core::PointId| format!("pt{}", id.0 + 1);
    let evidence = |e: Evidence| texts.evidence(e);
    let article_name = |id: ArticleId| article_id(id.index());
    StoryRecord {
        id: story_id(collation.story.id.0),
        articles: collation.story.articles.iter().map(|a| article_name(*a)).collect(),
        lead: wire::LeadRecord {
            what: collation.lead.what.map(evidence),
            who: collation.lead.who.iter().map(|a| actor_id(*a)).collect(),
            place: collation.lead.place.map(evidence),
            happening: collation.lead.happening,
        },
        actors: collation
            .actors
            .iter()
            .enumerate()
            .map(|(i, a)| wire::ActorRecord {
                id: actor_id(rapporteur_core::ActorId(i as u32)),
                name: a.name.clone(),
                kind: a.kind.name().to_owned(),
                role: a.role.clone(),
                party: a.party.clone(),
                aliases: a.aliases.clone(),
                anonymous: a.anonymous,
                plural: a.plural,
                mentions: a.mentions.iter().map(|e| evidence(*e)).collect(),
            })
            .collect(),
        statements: collation
            .statements
            .iter()
            .enumerate()
            .filter_map(|(i, s)| {
                let (article, _) = texts.texts.get(s.article.index())?;
                let attribution = article.attributions.get(s.attribution)?;
                Some(wire::StatementRecord {
                    id: statement_id(rapporteur_core::StatementId(i as u32)),
                    article: article_name(s.article),
                    speaker: s.speaker.and_then(actor_name),
                    actor: s.speaker.map(actor_id),
                    kind: attribution.kind.name().to_owned(),
                    source: texts.pairs(s.article, &attribution.source),
                    cue: texts.pairs(s.article, &attribution.cue),
                    content: texts.pairs(s.article, &attribution.content),
                    text: attribution
                        .content
                        .iter()
                        .map(|span| article.words(*span).to_owned())
                        .collect(),
                })
            })
            .collect(),
        points: collation
            .points
            .iter()
            .enumerate()
            .map(|(i, p)| wire::PointRecord {
                id: point_id(rapporteur_core::PointId(i as u32)),
                speaker: p.speaker.and_then(actor_name),
                actor: p.speaker.map(actor_id),
                gist: p.gist,
                accounts: p.independence.accounts,
                dependences: p
                    .independence
                    .dependences
                    .iter()
                    .map(|d| wire::DependenceRecord {
                        articles: [article_name(d.a), article_name(d.b)],
                        reason: match d.reason {
                            DependenceReason::SharedPassage(_) => "shared_passage",
                            DependenceReason::SameProvenance(..) => "same_provenance",
                            DependenceReason::SameOutlet => "same_outlet",
                        }
                        .to_owned(),
                        shared: match d.reason {
                            DependenceReason::SharedPassage(i) => Some(i),
                            _ => None,
                        },
                        provenance: match d.reason {
                            DependenceReason::SameProvenance(a, b) => Some([a, b]),
                            _ => None,
                        },
                    })
                    .collect(),
                readings: p
                    .readings
                    .iter()
                    .map(|r| {
                        let e = evidence(r.evidence);
                        wire::ReadingRecord {
                            article: e.article,
                            span: e.span,
                            text: e.text,
                            statement: r.statement.map(statement_id),
                            kind: r.kind.map_or("asserted", |k| k.name()).to_owned(),
                        }
                    })
                    .collect(),
            })
            .collect(),
        discrepancies: collation
            .discrepancies
            .iter()
            .map(|d| wire::DiscrepancyRecord {
                kind: d.kind.name().to_owned(),
                about: d.about.clone(),
                point: d.point.map(point_id),
                readings: d
                    .readings
                    .iter()
                    .map(|r| {
                        let e = evidence(r.evidence);
                        wire::DiscrepantReadingRecord {
                            article: e.article,
                            span: e.span,
                            text: e.text,
                            value: r.value.clone(),
                        }
                    })
                    .collect(),
            })
            .collect(),
        timeline: collation
            .timeline
            .iter()
            .map(|h| wire::HappeningRecord {
                when: h.when.value.clone(),
                first: h.when.first.to_string(),
                last: h.when.last.to_string(),
                what: evidence(h.what),
                mentions: h.mentions.iter().map(|e| evidence(*e)).collect(),
            })
            .collect(),
        positions: collation
            .positions
            .iter()
            .map(|p| wire::PositionRecord {
                party: p.party.clone(),
                act: p.act.name().to_owned(),
                issue: evidence(p.issue),
                mentions: p
                    .mentions
                    .iter()
                    .map(|m| {
                        let e = evidence(m.evidence);
                        wire::PositionMentionRecord {
                            condition: m.condition.map(|span| {
                                evidence(Evidence { article: m.evidence.article, span })
                            }),
                            article: e.article,
                            span: e.span,
                            text: e.text,
                            statement: m.statement.map(statement_id),
                        }
                    })
                    .collect(),
            })
            .collect(),
        shared: collation
            .shared
            .iter()
            .map(|s| wire::SharedPassageRecord {
                a: evidence(s.a),
                b: evidence(s.b),
                words: s.words,
                quoted: s.quoted,
            })
            .collect(),
        provenance: collation
            .provenance
            .iter()
            .map(|p| wire::ProvenanceRecord {
                name: p.name.clone(),
                kind: p.kind.name().to_owned(),
                evidence: evidence(p.evidence),
                via: evidence(p.via),
                scope: evidence(p.scope),
            })
            .collect(),
        voice: collation
            .voice
            .iter()
            .map(|v| wire::VoiceRecord {
                article: article_name(v.article),
                actor: actor_id(v.speaker),
                quoted: v.quoted,
                reported: v.reported,
            })
            .collect(),
        cues: collation
            .cues
            .iter()
            .map(|c| wire::CueRecord {
                statement: statement_id(c.statement),
                verb: c.verb.clone(),
                point: point_id(c.point),
            })
            .collect(),
        namings: collation
            .namings
            .iter()
            .map(|n| wire::NamingRecord {
                point: point_id(n.point),
                uses: n
                    .uses
                    .iter()
                    .map(|(e, name)| wire::NamingUseRecord {
                        name: name.clone(),
                        evidence: evidence(*e),
                    })
                    .collect(),
            })
            .collect(),
    }
}
