//! Days as metadata write them.

use crate::pattern::Pattern;
use jiff::civil::Date;
use regex::Captures;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

static ISO: Pattern = Pattern::new(r"^\D{0,3}(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\D|$)");
static COMPACT: Pattern = Pattern::new(r"^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$");
static DAY_MONTH: Pattern =
    Pattern::new(r"(?i)\b(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})\b");
static MONTH_DAY: Pattern =
    Pattern::new(r"(?i)\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b");
static IN_URL: Pattern =
    Pattern::new(r"(?i)[/_-]((?:19|20)\d{2})[/_-](\d{1,2}|[a-z]{3})[/_-](\d{1,2})(?:[/_.?-]|$)");
static IN_URL_COMPACT: Pattern =
    Pattern::new(r"[/_-]((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[/_.?-]|$)");

/// The day in `text`: ISO 8601 with or without a time, RFC 2822, `12 January 2022`,
/// `January 12, 2022`. All-figure dates that begin with the day or the month are ambiguous and give
/// nothing.
pub(crate) fn parse(text: &str) -> Option<Date> {
    let text = text.trim();
    let text = match text.char_indices().nth(64) {
        Some((end, _)) => &text[..end],
        None => text,
    };
    find(&ISO, text)
        .and_then(|c| ymd(&c, 1, 2, 3))
        .or_else(|| find(&COMPACT, text).and_then(|c| ymd(&c, 1, 2, 3)))
        .or_else(|| find(&DAY_MONTH, text).and_then(|c| ymd(&c, 3, 2, 1)))
        .or_else(|| find(&MONTH_DAY, text).and_then(|c| ymd(&c, 3, 1, 2)))
}

/// The day in the path of `url`: `/2022/01/12/`, `/2022/jan/12/`, `-20220112.html`.
pub(crate) fn in_url(url: &str) -> Option<Date> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    find(&IN_URL, path).or_else(|| find(&IN_URL_COMPACT, path)).and_then(|c| ymd(&c, 1, 2, 3))
}

fn find<'t>(pattern: &Pattern, text: &'t str) -> Option<Captures<'t>> {
    pattern.get()?.captures(text)
}

fn ymd(found: &Captures<'_>, year: usize, month: usize, day: usize) -> Option<Date> {
    let word = found.get(month)?.as_str();
    let month = match word.parse() {
        Ok(number) => number,
        Err(_) => month_number(word)?,
    };
    let date = Date::new(
        found.get(year)?.as_str().parse().ok()?,
        month,
        found.get(day)?.as_str().parse().ok()?,
    )
    .ok()?;
    (1900..2200).contains(&date.year()).then_some(date)
}

/// 1 to 12 for an English month name or its abbreviation.
fn month_number(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let start = word.get(..3)?;
    let index = MONTHS.iter().position(|m| *m == start)?;
    i8::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_as_metadata_write_them() {
        for text in [
            "2022-01-12",
            "2022-01-12T18:30:00+01:00",
            "2022-01-12 18:30:00",
            "20220112",
            "20220112T183000Z",
            "Wed, 12 Jan 2022 18:30:00 GMT",
            "12 January 2022",
            "January 12th, 2022",
            "2022/1/12",
        ] {
            assert_eq!(parse(text), Some(date(2022, 1, 12)), "{text}");
        }
        for text in ["", "12/01/2022", "2022-13-40", "yesterday", "id 2022011299"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_url_may_hold_its_day() {
        let day = Some(date(2022, 1, 12));
        assert_eq!(in_url("https://a.example/2022/01/12/talks"), day);
        let other = Some(date(2019, 11, 19));
        assert_eq!(in_url("https://a.example/2019/11/19/talks"), other);
        assert_eq!(in_url("https://a.example/world/2022/jan/12/talks"), day);
        assert_eq!(in_url("https://a.example/talks-20220112.html"), day);
        assert_eq!(in_url("https://a.example/article/20221399/"), None);
    }
}
