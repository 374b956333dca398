"""Hunts over starts on singleton data, and over widths and needs, in fractions."""

from fractions import Fraction
from math import comb

import numpy as np

from verification.comparisons import Comparison, at_most, search
from verification.methods import hunt
from verification.methods.hunt import Instance
from verification.papers.basin2016.hunted_starts import SAMPLES, basin, covered, on_axes, optimum, rays, read, starts


@hunt.check("basin.theorem-2", "coverage", wrong={"samples off the axes": {"on_axes": False}}, per_stratum=1000)
def basins_of_singletons(on_axes=True):
    """The exact least loss over the basin against the optimum, and whether every need is covered."""

    def compare(instance):
        found = read(instance)
        if found is None or (on_axes and any(sum(map(bool, x)) != 1 for x in found[0])):
            return None
        samples, targets, weights, output = found
        groups = rays(samples, targets)
        reached = basin(*found) == optimum(groups, len(samples))
        met = covered(groups, weights, output)
        return Comparison(
            Fraction(0 if reached == met else -1), f"every need is covered: {met}, and the optimum {reached}"
        )

    return search(starts(AXES if on_axes else SAMPLES), compare)


AXES = {"samples on the axes": on_axes}


def chance(width, needs, fair=Fraction(1, 2)):
    """The chance that all needs are covered, output signs being positive with the chance `fair`, by its definition.

    Each neuron has an output sign, and independent fair signs on every coordinate; a coordinate's two sides may each
    need a sign. Followed by the numbers of neurons of either output sign.
    """

    def columns(count, b):
        found = Fraction(1)
        for pair in needs:
            wanted = sum(side == b for side in pair)
            missed = (Fraction(0), Fraction(1, 2**count), 2 * Fraction(1, 2**count) - Fraction(count == 0))[wanted]
            found *= 1 - missed
        return found

    return sum(
        comb(width, p) * fair**p * (1 - fair) ** (width - p) * columns(p, 1) * columns(width - p, -1)
        for p in range(width + 1)
    )


def widths_and_needs(rng):
    """Up to five inputs with needs of either side, all of them or few, and a width of 1 to 20."""
    inputs = int(rng.integers(1, 6))
    needs = rng.choice((-1, 0, 1) if rng.random() < 0.5 else (-1, 1), (inputs, 2))
    return Instance({"needs": needs.astype(float)}, {"width": int(rng.integers(1, 21))})


@hunt.check(
    "basin.theorem-2", "bound", wrong={"output signs that are not fair": {"fair": Fraction(1, 4)}}, per_stratum=200
)
def chances_below_the_bound(fair=Fraction(1, 2)):
    r"""Needs on up to five inputs, widths up to 20: is the exact chance to cover all of them below
    $1 - 2 d \left( \frac34 \right)^n$?
    """

    def compare(instance):
        needs, width = np.sign(instance.numbers["needs"]).astype(int).tolist(), instance.kind["width"]
        bound = 1 - 2 * len(needs) * Fraction(3, 4) ** width
        return at_most(bound, chance(width, needs, fair), f"width {width}: bound and chance")

    return search({"needs": widths_and_needs}, compare)
