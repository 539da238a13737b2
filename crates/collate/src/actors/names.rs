//! When two names may be one: spellings, transliterations, short forms, initials.

use rapporteur_core::{Span, words};

/// The folded words of a name, articles, honorifics and marks of companies left out.
pub(super) fn parts(name: &str) -> Vec<String> {
    words::words(name, Span::new(0, name.len()))
        .into_iter()
        .map(|w| w.folded)
        .filter(|w| !IGNORED.contains(&w.as_str()))
        .collect()
}

const IGNORED: &[&str] = &[
    "the", "mr", "mrs", "ms", "dr", "sir", "inc", "corp", "ltd", "plc", "gmbh", "llc", "jr", "sr",
    "ii", "iii",
];

/// A spelling-blind form: letters that transliterations of one name exchange fall together
/// (sh/sch/š, y/j/i, v/w, g/h of Russian and Ukrainian, kh/h, ou/u, x/ks, c/k), doubled letters count once.
pub(super) fn skeleton(folded: &str) -> String {
    let mut s = folded.replace(['-', '\'', '.'], "");
    for (from, to) in CLASSES {
        if s.contains(from) {
            s = s.replace(from, to);
        }
    }
    let mut out = String::with_capacity(s.len());
    for c in s.chars() {
        let c = match c {
            'y' | 'j' => 'i',
            'w' => 'v',
            'g' => 'h',
            'q' | 'c' => 'k',
            other => other,
        };
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
const CLASSES: &[(&str, &str)] = &[
    ("shch", "š"),
    ("tsch", "č"),
    ("sch", "š"),
    ("tch", "č"),
    ("sh", "š"),
    ("ch", "č"),
    ("cz", "č"),
    ("zh", "z"),
    ("kh", "h"),
    ("ph", "f"),
    ("ck", "k"),
    ("ks", "x"),
    ("ou", "u"),
    ("oe", "o"),
    ("ae", "a"),
    ("ue", "u"),
    ("tz", "z"),
    ("ts", "z"),
    ("ff", "v"),
];

/// Whether two surnames may be one name spelled in two ways.
pub(super) fn surnames_agree(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (a, b) = (skeleton(a), skeleton(b));
    a == b || a.chars().count() >= 6 && b.chars().count() >= 6 && near(&a, &b)
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
    let (rest_a, rest_b) = (skeleton(&rest_a.concat()), skeleton(&rest_b.concat()));
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
    same(&rest_a, &rest_b, 6) && same(&skeleton(given_a), &skeleton(given_b), 2)
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

/// Whether two given names are two spellings of one.
pub(super) fn given_same(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (x, y) = (skeleton(a), skeleton(b));
    x == y || x.chars().count() >= 6 && y.chars().count() >= 6 && near(&x, &y)
}

/// Whether one given name may stand for the other: an initial, a beginning, a short form. Such a
/// form may stand for several names, so it joins only where one bearer is left.
pub(super) fn given_stands_for(a: &str, b: &str) -> bool {
    let initial = |s: &str, of: &str| s.chars().count() == 1 && of.starts_with(s);
    let beginning = |s: &str, of: &str| s.chars().count() >= 3 && of.starts_with(s);
    initial(a, b)
        || initial(b, a)
        || beginning(a, b)
        || beginning(b, a)
        || SHORT_FORMS.iter().any(|group| group.contains(&a) && group.contains(&b))
}

/// Given names and their short forms in English; general knowledge.
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
    fn transliterations_meet() {
        for (a, b) in [
            ("gromyko", "gromiko"),
            ("shevchenko", "schewtschenko"),
            ("wyshinsky", "vishinski"),
            ("lugansk", "luhansk"),
            ("zhivkov", "zivkov"),
            ("khodzha", "hodzha"),
        ] {
            assert!(surnames_agree(a, b), "{a} {b}");
        }
        assert!(!surnames_agree("miller", "keller"));
        assert!(!surnames_agree("hill", "mill"));
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
        for (a, b) in [("john", "james"), ("maria", "marta")] {
            assert!(!given_same(a, b) && !given_stands_for(a, b), "{a} {b}");
        }
    }
}
