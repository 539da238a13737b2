//! Credits, copyright and who helped to write it.

use super::agencies::agencies;
use super::page::{Line, Page, sentences};
use crate::pattern::Pattern;
use rapporteur_core::{Noise, NoiseKind};

/// Sentences that are credits.
static SENTENCE: Pattern = Pattern::woken(
    &[
        "opyright",
        "©",
        "(c)",
        "ights reserved",
        "ights Reserved",
        "may not",
        "must not",
        "can not",
        "eporting by",
        "diting by",
        "riting by",
        "esearch by",
        "ompiled by",
        "ranslated by",
        "dited by",
        "ritten by",
        "version of this",
        "ublished in",
        "his story",
        "his article",
        "his post",
        "his report",
        "lease credit",
        "eprinted",
        "riginal article",
        "xpressed",
        "ditor:",
        "ditors:",
        "ranslator:",
        "roducer:",
        " via ",
        " courtesy",
        "ith input",
        "ith files",
        "ith material",
        "ith reporting",
        "ource",
        "hoto",
        "mage",
        "ideo",
        "llustration",
    ],
    r"(?x)^\W{0,3}(?:
      (?i:copyright)\ ?(?:©|\(c\)|\d{4}|by\b).* | ©\ ?\d{4}.* | \(c\)\ \d{4}.*
    | (?i:all\ rights\ reserved)\b.* | (?i:this\ (?:material|story|article|content)\ (?:may|must|can)\ not\ be\ (?:published|reproduced|copied|republished))\b.*
    | (?i:additional\ (?:reporting|writing|research)\ by|(?:reporting|writing|editing|compiled|translated|edited|written)\ by)\ \p{Lu}.*
    | (?i:a\ version\ of\ this\ (?:article|story)\ (?:appears|appeared|was))\b.* | (?i:as\ published\ in)\ .*
    | (?i:this\ (?:story|article|post|report)\ (?:was\ (?:originally|first)\ published|originally\ appeared|first\ appeared))\b.*
    | (?i:this\ (?:article|story|post|report)\ (?:has\ been|was)\ (?:updated|corrected|amended))\b.*
    | (?i:please\ credit\ the)\b.* | (?i:reprinted\ (?:courtesy|with))\b.* | (?i:read\ the\ original\ article)\b.*
    | (?i:(?:the\ )?(?:views|opinions)\ expressed)\b.* | (?i:(?:editors?|edited\ by|translator|web\ editor|producer)):\ ?\S.*$
    | .*\b(?i:images?|photos?|pictures?)\ (?:via|courtesy\ of)\ \S+(?:\ \S+){0,4}$ | ©\ ?[^\d\s].*$
    | (?i:with\ (?:inputs?|files|material|reporting)\ (?:from|by))\ .* | (?i:source:)\ ?\S*(?:\ \S+){0,6}$ | source\ [A-Za-z0-9.-]+$
    | (?i:photo(?:graph)?s?|image|video|illustration)(?:\ credit:?|\ by:?|\ courtesy(?:\ of)?:?)\ \S+(?:\ \S+){0,8}$
    )",
);
/// "Ann Example and Bo Example contributed to this report."
static HELPERS: Pattern = Pattern::woken(
    &["contributed", "reported from"],
    r"^\W{0,3}(?:(?:\p{Lu}\S*|and|in|of|the|for|at|writers?|staff|correspondents?|reporters?|researchers?|producers?|editors?|contributors?|bureau|chief|de|van|von|al),? )+(?:also )?(?:contributed(?: reporting)?(?: (?:to|for) (?:this|the) (?:report|story|article|post))?(?: from [\p{L}., ]{3,60})?|reported from [\p{Lu}][\p{L}., ]{2,60})\W{0,2}$",
);
/// A line with nothing on it but names and an agency.
static LONE: Pattern = Pattern::new(concat!(
    r"^(?:© ?|[Bb]y |via |[Ss]ource: ?|[Pp]hoto: ?)?\(?(?:(?:\p{Lu}[^\s/]*[ /]+){0,4}?(?:via )?",
    agencies!(),
    r"(?: (?:-|/) ?\w+)?(?:, | and |/| )?){1,3}(?: for \p{Lu}\w+| TPX IMAGES.{0,20})?\)?\.?$",
));
static EDITING: Pattern = Pattern::woken(
    &[
        "(Reporting",
        "(reporting",
        "(Writing",
        "(writing",
        "(Editing",
        "(editing",
        "(Additional",
        "(additional",
        "(Compiled",
        "(compiled",
        "(Translated",
        "(translated",
    ],
    r"\((?:[Rr]eporting|[Ww]riting|[Ee]diting|[Aa]dditional reporting|[Cc]ompiled|[Tt]ranslated)(?: by)? \p{Lu}[^()]{3,400}\)?\.?$",
);

