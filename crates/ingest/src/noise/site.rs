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
    | share\ ?\d+ | -0- | \(?(?:ends?|enditem|end\ item)\)?
    )[.!]?$",
);

/// A label under which the topics of the article stand, a line each.
static TOPICS: Pattern = Pattern::new(
    r"(?i)^(?:(?:related |read more about |more about )?(?:tags|topics|keywords))\s?:?$",
);
/// A label before each headline of a list.
static ITEM: Pattern = Pattern::new(r"^list \d+ of \d+$");

/// No article has more topics.
const MAX_TOPICS: usize = 10;

pub(super) fn detect(page: &Page<'_>, found: &mut Vec<Noise>) {
    for (index, line) in page.lines.iter().enumerate() {
        if TOPICS.is_match(line.text) {
            let topics = page.lines.iter().skip(index + 1).take(MAX_TOPICS);
            let topics = topics.take_while(|l| l.words <= 4 && !l.ended);
            found.push(line.whole(NoiseKind::Navigation));
            found.extend(topics.map(|l| l.whole(NoiseKind::Navigation)));
        } else if ITEM.is_match(line.text)
            && let Some(next) = page.lines.get(index + 1).filter(|l| l.words <= 25)
        {
            found.push(next.whole(NoiseKind::Related));
        }
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
        assert!(all_compile(&[&SHARE, &OTHERS, &TOPICS, &ITEM]));
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
    fn lists_of_topics_and_headlines_are_noise() {
        let text = "The envoys left on Monday.\nTags\nVienna\nborder talks\nThe mayor stayed in town and said that he was glad.";
        assert_eq!(marked(detect, text), ["Tags", "Vienna", "border talks"]);
        let text = "list 1 of 2\nWhat is the border dispute about?\nend of list\nThe envoys left on Monday.";
        assert_eq!(
            marked(detect, text),
            ["list 1 of 2", "What is the border dispute about?", "end of list"]
        );
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
