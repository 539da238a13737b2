//! One module for each task: what the product is given, what the scorer is given, what is read from it.

use crate::figures::Section;
use crate::scorer::EvalError;
use rapporteur::annotate::Reader;
use std::path::Path;

mod attribution;
mod collation;
mod entities;
mod events;
mod html;
mod stories;
mod time;

/// Where a task finds its data and where it may write.
pub(crate) struct Place<'a> {
    /// The folder with a folder for each corpus.
    pub data: &'a Path,
    /// A folder of the task's own for predictions.
    pub scratch: &'a Path,
    /// Who reads the articles.
    pub reader: &'a Reader,
}

/// A task.
pub(crate) struct Task {
    /// Its name on the command line and in the table.
    pub name: &'static str,
    /// Runs the product and the scorer; one result for each set of data.
    pub run: fn(&Place<'_>) -> Vec<Result<Section, EvalError>>,
}

/// All tasks, in the order of the table.
pub(crate) const TASKS: &[Task] = &[
    Task { name: "collation", run: collation::run },
    Task { name: "stories", run: stories::run },
    Task { name: "attribution", run: attribution::run },
    Task { name: "time", run: time::run },
    Task { name: "entities", run: entities::gum },
    Task { name: "re3d", run: entities::re3d },
    Task { name: "events", run: events::run },
    Task { name: "html", run: html::run },
];
