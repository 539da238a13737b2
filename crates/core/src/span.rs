//! Spans of text, and their conversion to the code points that JSON speaks of.

use std::fmt;
use std::ops::Index;

/// A half-open range of bytes `start..end` of an article's text.
///
/// Both ends lie on character boundaries of the text that the span was made for. Texts are limited
/// to 4 GiB by the type, and to far less by ingestion.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from byte `start` up to, not including, byte `end`. Ends in the wrong order give
    /// the empty span at `start`.
    pub const fn new(start: usize, end: usize) -> Self {
        let start = start as u32;
        let end = end as u32;
        Self { start, end: if end < start { start } else { end } }
    }

    /// First byte.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the byte at `offset` lies inside.
    pub const fn contains(self, offset: usize) -> bool {
        self.start() <= offset && offset < self.end()
    }

    /// Whether all of `other` lies inside.
    pub const fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The bytes that both hold, if any.
    pub fn intersection(self, other: Span) -> Option<Span> {
        let start = self.start.max(other.start);
        let end = self.end.min(other.end);
        (start < end).then_some(Span { start, end })
    }

    /// The smallest span that covers both.
    pub fn hull(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same span with white space removed at both ends.
    pub fn trim(self, text: &str) -> Span {
        let body = &text[self];
        let left = body.len() - body.trim_start().len();
        let kept = body.trim().len();
        Span::new(self.start() + left, self.start() + left + kept)
    }

    /// The span of `part`, which must be a slice of `text` (found by address, not by content).
    /// `None` where it is not.
    pub fn of_slice(text: &str, part: &str) -> Option<Span> {
        let start = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        (start + part.len() <= text.len()).then(|| Span::new(start, start + part.len()))
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// `text[span]`: the words at the span.
///
/// # Panics
/// Where the span was made for another text, as slicing a `str` does.
impl Index<Span> for str {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self[span.start()..span.end()]
    }
}

impl Index<Span> for String {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self.as_str()[span]
    }
}

/// Converts between byte offsets and Unicode code point offsets of one text.
///
/// Memory: four bytes for every 64 bytes of text. A look-up reads at most 64 bytes.
#[derive(Clone, Debug)]
pub struct CodePoints<'t> {
    text: &'t str,
    /// Code points before byte `64 * i`.
    before: Vec<u32>,
}

impl<'t> CodePoints<'t> {
    const STEP: usize = 64;

    /// Reads `text` once.
    pub fn new(text: &'t str) -> Self {
        let mut before = Vec::with_capacity(text.len() / Self::STEP + 1);
        let mut count = 0u32;
        for chunk in text.as_bytes().chunks(Self::STEP) {
            before.push(count);
            count += chunk.iter().filter(|b| is_char_start(**b)).count() as u32;
        }
        if before.is_empty() {
            before.push(0);
        }
        Self { text, before }
    }

    /// The code point offset of byte `offset`; offsets past the end count as the end.
    pub fn of_byte(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let block = (offset / Self::STEP).min(self.before.len() - 1);
        let rest = &self.text.as_bytes()[block * Self::STEP..offset];
        self.before[block] as usize + rest.iter().filter(|b| is_char_start(**b)).count()
    }

    /// The byte offset of code point `index`; indexes past the end give the end.
    pub fn to_byte(&self, index: usize) -> usize {
        let block = self.before.partition_point(|n| (*n as usize) <= index).saturating_sub(1);
        let mut left = index - self.before[block] as usize;
        let from = block * Self::STEP;
        for (i, byte) in self.text.as_bytes()[from..].iter().enumerate() {
            if is_char_start(*byte) {
                if left == 0 {
                    return from + i;
                }
                left -= 1;
            }
        }
        self.text.len()
    }

    /// `[start, end]` of `span` in code points, as JSON holds it.
    pub fn pair(&self, span: Span) -> [usize; 2] {
        [self.of_byte(span.start()), self.of_byte(span.end())]
    }

    /// The byte span of a `[start, end]` pair of code points.
    pub fn span(&self, pair: [usize; 2]) -> Span {
        Span::new(self.to_byte(pair[0]), self.to_byte(pair[1]))
    }
}

const fn is_char_start(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_span_reads_its_words() {
        let text = "“Yes,” she said.";
        let span = Span::new(text.find("she").unwrap(), text.find('.').unwrap());
        assert_eq!(&text[span], "she said");
        assert_eq!(CodePoints::new(text).pair(span), [7, 15]);
    }

    #[test]
    fn trimming_keeps_the_inside() {
        let text = "a  b c \n";
        assert_eq!(&text[Span::new(1, text.len()).trim(text)], "b c");
        assert!(Span::new(1, 3).trim(text).is_empty());
    }

    proptest! {
        #[test]
        fn bytes_and_code_points_agree(text in "\\PC{0,300}") {
            let points = CodePoints::new(&text);
            for (index, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.of_byte(byte), index);
                prop_assert_eq!(points.to_byte(index), byte);
            }
            prop_assert_eq!(points.of_byte(text.len()), text.chars().count());
            prop_assert_eq!(points.to_byte(text.chars().count()), text.len());
        }
    }
}
