"""Slices of the plane, and units in them, as data for anybody's program."""

from fractions import Fraction

from verification.papers.diversity2017.discrepancies_as_data import discrepancies, in_slice
from verification.papers.diversity2017.places import polygon

ZERO = Fraction(0)
PAIRS = (
    (ZERO, ZERO),
    (ZERO, Fraction(1, 3)),
    (Fraction(1, 10), Fraction(4, 5)),
    (Fraction(1, 7), Fraction(6, 11)),
)


def arcs():
    """The share of 100 equally spaced directions in four slices less their areas, at most 2/100."""
    units = polygon(100)
    return discrepancies(units, *(in_slice(units, x, y) for x, y in PAIRS))
