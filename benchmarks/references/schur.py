"""Schur complements of prefixes of the lines, each size by itself."""

from __future__ import annotations

import numpy as np
from scipy.linalg import cho_factor, cho_solve

from pnn.kernels import abs_gram


def by_inverse(lines: np.ndarray, targets: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """All complements, (sizes, targets, targets): the kernel once, an inverse for each size."""
    gram, cross, own = abs_gram(lines, lines), abs_gram(lines, targets), abs_gram(targets, targets)
    return np.stack([own - cross[:r].T @ np.linalg.inv(gram[:r, :r]) @ cross[:r] for r in sizes])


def by_cholesky(lines: np.ndarray, targets: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """The same, the kernel once, a Cholesky factorisation for each size."""
    gram, cross, own = abs_gram(lines, lines), abs_gram(lines, targets), abs_gram(targets, targets)
    return np.stack([own - cross[:r].T @ cho_solve(cho_factor(gram[:r, :r]), cross[:r]) for r in sizes])
