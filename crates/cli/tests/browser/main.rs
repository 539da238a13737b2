//! The HTML report in a browser, as a reader has it: opened from a file, with no network.
//!
//! Needs Chromium; `cargo xtask test` installs one. `RAPPORTEUR_BROWSER=skip` leaves the tests out
//! and says so, any other value names the browser to start.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test says so by failing"
)]

mod chromium;

use assert_cmd::Command;
use chromium::Chromium;
use serde_json::{Value, json};
use std::path::Path;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/strait-talks");

/// Opens the example's report in a browser and lets `look` at it; nothing where the environment
/// says to skip.
fn with_report(look: impl FnOnce(&mut Chromium, &str)) {
    let Some(program) = chromium::program() else {
        eprintln!("skipped: RAPPORTEUR_BROWSER=skip");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("report.html");
    Command::cargo_bin("rapporteur")
        .unwrap()
        .args([Path::new("report"), Path::new(EXAMPLE), Path::new("-o"), &page])
        .assert()
        .success();
    let url = format!("file://{}", page.display());
    let mut browser = Chromium::start(&program, &folder.path().join("profile"));
    browser.open(&url);
    look(&mut browser, &url);
}

/// The place of an element in the window: left, top, right, bottom.
fn place(browser: &mut Chromium, element: &str) -> [f64; 4] {
    let value = browser.value(&format!(
        "(() => {{ const r = {element}.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; }})()"
    ));
    serde_json::from_value(value).unwrap()
}

#[test]
fn a_cell_leads_to_its_highlighted_words() {
    with_report(|browser, _| {
        let cells = browser.value("document.querySelectorAll('table.collation td a.words').length");
        let cells = cells.as_u64().unwrap();
        assert!(cells > 5, "the example has a table");
        for cell in (0..cells).step_by((cells as usize / 6).max(1)) {
            let link = format!("document.querySelectorAll('table.collation td a.words')[{cell}]");
            let words = browser.value(&format!("{link}.textContent"));
            let wanted = browser.value(&format!("{link}.getAttribute('href')"));
            browser.value(&format!("{link}.scrollIntoView({{block: 'center'}})"));
            let [left, top, _, _] = place(browser, &link);
            browser.click(left + 4.0, top + 6.0);
            browser.wait_for(&format!("location.hash === {wanted}"));

            let target = "document.querySelector(':target')";
            let marked = browser.value(&format!("{target}.textContent"));
            let (marked, words) = (marked.as_str().unwrap(), words.as_str().unwrap());
            assert!(
                words.starts_with(marked.trim_end_matches(char::is_numeric))
                    || marked.starts_with(words),
                "{words:?} leads to {marked:?}"
            );
            let [_, top, _, bottom] = place(browser, target);
            let height = browser.value("innerHeight").as_f64().unwrap();
            assert!(bottom > 0.0 && top < height, "{words:?} is out of view: {top} to {bottom}");
            let colours = browser.value(&format!(
                "[getComputedStyle({target}).backgroundColor, getComputedStyle(document.body).backgroundColor]"
            ));
            assert_ne!(colours[0], colours[1], "{words:?} is not marked");
            assert_ne!(colours[0], "rgba(0, 0, 0, 0)", "{words:?} is not marked");
        }
    });
}

#[test]
fn nothing_loads_from_elsewhere_and_nothing_goes_wrong() {
    with_report(|browser, url| {
        browser.wait_for("document.readyState === 'complete'");
        browser.value("location.hash = '#articles'");
        browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");
        // One more exchange, so that what the steps above set off has been reported.
        browser.value("new Promise(done => requestAnimationFrame(() => setTimeout(done, 200)))");
        let asked: Vec<String> = browser
            .events("Network.requestWillBeSent")
            .filter_map(|event| Some(event["request"]["url"].as_str()?.to_owned()))
            .filter(|asked| !asked.starts_with(url) && !asked.starts_with("data:"))
            .collect();
        assert!(browser.events("Network.requestWillBeSent").count() > 0, "the page itself");
        assert!(asked.is_empty(), "asked for {asked:?}");
        let mut wrong: Vec<Value> = browser.events("Runtime.exceptionThrown").cloned().collect();
        wrong.extend(browser.events("Log.entryAdded").cloned());
        wrong.extend(browser.events("Runtime.consoleAPICalled").cloned());
        assert!(wrong.is_empty(), "{wrong:?}");
    });
}

#[test]
fn a_phone_shows_it_without_scrolling_sideways() {
    with_report(|browser, _| {
        browser.call(
            "Emulation.setDeviceMetricsOverride",
            json!({"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true}),
        );
        browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");
        let width = browser.value("document.documentElement.scrollWidth");
        assert_eq!(width, 390);
        // The table's cells stand under each other.
        let [left, _, right, _] =
            place(browser, "document.querySelector('table.collation td:not(.empty)')");
        assert!(left >= 0.0 && right <= 390.0 && right - left > 250.0);
    });
}

#[test]
fn it_reads_without_its_script() {
    with_report(|browser, url| {
        browser.call("Emulation.setScriptExecutionDisabled", json!({"value": true}));
        browser.open(url);
        let link = "document.querySelector('table.collation td a.words')";
        let wanted = browser.value(&format!("{link}.getAttribute('href')"));
        browser.value(&format!("{link}.scrollIntoView({{block: 'center'}})"));
        let [left, top, _, _] = place(browser, link);
        browser.click(left + 4.0, top + 6.0);
        browser.wait_for(&format!("location.hash === {wanted}"));
        let [_, top, _, bottom] = place(browser, "document.querySelector(':target')");
        assert!(bottom > 0.0 && top < browser.value("innerHeight").as_f64().unwrap());
    });
}

#[test]
fn the_keyboard_reaches_it() {
    with_report(|browser, _| {
        browser.key("Tab");
        assert_eq!(browser.value("document.activeElement.textContent"), "Skip to the report");
        let [left, top, _, _] = place(browser, "document.activeElement");
        assert!(left >= 0.0 && top >= 0.0, "the link shows once it has the focus");
        browser.key("Enter");
        browser.wait_for("document.activeElement.id === \"main\"");
        browser.key("Tab");
        let inside =
            browser.value("document.querySelector('main').contains(document.activeElement)");
        assert_eq!(inside, true);
    });
}
