//! Dated happenings in order, with the main one and the gaps between them.

use super::calendar;
use super::sources::{Cite, Sources};
use rapporteur_core::Collation;

/// The calendar of a story.
pub(crate) struct Timeline<'a> {
    pub(crate) happenings: Vec<HappeningView<'a>>,
}

/// One happening.
pub(crate) struct HappeningView<'a> {
    /// "14 October 2025"
    pub(crate) when: String,
    /// ISO 8601 of its first day.
    pub(crate) iso: String,
    /// The sentence that says it best.
    pub(crate) what: Option<Cite<'a>>,
    /// The expressions that carry the date.
    pub(crate) mentions: Vec<Cite<'a>>,
    /// Where it stands to the main event.
    pub(crate) place: Place,
    /// Whether the one before it has the same date.
    pub(crate) same: bool,
    /// How much time lies before it, where that is much: "7 years later".
    pub(crate) gap: Option<String>,
}

/// Where a happening stands to the main event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Before,
    Main,
    After,
}

pub(super) fn build<'a>(sources: &mut Sources<'a>, story: &'a Collation) -> Timeline<'a> {
    let main = story.lead.happening;
    let main_day =
        main.and_then(|index| story.timeline.get(index)).map(|happening| happening.when.last);
    let mut before = None;
    let mut happenings = Vec::new();
    for (index, happening) in story.timeline.iter().enumerate() {
        let mentions: Vec<_> =
            happening.mentions.iter().filter_map(|&mention| sources.cite(mention)).collect();
        let what = sources.cite(happening.what);
        if what.is_none() && mentions.is_empty() {
            continue;
        }
        let place = match main_day {
            _ if Some(index) == main => Place::Main,
            Some(day) if happening.when.first > day => Place::After,
            _ => Place::Before,
        };
        let gap = before.and_then(|before| gap(before, happening.when.first));
        before = Some(happening.when.last);
        let when = calendar::stretch(&happening.when);
        let same = happenings.last().is_some_and(|last: &HappeningView| last.when == when);
        happenings.push(HappeningView {
            when,
            same,
            iso: happening.when.first.to_string(),
            what,
            mentions,
            place,
            gap,
        });
    }
    Timeline { happenings }
}

/// Gaps of more than 45 days, in months or years.
fn gap(from: jiff::civil::Date, to: jiff::civil::Date) -> Option<String> {
    let days = from.until(to).ok()?.get_days();
    let (count, unit) = match days {
        i32::MIN..=45 => return None,
        46..=548 => ((f64::from(days) / 30.44).round() as i32, "month"),
        _ => ((f64::from(days) / 365.25).round() as i32, "year"),
    };
    let plural = if count == 1 { "" } else { "s" };
    Some(format!("{count} {unit}{plural} later"))
}

#[cfg(test)]
mod tests {
    use super::gap;
    use jiff::civil::date;

    #[test]
    fn long_gaps_are_told() {
        assert_eq!(gap(date(2022, 1, 10), date(2022, 1, 12)), None);
        assert_eq!(gap(date(2008, 4, 2), date(2014, 3, 18)).as_deref(), Some("6 years later"));
        assert_eq!(gap(date(2025, 7, 31), date(2025, 10, 14)).as_deref(), Some("2 months later"));
    }
}
