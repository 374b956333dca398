"""The population risk of a two-layer ReLU network with unit output weights, and its derivatives.

L(W) = E (h(x; W) - h(x; W*))^2 with h(x; W) = sum_i relu(w_i.x) and x ~ N(0, I). From relu(t) = (t + |t|)/2,
h - h* = (z.x + sum_l v_l |u_l.x|)/2 with z the difference of the weights' sums and v_l the difference of the
masses on line l, so L = |z|^2/4 + v' psi[U U'] v / 4: Theorem 8 of Feizi, Javadi, Zhang and Tse (2017).
"""

import numpy as np
from numpy.typing import ArrayLike

from pnn.kernels import psi_gram_for
from pnn.lines import Floats, acute_angles, check_weights, pairs_on_one_line, split_rows
from pnn.numbers import not_negative

_ROUNDING_ANGLE = 4e-15  # rows this near to one line differ by rounding: c*u instead of u


def population_risk(weights: ArrayLike, target_weights: ArrayLike) -> float:
    """E (h - h*)^2 of `weights` (neurons, inputs) against `target_weights` (target neurons, inputs).

    Zero rows are silent neurons. The absolute error is about 1e-15 E(h^2 + h*^2), less where both nets share
    their lines: there masses are subtracted before the kernel sees them. Negative rounding is cut off at 0.
    Raises ValueError where the arrays are not finite, not two-dimensional or differ in inputs.
    """
    odd, masses, lines = _difference(*_both(weights, target_weights))
    even = masses @ psi_gram_for(len(lines))(lines, lines) @ masses
    return not_negative(float(odd @ odd + even) / 4)


def population_gradient(weights: ArrayLike, target_weights: ArrayLike) -> Floats:
    """Gradient of `population_risk` in the weights: (neurons, inputs).

    Row i is z/2 + (1/pi) sum_l v_l (sin(t) w_i/|w_i| + (pi/2 - t) u_l), t the angle between w_i and u_l. It exists
    wherever no row is zero, parallel rows included. Raises ValueError as `population_risk` does and for a zero row.
    """
    weights, target_weights = _both(weights, target_weights)
    _, units = _differentiable(weights)
    odd, masses, lines = _difference(weights, target_weights)
    acute, obtuse = acute_angles(units, lines)
    toward = np.where(obtuse, -1.0, 1.0) * (np.pi / 2 - acute)
    return odd / 2 + ((np.sin(acute) @ masses)[:, None] * units + toward @ (masses[:, None] * lines)) / np.pi


def population_hessian(weights: ArrayLike, target_weights: ArrayLike) -> Floats:
    """Hessian of `population_risk` in the row-major ravelled weights: (neurons * inputs, neurons * inputs).

    Off the diagonal, block (i, j) is 2 E[x x' 1(w_i.x > 0) 1(w_j.x > 0)], Lemma 6 of Feizi et al.; the diagonal
    block is I + (1/(pi |w_i|)) sum_l v_l sin(t) (I - e e' + n n'), e = w_i/|w_i|, n the unit vector along the part
    of u_l across e. The risk is twice differentiable wherever no row is zero: sin(t) vanishes at parallel rows.
    Raises ValueError as `population_gradient` does.
    """
    weights, target_weights = _both(weights, target_weights)
    norms, units = _differentiable(weights)
    neurons, inputs = weights.shape
    blocks = _both_active(units)
    _, masses, lines = _difference(weights, target_weights)
    for i in range(neurons):
        blocks[i, :, i, :] = np.eye(inputs) + _curvature(units[i], masses, lines) / (np.pi * norms[i])
    return blocks.reshape(neurons * inputs, neurons * inputs)


def _both_active(units: Floats) -> Floats:
    """2 E[x x' 1(w_i.x > 0) 1(w_j.x > 0)] for every pair, as (neurons, inputs, neurons, inputs)."""
    inputs = units.shape[1]
    acute, obtuse = acute_angles(units, units)
    angle = np.where(obtuse, np.pi - acute, acute)
    blocks = np.einsum("ij,ab->iajb", (np.pi - angle) / np.pi, np.eye(inputs))
    across = units[None, :, :] - np.cos(angle)[:, :, None] * units[:, None, :]  # sin(t) n, n across w_i toward w_j
    sine = np.linalg.norm(across, axis=2)
    normal = across / np.where(sine > 0, sine, 1.0)[:, :, None]
    swap = np.einsum("ij,ia,jb->iajb", sine, units, units)
    swap += np.einsum("ij,ija,jib->iajb", sine, normal, normal)
    return blocks + swap / np.pi


def _curvature(unit: Floats, masses: Floats, lines: Floats) -> Floats:
    across = lines - np.outer(lines @ unit, unit)
    sine = np.linalg.norm(across, axis=1)
    bent = (across.T * (masses / np.where(sine > 0, sine, 1.0))) @ across
    return (masses @ sine) * (np.eye(unit.size) - np.outer(unit, unit)) + bent


def _difference(weights: Floats, target_weights: Floats) -> tuple[Floats, Floats, Floats]:
    """z (inputs,), v (lines,) and the unit rows of the lines (lines, inputs) of the module's formula."""
    odd = weights.sum(axis=0) - target_weights.sum(axis=0)
    norms, units = split_rows(np.concatenate([weights, target_weights]))
    signed = np.concatenate([norms[: len(weights)], -norms[len(weights) :]])
    signed, units = signed[norms > 0], units[norms > 0]
    first, second = pairs_on_one_line(units, _ROUNDING_ANGLE).T
    home = np.arange(len(units))
    np.minimum.at(home, second, first)
    chosen, group = np.unique(home, return_inverse=True)
    masses: Floats = np.bincount(group, signed, len(chosen)).astype(float)
    return odd, masses, units[chosen]


def _both(weights: ArrayLike, target_weights: ArrayLike) -> tuple[Floats, Floats]:
    weights = check_weights(weights)
    return weights, check_weights(target_weights, weights.shape[1], "target_weights")


def _differentiable(weights: Floats) -> tuple[Floats, Floats]:
    norms, units = split_rows(weights)
    zero = np.flatnonzero(norms == 0)
    if zero.size:
        raise ValueError(f"the risk is not differentiable where a weight row is zero, but row {zero[0]} is")
    return norms, units
