"""Diagonals, entries and discrepancies in fractions."""

from fractions import Fraction
from itertools import pairwise

from flint import fmpq

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.diversity2017.main_results import counted, eigenvalues_of_d_as_data, pulled, pulled_as_data
from verification.papers.diversity2017.main_results import equal_samples_as_data as leaving
from verification.papers.diversity2017.mathematics.plane import (
    discrepancy_moment,
    largest_discrepancy,
    slice_discrepancy,
)
from verification.papers.diversity2017.nets import dot, eigenvalues_below, gram_of, net, nets
from verification.papers.diversity2017.places import drawn
from verification.streams import streams


@leaves(eigenvalues_of_d_as_data.diagonals, whole=False)
@exact.check(
    "diverse.theorem-1",
    "no-more-than-units",
    wrong={"half as many": {"share": fmpq(1, 2)}, "a unit fewer": {"fewer": 1}},
    scope="instances",
)
def eigenvalues_below_the_diagonal(rng, instances, share=1, fewer=0):
    r"""An eigenvalue of $D^\top D$ lies below the least entry of its diagonal and a millionth.

    The entry is the number of active units times the squared length of the sample. Orthonormal samples come first,
    where there is equality; random networks follow.
    """
    for one in (eigenvalues_of_d_as_data.AXES, *nets(rng, instances)):
        gram = gram_of(one)
        counts = [(sum(row[i] for row in one.active) - fewer) * dot(x, x) for i, x in enumerate(one.samples)]
        below = eigenvalues_below(gram, share * min(counts) + fmpq(1, 10**6))
        yield {"one below": below is None or below >= 1}


@leaves(eigenvalues_of_d_as_data.few_units, whole=False)
@exact.check(
    "diverse.corollary-2",
    "impossible",
    wrong={"four units": {"units": 4}, "two": {"units": 2}},
    scope="instances",
)
def singular_values_with_few_units(units=3):
    r"""Four orthonormal samples and three units active on all of them: $D^\top D$ has an eigenvalue below 3.99, less
    than $m = 4$, and none below 2.99.
    """
    axes = [[int(i == j) for j in range(4)] for i in range(4)]
    matrix = net([(1, 1, 1, 1)] * units, [1] * units, axes).matrix
    gram = matrix.transpose() * matrix
    yield {"below m": eigenvalues_below(gram, fmpq(4) - fmpq(1, 100)) != 0}
    yield {"reached": eigenvalues_below(gram, fmpq(3) - fmpq(1, 100)) == 0}


@leaves(leaving.equal_samples)
@exact.check(
    "diverse.theorem-3",
    "bounded-samples",
    wrong={"equal targets": {"targets": (1, 1)}, "equal signs": {"signs": (1, 1)}},
)
def equal_samples(targets=(1, -1), signs=(1, -1)):
    r"""$\|D r\|^2$, and $L - \frac12$."""
    one = net([(1, 0), (1, 0)], signs, [(1, 0), (1, 0)], targets)
    products = [dot([one.matrix[i, j] for j in range(2)], one.residuals) for i in range(4)]
    yield {"gradient": bool(dot(products, products) == 0), "loss": bool(one.loss() == fmpq(1, 2))}


def placed(rng, instances):
    """Parts, units moved and samples, the ends far enough apart: four fixed ones, then random ones."""
    yield from pulled_as_data.CASES
    for stream in streams(rng, min(instances, 20), fixed=()):
        samples = tuple(sorted({int(x) for x in stream.integers(0, 15, 2)}))
        if pulled.apart(samples, 60, 2):
            yield 60, 2, samples


@leaves(pulled_as_data.pulled_units, whole=False)
@exact.check(
    "ours.uniform-lemma-7-fails",
    "all-entries",
    wrong={
        "$4 s$ for $2 s$": {"share": 4},
        r"$\frac sN$ for the largest": {"high": lambda parts, moved: Fraction(moved, parts)},
        "no bumps in the mean square": {"bumps": False},
    },
    scope="instances",
)
def entries_and_discrepancies(rng, instances, share=2, high=pulled.largest, bumps=True):
    r"""$E_{ij} + \frac{2 s}{N}$ for all pairs; and, for $N \le 40$, $L_\infty$ against its bound and $L_2^2$,
    integrated, less the formula: four sets of samples, then random ones.
    """
    for parts, moved, samples in placed(rng, instances):
        turns = pulled.units(samples, parts, moved)
        for x in samples:
            for y in samples:
                found = slice_discrepancy(turns, Fraction(x, parts), Fraction(y, parts))
                yield {"entries": found + Fraction(share * moved, parts)}
        if parts <= 40:
            yield {"largest": largest_discrepancy(turns) <= high(parts, moved)}
            claimed = pulled.mean_square(len(samples) if bumps else 0, parts, moved)
            yield {"mean square": discrepancy_moment(turns, 2) - claimed}


def twice_the_variance(turns, times=2):
    """2 Var(share of units in [0, t] less t), t uniform, integrated between units."""
    ends = [Fraction(0), *sorted(turn % 1 for turn in turns), Fraction(1)]
    means = [Fraction(0), Fraction(0)]
    for count, (low, high) in enumerate(pairwise(ends)):
        at = Fraction(count, len(turns))
        for power in (1, 2):
            means[power - 1] += ((at - low) ** (power + 1) - (at - high) ** (power + 1)) / (power + 1)
    return times * (means[1] - means[0] ** 2)


@leaves(pulled_as_data.variances, whole=False)
@exact.check(
    "ours.uniform-lemma-7-fails",
    "variance",
    wrong={"the variance": {"times": 1}, "three times": {"times": 3}},
    scope="instances",
)
def variance_against_the_integral(rng, instances, times=2):
    r"""$L_2^2$, integrated over slices, less $2 \, \mathrm{Var} \, D(t)$, for one to six units at multiples of
    $\frac{1}{36}$ of a turn.
    """
    for stream in streams(rng, min(instances, 20), fixed=(0, 1)):
        turns = drawn(stream, 36, 6)
        yield {"mean square": discrepancy_moment(turns, 2) - twice_the_variance(turns, times)}


MILLIONS, SPREAD = 4 * 10**6, 160


@leaves(pulled_as_data.forty_boundaries, whole=False)
@exact.check(
    "ours.uniform-lemma-7-fails",
    "all-entries",
    wrong={
        "21 units moved": {"moved": 21},
        "19 units moved": {"moved": 19},
        "samples at places side by side": {"spread": MILLIONS},
    },
    scope="instances",
)
def forty_boundaries_counted(moved=20, spread=SPREAD):
    r"""All $n E_{ij} + 40$, $n L_\infty$ against its bound and $n^2 L_2^2$ less the formula, for 40 samples over a
    quarter turn, counted in whole numbers; and no unit is moved twice.
    """
    samples = [place * MILLIONS // spread for place in range(40)]
    counts = pulled.occupied(samples, MILLIONS, moved)
    yield {"no unit is moved twice": int(counts.min()) >= 0}
    yield {"entries": [entry + 2 * 20 for entry in counted.entries(counts, samples)]}
    yield {"largest": counted.reach(counts) <= MILLIONS * pulled.largest(MILLIONS, 20)}
    yield {"mean square": counted.mean_square(counts) - MILLIONS**2 * pulled.mean_square(40, MILLIONS, 20)}
