//! The articles about one event.

/// Index of an article in the canonical order of one run: the slice that every stage after
/// annotation is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub u32);

impl ArticleId {
    /// The index itself.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Number of a story in one run, from 0, in the order of the stories' first articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StoryId(pub u32);

/// The articles about one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Its number.
    pub id: StoryId,
    /// Its articles, ascending.
    pub articles: Vec<ArticleId>,
}
