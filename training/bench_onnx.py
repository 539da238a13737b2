"""Word pieces a processor second of ONNX Runtime on the encoder of a model file, for comparison with
`cargo run --release -p rapporteur-encoder --example speed`.

    python training/bench_onnx.py models/reader.safetensors [OUT.onnx] [RUNS]

Writes the encoder as ONNX, quantises it dynamically to int8 by channel with ONNX Runtime's own tool,
and runs it on one thread, in batches of windows of one length, so that no padding slows it.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors import safe_open
from torch import nn

from quantise import DENSE


class Encoder(nn.Module):
    """The model as PyTorch has it, features left out (they cost nothing)."""

    def __init__(self, file, config):
        super().__init__()
        self.config = config
        read = lambda name: file.get_tensor(name).float()
        self.word = nn.Parameter(read("embeddings.word.q") * read("embeddings.word.scale")[:, None])
        self.position = nn.Parameter(read("embeddings.position") + read("embeddings.type"))
        norm = lambda name: self.with_(nn.LayerNorm(config["hidden"], config["epsilon"]), read(f"{name}.weight"), read(f"{name}.bias"))
        self.norm = norm("embeddings.norm")
        self.layers = nn.ModuleList()
        for n in range(config["layers"]):
            layer = nn.ModuleDict()
            for name in DENSE:
                full = f"layer.{n}.{name}"
                weight = read(f"{full}.weight.q") * read(f"{full}.weight.scale")[:, None]
                layer[name] = self.with_(nn.Linear(weight.shape[1], weight.shape[0]), weight, read(f"{full}.bias"))
            layer["attention_norm"], layer["output_norm"] = norm(f"layer.{n}.attention_norm"), norm(f"layer.{n}.output_norm")
            self.layers.append(layer)

    @staticmethod
    def with_(module, weight, bias):
        module.weight.data, module.bias.data = weight, bias
        return module

    def forward(self, pieces):
        x = self.norm(self.word[pieces] + self.position[: pieces.shape[1]])
        heads = self.config["heads"]
        for layer in self.layers:
            split = lambda name: layer[name](x).unflatten(-1, (heads, -1)).transpose(1, 2)
            q, k, v = split("query"), split("key"), split("value")
            weights = (q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5).softmax(-1)
            x = layer["attention_norm"](x + layer["output"]((weights @ v).transpose(1, 2).flatten(2)))
            x = layer["output_norm"](x + layer["down"](nn.functional.gelu(layer["up"](x))))
        return x


def main() -> None:
    torch.set_num_threads(1)
    out = Path(sys.argv[2] if len(sys.argv) > 2 else "encoder.onnx")
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 30
    int8 = out.with_suffix(".int8.onnx")
    with safe_open(sys.argv[1], "pt") as file:
        config = json.loads(file.metadata()["config"])
        model = Encoder(file, config).eval()
    size = model.word.shape[0]
    if not int8.exists():
        torch.onnx.export(model, (torch.zeros(2, 8, dtype=torch.int64),), out, input_names=["pieces"], output_names=["hidden"],
                          dynamic_axes={"pieces": {0: "batch", 1: "length"}}, opset_version=17, dynamo=False)
        optimised = out.with_suffix(".optimised.onnx")
        try:
            from onnxruntime.transformers import optimizer

            fused = optimizer.optimize_model(str(out), "bert", num_heads=config["heads"], hidden_size=config["hidden"])
            print("fused:", fused.get_fused_operator_statistics())
            fused.save_model_to_file(str(optimised))
        except ImportError as error:
            print("not fused:", error)
            optimised = out
        quantize_dynamic(optimised, int8, per_channel=True, weight_type=QuantType.QInt8,
                         extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT})
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    for name, path in (("int8", int8), ("fp32", out)):
        session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        for length in (64, 192, 256):
            count = 768 // length
            pieces = (np.arange(count * length, dtype=np.int64) * 7919 + 1000) % size
            pieces = pieces.reshape(count, length)
            speeds = []
            for _ in range(runs if name == "int8" else 5):
                before = time.thread_time()
                session.run(None, {"pieces": pieces})
                speeds.append(pieces.size / (time.thread_time() - before))
            speeds.sort()
            print(f"onnxruntime {onnxruntime.__version__} {name}, windows of {length}: best {speeds[-1]:.0f}, median {speeds[len(speeds) // 2]:.0f} pieces/s")


if __name__ == "__main__":
    main()
