//! Captions that show themselves by a credit, a label or the words that only captions use.
//!
//! | what | example |
//! | --- | --- |
//! | a credit in parentheses at the end | `Envoys arrive. (Ann Example/Reuters)` |
//! | a credit at the end | `Envoys arrive. Photograph: Ann Example/AP` |
//! | a credit in front | `AFP/ANN EXAMPLE - Envoys arrive`, `PHOTO/MINISTRY - Envoys arrive` |
//! | a label | `Image copyright Reuters Image caption Envoys arrive` |
//! | the words of a caption | `FILE - In this Jan. 9 file photo …`, `(pictured, left)` |
//! | the number of a slide | `3/12 Envoys arrive`, `Hide Caption 3 of 12` |
//!
//! A bare agency in parentheses behind a full sentence is a tag behind a paragraph: the tag alone is
//! marked. In a text whose lines were run together, a caption ends where a sentence begins
//! ([`caption_end`]).

use super::agencies::agencies;
use super::page::{Line, MAX_WORDS, Page};
use crate::pattern::Pattern;
use rapporteur_core::{Noise, NoiseKind};

/// A caption has no more words; what is longer is the article with a caption run into it.
const MAX_CAPTION_WORDS: usize = 100;

/// From so many words on a line may be several that were run together.
const RUN_TOGETHER: usize = 60;

/// Lines that are captions as a whole.
static WHOLE: [&Pattern; 11] = [
    &PERSON_AT_END,
    &SEEN_IN,
    &FILE,
    &THIS_PHOTO,
    &AT_END,
    &SLASH,
    &IN_FRONT,
    &SLIDE,
    &HIDE,
    &LABEL,
    &POINTING,
];

