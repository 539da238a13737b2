//! How somebody or something is spelled, named or titled.
//!
//! Compares the names (runs of capitalised words) of different articles. Speaks where
//! - two names of two words or more are equal but for the last, and that is the same word in two
//!   spellings ("Gruschko", "Grushko"; "Kyiv Post" and "Kiev Post");
//! - two names of three words or more are equal but for a preposition ("Committee for the", "of
//!   the") or but for the last of at least four ("Accident Investigation Branch", "Unit");
//! - the same words joined by hyphens stand in another order ("East-West Council");
//! - one person is given two ranks ("Deputy Secretary", "Vice Secretary") or two first names.
//!
//! Silent where either article uses both forms, and about accents, case and plural.

use super::Accounts;
use rapporteur_core::words::{Word, fold, is_function_word, words};
use rapporteur_core::{
    ArticleId, Discrepancy, DiscrepancyKind, DiscrepantReading, EntityKind, Evidence, Span,
};
use std::collections::{BTreeMap, BTreeSet};

/// A run of capitalised words, folded, with a place in each article that has it.
type Names = BTreeMap<Vec<String>, BTreeMap<ArticleId, Evidence>>;

/// See the module.
pub(super) fn find(accounts: &Accounts<'_>) -> Vec<Discrepancy> {
    let names = names(accounts);
    let pairs: BTreeSet<(Vec<String>, Vec<String>)> =
        [spellings, one_word, reordered].iter().flat_map(|rule| rule(&names)).collect();
    let mut out: Vec<Discrepancy> =
        pairs.iter().filter_map(|(a, b)| differ(accounts, &names, a, b)).collect();
    out.extend(ranks(accounts));
    out
}

/// Words inside a name that are not capitalised.
const JOINTS: &[&str] = &["of", "for", "and", "the", "de", "al", "von", "van", "bin", "on", "in"];

/// A run of more words is a line in title case.
const LONGEST: usize = 8;

fn names(accounts: &Accounts<'_>) -> Names {
    let mut out = Names::new();
    for id in &accounts.story.articles {
        let Some(article) = accounts.articles.get(id.index()) else {
            continue;
        };
        let text = article.article.text.as_str();
        for sentence in &article.sentences {
            let heading = article.paragraphs.get(sentence.paragraph).is_some_and(|p| p.heading);
            if heading {
                continue;
            }
            for run in runs(text, &words(text, sentence.span)) {
                let place = run.iter().map(|w| w.span).reduce(Span::hull).unwrap_or_default();
                let folded: Vec<String> = run.iter().map(|w| w.folded.clone()).collect();
                out.entry(folded)
                    .or_default()
                    .entry(*id)
                    .or_insert(Evidence { article: *id, span: place });
            }
        }
    }
    out
}

/// The runs of two or more capitalised words, joints inside them, within a sentence.
fn runs(text: &str, all: &[Word]) -> Vec<Vec<Word>> {
    let mut out = Vec::new();
    let mut run: Vec<Word> = Vec::new();
    let mut joints: Vec<Word> = Vec::new();
    let mut last: Option<Span> = None;
    for word in all {
        let raw = &text[word.span];
        let capital = raw.starts_with(char::is_uppercase);
        let touches = last.is_none_or(|l| {
            text[Span::new(l.end(), word.span.start())].chars().all(char::is_whitespace)
        });
        last = Some(word.span);
        if !touches {
            flush(&mut run, &mut out);
            joints.clear();
        }
        if capital && !(run.is_empty() && is_function_word(&word.folded)) {
            run.append(&mut joints);
            run.push(word.clone());
        } else if !run.is_empty() && joints.len() < 2 && JOINTS.contains(&word.folded.as_str()) {
            joints.push(word.clone());
        } else {
            flush(&mut run, &mut out);
            joints.clear();
        }
        // "Russia's President" is two names
        if raw.ends_with("'s") || raw.ends_with("’s") {
            flush(&mut run, &mut out);
        }
    }
    flush(&mut run, &mut out);
    out
}

fn flush(run: &mut Vec<Word>, out: &mut Vec<Vec<Word>>) {
    let done = std::mem::take(run);
    let hyphenated = done.iter().any(|w| w.folded.contains('-'));
    if (done.len() > 1 || hyphenated) && done.len() <= LONGEST {
        out.push(done);
    }
}

