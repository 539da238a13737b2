"""Writes crates/encoder/tests/fixtures/pieces.{txt,json}: a small vocabulary, and texts with the
pieces that Hugging Face's tokenizers gives them with it.

    python training/pieces_fixture.py VOCAB.TXT

The vocabulary is a part of BERT's: its special pieces, one character each, and what the texts need.
"""

import json
import sys
from pathlib import Path

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

TEXTS = [
    "The minister's spokesperson said: “We won't comment.”",
    "Gruschko, Grushko and GRUSHKO met at 09:30 in Genève; Ångström, naïve, Łódź, İzmir, STRASSE/straße.",
    "e\u0301 is not e, n\u0303o\u0302 neither; \u0301 alone is nothing.",
    "soft\u00adhyphen, zero\u200bwidth, \ufeffmark, no\u00a0break, next\u0085line, tab\tline\r\nend\u2028.",
    "東京都 and 北京, ひらがな カタカナ, 한국어 서울; 𠀀𠮟 ﷺ 豈",
    "Вена, Αθήνα ΟΔΟΣ, תל אביב, القاهرة, हिन्दी, ภาษาไทย",
    "a_b $5.20 +3% #tag @name 1,000,000 <b>§ 5</b> … — – ‘x’ «y» „z“ ¿qué? ;",
    "[CLS] [SEP] [UNK] [MASK] ##ing",
    "x" * 100 + " " + "x" * 101 + " " + "é" * 101 + "!",
    "unaffordableness counterdemonstrators Verteidigungsministerium pseudopseudohypoparathyroidism",
    "😀 smile🙂d \ue000private \ufffd replaced \x00nul \x1b[0m ½ ﬁ Ⅳ ² ™ ℡ Å",
    "",
    " \n\t ",
    "....!!!???",
]


def tokenizer(pieces: list[str]) -> Tokenizer:
    ids = {piece: line for line, piece in enumerate(pieces)}
    made = Tokenizer(models.WordPiece(ids, unk_token="[UNK]", max_input_chars_per_word=100))
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made


def main() -> None:
    everything = Path(sys.argv[1]).read_text("utf-8").splitlines()
    whole = tokenizer(everything)
    needed = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}
    needed |= {
        piece for piece in everything if len(piece.removeprefix("##")) == 1 and piece.isascii()
    }
    for text in TEXTS:
        needed |= set(whole.encode(text, add_special_tokens=False).tokens)
    part = [piece for piece in everything if piece in needed]
    small = tokenizer(part)
    cases = []
    for text in TEXTS:
        found = small.encode(text, add_special_tokens=False)
        cases.append(
            {"text": text, "pieces": [[i, *span] for i, span in zip(found.ids, found.offsets)]}
        )
    folder = Path(__file__).parent.parent / "crates/encoder/tests/fixtures"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pieces.txt").write_text("\n".join(part) + "\n", "utf-8")
    rows = ",\n".join(json.dumps(case) for case in cases)
    (folder / "pieces.json").write_text(f"[\n{rows}\n]\n", "utf-8")


if __name__ == "__main__":
    main()
