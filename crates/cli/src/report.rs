//! `rapporteur report`: articles in, one report out.

use crate::args::{Format, ReportArguments};
use crate::error::Error;
use crate::input::{self, Stdin};
use crate::output::{self, Messages};
use crate::progress::Progress;
use crate::reader::reader;
use rapporteur::Run;
use rapporteur::core::Article;
use rapporteur::report::{Report, html, json, markdown};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub(crate) fn run(arguments: &ReportArguments, messages: &Messages) -> Result<(), Error> {
    let format = format(arguments);
    if format == Format::Html && arguments.output.is_none() {
        return Err(Error::HtmlToTerminal);
    }
    let reader = reader(&arguments.reader)?;
    let articles = input::articles(&arguments.paths, Stdin::JsonLines, messages)?;
    let told = notes(articles.iter());
    let progress = Progress::new(messages.is_quiet());
    let options = rapporteur::Options { one_story: arguments.one_story };
    let run = rapporteur::read_together(articles, &reader, &options, &|step| progress.step(step));
    progress.finish();
    for (file, message) in notes(run.articles.iter().map(|a| &a.article)).difference(&told) {
        messages.note(&format_args!("{}: {message}", file.as_deref().unwrap_or("-")));
    }
    for duplicate in &run.duplicates {
        messages.note(&format_args!(
            "{}: the same article as {}, taken once",
            duplicate.file.as_deref().unwrap_or("-"),
            duplicate.kept.as_deref().unwrap_or("another one"),
        ));
    }
    write(&run, format, arguments.output.as_deref(), messages)
}

/// What is odd about each article, with its file.
fn notes<'a>(articles: impl Iterator<Item = &'a Article>) -> BTreeSet<(Option<String>, String)> {
    articles
        .flat_map(|article| {
            let file = || article.file.clone();
            article.diagnostics.iter().map(move |d| (file(), d.message.clone()))
        })
        .collect()
}

/// The format asked for, else the one that the output's ending names, else pages for a folder and
/// Markdown for a terminal.
fn format(arguments: &ReportArguments) -> Format {
    let ending = |path: &PathBuf| match path.extension().and_then(|e| e.to_str()) {
        Some("md" | "markdown" | "txt") => Format::Md,
        Some("json") => Format::Json,
        _ => Format::Html,
    };
    arguments.format.or_else(|| arguments.output.as_ref().map(ending)).unwrap_or(Format::Md)
}

fn write(
    run: &Run,
    format: Format,
    output: Option<&Path>,
    messages: &Messages,
) -> Result<(), Error> {
    let report = run.report();
    let Some(path) = output else {
        return output::to_stdout(whole(&report, format)?.as_bytes());
    };
    if is_folder(path) {
        output::make_folder(path)?;
        let index = path.join(file_name("index", format));
        return write_pages(&report, format, &index, |n| file_name(&format!("story-{n}"), format));
    }
    if format == Format::Html && run.stories.len() > 1 {
        let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or("report").to_owned();
        messages.note(&format_args!(
            "{} stories: {} is their index, each has a page beside it",
            run.stories.len(),
            path.display()
        ));
        return write_pages(&report, format, path, |n| file_name(&format!("{stem}-{n}"), format));
    }
    output::to_file(path, &whole(&report, format)?)
}

/// A path without an ending, or one that is a folder already, is taken as a folder.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.extension().is_none()
}

fn file_name(stem: &str, format: Format) -> String {
    let ending = match format {
        Format::Html => "html",
        Format::Md => "md",
        Format::Json => "json",
    };
    format!("{stem}.{ending}")
}

/// Writes the index to `index` and a page for each story beside it, named by its number from 1.
fn write_pages(
    report: &Report<'_>,
    format: Format,
    index: &Path,
    page: impl Fn(usize) -> String,
) -> Result<(), Error> {
    if format == Format::Json {
        return output::to_file(index, &whole(report, format)?);
    }
    let pages: Vec<String> = (1..=report.stories.len()).map(page).collect();
    for (story, name) in pages.iter().enumerate() {
        let text = match format {
            Format::Html => html::story_page(report, story),
            _ => markdown::story(report, story),
        };
        output::to_file(&index.with_file_name(name), &text)?;
    }
    let text = match format {
        Format::Html => html::index_page(report, &pages),
        _ => markdown::index(report, &pages),
    };
    output::to_file(index, &text)
}

/// The whole report as one text.
fn whole(report: &Report<'_>, format: Format) -> Result<String, Error> {
    Ok(match format {
        Format::Json => {
            let mut text = serde_json::to_string_pretty(&json::report(report))?;
            text.push('\n');
            text
        }
        Format::Html => html::story_page(report, 0),
        Format::Md => {
            let stories: Vec<String> =
                (0..report.stories.len()).map(|i| markdown::story(report, i)).collect();
            stories.join("\n\n")
        }
    })
}
