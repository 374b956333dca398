"""The regulariser without its odd part up to constants: the mean over pairs of arcsin(w_i.w_j)^2, at directions.

k(t)^2 + k(-t)^2 = 1/8 + arcsin(t)^2 / (2 pi^2): the mean over pairs of this is no smaller for opposite units than for
equal ones, and zero without the 1/8 for orthonormal units.
"""

import numpy as np
from numpy.typing import ArrayLike

from pnn.lines import Floats, acute_angles, check_directions, check_weights, split_rows

_CLOSE = 1e-12  # of the slope of arcsin: nearer to a common line a pair has none


def symmetric_regulariser(weights: ArrayLike) -> float:
    """The mean of arcsin(w_i.w_j)^2 over pairs i != j, at directions, for weights of shape (units, inputs).

    Raises ValueError where weights are not such an array of finite numbers, a unit is zero, or there is only one.
    """
    units = _several(weights)
    squares = (np.pi / 2 - acute_angles(units, units)[0]) ** 2
    np.fill_diagonal(squares, 0)
    return float(squares.sum()) / (len(units) * (len(units) - 1))


def symmetric_regulariser_gradient(weights: ArrayLike) -> Floats:
    """The gradient of `symmetric_regulariser` by the raw weights, shape (units, inputs).

    By w_i it is (I - u_i u_i') / |w_i| times 4 / (n (n - 1)) sum_j arcsin(t_ij) u_j / sqrt(1 - t_ij^2). There is a kink
    where two units lie on a line, and such a pair adds nothing here: its one-sided slopes are equal in all directions.
    Raises ValueError as `symmetric_regulariser` does.
    """
    units = _several(weights)
    norms, _ = split_rows(check_weights(weights))
    acute, obtuse = acute_angles(units, units)
    sine = np.sin(acute)
    pull = np.where(sine > _CLOSE, (np.pi / 2 - acute) / np.maximum(sine, _CLOSE), 0.0)
    pulls = np.where(obtuse, -pull, pull) @ units
    tangential = pulls - np.einsum("ij,ij->i", pulls, units)[:, None] * units
    return 4 * tangential / (len(units) * (len(units) - 1)) / norms[:, None]


def _several(weights: ArrayLike) -> Floats:
    units = check_directions(weights, name="weights")
    if len(units) < 2:
        raise ValueError("weights must have at least two units: the regulariser is a mean over pairs")
    return units
