//! Quantities of different articles that measure the same thing, and whether they differ.

use super::Accounts;
use super::alike::{Context, Likeness, around, components, context, sense};
use rapporteur_core::words::{is_function_word, words};
use rapporteur_core::{
    AnnotatedArticle, ArticleId, Discrepancy, DiscrepancyKind, DiscrepantReading, Evidence,
    Modifier, Quantity, Unit, agrees,
};
use std::collections::{BTreeMap, BTreeSet};

/// How alike the contexts of two quantities must be.
const ALIKE: f64 = 0.2;
/// The same where the nouns counted are different words for persons.
const ALIKE_PERSONS: f64 = 0.25;
/// The same for lengths of time that say of what ("four hours of talks").
const ALIKE_LASTING: f64 = 0.05;
/// Two lengths of time are rivals only within this factor, other figures within the second.
const NEAR: [f64; 2] = [2.5, 50.0];

/// Figures of one value are one with so much of that likeness.
const SAME_FIGURE: f64 = 0.4;

/// A quantity with what it measures.
struct Measure<'a> {
    quantity: &'a Quantity,
    context: Context,
    /// Stem of the head noun that is counted.
    noun: Option<String>,
}

/// The discrepancies among the quantities that `wanted` takes.
pub(super) fn differences(
    accounts: &Accounts<'_>,
    kind: DiscrepancyKind,
    wanted: fn(&Quantity) -> bool,
) -> Vec<Discrepancy> {
    let measures: Vec<Measure<'_>> = accounts
        .story
        .articles
        .iter()
        .filter_map(|id| Some((*id, accounts.articles.get(id.index())?)))
        .flat_map(|(id, article)| {
            article.quantities.iter().filter(move |q| wanted(q) && !is_noise(article, q)).map(
                move |quantity| Measure {
                    quantity,
                    context: context(article, Evidence { article: id, span: quantity.span }),
                    noun: noun(article, quantity),
                },
            )
        })
        .collect();
    let likeness = Likeness::new(measures.iter().map(|m| &m.context.stems).collect());
    let pairs: Vec<(usize, usize, f64)> = likeness
        .candidates()
        .into_iter()
        .filter_map(|(a, b)| {
            let least = same_measure(measures.get(a)?, measures.get(b)?)?;
            let like = likeness.of(a, b);
            (like >= least * SAME_FIGURE).then_some((a, b, like / least))
        })
        .collect();
    let figures = figures(&measures, &pairs);
    let rivals = rivals(&measures, &figures, &pairs);
    let mut groups = components(figures.len(), &rivals);
    let parted: BTreeSet<usize> = groups.iter().flatten().copied().collect();
    groups.extend(
        (0..figures.len())
            .filter(|f| !parted.contains(f) && bounds_differ(&measures, figures.get(*f)))
            .map(|f| vec![f]),
    );
    groups
        .into_iter()
        .map(|group| {
            let members: Vec<&Measure<'_>> = group
                .iter()
                .filter_map(|f| figures.get(*f))
                .flatten()
                .filter_map(|m| measures.get(*m))
                .collect();
            let readings = members
                .iter()
                .map(|m| DiscrepantReading { evidence: m.context.place, value: value(m.quantity) })
                .collect();
            accounts.discrepancy(kind, about(accounts, &members), readings)
        })
        .collect()
}

