//! Word pieces of a text, as BERT's uncased models read it, with the bytes they stand for.
//!
//! The steps are those of `BertNormalizer`, `BertPreTokenizer` and `WordPiece` of Hugging Face's
//! [tokenizers](https://github.com/huggingface/tokenizers), whose ids and offsets this must equal:
//!
//! 1. control characters go, white space separates,
//! 2. CJK ideographs are words of their own,
//! 3. canonical decomposition; nonspacing marks (accents) go,
//! 4. lower case, character by character,
//! 5. each punctuation character is a word of its own,
//! 6. the longest piece of the vocabulary that begins the word, then the longest that continues it,
//!    and so on (Wu et al. 2016, section 4.1); a word that does not come out, or has more than 100
//!    characters, is one unknown piece.
//!
//! Three things differ on purpose. A text that holds `[SEP]` or `[CLS]` holds brackets and letters,
//! never a special piece. Marks are not put in canonical order, since nearly all of them go. And
//! the categories are those of today's Unicode where tokenizers has the tables of version 8: 618
//! characters, none of them in BERT's vocabulary, are marks, punctuation or format characters here
//! and letters there.

use rapporteur_core::{LookupMap, Span};
use unicode_general_category::{GeneralCategory, get_general_category};
use unicode_normalization::char::decompose_canonical;

/// Words of more characters than this are unknown, as in BERT.
const LONGEST_WORD: usize = 100;
/// What begins a piece that continues a word, in the vocabulary's lines.
const CONTINUES: &str = "##";

/// One word piece: its number in the vocabulary and the bytes of the text that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The line of the vocabulary, from 0; the row of the embedding.
    pub id: u32,
    /// Bytes of the text as it came. Pieces follow one another in the text; two share their span
    /// where one character comes apart into letters of two pieces (a Hangul syllable).
    pub span: Span,
}

/// The pieces that a model knows.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    /// Pieces that begin a word.
    heads: LookupMap<Box<str>, u32>,
    /// Pieces that continue a word, without their `##`.
    tails: LookupMap<Box<str>, u32>,
    /// Bytes of the longest piece.
    longest: usize,
    size: u32,
    unknown: u32,
    first: u32,
    last: u32,
}

