//! Numbers with what they count.
//!
//! A number is read with the words before it that say how exact it is ([`modifier`]), a range is
//! read as one, and what stands behind it says what it measures ([`unit`]); where nothing does, the
//! number counts the noun that follows ([`counted`]). Numbers inside dates are left to
//! [`crate::time`]; lengths of time are both.

mod counted;
pub(crate) mod modifier;
pub(crate) mod numeral;
mod unit;

#[cfg(test)]
mod tests;

use crate::time::Tokens;
use numeral::{Numeral, digits_value, numeral, ordinal};
use rapporteur_core::{AnnotatedArticle, Modifier, Quantity, Span, TimeExpression, TimeKind, Unit};
use unit::Measure;

/// Finds the numbers of an article.
pub(crate) fn find(article: &mut AnnotatedArticle) {
    let text = &article.article.text;
    let mut out = Vec::new();
    for sentence in &article.sentences {
        let tokens = Tokens::of(text, sentence.span);
        let mut i = 0;
        while i < tokens.len() {
            match at(&tokens, i) {
                Some((quantities, end)) if end > i => {
                    out.extend(
                        quantities.into_iter().filter(|q| !in_date(&article.times, q.number)),
                    );
                    i = end;
                }
                _ => i += 1,
            }
        }
    }
    article.quantities = out;
}

/// Whether a number is part of a date or a time of day.
fn in_date(times: &[TimeExpression], number: Span) -> bool {
    let first = times.partition_point(|t| t.span.end() <= number.start());
    times.get(first).is_some_and(|t| {
        t.span.overlaps(number) && !matches!(t.kind, TimeKind::Duration | TimeKind::Set)
    })
}

/// The quantities that begin at word `i` and the index after them. A vote ("348-77") is two.
fn at(t: &Tokens<'_>, i: usize) -> Option<(Vec<Quantity>, usize)> {
    if let Some(found) = score(t, i) {
        return Some(found);
    }
    let (modifier, number_at) = match modifier::before(t, i) {
        // The letters of "US$" are a word of their own.
        Some((modifier, at)) if t.mark(at, &["$"]) => (modifier, at + 1),
        Some((modifier, at)) => (modifier, at),
        None => (Modifier::Exact, i),
    };
    one(t, i, number_at, modifier).map(|(quantity, end)| (vec![quantity], end))
}

/// "348-77" and "97–1": two counts, where the first is the greater or nothing is counted.
fn score(t: &Tokens<'_>, i: usize) -> Option<(Vec<Quantity>, usize)> {
    let (first, second, end) = match t.word(i).split_once('-') {
        Some((a, b)) => {
            let start = t.span(i).start();
            let (a_span, b_span) = (
                Span::new(start, start + a.len()),
                Span::new(start + a.len() + 1, t.span(i).end()),
            );
            ((a, a_span), (b, b_span), i + 1)
        }
        None if t.dash(i) && !t.gap(i).contains(' ') => {
            ((t.word(i), t.span(i)), (t.word(i + 1), t.span(i + 1)), i + 2)
        }
        None => return None,
    };
    let digits = |w: &str| !w.is_empty() && w.len() < 8 && w.bytes().all(|b| b.is_ascii_digit());
    (digits(first.0) && digits(second.0)).then_some(())?;
    let (a, b) = (digits_value(first.0)?, digits_value(second.0)?);
    let ranged = a < b && (counted::noun(t, end).is_some() || unit::after(t, end).is_some());
    let count = |(_, span): (&str, Span), value: f64| Quantity {
        span,
        number: span,
        low: value,
        high: value,
        modifier: Modifier::Exact,
        unit: Unit::Count,
        counted: None,
    };
    (!ranged).then(|| (vec![count(first, a), count(second, b)], end))
}

