//! What a task hands back: figures with the counts behind them.

use crate::scorer::{EvalError, expected};
use serde::Serialize;
use serde_json::Value;
use std::path::Path;

/// One figure of a scorer, between 0 and 1.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Figure {
    /// What the scorer calls it.
    pub name: String,
    /// F1 or accuracy.
    pub value: f64,
    /// Where it lies in 95 of 100 draws of documents, where that was counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<[f64; 2]>,
    /// Precision, where the figure is an F1.
    pub precision: Option<f64>,
    /// Recall, where the figure is an F1.
    pub recall: Option<f64>,
    /// How many the product found.
    pub predicted: Option<u64>,
    /// How many the gold holds.
    pub gold: Option<u64>,
    /// The least value that was promised, if one was.
    pub target: Option<f64>,
}

impl Figure {
    /// A figure without precision and recall.
    pub(crate) fn plain(name: impl Into<String>, value: f64) -> Self {
        Self {
            name: name.into(),
            value,
            interval: None,
            precision: None,
            recall: None,
            predicted: None,
            gold: None,
            target: None,
        }
    }

    /// Reads `{"p", "r", "f1", …}` as the scorers print it, some in capitals, with the counts that
    /// stand beside it.
    pub(crate) fn from_scores(name: impl Into<String>, scores: &Value) -> Option<Self> {
        let number = |names: [&str; 2]| names.iter().find_map(|n| scores.get(n)?.as_f64());
        let count = |names: [&str; 2]| names.iter().find_map(|n| scores.get(n)?.as_u64());
        Some(Self {
            name: name.into(),
            value: number(["f1", "F1"])?,
            interval: None,
            precision: number(["p", "P"]),
            recall: number(["r", "R"]),
            predicted: count(["predicted", "pred"]),
            gold: count(["gold", "gold"]),
            target: None,
        })
    }

    /// The figures `names` of `scores` in that order.
    ///
    /// # Errors
    /// Names the first one that `script` has not printed.
    pub(crate) fn all_from_scores(
        names: &[&'static str],
        scores: &Value,
        script: &Path,
    ) -> Result<Vec<Self>, EvalError> {
        let figure = |name: &&'static str| {
            scores
                .get(*name)
                .and_then(|s| Self::from_scores(*name, s))
                .ok_or_else(|| expected(script, *name))
        };
        names.iter().map(figure).collect()
    }

    /// The same with the value that was promised.
    pub(crate) fn promised(self, target: f64) -> Self {
        Self { target: Some(target), ..self }
    }

    /// The same with the counts behind it.
    pub(crate) fn counted(self, predicted: Option<u64>, gold: Option<u64>) -> Self {
        Self { predicted, gold, ..self }
    }
}

/// What one task comes to on one set of data.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Section {
    /// The task.
    pub task: &'static str,
    /// The data.
    pub set: String,
    /// How many documents the product read.
    pub documents: usize,
    /// Seconds that reading the input took: encoding, noise, language.
    pub reading: f64,
    /// Seconds that the rest took, on one thread; the scorer's own time is not in it.
    pub seconds: f64,
    /// Words of the texts, where the seconds are those of reading them and of nothing else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<usize>,
    /// The figures.
    pub figures: Vec<Figure>,
    /// Figures of each part of the data, where the figures above are means over parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// What was right and what went wrong, by kind.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Tally>,
}

impl Section {
    /// How many of `count` were read in a second.
    pub(crate) fn per_second(&self, count: usize) -> Option<f64> {
        (self.words.is_some() && self.seconds > 0.0).then(|| count as f64 / self.seconds)
    }
}

/// How often something of one kind was counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Tally {
    /// The kind.
    pub kind: String,
    /// How often.
    pub count: u64,
}

/// One part of the data of a [`Section`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Part {
    /// Its name.
    pub name: String,
    /// Its figures, in the order of the section's.
    pub figures: Vec<Figure>,
}

/// The mean over parts of each figure, with the counts added up. All parts have the same figures in
/// the same order; a figure that only some have is averaged over those.
pub(crate) fn mean_over_parts(parts: &[Part]) -> Vec<Figure> {
    let Some(first) = parts.first() else {
        return Vec::new();
    };
    first
        .figures
        .iter()
        .map(|figure| {
            let same: Vec<&Figure> = parts
                .iter()
                .flat_map(|part| &part.figures)
                .filter(|f| f.name == figure.name)
                .collect();
            let mean = |of: &dyn Fn(&Figure) -> Option<f64>| {
                let values: Vec<f64> = same.iter().filter_map(|f| of(f)).collect();
                (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
            };
            let sum = |of: &dyn Fn(&Figure) -> Option<u64>| {
                same.iter().filter_map(|f| of(f)).reduce(|a, b| a + b)
            };
            Figure {
                name: figure.name.clone(),
                value: mean(&|f| Some(f.value)).unwrap_or(0.0),
                interval: None,
                precision: mean(&|f| f.precision),
                recall: mean(&|f| f.recall),
                predicted: sum(&|f| f.predicted),
                gold: sum(&|f| f.gold),
                target: figure.target,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn scores_are_read_in_capitals_and_small_letters() {
        let small = json!({"p": 0.5, "r": 1.0, "f1": 0.667, "predicted": 4, "gold": 2});
        let capital = json!({"P": 0.5, "R": 1.0, "F1": 0.667, "tp": 2, "pred": 4, "gold": 2});
        let read = Figure::from_scores("points", &small).unwrap();
        assert_eq!(read, Figure::from_scores("points", &capital).unwrap());
        assert_eq!((read.predicted, read.gold), (Some(4), Some(2)));
        assert_eq!(Figure::from_scores("points", &json!({"p": 1.0})), None);
    }

    #[test]
    fn means_are_over_parts_and_counts_are_sums() {
        let part = |name: &str, value, predicted| Part {
            name: name.into(),
            figures: vec![Figure::plain("noise", value).counted(Some(predicted), None)],
        };
        let mean = mean_over_parts(&[part("a", 0.2, 10), part("b", 0.6, 30)]);
        assert!((mean[0].value - 0.4).abs() < 1e-9);
        assert_eq!(mean[0].predicted, Some(40));
        assert_eq!(mean[0].gold, None);
    }
}