/// The discrepancy of two forms of a name, where no article has both.
fn differ(
    accounts: &Accounts<'_>,
    names: &Names,
    a: &[String],
    b: &[String],
) -> Option<Discrepancy> {
    let (x, y) = (names.get(a)?, names.get(b)?);
    if x.keys().any(|article| y.contains_key(article)) {
        return None;
    }
    let readings: Vec<DiscrepantReading> = x
        .values()
        .chain(y.values())
        .map(|place| DiscrepantReading {
            evidence: *place,
            value: accounts.words(*place).to_owned(),
        })
        .collect();
    let about = readings.first()?.value.clone();
    Some(accounts.discrepancy(DiscrepancyKind::Name, about, readings))
}

/// Pairs of names that are equal but for the last word, which is spelled in two ways.
fn spellings(names: &Names) -> Vec<(Vec<String>, Vec<String>)> {
    by_key(names, |name| {
        let (last, rest) = name.split_last()?;
        (last.chars().count() > 4 && !rest.is_empty()).then(|| rest.to_vec())
    })
    .into_iter()
    .filter(|(a, b)| match (a.last(), b.last()) {
        (Some(a), Some(b)) => is_respelling(a, b),
        _ => false,
    })
    .collect()
}

/// Pairs of names of three words or more that are equal but for a preposition, or but for the
/// last word of four or more.
fn one_word(names: &Names) -> Vec<(Vec<String>, Vec<String>)> {
    let mut out = by_key(names, |name| {
        let content: Vec<String> =
            name.iter().filter(|w| !JOINTS.contains(&w.as_str())).cloned().collect();
        let list = name.iter().any(|w| w == "and");
        (content.len() > 2 && content.len() < name.len() && !list).then_some(content)
    });
    out.extend(by_key(names, |name| {
        let (last, rest) = name.split_last()?;
        (rest.len() > 2
            && !JOINTS.contains(&last.as_str())
            && !rest.last().is_some_and(|w| JOINTS.contains(&w.as_str())))
        .then(|| rest.to_vec())
    }));
    out
}

/// Pairs of names whose hyphenated word has its parts in another order.
fn reordered(names: &Names) -> Vec<(Vec<String>, Vec<String>)> {
    by_key(names, |name| {
        let hyphenated = name.iter().any(|w| w.contains('-'));
        hyphenated.then(|| {
            name.iter()
                .map(|w| {
                    let mut parts: Vec<&str> = w.split('-').collect();
                    parts.sort_unstable();
                    parts.join("-")
                })
                .collect()
        })
    })
}

/// All pairs of different names with one key; a key of many names is a common beginning and gives
/// none.
fn by_key(
    names: &Names,
    key: impl Fn(&[String]) -> Option<Vec<String>>,
) -> Vec<(Vec<String>, Vec<String>)> {
    const MANY: usize = 6;
    let mut groups: BTreeMap<Vec<String>, Vec<&Vec<String>>> = BTreeMap::new();
    for name in names.keys() {
        if let Some(key) = key(name) {
            groups.entry(key).or_default().push(name);
        }
    }
    let mut out = Vec::new();
    for group in groups.into_values().filter(|g| g.len() <= MANY) {
        for (n, a) in group.iter().enumerate() {
            out.extend(group.iter().skip(n + 1).map(|b| ((*a).clone(), (*b).clone())));
        }
    }
    out
}

/// Whether two words are one word in two spellings: one or two letters apart, and not two words
/// formed from one ("Minister", "Ministry").
fn is_respelling(a: &str, b: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "", "al", "an", "ed", "er", "ers", "es", "ian", "ies", "ing", "ion", "ions", "ism", "ist",
        "ists", "n", "or", "ors", "ry", "s", "y",
    ];
    let longer = a.chars().count().max(b.chars().count());
    let apart = distance(a, b);
    let common = a
        .char_indices()
        .zip(b.chars())
        .take_while(|((_, x), y)| x == y)
        .last()
        .map_or(0, |((at, x), _)| at + x.len_utf8());
    let formed = [a, b].iter().all(|w| w.get(common..).is_some_and(|rest| ENDINGS.contains(&rest)));
    apart > 0 && apart <= 2 && apart * 4 <= longer && !formed
}

