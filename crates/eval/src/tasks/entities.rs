//! Named mentions with their types, on GUM and on re3d.

use super::Place;
use crate::clock::Clock;
use crate::data::{read_lines, write_lines};
use crate::figures::{Figure, Section};
use crate::product::{self, Record};
use crate::scorer::{self, EvalError, expected};
use rapporteur::core::{
    AnnotatedArticle, CodePoints, EntityKind, Mention, MentionForm, Span, TimeKind,
};
use serde_json::{Value, json};
use std::path::Path;

/// GUM's type of an entity. GUM has a country be a place whatever it does, and a people be persons.
fn gum_type(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person | EntityKind::Nationality => "person",
        EntityKind::Organization => "organization",
        EntityKind::Place | EntityKind::State => "place",
        EntityKind::Event => "event",
        EntityKind::Document | EntityKind::Other => "abstract",
    }
}

/// re3d's type of an entity; re3d has no events.
fn re3d_type(kind: EntityKind) -> Option<&'static str> {
    Some(match kind {
        EntityKind::Person => "Person",
        EntityKind::Organization => "Organisation",
        EntityKind::Place | EntityKind::State => "Location",
        EntityKind::Nationality => "Nationality",
        EntityKind::Document => "DocumentReference",
        EntityKind::Event | EntityKind::Other => return None,
    })
}

pub(super) fn gum(place: &Place<'_>) -> Vec<Result<Section, EvalError>> {
    let kind = |kind| Some(gum_type(kind));
    let corpus = Corpus { task: "entities", type_of: kind, times_as: None, coreference: true };
    vec![set(place, &corpus, "GUM dev", None), set(place, &corpus, "GUM dev, news", Some("news"))]
}

pub(super) fn re3d(place: &Place<'_>) -> Vec<Result<Section, EvalError>> {
    let corpus =
        Corpus { task: "re3d", type_of: re3d_type, times_as: Some("Temporal"), coreference: false };
    vec![set(place, &corpus, "re3d dev", None)]
}

/// How a corpus has its entities.
struct Corpus {
    /// The task, which is the name of its folder.
    task: &'static str,
    type_of: fn(EntityKind) -> Option<&'static str>,
    /// The type of dates, where the corpus has them as entities.
    times_as: Option<&'static str>,
    /// Whether it marks what means the same.
    coreference: bool,
}

/// The scorer's variants of coreference that the table shows: every mention by its exact span or by its
/// head, entities that are mentioned once counted or not.
const COREFERENCE: [&str; 4] = [
    "exact, singletons kept",
    "exact, singletons dropped",
    "aligned by head, singletons kept",
    "aligned by head, singletons dropped",
];

/// One set of documents: all, or those of one genre.
fn set(
    place: &Place<'_>,
    corpus: &Corpus,
    name: &str,
    genre: Option<&str>,
) -> Result<Section, EvalError> {
    let folder = place.data.join(corpus.task);
    let lines: Vec<Value> = read_lines(&folder.join("dev.jsonl"))?;
    let wanted = |line: &Value| genre.is_none_or(|g| line.get("genre").is_some_and(|v| v == g));
    let lines: Vec<Value> = lines.into_iter().filter(wanted).collect();
    let gold = place.scratch.join(format!("{}.gold.jsonl", genre.unwrap_or("all")));
    write_lines(&gold, &lines)?;
    let records: Vec<Record> = read_lines(&gold)?;
    let (mut reading, mut clock) = (Clock::default(), Clock::default());
    let articles = reading.count(|| product::articles(&records))?;
    let read = clock.count(|| product::annotate(articles, place.reader));
    let lines: Vec<Value> = records
        .iter()
        .zip(&read)
        .map(|(record, article)| prediction(&record.id, article, corpus.type_of, corpus.times_as))
        .collect();
    let predictions = place.scratch.join(format!("{}.jsonl", genre.unwrap_or("all")));
    write_lines(&predictions, &lines)?;
    let script = folder.join("score.py");
    let scores = scorer::run_json(&script, &[gold.as_path(), &predictions, Path::new("--json")])?;
    let mut figures = figures(&scores, &script)?;
    if corpus.coreference && genre.is_none() {
        for figure in figures.iter_mut().filter(|f| f.name == "named, name span") {
            figure.target = Some(0.82);
        }
    }
    if corpus.coreference {
        figures.extend(coreference(&scores, &script)?);
    }
    Ok(Section {
        task: corpus.task,
        set: name.into(),
        documents: records.len(),
        reading: reading.seconds(),
        seconds: clock.seconds(),
        words: Some(product::words(&records)),
        figures,
        parts: Vec::new(),
        errors: Vec::new(),
    })
}

/// CoNLL F1: the mean of MUC, B-cubed and CEAF-e.
fn coreference(scores: &Value, script: &Path) -> Result<Vec<Figure>, EvalError> {
    COREFERENCE
        .iter()
        .map(|name| {
            let value = scores.get("coref").and_then(|c| c.get(*name)?.get("conll_f1")?.as_f64());
            let value = value.ok_or_else(|| expected(script, *name))?;
            Ok(Figure::plain(format!("coreference {name}"), value))
        })
        .collect()
}

