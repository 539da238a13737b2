use super::*;
use crate::testing::{attribute, person, story};
use rapporteur_core::{Independence, Reading};

#[test]
fn quoted_and_reported_words_are_counted_apart() {
    let (_, mut a) =
        story(&["“The berths stay shut,” Ms Orlu said. She added that the fees are too low.\n"]);
    let s = attribute(
        &mut a,
        &[
            (0, 0, "said", "“The berths stay shut,”"),
            (0, 0, "added", "the fees are too low"),
            (0, 0, "added", "fees are too low"),
        ],
    );
    let found = voice(&a, &s);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].quoted, found[0].reported), (4, 5));
}

#[test]
fn a_remark_has_its_verb_in_every_outlet() {
    let (_, mut a) =
        story(&["Orlu claimed the fees are low.", "Orlu has warned that fees are low."]);
    let s = attribute(
        &mut a,
        &[(0, 0, "claimed", "the fees are low"), (1, 0, "has warned", "fees are low")],
    );
    let point = Point {
        gist: 0,
        speaker: Some(ActorId(0)),
        readings: (0..2)
            .map(|i| Reading {
                evidence: Evidence {
                    article: ArticleId(i),
                    span: a[i as usize].attributions[0].content[0],
                },
                statement: Some(StatementId(i)),
                kind: None,
            })
            .collect(),
        independence: Independence::default(),
    };
    let verbs: Vec<_> = cues(&a, &s, &[point]).into_iter().map(|c| c.verb).collect();
    assert_eq!(verbs, ["claim", "warn"]);
}

#[test]
fn two_names_for_one_actor_meet_in_a_point() {
    let texts = [
        "Veldoria closed the strait.",
        "The Hill Palace closed the strait.",
        "Northern Veldoria closed the strait.",
    ];
    let (_, a) = story(&texts);
    let place = |article: u32, words: &str| {
        let start = texts[article as usize].find(words).unwrap();
        Evidence { article: ArticleId(article), span: Span::new(start, start + words.len()) }
    };
    let mut state = person("Veldoria", "Veldoria");
    state.mentions =
        vec![place(0, "Veldoria"), place(1, "The Hill Palace"), place(2, "Northern Veldoria")];
    let point = |articles: &[u32]| Point {
        gist: 0,
        speaker: None,
        readings: articles
            .iter()
            .map(|i| Reading {
                evidence: Evidence {
                    article: ArticleId(*i),
                    span: Span::new(0, texts[*i as usize].len()),
                },
                statement: None,
                kind: None,
            })
            .collect(),
        independence: Independence::default(),
    };
    let found = namings(&a, &[state.clone()], &[point(&[0, 1])]);
    let names: Vec<_> = found[0].uses.iter().map(|(_, n)| n.as_str()).collect();
    assert_eq!(names, ["veldoria", "hill palace"]);
    assert!(namings(&a, &[state], &[point(&[0, 2])]).is_empty());
}