/// Levenshtein's distance in characters (Levenshtein 1966).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut before = i;
        let mut left = i + 1;
        let mut next = vec![left];
        for (y, above) in b.iter().zip(row.iter().skip(1)) {
            let cost = (before + usize::from(x != *y)).min(above + 1).min(left + 1);
            before = *above;
            left = cost;
            next.push(cost);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

/// Words that make one rank another.
const RANKS: &[&str] = &[
    "acting",
    "assistant",
    "associate",
    "co",
    "deputy",
    "ex",
    "first",
    "former",
    "interim",
    "vice",
];

/// Offices that ranks qualify, and forms of address.
const TITLES: &[&str] = &[
    "ambassador",
    "chairman",
    "chancellor",
    "chief",
    "commissioner",
    "congressman",
    "director",
    "doctor",
    "general",
    "governor",
    "king",
    "lady",
    "lord",
    "mayor",
    "minister",
    "miss",
    "mr",
    "mrs",
    "ms",
    "pope",
    "premier",
    "president",
    "prime",
    "prince",
    "princess",
    "professor",
    "queen",
    "representative",
    "secretary",
    "senator",
    "sir",
];

/// One person with two ranks, or two first names, in different articles.
fn ranks(accounts: &Accounts<'_>) -> Vec<Discrepancy> {
    let mut out = Vec::new();
    for actor in accounts.actors.iter().filter(|a| a.kind == EntityKind::Person) {
        let mut titled: BTreeMap<ArticleId, Vec<(BTreeSet<String>, Evidence)>> = BTreeMap::new();
        let mut called: BTreeMap<ArticleId, Vec<(String, Evidence)>> = BTreeMap::new();
        for mention in &actor.mentions {
            let words = words(accounts.words(*mention), whole(accounts.words(*mention)));
            if let Some(title) = title(&words, &actor.name) {
                titled.entry(mention.article).or_default().push((title, *mention));
            }
            if let Some(first) = first_name(accounts.words(*mention), &words, &actor.name) {
                called.entry(mention.article).or_default().push((first, *mention));
            }
        }
        out.extend(disjoint(accounts, &actor.name, &titled));
        out.extend(disjoint(accounts, &actor.name, &called));
    }
    out
}

fn whole(text: &str) -> Span {
    Span::new(0, text.len())
}

/// The ranks in the title before a name; `None` where there is none: a shorter title is no other.
fn title(words: &[Word], name: &str) -> Option<BTreeSet<String>> {
    let name = fold(name);
    let last = name.split_whitespace().last()?;
    let at = words.iter().position(|w| w.folded == last)?;
    let before = words.get(..at)?;
    let titled = before.iter().any(|w| TITLES.contains(&w.folded.as_str()));
    let ranks: BTreeSet<String> = before
        .iter()
        .filter(|w| RANKS.contains(&w.folded.as_str()))
        .map(|w| w.folded.clone())
        .collect();
    (titled && !ranks.is_empty()).then_some(ranks)
}

/// The first of exactly two capitalised words that end in the person's last name.
fn first_name(text: &str, words: &[Word], name: &str) -> Option<String> {
    let name = fold(name);
    let last = name.split_whitespace().last()?;
    let at = words.iter().position(|w| w.folded == last)?;
    let first = words.get(at.checked_sub(1)?)?;
    let given = text[first.span].starts_with(char::is_uppercase)
        && first.folded.len() > 2
        && !TITLES.contains(&first.folded.as_str())
        && name.split_whitespace().count() == 2
        && words.len() == 2;
    given.then(|| first.folded.clone())
}

/// The discrepancy of values of which two articles have none in common.
fn disjoint<V: Ord>(
    accounts: &Accounts<'_>,
    name: &str,
    by_article: &BTreeMap<ArticleId, Vec<(V, Evidence)>>,
) -> Option<Discrepancy> {
    let sets: Vec<BTreeSet<&V>> =
        by_article.values().map(|values| values.iter().map(|(v, _)| v).collect()).collect();
    let apart =
        sets.iter().enumerate().any(|(n, a)| sets.iter().skip(n + 1).any(|b| a.is_disjoint(b)));
    apart.then(|| {
        let readings = by_article
            .values()
            .filter_map(|values| values.first())
            .map(|(_, place)| DiscrepantReading {
                evidence: *place,
                value: accounts.words(*place).to_owned(),
            })
            .collect();
        accounts.discrepancy(DiscrepancyKind::Name, name.to_owned(), readings)
    })
}
