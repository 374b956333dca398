"""The Schur complement that bounds a porcupine network's risk from below: Corollary 4 of Feizi et al. (2017)."""

import warnings

import numpy as np
from numpy.typing import ArrayLike
from scipy.linalg import LinAlgError, cholesky, lapack, solve_triangular

from pnn.kernels import abs_gram
from pnn.lines import Floats, check_directions, check_lines

_SMALLEST_PIVOT = 1e-13


def schur_complement(lines: ArrayLike, target_lines: ArrayLike) -> Floats:
    """psi22 - psi21 psi11^-1 psi12, with psi11 between the lines and psi22 between the target's lines.

    `lines` (lines, inputs) distinct, `target_lines` (target lines, inputs), rows of any non-zero length; the result
    is (target lines, target lines), symmetric, with negative rounding in its eigenvalues cut off at 0. The risk of
    any net on `lines` is at least q' S q / 4, q the target's masses. Where psi11 is singular in float64, lines
    with a pivot under 1e-13 are left out: the result is then an upper bound of the matrix, and a RuntimeWarning
    says so. Raises ValueError for rows that are zero or not finite, repeated `lines`, differing inputs.
    """
    lines = check_lines(lines)
    targets = check_directions(target_lines, lines.shape[1], "target_lines")
    gram, cross = abs_gram(lines, lines), abs_gram(lines, targets)
    try:
        explained = solve_triangular(cholesky(gram, lower=True), cross, lower=True)
    except LinAlgError:
        explained = _explained_by_fewer(gram, cross)
    return _positive_part(abs_gram(targets, targets) - explained.T @ explained)


def _explained_by_fewer(gram: Floats, cross: Floats) -> Floats:
    factor, order, rank, _ = lapack.dpstrf(gram, tol=_SMALLEST_PIVOT, lower=1)
    warnings.warn(
        f"psi of the lines is singular in float64: {len(gram) - rank} of {len(gram)} lines are left out, "
        "so the Schur complement is an upper bound",
        RuntimeWarning,
        stacklevel=3,
    )
    return solve_triangular(factor[:rank, :rank], cross[order[:rank] - 1], lower=True)


def _positive_part(matrix: Floats) -> Floats:
    values, vectors = np.linalg.eigh((matrix + matrix.T) / 2)
    if values[0] >= 0:
        return (matrix + matrix.T) / 2
    root = vectors * np.sqrt(np.maximum(values, 0.0))
    return root @ root.T
