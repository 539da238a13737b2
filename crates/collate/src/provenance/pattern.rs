//! The patterns, each with what it shows.

use rapporteur_core::words::words;
use rapporteur_core::{AnnotatedArticle, NoiseKind, ProvenanceKind, Span};
use regex::Regex;
use std::sync::LazyLock;

/// One place where a pattern fits.
pub(super) struct Find {
    pub(super) kind: ProvenanceKind,
    /// The words that say so.
    pub(super) evidence: Span,
    /// The intermediary.
    pub(super) via: Span,
    /// What it covers.
    pub(super) scope: Span,
    /// Whether hardly anything but an outlet fits the pattern.
    pub(super) sure: bool,
    /// Whether the words beside it say that it is an outlet.
    pub(super) described: bool,
}

/// A pattern over a sentence. Its group `via` is the intermediary, its group `what`, where it
/// takes part, a noun that says "outlet".
struct Pattern {
    kind: ProvenanceKind,
    sure: bool,
    regex: Regex,
}

/// A proper name: words with a capital, small words only between them.
const NAME: &str = r"(?P<via>(?:[Tt]he\s+)?\p{Lu}[\p{L}\p{N}&’'-]*(?:\.[\p{L}\p{N}&’'-]+)*(?:\s+(?:(?:of|de|la|le|el|al|and|&)\s+)?\p{Lu}[\p{L}\p{N}&’'-]*(?:\.[\p{L}\p{N}&’'-]+)*){0,4})";

/// Nouns that say "outlet", with what may stand before them.
const OUTLET: &str = r"(?P<what>(?:the\s+|an?\s+)?(?:[\p{L}’'-]+\s+){0,3}?(?:news\s+agency|newswire|wire\s+service|newspaper|daily|weekly|magazine|tabloid|broadcaster|broadcasting\s+\w+|news\s+(?:site|website|outlet|channel|portal|service|network|program(?:me)?)|tv\s+(?:channel|station|network)|television(?:\s+(?:channel|station|network))?|radio(?:\s+station)?|(?:TV|Television)\s+(?:channel|station|network))\s+)";

/// The same nouns after the name.
const AFTER: &str = r"(?P<after>(?:[’']s)?\s+(?:state\s+)?(?:news\s+agency|newswire|newspaper|daily|weekly|magazine|broadcaster|radio|television|news\s+(?:site|website|outlet|channel|network)|TV\s+channel))";

fn pattern(kind: ProvenanceKind, sure: bool, before: &str, after: &str) -> Option<Pattern> {
    let regex = Regex::new(&format!("{before}(?:{OUTLET})?{NAME}(?:{AFTER})?{after}")).ok()?;
    Some(Pattern { kind, sure, regex })
}

/// Patterns of one sentence. `sure` is what only an outlet fits even where no noun says so.
static IN_SENTENCE: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    use ProvenanceKind::{AccordingTo, Told};
    [
        // "told Reuters", "told the BBC on Monday"
        pattern(Told, false, r"\b(?:told|tells|telling)\s+", ""),
        // "in an interview with El País", "speaking to Sky News"
        pattern(
            Told,
            false,
            r"\b(?:interview(?:ed)?\s+(?:with|by|to|for)|interview\s+(?:published|broadcast|aired)\s+(?:in|by|on)|speaking\s+to|spoke\s+to|talking\s+to)\s+",
            "",
        ),
        // "according to Interfax"
        pattern(AccordingTo, false, r"\b(?:[Aa]ccording\s+to|as\s+per)\s+", ""),
        // "citing Yonhap", "reported by", "published by the state news agency RIA Novosti"
        pattern(
            AccordingTo,
            false,
            r"\b(?:citing|quoting|(?:as\s+)?(?:reported|quoted|cited|carried|published|released|aired|obtained|first\s+reported)\s+(?:by|in|on))\s+",
            "",
        ),
        // "Yonhap reported that", "the Guardian reports"
        pattern(
            AccordingTo,
            true,
            "",
            r",?\s+(?:(?:has|had|have|also|first|earlier|later)\s+)*(?:reported|reports)\b(?:\s+(?:that|on|earlier|late|[Mm]on|[Tt]ue|[Ww]ed|[Tt]hu|[Ff]ri|[Ss]at|[Ss]un)|[,.:;]|$)",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
});

/// "PARIS (AFP) —", "(Reuters) -" at the beginning of a paragraph, "BERLIN, March 3 (dpa) -".
static DATELINE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?P<all>[\p{L}\p{N} .,/’'-]{0,60}\((?P<via>[\p{L}][\p{L} .&]{1,24})\))\s*(?:[-–—:]|--)\s")
        .ok()
});

