use super::*;
use crate::testing::{attribute, person, story};

const LEFT: &str = "Strait closed\n\nThe navy closed the Karsin strait to tankers on Monday. Nobody \
passes before the wreck is raised, Tovik said. Bread prices rose in the capital.\n";
const RIGHT: &str = "Navy shuts strait\n\nTankers may not pass the Karsin strait, which the navy \
closed on Monday. Tovik warned that nobody would pass until the wreck was raised. The harbour cat \
was unharmed, Mayor Belin said.\n";

fn words<'a>(articles: &'a [AnnotatedArticle], point: &Point) -> Vec<&'a str> {
    point
        .readings
        .iter()
        .map(|r| articles[r.evidence.article.index()].words(r.evidence.span))
        .collect()
}

fn two() -> (Vec<AnnotatedArticle>, Vec<Point>) {
    let (s, mut a) = story(&[LEFT, RIGHT]);
    let statements = attribute(
        &mut a,
        &[
            (0, 0, "said", "Nobody passes before the wreck is raised"),
            (1, 0, "warned", "nobody would pass until the wreck was raised"),
            (1, 1, "said", "The harbour cat was unharmed"),
        ],
    );
    let actors = [person("Tovik", "Veldoria"), person("Belin", "Port Emlin")];
    let points = align(&s, &a, &actors, &statements, &[]);
    (a, points)
}

#[test]
fn one_remark_in_two_wordings_is_one_point() {
    let (a, points) = two();
    let remark = points.iter().find(|p| p.speaker.is_some()).unwrap();
    assert_eq!(
        words(&a, remark),
        [
            "Nobody passes before the wreck is raised",
            "nobody would pass until the wreck was raised"
        ]
    );
}

#[test]
fn a_remark_of_one_article_is_a_point_and_its_lone_fact_is_none() {
    let (a, points) = two();
    let all: Vec<_> = points.iter().flat_map(|p| words(&a, p)).collect();
    assert!(all.contains(&"The harbour cat was unharmed"));
    assert!(!all.iter().any(|w| w.contains("Bread prices")));
    assert!(all.iter().any(|w| w.contains("closed the Karsin strait")));
}

#[test]
fn what_two_articles_carry_comes_before_what_one_carries() {
    let (_, points) = two();
    let articles: Vec<usize> = points
        .iter()
        .map(|p| {
            let mut ids: Vec<_> = p.readings.iter().map(|r| r.evidence.article).collect();
            ids.dedup();
            ids.len()
        })
        .collect();
    assert!(articles.is_sorted_by(|a, b| a >= b) && articles[0] == 2);
}

#[test]
fn the_frame_of_a_remark_is_no_fact() {
    let text = "PORT EMLIN, Veldoria (KNA) - The navy closed the Karsin strait. Tovik said at a \
press conference in Karsin: Nobody passes before the wreck is raised.\n";
    let (_, mut a) = story(&[text]);
    attribute(&mut a, &[(0, 0, "said", "Nobody passes before the wreck is raised")]);
    let facts: Vec<_> = clause::own_voice(&a[0]).into_iter().map(|c| a[0].words(c)).collect();
    assert!(facts.contains(&"The navy closed the Karsin strait."), "{facts:?}");
    assert!(!facts.iter().any(|f| f.contains("press") || f.contains("KNA")), "{facts:?}");
}

#[test]
fn a_lone_article_has_what_is_said_in_it() {
    let (s, mut a) = story(&[LEFT]);
    let said = [(0, 0, "said", "Nobody passes before the wreck is raised")];
    let statements = attribute(&mut a, &said);
    let points = align(&s, &a, &[person("Tovik", "Veldoria")], &statements, &[]);
    assert_eq!(points.len(), 1);
    assert_eq!(points[0].readings.len(), 1);
}

#[test]
fn a_story_in_which_nobody_speaks_has_facts() {
    let (s, mut a) = story(&[LEFT, RIGHT]);
    attribute(&mut a, &[]);
    let points = align(&s, &a, &[], &[], &[]);
    assert!(points.iter().any(|p| words(&a, p).iter().any(|w| w.contains("Karsin strait"))));
    assert!(points.iter().all(|p| p.speaker.is_none() && p.gist < p.readings.len()));
}

#[test]
fn an_empty_story_has_no_points() {
    let (s, a) = story(&[]);
    assert!(align(&s, &a, &[], &[], &[]).is_empty());
    let (s, a) = story(&["", "  \n"]);
    assert!(align(&s, &a, &[], &[], &[]).is_empty());
}

#[test]
fn a_hundred_articles_are_aligned() {
    /// Sentences about `n` that share words with those of other articles, and names.
    fn article(n: u64) -> String {
        const WORDS: [&str; 24] = [
            "strait",
            "tanker",
            "navy",
            "wreck",
            "harbour",
            "collision",
            "sailor",
            "hospital",
            "pilot",
            "fog",
            "lighthouse",
            "captain",
            "minister",
            "cargo",
            "oil",
            "tug",
            "crew",
            "storm",
            "coast",
            "fine",
            "inquiry",
            "radio",
            "signal",
            "anchor",
        ];
        let mut state = n.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut next = move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state as usize
        };
        (0..60)
            .map(|_| {
                let words: Vec<String> = (0..12)
                    .map(|_| match next() % 3 {
                        0 => format!("w{}", next() % 3000),
                        _ => WORDS[next() % WORDS.len()].to_owned(),
                    })
                    .collect();
                format!("The {}.\n", words.join(" "))
            })
            .collect()
    }
    let articles: Vec<AnnotatedArticle> = (0..100)
        .map(|n| {
            let text = article(n);
            let mut a = AnnotatedArticle::bare(rapporteur_core::Article::from_text(text.clone()));
            let mut start = 0;
            for line in text.split_inclusive('\n') {
                a.sentences.push(rapporteur_core::Sentence {
                    span: rapporteur_core::Span::new(start, start + line.len() - 1),
                    paragraph: 0,
                });
                start += line.len();
            }
            a
        })
        .collect();
    let points = align(&crate::testing::over(&articles), &articles, &[], &[], &[]);
    let readings: usize = points.iter().map(|p| p.readings.len()).sum();
    assert!(readings > 0 && readings <= 6000);
}
