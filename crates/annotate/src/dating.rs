//! The day of an account that carries no date, from the times its text speaks of.
//!
//! The rules go from what says it to what only hints at it, and the first that speaks wins; each
//! tells the reader why. A day that was given is never touched. Where nothing says anything the
//! account stays undated: the other accounts of its story may date it later.

use jiff::civil::{Date, Weekday};
use rapporteur_core::{
    AnnotatedArticle, CalendarUnit, DateOrigin, PublicationDate, Tense, TimeExpression, TimeForm,
};

type Rule = fn(&AnnotatedArticle) -> Option<PublicationDate>;

/// From the surest to the least sure.
const RULES: &[Rule] = &[date_line, today_beside, weekday_and_day, date_on_top, latest_past_day];

/// A line with a date is a date line when it holds no more words than this besides.
const LINE_WORDS: usize = 6;
/// So many lines from the top, and from the end, may be one.
const LINES: usize = 4;
/// "near the top", in bytes.
const TOP: usize = 700;

/// Gives the article the day that its text tells, if it has none.
pub(crate) fn infer(article: &mut AnnotatedArticle) {
    if article.article.published.is_none() {
        article.article.published = RULES.iter().find_map(|rule| rule(article));
    }
}

/// The day of an expression that says it whole, with its year.
fn full_day(time: &TimeExpression) -> Option<Date> {
    match &time.form {
        TimeForm::Absolute(when) if when.is_day() => Some(when.first),
        _ => None,
    }
}

/// Full days with their expressions, in the order of the text.
fn full_days(article: &AnnotatedArticle) -> impl Iterator<Item = (&TimeExpression, Date)> {
    article.times.iter().filter_map(|time| full_day(time).map(|day| (time, day)))
}

/// A line near the top or the end that is little else than a date: "OSLO, 4 May 2020 —",
/// "Friday, May 8, 2009", "Updated 12 January 2022". The date of a heading is not meant.
fn date_line(article: &AnnotatedArticle) -> Option<PublicationDate> {
    let lines = article.paragraphs.len();
    full_days(article).find_map(|(time, day)| {
        let at = article.paragraphs.partition_point(|p| p.span.end() <= time.span.start());
        let line = article.paragraphs.get(at)?;
        (at < LINES || at + LINES >= lines).then_some(())?;
        let text = &article.article.text;
        let before = words_in(text, line.span.start(), time.span.start());
        let after = words_in(text, time.span.end(), line.span.end());
        let alone = before + after <= LINE_WORDS;
        // A dateline opens a paragraph: place, date, dash.
        let opens = before <= 4
            && at < LINES
            && text
                .get(time.span.end()..line.span.end())
                .is_some_and(|rest| rest.trim_start().starts_with(['—', '–', '-', ':', ')', '(']));
        (alone || opens).then(|| {
            published(day, DateOrigin::Dateline, 0.9, || {
                format!("“{}” stands in a line of its own", article.words(time.span))
            })
        })
    })
}

fn words_in(text: &str, from: usize, to: usize) -> usize {
    text.get(from..to).map_or(0, |part| part.split_whitespace().take(LINE_WORDS + 1).count())
}

/// "today" or a weekday right beside a full date: "Today, October 13, 2016".
fn today_beside(article: &AnnotatedArticle) -> Option<PublicationDate> {
    article.times.iter().zip(article.times.iter().skip(1)).find_map(|(a, b)| {
        let today = |time: &TimeExpression| {
            time.form == TimeForm::Offset { count: 0, unit: CalendarUnit::Day }
        };
        let day = match (today(a), today(b)) {
            (true, false) => full_day(b)?,
            (false, true) => full_day(a)?,
            _ => return None,
        };
        let gap = article.article.text.get(a.span.end()..b.span.start())?;
        gap.trim_matches([' ', ',', '(', '-', '–', '—']).is_empty().then(|| {
            published(day, DateOrigin::Inferred, 0.85, || {
                format!("“{}” beside “{}”", article.words(a.span), article.words(b.span))
            })
        })
    })
}

/// "Wednesday, January 12": of the years from the latest past one mentioned on, the earliest in
/// which that day of the month is that day of the week.
fn weekday_and_day(article: &AnnotatedArticle) -> Option<PublicationDate> {
    let bound = article
        .times
        .iter()
        .filter(|time| time.tense != Tense::Future)
        .filter_map(|time| match &time.form {
            TimeForm::Absolute(when) => Some(when.last.year()),
            _ => None,
        })
        .max()?;
    article.times.iter().find_map(|time| {
        let TimeForm::MonthDay { month, day: Some(day), .. } = time.form else {
            return None;
        };
        let weekday = weekday_in(article.words(time.span))?;
        let date = (0..=11)
            .filter_map(|k| Date::new(bound.checked_add(k)?, month, day).ok())
            .find(|date| date.weekday() == weekday)?;
        Some(published(date, DateOrigin::Inferred, 0.6, || {
            format!(
                "“{}” is in {}, the first such year from {bound} on",
                article.words(time.span),
                date.year()
            )
        }))
    })
}

