//! One linear pass over a page before it is parsed: bounds what the parser gets, and gathers the
//! metadata on the way.
//!
//! Tree builders and extraction recurse: a page nested some thousand levels deep overflows the
//! stack, which kills the process. Some passes of theirs grow with the square of what stands side
//! by side. Real pages have stayed below 60 levels and 2 MB; this pass
//! drops tags (never text) beyond [`MAX_DEPTH`] open elements, [`MAX_TAGS`] tags and
//! [`MAX_OPEN_FORMATS`] open formatting elements, writes the end tags that are missing, empties tags with more than [`MAX_TAG_BYTES`]
//! or [`MAX_ATTRIBUTES`], leaves out scripts, styles, drawings and comments, and cuts at
//! [`MAX_OUT`]. It follows the tokenizer of the HTML Standard closely enough to see the tags that a
//! parser would see, and needs memory for the page and a stack of [`MAX_DEPTH`] names only.

use memchr::memchr;

/// The most elements open at a time.
const MAX_DEPTH: usize = 200;
/// The most tags of a page.
const MAX_TAGS: usize = 60_000;
/// The most formatting elements open at a time.
const MAX_OPEN_FORMATS: usize = 24;
/// A tag with more bytes loses its attributes.
const MAX_TAG_BYTES: usize = 16 << 10;
/// A tag with more attributes loses them; parsers compare each with each.
const MAX_ATTRIBUTES: usize = 100;
/// As many bytes of a page are parsed.
const MAX_OUT: usize = 6 << 20;
/// The most blocks of JSON-LD that are kept, and the most bytes of one.
const MAX_LD: (usize, usize) = (40, 1 << 20);
/// The most `<meta>` that are kept.
const MAX_META: usize = 400;

/// What the pass gives.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// The page for the parser.
    pub(super) html: String,
    /// Whether something was dropped that a parser could have used.
    pub(super) bounded: bool,
    /// Contents of `<script type="application/ld+json">`.
    pub(super) json_ld: Vec<String>,
    /// `name`, `property` or `itemprop` in lower case, and `content`.
    pub(super) meta: Vec<(String, String)>,
    /// `<title>`.
    pub(super) title: Option<String>,
    /// The first `<h1>`.
    pub(super) h1: Option<String>,
    /// `<link rel="canonical">`.
    pub(super) canonical: Option<String>,
    /// `datetime` of the first `<time>` that has one.
    pub(super) time: Option<String>,
}

/// Reads `page` once.
pub(super) fn scan(page: &str) -> Scan {
    let mut scanner = Scanner {
        page,
        at: 0,
        out: Scan::default(),
        open: Vec::new(),
        tags: 0,
        formats: 0,
        ignore_quotes: false,
    };
    scanner.out.html.reserve(page.len().min(MAX_OUT));
    while scanner.step() {
        if scanner.out.html.len() > MAX_OUT {
            scanner.out.bounded = true;
            break;
        }
    }
    scanner.out
}

struct Scanner<'p> {
    page: &'p str,
    at: usize,
    out: Scan,
    /// Names of the open elements that were handed on.
    open: Vec<&'p str>,
    tags: usize,
    formats: usize,
    /// A quotation mark that nothing closes was met: from then on tags end at the first `>`, or each
    /// tag would be sought to the end of the page.
    ignore_quotes: bool,
}

impl<'p> Scanner<'p> {
    /// Handles the text up to the next tag, and the tag. Whether there is more.
    fn step(&mut self) -> bool {
        let rest = self.rest();
        let Some(less) = memchr(b'<', rest.as_bytes()) else {
            self.text(rest);
            return false;
        };
        let (text, tag) = rest.split_at(less);
        self.text(text);
        self.at += less;
        let next = tag.as_bytes().get(1).copied().unwrap_or(b' ');
        if tag.starts_with("<!--") {
            self.at = match memchr::memmem::find(tag.as_bytes(), b"-->") {
                Some(end) => self.at + end + 3,
                None => self.page.len(),
            };
        } else if matches!(next, b'!' | b'?') {
            let end = memchr(b'>', tag.as_bytes()).map_or(tag.len(), |end| end + 1);
            if next == b'!' && end < 200 {
                self.out.html.push_str(tag.get(..end).unwrap_or_default());
            }
            self.at += end;
        } else if next == b'/' {
            let end = memchr(b'>', tag.as_bytes()).map_or(tag.len(), |end| end + 1);
            self.close(name_of(tag.get(2..end).unwrap_or_default()));
            self.at += end;
        } else if next.is_ascii_alphabetic() {
            self.start(tag);
        } else {
            self.out.html.push_str("&lt;");
            self.at += 1;
        }
        self.at < self.page.len()
    }

