"""The labels of every head, and how gold spans become labels of word pieces."""

from bisect import bisect_left, bisect_right

ROLES = ["source", "cue", "content"]
# Types of GUM; what is none of the first five is an object.
ENTITIES = ["person", "organization", "place", "event", "abstract", "object"]
# CoreNLP's four classes, silver: they teach the encoder names, the product does not read them.
SILVER = ["PERSON", "ORGANIZATION", "LOCATION", "MISC"]
IGNORE = -100


def bio(kinds):
    """Tags of `kinds`: O, then B and I of each."""
    return ["O"] + [f"{at}-{kind}" for kind in kinds for at in "BI"]


ROLE_TAGS, ENTITY_TAGS, SILVER_TAGS = bio(ROLES), bio(ENTITIES), bio(SILVER)


def pieces_of(spans, starts, ends):
    """First and one past the last piece of each [start, end] in code points; None where none is."""
    out = []
    for start, end in spans:
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        out.append((first, last) if first < last else None)
    return out


def paint(tags, span, kind):
    """Writes the tags of one span of the `kind`-th kind."""
    first, end = span
    tags[first] = 1 + 2 * kind
    for i in range(first + 1, end):
        tags[i] = 2 + 2 * kind


def mend(tags):
    """Where a span was painted over in its middle, the rest of it begins anew."""
    for i, tag in enumerate(tags):
        if tag and tag % 2 == 0 and (i == 0 or tags[i - 1] not in (tag - 1, tag)):
            tags[i] = tag - 1


def spans_of(tags):
    """(kind, first, end) of every span of a sequence of BIO tags."""
    out, kind, first = [], None, 0
    for i, tag in enumerate([*tags, 0]):
        begins = tag % 2 == 1
        if kind is not None and (tag == 0 or begins or (tag - 1) // 2 != kind):
            out.append((kind, first, i))
            kind = None
        if begins or (tag and kind is None):
            kind, first = (tag - 1) // 2, i
    return out
