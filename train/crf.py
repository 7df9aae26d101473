"""A linear-chain conditional random field over the role tags.

The partition function is a product of T small matrices. It is folded pairwise, in log T steps on
the whole batch, which is some fifty times faster on a CPU than a loop over positions.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from whence.annotate.encoder.tags import may_follow

FORBIDDEN = -1e4


class Chain(nn.Module):
    """Scores of tag sequences: emissions plus trained transitions; tag 0 stands at both ends."""

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(tags, tags))
        allowed = torch.tensor([[may_follow(a, b) for b in range(tags)] for a in range(tags)])
        self.register_buffer("penalty", torch.where(allowed, 0.0, FORBIDDEN), persistent=False)

    def scores(self) -> Tensor:
        """Return the transition scores, `[before, after]`, forbidden ones far below zero."""
        return self.transitions + self.penalty

    def loss(self, emissions: Tensor, tags: Tensor, mask: Tensor, weights: Tensor) -> Tensor:
        """Return the weighted negative log-likelihood per word of the gold sequences.

        `emissions` is (batch, time, tags); `mask` is true on the words and false on the padding,
        which only stands at the end; `weights` has one entry a sequence. A tag below 0 is unknown:
        all sequences that agree with the known ones then count as gold.
        """
        transitions = self.scores()
        allowed = functional.one_hot(tags.clamp_min(0), emissions.shape[2]) == 1
        allowed |= (tags < 0)[:, :, None]
        held = torch.where(allowed, emissions, torch.full((), FORBIDDEN))
        both = self._partition(torch.cat([emissions, held]), torch.cat([mask, mask]), transitions)
        total, gold = both.chunk(2)
        return ((total - gold) * weights).sum() / mask.sum()

    def distance(self, emissions: Tensor, chances: Tensor, mask: Tensor, weights: Tensor) -> Tensor:
        """Return how far the chain is from given chances of every tag, weighted, per word.

        `chances` is (batch, time, tags). The value is the divergence of the chain from the chances
        up to what does not depend on the emissions: its gradient is the chain's own chances minus
        the given ones. The transitions are left to the labels.
        """
        total = self._partition(emissions, mask, self.scores().detach())
        expected = (emissions * chances * mask[:, :, None]).sum((1, 2))
        return ((total - expected) * weights).sum() / mask.sum()

    def _partition(self, emissions: Tensor, mask: Tensor, transitions: Tensor) -> Tensor:
        count = emissions.shape[2]
        identity = torch.full((count, count), FORBIDDEN).fill_diagonal_(0.0)
        steps = transitions + emissions[:, :, None, :]
        steps = torch.where(mask[:, :, None, None], steps, identity)
        while steps.shape[1] > 1:
            if steps.shape[1] % 2:
                steps = torch.cat([steps, identity.expand(len(steps), 1, count, count)], 1)
            left, right = steps[:, 0::2], steps[:, 1::2]
            steps = _log_product(left, right)
        return torch.logsumexp(steps[:, 0, 0, :] + transitions[:, 0], dim=1)


def _log_product(left: Tensor, right: Tensor) -> Tensor:
    """Return the matrix product in the log semiring, stable by taking out the row maxima."""
    top_left = left.amax(-1, keepdim=True)
    top_right = right.amax(-2, keepdim=True)
    product = torch.matmul((left - top_left).exp(), (right - top_right).exp())
    return product.clamp_min(1e-30).log() + top_left + top_right
