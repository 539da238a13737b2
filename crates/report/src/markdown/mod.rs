//! The report for a terminal, and for whatever reads Markdown. Sources are numbered, `[1]`, and
//! every quotation stands as it stands in its article, on one line and with Markdown's own
//! characters escaped.

mod escape;
mod sections;

use crate::Report;
use crate::view::StoryView;
use escape::escape;

/// The report of story number `story`, from 0; nothing where there is none of that number.
pub fn story(report: &Report<'_>, story: usize) -> String {
    let Some(story) = report.stories.get(story) else {
        return String::new();
    };
    let view = StoryView::new(report, story);
    let mut page = Page::default();
    sections::lead(&mut page, &view);
    sections::accounts(&mut page, &view);
    sections::shared(&mut page, &view);
    sections::differences(&mut page, &view);
    sections::positions(&mut page, &view);
    sections::timeline(&mut page, &view);
    sections::coverage(&mut page, &view);
    sections::origin(&mut page, &view);
    sections::alone(&mut page, &view);
    page.text
}

/// A list of all stories. `links` holds one address for each story of the report, relative to
/// this page.
pub fn index(report: &Report<'_>, links: &[String]) -> String {
    let mut page = Page::default();
    page.heading(1, &count(report.stories.len(), "story", "stories"));
    for (story, link) in report.stories.iter().zip(links) {
        let view = StoryView::new(report, story);
        let title = escape(&view.title());
        let accounts = count(view.sources.len(), "account", "accounts");
        let when =
            view.lead.when.as_ref().map_or_else(String::new, |(when, _)| format!("{when}, "));
        let link = address(link);
        page.item(0, &format!("[{title}](<{link}>): {when}{accounts}"));
    }
    page.text
}

/// "1 story", "3 stories"
fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// A relative address as it may stand between `<` and `>`.
fn address(link: &str) -> String {
    let mut out = String::with_capacity(link.len());
    for c in link.chars().filter(|c| !c.is_control()) {
        if matches!(c, '<' | '>' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A page that is being written.
#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn heading(&mut self, level: usize, text: &str) {
        self.gap();
        self.text.push_str(&"#".repeat(level));
        self.text.push(' ');
        self.text.push_str(text);
        self.text.push_str("\n\n");
    }

    fn paragraph(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push_str("\n\n");
    }

    fn item(&mut self, depth: usize, text: &str) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str("- ");
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn row(&mut self, cells: &[String]) {
        self.text.push_str("| ");
        self.text.push_str(&cells.join(" | "));
        self.text.push_str(" |\n");
    }

    /// One empty line, as between blocks.
    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}
