//! News of several kinds: whom each source means, with office and party.

use super::read;
use rapporteur_core::{AnnotatedArticle, Entity};

/// Every speaker as "name, role, party", "-" for what is not known.
fn told(article: &AnnotatedArticle) -> Vec<String> {
    article
        .attributions
        .iter()
        .map(|a| a.speaker.and_then(|s| article.entity(s)).map_or_else(|| "-".into(), line))
        .collect()
}

fn line(entity: &Entity) -> String {
    let or = |part: &Option<String>| part.clone().unwrap_or_else(|| "-".into());
    let kept = if entity.anonymous { " (unnamed)" } else { "" };
    format!("{}{kept}, {}, {}", entity.name, or(&entity.role), or(&entity.party))
}

#[test]
fn offices_of_states_and_alliances() {
    let text = "Talks\n\nThe Norwegian deputy foreign minister, Ingrid Solberg, said Norway would stay. \
                “We are patient,” the Norwegian said. German Defence Minister Uwe Brandt disagreed. \
                “Patience has an end,” the German warned. NATO Secretary General Piet Hagen urged both \
                to return. The alliance's chief said it was time.";
    let article = read(
        text,
        &[
            ("Ingrid Solberg", "Norway would stay"),
            ("the Norwegian", "“We are patient,”"),
            ("the German", "“Patience has an end,”"),
            ("Piet Hagen", "both to return"),
            ("The alliance's chief", "it was time"),
        ],
    );
    let solberg = "Ingrid Solberg, Norwegian deputy foreign minister, Norway";
    let hagen = "Piet Hagen, NATO Secretary General, NATO";
    assert_eq!(
        told(&article),
        [solberg, solberg, "Uwe Brandt, German Defence Minister, Germany", hagen, hagen]
    );
}

#[test]
fn titles_that_change_stay_one_person() {
    let text = "Talks\n\nFormer Prime Minister Ewa Sikorska said the talks were doomed. Then-Prime \
                Minister Ewa Sikorska had opened them. A spokesman for Sikorska said she was misquoted. \
                The ex-prime minister said so too.";
    let article = read(
        text,
        &[
            ("Former Prime Minister Ewa Sikorska", "the talks were doomed"),
            ("A spokesman for Sikorska", "she was misquoted"),
            ("The ex-prime minister", "so too"),
        ],
    );
    let sikorska = "Ewa Sikorska, Former Prime Minister, -";
    assert_eq!(
        told(&article),
        [sikorska, "a spokesman for Sikorska (unnamed), -, Ewa Sikorska", sikorska]
    );
}

#[test]
fn a_company_speaks_through_its_officers() {
    let text = "Recall\n\nVolta Motors said on Thursday that nobody was hurt. Its chief executive, Hanna \
                Weiss, apologised. The batteries came from a supplier. The supplier, Kanto Cells, denied \
                this. A spokesman for the supplier said the cells were tested. Analyst Peter Gray of \
                Redfield Capital called it cheap. The Consumer Safety Agency was waiting. The agency's \
                director, Lucy Marsh, said the law was clear.";
    let article = read(
        text,
        &[
            ("Its chief executive, Hanna Weiss", "apologised"),
            ("The supplier, Kanto Cells", "this"),
            ("A spokesman for the supplier", "the cells were tested"),
            ("Analyst Peter Gray of Redfield Capital", "it cheap"),
            ("The agency's director, Lucy Marsh", "the law was clear"),
        ],
    );
    assert_eq!(
        told(&article),
        [
            "Hanna Weiss, chief executive, Volta Motors",
            "Kanto Cells, -, Kanto Cells",
            "a spokesman for the supplier (unnamed), -, Kanto Cells",
            "Peter Gray, Analyst, Redfield Capital",
            "Lucy Marsh, agency's director, Consumer Safety Agency",
        ]
    );
}

