//! What is known of the world in general: states, bodies, places, given names, offices.
//!
//! The lists are data files beside this module; every state, body and name stands in the same form,
//! so that the same rules hold for all.

use super::token::Token;
use rapporteur_core::{LookupMap, LookupSet, Span, words};
use std::sync::LazyLock;

/// The lists, read once.
pub(crate) static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::read);

/// A state.
#[derive(Debug)]
pub(crate) struct State {
    /// Canonical name.
    pub(crate) name: &'static str,
}

/// A body that is known by its name alone.
#[derive(Debug)]
pub(crate) struct Body {
    /// Canonical name.
    pub(crate) name: &'static str,
    /// Nouns by which texts describe it, folded.
    pub(crate) nouns: Vec<String>,
    /// The state for which it speaks, if it speaks for one.
    pub(crate) state: Option<&'static str>,
}

/// What a known name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// A state by one of its names: index into [`Gazetteer::states`].
    State(usize),
    /// A state by its capital.
    Capital(usize),
    /// A government by its seat.
    Seat(usize),
    /// An adjective or the name of one person of a people.
    Adjective(usize),
    /// A people ("Germans").
    People(usize),
    /// A body: index into [`Gazetteer::bodies`].
    Body(usize),
    /// A place that does not act.
    Place,
    /// An adjective or a group that belongs to no one state ("Western", "Kurds").
    Group,
}

impl Known {
    /// The state that it speaks of.
    pub(crate) const fn state(self) -> Option<usize> {
        match self {
            Self::State(s)
            | Self::Capital(s)
            | Self::Seat(s)
            | Self::Adjective(s)
            | Self::People(s) => Some(s),
            _ => None,
        }
    }
}

#[derive(Debug)]
struct Entry {
    words: Vec<String>,
    /// Written in capitals only ("US", "WHO"): must stand so in the text.
    acronym: bool,
    known: Known,
}

/// Grammatical gender of a person, as far as a word tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gender {
    /// he
    Masculine,
    /// she
    Feminine,
}

/// All lists.
#[derive(Debug)]
pub(crate) struct Gazetteer {
    pub(crate) states: Vec<State>,
    pub(crate) bodies: Vec<Body>,
    by_first: LookupMap<String, Vec<Entry>>,
    male: LookupSet<&'static str>,
    female: LookupSet<&'static str>,
    offices: LookupMap<&'static str, &'static str>,
    body_nouns: LookupMap<&'static str, &'static str>,
    portfolios: LookupSet<&'static str>,
    honorifics: LookupMap<&'static str, Option<Gender>>,
    family_first: LookupSet<&'static str>,
    common: LookupSet<&'static str>,
    calendar: LookupSet<&'static str>,
    company_marks: LookupSet<&'static str>,
    adjectives: LookupMap<String, usize>,
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("# "))
}

