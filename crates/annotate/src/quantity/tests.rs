//! Numbers, how exact they are, and what they measure.

use super::*;
use proptest::prelude::*;
use rapporteur_core::Article;

fn read(text: &str) -> AnnotatedArticle {
    let mut annotated = AnnotatedArticle::bare(Article::from_text(text));
    crate::structure::find(&mut annotated);
    crate::time::find(&mut annotated);
    find(&mut annotated);
    annotated
}

/// `phrase | low..high modifier unit [counted]` for every quantity.
fn list(text: &str) -> Vec<String> {
    let annotated = read(text);
    annotated
        .quantities
        .iter()
        .map(|q| {
            let value = if q.low == q.high {
                format!("{}", q.low)
            } else {
                format!("{}..{}", q.low, q.high)
            };
            let counted =
                q.counted.map(|c| format!(" [{}]", annotated.words(c))).unwrap_or_default();
            format!(
                "{} | {value} {} {}{counted}",
                annotated.words(q.span),
                q.modifier.name(),
                q.unit.name()
            )
        })
        .collect()
}

#[test]
fn numbers_and_what_they_measure() {
    for (text, expected) in [
        (
            "The fort held around 100,000 soldiers in May.",
            &["around 100,000 soldiers | 100000 about count [soldiers]"][..],
        ),
        ("They talked for nearly four hours.", &["nearly four hours | 14400 nearly duration"]),
        ("Sales rose by 12.8 percent.", &["12.8 percent | 12.8 exact percent"]),
        ("Sales rose by 12.8%.", &["12.8% | 12.8 exact percent"]),
        ("It cost $2bn.", &["$2bn | 2000000000 exact USD"]),
        ("It cost more than US$ 20,000.", &["more than US$ 20,000 | 20000 more_than USD"]),
        ("It cost half a million euros.", &["half a million euros | 500000 exact EUR"]),
        ("The house voted 348-77 for it.", &["348 | 348 exact count", "77 | 77 exact count"]),
        ("Some 10-20 people fled.", &["Some 10-20 people | 10..20 about count [people]"]),
        ("Between 5 and 7 ships sank.", &["Between 5 and 7 ships | 5..7 exact count [ships]"]),
        (
            "5 to 7 million people fled.",
            &["5 to 7 million people | 5000000..7000000 exact count [people]"],
        ),
        (
            "Dozens of captives were freed.",
            &["Dozens of captives | 24..120 exact count [captives]"],
        ),
        (
            "As many as twenty-one girls came home.",
            &["As many as twenty-one girls | 21 at_most count [girls]"],
        ),
        ("Just under 300 homes burned.", &["Just under 300 homes | 300 nearly count [homes]"]),
        ("Ten people or so stayed.", &["Ten people | 10 exact count [people]"]),
        ("A 15-year-old boy fell.", &["15-year-old | 15 exact age"]),
        ("He is 35 years old.", &["35 years old | 35 exact age"]),
        ("It fell 90km from the coast.", &["90km | 90000 exact length"]),
        ("It flew 3,700 kilometers.", &["3,700 kilometers | 3700000 exact length"]),
        ("It was 50 degrees Fahrenheit.", &["50 degrees Fahrenheit | 10 exact temperature"]),
        (
            "Its sixth nuclear test failed.",
            &["sixth nuclear test | 6 exact ordinal [nuclear test]"],
        ),
        ("A 30-nation bloc met.", &["30-nation | 30 exact count [nation]"]),
        ("The quota is 500,000 barrels.", &["500,000 barrels | 79493647.464 exact volume"]),
    ] {
        assert_eq!(list(text), expected, "{text}");
    }
}

#[test]
fn dates_are_no_quantities() {
    for text in [
        "They met on 12 January 2022.",
        "It began two years ago.",
        "It began in 2014.",
        "It rang at 6.13am.",
        "Resolution 2375 was passed.",
        "One of them left, and no one knew.",
    ] {
        assert_eq!(list(text), Vec::<String>::new(), "{text}");
    }
}

proptest! {
    #[test]
    fn spans_lie_inside_the_text(text in "(\\PC|[ .,$€%0-9-]|nearly |two |million |°|dozens of |third |-year-old|years old| to ){0,40}") {
        let annotated = read(&text);
        for q in &annotated.quantities {
            prop_assert!(text.get(q.span.start()..q.span.end()).is_some());
            prop_assert!(q.span.covers(q.number), "{:?} {:?}", q.span, q.number);
            prop_assert!(q.low <= q.high && q.low.is_finite() && q.high.is_finite());
            if let Some(counted) = q.counted {
                prop_assert!(text.get(counted.start()..counted.end()).is_some());
            }
        }
    }
}
