//! Examples of mentions and entities, and what holds for any text.

use crate::{Reader, annotate};
use proptest::prelude::*;
use rapporteur_core::{AnnotatedArticle, Article, Entity, EntityKind, MentionForm};
use std::time::{Duration, Instant};

fn read(text: &str) -> AnnotatedArticle {
    annotate(Article::from_text(text), &Reader::rules())
}

/// The entity that the first mention with these words means.
fn meant<'a>(article: &'a AnnotatedArticle, words: &str) -> &'a Entity {
    let mention = article
        .mentions
        .iter()
        .find(|m| article.words(m.span) == words)
        .unwrap_or_else(|| panic!("no mention {words:?} among {:?}", words_of(article)));
    article.entity(mention.entity).unwrap()
}

fn words_of(article: &AnnotatedArticle) -> Vec<&str> {
    article.mentions.iter().map(|m| article.words(m.span)).collect()
}

#[test]
fn a_title_stands_in_the_mention_and_not_in_the_name() {
    let text = "Talks\n\nThe mood was good. Norwegian Deputy Foreign Minister Ingrid Solberg said so. \
                Solberg left at noon. The deputy foreign minister was tired.";
    let article = read(text);
    let mention = article
        .mentions
        .iter()
        .find(|m| m.form == MentionForm::Name && article.words(m.span).ends_with("Ingrid Solberg"))
        .unwrap();
    assert_eq!(article.words(mention.span), "Norwegian Deputy Foreign Minister Ingrid Solberg");
    assert_eq!(mention.name.map(|n| article.words(n)), Some("Ingrid Solberg"));
    let solberg = meant(&article, "Solberg");
    assert_eq!(solberg.name, "Ingrid Solberg");
    assert_eq!(solberg.party.as_deref(), Some("Norway"));
    assert_eq!(solberg.role.as_deref(), Some("Norwegian Deputy Foreign Minister"));
    assert_eq!(meant(&article, "The deputy foreign minister").name, "Ingrid Solberg");
}

#[test]
fn descriptions_find_whom_they_mean() {
    let text = "Harbour\n\nThe Danish Fisheries Ministry published its plan on Monday. \
                Sally Whitcombe, a spokeswoman for Marwell Shipping, called it a mistake. \
                The ministry did not answer. The spokeswoman said the company would sue.";
    let article = read(text);
    assert_eq!(meant(&article, "The ministry").name, "Danish Fisheries Ministry");
    assert_eq!(meant(&article, "The spokeswoman").name, "Sally Whitcombe");
    assert_eq!(meant(&article, "the company").name, "Marwell Shipping");
    assert_eq!(meant(&article, "Sally Whitcombe").party.as_deref(), Some("Marwell Shipping"));
}

#[test]
fn pronouns_agree_with_whom_they_mean() {
    let text = "Court\n\nMinister Paula Ferreira met Senator Hugo Brandt in Lisbon. \
                She said the talks were useful. He disagreed.";
    let article = read(text);
    assert_eq!(meant(&article, "She").name, "Paula Ferreira");
    assert_eq!(meant(&article, "He").name, "Hugo Brandt");
}

#[test]
fn a_state_answers_to_its_capital_but_a_seat_to_itself() {
    let text =
        "Treaty\n\nFrance signed. Paris had hesitated for weeks, and the Élysée confirmed it.";
    let article = read(text);
    assert_eq!(meant(&article, "Paris").name, "France");
    assert_eq!(meant(&article, "Paris").kind, EntityKind::State);
    let seat = meant(&article, "Élysée");
    assert_eq!((seat.kind, seat.party.as_deref()), (EntityKind::Organization, Some("France")));
}

#[test]
fn acronyms_meet_their_long_form() {
    let text = "Rail\n\nThe Northern Rail Safety Board (NRSB) opened an inquiry. The NRSB said on \
                Friday that it had found nothing.";
    let article = read(text);
    assert_eq!(meant(&article, "NRSB").name, meant(&article, "Northern Rail Safety Board").name);
}

#[test]
fn a_sentence_start_is_no_name() {
    let text = "Weather\n\nHeavy rain fell. Meanwhile the river rose. Rivers flooded in Oslo.";
    let article = read(text);
    let names: Vec<&str> = article
        .mentions
        .iter()
        .filter(|m| m.form == MentionForm::Name)
        .map(|m| article.words(m.span))
        .collect();
    assert_eq!(names, ["Oslo"]);
}

#[test]
fn two_people_of_one_surname_stay_apart() {
    let text = "Family\n\nMaria Keller and Thomas Keller run the mill. Mrs. Keller said it was loud. \
                Mr. Keller said it was not.";
    let article = read(text);
    assert_eq!(meant(&article, "Mrs. Keller").name, "Maria Keller");
    assert_eq!(meant(&article, "Mr. Keller").name, "Thomas Keller");
}

#[test]
fn american_party_marks_tell_for_whom_a_legislator_speaks() {
    let text = "Vote\n\nSen. Carla Meadows (D-Ohio) voted no. Rep. Owen Tate, R-Texas, voted yes.";
    let article = read(text);
    assert_eq!(meant(&article, "Sen. Carla Meadows").party.as_deref(), Some("Democrats"));
    assert_eq!(meant(&article, "Rep. Owen Tate").party.as_deref(), Some("Republicans"));
}

