"""Writes crates/encoder/tests/fixtures/{tiny,tiny-expected}.safetensors: a small model with random
weights, and what PyTorch gives with it (see `write_fixture` in export.py).

    python training/encoder_fixture.py
"""

from pathlib import Path

import torch

from export import write_fixture, write_model

HIDDEN, LAYERS, HEADS, WIDE, POSITIONS = 64, 2, 2, 144, 80
FEATURES = (5, 3)
VOCAB = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    *"abcdefghijklmnopqrstuvwxyz",
    *(f"##{c}" for c in "abcdefghijklmnopqrstuvwxyz"),
    "said",
    "the",
    ",",
    ".",
]


def main() -> None:
    torch.set_num_threads(1)
    made = torch.Generator().manual_seed(20)

    def draw(*shape, size=1.0):
        return torch.randn(*shape, generator=made) * size

    tensors = {
        "embeddings.word": draw(len(VOCAB), HIDDEN),
        "embeddings.position": draw(POSITIONS, HIDDEN, size=0.3),
        "embeddings.type": draw(HIDDEN, size=0.1),
        "head.roles.weight": draw(7, HIDDEN, size=0.2),
        "head.roles.bias": draw(7, size=0.2),
        "head.link.weight": draw(40, HIDDEN, size=0.2),
        "head.threshold": draw(3),
    }
    for k, rows in enumerate(FEATURES):
        tensors[f"embeddings.feature.{k}"] = draw(rows, HIDDEN, size=0.3)
    norms = ["embeddings.norm"]
    for n in range(LAYERS):
        norms += [f"layer.{n}.attention_norm", f"layer.{n}.output_norm"]
        for name in ("query", "key", "value", "output", "up", "down"):
            outputs = WIDE if name == "up" else HIDDEN
            inputs = WIDE if name == "down" else HIDDEN
            tensors[f"layer.{n}.{name}.weight"] = draw(outputs, inputs, size=1.5 / inputs**0.5)
            tensors[f"layer.{n}.{name}.bias"] = draw(outputs, size=0.1)
    for name in norms:
        tensors[f"{name}.weight"] = 1 + draw(HIDDEN, size=0.1)
        tensors[f"{name}.bias"] = draw(HIDDEN, size=0.1)
    windows = []
    for count in (1, 7, 33, 64, 80):
        pieces, *features = (
            torch.randint(rows, (count,), generator=made).tolist()
            for rows in (len(VOCAB), *FEATURES)
        )
        windows.append((pieces, features))
    folder = Path(__file__).parent.parent / "crates/encoder/tests/fixtures"
    write_model(folder / "tiny.safetensors", tensors, VOCAB, "tiny", HEADS, {"roles": ["none"]})
    write_fixture(folder / "tiny-expected.safetensors", tensors, HEADS, windows)


if __name__ == "__main__":
    main()
