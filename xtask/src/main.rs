//! Chores of the repository.
//!
//! `cargo xtask test` finds or installs what the tests need (a browser) and runs them all;
//! `cargo xtask ci` adds formatting, clippy with warnings denied, and the documentation.

use std::env;
use std::path::Path;
use std::process::{Command, ExitCode};

const BROWSERS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

fn main() -> ExitCode {
    let task = env::args().nth(1).unwrap_or_default();
    let outcome = match task.as_str() {
        "test" => test(),
        "ci" => ci(),
        _ => Err("usage: cargo xtask test | cargo xtask ci".to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            complain(&message);
            ExitCode::FAILURE
        }
    }
}

fn ci() -> Result<(), String> {
    cargo(&["fmt", "--all", "--check"])?;
    cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"])?;
    test()?;
    run(Command::new(cargo_path())
        .args(["doc", "--workspace", "--no-deps", "--locked"])
        .env("RUSTDOCFLAGS", "-D warnings"))
}

fn test() -> Result<(), String> {
    if env::var_os("RAPPORTEUR_BROWSER").is_none() && browser().is_none() {
        install_browser()?;
    }
    cargo(&["test", "--workspace", "--locked"])
}

/// The first browser on the path.
fn browser() -> Option<&'static str> {
    let paths = env::var_os("PATH")?;
    BROWSERS.into_iter().find(|name| env::split_paths(&paths).any(|dir| dir.join(name).is_file()))
}

/// Installs Chromium where the system has apt and this user may use it.
fn install_browser() -> Result<(), String> {
    const REMEDY: &str = "the browser test needs Chromium: install it (Debian: apt-get install \
                          chromium), or set RAPPORTEUR_BROWSER=skip to leave that test out";
    if !Path::new("/usr/bin/apt-get").exists() {
        return Err(REMEDY.to_owned());
    }
    let sudo = Path::new("/usr/bin/sudo").exists();
    for arguments in [&["update", "-q"][..], &["install", "-y", "-q", "chromium"][..]] {
        let mut command = if sudo {
            let mut command = Command::new("sudo");
            command.args(["-n", "apt-get"]);
            command
        } else {
            Command::new("apt-get")
        };
        run(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
            .map_err(|error| format!("{REMEDY} ({error})"))?;
    }
    Ok(())
}

fn cargo(arguments: &[&str]) -> Result<(), String> {
    run(Command::new(cargo_path()).args(arguments))
}

fn cargo_path() -> std::ffi::OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

fn run(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name} ended with {status}")),
        Err(error) => Err(format!("{name} could not be started: {error}")),
    }
}

#[allow(clippy::print_stderr)]
fn complain(message: &str) {
    eprintln!("xtask: {message}");
}
