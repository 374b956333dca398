"""The one candidate for a local minimum in a region of weights, in floating point.

A region says of each line whether its neurons have both signs (BOTH), are all positive or all negative, or are one
positive and one exactly zero (HALF). With q the masses, p the signed sums, P the projection off the span of the lines
with both signs and S the rows s_r u_r of the others, stationarity reads (Psi + S P S') q = Psi12 q* + S P w, w the sum
of the target's weights: the signed sums of the lines with both signs take away all of z that they can reach.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pnn.kernels import abs_gram
from pnn.optimum import optimum_on_units

BOTH, POSITIVE, NEGATIVE, HALF = 0, 1, -1, 2
Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
DEPENDENT = 1e-9  # singular values below this, for unit lines, are zero
CLEAR = 1e-9  # an excess risk, or a distance from the region's boundary, below this may be rounding


@dataclass(frozen=True)
class Candidate:
    """Stationary masses q (lines,), signed sums p (lines,), and how well they are inside the region.

    inside: the least of q on one-signed lines, of q - |p| on lines with both signs and of the even force at a zero
    weight, over the target's mass: positive exactly if the candidate is a local minimum in the region.
    """

    q: Floats
    p: Floats
    inside: float
    risk: float
    bound: float


def signs_of(region: Codes) -> Floats:
    """s_r: the sign of a line's neurons, 0 for both; shape (lines,)."""
    return np.where(region == HALF, 1.0, region)


def candidate(lines: Floats, target: Floats, region: Codes) -> Candidate:
    """Solve for the stationary point; lines (lines, inputs) of length one, target (neurons, inputs)."""
    signs = signs_of(region)
    kernel, across = abs_gram(lines, lines), abs_gram(lines, target).sum(axis=1)
    mixed = region == BOTH
    basis = spanned(lines[mixed])
    wanted = target.sum(axis=0)
    sided = signs[:, None] * lines
    free = sided - (sided @ basis.T) @ basis
    q = np.linalg.lstsq(kernel + free @ free.T, across + free @ wanted, rcond=None)[0]
    rest = wanted - q @ sided
    p = np.where(mixed, 0.0, signs * q)
    p[mixed] = signed_sums(lines[mixed], q[mixed], rest)
    even = (kernel @ q - across) / 2
    room = np.where(mixed, q - np.abs(p), np.where(region == HALF, np.minimum(q, 2 * even), q))
    z = p @ lines - wanted
    square = float(abs_gram(target, target).sum())
    risk = float(z @ z + q @ kernel @ q - 2 * q @ across + square) / 4
    bound = float(square - across @ np.linalg.lstsq(kernel, across, rcond=None)[0]) / 4
    return Candidate(q, p, float(room.min()) / max(mass(target), 1e-300), risk, bound)


def mass(target: Floats) -> float:
    """The sum of the lengths of the target's weights."""
    return float(np.linalg.norm(target, axis=1).sum())


def spanned(rows: Floats) -> Floats:
    """An orthonormal basis of what rows span, shape (rank, inputs)."""
    if not len(rows):
        return rows
    _, sizes, basis = np.linalg.svd(rows, full_matrices=False)
    return basis[sizes > DEPENDENT]


def signed_sums(rows: Floats, q: Floats, wanted: Floats) -> Floats:
    """p with sum_r p_r u_r nearest to `wanted`, and the sum of (p/q)^2 least among those; shape (rows,)."""
    weighted = q[:, None] * rows
    return q * (np.linalg.pinv(weighted.T, rcond=DEPENDENT) @ wanted) if len(rows) else q


def least_risk(lines: Floats, target: Floats):
    """The global optimum over all masses of lines with two or more neurons each."""
    return optimum_on_units(lines, target)


def margin(lines: Floats, target: Floats, region: Codes) -> float:
    """Negative where the region holds a local minimum that is not global: minus the less of its room and its excess."""
    found = candidate(lines, target, region)
    if found.inside <= CLEAR:
        return max(-found.inside, 0.0)
    square = found.risk + float(np.linalg.norm(target.sum(axis=0)) ** 2)
    if found.risk - found.bound <= CLEAR * square:
        return 0.0
    excess = (found.risk - least_risk(lines, target).risk) / max(mass(target) ** 2, 1e-300)
    return -min(found.inside, excess) if excess > CLEAR else 0.0


def outside(lines: Floats, target: Floats, region: Codes) -> float:
    """Negative where the region holds a local minimum at all: minus the candidate's room."""
    found = candidate(lines, target, region).inside
    return -found if abs(found) > CLEAR else 0.0