static FILE: Pattern = Pattern::woken(
    &["FILE", "File"],
    r"^\W{0,2}(?:FILE|File) ?(?:PHOTO|IMAGE|PICTURE|photo|image|picture)? ?\)? ?[-–—:]|^\(?FILES?\)|^FILE (?:PHOTO|IMAGE)",
);
static THIS_PHOTO: Pattern = Pattern::woken(
    &["photo", "image", "picture", "grab", "creenshot", "still", "Still", "Grab"],
    r"^(?:In this|This|In an?|An?) (?:[\w.,’'-]+ ){0,6}?(?:(?:file|handout|combination|satellite|undated|archive) (?:photo|image|picture|photograph)|(?:photo|image|picture|photograph|frame grab|video grab|screen ?grab|screenshot|still)s?,? (?:taken|released|provided|issued|obtained|made available|supplied|posted|from (?:a )?video|distributed))\b|^(?:Grab|Still|Screen ?grab|Screenshot|Frame grab) from\b",
);
static SEEN_IN: Pattern = Pattern::woken(
    &["photo", "image", "picture", "still", "grab", "handout"],
    r"^[^.!?]*,? in (?:an?|this) (?:\w+ )?(?:photo|image|picture|photograph|video still|frame grab|handout)s? (?:obtained|taken|released|provided|issued|posted|made available|from)\b[^.!?]*\.?$",
);
static AT_END: Pattern = Pattern::woken(
    &["(", "hoto", "icture", "mage", "redit", "/", "Getty", "Foto"],
    concat!(
        r"(?:\((?:[^()]{0,30}\b)?(?:[Pp]hoto(?:graph)?s?|PHOTO|[Ii]mages?|[Pp]ictures?|[Pp]ic|[Cc]redit)\b[^()]{0,80}\)|\((?:[^()]{2,80}(?:/|via |, ?))",
        agencies!(),
        r"[^()]{0,40}\)|\(",
        agencies!(),
        r"/[^()]{1,60}\)|(?:Photograph|Photo|Photos|Picture|Pictures|Image|Credit|Photo credit|Image credit|Foto)(?: by|:| ©) ?[^.:()]{2,80}|[A-Z][\p{L}.’'-]+(?: [A-Z][\p{L}.’'-]+){0,3} ?/ ?",
        agencies!(),
        r"|\bGetty Images)(?: \((?:Associated Press|AP)\))?\.?$",
    ),
);
static SLASH: Pattern = Pattern::woken(
    &["/"],
    concat!(
        r"^(?:PHOTO|PHOTOS|FOTO|FOTOS|IMAGE|PICTURE|VIDEO|",
        agencies!(),
        r")\s?/\s?[\p{Lu}@][^\n]{0,60}?\s+[-–—]\s+\S",
    ),
);
static IN_FRONT: Pattern = Pattern::new(concat!(
    r"^(?:© ?)?(?:Twitter|Facebook|Instagram|YouTube|",
    agencies!(),
    r")(?: (?:-|•|/|\|) ?[A-Z][\p{L}]+| or licensors)? [\p{Lu}\d“‘(][^\n]*[^.!?”’:]$",
));
static SLIDE: Pattern = Pattern::woken(&["/"], r"^\d{1,3} ?/ ?\d{1,3}\.? [\p{Lu}\d“‘(].*[^.!?…”]$");
/// A credit to a person and an outlet: a caption, unless the line holds speech.
static PERSON_AT_END: Pattern = Pattern::woken(
    &["(", "["],
    r"^[^“”\x22]*[(\[](?:\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,3}|Photo|Image|PHOTO|[Pp]hoto provided) ?(?:/|by|to|from) ?[^()\[\]]{2,60}[)\]]\.?$",
);
static HIDE: Pattern = Pattern::woken(&[" Caption"], r"(?:Hide|Show) Caption(?: \d+ of \d+)?$");
static LABEL: Pattern = Pattern::new(
    r"^(?:Image copyright|Image source|Image caption|Media caption|Enlarge this image|toggle caption|Photo caption|Video caption|Facebook Twitter Pinterest|Caption:)\b",
);
static POINTING: Pattern = Pattern::woken(
    &[
        "(pictured",
        "(left",
        "(right",
        "(cent",
        "(above",
        "(below",
        "(back",
        "(front",
        "(L",
        "(From",
        "From left",
    ],
    r"^\((?:L-R|L to R|Left to right|From left)\b|^From left\b[^\n]*[^.]$|\((?:pictured|left|right|centre|center|above|below|back|front)\b[^()]{0,40}\)[^\n]*[^.!?”’\x22]$",
);

/// Stretches inside a line that are captions or credits by themselves.
static PHOTO_TAG: Pattern = Pattern::woken(
    &[
        "(Photo", "(photo", "(PHOTO", "(Image", "(image", "(Pic", "(pic", "(Video", "(video",
        "(Credit", "(credit",
    ],
    r"\((?:[Pp]hoto|PHOTO|[Ii]mage|[Pp]icture|[Pp]ic|[Vv]ideo|[Cc]redit)s?(?: by|:) ?[^()]{1,80}\)",
);
static AGENCY_TAG: Pattern = Pattern::woken(
    &[" ("],
    concat!(r"[.!?”’\x22] \((?:", agencies!(), r"(?:, |/| and )?){1,3}\)$",),
);
static SHARED: Pattern = Pattern::woken(
    &["Facebook Twitter Pinterest"],
    r"Facebook Twitter Pinterest .{0,400}? Photograph: [^.]{2,60}?(?:/(?:Getty Images|[A-Z]{2,6}|[A-Z][a-z]+)|$)",
);
static IMAGE_CREDIT: Pattern = Pattern::woken(
    &[" Credit "],
    r"\b(?:Image|Photo) [\p{Lu}“].{10,900}? Credit [\p{L}.’'@ -]{3,60}(?:(?:/|, via | for )[^.]{2,60})?$",
);
static COPYRIGHT_LABEL: Pattern = Pattern::woken(
    &["Image copyright", "Image source"],
    r"\bImage (?:copyright|source) (?:Getty Images|[\p{Lu}@][\p{L}\d_.@]*(?:[ /][\p{Lu}@][\p{L}\d_.@]*){0,3}?)(?: Image caption\b|$)",
);
static CAPTION_LABEL: Pattern =
    Pattern::woken(&["Image caption", "Media caption"], r"\b(?:Image|Media) caption\b");