impl Vocabulary {
    /// Reads a vocabulary, one piece a line, the line's number its id (`vocab.txt` of BERT).
    ///
    /// # Errors
    /// Names what is missing where the bytes are not UTF-8 or a special piece is not there.
    pub fn from_bytes(lines: &[u8]) -> Result<Self, &'static str> {
        let lines = std::str::from_utf8(lines).map_err(|_| "the vocabulary is not UTF-8")?;
        let mut heads = LookupMap::new();
        let mut tails = LookupMap::new();
        let (mut longest, mut size) = (1, 0);
        for (line, id) in lines.lines().zip(0u32..) {
            let piece = line.trim_end();
            match piece.strip_prefix(CONTINUES) {
                Some(tail) if !tail.is_empty() => tails.insert(tail.into(), id),
                _ => heads.insert(piece.into(), id),
            };
            longest = longest.max(piece.len());
            size = id + 1;
        }
        let special = |piece: &str| heads.get(piece).copied();
        let unknown = special("[UNK]").ok_or("the vocabulary has no [UNK]")?;
        let first = special("[CLS]").ok_or("the vocabulary has no [CLS]")?;
        let last = special("[SEP]").ok_or("the vocabulary has no [SEP]")?;
        Ok(Self { heads, tails, longest, size, unknown, first, last })
    }

    /// How many pieces there are.
    pub fn size(&self) -> usize {
        self.size as usize
    }

    /// The id of `[UNK]`, the piece of words that do not come out.
    pub fn unknown(&self) -> u32 {
        self.unknown
    }

    /// The id of `[CLS]`, which begins a window.
    pub fn first(&self) -> u32 {
        self.first
    }

    /// The id of `[SEP]`, which ends a window.
    pub fn last(&self) -> u32 {
        self.last
    }

    /// The id of a piece, written as in the vocabulary (`##ing`).
    pub fn id(&self, piece: &str) -> Option<u32> {
        match piece.strip_prefix(CONTINUES) {
            Some(tail) if !tail.is_empty() => self.tails.get(tail).copied(),
            _ => self.heads.get(piece).copied(),
        }
    }

    /// The word pieces of `text` in its order, without special pieces. Linear in the text.
    pub fn split(&self, text: &str) -> Vec<Piece> {
        let mut pieces = Vec::with_capacity(text.len() / 4);
        let mut word = Word::default();
        for (start, c) in text.char_indices() {
            let span = Span::new(start, start + c.len_utf8());
            if c.is_ascii() {
                match c {
                    'a'..='z' | '0'..='9' => word.push(c, span),
                    'A'..='Z' => word.push(c.to_ascii_lowercase(), span),
                    '\t' | '\n' | '\r' | ' ' => self.finish(&mut word, &mut pieces),
                    _ if c.is_ascii_control() => {}
                    _ => self.alone(c, span, &mut word, &mut pieces),
                }
                continue;
            }
            if is_dropped(c) {
                continue;
            }
            if c.is_whitespace() {
                self.finish(&mut word, &mut pieces);
                continue;
            }
            let ideograph = is_ideograph(c);
            if ideograph {
                self.finish(&mut word, &mut pieces);
            }
            decompose_canonical(c, |part| {
                if get_general_category(part) == GeneralCategory::NonspacingMark {
                    return;
                }
                for lower in part.to_lowercase() {
                    if is_punctuation(lower) {
                        self.alone(lower, span, &mut word, &mut pieces);
                    } else {
                        word.push(lower, span);
                    }
                }
            });
            if ideograph {
                self.finish(&mut word, &mut pieces);
            }
        }
        self.finish(&mut word, &mut pieces);
        pieces
    }

    /// Ends the word before `c` and takes `c` as a word of its own.
    fn alone(&self, c: char, span: Span, word: &mut Word, pieces: &mut Vec<Piece>) {
        self.finish(word, pieces);
        word.push(c, span);
        self.finish(word, pieces);
    }

    /// Puts the pieces of `word` to `pieces` and empties it.
    fn finish(&self, word: &mut Word, pieces: &mut Vec<Piece>) {
        let Some(whole) = word.span else { return };
        let known = pieces.len();
        if word.length > LONGEST_WORD || !self.greedy(word, pieces) {
            pieces.truncate(known);
            pieces.push(Piece { id: self.unknown, span: whole });
        }
        word.clear();
    }

    /// Longest match first. False where some rest of the word begins with no piece.
    fn greedy(&self, word: &Word, pieces: &mut Vec<Piece>) -> bool {
        let mut from = 0;
        while let Some(begin) = word.starts.get(from) {
            let table = if from == 0 { &self.heads } else { &self.tails };
            let mut found = None;
            for to in (from + 1..=word.starts.len()).rev() {
                let end = word.starts.get(to).map_or(word.letters.len(), |(end, _)| *end);
                if end - begin.0 > self.longest {
                    continue;
                }
                let id = word.letters.get(begin.0..end).and_then(|letters| table.get(letters));
                if let Some(id) = id {
                    found = Some((*id, to));
                    break;
                }
            }
            let Some((id, to)) = found else { return false };
            let end = word.starts.get(to - 1).map_or(begin.1, |(_, span)| *span);
            pieces.push(Piece { id, span: begin.1.hull(end) });
            from = to;
        }
        true
    }
}

/// A word under way, already in lower case and without marks.
#[derive(Default)]
struct Word {
    letters: String,
    /// For each character, its byte in `letters` and the bytes of the text that it came from.
    starts: Vec<(usize, Span)>,
    /// How many characters; those beyond the longest word are counted but not kept.
    length: usize,
    span: Option<Span>,
}

impl Word {
    fn push(&mut self, c: char, span: Span) {
        self.length += 1;
        self.span = Some(self.span.map_or(span, |whole| whole.hull(span)));
        if self.length <= LONGEST_WORD {
            self.starts.push((self.letters.len(), span));
            self.letters.push(c);
        }
    }

    fn clear(&mut self) {
        self.letters.clear();
        self.starts.clear();
        self.length = 0;
        self.span = None;
    }
}

/// Control and format characters, private use, and the replacement character.
fn is_dropped(c: char) -> bool {
    use GeneralCategory::{Control, Format, PrivateUse};
    c == '\u{fffd}' || matches!(get_general_category(c), Control | Format | PrivateUse)
}

/// ASCII symbols and Unicode's categories P*.
fn is_punctuation(c: char) -> bool {
    use GeneralCategory::{
        ClosePunctuation, ConnectorPunctuation, DashPunctuation, FinalPunctuation,
        InitialPunctuation, OpenPunctuation, OtherPunctuation,
    };
    c.is_ascii_punctuation()
        || matches!(
            get_general_category(c),
            ClosePunctuation
                | ConnectorPunctuation
                | DashPunctuation
                | FinalPunctuation
                | InitialPunctuation
                | OpenPunctuation
                | OtherPunctuation
        )
}

/// The blocks of CJK ideographs that BERT separates. Hangul and kana are not among them.
fn is_ideograph(c: char) -> bool {
    matches!(
        u32::from(c),
        0x3400..=0x4dbf
            | 0x4e00..=0x9fff
            | 0xf900..=0xfaff
            | 0x20000..=0x2a6df
            | 0x2a700..=0x2b73f
            | 0x2b740..=0x2b81f
            | 0x2b920..=0x2ceaf
            | 0x2f800..=0x2fa1f
    )
}
