"""Certificates of a basin's value: a point of the closed cell, and a dual point that no point of it goes below.

Both are checked from the data alone; nothing that a solver says of itself is believed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from verification.papers.basin2016.mathematics.cells import Cell
from verification.papers.basin2016.mathematics.losses import LOSSES, Floats, Loss

_EPS = float(np.finfo(float).eps)
ROUNDS = 30  # of the dual repair
MOVES = 3  # of the primal repair


@dataclass(frozen=True)
class Certificate:
    """A point of the closed cell, and a lower bound for all others.

    weights (neurons, inputs), output_weights (neurons,): a network with the signs of the start, or zeros, whose loss is
    the value. dual (samples,), multipliers (neurons, samples), none negative: for every neuron, with b the sign of its
    output weight and a its signs on the samples, the sum over samples of (b 1[a > 0] dual + a multiplier) x vanishes up
    to rounding; so the product of `dual` with the predictions of any point of the cell is not positive. What rounding
    leaves is charged at `radius`: the bound holds for all points of the cell whose products |v| <w, x> have norms
    (over the samples) that add up to at most that.
    """

    weights: Floats
    output_weights: Floats
    dual: Floats
    multipliers: Floats
    radius: float


def upper_bound(cell: Cell, loss: Loss, certificate: Certificate) -> float:
    """The loss of the certificate's network; infinite where it lies outside the closed cell."""
    sums = certificate.weights @ cell.samples.T
    rounding = 4 * cell.samples.shape[1] * _EPS * (np.abs(certificate.weights) @ np.abs(cell.samples).T)
    wrong_sides = certificate.output_weights * cell.sides[cell.types] < 0
    if not (cell.signs[cell.types] * sums >= -rounding).all() or wrong_sides.any():
        return np.inf
    return loss.mean(certificate.output_weights @ np.maximum(sums, 0), cell.targets)


def lower_bound(cell: Cell, loss: Loss, certificate: Certificate) -> float:
    """What no loss in the cell goes below: at least 0, as losses are, and 0 where a multiplier is negative."""
    if not (certificate.multipliers >= 0).all():
        return 0.0
    residuals = cell.dual_residuals(certificate.dual, _by_type(cell, certificate.multipliers))
    rest = float(np.linalg.norm(residuals, axis=1).max(initial=0.0)) * certificate.radius
    return max(0.0, loss.dual(certificate.dual, cell.targets) - loss.slope * rest / len(cell.targets))


def bounds(cell: Cell, loss: str, certificate: Certificate) -> tuple[float, float]:
    """Upper and lower bound of the least loss over a cell, from a certificate and the data."""
    return upper_bound(cell, LOSSES[loss], certificate), lower_bound(cell, LOSSES[loss], certificate)


def certify(cell: Cell, loss: str, coordinates: Floats, dual: Floats, multipliers: Floats) -> Certificate:
    """The certificate made from what a solver found: coordinates (types, rank), dual, multipliers (types, samples)."""
    weights = repaired_point(cell, coordinates @ cell.back)
    dual, multipliers = repaired_dual(cell, LOSSES[loss], dual, multipliers)
    sizes = np.linalg.norm(weights @ cell.samples.T, axis=1).sum()
    neurons = np.bincount(cell.types, minlength=len(cell.sides))
    return Certificate(
        (weights / neurons[:, None])[cell.types],
        cell.sides[cell.types],
        dual,
        multipliers[cell.types],
        float(10 * max(sizes, 100 * np.sqrt(LOSSES[loss].scale(cell.targets) * len(cell.targets)))),
    )


def repaired_point(cell: Cell, weights: Floats) -> Floats:
    """Weights (types, inputs) moved into the closed cell, each type by a multiple of the start, which lies inside.

    The first move may cancel digits and leave rounding of its own size; the others then move by rounding only.
    """
    room = cell.signs * (cell.inside @ cell.samples.T)
    for _ in range(MOVES):
        missing = np.maximum(-cell.signs * (weights @ cell.samples.T), 0)
        steps = np.divide(missing, room, out=np.zeros_like(room), where=room > 0).max(axis=1, initial=0.0)
        weights = weights + steps[:, None] * cell.inside
    return weights


def repaired_dual(cell: Cell, loss: Loss, dual: Floats, multipliers: Floats) -> tuple[Floats, Floats]:
    """The dual point moved by alternating projections onto the equations and onto the signs, ending with the signs.

    The equations' matrix E = [B, A] has A A' = 1, for the basis is orthonormal on samples that are not zero; so
    (E E')^-1 = 1 - B (1 + B'B)^-1 B' takes a system of one row a sample.
    """
    inner = np.eye(len(dual)) + (cell.active.T @ cell.active) * (cell.basis @ cell.basis.T)
    for _ in range(ROUNDS):
        residuals = cell.dual_residuals(dual, multipliers)
        through = np.linalg.solve(inner, (cell.active * (residuals @ cell.basis.T)).sum(axis=0))
        step = (residuals - (cell.active * through) @ cell.basis) @ cell.basis.T
        dual = loss.admissible(dual - (cell.active * step).sum(axis=0), cell.targets)
        moved = multipliers - cell.signs * step
        multipliers = np.maximum(moved, 0)
        if (moved >= 0).all():
            break
    return dual, multipliers


def _by_type(cell: Cell, multipliers: Floats) -> Floats:
    """One row a type of what is given for every neuron."""
    _, first = np.unique(cell.types, return_index=True)
    return multipliers[first]