/// One quantity whose phrase begins at word `from` and whose number at word `at`.
fn one(t: &Tokens<'_>, from: usize, at: usize, modifier: Modifier) -> Option<(Quantity, usize)> {
    if let Some(found) = hyphened(t, from, at, modifier).or_else(|| joined(t, from, at, modifier)) {
        return Some(found);
    }
    if let Some(value) = ordinal(t.word(at)) {
        return place(t, from, at, value);
    }
    let range = range(t, at)?;
    let money = unit::currency_before(t, range.first);
    // "Resolution 2375" is a name.
    if money.is_none() && t.preceded(range.first, NUMBERED) {
        return None;
    }
    if t.is(range.first, "one") && range.end == range.first + 1 && !counts_one(t, at) {
        return None;
    }
    let mut end = range.end;
    let mut measure = match money {
        Some(_) => None,
        None => unit::after(t, range.end),
    };
    // "nine people", "12 percent or so", "ten or more people"
    let mut modifier = modifier;
    if let Some((after, at)) = modifier::after(t, end) {
        modifier = after;
        end = at;
        measure = measure.or_else(|| unit::after(t, end));
    }
    let mut noun = None;
    let (unit, factor, offset) = match (&money, measure) {
        (Some((currency, _)), _) => (Unit::Money((*currency).to_owned()), 1.0, 0.0),
        (None, Some(found)) => {
            end = end.max(found.end);
            if let Some((after, at)) = modifier::after(t, end) {
                modifier = after;
                end = at;
            }
            (found.unit, found.factor, found.offset)
        }
        (None, None) => {
            noun = counted::noun(t, end);
            if let Some((_, at)) = noun {
                end = at;
            }
            if t.preceded(range.first, &["aged", "age"]) {
                noun = None;
                end = range.end;
                (Unit::Age, 1.0, 0.0)
            } else {
                (Unit::Count, 1.0, 0.0)
            }
        }
    };
    let number = t.hull(range.first, range.end);
    let mut span = t.hull(from.min(range.first), end);
    if let Some((_, start)) = money {
        span = span.hull(Span::new(start, start));
    }
    if t.gap(end.saturating_sub(1)).starts_with('%') && unit == Unit::Percent {
        span = span.hull(Span::new(span.end(), span.end() + 1));
    }
    let quantity = Quantity {
        span,
        number,
        low: range.low * factor + offset,
        high: range.high * factor + offset,
        modifier,
        unit,
        counted: noun.map(|(span, _)| span),
    };
    (quantity.low.is_finite() && quantity.high.is_finite()).then_some((quantity, end))
}

/// Nouns that a number follows as a name.
const NUMBERED: &[&str] = &[
    "resolution",
    "resolutions",
    "flight",
    "article",
    "section",
    "chapter",
    "page",
    "room",
    "route",
    "highway",
    "channel",
    "number",
    "no",
];

/// Whether "one" at word `i` counts: "one soldier", not "one of them", "no one", "one another".
fn counts_one(t: &Tokens<'_>, i: usize) -> bool {
    !t.preceded(i, &["no", "the", "this", "that", "any", "every", "each", "which", "another"])
        && (unit::after(t, i + 1).is_some()
            || counted::noun(t, i + 1).is_some_and(|_| !t.any(i + 1, &["day", "thing", "point"])))
}

/// A number or a range of two.
struct Range {
    first: usize,
    end: usize,
    low: f64,
    high: f64,
}

/// "10 to 20", "10–20", "between 5 and 7", "10"; "two or three".
fn range(t: &Tokens<'_>, at: usize) -> Option<Range> {
    let between = t.any(at, &["between", "from"]) && t.space(at);
    let first = at + usize::from(between);
    if let Some((a, b)) = t.word(first).split_once('-')
        && let (Some(low), Some(high)) = (digits_value(a), digits_value(b))
        && low < high
    {
        return Some(Range { first, end: first + 1, low, high });
    }
    let low = numeral(t, first)?;
    let single = |n: Numeral| Range { first, end: n.end, low: n.low, high: n.high };
    let word = t.word(low.end);
    let link = t.space(low.end - 1)
        && match (between, t.is(at, "between")) {
            (true, true) => word.eq_ignore_ascii_case("and"),
            _ => word.eq_ignore_ascii_case("to") || word.eq_ignore_ascii_case("or"),
        };
    let second = if link && (t.space(low.end) || unit::currency_before(t, low.end + 1).is_some()) {
        numeral(t, low.end + 1)
    } else if t.dash(low.end - 1) {
        numeral(t, low.end)
    } else {
        None
    };
    match second {
        Some(high) if low.high < high.high => {
            // "5 to 7 million": the scale of the second is meant for both.
            let scale = high.low / digits_or(t, low.end, high);
            let lift = if low.high < scale && scale >= 1e3 { scale } else { 1.0 };
            Some(Range { first, end: high.end, low: low.low * lift, high: high.high })
        }
        _ if between => None,
        _ => Some(single(low)),
    }
}

