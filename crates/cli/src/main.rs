//! The `rapporteur` command: the façade's functions over files and streams.
//!
//! Exit codes: 0 all went well; 1 nothing could be done; 2 the command line is wrong; 3 the work is
//! done but some of the input was left out, each piece named on standard error.

mod annotate;
mod args;
mod error;
mod extract;
mod group;
mod input;
mod output;
mod progress;
mod reader;
mod report;

use args::{Command, Rapporteur};
use clap::{CommandFactory, Parser};
use error::Error;
use output::Messages;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Rapporteur::parse();
    let messages = Messages::new(arguments.quiet);
    match run(arguments, &messages) {
        Ok(()) if messages.anything_left_out() => ExitCode::from(3),
        Ok(()) => ExitCode::SUCCESS,
        // The reader of a pipe that has seen enough is no failure.
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            messages.error(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Rapporteur, messages: &Messages) -> Result<(), Error> {
    if let Some(threads) = arguments.threads {
        // Fails only where a pool exists already, which this process has not made.
        rayon::ThreadPoolBuilder::new().num_threads(threads).build_global().ok();
    }
    match arguments.command {
        Command::Report(arguments) => report::run(&arguments, messages),
        Command::Extract(arguments) => extract::run(&arguments, messages),
        Command::Annotate(arguments) => annotate::run(&arguments, messages),
        Command::Group(arguments) => group::run(&arguments, messages),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Rapporteur::command(), "rapporteur", &mut script);
            output::to_stdout(&script)
        }
    }
}
