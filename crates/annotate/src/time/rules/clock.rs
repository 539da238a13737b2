//! Times of day.

use super::super::{Found, Tokens};
use rapporteur_core::{TimeForm, TimeKind};

/// "6.13am", "5:30 a.m.", "8 p.m.", "22:30", "15:11 GMT", "noon", "midnight", "10 o'clock".
pub(super) fn clock(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (hour, minute, at) = hour_and_minute(t, i)?;
    let (hour, end) = match half_of_day(t, at, hour) {
        Some(found) => found,
        None => (hour, at),
    };
    let end = zone(t, end);
    ((0..=23).contains(&hour) && (0..=59).contains(&minute)).then_some(Found {
        end,
        kind: TimeKind::Time,
        form: TimeForm::Clock { hour, minute },
    })
}

/// Hour, minute and the index after them. A bare number needs "am" or "o'clock" behind it.
fn hour_and_minute(t: &Tokens<'_>, i: usize) -> Option<(i8, i8, usize)> {
    let word = t.word(i);
    match word.to_ascii_lowercase().as_str() {
        "noon" | "midday" => return Some((12, 0, i + 1)),
        "midnight" => return Some((0, 0, i + 1)),
        _ => {}
    }
    let digits = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (hour, rest) = word.split_at(digits);
    let hour: i8 = (1..=2).contains(&hour.len()).then(|| hour.parse().ok()).flatten()?;
    // "22:30", "6:10 a.m.", "6:00am": two words with a colon between them.
    if rest.is_empty() && t.gap(i) == ":" && t.gap_before(i) != ":" {
        let minutes = t.word(i + 1);
        let minute: i8 = minutes.get(..2).and_then(|m| m.parse().ok())?;
        let tail = minutes.get(2..)?;
        if tail.is_empty() {
            return Some((hour, minute, i + 2));
        }
        return meridiem(tail).map(|pm| (to_24(hour, pm), minute, i + 2));
    }
    // "6.13am"
    if let Some(minutes) = rest.strip_prefix('.') {
        let minute: i8 = minutes.get(..2).and_then(|m| m.parse().ok())?;
        return match minutes.get(2..)? {
            "" => half_of_day(t, i + 1, hour).map(|_| (hour, minute, i + 1)),
            tail => meridiem(tail).map(|pm| (to_24(hour, pm), minute, i + 1)),
        };
    }
    // "6am"
    if let Some(pm) = meridiem(rest) {
        return (hour <= 12).then_some((to_24(hour, pm), 0, i + 1));
    }
    rest.is_empty().then_some(())?;
    if t.space(i) && t.any(i + 1, &["o'clock", "o’clock"]) {
        return Some((hour, 0, i + 2));
    }
    (hour <= 12 && half_of_day(t, i + 1, hour).is_some()).then_some((hour, 0, i + 1))
}

fn meridiem(word: &str) -> Option<bool> {
    match word.to_ascii_lowercase().as_str() {
        "am" => Some(false),
        "pm" => Some(true),
        _ => None,
    }
}

fn to_24(hour: i8, pm: bool) -> i8 {
    match (hour, pm) {
        (12, false) => 0,
        (12, true) => 12,
        (hour, false) => hour,
        (hour, true) => hour.saturating_add(12),
    }
}

/// "a.m.", "pm" at word `at`, after an hour: the hour of 24 and the index after it.
fn half_of_day(t: &Tokens<'_>, at: usize, hour: i8) -> Option<(i8, usize)> {
    (at > 0 && t.space(at - 1)).then_some(())?;
    let word = t.word(at);
    if let Some(pm) = meridiem(word) {
        return Some((to_24(hour, pm), at + 1));
    }
    let pm = match word {
        "a" | "A" => false,
        "p" | "P" => true,
        "A.M" => return Some((to_24(hour, false), at + 1)),
        "P.M" => return Some((to_24(hour, true), at + 1)),
        _ => return None,
    };
    (t.gap(at) == "." && t.is(at + 1, "m")).then_some((to_24(hour, pm), at + 2))
}

/// The index after a time zone: "GMT", "local time", "Hawaii time".
fn zone(t: &Tokens<'_>, end: usize) -> usize {
    const ZONES: &[&str] = &[
        "GMT", "UTC", "BST", "CET", "CEST", "EST", "EDT", "ET", "CST", "CDT", "PST", "PDT", "PT",
        "MSK", "JST", "KST", "IST", "AEST",
    ];
    let gap = t.gap(end.saturating_sub(1));
    if !(gap == " " || gap == ". ") {
        return end;
    }
    if ZONES.contains(&t.word(end)) {
        return end + 1;
    }
    let time = t.space(end) && t.is(end + 1, "time");
    if time && (t.is(end, "local") || t.capital(end)) { end + 2 } else { end }
}
