use super::*;
use crate::testing::{over, story};
use proptest::prelude::*;
use rapporteur_core::Article;

const WIRE: &str = "Ferry talks collapse\n\nThe ferry operators of both coasts broke off their talks \
on Tuesday evening after eleven hours, and no date has been set for another round. The port \
authority of Salvera will keep the northern berths closed until the dispute over landing fees has \
been settled by an arbitrator.\n";

fn words(articles: &[AnnotatedArticle], e: Evidence) -> &str {
    articles[e.article.index()].words(e.span)
}

#[test]
fn a_lightly_edited_copy_shares_one_passage() {
    let edited = WIRE
        .replace("broke off their talks", "abandoned the talks")
        .replace("no date has been set", "no new date was set");
    let (s, a) = story(&[WIRE, &edited]);
    let found = find(&s, &a);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(words(&a, found[0].a).starts_with("Ferry talks collapse"));
    assert!(words(&a, found[0].b).ends_with("by an arbitrator"));
    assert!(found[0].words > 40 && !found[0].quoted);
    assert_eq!(Copies::among(&found, &a).pairs().count(), 1);
}

#[test]
fn two_accounts_in_their_own_words_share_nothing() {
    let other = "No agreement on ferries\n\nNegotiators went home without a result late on Tuesday. \
Salvera's harbour will not open its northern berths before an arbitrator decides what a landing \
costs.\n";
    let (s, a) = story(&[WIRE, other]);
    assert!(find(&s, &a).is_empty());
}

#[test]
fn the_same_speech_is_no_sign_of_copying() {
    let speech = "“We came here with a fair offer in our hands and we leave with the same offer in \
our hands, because nobody on the other side of the table wished to read it,”";
    let (s, a) = story(&[
        &format!("{speech} the minister told reporters as she left the harbour office.\n"),
        &format!("Asked about the outcome, Ms Orlu answered in one breath: {speech} and left.\n"),
    ]);
    let found = find(&s, &a);
    assert_eq!(found.len(), 1);
    assert!(found[0].quoted);
}

#[test]
fn noise_is_not_compared() {
    let banner = "Subscribe to our morning letter and never miss what happens in the harbours of \
both coasts this week\n";
    let (s, mut a) = story(&[banner, banner]);
    assert_eq!(find(&s, &a).len(), 1);
    for article in &mut a {
        article.article.noise = vec![rapporteur_core::Noise {
            span: rapporteur_core::Span::new(0, banner.len() - 1),
            kind: rapporteur_core::NoiseKind::Navigation,
        }];
    }
    assert!(find(&s, &a).is_empty());
}

#[test]
fn many_copies_are_compared_with_few() {
    let articles: Vec<AnnotatedArticle> = (0..300)
        .map(|n| {
            let text = if n % 2 == 0 {
                WIRE.to_owned()
            } else {
                format!("Edition {n}\n\n{WIRE}\nLate desk {n}.\n")
            };
            AnnotatedArticle::bare(Article::from_text(text))
        })
        .collect();
    let found = find(&over(&articles), &articles);
    assert!(found.len() < 3 * articles.len(), "{}", found.len());
    for id in 1..300 {
        assert!(found.iter().any(|p| p.b.article == ArticleId(id)), "{id}");
    }
}

#[test]
fn one_word_a_hundred_thousand_times_ends() {
    let text = "again ".repeat(100_000);
    let articles: Vec<AnnotatedArticle> = [format!("{text}first"), format!("{text}second")]
        .map(|t| AnnotatedArticle::bare(Article::from_text(t)))
        .into();
    // No word carries content, so that nothing is reported, and nothing hangs.
    assert!(find(&over(&articles), &articles).is_empty());
}

proptest! {
    #[test]
    fn passages_lie_in_their_articles(
        texts in prop::collection::vec("([a-f]{1,2}|“|”|é|\\.|\n| ){0,120}", 2..5),
        common in "([g-m]{2,5} ){12,20}",
    ) {
        let articles: Vec<AnnotatedArticle> = texts
            .iter()
            .map(|t| AnnotatedArticle::bare(Article::from_text(format!("{t} {common}{t}"))))
            .collect();
        let story = over(&articles);
        let found = find(&story, &articles);
        prop_assert!(articles.len() < 2 || !found.is_empty());
        for p in &found {
            prop_assert!(p.a.article < p.b.article);
            prop_assert!(p.words >= LEAST_WORDS);
            for e in [p.a, p.b] {
                prop_assert!(articles[e.article.index()].article.text.get(e.span.start()..e.span.end()).is_some());
            }
        }
        let mut turned = story.clone();
        turned.articles.reverse();
        prop_assert_eq!(find(&turned, &articles), found);
    }
}
