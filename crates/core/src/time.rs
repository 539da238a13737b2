//! Expressions of time, and the days that they mean.

use crate::Span;
use jiff::civil::Date;

/// An expression of time in a text (TIMEX3 terms).
#[derive(Clone, Debug, PartialEq)]
pub struct TimeExpression {
    /// The expression with its preposition left out: "Wednesday", "mid-December", "late last year".
    pub span: Span,
    /// What kind of time it is.
    pub kind: TimeKind,
    /// What the words mean before any date of the account is known. Kept, so that collation can
    /// resolve it again when a story's other articles date the account.
    pub form: TimeForm,
    /// What it means, resolved against the date of the account; `None` where that is unknown.
    pub when: Option<When>,
}

impl TimeExpression {
    /// TIMEX3 value: the resolved date, or the form's own value; `None` where neither is known.
    pub fn timex_value(&self) -> Option<String> {
        match (&self.when, &self.form) {
            (Some(when), _) => Some(when.value.clone()),
            (None, TimeForm::Value(value)) => Some(value.clone()),
            (None, _) => None,
        }
    }
}

/// TIMEX3 type of a [`TimeExpression`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeKind {
    /// A day or a longer stretch of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A repetition ("every Monday").
    Set,
}

impl TimeKind {
    /// TIMEX3's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// What an expression of time says, before it is resolved.
#[derive(Clone, Debug, PartialEq)]
pub enum TimeForm {
    /// Needs nothing else: "12 January 2022", "2014", "the 1990s".
    Absolute(When),
    /// A month, or a day of a month, of a year that is not said: "January 12", "mid-December".
    MonthDay {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: Option<i8>,
        /// "next", "last", "this", "coming" before it: -1, 0, 1.
        shift: Option<i8>,
    },
    /// A day of the week: 1 Monday to 7 Sunday.
    Weekday {
        /// 1 Monday to 7 Sunday.
        weekday: i8,
        /// "last" -1, "this" 0, "next" 1.
        shift: Option<i8>,
    },
    /// So many units before (negative) or after the account: "yesterday", "last month", "two years
    /// ago", "this week" (0).
    Offset {
        /// How many.
        count: i32,
        /// Of what.
        unit: CalendarUnit,
    },
    /// A length of time or a repetition, by its TIMEX3 value ("PT4H", "P2Y", "XXXX-WXX-1").
    Value(String),
    /// Cannot be resolved: "recently", "in the past".
    Vague,
}

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CalendarUnit {
    /// A day.
    Day,
    /// A week, from Monday.
    Week,
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// A resolved stretch of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    /// First day.
    pub first: Date,
    /// Last day, the same for a single day.
    pub last: Date,
    /// ISO 8601 as the guide writes it: `2022-01-12`, `2021-12`, `2014`, `2022-01-10/2022-01-13`,
    /// `1990/1999`; TIMEX3's value where that has a form of its own (`2022-W02`, `199`).
    pub value: String,
}
