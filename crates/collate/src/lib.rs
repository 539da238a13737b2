//! Fourth stage: the articles of a [`Story`] laid side by side, a [`Collation`].
//!
//! [`collate`] is the whole of it; its body is the list of steps, one module each.

use rapporteur_core::{AnnotatedArticle, Collation, Story};

mod actors;
pub mod acts;
mod coverage;
mod dateline;
mod dating;
mod discrepancy;
mod independence;
mod lead;
mod points;
mod positions;
mod provenance;
mod shared;
#[cfg(test)]
mod testing;
mod timeline;

/// Lays the articles of `story` side by side. `articles` is the whole run's slice, which the
/// story's [`rapporteur_core::ArticleId`]s index. Pure, single-threaded, the same for any order of
/// articles in the story.
pub fn collate(story: &Story, articles: &[AnnotatedArticle]) -> Collation {
    let (actors, statements) = actors::merge(story, articles);
    let dates = dating::anchor(story, articles);
    let shared = shared::find(story, articles);
    let provenance = provenance::find(story, articles);
    let mut points = points::align(story, articles, &actors, &statements, &shared);
    independence::count(&mut points, articles, &shared, &provenance);
    let timeline = timeline::build(story, articles, &dates);
    let discrepancies = discrepancy::find(story, articles, &actors, &statements, &points, &dates);
    let positions = positions::find(story, articles, &actors, &statements, &points);
    let voice = coverage::voice(articles, &statements);
    let cues = coverage::cues(articles, &statements, &points);
    let namings = coverage::namings(articles, &actors, &points);
    let lead = lead::choose(story, articles, &actors, &points, &timeline);
    Collation {
        story: story.clone(),
        lead,
        actors,
        statements,
        points,
        discrepancies,
        account_dates: dates.accounts,
        timeline,
        positions,
        shared,
        provenance,
        voice,
        cues,
        namings,
    }
}
