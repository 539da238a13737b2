//! Whether two numbers can both be right.

use super::{Modifier, Quantity, Unit};

/// How far "about" reaches, as a share of the value: "around 100,000" is 90,000 to 110,000.
const ABOUT: f64 = 0.1;
/// How far below its value "nearly" reaches: "nearly four hours" is 3 h 36 to 4 h.
const NEARLY: f64 = 0.1;
/// How far above its value "more than" is still meant: "more than 200" for 276, not for 500.
/// A writer who knew of 500 would not say "more than 200".
const OPEN: f64 = 0.5;
/// Rounding of a bare number, as a share of the last digit that is not a zero: "100,000" is what
/// somebody writes for 99,600.
const ROUNDING: f64 = 0.5;

/// Whether `a` and `b`, taken at their own word, can both be right about one thing.
///
/// Each number stands for a stretch of values: "four" for what rounds to it when it is round
/// (a figure with no trailing zeros stands for itself alone), "around 100,000" for a tenth either
/// way, "nearly four" for the tenth below, "more than 200" for all up to half as much again. Two
/// agree when their stretches meet and neither leaves out what the other asserts: "nearly four
/// hours" agrees with 3 h 50 min and not with "almost five hours"; 100,000 with "around 100,000";
/// "more than 200" with 276. Quantities of different units never agree; different currencies are
/// different units.
pub fn agrees(a: &Quantity, b: &Quantity) -> bool {
    if a.unit != b.unit || a.unit == Unit::Ordinal {
        return a.unit == b.unit && a.low == b.low && a.high == b.high;
    }
    let (a, b) = (stretch(a), stretch(b));
    a.0 <= b.1 && b.0 <= a.1
}

/// The values for which a quantity stands.
fn stretch(q: &Quantity) -> (f64, f64) {
    let slack = |value: f64| value.abs() * ABOUT;
    let (low, high) = match q.modifier {
        Modifier::Exact => (q.low, q.high),
        Modifier::About => (q.low - slack(q.low), q.high + slack(q.high)),
        Modifier::Nearly => (q.low - q.low.abs() * NEARLY, q.high),
        Modifier::MoreThan | Modifier::AtLeast => (q.low, q.high + q.high.abs() * OPEN),
        Modifier::LessThan | Modifier::AtMost => (q.low - q.low.abs() * OPEN, q.high),
    };
    if q.modifier == Modifier::Exact && q.unit == Unit::Count {
        let round = rounding(q.low).min(rounding(q.high));
        return (low - round, high + round);
    }
    (low, high)
}

/// Half of the unit to which a count of at least two trailing zeros is rounded: 500 for 100,000
/// said by somebody who counts in thousands; 0 for 276 or 40.
fn rounding(value: f64) -> f64 {
    let mut size = 1.0;
    while size < 1e15 && value != 0.0 && value % (size * 10.0) == 0.0 {
        size *= 10.0;
    }
    // Writers who round keep two digits: 100,000 stands for tens of thousands only when it says so.
    let kept = (value.abs() / 100.0).max(1.0);
    if size < 100.0 { 0.0 } else { size.min(kept) * ROUNDING }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;

    fn quantity(low: f64, high: f64, modifier: Modifier, unit: Unit) -> Quantity {
        Quantity {
            span: Span::default(),
            number: Span::default(),
            low,
            high,
            modifier,
            unit,
            counted: None,
        }
    }

    fn hours(value: f64, modifier: Modifier) -> Quantity {
        quantity(value * 3600.0, value * 3600.0, modifier, Unit::Duration)
    }

    fn count(value: f64, modifier: Modifier) -> Quantity {
        quantity(value, value, modifier, Unit::Count)
    }

    #[test]
    fn an_approximation_is_understood() {
        use Modifier::*;
        for (a, b, expected) in [
            (hours(4.0, Nearly), hours(3.0 + 50.0 / 60.0, Exact), true),
            (hours(4.0, Nearly), hours(4.0, Exact), true),
            (hours(4.0, Nearly), hours(5.0, Nearly), false),
            (count(100_000.0, Exact), count(100_000.0, About), true),
            (count(100_000.0, Exact), count(99_700.0, Exact), true),
            (count(100_000.0, About), count(120_000.0, Exact), false),
            (count(200.0, MoreThan), count(276.0, Exact), true),
            (count(200.0, MoreThan), count(500.0, Exact), false),
            (count(20.0, AtLeast), count(18.0, Exact), false),
            (count(20.0, AtMost), count(18.0, Exact), true),
            (count(276.0, Exact), count(277.0, Exact), false),
            (count(40.0, Exact), count(41.0, Exact), false),
            (count(0.0, Exact), count(0.0, About), true),
        ] {
            assert_eq!(agrees(&a, &b), expected, "{a:?} {b:?}");
            assert_eq!(agrees(&b, &a), expected, "{b:?} {a:?}");
        }
    }

    #[test]
    fn a_range_agrees_with_what_lies_in_it() {
        let range = quantity(10.0, 20.0, Modifier::Exact, Unit::Count);
        assert!(agrees(&range, &count(15.0, Modifier::Exact)));
        assert!(!agrees(&range, &count(25.0, Modifier::Exact)));
    }

    #[test]
    fn units_do_not_mix() {
        let dollars = quantity(5.0, 5.0, Modifier::Exact, Unit::Money("USD".to_owned()));
        let euros = quantity(5.0, 5.0, Modifier::Exact, Unit::Money("EUR".to_owned()));
        assert!(!agrees(&dollars, &euros));
        assert!(!agrees(&dollars, &count(5.0, Modifier::Exact)));
    }
}