/// The weekday with which an expression begins.
fn weekday_in(words: &str) -> Option<Weekday> {
    const DAYS: [(&str, Weekday); 7] = [
        ("Mon", Weekday::Monday),
        ("Tue", Weekday::Tuesday),
        ("Wed", Weekday::Wednesday),
        ("Thu", Weekday::Thursday),
        ("Fri", Weekday::Friday),
        ("Sat", Weekday::Saturday),
        ("Sun", Weekday::Sunday),
    ];
    DAYS.iter().find(|(name, _)| words.starts_with(name)).map(|(_, day)| *day)
}

/// A full past day near the top of the text: the event itself.
fn date_on_top(article: &AnnotatedArticle) -> Option<PublicationDate> {
    full_days(article)
        .filter(|(time, _)| time.span.end() <= TOP && time.tense != Tense::Future)
        .max_by_key(|(_, day)| *day)
        .filter(|(_, day)| Some(*day) == latest(article).map(|(_, latest)| latest))
        .map(|(time, day)| {
            published(day, DateOrigin::Inferred, 0.5, || {
                format!("“{}” near the top of the text", article.words(time.span))
            })
        })
}

/// The latest full past day, unless the text speaks of a later past month or year.
fn latest(article: &AnnotatedArticle) -> Option<(&TimeExpression, Date)> {
    let past = |time: &&TimeExpression| time.tense != Tense::Future;
    let (time, day) =
        full_days(article).filter(|(time, _)| past(time)).max_by_key(|(_, day)| *day)?;
    let later = article
        .times
        .iter()
        .filter(past)
        .any(|time| matches!(&time.form, TimeForm::Absolute(when) if when.first > day));
    (!later).then_some((time, day))
}

/// The latest full past day of which the text speaks: the account is not before it.
fn latest_past_day(article: &AnnotatedArticle) -> Option<PublicationDate> {
    latest(article).map(|(time, day)| {
        published(day, DateOrigin::Inferred, 0.3, || {
            format!("“{}” is the latest past day in the text", article.words(time.span))
        })
    })
}

fn published(
    date: Date,
    origin: DateOrigin,
    confidence: f32,
    reason: impl FnOnce() -> String,
) -> PublicationDate {
    PublicationDate { date, origin, confidence, reason: reason() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use rapporteur_core::Article;

    fn dated(text: &str) -> Option<PublicationDate> {
        let mut annotated = AnnotatedArticle::bare(Article::from_text(text));
        crate::structure::find(&mut annotated);
        crate::time::find(&mut annotated);
        infer(&mut annotated);
        annotated.article.published
    }

    #[test]
    fn the_text_tells_the_day() {
        use DateOrigin::{Dateline, Inferred};
        for (text, expected) in [
            (
                "Dam talks end\n\nFriday, May 8, 2009\n\nEnvoys met for hours and agreed on nothing.",
                Some((date(2009, 5, 8), Dateline)),
            ),
            (
                "Dam talks end\n\nOSLO (4 May 2020) — Envoys met for hours and agreed on nothing at all.",
                Some((date(2020, 5, 4), Dateline)),
            ),
            (
                "Envoys agreed. Our reporters saw them sign it today, 4 May 2020, in the old hall of the port after nine hours of talks.",
                Some((date(2020, 5, 4), Inferred)),
            ),
            (
                "Envoys agreed on Wednesday, January 12, after nine long hours. They had last met in 2019 in the same old hall.",
                Some((date(2022, 1, 12), Inferred)),
            ),
            (
                "Envoys agreed in the old hall of the port after nine long hours of talks on 4 May 2020 to meet again in 2025.",
                Some((date(2020, 5, 4), Inferred)),
            ),
            ("Envoys agreed on Wednesday. They had last met in 2019.", None),
            (
                "Since 4 May 2020 the envoys have been silent, though a truce of 2021 holds and the port is open once more.",
                None,
            ),
            ("Envoys agreed.", None),
            ("", None),
        ] {
            let found = dated(text);
            assert_eq!(found.as_ref().map(|p| (p.date, p.origin)), expected, "{text}");
            assert!(found.is_none_or(|p| !p.reason.is_empty() && p.confidence < 1.0));
        }
    }

    #[test]
    fn a_given_day_stays() {
        let mut article = Article::from_text("Friday, May 8, 2009\n\nEnvoys met.");
        article.published =
            Some(published(date(2010, 1, 1), DateOrigin::Given, 1.0, || "side-car".to_owned()));
        let annotated = crate::annotate(article, &crate::Reader::rules());
        assert_eq!(annotated.article.published.unwrap().date, date(2010, 1, 1));
    }
}
