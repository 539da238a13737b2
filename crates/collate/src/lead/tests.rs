use super::*;
use crate::testing::{person, story};
use crate::{points, shared};

#[test]
fn the_lead_is_what_every_account_tells_first() {
    let (s, mut a) = story(&[
        "Strait closed\n\nThe navy of Veldoria closed the Karsin strait to tankers on Monday after \
two boats had collided off Port Emlin.\n\nThe weather was fine. Gulls were seen in great numbers over \
the old lighthouse all day.\n",
        "Navy shuts strait\n\nIt was a busy weekend for anglers along the whole of the southern \
coast, as always in May.\n\nTankers may not pass the Karsin strait, which Veldoria's navy closed on \
Monday after a collision of two boats.\n",
        "Collision\n\nVeldoria has closed the Karsin strait to all tankers after two boats collided \
on Monday.\n",
    ]);
    for article in &mut a {
        article.attributions.clear();
    }
    let mut state = person("Veldoria", "Veldoria");
    state.kind = EntityKind::State;
    state.mentions = a
        .iter()
        .enumerate()
        .flat_map(|(i, a)| {
            a.article.text.match_indices("Veldoria").map(move |(at, w)| Evidence {
                article: ArticleId(i as u32),
                span: Span::new(at, at + w.len()),
            })
        })
        .collect();
    let found = shared::find(&s, &a);
    let points = points::align(&s, &a, &[], &[], &found);
    let lead = choose(&s, &a, &[state, person("Nobody", "None")], &points, &[]);
    let what = lead.what.unwrap();
    assert!(a[what.article.index()].words(what.span).contains("closed the Karsin strait"));
    assert_eq!(lead.who, [ActorId(0)]);
    assert_eq!(lead.happening, None);
}

#[test]
fn a_story_without_sentences_has_no_lead() {
    let (s, a) = story(&["", "\n"]);
    assert_eq!(choose(&s, &a, &[], &[], &[]), Lead::default());
}

#[test]
fn the_day_of_the_event_is_the_one_that_openings_give() {
    let (s, a) = story(&[
        "Strait closed\n\nVeldoria closed the Karsin strait to tankers on 4 May 2021, after two boats \
had collided off Port Emlin.\n\nGulls were seen.\n\nThe strait was last closed on 9 June 1987.\n\nOn 9 \
June 1987 a storm raged.\n",
        "Navy shuts strait\n\nTankers may not pass the Karsin strait, which Veldoria closed on 4 May \
2021 after a collision of two boats.\n\nFishing goes on.\n\nIn the storm of 9 June 1987 it was closed \
as well, and 9 June 1987 is not forgotten.\n",
    ]);
    let happening = |words: &str| {
        let mentions: Vec<Evidence> = a
            .iter()
            .enumerate()
            .flat_map(|(i, a)| {
                a.article.text.match_indices(words).map(move |(at, w)| Evidence {
                    article: ArticleId(i as u32),
                    span: Span::new(at, at + w.len()),
                })
            })
            .collect();
        let date = if words.ends_with("2021") {
            jiff::civil::date(2021, 5, 4)
        } else {
            jiff::civil::date(1987, 6, 9)
        };
        Happening {
            when: rapporteur_core::When { first: date, last: date, value: date.to_string() },
            what: mentions[0],
            mentions,
        }
    };
    let timeline = [happening("9 June 1987"), happening("4 May 2021")];
    assert!(timeline[0].mentions.len() > timeline[1].mentions.len());
    let lead = choose(&s, &a, &[], &[], &timeline);
    assert_eq!(lead.happening, Some(1));
}
