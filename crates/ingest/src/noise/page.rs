//! The lines of a text, as detectors see them.

use rapporteur_core::Span;

/// A text cut into its lines.
pub(super) struct Page<'t> {
    /// The whole text.
    pub(super) text: &'t str,
    /// Lines with something on them.
    pub(super) lines: Vec<Line<'t>>,
    /// The headline that metadata gave.
    pub(super) title: Option<&'t str>,
}

/// A line without white space at its ends.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    /// Where it stands.
    pub(super) span: Span,
    /// Its words.
    pub(super) text: &'t str,
    /// Whether an empty line stands before it.
    pub(super) apart: bool,
}

impl<'t> Page<'t> {
    pub(super) fn new(text: &'t str, title: Option<&'t str>) -> Self {
        let mut lines = Vec::new();
        let mut apart = true;
        for line in text.split('\n') {
            let bare = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            match Span::of_slice(text, bare) {
                Some(span) if !span.is_empty() => {
                    lines.push(Line {
                        span,
                        text: bare,
                        apart,
                    });
                    apart = false;
                }
                _ => apart = true,
            }
        }
        Self { text, lines, title }
    }
}