static TOGGLE: Pattern = Pattern::woken(
    &["Enlarge this image"],
    concat!(
        r"\bEnlarge this image toggle caption(?: [\p{L}.’' -]{3,60}? ?/ ?",
        agencies!(),
        r"(?:/Getty Images)?){0,2}",
    ),
);
static NUMBERED: Pattern = Pattern::new(concat!(r"\b", agencies!(), r" \d{1,2} \p{Lu}"));

pub(super) fn detect(page: &Page<'_>, found: &mut Vec<Noise>) {
    for line in &page.lines {
        if let Some(hit) = IMAGE_CREDIT.find(line.text) {
            found.push(line.part(hit.start(), hit.end(), NoiseKind::Caption));
        } else if is_caption(line) {
            found.push(line.whole(NoiseKind::Caption));
        } else {
            inside(line, found);
        }
    }
}

fn is_caption(line: &Line<'_>) -> bool {
    if line.words < 3 || is_byline(line.text) || line.is_post() {
        return false;
    }
    if line.words > MAX_CAPTION_WORDS {
        return line.words < MAX_WORDS && HIDE.is_match(line.text);
    }
    WHOLE.iter().any(|pattern| pattern.is_match(line.text))
}

/// "By Ann Example, AP Diplomatic Writer" credits a text, and stays.
fn is_byline(text: &str) -> bool {
    static BYLINE: Pattern = Pattern::new(
        r"^(?:By|BY|Von|Par|Por) \p{Lu}|\b(?:Writer|Correspondent|Reporter|Editor|Staff)\b.{0,40}$|^\S+ \| Updated",
    );
    text.len() < 160 && BYLINE.is_match(text)
}

/// Captions and credits run into a paragraph.
fn inside(line: &Line<'_>, found: &mut Vec<Noise>) {
    for pattern in [&PHOTO_TAG, &SHARED, &COPYRIGHT_LABEL, &TOGGLE] {
        for hit in pattern.find_iter(line.text) {
            found.push(line.part(hit.start(), hit.end(), NoiseKind::Caption));
        }
    }
    if let Some(tag) = AGENCY_TAG.find(line.text) {
        found.push(line.part(tag.start() + 1, tag.end(), NoiseKind::Credit));
    }
    for hit in CAPTION_LABEL.find_iter(line.text) {
        let end = caption_end(line.text, hit.end()).unwrap_or(hit.end());
        found.push(line.part(hit.start(), end, NoiseKind::Caption));
    }
    if line.words < RUN_TOGETHER {
        return;
    }
    for hit in NUMBERED.find_iter(line.text) {
        if let Some(end) = caption_end(line.text, hit.end()) {
            found.push(line.part(hit.start(), end, NoiseKind::Caption));
        }
    }
}

/// Words that begin a sentence when they have a capital and stand behind a small letter.
const OPENERS: &[&str] = &[
    "A",
    "According",
    "After",
    "Although",
    "An",
    "And",
    "As",
    "At",
    "Before",
    "But",
    "By",
    "During",
    "Earlier",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "However",
    "If",
    "In",
    "It",
    "Its",
    "Meanwhile",
    "On",
    "One",
    "She",
    "Since",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "To",
    "Two",
    "We",
    "What",
    "When",
    "While",
    "With",
    "You",
];

