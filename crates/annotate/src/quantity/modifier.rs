//! Words that say how exact a number claims to be.

use crate::time::Tokens;
use rapporteur_core::Modifier;

/// Phrases before a number, longest first where one begins another.
const BEFORE: &[(&[&str], Modifier)] = &[
    (&["a", "little", "more", "than"], Modifier::MoreThan),
    (&["slightly", "more", "than"], Modifier::MoreThan),
    (&["slightly", "less", "than"], Modifier::Nearly),
    (&["just", "more", "than"], Modifier::MoreThan),
    (&["no", "more", "than"], Modifier::AtMost),
    (&["not", "more", "than"], Modifier::AtMost),
    (&["no", "fewer", "than"], Modifier::AtLeast),
    (&["no", "less", "than"], Modifier::AtLeast),
    (&["as", "many", "as"], Modifier::AtMost),
    (&["as", "much", "as"], Modifier::AtMost),
    (&["more", "than"], Modifier::MoreThan),
    (&["greater", "than"], Modifier::MoreThan),
    (&["upwards", "of"], Modifier::MoreThan),
    (&["upward", "of"], Modifier::MoreThan),
    (&["in", "excess", "of"], Modifier::MoreThan),
    (&["just", "over"], Modifier::MoreThan),
    (&["well", "over"], Modifier::MoreThan),
    (&["fewer", "than"], Modifier::LessThan),
    (&["less", "than"], Modifier::LessThan),
    (&["just", "under"], Modifier::Nearly),
    (&["just", "short", "of"], Modifier::Nearly),
    (&["close", "to"], Modifier::Nearly),
    (&["up", "to"], Modifier::AtMost),
    (&["at", "most"], Modifier::AtMost),
    (&["at", "least"], Modifier::AtLeast),
    (&["a", "minimum", "of"], Modifier::AtLeast),
    (&["a", "maximum", "of"], Modifier::AtMost),
    (&["an", "estimated"], Modifier::About),
    (&["estimated"], Modifier::About),
    (&["just", "about"], Modifier::About),
    (&["nearly"], Modifier::Nearly),
    (&["almost"], Modifier::Nearly),
    (&["about"], Modifier::About),
    (&["around"], Modifier::About),
    (&["some"], Modifier::About),
    (&["roughly"], Modifier::About),
    (&["approximately"], Modifier::About),
    (&["circa"], Modifier::About),
    (&["over"], Modifier::MoreThan),
    (&["exceeding"], Modifier::MoreThan),
    (&["under"], Modifier::LessThan),
    (&["below"], Modifier::LessThan),
    (&["minimum"], Modifier::AtLeast),
    (&["maximum"], Modifier::AtMost),
];

/// The modifier that begins at word `i`, and the index of the number after it.
pub(crate) fn before(t: &Tokens<'_>, i: usize) -> Option<(Modifier, usize)> {
    BEFORE
        .iter()
        .find_map(|(words, modifier)| Some((*modifier, t.phrase(i, words)?)))
        .filter(|(_, at)| t.mark(at - 1, &["", "$", "€", "£", "¥", "US$", "A$", "C$", "HK$"]))
}

/// The modifier that stands after a number, from word `i` on, and the index after it: "or so", "or
/// more", "or less".
pub(crate) fn after(t: &Tokens<'_>, i: usize) -> Option<(Modifier, usize)> {
    if i == 0 || !t.space(i - 1) {
        return None;
    }
    const AFTER: [(&[&str], Modifier); 5] = [
        (&["or", "so"], Modifier::About),
        (&["or", "more"], Modifier::AtLeast),
        (&["or", "fewer"], Modifier::AtMost),
        (&["or", "less"], Modifier::AtMost),
        (&["or", "thereabouts"], Modifier::About),
    ];
    AFTER.iter().find_map(|(words, modifier)| Some((*modifier, t.phrase(i, words)?)))
}
