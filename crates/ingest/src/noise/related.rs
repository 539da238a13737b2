//! Pointers to other articles.
//!
//! - a line that is such a label ("Read also:", "READ MORE", "Related stories"), with the headline
//!   behind it on the same line;
//! - the lines under a bare label: headlines, up to the next paragraph;
//! - a headline in square brackets on a line of its own;
//! - blocks of headlines with a kicker in capitals ("MOST READ IN NEWS … OIL SHOCK Prices …").

use super::page::{Line, Page};
use crate::pattern::Pattern;
use rapporteur_core::{Noise, NoiseKind};

/// A line that begins with a label; what follows it is a headline.
static LABEL: Pattern = Pattern::new(
    r"(?i)^\W{0,3}(?:(?:read|see|watch)(?: \w+)? (?:also|more|next|this)|also read|also see|related(?: (?:stories|articles|news|story|article|content|coverage|topics|posts|reading|links?|video))?|more (?:on this(?: story)?|stories|news|from\b.{0,40}?|coverage|like this)|(?:you may|you might) (?:also (?:like|be interested in)|be interested in)|don'?t miss|recommended(?: for you)?|trending(?: now)?|most (?:read|popular|viewed|shared)(?: (?:in|on|from)\b.{0,30}?)?|must read|further reading|editors?['’]s? picks?|what to read next|in case you missed it|lire aussi|à lire aussi|lesen sie auch|mehr zum thema|lea también|leer más|le puede interesar|leggi anche|читайте также|lees ook|läs också|czytaj też)\b ?(?P<mark>[:|»>–-]|\.{3}|$)",
);
/// Labels that need no mark behind them, being written in capitals or as a block.
static LOUD: Pattern = Pattern::new(
    r"^(?:(?:READ MORE|READ ALSO|SEE ALSO|RELATED|MOST READ|Related [Ss]tories|Related [Aa]rticles|Most [Rr]ead [Ii]n)\b|(?:MORE|More|WATCH|Watch): )",
);
static BRACKETED: Pattern = Pattern::woken(&["["], r"^\[[^\[\]]{12,160}\]$");
/// A block of kickers, in a line that has more than that.
static BLOCK: Pattern = Pattern::woken(
    &["Related Stories", "MOST READ IN"],
    r"\b(?:Related Stories|MOST READ IN [A-Z]+)\b",
);
static KICKER: Pattern = Pattern::new(r"\b[\p{Lu}'’!-]{3,} [\p{Lu}'’!-]{2,}\b");
static COVERAGE: Pattern = Pattern::woken(
    &["overage", "For more", "Follow"],
    r"^(?:Today['’]s|All our|Full|Live|Complete) coverage (?:from|of|on|by)\b|^(?:For more|Follow (?:our|all|the latest))\b.{0,80}\b(?:coverage|visit|click|here|check out)\b",
);

/// A line under a label with more words is a paragraph.
const MAX_HEADLINE_WORDS: usize = 25;

/// Under a label no more lines are taken.
const MAX_UNDER: usize = 12;

pub(super) fn detect(page: &Page<'_>, found: &mut Vec<Noise>) {
    for (index, line) in page.lines.iter().enumerate() {
        if line.words <= MAX_HEADLINE_WORDS + 5 && is_label(line) {
            found.push(line.whole(NoiseKind::Related));
            if is_bare(line) {
                under(page, index + 1, found);
            }
        } else if LOUD.is_match(line.text) && (kickers(line.text) >= 2 || !line.ended)
            || BRACKETED.is_match(line.text)
            || COVERAGE.is_match(line.text) && line.words <= MAX_HEADLINE_WORDS
        {
            found.push(line.whole(NoiseKind::Related));
        } else if let Some(block) = BLOCK.find(line.text) {
            found.push(line.part(
                block.start(),
                block_end(line.text, block.end()),
                NoiseKind::Related,
            ));
        }
    }
}

fn is_label(line: &Line<'_>) -> bool {
    LABEL.is_match(line.text) || LOUD.is_match(line.text) && !line.text.ends_with('.')
}

