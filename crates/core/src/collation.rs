//! The articles of a story laid side by side.

use crate::{ArticleId, AttributionKind, EntityKind, PublicationDate, Span, Story, When};

/// Where a line of the report stands in an article. There is no line without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Evidence {
    /// The article.
    pub article: ArticleId,
    /// The words.
    pub span: Span,
}

/// Index of an actor in [`Collation::actors`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorId(pub u32);

/// Index of a statement in [`Collation::statements`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementId(pub u32);

/// Index of a point in [`Collation::points`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PointId(pub u32);

/// What a reader wants from several accounts of one event. It shows who says what and where
/// accounts part; it never says who is right.
#[derive(Clone, Debug, PartialEq)]
pub struct Collation {
    /// The articles that were laid side by side.
    pub story: Story,
    /// What happened, by the best-supported points.
    pub lead: Lead,
    /// Who speaks or is spoken of, one entry over all articles.
    pub actors: Vec<Actor>,
    /// Attributions whose speaker is known, by article and place.
    pub statements: Vec<Statement>,
    /// What is said or reported, best supported first.
    pub points: Vec<Point>,
    /// Where accounts part.
    pub discrepancies: Vec<Discrepancy>,
    /// The day of each account that has one, with how it is known, by article: the given one, or
    /// the one that its text and the other accounts tell.
    pub account_dates: Vec<(ArticleId, PublicationDate)>,
    /// Dated happenings, earliest first.
    pub timeline: Vec<Happening>,
    /// What parties want, refuse, offer, threaten.
    pub positions: Vec<Position>,
    /// Passages that articles share.
    pub shared: Vec<SharedPassage>,
    /// Through whom an outlet has what it reports.
    pub provenance: Vec<Provenance>,
    /// How many quoted and reported words each speaker gets in each article.
    pub voice: Vec<Voice>,
    /// With which verbs outlets introduce whom.
    pub cues: Vec<CueUse>,
    /// What the same thing is called by whom.
    pub namings: Vec<Naming>,
}

/// Who, what, where, when: words of the articles, chosen by how many carry them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lead {
    /// The sentence that says most of what most articles say.
    pub what: Option<Evidence>,
    /// The actors that most articles name, most named first.
    pub who: Vec<ActorId>,
    /// The place of the event, as it stands in an article.
    pub place: Option<Evidence>,
    /// The day of the event: index into [`Collation::timeline`].
    pub happening: Option<usize>,
}

/// A person or body over all articles of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Canonical name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Office, words of an article.
    pub role: Option<String>,
    /// The state or body for which it speaks.
    pub party: Option<String>,
    /// Other names in the articles, sorted.
    pub aliases: Vec<String>,
    /// Whether its name is kept back.
    pub anonymous: bool,
    /// Whether it is several.
    pub plural: bool,
    /// Of several together those that the articles name one by one, ascending.
    pub members: Vec<ActorId>,
    /// Where it is named or described (not by pronouns), by article and place.
    pub mentions: Vec<Evidence>,
}

/// An attribution whose speaker is resolved to a person or body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The article.
    pub article: ArticleId,
    /// Index into its attributions, where source, cue and content are.
    pub attribution: usize,
    /// Who speaks; `None` where the article does not let one know.
    pub speaker: Option<ActorId>,
}

/// One thing said or reported, with its readings.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Index into `readings` of the one that says it best, as it stands.
    pub gist: usize,
    /// Who says it; `None` for a fact that outlets report in their own voice.
    pub speaker: Option<ActorId>,
    /// What each article carries of it, by article and place, never empty.
    pub readings: Vec<Reading>,
    /// How many accounts stand behind it once copies are taken together.
    pub independence: Independence,
}

/// What one article carries of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The words: hull of a statement's content, or a fact's clause.
    pub evidence: Evidence,
    /// The statement, where the article attributes it; `None` where the outlet asserts it.
    pub statement: Option<StatementId>,
    /// How much is quoted; `None` where the outlet asserts it.
    pub kind: Option<AttributionKind>,
}

/// How many accounts stand behind a point.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Independence {
    /// Number of independent accounts, at least 1 where there is a reading.
    pub accounts: usize,
    /// Why two articles count as one account.
    pub dependences: Vec<Dependence>,
}

/// Two articles whose readings of a point are one account.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dependence {
    /// The lower of the two.
    pub a: ArticleId,
    /// The higher of the two.
    pub b: ArticleId,
    /// Why.
    pub reason: DependenceReason,
}

/// Why two readings are one account.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DependenceReason {
    /// Both readings lie in the shared passage of this index in [`Collation::shared`].
    SharedPassage(usize),
    /// Both articles have it from the same source: indices into [`Collation::provenance`]; twice
    /// the same index where one article's outlet is itself the other's source.
    SameProvenance(usize, usize),
    /// Both articles are of the same outlet.
    SameOutlet,
}

/// A passage that two articles share, word by word or lightly edited.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedPassage {
    /// Where it stands in the one.
    pub a: Evidence,
    /// Where it stands in the other.
    pub b: Evidence,
    /// How many words they have in common, in order.
    pub words: usize,
    /// Whether one of the two quotes the same speech: shared words inside quotation marks are no
    /// sign of copying.
    pub quoted: bool,
}

/// Through whom an outlet has a thing: "told Reuters", "according to RIA Novosti", a credit line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// The words that say so.
    pub evidence: Evidence,
    /// The intermediary, as it stands.
    pub via: Evidence,
    /// Its name, folded together over articles.
    pub name: String,
    /// How the text says it.
    pub kind: ProvenanceKind,
    /// The stretch that it covers: a sentence, or the whole article for a credit line.
    pub scope: Evidence,
}