fn list(field: &'static str) -> impl Iterator<Item = &'static str> {
    field.split(',').map(str::trim).filter(|s| !s.is_empty())
}

fn word_set(text: &'static str) -> LookupSet<&'static str> {
    lines(text).flat_map(str::split_whitespace).collect()
}

fn classes(text: &'static str) -> LookupMap<&'static str, &'static str> {
    let mut out = LookupMap::new();
    for line in lines(text) {
        if let Some((class, nouns)) = line.split_once(':') {
            for noun in nouns.split_whitespace() {
                out.get_or_insert_with(noun, || class);
            }
        }
    }
    out
}

impl Gazetteer {
    fn read() -> Self {
        let mut out = Self {
            states: Vec::new(),
            bodies: Vec::new(),
            by_first: LookupMap::new(),
            male: word_set(include_str!("data/given_names_male.txt")),
            female: word_set(include_str!("data/given_names_female.txt")),
            offices: classes(include_str!("data/offices.txt")),
            body_nouns: classes(include_str!("data/bodies.txt")),
            portfolios: word_set(include_str!("data/portfolios.txt")),
            honorifics: LookupMap::new(),
            family_first: word_set(include_str!("data/family_first.txt")),
            common: word_set(include_str!("data/common_capitalised.txt")),
            calendar: word_set(include_str!("data/months.txt")),
            company_marks: word_set(include_str!("data/company_marks.txt")),
            adjectives: LookupMap::new(),
        };
        for line in lines(include_str!("data/honorifics.txt")) {
            let mut parts = line.split_whitespace();
            if let (Some(word), Some(gender)) = (parts.next(), parts.next()) {
                let gender = match gender {
                    "m" => Some(Gender::Masculine),
                    "f" => Some(Gender::Feminine),
                    _ => None,
                };
                out.honorifics.insert(word, gender);
            }
        }
        for line in lines(include_str!("data/countries.txt")) {
            let mut fields = line.split('|').map(str::trim);
            let Some(name) = fields.next() else { continue };
            let index = out.states.len();
            out.states.push(State { name });
            out.add(name, Known::State(index));
            for other in list(fields.next().unwrap_or_default()) {
                out.add(other, Known::State(index));
            }
            for demonym in list(fields.next().unwrap_or_default()) {
                let people = demonym.ends_with('s') && demonym != "Swiss"
                    || demonym.ends_with("men") && demonym != "Yemen";
                out.adjectives.insert(words::fold(demonym), index);
                out.add(
                    demonym,
                    if people { Known::People(index) } else { Known::Adjective(index) },
                );
            }
            for capital in list(fields.next().unwrap_or_default()) {
                out.add(capital, Known::Capital(index));
            }
            for seat in list(fields.next().unwrap_or_default()) {
                out.add(seat, Known::Seat(index));
            }
        }
        for (text, has_state) in [
            (include_str!("data/organizations.txt"), false),
            (include_str!("data/acting_bodies.txt"), true),
        ] {
            for line in lines(text) {
                let mut fields = line.split('|').map(str::trim);
                let Some(name) = fields.next() else { continue };
                let others = fields.next().unwrap_or_default();
                let last = fields.next().unwrap_or_default();
                let index = out.bodies.len();
                let mut nouns: Vec<String> =
                    if has_state { Vec::new() } else { list(last).map(words::fold).collect() };
                nouns.extend(
                    words::words(name, Span::new(0, name.len()))
                        .into_iter()
                        .map(|w| w.folded)
                        .filter(|w| out.body_nouns.contains_key(w.as_str())),
                );
                out.bodies.push(Body {
                    name,
                    nouns,
                    state: (has_state && !last.is_empty()).then_some(last),
                });
                out.add(name, Known::Body(index));
                for other in list(others) {
                    out.add(other, Known::Body(index));
                }
            }
        }
        for group in lines(include_str!("data/adjectives.txt")).flat_map(str::split_whitespace) {
            out.add(group, Known::Group);
        }
        for line in lines(include_str!("data/places_multi.txt")) {
            out.add(line, Known::Place);
        }
        for place in lines(include_str!("data/places.txt")).flat_map(str::split_whitespace) {
            out.add(place, Known::Place);
        }
        out
    }

    fn add(&mut self, name: &str, known: Known) {
        let words: Vec<String> = words::spans(name, Span::new(0, name.len()))
            .into_iter()
            .map(|s| bare(&words::fold(&name[s])).to_owned())
            .collect();
        let Some(first) = words.first().cloned() else {
            return;
        };
        let letters = name.chars().filter(|c| c.is_alphabetic());
        let acronym = words.len() == 1
            && letters.clone().count() <= 5
            && letters.clone().all(char::is_uppercase);
        let entries = self.by_first.get_or_insert_with(first, Vec::new);
        // The first entry of equal words wins: states before bodies before places.
        if entries.iter().any(|e| e.words == words && e.acronym == acronym) {
            return;
        }
        entries.push(Entry { words, acronym, known });
        entries.sort_by_key(|e| std::cmp::Reverse(e.words.len()));
    }

    /// The longest known name that starts at `tokens[at]`: how many tokens, and what it means.
    pub(crate) fn longest(&self, tokens: &[Token], at: usize) -> Option<(usize, Known)> {
        let first = tokens.get(at)?;
        self.by_first.get(first.folded.as_str())?.iter().find_map(|entry| {
            let n = entry.words.len();
            let window = tokens.get(at..at + n)?;
            let joined = window
                .iter()
                .zip(&entry.words)
                .enumerate()
                .all(|(k, (t, w))| t.folded == *w && (k == 0 || t.joins_before()));
            let inside = window.iter().rev().skip(1).all(|t| !t.possessive);
            let spelled = if entry.acronym {
                first.all_caps && !(first.shouted && words::is_function_word(&first.folded))
            } else {
                first.capital || first.folded.starts_with("al-")
            };
            (joined && inside && spelled).then_some((n, entry.known))
        })
    }

    /// Whether `folded` is a common given name.
    pub(crate) fn is_given_name(&self, folded: &str) -> bool {
        self.male.contains(folded) || self.female.contains(folded)
    }

    /// Whether the word is a family name of a language that puts it first ("Kim", "Nguyen").
    pub(crate) fn is_family_first(&self, folded: &str) -> bool {
        self.family_first.contains(folded)
    }

    /// The gender that a given name tells, where it tells one.
    pub(crate) fn gender_of_name(&self, folded: &str) -> Option<Gender> {
        match (self.male.contains(folded), self.female.contains(folded)) {
            (true, false) => Some(Gender::Masculine),
            (false, true) => Some(Gender::Feminine),
            _ => None,
        }
    }

    /// The class of an office, rank or part ("spokesman": spokesperson; "ex-mayor": mayor).
    pub(crate) fn office(&self, folded: &str) -> Option<&'static str> {
        self.offices.get(folded).copied().or_else(|| {
            let (prefix, noun) = prefixed(folded)?;
            let class = self.offices.get(noun).copied()?;
            Some(if matches!(prefix, "vice" | "deputy") { "deputy" } else { class })
        })
    }

    /// The class of a noun for bodies ("ministry").
    pub(crate) fn body_noun(&self, folded: &str) -> Option<&'static str> {
        self.body_nouns.get(folded).copied()
    }

    /// Whether the word stands beside the noun of an office ("foreign", "deputy").
    pub(crate) fn is_portfolio(&self, folded: &str) -> bool {
        self.portfolios.contains(folded)
            || prefixed(folded).is_some_and(|(_, word)| self.portfolios.contains(word))
    }

    /// Whether the word stands before a person's name, and the gender it tells.
    pub(crate) fn honorific(&self, folded: &str) -> Option<Option<Gender>> {
        self.honorifics.get(folded).copied()
    }

    /// Whether the word often stands capitalised without naming anyone.
    pub(crate) fn is_common(&self, folded: &str) -> bool {
        self.common.contains(folded) || words::is_function_word(folded)
    }

    /// Days, months, feasts.
    pub(crate) fn is_calendar(&self, folded: &str) -> bool {
        self.calendar.contains(folded)
    }

    /// Whether the word is an adjective of a state or the name of one of its people.
    pub(crate) fn is_adjective(&self, folded: &str) -> bool {
        self.adjectives.contains_key(folded)
    }

    /// The state that the first words of a name belong to: "Ruritanian Defence Ministry", "US Treasury".
    pub(crate) fn state_of_words(&self, words: &[String]) -> Option<&'static str> {
        let first = words.first()?;
        let two = words.get(1).map(|second| format!("{first} {second}"));
        let adjective = two
            .and_then(|two| self.adjectives.get(&two))
            .or_else(|| self.adjectives.get(first))
            .copied();
        let named = || {
            self.by_first.get(first)?.iter().find_map(|entry| match entry.known {
                Known::State(s) if words.starts_with(&entry.words) => Some(s),
                _ => None,
            })
        };
        adjective.or_else(named).and_then(|s| self.states.get(s)).map(|s| s.name)
    }

    /// Whether the word ends the name of a company.
    pub(crate) fn is_company_mark(&self, folded: &str) -> bool {
        self.company_marks.contains(folded)
    }
}

/// "ex-mayor", "then-prime": a word of an office behind the mark of a time or a rank.
fn prefixed(folded: &str) -> Option<(&str, &str)> {
    folded.split_once('-').filter(|(prefix, _)| {
        matches!(*prefix, "ex" | "then" | "co" | "vice" | "deputy" | "former")
    })
}

/// A folded word without `'s`.
pub(crate) fn bare(folded: &str) -> &str {
    folded.strip_suffix("'s").unwrap_or(folded)
}
