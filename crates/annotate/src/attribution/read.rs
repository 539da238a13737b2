//! Attributions as the model has read them, and those inside their contents.
//!
//! The corpus that the model has learned from marks no attribution inside a content ("he said that she
//! had refused"), so the sieves read the contents: measured on the gold stories they find as many as
//! the model does when it reads each content again as a text of its own, at no cost.

use super::{assembled, layout, sieved};
use crate::reader::{Found, Reading};
use rapporteur_core::{AnnotatedArticle, Attribution, AttributionKind, Span};

pub(super) fn find(article: &AnnotatedArticle, reading: &Reading<'_>) -> Vec<Attribution> {
    let mut outer: Vec<Attribution> =
        reading.attributions.iter().map(|found| attribution(article, found)).collect();
    layout::apply(article, &mut outer);
    // What nobody is seen to say is a statement only if quotation marks say so.
    outer.retain(|a| !a.cue.is_empty() || a.kind != AttributionKind::Indirect);
    let mut contents: Vec<_> = outer.iter().flat_map(|a| a.content.iter().copied()).collect();
    contents.sort();
    let inner = sieved(article).into_iter().filter(|attribution| {
        let hull = attribution.hull();
        // Contents of the model do not overlap: the last that begins before the hull decides.
        let after = contents.partition_point(|c| c.start() <= hull.start());
        contents[..after].last().is_some_and(|c| c.covers(hull) && *c != hull)
    });
    outer.extend(inner);
    outer
}

fn attribution(article: &AnnotatedArticle, found: &Found) -> Attribution {
    let mut content = found.content.clone();
    content.sort();
    let one = |span: Option<Span>| span.into_iter().collect();
    assembled(article, one(found.source), one(found.cue), content)
}
