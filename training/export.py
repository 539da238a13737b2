"""Turns a PyTorch checkpoint into the model file that crates/encoder reads (see its `file.rs`).

    python training/export.py CHECKPOINT.pt VOCAB.TXT OUT.safetensors [FIXTURE.safetensors]

The checkpoint is a dict with `tensors` (fp32, named as in the model file but without `.q` and
`.scale`), `name`, `heads`, `labels` (whatever the heads' users read) and, if it differs from 1e-12,
`epsilon`. The same checkpoint gives the same bytes.
"""

import hashlib
import json
import struct
import sys
from pathlib import Path

import torch

from quantise import DENSE, Simulated, quantise_rows

FORMAT_VERSION = "1"
TYPES = {
    torch.int8: "I8",
    torch.uint8: "U8",
    torch.float32: "F32",
    torch.float16: "F16",
    torch.int32: "I32",
}
DIGITS = "0" * 64


def write_safetensors(
    path: Path, tensors: dict[str, torch.Tensor], metadata: dict[str, str]
) -> None:
    """Tensors in the order of their names; where `metadata` has a `sha256`, it is filled in: the sum
    of the whole file with zeros for its digits."""
    header, blobs, at = {"__metadata__": metadata} if metadata else {}, [], 0
    for name in sorted(tensors):
        tensor = tensors[name].detach().contiguous().cpu()
        blob = tensor.numpy().tobytes()
        header[name] = {
            "dtype": TYPES[tensor.dtype],
            "shape": list(tensor.shape),
            "data_offsets": [at, at + len(blob)],
        }
        blobs.append(blob)
        at += len(blob)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    data = b"".join([struct.pack("<Q", len(text)), text, *blobs])
    if metadata.get("sha256") == DIGITS:
        assert data.count(DIGITS.encode(), 0, 8 + len(text)) == 1
        data = data.replace(DIGITS.encode(), hashlib.sha256(data).hexdigest().encode(), 1)
    Path(path).write_bytes(data)


