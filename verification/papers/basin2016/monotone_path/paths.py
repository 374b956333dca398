"""The path of Theorem 1 (Safran & Shamir, arXiv:1511.04210, Section 3), built from any two networks.

On the straight segment of parameters from W_0 to W_1 the predictions are P_s. Let the level fall linearly in s from
L(P_0) to e = L(P_1), or to the mean of L(P_0) and L(0) where L(P_1) <= L(0). Multiplying the last layer by the one
c >= 0 with L(c P_s) = level gives networks whose loss is the level. Where L(P_1) <= L(0), c then shrinks at s = 1
until the loss is L(P_1).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from verification.papers.basin2016.monotone_path.losses import LOSSES, Loss
from verification.papers.basin2016.monotone_path.networks import Network


@dataclass(frozen=True)
class Path:
    """A path on a grid of positions: 0 to 1 along the segment, 1 to 2 at its end, all of shape (points,).

    growth: positive where condition (1) holds: the norm of the predictions, or for cross-entropy the largest excess
    of an output over the class's own. scale: factor of the last layer, NaN where condition (1) fails. loss: of the
    scaled network. straight: of the network on the segment itself, NaN beyond its end.
    start, end, zero: L(P_0), L(P_1) and L(0). The network at a position is
    start.towards(end, min(position, 1)).scaled(scale).
    """

    position: np.ndarray
    growth: np.ndarray
    scale: np.ndarray
    loss: np.ndarray
    straight: np.ndarray
    start: float
    end: float
    zero: float

    @property
    def complete(self) -> bool:
        """Whether condition (1) holds at every point of the grid."""
        return bool(np.isfinite(self.scale).all())


def monotone_path(
    start: Network, end: Network, samples: np.ndarray, targets: np.ndarray, loss: str = "squared", points: int = 401
) -> Path:
    """The path from `start` to a network of the loss of `end`, with strictly falling loss.

    samples (samples, inputs); targets (samples, outputs), for loss="cross_entropy" unit vectors of the classes. Raises
    ValueError for bad shapes, where L(P_1) < L(P_0) or L(P_0) > L(0) does not hold, and where condition (1) fails.
    """
    path = trace(start, end, samples, targets, loss, points)
    if not path.complete:
        where = path.position[~np.isfinite(path.scale)][0]
        raise ValueError(
            f"at {where:.4g} of the way the {loss} loss never exceeds L(0) on the ray: condition (1) fails"
        )
    return path


def trace(
    start: Network, end: Network, samples: np.ndarray, targets: np.ndarray, loss: str = "squared", points: int = 401
) -> Path:
    """`monotone_path`, with NaN where condition (1) fails instead of an error."""
    samples, targets, kind = _checked(start, samples, targets, loss, points)
    shares = np.linspace(0, 1, points)
    networks = [start.towards(end, share) for share in shares]
    rays = np.stack([network(samples) for network in networks])
    straight, zero = kind.value(rays, targets), float(kind.value(np.zeros_like(targets), targets))
    first, last = float(straight[0]), float(straight[-1])
    _refuse_conditions(first, last, zero)
    turn = last if last > zero else (first + zero) / 2
    level, position = (1 - shares) * first + shares * turn, shares
    if turn != last:
        further = points - 1
        level, position = (
            np.concatenate([level, np.linspace(turn, last, points)[1:]]),
            np.linspace(0, 2, 2 * points - 1),
        )
        networks, straight = networks + [end] * further, np.concatenate([straight, np.full(further, np.nan)])
        rays = np.concatenate([rays, np.repeat(rays[-1:], further, axis=0)])
    scale = kind.scale(rays, targets, level)
    scaled = [kind.value(network.scaled(c)(samples), targets) for network, c in zip(networks, scale, strict=True)]
    return Path(position, kind.growth(rays, targets), scale, np.array(scaled), straight, first, last, zero)


def _checked(
    start: Network, samples: np.ndarray, targets: np.ndarray, loss: str, points: int
) -> tuple[np.ndarray, np.ndarray, Loss]:
    if loss not in LOSSES:
        raise ValueError(f"no loss is called {loss!r}; there are {', '.join(LOSSES)}")
    samples, targets = np.asarray(samples, dtype=float), np.asarray(targets, dtype=float)
    inputs, outputs = start.weights[0].shape[1], len(start.biases[-1])
    if samples.ndim != 2 or samples.shape[1] != inputs or targets.shape != (len(samples), outputs) or not len(samples):
        raise ValueError(
            f"wanted samples (m, {inputs}) and targets (m, {outputs}), got {samples.shape}, {targets.shape}"
        )
    if not (np.isfinite(samples).all() and np.isfinite(targets).all()):
        raise ValueError("samples and targets must be finite")
    if loss == "cross_entropy" and not (((targets == 0) | (targets == 1)).all() and (targets.sum(axis=1) == 1).all()):
        raise ValueError("targets of the cross-entropy must be unit vectors, one class a sample")
    if points < 2:
        raise ValueError(f"wanted two points or more, got {points}")
    return samples, targets, LOSSES[loss]


def _refuse_conditions(first: float, last: float, zero: float) -> None:
    if not last < first:
        raise ValueError(f"the end's loss {last:.6g} is not below the start's {first:.6g}")
    if not first > zero:
        raise ValueError(f"condition (2) fails: the start's loss {first:.6g} is not above L(0) = {zero:.6g}")
