"""From the heads' scores to attributions and names, as the product does it in Rust."""

import numpy as np
import torch

from .labels import ENTITIES, ROLES, spans_of
from .model import means, running

BLANK = -1e4


def gap(a, b):
    """Pieces from span a to span b of (row, first, end): negative before, 0 where they meet."""
    before = b[None, :, 2] <= a[:, None, 1]
    after = b[None, :, 1] >= a[:, None, 2]
    back, on = b[None, :, 2] - a[:, None, 1] - 1, b[None, :, 1] - a[:, None, 2] + 1
    return torch.where(before, back, torch.where(after, on, torch.zeros_like(on)))


def linked(link, sums, a, b, paragraphs):
    """Scores of each a against none and each b; b in other windows than a are ruled out."""
    score = link(
        means(sums, a),
        means(sums, b),
        gap(a, b),
        paragraphs[b[None, :, 0], b[None, :, 1]] - paragraphs[a[:, None, 0], a[:, None, 1]],
    )
    apart = a[:, None, 0] != b[None, :, 0]
    return torch.cat([score[:, :1], score[:, 1:].masked_fill(apart, BLANK)], dim=1)


def tags(crf, emissions, text):
    emissions = emissions.clone()
    emissions[~text] = BLANK
    emissions[~text, 0] = 0.0
    return crf.decode(emissions.numpy())


def choose(link, sums, row, spans, others, paragraphs):
    """For each span the best of the others, or None."""
    if not spans or not others:
        return [None] * len(spans)
    a = torch.tensor([(row, *s) for s in spans])
    b = torch.tensor([(row, *s) for s in others])
    best = linked(link, sums, a, b, paragraphs).argmax(1)
    return [None if i == 0 else int(i) - 1 for i in best]


def attributions(model, hidden, sums, row, window, paragraphs):
    """Attributions of one window: spans of positions by role."""
    text = torch.tensor([i >= 0 for i in window.index])
    found = spans_of(tags(model.roles_crf, model.roles(hidden[row, : len(text)]), text))
    by_role = [[(s, e) for k, s, e in found if k == kind] for kind in range(len(ROLES))]
    sources, cues, contents = by_role
    cue_of = choose(model.cue, sums, row, contents, cues, paragraphs)
    source_of = choose(model.source, sums, row, cues, sources, paragraphs)
    out = []
    for number, cue in enumerate(cues):
        content = [c for c, chosen in zip(contents, cue_of) if chosen == number]
        if content:
            source = source_of[number]
            out.append(
                {
                    "source": [] if source is None else [sources[source]],
                    "cue": [cue],
                    "content": content,
                }
            )
    for content, chosen in zip(contents, cue_of):
        if chosen is None:
            out.append({"source": [], "cue": [], "content": [content]})
    return out


def names(model, hidden, row, window):
    """(kind, first, end) of outer and inner names."""
    text = torch.tensor([i >= 0 for i in window.index])
    h = hidden[row, : len(text)]
    outer = spans_of(tags(model.entities_crf, model.entities(h), text))
    inner = spans_of(tags(model.nested_crf, model.nested(h), text))
    held = [s for s in inner if any(o[1] <= s[1] and s[2] <= o[2] and o[1:] != s[1:] for o in outer)]
    return outer + held


def to_text(window, span):
    """[start, end] in code points of a span of positions."""
    first, last = window.index[span[0]], window.index[span[1] - 1]
    return [window.document.spans[first][0], window.document.spans[last][1]]


@torch.no_grad()
def read(model, batches, collate):
    """Attributions and names of every document: {id: (attributions, names)}."""
    model.eval()
    out = {}
    for batch in batches:
        ids, features, valid, paragraphs = collate(batch)
        hidden = model(ids, features, valid)
        sums = running(hidden)
        for row, window in enumerate(batch):
            found, named = out.setdefault(window.document.id, ([], []))
            for a in attributions(model, hidden, sums, row, window, paragraphs):
                found.append({r: [to_text(window, s) for s in a[r]] for r in a})
            for kind, *span in names(model, hidden, row, window):
                start, end = to_text(window, span)
                named.append(
                    {"start": start, "end": end, "type": ENTITIES[kind], "named": True}
                )
    return out
