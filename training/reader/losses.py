"""What each head is to learn from a batch of windows."""

import torch
from torch.nn import functional as F

from .data import labels
from .decode import BLANK, linked
from .labels import IGNORE
from .model import running

# A head's loss is a mean over positions (tags) or over spans (links).
WEIGHTS = {
    "roles": 1.0,
    "entities": 1.0,
    "nested": 0.5,
    "silver": 0.5,
    "cue": 0.2,
    "source": 0.2,
    "antecedent": 0.2,
}
# How often a gold span is hidden from the links, so that they learn to say "none of these".
HIDE = 0.1


def collate(batch):
    """ids, features, valid positions and paragraph numbers of windows, padded."""
    length = max(len(w.ids) for w in batch)

    def padded(rows, fill):
        return torch.tensor([[*row, *[fill] * (length - len(row))] for row in rows])

    ids = padded([w.ids for w in batch], 0)
    valid = torch.zeros(len(batch), length, dtype=torch.bool)
    for row, w in enumerate(batch):
        valid[row, : len(w.ids)] = True
    count = len(batch[0].features)
    features = [padded([w.features[k] for w in batch], 0) for k in range(count)]
    return ids, features, valid, padded([w.paragraph for w in batch], -1)


def tagged(batch, name, length):
    rows = [labels(w, getattr(w.document, name)) for w in batch]
    return torch.tensor([[*row, *[IGNORE] * (length - len(row))] for row in rows])


def links(batch, rng):
    """Spans and targets of the two links: contents to cues, cues to sources."""
    contents, cues, sources = [], [], []
    to_cue, to_source = [], []
    for row, w in enumerate(batch):
        position = {piece: at for at, piece in enumerate(w.index) if piece >= 0}

        def place(span):
            if span is None or span[0] not in position or span[1] - 1 not in position:
                return None
            return (row, position[span[0]], position[span[1] - 1] + 1)

        own_cues, own_sources = {}, {}

        def number(span, own, all_):
            at = place(span)
            if at is None or at in own:
                return own.get(at)
            own[at] = None if rng.random() < HIDE else len(all_)
            if own[at] is not None:
                all_.append(at)
            return own[at]

        for content, cue, source in w.document.links:
            at, known = place(cue), number(cue, own_cues, cues)
            for piece in filter(None, map(place, content)):
                contents.append(piece)
                to_cue.append(known)
            if at is not None and known is not None and known == len(to_source):
                to_source.append(number(source, own_sources, sources))
    return (contents, cues, to_cue), (cues, sources, to_source)


def link_loss(link, sums, spans, paragraphs):
    a, b, targets = spans
    if not a or not b:
        return None
    score = linked(link, sums, torch.tensor(a), torch.tensor(b), paragraphs)
    gold = torch.tensor([0 if t is None else t + 1 for t in targets])
    return F.cross_entropy(score, gold)


def antecedent_loss(link, sums, batch, paragraphs):
    """Marginal likelihood of all right antecedents (Lee et al. 2017), on gold mentions."""
    spans, chains = [], []
    for row, w in enumerate(batch):
        position = {piece: at for at, piece in enumerate(w.index) if piece >= 0}
        for first, end, chain in w.document.mentions or ():
            if first in position and end - 1 in position:
                spans.append((row, position[first], position[end - 1] + 1))
                chains.append((row, chain))
    if not spans:
        return None
    index = {c: i for i, c in enumerate(dict.fromkeys(chains))}
    chain = torch.tensor([index[c] for c in chains])
    spans = torch.tensor(spans)
    order = torch.arange(len(chain))
    earlier = order[None, :] < order[:, None]
    score = linked(link, sums, spans, spans, paragraphs)
    score = torch.cat([score[:, :1], score[:, 1:].masked_fill(~earlier, BLANK)], dim=1)
    right = (chain[None, :] == chain[:, None]) & earlier
    right = torch.cat([~right.any(1, keepdim=True), right], dim=1)
    return (score.logsumexp(1) - score.masked_fill(~right, BLANK).logsumexp(1)).mean()


def all_losses(model, batch, rng, autocast):
    """The loss of each head that this batch teaches, by name."""
    ids, features, valid, paragraphs = collate(batch)
    with autocast():
        hidden = model(ids, features, valid)
    hidden = hidden.float()
    length, out = ids.shape[1], {}
    for name, crf in (
        ("roles", model.roles_crf),
        ("entities", model.entities_crf),
        ("nested", model.nested_crf),
    ):
        gold = tagged(batch, name, length)
        rows = (gold != IGNORE).any(1)
        if rows.any():
            out[name] = crf.loss(getattr(model, name)(hidden[rows]), gold[rows])
    gold = tagged(batch, "silver", length)
    if (gold != IGNORE).any():
        out["silver"] = F.cross_entropy(
            model.silver(hidden).flatten(0, 1), gold.flatten(), ignore_index=IGNORE
        )
    sums = running(hidden)
    to_cue, to_source = links(batch, rng)
    found = {
        "cue": link_loss(model.cue, sums, to_cue, paragraphs),
        "source": link_loss(model.source, sums, to_source, paragraphs),
        "antecedent": antecedent_loss(model.antecedent, sums, batch, paragraphs),
    }
    return out | {name: loss for name, loss in found.items() if loss is not None}
