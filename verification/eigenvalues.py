"""The least eigenvalue of a symmetric matrix of balls, enclosed to a few digits less than floating point has.

From below by Rump's shifted Cholesky factorisation (Verification of positive definiteness, BIT 46 (2006) 433-452),
whose rounding errors are bounded beforehand; from above by a quotient of forms. Where more digits are wanted, eliminate
in balls.

Let the factorisation of a matrix B of floats, row by row with inner products in any order, fused or not, run to its end
with factor R. Every entry of R is one inner product of at most n terms, a difference, and a quotient or a root. With
gamma_k = k u/(1 - k u) this gives |B - R'R| <= gamma_(n+3) |R|'|R| entry by entry (as in Higham, Accuracy and Stability
of Numerical Algorithms, 2nd ed., Theorem 10.3), plus what underflow adds. An entry of |R|'|R| is at most |r_i||r_j| for
the columns of R, and |r_i|^2 <= b_ii/(1 - gamma), so that the difference has at most the norm
gamma/(1 - gamma) trace(B), and no eigenvalue of B = R'R + (B - R'R) lies below minus that.
"""

import numpy as np
from flint import arb, arb_mat

from pnn.lines import Floats
from verification.balls import largest
from verification.comparisons import floats, quotient

ROUNDING = arb(2) ** -52  # u: of one operation at most, however it is rounded
UNDERFLOW = arb(2) ** -1022  # likewise, also where results below are set to zero
ROOMS = (2, 16, 128)  # times the bound: how far the shift stays below the eigenvalue of floating point


def least_eigenvalue(symmetric: arb_mat) -> arb:
    """A ball that holds the least eigenvalue of every symmetric matrix in the balls; not a number where none is found.

    Its width is some n u times the trace, beside what the radii of the balls make of it; shape (n, n), n > 0.
    """
    approximate = floats(symmetric)
    approximate = (approximate + approximate.T) / 2
    if not np.isfinite(approximate).all():
        return arb("nan")
    values, vectors = np.linalg.eigh(approximate)
    least = float(values[0])
    size = float(np.abs(approximate).trace()) + len(approximate) * abs(least)
    for room in ROOMS:
        shift = least - room * float(below_zero(len(approximate), arb(size)))
        floor = floor_of_eigenvalues(symmetric, approximate - shift * np.eye(len(approximate)), shift)
        if floor is not None:
            return floor.union(quotient(symmetric, vectors[:, 0]).upper())
    return arb("nan")


def floor_of_eigenvalues(symmetric: arb_mat, shifted: Floats, shift: float) -> arb | None:
    """What no eigenvalue lies below; `shifted` is about the matrix less `shift` times the identity, symmetric floats.

    None where the factorisation of `shifted` does not run to its end.
    """
    if factor(shifted) is None:
        return None
    rest = symmetric - arb_mat(shifted.tolist())
    for i in range(len(shifted)):
        rest[i, i] -= shift
    norm = largest(sum(map(abs, row), arb(0)).upper() for row in rest.tolist())
    trace = sum(map(arb, np.diag(shifted).tolist()), arb(0))
    return (shift - norm - below_zero(len(shifted), trace)).lower()


def factor(matrix: Floats) -> Floats | None:
    """R of the Cholesky factorisation in floating point, where it runs to its end; shape (n, n), symmetric."""
    upper = np.zeros_like(matrix)
    for i in range(len(matrix)):
        row = matrix[i, i:] - upper[:i, i] @ upper[:i, i:]
        if not row[0] > 0:
            return None
        upper[i, i] = np.sqrt(row[0])
        upper[i, i + 1 :] = row[1:] / upper[i, i]
    return upper if np.isfinite(upper).all() else None


def below_zero(size: int, trace: arb) -> arb:
    """How far below zero the least eigenvalue of floats with a Cholesky factor may lie.

    Underflow adds at most 4 (n + 2 + trace) times the smallest normal number to an entry, n times as much to the norm,
    and the same once more by way of |r_i|.
    """
    gamma = (size + 3) * ROUNDING / (1 - (size + 3) * ROUNDING)
    return gamma / (1 - gamma) * trace + 8 * size * (size + 2 + trace) * UNDERFLOW
