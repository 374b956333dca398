"""All local minima of small degree-one networks, exact in the field of 2/pi, by two routes.

A feature is (input, sign): the neurons on that input with weights of that sign act as their total mass. Inputs have
three neurons, so a pattern says for each input which signs occur and whether a zero does. `kkt_minima` solves the
first-order conditions of a pattern and looks at the slopes of its zero neurons. `orthant_minima` knows no
derivative: on every closed orthant of the weights the best of all supports, by value; a point is a local minimizer
iff it is the best of every closed orthant that contains it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import chain, combinations, product

from verification.papers.pnn2017.degree_one.field import C, Number, number, solve

SIGNS = (1, -1)
Feature = tuple[int, int]
Masses = dict[Feature, Number]


@dataclass(frozen=True)
class Kind:
    """What occurs among the weights of one input."""

    signs: frozenset[int]
    zero: bool

    @property
    def strictly_one_signed(self) -> bool:
        """All weights positive, or all negative."""
        return len(self.signs) == 1 and not self.zero

    @property
    def mixed(self) -> bool:
        """A positive and a negative weight."""
        return len(self.signs) == 2


KINDS = tuple(
    Kind(frozenset(signs), zero) for signs in ((), (1,), (-1,), (1, -1)) for zero in (False, True) if signs or zero
)
Pattern = tuple[Kind, ...]


def patterns(inputs: int):
    """Every pattern of so many inputs, seven kinds each."""
    return product(KINDS, repeat=inputs)


def gram(one: Feature, other: Feature) -> Number:
    """E max(s x_i, 0) max(t x_j, 0): 1/2 for the same half-line, 0 for opposite ones, (1/sqrt(2 pi))^2 = c/4 across."""
    if one[0] != other[0]:
        return C / 4
    return number(Fraction(1, 2) if one == other else 0)


def features(inputs: int) -> list[Feature]:
    """All features."""
    return list(product(range(inputs), SIGNS))


@cache
def least_squares(support: tuple[Feature, ...], inputs: int) -> list[list[Number]]:
    """The rows that map the target's masses to the stationary masses of a support."""
    matrix = [[gram(f, g) for g in support] for f in support]
    columns = [solve(matrix, [gram(f, t) for f in support]) for t in features(inputs)] if support else []
    return [list(row) for row in zip(*columns, strict=True)]


def stationary(support: tuple[Feature, ...], target: Masses, inputs: int) -> Masses:
    """The masses on a support at which the risk is stationary in all of them; zero elsewhere."""
    rows = least_squares(support, inputs)
    found = dict.fromkeys(features(inputs), number(0))
    for feature, row in zip(support, rows, strict=True):
        found[feature] = sum((x * t for x, t in zip(row, target.values(), strict=True)), number(0))
    return found


def slope(feature: Feature, masses: Masses, target: Masses) -> Number:
    """The derivative of the risk in the mass of a feature, one-sided where it is zero."""
    return sum((2 * gram(feature, g) * (masses[g] - target[g]) for g in masses), number(0))


def risk(masses: Masses, target: Masses) -> Number:
    """E (h - h*)^2 as the quadratic form of the pair means."""
    return sum((slope(f, masses, target) * (masses[f] - target[f]) / 2 for f in masses), number(0))


def kkt_minima(target: Masses, inputs: int) -> dict[Pattern, tuple[Masses, Number]]:
    """The local minimizers by pattern: masses and value."""
    found = {}
    for pattern in patterns(inputs):
        support = tuple((r, s) for r, s in features(inputs) if s in pattern[r].signs)
        masses = stationary(support, target, inputs)
        idle = [(r, s) for r, s in features(inputs) if pattern[r].zero]
        if all(masses[f] > 0 for f in support) and all(slope(f, masses, target) >= 0 for f in idle):
            found[pattern] = (masses, risk(masses, target))
    return found


def orthant_minima(target: Masses, inputs: int) -> dict[Pattern, tuple[Masses, Number]]:
    """The same, from the values on the supports of each closed orthant."""
    points = [(support, stationary(support, target, inputs)) for support in subsets(features(inputs))]
    candidates = [
        (support, masses, risk(masses, target)) for support, masses in points if all(masses[f] >= 0 for f in support)
    ]
    best = {}
    for signs in product((frozenset((1,)), frozenset((-1,)), frozenset(SIGNS)), repeat=inputs):
        inside = [c for c in candidates if all(s in signs[r] for r, s in c[0])]
        best[signs] = min(inside, key=lambda candidate: candidate[2])[1:]
    found = {}
    for pattern in patterns(inputs):
        optima = [best[signs] for signs in orthants_around(pattern)]
        masses, value = optima[0]
        occurs = all((masses[r, s] > 0) == (s in pattern[r].signs) for r, s in masses)
        if occurs and all(other == masses for other, _ in optima):
            found[pattern] = (masses, value)
    return found


def orthants_around(pattern: Pattern):
    """The signs available to each input on every closed orthant that contains the points of a pattern."""
    turns = (frozenset((1,)), frozenset((-1,)), frozenset(SIGNS))
    return product(*({k.signs | turn for turn in turns} if k.zero else {k.signs} for k in pattern))


def subsets(items):
    """All subsets, as tuples in order."""
    return chain.from_iterable(combinations(items, size) for size in range(len(items) + 1))
