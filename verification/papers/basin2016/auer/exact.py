"""Enumeration: every orthant and every point of a single unit, and every pattern of signs of small networks."""

from fractions import Fraction
from itertools import product
from math import comb

import numpy as np

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.basin2016.auer import certificates as leaving

INPUTS = range(1, 6)
BITS = 16
STEP = Fraction(1, 4)


def loss(weights):
    """The mean of squares over the samples e_j with target 2 and -e_j with target 1."""
    errors = [((max(w, 0) - 2) ** 2, (max(-w, 0) - 1) ** 2) for w in weights]
    return Fraction(sum(map(sum, errors)), 2 * len(weights))


def moved(point, j, step):
    """The point with one weight changed."""
    return (*point[:j], point[j] + step, *point[j + 1 :])


@leaves(leaving.points_of_orthants)
@exact.check(
    "ours.auer",
    "basins",
    wrong={
        "one minimum for each choice of three": {"base": 3},
        "a difference of 2": {"rise": 2},
        "a minimum at zero": {"places": (2, 0)},
        r"a rise of $\frac{1}{16}$ over the inputs": {"means": 1},
    },
    scope="instances",
)
def points_of_every_orthant(base=2, rise=3, places=(2, -1), means=2):
    r"""One to five inputs: of all points with weights 2, $-1$ or 0, those from which no single step of $\frac14$ leads
    down.

    They are the ones without a zero, $2^d$ of them, and their losses are $\frac{d + 3 b}{2 d}$. Around them, one step
    raises the loss by $\frac{1}{32 d}$ in every direction.
    """
    for inputs in INPUTS:
        count = 0
        for point in product((2, -1, 0), repeat=inputs):
            steps = [loss(moved(point, j, s)) - loss(point) for j in range(inputs) for s in (STEP, -STEP)]
            minimum = min(steps) > 0
            count += minimum
            yield {"minima": minimum == all(w in places for w in point)}
            if minimum:
                yield {
                    "rise": [step == STEP**2 / (means * inputs) for step in steps],
                    "loss": loss(point) - Fraction(inputs + rise * point.count(-1), 2 * inputs),
                }
        yield {"number": count - base**inputs}


def unit_probability(inputs, bad, base=2):
    """C(d, b) / 2^d."""
    return Fraction(comb(inputs, bad), base**inputs)


@leaves(leaving.patterns)
@exact.check(
    "ours.auer",
    "enumerated",
    wrong={"$3^{-d}$ for $2^{-d}$": {"base": 3}, "one side of every input": {"sides": 1}, "any neuron": {"least": 0}},
)
def patterns_of_signs(base=2, sides=2, least=1):
    """All patterns of the signs of a single unit, up to 8 inputs, and of networks with up to 16 signs.

    Of a pattern of a network it is asked whether every sample's side has an active neuron of positive output weight.
    """
    for inputs in range(1, 9):
        negative = [sum(pattern) for pattern in product((0, 1), repeat=inputs)]
        for b in range(inputs + 1):
            yield {"unit": Fraction(negative.count(b), 2**inputs) - unit_probability(inputs, b, base)}
    for neurons, inputs in product(range(1, 8), range(1, 8)):
        if neurons * (inputs + 1) <= BITS:
            yield {"network": covered_share(neurons, inputs) - network_probability(neurons, inputs, sides, least)}


def covered_share(neurons, inputs):
    """The share of all sign patterns of a network whose positive neurons have both signs on every input."""
    patterns = np.arange(2 ** (neurons * (inputs + 1)))
    signs = (patterns[:, None] >> np.arange(neurons * (inputs + 1)) & 1).astype(bool)
    outputs, weights = signs[:, :neurons, None], signs[:, neurons:].reshape(-1, neurons, inputs)
    covered = (outputs & weights).any(axis=1) & (outputs & ~weights).any(axis=1)
    return Fraction(int(covered.all(axis=1).sum()), len(patterns))


def network_probability(neurons, inputs, sides=2, least=1):
    """Sum over p of C(n, p) 2^-n (1 - 2^(1-p))^d; with p = 0 there is no neuron to be active."""
    total = Fraction(0)
    for p in range(least, neurons + 1):
        total += Fraction(comb(neurons, p), 2**neurons) * (1 - Fraction(sides, 2**p)) ** inputs
    return total
