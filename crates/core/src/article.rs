//! One document of one outlet, as it came in.

use crate::Span;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::fmt;

/// One document of one outlet, with its text kept as it came.
///
/// Every span of every later stage is an offset into [`Article::text`], which never changes: noise
/// is marked, not removed.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// The name under which the article came in, if it had one: `"id"` of a JSON record.
    pub key: Option<String>,
    /// The file or URL it was read from, as the user wrote it (with `#line` for JSON Lines).
    pub file: Option<String>,
    /// Who published it: a name or a host.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The headline as metadata gave it. Where the headline stands in the text itself, see
    /// [`Article::headline`].
    pub title: Option<String>,
    /// Where the headline stands in the text, when it does (plain text: the first line).
    pub headline: Option<Span>,
    /// Who wrote it, as the article says.
    pub byline: Option<String>,
    /// When it was published, and how that is known.
    pub published: Option<PublicationDate>,
    /// The language of most of the text.
    pub language: Option<Language>,
    /// The text, Unicode, exactly as every offset counts it.
    pub text: String,
    /// What stands in the text and is not the article: sorted, not overlapping.
    pub noise: Vec<Noise>,
    /// What was odd about the input.
    pub diagnostics: Vec<Diagnostic>,
}

impl Article {
    /// An article of nothing but text.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self {
            key: None,
            file: None,
            outlet: None,
            url: None,
            title: None,
            headline: None,
            byline: None,
            published: None,
            language: None,
            text: text.into(),
            noise: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// The words of the headline, from metadata or from the text.
    pub fn headline_text(&self) -> Option<&str> {
        self.title.as_deref().or_else(|| self.headline.map(|span| &self.text[span]))
    }

    /// Whether any of `span` is noise.
    pub fn is_noise(&self, span: Span) -> bool {
        let first = self.noise.partition_point(|n| n.span.end() <= span.start());
        self.noise.get(first).is_some_and(|n| n.span.overlaps(span))
    }

    /// The identity of the text.
    pub fn hash(&self) -> TextHash {
        TextHash(Sha256::digest(self.text.as_bytes()).into())
    }
}

/// SHA-256 of an article's text in UTF-8.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextHash([u8; 32]);

impl fmt::Display for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A stretch of an article's text that is not the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noise {
    /// Where it stands, without white space at its ends.
    pub span: Span,
    /// What it is.
    pub kind: NoiseKind,
}

/// What a stretch of noise is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoiseKind {
    /// Menus, section names, "back to top", subscription offers.
    Navigation,
    /// "Read also" and headlines of other articles.
    Related,
    /// The caption of a picture.
    Caption,
    /// Text of an audio or video player.
    Player,
    /// Text of a comment form.
    Comments,
    /// Credits and copyright lines.
    Credit,
    /// Text that stands where something failed to load.
    Placeholder,
    /// "This post is also available in …".
    Language,
    /// Anything else that is not the article.
    Other,
}

impl NoiseKind {
    /// All kinds in a fixed order.
    pub const ALL: [NoiseKind; 9] = [
        Self::Navigation,
        Self::Related,
        Self::Caption,
        Self::Player,
        Self::Comments,
        Self::Credit,
        Self::Placeholder,
        Self::Language,
        Self::Other,
    ];

    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Navigation => "navigation",
            Self::Related => "related",
            Self::Caption => "caption",
            Self::Player => "player",
            Self::Comments => "comments",
            Self::Credit => "credit",
            Self::Placeholder => "placeholder",
            Self::Language => "language",
            Self::Other => "other",
        }
    }
}

/// The day of an account, with how it is known.
#[derive(Clone, Debug, PartialEq)]
pub struct PublicationDate {
    /// The day, in the outlet's own calendar day where a time zone was given.
    pub date: Date,
    /// Where it was found.
    pub origin: DateOrigin,
    /// How sure it is, 0 to 1.
    pub confidence: f32,
    /// Why, in a few words for the reader: `<meta property="article:published_time">`,
    /// `"12 January" in the text is a Wednesday in 2022`.
    pub reason: String,
}

/// Where the day of an account was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateOrigin {
    /// The user said so: side-car, front matter, JSON field.
    Given,
    /// The page's metadata.
    Metadata,
    /// The URL.
    Url,
    /// A dateline or a date line in the text.
    Dateline,
    /// Inferred from the dates that the text speaks of.
    Inferred,
}

impl DateOrigin {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Metadata => "metadata",
            Self::Url => "url",
            Self::Dateline => "dateline",
            Self::Inferred => "inferred",
        }
    }
}

/// A language, with how sure the recogniser is.
#[derive(Clone, Debug, PartialEq)]
pub struct Language {
    /// BCP 47 tag, such as `en`.
    pub tag: String,
    /// How sure, 0 to 1.
    pub confidence: f32,
}

/// Something odd about an article, for the person who brought it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// What is odd and what to do, a lowercase fragment.
    pub message: String,
    /// Where in the text, if it has a place.
    pub span: Option<Span>,
}

/// How much a [`Diagnostic`] matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Good to know.
    Note,
    /// Something was lost or guessed.
    Warning,
}
