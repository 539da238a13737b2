//! What a number measures, by the words and signs around it.

use crate::time::Tokens;
use rapporteur_core::Unit;

/// A unit with the way to its base.
pub(super) struct Measure {
    pub(super) unit: Unit,
    /// Base values in one of it.
    pub(super) factor: f64,
    /// Added after the factor (degrees Fahrenheit).
    pub(super) offset: f64,
    /// Index after its last word.
    pub(super) end: usize,
}

impl Measure {
    /// A unit that is its own base.
    pub(super) fn of(unit: Unit, end: usize) -> Self {
        Self { unit, factor: 1.0, offset: 0.0, end }
    }
}

/// Makes the unit that a name means.
type MakeUnit = fn() -> Unit;

/// Singular, plural, what it measures, base values in one of it (SI; the Gregorian mean month and
/// year for durations).
const UNITS: &[(&str, &str, MakeUnit, f64)] = &[
    ("second", "seconds", || Unit::Duration, 1.0),
    ("minute", "minutes", || Unit::Duration, 60.0),
    ("hour", "hours", || Unit::Duration, 3600.0),
    ("day", "days", || Unit::Duration, 86_400.0),
    ("week", "weeks", || Unit::Duration, 604_800.0),
    ("fortnight", "fortnights", || Unit::Duration, 1_209_600.0),
    ("month", "months", || Unit::Duration, 2_629_746.0),
    ("year", "years", || Unit::Duration, 31_556_952.0),
    ("decade", "decades", || Unit::Duration, 315_569_520.0),
    ("century", "centuries", || Unit::Duration, 3_155_695_200.0),
    ("percent", "percent", || Unit::Percent, 1.0),
    ("kilometre", "kilometres", || Unit::Length, 1000.0),
    ("kilometer", "kilometers", || Unit::Length, 1000.0),
    ("metre", "metres", || Unit::Length, 1.0),
    ("meter", "meters", || Unit::Length, 1.0),
    ("centimetre", "centimetres", || Unit::Length, 0.01),
    ("centimeter", "centimeters", || Unit::Length, 0.01),
    ("mile", "miles", || Unit::Length, 1609.344),
    ("yard", "yards", || Unit::Length, 0.9144),
    ("foot", "feet", || Unit::Length, 0.3048),
    ("inch", "inches", || Unit::Length, 0.0254),
    ("hectare", "hectares", || Unit::Area, 10_000.0),
    ("acre", "acres", || Unit::Area, 4_046.856_422_4),
    ("kilogram", "kilograms", || Unit::Mass, 1.0),
    ("kilo", "kilos", || Unit::Mass, 1.0),
    ("gram", "grams", || Unit::Mass, 0.001),
    ("tonne", "tonnes", || Unit::Mass, 1000.0),
    // The press means the metric one as often as not; 9 % apart, within what "about" allows.
    ("ton", "tons", || Unit::Mass, 1000.0),
    ("ounce", "ounces", || Unit::Mass, 0.028_349_523_125),
    ("litre", "litres", || Unit::Volume, 1.0),
    ("liter", "liters", || Unit::Volume, 1.0),
    ("gallon", "gallons", || Unit::Volume, 3.785_411_784),
    ("barrel", "barrels", || Unit::Volume, 158.987_294_928),
    ("knot", "knots", || Unit::Speed, 0.514_444),
];

/// Short units, which may stand at the digits: "90km".
const SHORT: &[(&str, MakeUnit, f64)] = &[
    ("km", || Unit::Length, 1000.0),
    ("cm", || Unit::Length, 0.01),
    ("mm", || Unit::Length, 0.001),
    ("ft", || Unit::Length, 0.3048),
    ("kg", || Unit::Mass, 1.0),
    ("lb", || Unit::Mass, 0.453_592_37),
    ("lbs", || Unit::Mass, 0.453_592_37),
    ("mph", || Unit::Speed, 0.447_04),
    ("kph", || Unit::Speed, 1.0 / 3.6),
    ("hrs", || Unit::Duration, 3600.0),
    ("mins", || Unit::Duration, 60.0),
    ("pc", || Unit::Percent, 1.0),
];

/// Names of currencies after a number.
const CURRENCIES: &[(&[&str], &str)] = &[
    (&["dollar", "dollars"], "USD"),
    (&["euro", "euros"], "EUR"),
    (&["rouble", "roubles", "ruble", "rubles"], "RUB"),
    (&["yen"], "JPY"),
    (&["yuan", "renminbi"], "CNY"),
    (&["rupee", "rupees"], "INR"),
    (&["hryvnia", "hryvnias"], "UAH"),
    (&["zloty", "zlotys"], "PLN"),
    (&["shekel", "shekels"], "ILS"),
    (&["naira"], "NGN"),
    (&["lira", "liras"], "TRY"),
    (&["rand"], "ZAR"),
];

