//! Small pieces that all sections share.

use crate::view::{Cite, SourceView, shorten};
use maud::{Markup, html};

/// "1 story", "3 stories"
pub(super) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// The class that gives an outlet its colour; there are eight, and the number tells the rest.
pub(super) fn colour(source: usize) -> String {
    format!("o{}", source % 8 + 1)
}

/// The name of an account.
pub(super) fn name<'s>(sources: &'s [SourceView], source: usize) -> &'s str {
    sources.get(source).map_or("", |s| s.name.as_str())
}

/// The number of an outlet as a small coloured link to the words.
pub(super) fn chip(sources: &[SourceView], cite: &Cite) -> Markup {
    let name = name(sources, cite.source);
    let (words, cut) = shorten(cite.words, 140);
    let dots = if cut { " …" } else { "" };
    html! {
        a.chip.(colour(cite.source)) href={ "#" (cite.anchor()) }
            title={ (name) ": " (words) (dots) } aria-label={ (name) ": " (words) (dots) } {
            (cite.source + 1)
        }
    }
}

/// Several of them.
pub(super) fn chips<'c>(
    sources: &[SourceView],
    cites: impl IntoIterator<Item = &'c Cite<'c>>,
) -> Markup {
    html! { span.chips { @for cite in cites { (chip(sources, cite)) } } }
}

/// The number of an outlet without a link.
pub(super) fn badge(source: usize) -> Markup {
    html! { span.chip.(colour(source)) aria-hidden="true" { (source + 1) } }
}

/// Words of an article as a link to their place, cut after `most` bytes.
pub(super) fn words(cite: &Cite, most: usize) -> Markup {
    let (words, cut) = shorten(cite.words, most);
    html! {
        a.words href={ "#" (cite.anchor()) } { (words) }
        @if cut { span.cut title="the words go on in the article" { " […]" } }
    }
}

/// The words around a reading are cut to so many bytes on either side.
const AROUND: usize = 90;

/// The last words before a reading.
pub(super) fn before(text: &str) -> Markup {
    let skipped = text.len().saturating_sub(AROUND);
    let from = (skipped..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    let tail = text.get(from..).unwrap_or("");
    let tail = if from == 0 {
        tail
    } else {
        tail.split_once(char::is_whitespace).map_or("", |(_, rest)| rest)
    };
    html! { @if !tail.is_empty() { span.around { @if from > 0 { "… " } (tail) } } }
}

/// The first words after it.
pub(super) fn after(text: &str) -> Markup {
    let (head, cut) = shorten(text, AROUND);
    html! { @if !head.is_empty() { span.around { (head) @if cut { " …" } } } }
}

/// An address as a link where it is one of the web, else as text.
pub(super) fn address(url: &str) -> Markup {
    let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    let web = lower.starts_with("https://") || lower.starts_with("http://");
    html! {
        @if web && !url.chars().any(|c| c.is_control() || c.is_whitespace()) {
            a.url href=(url) rel="noreferrer noopener external" { (url) }
        } @else {
            span.url { (url) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_links() {
        assert!(address("https://example.org/a").into_string().contains("<a "));
        for odd in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,x",
            "http:/x",
            " https://x",
            "https://x\n.org",
        ] {
            assert!(!address(odd).into_string().contains("<a "), "{odd}");
        }
    }
}
