"""How much dev gains when the reader is made bolder: what is taken off the score of "no role".

python training/balance_reader.py --data ../shared/eval --out runs/reader

A conditional random field is trained on likelihood, not on F1; where spans are rare it says too little.
One number, chosen here on dev, evens that out; `export_reader.py --bolder` writes it into the bias.
"""

import json

import torch
from reader import data
from reader.model import Reader
from train_reader import arguments, evaluate, prepare


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    pieces = options.out.parent / "pieces"
    prepare(options.data, pieces)
    dev = {"attribution": data.load(options.data, pieces)[1]["attribution"]}
    model = Reader()
    model.load_state_dict(torch.load(options.out / "reader.pt", weights_only=True))
    for bolder in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        with torch.no_grad():
            bias = model.roles.bias.clone()
            model.roles.bias[0] -= bolder
            figures = evaluate(model, dev, options.data, options.out, options)
            model.roles.bias.copy_(bias)
        print(json.dumps({"bolder": bolder, **{k: round(v, 4) for k, v in figures.items()}}))


if __name__ == "__main__":
    main()
