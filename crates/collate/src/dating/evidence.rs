//! What the accounts of a story say about time, laid out for dating.

use jiff::civil::Date;
use rapporteur_core::words::{is_function_word, stem, words};
use rapporteur_core::{
    AnnotatedArticle, ArticleId, Span, Story, TimeExpression, TimeForm, resolve_all,
};
use std::collections::BTreeSet;

/// The accounts of a story.
pub(super) struct Scene<'a> {
    pub(super) accounts: Vec<Account<'a>>,
}

/// One account with the words around its times.
pub(super) struct Account<'a> {
    pub(super) id: ArticleId,
    pub(super) article: &'a AnnotatedArticle,
    /// For each of its times, the stems of the sentence in which it stands.
    pub(super) around: Vec<BTreeSet<String>>,
}

/// A day that an account speaks of, with the words around.
pub(super) struct Spoken<'a> {
    pub(super) day: Date,
    pub(super) time: &'a TimeExpression,
    /// The expression.
    pub(super) words: &'a str,
    pub(super) around: &'a BTreeSet<String>,
}

impl<'a> Scene<'a> {
    pub(super) fn of(story: &Story, articles: &'a [AnnotatedArticle]) -> Self {
        let accounts = story
            .articles
            .iter()
            .filter_map(|id| Some((*id, articles.get(id.index())?)))
            .map(|(id, article)| Account {
                id,
                article,
                around: article
                    .times
                    .iter()
                    .map(|time| stems_around(article, time.span))
                    .collect(),
            })
            .collect();
        Self { accounts }
    }
}

impl Account<'_> {
    /// The single days of which it speaks if its own day is `day`.
    pub(super) fn days(&self, day: Option<Date>) -> Vec<Spoken<'_>> {
        resolve_all(&self.article.times, day)
            .into_iter()
            .zip(&self.article.times)
            .zip(&self.around)
            .filter_map(|((when, time), around)| {
                let when = when.filter(|w| w.is_day())?;
                Some(Spoken {
                    day: when.first,
                    time,
                    words: self.article.words(time.span),
                    around,
                })
            })
            .collect()
    }
}

/// Whether the words name a day of a month without a year.
pub(super) fn is_month_day(form: &TimeForm) -> bool {
    matches!(form, TimeForm::MonthDay { day: Some(_), .. })
}

/// Whether the words name a day only against the account's own: a weekday, "today".
pub(super) fn is_relative_day(form: &TimeForm) -> bool {
    use rapporteur_core::CalendarUnit::Day;
    matches!(
        form,
        TimeForm::Weekday { .. } | TimeForm::Offset { unit: Day, .. }
    )
}

/// The stems of the content words of the sentence in which `span` stands, the expression itself
/// left out.
fn stems_around(article: &AnnotatedArticle, span: Span) -> BTreeSet<String> {
    let Some(sentence) = article.sentence_at(span.start()) else {
        return BTreeSet::new();
    };
    words(&article.article.text, sentence.span)
        .into_iter()
        .filter(|word| !word.span.overlaps(span) && !is_function_word(&word.folded))
        .map(|word| stem(&word.folded).to_owned())
        .collect()
}