/// Where a caption that is run into a paragraph ends, from byte `from` on: before the next label or
/// credit, or before a word that begins a sentence, where no full stop stands between. `None`
/// where neither comes within a caption's length: then nobody can tell.
fn caption_end(text: &str, from: usize) -> Option<usize> {
    static NEXT: Pattern = Pattern::new(concat!(
        r"^(?:Image copyright|Image caption|Media caption|Media playback|",
        agencies!(),
        r" \d{1,2} \p{Lu})",
    ));
    const MAX: usize = 45;
    let rest = text.get(from..)?;
    let mut before = "";
    let mut at = from;
    for (number, piece) in rest.split_inclusive(' ').enumerate().take(MAX) {
        let word = piece.trim();
        if number > 2 && !before.is_empty() {
            if before.ends_with(['.', '!', '?', ':']) {
                return None;
            }
            let comma = before.ends_with([',', '-', '–', '—', ';']);
            let quote = before.ends_with(['"', '”', '’', '\'']);
            let opener = OPENERS.contains(&word.trim_end_matches(',')) || opens_speech(word);
            let person = matches!(word, "Mr" | "Mrs" | "Ms" | "Mr." | "Mrs." | "Ms.")
                && before.starts_with(char::is_uppercase);
            if !comma && (opener && !quote || person) || NEXT.is_match(text.get(at..)?) {
                return Some(at);
            }
        }
        before = word;
        at += piece.len();
    }
    (at >= text.len()).then_some(text.len())
}

/// Whether a word opens a quotation that is a sentence of its own.
fn opens_speech(word: &str) -> bool {
    let mut chars = word.chars();
    matches!(chars.next(), Some('"' | '“')) && chars.next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noise::tests::marked;
    use crate::pattern::all_compile;

    #[test]
    fn patterns_are_well_formed() {
        assert!(all_compile(&WHOLE));
        assert!(all_compile(&[
            &PHOTO_TAG,
            &AGENCY_TAG,
            &SHARED,
            &IMAGE_CREDIT,
            &COPYRIGHT_LABEL,
            &CAPTION_LABEL,
            &TOGGLE,
            &NUMBERED,
        ]));
    }

    #[test]
    fn lines_with_a_credit_are_captions() {
        for line in [
            "Envoys arrive at the town hall. (Ann Example/Reuters)",
            "Envoys arrive at the town hall. An official waved. (Ann Example/Pool via AP)",
            "Envoys arrive at the town hall (Photo: Ministry)",
            "Envoys arrive at the town hall. Photograph: Ann Example/AP",
            "PHOTO/MINISTRY - Envoys arrive",
            "AFP/ANN EXAMPLE - Envoys arrive",
            "Reuters Envoys arrive at the town hall",
            "Getty - Contributor Envoys arrive at the town hall",
            "FILE - In this Jan. 9, 2022 file photo envoys arrive.",
            "This photo released by the ministry shows envoys arriving.",
            "3/12 Envoys arrive",
            "Envoys arrive at the town hall. [Photo/Agencies]",
            "Envoys arrive at the town hall. (Ann Example/The Example)",
            "Image copyright Reuters Image caption Envoys arrive",
            "Ann Example (left) with envoys of both states",
        ] {
            assert_eq!(marked(detect, line), [line]);
        }
    }

    #[test]
    fn paragraphs_and_bylines_are_not() {
        for line in [
            "Reuters reported on Monday that the envoys had left.",
            "By Ann Example, AP Diplomatic Writer",
            "BRUSSELS (Reuters) - Envoys left on Monday.",
            "AP Diplomatic Writer",
            "About 3/4 of the envoys (left alone) agreed.",
            "“We left,” the envoy told AFP.",
        ] {
            assert!(marked(detect, line).is_empty(), "{line}");
        }
    }

    #[test]
    fn a_tag_behind_a_paragraph_leaves_the_paragraph() {
        assert_eq!(marked(detect, "The envoys left on Monday. (Reuters)"), ["(Reuters)"]);
    }

    #[test]
    fn captions_inside_a_paragraph_end_where_a_sentence_begins() {
        let text = "The talks ended. Image caption Envoys leave the town hall The mayor was pleased. More talks follow.";
        assert_eq!(marked(detect, text), ["Image caption Envoys leave the town hall"]);
        let text = "People called for help. (Photo: Ministry) One man was hurt.";
        assert_eq!(marked(detect, text), ["(Photo: Ministry)"]);
    }
}
