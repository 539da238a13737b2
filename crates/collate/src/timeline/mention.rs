//! Which expressions of time carry the date of a happening.

use crate::dating::{Dates, near};
use rapporteur_core::words::{is_function_word, stem, words};
use rapporteur_core::{
    AnnotatedArticle, ArticleId, CalendarUnit, Span, Story, TimeExpression, TimeForm, TimeKind,
    When,
};
use std::collections::BTreeSet;

/// A sentence with fewer content words besides the date tells no happening: a date line, a byline.
const LEAST_CONTENT: usize = 2;
/// What a mention is about stands within so many words of it.
const REACH: usize = 14;
/// A time of day and its day stand so many bytes apart at most.
const BESIDE: usize = 16;

/// An expression with its date and the words around it.
pub(super) struct Dated {
    pub(super) article: ArticleId,
    /// The expression, or from the first to the last of a range.
    pub(super) span: Span,
    /// The clause or sentence that tells what happened.
    pub(super) clause: Span,
    pub(super) when: When,
    /// The stems of the content words of the clause.
    pub(super) around: BTreeSet<String>,
}

/// The dated mentions of all articles of a story, by article and place.
pub(super) fn all(story: &Story, articles: &[AnnotatedArticle], dates: &Dates) -> Vec<Dated> {
    let mut out = Vec::new();
    for id in &story.articles {
        if let Some(article) = articles.get(id.index()) {
            of_article(*id, article, dates, &mut out);
        }
    }
    out
}

fn of_article(id: ArticleId, article: &AnnotatedArticle, dates: &Dates, out: &mut Vec<Dated>) {
    let mut index = 0;
    while let Some(time) = article.times.get(index) {
        let range = range(id, article, dates, index);
        let used = if range.is_some() { 2 } else { 1 };
        let found = range.or_else(|| single(id, article, dates, index));
        index += used;
        let Some((span, when)) = found else { continue };
        let Some(sentence) = article.sentence_at(time.span.start()) else {
            continue;
        };
        let around = around(article, sentence.span, span);
        if around.len() < LEAST_CONTENT || is_stamp(article, span) || is_label(article, time) {
            continue;
        }
        out.push(Dated {
            article: id,
            span,
            clause: sentence.span,
            when: When { value: when.iso(), ..when },
            around,
        });
    }
}

/// The date of one expression, if it is of the kind that dates a happening: not a length, not a
/// century, and not what cannot be resolved.
fn single(
    id: ArticleId,
    article: &AnnotatedArticle,
    dates: &Dates,
    index: usize,
) -> Option<(Span, When)> {
    let time = article.times.get(index)?;
    dates_something(time).then_some(())?;
    let when = dates.when(id, index)?;
    let years = when.last.year() - when.first.year();
    (years < 50).then_some(())?;
    if before(article, time.span, 1) == ["since"]
        && let Some(account) = dates.account(id)
        && let Some(until) = up_to(when, account)
    {
        return Some((time.span, until));
    }
    // The timeline counts in days.
    let when = match time.form {
        TimeForm::Clock { .. } => When::day(when.first),
        _ => when.clone(),
    };
    Some((time.span, when))
}

fn dates_something(time: &TimeExpression) -> bool {
    matches!(time.kind, TimeKind::Date | TimeKind::Time)
        // "this year" and "this century" say little more than "now".
        && !matches!(
            time.form,
            TimeForm::Offset {
                unit: CalendarUnit::Century,
                ..
            } | TimeForm::Offset {
                unit: CalendarUnit::Year,
                count: 0,
            }
        )
}

/// "since October": from then to the account, as fine as it was said.
fn up_to(from: &When, account: jiff::civil::Date) -> Option<When> {
    let until = match from.value.len() {
        4 => When::year(account.year())?,
        7 if !from.value.contains('/') => When::month(account.year(), account.month())?,
        10 => When::day(account),
        _ => return None,
    };
    When::between(from, &until)
}

