//! The inflected forms of English verbs and nouns, from their base forms.

/// How a word form stands to its base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// "demand"
    Base,
    /// "demands", verb or plural
    S,
    /// "demanded", past or participle; for irregular verbs the past alone where it differs
    Past,
    /// "taken", where it differs from the past
    Participle,
    /// "demanding"
    Ing,
}

/// The forms of a verb. The base comes first.
pub(crate) fn verb(base: &str) -> Vec<(String, Form)> {
    let mut out =
        vec![(base.to_owned(), Form::Base), (with_s(base), Form::S), (with_ing(base), Form::Ing)];
    match IRREGULAR.binary_search_by_key(&base, |(b, _, _)| b) {
        Ok(at) => {
            let (_, past, participle) = IRREGULAR[at];
            out.push((past.to_owned(), Form::Past));
            if participle != past {
                out.push((participle.to_owned(), Form::Participle));
            }
        }
        Err(_) => out.push((with_ed(base), Form::Past)),
    }
    out
}

/// A noun and its plural.
pub(crate) fn noun(base: &str) -> [(String, Form); 2] {
    [(base.to_owned(), Form::Base), (with_s(base), Form::S)]
}

fn with_s(base: &str) -> String {
    match base.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ies"),
        _ if ["s", "x", "z", "ch", "sh"].iter().any(|e| base.ends_with(e)) => {
            format!("{base}es")
        }
        _ if base == "go" || base == "veto" => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

fn with_ed(base: &str) -> String {
    match base.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ied"),
        _ if base.ends_with('e') => format!("{base}d"),
        _ => format!("{}ed", doubled(base)),
    }
}

fn with_ing(base: &str) -> String {
    if let Some(stem) = base.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    match base.strip_suffix('e') {
        Some(stem) if !base.ends_with("ee") && stem.len() > 1 => format!("{stem}ing"),
        _ => format!("{}ing", doubled(base)),
    }
}

/// The base with its last consonant doubled where spelling asks for it ("stop", "expel").
fn doubled(base: &str) -> String {
    let tail: Vec<char> = base.chars().rev().take(3).collect();
    let short = matches!(tail[..], [c, v, b] if is_consonant(c) && !matches!(c, 'w' | 'x' | 'y')
        && is_vowel(v) && is_consonant(b));
    let groups = base.split(|c: char| !is_vowel(c)).filter(|g| !g.is_empty()).count();
    match tail.first() {
        Some(last) if short && (groups == 1 || STRESSED_END.contains(&base)) => {
            format!("{base}{last}")
        }
        _ => base.to_owned(),
    }
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.chars().next_back().is_some_and(is_vowel)
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

const fn is_consonant(c: char) -> bool {
    c.is_ascii_lowercase() && !is_vowel(c)
}

/// Verbs of more syllables with the stress on the last, and those that British spelling doubles.
const STRESSED_END: &[&str] = &[
    "abet", "abhor", "acquit", "admit", "cancel", "commit", "compel", "confer", "control", "defer",
    "deter", "equip", "expel", "forbid", "occur", "patrol", "permit", "prefer", "rebel", "rebut",
    "refer", "regret", "repel", "submit", "transfer", "transmit",
];

/// Base, past, participle; sorted by base.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("arise", "arose", "arisen"),
    ("beat", "beat", "beaten"),
    ("become", "became", "become"),
    ("begin", "began", "begun"),
    ("beseech", "beseeched", "besought"),
    ("blow", "blew", "blown"),
    ("break", "broke", "broken"),
    ("bring", "brought", "brought"),
    ("build", "built", "built"),
    ("burn", "burned", "burnt"),
    ("buy", "bought", "bought"),
    ("cast", "cast", "cast"),
    ("catch", "caught", "caught"),
    ("choose", "chose", "chosen"),
    ("come", "came", "come"),
    ("cut", "cut", "cut"),
    ("deal", "dealt", "dealt"),
    ("draw", "drew", "drawn"),
    ("drive", "drove", "driven"),
    ("fall", "fell", "fallen"),
    ("feed", "fed", "fed"),
    ("fight", "fought", "fought"),
    ("find", "found", "found"),
    ("fly", "flew", "flown"),
    ("forbid", "forbade", "forbidden"),
    ("forgive", "forgave", "forgiven"),
    ("freeze", "froze", "frozen"),
    ("get", "got", "gotten"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("have", "had", "had"),
    ("hit", "hit", "hit"),
    ("hold", "held", "held"),
    ("keep", "kept", "kept"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("leave", "left", "left"),
    ("let", "let", "let"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("meet", "met", "met"),
    ("override", "overrode", "overridden"),
    ("overrun", "overran", "overrun"),
    ("overtake", "overtook", "overtaken"),
    ("overthrow", "overthrew", "overthrown"),
    ("pay", "paid", "paid"),
    ("plead", "pleaded", "pled"),
    ("put", "put", "put"),
    ("quit", "quit", "quit"),
    ("read", "read", "read"),
    ("recast", "recast", "recast"),
    ("retake", "retook", "retaken"),
    ("rise", "rose", "risen"),
    ("run", "ran", "run"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("seek", "sought", "sought"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("shoot", "shot", "shot"),
    ("shut", "shut", "shut"),
    ("sit", "sat", "sat"),
    ("speak", "spoke", "spoken"),
    ("stand", "stood", "stood"),
    ("strike", "struck", "stricken"),
    ("swear", "swore", "sworn"),
    ("take", "took", "taken"),
    ("tell", "told", "told"),
    ("throw", "threw", "thrown"),
    ("undertake", "undertook", "undertaken"),
    ("upbraid", "upbraided", "upbraided"),
    ("uphold", "upheld", "upheld"),
    ("win", "won", "won"),
    ("withdraw", "withdrew", "withdrawn"),
    ("withhold", "withheld", "withheld"),
    ("write", "wrote", "written"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(base: &str) -> Vec<String> {
        verb(base).into_iter().map(|(form, _)| form).collect()
    }

    #[test]
    fn verbs_are_inflected() {
        for (base, expected) in [
            ("demand", "demand demands demanding demanded"),
            ("deny", "deny denies denying denied"),
            ("expel", "expel expels expelling expelled"),
            ("stop", "stop stops stopping stopped"),
            ("offer", "offer offers offering offered"),
            ("urge", "urge urges urging urged"),
            ("veto", "veto vetoes vetoing vetoed"),
            ("seek", "seek seeks seeking sought"),
            ("withdraw", "withdraw withdraws withdrawing withdrew withdrawn"),
            ("free", "free frees freeing freed"),
            ("die", "die dies dying died"),
        ] {
            assert_eq!(forms(base).join(" "), expected);
        }
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(IRREGULAR.is_sorted_by_key(|(base, _, _)| *base));
    }
}
