//! The words of the calendar.

use rapporteur_core::{CalendarUnit, Season};

/// A month's number, and whether it was written short ("Sept").
pub(super) fn month(word: &str) -> Option<(i8, bool)> {
    const FULL: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    const SHORT: [(&str, i8); 12] = [
        ("jan", 1),
        ("feb", 2),
        ("mar", 3),
        ("apr", 4),
        ("jun", 6),
        ("jul", 7),
        ("aug", 8),
        ("sep", 9),
        ("sept", 9),
        ("oct", 10),
        ("nov", 11),
        ("dec", 12),
    ];
    if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let full = FULL.iter().position(|m| m.eq_ignore_ascii_case(word));
    match full {
        Some(i) => i8::try_from(i + 1).ok().map(|m| (m, false)),
        None => SHORT.iter().find(|(m, _)| m.eq_ignore_ascii_case(word)).map(|(_, m)| (*m, true)),
    }
}

/// The day of the week, 1 Monday to 7 Sunday.
pub(super) fn weekday(word: &str) -> Option<i8> {
    const FULL: [&str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    const SHORT: [&[&str]; 7] = [
        &["Mon"],
        &["Tue", "Tues"],
        &["Wed", "Weds"],
        &["Thu", "Thur", "Thurs"],
        &["Fri"],
        &["Sat"],
        &["Sun"],
    ];
    if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let at = FULL
        .iter()
        .position(|d| d.eq_ignore_ascii_case(word))
        .or_else(|| SHORT.iter().position(|d| d.contains(&word)))?;
    i8::try_from(at + 1).ok()
}

/// Whether a weekday is written short; "Sun" and "Sat" are words of their own, so short ones count
/// only beside a date.
pub(super) fn is_short_weekday(word: &str) -> bool {
    word.len() < 6
}

/// A weekday in the plural: "Mondays".
pub(super) fn weekdays(word: &str) -> Option<i8> {
    let one = word.strip_suffix('s').filter(|w| w.len() >= 6)?;
    weekday(one)
}

/// A season.
pub(super) fn season(word: &str) -> Option<Season> {
    Some(match word.to_ascii_lowercase().as_str() {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" | "fall" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    })
}

/// A unit of time, of the calendar or of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TimeUnit {
    /// A unit of the calendar.
    Calendar(CalendarUnit),
    /// Two weeks.
    Fortnight,
    /// An hour.
    Hour,
    /// A minute.
    Minute,
    /// A second.
    Second,
}

impl TimeUnit {
    /// TIMEX3's duration of `count` of it, count written as it is: `P2Y`, `PT4H`.
    pub(super) fn duration(self, count: &str) -> String {
        match self {
            Self::Calendar(CalendarUnit::Day) => format!("P{count}D"),
            Self::Calendar(CalendarUnit::Week) => format!("P{count}W"),
            Self::Calendar(CalendarUnit::Month) => format!("P{count}M"),
            Self::Calendar(CalendarUnit::Quarter) => format!("P{count}Q"),
            Self::Calendar(CalendarUnit::Year) => format!("P{count}Y"),
            Self::Calendar(CalendarUnit::Decade) => format!("P{count}DE"),
            Self::Calendar(CalendarUnit::Century) => format!("P{count}CE"),
            Self::Fortnight => match count.parse::<i64>() {
                Ok(n) => format!("P{}W", n.saturating_mul(2)),
                Err(_) => "PXW".to_owned(),
            },
            Self::Hour => format!("PT{count}H"),
            Self::Minute => format!("PT{count}M"),
            Self::Second => format!("PT{count}S"),
        }
    }
}

/// A unit and whether it is in the plural.
pub(super) fn unit(word: &str) -> Option<(TimeUnit, bool)> {
    use CalendarUnit::*;
    const UNITS: [(&str, &str, TimeUnit); 12] = [
        ("day", "days", TimeUnit::Calendar(Day)),
        ("week", "weeks", TimeUnit::Calendar(Week)),
        ("month", "months", TimeUnit::Calendar(Month)),
        ("quarter", "quarters", TimeUnit::Calendar(Quarter)),
        ("year", "years", TimeUnit::Calendar(Year)),
        ("decade", "decades", TimeUnit::Calendar(Decade)),
        ("century", "centuries", TimeUnit::Calendar(Century)),
        ("fortnight", "fortnights", TimeUnit::Fortnight),
        ("hour", "hours", TimeUnit::Hour),
        ("minute", "minutes", TimeUnit::Minute),
        ("second", "seconds", TimeUnit::Second),
        ("min", "mins", TimeUnit::Minute),
    ];
    UNITS.iter().find_map(|(one, many, unit)| {
        if word.eq_ignore_ascii_case(one) {
            Some((*unit, false))
        } else if word.eq_ignore_ascii_case(many) {
            Some((*unit, true))
        } else {
            None
        }
    })
}

/// A unit of the calendar; "the second quarter" is not meant.
pub(super) fn calendar_unit(word: &str) -> Option<(CalendarUnit, bool)> {
    match unit(word)? {
        (TimeUnit::Calendar(unit), plural) => Some((unit, plural)),
        _ => None,
    }
}

/// A part of the day.
pub(super) fn part_of_day(word: &str) -> bool {
    ["morning", "afternoon", "evening", "night", "noon", "lunchtime", "midday", "midnight"]
        .iter()
        .any(|part| word.eq_ignore_ascii_case(part))
}

/// "last" -1, "this" 0, "next" 1.
pub(super) fn shift(word: &str) -> Option<i8> {
    Some(match word.to_ascii_lowercase().as_str() {
        "last" | "past" => -1,
        "this" | "current" => 0,
        "next" | "coming" | "upcoming" => 1,
        _ => return None,
    })
}
