"""Word pieces a processor second of ONNX Runtime on the encoder of a model file, for comparison with
`cargo run --release -p rapporteur-encoder --example speed`.

    python training/bench_onnx.py models/reader.safetensors [RUNS]

Writes the encoder as ONNX, quantises it dynamically to int8 by channel with ONNX Runtime's own tool,
and runs it on one thread, in batches of windows of one length, so that no padding slows it.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from safetensors import safe_open
from torch import nn

from quantise import DENSE


class Encoder(nn.Module):
    """The model as PyTorch has it, features left out (they cost nothing)."""

    def __init__(self, file, config):
        super().__init__()
        self.config = config

        def read(name):
            return file.get_tensor(name).float()

        def norm(name):
            made = nn.LayerNorm(config["hidden"], config["epsilon"])
            made.weight.data, made.bias.data = read(f"{name}.weight"), read(f"{name}.bias")
            return made

        def dense(name):
            weight = read(f"{name}.weight.q") * read(f"{name}.weight.scale")[:, None]
            made = nn.Linear(weight.shape[1], weight.shape[0])
            made.weight.data, made.bias.data = weight, read(f"{name}.bias")
            return made

        words = read("embeddings.word.q") * read("embeddings.word.scale")[:, None]
        self.word = nn.Parameter(words)
        self.position = nn.Parameter(read("embeddings.position") + read("embeddings.type"))
        self.norm = norm("embeddings.norm")
        self.layers = nn.ModuleList()
        for n in range(config["layers"]):
            layer = nn.ModuleDict({name: dense(f"layer.{n}.{name}") for name in DENSE})
            for name in ("attention_norm", "output_norm"):
                layer[name] = norm(f"layer.{n}.{name}")
            self.layers.append(layer)

    def forward(self, pieces):
        x = self.norm(self.word[pieces] + self.position[: pieces.shape[1]])
        for layer in self.layers:
            q, k, v = (
                layer[name](x).unflatten(-1, (self.config["heads"], -1)).transpose(1, 2)
                for name in DENSE[:3]
            )
            weights = (q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5).softmax(-1)
            mixed = (weights @ v).transpose(1, 2).flatten(2)
            x = layer["attention_norm"](x + layer["output"](mixed))
            x = layer["output_norm"](x + layer["down"](nn.functional.gelu(layer["up"](x))))
        return x


def export(model, folder):
    """Writes the model as ONNX, fused and quantised by ONNX Runtime's tools; gives the paths of fp32
    and int8."""
    plain, fused, int8 = (folder / f"{name}.onnx" for name in ("plain", "fused", "int8"))
    torch.onnx.export(
        model,
        (torch.zeros(2, 8, dtype=torch.int64),),
        plain,
        input_names=["pieces"],
        output_names=["hidden"],
        dynamic_axes={"pieces": {0: "batch", 1: "length"}},
        opset_version=17,
        dynamo=False,
    )
    config = model.config
    made = optimizer.optimize_model(
        str(plain), "bert", num_heads=config["heads"], hidden_size=config["hidden"]
    )
    made.save_model_to_file(str(fused))
    quantize_dynamic(
        fused,
        int8,
        per_channel=True,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    return plain, int8


def measure(path, size, runs):
    """Best and median pieces a processor second, for windows of three lengths."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    for length in (64, 192, 256):
        count = 768 // length
        pieces = (np.arange(count * length, dtype=np.int64) * 7919 + 1000) % size
        pieces = pieces.reshape(count, length)
        speeds = []
        for _ in range(runs):
            before = time.thread_time()
            session.run(None, {"pieces": pieces})
            speeds.append(pieces.size / (time.thread_time() - before))
        speeds.sort()
        best, median = speeds[-1], speeds[len(speeds) // 2]
        print(f"windows of {length}: best {best:.0f}, median {median:.0f} pieces/s")


def main() -> None:
    torch.set_num_threads(1)
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 30
    with safe_open(sys.argv[1], "pt") as file:
        model = Encoder(file, json.loads(file.metadata()["config"])).eval()
    with tempfile.TemporaryDirectory() as folder:
        plain, int8 = export(model, Path(folder))
        print(f"onnxruntime {onnxruntime.__version__}, int8")
        measure(int8, len(model.word), runs)
        print("fp32")
        measure(plain, len(model.word), max(1, runs // 6))


if __name__ == "__main__":
    main()
