//! Whom a pronoun means: the most salient entity that agrees with it.
//!
//! By salience, and with a model, of those nearly as salient, the one whose mention it links best. After
//! Lappin and Leass (1994), An Algorithm for Pronominal Anaphora Resolution: weights for recency,
//! subject and object that halve with every sentence.

use super::{Discourse, Draft, Found, Scene};
use crate::entity::gazetteer::Gender;
use crate::entity::token::Token;
use crate::reader::Antecedents;
use rapporteur_core::{EntityKind, MentionForm};

/// How many mentions a pronoun looks back over.
const REACH: usize = 60;
/// How many sentences.
const FAR: usize = 6;

impl Discourse {
    pub(super) fn pronoun(
        &mut self,
        scene: Scene<'_>,
        k: usize,
        antecedents: Option<&mut Antecedents<'_>>,
    ) {
        let all = &scene.tokens.all;
        let Some(token) = all.get(k) else { return };
        let Some(pronoun) = Pronoun::of(&token.folded) else {
            return;
        };
        if pronoun == Pronoun::It && is_expletive(all, k) {
            return;
        }
        let saliences = self.saliences(token, pronoun);
        let read = antecedents.and_then(|a| self.linked(token, &saliences, a));
        let Some(entity) = read.or_else(|| most_salient(&saliences)) else {
            return;
        };
        let gender = pronoun.gender();
        if let Some(draft) = self.drafts.get_mut(entity)
            && draft.gender.is_none()
        {
            draft.gender = gender;
        }
        let sentence = token.sentence;
        self.note(
            scene,
            k,
            k + 1,
            Found {
                span: token.span,
                name: None,
                form: MentionForm::Pronoun,
                entity,
                modifier: false,
                sentence,
                weight: 0,
            },
        );
    }

    /// The mentions that the pronoun `here` looks back over, the last first.
    fn nearby(&self, here: &Token) -> impl Iterator<Item = &Found> {
        let sentence = here.sentence;
        let near = move |f: &&Found| sentence.saturating_sub(f.sentence) <= FAR;
        self.found.iter().rev().take(REACH).take_while(near)
    }

    /// The entity that the model takes for the antecedent of the pronoun `here`: of those that are
    /// nearly as salient as the most salient one, the one with the best mention. Further off the model
    /// is wrong more often than salience.
    fn linked(
        &self,
        here: &Token,
        saliences: &[(usize, u32)],
        antecedents: &mut Antecedents<'_>,
    ) -> Option<usize> {
        let most = saliences.iter().map(|(_, s)| *s).max()?;
        let near: Vec<usize> =
            saliences.iter().filter(|(_, s)| s * 3 >= most * 2).map(|(e, _)| *e).collect();
        let fitting: Vec<&Found> = self.nearby(here).filter(|f| near.contains(&f.entity)).collect();
        let spans: Vec<_> = fitting.iter().map(|f| f.span).collect();
        let scores = antecedents.scores(here.span, &spans);
        let mut best: Option<(usize, f32)> = None;
        for (found, score) in fitting.iter().zip(scores) {
            let Some(score) = score else { continue };
            if best.is_none_or(|(_, most)| score > most) {
                best = Some((found.entity, score));
            }
        }
        best.map(|(entity, _)| entity)
    }

    /// The entities that agree with the pronoun `here`, each with its salience, whoever was mentioned
    /// last first.
    fn saliences(&self, here: &Token, pronoun: Pronoun) -> Vec<(usize, u32)> {
        // For each entity its weights over the sentences; of several mentions in one sentence the
        // weightiest counts.
        let mut scores: Vec<(usize, u32, usize, u32)> = Vec::new();
        for found in self.nearby(here) {
            let distance = here.sentence.saturating_sub(found.sentence);
            let Some(draft) = self.drafts.get(found.entity) else {
                continue;
            };
            if !pronoun.agrees(draft) {
                continue;
            }
            let mut value = u32::from(found.weight) >> distance;
            if pronoun == Pronoun::They && !draft.plural {
                value /= 3;
            }
            if draft.names.is_empty() && draft.gender.is_none() {
                value = value * 2 / 3;
            }
            match scores.iter_mut().find(|(e, ..)| *e == found.entity) {
                Some((_, total, sentence, most)) if *sentence == found.sentence => {
                    *total += value.saturating_sub(*most);
                    *most = value.max(*most);
                }
                Some((_, total, sentence, most)) => {
                    *total += value;
                    (*sentence, *most) = (found.sentence, value);
                }
                None => scores.push((found.entity, value, found.sentence, value)),
            }
        }
        scores.into_iter().map(|(entity, score, ..)| (entity, score)).collect()
    }
}

/// The most salient entity; on a tie whoever was mentioned last: the first in this list.
fn most_salient(saliences: &[(usize, u32)]) -> Option<usize> {
    let mut best: Option<(usize, u32)> = None;
    for &(entity, score) in saliences {
        if best.is_none_or(|(_, most)| score > most) {
            best = Some((entity, score));
        }
    }
    best.map(|(entity, _)| entity)
}

/// "it is clear that", "it remains to be seen", "it was reported that": nobody is meant.
fn is_expletive(all: &[Token], k: usize) -> bool {
    let Some(next) = all.get(k + 1) else {
        return true;
    };
    matches!(
        next.folded.as_str(),
        "is" | "was" | "seems" | "seemed" | "appears" | "appeared" | "remains" | "rains" | "takes"
    )
}

/// A third-person pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    He,
    She,
    It,
    They,
}

impl Pronoun {
    pub(super) fn of(folded: &str) -> Option<Self> {
        Some(match folded {
            "he" | "him" | "his" | "himself" | "he's" | "he'd" | "he'll" => Self::He,
            "she" | "her" | "hers" | "herself" | "she's" | "she'd" | "she'll" => Self::She,
            "it" | "its" | "itself" => Self::It,
            "they" | "them" | "their" | "theirs" | "themselves" | "they're" | "they've" => {
                Self::They
            }
            _ => return None,
        })
    }

    const fn gender(self) -> Option<Gender> {
        match self {
            Self::He => Some(Gender::Masculine),
            Self::She => Some(Gender::Feminine),
            _ => None,
        }
    }

    fn agrees(self, draft: &Draft) -> bool {
        let person = draft.kind == Some(EntityKind::Person);
        match self {
            Self::He | Self::She => {
                person && !draft.plural && (draft.gender.is_none() || draft.gender == self.gender())
            }
            Self::It => {
                !draft.plural
                    && matches!(
                        draft.kind,
                        Some(EntityKind::Organization | EntityKind::State | EntityKind::Document)
                    )
            }
            Self::They => {
                draft.plural
                    || matches!(draft.kind, Some(EntityKind::Organization | EntityKind::State))
            }
        }
    }
}
