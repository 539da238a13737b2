//! Quotation marks as news uses them.
//!
//! Straight and curly marks, low-high „ “, guillemets « » and » «, single marks (told from
//! apostrophes), `` and '' of old wires; nested; a quotation re-opened at each paragraph; a missing
//! closing mark, where the quotation ends with its paragraph; stray marks, which count for nothing.
//!
//! One pass collects the marks of a piece with the characters around them, a second runs over the
//! marks with a stack of limited depth.

use super::Piece;
use rapporteur_core::{Paragraph, Quotation, Span};

/// Deeper nesting is not read: in news it is always damage.
const DEEPEST: usize = 6;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Style {
    /// `"…"` and the double single marks of old wires.
    Straight,
    /// “…”, also closed by a straight mark.
    Curly,
    /// „…“ or „…”.
    Low,
    /// ”…”, as Swedes and Finns write.
    Right,
    /// «…».
    Guillemet,
    /// »…«.
    Inward,
    /// '…'.
    Single,
    /// ‘…’.
    SingleCurly,
    /// ‚…‘.
    SingleLow,
}

impl Style {
    fn is_single(self) -> bool {
        matches!(self, Self::Single | Self::SingleCurly | Self::SingleLow)
    }
}

/// A character that may be a quotation mark, with what stands around it.
#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    shape: char,
    before: Option<char>,
    after: Option<char>,
}

impl Mark {
    /// White space, a bracket, a dash or another opening mark before, none after.
    fn looks_open(self) -> bool {
        self.before.is_none_or(|c| {
            c.is_whitespace()
                || matches!(
                    c,
                    '(' | '[' | '-' | '–' | '—' | '/' | '“' | '„' | '«' | '"' | '‘' | ':' | '…'
                )
        }) && self.after.is_some_and(|c| !c.is_whitespace())
    }

    /// Something before, and white space, the end or punctuation after.
    fn looks_closed(self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace())
            && self.after.is_none_or(|c| !c.is_alphanumeric())
    }

    fn in_word(self) -> bool {
        self.before.is_some_and(char::is_alphanumeric)
            && self.after.is_some_and(char::is_alphanumeric)
    }
}

/// A quotation that has been opened.
#[derive(Clone, Copy, Debug)]
struct Open {
    style: Style,
    mark: Span,
}

/// The quotations of all pieces, by span.
pub(super) fn find(text: &str, pieces: &[Piece], paragraphs: &[Paragraph]) -> Vec<Quotation> {
    let mut out: Vec<Quotation> = Vec::new();
    let mut running: Option<(Style, usize)> = None;
    for piece in pieces {
        let marks = marks(text, piece.span);
        let mut reader = Reader::new(text, piece.span, &marks);
        for index in 0..marks.len() {
            reader.read(index);
        }
        let first_style = reader.first_style;
        let (mut found, left_open) = reader.finish();
        if let (Some((style, paragraph)), Some(first)) = (running, found.first_mut())
            && first.span.start() == piece.span.start()
            && first_style == Some(style)
            && paragraph + 1 == piece.paragraph
        {
            first.continues = true;
        }
        let heading = paragraphs.get(piece.paragraph).is_some_and(|p| p.heading);
        running = left_open.filter(|_| !heading).map(|style| (style, piece.paragraph));
        out.append(&mut found);
    }
    out
}

/// The marks of a piece. Two single marks in a row count as one double mark.
fn marks(text: &str, piece: Span) -> Vec<Mark> {
    let body = &text[piece];
    let mut out = Vec::new();
    let mut before = None;
    let mut chars = body.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut end = at + c.len_utf8();
        if is_mark(c) {
            let mut shape = c;
            if matches!(c, '\'' | '’' | '‘' | '`') && chars.peek().is_some_and(|(_, n)| *n == c)
            {
                chars.next();
                end += c.len_utf8();
                shape = match c {
                    '’' => '”',
                    '‘' | '`' => '“',
                    _ => '"',
                };
            }
            if shape != '`' {
                out.push(Mark {
                    span: Span::new(piece.start() + at, piece.start() + end),
                    shape: if shape == '＂' { '"' } else { shape },
                    before,
                    after: body[end..].chars().next(),
                });
            }
        }
        before = Some(c);
    }
    out
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '＂'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '\''
            | '‘'
            | '’'
            | '‚'
            | '‹'
            | '›'
            | '`'
    )
}

