//! Days that have a name and a fixed date.

use super::super::{Found, Tokens};
use super::year_number;
use jiff::civil::Date;
use rapporteur_core::{TimeExpression, TimeForm, When};

/// Name, month, day. Feasts that move (Easter, Ramadan) are not here.
const HOLIDAYS: &[(&[&str], i8, i8)] = &[
    (&["New", "Year", "Eve"], 12, 31),
    (&["New", "Years", "Eve"], 12, 31),
    (&["New", "Year", "Day"], 1, 1),
    (&["New", "Years", "Day"], 1, 1),
    (&["Epiphany"], 1, 6),
    (&["Groundhog", "Day"], 2, 2),
    (&["Valentine", "Day"], 2, 14),
    (&["International", "Women", "Day"], 3, 8),
    (&["St", "Patrick", "Day"], 3, 17),
    (&["April", "Fool", "Day"], 4, 1),
    (&["April", "Fools", "Day"], 4, 1),
    (&["Anzac", "Day"], 4, 25),
    (&["May", "Day"], 5, 1),
    (&["Juneteenth"], 6, 19),
    (&["Canada", "Day"], 7, 1),
    (&["Fourth", "of", "July"], 7, 4),
    (&["July", "Fourth"], 7, 4),
    (&["Bastille", "Day"], 7, 14),
    (&["Assumption", "Day"], 8, 15),
    (&["Halloween"], 10, 31),
    (&["All", "Saints", "Day"], 11, 1),
    (&["Guy", "Fawkes", "Night"], 11, 5),
    (&["Armistice", "Day"], 11, 11),
    (&["Veterans", "Day"], 11, 11),
    (&["Christmas", "Eve"], 12, 24),
    (&["Christmas", "Day"], 12, 25),
    (&["Boxing", "Day"], 12, 26),
];

/// "New Year's Eve", "New Year's Eve 2015", "2015 New Year's Eve", "Christmas Day"; "9/11".
pub(super) fn holiday(t: &Tokens<'_>, i: usize) -> Option<Found> {
    if t.is(i, "9") && t.gap(i) == "/" && (t.is(i + 1, "11") || t.word(i + 1).starts_with("11-")) {
        // A day and a month would have a year behind it.
        let alone = t.gap_before(i) != "/" && t.gap(i + 1) != "/";
        let when = When::day(Date::new(2001, 9, 11).ok()?);
        return alone.then(|| Found::date(i + 2, TimeForm::Absolute(when))).flatten();
    }
    let year_before = year_number(t.word(i)).filter(|_| t.space(i));
    let at = i + usize::from(year_before.is_some());
    t.capital(at).then_some(())?;
    let (words, month, day) = HOLIDAYS.iter().find(|(words, _, _)| named(t, at, words))?;
    let end = at + words.len();
    let year_after = || year_number(t.word(end)).filter(|_| t.space(end - 1));
    Some(match year_before.map(|y| (y, end)).or_else(|| year_after().map(|y| (y, end + 1))) {
        Some((year, end)) => {
            let date = Date::new(year, *month, *day).ok()?;
            Found::date(end, TimeForm::Absolute(When::day(date)))?
        }
        None => {
            Found::date(end, TimeForm::MonthDay { month: *month, day: Some(*day), shift: None })?
        }
    })
}

/// Whether the words stand at `i`, with possessive endings where the name has them ("Year's").
fn named(t: &Tokens<'_>, i: usize, words: &[&str]) -> bool {
    words.iter().enumerate().all(|(k, word)| {
        t.is(i + k, word)
            && (k + 1 == words.len() || t.gap(i + k).trim_start_matches(['.', '\'', '’']) == " ")
    })
}

/// "September 11" without a year means the day of 2001 in an article that names the attacks: "9/11",
/// or the day with the attacks, the terrorists, the hijackers or their victims beside it.
pub(in super::super) fn terror_attacks_of_2001(text: &str, times: &mut [TimeExpression]) {
    let Ok(day) = Date::new(2001, 9, 11) else {
        return;
    };
    let attacks = TimeForm::Absolute(When::day(day));
    let is_day = |time: &TimeExpression| {
        matches!(time.form, TimeForm::MonthDay { month: 9, day: Some(11), .. })
    };
    let named = |time: &TimeExpression| {
        let after: String = text
            .get(time.span.end()..)
            .unwrap_or_default()
            .chars()
            .take(24)
            .flat_map(char::to_lowercase)
            .collect();
        is_day(time)
            && ["attack", "terror", "hijack", "victims"].iter().any(|word| after.contains(word))
    };
    if times.iter().any(|time| time.form == attacks || named(time)) {
        for time in times.iter_mut().filter(|time| is_day(time)) {
            time.form = attacks.clone();
        }
    }
}
