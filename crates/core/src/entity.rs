//! Who and what an article speaks of.

use crate::Span;

/// Index of an entity in [`crate::AnnotatedArticle::entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

impl EntityId {
    /// The index itself.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What kind of thing an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// One person, or persons together ("the two ministers").
    Person,
    /// A body: ministry, company, party, agency, alliance, "police".
    Organization,
    /// A place that is not acting: city, region, river.
    Place,
    /// A state or its government, also by its capital ("Moscow"). A seat of government ("the
    /// Kremlin") is an organization that speaks for it.
    State,
    /// A people or an adjective of one ("Russian", "Germans").
    Nationality,
    /// A named event ("the Munich Security Conference").
    Event,
    /// A named document ("the Budapest Memorandum").
    Document,
    /// A named thing of another kind: ship, weapon, product, work.
    Other,
}

impl EntityKind {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::State => "state",
            Self::Nationality => "nationality",
            Self::Event => "event",
            Self::Document => "document",
            Self::Other => "other",
        }
    }

    /// Whether such an entity can say something.
    pub const fn can_speak(self) -> bool {
        matches!(self, Self::Person | Self::Organization | Self::State | Self::Document)
    }
}

/// Something that an article speaks of, all its mentions together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Canonical name: the fullest proper name in the article without title ("Jens Stoltenberg"),
    /// or the description where there is none ("a senior official").
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Office or description as the article gives it ("NATO Secretary General"), words of the text.
    pub role: Option<String>,
    /// The state or body for which it speaks ("Russia", "NATO"), canonical name; a state or body
    /// speaks for itself.
    pub party: Option<String>,
    /// Other names under which it stands in the article, sorted.
    pub aliases: Vec<String>,
    /// Whether the article keeps its name back ("a source", "officials").
    pub anonymous: bool,
    /// Whether it is several ("the two ministers", "officials").
    pub plural: bool,
    /// Of several together those that the article names one by one, ascending: for "the two
    /// ministers" the ministers, for "Chile and Peru" both states. Empty where it names none.
    pub members: Vec<EntityId>,
}

/// One place where an entity stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The phrase: name with its title, description, or pronoun. No relative clause.
    pub span: Span,
    /// The proper name inside it, if there is one ("Grushko" in "Russian Deputy Foreign Minister
    /// Alexander Grushko" is "Alexander Grushko").
    pub name: Option<Span>,
    /// How it refers.
    pub form: MentionForm,
    /// What it refers to.
    pub entity: EntityId,
}

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MentionForm {
    /// By a proper name.
    Name,
    /// By a description ("the Russian official").
    Nominal,
    /// By a pronoun.
    Pronoun,
}
