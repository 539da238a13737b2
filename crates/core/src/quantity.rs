//! Numbers with what they count.

mod agree;

pub use agree::agrees;

use crate::Span;

/// A number in the text, with its unit and how exact it claims to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The whole phrase: "nearly four hours", "around 100,000 soldiers".
    pub span: Span,
    /// The number itself: "four", "100,000", "dozens".
    pub number: Span,
    /// Least value, in the unit's base ([`Unit`]); equal to `high` but for ranges.
    pub low: f64,
    /// Greatest value, in the unit's base.
    pub high: f64,
    /// How exact it claims to be.
    pub modifier: Modifier,
    /// What it measures.
    pub unit: Unit,
    /// The noun that is counted ("soldiers", "heavy equipment"), for [`Unit::Count`].
    pub counted: Option<Span>,
}

/// What a quantity measures, with the base in which its values are given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Things, base 1.
    Count,
    /// A place in an order ("the second"), base 1.
    Ordinal,
    /// A length of time, base seconds.
    Duration,
    /// An age, base years.
    Age,
    /// Money of a currency (ISO 4217), base 1.
    Money(String),
    /// A share, base per cent.
    Percent,
    /// A length, base metres.
    Length,
    /// An area, base square metres.
    Area,
    /// A mass, base kilograms.
    Mass,
    /// A volume, base litres.
    Volume,
    /// A speed, base metres per second.
    Speed,
    /// A temperature, base degrees Celsius.
    Temperature,
}

impl Unit {
    /// The name in JSON.
    pub fn name(&self) -> &str {
        match self {
            Self::Count => "count",
            Self::Ordinal => "ordinal",
            Self::Duration => "duration",
            Self::Age => "age",
            Self::Money(currency) => currency,
            Self::Percent => "percent",
            Self::Length => "length",
            Self::Area => "area",
            Self::Mass => "mass",
            Self::Volume => "volume",
            Self::Speed => "speed",
            Self::Temperature => "temperature",
        }
    }
}

/// How exact a number claims to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Modifier {
    /// "four"
    Exact,
    /// "about four", "some 100", "100 or so"
    About,
    /// "nearly four", "almost", "just under"
    Nearly,
    /// "more than four", "over"
    MoreThan,
    /// "at least four", "four or more"
    AtLeast,
    /// "less than four", "fewer than", "under"
    LessThan,
    /// "at most four", "up to"
    AtMost,
}

impl Modifier {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::Nearly => "nearly",
            Self::MoreThan => "more_than",
            Self::AtLeast => "at_least",
            Self::LessThan => "less_than",
            Self::AtMost => "at_most",
        }
    }
}
