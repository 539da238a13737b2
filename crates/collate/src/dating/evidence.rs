//! What the accounts of a story say about time, laid out for dating.

use jiff::civil::Date;
use rapporteur_core::words::{is_function_word, stem, words};
use rapporteur_core::{
    AnnotatedArticle, ArticleId, Span, Story, TimeExpression, TimeForm, resolve_all,
};
use std::collections::{BTreeMap, BTreeSet};

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
                around: article.times.iter().map(|time| stems_around(article, time.span)).collect(),
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
                Some(Spoken { day: when.first, time, words: self.article.words(time.span), around })
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
    matches!(form, TimeForm::Weekday { .. } | TimeForm::Offset { unit: Day, .. })
}

/// Of a longer sentence only so many bytes to each side of an expression are read.
const WINDOW: usize = 1000;

/// The part of `sentence` near `of`, cut between words: a sentence may be a whole page.
pub(crate) fn near(text: &str, sentence: Span, of: Span) -> Span {
    let head = Span::new(sentence.start(), of.start());
    let start = if head.len() > WINDOW {
        text.as_bytes()
            .iter()
            .enumerate()
            .take(of.start())
            .skip(of.start() - WINDOW)
            .find(|(_, byte)| byte.is_ascii_whitespace())
            .map_or(of.start(), |(at, _)| at)
    } else {
        sentence.start()
    };
    let tail = Span::new(of.end(), sentence.end());
    let end = if tail.len() > WINDOW {
        text.as_bytes()
            .iter()
            .enumerate()
            .take(of.end() + WINDOW)
            .skip(of.end())
            .rfind(|(_, byte)| byte.is_ascii_whitespace())
            .map_or(of.end(), |(at, _)| at)
    } else {
        sentence.end()
    };
    Span::new(start, end)
}

/// The stems of the content words of the sentence in which `span` stands, the expression itself
/// left out, with the initials of its long names: one account's "OSCE" is spelt out in the next.
fn stems_around(article: &AnnotatedArticle, span: Span) -> BTreeSet<String> {
    let Some(sentence) = article.sentence_at(span.start()) else {
        return BTreeSet::new();
    };
    let text = article.article.text.as_str();
    let mut out = BTreeSet::new();
    let mut initials = String::new();
    for word in words(text, near(text, sentence.span, span)) {
        let function = is_function_word(&word.folded);
        let capital = text[word.span].chars().next().filter(|c| c.is_uppercase());
        match capital {
            Some(first) if !function => initials.extend(first.to_lowercase()),
            // "Organization for Security and Cooperation in Europe" is one name.
            _ if function => {}
            _ => end_name(&mut initials, &mut out),
        }
        if !function && !word.span.overlaps(span) {
            out.insert(stem(&word.folded).to_owned());
        }
    }
    end_name(&mut initials, &mut out);
    out
}

/// Takes down the initials of a name of three words or more.
fn end_name(initials: &mut String, out: &mut BTreeSet<String>) {
    if (3..=6).contains(&initials.chars().count()) {
        out.insert(std::mem::take(initials));
    }
    initials.clear();
}

/// The words that accounts use of each day, and on how many days each word occurs.
pub(super) struct Bags<'a> {
    /// How many mentions of a day stand beside a word.
    by_day: BTreeMap<Date, BTreeMap<&'a str, usize>>,
    days_of: BTreeMap<&'a str, usize>,
}

impl<'a> Bags<'a> {
    pub(super) fn of(spoken: impl Iterator<Item = (Date, &'a BTreeSet<String>)>) -> Self {
        let mut by_day: BTreeMap<Date, BTreeMap<&str, usize>> = BTreeMap::new();
        for (day, around) in spoken {
            let bag = by_day.entry(day).or_default();
            for word in around {
                *bag.entry(word).or_default() += 1;
            }
        }
        let mut days_of: BTreeMap<&str, usize> = BTreeMap::new();
        for word in by_day.values().flat_map(BTreeMap::keys) {
            *days_of.entry(word).or_default() += 1;
        }
        Self { by_day, days_of }
    }

    /// The share of the words `around`, by how much they tell, that the accounts use of `day`: 0
    /// to 1. A word used of many days tells little about which; a word used of none tells nothing.
    /// Where the words are themselves among those of a day, that is `own`: they do not speak for
    /// themselves.
    pub(super) fn likeness(&self, around: &BTreeSet<String>, day: Date, own: Option<Date>) -> f64 {
        let beside = |word: &str, day: Date| {
            let count = self.by_day.get(&day).and_then(|bag| bag.get(word));
            let own = usize::from(own == Some(day));
            count.copied().unwrap_or_default().saturating_sub(own)
        };
        let weight = |word: &str| {
            let alone = own.is_some_and(|own| beside(word, own) == 0);
            let days = self.days_of.get(word).copied().unwrap_or_default();
            let days = days.saturating_sub(usize::from(alone));
            if days == 0 { 0.0 } else { 1.0 / (days * days) as f64 }
        };
        let shared: f64 =
            around.iter().filter(|word| beside(word, day) > 0).map(|word| weight(word)).sum();
        let all: f64 = around.iter().map(|word| weight(word)).sum();
        if all > 0.0 { shared / all } else { 0.0 }
    }
}
