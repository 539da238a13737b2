//! Days of the week.

use super::super::{Found, Tokens, lexicon};
use rapporteur_core::{TimeForm, TimeKind};

/// "Monday", "last Monday", "next Monday", "Monday night", "Friday evening".
pub(super) fn day(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let shift = lexicon::shift(t.word(i)).filter(|_| t.space(i));
    let at = i + usize::from(shift.is_some());
    let weekday = lexicon::weekday(t.word(at))?;
    if lexicon::is_short_weekday(t.word(at)) {
        return None;
    }
    // The names of papers and of days in history: "Bloody Sunday", "Black Friday".
    if shift.is_none() && t.preceded(at, &["Bloody", "Black", "Good", "Easter", "Palm", "Cyber"]) {
        return None;
    }
    let part = t.space(at) && lexicon::part_of_day(t.word(at + 1));
    Found::date(at + 1 + usize::from(part), TimeForm::Weekday { weekday, shift })
}

/// "the weekend", "this weekend", "last weekend", "next weekend".
pub(super) fn weekend(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let shift = lexicon::shift(t.word(i)).filter(|_| t.space(i));
    let lead = shift.is_some() || (t.is(i, "the") && t.space(i));
    (lead && t.is(i + 1, "weekend")).then_some(())?;
    Found::date(i + 2, TimeForm::Weekend { shift })
}

/// "every Monday", "Mondays", "on Sundays".
pub(super) fn every(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let every = t.any(i, &["every", "each"]) && t.space(i);
    let at = i + usize::from(every);
    let weekday =
        if every { lexicon::weekday(t.word(at))? } else { lexicon::weekdays(t.word(at))? };
    Some(Found {
        end: at + 1,
        kind: TimeKind::Set,
        form: TimeForm::Value(format!("XXXX-WXX-{weekday}")),
    })
}
