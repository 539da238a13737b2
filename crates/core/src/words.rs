//! Words of a text, folded so that spellings meet: what grouping, alignment and reuse compare.

use crate::Span;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// One word of a text: letters and digits, with the apostrophes and hyphens inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Its folded form, see [`fold`].
    pub folded: String,
}

/// The words of `text[within]` in order, each with its folded form. `'s` at the end is cut off.
pub fn words(text: &str, within: Span) -> Vec<Word> {
    spans(text, within)
        .into_iter()
        .filter_map(|span| {
            let folded = fold(&text[span]);
            let folded = folded.strip_suffix("'s").map(str::to_owned).unwrap_or(folded);
            (!folded.is_empty()).then_some(Word { span, folded })
        })
        .collect()
}

/// The spans of the words of `text[within]` in order.
pub fn spans(text: &str, within: Span) -> Vec<Span> {
    let body = &text[within];
    let mut out = Vec::new();
    let mut start = None;
    let mut chars = body.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_word = chars.peek().is_some_and(|(_, n)| n.is_alphanumeric());
        let inside = c.is_alphanumeric()
            || is_combining_mark(c)
            || (start.is_some()
                && next_is_word
                && matches!(c, '\'' | '’' | '-' | '.' | ',')
                && joins(body, at, c));
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                out.push(Span::new(within.start() + from, within.start() + at));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        out.push(Span::new(within.start() + from, within.end()));
    }
    out
}

/// Whether the mark `c` at byte `at`, known to stand before a word character, joins two parts of
/// one word: "don't", "back-to-back", "3.5", "100,000", "U.S", not "end.Next".
fn joins(body: &str, at: usize, c: char) -> bool {
    let before = body[..at].chars().next_back();
    let after = body[at + c.len_utf8()..].chars().next();
    match (before, after) {
        (Some(b), Some(a)) => match c {
            '.' => {
                (b.is_ascii_digit() && a.is_ascii_digit())
                    || (b.is_uppercase()
                        && a.is_uppercase()
                        && body[..at].chars().rev().nth(1).is_none_or(|p| !p.is_alphanumeric()))
            }
            ',' => b.is_ascii_digit() && a.is_ascii_digit(),
            _ => b.is_alphanumeric(),
        },
        _ => false,
    }
}

/// Lower case, compatibility-decomposed, accents removed, curly apostrophes made straight:
/// "Çavuşoğlu’s" and "Cavusoglu's" fold alike.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(|c| {
            match c {
                '’' | '‘' | 'ʼ' => '\'',
                'ı' => 'i',
                'ł' | 'Ł' => 'l',
                'ø' | 'Ø' => 'o',
                'đ' | 'Đ' => 'd',
                other => other,
            }
            .to_lowercase()
        })
        .collect()
}

/// Whether a folded word carries no content of its own: articles, pronouns, prepositions,
/// conjunctions, auxiliaries.
pub fn is_function_word(folded: &str) -> bool {
    FUNCTION_WORDS.binary_search(&folded).is_ok()
}

/// Share of English function words among the first `head` words of a text: about .4 in news, below .1
/// in other languages of Europe.
pub fn english_share(text: &str, head: usize) -> f32 {
    let (mut function, mut all) = (0, 0);
    for word in text.split_whitespace().take(head) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        function += usize::from(is_function_word(&fold(bare)));
        all += 1;
    }
    function as f32 / all.max(1) as f32
}

