"""What descent has ended at: a regular critical point, a stationary kink, or neither that is known.

With the slopes of all units held to 1 or to that of negative values on every sample, the loss is a polynomial of the
weights. A regular critical point is a zero of its gradient at which no pre-activation vanishes, but for want of input.
At a kink some do. All choices of their slopes are met nearby if the gradients of these pre-activations are independent;
Clarke's gradient is then the convex hull of the gradients for these choices (Clarke 1983, Theorem 2.5.1). It holds the
gradient for slopes between, which is the mean over independent choices, as the gradient is affine in each slope; so a
zero of it with slopes between is stationary. Both are found by Newton's method from where descent has ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from pnn.lines import Floats
from verification.papers.width2019.descent.pieces import Pieces
from verification.papers.width2019.descent.steps import unpacked

STEPS = 8  # of Newton's method
ZERO = 1e-10  # largest entry of a gradient that vanishes, over the root mean square of the targets, and of a kink
AWAY = 1e-6  # least size of the pre-activations that do not vanish
INDEPENDENT = 1e-6  # least singular value of the gradients of pre-activations at the kink, over the largest
NOUGHT = 1e-9  # largest size of a weight that is set to zero
SMALL = 1e-6  # least size of the others: J jumps where a weight becomes zero, and the gradient does not show it
MOST_KINKS = 12
NEARBY = 0.03  # a pre-activation that may be at a kink near where descent has ended
MOVED = 0.1  # largest change of a weight on the way to the critical point
LOST = 1e6  # an equation's value that no critical point nearby is found from


class End(IntEnum):
    """Where a descent has ended; OPEN: not at rest, or nothing shows that it is."""

    REGULAR = 0
    KINK = 1
    OPEN = 2


@dataclass(frozen=True)
class Found:
    """kind: of the end; weights: of the critical point, or where descent has ended; moved: largest change of a weight;
    kinks: pre-activations that vanish; inside: the least distance of a slope at the kink from the two that meet."""

    kind: End
    weights: list[Floats]
    moved: float
    kinks: int
    inside: float


def classify(samples: Floats, targets: Floats, weights: Sequence[Floats], slope: float) -> Found:
    """The nearest critical point that can be shown to be one, among those with 0, 1, 2, .. of the smallest
    pre-activations zero; the end is open where there is none within MOVED."""
    sizes = [len(weights[0]), *(weight.shape[1] for weight in weights)]
    net, flat = Pieces(samples, targets, sizes, slope), np.concatenate([weight.reshape(-1) for weight in weights])
    before, slopes = net.start(flat)
    size = np.where(net.starved(slopes), np.inf, np.abs(before))
    order, near = np.argsort(size, kind="stable"), int((size < NEARBY).sum())
    best = Found(End.OPEN, list(weights), np.inf, 0, np.nan)
    for count in range(min(near, MOST_KINKS) + 1):
        found = critical_point(net, flat, slopes, order[:count])
        if found and found.moved < min(best.moved, MOVED):
            best = found
    return best


def critical_point(net: Pieces, start: Floats, slopes: Floats, kinks: np.ndarray) -> Found | None:
    """The critical point at which just these pre-activations vanish and the others have these slopes; None where
    Newton's method leads to none, or to weights of which it is not clear whether they are zero."""
    point = np.concatenate([start, np.full(len(kinks), (1 + net.slope) / 2)])
    for _ in range(STEPS):
        values, derivatives = net.linear(point, slopes, kinks)
        if not np.isfinite(derivatives).all() or np.abs(values).max() > LOST:
            return None
        if np.abs(values).max() < 0.01 * ZERO:
            break
        point = point - _step(net, point[: len(start)], values, derivatives)
    weights, own = point[: len(start)], point[len(start) :]
    weights[np.abs(weights) <= NOUGHT] = 0
    if ((weights != 0) & (np.abs(weights) < SMALL)).any():
        return None
    if not (_is_critical(net, point, slopes, kinks) and _is_of_the_piece(net, weights, own, slopes, kinks)):
        return None
    inside = float(np.minimum(own - net.slope, 1 - own).min(initial=1.0))
    kind = End.KINK if len(kinks) else End.REGULAR
    return Found(kind, unpacked(weights, net.sizes), float(np.abs(weights - start).max()), len(kinks), inside)


def _step(net: Pieces, weights: Floats, values: Floats, derivatives: Floats) -> Floats:
    """The shortest step that solves the linear equations and does not merely rescale units."""
    across = np.zeros((sum(net.sizes[1:-1]), len(values)))
    across[:, : len(weights)] = net.rescalings(weights)
    rows, wanted = np.concatenate([derivatives, across]), np.concatenate([values, np.zeros(len(across))])
    return np.linalg.lstsq(rows, wanted, rcond=1e-9)[0]


def _is_critical(net: Pieces, point: Floats, slopes: Floats, kinks: np.ndarray) -> bool:
    """The equations hold, and the gradients of the pre-activations at the kinks are independent."""
    values, derivatives = net.linear(point, slopes, kinks)
    if not np.abs(values).max() <= ZERO:
        return False
    weights = len(point) - len(kinks)
    sizes = np.linalg.svd(derivatives[weights:, :weights], compute_uv=False) if len(kinks) else np.ones(1)
    return len(sizes) >= len(kinks) and bool(sizes[-1] > INDEPENDENT * sizes[0])


def _is_of_the_piece(net: Pieces, flat: Floats, own: Floats, slopes: Floats, kinks: np.ndarray) -> bool:
    """Slopes at the kinks lie between the two that meet there; all other pre-activations have the signs that they are
    to have, and are not near zero."""
    if ((own < net.slope) | (own > 1)).any():
        return False
    mixed = slopes.copy()
    mixed[kinks] = own
    sums = net.gradients(flat[None], mixed[None])[1][0]
    rest = np.setdiff1d(np.flatnonzero(~net.starved(mixed)), kinks)
    signs = np.where(sums > 0, 1.0, net.slope) == slopes
    return bool(signs[rest].all() and (np.abs(sums[rest]) > AWAY).all())
