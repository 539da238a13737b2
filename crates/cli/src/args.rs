//! The command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Reads every outlet's account of an event and files one report in which each line can be traced
/// to the sentence that carries it.
#[derive(Debug, Parser)]
#[command(
    name = "rapporteur",
    version,
    after_help = "Exit codes: 0 all went well; 1 nothing could be done; 2 the command line is wrong; \
                  3 done, but some of the input was left out (each piece is named on standard error)."
)]
pub(crate) struct Rapporteur {
    /// No progress bar and no notes; errors still appear
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// How many threads to use [default: one for each core]; the output is the same for any number
    #[arg(long, global = true, value_name = "N", value_parser = threads)]
    pub(crate) threads: Option<usize>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

fn threads(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(n @ 1..=1024) => Ok(n),
        _ => Err("give a number from 1 to 1024".to_owned()),
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Lay the accounts of an event side by side: articles in, one report out
    Report(ReportArguments),
    /// Articles from HTML, text or JSON, as JSON Lines with their noise marked
    Extract(StreamArguments),
    /// Add sentences, entities, times, quantities and attributions to articles, as JSON Lines
    Annotate(AnnotateArguments),
    /// Group articles into stories, as JSON Lines {"id","story"}
    Group(StreamArguments),
    /// Print the completion script of a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

#[derive(Debug, Args)]
pub(crate) struct ReportArguments {
    /// Files and folders with articles (text, HTML, JSON, JSON Lines); - for JSON Lines on standard
    /// input
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Form of the report [default: by the ending of --output; Markdown without one]
    #[arg(long, short, value_enum)]
    pub(crate) format: Option<Format>,
    /// Where to write: a file, or a folder for an index and one report for each story
    #[arg(long, short, value_name = "FILE|FOLDER")]
    pub(crate) output: Option<PathBuf>,
    /// Take all articles as accounts of one event instead of grouping them
    #[arg(long)]
    pub(crate) one_story: bool,
    #[command(flatten)]
    pub(crate) reader: ReaderArguments,
}

#[derive(Debug, Args)]
pub(crate) struct ReaderArguments {
    /// Who reads: the trained model, or rules alone, which find less and are many times faster
    #[arg(long, value_enum, default_value_t = ReaderKind::Model)]
    pub(crate) reader: ReaderKind,
    /// The model file to read with [default: the one inside the program]
    #[arg(long, value_name = "FILE", conflicts_with = "reader")]
    pub(crate) model: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReaderKind {
    /// The trained model
    Model,
    /// Rules alone
    Rules,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// One self-contained page that works offline
    Html,
    /// Markdown with numbered sources
    #[value(alias("markdown"))]
    Md,
    /// The published JSON form
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct StreamArguments {
    /// Files and folders; without any, or with -, standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct AnnotateArguments {
    #[command(flatten)]
    pub(crate) input: StreamArguments,
    #[command(flatten)]
    pub(crate) reader: ReaderArguments,
}
