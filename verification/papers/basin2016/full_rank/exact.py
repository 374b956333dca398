"""Theorem 4 in fractions, on samples whose orthants are counts of permutations."""

from fractions import Fraction
from itertools import combinations, product
from math import comb

import numpy as np

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.basin2016.basins_as_data import basin, covered, least
from verification.papers.basin2016.full_rank import certificates as leaving
from verification.papers.basin2016.full_rank.permutations import all_negative, chance_covered, turned
from verification.papers.basin2016.mathematics.networks import Start
from verification.papers.basin2016.mathematics.rational import exact_basin

WIDTHS = (1, 2, 3, 5, 9)


def orthant(needs, pair=Fraction(1, 2), triple=Fraction(1, 2), one=Fraction(1, 2)):
    """O of at most three samples from their angles in units of pi."""
    angles = sum(turned(needs), Fraction(0))
    return (Fraction(1), one, pair - angles / 2, triple - angles / 4)[len(needs)]


def subsets(needs):
    """All subsets."""
    return [frozenset(chosen) for size in range(len(needs) + 1) for chosen in combinations(sorted(needs), size)]


def of_sign(signs, b):
    """The samples that need an output sign."""
    return frozenset(t for t, sign in enumerate(signs) if sign == b)


@leaves(leaving.orthants)
@exact.check(
    "basin.theorem-4",
    "orthants",
    wrong={
        r"$\frac14$ for $\frac12$ with one": {"one": Fraction(1, 4)},
        r"1 for $\frac12$ with two": {"pair": Fraction(1)},
        r"$\frac34$ for $\frac12$ with three": {"triple": Fraction(3, 4)},
    },
    scope="instances",
    auxiliary={"0 samples": "no sample is needed, and all of space will do"},
)
def orthants_of_permutations(**formula):
    """Every set of up to three of four samples: $O$ by the formula less the share of orders, counted, in which all of
    the set are negative.
    """
    for needs in subsets(range(4)):
        if len(needs) <= 3:
            yield {f"{len(needs)} samples": orthant(needs, **formula) - all_negative(needs)}


def mixture(width, signs, power=lambda k: k, orthants=orthant):
    """The sum over p of C(n, p) 2^-n G+(p) G-(n - p)."""

    def covering(b, k):
        return sum((-1) ** len(u) * orthants(u) ** power(k) for u in subsets(of_sign(signs, b)))

    return sum(Fraction(comb(width, p), 2**width) * covering(1, p) * covering(-1, width - p) for p in range(width + 1))


@leaves(leaving.counted_chances)
@exact.check(
    "basin.theorem-4",
    "probability",
    wrong={
        "one neuron more of either sign": {"power": lambda k: k + 1},
        "orthogonal samples": {"orthants": lambda needs: Fraction(1, 2 ** len(needs))},
    },
    scope="instances",
)
def mixture_on_permutations(power=lambda k: k, orthants=orthant):
    """One to four samples with targets of all signs, at most three of one sign; the sets covered followed neuron by
    neuron."""
    for samples, width in product((1, 2, 3, 4), WIDTHS):
        for signs in product((1, -1, 0), repeat=samples):
            if max(signs.count(1), signs.count(-1)) <= 3:
                yield {"chance": mixture(width, signs, power, orthants) - chance_covered(width, signs)}


@leaves(leaving.alternating)
@exact.check(
    "basin.theorem-4",
    "subsets",
    wrong={
        "no mixture of output signs": {"missed": lambda plus, minus: plus * minus},
        "positive output signs alone": {"missed": lambda plus, minus: plus},
    },
    scope="instances",
)
def inclusion_and_exclusion(missed=lambda plus, minus: (plus + minus) / 2):
    """The sum less the chance followed neuron by neuron: one to five samples, more than three of one sign among them,
    with $O$ counted from the orders.
    """
    for samples, width in product((1, 2, 3, 4, 5), WIDTHS):
        for signs in product((1, -1), repeat=samples):
            chances = [
                (-1) ** len(needs) * missed(*(all_negative(needs & of_sign(signs, b)) for b in (1, -1))) ** width
                for needs in subsets(range(samples))
            ]
            yield {"chance": sum(chances) - chance_covered(width, signs)}