def from_bert(state: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """A BERT encoder's tensors (Hugging Face's names) under the names of a checkpoint."""
    state = {name.removeprefix("bert."): tensor for name, tensor in state.items()}
    out = {
        "embeddings.word": state["embeddings.word_embeddings.weight"],
        "embeddings.position": state["embeddings.position_embeddings.weight"],
        "embeddings.type": state["embeddings.token_type_embeddings.weight"][0],
    }
    pairs = [("embeddings.norm", "embeddings.LayerNorm")]
    places = (
        "attention.self.query",
        "attention.self.key",
        "attention.self.value",
        "attention.output.dense",
        "intermediate.dense",
        "output.dense",
    )
    layers = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layer."))
    for n in range(layers):
        pairs += [
            (f"layer.{n}.{ours}", f"encoder.layer.{n}.{theirs}")
            for ours, theirs in zip(DENSE, places)
        ]
        pairs.append((f"layer.{n}.attention_norm", f"encoder.layer.{n}.attention.output.LayerNorm"))
        pairs.append((f"layer.{n}.output_norm", f"encoder.layer.{n}.output.LayerNorm"))
    for ours, theirs in pairs:
        out[f"{ours}.weight"] = state[f"{theirs}.weight"]
        out[f"{ours}.bias"] = state[f"{theirs}.bias"]
    return {name: tensor.float() for name, tensor in out.items()}


def write_model(
    path,
    tensors: dict[str, torch.Tensor],
    vocab: list[str],
    name: str,
    heads: int,
    labels,
    epsilon: float = 1e-12,
) -> None:
    """Quantises and writes. `labels` is anything that goes into JSON."""
    hidden = tensors["embeddings.word"].shape[1]
    assert tensors["embeddings.word"].shape[0] == len(vocab)
    features = sum(key.startswith("embeddings.feature.") for key in tensors)
    layers = 1 + max(int(key.split(".")[1]) for key in tensors if key.startswith("layer."))
    config = {
        "hidden": hidden,
        "layers": layers,
        "heads": heads,
        "intermediate": tensors["layer.0.up.weight"].shape[0],
        "positions": tensors["embeddings.position"].shape[0],
        "features": [tensors[f"embeddings.feature.{k}"].shape[0] for k in range(features)],
        "epsilon": epsilon,
    }
    bytes_ = {f"layer.{n}.{dense}.weight" for n in range(layers) for dense in DENSE} | {
        "embeddings.word"
    }
    out = {"vocab": torch.frombuffer(bytearray("\n".join(vocab).encode()), dtype=torch.uint8)}
    for key, tensor in tensors.items():
        if key in bytes_:
            out[f"{key}.q"], out[f"{key}.scale"] = quantise_rows(tensor)
        elif key == "embeddings.type":
            out[key] = tensor.reshape(-1, hidden)[0].float()
        else:
            out[key] = tensor.float()
    metadata = {
        "format_version": FORMAT_VERSION,
        "name": name,
        "config": json.dumps(config),
        "labels": json.dumps(labels, ensure_ascii=False),
        "sha256": DIGITS,
    }
    write_safetensors(path, out, metadata)


def write_fixture(
    path,
    tensors: dict[str, torch.Tensor],
    heads: int,
    windows: list[tuple[list[int], list[list[int]]]],
    epsilon: float = 1e-12,
) -> None:
    """What the Rust encoder is compared with. `windows` are pieces and, for each feature, its values.
    Holds for window W: `W.pieces`, `W.features`, `W.hidden` (int8 as in Rust), `W.exact` (fp32) and
    `W.head.NAME` for every matrix among the heads (from `W.hidden`)."""
    int8, exact = Simulated(tensors, heads, epsilon), Simulated(tensors, heads, epsilon, bits=32)
    names = [
        key[5:-7]
        for key in tensors
        if key.startswith("head.") and key.endswith(".weight") and tensors[key].dim() == 2
    ]
    hidden = tensors["embeddings.word"].shape[1]
    out = {}
    for w, (pieces, features) in enumerate(windows):
        states = int8(pieces, features)
        out[f"{w}.pieces"] = torch.tensor(pieces, dtype=torch.int32)
        out[f"{w}.features"] = torch.tensor(features, dtype=torch.uint8).reshape(
            len(features), len(pieces)
        )
        out[f"{w}.hidden"] = states
        out[f"{w}.exact"] = exact(pieces, features)
        for name in names:
            if tensors[f"head.{name}.weight"].shape[1] == hidden:
                out[f"{w}.head.{name}"] = int8.head(name, states)
    write_safetensors(path, out, {})


def random_windows(tensors: dict[str, torch.Tensor]) -> list[tuple[list[int], list[list[int]]]]:
    """Windows for `write_fixture`: random pieces and features, the same each time. Most are short, so
    that in some of them no number lies on the edge between two steps of int8."""
    made = torch.Generator().manual_seed(1)
    features = sorted(key for key in tensors if key.startswith("embeddings.feature."))

    def draw(rows: int, count: int) -> list[int]:
        return torch.randint(min(rows, 256), (count,), generator=made).tolist()

    def pieces(count: int) -> list[int]:
        return torch.randint(len(tensors["embeddings.word"]), (count,), generator=made).tolist()

    counts = (1, 1, 2, 2, 3, 4, 6, 8, 12, 16, 24)
    return [(pieces(n), [draw(len(tensors[key]), n) for key in features]) for n in counts]


def main() -> None:
    torch.set_num_threads(1)
    checkpoint = torch.load(sys.argv[1], map_location="cpu", weights_only=True)
    vocab = Path(sys.argv[2]).read_text("utf-8").splitlines()
    tensors, heads, epsilon = (
        checkpoint["tensors"],
        checkpoint["heads"],
        checkpoint.get("epsilon", 1e-12),
    )
    write_model(
        sys.argv[3], tensors, vocab, checkpoint["name"], heads, checkpoint["labels"], epsilon
    )
    if len(sys.argv) > 4:
        write_fixture(sys.argv[4], tensors, heads, random_windows(tensors), epsilon)


if __name__ == "__main__":
    main()
