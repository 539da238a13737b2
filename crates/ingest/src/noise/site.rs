//! Lines of the page around the article: shares, tags, crumbs, reading times, addresses.

use super::page::Page;
use crate::pattern::Pattern;
use rapporteur_core::{Noise, NoiseKind};

/// Labels of buttons, side by side.
static SHARE: Pattern = Pattern::new(
    r"(?i)^(?:(?:click to )?(?:share|tweet|pin|post|e-?mail|print|save|send|like|copy(?: link)?|facebook|twitter|whatsapp|telegram|linkedin|reddit|messenger|pinterest|vk|viber|flipboard|more)(?: (?:this|it|a link|on|via|to|by|with|the article|story|article|link|friends|a friend|facebook|twitter|whatsapp|e-?mail|telegram|linkedin|reddit|pinterest|messenger|x))*(?: \(opens in (?:a )?new window\))?(?:[\s|,•·/]+|$)){2,}$",
);
static OTHERS: Pattern = Pattern::new(
    r"(?ix)^(?:
      (?:tags?|topics?|keywords|filed\ under|category|categories|posted\ in|labels|sections?)\ ?:\ ?.*
    | home\ ?[»>/|›]\ ?.*
    | (?:reading\ time:?\ )?\d{1,2}[\ -]min(?:ute)?s?\ read | reading\ time:?\ .* | (?:estimated\ )?read(?:ing)?\ time.*
    | (?:skip|end\ of)\ (?:twitter|youtube|facebook|instagram|x)\ (?:post|content|video).*
    | (?:report\ this\ tweet|allow\ (?:twitter|youtube|facebook|instagram|x)\ content).*
    | (?:list|item)\ \d+\ of\ \d+.* | list\ of\ \d+\ items | end\ of\ list | keep\ reading
    | (?:a-|a\+|aa|font\ size|text\ size|[-+])(?:\ ?[-+a])*
    | advertisement\b.* | advert | \[?advertisement\]? | sponsored\b.* | promoted\b.*
    | (?:get|buy)\ (?:digital\ access|our\ app|the\ app).* | like\ this: | like\ loading\.* | loading\.* | please\ wait\.*
    | (?:previous|next)\ (?:article|post|story|page|slide)\b.* | page\ \d+\ of\ \d+ | \d+\ (?:comments?|shares?|views?|likes?|views\ \d+\ shares)
    | go\ to\ the\ (?:mediabank|photo\ bank|home\ ?page|top).* | to\ the\ top | jump\ to\ .* | table\ of\ contents
    | the\ code\ has\ been\ copied\ to\ your\ clipboard\.? | the\ url\ has\ been\ copied\ to\ your\ clipboard\.? | no\ media\ source\ currently\ available | embed(?:\ share)?
    | your\ browser\ doesn['’]t\ support\ html5.*
    | \S{1,60}@[\w-]+(?:\.[\w-]+)+ | (?:tel|phone|fax|e-?mail)\.?:?\ ?\+?[\d\ ()-]{6,25} | \+\d[\d\ ()-]{7,20}
    | -0- | \(?(?:ends?|enditem|end\ item)\)?
    )[.!]?$",
);

pub(super) fn detect(page: &Page<'_>, found: &mut Vec<Noise>) {
    for line in &page.lines {
        // What is long and ends as a sentence is one.
        if line.words > 30 || line.ended && line.words > 12 {
            continue;
        }
        if SHARE.is_match(line.text) || OTHERS.is_match(line.text) {
            found.push(line.whole(NoiseKind::Navigation));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noise::tests::marked;
    use crate::pattern::all_compile;

    #[test]
    fn patterns_are_well_formed() {
        assert!(all_compile(&[&SHARE, &OTHERS]));
    }

    #[test]
    fn buttons_tags_and_crumbs_are_noise() {
        for line in [
            "Share on Facebook Share on Twitter",
            "Facebook Twitter WhatsApp Email",
            "Click to share on Twitter (Opens in new window) Click to email a link to a friend (Opens in new window)",
            "Tags: talks, Vienna, envoys",
            "Home » World » Europe",
            "4 min read",
            "list 2 of 3 Envoys leave the town hall",
            "Advertisement - Continue Reading Below",
            "desk@paper.example",
            "-0-",
        ] {
            assert_eq!(marked(detect, line), [line]);
        }
    }

    #[test]
    fn sentences_stay() {
        for line in [
            "Share prices fell.",
            "Facebook and Twitter were blocked.",
            "The end",
            "Home affairs: the minister resigns",
            "Topic of the talks was the border.",
            "Post office workers strike",
        ] {
            assert!(marked(detect, line).is_empty(), "{line}");
        }
    }
}
