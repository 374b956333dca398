"""Certificates of a basin's value: a point of the closed cell, and a dual point for a bound of the whole cell.

Both are checked from the data alone; nothing that a solver says of itself is believed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from verification.papers.basin2016.mathematics.cells import Cell
from verification.papers.basin2016.mathematics.losses import LOSSES, Floats, Loss
from verification.papers.basin2016.mathematics.polar import PolarEquations, lower_bound

_EPS = float(np.finfo(float).eps)
ROUNDS = 30  # of the dual repair
MOVES = 4  # of the primal repair
NEGLIGIBLE = (1e-8, 1e-6, 1e-10)  # relative sizes of what a solver leaves where it means zero


@dataclass(frozen=True)
class Certificate:
    """A point of the closed cell, and a lower bound for all others.

    weights (neurons, inputs), output_weights (neurons,): a network with the signs of the start, or zeros, whose loss is
    the value. dual (samples,), multipliers (neurons, samples), none negative: near them, entries that are zero kept,
    there are exact numbers for which, for every neuron with b the sign of its output weight and a its signs on the
    samples, the sum over samples of (b 1[a > 0] dual + a multiplier) x vanishes; so the product of the exact dual
    point with the predictions of any point of the cell is not positive. All zero: the bound 0.
    """

    weights: Floats
    output_weights: Floats
    dual: Floats
    multipliers: Floats


def upper_bound(cell: Cell, loss: Loss, certificate: Certificate) -> float:
    """The loss of the certificate's network; infinite where it may lie outside the closed cell."""
    sums = certificate.weights @ cell.samples.T
    wrong_sides = certificate.output_weights * cell.sides[cell.types] < 0
    if not (cell.signs[cell.types] * sums >= _rounding(cell, certificate.weights)).all() or wrong_sides.any():
        return np.inf
    return loss.mean(certificate.output_weights @ np.maximum(sums, 0), cell.targets)


def bounds(cell: Cell, loss: str, certificate: Certificate) -> tuple[float, float]:
    """Upper and lower bound of the least loss over a cell, from a certificate and the data."""
    multipliers = _by_type(cell, certificate.multipliers)
    lower = lower_bound(cell, LOSSES[loss], certificate.dual, multipliers)
    return upper_bound(cell, LOSSES[loss], certificate), lower


def certify(cell: Cell, loss: str, coordinates: Floats, dual: Floats, multipliers: Floats) -> Certificate:
    """The certificate made from what a solver found: coordinates (types, rank), dual, multipliers (types, samples)."""
    weights = repaired_point(cell, coordinates @ cell.back)
    neurons = np.bincount(cell.types, minlength=len(cell.sides))
    shares, kind = (weights / neurons[:, None])[cell.types], LOSSES[loss]
    dual, multipliers = repaired_dual(cell, kind, dual, multipliers)
    found = []
    for small in NEGLIGIBLE:
        point = refined(cell, kind, *cleared(cell, kind, dual, multipliers, small))
        here = Certificate(shares, cell.sides[cell.types], point[0], point[1][cell.types])
        found.append((lower_bound(cell, kind, *point), here))
        if upper_bound(cell, kind, here) - found[-1][0] <= kind.enough:
            break
    return max(found, key=lambda pair: pair[0])[1]


def refined(cell: Cell, loss: Loss, dual: Floats, multipliers: Floats) -> tuple[Floats, Floats]:
    """A dual point and multipliers moved next to a solution of the polar equations, and still admissible."""
    if not dual.any():
        return dual, multipliers
    dual, multipliers = PolarEquations.of(cell, dual, multipliers).refined(loss.free(dual, cell.targets))
    return loss.admissible(dual, cell.targets), np.maximum(multipliers, 0)


def cleared(cell: Cell, loss: Loss, dual: Floats, multipliers: Floats, small: float) -> tuple[Floats, Floats]:
    """Dual point and multipliers with zeros for what a solver left of them, relative to the largest and for samples of
    one length; the multipliers of a type that the dual point does not reach are zero."""
    lengths = np.linalg.norm(cell.samples / cell.input_sizes, axis=1)
    least = small * np.abs(dual).max(initial=0.0) * lengths.max(initial=0.0)
    kept = (lengths == 0) | (np.abs(dual) * lengths > least)
    dual = loss.cleared(np.where(kept, dual, 0.0), cell.targets, small)
    reached = (cell.active * dual).any(axis=1, keepdims=True) & (cell.signs != 0)
    return dual, np.where(reached & (multipliers * lengths > least), multipliers, 0.0)


def repaired_point(cell: Cell, weights: Floats) -> Floats:
    """Weights (types, inputs) moved into the closed cell, each type by a multiple of the start, which lies inside.

    The first move may cancel digits and leave rounding of its own size; the others then move by rounding only.
    """
    room = cell.signs * (cell.inside @ cell.samples.T)
    for _ in range(MOVES):
        missing = np.maximum(2 * _rounding(cell, weights) - cell.signs * (weights @ cell.samples.T), 0)
        missing *= missing > _rounding(cell, weights)
        steps = np.divide(missing, room, out=np.zeros_like(room), where=room > 0).max(axis=1, initial=0.0)
        weights = weights + steps[:, None] * cell.inside
    return weights


def _rounding(cell: Cell, weights: Floats) -> Floats:
    """More than the rounding of the sums of weights (rows, inputs) on the samples, and of halves and shares of them."""
    return 4 * cell.samples.shape[1] * _EPS * (np.abs(weights) @ np.abs(cell.samples).T)


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