/// "between May and July", "from 2009 to 2013": two expressions that bound one stretch.
fn range(
    id: ArticleId,
    article: &AnnotatedArticle,
    dates: &Dates,
    index: usize,
) -> Option<(Span, When)> {
    let (from, to) = (article.times.get(index)?, article.times.get(index + 1)?);
    (dates_something(from) && dates_something(to)).then_some(())?;
    let gap = article.article.text.get(from.span.end()..to.span.start())?;
    let (first, last) = (dates.when(id, index)?, dates.when(id, index + 1)?);
    // "5:30 a.m. on Thursday", "Thursday at 5:30 a.m.", "7.06am (9:06pm GMT)": one time.
    let clock = |time: &TimeExpression| matches!(time.form, TimeForm::Clock { .. });
    if (clock(from) || clock(to)) && gap.len() <= BESIDE && first.first == last.first {
        let day = When::day(first.first);
        return (first.is_day() && last.is_day()).then(|| (from.span.hull(to.span), day));
    }
    let opening = before(article, from.span, 1);
    let bounds = match gap.trim().to_ascii_lowercase().as_str() {
        "and" => opening == ["between"],
        "to" | "until" | "till" | "through" => true,
        _ => false,
    };
    bounds.then_some(())?;
    let (first, last) = (dates.when(id, index)?, dates.when(id, index + 1)?);
    // "between March and April 2016": the year of the second is meant for both.
    let first = match (&from.form, &to.form) {
        (TimeForm::MonthDay { month, day: None, .. }, TimeForm::Absolute(_)) => {
            When::month(last.first.year(), *month)?
        }
        _ => first.clone(),
    };
    Some((from.span.hull(to.span), When::between(&first, last)?))
}

/// The `count` words before `span` in the same sentence in lower case, nearest first.
fn before(article: &AnnotatedArticle, span: Span, count: usize) -> Vec<String> {
    let text = &article.article.text;
    let from = article.sentence_at(span.start()).map_or(span.start(), |s| s.span.start());
    text.get(from..span.start())
        .unwrap_or_default()
        .split_whitespace()
        .rev()
        .take(count)
        .map(str::to_lowercase)
        .collect()
}

/// Whether the expression says when the page was made: "Updated at 9:50 p.m. Thursday".
fn is_stamp(article: &AnnotatedArticle, span: Span) -> bool {
    const STAMPS: [&str; 5] = ["updated", "published", "posted", "modified", "edited"];
    before(article, span, 4).iter().any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        STAMPS.contains(&word)
    }) && before(article, span, 40).len() <= 8
}

/// Whether a day with a name labels something instead of dating it: "New Year's Eve celebrations",
/// "9/11 families", where "on New Year's Eve" and "the 9/11 attacks" date.
fn is_label(article: &AnnotatedArticle, time: &TimeExpression) -> bool {
    let words = article.words(time.span);
    let with_year = words.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4);
    let named = words.contains("Eve") || words.contains("Day") || words.contains('/');
    if !named || with_year || !(words.contains("9/11") || words.starts_with(char::is_alphabetic)) {
        return false;
    }
    let after = article.article.text.get(time.span.end()..).unwrap_or_default();
    let next: String = after
        .strip_prefix(' ')
        .unwrap_or_default()
        .chars()
        .take(24)
        .take_while(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    let dated = before(article, time.span, 1)
        .first()
        .is_some_and(|word| ["on", "since", "until", "by", "before", "after"].contains(&&**word));
    let modifies = !next.is_empty() && !is_function_word(&next) && !next.starts_with("attack");
    modifies || (!dated && !words.contains("9/11"))
}

/// The stems of the content words of the sentence within reach of the expression `of`, which is
/// left out.
fn around(article: &AnnotatedArticle, sentence: Span, of: Span) -> BTreeSet<String> {
    let text = article.article.text.as_str();
    let words = words(text, near(text, sentence, of));
    let first = words.partition_point(|word| word.span.end() <= of.start());
    let last = words.partition_point(|word| word.span.start() < of.end());
    let near = first.saturating_sub(REACH)..(last + REACH).min(words.len());
    words
        .get(near)
        .unwrap_or_default()
        .iter()
        .filter(|word| !word.span.overlaps(of) && !is_function_word(&word.folded))
        .map(|word| stem(&word.folded).to_owned())
        .collect()
}
