//! Forms and appeals to the reader: newsletters, subscriptions, sharing, contact.
//!
//! Each sentence of a line is held against a list of appeals. Where a line is nothing but appeals, or
//! the short labels of a form stand side by side in it, the whole run is marked, up to and with the
//! few words between two of them.

use super::page::{Line, Page, sentences};
use crate::pattern::Pattern;
use rapporteur_core::{Noise, NoiseKind};

/// Sentences that speak to the reader of a page, from their first word on.
static APPEAL: Pattern = Pattern::new(
    r"(?ix)^[^\w“”\x22‘’']{0,3}(?:
      sign\ up\ (?:for|to|here|now|by)\b.*\b(?:newsletters?|emails?|e-mails?|updates?|alerts?|interpreter|briefings?|here|inbox|subscribe|access)\b
    | (?:subscribe|register)\ (?:to|for|now|here)\b.*\b(?:newsletters?|updates?|access|channel|podcasts?|here|today|original|insights)\b
    | sign\ up\ (?:for|to)\ \S+(?:\ \S+){0,4}$ | subscribe\ here | subscribe\ now
    | check\ out\b.*\b(?:coverage|briefing|live\ ?blog|podcast|newsletter|channel|page|gallery)\b.*
    | please\ contact\ us\b.*
    | (?:want\ to\ )?(?:get|receive)\ (?:this|our|the\ latest|daily|breaking|all\ the)\b.*\b(?:inbox|newsletters?|email|updates)\b
    | (?:please\ )?(?:enter|verify|re-enter|confirm)\ (?:your|an?|you[’']re|the)\b.*\b(?:e-?mail|robot|address|box)\b.*
    | (?:e-?mail\ address\ is\ )?invalid(?:\ e-?mail)?(?:\ address)?[.!]?$ | please\ re-enter\.?$
    | you\ (?:must\ select|agree\ to\ receive|are\ already\ subscribed|will\ receive)\b.*\b(?:newsletters?|e-?mails?|offers|subscribe)\b.*
    | thank\ you\ for\ (?:subscribing|signing\ up)\b[^.]{0,40}[.!]?$ | could\ not\ subscribe\b[^.]{0,40}$
    | an\ error\ has\ occurred\b.*$ | please\ try\ again\ later\b.*$
    | view\ all\b.*\bnewsletters\b.* | see\ sample\b.*
    | (?:follow|like|join|find)\ (?:us|me|\S+(?:\ \S+){0,5})\ on\ (?:twitter|facebook|instagram|telegram|youtube|social\ media|google|whatsapp|x\b)\b.*
    | (?:follow|like)\ (?:us|our)\b.*$
    | (?:do\ you\ have|got|have\ you\ got)\ an?\ (?:story|news\ tip|tip|question|comment)\b.*
    | we\ pay\ for\ (?:your\ )?(?:stories|videos|photos|tips)\b.*
    | (?:e-?mail|call|text|contact|write\ to)\ (?:us|the\ (?:writers?|authors?|editors?|reporters?|newsroom))\b.*
    | (?:please\ )?(?:click|tap)\ here\b.* | read\ or\ share\ this\b.* | share\ this\ (?:story|article|post|page|with)\b.*
    | download\ (?:our|the)\b.*\bapp\b.* | visit\ our\ (?:website|homepage|page|shop)\b.*
    | support\ (?:our|independent)\ journalism\b.* | (?:become|already)\ an?\ (?:member|subscriber)\b.*$
    | keep\ up\ with\ this\ story\b.* | your\ e-?mail\ address\ will\ not\ be\ published\b.*
    | required\ fields\ are\ marked\b.* | you\ must\ be\ logged\ in\b.* | log\ in\ to\ (?:comment|reply)\b.*
    | (?:by\ )?(?:signing\ up|subscribing),?\ you\ agree\b.* | this\ site\ uses\ cookies\b.* | we\ use\ cookies\b.*
    | accept\ (?:all\ )?cookies\b.* | (?:this\ )?(?:article|content)\ is\ for\ subscribers\b.*
    | to\ continue\ reading\b.*$ | you\ have\ reached\ your\b.*\blimit\b.*
    | (?:on\ twitter,?\ )?follow\ @\w+\b.* | on\ twitter\ follow\b.*
    | if\ you\ (?:see|find|notice|spot|have\ found)\b.*\b(?:error|mistake|typo)\b.*
    | order\ reprints\b.* | \*?\ ?required\ field\b.*
    )",
);

/// The first words of appeals: what begins otherwise is not held against the list.
const FIRST_WORDS: &[&str] = &[
    "accept",
    "already",
    "an",
    "become",
    "by",
    "call",
    "check",
    "click",
    "confirm",
    "contact",
    "could",
    "do",
    "download",
    "e",
    "email",
    "enter",
    "find",
    "follow",
    "get",
    "got",
    "have",
    "if",
    "invalid",
    "join",
    "keep",
    "like",
    "log",
    "on",
    "order",
    "please",
    "re",
    "read",
    "receive",
    "register",
    "required",
    "see",
    "share",
    "sign",
    "signing",
    "subscribe",
    "subscribing",
    "support",
    "tap",
    "text",
    "thank",
    "this",
    "to",
    "verify",
    "view",
    "visit",
    "want",
    "we",
    "write",
    "you",
    "your",
];

/// Labels that stand without a full stop in forms; two side by side make a form.
static LABEL: Pattern = Pattern::woken(
    &[
        "ewsletter",
        "EWSLETTER",
        "ign up",
        "ign Up",
        "IGN UP",
        "ubscri",
        "UBSCRI",
        "nvalid",
        "reading the main",
        "error has occurred",
        "ry again later",
        "o your inbox",
        "eprints",
        "an account",
        "social account",
        "our password",
        "s Paper",
        "s paper",
        "mail address",
    ],
    r"(?ix)\b(?:newsletter\ sign\ up | continue\ reading\ the\ main\ story | sign\ up\b | subscribe\b | invalid\ e-?mail(?:\ address)?
    | please\ verify\ you[’']re\ not\ a\ robot\ by\ clicking\ the\ box | enter\ your\ e-?mail(?:\ address)?
    | please\ enter\ an?\ e-?mail\ address | e-?mail\ (?:address\ is\ invalid|cannot\ be\ used) | please\ re-enter
    | thank\ you\ for\ subscribing | could\ not\ subscribe,\ try\ again\ later | get\ daily\ updates\ directly\ to\ your\ inbox
    | you\ must\ select\ a\ newsletter\ to\ subscribe\ to | an\ error\ has\ occurred | please\ try\ again\ later
    | you\ agree\ to\ receive\ occasional\ updates[^.]*\. | view\ all\ [\w\ ]{0,40}newsletters | advertisement\ continue\ reading
    | already\ have\ an\ account | register\ with\ your\ social\ account | forgot\ your\ password | order\ reprints | today[’']s\ paper
    )",
);

/// Two labels with no more bytes between belong together.
const GAP: usize = 45;

pub(super) fn detect(page: &Page<'_>, found: &mut Vec<Noise>) {
    for line in &page.lines {
        labels(line, found);
        appeals(line, found);
    }
}

fn appeals(line: &Line<'_>, found: &mut Vec<Noise>) {
    /// Longer sentences are not read to their end: an appeal shows in its first words.
    const HEAD: usize = 400;
    for (start, sentence) in sentences(line.text) {
        let cut = sentence.char_indices().nth(HEAD).map_or(sentence.len(), |(at, _)| at);
        if sentence.get(..cut).is_some_and(|head| may_appeal(head) && APPEAL.is_match(head)) {
            found.push(line.part(start, start + sentence.len(), NoiseKind::Other));
        }
    }
}

fn may_appeal(sentence: &str) -> bool {
    let mut words = sentence.split(|c: char| !c.is_ascii_alphabetic());
    let first = words.find(|word| !word.is_empty()).unwrap_or_default();
    FIRST_WORDS.binary_search(&first.to_ascii_lowercase().as_str()).is_ok()
}

fn labels(line: &Line<'_>, found: &mut Vec<Noise>) {
    let mut run: Option<(usize, usize, usize)> = None;
    let mut close = |run: Option<(usize, usize, usize)>| {
        if let Some((start, end, count)) = run
            && count >= 2
        {
            found.push(line.part(start, end, NoiseKind::Other));
        }
    };
    for hit in LABEL.find_iter(line.text) {
        run = match run {
            Some((start, end, count)) if hit.start() <= end + GAP => {
                Some((start, hit.end(), count + 1))
            }
            other => {
                close(other);
                Some((hit.start(), hit.end(), 1))
            }
        };
    }
    close(run);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noise::tests::marked;
    use crate::pattern::all_compile;

    #[test]
    fn patterns_are_well_formed() {
        assert!(FIRST_WORDS.is_sorted());
        assert!(all_compile(&[&APPEAL, &LABEL]));
    }

    #[test]
    fn appeals_are_noise_and_their_neighbours_are_not() {
        let text = "The talks ended. Sign up for our newsletter. The envoys left.";
        assert_eq!(marked(detect, text), ["Sign up for our newsletter."]);
        for line in [
            "Do you have a story for the news desk?",
            "Follow Ann Example on Twitter @annexample",
            "Contact the writers at desk@paper.example",
            "Get daily updates directly to your inbox + Subscribe Thank you for subscribing",
        ] {
            assert_eq!(marked(detect, line), [line]);
        }
    }

    #[test]
    fn reports_about_newsletters_stay() {
        for line in [
            "The ministry asked citizens to subscribe to its newsletter.",
            "Voters will sign up for the programme in May, the mayor said.",
            "“Follow the law on borders,” he said.",
            "Contact with the writers was lost on Monday.",
        ] {
            assert!(marked(detect, line).is_empty(), "{line}");
        }
    }
}
