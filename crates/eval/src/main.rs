//! `rapporteur-eval`: every figure, by the published scorers on the product's real output.
//!
//! The scorers are the Python programs that come with the data. They are run as they are: nothing of
//! them is written a second time here.

use clap::Parser;
use figures::Section;
use rapporteur::annotate::Reader;
use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use table::{Layout, Outcome};
use tasks::{Place, TASKS};

mod bootstrap;
mod clock;
mod data;
mod figures;
mod product;
mod scorer;
mod table;
mod tasks;

/// Scores Rapporteur on every corpus that is there and prints one table.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// The folder with a folder for each corpus.
    data: PathBuf,
    /// Only these tasks.
    #[arg(long, value_delimiter = ',', value_parser = clap::builder::PossibleValuesParser::new(TASKS.iter().map(|t| t.name)))]
    only: Vec<String>,
    /// Reads by rules alone.
    #[arg(long, conflicts_with = "model")]
    rules: bool,
    /// Reads with the model in this file instead of the one inside the program.
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
    /// Prints the table as Markdown.
    #[arg(long)]
    markdown: bool,
    /// Writes all figures to this file as JSON.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Keeps what the scorers were given in this folder.
    #[arg(long, value_name = "FOLDER")]
    keep: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "rapporteur-eval: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> io::Result<()> {
    let named = |path: &PathBuf| {
        let path = path.display().to_string();
        move |error: io::Error| io::Error::new(error.kind(), format!("{path}: {error}"))
    };
    rayon::ThreadPoolBuilder::new().num_threads(1).build_global().map_err(io::Error::other)?;
    let reader = match &arguments.model {
        _ if arguments.rules => Reader::rules(),
        Some(path) => Reader::open(path).map_err(io::Error::other)?,
        None => Reader::bundled().map_err(io::Error::other)?,
    };
    let temporary = tempfile::tempdir()?;
    let scratch = arguments.keep.clone().unwrap_or_else(|| temporary.path().to_owned());
    let mut outcomes: Vec<Outcome> = Vec::new();
    for task in TASKS {
        if !arguments.only.is_empty() && !arguments.only.iter().any(|name| name == task.name) {
            continue;
        }
        let scratch = scratch.join(task.name);
        fs::create_dir_all(&scratch).map_err(named(&scratch))?;
        let place = Place { data: &arguments.data, scratch: &scratch, reader: &reader };
        for outcome in (task.run)(&place) {
            outcomes.push((task.name, outcome.map_err(|error| error.to_string())));
        }
    }
    let layout = if arguments.markdown { Layout::Markdown } else { Layout::Text };
    io::stdout().write_all(table::render(&outcomes, layout).as_bytes())?;
    if let Some(path) = &arguments.json {
        let sections: Vec<&Section> =
            outcomes.iter().filter_map(|(_, o)| o.as_ref().ok()).collect();
        let json = serde_json::to_string_pretty(&sections).map_err(io::Error::other)?;
        fs::write(path, json + "\n").map_err(named(path))?;
    }
    Ok(())
}
