"""The kernel of units with rational entries, in balls; and where to look for units."""

from fractions import Fraction
from itertools import combinations

import numpy as np
from flint import arb

from verification.comparisons import ball
from verification.methods.hunt import Instance


def cosine(v, w):
    """The sign of the cosine of two rows that are not zero, and its square, as fractions."""
    product, sizes = dot(v, w), dot(v, v) * dot(w, w)
    return (product > 0) - (product < 0), Fraction(product * product) / sizes


def dot(v, w):
    """The product of two rows."""
    return sum((a * b for a, b in zip(v, w, strict=True)), Fraction(0))


def kernel(v, w):
    """k of two rows, by the arcsine; exact for equal, orthogonal and opposite ones but for pi."""
    sign, square = cosine(v, w)
    if square == 1:
        return arb(1) / 2 if sign > 0 else arb(0)
    return arb(1) / 4 + sign * ball(square).sqrt().asin() / (2 * arb.pi())


def regulariser(rows):
    """R of rows, in balls."""
    pairs = [kernel(v, w) ** 2 for v, w in combinations(rows, 2)]
    return sum(pairs, arb(0)) / len(pairs)


def usable(rows):
    """Whether there are two rows or more, and none is zero."""
    return len(rows) > 1 and all(any(row) for row in rows)


TETRAHEDRON = np.array([[1, 1, 1], [1, -1, -1], [-1, 1, -1], [-1, -1, 1]], dtype=float)


def crossed(rng, inputs):
    """A cross-polytope, its axes stretched."""
    return np.concatenate([np.eye(inputs), -np.eye(inputs)]) * rng.integers(1, 4, (2 * inputs, 1))


def near_crossed(rng, inputs):
    """A cross-polytope moved a little."""
    return crossed(rng, inputs) + 10.0 ** -rng.uniform(1, 4) * rng.standard_normal((2 * inputs, inputs))


def paired(rng, inputs):
    """Opposite pairs of any directions."""
    half = rng.integers(-3, 4, (inputs, inputs)) + 0.5
    return np.concatenate([half, -half])


def anywhere(rng, inputs):
    """Units of any directions."""
    return rng.standard_normal((2 * inputs, inputs))


def flat(rng, inputs):
    """Units of a plane, some equal."""
    rows = np.zeros((2 * inputs, inputs))
    rows[:, :2] = rng.integers(-2, 3, (2 * inputs, 2)) + 0.25
    return rows


STRATA = {
    "cross-polytopes": crossed,
    "nearly cross-polytopes": near_crossed,
    "opposite pairs": paired,
    "units anywhere": anywhere,
    "units of a plane": flat,
}


def units_of(*inputs, **more):
    """A sampler of twice as many units as inputs for every stratum, and of four in three inputs: a tetrahedron.

    With further arrays that are functions of the generator and the units.
    """

    def instance(rng, rows):
        return Instance({"units": rows, **{name: array(rng, rows) for name, array in more.items()}})

    found = {
        f"{name}, d = {d}": (lambda rng, draw=draw, d=d: instance(rng, draw(rng, d)))
        for name, draw in STRATA.items()
        for d in inputs
    }
    return found | {"a regular simplex": lambda rng: instance(rng, TETRAHEDRON)}
