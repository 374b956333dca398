"""What an expert writes on NumPy and SciPy alone: no check of arguments, no copy that can be spared."""

from __future__ import annotations

import numpy as np
from scipy.linalg import cho_factor, lapack, solve_triangular
from scipy.optimize import nnls

_RANK = 1e-14  # of the largest pivot; below, a feature is a mixture of others
_MOST_STEPS = 100  # of SciPy's active set, a feature


def relu_kernel(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """E relu(l.x) relu(r.x) for unit rows: Cho and Saul's kernel of degree one."""
    cosine = np.clip(left @ right.T, -1, 1)
    return (np.sqrt(1 - cosine**2) + (np.pi - np.arccos(cosine)) * cosine) / (2 * np.pi)


def psi_kernel(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """E|l.x||r.x| for unit rows."""
    cosine = np.clip(left @ right.T, -1, 1)
    return (2 / np.pi) * (np.sqrt(1 - cosine**2) + cosine * np.arcsin(cosine))


def optimum(lines: np.ndarray, target: np.ndarray) -> np.ndarray:
    """Masses (2 lines,) of the least risk, from unit lines (lines, inputs) and target weights on."""
    features, norms = np.concatenate([lines, -lines]), np.linalg.norm(target, axis=1)
    moment = relu_kernel(features, target / norms[:, None]) @ norms
    return nnls_of_factor(*factor(relu_kernel(features, features), moment))


def factor(gram: np.ndarray, moment: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A, b and an order of the features with A'A = gram and A'b = moment in that order.

    A Gram matrix of more features than the lines and inputs leave independent is singular: Cholesky's factor with
    pivots, cut at the rank, is the cheapest.
    """
    lower, order, rank, _ = lapack.dpstrf(gram, lower=1, tol=_RANK * gram.diagonal().max())
    order = order - 1
    tall = np.tril(lower[:, :rank])
    return tall.T, solve_triangular(tall[:rank], moment[order[:rank]], lower=True, check_finite=False), order


def nnls_of_factor(matrix: np.ndarray, values: np.ndarray, order: np.ndarray) -> np.ndarray:
    """The masses of the least squares |A y - b|, y >= 0, by SciPy, in the features' own order."""
    masses = np.empty(len(order))
    masses[order] = nnls(matrix, values, maxiter=_MOST_STEPS * len(order))[0]
    return masses


def prefix_complements(lines: np.ndarray, targets: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """All Schur complements, (sizes, targets, targets), of unit rows from one factorisation in place."""
    root, _ = cho_factor(psi_kernel(lines, lines), lower=True, overwrite_a=True, check_finite=False)
    cross = psi_kernel(lines, targets)
    explained = solve_triangular(root, cross, lower=True, overwrite_b=True, check_finite=False)
    complements, complement = np.empty((len(sizes), len(targets), len(targets))), psi_kernel(targets, targets)
    for place, (first, last) in enumerate(zip([0, *sizes[:-1]], sizes, strict=True)):
        complement -= explained[first:last].T @ explained[first:last]
        complements[place] = complement
    return complements