/// The measures by figure: those of one value that are near enough to be one thing.
fn figures(measures: &[Measure<'_>], pairs: &[(usize, usize, f64)]) -> Vec<Vec<usize>> {
    let same: Vec<(usize, usize)> = pairs
        .iter()
        .filter(|(a, b, _)| match (measures.get(*a), measures.get(*b)) {
            (Some(a), Some(b)) => {
                a.quantity.low == b.quantity.low && a.quantity.high == b.quantity.high
            }
            _ => false,
        })
        .map(|&(a, b, _)| (a, b))
        .collect();
    let mut out = components(measures.len(), &same);
    let grouped: BTreeSet<usize> = out.iter().flatten().copied().collect();
    out.extend((0..measures.len()).filter(|m| !grouped.contains(m)).map(|m| vec![m]));
    out.sort();
    out
}

/// Whether articles give one figure as exact and as a bound: "seven", "at least seven".
fn bounds_differ(measures: &[Measure<'_>], figure: Option<&Vec<usize>>) -> bool {
    let mut bounds: BTreeMap<ArticleId, BTreeSet<bool>> = BTreeMap::new();
    for measure in figure.into_iter().flatten().filter_map(|m| measures.get(*m)) {
        let bound = match measure.quantity.modifier {
            Modifier::Exact => false,
            Modifier::AtLeast | Modifier::MoreThan | Modifier::AtMost | Modifier::LessThan => true,
            Modifier::About | Modifier::Nearly => continue,
        };
        bounds.entry(measure.context.place.article).or_default().insert(bound);
    }
    let only = |bound: bool| bounds.values().any(|b| b.contains(&bound) && b.len() == 1);
    only(true) && only(false)
}

/// Pairs of figures that measure one thing and cannot both be right. An article that has both
/// means two things by them.
fn rivals(
    measures: &[Measure<'_>],
    figures: &[Vec<usize>],
    pairs: &[(usize, usize, f64)],
) -> Vec<(usize, usize)> {
    let mut figure_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, figure) in figures.iter().enumerate() {
        for member in figure {
            figure_of.insert(*member, index);
        }
    }
    let articles = |figure: usize| -> BTreeSet<ArticleId> {
        figures
            .get(figure)
            .into_iter()
            .flatten()
            .filter_map(|m| measures.get(*m))
            .map(|m| m.context.place.article)
            .collect()
    };
    let mut out = BTreeSet::new();
    for &(a, b, like) in pairs {
        let (Some(x), Some(y)) = (measures.get(a), measures.get(b)) else {
            continue;
        };
        let (Some(&f), Some(&g)) = (figure_of.get(&a), figure_of.get(&b)) else {
            continue;
        };
        if f != g
            && like >= 1.0
            && !agrees(x.quantity, y.quantity)
            && articles(f).is_disjoint(&articles(g))
        {
            out.insert((f.min(g), f.max(g)));
        }
    }
    out.into_iter().collect()
}

/// Whether a number says nothing that accounts could differ on: a part of a date, "one of the".
fn is_noise(article: &AnnotatedArticle, quantity: &Quantity) -> bool {
    let in_time = quantity.unit != Unit::Duration
        && article
            .times
            .get(article.times.partition_point(|t| t.span.end() <= quantity.span.start())..)
            .and_then(|t| t.first())
            .is_some_and(|t| t.span.overlaps(quantity.span));
    in_time || (quantity.unit == Unit::Count && quantity.high <= 1.0)
}

/// The sense of the last word of what is counted; of a length of time, what lasts: "hours of
/// talks", "a conversation of 90 minutes".
fn noun(article: &AnnotatedArticle, quantity: &Quantity) -> Option<String> {
    let text = article.article.text.as_str();
    if quantity.unit != Unit::Duration {
        return words(text, quantity.counted?).last().map(|w| sense(&w.folded).to_owned());
    }
    let all = words(text, around(article, quantity.span));
    let after = all.partition_point(|w| w.span.start() < quantity.span.end());
    let first = all.partition_point(|w| w.span.end() <= quantity.span.start());
    if all.get(after)?.folded == "of" {
        return all
            .get(after + 1..)?
            .iter()
            .take(5)
            .take_while(|w| !is_function_word(&w.folded))
            .last()
            .map(|w| sense(&w.folded).to_owned());
    }
    (all.get(first.checked_sub(1)?)?.folded == "of")
        .then(|| all.get(first - 2..first - 1)?.first())
        .flatten()
        .map(|w| sense(&w.folded).to_owned())
}

/// How alike the contexts of two quantities must be to measure one thing; `None` where they
/// cannot.
fn same_measure(a: &Measure<'_>, b: &Measure<'_>) -> Option<f64> {
    if a.quantity.unit != b.quantity.unit {
        return None;
    }
    let near = NEAR[usize::from(a.quantity.unit != Unit::Duration)];
    let (x, y) = (a.quantity.high.abs(), b.quantity.high.abs());
    if x.max(y) > near * x.min(y) {
        return None;
    }
    match a.quantity.unit {
        Unit::Count => {}
        Unit::Duration if a.noun.is_some() && a.noun == b.noun => return Some(ALIKE_LASTING),
        Unit::Duration if a.noun.is_some() || b.noun.is_some() => return None,
        _ => return Some(ALIKE_PERSONS),
    }
    match (&a.noun, &b.noun) {
        (Some(a), Some(b)) if a == b => Some(ALIKE),
        (Some(a), Some(b)) if persons(a).is_some() && persons(a) == persons(b) => {
            Some(ALIKE_PERSONS)
        }
        _ => None,
    }
}

/// Nouns for persons of which one account may take the one and another the other, by group: those
/// to whom something happens, those who bear arms.
const PERSONS: [&[&str]; 2] = [
    &[
        "=dead",
        "=hurt",
        "=taken",
        "adult",
        "child",
        "children",
        "civilian",
        "consumer",
        "customer",
        "detaine",
        "girl",
        "hostag",
        "man",
        "men",
        "passenger",
        "patient",
        "peopl",
        "people",
        "person",
        "prison",
        "resident",
        "schoolgirl",
        "student",
        "survivor",
        "user",
        "victim",
        "woman",
        "women",
    ],
    &["fighter", "forc", "gunmen", "militant", "officer", "polic", "rebel", "soldier", "troop"],
];

fn persons(noun: &str) -> Option<usize> {
    PERSONS.iter().position(|group| group.contains(&noun))
}

/// What is counted, as the first article has it; the whole phrase where nothing is.
fn about(accounts: &Accounts<'_>, members: &[&Measure<'_>]) -> String {
    members.first().map_or_else(String::new, |m| {
        let place = m.context.place;
        accounts
            .words(Evidence { span: m.quantity.counted.unwrap_or(place.span), ..place })
            .to_owned()
    })
}

/// A quantity in figures: "~4 h", ">200", "143000000".
fn value(quantity: &Quantity) -> String {
    let sign = match quantity.modifier {
        Modifier::Exact => "",
        Modifier::About | Modifier::Nearly => "~",
        Modifier::MoreThan => ">",
        Modifier::AtLeast => "≥",
        Modifier::LessThan => "<",
        Modifier::AtMost => "≤",
    };
    let (low, high) = (quantity.low, quantity.high);
    let amount = |v: f64| -> String {
        if quantity.unit != Unit::Duration {
            return format!("{v}");
        }
        const UNITS: [(f64, &str); 5] =
            [(365.25 * 86_400.0, "a"), (86_400.0, "d"), (3_600.0, "h"), (60.0, "min"), (1.0, "s")];
        let (size, name) = UNITS.into_iter().find(|(size, _)| v >= *size).unwrap_or((1.0, "s"));
        format!("{} {name}", (v / size * 10.0).round() / 10.0)
    };
    if low == high {
        format!("{sign}{}", amount(low))
    } else {
        format!("{sign}{}–{}", amount(low), amount(high))
    }
}
