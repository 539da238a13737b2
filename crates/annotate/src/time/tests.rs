//! Expressions, what they mean, and where they stand.

use super::*;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use rapporteur_core::{Article, DateOrigin, PublicationDate};

/// Reads `text` as an account of `day`.
fn read(text: &str, day: Date) -> AnnotatedArticle {
    let mut article = Article::from_text(text);
    article.published = Some(PublicationDate {
        date: day,
        origin: DateOrigin::Given,
        confidence: 1.0,
        reason: String::new(),
    });
    let mut annotated = AnnotatedArticle::bare(article);
    crate::structure::find(&mut annotated);
    find(&mut annotated);
    resolve(&mut annotated);
    annotated
}

/// `expression=value` for every expression of `text`, in order.
fn list(text: &str, day: Date) -> Vec<String> {
    let annotated = read(text, day);
    annotated
        .times
        .iter()
        .map(|time| {
            let value = time.timex_value().unwrap_or_else(|| "?".to_owned());
            format!("{}={value}", annotated.words(time.span))
        })
        .collect()
}

/// A Wednesday.
const DAY: Date = date(2021, 3, 17);

#[test]
fn newspaper_dates() {
    for (text, expected) in [
        ("The pact of 12 January 2022 holds.", &["12 January 2022=2022-01-12"][..]),
        ("They met on Jan. 12 in Oslo.", &["Jan. 12=2021-01-12"]),
        ("They met on January 12th, 2019, in Oslo.", &["January 12th, 2019=2019-01-12"]),
        ("They met on 10 January.", &["10 January=2021-01-10"]),
        ("They will meet on the 2nd of April.", &["the 2nd of April=2021-04-02"]),
        ("They met on the fourteenth of February.", &["the fourteenth of February=2021-02-14"]),
        ("They met on the twenty-first of May 2019.", &["the twenty-first of May 2019=2019-05-21"]),
        ("It was the first of February’s storms.", &["February=2021-02"]),
        ("Signed 23/04/2019 in Bern.", &["23/04/2019=2019-04-23"]),
        ("Signed 04/23/2019 in Bern.", &["04/23/2019=2019-04-23"]),
        ("Signed 2019-04-23 in Bern.", &["2019-04-23=2019-04-23"]),
        ("Posted Friday, May 8, 2009 by staff.", &["Friday, May 8, 2009=2009-05-08"]),
        (
            "The fair of January 10-13, 2020 drew many.",
            &["January 10-13, 2020=2020-01-10/2020-01-13"],
        ),
        ("It opened in December 2004.", &["December 2004=2004-12"]),
        ("It fell in August of 1991.", &["August of 1991=1991-08"]),
        ("It opened in December.", &["December=2020-12"]),
        ("It will open in December.", &["December=2021-12"]),
        ("It was shut last August.", &["last August=2020-08"]),
        ("The law of 1976 stands.", &["1976=1976"]),
        ("The 2015–16 season was long.", &["2015–16=2015/2016"]),
        ("The 2015-16 season was long.", &["2015-16=2015/2016"]),
        ("Between 2009 and 2013 she served.", &["2009=2009", "2013=2013"]),
        ("War came in the 1990s.", &["1990s=1990/1999"]),
        ("War came in the ’90s.", &["’90s=1990/1999"]),
        ("The port dates from the 1800s.", &["1800s=1800/1899"]),
        ("A fort of the 17th century stands.", &["17th century=1601/1700"]),
        ("They tabled it in mid-December.", &["mid-December=2020-12"]),
        ("It blew up late last year.", &["late last year=2020"]),
        ("It began in early 2014.", &["early 2014=2014"]),
        ("It was in spring 2015.", &["spring 2015=2015-03/2015-05"]),
        ("It rained in the summer of 2012.", &["the summer of 2012=2012-06/2012-08"]),
        ("Sales fell in Q3 2015.", &["Q3 2015=2015-Q3"]),
        ("Sales fell in the third quarter of 2015.", &["the third quarter of 2015=2015-Q3"]),
        ("They left by the end of the year.", &["the end of the year=2021"]),
    ] {
        assert_eq!(list(text, DAY), expected, "{text}");
    }
}

