//! Remains of code: style sheets, tags, links that stand for something embedded.

use super::page::Page;
use crate::pattern::Pattern;
use rapporteur_core::{Noise, NoiseKind};

/// Whole lines.
static LINE: Pattern = Pattern::woken(
    &["{", "}", ";", "http", "www.", "#", "[", "$(", "<!--", "/*", "function", "var "],
    r"^(?:[.#@]?[A-Za-z0-9_#.,:> -]+\{[^{}]*\}?|[a-z-]+: ?[^;{}]+;|\}|/\*.*\*/|<!--.*|\(?function ?\(.*|var \w+ ?=.*|\$\(.*|https?://\S+|www\.\S+|#\w+(?: #\w+)*|\[/?[a-z]+[^\]]*\]|\{\{.*\}\})$",
);
/// Tags, and links that a social network puts behind a post.
static INSIDE: Pattern = Pattern::woken(
    &["<", "pic.twitter.com"],
    r"</?(?:tweet|div|span|p|a|br|img|iframe|script|style|blockquote|em|strong|b|i|ul|li|figure)\b[^<>]{0,300}/?>|\bpic\.twitter\.com/\w+",
);

pub(super) fn detect(page: &Page<'_>, found: &mut Vec<Noise>) {
    for line in &page.lines {
        if line.words <= 40 && LINE.is_match(line.text) {
            found.push(line.whole(NoiseKind::Other));
            continue;
        }
        for hit in INSIDE.find_iter(line.text) {
            found.push(line.part(hit.start(), hit.end(), NoiseKind::Other));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noise::tests::marked;
    use crate::pattern::all_compile;

    #[test]
    fn patterns_are_well_formed() {
        assert!(all_compile(&[&LINE, &INSIDE]));
    }

    #[test]
    fn code_is_noise() {
        for line in [
            ".image-wrap img {",
            "}",
            "margin: 0 auto;",
            "https://paper.example/a",
            "#talks #vienna",
        ] {
            assert_eq!(marked(detect, line), [line]);
        }
        let text = "They met. pic.twitter.com/abc123 Later they left <b>fast</b>.";
        assert_eq!(marked(detect, text), ["pic.twitter.com/abc123", "<b>", "</b>"]);
    }

    #[test]
    fn text_with_marks_stays() {
        for line in ["Vienna: the talks; a report", "The envoy wrote: #peace now.", "5 < 6"] {
            assert!(marked(detect, line).is_empty(), "{line}");
        }
    }
}
