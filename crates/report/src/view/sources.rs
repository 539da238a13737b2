//! The articles of a story by number, and words cited from them.

use super::calendar;
use crate::Report;
use rapporteur_core::{
    AnnotatedArticle, ArticleId, CodePoints, Collation, DateOrigin, Evidence, PublicationDate, Span,
};
use std::collections::{BTreeMap, BTreeSet};

/// Words of an article, with where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cite<'a> {
    /// Number of the article in its story, from 0.
    pub(crate) source: usize,
    /// Where, in bytes.
    pub(crate) span: Span,
    /// Where, in code points, as the JSON report counts.
    pub(crate) at: (usize, usize),
    /// The words themselves, exactly as they stand.
    pub(crate) words: &'a str,
}

/// The name of the element that holds the words of `cite`: `a1-s120-187`.
pub(crate) fn anchor(source: usize, at: (usize, usize)) -> String {
    format!("a{}-s{}-{}", source + 1, at.0, at.1)
}

impl Cite<'_> {
    /// See [`anchor`].
    pub(crate) fn anchor(&self) -> String {
        anchor(self.source, self.at)
    }
}

/// The articles of a story, numbered, and a record of every place cited, so that each link of the
/// report finds its target.
pub(crate) struct Sources<'a> {
    list: Vec<Source<'a>>,
    numbers: BTreeMap<ArticleId, usize>,
}

/// One article of the story.
pub(crate) struct Source<'a> {
    pub(crate) id: ArticleId,
    pub(crate) article: &'a AnnotatedArticle,
    pub(crate) offsets: CodePoints<'a>,
    /// The day of the account, as all accounts together tell it.
    pub(crate) date: Option<&'a PublicationDate>,
    pub(crate) cited: BTreeSet<Span>,
}

impl<'a> Sources<'a> {
    pub(super) fn new(report: &Report<'a>, story: &'a Collation) -> Self {
        let list: Vec<_> = story
            .story
            .articles
            .iter()
            .filter_map(|&id| {
                let article = report.articles.get(id.index())?;
                let date = story.account_dates.iter().find(|(of, _)| *of == id);
                Some(Source {
                    id,
                    article,
                    date: date.map(|(_, date)| date).or(article.article.published.as_ref()),
                    offsets: CodePoints::new(&article.article.text),
                    cited: BTreeSet::new(),
                })
            })
            .collect();
        let numbers = list.iter().enumerate().map(|(n, s)| (s.id, n)).collect();
        Self { list, numbers }
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The number of an article, from 0.
    pub(crate) fn number(&self, id: ArticleId) -> Option<usize> {
        self.numbers.get(&id).copied()
    }

    pub(crate) fn get(&self, id: ArticleId) -> Option<&Source<'a>> {
        self.list.get(self.number(id)?)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Source<'a>> {
        self.list.iter()
    }

    /// The words at `evidence`; `None` where there are none.
    pub(crate) fn cite(&mut self, evidence: Evidence) -> Option<Cite<'a>> {
        let number = self.number(evidence.article)?;
        let source = self.list.get_mut(number)?;
        let text: &'a str = &source.article.article.text;
        text.get(evidence.span.start()..evidence.span.end())?;
        let span = evidence.span.trim(text);
        let words = text.get(span.start()..span.end())?;
        if words.is_empty() {
            return None;
        }
        source.cited.insert(span);
        let at = (source.offsets.of_byte(span.start()), source.offsets.of_byte(span.end()));
        Some(Cite { source: number, span, at, words })
    }

    /// The sentence around `cite`, cut to its paragraph: words before it and after it.
    pub(crate) fn context(&self, cite: &Cite<'a>) -> (&'a str, &'a str) {
        let Some(source) = self.list.get(cite.source) else {
            return ("", "");
        };
        let text: &'a str = &source.article.article.text;
        let sentence = source
            .article
            .sentence_at(cite.span.start())
            .map(|s| s.span)
            .filter(|s| s.covers(cite.span));
        let Some(sentence) = sentence else {
            return ("", "");
        };
        (
            text.get(sentence.start()..cite.span.start()).unwrap_or(""),
            text.get(cite.span.end()..sentence.end()).unwrap_or(""),
        )
    }

    pub(super) fn views(&self) -> Vec<SourceView<'a>> {
        self.list
            .iter()
            .enumerate()
            .map(|(number, source)| SourceView::new(number, source))
            .collect()
    }
}

