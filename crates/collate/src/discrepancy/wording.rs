//! Two direct quotations of one remark by one speaker that cannot both be verbatim.
//!
//! Compares the quoted words of statements sentence by sentence, where the speaker is the same or
//! unknown. Speaks where most words of the shorter quotation stand in the longer one in the same
//! order, and between or beside them words differ. Silent where one quotes more or less of the same
//! words, where a gap is marked ("…", "[sic]"), and where only marks, case or spelling of quotation
//! marks differ. Typical of remarks translated twice.

use super::Accounts;
use super::alike::{Likeness, components};
use rapporteur_core::words::{fold, is_function_word, stem, words};
use rapporteur_core::{
    ActorId, ArticleId, AttributionKind, Discrepancy, DiscrepancyKind, DiscrepantReading, Evidence,
    Span,
};
use std::collections::BTreeSet;

/// Share of the shorter quotation's words that must stand in the other in order.
const SHARED: f64 = 0.5;
/// So many content words must be shared.
const LEAST_CONTENT: usize = 2;
/// Words compared of one quotation at most.
const LONGEST: usize = 80;

/// One sentence's quoted words of one statement.
struct Quote {
    place: Evidence,
    speaker: Option<ActorId>,
    folded: Vec<String>,
    stems: BTreeSet<String>,
    /// Length of the whole content, bytes: of attributions inside one another the inner one names
    /// the speaker.
    whole: usize,
    /// Index of the first word after each marked gap ("…", "[").
    gaps: BTreeSet<usize>,
}

/// See the module.
pub(super) fn find(accounts: &Accounts<'_>) -> Vec<Discrepancy> {
    let quotes = quotes(accounts);
    let likeness = Likeness::new(quotes.iter().map(|q| &q.stems).collect());
    let links: Vec<(usize, usize)> = likeness
        .candidates()
        .into_iter()
        .filter(|&(a, b)| match (quotes.get(a), quotes.get(b)) {
            (Some(a), Some(b)) => {
                a.place.article != b.place.article
                    && same_speaker(accounts, a.speaker, b.speaker)
                    && conflict(a, b)
            }
            _ => false,
        })
        .collect();
    components(quotes.len(), &links)
        .into_iter()
        .map(|group| {
            let members: Vec<&Quote> = group.iter().filter_map(|i| quotes.get(*i)).collect();
            let about = members
                .iter()
                .find_map(|q| accounts.actors.get(q.speaker?.0 as usize))
                .map_or_else(
                    || {
                        members
                            .first()
                            .map(|q| accounts.words(q.place).to_owned())
                            .unwrap_or_default()
                    },
                    |actor| actor.name.clone(),
                );
            let readings = members
                .iter()
                .map(|q| DiscrepantReading {
                    evidence: q.place,
                    value: accounts.words(q.place).to_owned(),
                })
                .collect();
            accounts.discrepancy(DiscrepancyKind::Wording, about, readings)
        })
        .collect()
}

fn same_speaker(accounts: &Accounts<'_>, a: Option<ActorId>, b: Option<ActorId>) -> bool {
    let (Some(a), Some(b)) = (a, b) else {
        return true;
    };
    let party = |id: ActorId| {
        accounts.actors.get(id.0 as usize).and_then(|actor| actor.party.as_deref().map(fold))
    };
    a == b || (party(a).is_some() && party(a) == party(b))
}

fn quotes(accounts: &Accounts<'_>) -> Vec<Quote> {
    let mut out = Vec::new();
    for statement in accounts.statements {
        let Some(article) = accounts.articles.get(statement.article.index()) else {
            continue;
        };
        let Some(attribution) = article.attributions.get(statement.attribution) else {
            continue;
        };
        if attribution.kind == AttributionKind::Indirect {
            continue;
        }
        for content in &attribution.content {
            let first = article.quotations.partition_point(|q| q.span.end() <= content.start());
            for quotation in article
                .quotations
                .iter()
                .skip(first)
                .take_while(|q| q.span.start() < content.end())
                .filter(|q| q.depth == 0)
            {
                let Some(inside) = quotation.inside.intersection(*content) else {
                    continue;
                };
                let from = article.sentences.partition_point(|s| s.span.end() <= inside.start());
                for sentence in article
                    .sentences
                    .iter()
                    .skip(from)
                    .take_while(|s| s.span.start() < inside.end())
                {
                    if let Some(part) = sentence.span.intersection(inside) {
                        out.extend(quote(
                            &article.article.text,
                            statement.article,
                            statement.speaker,
                            part,
                            attribution.content_hull().len(),
                        ));
                    }
                }
            }
        }
    }
    out.sort_by_key(|q| (q.place, q.whole));
    out.dedup_by_key(|q| q.place);
    out
}

