//! Where the headline stands in the text.

use rapporteur_core::{Article, Span, words};

/// A headline is no longer than this, in bytes; what is longer is a paragraph.
const MAX_LEN: usize = 300;

/// Finds the headline: the first line that is not noise, where it is short enough to be one. With a
/// title from metadata, the first line must say the same.
pub(crate) fn find(article: &mut Article) {
    article.headline = first_line(article).filter(|line| {
        let words = &article.text[*line];
        match &article.title {
            Some(title) => same(title, words),
            // A text of one line has no headline, or is nothing else.
            None => line.len() <= MAX_LEN && !article.text[line.end()..].trim().is_empty(),
        }
    });
}

/// The first line with something on it that is not noise, without white space at its ends.
fn first_line(article: &Article) -> Option<Span> {
    let mut at = 0;
    for line in article.text.split_inclusive('\n') {
        let bare = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if let Some(span) = Span::of_slice(&article.text, bare)
            && !span.is_empty()
            && !article.is_noise(span)
            && !is_date(bare)
        {
            return Some(span);
        }
        at += line.len();
        if at > 100_000 {
            break;
        }
    }
    None
}

/// Whether a line is nothing but the time of publication: figures, and the words that stand by them.
fn is_date(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "am",
        "at",
        "cet",
        "edt",
        "est",
        "et",
        "gmt",
        "last",
        "modified",
        "msk",
        "on",
        "pm",
        "published",
        "st",
        "th",
        "update",
        "updated",
        "utc",
    ];
    const STEMS: &[&str] = &[
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon",
        "tue", "wed", "thu", "fri", "sat", "sun",
    ];
    let figures = line.contains(|c: char| c.is_ascii_digit());
    let known = |word: &str| {
        let word = word.to_lowercase();
        WORDS.contains(&word.as_str())
            || word.len() <= 9 && STEMS.iter().any(|stem| word.starts_with(stem))
    };
    figures
        && line.len() <= 80
        && line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).all(known)
}

/// Whether two headlines say the same, one of them perhaps with a site's name behind it.
pub(crate) fn same(one: &str, other: &str) -> bool {
    let fold = |text: &str| -> Vec<String> {
        let text = match text.char_indices().nth(2 * MAX_LEN) {
            Some((end, _)) => &text[..end],
            None => text,
        };
        words::words(text, Span::new(0, text.len())).into_iter().map(|w| w.folded).collect()
    };
    let (one, other) = (fold(one), fold(other));
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    !short.is_empty() && long.starts_with(&short) && long.len() <= short.len() + 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headline(text: &str, title: Option<&str>) -> Option<String> {
        let mut article = Article::from_text(text);
        article.title = title.map(str::to_owned);
        find(&mut article);
        article.headline.map(|span| article.text[span].to_owned())
    }

    #[test]
    fn the_first_line_is_the_headline() {
        let text = "\u{feff}\n Envoys meet in Vienna \n\nThey met on Monday.";
        assert_eq!(headline(text, None).as_deref(), Some("Envoys meet in Vienna"));
    }

    #[test]
    fn a_single_line_is_not_its_own_headline() {
        assert_eq!(headline("They met on Monday.\n", None), None);
    }

    #[test]
    fn the_time_of_publication_is_no_headline() {
        let text = "12 JAN, 18:30 GMT\nEnvoys meet in Vienna\n\nThey met on Monday.";
        assert_eq!(headline(text, None).as_deref(), Some("Envoys meet in Vienna"));
        let line = "March 2022: what the envoys said";
        let text = format!("{line}\n\nThey met on Monday.");
        assert_eq!(headline(&text, None).as_deref(), Some(line));
    }

    #[test]
    fn a_title_that_is_not_in_the_text_has_no_place_in_it() {
        let text = "They met on Monday.\nThey left.";
        assert_eq!(headline(text, Some("Envoys meet in Vienna")), None);
        let text = "Envoys meet in Vienna\n\nThey met on Monday.";
        let found = headline(text, Some("Envoys meet in Vienna – The Example"));
        assert_eq!(found.as_deref(), Some("Envoys meet in Vienna"));
    }
}