/// The inflectional stem of a folded English word: plural and verb endings cut, nothing more
/// (Harman's S-stemmer with -ed and -ing added). Words of other languages pass mostly unchanged.
pub fn stem(folded: &str) -> &str {
    if !folded.is_ascii() {
        return folded;
    }
    let n = folded.len();
    let cut = |k: usize| &folded[..n - k];
    let has_vowel =
        |s: &str| s.bytes().any(|b| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
    if n > 4 && folded.ends_with("ies") && !folded.ends_with("eies") && !folded.ends_with("aies") {
        return cut(2);
    }
    if n > 5 && folded.ends_with("ing") && has_vowel(cut(3)) {
        return undouble(cut(3));
    }
    if n > 4 && folded.ends_with("ed") && has_vowel(cut(2)) {
        return undouble(cut(2));
    }
    if n > 4
        && (folded.ends_with("sses")
            || folded.ends_with("xes")
            || folded.ends_with("ches")
            || folded.ends_with("shes"))
    {
        return cut(2);
    }
    let s = if n > 3
        && folded.ends_with('s')
        && !folded.ends_with("ss")
        && !folded.ends_with("us")
        && !folded.ends_with("is")
    {
        cut(1)
    } else {
        folded
    };
    if s.len() > 4 { s.strip_suffix('e').unwrap_or(s) } else { s }
}

fn undouble(s: &str) -> &str {
    let b = s.as_bytes();
    let n = b.len();
    if n > 3 && b[n - 1] == b[n - 2] && !matches!(b[n - 1], b'l' | b's' | b'z') {
        &s[..n - 1]
    } else if n > 4 {
        s.strip_suffix('e').unwrap_or(s)
    } else {
        s
    }
}

/// Sorted, for binary search.
const FUNCTION_WORDS: &[&str] = &[
    "a",
    "about",
    "above",
    "after",
    "again",
    "against",
    "all",
    "also",
    "although",
    "am",
    "among",
    "an",
    "and",
    "any",
    "are",
    "aren't",
    "as",
    "at",
    "be",
    "because",
    "been",
    "before",
    "being",
    "below",
    "between",
    "both",
    "but",
    "by",
    "can",
    "can't",
    "cannot",
    "could",
    "couldn't",
    "did",
    "didn't",
    "do",
    "does",
    "doesn't",
    "doing",
    "don't",
    "down",
    "during",
    "each",
    "either",
    "else",
    "ever",
    "every",
    "few",
    "for",
    "from",
    "further",
    "had",
    "hadn't",
    "has",
    "hasn't",
    "have",
    "haven't",
    "having",
    "he",
    "he'd",
    "he'll",
    "he's",
    "her",
    "here",
    "hers",
    "herself",
    "him",
    "himself",
    "his",
    "how",
    "however",
    "i",
    "i'd",
    "i'll",
    "i'm",
    "i've",
    "if",
    "in",
    "into",
    "is",
    "isn't",
    "it",
    "it's",
    "its",
    "itself",
    "just",
    "let",
    "may",
    "me",
    "might",
    "more",
    "most",
    "much",
    "must",
    "my",
    "myself",
    "neither",
    "no",
    "nor",
    "not",
    "now",
    "of",
    "off",
    "on",
    "once",
    "one",
    "only",
    "onto",
    "or",
    "other",
    "our",
    "ours",
    "ourselves",
    "out",
    "over",
    "own",
    "per",
    "quite",
    "rather",
    "same",
    "shall",
    "she",
    "she'd",
    "she'll",
    "she's",
    "should",
    "shouldn't",
    "since",
    "so",
    "some",
    "still",
    "such",
    "than",
    "that",
    "that's",
    "the",
    "their",
    "theirs",
    "them",
    "themselves",
    "then",
    "there",
    "there's",
    "these",
    "they",
    "they'd",
    "they'll",
    "they're",
    "they've",
    "this",
    "those",
    "though",
    "through",
    "thus",
    "to",
    "too",
    "toward",
    "towards",
    "under",
    "until",
    "up",
    "upon",
    "us",
    "very",
    "via",
    "was",
    "wasn't",
    "we",
    "we'd",
    "we'll",
    "we're",
    "we've",
    "were",
    "weren't",
    "what",
    "what's",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "why",
    "will",
    "with",
    "within",
    "without",
    "won't",
    "would",
    "wouldn't",
    "yet",
    "you",
    "you'd",
    "you'll",
    "you're",
    "you've",
    "your",
    "yours",
    "yourself",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Vec<&str> {
        spans(text, Span::new(0, text.len())).into_iter().map(|s| &text[s]).collect()
    }

    #[test]
    fn words_keep_their_inner_marks() {
        assert_eq!(
            list("The U.S. didn’t send 100,000 troops; 3.5 per cent, back-to-back.Next"),
            [
                "The",
                "U.S",
                "didn’t",
                "send",
                "100,000",
                "troops",
                "3.5",
                "per",
                "cent",
                "back-to-back",
                "Next"
            ]
        );
    }

    #[test]
    fn spellings_meet() {
        assert_eq!(fold("Çavuşoğlu"), fold("CAVUSOGLU"));
        assert_eq!(fold("Mikołaj"), "mikolaj");
        let text = "Russia’s";
        assert_eq!(words(text, Span::new(0, text.len()))[0].folded, "russia");
    }

    #[test]
    fn stems_meet() {
        for group in [
            &["demand", "demands", "demanded", "demanding"][..],
            &["decide", "decided", "decides", "deciding"],
            &["stop", "stopped", "stopping", "stops"],
            &["country", "countries"][..1],
        ] {
            let first = stem(group[0]);
            assert!(group.iter().all(|w| stem(w) == first), "{group:?}");
        }
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(FUNCTION_WORDS.is_sorted());
    }
}