/// A line that is a credit: "Source: dpa", "With agencies", "AFP contributed to this report".
static CREDIT: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"^\s*[\[(]?(?:(?i:sources?|agency|via)\s*:\s*)(?P<via>[\p{L}][\p{L}\p{N} .&’'-]{1,40})[\])]?\s*$",
        r"^\s*[\[(–—-]?\s*(?:(?i:with\s+(?:input|inputs|reporting|material|additional\s+reporting|files?)\s+(?:from|by)|with)\s+)(?P<via>\p{Lu}[\p{L}\p{N} .&’'-]{1,40}|(?:news\s+)?(?:agencies|wires))[\])]?\.?\s*$",
        r"(?P<via>\p{Lu}[\p{L}\p{N}&’'-]*(?:\.[\p{L}\p{N}&’'-]+)*(?:\s+\p{Lu}[\p{L}\p{N}&’'-]*(?:\.[\p{L}\p{N}&’'-]+)*){0,3})\s+(?:also\s+)?contributed\s+to\s+this\s+(?:report|article|story)",
        r"(?i:(?:this\s+(?:article|story|report)\s+)?(?:was\s+)?(?:first|originally)\s+(?:published|appeared)\s+(?:in|on|by|at)\s+)(?P<via>(?:[Tt]he\s+)?\p{Lu}[\p{L}\p{N}&’'-]*(?:\.[\p{L}\p{N}&’'-]+)*(?:\s+\p{Lu}[\p{L}\p{N}&’'-]*(?:\.[\p{L}\p{N}&’'-]+)*){0,3})",
    ]
    .into_iter()
    .filter_map(|r| Regex::new(r).ok())
    .collect()
});

/// The way in which words became public.
static CHANNEL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x)
        \b(?:in|at|during|on|via|through|by)\s+
        (?:(?:an?|the|his|her|their|its|this|that|another|\p{Lu}[\p{L}’'-]*)\s+)?
        (?:(?:[\p{L}-]+|\p{Lu}[\p{L}’'-]*)\s+){0,2}?
        (?P<via>press\s+(?:conference|briefing|release|statement)|news\s+(?:conference|briefing)
          |briefing|statement|communiqu[eé]|interview|tweets?|twitter|facebook|telegram|instagram|youtube|weibo|social\s+media
          |blog(?:\s+post)?|video\s+message|televised\s+(?:address|speech)|speech|address|letter|memo|e-?mail|hearing|testimony
          |state\s+(?:television|media|tv|radio))\b
        |\b(?:told|tells|telling)\s+(?P<press>reporters|journalists|the\s+press|the\s+media|a\s+news\s+conference|a\s+press\s+conference)\b",
    )
    .ok()
});

/// All places in `article` where a pattern fits.
pub(super) fn all(article: &AnnotatedArticle) -> Vec<Find> {
    let mut out = Vec::new();
    for sentence in &article.sentences {
        in_sentence(article, sentence.span, &mut out);
    }
    credits(article, &mut out);
    out
}

fn in_sentence(article: &AnnotatedArticle, sentence: Span, out: &mut Vec<Find>) {
    let text = article.words(sentence);
    let place =
        |m: regex::Match<'_>| Span::new(sentence.start() + m.start(), sentence.start() + m.end());
    for pattern in IN_SENTENCE.iter() {
        for fit in pattern.regex.captures_iter(text) {
            let (Some(all), Some(via)) = (fit.get(0), fit.name("via")) else {
                continue;
            };
            let described = fit.name("what").is_some() || fit.name("after").is_some();
            out.push(Find {
                kind: pattern.kind,
                evidence: place(all).trim(&article.article.text),
                via: place(via),
                scope: sentence,
                sure: pattern.sure || described,
                described,
            });
        }
    }
    for fit in CHANNEL.iter().flat_map(|r| r.captures_iter(text)) {
        let (Some(all), Some(via)) = (fit.get(0), fit.name("via").or(fit.name("press"))) else {
            continue;
        };
        let phrase = Span::new(place(all).start(), place(via).end());
        out.push(Find {
            kind: ProvenanceKind::Channel,
            evidence: from_last_preposition(&article.article.text, phrase, place(via)),
            via: place(via),
            scope: sentence,
            sure: true,
            described: true,
        });
    }
}

/// `phrase` from the last preposition before `via` on: "in a speech" of "on Russians in a speech".
fn from_last_preposition(text: &str, phrase: Span, via: Span) -> Span {
    words(text, Span::new(phrase.start(), via.start()))
        .iter()
        .rev()
        .find(|w| PREPOSITIONS.binary_search(&w.folded.as_str()).is_ok())
        .map_or(phrase, |w| Span::new(w.span.start(), phrase.end()))
}

/// What may stand before a channel. Sorted.
const PREPOSITIONS: &[&str] = &["at", "by", "during", "in", "on", "through", "via"];

/// Credit lines stand in noise as often as in the text, so that all lines are looked at; what is
/// said of a picture is left out.
fn credits(article: &AnnotatedArticle, out: &mut Vec<Find>) {
    /// A line longer than this is no credit line.
    const LONGEST: usize = 300;
    /// A dateline stands at the beginning of a line.
    const HEAD: usize = 200;
    let text = article.article.text.as_str();
    let whole = Span::new(0, text.len());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let from = start;
        start += line.len();
        let span = Span::new(from, from + line.len()).trim(text);
        if span.is_empty() || is_picture(article, span) {
            continue;
        }
        let line = article.words(span);
        let head = line.char_indices().nth(HEAD).map_or(line, |(end, _)| &line[..end]);
        let dateline = DATELINE.iter().filter_map(|r| r.captures(head));
        let credits =
            CREDIT.iter().filter(|_| line.len() <= LONGEST).filter_map(|r| r.captures(line));
        for fit in dateline.chain(credits) {
            let (Some(all), Some(via)) = (fit.name("all").or(fit.get(0)), fit.name("via")) else {
                continue;
            };
            let place =
                |m: regex::Match<'_>| Span::new(span.start() + m.start(), span.start() + m.end());
            out.push(Find {
                kind: ProvenanceKind::Credit,
                evidence: place(all),
                via: place(via),
                scope: whole,
                sure: true,
                described: true,
            });
        }
    }
}

fn is_picture(article: &AnnotatedArticle, line: Span) -> bool {
    let noise = &article.article.noise;
    let first = noise.partition_point(|n| n.span.end() <= line.start());
    noise.get(first).is_some_and(|n| n.span.overlaps(line) && n.kind == NoiseKind::Caption)
}

/// Whether a name is formed as outlets' names are in many countries: with a noun for a newspaper,
/// an agency or a broadcaster, or a host name.
pub(super) fn is_formed_like_an_outlet(words: &str) -> bool {
    static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"\b(?:News|Times|Post|Journal|Herald|Tribune|Gazette|Guardian|Telegraph|Courier|Chronicle|Observer|Examiner|Inquirer|Globe|Mail|Express|Mirror|Star|Sun|Daily|Weekly|Press|Agency|Agence|Presse|Agencia|Radio|TV|Television|Broadcasting|Magazine|Zeitung|Spiegel|Today|Review|Wire|Newswire)\b|\.(?:com|net|org|info|news|co\.\w\w|[a-z]{2})$",
        )
        .ok()
    });
    FORM.iter().any(|r| r.is_match(words))
}

