//! The canonical order of a run's articles, so that a report does not depend on the order of input.

use rapporteur_core::{Article, TextHash};
use std::collections::BTreeMap;

/// An article that was left out because the same outlet's same text had come in already.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duplicate {
    /// Where the one that was left out came from.
    pub file: Option<String>,
    /// Where the one that stays came from.
    pub kept: Option<String>,
}

/// Sorts `articles` by day (undated ones last), then by file or id, then by their text, and takes
/// out those whose text has come in already under the same outlet, date and URL.
///
/// The names of outlets take no part in the order: two outlets swapped give the same report with
/// the two swapped.
pub fn in_canonical_order(articles: Vec<Article>) -> (Vec<Article>, Vec<Duplicate>) {
    let mut keyed: Vec<(TextHash, Article)> = articles.into_iter().map(|a| (a.hash(), a)).collect();
    keyed.sort_by(|(ha, a), (hb, b)| {
        let day = |x: &Article| x.published.as_ref().map(|p| p.date);
        let dated = |x: &Article| day(x).is_none();
        dated(a)
            .cmp(&dated(b))
            .then_with(|| day(a).cmp(&day(b)))
            .then_with(|| a.file.cmp(&b.file))
            .then_with(|| a.key.cmp(&b.key))
            .then_with(|| ha.cmp(hb))
            .then_with(|| (&a.outlet, &a.url, &a.title).cmp(&(&b.outlet, &b.url, &b.title)))
    });
    let mut kept: Vec<Article> = Vec::with_capacity(keyed.len());
    let mut duplicates = Vec::new();
    let mut seen = BTreeMap::new();
    for (hash, article) in keyed {
        let day = article.published.as_ref().map(|p| p.date);
        let identity = (hash, article.outlet.clone(), article.url.clone(), day);
        match seen.get(&identity) {
            Some(&first) => {
                let first: &Article = &kept[first];
                duplicates.push(Duplicate { file: article.file, kept: first.file.clone() });
            }
            None => {
                seen.insert(identity, kept.len());
                kept.push(article);
            }
        }
    }
    (kept, duplicates)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(file: &str, text: &str) -> Article {
        Article { file: Some(file.into()), ..Article::from_text(text) }
    }

    #[test]
    fn the_order_of_input_does_not_matter() {
        let one = || article("1.txt", "Talks begin.");
        let two = || article("2.txt", "Talks end.");
        assert_eq!(in_canonical_order(vec![one(), two()]), in_canonical_order(vec![two(), one()]));
    }

    #[test]
    fn the_same_article_twice_is_one() {
        let (kept, duplicates) = in_canonical_order(vec![
            article("b.txt", "Talks end."),
            article("a.txt", "Talks end."),
        ]);
        assert_eq!(kept.len(), 1);
        assert_eq!(
            duplicates,
            [Duplicate { file: Some("b.txt".into()), kept: Some("a.txt".into()) }]
        );
    }

    #[test]
    fn the_same_text_of_another_outlet_is_another_article() {
        let copy = Article { outlet: Some("Herald".into()), ..article("b.txt", "Talks end.") };
        let (kept, duplicates) = in_canonical_order(vec![article("a.txt", "Talks end."), copy]);
        assert_eq!((kept.len(), duplicates.len()), (2, 0));
    }
}
