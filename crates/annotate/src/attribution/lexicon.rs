//! The verbs that attribute and the complements by which they do it: a table under `data/`, read
//! once, with every inflected form.

use rapporteur_core::LookupMap;
use std::sync::LazyLock;

/// What a verb may govern when it attributes; the letters are those of `data/verbs.txt`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Frames(u32);

impl Frames {
    pub(super) const QUOTATION: Frames = Frames(1);
    pub(super) const THAT: Frames = Frames(1 << 1);
    pub(super) const ZERO: Frames = Frames(1 << 2);
    pub(super) const WH: Frames = Frames(1 << 3);
    pub(super) const INFINITIVE: Frames = Frames(1 << 4);
    pub(super) const OBJECT: Frames = Frames(1 << 5);
    pub(super) const OBJECT_TO: Frames = Frames(1 << 6);
    pub(super) const HEARER: Frames = Frames(1 << 7);
    pub(super) const OBJECT_AS: Frames = Frames(1 << 8);
    pub(super) const TO_HEARER: Frames = Frames(1 << 9);
    pub(super) const NOUN: Frames = Frames(1 << 10);
    pub(super) const MIND: Frames = Frames(1 << 11);
    pub(super) const FINDING: Frames = Frames(1 << 12);

    /// Whether any of `other` is in.
    pub(super) fn has(self, other: Frames) -> bool {
        self.0 & other.0 != 0
    }

    fn of_letter(letter: &str) -> Frames {
        match letter {
            "q" => Self::QUOTATION,
            "c" => Self::THAT,
            "z" => Self::ZERO,
            "w" => Self::WH,
            "i" => Self::INFINITIVE,
            "o" => Self::OBJECT,
            "u" => Self::OBJECT_TO,
            "t" => Self::HEARER,
            "a" => Self::OBJECT_AS,
            "m" => Self::TO_HEARER,
            "n" => Self::NOUN,
            "k" => Self::MIND,
            "s" => Self::FINDING,
            _ => Frames(0),
        }
    }
}

/// A verb of the table.
#[derive(Clone, Debug)]
pub(super) struct Verb {
    pub(super) base: &'static str,
    /// A particle that stands after it: "point out".
    pub(super) particle: Option<&'static str>,
    pub(super) frames: Frames,
    /// Prepositions before its complement.
    pub(super) prepositions: Vec<&'static str>,
}

/// Which form of a verb a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "say".
    Base,
    /// "says".
    Third,
    /// "said", as past or participle.
    Past,
    /// "written", as participle alone.
    Participle,
    /// "saying".
    Ing,
}

/// What the tables say about a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) form: Form,
    /// Index of the attributing verb; `None` for a plain verb.
    pub(super) verb: Option<usize>,
}

/// The tables of verbs, by inflected form.
pub(super) struct Lexicon {
    verbs: Vec<Verb>,
    forms: LookupMap<String, Vec<Entry>>,
}

impl Lexicon {
    /// What `word` (folded) can be.
    pub(super) fn entries(&self, word: &str) -> &[Entry] {
        self.forms.get(word).map(Vec::as_slice).unwrap_or_default()
    }

    /// The attributing verb at `index`.
    pub(super) fn verb(&self, index: usize) -> Option<&Verb> {
        self.verbs.get(index)
    }

    fn read(attributing: &'static str, plain: &'static str) -> Self {
        let mut lexicon = Lexicon { verbs: Vec::new(), forms: LookupMap::new() };
        for line in lines(attributing) {
            let mut fields = line.split_whitespace();
            let Some(head) = fields.next() else { continue };
            let mut frames = Frames::default();
            let mut prepositions = Vec::new();
            for field in fields {
                match field.strip_prefix('=') {
                    Some(preposition) => prepositions.push(preposition),
                    None => frames.0 |= Frames::of_letter(field).0,
                }
            }
            let (head, particle) = match head.split_once('_') {
                Some((head, particle)) => (head, Some(particle)),
                None => (head, None),
            };
            let index = lexicon.verbs.len();
            let base = head.split('/').next().unwrap_or(head);
            lexicon.verbs.push(Verb { base, particle, frames, prepositions });
            lexicon.inflect(head, Some(index));
        }
        for line in lines(plain) {
            lexicon.inflect(line.trim(), None);
        }
        lexicon
    }

