"""Harmonics counted: monomials less the rank of the Laplacian, in whole numbers."""

from fractions import Fraction
from itertools import combinations_with_replacement
from math import comb

from flint import fmpq_mat

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.diversity2017.spectrum import certificates as leaving


def monomials(inputs, degree):
    """The exponents of all monomials of a degree."""
    chosen = combinations_with_replacement(range(inputs), degree) if degree >= 0 else ()
    return [tuple(factors.count(i) for i in range(inputs)) for factors in chosen]


def harmonics(inputs, degree):
    """How many independent homogeneous polynomials of a degree the Laplacian maps to 0."""
    above, below = monomials(inputs, degree), monomials(inputs, degree - 2)
    if not below:
        return len(above)
    place = {exponents: row for row, exponents in enumerate(below)}
    laplacian = fmpq_mat(len(below), len(above))
    for column, exponents in enumerate(above):
        for i, power in enumerate(exponents):
            if power >= 2:
                lowered = (*exponents[:i], power - 2, *exponents[i + 1 :])
                laplacian[place[lowered], column] = power * (power - 1)
    return len(above) - laplacian.rank()


def formula(inputs, degree, divisor):
    """(2 t + d - 2) over a divisor, times the binomial."""
    return Fraction(2 * degree + inputs - 2, divisor) * comb(degree + inputs - 3, degree - 1)


@leaves(leaving.harmonics)
@exact.check(
    "diverse.multiplicity",
    "four-units",
    wrong={"two units": {"units": 2}, "degree 4": {"degree": 4}},
)
def degree_two_in_three_inputs(units=4, degree=2):
    r"""The printed formula less $\frac52$, and the number of harmonics counted less 5."""
    yield {"the formula": formula(3, degree, units) - Fraction(5, 2)}
    yield {"the count": harmonics(3, degree) - 5}


@leaves(leaving.counts_of_harmonics, whole=False)
@exact.check(
    "diverse.multiplicity",
    "degree",
    wrong={"the number of units, 4": {"units": 4}, "a degree more": {"raised": 1}},
    scope="instances",
)
def formula_against_the_count(units=None, raised=0):
    """The formula less the number of harmonics counted, in 2 to 5 inputs at degrees 1 to 6."""
    for inputs in range(2, 6):
        for degree in range(1, 7):
            yield {"less the count": formula(inputs, degree, units or degree + raised) - harmonics(inputs, degree)}
