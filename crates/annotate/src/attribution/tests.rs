use rapporteur_core::{AnnotatedArticle, Article, AttributionKind, Span};

fn read(text: &str) -> AnnotatedArticle {
    let mut article = AnnotatedArticle::bare(Article::from_text(text));
    crate::structure::find(&mut article);
    super::find(&mut article, None);
    article
}

/// "source | cue | content" of every attribution; pieces are joined by " … ".
fn found(text: &str) -> Vec<String> {
    let article = read(text);
    let join = |spans: &[Span]| {
        let pieces: Vec<&str> = spans.iter().map(|s| article.words(*s)).collect();
        pieces.join(" … ")
    };
    article
        .attributions
        .iter()
        .map(|a| format!("{} | {} | {}", join(&a.source), join(&a.cue), join(&a.content)))
        .collect()
}

#[test]
fn a_quotation_and_its_clause_in_every_order() {
    assert_eq!(
        found("“We will not sign,” the envoy said."),
        ["the envoy | said | “We will not sign,”"]
    );
    assert_eq!(
        found("“We will not sign,” said Ada Lund, the chief envoy of Norland."),
        ["Ada Lund, the chief envoy of Norland | said | “We will not sign,”"]
    );
    assert_eq!(
        found("The envoy said: “We will not sign. It is late.”"),
        ["The envoy | said | “We will not sign. It is late.”"]
    );
    assert_eq!(
        found("\"We waited,\" Lund said, adding \"nobody came.\""),
        ["Lund | said | \"We waited,\"", "Lund | adding | \"nobody came.\""]
    );
}

#[test]
fn an_unclaimed_quotation_belongs_to_who_spoke_before() {
    assert_eq!(
        found("“We stay,” said the envoy. Norland has “no right of veto on who may join”."),
        ["the envoy | said | “We stay,”", " |  | Norland has “no right of veto on who may join”"]
    );
    assert_eq!(
        found("The talks were long. Norland called them “a step on the way to an end”.").len(),
        1,
        "a clause of its own claims it"
    );
}

#[test]
fn a_quotation_goes_on_in_its_paragraph() {
    assert_eq!(
        found("“We waited,” Lund said on Monday. “Nobody came. It was late.”"),
        ["Lund | said | “We waited,” … “Nobody came. It was late.”"]
    );
    assert_eq!(
        found("“We waited,” he said. “Nobody came."),
        ["he | said | “We waited,” … “Nobody came."]
    );
    assert_eq!(
        found("“We waited a whole night for them.”"),
        [" |  | “We waited a whole night for them.”"]
    );
}

#[test]
fn a_quotation_inside_a_clause_is_mixed() {
    let article = read("The envoy called the offer “a step back”.");
    assert_eq!(article.attributions[0].kind, AttributionKind::Mixed);
    assert_eq!(
        found("The envoy called the offer “a step back”."),
        ["The envoy | called | the offer “a step back”"]
    );
    assert_eq!(
        found("The pact, she said, “will not last” long."),
        ["she | said | The pact … “will not last” long"]
    );
}

#[test]
fn clauses_with_and_without_that() {
    assert_eq!(
        found("The ministry has insisted that the harbour will open."),
        ["The ministry | has insisted | the harbour will open"]
    );
    assert_eq!(
        found("Lund said in a statement that the harbour was safe."),
        ["Lund | said | the harbour was safe"]
    );
    assert_eq!(found("Lund said the harbour was safe."), ["Lund | said | the harbour was safe"]);
    assert_eq!(
        found(
            "The mayor told reporters that the harbour was safe, adding that it would open soon."
        ),
        ["The mayor | told | the harbour was safe", "The mayor | adding | it would open soon"]
    );
    assert_eq!(
        found("Officials asked whether the harbour was safe."),
        ["Officials | asked | whether the harbour was safe"]
    );
}

#[test]
fn the_clause_may_come_first() {
    assert_eq!(
        found("The harbour will open soon, the ministry said on Monday."),
        ["the ministry | said | The harbour will open soon"]
    );
    assert_eq!(
        found("The harbour will open soon, said port officials."),
        ["port officials | said | The harbour will open soon"]
    );
    assert_eq!(
        found("According to the port authority, the harbour will open soon."),
        ["the port authority | According to | the harbour will open soon"]
    );
    assert_eq!(
        found("The harbour, according to Lund, will open soon."),
        ["Lund | according to | The harbour … will open soon"]
    );
}

