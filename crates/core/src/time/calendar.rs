//! Stretches of the calendar and how they are written (ISO 8601; TIMEX3 for weeks and quarters).

use super::{Part, Season, When};
use jiff::civil::Date;

/// `2022-01-12`.
pub(super) fn day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// `2022-01`.
pub(super) fn month(date: Date) -> String {
    format!("{:04}-{:02}", date.year(), date.month())
}

/// `FROM/TO`, or `FROM` alone where both are the same.
pub(super) fn range(from: &str, to: &str) -> String {
    if from == to { from.to_owned() } else { format!("{from}/{to}") }
}

/// A month of a year.
pub(super) fn of_month(year: i16, month_number: i8) -> Option<When> {
    let first = Date::new(year, month_number, 1).ok()?;
    Some(When { first, last: first.last_of_month(), value: month(first) })
}

/// The months `first` to `last`.
pub(super) fn months(first: Date, last: Date) -> When {
    When {
        first: first.first_of_month(),
        last: last.last_of_month(),
        value: range(&month(first), &month(last)),
    }
}

/// The days `first` to `last`.
pub(super) fn days(first: Date, last: Date) -> When {
    When { first, last, value: range(&day(first), &day(last)) }
}

/// The years `first` to `last`.
pub(super) fn years(first: i16, last: i16) -> Option<When> {
    let whole = |y: i16| format!("{y:04}");
    (0 <= first && first <= last).then_some(())?;
    Some(When {
        first: Date::new(first, 1, 1).ok()?,
        last: Date::new(last, 12, 31).ok()?,
        value: range(&whole(first), &whole(last)),
    })
}

/// The ISO week in which `date` lies, from Monday.
pub(super) fn week(date: Date) -> Option<When> {
    let first = add_days(date, 1 - i64::from(date.weekday().to_monday_one_offset()))?;
    let iso = first.iso_week_date();
    Some(When {
        first,
        last: add_days(first, 6)?,
        value: format!("{:04}-W{:02}", iso.year(), iso.week()),
    })
}

/// Saturday and Sunday of the ISO week in which `date` lies.
pub(super) fn weekend(date: Date) -> Option<When> {
    let week = week(date)?;
    Some(When {
        first: add_days(week.first, 5)?,
        last: week.last,
        value: format!("{}-WE", week.value),
    })
}

/// A quarter of a year.
pub(super) fn quarter(year: i16, number: i8) -> Option<When> {
    (1..=4).contains(&number).then_some(())?;
    let first = Date::new(year, 3 * number - 2, 1).ok()?;
    let last = Date::new(year, 3 * number, 1).ok()?.last_of_month();
    Some(When { first, last, value: format!("{year:04}-Q{number}") })
}

/// The season that begins in `year`.
pub(super) fn season(year: i16, season: Season) -> Option<When> {
    let (from, to, next) = match season {
        Season::Spring => (3, 5, 0),
        Season::Summer => (6, 8, 0),
        Season::Autumn => (9, 11, 0),
        Season::Winter => (12, 2, 1),
    };
    Some(months(Date::new(year, from, 1).ok()?, Date::new(year.checked_add(next)?, to, 1).ok()?))
}

/// `date` moved by whole days; `None` outside the calendar.
pub(super) fn add_days(date: Date, days: i64) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// The first of the month that lies `months` after that of `date`.
pub(super) fn add_months(date: Date, months: i64) -> Option<Date> {
    date.first_of_month().checked_add(jiff::Span::new().try_months(months).ok()?).ok()
}

/// See [`When::part`].
pub(super) fn part(whole: &When, part: Part, account: Option<Date>) -> When {
    let length = i64::from((whole.last - whole.first).get_days());
    let at = |thirds: i64| add_days(whole.first, (length + 1) * thirds / 3).unwrap_or(whole.first);
    let until = |thirds: i64| add_days(at(thirds), -1).unwrap_or(whole.last);
    let inside = account.filter(|d| whole.first <= *d && *d <= whole.last);
    let (first, last) = match part {
        Part::Early => (whole.first, until(1)),
        Part::Mid => (at(1), until(2)),
        Part::Late => (at(2), whole.last),
        Part::Earlier => (whole.first, inside.unwrap_or(whole.last)),
        Part::Later => (inside.unwrap_or(whole.first), whole.last),
    };
    if first > last {
        return whole.clone();
    }
    let value = if whole.value.contains("-W") && matches!(part, Part::Earlier | Part::Later) {
        range(&day(first), &day(last))
    } else {
        whole.value.clone()
    };
    When { first, last, value }
}
