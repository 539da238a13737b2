"""Articles as pieces with their labels, cut into windows."""

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path

from .labels import ENTITIES, IGNORE, ROLES, SILVER, mend, paint, pieces_of

CLS, SEP = 101, 102


@dataclass
class Document:
    """One article: pieces, features, paragraphs, and whatever gold it has."""

    id: str
    pieces: list
    spans: list
    features: list
    paragraphs: list
    roles: list = None
    # Of attributions: (content spans, cue span, source span) in pieces; None where there is none.
    links: list = field(default_factory=list)
    entities: list = None
    nested: list = None
    silver: list = None
    # For coreference: (first piece, one past the head, chain), in the order of the text.
    mentions: list = None


def read_pieces(path):
    for line in open(path):
        record = json.loads(line)
        features = [record["features"][name] for name in ("case", "quote", "place")]
        yield Document(
            record["id"], record["pieces"], record["spans"], features, record["paragraphs"]
        )


def edges(document):
    return [s for s, _ in document.spans], [e for _, e in document.spans]


def attributions(pieces, gold, silver=None):
    """PolNeAR: roles and links; CoreNLP's names where `silver` is given."""
    gold = {record["id"]: record for record in map(json.loads, open(gold))}
    names = {}
    if silver is not None:
        with gzip.open(silver, "rt") as lines:
            names = {record["id"]: record for record in map(json.loads, lines)}
    for document in read_pieces(pieces):
        starts, ends = edges(document)
        document.roles = [0] * len(starts)
        record = gold[document.id]
        # The scorer has content give way to source and source to cue where they meet.
        for role in ("content", "source", "cue"):
            for attribution in record["attributions"]:
                for span in filter(None, pieces_of(attribution[role], starts, ends)):
                    paint(document.roles, span, ROLES.index(role))
        mend(document.roles)
        for attribution in record["attributions"]:
            content, cue, source = (
                [s for s in pieces_of(attribution[r], starts, ends) if s]
                for r in ("content", "cue", "source")
            )
            document.links.append((content, cue[0] if cue else None, source[0] if source else None))
        if document.id in names:
            document.silver = silver_names(names[document.id], starts, ends)
        yield document


def silver_names(record, starts, ends):
    tags = [0] * len(starts)
    for sentence in record["sents"]:
        first = 0
        labels = [*sentence["ner"], "O"]
        for i in range(1, len(labels)):
            if labels[i] != labels[first]:
                if labels[first] in SILVER:
                    span = (sentence["b"][first], sentence["e"][i - 1])
                    for span in filter(None, pieces_of([span], starts, ends)):
                        paint(tags, span, SILVER.index(labels[first]))
                first = i
    return tags


def entities(pieces, gold):
    """GUM: names, outer and inner, and coreference."""
    gold = {record["id"]: record for record in map(json.loads, open(gold))}
    for document in read_pieces(pieces):
        starts, ends = edges(document)
        document.entities, document.nested = [0] * len(starts), [0] * len(starts)
        document.mentions = []
        names, seen = set(), set()
        for entity in gold[document.id]["entities"]:
            kind = entity["type"] if entity["type"] in ENTITIES else "object"
            if entity["named"]:
                names.add((entity["name"][0], -entity["name"][1], ENTITIES.index(kind)))
            if entity["type"] != "time":
                (span,) = pieces_of([(entity["start"], entity["head"][1])], starts, ends)
                if span and span not in seen:
                    seen.add(span)
                    document.mentions.append((*span, entity["coref"]))
        document.mentions.sort()
        outer = inner = 0
        for start, end, kind in sorted(names):
            (span,) = pieces_of([(start, -end)], starts, ends)
            if span is None:
                continue
            if start >= outer:
                paint(document.entities, span, kind)
                outer = -end
            elif start >= inner and -end <= outer:
                paint(document.nested, span, kind)
                inner = -end
        mend(document.entities)
        mend(document.nested)
        yield document


@dataclass
class Window:
    """What one forward pass reads: [CLS] paragraph [SEP] paragraph [SEP] …"""

    document: Document
    # For each position the piece of the document, or -1.
    index: list
    ids: list
    features: list
    paragraph: list


def windows(document, size, first=None):
    """The windows of a document: whole paragraphs as they fit; the first may be made smaller."""
    out, rows = [], []
    room, used = first or size, 1
    for number, (start, end) in enumerate(document.paragraphs):
        while start < end:
            if rows and used + (end - start) + 1 > room:
                out.append(window(document, rows))
                rows, room, used = [], size, 1
            take = min(end - start, size - 2)
            rows.append((number, start, start + take))
            used += take + 1
            start += take
    if rows:
        out.append(window(document, rows))
    return out


def window(document, rows):
    index, ids, paragraph = [-1], [CLS], [-1]
    for number, start, end in rows:
        index += [*range(start, end), -1]
        ids += [*document.pieces[start:end], SEP]
        paragraph += [number] * (end - start + 1)
    features = [[0 if i < 0 else values[i] for i in index] for values in document.features]
    return Window(document, index, ids, features, paragraph)


def labels(window, tags):
    """The labels of a window's positions; those of no text are ignored."""
    if tags is None:
        return [IGNORE] * len(window.index)
    return [IGNORE if i < 0 else tags[i] for i in window.index]


def shuffled(documents, size, rng, copies):
    """One pass: every document cut anew at a random place, `copies(document)` times, shuffled."""
    out = []
    for document in documents:
        for _ in range(copies(document)):
            out += windows(document, size, rng.randrange(size // 4, size + 1))
    rng.shuffle(out)
    return out


def batches(windows_, tokens, rng):
    """Batches of at most `tokens` positions, windows of like length together, in random order."""
    out = []
    for first in range(0, len(windows_), 256):
        batch = []
        for w in sorted(windows_[first : first + 256], key=lambda w: len(w.ids)):
            if batch and (len(batch) + 1) * len(w.ids) > tokens:
                out.append(batch)
                batch = []
            batch.append(w)
        out.append(batch)
    rng.shuffle(out)
    return out


def load(root, pieces):
    """All training documents, and the dev documents by task."""
    root, pieces = Path(root), Path(pieces)
    polnear, gum = root / "attribution", root / "entities"
    train = list(
        attributions(
            pieces / "attribution.train.jsonl",
            polnear / "train.jsonl",
            polnear / "corenlp_train.jsonl.gz",
        )
    )
    for name in ("train", "train.sharealike", "train.nc"):
        train += entities(pieces / f"entities.{name}.jsonl", gum / f"{name}.jsonl")
    dev = {
        "attribution": list(attributions(pieces / "attribution.dev.jsonl", polnear / "dev.jsonl")),
        "entities": list(entities(pieces / "entities.dev.jsonl", gum / "dev.jsonl")),
    }
    return train, dev
