"""Hunts over units in the plane, in fractions of a turn, for discrepancies beyond what is stated."""

from fractions import Fraction

import numpy as np

from verification.comparisons import Comparison, at_most, search
from verification.methods import hunt
from verification.methods.hunt import Instance
from verification.papers.diversity2017.mathematics.plane import (
    discrepancy_moment,
    largest_discrepancy,
    slice_discrepancy,
)

FEW = 6  # units, at most


def polygon(rng):
    """Equally spaced units, turned."""
    units = int(rng.integers(1, FEW + 1))
    return np.arange(units) / units + rng.choice([0.0, 0.1])


def together(rng):
    """Equal units, and one elsewhere."""
    return np.append(np.full(int(rng.integers(1, FEW)), rng.integers(20) / 20), rng.integers(20) / 20)


def opposite(rng):
    """Pairs of opposite units."""
    half = rng.integers(20, size=int(rng.integers(1, FEW // 2 + 1))) / 20
    return np.concatenate([half, half + 0.5])


def nearly_spaced(rng):
    """A polygon, each unit moved a little."""
    turns = polygon(rng)
    return turns + 10.0 ** -rng.uniform(1, 4) * rng.standard_normal(turns.size)


def anywhere(rng):
    """Uniform units."""
    return rng.random(int(rng.integers(1, FEW + 1)))


STRATA = {
    "equally spaced units": polygon,
    "equal units": together,
    "opposite units": opposite,
    "nearly equally spaced units": nearly_spaced,
    "units anywhere": anywhere,
}


def planes(**more):
    """A sampler of units for every stratum, with further arrays that are functions of the generator."""

    def sampler(draw):
        return lambda rng: Instance({"turns": draw(rng)[None], **{name: array(rng) for name, array in more.items()}})

    return {name: sampler(draw) for name, draw in STRATA.items()}


def turns_of(instance, name="turns"):
    """The units, or samples, of an instance."""
    return instance.fractions(name)[0]


@hunt.check(
    "diverse.equations-11-to-15",
    "below-the-largest",
    wrong={"a third of the largest": {"share": Fraction(1, 9)}},
    per_stratum=12,
    starts=1,
)
def means_beyond_the_largest(share=Fraction(1)):
    r"""Units in the plane: is $L_2^2$ above $L_\infty^2$?"""

    def compare(instance):
        turns = turns_of(instance)
        return at_most(discrepancy_moment(turns, 2), share * largest_discrepancy(turns) ** 2, "L_2^2 and L_inf^2")

    return search(planes(), compare)


@hunt.check(
    "diverse.dsp-bound",
    "range",
    wrong={r"above $-\frac13$": {"low": Fraction(-1, 3)}, r"at most $\frac{9}{10}$": {"high": Fraction(9, 10)}},
    per_stratum=12,
    starts=1,
)
def slices_out_of_range(low=Fraction(-1, 2), high=Fraction(1)):
    r"""Units in the plane, and slices of two directions, opposite ones and such at quarters of a turn among them: is
    $\mathrm{dsp}$ above 1 or below $- \frac12$?
    """

    def pair(rng):
        first, second = rng.choice([0, 0.25, 0.5, 0.75, 0.1, rng.random()], 2)
        return np.array([[first, (first + 0.5) % 1 if rng.random() < 0.5 else second]])

    def compare(instance):
        found = slice_discrepancy(turns_of(instance), *turns_of(instance, "pair"))
        return Comparison(min(high - found, found - low), f"dsp = {found}")

    return search(planes(pair=pair), compare)


@hunt.check(
    "diverse.dsp-bound", "least", wrong={r"$\frac2n$": {"many": 2}, r"$\frac3n$": {"many": 3}}, per_stratum=12, starts=1
)
def largest_discrepancies_that_are_small(many=1):
    r"""Units in the plane: is $L_\infty$ below $\frac1n$?"""

    def compare(instance):
        turns = turns_of(instance)
        least = min(Fraction(1), Fraction(many, len(turns)))
        return at_most(least, largest_discrepancy(turns), "the bound and L_inf")

    return search(planes(), compare)


@hunt.check(
    "diverse.equation-23", "bound", wrong={r"half of $L_\infty$": {"share": Fraction(1, 2)}}, per_stratum=12, starts=1
)
def entries_beyond_the_largest(share=Fraction(1)):
    r"""Units and two samples in the plane, equal ones among them: is $|E_{ij}|$ above $L_\infty$?"""

    def pair(rng):
        return rng.choice([0, 0.25, 0.5, rng.random()], (1, 2)) + rng.choice([0, rng.random()])

    def compare(instance):
        turns, samples = turns_of(instance), turns_of(instance, "samples")
        entry = max(abs(slice_discrepancy(turns, x, y)) for x in samples for y in samples)
        return at_most(entry, share * largest_discrepancy(turns), "an entry and L_inf")

    return search(planes(samples=pair), compare)


@hunt.check(
    "diverse.equation-25",
    "sharper",
    wrong={r"$L_2^2$ for $L_\infty^2$": {"squared": True}, "a fifth": {"share": Fraction(1, 5)}},
    per_stratum=12,
    starts=1,
)
def variances_beyond_the_bound(share=Fraction(1), squared=False):
    r"""Units in the plane: is $\Sigma^2$ above $L_2^2 (L_\infty^2 - L_2^2)$?"""

    def compare(instance):
        turns = turns_of(instance)
        mean, fourth = (discrepancy_moment(turns, p) for p in (2, 4))
        top = mean if squared else largest_discrepancy(turns) ** 2
        return at_most(fourth - mean**2, share * mean * (top - mean), "the variance and its bound")

    return search(planes(), compare)


@hunt.check("ours.n-gon", "least", wrong={r"$\frac{1}{5 n^2}$": {"divisor": 5}}, per_stratum=12, starts=1)
def units_more_diverse_than_polygons(divisor=6):
    r"""Units in the plane: is $L_2^2$, integrated over all arcs, below $\frac{1}{6 n^2}$?"""

    def compare(instance):
        turns = turns_of(instance)
        return at_most(Fraction(1, divisor * len(turns) ** 2), discrepancy_moment(turns, 2), "1/(6 n^2) and L_2^2")

    return search(planes(), compare)


@hunt.check("ours.n-gon", "only", wrong={"equal gaps too": {"uneven": False}}, per_stratum=12, starts=1)
def other_units_as_diverse(uneven=True):
    r"""Units in the plane that are not equally spaced: is $L_2^2 \le \frac{1}{6 n^2}$?"""

    def compare(instance):
        turns = sorted(turn % 1 for turn in turns_of(instance))
        gaps = {(b - a) % 1 for a, b in zip(turns, [*turns[1:], turns[0]], strict=True)}
        if uneven and len(gaps) == 1 and len(set(turns)) == len(turns):
            return None
        excess = 6 * len(turns) ** 2 * discrepancy_moment(turns, 2) - 1
        return Comparison(excess, f"6 n^2 L_2^2 - 1 = {excess}") if excess else Comparison(Fraction(-1), "equality")

    return search(planes(), compare)
