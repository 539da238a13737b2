//! The articles seen so far, found by their words.

use crate::features::Features;
use crate::linkage::Clusters;
use crate::rarity::inverse_document_frequency;
use jiff::civil::Date;
use rapporteur_core::{Article, LookupMap, TextHash};

/// By how many of its words an article is compared: those that tell most. It bounds what an
/// article costs.
const TERMS: usize = 120;

/// Words in more articles than this find no articles any more; they tell next to nothing, and
/// going through them would make long streams slow.
const COMMON: usize = 2_000;

/// The days after which likeness counts half.
const HALF: f32 = 60.0;

/// How far apart two articles are taken to be when one of them has no date, in days.
const UNDATED: f32 = 30.0;

/// How sure the date of an account must be to be taken for one.
const SURE: f32 = 0.5;

/// Pairs of articles less alike than this are taken for not alike at all.
const FAINT: f32 = 0.01;

/// Stories that grow one article at a time.
///
/// Words are weighed by TF-IDF (Salton and Buckley 1988) with names and the headline counting more,
/// compared by their cosine, damped by the time between two articles; stories are clusters under
/// average linkage. An article is compared only with those that share a telling word with it.
///
/// ```
/// use rapporteur_core::Article;
/// use rapporteur_group::StoryIndex;
///
/// let mut index = StoryIndex::new();
/// let mut put = |text: &str| index.insert(&Article::from_text(text)).story;
/// let flood = put("The river Ostra flooded the old town of Brenn; the mayor Ida Holm asked for help.");
/// let vote = put("Parliament in Kesten rejected the pension bill of finance minister Paul Zorn.");
/// let again = put("Help reached Brenn after the Ostra had flooded it, mayor Ida Holm said.");
/// assert_eq!(flood, again);
/// assert_ne!(flood, vote);
/// ```
#[derive(Clone, Debug, Default)]
pub struct StoryIndex {
    /// Number of each stem.
    terms: LookupMap<String, usize>,
    /// For each stem, in how many articles it stands.
    seen: Vec<u32>,
    /// For each stem, the articles that are compared by it, with its weight in each.
    postings: Vec<Vec<(usize, f32)>>,
    /// For each article, its day where it is known.
    dates: Vec<Option<Date>>,
    /// Number of distinct texts.
    texts: u32,
    /// The first article of each text.
    first: LookupMap<TextHash, usize>,
    clusters: Clusters,
}

/// Where an article has gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// Its story: the number of an older one, or a new one.
    pub story: usize,
    /// Older stories that turned out to be the same and whose articles are now in `story`.
    pub joined: Vec<usize>,
}

impl StoryIndex {
    /// An index without articles.
    pub fn new() -> Self {
        Self::default()
    }

    /// The articles of each story, by the order in which they were inserted, from 0.
    pub fn stories(&self) -> impl Iterator<Item = &[usize]> {
        self.clusters.members()
    }

    /// Puts `article` into the story that it belongs to, a new one where it is like none.
    pub fn insert(&mut self, article: &Article) -> Placement {
        let number = self.dates.len();
        let date = article
            .published
            .as_ref()
            .filter(|published| published.confidence >= SURE)
            .map(|published| published.date);
        self.dates.push(date);
        let features = Features::of(article);
        let hash = article.hash();
        if let Some(first) = self.first.get(&hash)
            && !features.0.is_empty()
        {
            return Placement { story: self.clusters.insert_copy(*first), joined: Vec::new() };
        }
        self.first.insert(hash, number);
        self.texts += 1;

        let weights = self.weigh(features);
        let likeness = self.likeness(date, &weights);
        for (term, weight) in weights {
            self.postings[term].push((number, weight));
        }
        let (story, joined) = self.clusters.insert(&likeness);
        Placement { story, joined }
    }

    /// The terms that tell most, with weights whose squares add up to 1.
    fn weigh(&mut self, features: Features) -> Vec<(usize, f32)> {
        let mut weights = Vec::with_capacity(features.0.len());
        for (stem, weight) in features.0 {
            let number = match self.terms.get(&stem) {
                Some(number) => *number,
                None => {
                    self.seen.push(0);
                    self.postings.push(Vec::new());
                    self.terms.insert(stem.clone(), self.seen.len() - 1);
                    self.seen.len() - 1
                }
            };
            self.seen[number] += 1;
            let rarity = inverse_document_frequency(&stem, self.seen[number], self.texts);
            weights.push((number, weight * rarity));
        }
        // Stems came sorted, so equals stay in the order of the alphabet.
        weights.sort_by(|a, b| b.1.total_cmp(&a.1));
        weights.truncate(TERMS);
        let length = weights.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
        if length > 0.0 {
            for (_, weight) in &mut weights {
                *weight /= length;
            }
        }
        weights
    }

    /// How much the articles so far are like one of these words and this day.
    fn likeness(&self, date: Option<Date>, weights: &[(usize, f32)]) -> Vec<(usize, f32)> {
        let mut cosines = vec![0.0; self.dates.len()];
        let mut touched = Vec::new();
        for (term, weight) in weights {
            let postings = &self.postings[*term];
            if postings.len() > COMMON {
                continue;
            }
            for (other, theirs) in postings {
                if cosines[*other] == 0.0 {
                    touched.push(*other);
                }
                cosines[*other] += weight * theirs;
            }
        }
        touched.sort_unstable();
        touched.dedup();
        touched
            .into_iter()
            .map(|other| (other, cosines[other] * nearness(date, self.dates[other])))
            .filter(|(_, likeness)| *likeness >= FAINT)
            .collect()
    }
}

/// How much likeness counts over the time between two articles, 0 to 1.
fn nearness(a: Option<Date>, b: Option<Date>) -> f32 {
    let days = match (a, b) {
        (Some(a), Some(b)) => (a - b).get_days().unsigned_abs() as f32,
        _ => UNDATED,
    };
    HALF / (HALF + days)
}
