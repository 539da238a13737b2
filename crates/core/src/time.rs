//! Expressions of time, and the days that they mean.

mod calendar;
mod resolve;

pub use resolve::{Anchor, resolve, resolve_all};

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
    /// Whether the words around it speak of the past or of what is to come.
    pub tense: Tense,
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

/// Which way the words around an expression of time look. It decides between the Monday before
/// the account and the one after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tense {
    /// Nothing says.
    #[default]
    Unknown,
    /// "met on Monday".
    Past,
    /// "will meet on Monday", "until Monday".
    Future,
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
    /// A month of the year that the text spoke of last: "January of that year".
    MonthOfThatYear {
        /// 1 to 12.
        month: i8,
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
    /// So many units before or after the time that the text spoke of last: "the following month",
    /// "a year later", "that year" (0).
    FromContext {
        /// How many.
        count: i32,
        /// Of what.
        unit: CalendarUnit,
    },
    /// The stretch of so many units up to the account (negative) or from it on: "the past three
    /// months", "the next two weeks".
    Stretch {
        /// How many.
        count: i32,
        /// Of what.
        unit: CalendarUnit,
    },
    /// A season of a year that is not said: "the summer", "last spring".
    Season {
        /// Which, as the northern year has them.
        season: Season,
        /// "last" -1, "this" 0, "next" 1.
        shift: Option<i8>,
    },
    /// Saturday and Sunday: "the weekend", "last weekend".
    Weekend {
        /// "last" -1, "this" 0, "next" 1.
        shift: Option<i8>,
    },
    /// A part of something longer: "early 2014", "mid-December", "late last year".
    Part {
        /// Which part.
        part: Part,
        /// Of what.
        of: Box<TimeForm>,
    },
    /// A time of day whose day stands elsewhere: "6.15 a.m.", "22:30", "noon".
    Clock {
        /// 0 to 23.
        hour: i8,
        /// 0 to 59.
        minute: i8,
    },
    /// A length of time or a repetition, by its TIMEX3 value ("PT4H", "P2Y", "XXXX-WXX-1").
    Value(String),
    /// Cannot be resolved: "recently", "in the past".
    Vague,
}

/// A season, by the months that the northern half of the world's press means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February of the next year.
    Winter,
}

/// A part of a stretch of the calendar (TIMEX3's `mod`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// "early", "the beginning of": the first third.
    Early,
    /// "mid-": the second third.
    Mid,
    /// "late", "the end of": the last third.
    Late,
    /// "earlier this month": up to the account.
    Earlier,
    /// "later this month": from the account on.
    Later,
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

impl When {
    /// A single day.
    pub fn day(date: Date) -> Self {
        Self { first: date, last: date, value: calendar::day(date) }
    }

    /// Whether it is a single day (with or without a time of day).
    pub fn is_day(&self) -> bool {
        self.first == self.last
    }

    /// The value as ISO 8601 dates alone: a week or a quarter as a range of days or months
    /// (`2022-01-10/2022-01-16` for `2022-W02`), everything else as it is.
    pub fn iso(&self) -> String {
        if self.value.contains("-W") {
            calendar::range(&calendar::day(self.first), &calendar::day(self.last))
        } else if self.value.contains("-Q") {
            calendar::range(&calendar::month(self.first), &calendar::month(self.last))
        } else {
            self.value.clone()
        }
    }

    /// From the first day of `from` to the last of `to`, as `FROM/TO`. `None` where `to` ends
    /// before `from` begins.
    pub fn between(from: &When, to: &When) -> Option<When> {
        (from.first <= to.last).then(|| When {
            first: from.first,
            last: to.last,
            value: calendar::range(
                from.value.split('/').next().unwrap_or_default(),
                to.value.rsplit('/').next().unwrap_or_default(),
            ),
        })
    }

    /// The month `month` (1 to 12) of `year`. `None` outside the calendar.
    pub fn month(year: i16, month: i8) -> Option<When> {
        calendar::of_month(year, month)
    }

    /// The year `year`. `None` outside the calendar.
    pub fn year(year: i16) -> Option<When> {
        calendar::years(year, year)
    }

    /// The years `first` to `last`, both included. `None` in the wrong order or outside the
    /// calendar.
    pub fn years(first: i16, last: i16) -> Option<When> {
        calendar::years(first, last)
    }

    /// The season that begins in `year`.
    pub fn season(year: i16, season: Season) -> Option<When> {
        calendar::season(year, season)
    }

    /// The quarter `quarter` (1 to 4) of `year`.
    pub fn quarter(year: i16, quarter: i8) -> Option<When> {
        calendar::quarter(year, quarter)
    }

    /// Its early, middle or late third, with the value of the whole, as TIMEX3 does; "earlier" and
    /// "later" end and begin at `account`.
    pub fn part(&self, part: Part, account: Option<Date>) -> When {
        calendar::part(self, part, account)
    }
}
