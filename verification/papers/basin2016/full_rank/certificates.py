"""Theorem 4 on samples e_1 - e_2, e_2 - e_3, ... as data for anybody's program: their orthants are counts of orders."""

from fractions import Fraction
from itertools import permutations
from math import factorial

from verification.enumerations import SIGNS, count, enumeration
from verification.inequalities import inequalities
from verification.papers.basin2016.coverage_as_data import (
    HALF,
    chance,
    covered,
    orthant,
    printed_bound,
    product_with,
    signed,
    subsets,
)
from verification.papers.basin2016.full_rank.permutations import all_negative, chance_covered, rows

LETTERS = "abcde"
PAIRS, TRIPLES = ((1, 1), (1, -1), (1, 0)), ((1, 1, 1), (1, 1, -1))  # targets
CASES = ((3, PAIRS), (2, TRIPLES))  # neurons, targets
SMALL = Fraction(1, 10**30)


def neurons_of(width, samples):
    """The letters of each neuron's weights and output weight, and what they may be: any order, either sign."""
    neurons = [(tuple(f"{letter}{i}" for letter in LETTERS[: samples + 1]), f"v{i}") for i in range(width)]
    orders = list(permutations(range(1, samples + 2)))
    return neurons, {letters: some for w, v in neurons for letters, some in ((w, orders), (v, SIGNS))}


def orders_that_cover(width, cases):
    """Of all orders of the weights of some neurons, and signs of their outputs, how many cover all samples."""
    samples = rows(len(cases[0]))
    neurons, letters = neurons_of(width, len(samples))
    nets = (2 * factorial(len(samples) + 1)) ** width
    counts = [
        count(f"targets {targets} are covered", covered(neurons, samples, targets),
              int(chance_covered(width, targets) * nets), nets)
        for targets in cases
    ]  # fmt: skip
    return enumeration(letters, counts)


def named(width, targets):
    """A case in words."""
    return f"the chance for the width {width} and the targets {targets}"


def counted_orthant(some):
    """The orthant of samples by the number of orders."""
    return all_negative(frozenset(sample.index(1) for sample in some))


def counted_chances():
    """Counts of orders and signs, and the sum with counted orthants."""
    sums = [
        (named(width, targets), chance(rows(len(targets)), targets, width, counted_orthant), "=",
         chance_covered(width, targets))
        for width, cases in CASES
        for targets in cases
    ]  # fmt: skip
    return [*(orders_that_cover(width, cases) for width, cases in CASES), inequalities(*sums)]


def around(what, value, number):
    """A value within 10^-30 of a number."""
    return (what, value, ">", number - SMALL), (what, value, "<", number + SMALL)


def chances_by_angles():
    """The sum with orthants by the angles, against the counts."""
    found = []
    for width, targets in ((width, targets) for width, cases in CASES for targets in cases):
        found += around(
            named(width, targets), chance(rows(len(targets)), targets, width), chance_covered(width, targets)
        )
    return inequalities(*found)


def orthants():
    """The orders of four weights that are negative on two or three samples, and orthants by the angles."""
    (weights, _), *_ = neurons_of(1, 3)[0]
    counts, angles = [], []
    for some in subsets(rows(3)):
        if len(some) > 1:
            what, share = f"negative on {', '.join(map(str, some))}", counted_orthant(some)
            test = ["and", *(["<", product_with(weights, sample), 0] for sample in some)]
            counts.append(count(what, test, int(share * 24), 24))
            angles += around(what, orthant(some), share)
    return [enumeration({weights: permutations(range(1, 5))}, counts), inequalities(*angles)]


def alternating():
    """The alternating sum over all sets of needs against counts, with counted orthants: four needs as well."""
    cases, sums = ((2, PAIRS), (1, ((1, 1, 1, 1), (1, 1, -1, 1)))), []
    for width, targets in ((width, targets) for width, some in cases for targets in some):
        needs = [(sample, y) for sample, y in zip(rows(len(targets)), targets, strict=True) if y]
        terms = []
        for some in subsets(needs):
            sides = [counted_orthant([sample for sample, y in some if y == side]) for side in SIGNS]
            terms.append(signed(some, ["^", ["+", *(["*", HALF, side] for side in sides)], width]))
        sums.append((named(width, targets), ["+", *terms], "=", chance_covered(width, targets)))
    return [*(orders_that_cover(width, some) for width, some in cases), inequalities(*sums)]


def above_the_bound():
    """Counts of three neurons on two samples, and the printed bound."""
    cases = PAIRS[:2]
    bounds = [
        (f"{named(3, targets)}, and the printed bound", chance_covered(3, targets), ">", printed_bound(2, 3))
        for targets in cases
    ]
    return [orders_that_cover(3, cases), inequalities(*bounds)]


def one_need():
    """One of two samples with a need: of 12^n choices for n neurons 9^n miss it."""
    return [orders_that_cover(width, ((1, 0),)) for width in (1, 2, 3)]


def splits():
    """How many of all signs of three neurons cover the samples e_1, e_2, e_3, for one sign of their needs and for two;
    and by the sum over p, splits of two to seven samples against the even one, or nearly even.

    For two neurons the chances of splits with both signs are equal.
    """
    neurons = [(tuple(f"{letter}{i}" for letter in "abc"), f"v{i}") for i in range(3)]
    units = [[int(i == j) for j in range(3)] for i in range(3)]
    cases = ((1, 1, 1), 1183), ((1, 1, -1), 720)
    counts = [
        count(f"targets {targets} are covered", covered(neurons, units, targets), number, 8**4)
        for targets, number in cases
    ]
    uneven = [
        (f"{plus} of {samples} of one sign, and {samples // 2}", for_orthogonal(samples, plus), ">",
         for_orthogonal(samples, samples // 2), ("n", 3 if plus else 2, 12))
        for samples in range(2, 8)
        for plus in range(samples // 2)
    ]  # fmt: skip
    signs = dict.fromkeys([letter for w, v in neurons for letter in (*w, v)], SIGNS)
    return [enumeration(signs, counts), inequalities(*uneven)]


def for_orthogonal(samples, plus):
    """The sum over p of C(n, p) 2^-n (1 - 2^-p)^plus (1 - 2^-(n - p))^minus."""
    sides = [["^", ["-", 1, ["^", HALF, p]], number] for p, number in (("p", plus), (["-", "n", "p"], samples - plus))]
    return ["sum", "p", 0, "n", ["*", ["binomial", "n", "p"], ["^", HALF, "n"], *sides]]
