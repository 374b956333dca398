"""A matrix D, and slices of the plane with units in them, as data for anybody's program."""

from fractions import Fraction

from verification.papers.diversity2017.discrepancies_as_data import discrepancies, in_slice
from verification.papers.diversity2017.nets import net
from verification.papers.diversity2017.nets_as_data import as_network, overlaps
from verification.papers.diversity2017.places import polygon

UNITS = (1, 2, -1), (-3, 1, 1), (0, 1, 4), (2, -2, 1)
SIGNS = 1, -1, -1, 1
SAMPLES = (3, 1, 2), (-1, 2, 0), (1, 1, -5), (2, -3, 1), (1, 0, 0)
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


def stacked_matrix():
    """D'D of four units and five samples, and how many units are active on both samples of a pair."""
    one = net(UNITS, SIGNS, SAMPLES)
    return as_network(one, overlaps(one))
