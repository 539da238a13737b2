//! Lines that say nothing but what a page's furniture says.
//!
//! A line that is one of the phrases of `data/phrases.txt` and nothing else, case, marks and white
//! space aside: "Back to top", "Leave a Reply", "Advertisement".

use super::page::Page;
use rapporteur_core::{LookupMap, Noise, NoiseKind, Span, words};
use std::sync::LazyLock;

/// `kind<TAB>phrase` lines, sorted within each kind; written from common knowledge of news sites.
const DATA: &str = include_str!("data/phrases.txt");

static PHRASES: LazyLock<LookupMap<String, NoiseKind>> = LazyLock::new(|| {
    DATA.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(kind, phrase)| {
            let kind = NoiseKind::ALL.into_iter().find(|k| k.name() == kind)?;
            Some((key(phrase), kind))
        })
        .collect()
});

/// No phrase is longer, in bytes.
const MAX_LEN: usize = 160;

pub(super) fn detect(page: &Page<'_>, found: &mut Vec<Noise>) {
    for line in &page.lines {
        if line.text.len() <= MAX_LEN
            && let Some(kind) = PHRASES.get(&key(line.text))
        {
            found.push(Noise { span: line.span, kind: *kind });
        }
    }
}

/// The folded words of a line.
fn key(line: &str) -> String {
    words::words(line, Span::new(0, line.len()))
        .into_iter()
        .map(|w| w.folded)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noise::tests::marked;

    #[test]
    fn the_list_is_sorted_and_read_whole() {
        let rows: Vec<&str> = DATA.lines().skip(1).collect();
        assert!(rows.is_sorted());
        assert!(rows.iter().all(|row| {
            let phrase = row.split_once('\t').map(|(_, phrase)| key(phrase));
            phrase.is_some_and(|key| PHRASES.get(&key).is_some())
        }));
    }

    #[test]
    fn whole_lines_count_and_nothing_else() {
        assert_eq!(marked(detect, "BACK TO TOP"), ["BACK TO TOP"]);
        assert_eq!(marked(detect, "Publicité"), ["Publicité"]);
        assert!(marked(detect, "Discuss it with the envoys.").is_empty());
        assert!(marked(detect, "!").is_empty());
    }
}
