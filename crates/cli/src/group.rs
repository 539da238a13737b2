//! `rapporteur group`: articles to stories, one JSON line an article, in the order of the input.

use crate::args::StreamArguments;
use crate::error::Error;
use crate::extract::name;
use crate::input::{self, Stdin};
use crate::output::{self, Messages};
use rapporteur::report::json::wire::GroupRecord;

pub(crate) fn run(arguments: &StreamArguments, messages: &Messages) -> Result<(), Error> {
    let articles = input::articles(&arguments.paths, Stdin::JsonLines, messages)?;
    let stories = rapporteur::group::group(&articles.iter().collect::<Vec<_>>());
    let mut story_of = vec![String::new(); articles.len()];
    for story in &stories {
        for article in &story.articles {
            if let Some(place) = story_of.get_mut(article.index()) {
                *place = format!("s{}", story.id.0 + 1);
            }
        }
    }
    let mut out = Vec::new();
    for (index, (article, story)) in articles.iter().zip(story_of).enumerate() {
        serde_json::to_writer(&mut out, &GroupRecord { id: name(article, index), story })?;
        out.push(b'\n');
    }
    output::to_stdout(&out)
}
