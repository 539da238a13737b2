//! How many independent accounts stand behind a point.

use crate::shared::Copies;
use rapporteur_core::words::fold;
use rapporteur_core::{
    AnnotatedArticle, ArticleId, Dependence, DependenceReason, Evidence, Independence, Point,
    Provenance, ProvenanceKind, SharedPassage,
};
use std::collections::{BTreeMap, BTreeSet};

/// A passage covers a reading where it holds so much of it.
const COVERED: f64 = 0.7;

/// Fills in [`Point::independence`]: the articles that carry the point, less those that are tied to
/// another of them by a copied passage, a common source or a common outlet.
pub(crate) fn count(
    points: &mut [Point],
    articles: &[AnnotatedArticle],
    shared: &[SharedPassage],
    provenance: &[Provenance],
) {
    let ties = Ties::new(articles, shared, provenance);
    for point in points {
        point.independence = ties.of(point);
    }
}

/// What ties articles together, indexed by article.
struct Ties<'a> {
    articles: &'a [AnnotatedArticle],
    shared: &'a [SharedPassage],
    provenance: &'a [Provenance],
    /// Articles that are copies as a whole, by the lower one.
    copies: BTreeMap<ArticleId, Vec<(ArticleId, usize)>>,
    /// Passages that are no quotations, by the lower article.
    passages: BTreeMap<ArticleId, Vec<usize>>,
    /// Provenances that name an intermediary, by article.
    sources: BTreeMap<ArticleId, Vec<usize>>,
}

impl<'a> Ties<'a> {
    fn new(
        articles: &'a [AnnotatedArticle],
        shared: &'a [SharedPassage],
        provenance: &'a [Provenance],
    ) -> Self {
        let mut copies: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (a, b, passage) in Copies::among(shared, articles).pairs() {
            copies.entry(a).or_default().push((b, passage));
        }
        let mut passages: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (index, passage) in shared.iter().enumerate().filter(|(_, p)| !p.quoted) {
            passages.entry(passage.a.article).or_default().push(index);
        }
        let mut sources: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (index, p) in provenance.iter().enumerate() {
            if p.kind != ProvenanceKind::Channel {
                sources.entry(p.evidence.article).or_default().push(index);
            }
        }
        Self { articles, shared, provenance, copies, passages, sources }
    }

    fn of(&self, point: &Point) -> Independence {
        let mut readings: BTreeMap<ArticleId, Vec<Evidence>> = BTreeMap::new();
        for reading in &point.readings {
            readings.entry(reading.evidence.article).or_default().push(reading.evidence);
        }
        let mut dependences = BTreeSet::new();
        self.by_copies(&readings, &mut dependences);
        self.by_passages(&readings, &mut dependences);
        self.by_source(&readings, &mut dependences);
        self.by_outlet(&readings, &mut dependences);
        let ids: Vec<ArticleId> = readings.keys().copied().collect();
        let dependences: Vec<Dependence> = dependences.into_iter().collect();
        Independence { accounts: components(&ids, &dependences), dependences }
    }

    fn by_copies(
        &self,
        readings: &BTreeMap<ArticleId, Vec<Evidence>>,
        out: &mut BTreeSet<Dependence>,
    ) {
        for &a in readings.keys() {
            for &(b, passage) in self.copies.get(&a).map(Vec::as_slice).unwrap_or_default() {
                if readings.contains_key(&b) {
                    let reason = DependenceReason::SharedPassage(passage);
                    out.insert(Dependence { a, b, reason });
                }
            }
        }
    }

    fn by_passages(
        &self,
        readings: &BTreeMap<ArticleId, Vec<Evidence>>,
        out: &mut BTreeSet<Dependence>,
    ) {
        for (&a, here) in readings {
            for &index in self.passages.get(&a).map(Vec::as_slice).unwrap_or_default() {
                let Some(passage) = self.shared.get(index) else {
                    continue;
                };
                let b = passage.b.article;
                let Some(there) = readings.get(&b) else {
                    continue;
                };
                let copied = here.iter().any(|r| covers(passage.a, *r))
                    && there.iter().any(|r| covers(passage.b, *r));
                if copied {
                    let reason = DependenceReason::SharedPassage(index);
                    out.insert(Dependence { a, b, reason });
                }
            }
        }
    }

    /// Ties the articles that have their readings from one intermediary, or from one of which the
    /// other is the outlet.
    fn by_source(
        &self,
        readings: &BTreeMap<ArticleId, Vec<Evidence>>,
        out: &mut BTreeSet<Dependence>,
    ) {
        let mut first: BTreeMap<String, (ArticleId, Option<usize>)> = BTreeMap::new();
        for &article in readings.keys() {
            if let Some(outlet) = self.outlet(article) {
                first.entry(outlet).or_insert((article, None));
            }
        }
        for (&article, here) in readings {
            for &index in self.sources.get(&article).map(Vec::as_slice).unwrap_or_default() {
                let Some(source) = self.provenance.get(index) else {
                    continue;
                };
                if !here.iter().all(|r| source.scope.span.overlaps(r.span)) {
                    continue;
                }
                let (other, theirs) =
                    *first.entry(source.name.clone()).or_insert((article, Some(index)));
                if other != article {
                    let theirs = theirs.unwrap_or(index);
                    let (a, b, x, y) = if other < article {
                        (other, article, theirs, index)
                    } else {
                        (article, other, index, theirs)
                    };
                    let reason = DependenceReason::SameProvenance(x, y);
                    out.insert(Dependence { a, b, reason });
                }
            }
        }
    }

    fn by_outlet(
        &self,
        readings: &BTreeMap<ArticleId, Vec<Evidence>>,
        out: &mut BTreeSet<Dependence>,
    ) {
        let mut first: BTreeMap<String, ArticleId> = BTreeMap::new();
        for &b in readings.keys() {
            let Some(outlet) = self.outlet(b) else {
                continue;
            };
            let a = *first.entry(outlet).or_insert(b);
            if a != b {
                let reason = DependenceReason::SameOutlet;
                out.insert(Dependence { a, b, reason });
            }
        }
    }

    fn outlet(&self, article: ArticleId) -> Option<String> {
        let outlet = self.articles.get(article.index())?.article.outlet.as_deref()?;
        let folded = fold(outlet.trim());
        (!folded.is_empty()).then_some(folded)
    }
}

/// Whether `passage` holds most of `reading`.
fn covers(passage: Evidence, reading: Evidence) -> bool {
    passage.article == reading.article
        && passage
            .span
            .intersection(reading.span)
            .is_some_and(|both| both.len() as f64 >= COVERED * reading.span.len() as f64)
}

/// Number of groups into which `dependences` tie `ids` (ascending).
fn components(ids: &[ArticleId], dependences: &[Dependence]) -> usize {
    let mut parent: Vec<usize> = (0..ids.len()).collect();
    let mut groups = ids.len();
    for tie in dependences {
        if let (Ok(a), Ok(b)) = (ids.binary_search(&tie.a), ids.binary_search(&tie.b)) {
            let (a, b) = (root(&mut parent, a), root(&mut parent, b));
            if a != b {
                parent[b] = a;
                groups -= 1;
            }
        }
    }
    groups
}

/// The root of `of`, paths halved on the way.
fn root(parent: &mut [usize], mut of: usize) -> usize {
    while parent[of] != of {
        parent[of] = parent[parent[of]];
        of = parent[of];
    }
    of
}

#[cfg(test)]
mod tests;