/// The plain digits of the second number of a range, to see the scale behind it.
fn digits_or(t: &Tokens<'_>, low_end: usize, high: Numeral) -> f64 {
    (low_end..high.end)
        .find_map(|i| digits_value(t.word(i)))
        .filter(|v| *v > 0.0)
        .unwrap_or(high.low.max(1.0))
}

/// "third round", "15th anniversary": a place in an order, with the noun that has it.
fn place(t: &Tokens<'_>, from: usize, at: usize, value: i32) -> Option<(Quantity, usize)> {
    // "the second of three talks" orders nothing that stands behind it.
    (from == at && !t.is(at + 1, "of")).then_some(())?;
    let (noun, end) = counted::noun(t, at + 1)?;
    Some((
        Quantity {
            span: t.hull(at, end),
            number: t.span(at),
            low: f64::from(value),
            high: f64::from(value),
            modifier: Modifier::Exact,
            unit: Unit::Ordinal,
            counted: Some(noun),
        },
        end,
    ))
}

/// "15-year-old", "three-day", "30-nation", "five-kilometre": number and what it measures in one
/// word.
fn hyphened(
    t: &Tokens<'_>,
    from: usize,
    at: usize,
    modifier: Modifier,
) -> Option<(Quantity, usize)> {
    let word = t.word(at);
    let start = t.span(at).start();
    let cut = word.match_indices('-').map(|(cut, _)| cut).find(|cut| {
        let rest = word.get(cut + 1..).unwrap_or_default();
        rest.starts_with(|c: char| c.is_alphabetic()) && numeral_of(rest).is_none()
    })?;
    let value = numeral_of(word.get(..cut)?)?;
    let rest = word.get(cut + 1..)?;
    let measure = if ["year-old", "year-olds"].iter().any(|a| rest.eq_ignore_ascii_case(a)) {
        Measure::of(Unit::Age, at + 1)
    } else {
        match unit::named(rest) {
            Some((unit, factor)) => Measure { factor, ..Measure::of(unit, at + 1) },
            // "30-nation", not "two-thirds" or "one-sided".
            None if rest.ends_with("ed") || rest.ends_with('s') || rest.contains('-') => {
                return None;
            }
            None => Measure::of(Unit::Count, at + 1),
        }
    };
    let counted =
        (measure.unit == Unit::Count).then(|| Span::new(start + cut + 1, t.span(at).end()));
    Some((
        Quantity {
            span: t.hull(from, at + 1),
            number: Span::new(start, start + cut),
            low: value * measure.factor,
            high: value * measure.factor,
            modifier,
            unit: measure.unit,
            counted,
        },
        at + 1,
    ))
}

/// "90km", "45kg": digits and a short unit in one word.
fn joined(t: &Tokens<'_>, from: usize, at: usize, modifier: Modifier) -> Option<(Quantity, usize)> {
    let word = t.word(at);
    let cut = word.find(|c: char| c.is_alphabetic()).filter(|c| *c > 0)?;
    let value = digits_value(word.get(..cut)?)?;
    let (unit, factor) = unit::short(word.get(cut..)?)?;
    let start = t.span(at).start();
    Some((
        Quantity {
            span: t.hull(from, at + 1),
            number: Span::new(start, start + cut),
            low: value * factor,
            high: value * factor,
            modifier,
            unit,
            counted: None,
        },
        at + 1,
    ))
}

/// The value of a number that is a word of its own.
fn numeral_of(word: &str) -> Option<f64> {
    let alone = Tokens::of(word, Span::new(0, word.len()));
    numeral(&alone, 0).filter(|n| n.end == alone.len() && n.low == n.high).map(|n| n.low)
}