#[test]
fn private_persons_have_no_party() {
    let text = "Fire\n\nDanish tourist Lars Holm said the smoke was thick. One customer, Nina Patel, 34, \
                said her garage burned down. Her husband, Raj Patel, said they would sue. Mrs. Patel said \
                it was too late. The 34-year-old said she would leave Denmark.";
    let article = read(
        text,
        &[
            ("Danish tourist Lars Holm", "the smoke was thick"),
            ("Nina Patel", "her garage burned down"),
            ("Raj Patel", "they would sue"),
            ("Mrs. Patel", "it was too late"),
            ("The 34-year-old", "she would leave Denmark"),
        ],
    );
    let nina = "Nina Patel, customer, -";
    assert_eq!(
        told(&article),
        ["Lars Holm, Danish tourist, -", nina, "Raj Patel, husband, -", nina, nina]
    );
}

#[test]
fn a_given_name_alone_is_the_person_of_the_full_name() {
    let text = "Court\n\nProsecutor Mads Lund declined to comment. His wife, Anna Lund, said the family \
                was frightened. Anna said she had not slept. Mads said he would go on.";
    let article =
        read(text, &[("Anna said", "she had not slept"), ("Mads said", "he would go on")]);
    assert_eq!(told(&article), ["Anna Lund, wife, -", "Mads Lund, Prosecutor, -"]);
}

#[test]
fn party_marks_find_the_legislator_again() {
    let text = "Vote\n\nRep. Susan Kettle, D-N.Y., said the dam was rotten. Senator Bob Harlan (R-Texas) \
                said it was fine. The Texas Republican said there were no cracks.";
    let article = read(
        text,
        &[
            ("Rep. Susan Kettle, D-N.Y.", "the dam was rotten"),
            ("Senator Bob Harlan (R-Texas)", "it was fine"),
            ("The Texas Republican", "there were no cracks"),
        ],
    );
    let harlan = "Bob Harlan, Senator, Republicans";
    assert_eq!(told(&article), ["Susan Kettle, Rep, Democrats", harlan, harlan]);
}

#[test]
fn a_federation_is_the_party_of_its_president_not_its_country() {
    let text = "Doping\n\nThe World Athletics Federation banned two sprinters. Federation president Carlos \
                Mendes said the case was closed. The president of the Kenyan federation, Joseph Kiprono, \
                said it was unfair.";
    let article = read(
        text,
        &[("Carlos Mendes", "the case was closed"), ("Joseph Kiprono", "it was unfair")],
    );
    assert_eq!(
        told(&article),
        [
            "Carlos Mendes, Federation president, World Athletics Federation",
            "Joseph Kiprono, president of the Kenyan federation, Kenyan federation",
        ]
    );
}

#[test]
fn two_together_keep_their_members() {
    let text = "Doping\n\nThe sprinters, Mary Wanjiku and Ruth Chebet, denied doping. Chebet and Wanjiku \
                said they would appeal. The two sprinters said they were innocent. The pair said they \
                trusted the court.";
    let article = read(
        text,
        &[
            ("The sprinters, Mary Wanjiku and Ruth Chebet", "doping"),
            ("Chebet and Wanjiku", "they would appeal"),
            ("The two sprinters", "they were innocent"),
            ("The pair", "they trusted the court"),
        ],
    );
    assert_eq!(told(&article), ["Mary Wanjiku and Ruth Chebet, -, -"; 4]);
    let both = article.attributions[0].speaker.and_then(|s| article.entity(s)).unwrap();
    let members: Vec<&str> =
        both.members.iter().filter_map(|m| Some(article.entity(*m)?.name.as_str())).collect();
    assert_eq!(members, ["Mary Wanjiku", "Ruth Chebet"]);
    assert!(both.plural && !both.anonymous);
}

#[test]
fn the_two_ministers_are_the_two_in_office() {
    let text = "Talks\n\nFormer Foreign Minister Ewa Sikorska watched. Foreign Minister Ingrid Solberg came \
                late. Defence Minister Uwe Brandt was there. The two ministers said they would meet again. \
                Three ministers said they would not.";
    let article = read(
        text,
        &[("The two ministers", "they would meet again"), ("Three ministers", "they would not")],
    );
    assert_eq!(told(&article)[0], "Ingrid Solberg and Uwe Brandt, -, -");
    let three = article.attributions[1].speaker.and_then(|s| article.entity(s)).unwrap();
    assert!(three.plural && three.members.is_empty());
}