/// Whether a name is that of a body to which people speak and which is no outlet: parliaments,
/// courts, assemblies; and of days, months and persons by their titles.
pub(super) fn is_no_outlet(words: &str) -> bool {
    static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?x)\b(?:Congress|Parliament|Senate|Senators?|House|Assembly|Duma|Bundestag|Knesset|Diet|Lawmakers|Representatives|Cabinet|Committee|Commission|Council|Court|Judge|Tribunal|Inquiry|Police|Department|Ministry|Minister|Office|Bureau|Administration|Government|President|Chancellor|Secretary|Mr|Mrs|Ms|Dr|Sir|Lord|Gen|Sen|Rep|Gov|King|Queen|Prince|Pope|God|Union|Party|University|Church
            |Americans?|Britons|Germans|Russians|Republicans|Democrats
            |Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday
            |January|February|March|April|May|June|July|August|September|October|November|December)\b
            |^(?:He|She|It|They|We|I|You|His|Her|Their|That|This|The|There|If|In|On|At|A|An|As|But|And|What|Which|Who)$",
        )
        .ok()
    });
    FORM.iter().any(|r| r.is_match(words))
}

/// The name of a channel: "press conference", "statement", "twitter".
pub(super) fn channel(words: &str) -> String {
    let folded = rapporteur_core::words::fold(words);
    let name = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.as_str() {
        "tweet" | "tweets" | "twitter" => "twitter".to_owned(),
        "news conference" | "press conference" | "a news conference" | "a press conference"
        | "reporters" | "journalists" | "the press" | "the media" | "press briefing"
        | "news briefing" | "briefing" => "press conference".to_owned(),
        "press statement" | "press release" | "statement" => "statement".to_owned(),
        _ => name,
    }
}
