//! What parties want, refuse, offer, threaten.
//!
//! [`find`] reads every sentence of the story for [`crate::acts`] and asks whose act it is: the
//! speaker's, where the act is the cue of a statement ("demanded", "rejected") or the stance of
//! what is said ("must", "will not", "ready to"); the subject's, where somebody is said to act in a
//! clause ("Moscow's demands", "was requested by the police"). One party's mentions of one act on
//! one issue, over articles, are one [`Position`].

mod claim;
#[cfg(test)]
pub(crate) mod gold;
mod merge;
mod scene;
mod stance;
mod subject;
#[cfg(test)]
mod tests;

pub(crate) use scene::is_medium;

use rapporteur_core::{Actor, AnnotatedArticle, Point, Position, Statement, Story};

/// Finds the positions in statements and in the articles' own voice, those that most articles
/// carry first.
pub(crate) fn find(
    story: &Story,
    articles: &[AnnotatedArticle],
    actors: &[Actor],
    statements: &[Statement],
    points: &[Point],
) -> Vec<Position> {
    let mut claims = Vec::new();
    for scene in scene::scenes(story, articles, actors, statements) {
        claims.extend(claim::read(&scene));
    }
    merge::merge(articles, claims, points)
}
