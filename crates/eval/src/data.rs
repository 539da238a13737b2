//! Files of the corpora in, predictions out.

use crate::scorer::EvalError;
use rapporteur::core::{CodePoints, Span};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// Reads a file of one JSON value a line; empty lines are passed over.
pub(crate) fn read_lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, EvalError> {
    let text = fs::read_to_string(path).map_err(EvalError::io(path))?;
    text.split('\n')
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| {
            serde_json::from_str(line).map_err(|error| EvalError::Data {
                path: path.to_owned(),
                line: index + 1,
                message: error.to_string(),
            })
        })
        .collect()
}

/// Reads a file of one JSON value.
pub(crate) fn read_value<T: DeserializeOwned>(path: &Path) -> Result<T, EvalError> {
    let text = fs::read_to_string(path).map_err(EvalError::io(path))?;
    serde_json::from_str(&text).map_err(|error| EvalError::Data {
        path: path.to_owned(),
        line: error.line(),
        message: error.to_string(),
    })
}

/// Writes one JSON value a line.
pub(crate) fn write_lines(path: &Path, values: &[Value]) -> Result<(), EvalError> {
    let mut bytes = Vec::new();
    for value in values {
        writeln!(bytes, "{value}").map_err(EvalError::io(path))?;
    }
    fs::write(path, bytes).map_err(EvalError::io(path))
}

/// Writes one JSON value.
pub(crate) fn write_value(path: &Path, value: &impl Serialize) -> Result<(), EvalError> {
    let text =
        serde_json::to_string(value).map_err(|error| EvalError::Product(error.to_string()))?;
    fs::write(path, text).map_err(EvalError::io(path))
}

/// Spans as the scorers read them: pairs of code point offsets.
pub(crate) fn pairs(points: &CodePoints<'_>, spans: &[Span]) -> Vec<[usize; 2]> {
    spans.iter().map(|span| points.pair(*span)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn lines_come_back_and_a_bad_one_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.jsonl");
        write_lines(&path, &[json!({"id": "a"}), json!({"id": "b\u{2028}c"})]).unwrap();
        let back: Vec<Value> = read_lines(&path).unwrap();
        assert_eq!(back[1]["id"], "b\u{2028}c");
        fs::write(&path, "{\"id\": 1}\n\nnot json\n").unwrap();
        let error = read_lines::<Value>(&path).unwrap_err().to_string();
        assert!(error.contains("x.jsonl:3:"), "{error}");
        let gone = read_lines::<Value>(&folder.path().join("gone")).unwrap_err();
        assert!(gone.to_string().ends_with("gone is not there"));
    }

    #[test]
    fn spans_are_counted_in_code_points() {
        let text = "«Да», said Анна";
        let span = Span::new(text.find("said").unwrap(), text.len());
        assert_eq!(pairs(&CodePoints::new(text), &[span]), [[6, 15]]);
    }
}
