//! Where a clause, an infinitive or an object ends.

use super::super::class::Class;
use super::super::lexicon::{Form, Frames};
use super::super::token::Paragraph;
use super::REACH;
use super::adjunct::{ends_here, is_dash, is_occasion, skip_adjuncts};
use super::nominal::subject_left;
use super::verb::{is_finite, verb_form};

fn is_attributing_participle(p: &Paragraph, at: usize) -> bool {
    let mut at = at;
    while p.get(at).is_some_and(|t| t.class == Class::Adverb) {
        at += 1;
    }
    verb_form(p, at) == Some(Form::Ing) && p.get(at).and_then(|t| t.attributing()).is_some()
}

/// A finite attributing verb at `at`, adverbs and auxiliaries before it allowed.
fn is_attributing_verb(p: &Paragraph, at: usize) -> bool {
    let mut at = at;
    while p.get(at).is_some_and(|t| matches!(t.class, Class::Adverb | Class::Auxiliary)) {
        at += 1;
    }
    matches!(verb_form(p, at), Some(Form::Past | Form::Third))
        && p.get(at)
            .and_then(|t| t.attributing())
            .is_some_and(|(_, v)| !v.frames.has(Frames::MIND) && !v.frames.has(Frames::FINDING))
}

/// Whether "X said" stands at `at` and nothing but adjuncts comes after it.
fn is_trailing_attribution(p: &Paragraph, at: usize) -> bool {
    let ceiling = p.sentence_of(at).end;
    let verb = (at + 1..ceiling.min(at + 30)).find(|i| is_finite(p, *i));
    verb.is_some_and(|v| {
        let head = (v..ceiling.min(v + 4)).find(|i| {
            !p.get(*i).is_some_and(|t| matches!(t.class, Class::Auxiliary | Class::Adverb))
        });
        head.is_some_and(|h| {
            p.get(h)
                .and_then(|t| t.attributing())
                .is_some_and(|(_, verb)| verb.frames.has(Frames::QUOTATION))
                && matches!(verb_form(p, h), Some(Form::Past | Form::Third | Form::Base))
                && subject_left(p, v).is_some_and(|s| s.start == at)
                && ends_here(p, skip_adjuncts(p, h + 1))
        })
    })
}

/// Up to where text that begins at `start` may reach: its sentence, and its quotation where both
/// `start` and the cue at `cue` stand inside the same.
fn ceiling(p: &Paragraph, start: usize, cue: usize) -> usize {
    let mut end = p.sentence_of(start).end.min(start + REACH);
    if let (Some(a), Some(b)) =
        (p.get(start).and_then(|t| t.quote), p.get(cue).and_then(|t| t.quote))
        && a == b
        && let Some(quote) = p.quotes.get(a)
    {
        end = end.min(quote.range.end);
    }
    end
}

/// Whether the verb at `cue` stands in a relative clause or is a participle, so that the verb of the
/// main clause is still to come: "the groups, who claim to speak for it, have …".
fn is_in_relative(p: &Paragraph, cue: usize) -> bool {
    let group = (0..=cue).rev().take(6).find(|i| {
        p.before(*i).is_none_or(|t| {
            !matches!(t.class, Class::Auxiliary | Class::Adverb | Class::Not | Class::Modal)
        })
    });
    let relative = group.and_then(|g| p.before(g)).is_some_and(|t| t.class == Class::Relative);
    relative || verb_form(p, cue) == Some(Form::Ing)
}

/// "while the others …", "even though …": the writer sets something against what was said.
fn is_concession(p: &Paragraph, at: usize) -> bool {
    let at = at + usize::from(p.get(at).is_some_and(|t| t.is("even")));
    p.get(at)
        .is_some_and(|t| matches!(t.lower.as_str(), "while" | "though" | "although" | "whereas"))
}

