//! Words that end in a full stop without ending a sentence. General knowledge of English and of the
//! Associated Press's style for states and months; all lists are sorted.

/// Stand before a name or a number: the stop after them never ends a sentence.
const BEFORE_NAME: &[&str] = &[
    "adm", "amb", "art", "assn", "asst", "atty", "brig", "capt", "cf", "cmdr", "col", "cpl", "dep",
    "det", "dr", "eg", "fig", "fr", "ft", "gen", "gov", "hon", "insp", "lt", "maj", "messrs", "mr",
    "mrs", "ms", "msgr", "mt", "no", "nos", "pfc", "pp", "pres", "prof", "pvt", "rep", "reps",
    "rev", "sen", "sens", "sgt", "spc", "st", "supt", "viz", "vol", "vs",
];

/// End a sentence only where what follows can hardly be a part of their phrase.
const ANYWHERE: &[&str] = &[
    "a.k.a", "a.m", "ala", "approx", "apr", "ariz", "ark", "aug", "ave", "b.c", "bd", "blvd",
    "bros", "c.e.o", "calif", "co", "colo", "conn", "corp", "d.c", "dec", "del", "dept", "dist",
    "e.g", "e.u", "est", "etc", "feb", "fla", "ga", "govt", "hrs", "i.e", "ill", "inc", "ind",
    "jan", "jr", "jul", "jun", "kan", "kg", "km", "ky", "la", "ltd", "mar", "mass", "md", "mich",
    "min", "minn", "miss", "mo", "mont", "n.c", "n.d", "n.h", "n.j", "n.m", "n.y", "neb", "nev",
    "nov", "oct", "okla", "ore", "p.m", "pa", "pct", "ph.d", "plc", "r.i", "s.c", "s.d", "sec",
    "sept", "sr", "tenn", "tex", "u.k", "u.n", "u.s", "u.s.a", "u.s.s.r", "univ", "va", "vt",
    "w.va", "wash", "wis", "wyo",
];

/// Words that open a sentence far more often than they stand inside a name.
const OPENERS: &[&str] = &[
    "a",
    "after",
    "all",
    "although",
    "an",
    "and",
    "another",
    "as",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "despite",
    "during",
    "each",
    "earlier",
    "even",
    "following",
    "for",
    "from",
    "he",
    "her",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "it",
    "its",
    "last",
    "many",
    "meanwhile",
    "more",
    "most",
    "no",
    "nor",
    "not",
    "on",
    "one",
    "or",
    "other",
    "our",
    "police",
    "she",
    "since",
    "so",
    "some",
    "still",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "to",
    "two",
    "under",
    "we",
    "what",
    "when",
    "where",
    "while",
    "who",
    "why",
    "with",
    "yet",
    "you",
    "your",
];

/// What the stop after `word` (without the stop) says about the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The word goes on.
    Never,
    /// Both are possible; an opener after it decides.
    Open,
    /// An ordinary full stop.
    End,
}

/// Judges the stop after `word`.
pub(super) fn stop_after(word: &str) -> Stop {
    let lower = word.to_lowercase();
    let lower = lower.as_str();
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    if BEFORE_NAME.binary_search(&lower).is_ok() && (capital || lower.len() > 2) {
        return Stop::Never;
    }
    let initial = capital && word.chars().count() == 1 && lower != "i";
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
    if initial || dotted || (capital && ANYWHERE.binary_search(&lower).is_ok()) {
        return Stop::Open;
    }
    if matches!(lower, "etc" | "pct" | "approx" | "km" | "kg") {
        return Stop::Open;
    }
    Stop::End
}

/// Whether `word` is likelier to open a sentence than to go on with a name.
pub(super) fn opens_sentence(word: &str) -> bool {
    OPENERS.binary_search(&word.to_lowercase().as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        assert!(BEFORE_NAME.is_sorted() && ANYWHERE.is_sorted() && OPENERS.is_sorted());
    }

    #[test]
    fn stops_are_told_apart() {
        assert_eq!(stop_after("Mr"), Stop::Never);
        assert_eq!(stop_after("no"), Stop::End);
        assert_eq!(stop_after("U.S"), Stop::Open);
        assert_eq!(stop_after("J"), Stop::Open);
        assert_eq!(stop_after("talks"), Stop::End);
    }
}
