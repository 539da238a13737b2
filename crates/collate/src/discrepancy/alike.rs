//! Which clauses of different articles speak of the same thing, by the words they share.

use rapporteur_core::words::{is_function_word, stem, words};
use rapporteur_core::{AnnotatedArticle, Evidence, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A place with the words around it.
#[derive(Clone, Debug)]
pub(super) struct Context {
    pub(super) place: Evidence,
    /// Stems of the content words around it, those of the place itself left out.
    pub(super) stems: BTreeSet<String>,
}

/// So many words on each side of a place belong to its context, within its sentence.
const REACH: usize = 10;

/// No word further off than so many bytes is read: a line without an end is no sentence.
const FAR: usize = 400;

/// The part of its sentence that stands near `span`.
pub(super) fn around(article: &AnnotatedArticle, span: Span) -> Span {
    let text = article.article.text.as_str();
    let sentence = article.sentence_at(span.start()).map_or(span, |s| s.span.hull(span));
    let mut start = span.start().saturating_sub(FAR).max(sentence.start());
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let mut end = (span.end() + FAR).min(sentence.end());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    Span::new(start.min(span.start()), end.max(span.end()))
}

/// The context of `place`: its sentence, as far as it is near.
pub(super) fn context(article: &AnnotatedArticle, place: Evidence) -> Context {
    let text = article.article.text.as_str();
    let all = words(text, around(article, place.span));
    let first = all.partition_point(|w| w.span.end() <= place.span.start());
    let after = all.partition_point(|w| w.span.start() < place.span.end());
    let near =
        all.get(first.saturating_sub(REACH)..(after + REACH).min(all.len())).unwrap_or_default();
    Context {
        place,
        stems: near
            .iter()
            .filter(|w| !w.span.overlaps(place.span))
            .filter(|w| !is_function_word(&w.folded) && !is_number(&w.folded))
            .map(|w| sense(&w.folded).to_owned())
            .collect(),
    }
}

/// The stem of a folded word, or the name of the group of near synonyms to which it belongs.
pub(super) fn sense(folded: &str) -> &str {
    let stem = stem(folded);
    SENSES
        .iter()
        .find(|(_, words)| {
            words
                .split(' ')
                .any(|w| w == stem || w.strip_suffix('-').is_some_and(|w| stem.starts_with(w)))
        })
        .map_or(stem, |(name, _)| name)
}

/// Near synonyms of news, by stem ("kidnap-" stands for all that begins so).
const SENSES: &[(&str, &str)] = &[
    (
        "=talks",
        "talk meet meeting negotiat- deliberat- discuss- summit session conversation dialogu- consultation conferenc-",
    ),
    ("=dead", "dead death di die died dying kill killed fatal- perish- decease- toll"),
    ("=hurt", "injur- wound- hurt hospital- casualt-"),
    ("=taken", "kidnap- abduct- seiz- captur- hostag- captiv-"),
    ("=free", "free freed releas- liberat-"),
    ("=arrest", "arrest- detain- custod- jail- imprison-"),
    ("=attack", "attack- assault-"),
    ("=crash", "crash- derail- accident- overturn- collision collid-"),
    ("=affect", "affect- impact- expos- compromis- leak- stolen steal"),
    ("=protest", "protest- demonstrat- rally march- rallied"),
    ("=launch", "launch- fir fire fired"),
    ("=escape", "escap- flee fled"),
    ("=expected", "expect- anticipat-"),
];

/// Stems of the content words of a span.
pub(super) fn stems(article: &AnnotatedArticle, span: Span) -> BTreeSet<String> {
    words(&article.article.text, span)
        .into_iter()
        .filter(|w| !is_function_word(&w.folded))
        .map(|w| stem(&w.folded).to_owned())
        .collect()
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// A stem in more contexts than this brings no pair together by itself.
const COMMON: usize = 60;

/// How alike sets of stems are: rare stems weigh more, by their number in the sets given.
pub(super) struct Likeness<'a> {
    sets: Vec<&'a BTreeSet<String>>,
    weight: BTreeMap<&'a str, f64>,
    holders: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Likeness<'a> {
    pub(super) fn new(sets: Vec<&'a BTreeSet<String>>) -> Self {
        let mut holders: BTreeMap<&'a str, Vec<usize>> = BTreeMap::new();
        for (index, set) in sets.iter().enumerate() {
            for stem in *set {
                holders.entry(stem.as_str()).or_default().push(index);
            }
        }
        let count = sets.len() as f64;
        let weight = holders
            .iter()
            .map(|(stem, of)| (*stem, (1.0 + count / of.len() as f64).ln()))
            .collect();
        Self { sets, weight, holders }
    }

    /// Pairs `a < b` that share a stem which is not too common, in order.
    pub(super) fn candidates(&self) -> BTreeSet<(usize, usize)> {
        let mut out = BTreeSet::new();
        for of in self.holders.values().filter(|of| of.len() <= COMMON) {
            for (n, &a) in of.iter().enumerate() {
                out.extend(of.iter().skip(n + 1).map(|&b| (a, b)));
            }
        }
        out
    }

    /// Weight of the common stems as a share of the geometric mean of both weights, 0 to 1.
    pub(super) fn of(&self, a: usize, b: usize) -> f64 {
        let (Some(x), Some(y)) = (self.sets.get(a), self.sets.get(b)) else {
            return 0.0;
        };
        let sum = |set: &mut dyn Iterator<Item = &String>| -> f64 {
            set.filter_map(|s| self.weight.get(s.as_str())).sum()
        };
        let common = sum(&mut x.intersection(y));
        let all = (sum(&mut x.iter()) * sum(&mut y.iter())).sqrt();
        if all > 0.0 { common / all } else { 0.0 }
    }
}

/// The connected components of `count` things under `links`, each sorted, those of one thing left
/// out.
pub(super) fn components(count: usize, links: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut root: Vec<usize> = (0..count).collect();
    fn top(root: &mut [usize], mut at: usize) -> usize {
        while let Some(&up) = root.get(at) {
            if up == at {
                break;
            }
            let next = root.get(up).copied().unwrap_or(up);
            if let Some(slot) = root.get_mut(at) {
                *slot = next;
            }
            at = up;
        }
        at
    }
    for &(a, b) in links {
        let (a, b) = (top(&mut root, a), top(&mut root, b));
        if let Some(slot) = root.get_mut(a.max(b)) {
            *slot = a.min(b);
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..count {
        groups.entry(top(&mut root, at)).or_default().push(at);
    }
    groups.into_values().filter(|g| g.len() > 1).collect()
}
