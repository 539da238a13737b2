//! The wire types. Field names and meanings are a published format: `docs/schema/` holds the JSON
//! Schema made from them, and [`VERSION`] says which.
//!
//! A change that adds a field raises the minor number; one that a reader of the old form could
//! trip over raises the major one.

use schemars::JsonSchema;
use serde::Serialize;

/// Version of every form in this module.
pub const VERSION: &str = "1.0";

/// Value of `format` in a report.
pub const REPORT_FORMAT: &str = "rapporteur.report";

/// Offsets `[start, end)` in Unicode code points of the article's `text`.
pub type Pair = [usize; 2];

/// A report: articles, and for each story what laying them side by side has found.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReportRecord {
    /// Always `rapporteur.report`.
    pub format: String,
    /// Version of this form.
    pub version: String,
    /// Program and version that wrote it.
    pub generator: String,
    /// The articles in canonical order.
    pub articles: Vec<ArticleRecord>,
    /// The stories, each with its collation.
    pub stories: Vec<StoryRecord>,
}

/// One document of one outlet. Also a line of `rapporteur extract`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ArticleRecord {
    /// Name inside this output: `a1`, `a2`, … in a report, the given id or the file in a stream.
    pub id: String,
    /// The `id` with which a JSON record came in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// File or URL it was read from, as given.
    pub file: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// Who wrote it, as the article says.
    pub byline: Option<String>,
    /// Day of publication, or of the account, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// Where that day was found: given, metadata, url, dateline, inferred.
    pub published_origin: Option<String>,
    /// How sure it is, 0 to 1.
    pub published_confidence: Option<f64>,
    /// Why, for the reader.
    pub published_reason: Option<String>,
    /// BCP 47 tag of the language of most of the text.
    pub language: Option<String>,
    /// How sure that is, 0 to 1.
    pub language_confidence: Option<f64>,
    /// SHA-256 of `text` in UTF-8.
    pub sha256: String,
    /// Where the headline stands in `text`, if it does.
    pub headline: Option<Pair>,
    /// What stands in `text` and is not the article.
    pub noise: Vec<Pair>,
    /// What each of `noise` is: navigation, related, caption, player, comments, credit,
    /// placeholder, language, other.
    pub noise_kinds: Vec<String>,
    /// What was odd about the input.
    pub diagnostics: Vec<String>,
    /// The text that every offset counts.
    pub text: String,
}

/// Words of an article, by place and as they stand there.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EvidenceRecord {
    /// The article.
    pub article: String,
    /// Where.
    pub span: Pair,
    /// The words.
    pub text: String,
}

/// The articles about one event, laid side by side.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StoryRecord {
    /// `s1`, `s2`, …
    pub id: String,
    /// Its articles.
    pub articles: Vec<String>,
    /// Who, what, where, when.
    pub lead: LeadRecord,
    /// Persons, bodies and states over all articles.
    pub actors: Vec<ActorRecord>,
    /// Who is said to say what.
    pub statements: Vec<StatementRecord>,
    /// One thing said or reported, with what each article carries of it; best supported first.
    pub points: Vec<PointRecord>,
    /// Where accounts part.
    pub discrepancies: Vec<DiscrepancyRecord>,
    /// Dated happenings, earliest first.
    pub timeline: Vec<HappeningRecord>,
    /// What parties want, refuse, offer, threaten.
    pub positions: Vec<PositionRecord>,
    /// Passages that two articles share.
    pub shared: Vec<SharedPassageRecord>,
    /// Through whom an outlet has what it reports.
    pub provenance: Vec<ProvenanceRecord>,
    /// Words of each speaker in each article.
    pub voice: Vec<VoiceRecord>,
    /// The verb that introduces each statement.
    pub cues: Vec<CueRecord>,
    /// What one thing is called by different articles.
    pub namings: Vec<NamingRecord>,
}

/// What happened, in words of the articles.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LeadRecord {
    /// The sentence that says most of what most articles say.
    pub what: Option<EvidenceRecord>,
    /// Ids of the actors that most articles name.
    pub who: Vec<String>,
    /// The place of the event.
    pub place: Option<EvidenceRecord>,
    /// Index into `timeline` of the event itself.
    pub happening: Option<usize>,
}