/// Where the clause that begins at `start`, governed by the verb at `cue`, ends.
pub(in super::super) fn clause_end(p: &Paragraph, start: usize, cue: usize) -> usize {
    let ceiling = ceiling(p, start, cue);
    let home = p.get(cue).and_then(|t| t.quote);
    let reduced = is_in_relative(p, cue);
    let mut at = start + 1;
    while at < ceiling {
        let Some(token) = p.get(at) else { break };
        // Words inside a quotation that the clause has entered do not end it.
        if let Some(quote) = token.quote.filter(|q| Some(*q) != home)
            && let Some(quote) = p.quotes.get(quote)
        {
            at = quote.range.end.max(at + 1);
            continue;
        }
        if home.is_some() && token.quote.is_none() {
            break;
        }
        let stops = match token.class {
            Class::Mark if token.is_mark(&[";"]) => true,
            Class::Mark if token.is_mark(&[","]) => {
                let next = at + 1;
                is_attributing_participle(p, next)
                    || p.get(next).is_some_and(|t| t.is("according"))
                    || p.get(next).is_some_and(|t| matches!(t.class, Class::And | Class::But))
                        && is_attributing_verb(p, next + 1)
                    || is_concession(p, next)
                    || reduced
                        && is_finite(p, next)
                        && p.get(next).is_some_and(|t| t.quote.is_none())
                    || is_trailing_attribution(p, next)
            }
            // A dash that no second one closes: the writer adds something.
            Class::Mark if is_dash(p, at) => {
                !(at + 1..ceiling).any(|i| is_dash(p, i)) && home.is_none()
            }
            Class::And | Class::But => is_attributing_verb(p, at + 1),
            Class::Word => {
                token.is("according") && p.get(at + 1).is_some_and(|t| t.class == Class::To)
            }
            _ => false,
        };
        if stops {
            return at;
        }
        at += 1;
    }
    ceiling
}

/// Where the noun phrase or verb phrase that begins at `start` ends: earlier than a clause, at the
/// first comma that opens no list, at a subordinate clause, at the next coordinated verb.
pub(in super::super) fn object_end(p: &Paragraph, start: usize, cue: usize) -> usize {
    let clause = clause_end(p, start, cue);
    let home = p.get(cue).and_then(|t| t.quote);
    let mut at = start + 1;
    while at < clause {
        let Some(token) = p.get(at) else { break };
        if let Some(quote) = token.quote.filter(|q| Some(*q) != home)
            && let Some(quote) = p.quotes.get(quote)
        {
            at = quote.range.end.max(at + 1);
            continue;
        }
        let next = p.get(at + 1);
        let stops = match token.class {
            Class::Mark if token.is_mark(&[","]) => !goes_on_after_comma(p, at, clause),
            Class::Mark => {
                token.is_mark(&[";", ":"])
                    || is_dash(p, at)
                        && !next.is_some_and(|n| {
                            matches!(
                                n.lower.as_str(),
                                "including" | "such" | "specifically" | "especially"
                            )
                        })
            }
            Class::Subordinator => !matches!(token.lower.as_str(), "as" | "than" | "if"),
            Class::Wh => token.is("when"),
            Class::Preposition => {
                is_occasion(p, at)
                    || matches!(token.lower.as_str(), "during" | "amid")
                    || token.is("on") && next.is_some_and(|n| n.class == Class::Day)
            }
            Class::Day => {
                !token.possessive && !p.before(at).is_some_and(|b| b.class == Class::VerbLike)
            }
            Class::And | Class::But => {
                let infinitive = p.get(at + 1).is_some_and(|n| n.has_form(&[Form::Base]))
                    && (start..at).any(|i| p.get(i).is_some_and(|t| t.class == Class::To));
                next.is_some_and(|n| n.class == Class::Pronoun)
                    || !infinitive
                        && is_finite(p, at + 1)
                        && !p.get(at + 1).is_some_and(|n| n.class == Class::VerbLike)
            }
            _ => false,
        };
        if stops {
            return at;
        }
        at += 1;
    }
    clause
}

/// A comma inside a list ("tanks, guns and ships") or before "including", "such as", "not".
fn goes_on_after_comma(p: &Paragraph, comma: usize, ceiling: usize) -> bool {
    let Some(next) = p.get(comma + 1) else {
        return false;
    };
    if matches!(
        next.lower.as_str(),
        "including" | "such" | "not" | "or" | "especially" | "particularly"
    ) {
        return true;
    }
    if next.class == Class::And {
        return !is_finite(p, comma + 2)
            && !p.get(comma + 2).is_some_and(|t| t.class == Class::Pronoun);
    }
    let item = next.is_nominal() || matches!(next.class, Class::Determiner | Class::Possessive);
    if !item || verb_form(p, comma + 1).is_some() {
        return false;
    }
    let end = (comma + 1..ceiling)
        .take(12)
        .find(|i| p.get(*i).is_some_and(|t| t.class == Class::And || is_finite(p, *i)));
    end.is_some_and(|i| p.get(i).is_some_and(|t| t.class == Class::And))
}
