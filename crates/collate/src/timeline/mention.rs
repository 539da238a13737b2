//! Which expressions of time carry the date of a happening.

use crate::dating::Dates;
use rapporteur_core::words::{is_function_word, stem, words};
use rapporteur_core::{
    AnnotatedArticle, ArticleId, CalendarUnit, Span, Story, TimeExpression, TimeForm, TimeKind,
    When,
};
use std::collections::BTreeSet;

/// A sentence with fewer content words besides the date tells no happening: a date line, a byline.
const LEAST_CONTENT: usize = 2;

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
        let around = stems(article, sentence.span, span);
        if around.len() < LEAST_CONTENT {
            continue;
        }
        out.push(Dated {
            article: id,
            span,
            clause: sentence.span,
            when: When {
                value: when.iso(),
                ..when
            },
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
        && let Some(until) = up_to(when, account.date)
    {
        return Some((time.span, until));
    }
    Some((time.span, when.clone()))
}

fn dates_something(time: &TimeExpression) -> bool {
    matches!(time.kind, TimeKind::Date | TimeKind::Time)
        && !matches!(
            time.form,
            TimeForm::Offset {
                unit: CalendarUnit::Century,
                ..
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
        (
            TimeForm::MonthDay {
                month, day: None, ..
            },
            TimeForm::Absolute(_),
        ) => When::month(last.first.year(), *month)?,
        _ => first.clone(),
    };
    Some((from.span.hull(to.span), When::between(&first, last)?))
}

/// The `count` words before `span` in lower case, nearest first.
fn before(article: &AnnotatedArticle, span: Span, count: usize) -> Vec<String> {
    let text = &article.article.text;
    let from = article
        .sentence_at(span.start())
        .map_or(span.start(), |s| s.span.start());
    text.get(from..span.start())
        .unwrap_or_default()
        .split_whitespace()
        .rev()
        .take(count)
        .map(str::to_lowercase)
        .collect()
}

fn stems(article: &AnnotatedArticle, within: Span, without: Span) -> BTreeSet<String> {
    words(&article.article.text, within)
        .into_iter()
        .filter(|word| !word.span.overlaps(without) && !is_function_word(&word.folded))
        .map(|word| stem(&word.folded).to_owned())
        .collect()
}
