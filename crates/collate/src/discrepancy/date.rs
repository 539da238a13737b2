//! When something happened, or will.
//!
//! Compares days and times of day that stand beside the same rarer words in different articles,
//! as the dates of the accounts resolve them. Speaks where the two stretches of the calendar have
//! no day in common, or two times of day differ. Silent where one article speaks of both (then
//! they are two happenings), about stretches longer than a day, where both say the same weekday
//! (then the days of the accounts are in doubt, not the happening), and where an account's day is
//! not known well enough to resolve its words.

use super::Accounts;
use super::alike::{Context, Likeness, components, context};
use rapporteur_core::{
    ArticleId, Discrepancy, DiscrepancyKind, DiscrepantReading, Evidence, TimeForm, TimeKind, When,
};

/// How alike the words around two dates must be.
const ALIKE: f64 = 0.42;
/// The same for times of day, of which a story has few.
const ALIKE_CLOCK: f64 = 0.2;
/// So many words of note must stand around each.
const LEAST_WORDS: usize = 3;

/// What an expression of time comes to.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Day {
        when: When,
        /// The weekday that the words name.
        weekday: Option<i8>,
    },
    /// Minutes after midnight.
    Clock(i32),
}

struct Dated {
    context: Context,
    value: Value,
}

/// See the module.
pub(super) fn find(accounts: &Accounts<'_>) -> Vec<Discrepancy> {
    let dated = dated(accounts);
    let likeness = Likeness::new(dated.iter().map(|d| &d.context.stems).collect());
    let links: Vec<(usize, usize)> = likeness
        .candidates()
        .into_iter()
        .filter(|&(a, b)| match (dated.get(a), dated.get(b)) {
            (Some(x), Some(y)) => {
                x.context.place.article != y.context.place.article
                    && differ(&x.value, &y.value)
                    && likeness.of(a, b) >= least(&x.value)
                    && !says_both(&dated, a, b, &likeness)
            }
            _ => false,
        })
        .collect();
    components(dated.len(), &links)
        .into_iter()
        .map(|group| {
            let members: Vec<&Dated> = group.iter().filter_map(|i| dated.get(*i)).collect();
            let about = members
                .first()
                .and_then(|d| sentence(accounts, d.context.place))
                .unwrap_or_default();
            let readings = members
                .iter()
                .map(|d| DiscrepantReading {
                    evidence: d.context.place,
                    value: match &d.value {
                        Value::Day { when, .. } => when.value.clone(),
                        Value::Clock(minutes) => {
                            format!("{:02}:{:02}", minutes / 60, minutes % 60)
                        }
                    },
                })
                .collect();
            accounts.discrepancy(DiscrepancyKind::Date, about, readings)
        })
        .collect()
}

fn dated(accounts: &Accounts<'_>) -> Vec<Dated> {
    let mut out = Vec::new();
    for id in &accounts.story.articles {
        let Some(article) = accounts.articles.get(id.index()) else {
            continue;
        };
        for (index, time) in article.times.iter().enumerate() {
            let value = match (&time.form, time.kind) {
                (TimeForm::Clock { hour, minute }, _) => {
                    Some(Value::Clock(i32::from(*hour) * 60 + i32::from(*minute)))
                }
                (_, TimeKind::Date) => {
                    accounts.dates.when(*id, index).filter(|w| w.is_day()).map(|when| Value::Day {
                        when: when.clone(),
                        weekday: match &time.form {
                            TimeForm::Weekday { weekday, .. } => Some(*weekday),
                            _ => None,
                        },
                    })
                }
                _ => None,
            };
            let Some(value) = value else { continue };
            let mut context = context(article, Evidence { article: *id, span: time.span });
            context.stems.retain(|stem| !CALENDAR.contains(&stem.as_str()));
            if context.stems.len() >= LEAST_WORDS {
                out.push(Dated { context, value });
            }
        }
    }
    out
}

fn least(value: &Value) -> f64 {
    match value {
        Value::Day { .. } => ALIKE,
        Value::Clock(_) => ALIKE_CLOCK,
    }
}

fn differ(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Day { when: a, weekday: x }, Value::Day { when: b, weekday: y }) => {
            (a.last < b.first || b.last < a.first) && (x.is_none() || x != y)
        }
        (Value::Clock(a), Value::Clock(b)) => a != b,
        _ => false,
    }
}

/// Whether the article of one of the two has a date that agrees with the other beside words as
/// much alike: it then speaks of two happenings.
fn says_both(dated: &[Dated], a: usize, b: usize, likeness: &Likeness<'_>) -> bool {
    let agrees = |here: usize, there: usize| {
        let (Some(x), Some(y)) = (dated.get(here), dated.get(there)) else {
            return false;
        };
        let article: ArticleId = x.context.place.article;
        let first = dated.partition_point(|d| d.context.place.article < article);
        dated
            .iter()
            .enumerate()
            .skip(first)
            .take_while(|(_, d)| d.context.place.article == article)
            .any(|(other, d)| {
                other != here
                    && !differ(&d.value, &y.value)
                    && std::mem::discriminant(&d.value) == std::mem::discriminant(&y.value)
                    && likeness.of(other, there) >= ALIKE / 2.0
            })
    };
    agrees(a, b) || agrees(b, a)
}

fn sentence(accounts: &Accounts<'_>, place: Evidence) -> Option<String> {
    let article = accounts.articles.get(place.article.index())?;
    let sentence = article.sentence_at(place.span.start())?;
    Some(article.words(sentence.span).to_owned())
}

/// Stems of words of the calendar: what is compared, not what is dated.
const CALENDAR: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "today",
    "yesterday",
    "tomorrow",
    "week",
    "month",
    "year",
    "day",
    "morn",
    "morning",
    "even",
    "evening",
    "night",
    "afternoon",
    "last",
    "next",
    "late",
    "earli",
    "early",
    "local",
    "time",
    "hour",
    "said",
    "sai",
    "say",
    "told",
    "ago",
];
