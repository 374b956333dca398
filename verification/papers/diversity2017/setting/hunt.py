"""Equation (7) hunted: weights, samples and residuals for which the gradient is smaller than it says."""

from __future__ import annotations

import math

import numpy as np
from flint import fmpq, fmpq_mat

from verification.methods import hunt
from verification.methods.hunt import Hunt, Instance
from verification.papers.diversity2017.nets import as_fmpq, eigenvalues_below, net, shown


def instance(rng, units=3, inputs=2, samples=3) -> Instance:
    """Random units, samples and residuals."""
    weights, data = rng.standard_normal((units, inputs)), rng.standard_normal((samples, inputs))
    return Instance({"weights": weights, "samples": data, "residuals": rng.standard_normal((1, samples))})


def with_equal_units(rng) -> Instance:
    """All units the same: the rank is at most the number of inputs."""
    one = instance(rng)
    return Instance({**one.numbers, "weights": np.tile(one.numbers["weights"][:1], (3, 1))})


def with_antipodal_samples(rng) -> Instance:
    """Two samples opposite to each other."""
    one = instance(rng)
    data = np.array(one.numbers["samples"])
    data[1] = -data[0]
    return Instance({**one.numbers, "samples": data})


def with_close_samples(rng) -> Instance:
    """Two samples that are nearly one, and residuals of opposite signs on them."""
    one = instance(rng)
    data = np.array(one.numbers["samples"])
    data[1] = data[0] + 0.01 * rng.standard_normal(2)
    return Instance({**one.numbers, "samples": data, "residuals": np.array([[1.0, -1.0, 0.0]])})


STRATA = {
    "random": instance,
    "one unit, two samples": lambda rng: instance(rng, units=1, samples=2),
    "equal units": with_equal_units,
    "antipodal samples": with_antipodal_samples,
    "nearly equal samples": with_close_samples,
}


def gram_of(one: Instance) -> np.ndarray:
    """D'D in floating point."""
    weights, data = one.numbers["weights"], one.numbers["samples"]
    active = (data @ weights.T >= 0).astype(float)
    return (active @ active.T) * (data @ data.T)


def squares(place: int) -> Hunt:
    """|D r|^2 / |r|^2 below the square of a singular value, by its place from the smallest."""

    def margin(one: Instance) -> float:
        gram, r = gram_of(one), one.numbers["residuals"][0]
        scale = np.trace(gram)
        if not r.any() or scale == 0:
            return math.inf
        return float((r @ gram @ r / (r @ r) - np.linalg.eigvalsh(gram)[place]) / scale)

    def certify(one: Instance) -> str:
        weights, data, (r,) = (one.fractions(name) for name in ("weights", "samples", "residuals"))
        matrix = net(weights, [1] * len(weights), data).matrix
        gram, column = matrix.transpose() * matrix, fmpq_mat([[as_fmpq(entry)] for entry in r])
        length = (column.transpose() * column)[0, 0]
        if length == 0:
            return ""
        ratio = (column.transpose() * gram * column)[0, 0] / length
        below = eigenvalues_below(gram, ratio + fmpq(1, 10**9))
        allowed = place if place >= 0 else len(r) - 1
        found = below is not None and below <= allowed
        return f"|D r|^2 / |r|^2 is {shown(ratio)}, below the square of that singular value" if found else ""

    def show(one: Instance) -> str:
        return ", ".join(f"{name} {array.tolist()}" for name, array in one.numbers.items())

    return Hunt(STRATA, margin, certify, show)


@hunt.check(
    "diverse.equation-7",
    "bound",
    wrong={"the second smallest singular value": {"place": 1}, "the largest": {"place": -1}},
    per_stratum=40,
)
def gradients_below_the_bound(place=0):
    r"""Up to three units and samples in the plane: is $\|D r\|^2$ below $s_m(D)^2 \|r\|^2$?"""
    return squares(place)
