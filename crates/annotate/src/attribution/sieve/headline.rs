//! Headlines with a colon: "Minister: Talks will go on".
//!
//! Only in headings. The part before the colon is the source when it is short and has no verb.

use super::super::Reading;
use super::super::class::Class;
use super::super::phrase::has_finite;

/// Words before the colon of a headline that has a source there.
const LONGEST_SOURCE: usize = 7;

/// Who may speak in a headline without being named.
const SPEAKERS: &[&str] = &[
    "analysts",
    "army",
    "chief",
    "court",
    "experts",
    "government",
    "judge",
    "lawyer",
    "media",
    "military",
    "minister",
    "ministry",
    "official",
    "officials",
    "police",
    "poll",
    "president",
    "prosecutor",
    "prosecutors",
    "report",
    "reports",
    "source",
    "sources",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "study",
    "survey",
    "union",
    "witness",
    "witnesses",
];

/// Takes headings with a colon.
pub(in super::super) fn find(r: &mut Reading) {
    if !r.p.heading {
        return;
    }
    let p = &r.p;
    let Some(colon) = (0..p.tokens.len()).find(|i| p.get(*i).is_some_and(|t| t.is_mark(&[":"])))
    else {
        return;
    };
    let short = colon > 0 && colon <= LONGEST_SOURCE && !has_finite(p, 0..colon);
    let named = (0..colon).all(|i| {
        p.get(i).is_some_and(|t| {
            t.is_nominal()
                || matches!(t.class, Class::Determiner | Class::Preposition | Class::And)
                || t.possessive
        })
    });
    // "Poll: …" and "Police: …" speak although no mention covers them.
    let speaks = p
        .before(colon)
        .is_some_and(|t| t.speaker || !p.mentions || SPEAKERS.contains(&t.lower.as_str()));
    let end = p.tokens.len();
    if short && named && speaks && colon + 3 < end {
        r.push_one(Some(0..colon), Some(colon..colon + 1), colon + 1..end);
    }
}