/// Whether nothing but the label stands on the line.
fn is_bare(line: &Line<'_>) -> bool {
    line.words <= 5
        && LABEL.find(line.text).is_some_and(|hit| {
            let rest = line.text.get(hit.end()..).unwrap_or_default();
            rest.trim_matches(|c: char| !c.is_alphanumeric()).is_empty()
        })
}

/// The headlines under a bare label: lines that are no paragraphs, or all that is left where only
/// short lines are left.
fn under(page: &Page<'_>, from: usize, found: &mut Vec<Noise>) {
    let below = page.lines.get(from..).unwrap_or_default();
    let tail = (2..=MAX_UNDER).contains(&below.len())
        && below.first().is_some_and(|l| !l.ended)
        && below.iter().all(|l| l.words <= MAX_HEADLINE_WORDS);
    for line in below.iter().take(MAX_UNDER) {
        let headline = (4..=MAX_HEADLINE_WORDS).contains(&line.words)
            && (!line.ended || tail || line.is_title_case());
        if !headline {
            break;
        }
        found.push(line.whole(NoiseKind::Related));
    }
}

fn kickers(text: &str) -> usize {
    KICKER.find_iter(text).count()
}

/// Where a block of headlines with kickers ends that begins before `from`: at the quotation mark
/// or the full stop after the last kicker.
fn block_end(text: &str, from: usize) -> usize {
    const REACH: usize = 220;
    let mut last = from;
    for hit in KICKER.find_iter(text.get(from..).unwrap_or_default()) {
        if from + hit.start() > last + REACH {
            break;
        }
        last = from + hit.end();
    }
    let rest = text.get(last..).unwrap_or_default();
    let end = rest.find([' ', '"', '“', '.']).filter(|_| last == from);
    let stop = rest
        .find(" \"")
        .into_iter()
        .chain(rest.find(" “"))
        .chain(rest.find(". ").map(|at| at + 1))
        .min();
    match (end, stop) {
        // No kicker: the label alone.
        (Some(_), _) => from,
        (None, Some(stop)) if stop <= REACH => last + stop,
        (None, None) if rest.len() <= REACH => text.len(),
        _ => last,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noise::tests::marked;
    use crate::pattern::all_compile;

    #[test]
    fn patterns_are_well_formed() {
        assert!(all_compile(&[&LABEL, &LOUD, &BRACKETED, &BLOCK, &KICKER, &COVERAGE]));
    }

    #[test]
    fn labels_take_the_headlines_under_them() {
        let text = "Envoys of the two states met in the old town hall on Monday.\n\nRead more:\nTown hall is to be painted blue, again\nWhat the envoys had for lunch today";
        assert_eq!(
            marked(detect, text),
            [
                "Read more:",
                "Town hall is to be painted blue, again",
                "What the envoys had for lunch today"
            ]
        );
    }

    #[test]
    fn a_paragraph_under_a_label_stays() {
        let text = "Read also:\nEnvoys of the two states met in the old town hall on Monday.";
        assert_eq!(marked(detect, text), ["Read also:"]);
    }

    #[test]
    fn headlines_may_stand_behind_the_label_or_in_brackets() {
        for line in [
            "READ MORE: Envoys leave the town hall – mayor",
            "Related: Envoys leave the town hall",
            "[Envoys leave the town hall without a word]",
            "MOST READ IN NEWS OIL SHOCK Prices rise again TOWN HALL BLUES Mayor in tears",
            "Lesen Sie auch: Die Gespräche",
        ] {
            assert_eq!(marked(detect, line), [line]);
        }
        for line in [
            "Read more books, the mayor told children.",
            "Related matters were left to the envoys.",
            "More from the mayor is expected on Monday.",
            "[Laughter]",
        ] {
            assert!(marked(detect, line).is_empty(), "{line}");
        }
    }

    #[test]
    fn a_block_inside_a_line_ends_where_speech_begins() {
        let text = "He wrote a letter. Related Stories OIL SHOCK Prices rise again TOWN BLUES Mayor in tears \"We will not pay,\" he wrote.";
        assert_eq!(
            marked(detect, text),
            ["Related Stories OIL SHOCK Prices rise again TOWN BLUES Mayor in tears"]
        );
    }
}
