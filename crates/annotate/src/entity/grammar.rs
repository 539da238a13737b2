//! What single words tell: verbs of speech, finite verbs, gender and number of nouns.

use super::gazetteer::{GAZETTEER, Gender};

/// Verbs that only who can speak does.
pub(crate) fn is_speech_verb(folded: &str) -> bool {
    matches!(
        folded,
        "said"
            | "says"
            | "told"
            | "tells"
            | "added"
            | "adds"
            | "warned"
            | "warns"
            | "claimed"
            | "claims"
            | "insisted"
            | "insists"
            | "stressed"
            | "noted"
            | "notes"
            | "argued"
            | "argues"
            | "wrote"
            | "writes"
            | "tweeted"
            | "asked"
            | "asks"
            | "explained"
            | "acknowledged"
            | "admitted"
            | "announced"
            | "demanded"
            | "urged"
            | "accused"
            | "rejected"
            | "denied"
            | "denies"
            | "confirmed"
            | "reiterated"
            | "called"
            | "stated"
            | "suggested"
            | "declared"
            | "believes"
            | "believed"
            | "thinks"
            | "emphasized"
            | "emphasised"
            | "indicated"
            | "described"
            | "responded"
            | "replied"
            | "recalled"
            | "vowed"
            | "pledged"
            | "promised"
            | "tweets"
            | "concluded"
            | "continued"
            | "revealed"
    )
}

/// Verbs whose subject is a person far more often than a body.
pub(crate) fn is_personal_verb(folded: &str) -> bool {
    matches!(
        folded,
        "thanked"
            | "met"
            | "visited"
            | "smiled"
            | "flew"
            | "resigned"
            | "died"
            | "married"
            | "spoke"
            | "speaks"
            | "tweeted"
            | "stepped"
            | "sat"
            | "stood"
            | "shook"
            | "himself"
            | "herself"
            | "travelled"
            | "traveled"
            | "walked"
            | "laughed"
            | "apologised"
            | "apologized"
            | "nodded"
            | "arrived"
    )
}

/// The gender that a noun for persons tells.
pub(crate) fn gender_of_noun(folded: &str) -> Option<Gender> {
    match folded {
        "mother" | "daughter" | "sister" | "wife" | "aunt" | "woman" | "girl" | "widow"
        | "actress" | "grandmother" | "girlfriend" | "queen" | "women" | "girls" => {
            Some(Gender::Feminine)
        }
        "father" | "son" | "brother" | "husband" | "uncle" | "man" | "boy" | "widower" | "king"
        | "grandfather" | "boyfriend" | "gunman" | "pope" | "men" | "boys" | "prince" => {
            Some(Gender::Masculine)
        }
        w if w.ends_with("woman") => Some(Gender::Feminine),
        w if w.ends_with("man") && GAZETTEER.office(w).is_some() && w.len() > 5 => {
            Some(Gender::Masculine)
        }
        _ => None,
    }
}

/// Whether a head noun speaks of several.
pub(crate) fn is_plural_noun(folded: &str) -> bool {
    matches!(
        folded,
        "people"
            | "men"
            | "women"
            | "children"
            | "police"
            | "spokespeople"
            | "media"
            | "medics"
            | "authorities"
            | "troops"
            | "spokesmen"
            | "businessmen"
            | "policemen"
            | "congressmen"
    ) || folded.ends_with('s')
        && !folded.ends_with("ss")
        && !folded.ends_with("us")
        && !folded.ends_with("is")
        && !matches!(folded, "corps" | "times" | "news" | "headquarters" | "holdings" | "airways")
}

/// A rough sign of a finite verb.
pub(crate) fn is_verb_like(folded: &str) -> bool {
    is_speech_verb(folded)
        || matches!(
            folded,
            "is" | "was"
                | "are"
                | "were"
                | "has"
                | "had"
                | "have"
                | "will"
                | "would"
                | "can"
                | "could"
                | "may"
                | "might"
                | "must"
                | "should"
                | "did"
                | "does"
                | "do"
                | "also"
                | "then"
                | "later"
                | "earlier"
                | "who"
                | "which"
                | "met"
                | "went"
                | "came"
                | "took"
                | "gave"
                | "made"
                | "won"
                | "lost"
                | "got"
                | "left"
                | "led"
                | "began"
                | "held"
                | "became"
                | "wants"
                | "want"
                | "never"
                | "now"
                | "often"
                | "still"
                | "say"
                | "think"
                | "believe"
                | "agree"
                | "warn"
                | "deny"
                | "denies"
                | "claim"
                | "insist"
                | "argue"
                | "hope"
                | "hopes"
                | "expect"
                | "expects"
        )
        || folded.len() > 4 && folded.ends_with("ed")
}
