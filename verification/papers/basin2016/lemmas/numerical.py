"""Where projected gradient descent ends in the cell of the counterexample to Lemma 1."""

import numpy as np

from verification.methods import numerical
from verification.methods.numerical import AtMost, Cases

STEP, STEPS = 0.05, 20_000
NEAR = 1e-3


def descend(points, targets):
    """Ends of projected gradient descent from points (runs, 3): weights p, q and output weight s, none negative."""
    for _ in range(STEPS):
        p, q, s = points.T
        first, second = s * p - targets[0], s * q - targets[1]
        slopes = np.column_stack([first * s, second * s, first * p + second * q])
        points = np.maximum(points - STEP * slopes, 0)
    return points


@numerical.check(
    "basin.lemma-1",
    "stuck-face",
    wrong={"no other end than the least": {"stuck": False}, "targets of one sign": {"targets": (1.0, 3.0)}},
)
def ends_of_descents(rng, instances, targets=(1.0, -3.0), stuck=True):
    r"""Descents from random starts end at the loss $\frac92$, or with $s = 0$ at the loss 5 and $3 q \ge p$, up to
    $10^{-3}$; some do either.
    """
    p, q, s = descend(rng.uniform(0, 2, (max(100, instances), 3)), targets).T
    loss = ((s * p - targets[0]) ** 2 + (s * q - targets[1]) ** 2) / 2
    least = np.abs(loss - 4.5) < NEAR
    face = stuck & (np.abs(loss - 5) < NEAR) & (s < NEAR) & (3 * q > p - NEAR)
    yield Cases("descents that end elsewhere", int((~least & ~face).sum()), len(loss))
    yield AtMost("one run at the least loss, one on the face", 1.0, [least.sum(), face.sum()])
