"""Hunts for units with a smaller regulariser than the least, and for ranks above the bound."""

from fractions import Fraction

import numpy as np
from flint import arb, fmpq, fmpq_mat

from verification.comparisons import Comparison, at_most, ball, search
from verification.methods import hunt
from verification.papers.diversity2017.minimisers.rational import cosine, dot, regulariser, units_of, usable


@hunt.check(
    "ours.simplex-and-cross-polytope",
    "simplex",
    wrong={"$n$ for $n - 1$": {"less": 0}},
    per_stratum=5,
    starts=1,
)
def units_below_the_simplex(less=1):
    r"""Units in 2 and 3 inputs: is $R$ below $\left( \frac14 - \frac{1}{2 \pi} \arcsin \frac{1}{n - 1} \right)^2$?"""

    def compare(instance):
        rows = instance.fractions("units")
        if not usable(rows):
            return None
        angle = (arb(1) / (len(rows) - less)).asin() / (2 * arb.pi())
        return at_most((arb(1) / 4 - angle) ** 2, regulariser(rows), "the bound and R")

    return search(units_of(2, 3), compare)


@hunt.check(
    "ours.simplex-and-cross-polytope",
    "cross-polytope",
    wrong={"units in one input more": {"fewer": 1}, "a tenth more": {"factor": Fraction(11, 10)}},
    per_stratum=5,
    starts=1,
)
def units_below_the_cross_polytope(fewer=0, factor=Fraction(1)):
    r"""$2 d$ units in $d = 2, 3$ inputs: is $R$ below $\frac{d - 1}{8 (2 d - 1)}$?"""

    def compare(instance):
        rows = instance.fractions("units")
        inputs = len(rows[0]) - fewer
        if not usable(rows) or len(rows) != 2 * inputs:
            return None
        return at_most(ball(factor * Fraction(inputs - 1, 8 * (2 * inputs - 1))), regulariser(rows), "the bound and R")

    return search(units_of(2, 3), compare)


def is_cross_polytope(rows):
    """Whether all products are 0 or opposite, and each row has one opposite."""
    cosines = [[cosine(v, w) for w in rows] for v in rows]
    opposite = [sum(sign < 0 and square == 1 for sign, square in row) for row in cosines]
    return all(count == 1 for count in opposite) and all(s in (0, 1) for row in cosines for _, s in row)


@hunt.check(
    "ours.simplex-and-cross-polytope",
    "only",
    wrong={"cross-polytopes too": {"others": False}},
    per_stratum=5,
    starts=1,
)
def other_units_as_good(others=True):
    r"""$2 d$ units in $d = 2, 3$ inputs that are no cross-polytope: is $R$ no larger than
    $\frac{d - 1}{8 (2 d - 1)}$?
    """

    def compare(instance):
        rows = instance.fractions("units")
        inputs = len(rows[0])
        if not usable(rows) or len(rows) != 2 * inputs:
            return None
        if is_cross_polytope(rows):
            return None if others else Comparison(Fraction(-1), "R is the least value")
        return Comparison(regulariser(rows) * ball(Fraction(8 * (2 * inputs - 1), inputs - 1)) - 1, "R is no larger")

    return search(units_of(2, 3), compare)


def rank_of(rows, samples):
    """The rank of D in fractions."""
    columns = [[entry if dot(w, x) >= 0 else Fraction(0) for w in rows for entry in x] for x in samples]
    entries = [[fmpq(e.numerator, e.denominator) for e in column] for column in columns]
    return fmpq_mat(entries).rank()


def samples(rng, rows):
    """More samples than the bound, a few of whole numbers."""
    inputs = rows.shape[1]
    found = rng.standard_normal((len(rows) // 2 * inputs + inputs + 2, inputs))
    found[: 2 * inputs] = np.round(2 * found[: 2 * inputs])
    return np.where(found.any(axis=1)[:, None], found, 1.0)


@hunt.check(
    "ours.cross-polytope-rank",
    "rank",
    wrong={"samples orthogonal to a unit": {"off": False}, "units not in pairs": {"pairs": False}},
    per_stratum=5,
    starts=1,
)
def ranks_above_the_bound(off=True, pairs=True):
    """Units in opposite pairs and samples orthogonal to none of them, in 2 and 3 inputs: is the rank of $D$ above
    $(p + 1) d$?
    """

    def compare(instance):
        rows, data = instance.fractions("units"), instance.fractions("samples")
        if not usable(rows) or not all(any(x) for x in data):
            return None
        if off and any(dot(w, x) == 0 for w in rows for x in data):
            return None
        if pairs and not all(any(cosine(v, w) == (-1, 1) for w in rows) for v in rows):
            return None
        bound = (len(rows) // 2 + 1) * len(rows[0])
        return at_most(Fraction(rank_of(rows, data)), Fraction(bound), "the rank and its bound")

    return search(units_of(2, 3, samples=samples), compare)