/// Nobody is credited in a longer line.
const MAX_LONE_WORDS: usize = 9;

pub(super) fn detect(page: &Page<'_>, found: &mut Vec<Noise>) {
    for (index, line) in page.lines.iter().enumerate() {
        if is_rule(line.text) {
            found.push(line.whole(NoiseKind::Placeholder));
        } else if index > 0
            && line.words <= MAX_LONE_WORDS
            && LONE.is_match(line.text)
            && !is_byline(line)
        {
            found.push(line.whole(NoiseKind::Credit));
        } else {
            inside(line, found);
        }
    }
}

fn inside(line: &Line<'_>, found: &mut Vec<Noise>) {
    if let Some(hit) = EDITING.find(line.text) {
        found.push(line.part(hit.start(), hit.end(), NoiseKind::Credit));
        return;
    }
    for (start, sentence) in sentences(line.text) {
        let credit = sentence.len() < 600 && SENTENCE.is_match(sentence)
            || sentence.len() < 320 && HELPERS.is_match(sentence);
        if credit {
            found.push(line.part(start, start + sentence.len(), NoiseKind::Credit));
        }
    }
}

/// Whether a line is nothing but marks: a rule, a lost full stop. Quotation marks may be speech.
fn is_rule(text: &str) -> bool {
    text.len() <= 200
        && !text.contains(|c: char| c.is_alphanumeric() || matches!(c, '“' | '”' | '"'))
}

/// "By Ann Example, Associated Press": the byline, which stays.
fn is_byline(line: &Line<'_>) -> bool {
    line.text.starts_with("By ") || line.text.starts_with("by ") || line.text.starts_with("BY ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noise::tests::marked;
    use crate::pattern::all_compile;

    #[test]
    fn patterns_are_well_formed() {
        assert!(all_compile(&[&SENTENCE, &HELPERS, &LONE, &EDITING]));
    }

    #[test]
    fn credits_are_noise() {
        for line in [
            "Copyright 2022 The Example. All rights reserved.",
            "© 2022 The Example",
            "Ann Example contributed to this report.",
            "Ann Example and Bo Example contributed reporting from Vienna.",
            "Additional reporting by Ann Example",
            "(Reporting by Ann Example; Editing by Bo Example)",
            "source site-12",
            "This article has been updated to add the mayor's remarks.",
            "Reuters",
            "Ann Example/AP Ann Example/AP",
            "___",
            ".",
        ] {
            let text = format!("Envoys meet\n{line}");
            assert_eq!(marked(detect, &text).join(" "), line);
        }
    }

    #[test]
    fn sentences_about_credits_stay() {
        for line in [
            "He contributed to the report of the commission on Monday, the mayor said.",
            "Editing by hand takes time.",
            "By Ann Example, Associated Press",
            "Sources in the ministry said so.",
            "It contrasts with the hope reported from towns across the border.",
            "“…”",
        ] {
            let text = format!("Envoys meet\n{line}");
            assert!(marked(detect, &text).is_empty(), "{line}");
        }
    }
}
