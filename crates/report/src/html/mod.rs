//! One self-contained page: no request leaves it, and it reads without its script.
//!
//! Everything that comes from an article, its metadata or its file name passes through maud's
//! escaping as text or as an attribute's value. Ids and links are made of numbers alone. An
//! article's address becomes a link only where it is plain `http` or `https`.

mod articles;
mod differences;
mod head;
mod origin;
mod page;
mod parts;
mod positions;
mod table;
mod timeline;
mod voice;

use crate::Report;
use crate::view::StoryView;
use maud::{Markup, html};

/// The report of story number `story`, from 0, as a whole HTML document; the index of no story
/// where there is none of that number.
pub fn story_page(report: &Report<'_>, story: usize) -> String {
    let Some(story) = report.stories.get(story) else {
        return index_page(report, &[]);
    };
    let view = StoryView::new(report, story);
    let title = view.title();
    // Id, name in the navigation, heading, content.
    let sections: [(&str, &str, &str, Option<Markup>); 9] = [
        ("accounts", "Accounts", "The accounts", Some(head::accounts(&view))),
        ("points", "Side by side", "Side by side", table::section(&view)),
        ("wording", "Wordings", "The same in other words", table::wordings(&view)),
        ("differences", "Differences", "Where accounts part", differences::section(&view)),
        ("positions", "Positions", "Who wants what", positions::section(&view)),
        ("timeline", "Calendar", "The calendar", timeline::section(&view)),
        ("voice", "Voice", "Coverage and voice", voice::section(&view)),
        ("origin", "Origins", "Who has it from whom", origin::section(&view)),
        ("articles", "Articles", "The articles in full", Some(articles::section(&view))),
    ];
    let links: Vec<_> = std::iter::once(("what", "What happened"))
        .chain(
            sections
                .iter()
                .filter(|(_, _, _, body)| body.is_some())
                .map(|&(id, name, _, _)| (id, name)),
        )
        .collect();
    let body = html! {
        (head::section(&view))
        @for (id, _, heading, body) in &sections {
            @if let Some(body) = body {
                section id=(id) aria-labelledby={ (id) "-h" } {
                    h2 id={ (id) "-h" } { (heading) }
                    (body)
                }
            }
        }
    };
    page::document(&title, &links, &body).into_string()
}

/// A page that leads to the reports of all stories. `links` holds one address for each story of
/// the report, relative to this page.
pub fn index_page(report: &Report<'_>, links: &[String]) -> String {
    let stories: Vec<_> = report
        .stories
        .iter()
        .zip(links)
        .map(|(story, link)| (StoryView::new(report, story), link))
        .collect();
    let body = html! {
        section #what aria-labelledby="what-h" {
            p.kicker { (parts::count(report.articles.len(), "account", "accounts")) }
            h1 #what-h { (parts::count(stories.len(), "story", "stories")) }
            ol.stories {
                @for (view, link) in &stories {
                    li { (head::entry(view, link)) }
                }
            }
        }
    };
    page::document("Stories", &[], &body).into_string()
}
