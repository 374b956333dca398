"""A step of training between matrix products, compiled: errors of students, weights of pairs, the step itself.

No sum is reordered, so that every process comes to the same digits. Numbers given have the precision of the arrays.
"""

from __future__ import annotations

import numpy as np
from numba import njit

# arccos a = sqrt(1 - a) p(a) for 0 <= a <= 1, within 2e-8: Abramowitz & Stegun 4.4.46. Last pi, and the largest cosine
# that counts: the weight of a pair of equal directions has no bound.
ARCCOS = (
    1.5707963050, -0.2145988016, 0.0889789874, -0.0501743046, 0.0308918810, -0.0170881256, 0.0066700901, -0.0012624911,
    np.pi, 1 - 1e-6,
)  # fmt: skip


@njit(cache=True)
def backwards(sums, signs, starts, outputs, scale, losses):
    """Put scale v_k (f - y) where unit k is active, else 0, in place of its sum w_k.x, shape (units, batch).

    Units starts[s] to starts[s + 1] are those of student s; losses (students,) takes scale / 2 times its squared
    errors. A sum that is no number makes all of its student's errors none.
    """
    batch = sums.shape[1]
    errors, zero = np.empty(batch, sums.dtype), sums.dtype.type(0)
    for student in range(len(starts) - 1):
        for s in range(batch):
            errors[s] = -outputs[s]
        for k in range(starts[student], starts[student + 1]):
            sign = signs[k]
            for s in range(batch):
                errors[s] += zero if sums[k, s] <= zero else sign * sums[k, s]
        total = 0.0
        for s in range(batch):
            total += errors[s] * errors[s]
            errors[s] *= scale
        losses[student] = total * scale / 2
        for k in range(starts[student], starts[student + 1]):
            sign = signs[k]
            for s in range(batch):
                sums[k, s] = zero if sums[k, s] <= zero else sign * errors[s]


@njit(cache=True, error_model="numpy")
def pair_weights(cosines, constants, along):
    """Put (pi - arccos t) / sqrt(1 - t^2) in place of the cosines t, 0 on the diagonal; along_j = sum_i weight_ij t_ij.

    cosines (copies, units, units), symmetric; along (copies, units); constants ARCCOS. For t < 0 the weight is
    p(-t) / sqrt(1 - t), so that nothing is lost at opposite units.
    """
    a0, a1, a2, a3, a4, a5, a6, a7, pi, most = constants
    copies, units, _ = cosines.shape
    zero, one = a0 - a0, pi / pi
    for c in range(copies):
        for j in range(units):
            along[c, j] = zero
        for i in range(units):
            cosines[c, i, i] = zero
            for j in range(units):
                t = cosines[c, i, j]
                a = min(abs(t), most)
                p = a0 + a * (a1 + a * (a2 + a * (a3 + a * (a4 + a * (a5 + a * (a6 + a * a7))))))
                weight = (pi / np.sqrt(one - a) - p if t > zero else p) / np.sqrt(one + a)
                cosines[c, i, j] = weight
                along[c, j] += weight * t
            cosines[c, i, i] = zero


@njit(cache=True)
def move(weights, velocities, gradient, rate, momentum):
    """One heavy-ball step: velocity = momentum velocity + gradient, weight = weight - rate velocity."""
    for k in range(len(weights)):
        for i in range(weights.shape[1]):
            velocities[k, i] = momentum * velocities[k, i] + gradient[k, i]
            weights[k, i] -= rate * velocities[k, i]
