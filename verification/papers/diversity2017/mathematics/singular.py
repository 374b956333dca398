"""The smallest singular value of the matrix D of Xie, Liang and Song (2017), without forming D."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.linalg import blas, cho_factor
from scipy.sparse.linalg import LinearOperator, eigsh

from pnn.lines import Floats, check_directions, check_weights

_RESOLVED = 1e4  # times the rounding of the Gram matrix: an eigenvalue above has a vector of its own
_FEW = 4  # vectors sought at first


def smallest_singular_value(weights: ArrayLike, samples: ArrayLike) -> float:
    """s_m(D) for weights of shape (units, inputs) and samples (m, inputs); D is (units * inputs, m).

    Column l of D stacks v_k 1[w_k.x_l >= 0] x_l over the units, v_k = 1 or -1, which does not matter here. The Gram
    matrix D'D = (S S') o (X X'), S the indicators, is factored once; inverse Lanczos finds the vectors of its
    smallest eigenvalues, all those that its rounding hides among them, and the value is read off D times these, whose
    error is of the order of rounding times the largest singular value. 0 where m exceeds units * inputs.
    Raises ValueError where the arrays are no such arrays of finite numbers, or a unit is zero.
    """
    directions = check_directions(weights, name="weights")
    samples = check_weights(samples, directions.shape[1], "samples")
    if not len(samples):
        raise ValueError("samples must have at least one row")
    if len(samples) > directions.size:
        return 0.0
    scale = float(np.abs(samples).max()) or 1.0
    active = samples / scale @ directions.T >= 0
    if not active.any(axis=1).all():  # a column of D is zero
        return 0.0
    return scale * _smallest(active, samples / scale)


def _smallest(active: np.ndarray, samples: Floats) -> float:
    counts = active.astype(np.float32)  # whole numbers up to 2^24 are exact
    gram = (counts @ counts.T).astype(float) * (samples @ samples.T)
    rounding = len(gram) * np.finfo(float).eps * float(np.abs(gram).sum(axis=1).max())
    gram[np.diag_indices_from(gram)] += rounding
    zero = np.sqrt(rounding * np.finfo(float).eps)  # the rounding of D times a unit vector
    factor = np.asfortranarray(cho_factor(gram, overwrite_a=True, check_finite=False)[0])  # R of R'R
    wanted = _FEW
    while True:
        vectors, hidden = _lowest(factor, len(gram), wanted, _RESOLVED * rounding)
        least = float(np.linalg.svd(_times(active, samples, vectors), compute_uv=False)[-1])
        if least < zero or not hidden:
            return least
        wanted *= 4


def _lowest(factor, size: int, wanted: int, resolved: float) -> tuple[Floats, bool]:
    """Vectors of the smallest eigenvalues, and whether the largest of these is still below what is resolved."""
    if wanted >= size // 2:
        return np.eye(size), False
    inverse = LinearOperator((size, size), matvec=lambda vector: _solved(factor, vector), dtype=float)
    start = np.random.default_rng(0).standard_normal(size)
    values, vectors = eigsh(inverse, k=wanted, which="LM", v0=start)
    return vectors, bool(1 / values.min() < resolved)


def _solved(factor: Floats, vector: Floats) -> Floats:
    """Solve R'R x = vector; LAPACK's own way for a single one takes four times as long."""
    return blas.dtrsv(factor, blas.dtrsv(factor, vector, trans=1))


def _times(active: np.ndarray, samples: Floats, vectors: Floats) -> Floats:
    """D times some vectors, shape (units * inputs, vectors)."""
    columns = [np.ravel((active * vector[:, None]).T @ samples) for vector in vectors.T]
    return np.column_stack(columns)
