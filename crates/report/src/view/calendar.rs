//! Days as a newspaper writes them.

use jiff::civil::Date;
use rapporteur_core::When;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(date: Date) -> &'static str {
    MONTHS.get(usize::try_from(date.month() - 1).unwrap_or(0)).copied().unwrap_or_default()
}

/// "14 October 2025"
pub(crate) fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// A stretch of the calendar: "14 October 2025", "October 2025", "2025", "10–13 January 2022".
pub(crate) fn stretch(when: &When) -> String {
    let (first, last) = (when.first, when.last);
    let whole_months = first.day() == 1 && last.day() == last.days_in_month();
    let same_year = first.year() == last.year();
    let same_month = same_year && first.month() == last.month();
    if first == last {
        day(first)
    } else if whole_months && first.month() == 1 && last.month() == 12 {
        if same_year {
            first.year().to_string()
        } else {
            format!("{}–{}", first.year(), last.year())
        }
    } else if whole_months && same_month {
        format!("{} {}", month(first), first.year())
    } else if whole_months && same_year {
        format!("{}–{} {}", month(first), month(last), first.year())
    } else if same_month {
        format!("{}–{}", first.day(), day(last))
    } else if same_year {
        format!("{} {} – {}", first.day(), month(first), day(last))
    } else {
        format!("{} – {}", day(first), day(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn written(first: Date, last: Date) -> String {
        stretch(&When { first, last, value: String::new() })
    }

    #[test]
    fn stretches_read_as_in_a_newspaper() {
        assert_eq!(written(date(2025, 10, 14), date(2025, 10, 14)), "14 October 2025");
        assert_eq!(written(date(2024, 2, 1), date(2024, 2, 29)), "February 2024");
        assert_eq!(written(date(2014, 1, 1), date(2014, 12, 31)), "2014");
        assert_eq!(written(date(1990, 1, 1), date(1999, 12, 31)), "1990–1999");
        assert_eq!(written(date(2022, 1, 10), date(2022, 1, 13)), "10–13 January 2022");
        assert_eq!(
            written(date(2021, 12, 30), date(2022, 1, 2)),
            "30 December 2021 – 2 January 2022"
        );
    }
}
