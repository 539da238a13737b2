//! The calendar of a story, drawn as a line.

use super::parts::{chips, words};
use crate::view::{HappeningView, Place, StoryView};
use maud::{Markup, html};

pub(super) fn section(view: &StoryView) -> Option<Markup> {
    let happenings = &view.timeline.happenings;
    if happenings.is_empty() {
        return None;
    }
    Some(html! {
        ol.timeline { @for (index, happening) in happenings.iter().enumerate() {
            (entry(view, index + 1, happening))
        } }
    })
}

fn entry(view: &StoryView, number: usize, happening: &HappeningView) -> Markup {
    let class = match happening.place {
        Place::Before => "before",
        Place::Main => "main",
        Place::After => "after",
    };
    html! {
        @if let Some(gap) = &happening.gap { li.gap { (gap) } }
        li.(class).same[happening.same] id={ "t" (number) } {
            time datetime=(happening.iso) { (happening.when) }
            div {
                @if let Some(what) = &happening.what { p { (words(what, 320)) } }
                p.said {
                    @for mention in &happening.mentions { span {
                        (chips(&view.sources, std::iter::once(mention))) " “" (words(mention, 60)) "”"
                    } }
                }
            }
        }
    }
}
