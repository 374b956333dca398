"""Units with equal weights, and one that is active nowhere, as data for anybody's program."""

from fractions import Fraction
from itertools import islice

import numpy as np
from flint import fmpq

from verification.enumerations import count, enumeration
from verification.networks_on_samples import fact, network
from verification.papers.diversity2017.discrepancies_as_data import discrepancies
from verification.papers.diversity2017.nets import eigenvalues_below, gram_of, nets, nets_of_equal_units
from verification.papers.diversity2017.nets import without_the_last_unit as without
from verification.papers.diversity2017.nets_as_data import as_network, below, first_nets, overlaps, rank
from verification.papers.diversity2017.places import drawn, least_active

PAIR = (1, 0), (Fraction(3, 5), Fraction(4, 5))
GROWN = (4, 2, 2), (3, 2, 3), (4, 3, 4)  # units, inputs, samples
LEVEL = 2
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


def few_units():
    """1/4 is at most min(1, (d - 1)/n) for d from 2 to 9 and all n up to 4 (d - 1)."""
    few = ["<=", "n", ["*", 4, ["-", "d", 1]]]
    bound = ["<=", Fraction(1, 4), ["min", 1, ["/", ["-", "d", 1], "n"]]]
    pairs = sum(4 * (d - 1) for d in range(2, 10))
    counts = [count("1/4 is at most min(1, (d - 1)/n)", bound, pairs, pairs, few)]
    return enumeration({"d": range(2, 10), "n": range(1, 33)}, counts)


def grams():
    """D'D of three random networks, and how many units are active on both samples of a pair."""
    return [as_network(one, overlaps(one)) for one in first_nets(3)]


def ranks_with_equal_weights():
    """The rank of D of four units with one weight vector on twelve samples in 2 and 3 inputs."""
    return [as_network(one, rank(one)) for one in islice(nets_of_equal_units(np.random.default_rng(0), 0), 2)]


def grown():
    """The first two random networks whose least eigenvalue passes a level with the last unit."""
    return [one for pair in islice(passing(), 2) for one in pair]


def passing():
    """Networks without their last unit and with it, between whose least eigenvalues the level lies."""
    for one in nets(np.random.default_rng(0), 0, sizes=GROWN):
        fewer = without(one)
        before, after = (eigenvalues_below(gram_of(some), fmpq(LEVEL)) for some in (fewer, one))
        if before and after == 0:
            yield as_network(fewer, below(LEVEL, before)), as_network(one, below(LEVEL, 0))
