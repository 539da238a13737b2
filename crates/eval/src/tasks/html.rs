//! Article bodies out of pages, on the public article extraction benchmark.

use super::Place;
use crate::clock::Clock;
use crate::data::{read_value, write_value};
use crate::figures::{Figure, Section};
use crate::product;
use crate::scorer::{self, EvalError, expected};
use serde_json::{Map, Value, json};
use std::io;
use std::path::Path;
use std::process::Command;

pub(super) fn run(place: &Place<'_>) -> Vec<Result<Section, EvalError>> {
    vec![pages(place)]
}

fn pages(place: &Place<'_>) -> Result<Section, EvalError> {
    let folder = place.data.join("html");
    let gold = folder.join("gold.json");
    let ids: Map<String, Value> = read_value(&gold)?;
    let mut bodies = Map::new();
    let mut clock = Clock::default();
    for id in ids.keys() {
        let page = unpacked(&folder.join("pages").join(format!("{id}.html.gz")))?;
        let body = clock.count(|| product::extract(&page));
        bodies.insert(id.clone(), json!({"articleBody": body}));
    }
    let predictions = place.scratch.join("pages.json");
    write_value(&predictions, &bodies)?;
    let script = folder.join("score.py");
    let printed = scorer::run(&script, &[&gold, &predictions])?;
    Ok(Section {
        task: "html",
        set: "half of the benchmark".into(),
        documents: ids.len(),
        reading: clock.seconds(),
        seconds: 0.0,
        words: None,
        figures: figures(&printed).ok_or_else(|| expected(&script, "line of figures"))?,
        parts: Vec::new(),
        errors: Vec::new(),
    })
}

/// Unpacks a page with the system's gzip: no crate of the product needs to read these.
fn unpacked(path: &Path) -> Result<Vec<u8>, EvalError> {
    if !path.is_file() {
        return Err(EvalError::NoData(path.to_owned()));
    }
    let output = Command::new("gzip").arg("-dc").arg(path).output().map_err(EvalError::io(path))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Err(EvalError::io(path)(io::Error::other(said)))
}

/// Reads the scorer's last line: `pages 89  P 0.900  R 0.800  F1 0.847  accuracy 0.250`.
fn figures(printed: &str) -> Option<Vec<Figure>> {
    let line = printed.lines().rev().find(|l| l.starts_with("pages "))?;
    let words: Vec<&str> = line.split_whitespace().collect();
    let after = |name: &str| -> Option<f64> {
        let at = words.iter().position(|word| *word == name)?;
        words.get(at + 1)?.parse().ok()
    };
    let mut f1 = Figure::plain("body F1", after("F1")?);
    f1.precision = after("P");
    f1.recall = after("R");
    Some(vec![f1, Figure::plain("accuracy", after("accuracy")?)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_is_read() {
        let printed = "  worst: 0a P 0.000 R 0.000 http://F1/\n\
                       pages 89  P 0.900  R 0.800  F1 0.847  accuracy 0.250\n";
        let read = figures(printed).unwrap();
        assert_eq!(read[0].value, 0.847);
        assert_eq!((read[0].precision, read[0].recall), (Some(0.9), Some(0.8)));
        assert_eq!(read[1].value, 0.25);
        assert_eq!(figures("Traceback\n"), None);
    }

    #[test]
    fn a_missing_page_is_named() {
        let error = unpacked(Path::new("nowhere/x.html.gz")).unwrap_err();
        assert_eq!(error.to_string(), "nowhere/x.html.gz is not there");
    }
}
