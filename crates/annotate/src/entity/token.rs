//! Words of the article with what their shape says.

use rapporteur_core::{AnnotatedArticle, LookupMap, Span, words};

/// One word of a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// Where it stands, without `'s`.
    pub(crate) span: Span,
    /// Folded, without `'s`.
    pub(crate) folded: String,
    /// Index of its sentence.
    pub(crate) sentence: usize,
    /// What stands between it and the word before in its sentence.
    pub(crate) gap: Gap,
    /// Begins with a capital.
    pub(crate) capital: bool,
    /// Two or more letters, all capitals.
    pub(crate) all_caps: bool,
    /// Stands where any word would be capitalised: start of a sentence, quotation or clause after a colon.
    pub(crate) starts: bool,
    /// In a sentence in which capitals tell nothing: a title-case headline.
    pub(crate) title_case: bool,
    /// In a sentence of capitals only.
    pub(crate) shouted: bool,
    /// An adjective made of a name: "Lagos-based", "Rome-born".
    pub(crate) compound: bool,
    /// Followed by `'s` or an apostrophe.
    pub(crate) possessive: bool,
    /// Inside quotation marks.
    pub(crate) quoted: bool,
}

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing before it in the sentence.
    Start,
    /// White space.
    Space,
    /// A full stop after an abbreviation, and white space.
    Abbreviation,
    /// An ampersand.
    Ampersand,
    /// A comma.
    Comma,
    /// An opening bracket.
    Bracket,
    /// Anything else.
    Other,
}

impl Token {
    /// Whether it may belong to one name with the word before.
    pub(crate) const fn joins_before(&self) -> bool {
        matches!(self.gap, Gap::Space | Gap::Abbreviation)
    }
}

/// The words of an article, sentence by sentence.
#[derive(Debug)]
pub(crate) struct Tokens {
    /// All words.
    pub(crate) all: Vec<Token>,
    /// How often each folded word stands in lower case.
    lower: LookupMap<String, u32>,
    /// How often each folded word is capitalised where it need not be.
    raised: LookupMap<String, u32>,
}

impl Tokens {
    /// Reads the words of every sentence.
    pub(crate) fn read(article: &AnnotatedArticle) -> Self {
        let text = &article.article.text;
        let mut all: Vec<Token> = Vec::new();
        let mut quotations = article.quotations.iter().filter(|q| q.depth == 0).peekable();
        for (index, sentence) in article.sentences.iter().enumerate() {
            let heading = article.paragraphs.get(sentence.paragraph).is_some_and(|p| p.heading);
            let first = all.len();
            let mut before = sentence.span.start();
            for word in words::spans(text, sentence.span) {
                let gap = if all.len() == first {
                    Gap::Start
                } else {
                    gap(&text[before..word.start()], &text[..before])
                };
                let opens = text[before..word.start()]
                    .contains(['"', '“', '„', '«', '‘', ':', '–', '—', '•']);
                let after = &text[word.end()..sentence.span.end().max(word.end())];
                let (mut span, possessive) = cut_possessive(text, word, after);
                let mut end = word.end();
                // The last full stop of "U.S." belongs to it.
                if after.starts_with('.') && is_dotted(&text[span]) {
                    end += 1;
                    span = Span::new(span.start(), end);
                }
                let surface = &text[span];
                let mut letters = surface.chars().filter(|c| c.is_alphabetic());
                let capital = surface.chars().next().is_some_and(char::is_uppercase);
                let all_caps = letters.clone().count() >= 2 && letters.all(char::is_uppercase);
                while quotations.peek().is_some_and(|q| q.span.end() <= span.start()) {
                    quotations.next();
                }
                let quoted = quotations.peek().is_some_and(|q| q.span.start() < span.start());
                all.push(Token {
                    span,
                    folded: words::fold(surface.trim_end_matches('.')),
                    sentence: index,
                    gap,
                    capital,
                    all_caps,
                    starts: all.len() == first || opens,
                    title_case: false,
                    shouted: false,
                    compound: is_compound(surface),
                    possessive,
                    quoted,
                });
                before = end;
            }
            if let Some(words) = all.get_mut(first..) {
                mark_capitals(words, heading);
            }
        }
        let mut lower = LookupMap::new();
        let mut raised = LookupMap::new();
        for token in &all {
            if token.title_case || token.shouted {
                continue;
            }
            if !token.capital {
                *lower.get_or_insert_with(token.folded.clone(), || 0) += 1;
            } else if !token.starts {
                *raised.get_or_insert_with(token.folded.clone(), || 0) += 1;
            }
        }
        Self { all, lower, raised }
    }

    /// How often the folded word stands in lower case.
    pub(crate) fn lower(&self, folded: &str) -> u32 {
        self.lower.get(folded).copied().unwrap_or(0)
    }