@leaves(leaving.above_the_bound)
@exact.check(
    "basin.theorem-4",
    "bound",
    wrong={r"$\frac23$ for $\frac34$": {"missed": Fraction(2, 3)}, "half of the samples": {"share": Fraction(1, 2)}},
    scope="instances",
)
def chances_above_the_bound(missed=Fraction(3, 4), share=Fraction(1)):
    r"""The chance on one to five samples of permutations, followed neuron by neuron, is at least
    $1 - m \left( \frac34 \right)^n$.
    """
    for samples, width in product((1, 2, 3, 4, 5), WIDTHS):
        for signs in product((1, -1), repeat=samples):
            yield {"above the bound": chance_covered(width, signs) >= 1 - share * samples * missed**width}


@leaves(leaving.one_need)
@exact.check(
    "basin.theorem-4",
    "one-sample",
    wrong={
        r"$\frac23$ for $\frac34$": {"missed": Fraction(2, 3)},
        "two needs": {"others": (1, 0)},
        "one more": {"more": 1},
    },
    scope="instances",
)
def one_need_of_permutations(missed=Fraction(3, 4), others=(0, 0), more=0):
    r"""One of three samples with a need: the chance that it is covered, followed neuron by neuron, less
    $1 - \left( \frac34 \right)^n$, for widths $n$ up to 20.
    """
    for width in range(1, 21):
        yield chance_covered(width, (1, *others)) - (1 - missed ** (width + more))


def orthogonal(width, plus, minus):
    """The chance for orthogonal samples."""
    chances = (
        comb(width, p) * (1 - Fraction(1, 2**p)) ** plus * (1 - Fraction(1, 2 ** (width - p))) ** minus
        for p in range(width + 1)
    )
    return sum(chances) / 2**width


@leaves(leaving.splits)
@exact.check(
    "basin.theorem-4",
    "balanced",
    wrong={
        "all of one sign is least": {"least": lambda samples: 0},
        "a quarter against three": {"least": lambda samples: samples // 4},
    },
    scope="instances",
)
def splits_of_orthogonal_samples(least=lambda samples: samples // 2):
    """Two to ten orthogonal samples in widths of 2 to 20: no split has a smaller chance than the even one."""
    for samples, width in product(range(2, 11), (2, 3, 5, 9, 20)):
        chances = [orthogonal(width, split, samples - split) for split in range(samples + 1)]
        yield min(chances) == chances[least(samples)]


def whole_starts(rng, instances):
    """Two or three independent whole samples, whole targets, and a start of whole weights, none on a boundary."""
    while instances:
        samples = int(rng.integers(2, 4))
        rows, targets = rng.integers(-3, 4, (samples, samples)), rng.integers(-3, 4, samples)
        weights = rng.integers(-9, 10, (int(rng.integers(2, 7)), samples))
        if round(np.linalg.det(rows)) and (weights @ rows.T).all():
            instances -= 1
            yield rows, targets, weights, rng.choice([-1, 1], len(weights))


def starts_as_data(rng):
    """The first three starts: the least loss, and the targets that no neuron covers."""
    for drawn in whole_starts(rng, 3):
        rows, targets, weights, outputs = (array.tolist() for array in drawn)
        start = Start(rows, targets, weights, outputs)
        yield basin(start, least(start), covered(start))


@leaves(starts_as_data, whole=False)
@exact.check(
    "basin.theorem-4",
    "coverage",
    wrong={
        "output signs ignored": {"matching": lambda outputs, target: outputs != 0},
        "zero targets need a neuron too": {"needed": lambda targets: np.ones(len(targets), dtype=bool)},
    },
    scope="instances",
)
def basins_of_whole_starts(
    rng, instances, matching=lambda outputs, target: outputs * target > 0, needed=lambda targets: targets != 0
):
    """Two and three samples: the basin's least squared error, a convex program solved in fractions, is zero exactly if
    every sample whose target is not zero is covered."""
    for rows, targets, weights, outputs in whole_starts(rng, max(60, instances)):
        positive, needs = weights @ rows.T > 0, np.flatnonzero(needed(targets))
        covered = all((positive[:, t] & matching(outputs, targets[t])).any() for t in needs)
        value = exact_basin(rows, targets, weights, outputs).value
        yield {"zero where covered": value == 0} if covered else {"positive elsewhere": value > 0}
