//! One run: articles in, stories and their collations out.

use crate::order::{Duplicate, in_canonical_order};
use rapporteur_annotate::Reader;
use rapporteur_core::{AnnotatedArticle, Article, ArticleId, Collation, Story, StoryId};
use rapporteur_report::Report;
use rayon::prelude::*;

/// How to run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Take all articles as accounts of one event instead of grouping them.
    pub one_story: bool,
}

/// How far a run has come, for a progress bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One more article of so many has been annotated.
    Annotated {
        /// Number of articles.
        of: usize,
    },
    /// The articles have been grouped into so many stories.
    Grouped {
        /// Number of stories.
        stories: usize,
    },
    /// One more story of so many has been collated.
    Collated {
        /// Number of stories.
        of: usize,
    },
}

/// What a run has found.
#[derive(Clone, Debug)]
pub struct Run {
    /// The articles in canonical order.
    pub articles: Vec<AnnotatedArticle>,
    /// Their stories.
    pub stories: Vec<Collation>,
    /// Articles that came in twice.
    pub duplicates: Vec<Duplicate>,
}

impl Run {
    /// The run as the report stage takes it.
    pub fn report(&self) -> Report<'_> {
        Report { articles: &self.articles, stories: &self.stories }
    }
}

/// Takes `articles` the whole way, on as many threads as rayon's pool has. The result depends on
/// the articles alone, not on their order nor on the threads. `progress` is called from any thread.
pub fn read_together(
    articles: Vec<Article>,
    reader: &Reader,
    options: &Options,
    progress: &(dyn Fn(Step) + Sync),
) -> Run {
    let (articles, duplicates) = in_canonical_order(articles);
    let of = articles.len();
    let articles: Vec<AnnotatedArticle> = articles
        .into_par_iter()
        .map(|article| {
            let annotated = rapporteur_annotate::annotate(article, reader);
            progress(Step::Annotated { of });
            annotated
        })
        .collect();

    let stories = if options.one_story {
        one_story(articles.len())
    } else {
        rapporteur_group::group(&articles.iter().map(|a| &a.article).collect::<Vec<_>>())
    };
    progress(Step::Grouped { stories: stories.len() });

    let of = stories.len();
    let stories = stories
        .par_iter()
        .map(|story| {
            let collation = rapporteur_collate::collate(story, &articles);
            progress(Step::Collated { of });
            collation
        })
        .collect();
    Run { articles, stories, duplicates }
}

fn one_story(articles: usize) -> Vec<Story> {
    if articles == 0 {
        return Vec::new();
    }
    vec![Story { id: StoryId(0), articles: (0..articles as u32).map(ArticleId).collect() }]
}
