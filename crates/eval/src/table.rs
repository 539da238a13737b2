//! The table, as aligned text and as Markdown.

use crate::figures::{Figure, Section};
use std::fmt::Write as _;

/// What came of a task: its figures, or why it has none.
pub(crate) type Outcome = (&'static str, Result<Section, String>);

const HEAD: [&str; 15] = [
    "task",
    "data",
    "figure",
    "value",
    "95 %",
    "P",
    "R",
    "target",
    "found",
    "gold",
    "docs",
    "reading s",
    "s",
    "articles/s",
    "words/s",
];

/// Which columns hold words; the others hold numbers and stand to the right.
const WORDS: usize = 3;

/// How a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Columns aligned with blanks.
    Text,
    /// Markdown.
    Markdown,
}

/// All outcomes in one table, and below it the parts of those that are means.
pub(crate) fn render(outcomes: &[Outcome], layout: Layout) -> String {
    let mut rows = vec![HEAD.map(str::to_owned).to_vec()];
    for (task, outcome) in outcomes {
        match outcome {
            Ok(section) => {
                rows.extend(section.figures.iter().enumerate().map(|(index, figure)| {
                    let first = index == 0;
                    let once = |text: String| if first { text } else { String::new() };
                    let mut row = vec![
                        once(section.task.to_owned()),
                        once(section.set.clone()),
                        figure.name.clone(),
                    ];
                    row.extend(numbers(figure));
                    row.push(once(section.documents.to_string()));
                    row.push(once(format!("{:.2}", section.reading)));
                    row.push(once(format!("{:.2}", section.seconds)));
                    for count in [section.documents, section.words.unwrap_or(0)] {
                        let speed = section.per_second(count);
                        row.push(once(speed.map(|s| format!("{s:.1}")).unwrap_or_default()));
                    }
                    row
                }))
            }
            Err(reason) => {
                let mut row = vec![(*task).to_owned(), String::new(), format!("none: {reason}")];
                row.resize(HEAD.len(), String::new());
                rows.push(row);
            }
        }
    }
    let mut out = lay_out(&rows, WORDS, layout);
    for section in outcomes.iter().filter_map(|(_, outcome)| outcome.as_ref().ok()) {
        if let Some(first) = section.parts.first() {
            let names = first.figures.iter().map(|f| f.name.clone());
            let mut rows = vec![std::iter::once(section.task.to_owned()).chain(names).collect()];
            rows.extend(section.parts.iter().map(|part| {
                let values = part.figures.iter().map(|f| three(f.value));
                std::iter::once(part.name.clone()).chain(values).collect()
            }));
            out.push('\n');
            out.push_str(&lay_out(&rows, 1, layout));
        }
        if !section.errors.is_empty() {
            let mut rows = vec![vec![format!("{}, by kind", section.task), "count".to_owned()]];
            rows.extend(section.errors.iter().map(|t| vec![t.kind.clone(), t.count.to_string()]));
            out.push('\n');
            out.push_str(&lay_out(&rows, 1, layout));
        }
    }
    out
}

fn numbers(figure: &Figure) -> [String; 7] {
    let share = |value: Option<f64>| value.map(three).unwrap_or_default();
    let count = |value: Option<u64>| value.map(|n| n.to_string()).unwrap_or_default();
    let target = figure.target.map(|target| {
        let mark = if figure.value >= target { "≥" } else { "<" };
        format!("{mark} {}", three(target))
    });
    let interval = figure.interval.map(|[low, high]| format!("{}–{}", three(low), three(high)));
    [
        three(figure.value),
        interval.unwrap_or_default(),
        share(figure.precision),
        share(figure.recall),
        target.unwrap_or_default(),
        count(figure.predicted),
        count(figure.gold),
    ]
}

/// Three decimals, cut and not rounded up across a target: .9296 is not .930.
fn three(value: f64) -> String {
    format!("{:.3}", (value * 1000.0 + 1e-9).floor() / 1000.0)
}

/// Lays rows out; the first is the head, the first `words` columns stand to the left.
fn lay_out(rows: &[Vec<String>], words: usize, layout: Layout) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter()
            .filter(|row| !row.get(column).is_some_and(|cell| cell.starts_with("none: ")))
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut out = String::new();
    for (index, row) in rows.iter().enumerate() {
        let cells: Vec<String> =
            row.iter()
                .zip(&widths)
                .enumerate()
                .map(|(column, (cell, width))| {
                    if column < words {
                        format!("{cell:width$}")
                    } else {
                        format!("{cell:>width$}")
                    }
                })
                .collect();
        match layout {
            Layout::Text => out.push_str(cells.join("  ").trim_end()),
            Layout::Markdown => {
                let escaped: Vec<String> = cells.iter().map(|c| c.replace('|', "\\|")).collect();
                let _ = write!(out, "| {} |", escaped.join(" | "));
            }
        }
        out.push('\n');
        if index == 0 && layout == Layout::Markdown {
            let rules = (0..columns).map(|c| if c < words { " --- |" } else { " ---: |" });
            out.push('|');
            out.extend(rules);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::{Part, Tally};

    fn outcomes() -> Vec<Outcome> {
        let mut figure = Figure::plain("F1", 0.5).promised(0.6).counted(Some(3), Some(12));
        figure.precision = Some(1.0);
        figure.recall = Some(1.0 / 3.0);
        figure.interval = Some([0.25, 0.75]);
        let section = Section {
            task: "points",
            set: "two stories".into(),
            documents: 9,
            reading: 0.5,
            seconds: 0.125,
            words: Some(1000),
            errors: vec![Tally { kind: "lost".into(), count: 7 }],
            parts: vec![Part { name: "first".into(), figures: vec![figure.clone()] }],
            figures: vec![figure],
        };
        vec![("points", Ok(section)), ("html", Err("gold.json is not there".into()))]
    }

    #[test]
    fn text_is_aligned_and_says_what_is_missing() {
        assert_eq!(
            render(&outcomes(), Layout::Text),
            "task    data         figure  value         95 %      P      R   target  found  gold  docs  reading s     s  articles/s  words/s\n\
             points  two stories  F1      0.500  0.250–0.750  1.000  0.333  < 0.600      3    12     9       0.50  0.12        72.0   8000.0\n\
             html                 none: gold.json is not there\n\
             \n\
             points     F1\n\
             first   0.500\n\
             \n\
             points, by kind  count\n\
             lost                 7\n"
        );
    }

    #[test]
    fn markdown_has_a_rule_below_the_head() {
        let table = render(&outcomes(), Layout::Markdown);
        let second = table.lines().nth(1).unwrap();
        assert_eq!(second, format!("| --- | --- | --- |{}", " ---: |".repeat(12)));
    }

    #[test]
    fn a_value_just_below_its_target_is_not_rounded_up_to_it() {
        assert_eq!(three(0.9296), "0.929");
        assert_eq!(three(0.93), "0.930");
        assert_eq!(three(1.0), "1.000");
    }
}