    fn inflect(&mut self, head: &str, verb: Option<usize>) {
        let mut parts = head.split('/');
        let base = parts.next().unwrap_or_default();
        let past = parts.next();
        let participle = parts.next();
        self.put(base.to_owned(), Form::Base, verb);
        self.put(third_person(base), Form::Third, verb);
        self.put(ing_form(base), Form::Ing, verb);
        self.put(past.map_or_else(|| past_form(base), str::to_owned), Form::Past, verb);
        if let Some(participle) = participle {
            self.put(participle.to_owned(), Form::Participle, verb);
        }
    }

    fn put(&mut self, word: String, form: Form, verb: Option<usize>) {
        self.forms.get_or_insert_with(word, Vec::new).push(Entry { form, verb });
    }
}

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty())
}

fn is_vowel(c: Option<char>) -> bool {
    matches!(c, Some('a' | 'e' | 'i' | 'o' | 'u'))
}

fn third_person(base: &str) -> String {
    let mut back = base.chars().rev();
    let (last, before) = (back.next(), back.next());
    match base {
        "have" => "has".to_owned(),
        "do" | "go" => format!("{base}es"),
        _ if last == Some('y') && !is_vowel(before) => format!("{}ies", &base[..base.len() - 1]),
        _ if matches!(last, Some('s' | 'x' | 'z' | 'o'))
            || base.ends_with("ch")
            || base.ends_with("sh") =>
        {
            format!("{base}es")
        }
        _ => format!("{base}s"),
    }
}

/// Verbs of more than one syllable that double their last consonant, and short ones that do not.
const DOUBLING: &[&str] = &[
    "admit", "commit", "rebut", "refer", "permit", "submit", "control", "cancel", "travel",
    "appal", "prefer", "signal", "label",
];
const SINGLE: &[&str] = &["show", "fear", "view", "vow", "know", "answer", "order"];

fn doubles(base: &str) -> bool {
    let mut back = base.chars().rev();
    let (c, v, b) = (back.next(), back.next(), back.next());
    let closed =
        !is_vowel(c) && !matches!(c, Some('w' | 'x' | 'y' | 'h')) && is_vowel(v) && !is_vowel(b);
    let syllables = base
        .chars()
        .zip(base.chars().skip(1).chain(Some(' ')))
        .filter(|(a, b)| is_vowel(Some(*a)) && !is_vowel(Some(*b)))
        .count();
    DOUBLING.contains(&base) || (closed && syllables == 1 && !SINGLE.contains(&base))
}

fn past_form(base: &str) -> String {
    let mut back = base.chars().rev();
    let (last, before) = (back.next(), back.next());
    match last {
        Some('e') => format!("{base}d"),
        Some('y') if !is_vowel(before) => format!("{}ied", &base[..base.len() - 1]),
        Some(c) if doubles(base) => format!("{base}{c}ed"),
        _ => format!("{base}ed"),
    }
}

fn ing_form(base: &str) -> String {
    let last = base.chars().next_back();
    match last {
        _ if base.ends_with("ie") => format!("{}ying", &base[..base.len() - 2]),
        Some('e') if !base.ends_with("ee") => format!("{}ing", &base[..base.len() - 1]),
        Some(c) if doubles(base) => format!("{base}{c}ing"),
        _ => format!("{base}ing"),
    }
}

/// The tables, read once.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::read(include_str!("data/verbs.txt"), include_str!("data/plain_verbs.txt"))
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_every_letter_is_known() {
        let bases: Vec<&str> = LEXICON.verbs.iter().map(|v| v.base).collect();
        assert!(bases.is_sorted(), "{:?}", bases.windows(2).find(|w| w[0] > w[1]));
        assert!(LEXICON.verbs.iter().all(|v| v.frames.0 != 0 || !v.prepositions.is_empty()));
    }

    #[test]
    fn verbs_inflect() {
        for (base, past, ing, third) in [
            ("deny", "denied", "denying", "denies"),
            ("admit", "admitted", "admitting", "admits"),
            ("accuse", "accused", "accusing", "accuses"),
            ("slam", "slammed", "slamming", "slams"),
            ("stress", "stressed", "stressing", "stresses"),
            ("offer", "offered", "offering", "offers"),
            ("claim", "claimed", "claiming", "claims"),
        ] {
            assert_eq!(
                (past_form(base).as_str(), ing_form(base).as_str(), third_person(base).as_str()),
                (past, ing, third)
            );
        }
        assert!(LEXICON.entries("said").iter().any(|e| e.form == Form::Past && e.verb.is_some()));
    }
}
