"""Exact checks of Figures 4 and 5: all patterns of signs of two neurons, by first-order conditions."""

from fractions import Fraction

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.pnn2017.scalar import grid_as_data
from verification.papers.pnn2017.scalar.small_nets import masses, patterns

MIXED_TARGETS = ((6, -4), (3, 2, -4), (1, -1), (2, -5), (4, -1, -1))
HALF = Fraction(1, 2)


@leaves(grid_as_data.target_of_one_sign, whole=False)
@exact.check(
    "pnn.figure-5",
    "one-sign",
    wrong={
        "a minimum at the other corner": {"patterns_held": ((1, 1), (1, -1))},
        "open segment": {"patterns_held": ((1, 1),)},
    },
    scope="instances",
)
def landscape_of_six_and_four(patterns_held=((1, 1), (1, 0), (0, 1))):
    """All nine patterns of signs solved exactly for the target $(6, 4)$: the minimizers are those with $P = 10$ and
    $N = 0$, of value 0, and lie in three patterns, two of which have a zero weight."""
    return patterns(2, (6, 4)) == dict.fromkeys(patterns_held, (10, 0, 0))


@leaves(grid_as_data.regions_with_points_of_risk_zero, whole=False)
@exact.check(
    "pnn.figure-5",
    "global-region",
    wrong={
        "a zero weight counted as negative": {"sign_of_zero": -1},
        "a target of both signs": {"target": (6, -4)},
        "two regions": {"regions": ((1, 1), (-1, -1))},
    },
    scope="instances",
)
def regions_with_points_of_risk_zero(target=(6, 4), regions=((1, 1),), sign_of_zero=0):
    """Of the patterns of signs without zero, solved exactly for the target $(6, 4)$, only that of two positive
    weights holds points of risk zero."""
    found = {
        tuple(s or sign_of_zero for s in pattern) for pattern, (*_, value) in patterns(2, target).items() if value == 0
    }
    return {pattern for pattern in found if 0 not in pattern} == set(regions)


@leaves(grid_as_data.target_of_both_signs, whole=False)
@exact.check(
    "pnn.figure-5",
    "both-signs",
    wrong={"the two values exchanged": {"low": 18, "high": 8}, "the value of the maximum": {"high": 26}},
    scope="instances",
)
def landscape_of_six_and_minus_four(low=8, high=18):
    """All nine patterns of signs solved exactly for the target $(6, -4)$: four hold minimizers, with the masses
    $(6, 0)$ of value 8, $(0, 4)$ of value 18 and, twice, $(6, 4)$ of value 0."""
    expected = {(1, 1): (6, 0, low), (-1, -1): (0, 4, high), (1, -1): (6, 4, 0), (-1, 1): (6, 4, 0)}
    return patterns(2, (6, -4)) == expected


@leaves(grid_as_data.four_regions, whole=False)
@exact.check(
    "pnn.figure-4",
    "regions",
    wrong={
        "the values exchanged": {"values": {1: 0, -1: 1}},
        "a bad minimum in a mixed region": {"mixed": 1},
    },
    scope="instances",
)
def four_regions_solved(values=None, mixed=0):
    """For each target with both signs, each of the four regions holds a minimizer, of the predicted value."""
    unreachable = values or {1: 1, -1: 0}
    for target in MIXED_TARGETS:
        found, mass = patterns(2, target), masses(target)
        yield {"weights of one sign": [found[s, s][2] - HALF * mass[k] ** 2 for s, k in unreachable.items()]}
        yield {"weights of both signs": [found[s, -s][2] - mixed for s in (1, -1)]}
