//! Invented news in any amount: events with accounts of several outlets, the same on every run.

use rapporteur::core::Article;

const PLACES: [&str; 12] = [
    "Kolda",
    "Brenn",
    "Selby",
    "Marrow Island",
    "Tarsk",
    "Ostra",
    "Velmar",
    "Harrow",
    "Quillon",
    "Dunmere",
    "Lisk",
    "Arden Bay",
];
const FIRST: [&str; 12] = [
    "Anna", "Henrik", "Orla", "Paul", "Mila", "Levon", "Ruth", "Tomas", "Ida", "Bela", "Grace",
    "Omar",
];
const LAST: [&str; 16] = [
    "Berg",
    "Aldous",
    "Finnan",
    "Zorn",
    "Borst",
    "Tate",
    "Vance",
    "Holm",
    "Okoro",
    "Lindqvist",
    "Maro",
    "Pell",
    "Duarte",
    "Sato",
    "Varga",
    "Keane",
];
const OFFICES: [&str; 6] =
    ["Foreign Minister", "Finance Minister", "Mayor", "Police Chief", "President", "Union leader"];
const SUBJECTS: [(&str, &str, &str); 8] = [
    ("strike", "dockworkers", "higher pay"),
    ("ceasefire", "rebels", "the release of prisoners"),
    ("flood", "residents", "new dams"),
    ("budget", "farmers", "grain subsidies"),
    ("merger", "shareholders", "a better price"),
    ("trial", "relatives", "an open hearing"),
    ("election", "observers", "a recount"),
    ("outage", "hospitals", "spare generators"),
];
const DAYS: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

/// `events` events with `outlets` accounts each, an event's accounts not side by side.
pub(crate) fn articles(events: usize, outlets: usize) -> Vec<Article> {
    (0..outlets).flat_map(|outlet| (0..events).map(move |event| account(event, outlet))).collect()
}

/// The account that outlet number `outlet` gives of event number `event`.
fn account(event: usize, outlet: usize) -> Article {
    // Steps prime to the length of the tables keep the combinations apart.
    let pick = |table: &[&'static str], salt: usize| {
        table[(event * 7 + salt * 5 + event / table.len()) % table.len()]
    };
    let place = pick(&PLACES, 0);
    let (noun, group, demand) = SUBJECTS[(event + event / 12) % SUBJECTS.len()];
    let speaker = format!("{} {}", pick(&FIRST, 1), pick(&LAST, 2));
    let surname = pick(&LAST, 2);
    let other = format!("{} {}", pick(&FIRST, 3), pick(&LAST, 4));
    let office = pick(&OFFICES, 1);
    let day = DAYS[event % DAYS.len()];
    let count = 40 + (event * 37) % 900 + outlet;
    let hours = 2 + event % 9;

    let lead = [
        format!(
            "{office} {speaker} met leaders of the {group} in {place} on {day} to end the {noun}. \
             The talks lasted nearly {hours} hours."
        ),
        format!(
            "Talks on the {noun} in {place} ended without a deal on {day}, {office} {speaker} said \
             after almost {hours} hours with the {group}."
        ),
        format!(
            "There will be no quick end to the {noun} in {place}: that is what {speaker} told \
             reporters late on {day}."
        ),
    ];
    let body = [
        format!("“We have put {demand} on the table and we mean it,” {surname} said."),
        format!("The {group} had demanded {demand} and threatened to walk out."),
        format!(
            "{other}, who speaks for the {group}, rejected the offer as “an insult to all of us”."
        ),
        format!("About {count} people gathered outside the town hall, according to the police."),
        format!("{surname} warned that the {noun} could go on until the end of the month."),
        format!("“If nothing moves by next week, we will go to court,” {other} added."),
        format!("The government in {place} denied that it had refused to talk about {demand}."),
        format!("A new round in {place} is planned for 12 March, a spokeswoman told the agency."),
    ];
    let mut text = format!("{place}: {group} and {speaker} at odds over {noun}\n\n");
    text.push_str(&lead[outlet % lead.len()]);
    for number in 0..3 * body.len() {
        let place = (number * (2 * outlet + 1) + outlet) % body.len();
        text.push_str(if number % 2 == 0 { "\n\n" } else { " " });
        text.push_str(&body[place]);
    }
    Article {
        key: Some(format!("{event}-{outlet}")),
        outlet: Some(format!("Outlet {outlet}")),
        ..Article::from_text(text)
    }
}