/// What a reader is told of an article before reading it.
pub(crate) struct SourceView<'a> {
    /// From 0.
    pub(crate) number: usize,
    /// The outlet, or "Account 3" where it is not known.
    pub(crate) name: String,
    /// Whether the outlet is known.
    pub(crate) named: bool,
    pub(crate) headline: Option<&'a str>,
    pub(crate) byline: Option<&'a str>,
    pub(crate) date: Option<DateView<'a>>,
    /// As it came; a format decides whether it may be a link.
    pub(crate) url: Option<&'a str>,
    pub(crate) file: Option<&'a str>,
    pub(crate) language: Option<&'a str>,
    /// Words of the text, noise left out.
    pub(crate) words: usize,
    /// Odd things about the input.
    pub(crate) notes: Vec<&'a str>,
}

/// The day of an account, with how it is known.
pub(crate) struct DateView<'a> {
    pub(crate) text: String,
    pub(crate) iso: String,
    /// "given", "inferred, likely" and the like.
    pub(crate) how: String,
    pub(crate) reason: &'a str,
}

impl<'a> SourceView<'a> {
    fn new(number: usize, source: &Source<'a>) -> Self {
        let annotated = source.article;
        let article = &annotated.article;
        let outlet = article.outlet.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let name = outlet.map_or_else(|| format!("Account {}", number + 1), str::to_owned);
        let date = source.date.map(|published| DateView {
            text: calendar::day(published.date),
            iso: published.date.to_string(),
            how: how_known(published.origin, published.confidence),
            reason: published.reason.trim(),
        });
        let words = annotated
            .paragraphs
            .iter()
            .filter_map(|p| article.text.get(p.span.start()..p.span.end()))
            .map(|text| text.split_whitespace().count())
            .sum();
        Self {
            number,
            name,
            named: outlet.is_some(),
            headline: article.headline_text().map(str::trim),
            byline: article.byline.as_deref(),
            date,
            url: article.url.as_deref(),
            file: article.file.as_deref(),
            language: article.language.as_ref().map(|l| l.tag.as_str()),
            words,
            notes: article.diagnostics.iter().map(|d| d.message.as_str()).collect(),
        }
    }
}

fn how_known(origin: DateOrigin, confidence: f32) -> String {
    let origin = match origin {
        DateOrigin::Given => "given with the article",
        DateOrigin::Metadata => "from the page’s metadata",
        DateOrigin::Url => "from the address",
        DateOrigin::Dateline => "from the dateline",
        DateOrigin::Inferred => "inferred from the text",
    };
    let sure = match confidence {
        c if c >= 0.9 => return origin.to_owned(),
        c if c >= 0.65 => "likely",
        c if c >= 0.35 => "unsure",
        _ => "a guess",
    };
    format!("{origin}, {sure}")
}

/// The first `most` bytes of `words`, cut back to the end of a word, and whether anything was cut.
pub(crate) fn shorten(words: &str, most: usize) -> (&str, bool) {
    if words.len() <= most {
        return (words, false);
    }
    let limit = (0..=most).rev().find(|&at| words.is_char_boundary(at)).unwrap_or(0);
    let head = &words[..limit];
    let cut = head.rfind(char::is_whitespace).map_or(head, |at| &head[..at]).trim_end();
    if cut.is_empty() { (head, true) } else { (cut, true) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_between_words() {
        assert_eq!(shorten("nearly four hours", 40), ("nearly four hours", false));
        assert_eq!(shorten("nearly four hours", 13), ("nearly four", true));
        assert_eq!(shorten("Çavuşoğlu", 2), ("Ç", true));
    }

    #[test]
    fn a_doubtful_date_says_so() {
        assert_eq!(how_known(DateOrigin::Given, 1.0), "given with the article");
        assert_eq!(how_known(DateOrigin::Inferred, 0.5), "inferred from the text, unsure");
    }
}