/// A person, body or state.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ActorRecord {
    /// `p1`, `p2`, …
    pub id: String,
    /// Canonical name.
    pub name: String,
    /// person, organization, place, state, nationality, event, document, other.
    pub kind: String,
    /// Office, words of an article.
    pub role: Option<String>,
    /// The state or body for which it speaks.
    pub party: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// Whether its name is kept back.
    pub anonymous: bool,
    /// Whether it is several.
    pub plural: bool,
    /// Where it is named or described.
    pub mentions: Vec<EvidenceRecord>,
}

/// An attribution: source, cue, content.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StatementRecord {
    /// `st1`, `st2`, …
    pub id: String,
    /// The article.
    pub article: String,
    /// Canonical name of the speaker.
    pub speaker: Option<String>,
    /// Id of the speaker in `actors`.
    pub actor: Option<String>,
    /// direct, mixed, indirect.
    pub kind: String,
    /// The naming phrase.
    pub source: Vec<Pair>,
    /// The verb or phrase that attributes.
    pub cue: Vec<Pair>,
    /// What is said.
    pub content: Vec<Pair>,
    /// The words of `content`, piece by piece.
    pub text: Vec<String>,
}

/// One thing said or reported.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PointRecord {
    /// `pt1`, `pt2`, …
    pub id: String,
    /// Canonical name of the speaker; null for what outlets report in their own voice.
    pub speaker: Option<String>,
    /// Id of the speaker.
    pub actor: Option<String>,
    /// Index into `readings` of the one that says it best.
    pub gist: usize,
    /// Number of independent accounts.
    pub accounts: usize,
    /// Why some articles count as one account.
    pub dependences: Vec<DependenceRecord>,
    /// What each article carries of it.
    pub readings: Vec<ReadingRecord>,
}

/// Two articles that count as one account.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DependenceRecord {
    /// The two.
    pub articles: [String; 2],
    /// shared_passage, same_provenance, same_outlet.
    pub reason: String,
    /// Index into `shared`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared: Option<usize>,
    /// Indices into `provenance`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provenance: Option<[usize; 2]>,
}

/// What one article carries of a point.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReadingRecord {
    /// The article.
    pub article: String,
    /// Where.
    pub span: Pair,
    /// The words.
    pub text: String,
    /// Id of the statement, null where the outlet asserts it.
    pub statement: Option<String>,
    /// direct, mixed, indirect, asserted.
    pub kind: String,
}

/// Readings of one thing that differ.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DiscrepancyRecord {
    /// count, duration, date, place, name, speaker, wording, naming, other.
    pub kind: String,
    /// What it is about, in words of the articles.
    pub about: String,
    /// Id of the point.
    pub point: Option<String>,
    /// The readings.
    pub readings: Vec<DiscrepantReadingRecord>,
}

/// One of several readings that differ.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DiscrepantReadingRecord {
    /// The article.
    pub article: String,
    /// Where.
    pub span: Pair,
    /// The words.
    pub text: String,
    /// What they come to.
    pub value: String,
}

/// A dated happening.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct HappeningRecord {
    /// ISO 8601 day, month, year or range.
    pub when: String,
    /// First day.
    pub first: String,
    /// Last day.
    pub last: String,
    /// The words that say best what it is.
    pub what: EvidenceRecord,
    /// The expressions that carry the date.
    pub mentions: Vec<EvidenceRecord>,
}

/// What a party wants, refuses, offers or threatens on an issue.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PositionRecord {
    /// State or body.
    pub party: String,
    /// PLOVER event type.
    pub act: String,
    /// The issue, in words of an article.
    pub issue: EvidenceRecord,
    /// Where it stands.
    pub mentions: Vec<PositionMentionRecord>,
}

/// One place where a position stands.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PositionMentionRecord {
    /// The article.
    pub article: String,
    /// Where.
    pub span: Pair,
    /// The words.
    pub text: String,
    /// Id of the statement.
    pub statement: Option<String>,
    /// The condition of a threat or offer.
    pub condition: Option<EvidenceRecord>,
}

