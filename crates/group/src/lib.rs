//! Third stage: articles to [`Story`]s, one article at a time.
//!
//! [`StoryIndex`] takes a stream; [`group`] takes what is there at once.

mod features;
mod index;
mod linkage;
mod rarity;

pub use index::{Placement, StoryIndex};
use rapporteur_core::{Article, ArticleId, Story, StoryId};

/// Groups `articles` into stories; [`rapporteur_core::ArticleId`] is an article's place in the slice.
///
/// The partition does not depend on the order of the slice: articles go into a [`StoryIndex`] by
/// day, undated ones last, then by the hash of their text.
pub fn group(articles: &[&Article]) -> Vec<Story> {
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by_cached_key(|&place| {
        let article = articles[place];
        let day = article.published.as_ref().map(|p| (p.date, p.confidence.to_bits()));
        let headline = article.headline_text().map(str::to_owned);
        (day.is_none(), day, article.hash(), headline)
    });
    let mut index = StoryIndex::new();
    for &place in &order {
        index.insert(articles[place]);
    }
    let mut stories: Vec<Vec<ArticleId>> = index
        .stories()
        .map(|members| {
            let mut ids: Vec<ArticleId> =
                members.iter().map(|&member| ArticleId(order[member] as u32)).collect();
            ids.sort();
            ids
        })
        .collect();
    stories.sort();
    stories
        .into_iter()
        .enumerate()
        .map(|(number, articles)| Story { id: StoryId(number as u32), articles })
        .collect()
}
