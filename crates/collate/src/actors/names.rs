//! When two names may be one: spellings, transliterations, short forms, initials.

use rapporteur_core::{Span, words};

/// The folded words of a name, articles, honorifics and marks of companies left out; "III" behind a
/// full name as well, not the number that tells one king from another.
pub(super) fn parts(name: &str) -> Vec<String> {
    let mut out: Vec<String> = words::words(name, Span::new(0, name.len()))
        .into_iter()
        .map(|w| w.folded)
        .filter(|w| !IGNORED.contains(&w.as_str()))
        .collect();
    if out.len() > 2 && out.last().is_some_and(|w| matches!(w.as_str(), "ii" | "iii" | "iv")) {
        out.pop();
    }
    out
}

const IGNORED: &[&str] = &[
    "the", "mr", "mrs", "ms", "dr", "sir", "inc", "corp", "ltd", "plc", "gmbh", "llc", "jr", "sr",
];

/// Names of fewer letters than this, romanised alike, are too often two names ("Chan" and "Han").
const LONG_ENOUGH: usize = 6;

/// A spelling-blind form: what the romanisations of one name exchange falls together.
///
/// The exchanges are those between the tables in use for Russian and Ukrainian: BGN/PCGN of English
/// papers, ISO 9, the German transcription of the Duden, the French one, and Ukraine's own of 2010. Every
/// name loses doubled letters and the differences of sh and sch, y, j and i, v and w, ck and k, ks and x,
/// ph and f, ou and u, ä and ae. Names long enough ([`LONG_ENOUGH`]) lose as well those of kh, ch, h and
/// g, of s, z and ts, and of -ev and -ow.
pub(super) fn skeleton(folded: &str) -> String {
    let fine = fine_skeleton(folded);
    let coarse = folded_together(&fine, COARSE, |c| match c {
        'č' | 'g' => 'h',
        's' => 'z',
        other => other,
    });
    if coarse.chars().count() < LONG_ENOUGH {
        return fine;
    }
    match coarse.strip_suffix("ev") {
        Some(stem) => format!("{stem}ov"),
        None => coarse,
    }
}

/// The part of [`skeleton`] that holds for names of any length.
pub(super) fn fine_skeleton(folded: &str) -> String {
    folded_together(folded, FINE, |c| match c {
        'y' | 'j' => 'i',
        'w' => 'v',
        'q' | 'c' => 'k',
        other => other,
    })
}

