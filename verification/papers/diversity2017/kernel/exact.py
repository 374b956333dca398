"""Entries of the Gram matrix from D itself, and arcs of the circle."""

from fractions import Fraction

import numpy as np

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.diversity2017.kernel import certificates as leaving
from verification.papers.diversity2017.mathematics.plane import distance, share

UNITS, SIGNS, SAMPLES = map(np.array, (leaving.UNITS, leaving.SIGNS, leaving.SAMPLES))


def stacked(kink, signs):
    """D of whole numbers, shape (units * inputs, samples); the derivative of the ReLU at 0 is `kink`."""
    fields = SAMPLES @ UNITS.T
    active = np.where(fields > 0, 1, np.where(fields == 0, kink, 0))
    columns = [np.outer(signs * on, sample).ravel() for on, sample in zip(active, SAMPLES, strict=True)]
    return np.column_stack(columns)


@leaves(leaving.stacked_matrix, whole=False)
@exact.check(
    "diverse.equation-8",
    "entries",
    wrong={"0 at a kink": {"kink": 0}, "a unit doubled": {"signs": (1, -1, -2, 1)}},
    scope="instances",
)
def gram_of_the_stacked_matrix(kink=1, signs=leaving.SIGNS):
    r"""$n G_n = D^\top D$ of four units and five samples, one of which lies on the kink of a unit, less the sums of
    products of indicators times $x_i \cdot x_j$.
    """
    matrix = stacked(kink, np.array(signs))
    active = (SAMPLES @ UNITS.T >= 0).astype(int)
    counted = (active @ active.T) * (SAMPLES @ SAMPLES.T)
    for entry in (matrix.T @ matrix - counted).ravel().tolist():
        yield {"an entry of D'D": entry}


@leaves(leaving.arcs, whole=False)
@exact.check(
    "diverse.equation-20",
    "area",
    wrong={"the angle itself": {"turned": True}, "twice": {"factor": 2}},
    scope="instances",
)
def many_units_in_arcs(turned=False, factor=1, many=1000):
    r"""The share of 1,000 equally spaced directions of the plane within a quarter turn of both $x$ and $y$, against
    $\frac12$ less their angle in turns, to within $\frac{2}{1000}$; four pairs.
    """
    units = [Fraction(i, many) for i in range(many)]
    for x, y in leaving.PAIRS:
        angle = distance(Fraction(x), Fraction(y))
        first = y - Fraction(1, 4) if (y - x) % 1 == angle else x - Fraction(1, 4)
        wanted = factor * (angle if turned else Fraction(1, 2) - angle)
        yield {"near": abs(share(units, first, Fraction(1, 2) - angle) - wanted) <= Fraction(2, many)}
