"""Int8 as the Rust encoder computes it: weights by output channel, activations by row.

`quantise_rows` chooses the scales of weights; `Simulated` runs a checkpoint in PyTorch with the
very integers that crates/encoder uses, so that the loss by quantisation can be measured, trained
in, or compared with what Rust gives.
"""

import math

import torch

DENSE = ("query", "key", "value", "output", "up", "down")


def quantise_rows(weight: torch.Tensor, steps: int = 61) -> tuple[torch.Tensor, torch.Tensor]:
    """Symmetric int8 by row: the scale of a row is the one of `steps` (from half of its greatest
    value to all of it) that leaves the least squared error."""
    weight = weight.float()
    top = weight.abs().amax(dim=1).clamp_min(1e-12)
    best = torch.full_like(top, math.inf)
    scale = top / 127
    for ratio in torch.linspace(0.5, 1.0, steps):
        tried = top * ratio / 127
        back = (weight / tried[:, None]).round().clamp(-127, 127) * tried[:, None]
        error = (back - weight).square().sum(dim=1)
        scale = torch.where(error < best, tried, scale)
        best = torch.minimum(error, best)
    return (weight / scale[:, None]).round().clamp(-127, 127).to(torch.int8), scale


def quantise_activations(x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Rows to 0..255 between their least and greatest value, nought included: bytes (as floats),
    what a step is worth, and the byte that means nought."""
    low = x.amin(dim=-1, keepdim=True).clamp_max(0)
    high = x.amax(dim=-1, keepdim=True).clamp_min(0)
    width = torch.where(high > low, high - low, torch.ones_like(high))
    zero = (-low * (255 / width)).round()
    return (x * (255 / width) + zero).round().clamp(0, 255), width / 255, zero


class Simulated:
    """The encoder on a checkpoint's tensors; `bits=32` leaves out all quantisation."""

    def __init__(
        self, tensors: dict[str, torch.Tensor], heads: int, epsilon: float = 1e-12, bits: int = 8
    ):
        self.tensors = {name: tensor.float() for name, tensor in tensors.items()}
        self.heads, self.epsilon, self.bits = heads, epsilon, bits
        self.layers = 1 + max(int(n.split(".")[1]) for n in tensors if n.startswith("layer."))
        self.features = sum(n.startswith("embeddings.feature.") for n in tensors)
        self.packed = {}
        if bits == 8:
            q, scale = quantise_rows(self.tensors["embeddings.word"])
            self.tensors["embeddings.word"] = q.float() * scale[:, None]
            for layer in range(self.layers):
                for name in DENSE:
                    name = f"layer.{layer}.{name}"
                    self.packed[name] = quantise_rows(self.tensors[f"{name}.weight"])

    def dense(self, name: str, x: torch.Tensor) -> torch.Tensor:
        bias = self.tensors[f"{name}.bias"]
        if self.bits != 8:
            return x @ self.tensors[f"{name}.weight"].T + bias
        weight, scale = self.packed[name]
        bytes_, step, zero = quantise_activations(x)
        # Exact in double precision: the sums of products stay below 2^53.
        sums = ((bytes_ - zero).double() @ weight.double().T).float()
        return sums * (step * scale) + bias

    def norm(self, name: str, x: torch.Tensor) -> torch.Tensor:
        weight, bias = self.tensors[f"{name}.weight"], self.tensors[f"{name}.bias"]
        return torch.nn.functional.layer_norm(x, x.shape[-1:], weight, bias, self.epsilon)

    @torch.no_grad()
    def __call__(self, pieces: list[int], features: list[list[int]]) -> torch.Tensor:
        """Hidden states of the last layer for one window."""
        t = self.tensors
        x = t["embeddings.word"][pieces] + t["embeddings.position"][: len(pieces)]
        x = x + t["embeddings.type"].reshape(-1, x.shape[-1])[0]
        for k in range(self.features):
            x = x + t[f"embeddings.feature.{k}"][features[k]]
        x = self.norm("embeddings.norm", x)
        count, width = x.shape
        split = (count, self.heads, width // self.heads)
        for n in range(self.layers):
            q, k, v = (
                self.dense(f"layer.{n}.{name}", x).view(split).transpose(0, 1) for name in DENSE[:3]
            )
            weights = (q @ k.transpose(1, 2) / math.sqrt(split[2])).softmax(dim=-1)
            mixed = (weights @ v).transpose(0, 1).reshape(count, width)
            x = self.norm(f"layer.{n}.attention_norm", x + self.dense(f"layer.{n}.output", mixed))
            wide = torch.nn.functional.gelu(self.dense(f"layer.{n}.up", x))
            x = self.norm(f"layer.{n}.output_norm", x + self.dense(f"layer.{n}.down", wide))
        return x

    def head(self, name: str, hidden: torch.Tensor) -> torch.Tensor:
        """A dense head's results, in floats."""
        bias = self.tensors.get(f"head.{name}.bias", torch.zeros(()))
        return hidden @ self.tensors[f"head.{name}.weight"].T + bias