fn folded_together(word: &str, classes: &[(&str, &str)], letter: fn(char) -> char) -> String {
    // "al-Sabah" and "Sabah".
    let word = word.strip_prefix("al-").or_else(|| word.strip_prefix("el-")).unwrap_or(word);
    let mut s = word.replace(['-', '\'', '.'], "");
    for (from, to) in classes {
        if s.contains(from) {
            s = s.replace(from, to);
        }
    }
    let mut out = String::with_capacity(s.len());
    for c in s.chars().map(letter) {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    // "-iy", "-yy", "-ei", "-ey": all fell to one letter but the vowel before it.
    if let Some(stem) = out.strip_suffix("ei").filter(|stem| stem.len() > 2) {
        return format!("{stem}i");
    }
    out
}

/// Longest first; applied in this order.
const FINE: &[(&str, &str)] = &[
    ("schtsch", "š"),
    ("chtch", "š"),
    ("shch", "š"),
    ("tsch", "č"),
    ("sch", "š"),
    ("tch", "č"),
    ("sh", "š"),
    ("cz", "č"),
    ("zh", "z"),
    ("kh", "h"),
    ("ch", "č"),
    ("ph", "f"),
    ("ck", "k"),
    ("ks", "x"),
    ("ou", "u"),
    ("oe", "o"),
    ("ae", "a"),
    ("ue", "u"),
    ("tz", "z"),
    ("ff", "v"),
];
const COARSE: &[(&str, &str)] = &[("ts", "z")];

/// Whether two surnames may be one name spelled in two ways.
pub(super) fn surnames_agree(a: &str, b: &str) -> bool {
    a == b || skeleton(a) == skeleton(b)
}

/// Whether two full names differ by a slip in the surname alone: "Johnson" and "Johnston" are two
/// families, unless the given names are the same, letter by letter but for their romanisation.
pub(super) fn surname_slips(a: &[String], b: &[String]) -> bool {
    let (Some(given_a), Some(last_a), Some(given_b), Some(last_b)) =
        (a.first(), a.last(), b.first(), b.last())
    else {
        return false;
    };
    let (x, y) = (skeleton(last_a), skeleton(last_b));
    given_a.chars().count() > 1
        && skeleton(given_a) == skeleton(given_b)
        && x.chars().count() >= LONG_ENOUGH
        && y.chars().count() >= LONG_ENOUGH
        && near(&x, &y)
}

/// Whether two full names are two spellings of one that every part shows: transliterations and hearsay
/// change the vowels, b and v, sh and ch, kamp and kampf, ben and bin, but keep the consonants.
///
/// With equal given names one exchange of b and v is enough. Otherwise the surname must be long and
/// be spelled differently too: relatives share its spelling, "Mario" and "Maria" are two people.
pub(super) fn respelled(a: &[String], b: &[String]) -> bool {
    let (Some((given_a, rest_a)), Some((given_b, rest_b))) = (a.split_first(), b.split_first())
    else {
        return false;
    };
    let (rest_a, rest_b) = (fine_skeleton(&rest_a.concat()), fine_skeleton(&rest_b.concat()));
    if rest_a == rest_b || rest_a.is_empty() || rest_b.is_empty() {
        return false;
    }
    if given_same(given_a, given_b) && rest_a.replace('b', "v") == rest_b.replace('b', "v") {
        return true;
    }
    let same = |a: &str, b: &str, least: usize| {
        let (a, b) = (consonants(a), consonants(b));
        a == b && a.chars().count() >= least
    };
    same(&rest_a, &rest_b, 6) && same(&fine_skeleton(given_a), &fine_skeleton(given_b), 2)
}

/// The consonants of a skeleton, those that spellings of one name exchange as one letter.
fn consonants(skeleton: &str) -> String {
    let mut out = String::with_capacity(skeleton.len());
    for c in skeleton.replace("pf", "p").chars() {
        let c = match c {
            'a' | 'e' | 'i' | 'o' | 'u' if out.is_empty() => 'a',
            'a' | 'e' | 'i' | 'o' | 'u' => continue,
            'b' => 'v',
            'č' => 'š',
            other => other,
        };
        out.push(c);
    }
    out
}

/// Whether two given names are two spellings of one: the same romanised, or one letter apart in a long
/// name that does not end as a man's and a woman's do ("Daniel", "Daniela"; "Marcelo", "Marcela").
pub(super) fn given_same(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (x, y) = (skeleton(a), skeleton(b));
    let ending = |s: &str| s.chars().next_back().filter(|c| matches!(c, 'a' | 'e' | 'o'));
    x == y
        || x.chars().count() >= LONG_ENOUGH
            && y.chars().count() >= LONG_ENOUGH
            && ending(&x) == ending(&y)
            && near(&x, &y)
}

/// Whether one given name may stand for the other: an initial, a beginning, a short form. Such a
/// form may stand for several names, so it joins only where one bearer is left.
pub(super) fn given_stands_for(a: &str, b: &str) -> bool {
    let initial = |s: &str, of: &str| s.chars().count() == 1 && of.starts_with(s);
    // "Dan" for Daniel, not Daniel for Daniela.
    let beginning = |s: &str, of: &str| {
        s.chars().count() >= 3
            && of.strip_prefix(s).is_some_and(|rest| !matches!(rest, "a" | "e" | "o"))
    };
    initial(a, b)
        || initial(b, a)
        || beginning(a, b)
        || beginning(b, a)
        || SHORT_FORMS.iter().any(|group| group.contains(&a) && group.contains(&b))
}

/// Given names with their short forms in English and their spellings in Arabic; general knowledge.
const SHORT_FORMS: &[&[&str]] = &[
    &["anthony", "tony"],
    &["andrew", "andy", "drew"],
    &["catherine", "katherine", "kathryn", "kate", "kathy", "cathy"],
    &["charles", "chuck", "charlie"],
    &["christopher", "chris"],
    &["daniel", "dan", "danny"],
    &["david", "dave"],
    &["deborah", "debbie"],
    &["donald", "don"],
    &["edward", "ed", "eddie", "ted", "ned"],
    &["elizabeth", "liz", "beth", "betty"],
    &["francis", "frank"],
    &["henry", "harry", "hank"],
    &["james", "jim", "jimmy", "jamie"],
    &["john", "jack", "johnny"],
    &["joseph", "joe"],
    &["lawrence", "larry"],
    &["margaret", "maggie", "peggy"],
    &["michael", "mike", "mick"],
    &["patricia", "pat", "patty"],
    &["patrick", "pat", "paddy"],
    &["richard", "rick", "dick", "rich"],
    &["robert", "bob", "rob", "bobby"],
    &["stephen", "steven", "steve"],
    &["susan", "sue"],
    &["theodore", "ted", "theo"],
    &["thomas", "tom", "tommy"],
    &["timothy", "tim"],
    &["vladimir", "volodymyr"],
    &["alexander", "oleksandr", "sasha"],
    &["mohammed", "mohamed", "mohammad", "muhammad", "muhammed", "mohamad"],
    &["ahmed", "ahmad"],
    &["hussein", "hussain", "husain", "hossein"],
    &["yusuf", "yousuf", "yousef", "yusef", "youssef"],
    &["abdullah", "abdallah"],
    &["william", "bill", "will", "billy"],
];

/// Whether one letter put in, left out, exchanged or two swapped turn one into the other.
fn near(a: &str, b: &str) -> bool {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let (a, b) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if b.len() - a.len() > 1 {
        return false;
    }
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let back = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take(a.len() - front)
        .take_while(|(x, y)| x == y)
        .count();
    let (rest_a, rest_b) = (a.len() - front - back, b.len() - front - back);
    let swapped = rest_a == 2
        && rest_b == 2
        && a.get(front) == b.get(front + 1)
        && a.get(front + 1) == b.get(front);
    rest_a <= 1 && rest_b <= 1 || swapped
}

/// The initials of a name of several words: "British Transport Police" gives "btp".
pub(super) fn initials(parts: &[String]) -> Option<String> {
    let content: Vec<&String> = parts.iter().filter(|w| !words::is_function_word(w)).collect();
    (content.len() >= 3).then(|| content.iter().filter_map(|w| w.chars().next()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn romanisations_of_one_surname_meet() {
        for (a, b) in [
            ("grushko", "gruschko"),
            ("zelensky", "zelenskyy"),
            ("zelensky", "selenskyj"),
            ("zelenskiy", "zelenskii"),
            ("lavrov", "lawrow"),
            ("gromyko", "gromiko"),
            ("shevchenko", "schewtschenko"),
            ("wyshinsky", "vishinski"),
            ("lugansk", "luhansk"),
            ("zhivkov", "zivkov"),
            ("khodzha", "hodzha"),
            ("gorbachev", "gorbatschow"),
            ("khrushchev", "chruschtschow"),
            ("khodorkovsky", "chodorkowski"),
            ("kuznetsov", "kusnezow"),
            ("medvedev", "medwedew"),
            ("tchaikovsky", "tschaikowski"),
            ("yanukovych", "janukowitsch"),
            ("poroshenko", "poroschenko"),
            ("shoigu", "schoigu"),
            ("smirnov", "smirnoff"),
            ("muller", "mueller"),
            ("al-sabah", "sabah"),
        ] {
            assert!(surnames_agree(a, b), "{a} {b}: {} {}", skeleton(a), skeleton(b));
        }
    }

    #[test]
    fn two_surnames_stay_two() {
        for (a, b) in [
            ("johnson", "johnston"),
            ("martin", "marten"),
            ("hansen", "hanson"),
            ("petersen", "pedersen"),
            ("miller", "keller"),
            ("hill", "mill"),
            ("chan", "han"),
            ("koch", "koh"),
            ("zander", "sanders"),
            ("meyer", "mayor"),
            ("ivanov", "ivanova"),
        ] {
            assert!(!surnames_agree(a, b), "{a} {b}: {} {}", skeleton(a), skeleton(b));
        }
        let full = |name: &str| parts(name);
        assert!(surname_slips(&full("Peter Johnson"), &full("Peter Johnston")));
        for (a, b) in [
            ("Peter Johnson", "P. Johnston"),
            ("Peter Johnson", "Petra Johnston"),
            ("Jan Hansen", "Jon Hanson"),
        ] {
            assert!(!surname_slips(&full(a), &full(b)), "{a} {b}");
        }
    }

    #[test]
    fn a_king_keeps_his_number() {
        assert_eq!(parts("Elizabeth II"), ["elizabeth", "ii"]);
        assert_eq!(parts("Robert S. Mueller III"), ["robert", "s", "mueller"]);
    }

    #[test]
    fn names_heard_in_another_language_meet() {
        let full = |name: &str| parts(name);
        for (a, b) in [
            ("Rosa Valera", "Rosa Balera"),
            ("Joost Wolfenkamp", "Just Wolfenkampf"),
            ("Said Benchaqroun", "Said Bin Shekrun"),
        ] {
            assert!(respelled(&full(a), &full(b)), "{a} {b}");
        }
        for (a, b) in [
            ("Maria Hernandez", "Mario Hernandez"),
            ("Maria Hernandez", "Mario Fernandez"),
            ("John Martin", "John Morton"),
            ("John Patterson", "John Peterson"),
        ] {
            assert!(!respelled(&full(a), &full(b)), "{a} {b}");
        }
    }

    #[test]
    fn given_names_meet_by_spelling_initial_and_short_form() {
        for (a, b) in [("sergei", "sergey"), ("dmitri", "dmitry"), ("aleksandr", "alexander")] {
            assert!(given_same(a, b), "{a} {b}");
        }
        for (a, b) in [("j", "james"), ("jim", "james"), ("alex", "alexander")] {
            assert!(given_stands_for(a, b) && !given_same(a, b), "{a} {b}");
        }
        for (a, b) in
            [("john", "james"), ("maria", "marta"), ("daniel", "daniela"), ("marcelo", "marcela")]
        {
            assert!(!given_same(a, b) && !given_stands_for(a, b), "{a} {b}");
        }
    }
}
