//! Which entities of different articles are one.

use super::Party;
use super::names;
use rapporteur_core::{ArticleId, EntityKind};
use std::collections::{BTreeMap, BTreeSet};

/// Sets of parties that are one, as a forest of parents.
pub(super) struct Joined(Vec<usize>);

/// Comparing all with all stops here; what goes beyond is joined by equal spellings only.
const COMPARED: usize = 400;

impl Joined {
    /// Joins the parties of a story.
    pub(super) fn new(parties: &[Party<'_>]) -> Self {
        let mut joined = Self((0..parties.len()).collect());
        let parts: Vec<Vec<String>> = parties.iter().map(|p| names::parts(&p.of.name)).collect();
        joined.bodies(parties, &parts);
        joined.persons(parties, &parts);
        joined.together(parties);
        joined
    }

    /// Several together: "Chile and Peru" and "Peru and Chile", "the two ministers" and their names.
    fn together(&mut self, parties: &[Party<'_>]) {
        let index: BTreeMap<(ArticleId, usize), usize> =
            parties.iter().enumerate().map(|(i, p)| ((p.article, p.entity), i)).collect();
        let mut by_members: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
        for (i, party) in parties.iter().enumerate() {
            let mut members: Vec<usize> = party
                .of
                .members
                .iter()
                .filter_map(|m| index.get(&(party.article, m.index())))
                .map(|m| self.root(*m))
                .collect();
            members.sort_unstable();
            members.dedup();
            if members.len() > 1 && members.len() == party.of.members.len() {
                let first = *by_members.entry(members).or_insert(i);
                self.join(first, i);
            }
        }
    }

    /// The least index of the set of `index`.
    pub(super) fn root(&self, index: usize) -> usize {
        let mut at = index;
        while let Some(up) = self.0.get(at).copied().filter(|up| *up != at) {
            at = up;
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let (low, high) = (a.min(b), a.max(b));
        if let Some(slot) = self.0.get_mut(high) {
            *slot = low;
        }
    }

    /// States and bodies: by equal names and by initials.
    fn bodies(&mut self, parties: &[Party<'_>], parts: &[Vec<String>]) {
        let mut by_name: BTreeMap<&[String], usize> = BTreeMap::new();
        let mut by_skeleton: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        for (i, (party, parts)) in parties.iter().zip(parts).enumerate() {
            if !may_join(party) || party.of.kind == EntityKind::Person && !party.of.plural {
                continue;
            }
            if parts.is_empty() {
                continue;
            }
            let first = *by_name.entry(parts).or_insert(i);
            self.join(first, i);
            let spelled: Vec<String> = parts.iter().map(|w| names::skeleton(w)).collect();
            if spelled.iter().map(String::len).sum::<usize>() >= 6 {
                let first = *by_skeleton.entry(spelled).or_insert(i);
                self.join(first, i);
            }
        }
        // "BTP" and "British Transport Police"; an acronym of two long forms joins neither.
        let mut long_forms: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (i, (party, parts)) in parties.iter().zip(parts).enumerate() {
            if may_join(party)
                && party.of.kind == EntityKind::Organization
                && let Some(initials) = names::initials(parts)
            {
                long_forms.entry(initials).or_default().insert(i);
            }
        }
        for (i, (party, parts)) in parties.iter().zip(parts).enumerate() {
            let acronym = parts.len() == 1
                && may_join(party)
                && party.of.kind == EntityKind::Organization
                && party.of.name.chars().filter(|c| c.is_uppercase()).count() >= 3;
            let Some(long) = parts.first().filter(|_| acronym).and_then(|w| long_forms.get(w))
            else {
                continue;
            };
            let roots: BTreeSet<usize> = long.iter().map(|k| self.root(*k)).collect();
            if let (1, Some(root)) = (roots.len(), roots.first()) {
                self.join(*root, i);
            }
        }
        self.suffixes(parties, parts);
    }

    /// "Defence Ministry" and "Ruritanian Defence Ministry": a name that is the end of a longer one,
    /// of the same state; where its state is not said, of the one longer name that ends so.
    fn suffixes(&mut self, parties: &[Party<'_>], parts: &[Vec<String>]) {
        let body = |i: usize| {
            parties.get(i).is_some_and(|p| may_join(p) && p.of.kind == EntityKind::Organization)
        };
        let state = |i: usize| {
            let of = parties.get(i)?.of;
            of.party.as_deref().filter(|party| *party != of.name)
        };
        let mut by_tail: BTreeMap<&[String], BTreeSet<usize>> = BTreeMap::new();
        for (i, parts) in parts.iter().enumerate().filter(|(i, _)| body(*i)) {
            for from in 0..parts.len().saturating_sub(1).min(4) {
                if let Some(tail) = parts.get(from..) {
                    by_tail.entry(tail).or_default().insert(i);
                }
            }
        }
        // Decided before anything is joined, so that no order of the articles matters.
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for (i, short) in parts.iter().enumerate() {
            if !body(i) || short.len() < 2 {
                continue;
            }
            let Some(longer) = by_tail.get(short.as_slice()) else {
                continue;
            };
            let fitting: BTreeSet<usize> = longer
                .iter()
                .copied()
                .filter(|k| match (state(i), state(*k)) {
                    (Some(a), Some(b)) => a == b,
                    (Some(_), None) => false,
                    (None, _) => true,
                })
                .map(|k| self.root(k))
                .filter(|root| *root != self.root(i))
                .collect();
            let same_state = state(i).is_some();
            match fitting.first().copied() {
                Some(root) if fitting.len() == 1 || same_state => {
                    pairs.extend(fitting.iter().map(|other| (root, *other)));
                    pairs.push((root, i));
                }
                _ => {}
            }
        }
        for (a, b) in pairs {
            self.join(a, b);
        }
    }

    /// Persons: full names that agree, then surnames alone.
    fn persons(&mut self, parties: &[Party<'_>], parts: &[Vec<String>]) {
        let person = |i: usize| {
            parties.get(i).is_some_and(|p| {
                p.of.kind == EntityKind::Person && !p.of.plural && may_join(p) && p.named
            })
        };
        let full: Vec<usize> = (0..parties.len())
            .filter(|i| person(*i) && parts.get(*i).is_some_and(|p| p.len() > 1))
            .collect();
        let mut exact: BTreeMap<&[String], usize> = BTreeMap::new();
        let mut run_together: BTreeMap<String, usize> = BTreeMap::new();
        for i in &full {
            // "Kim Min-seo", "Kim Min Seo", "Kim Minseo".
            let Some(letters) = parts.get(*i).map(|p| names::fine_skeleton(&p.concat())) else {
                continue;
            };
            let first = *run_together.entry(letters).or_insert(*i);
            self.join(first, *i);
        }
        for i in &full {
            if let Some(parts) = parts.get(*i) {
                let first = *exact.entry(parts).or_insert(*i);
                self.join(first, *i);
            }
        }
        let distinct: Vec<(&[String], usize)> = exact.into_iter().collect();
        for (k, (a, i)) in distinct.iter().enumerate().take(COMPARED) {
            for (b, j) in distinct.iter().take(COMPARED).skip(k + 1) {
                if full_names_agree(a, b, names::given_same)
                    || names::surname_slips(a, b)
                    || names::respelled(a, b)
                {
                    self.join(*i, *j);
                }
            }
        }
        // "Amina Bello" and "Amina Bello Sule".
        let mut starts: BTreeMap<&[String], usize> = BTreeMap::new();
        for (parts, i) in &distinct {
            if let Some(start) = parts.get(..2) {
                let first = *starts.entry(start).or_insert(*i);
                self.join(first, *i);
            }
        }
        // "J. Miller" belongs to the one Miller whose name begins so.
        let mut short: Vec<(usize, usize)> = Vec::new();
        for (a, i) in distinct.iter().take(COMPARED) {
            let roots: BTreeSet<usize> = distinct
                .iter()
                .take(COMPARED)
                .filter(|(b, _)| full_names_agree(a, b, names::given_stands_for))
                .map(|(_, j)| self.root(*j))
                .filter(|root| *root != self.root(*i))
                .collect();
            if let (1, Some(root)) = (roots.len(), roots.first()) {
                short.push((*i, *root));
            }
        }
        for (i, root) in short {
            self.join(i, root);
        }
        // A surname alone belongs to the one person of the story who bears it.
        let mut bearers: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (parts, i) in &distinct {
            if let Some(last) = parts.last() {
                let root = self.root(*i);
                bearers.entry(names::skeleton(last)).or_default().insert(root);
            }
        }
        // "Isabel", "Kim": the first part of the one full name that begins so.
        let mut beginners: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (parts, i) in &distinct {
            if let Some(first) = parts.first().filter(|f| f.chars().count() > 1) {
                let root = self.root(*i);
                beginners.entry(names::skeleton(first)).or_default().insert(root);
            }
        }
        let mut alone: BTreeMap<String, usize> = BTreeMap::new();
        for (i, parts) in parts.iter().enumerate() {
            let (true, [surname]) = (person(i), parts.as_slice()) else {
                continue;
            };
            let key = names::skeleton(surname);
            let roots: BTreeSet<usize> = bearers
                .get(&key)
                .or_else(|| beginners.get(&key))
                .into_iter()
                .flatten()
                .map(|r| self.root(*r))
                .collect();
            match (roots.len(), roots.first()) {
                (1, Some(root)) => self.join(*root, i),
                (0, _) => {
                    let first = *alone.entry(key).or_insert(i);
                    self.join(first, i);
                }
                // Two people of one surname: nobody knows which, so it stays by itself.
                _ => {}
            }
        }
    }
}

/// Whether a party may be joined with one of another article: whoever is left unnamed may not.
fn may_join(party: &Party<'_>) -> bool {
    !party.of.anonymous && (party.named || party.of.kind != EntityKind::Person || party.of.plural)
}

fn full_names_agree(a: &[String], b: &[String], given: fn(&str, &str) -> bool) -> bool {
    match (a.first(), a.last(), b.first(), b.last()) {
        (Some(given_a), Some(last_a), Some(given_b), Some(last_b)) => {
            names::surnames_agree(last_a, last_b) && given(given_a, given_b)
        }
        _ => false,
    }
}
