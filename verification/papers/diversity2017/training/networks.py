"""Signs, outputs and mean squares of networks f(x) = sum_k v_k relu(w_k.x), in float64."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from pnn.kernels import relu_gram
from pnn.lines import Floats
from pnn.numbers import not_negative

SIGNS = ("alternating", "random")
_AT_ONCE = 10_000


def signs_of(units: int, kind: str, random: np.random.Generator) -> Floats:
    """Output weights, (units,): +1, -1, +1, ..., or independent fair signs. Raises ValueError for another kind."""
    if kind not in SIGNS:
        raise ValueError(f"signs must be one of {', '.join(SIGNS)}, not {kind!r}")
    negative = np.arange(units) % 2 if kind == "alternating" else random.integers(2, size=units)
    return np.where(negative, -1.0, 1.0)


def outputs(weights: ArrayLike, signs: ArrayLike, samples: ArrayLike) -> Floats:
    """sum_k v_k relu(w_k.x): weights (units, inputs), signs (units,), samples (m, inputs); (m,).

    The samples are taken in blocks, of 10,000 at a time.
    """
    rows, by, of = (np.asarray(array, dtype=float) for array in (weights, signs, samples))
    blocks = (of[start : start + _AT_ONCE] for start in range(0, max(len(of), 1), _AT_ONCE))
    return np.concatenate([np.maximum(block @ rows.T, 0) @ by for block in blocks])


def expected_square(weights: ArrayLike, signs: ArrayLike, other: ArrayLike, other_signs: ArrayLike) -> float:
    """The mean over the sphere of the squared difference of two networks.

    relu is homogeneous of degree one, so that the mean over directions is that over N(0, I), divided by the number of
    inputs. Raises ValueError where the weights are not finite.
    """
    both = np.concatenate([np.asarray(weights, dtype=float), np.asarray(other, dtype=float)])
    by = np.concatenate([np.asarray(signs, dtype=float), -np.asarray(other_signs, dtype=float)])
    return not_negative(float(by @ relu_gram(both, both) @ by) / both.shape[1], "the mean square")
