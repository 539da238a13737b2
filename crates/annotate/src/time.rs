//! Expressions of time, and the days that they mean.
//!
//! [`find`] tries every rule of [`rules::RULES`] at every word of a sentence and keeps the longest
//! expression that one of them reads there. What the words mean is a [`TimeForm`], which needs no
//! date; [`resolve`] gives it one once the account has a day.
//!
//! A span leaves out the preposition before it and the possessive ending after it, as TIMEX3 does:
//! "on [Monday]", "[Wednesday]'s talks".
//!
//! [`TimeForm`]: rapporteur_core::TimeForm

mod lexicon;
mod rules;
mod tense;
mod tokens;

#[cfg(test)]
mod tests;

pub(crate) use tokens::Tokens;

use rapporteur_core::{AnnotatedArticle, Span, TimeExpression, TimeForm, TimeKind, resolve_all};

/// An expression that a rule has read.
struct Found {
    /// Index after its last word.
    end: usize,
    kind: TimeKind,
    form: TimeForm,
}

impl Found {
    fn date(end: usize, form: TimeForm) -> Option<Self> {
        Some(Self { end, kind: TimeKind::Date, form })
    }
}

/// Finds the expressions of time.
pub(crate) fn find(article: &mut AnnotatedArticle) {
    let text = &article.article.text;
    let mut times = Vec::new();
    for sentence in &article.sentences {
        in_sentence(text, sentence.span, &mut times);
    }
    rules::terror_attacks_of_2001(text, &mut times);
    article.times = times;
}

fn in_sentence(text: &str, sentence: Span, out: &mut Vec<TimeExpression>) {
    let tokens = Tokens::of(text, sentence);
    let mut i = 0;
    while i < tokens.len() {
        let mut best: Option<Found> = None;
        for rule in rules::RULES {
            if let Some(found) = rule(&tokens, i)
                && best.as_ref().is_none_or(|b| found.end > b.end)
            {
                best = Some(found);
            }
        }
        match best {
            Some(found) if found.end > i => {
                out.push(TimeExpression {
                    span: rules::with_marks(text, tokens.hull(i, found.end), &found),
                    kind: found.kind,
                    tense: tense::around(&tokens, i, found.end),
                    form: found.form,
                    when: None,
                });
                i = found.end;
            }
            _ => i += 1,
        }
    }
}

/// Whether a word names a month or a day of the week.
pub(crate) fn names_calendar(word: &str) -> bool {
    lexicon::month(word).is_some() || lexicon::weekday(word).is_some_and(|_| word.len() > 3)
}

/// Resolves them against the date of the account.
pub(crate) fn resolve(article: &mut AnnotatedArticle) {
    let account = article.article.published.as_ref().map(|p| p.date);
    let resolved = resolve_all(&article.times, account);
    for (time, when) in article.times.iter_mut().zip(resolved) {
        time.when = when;
    }
}