    fn rest(&self) -> &'p str {
        self.page.get(self.at..).unwrap_or_default()
    }

    /// Hands text on, cut where the page is full.
    fn text(&mut self, text: &str) {
        let room = (MAX_OUT + 1).saturating_sub(self.out.html.len());
        let mut end = text.len().min(room);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        self.out.html.push_str(text.get(..end).unwrap_or_default());
    }

    /// A start tag at the beginning of `rest`.
    fn start(&mut self, rest: &'p str) {
        let end = self.tag_end(rest);
        let tag = rest.get(..end).unwrap_or(rest);
        let name = name_of(tag.get(1..).unwrap_or_default());
        self.at += end;
        self.gather(name, tag);
        if DROPPED.iter().any(|dropped| name.eq_ignore_ascii_case(dropped)) {
            if !tag.ends_with("/>") || name.eq_ignore_ascii_case("script") {
                self.skip_content(name, tag);
            }
            return;
        }
        if !VOID.iter().any(|void| name.eq_ignore_ascii_case(void)) {
            self.close_implied(name);
            let format = is_format(name);
            let full = self.open.len() >= MAX_DEPTH || format && self.formats >= MAX_OPEN_FORMATS;
            if full {
                self.out.bounded = true;
                return;
            }
            self.open.push(name);
            self.formats += usize::from(format);
        }
        self.tags += 1;
        if self.tags > MAX_TAGS {
            self.out.bounded = true;
            // Words must not run together where their tags are left out.
            self.out.html.push(' ');
        } else if tag.len() > MAX_TAG_BYTES || count_attributes(tag) > MAX_ATTRIBUTES {
            self.out.html.push('<');
            self.out.html.push_str(name);
            self.out.html.push('>');
        } else {
            self.out.html.push_str(tag);
        }
    }

    /// An end tag: hands it on where the element is open.
    fn close(&mut self, name: &str) {
        let open = |open: &&str| open.eq_ignore_ascii_case(name);
        if let Some(depth) = self.open.iter().rposition(open) {
            self.close_down_to(depth);
        }
    }

    /// Closes the open elements from the innermost to the one at `depth`, formatting elements and
    /// that one with an end tag: a parser opens formatting elements that nothing closed in every
    /// block that follows, and has then more of them than the page has tags.
    fn close_down_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some(name) = self.open.pop() else { return };
            let format = is_format(name);
            self.formats -= usize::from(format);
            if self.tags > MAX_TAGS {
                self.text("\n");
            } else if format || self.open.len() == depth {
                self.out.html.push_str("</");
                self.out.html.push_str(name);
                self.out.html.push('>');
            }
        }
    }

    /// Closes the elements that a start tag closes although no end tag was written, and formatting
    /// elements inside them.
    fn close_implied(&mut self, name: &str) {
        let closed: &[&str] = match name.to_ascii_lowercase().as_str() {
            "p" | "div" | "ul" | "ol" | "table" | "h1" | "h2" | "h3" | "h4" | "section"
            | "article" | "blockquote" | "form" | "pre" => &["p"],
            "li" => &["li", "p"],
            "td" | "th" => &["td", "th", "p"],
            "tr" => &["td", "th", "tr", "p"],
            "dt" | "dd" => &["dt", "dd", "p"],
            "option" => &["option"],
            _ => return,
        };
        loop {
            let block = self.open.iter().rposition(|open| !is_format(open));
            match block.and_then(|at| Some((at, self.open.get(at)?))) {
                Some((at, open)) if closed.iter().any(|c| open.eq_ignore_ascii_case(c)) => {
                    self.close_down_to(at);
                }
                _ => return,
            }
        }
    }

    /// Where the tag at the beginning of `rest` ends.
    fn tag_end(&mut self, rest: &str) -> usize {
        let bytes = rest.as_bytes();
        if !self.ignore_quotes {
            let mut quote = None;
            for (at, byte) in bytes.iter().enumerate() {
                match (quote, byte) {
                    (Some(open), _) if open == byte => quote = None,
                    (Some(_), _) => {}
                    (None, b'"' | b'\'') => quote = Some(byte),
                    (None, b'>') => return at + 1,
                    (None, _) => {}
                }
            }
            self.ignore_quotes = true;
            self.out.bounded = true;
        }
        memchr(b'>', bytes).map_or(rest.len(), |end| end + 1)
    }

    /// Passes over what stands inside an element that is left out.
    fn skip_content(&mut self, name: &str, tag: &str) {
        let rest = self.rest();
        let end = find_end_tag(rest, name).unwrap_or(rest.len());
        let content = rest.get(..end).unwrap_or_default();
        if name.eq_ignore_ascii_case("title") {
            if self.out.title.is_none() && content.len() < 4096 {
                self.out.title = Some(plain(content));
            }
            self.out.html.push_str("<title>");
            self.text(content.get(..content.len().min(4096)).unwrap_or_default());
            self.out.html.push_str("</title>");
        }
        let ld = name.eq_ignore_ascii_case("script")
            && tag.to_ascii_lowercase().contains("application/ld+json");
        if ld && self.out.json_ld.len() < MAX_LD.0 && content.len() <= MAX_LD.1 {
            self.out.json_ld.push(content.to_owned());
        }
        self.at += end;
        let after = self.rest();
        self.at += memchr(b'>', after.as_bytes()).map_or(after.len(), |end| end + 1);
    }

    /// Keeps what a tag says about the page.
    fn gather(&mut self, name: &str, tag: &str) {
        /// Metadata is short.
        const MAX: usize = 8192;
        if tag.len() > MAX {
            return;
        }
        match name.to_ascii_lowercase().as_str() {
            "meta" if self.out.meta.len() < MAX_META => {
                let key = attribute(tag, "property")
                    .or_else(|| attribute(tag, "name"))
                    .or_else(|| attribute(tag, "itemprop"));
                if let (Some(key), Some(content)) = (key, attribute(tag, "content"))
                    && !content.is_empty()
                {
                    self.out.meta.push((key.to_lowercase(), content));
                }
            }
            "link"
                if self.out.canonical.is_none()
                    && attribute(tag, "rel")
                        .is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) =>
            {
                self.out.canonical = attribute(tag, "href");
            }
            "time" if self.out.time.is_none() => self.out.time = attribute(tag, "datetime"),
            "h1" if self.out.h1.is_none() => {
                let rest = self.rest();
                let mut near = rest.len().min(MAX);
                while !rest.is_char_boundary(near) {
                    near -= 1;
                }
                let near = rest.get(..near).unwrap_or_default();
                let heading = find_end_tag(near, "h1").and_then(|end| near.get(..end));
                self.out.h1 = heading.map(plain).filter(|text| !text.is_empty());
            }
            _ => {}
        }
    }
}