#[test]
fn infinitives_and_noun_phrases() {
    assert_eq!(
        found("Norland urged the union not to close the harbour."),
        ["Norland | urged | the union not to close the harbour"]
    );
    assert_eq!(
        found("The union called on Norland to withdraw its ships."),
        ["The union | called on | Norland to withdraw its ships"]
    );
    assert_eq!(
        found("The envoy accused Norland of breaking the pact."),
        ["The envoy | accused | Norland of breaking the pact"]
    );
    assert_eq!(
        found("Norland vowed to keep the harbour open."),
        ["Norland | vowed | to keep the harbour open"]
    );
    assert_eq!(found("Lund warned of a long winter."), ["Lund | warned of | a long winter"]);
    assert_eq!(
        found("The union rejects the demands of Norland."),
        ["The union | rejects | the demands of Norland"]
    );
}

#[test]
fn nouns_attribute_too() {
    assert_eq!(
        found("Ministers discussed Norland’s demand for a new pact."),
        [
            "Ministers | discussed | Norland’s demand for a new pact",
            "Norland’s | demand | a new pact"
        ]
    );
}

#[test]
fn sources_are_whole_phrases() {
    let sources = |text: &str| {
        let article = read(text);
        let all = article.attributions.iter();
        all.flat_map(|a| a.source.iter().map(|s| article.words(*s).to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(
        sources("Ada Lund, the head of the mission in Oster, said the pact was dead."),
        ["Ada Lund, the head of the mission in Oster"]
    );
    assert_eq!(sources("In a letter the minister said the pact was dead."), ["the minister"]);
    assert_eq!(
        sources("Members who have praised the plan warned that it was late."),
        ["Members", "who", "Members who have praised the plan"]
    );
    assert_eq!(
        sources("The mayor last month said the pact was dead and called for a vote."),
        ["The mayor", "The mayor"]
    );
}

#[test]
fn headlines() {
    assert_eq!(
        found("Lund: Harbour will open on Monday\n\nIt rained."),
        ["Lund | : | Harbour will open on Monday"]
    );
    assert_eq!(
        found("Union Rejects Norland's Demands\n\nIt rained."),
        ["Union | Rejects | Norland's Demands"]
    );
}

#[test]
fn words_of_others_inside_a_quotation() {
    assert_eq!(
        found("“I think we know what they want,” Lund said."),
        ["Lund | said | “I think we know what they want,”"]
    );
    assert_eq!(
        found("“Norland demanded a new pact,” Lund said."),
        ["Lund | said | “Norland demanded a new pact,”", "Norland | demanded | a new pact"]
    );
}

#[test]
fn a_very_long_paragraph_is_read_in_time() {
    let sentence =
        "The envoy said that Norland, which rejected the plan, would call on the union to wait. ";
    let text = sentence.repeat(100_000 / 16);
    assert!(read(&text).attributions.len() > 6_000);
    for unit in [
        "said ",
        "“a” said ",
        "X said, ",
        "who said that ",
        "“said ",
        "to call on ",
        "claims that ",
    ] {
        read(&unit.repeat(30_000));
    }
}

mod properties {
    use super::read;
    use proptest::prelude::*;

    const WORDS: &[&str] = &[
        "said",
        "says",
        "that",
        "the",
        "minister",
        "Lund",
        "“",
        "”",
        "\"",
        ",",
        ".",
        "?",
        "told",
        "reporters",
        "accused",
        "Norland",
        "of",
        "to",
        "called",
        "on",
        "according",
        "demands",
        "who",
        "and",
        "adding",
        ":",
        "asked",
        "whether",
        "it",
        "was",
        "is",
        "expected",
        "—",
        "\n",
        "he",
        "«",
        "»",
        "ß",
        "Çelik’s",
        "(",
        ")",
    ];

    proptest! {
        #[test]
        fn spans_hold_for_any_words(picks in proptest::collection::vec(0..WORDS.len(), 0..80)) {
            let words: Vec<&str> = picks.into_iter().map(|i| WORDS[i]).collect();
            let text = words.join(" ");
            let article = read(&text);
            for a in &article.attributions {
                prop_assert!(!a.content.is_empty());
                prop_assert!(a.content.is_sorted());
                prop_assert!(a.content.windows(2).all(|w| !w[0].overlaps(w[1])));
                for s in a.source.iter().chain(&a.cue).chain(&a.content) {
                    prop_assert!(!s.is_empty());
                    prop_assert!(text.get(s.start()..s.end()).is_some());
                }
            }
            prop_assert!(article.attributions.is_sorted_by_key(|a| a.content_hull()));
        }
    }
}