#[test]
fn unnamed_sources_stay_unnamed() {
    let text = "Raid\n\nSmugglers told the paper so. A source close to the investigation said more would \
                follow. People familiar with the matter said it was over. Two officials who asked not to be \
                named said nothing. Residents said they had heard shots.";
    let article = read(
        text,
        &[
            ("Smugglers", "so"),
            ("A source close to the investigation", "more would follow"),
            ("People familiar with the matter", "it was over"),
            ("Two officials who asked not to be named", "nothing"),
            ("Residents", "they had heard shots"),
        ],
    );
    let several: Vec<(bool, bool)> = article
        .attributions
        .iter()
        .filter_map(|a| article.entity(a.speaker?))
        .map(|e| (e.anonymous, e.plural))
        .collect();
    assert_eq!(several, [(true, true), (true, false), (true, true), (true, true), (true, true)]);
}

#[test]
fn a_short_name_in_a_headline_is_the_company() {
    let text = "Volta recalls scooters\n\nVolta Motors said on Thursday that nobody was hurt.";
    let article = read(text, &[("Volta", "scooters"), ("Volta Motors", "nobody was hurt")]);
    assert_eq!(told(&article), ["Volta Motors, -, Volta Motors"; 2]);
}

#[test]
fn the_rescue_chief_is_the_head_of_the_rescue_service() {
    let text = "Flood\n\nPetr Vesely, head of the rescue service, said the search went on. The rescue chief \
                said his men were tired. Rita Gomez, a professor of hydrology at Denver University, said \
                water finds its way.";
    let article = read(
        text,
        &[
            ("Petr Vesely", "the search went on"),
            ("The rescue chief", "his men were tired"),
            ("Rita Gomez", "water finds its way"),
        ],
    );
    let vesely = "Petr Vesely, head of the rescue service, -";
    assert_eq!(
        told(&article),
        [
            vesely,
            vesely,
            "Rita Gomez, professor of hydrology at Denver University, Denver University"
        ]
    );
}

#[test]
fn a_clause_is_no_part_of_a_description() {
    let text = "Crash\n\nOthers who saw it said it was not. The driver of the second van, who was hurt, said \
                it was dark. Many people who live there said nothing had changed.";
    let article = read(
        text,
        &[
            ("who", "it was not"),
            ("The driver of the second van, who was hurt,", "it was dark"),
            ("Many people who live there", "nothing had changed"),
        ],
    );
    let names: Vec<String> =
        told(&article).iter().filter_map(|t| Some(t.split_once(" (")?.0.to_lowercase())).collect();
    assert_eq!(names, ["others", "the driver of the second van", "many people"]);
}

#[test]
fn the_government_is_that_of_the_state_that_is_spoken_of_most() {
    let text = "Ransom\n\nKenya paid a ransom on Monday. The Swiss government helped. The government said it \
                was over. Nobody was told in Nairobi. Kenyan papers were late. The authorities said why.";
    let article = read(text, &[("The government said", "it was over"), ("The authorities", "why")]);
    assert_eq!(told(&article), ["Kenya, -, Kenya"; 2]);
}

#[test]
fn a_surname_with_its_particle_is_the_person_of_the_full_name() {
    let text =
        "Talks\n\nEnvoy Piet de Vries urged both sides to return. De Vries said he was ready.";
    let article = read(text, &[("De Vries said", "he was ready")]);
    assert_eq!(told(&article), ["Piet de Vries, Envoy, -"]);
}

#[test]
fn words_for_nobody_in_particular_stay_unnamed() {
    let text = "Strike\n\nAnother said the strike would end. Nobody said why. Two survivors, Kari Moe and her \
                brother Petter Moe, said it was late.";
    let article = read(
        text,
        &[
            ("Another", "the strike would end"),
            ("Two survivors, Kari Moe and her brother Petter Moe,", "it was late"),
        ],
    );
    assert!(article.attributions[0].speaker.and_then(|s| article.entity(s)).unwrap().anonymous);
    assert_eq!(told(&article)[1], "Kari Moe and Petter Moe, -, -");
}