struct Reader<'t> {
    text: &'t str,
    piece: Span,
    marks: &'t [Mark],
    /// Whether a mark at this index or later can close a single quotation.
    single_closer_later: Vec<bool>,
    /// ” minus “ from this index on.
    balance: Vec<i64>,
    stack: Vec<Open>,
    found: Vec<Quotation>,
    first_style: Option<Style>,
    first_at: usize,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, piece: Span, marks: &'t [Mark]) -> Self {
        let n = marks.len();
        let mut single_closer_later = vec![false; n + 1];
        let mut balance = vec![0; n + 1];
        for (i, mark) in marks.iter().enumerate().rev() {
            let closes = matches!(mark.shape, '\'' | '’') && mark.looks_closed();
            single_closer_later[i] = closes || single_closer_later[i + 1];
            balance[i] = balance[i + 1]
                + match mark.shape {
                    '”' => 1,
                    '“' => -1,
                    _ => 0,
                };
        }
        Self {
            text,
            piece,
            marks,
            single_closer_later,
            balance,
            stack: Vec::new(),
            found: Vec::new(),
            first_style: None,
            first_at: usize::MAX,
        }
    }

    fn is_open(&self, style: Style) -> bool {
        self.stack.iter().any(|o| o.style == style)
    }

    fn open(&mut self, style: Style, mark: Span) {
        if self.stack.len() < DEEPEST {
            self.stack.push(Open { style, mark });
            if mark.start() < self.first_at {
                self.first_at = mark.start();
                self.first_style = Some(style);
            }
        }
    }

    /// Closes the innermost quotation of `style` with `mark`; what was opened inside it and not
    /// closed ends before the mark.
    fn close(&mut self, style: Style, mark: Span) {
        while let Some(open) = self.stack.pop() {
            if open.style == style {
                self.push(open, Span::new(open.mark.start(), mark.end()), mark.start(), true);
                return;
            }
            self.end(open, mark.start());
        }
    }

    /// Ends a quotation that lost its closing mark at byte `at`. Single marks without a partner were
    /// apostrophes.
    fn end(&mut self, open: Open, at: usize) {
        if !open.style.is_single() {
            let span = Span::new(open.mark.start(), at).trim(self.text);
            self.push(open, span, span.end(), false);
        }
    }

    fn push(&mut self, open: Open, span: Span, inside_end: usize, closed: bool) {
        let inside = Span::new(open.mark.end(), inside_end.max(open.mark.end()));
        if self.text[inside].chars().any(char::is_alphanumeric) {
            self.found.push(Quotation {
                span,
                inside,
                continues: false,
                depth: self.stack.iter().filter(|o| !o.style.is_single()).count() as u8,
                closed,
            });
        }
    }

    fn read(&mut self, index: usize) {
        let Some(mark) = self.marks.get(index).copied() else {
            return;
        };
        match mark.shape {
            '"' => self.straight(mark),
            '“' | '‟' => self.left(index, mark),
            '”' => self.right(mark),
            '„' => self.open(Style::Low, mark.span),
            '«' | '‹' if self.is_open(Style::Inward) => self.close(Style::Inward, mark.span),
            '«' | '‹' => self.open(Style::Guillemet, mark.span),
            '»' | '›' if self.is_open(Style::Guillemet) => {
                self.close(Style::Guillemet, mark.span)
            }
            '»' | '›' if mark.looks_open() => self.open(Style::Inward, mark.span),
            '\'' => self.single(index, mark),
            '‘' => self.left_single(index, mark),
            '’' if self.is_open(Style::SingleCurly)
                && mark.looks_closed()
                && !self.is_possessive(index, mark) =>
            {
                self.close(Style::SingleCurly, mark.span);
            }
            '‚' if mark.looks_open()
                && self.marks[index + 1..].iter().take(8).any(|m| m.shape == '‘') =>
            {
                self.open(Style::SingleLow, mark.span);
            }
            _ => {}
        }
    }

    fn straight(&mut self, mark: Mark) {
        let (open, closed) = (mark.looks_open(), mark.looks_closed());
        if self.is_open(Style::Straight) {
            if open && !closed {
                // Opened again while open: the mark that should have closed it is missing.
                self.abandon(Style::Straight, mark.span.start());
                self.open(Style::Straight, mark.span);
            } else {
                self.close(Style::Straight, mark.span);
            }
        } else if closed && !open {
            if self.is_open(Style::Curly) {
                self.close(Style::Curly, mark.span);
            }
        } else if mark.after.is_some() {
            self.open(Style::Straight, mark.span);
        }
    }

    fn left(&mut self, index: usize, mark: Mark) {
        if self.stack.last().is_some_and(|o| o.style == Style::Low) {
            self.close(Style::Low, mark.span);
        } else if self.is_open(Style::Curly) {
            let still_open = self.stack.iter().filter(|o| o.style == Style::Curly).count() as i64;
            if mark.after.is_none_or(char::is_whitespace) {
                self.close(Style::Curly, mark.span);
            } else if self.balance[index] >= still_open {
                self.open(Style::Curly, mark.span);
            } else {
                self.abandon(Style::Curly, mark.span.start());
                self.open(Style::Curly, mark.span);
            }
        } else if mark.after.is_some() {
            self.open(Style::Curly, mark.span);
        }
    }

    fn right(&mut self, mark: Mark) {
        for style in [Style::Curly, Style::Low, Style::Right] {
            if self.is_open(style) {
                self.close(style, mark.span);
                return;
            }
        }
        if self.is_open(Style::Straight) && mark.looks_closed() {
            self.close(Style::Straight, mark.span);
        } else if mark.looks_open() {
            self.open(Style::Right, mark.span);
        }
    }

    fn single(&mut self, index: usize, mark: Mark) {
        if mark.in_word() {
            return;
        }
        if self.is_open(Style::Single) {
            if mark.looks_closed() && !self.is_possessive(index, mark) {
                self.close(Style::Single, mark.span);
            }
        } else if mark.looks_open()
            && mark.after.is_some_and(char::is_alphanumeric)
            && self.single_closer_later[index + 1]
        {
            self.open(Style::Single, mark.span);
        }
    }

    fn left_single(&mut self, index: usize, mark: Mark) {
        if self.is_open(Style::SingleLow) {
            self.close(Style::SingleLow, mark.span);
        } else if !mark.in_word() && mark.looks_open() && self.single_closer_later[index + 1] {
            self.open(Style::SingleCurly, mark.span);
        }
    }

    /// Whether the mark after an s is likelier the apostrophe of a plural ("the allies’ fears") than
    /// the end of the quotation: a word follows and another mark that can close comes next.
    fn is_possessive(&self, index: usize, mark: Mark) -> bool {
        mark.before == Some('s')
            && mark.after.is_some_and(|c| c == ' ')
            && self.marks.get(index + 1).is_some_and(|next| {
                next.shape == mark.shape
                    && !next.in_word()
                    && next.looks_closed()
                    && !next.looks_open()
            })
    }

    /// Ends the innermost quotation of `style` at byte `at` although its mark is missing.
    fn abandon(&mut self, style: Style, at: usize) {
        while let Some(open) = self.stack.pop() {
            self.end(open, at);
            if open.style == style {
                return;
            }
        }
    }

    /// The quotations found, and the style of the outer one that is still open.
    fn finish(mut self) -> (Vec<Quotation>, Option<Style>) {
        let mut left_open = None;
        while let Some(open) = self.stack.pop() {
            if !open.style.is_single() {
                left_open = Some(open.style);
            }
            self.end(open, self.piece.end());
        }
        self.found.sort_by_key(|q| (q.span.start(), std::cmp::Reverse(q.span.end())));
        (self.found, left_open)
    }
}
