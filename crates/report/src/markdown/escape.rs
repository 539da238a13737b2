//! Words of an article inside Markdown.

use crate::view::{Cite, shorten};

/// `text` on one line, with every character escaped that Markdown (CommonMark, and the tables and
/// strike-through of its GitHub flavour) could read as its own.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut space = false;
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            space = true;
            continue;
        }
        if space && !out.is_empty() {
            out.push(' ');
        }
        space = false;
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Words of an article, cut after `most` bytes.
pub(super) fn words(cite: &Cite, most: usize) -> String {
    let (words, cut) = shorten(cite.words, most);
    let mut out = escape(words);
    if cut {
        out.push_str(" […]");
    }
    out
}

/// The number under which a source is listed.
pub(super) fn number(cite: &Cite) -> String {
    format!("[{}]", cite.source + 1)
}

/// The numbers of several, each once, in their order.
pub(super) fn numbers<'c, 'a: 'c>(cites: impl IntoIterator<Item = &'c Cite<'a>>) -> String {
    let mut list: Vec<usize> = cites.into_iter().map(|cite| cite.source + 1).collect();
    list.sort_unstable();
    list.dedup();
    list.iter().map(|n| format!("[{n}]")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_of_an_article_stays_text() {
        assert_eq!(
            escape("<b>*x*</b> [a](javascript:b) | `c`\n# d"),
            "\\<b\\>\\*x\\*\\</b\\> \\[a\\](javascript:b) \\| \\`c\\` \\# d"
        );
        assert_eq!(escape("“Yes,” 100,000 – 3.5 %"), "“Yes,” 100,000 – 3.5 %");
    }
}
