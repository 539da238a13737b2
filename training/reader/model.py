"""The reader: MiniLM with features beside the word pieces, and one head a task."""

import math

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from .labels import ENTITY_TAGS, IGNORE, ROLE_TAGS, SILVER_TAGS

HIDDEN, LAYERS, HEADS, INNER = 384, 6, 12, 1536
# How many values each feature of a piece has; FEATURE_VALUES in crates/annotate.
FEATURES = [7, 8, 9]
LINK = 128
# Links see how far apart two spans are: sign and logarithm of the pieces between their starts.
BUCKETS = 31


def bucket(distance):
    """0..30: exact up to 4 pieces, then by powers of the square root of two; 15 is no distance."""
    size = distance.abs()
    far = 4 + (torch.log2(size.clamp(min=4).float() / 4) * 2).long()
    value = torch.where(size < 4, size, far).clamp(max=15)
    return torch.where(distance < 0, 15 - value, 15 + value)


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        for name in ("query", "key", "value", "output"):
            setattr(self, name, nn.Linear(HIDDEN, HIDDEN))
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.attention_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.output_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = dropout

    def forward(self, x, mask):
        batch, length, _ = x.shape

        def heads(y):
            return y.view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)

        y = F.scaled_dot_product_attention(
            heads(self.query(x)), heads(self.key(x)), heads(self.value(x)), mask
        )
        y = y.transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.attention_norm(x + F.dropout(self.output(y), self.dropout, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.output_norm(x + F.dropout(y, self.dropout, self.training))


class Embeddings(nn.Module):
    def __init__(self, vocabulary, positions, dropout):
        super().__init__()
        self.word = nn.Embedding(vocabulary, HIDDEN)
        self.position = nn.Embedding(positions, HIDDEN)
        self.segment = nn.Parameter(torch.zeros(HIDDEN))
        self.feature = nn.ModuleList(nn.Embedding(n, HIDDEN) for n in FEATURES)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = dropout
        for table in self.feature:
            nn.init.zeros_(table.weight)

    def forward(self, ids, features):
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.segment
        for table, values in zip(self.feature, features):
            x = x + table(values)
        return F.dropout(self.norm(x), self.dropout, self.training)


class Link(nn.Module):
    """Scores how well each span b fits a span a, and that none does: a bilinear form of the spans'
    mean states (after Dozat and Manning 2017) with a bias by distance and by paragraph."""

    def __init__(self):
        super().__init__()
        self.left, self.right = nn.Linear(HIDDEN, LINK), nn.Linear(HIDDEN, LINK)
        self.distance = nn.Parameter(torch.zeros(BUCKETS))
        self.paragraph = nn.Parameter(torch.zeros(7))
        self.none = nn.Linear(HIDDEN, 1)

    def forward(self, a, b, distance, paragraph):
        left, right = F.gelu(self.left(a)), F.gelu(self.right(b))
        score = left @ right.T / math.sqrt(LINK)
        score = score + self.distance[bucket(distance)] + self.paragraph[paragraph.clamp(-3, 3) + 3]
        return torch.cat([self.none(a), score], dim=1)


class Crf(nn.Module):
    """Linear-chain conditional random field (Lafferty et al. 2001) over BIO tags."""

    def __init__(self, tags):
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(tags, tags))
        allowed = torch.ones(tags, tags, dtype=torch.bool)
        for tag in range(2, tags, 2):
            allowed[:, tag] = False
            allowed[tag - 1 : tag + 1, tag] = True
        self.register_buffer("allowed", allowed, persistent=False)

    def scores(self):
        return self.transitions.masked_fill(~self.allowed, -1e4)

    def loss(self, emissions, gold):
        """Mean negative log-likelihood a position. Positions of no text are O."""
        mask = gold != IGNORE
        gold = gold.masked_fill(~mask, 0)
        blank = torch.full((emissions.shape[-1],), -1e4)
        blank[0] = 0.0
        emissions = torch.where(mask[..., None], emissions, blank)
        transitions = self.scores()
        path = emissions.gather(2, gold[..., None])[..., 0].sum(1)
        path = path + transitions[gold[:, :-1], gold[:, 1:]].sum(1)
        alpha = emissions[:, 0]
        for i in range(1, emissions.shape[1]):
            alpha = (alpha[:, :, None] + transitions).logsumexp(1) + emissions[:, i]
        return (alpha.logsumexp(1) - path).sum() / mask.sum().clamp(min=1)

    def decode(self, emissions):
        """Best path over one window's emissions (numpy), by Viterbi."""
        transitions = self.scores().detach().numpy()
        score, back = emissions[0].copy(), []
        score[2::2] = -1e4
        for row in emissions[1:]:
            all_ = score[:, None] + transitions
            back.append(all_.argmax(0))
            score = all_.max(0) + row
        path = [int(score.argmax())]
        for step in reversed(back):
            path.append(int(step[path[-1]]))
        return np.array(path[::-1])


class Reader(nn.Module):
    def __init__(self, vocabulary=30522, positions=512, dropout=0.1):
        super().__init__()
        self.embeddings = Embeddings(vocabulary, positions, dropout)
        self.layer = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.roles = nn.Linear(HIDDEN, len(ROLE_TAGS))
        self.entities = nn.Linear(HIDDEN, len(ENTITY_TAGS))
        self.nested = nn.Linear(HIDDEN, len(ENTITY_TAGS))
        self.silver = nn.Linear(HIDDEN, len(SILVER_TAGS))
        self.roles_crf, self.entities_crf = Crf(len(ROLE_TAGS)), Crf(len(ENTITY_TAGS))
        self.nested_crf = Crf(len(ENTITY_TAGS))
        self.cue, self.source, self.antecedent = Link(), Link(), Link()

    def load_base(self, tensors):
        """Takes over the weights of a BERT checkpoint with Hugging Face's names."""
        names = {
            "embeddings.word.weight": "embeddings.word_embeddings.weight",
            "embeddings.position.weight": "embeddings.position_embeddings.weight",
            "embeddings.norm.weight": "embeddings.LayerNorm.weight",
            "embeddings.norm.bias": "embeddings.LayerNorm.bias",
        }
        parts = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "output": "attention.output.dense",
            "attention_norm": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "output_norm": "output.LayerNorm",
        }
        for n in range(LAYERS):
            for mine, theirs in parts.items():
                for kind in ("weight", "bias"):
                    names[f"layer.{n}.{mine}.{kind}"] = f"encoder.layer.{n}.{theirs}.{kind}"
        own = self.state_dict()
        with torch.no_grad():
            for mine, theirs in names.items():
                own[mine].copy_(tensors[theirs])
            own["embeddings.segment"].copy_(tensors["embeddings.token_type_embeddings.weight"][0])

    def forward(self, ids, features, valid):
        x = self.embeddings(ids, features)
        mask = valid[:, None, None, :]
        for layer in self.layer:
            x = layer(x, mask)
        return x.float()


def running(hidden):
    """Running sums along the positions, for [`means`]."""
    return F.pad(hidden.cumsum(1), (0, 0, 1, 0))


def means(sums, spans):
    """Mean state of each (row, first, end) span."""
    row, first, end = spans.T
    return (sums[row, end] - sums[row, first]) / (end - first)[:, None]
