"""The discrepancy of units on the sphere and the regulariser made of it, of Xie, Liang and Song (2017).

For directions u, v with u.v = t the kernel k(t) = (pi - arccos t) / (2 pi) is the share of the sphere on which both
units are active. Angles near 0 and pi come from chords, since arccos loses half its digits there.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import polygamma

from pnn.lines import Floats, acute_angles, check_directions, check_weights, split_rows
from pnn.numbers import whole

_PAIRS_AT_ONCE = 1 << 22
_CLOSE = 0.5  # radians within which two units' difference is taken before it is weighed


def mean_squared_kernel(inputs: int) -> float:
    """E k(u.v)^2 = 1/16 + trigamma(inputs/2) / (8 pi^2) for independent uniform directions u and v.

    Raises ValueError where inputs is not a whole number >= 1.
    """
    inputs = whole(inputs, "inputs", least=1)
    return 1 / 16 + float(polygamma(1, inputs / 2)) / (8 * np.pi**2)


def squared_discrepancy(weights: ArrayLike) -> float:
    """L_2(W)^2 = (1/n^2) sum_ij k(w_i.w_j)^2 - E k^2, Theorem 8, for weights of shape (units, inputs).

    Only directions matter. The pairs are taken in blocks, of 2^22 at a time. Raises ValueError where weights are not
    such an array of finite numbers, or a unit is zero.
    """
    units = check_directions(weights, name="weights")
    off_diagonal = 2 * _pair_sum(units)
    return (off_diagonal + len(units) / 4) / len(units) ** 2 - mean_squared_kernel(units.shape[1])


def regulariser(weights: ArrayLike) -> float:
    """R(W) = sum over i != j of k(w_i.w_j)^2 / (n (n - 1)), equation (28), for weights of shape (units, inputs).

    Raises ValueError as `squared_discrepancy` does, and for a single unit.
    """
    units = _several(weights)
    return 2 * _pair_sum(units) / (len(units) * (len(units) - 1))


def regulariser_gradient(weights: ArrayLike) -> Floats:
    """The gradient of `regulariser` by the raw weights, shape (units, inputs).

    By w_i it is (I - u_i u_i') / |w_i| times 2 / (n (n - 1)) sum_j k_ij u_j / (pi sin theta_ij). R has a kink where two
    units point the same way, and such a pair adds nothing here: its one-sided slopes are equal in all directions.
    Raises ValueError as `regulariser` does.
    """
    units = _several(weights)
    norms, _ = split_rows(check_weights(weights))
    pulls = np.concatenate([_pulls(units, rows) for rows in _blocks(len(units))])
    tangential = pulls - np.einsum("ij,ij->i", pulls, units)[:, None] * units
    return 2 * tangential / (len(units) * (len(units) - 1)) / norms[:, None]


def _several(weights: ArrayLike) -> Floats:
    units = check_directions(weights, name="weights")
    if len(units) < 2:
        raise ValueError("weights must have at least two units: the regulariser is a mean over pairs")
    return units


def _blocks(count: int) -> Iterator[slice]:
    rows = max(1, _PAIRS_AT_ONCE // count)
    yield from (slice(start, min(start + rows, count)) for start in range(0, count, rows))


def _pair_sum(units: Floats) -> float:
    """The sum of k^2 over pairs i < j."""
    total = 0.0
    for rows in _blocks(len(units)):
        acute, obtuse = acute_angles(units[rows], units[rows.start :])
        kernel = np.where(obtuse, acute, np.pi - acute) / (2 * np.pi)
        total += float(np.sum(np.triu(kernel, 1) ** 2))
    return total


def _pulls(units: Floats, rows: slice) -> Floats:
    """sum_j k_ij u_j / (pi sin theta_ij), up to multiples of u_i, for the units of some rows."""
    own = units[rows]
    acute, obtuse = acute_angles(own, units)
    ratio = 1 / np.sinc(acute / np.pi)  # acute / sin(acute), 1 at 0
    close = ~obtuse & (acute < _CLOSE)
    sine = np.where(close | obtuse, 1.0, np.sin(acute))
    far = np.where(obtuse, ratio, np.where(close, 0.0, np.pi - acute) / sine)
    pulls = far @ units
    pairs = np.nonzero(close & (acute > 0))
    few = max(1, _PAIRS_AT_ONCE // units.shape[1])
    for start in range(0, pairs[0].size, few):
        i, j = (index[start : start + few] for index in pairs)
        weight = (np.pi - acute[i, j]) / np.sin(acute[i, j])
        np.add.at(pulls, i, weight[:, None] * (units[j] - own[i]))
    return pulls / (2 * np.pi**2)