/// Mentions by name, in the extent in which the corpora count them: with the title. Dates are
/// entities where the corpus has them so. A capitalised office ("the President") is a description for
/// us and a name for the corpora, so it is given as both.
fn prediction(
    id: &str,
    article: &AnnotatedArticle,
    type_of: fn(EntityKind) -> Option<&'static str>,
    times_as: Option<&str>,
) -> Value {
    let points = CodePoints::new(&article.article.text);
    let mentions = article.mentions.iter().filter_map(|mention| {
        let entity = article.entity(mention.entity)?;
        let kind = type_of(entity.kind)?;
        let named = mention.form == MentionForm::Name;
        let [start, end] = points.pair(mention.span);
        let coref = mention.entity.0.to_string();
        Some(json!({"start": start, "end": end, "type": kind, "coref": coref, "named": named}))
    });
    let offices = article.mentions.iter().filter_map(|mention| {
        let span = capitalised(&article.article.text, mention)?;
        let kind = type_of(article.entity(mention.entity)?.kind)?;
        let [start, end] = points.pair(span);
        Some(json!({"start": start, "end": end, "type": kind, "named": true}))
    });
    let times = times_as.into_iter().flat_map(|kind| {
        let points = &points;
        article
            .times
            .iter()
            .filter(|time| matches!(time.kind, TimeKind::Date | TimeKind::Time))
            .map(move |time| {
                let [start, end] = points.pair(time.span);
                json!({"start": start, "end": end, "type": kind, "named": false})
            })
    });
    let entities: Vec<Value> = mentions.chain(offices).chain(times).collect();
    json!({"id": id, "entities": entities})
}

/// A description whose words are all capitalised, without its article.
fn capitalised(text: &str, mention: &Mention) -> Option<Span> {
    let words = &text[mention.span];
    let bare = ["the ", "The ", "a ", "A ", "an ", "An "]
        .iter()
        .find_map(|article| words.strip_prefix(article))
        .unwrap_or(words);
    let raised = bare.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    (mention.form == MentionForm::Nominal && raised && !bare.is_empty())
        .then(|| Span::new(mention.span.end() - bare.len(), mention.span.end()))
}

fn figures(scores: &Value, script: &Path) -> Result<Vec<Figure>, EvalError> {
    let all = scores.get("entities").ok_or_else(|| expected(script, "entities"))?;
    let names = ["named, name span", "named, head", "all, full span", "all, head"];
    Figure::all_from_scores(&names, all, script)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapporteur::core::{Article, Entity, EntityId};

    #[test]
    fn a_prediction_has_the_scorers_shape() {
        let text = "Minister Öz left. She smiled.";
        let mut article = AnnotatedArticle::bare(Article::from_text(text));
        article.entities.push(Entity {
            name: "Öz".into(),
            kind: EntityKind::Person,
            role: Some("Minister".into()),
            party: None,
            aliases: Vec::new(),
            anonymous: false,
            plural: false,
            members: Vec::new(),
        });
        let she = text.find("She").unwrap();
        let name = Span::new(9, 12);
        for (span, name, form) in [
            (Span::new(0, 12), Some(name), MentionForm::Name),
            (Span::new(she, she + 3), None, MentionForm::Pronoun),
        ] {
            let entity = EntityId(0);
            article.mentions.push(Mention { span, name, form, entity });
        }
        assert_eq!(
            prediction("x", &article, |kind| Some(gum_type(kind)), None)["entities"],
            json!([
                {"start": 0, "end": 11, "type": "person", "coref": "0", "named": true},
                {"start": 18, "end": 21, "type": "person", "coref": "0", "named": false}
            ])
        );
    }

    #[test]
    fn a_capitalised_office_is_a_name_for_the_corpora() {
        let name = |text: &str| {
            let (span, entity) = (Span::new(0, text.len()), EntityId(0));
            let mention = Mention { span, name: None, form: MentionForm::Nominal, entity };
            capitalised(text, &mention).map(|span| text[span].to_owned())
        };
        assert_eq!(name("the President").as_deref(), Some("President"));
        assert_eq!(name("Madam Speaker").as_deref(), Some("Madam Speaker"));
        assert_eq!(name("The president"), None);
    }

    #[test]
    fn the_scorers_names_are_read() {
        let one = json!({"p": 0.5, "r": 0.25, "f1": 0.333, "hit": 1, "pred": 2, "gold": 4});
        let scores = json!({"entities": {"named, name span": one, "named, head": one,
            "all, full span": one, "all, head": one}});
        let read = figures(&scores, Path::new("score.py")).unwrap();
        assert_eq!(read.len(), 4);
        assert_eq!((read[0].predicted, read[0].gold), (Some(2), Some(4)));
        let chains: serde_json::Map<String, Value> =
            COREFERENCE.iter().map(|name| ((*name).to_owned(), json!({"conll_f1": 0.5}))).collect();
        let read = coreference(&json!({"coref": chains}), Path::new("score.py")).unwrap();
        assert_eq!(read[3].name, "coreference aligned by head, singletons dropped");
        let error = coreference(&scores, Path::new("score.py")).unwrap_err();
        assert_eq!(error.to_string(), "score.py printed no exact, singletons kept");
    }
}
