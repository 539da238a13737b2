//! Progress of long work, on standard error, silent when that is not a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rapporteur::Step;

/// A bar that follows a run.
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    pub(crate) fn new(quiet: bool) -> Self {
        let bar = ProgressBar::new(0);
        if quiet {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        }
        if let Ok(style) = ProgressStyle::with_template("{msg:10} {wide_bar} {pos}/{len} {eta}") {
            bar.set_style(style);
        }
        Self { bar }
    }

    pub(crate) fn step(&self, step: Step) {
        match step {
            Step::Annotated { of } => self.advance("reading", of),
            Step::Grouped { stories } => {
                self.bar.reset();
                self.bar.set_length(stories as u64);
            }
            Step::Collated { of } => self.advance("collating", of),
        }
    }

    fn advance(&self, what: &'static str, of: usize) {
        self.bar.set_message(what);
        self.bar.set_length(of as u64);
        self.bar.inc(1);
    }

    pub(crate) fn finish(self) {
        self.bar.finish_and_clear();
    }
}