/// Every state is read by the same rules: exchanging two exchanges the result and nothing else.
#[test]
fn states_exchanged_exchange_the_result() {
    let text = |a: [&str; 3], b: [&str; 3]| {
        format!(
            "Border dispute\n\n{0} accused {3} of an incursion. {1} Foreign Minister Alan Reeve said \
             {5} had broken its word. The {1} official demanded an apology. {4} Defence Minister \
             Peter Cole rejected the charge. {2} recalled its ambassador.",
            a[0], a[1], a[2], b[0], b[1], b[2]
        )
    };
    let shape = |article: &AnnotatedArticle, a: &str, b: &str| -> Vec<String> {
        let name = |s: &str| s.replace(a, "A").replace(b, "B");
        article
            .mentions
            .iter()
            .map(|m| {
                let e = article.entity(m.entity).unwrap();
                let party = e.party.as_deref().map(name);
                format!("{:?} {:?} {} {party:?}", m.form, e.kind, name(&e.name))
            })
            .collect()
    };
    let sides = [
        ["Poland", "Polish", "Warsaw"],
        ["Kenya", "Kenyan", "Nairobi"],
        ["Russia", "Russian", "Moscow"],
        ["Mongolia", "Mongolian", "Ulaanbaatar"],
    ];
    for a in sides {
        for b in sides {
            if a == b {
                continue;
            }
            let one = read(&text(a, b));
            let reference = read(&text(sides[0], sides[1]));
            assert_eq!(
                shape(&one, a[0], b[0]),
                shape(&reference, sides[0][0], sides[1][0]),
                "{a:?} {b:?}"
            );
        }
    }
}

#[test]
fn a_paragraph_of_a_hundred_thousand_words_ends_in_bounded_time() {
    let samples = [
        "Minister John Smith said ",
        "Aaa Bbb ",
        "the official said he ",
        "Deputy Deputy ",
        "officials and police of ",
        "Smith's ",
        "(NATO) ",
        "“Yes,” an Oslo tram survivor said. ",
        "“We agree,” they said. ",
        "the government said it agreed. ",
    ];
    for sample in samples {
        let words = sample.split_whitespace().count();
        let text = sample.repeat(100_000 / words);
        let start = Instant::now();
        let article = read(&text);
        assert!(
            start.elapsed() < Duration::from_secs(40),
            "{sample:?}: {:?} for {} mentions",
            start.elapsed(),
            article.mentions.len()
        );
    }
}

#[test]
fn whoever_is_described_first_is_who_is_named_later() {
    let article = read(
        "Talks\n\nThe talks will go on, the African Union's envoy said.\n\n\
         It was late. \"We are close,\" the envoy, Joost Wolfenkamp, told reporters.",
    );
    assert_eq!(meant(&article, "the African Union's envoy").name, "Joost Wolfenkamp");
}

#[test]
fn a_name_after_a_complement_in_lower_case_is_the_person() {
    let article = read(
        "Talks\n\nThe head of the Danish delegation, Rosa Valera, asked for a pause. \
         An official of the fisheries ministry, Erik Holm, agreed.",
    );
    assert_eq!(meant(&article, "The head").name, "Rosa Valera");
    assert_eq!(meant(&article, "An official").name, "Erik Holm");
}

#[test]
fn brussels_is_the_union_where_its_institutions_are_named() {
    let union = read(
        "Fish\n\nThe European Commission met on Monday. The representative of Brussels, \
         Joost Wolfenkamp, said that Brussels offered money.",
    );
    assert_eq!(meant(&union, "Brussels").name, "European Union");
    assert_eq!(meant(&union, "Joost Wolfenkamp").party.as_deref(), Some("European Union"));
    let belgium = read(
        "Fish\n\nThe European Commission met on Monday. Belgium said no, and Brussels offered money.",
    );
    assert_eq!(meant(&belgium, "Brussels").name, "Belgium");
}

fn check(article: &AnnotatedArticle) -> Result<(), TestCaseError> {
    for mention in &article.mentions {
        prop_assert!(article.entity(mention.entity).is_some());
        prop_assert!(!article.words(mention.span).is_empty());
        prop_assert!(!article.article.is_noise(mention.span));
        if let Some(name) = mention.name {
            prop_assert!(mention.span.covers(name));
        }
    }
    prop_assert!(article.mentions.is_sorted_by_key(|m| m.span));
    for attribution in &article.attributions {
        if let Some(speaker) = attribution.speaker {
            prop_assert!(article.entity(speaker).is_some());
        }
    }
    for (index, entity) in article.entities.iter().enumerate() {
        prop_assert!(!entity.name.is_empty());
        prop_assert!(article.mentions.iter().any(|m| m.entity.index() == index));
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_gives_sound_mentions(text in "\\PC{0,400}") {
        check(&read(&text))?;
    }

    #[test]
    fn news_like_text_gives_sound_mentions(words in prop::collection::vec(
        prop::sample::select(vec![
            "The", "the", "minister", "Minister", "Anna", "Lind", "Mr.", "said", "that", "“We", "agree,”",
            "he", "she", "they", "it", "U.S.", "NATO", "of", "and", "Ministry", "(BTP)", "Poland’s", "'s",
            "Żółw", "a", "spokesman", "for", "\n\n", ".", ",", "Bank", "&", "Co", "de", "General", "İ", "ß",
        ]), 0..120)) {
        check(&read(&words.join(" ")))?;
    }
}
