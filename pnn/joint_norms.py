"""Norms of the Schur complements of all of many lines, without and with the linear kernel: Theorems 11 and 13.

The complements themselves are not formed: their largest eigenvalues come by Lanczos' method from products with vectors,
S x = psi22 x - psi21 L'^-1 L^-1 psi12 x with psi11 = L L'. That saves solving for every target line, the most of the
work where they are many.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.linalg import cho_solve, cholesky, eigh_tridiagonal, lapack

from pnn import numbers
from pnn.kernels import KernelSums, psi_gram_for
from pnn.lines import Floats, check_directions, check_lines
from pnn.schur import SMALLEST_PIVOT, complement_pair, spectral_norm

_MOST_IN_MEMORY = 2 << 30  # bytes of psi among the lines: with more of them the complements are formed, by blocks
_SMALL_RESIDUAL = 1e-10  # of the value: an eigenvalue lies as near, and nearer by this factor over its relative gap
_NOTHING_LEFT = 1e-13  # of the value: what a product adds beyond the vectors so far is rounding

Product = Callable[[Floats], Floats]


class JointNorms(NamedTuple):
    """Spectral norms by the number of target lines, (counts,), without and with the linear kernel; sums of psi."""

    plain: Floats
    linear: Floats
    sums: KernelSums


def joint_norms(lines: ArrayLike, target_lines: ArrayLike, counts: ArrayLike) -> JointNorms:
    """Norms of `pnn.schur.complement_pair` for the first `counts` of the target lines, and sums of psi of all lines.

    lines (lines, inputs), distinct, target_lines (target lines, inputs), rows of any non-zero length; counts whole
    numbers in 1..target lines, (counts,). It takes lines^2 (lines/3 + 2 inputs) multiplications and additions beside
    the kernels, and 8 bytes for each pair of lines. Errors and warning as in `complement_pair`; ValueError for counts.
    """
    lines = check_lines(lines)
    targets = check_directions(target_lines, lines.shape[1], "target_lines")
    number = numbers.plain(counts, "counts")
    if number.dtype.kind not in "iu" or number.ndim != 1 or not ((number >= 1) & (number <= len(targets))).all():
        raise ValueError(f"counts must be a list of whole numbers in 1..{len(targets)}, got {counts!r}")
    psi = psi_gram_for(len(lines))
    among, across, within = psi(lines, lines, half=True), psi(lines, targets), psi(targets, targets)
    sums = KernelSums.of(_sum_of_half(among), across.sum(axis=0), within)
    factor = _factor(among) if among.nbytes <= _MOST_IN_MEMORY else None
    if factor is None:
        pair = complement_pair(lines, targets)
        plain, linear = (np.array([spectral_norm(one[:count, :count]) for count in number]) for one in pair)
        return JointNorms(plain, linear, sums)
    product = _products(factor, lines, across, within, np.tile(number, 2))
    found = _largest_eigenvalues(product, len(targets), np.tile(number, 2))
    return JointNorms(found[: len(number)], found[len(number) :], sums)


def _sum_of_half(symmetric: Floats) -> float:
    """The sum of all entries of a matrix of which the upper triangle stands there."""
    return float(sum(row[i] + 2 * row[i + 1 :].sum() for i, row in enumerate(symmetric)))


def _factor(among: Floats) -> Floats | None:
    """The lower Cholesky factor, in the place of the upper triangle; None where a pivot is under `SMALLEST_PIVOT`."""
    factor, failed = lapack.dpotrf(among.T, lower=1, clean=0, overwrite_a=1)
    return None if failed or (np.diag(factor) ** 2 < SMALLEST_PIVOT).any() else factor


def _products(factor: Floats, lines: Floats, across: Floats, within: Floats, counts: NDArray) -> Product:
    """Columns x (target lines, 2 counts) to S x, each S cut to its count; the later half with the linear kernel.

    That takes (L L' + U U')^-1 = L'^-1 (I - V (I + V'V)^-1 V') L^-1, V = L^-1 U, in the place of (L L')^-1.
    """
    solved = lapack.dtrtrs(factor, lines, lower=1)[0]
    inner = cholesky(np.eye(lines.shape[1]) + solved.T @ solved, lower=True)
    inside, half = np.arange(len(within))[:, None] < counts, len(counts) // 2

    def product(columns: Floats) -> Floats:
        right = lapack.dtrtrs(factor, across @ columns, lower=1)[0]
        right[:, half:] -= solved @ cho_solve((inner, True), solved.T @ right[:, half:])
        left = lapack.dtrtrs(factor, right, lower=1, trans=1)[0]
        return np.where(inside, within @ columns - across.T @ left, 0.0)

    return product


def _largest_eigenvalues(product: Product, size: int, counts: NDArray) -> Floats:
    """The largest eigenvalues of positive semidefinite matrices, (counts,), by as many Lanczos iterations at a time.

    `product` takes a column for each, (size, counts), zero from its count on. Every vector is made orthogonal to all
    before it, twice; a value is done where its residual is small, and none has more vectors than rows.
    """
    start = np.random.default_rng(size).standard_normal((size, 1)) * (np.arange(size)[:, None] < counts)
    vectors = [start / np.linalg.norm(start, axis=0)]
    diagonal, beside, values = [], [], np.zeros(len(counts))
    for _ in range(max(counts)):
        rest = product(vectors[-1])
        diagonal.append(np.einsum("ij,ij->j", vectors[-1], rest))
        for one in (*vectors, *vectors):
            rest -= one * np.einsum("ij,ij->j", one, rest)
        beside.append(np.linalg.norm(rest, axis=0))
        values, residuals = _ritz(np.array(diagonal), np.array(beside))
        if (residuals <= _SMALL_RESIDUAL * values).all():
            break
        beside[-1] = np.where(beside[-1] > _NOTHING_LEFT * values, beside[-1], 0.0)
        vectors.append(np.divide(rest, beside[-1], out=np.zeros_like(rest), where=beside[-1] > 0))
    return np.maximum(values, 0.0)


def _ritz(diagonal: Floats, beside: Floats) -> tuple[Floats, Floats]:
    """The largest eigenvalue of each column's tridiagonal matrix, and the residual of its vector: both (columns,)."""
    values, residuals = np.empty(diagonal.shape[1]), np.empty(diagonal.shape[1])
    last = len(diagonal) - 1
    for j in range(len(values)):
        found, vector = eigh_tridiagonal(diagonal[:, j], beside[:-1, j], select="i", select_range=(last, last))
        values[j], residuals[j] = found[0], beside[-1, j] * abs(vector[-1, 0])
    return values, residuals
