//! Text of audio and video players and of picture galleries.

use super::page::Page;
use crate::pattern::Pattern;
use rapporteur_core::{Noise, NoiseKind};

/// Stretches that belong to a player wherever they stand.
static INSIDE: [&Pattern; 5] = [&JUST_WATCHED, &PLAYBACK, &LOADING, &SLIDESHOW, &LISTEN];

static JUST_WATCHED: Pattern = Pattern::woken(
    &["JUST WATCHED"],
    r"JUST WATCHED .{0,200}?Replay(?: More Videos)?(?: ?\.\.\.)?(?: MUST WATCH.{0,200}?(?:\d{1,2}:\d{2}|$))?",
);
static PLAYBACK: Pattern = Pattern::woken(
    &[
        "edia playback",
        "edia Playback",
        "his video",
        "his audio",
        "avascript",
        "avaScript",
        "rowser",
    ],
    r"(?i)media playback is (?:un|not )supported on (?:your|this) device|this video (?:is restricted|can ?not be played|is not available)[^.]{0,60}\.?|to (?:view|play|watch) this (?:video|audio),? please enable javascript[^.]{0,160}\.?|your browser does not support[^.]{0,60}\.?|javascript (?:is|must be) (?:disabled|enabled|required)[^.]{0,60}\.?",
);
static LOADING: Pattern = Pattern::woken(
    &["ideo Loading", "ideo loading", "kip Ad", "kip ad", "x Embed", "x embed"],
    r"(?i)\bvideo loading(?: video unavailable)?(?: click to play)?(?: tap to play)?(?: the video will (?:start|auto-play) (?:in \d+|soon))?(?: \d+)?(?: cancel)?(?: play now)?|\bskip ad(?: ad loading\.{0,3})?|\b(?:skip in skip )?x embed(?: x share)?(?: close)?\b",
);
static SLIDESHOW: Pattern = Pattern::woken(
    &["Play slideshow"],
    r"(?:\b\p{Lu}[^.!?]{0,120}\b(?:in pictures|gallery)\b[^.!?]{0,200}[.!?] )?\bPlay slideshow\b(?:.{0,60}?\d{1,3} of \d{1,3}(?: [^.!?]{0,300}[.!?]?$)?)?",
);
static LISTEN: Pattern = Pattern::woken(
    &["isten to", "o listen", "o Listen"],
    r"(?i)\b(?:press|click|tap) play to listen(?: to this (?:article|story))?|\blisten to (?:this|the) (?:article|story)\b(?: \d+ min)?",
);

/// Whole lines.
static LINE: Pattern = Pattern::new(
    r"(?i)^(?:scroll down for (?:the )?video|video|audio|play(?: video| audio)?|(?:watch|listen)(?: (?:now|live|here|above|below|the video.*|more))?|live ?stream|(?:up next|now playing)\b.*|duration:? \d+:\d\d|video ?\d{1,2}:\d\d|(?:\d{1,2}:)+\d\d (?:\d{1,2}:)+\d\d(?: (?:\d{1,2}:)+\d\d)*|\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?|gallery|prev(?:ious)?|next|close|replay|photos?: .*\d+ of \d+|\d{1,3} (?:of|/) \d{1,3}|(?:video|audio) (?:player|by|courtesy|credit)\b.*)[.:]?$",
);

pub(super) fn detect(page: &Page<'_>, found: &mut Vec<Noise>) {
    for line in &page.lines {
        if line.words <= 20 && LINE.is_match(line.text) {
            found.push(line.whole(NoiseKind::Player));
            continue;
        }
        for pattern in INSIDE {
            for hit in pattern.find_iter(line.text) {
                found.push(line.part(hit.start(), hit.end(), NoiseKind::Player));
            }
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
        assert!(all_compile(&INSIDE));
        assert!(all_compile(&[&LINE]));
    }

    #[test]
    fn players_are_noise() {
        for line in [
            "Press play to listen to this article",
            "Scroll down for video",
            "02:13",
            "JUST WATCHED Envoys: a timeline Replay More Videos ... MUST WATCH Envoys: a timeline 01:26",
            "Media playback is unsupported on your device",
        ] {
            assert_eq!(marked(detect, line), [line]);
        }
    }

    #[test]
    fn sentences_that_speak_of_listening_stay() {
        for line in
            ["Listen to your citizens, the envoy said.", "Next, the envoys will meet the mayor."]
        {
            assert!(marked(detect, line).is_empty(), "{line}");
        }
    }
}