    /// How often the folded word is capitalised where it need not be.
    pub(crate) fn raised(&self, folded: &str) -> u32 {
        self.raised.get(folded).copied().unwrap_or(0)
    }
}

/// A capital before a hyphen and a lower-case word after it.
fn is_compound(surface: &str) -> bool {
    surface.rsplit_once('-').is_some_and(|(front, back)| {
        back.len() > 2
            && back.starts_with(char::is_lowercase)
            && !matches!(front, "Co" | "Al" | "El")
    })
}

fn gap(between: &str, before: &str) -> Gap {
    match between.trim_matches(|c: char| c.is_whitespace() || is_invisible(c)) {
        "" if !between.is_empty() => Gap::Space,
        "." => {
            let word =
                before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
            if is_abbreviation(word) { Gap::Abbreviation } else { Gap::Other }
        }
        "&" => Gap::Ampersand,
        "," => Gap::Comma,
        "(" => Gap::Bracket,
        _ => Gap::Other,
    }
}

/// Marks of direction and zero-width characters, which pages leave between words.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Initials with full stops between them: "U.S", "D.C".
fn is_dotted(surface: &str) -> bool {
    surface.contains('.')
        && surface.split('.').all(|p| p.chars().count() == 1 && p.chars().all(char::is_uppercase))
}

/// Words after which a full stop ends no name: initials and the short forms of titles.
fn is_abbreviation(word: &str) -> bool {
    let folded = words::fold(word);
    let mut chars = word.chars();
    let initial = matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase());
    let initials = word.contains('.') && word.split('.').all(|p| p.chars().count() <= 2);
    initial
        || initials
        || matches!(
            folded.as_str(),
            "mr" | "mrs"
                | "ms"
                | "dr"
                | "prof"
                | "sen"
                | "rep"
                | "gov"
                | "gen"
                | "lt"
                | "col"
                | "maj"
                | "capt"
                | "sgt"
                | "cmdr"
                | "adm"
                | "brig"
                | "st"
                | "rev"
                | "hon"
                | "det"
                | "jr"
                | "sr"
                | "vice"
                | "dep"
                | "supt"
                | "atty"
        )
}

fn cut_possessive(text: &str, word: Span, after: &str) -> (Span, bool) {
    let surface = &text[word];
    for mark in ["'s", "’s", "'S", "’S"] {
        if let Some(stem) = surface.strip_suffix(mark)
            && !stem.is_empty()
        {
            return (Span::new(word.start(), word.start() + stem.len()), true);
        }
    }
    let mut next = after.chars();
    let open = matches!(next.next(), Some('\'' | '’'))
        && next.next().is_some_and(char::is_whitespace)
        && surface.ends_with('s');
    (word, open)
}

/// Marks a sentence in which nearly every word is capitalised: its capitals tell nothing.
fn mark_capitals(words: &mut [Token], heading: bool) {
    let content = words
        .iter()
        .filter(|t| {
            t.folded.chars().next().is_some_and(char::is_alphabetic)
                && !words::is_function_word(&t.folded)
        })
        .count();
    let capitals =
        words.iter().filter(|t| t.capital && !words::is_function_word(&t.folded)).count();
    let shouted = words.iter().filter(|t| t.all_caps).count();
    let all_shouted = content >= 3 && shouted * 10 >= content * 8;
    let plain = words
        .iter()
        .filter(|t| !t.capital && t.span.len() > 2 && !words::is_function_word(&t.folded))
        .filter(|t| !t.folded.starts_with(|c: char| c.is_ascii_digit()))
        .count();
    // A sentence of the text has its verb in lower case, however many names it lists.
    let title = heading && content >= 4 && capitals * 10 >= content * 8
        || heading && content >= 3 && capitals == content
        || content >= 5 && plain == 0;
    if !all_shouted && !title {
        mark_shouted_stretches(words);
        return;
    }
    for token in words {
        token.title_case = true;
        token.shouted = all_shouted;
    }
}

/// Three words of capitals and more, one after the other, are shouted, not named.
fn mark_shouted_stretches(words: &mut [Token]) {
    let mut from = 0;
    while from < words.len() {
        let shouted = |t: &Token| t.all_caps || t.capital && t.span.len() == 1;
        let rest = words.get(from..).unwrap_or_default();
        let n = rest
            .iter()
            .enumerate()
            .take_while(|(k, t)| shouted(t) && (*k == 0 || t.joins_before()))
            .count();
        let long = rest.iter().take(n).any(|t| t.span.len() > 4);
        if n >= 3 && long {
            for token in words.iter_mut().skip(from).take(n) {
                token.title_case = true;
                token.shouted = true;
            }
        }
        from += n.max(1);
    }
}
