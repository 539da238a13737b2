//! The words that name acts, read from `data/lexicon.txt` once.

use super::inflect::{self, Form};
use rapporteur_core::{Act, LookupMap};
use std::sync::LazyLock;

/// What kind of word a trigger's first word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// "demanded"
    Verb,
    /// "demands" of somebody
    Noun,
    /// A fixed phrase or a modal: "out of the question", "must"
    Phrase,
}

/// One line's worth of the lexicon: a first word in one of its forms, and what must follow.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) act: Act,
    pub(crate) part: Part,
    pub(crate) form: Form,
    /// The words after the first, as they stand.
    pub(crate) rest: Vec<String>,
    /// Names the act only where nothing clearer does.
    pub(crate) weak: bool,
    /// For a frame: index into [`Lexicon::objects`] of the nouns one of which must stand near.
    pub(crate) objects: Option<usize>,
    /// The noun stands before the verb.
    pub(crate) subject: bool,
    /// The word in its base form.
    pub(crate) lemma: &'static str,
}

/// All entries, by first word.
pub(crate) struct Lexicon {
    entries: LookupMap<String, Vec<Entry>>,
    objects: Vec<LookupMap<String, Vec<Vec<String>>>>,
}

impl Lexicon {
    /// Entries whose first word has the folded form `word`.
    pub(crate) fn entries(&self, word: &str) -> &[Entry] {
        self.entries.get(word).map_or(&[], Vec::as_slice)
    }

    /// For the objects of frame `index`: what must follow a folded `word` that begins one of them.
    pub(crate) fn object(&self, index: usize, word: &str) -> Option<&Vec<Vec<String>>> {
        self.objects.get(index)?.get(word)
    }
}

/// The lexicon, parsed at first use. Lines that cannot be read are left out; a test holds that
/// there is none.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| parse(SOURCE).0);

const SOURCE: &str = include_str!("data/lexicon.txt");

fn parse(source: &'static str) -> (Lexicon, Vec<&'static str>) {
    let mut lexicon = Lexicon { entries: LookupMap::new(), objects: Vec::new() };
    let mut bad = Vec::new();
    let mut act = None;
    for line in source.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            act = ACTS.iter().copied().find(|a| a.name() == name);
            if act.is_none() {
                bad.push(line);
            }
            continue;
        }
        let (Some(act), Some((kind, body))) = (act, line.split_once(": ")) else {
            bad.push(line);
            continue;
        };
        let items = |list: &'static str| list.split(',').map(str::trim).filter(|i| !i.is_empty());
        let mut add = |pattern: &'static str, part, weak, objects, subject| {
            let (lemma, rest) = pattern.split_once(' ').unwrap_or((pattern, ""));
            let forms: Vec<(String, Form)> = match part {
                Part::Verb => inflect::verb(lemma)
                    .into_iter()
                    .map(|(word, form)| (format!("{word} {rest}"), form))
                    .collect(),
                Part::Noun => noun_forms(pattern).into_iter().zip([Form::Base, Form::S]).collect(),
                Part::Phrase => vec![(pattern.to_owned(), Form::Base)],
            };
            for (words, form) in forms {
                let mut words = words.split_whitespace().map(str::to_owned);
                let Some(first) = words.next() else {
                    continue;
                };
                let entry =
                    Entry { act, part, form, rest: words.collect(), weak, objects, subject, lemma };
                lexicon.entries.get_or_insert_with(first, Vec::new).push(entry);
            }
        };
        match kind {
            "verb" => items(body).for_each(|i| add(i, Part::Verb, false, None, false)),
            "weak" => items(body).for_each(|i| add(i, Part::Verb, true, None, false)),
            "noun" => items(body).for_each(|i| add(i, Part::Noun, false, None, false)),
            "weak noun" => items(body).for_each(|i| add(i, Part::Noun, true, None, false)),
            "phrase" => items(body).for_each(|i| add(i, Part::Phrase, false, None, false)),
            "frame" | "pair" => {
                let Some((left, right)) = body.split_once(" + ") else {
                    bad.push(line);
                    continue;
                };
                let subject = kind == "pair";
                let (verbs, nouns) = if subject { (right, left) } else { (left, right) };
                let at = lexicon.objects.len();
                items(verbs).for_each(|i| add(i, Part::Verb, false, Some(at), subject));
                lexicon.objects.push(objects(items(nouns)));
            }
            _ => bad.push(line),
        }
    }
    (lexicon, bad)
}

fn objects<'s>(nouns: impl Iterator<Item = &'s str>) -> LookupMap<String, Vec<Vec<String>>> {
    let mut table = LookupMap::new();
    for noun in nouns {
        for form in noun_forms(noun) {
            let (first, rest) = form.split_once(' ').unwrap_or((&form, ""));
            let rest = rest.split_whitespace().map(str::to_owned).collect();
            table.get_or_insert_with(first.to_owned(), Vec::new).push(rest);
        }
    }
    table
}

/// A noun phrase and its plural, which stands at its last word.
fn noun_forms(noun: &str) -> Vec<String> {
    let (before, last) = noun.rsplit_once(' ').unwrap_or(("", noun));
    inflect::noun(last)
        .into_iter()
        .map(|(form, _)| format!("{before} {form}").trim_start().to_owned())
        .collect()
}

/// All acts, by name.
const ACTS: [Act; 18] = [
    Act::Agree,
    Act::Consult,
    Act::Support,
    Act::Concede,
    Act::Cooperate,
    Act::Aid,
    Act::Retreat,
    Act::Offer,
    Act::Demand,
    Act::Accuse,
    Act::Reject,
    Act::Threaten,
    Act::Protest,
    Act::Sanction,
    Act::Mobilize,
    Act::Coerce,
    Act::Assault,
    Act::Investigate,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_can_be_read() {
        assert_eq!(parse(SOURCE).1, Vec::<&str>::new());
    }

    #[test]
    fn forms_lead_to_their_acts() {
        for (word, act) in [
            ("demanding", Act::Demand),
            ("rebuffed", Act::Reject),
            ("condemns", Act::Accuse),
            ("withdrawal", Act::Retreat),
        ] {
            assert!(LEXICON.entries(word).iter().any(|e| e.act == act), "{word}");
        }
    }
}
