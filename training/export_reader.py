"""Writes a trained reader as the product's model file.

python training/export_reader.py RUN models/reader.safetensors --fixture models/reader-expected.safetensors
"""

import argparse
from pathlib import Path

import torch
from export import random_windows, write_fixture, write_model
from reader.labels import ENTITIES, ROLES
from reader.model import HEADS
from train_reader import base

# The product's windows are no longer; MiniLM has 512 positions.
POSITIONS = 256
RENAMED = {
    "embeddings.word.weight": "embeddings.word",
    "embeddings.position.weight": "embeddings.position",
    "embeddings.segment": "embeddings.type",
}


def product(weights):
    """The tensors that the product reads, under its names."""
    out = {}
    for name, tensor in weights.items():
        if name.startswith("silver"):
            continue
        if name.startswith("embeddings.feature"):
            name = name.removesuffix(".weight")
        elif not name.startswith(("embeddings", "layer")):
            name = f"head.{name}"
        out[RENAMED.get(name, name)] = tensor.float()
    out["embeddings.position"] = out["embeddings.position"][:POSITIONS]
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("run", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--fixture", type=Path, help="what Rust is compared with")
    options = parser.parse_args()
    torch.set_num_threads(1)
    tensors = product(torch.load(options.run / "reader.pt", weights_only=True))
    vocabulary = (base() / "vocab.txt").read_text("utf-8").splitlines()
    labels = {"roles": ROLES, "entities": ENTITIES}
    write_model(options.target, tensors, vocabulary, "rapporteur reader", HEADS, labels)
    if options.fixture:
        write_fixture(options.fixture, tensors, HEADS, random_windows(tensors))


if __name__ == "__main__":
    main()