/// Elements whose content is not text of the page, and the title, which is kept apart.
const DROPPED: &[&str] = &[
    "script",
    "style",
    "svg",
    "math",
    "template",
    "iframe",
    "textarea",
    "xmp",
    "noembed",
    "noframes",
    "plaintext",
    "object",
    "canvas",
    "title",
    "select",
];

/// Elements without content.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Formatting elements, which a parser opens again in the next block.
fn is_format(name: &str) -> bool {
    const FORMATS: &[&str] = &[
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt",
        "u",
    ];
    FORMATS.iter().any(|format| name.eq_ignore_ascii_case(format))
}

/// The name at the beginning of `tag`.
fn name_of(tag: &str) -> &str {
    let end = tag
        .bytes()
        .position(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'))
        .unwrap_or(tag.len());
    tag.get(..end).unwrap_or_default()
}

/// Where `</name` stands.
fn find_end_tag(text: &str, name: &str) -> Option<usize> {
    memchr::memmem::find_iter(text.as_bytes(), b"</").find(|at| {
        text.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name))
    })
}

/// How many attributes a tag has, at most.
fn count_attributes(tag: &str) -> usize {
    tag.bytes().filter(|b| *b == b'=').count().max(if tag.len() > 4 * MAX_ATTRIBUTES {
        tag.split_ascii_whitespace().count()
    } else {
        0
    })
}

/// The value of an attribute of a tag, its character references resolved.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag.get(1..)?;
    rest = rest.get(name_of(rest).len()..)?;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/'))?;
        let (key, after) = rest.split_at(end);
        let after = after.trim_start();
        let Some(value) = after.strip_prefix('=') else {
            if key.is_empty() {
                return None;
            }
            rest = after;
            continue;
        };
        let value = value.trim_start();
        let (value, next) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value.get(1..)?.split_once(quote)?,
            _ => {
                let end = value.find(|c: char| c.is_ascii_whitespace() || c == '>')?;
                value.split_at(end)
            }
        };
        if key.eq_ignore_ascii_case(name) {
            return Some(plain(value));
        }
        rest = next;
    }
}