#[test]
fn days_around_the_account() {
    for (text, expected) in [
        ("Envoys met on Monday.", &["Monday=2021-03-15"][..]),
        ("Envoys will meet on Monday.", &["Monday=2021-03-22"]),
        ("Last Monday’s vote was close.", &["Last Monday=2021-03-15"]),
        ("It struck Monday night.", &["Monday night=2021-03-15"]),
        ("She left yesterday morning.", &["yesterday morning=2021-03-16"]),
        ("The talks were held this week.", &["this week=2021-W11"]),
        ("He spoke last month.", &["last month=2021-02"]),
        ("It began two years ago.", &["two years ago=2019"]),
        ("It began nearly two decades ago.", &["two decades ago=2001"]),
        ("It began several years ago.", &["several years ago=?"]),
        ("He won in 2014. That year prices fell.", &["2014=2014", "That year=2014"]),
        (
            "He won in 2014. In March of that year prices fell.",
            &["2014=2014", "March of that year=2014-03"],
        ),
        ("Two of the 19 Oct. 3 strikers spoke.", &["Oct. 3=2020-10-03"]),
        (
            "He resigned on 30 January 2019. Three days later he fled.",
            &["30 January 2019=2019-01-30", "Three days later=2019-02-02"],
        ),
        ("Prices rose over the past three months.", &["the past three months=2021-01/2021-03"]),
        ("It grew in recent years.", &["recent years=?"]),
        ("The visit comes next week.", &["next week=2021-W12"]),
        ("Fans gathered on New Year's Eve.", &["New Year's Eve=2020-12-31"]),
        ("Fans recall New Year’s Eve 2015.", &["New Year’s Eve 2015=2015-12-31"]),
        ("It stood before 9/11.", &["9/11=2001-09-11"]),
        ("It rang at 6.13am today.", &["6.13am=2021-03-17T06:13", "today=2021-03-17"]),
        (
            "It rang around 5:30 p.m. on Tuesday.",
            &["5:30 p.m.=2021-03-16T17:30", "Tuesday=2021-03-16"],
        ),
    ] {
        assert_eq!(list(text, DAY), expected, "{text}");
    }
}

#[test]
fn september_11_is_general_only_beside_the_attacks() {
    assert_eq!(
        list("The September 11 attacks shook it. After Sept. 11 all changed.", DAY),
        ["September 11=2001-09-11", "Sept. 11=2001-09-11"]
    );
    assert_eq!(list("The fair opened on September 11.", DAY), ["September 11=2020-09-11"]);
}

#[test]
fn durations_and_repetitions() {
    for (text, expected) in [
        ("They talked for nearly four hours.", &["nearly four hours=PT4H"][..]),
        ("It took more than two years.", &["more than two years=P2Y"]),
        ("A three-day truce held.", &["three-day=P3D"]),
        ("He stayed for a month.", &["a month=P1M"]),
        ("It meets every Monday.", &["every Monday=XXXX-WXX-1"]),
        ("It meets annually.", &["annually=P1Y"]),
        ("It lasted two and a half hours.", &["two and a half hours=PT2.5H"]),
    ] {
        assert_eq!(list(text, DAY), expected, "{text}");
    }
}

#[test]
fn what_is_no_time() {
    for text in [
        "A 15-year-old boy was hurt.",
        "He is 35 years old.",
        "Some 2000 people marched.",
        "It cost $2015 to mend.",
        "Resolution 1973 was passed.",
        "You may march to the sea.",
        "The Daily Herald wrote it.",
        "April Jones said so.",
        "They fall on the fall of Rome.",
    ] {
        assert_eq!(list(text, DAY), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn numbers_too_large_for_a_calendar_are_left_alone() {
    for text in [
        "It began 99999999999999999999 years ago.",
        "It began 999,999,999 years ago.",
        "In the year 99999 all ends.",
        "On 31 February 2020 nothing was.",
        "The 9999th century was dull.",
    ] {
        let annotated = read(text, DAY);
        for time in &annotated.times {
            assert!(time.when.as_ref().is_none_or(|w| w.first <= w.last), "{text}");
        }
    }
}

proptest! {
    #[test]
    fn spans_lie_inside_the_text(text in "(\\PC|[ .,'’0-9]|Monday|mid-December|’90s|a\\.m\\.| the |last |years? ago|1990s|–|New Year's Eve|9/11|2015){0,40}") {
        let annotated = read(&text, DAY);
        let mut end = 0;
        for time in &annotated.times {
            prop_assert!(time.span.start() >= end && !time.span.is_empty());
            prop_assert!(text.get(time.span.start()..time.span.end()).is_some());
            end = time.span.end();
        }
    }
}
