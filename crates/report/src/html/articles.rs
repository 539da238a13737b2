//! The articles in full, every mark on its words.

use super::parts::{address, badge, colour};
use crate::view::{ArticleView, MarkKind, Paragraph, ParagraphKind, Piece, StoryView};
use maud::{Markup, html};

pub(super) fn section(view: &StoryView) -> Markup {
    let back = match view.table.rows().next() {
        Some(_) => "#points",
        None => "#what",
    };
    html! {
        p.note {
            "Every article as it came. "
            span.legend {
                span.m-st { "statement" } " " span.m-fa { "fact several carry" } " "
                span.m-so { "who says it" } " " span.m-cu { "verb that attributes" } " "
                span.m-ti { "time" } " " span.m-qu { "quantity" } " " span.m-no { "not the article" }
            }
            " A small number leads back to the point."
        }
        div.texts {
            @for (article, source) in view.articles.iter().zip(&view.sources) {
                article.text.(colour(article.source)) id={ "a" (article.source + 1) }
                    aria-labelledby={ "a" (article.source + 1) "-h" } {
                    header {
                        h3 id={ "a" (article.source + 1) "-h" } { (badge(article.source)) " " (source.name) }
                        p.meta {
                            @if let Some(date) = &source.date { span { (date.text) } }
                            @if let Some(file) = source.file { span.url { (file) } }
                            @if let Some(url) = source.url { (address(url)) }
                            a href=(back) { (if back == "#points" { "back to the table" } else { "back to the top" }) }
                        }
                    }
                    div.body lang=[source.language] {
                        @for paragraph in &article.paragraphs { (self::paragraph(article, paragraph)) }
                    }
                }
            }
        }
    }
}

fn paragraph(article: &ArticleView, paragraph: &Paragraph) -> Markup {
    let class = match paragraph.kind {
        ParagraphKind::Heading => "heading",
        ParagraphKind::Text => "para",
        ParagraphKind::Noise => "noise",
    };
    html! {
        p.(class) id={ "a" (article.source + 1) "-p" (paragraph.number) } {
            (pieces(article, &paragraph.pieces, false))
        }
    }
}

/// Depth is bounded where marks are nested.
fn pieces(article: &ArticleView, list: &[Piece], in_link: bool) -> Markup {
    html! {
        @for piece in list {
            @match piece {
                Piece::Text(words) => { (words) }
                Piece::Marked(marked) => {
                    @let first = marked.begins.first().map(|&span| article.anchor(span));
                    @let rest = marked.begins.iter().skip(1);
                    @let goes_on = goes_on(article, &marked.goes_on);
                    @let class = classes(&marked.kinds);
                    @let title = (!marked.titles.is_empty()).then(|| marked.titles.join("; "));
                    @let link = marked.targets.iter().find(|(_, label)| label.is_empty()).filter(|_| !in_link);
                    @let inside = html! {
                        @for &span in rest { span id=(article.anchor(span)) {} }
                        (pieces(article, &marked.inside, in_link || link.is_some()))
                    };
                    @if let Some((target, _)) = link {
                        a id=[first] class=[class] title=[title] data-of=[goes_on] href={ "#" (target) } { (inside) }
                    } @else {
                        span id=[first] class=[class] title=[title] data-of=[goes_on] { (inside) }
                    }
                    @if !in_link {
                        @for (target, label) in &marked.targets { @if !label.is_empty() {
                            sup { a href={ "#" (target) } aria-label={ "point " (label) } { (label) } }
                        } }
                    }
                }
            }
        }
    }
}

/// The anchors whose words go on here, for the script to light them together.
fn goes_on(article: &ArticleView, spans: &[rapporteur_core::Span]) -> Option<String> {
    let anchors: Vec<String> = spans.iter().map(|&span| article.anchor(span)).collect();
    (!anchors.is_empty()).then(|| anchors.join(" "))
}

fn classes(kinds: &[MarkKind]) -> Option<String> {
    let names: Vec<&str> = kinds
        .iter()
        .filter_map(|kind| match kind {
            MarkKind::Cited => None,
            MarkKind::Statement => Some("m-st"),
            MarkKind::Fact => Some("m-fa"),
            MarkKind::Source => Some("m-so"),
            MarkKind::Cue => Some("m-cu"),
            MarkKind::Time => Some("m-ti"),
            MarkKind::Quantity => Some("m-qu"),
            MarkKind::Noise => Some("m-no"),
        })
        .collect();
    (!names.is_empty()).then(|| names.join(" "))
}
