//! Dated happenings, merged over articles.
//!
//! [`mention`] decides which expressions carry the date of a happening, [`what`] finds the words
//! that tell it. Mentions of one date are one happening when the words around them are alike.

mod mention;
mod what;

#[cfg(test)]
mod gold;
#[cfg(test)]
mod tests;

use crate::dating::Dates;
use mention::Dated;
use rapporteur_core::{AnnotatedArticle, Evidence, Happening, Story, When};
use std::collections::{BTreeMap, BTreeSet};

/// Mentions of one date are of one happening when so large a share of the lesser one's weight of
/// words is shared.
const ALIKE: f64 = 0.1;

/// The same of groups of mentions, which share a word by chance more often.
const ALIKE_GROUPS: f64 = 0.14;

/// A mention is compared with so many of the latest groups of its date at most, so that a page of
/// nothing but dates stays linear.
const GROUPS: usize = 64;

/// Builds the timeline, earliest first.
pub(crate) fn build(story: &Story, articles: &[AnnotatedArticle], dates: &Dates) -> Vec<Happening> {
    let mentions = mention::all(story, articles, dates);
    let weight = weights(&mentions);
    let mut by_date: BTreeMap<&When, Vec<&Dated>> = BTreeMap::new();
    for mention in &mentions {
        by_date.entry(&mention.when).or_default().push(mention);
    }
    let mut out = Vec::new();
    for (when, same_date) in by_date {
        for group in groups(&same_date, &weight) {
            if let Some(what) = what::best(&group, &weight, articles) {
                out.push(Happening {
                    when: when.clone(),
                    what,
                    mentions: group
                        .iter()
                        .map(|m| Evidence { article: m.article, span: m.span })
                        .collect(),
                });
            }
        }
    }
    out.sort_by(|a, b| (&a.when, &a.mentions).cmp(&(&b.when, &b.mentions)));
    out
}

/// How much each word around the mentions tells: less the more of them it stands beside.
fn weights(mentions: &[Dated]) -> BTreeMap<&str, f64> {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for word in mentions.iter().flat_map(|m| &m.around) {
        *count.entry(word).or_default() += 1;
    }
    let all = mentions.len() as f64;
    count.into_iter().map(|(word, n)| (word, (1.0 + all / n as f64).ln())).collect()
}

fn weigh<'w>(words: impl Iterator<Item = &'w String>, weight: &BTreeMap<&str, f64>) -> f64 {
    words.map(|word| weight.get(word.as_str()).copied().unwrap_or_default()).sum()
}

/// Mentions of one happening, with all the words around them.
type Group<'m> = (BTreeSet<&'m String>, Vec<&'m Dated>);

/// Mentions of one date, parted by what they are about, in the order of the articles. What two
/// early mentions do not share a later one may: the groups are joined as the mentions were.
fn groups<'m>(mentions: &[&'m Dated], weight: &BTreeMap<&str, f64>) -> Vec<Vec<&'m Dated>> {
    let alone = mentions.iter().map(|mention| (mention.around.iter().collect(), vec![*mention]));
    let joined = join(join(alone.collect(), weight, ALIKE), weight, ALIKE_GROUPS);
    joined
        .into_iter()
        .map(|(_, mut members)| {
            members.sort_by_key(|m| (m.article, m.span));
            members
        })
        .collect()
}

/// Each group joins the one before it whose words its own are most alike, if they are so by
/// `least_alike`.
fn join<'m>(
    groups: Vec<Group<'m>>,
    weight: &BTreeMap<&str, f64>,
    least_alike: f64,
) -> Vec<Group<'m>> {
    let mut out: Vec<Group<'m>> = Vec::new();
    for (own, own_members) in groups {
        let first = out.len().saturating_sub(GROUPS);
        let alike = out
            .iter()
            .enumerate()
            .skip(first)
            .map(|(at, (words, _))| {
                let shared = weigh(own.intersection(words).copied(), weight);
                let least =
                    weigh(own.iter().copied(), weight).min(weigh(words.iter().copied(), weight));
                (at, if least > 0.0 { shared / least } else { 0.0 })
            })
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
            .filter(|(_, alike)| *alike >= least_alike);
        match alike.and_then(|(at, _)| out.get_mut(at)) {
            Some((words, members)) => {
                words.extend(own);
                members.extend(own_members);
            }
            None => out.push((own, own_members)),
        }
    }
    out
}