/// Markup as plain text on one line: tags out, character references resolved.
pub(super) fn plain(markup: &str) -> String {
    let mut text = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let text = resolve(&text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Resolves character references: numeric ones, and the names that headlines hold.
fn resolve(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let end = after.bytes().take(12).position(|b| b == b';');
        let found = end.and_then(|end| {
            let name = after.get(..end)?;
            Some((character(name)?, after.get(end + 1..)?))
        });
        match found {
            Some((c, next)) => {
                out.push(c);
                rest = next;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    const NAMES: &[(&str, char)] = &[
        ("amp", '&'),
        ("apos", '\''),
        ("eacute", 'é'),
        ("egrave", 'è'),
        ("gt", '>'),
        ("hellip", '…'),
        ("laquo", '«'),
        ("ldquo", '“'),
        ("lsquo", '‘'),
        ("lt", '<'),
        ("mdash", '—'),
        ("nbsp", ' '),
        ("ndash", '–'),
        ("ouml", 'ö'),
        ("quot", '"'),
        ("raquo", '»'),
        ("rdquo", '”'),
        ("rsquo", '’'),
        ("uuml", 'ü'),
    ];
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn depth(html: &str) -> usize {
        let (mut depth, mut most) = (0usize, 0);
        for tag in html.split('<').skip(1) {
            if tag.starts_with('/') {
                depth = depth.saturating_sub(1);
            } else {
                depth += 1;
                most = most.max(depth);
            }
        }
        most
    }

    #[test]
    fn what_is_nested_too_deep_loses_its_tags_and_keeps_its_text() {
        let page = format!("{}deep{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
        let scan = scan(&page);
        assert!(scan.bounded);
        assert!(scan.html.contains("deep"));
        assert_eq!(depth(&scan.html), MAX_DEPTH);
    }

    #[test]
    fn paragraphs_need_no_end_tags() {
        let page = "<p>One.".repeat(1000);
        assert_eq!(scan(&page).html, "<p>One.</p>".repeat(1000).trim_end_matches("</p>"));
    }

    #[test]
    fn formatting_ends_with_its_block() {
        assert_eq!(
            scan("<div><b>One</div><p><i>Two<p>Three").html,
            "<div><b>One</b></div><p><i>Two</i></p><p>Three"
        );
        assert_eq!(scan("<b><p>One</p><p>Two</p></b></b>").html, "<b><p>One</p><p>Two</p></b>");
    }

    #[test]
    fn scripts_are_left_out_and_metadata_is_kept() {
        let page = r#"<html><head><title>Talks &amp; more | The Example</title>
            <meta property="og:title" content="Talks &quot;end&quot;"><link rel=canonical href="https://paper.example/a">
            <script>if (a < b) { "</div>" }</script><script type="application/ld+json">{"a": 1}</script></head>
            <body><h1><span>Talks</span> end</h1><time datetime="2022-01-12">today</time> 1 < 2</body></html>"#;
        let scan = scan(page);
        assert_eq!(scan.title.as_deref(), Some("Talks & more | The Example"));
        assert_eq!(scan.meta, [("og:title".to_owned(), "Talks \"end\"".to_owned())]);
        assert_eq!(scan.canonical.as_deref(), Some("https://paper.example/a"));
        assert_eq!(scan.json_ld, ["{\"a\": 1}"]);
        assert_eq!(scan.h1.as_deref(), Some("Talks end"));
        assert_eq!(scan.time.as_deref(), Some("2022-01-12"));
        assert!(!scan.html.contains("if (a"));
        assert!(scan.html.contains("1 &lt; 2"));
        assert!(!scan.bounded);
    }

    #[test]
    fn long_tags_lose_their_attributes() {
        let page = format!("<p data-x=\"{}\">Text</p>", "x".repeat(1 << 20));
        assert_eq!(scan(&page).html, "<p>Text</p>");
        let page = format!("<p {}>Text</p>", "a=1 ".repeat(50_000));
        assert_eq!(scan(&page).html, "<p>Text</p>");
    }

    #[test]
    fn open_quotation_marks_do_not_cost_a_pass_each() {
        let page = "<a href=\"x>".repeat(200_001);
        assert!(scan(&page).html.len() < page.len());
    }

    proptest! {
        #[test]
        fn any_text_is_scanned(page in "(<|</|>|\"|'|!--|-->|=|p|div|b|script|title|meta |&amp;|é| ){0,80}") {
            let _ = scan(&page);
        }
    }
}
