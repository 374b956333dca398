"""Units with equal weights, and one that is active nowhere, as data for anybody's program."""

from fractions import Fraction

import numpy as np

from verification.networks_on_samples import fact, network
from verification.papers.diversity2017.discrepancies_as_data import discrepancies
from verification.papers.diversity2017.places import drawn, least_active

PAIR = (1, 0), (Fraction(3, 5), Fraction(4, 5))
GRAM = fact("gram", ((1, Fraction(3, 5)), (Fraction(3, 5), 1)), layers=(1,))


def relus(first, *facts):
    """ReLUs with these weights in columns and output weight 1, on two samples."""
    return network(PAIR, (0, 0), (first, ((1,),) * len(first[0])), (0,), *facts, at_zero=1)


def equal_weights():
    """Two units with one weight vector: rank 2."""
    return relus(((1, 1), (0, 0)), fact("rank", 2, layers=(1,)))


def inactive_unit():
    """D'D of one unit, and the same with a further unit."""
    return relus(((1,), (0,)), GRAM), relus(((1, -1), (0, -1)), GRAM)


def active_units():
    """The least number of active units over all directions, for three sets of units."""
    for seed in range(3):
        units = drawn(np.random.default_rng(seed), 24, 5)
        yield discrepancies(units, fact("active", least_active(units)))