/// How a text says through whom it has something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProvenanceKind {
    /// "told Reuters"
    Told,
    /// "according to RIA Novosti", "Yonhap reported"
    AccordingTo,
    /// "(AP) —", "source: dpa", "with agencies"
    Credit,
    /// "in a statement published by", "on Twitter", "at a press conference"
    Channel,
}

impl ProvenanceKind {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::AccordingTo => "according_to",
            Self::Credit => "credit",
            Self::Channel => "channel",
        }
    }
}

/// Two or more readings of the same thing that differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Discrepancy {
    /// In what they differ.
    pub kind: DiscrepancyKind,
    /// What it is about: words of the articles (a counted noun, a speaker's name).
    pub about: String,
    /// The readings, by article and place; at least two articles.
    pub readings: Vec<DiscrepantReading>,
    /// The point they belong to, if they belong to one.
    pub point: Option<PointId>,
}

/// One reading of a [`Discrepancy`].
#[derive(Clone, Debug, PartialEq)]
pub struct DiscrepantReading {
    /// The words that differ.
    pub evidence: Evidence,
    /// What they come to: "~4 h", "2022-01-12", the name, the words.
    pub value: String,
}

/// In what two readings differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DiscrepancyKind {
    /// How many.
    Count,
    /// How long.
    Duration,
    /// When.
    Date,
    /// Where.
    Place,
    /// How somebody or something is spelled or titled.
    Name,
    /// Who said it.
    Speaker,
    /// Two direct quotations that cannot both be verbatim.
    Wording,
    /// Loaded or opposed words for one thing.
    Naming,
    /// Anything else.
    Other,
}

impl DiscrepancyKind {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Duration => "duration",
            Self::Date => "date",
            Self::Place => "place",
            Self::Name => "name",
            Self::Speaker => "speaker",
            Self::Wording => "wording",
            Self::Naming => "naming",
            Self::Other => "other",
        }
    }
}

/// A dated happening, past or planned, merged over articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Happening {
    /// When.
    pub when: When,
    /// What: the sentence or clause that says it best, as it stands.
    pub what: Evidence,
    /// The expressions that carry the date, by article and place.
    pub mentions: Vec<Evidence>,
}

/// What a party wants, refuses, offers or threatens on an issue.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// A state or body: canonical name.
    pub party: String,
    /// What it does.
    pub act: Act,
    /// On what: words of the articles.
    pub issue: Evidence,
    /// Where it stands, by article and place.
    pub mentions: Vec<PositionMention>,
}

/// One place where a position stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionMention {
    /// The words.
    pub evidence: Evidence,
    /// The statement, if it is one.
    pub statement: Option<StatementId>,
    /// "if …": the condition of a threat or an offer.
    pub condition: Option<Span>,
}

/// What a party does: PLOVER event types (Open Event Data Alliance), with the gold's OFFER beside
/// them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// Agrees to something.
    Agree,
    /// Meets, talks.
    Consult,
    /// Supports in words.
    Support,
    /// Concedes, yields.
    Concede,
    /// Works together.
    Cooperate,
    /// Gives aid.
    Aid,
    /// Steps back: withdraws, releases.
    Retreat,
    /// Offers.
    Offer,
    /// Asks or demands.
    Demand,
    /// Accuses, criticises.
    Accuse,
    /// Refuses, denies.
    Reject,
    /// Threatens, warns of own action.
    Threaten,
    /// Protests.
    Protest,
    /// Sanctions, cuts relations.
    Sanction,
    /// Mobilises forces.
    Mobilize,
    /// Coerces: arrests, seizes, expels.
    Coerce,
    /// Uses force.
    Assault,
    /// Investigates.
    Investigate,
}

impl Act {
    /// The name in JSON, as PLOVER writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agree => "AGREE",
            Self::Consult => "CONSULT",
            Self::Support => "SUPPORT",
            Self::Concede => "CONCEDE",
            Self::Cooperate => "COOPERATE",
            Self::Aid => "AID",
            Self::Retreat => "RETREAT",
            Self::Offer => "OFFER",
            Self::Demand => "DEMAND",
            Self::Accuse => "ACCUSE",
            Self::Reject => "REJECT",
            Self::Threaten => "THREATEN",
            Self::Protest => "PROTEST",
            Self::Sanction => "SANCTION",
            Self::Mobilize => "MOBILIZE",
            Self::Coerce => "COERCE",
            Self::Assault => "ASSAULT",
            Self::Investigate => "INVESTIGATE",
        }
    }
}

/// How many words of a speaker an article carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The article.
    pub article: ArticleId,
    /// The speaker.
    pub speaker: ActorId,
    /// Words inside quotation marks.
    pub quoted: usize,
    /// Words reported without them.
    pub reported: usize,
}

/// With which verb an outlet introduces a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CueUse {
    /// The statement.
    pub statement: StatementId,
    /// The cue's head verb, in its base form where it is known.
    pub verb: String,
    /// The point to which the statement belongs, to compare other outlets' verbs for the same
    /// remark.
    pub point: PointId,
}

/// What one thing is called by different articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Naming {
    /// The namings, by article and place, each with its folded form.
    pub uses: Vec<(Evidence, String)>,
    /// The point in which they stand for each other.
    pub point: PointId,
}