fn quote(
    text: &str,
    article: ArticleId,
    speaker: Option<ActorId>,
    part: Span,
    whole: usize,
) -> Option<Quote> {
    let span = part.trim(text);
    let all = words(text, span);
    let content: BTreeSet<String> = all
        .iter()
        .filter(|w| !is_function_word(&w.folded))
        .map(|w| stem(&w.folded).to_owned())
        .collect();
    if content.len() < LEAST_CONTENT || all.len() < 4 {
        return None;
    }
    let mut gaps = BTreeSet::new();
    for (index, pair) in all.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let between = &text[Span::new(a.span.end(), b.span.start())];
        if between.contains(['[', ']', '…']) || between.contains("..") {
            gaps.insert(index + 1);
        }
    }
    Some(Quote {
        place: Evidence { article, span },
        speaker,
        folded: all.into_iter().take(LONGEST).map(|w| w.folded).collect(),
        stems: content,
        whole,
        gaps,
    })
}

/// Whether two quotations share most of their words in order and differ in between.
fn conflict(a: &Quote, b: &Quote) -> bool {
    let shorter = a.folded.len().min(b.folded.len());
    if shorter == 0 || holds(&a.folded, &b.folded) || holds(&b.folded, &a.folded) {
        return false;
    }
    // the table of the next step is dear, this is not
    let fewer = a.stems.len().min(b.stems.len());
    if 3 * a.stems.intersection(&b.stems).count() < fewer {
        return false;
    }
    let pairs = common_in_order(&a.folded, &b.folded);
    let content =
        pairs.iter().filter_map(|(i, _)| a.folded.get(*i)).filter(|w| !is_function_word(w)).count();
    let share = pairs.len() as f64 / shorter as f64;
    let enough = share >= SHARED && (content >= 3 || (content >= LEAST_CONTENT && share >= 0.6));
    enough && differs_inside(a, b, &pairs)
}

/// Whether `part` stands in `whole` as it is.
fn holds(whole: &[String], part: &[String]) -> bool {
    !part.is_empty() && whole.windows(part.len()).any(|w| w == part)
}

/// Whether words differ between two common ones and no mark says that something is left out.
fn differs_inside(a: &Quote, b: &Quote, pairs: &[(usize, usize)]) -> bool {
    pairs.windows(2).any(|pair| match pair {
        [(i, j), (k, l)] => {
            let marked = (i + 1..=*k).any(|w| a.gaps.contains(&w))
                || (j + 1..=*l).any(|w| b.gaps.contains(&w));
            !marked && (k - i > 1 || l - j > 1)
        }
        _ => false,
    })
}

/// Index pairs of a longest common subsequence (Wagner and Fischer 1974), the earliest of equals.
fn common_in_order(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut length = vec![0usize; (a.len() + 1) * width];
    let at = |table: &[usize], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0);
    for (i, x) in a.iter().enumerate().rev() {
        for (j, y) in b.iter().enumerate().rev() {
            let best = if x == y {
                at(&length, i + 1, j + 1) + 1
            } else {
                at(&length, i + 1, j).max(at(&length, i, j + 1))
            };
            if let Some(slot) = length.get_mut(i * width + j) {
                *slot = best;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::new();
    while i < a.len() && j < b.len() {
        if a.get(i) == b.get(j) {
            out.push((i, j));
            i += 1;
            j += 1;
        } else if at(&length, i + 1, j) >= at(&length, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}