/// A passage that two articles share.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SharedPassageRecord {
    /// In the one.
    pub a: EvidenceRecord,
    /// In the other.
    pub b: EvidenceRecord,
    /// Words in common, in order.
    pub words: usize,
    /// Whether it is quoted speech, which is no sign of copying.
    pub quoted: bool,
}

/// Through whom an outlet has a thing.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ProvenanceRecord {
    /// The intermediary's name.
    pub name: String,
    /// told, according_to, credit, channel.
    pub kind: String,
    /// The words that say so.
    pub evidence: EvidenceRecord,
    /// The intermediary as it stands.
    pub via: EvidenceRecord,
    /// The stretch that it covers.
    pub scope: EvidenceRecord,
}

/// Words of a speaker in an article.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct VoiceRecord {
    /// The article.
    pub article: String,
    /// Id of the speaker.
    pub actor: String,
    /// Words inside quotation marks.
    pub quoted: usize,
    /// Words reported without them.
    pub reported: usize,
}

/// The verb that introduces a statement.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CueRecord {
    /// Id of the statement.
    pub statement: String,
    /// Base form where known.
    pub verb: String,
    /// Id of its point.
    pub point: String,
}

/// What one thing is called.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NamingRecord {
    /// Id of the point in which the names stand for each other.
    pub point: String,
    /// The names.
    pub uses: Vec<NamingUseRecord>,
}

/// One name of a thing.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NamingUseRecord {
    /// Folded form.
    pub name: String,
    /// Where.
    pub evidence: EvidenceRecord,
}

/// The layers that `rapporteur annotate` adds to a line `{"id", "text", …}`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AnnotationRecord {
    /// Paragraphs that are not noise.
    pub paragraphs: Vec<Pair>,
    /// Sentences.
    pub sentences: Vec<Pair>,
    /// Stretches inside quotation marks, marks included.
    pub quotations: Vec<Pair>,
    /// Expressions of time.
    pub timex: Vec<TimexRecord>,
    /// Numbers with what they count.
    pub quantities: Vec<QuantityRecord>,
    /// Mentions of persons, bodies, states, places, …
    pub entities: Vec<EntityRecord>,
    /// Who is said to say what.
    pub attributions: Vec<AttributionRecord>,
}

/// An expression of time (TIMEX3).
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TimexRecord {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// DATE, TIME, DURATION, SET.
    pub r#type: String,
    /// TIMEX3 value; null where it cannot be known.
    pub value: Option<String>,
}

/// A number with what it counts.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct QuantityRecord {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Least value in the unit's base.
    pub low: f64,
    /// Greatest value in the unit's base.
    pub high: f64,
    /// count, ordinal, duration (s), age (years), percent, length (m), area (m²), mass (kg),
    /// volume (l), speed (m/s), temperature (°C), or an ISO 4217 currency.
    pub unit: String,
    /// exact, about, nearly, more_than, at_least, less_than, at_most.
    pub modifier: String,
    /// The noun that is counted.
    pub counted: Option<Pair>,
}

/// A mention of an entity.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EntityRecord {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// person, organization, place, state, nationality, event, document, other.
    pub r#type: String,
    /// The same for all mentions of one entity.
    pub coref: String,
    /// Whether a proper name stands in it.
    pub named: bool,
    /// The proper name.
    pub name_span: Option<Pair>,
    /// Canonical name of the entity.
    pub name: String,
    /// Its office.
    pub role: Option<String>,
    /// The state or body for which it speaks.
    pub party: Option<String>,
}

/// An attribution.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AttributionRecord {
    /// The naming phrase.
    pub source: Vec<Pair>,
    /// The verb or phrase that attributes.
    pub cue: Vec<Pair>,
    /// What is said.
    pub content: Vec<Pair>,
    /// direct, mixed, indirect.
    pub kind: String,
    /// Canonical name of the speaker.
    pub speaker: Option<String>,
}

/// A line of `rapporteur group`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct GroupRecord {
    /// The article.
    pub id: String,
    /// Its story.
    pub story: String,
}