/// Codes and signs before a number, the longest first.
const SIGNS: &[(&str, &str)] = &[
    ("US$", "USD"),
    ("A$", "AUD"),
    ("C$", "CAD"),
    ("HK$", "HKD"),
    ("NZ$", "NZD"),
    ("R$", "BRL"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₽", "RUB"),
    ("₹", "INR"),
    ("₩", "KRW"),
    ("₺", "TRY"),
    ("₴", "UAH"),
    ("₪", "ILS"),
];

/// The currency whose sign stands before word `i`, and the byte at which the sign begins.
pub(super) fn currency_before(t: &Tokens<'_>, i: usize) -> Option<(&'static str, usize)> {
    let gap = t.gap_before(i).trim_end();
    let end = t.span(i).start() - (t.gap_before(i).len() - gap.len());
    // "US$": the letters are the word before.
    let letters = match i.checked_sub(1) {
        Some(before) if gap == "$" => t.word(before),
        _ => "",
    };
    let with_letters = format!("{letters}$");
    if !letters.is_empty()
        && let Some((_, code)) = SIGNS.iter().find(|(sign, _)| *sign == with_letters)
    {
        return Some((code, t.span(i - 1).start()));
    }
    SIGNS.iter().find(|(sign, _)| gap.ends_with(sign)).map(|(sign, code)| (*code, end - sign.len()))
}

/// The unit of a single word.
pub(super) fn named(word: &str) -> Option<(Unit, f64)> {
    UNITS
        .iter()
        .find(|(one, many, _, _)| word.eq_ignore_ascii_case(one) || word.eq_ignore_ascii_case(many))
        .map(|(_, _, unit, factor)| (unit(), *factor))
}

/// The short unit that `word` is.
pub(super) fn short(word: &str) -> Option<(Unit, f64)> {
    SHORT.iter().find(|(name, _, _)| *name == word).map(|(_, unit, factor)| (unit(), *factor))
}

/// What the words and signs after word `at - 1` make of the number that ends there.
pub(super) fn after(t: &Tokens<'_>, at: usize) -> Option<Measure> {
    let gap = t.gap(at.checked_sub(1)?);
    if gap.trim_start().starts_with('%') {
        return Some(Measure::of(Unit::Percent, at));
    }
    if let Some(rest) = gap.trim_start().strip_prefix(['°', 'º']) {
        return (rest.is_empty()).then(|| degrees(t, at, at)).flatten();
    }
    t.space(at - 1).then_some(())?;
    if t.is(at, "years") && t.space(at) && t.any(at + 1, &["old", "of"]) {
        let old = t.is(at + 1, "old");
        let of_age = t.is(at + 2, "age") && t.space(at + 1);
        if old || of_age {
            return Some(Measure::of(Unit::Age, at + if old { 2 } else { 3 }));
        }
    }
    if t.phrase(at, &["per", "cent"]).is_some() {
        return Some(Measure::of(Unit::Percent, at + 2));
    }
    if t.phrase(at, &["percentage", "points"]).is_some() {
        return Some(Measure::of(Unit::Percent, at + 2));
    }
    if t.any(at, &["degrees", "degree"]) {
        return degrees(t, at + 1, at + 1);
    }
    if t.is(at, "square") && t.space(at) {
        let (unit, factor) = named(t.word(at + 1)).or_else(|| short(t.word(at + 1)))?;
        return (unit == Unit::Length)
            .then(|| Measure { factor: factor * factor, ..Measure::of(Unit::Area, at + 2) });
    }
    if t.is(at, "nautical") && t.any(at + 1, &["mile", "miles"]) {
        return Some(Measure { factor: 1852.0, ..Measure::of(Unit::Length, at + 2) });
    }
    if t.any(at, &["pounds", "pound"]) {
        // "pounds of explosives" are heavy, "pounds" alone are sterling.
        return Some(if t.space(at) && t.is(at + 1, "of") {
            Measure { factor: 0.453_592_37, ..Measure::of(Unit::Mass, at + 1) }
        } else {
            Measure::of(Unit::Money("GBP".to_owned()), at + 1)
        });
    }
    // "hundreds of billions of dollars", "4 million US dollars"
    let of = usize::from(t.is(at, "of") && t.space(at));
    let us = of + usize::from(t.is(at + of, "US") && t.space(at + of));
    if let Some((_, code)) = CURRENCIES.iter().find(|(names, _)| t.any(at + us, names)) {
        return Some(Measure::of(Unit::Money((*code).to_owned()), at + us + 1));
    }
    let (unit, factor) = named(t.word(at)).or_else(|| short(t.word(at)))?;
    if unit == Unit::Length {
        let per_hour = t
            .phrase(at + 1, &["per", "hour"])
            .or_else(|| t.phrase(at + 1, &["an", "hour"]))
            .or_else(|| (t.gap(at) == "/" && t.is(at + 1, "h")).then_some(at + 2));
        if let Some(end) = per_hour {
            return Some(Measure { factor: factor / 3600.0, ..Measure::of(Unit::Speed, end) });
        }
    }
    Some(Measure { factor, ..Measure::of(unit, at + 1) })
}

/// Degrees, of Fahrenheit where word `at` says so; `end` is where the phrase ends otherwise.
fn degrees(t: &Tokens<'_>, at: usize, end: usize) -> Option<Measure> {
    if t.any(at, &["Fahrenheit", "F"]) {
        return Some(Measure {
            unit: Unit::Temperature,
            factor: 5.0 / 9.0,
            offset: -160.0 / 9.0,
            end: at + 1,
        });
    }
    let said = t.any(at, &["Celsius", "C", "centigrade"]);
    Some(Measure::of(Unit::Temperature, if said { at + 1 } else { end }))
}
