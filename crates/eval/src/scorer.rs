//! The published scorers: Python programs that are run as they are.

use serde_json::Value;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Why a task has no figures.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EvalError {
    /// The data of the task is not there.
    #[error("{} is not there", .0.display())]
    NoData(PathBuf),
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A line of the data is not what the task expects.
    #[error("{}:{line}: {message}", path.display())]
    Data {
        /// The file.
        path: PathBuf,
        /// Its line, from 1.
        line: usize,
        /// What is wrong.
        message: String,
    },
    /// There is no Python to run a scorer with.
    #[error("python3 cannot be run ({0}); the scorers need it")]
    NoPython(io::Error),
    /// The scorer gave up.
    #[error("{} failed: {message}", script.display())]
    Scorer {
        /// The scorer.
        script: PathBuf,
        /// Its last words.
        message: String,
    },
    /// The scorer printed something else than was expected of it.
    #[error("{} printed no {expected}", script.display())]
    Output {
        /// The scorer.
        script: PathBuf,
        /// What was looked for.
        expected: String,
    },
    /// The product failed.
    #[error("the product failed: {0}")]
    Product(String),
}

impl EvalError {
    /// For `map_err` on what the file at `path` gave.
    pub(crate) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| match source.kind() {
            io::ErrorKind::NotFound => Self::NoData(path),
            _ => Self::Io { path, source },
        }
    }
}

/// Runs `python3 SCRIPT ARGUMENTS…` and gives what it printed.
pub(crate) fn run<A: AsRef<OsStr>>(script: &Path, arguments: &[A]) -> Result<String, EvalError> {
    if !script.is_file() {
        return Err(EvalError::NoData(script.to_owned()));
    }
    let output = Command::new("python3")
        .arg(script)
        .args(arguments)
        .output()
        .map_err(EvalError::NoPython)?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let last = said.lines().rev().find(|line| !line.trim().is_empty());
        return Err(EvalError::Scorer {
            script: script.to_owned(),
            message: last.unwrap_or("no message").to_owned(),
        });
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a scorer that prints JSON.
pub(crate) fn run_json<A: AsRef<OsStr>>(
    script: &Path,
    arguments: &[A],
) -> Result<Value, EvalError> {
    let printed = run(script, arguments)?;
    serde_json::from_str(&printed).map_err(|_| expected(script, "JSON"))
}

/// The error for a scorer's output that lacks something.
pub(crate) fn expected(script: &Path, what: impl Into<String>) -> EvalError {
    EvalError::Output { script: script.to_owned(), expected: what.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_missing_scorer_is_named() {
        let gone = Path::new("nowhere/score.py");
        let error = run::<&str>(gone, &[]).unwrap_err();
        assert_eq!(error.to_string(), "nowhere/score.py is not there");
    }

    #[test]
    fn a_scorer_is_run_and_its_last_words_are_kept() {
        if Command::new("python3").arg("--version").output().is_err() {
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        let script = folder.path().join("score.py");
        fs::write(
            &script,
            "import sys\nprint('{\"f1\": 0.5}')\nif len(sys.argv) > 1: sys.exit('no such gold')\n",
        )
        .unwrap();
        assert_eq!(run_json::<&str>(&script, &[]).unwrap()["f1"], 0.5);
        let error = run_json(&script, &["x"]).unwrap_err();
        assert!(error.to_string().ends_with("failed: no such gold"), "{error}");
    }
}
