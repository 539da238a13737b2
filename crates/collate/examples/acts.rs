//! Reads the act of each JSON-free line of standard input: `ACT<TAB>source<TAB>target`.

use std::io::BufRead as _;

fn main() {
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let words = |span: Option<rapporteur_core::Span>| span.map_or("", |s| &line[s]).to_owned();
        match rapporteur_collate::acts::classify(&line) {
            Some(r) => println!(
                "{}\t{}\t{}\t{}",
                rapporteur_collate::acts::plover_name(r.act),
                words(r.source),
                words(r.target),
                &line[r.trigger]
            ),
            None => println!("\t\t\t"),
        }
    }
}
