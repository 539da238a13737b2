//! Processor time: what the product itself takes, however busy the machine is.

use std::fs;
use std::time::{Duration, Instant};

/// Counts the seconds of pieces of work.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    spent: Duration,
}

impl Clock {
    /// Does `work` and counts the time that it takes: processor time of all threads of this process
    /// where the system tells (Linux), else time on the wall.
    pub(crate) fn count<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let (wall, before) = (Instant::now(), processor_time());
        let out = work();
        self.spent += match (before, processor_time()) {
            (Some(before), Some(after)) => after.saturating_sub(before),
            _ => wall.elapsed(),
        };
        out
    }

    /// The seconds counted.
    pub(crate) fn seconds(&self) -> f64 {
        self.spent.as_secs_f64()
    }
}

/// Processor time of this process, threads that have ended included: user and system ticks of
/// `/proc/self/stat`, which Linux gives in hundredths of a second. Programs started, such as
/// scorers, are not in it.
fn processor_time() -> Option<Duration> {
    let line = fs::read_to_string("/proc/self/stat").ok()?;
    // The second field is the program's name in brackets and may hold anything.
    let (_, fields) = line.rsplit_once(')')?;
    let mut times = fields.split_whitespace().skip(11);
    let user: u64 = times.next()?.parse().ok()?;
    let system: u64 = times.next()?.parse().ok()?;
    Some(Duration::from_millis((user + system) * 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_counted_and_sleep_is_not() {
        let mut clock = Clock::default();
        clock.count(|| std::thread::sleep(Duration::from_millis(200)));
        if processor_time().is_some() {
            assert!(clock.seconds() < 0.2);
        }
        let mut busy = Clock::default();
        let sum = busy.count(|| (0..50_000_000u64).fold(0, |a, b| std::hint::black_box(a ^ b)));
        assert!(busy.seconds() > 0.0, "{sum}");
    }
}
