"""Certificates: networks whose least risk is above the Schur value, and the heavy neuron against Proposition 1."""

from fractions import Fraction

import numpy as np
from flint import arb, fmpq

from verification.balls import ARB
from verification.methods import certified
from verification.methods.certified import Agreement, Positive
from verification.papers.pnn2017.mismatched import counterexamples as nets
from verification.papers.pnn2017.mismatched.counterexamples import ball, one

FORMS = ("pnn2017/kernel",)
TENTH = Fraction(1, 10)  # 18 degrees
HALF_TURN = Fraction(1, 2)
INPUTS = 800
LINES = 1600
TARGETS = 160
LIGHT = Fraction(1, 32000)


def kernel(forms):
    """psi on balls, the closed form that the symbolic stage proved."""
    return lambda rho: forms["psi"](rho, arithmetic=ARB)


def least_network(psi, target, support, lines):
    """Solve for the masses on a support, and show that they give the least risk: Karush, Kuhn and Tucker.

    The risk is convex in the masses; it is stationary in those that are positive, and rises in all others.
    """
    net = nets.stationary(psi, [one(*feature) for feature in support], target)
    items: list[Agreement | Positive] = [Positive(f"mass {index + 1}", neuron.size) for index, neuron in enumerate(net)]
    for line in lines:
        for sign in (1, -1):
            slope = nets.slope(psi, line, sign, net, target)
            name = f"slope of {'+' if sign > 0 else '-'}({line} pi)"
            items += [Agreement(name, slope) if (line, sign) in support else Positive(name, slope)]
    return net, items


@certified.check(
    "pnn.attainment",
    "negative-mass",
    wrong={
        "more than five times the bound": {"factor": 5},
        "the target between the lines": {"angle": Fraction(1, 20)},
        "the masses' least entry": {"entry": max},
    },
)
def target_beyond_two_lines(forms, factor=4, angle=2 * TENTH, entry=min):
    """Lines at 0 and 18 degrees, one target neuron at 36: the optimum in balls, the bound, and psi11^-1 psi12."""
    psi, lines, target = kernel(forms), (Fraction(0), TENTH), one(angle)
    net, items = least_network(psi, target, [(TENTH, 1), (Fraction(0), -1)], lines)
    yield from items
    found, bound = nets.risk(psi, net, target), nets.schur_value(psi, lines, target)
    yield Agreement("risk against the integral over the circle", found - nets.circle_risk(net, target))
    yield Positive("risk less four times the bound", found - factor * bound)
    yield Positive("a mass below zero", -entry(nets.even_solution(psi, lines, target), key=lambda e: float(e.mid())))


@certified.check(
    "pnn.attainment",
    "no-balance",
    wrong={
        "signed sums half as large": {"share": Fraction(1, 2)},
        "the target between -e1 and e2": {"angle": Fraction(3, 4)},
        "a third above the bound": {"factor": Fraction(4, 3)},
    },
)
def target_on_the_diagonal(forms, share=1, angle=Fraction(1, 4), factor=1):
    """Lines e1, e2, one target neuron at 45 degrees: both masses are positive, each less than the signed sum.

    U is the identity, so that p = w0 = (cos, sin) is the only vector with U'p = w0.
    """
    psi, lines, target = kernel(forms), (Fraction(0), HALF_TURN), one(angle)
    sums = [arb.cos_pi(ball(angle)), arb.sin_pi(ball(angle))]
    for mass, total in zip(nets.even_solution(psi, lines, target), sums, strict=True):
        yield Positive("mass", mass)
        yield Positive("signed sum less mass", ball(share) * total - mass)
    net, items = least_network(psi, target, [(line, 1) for line in lines], lines)
    yield from items
    yield Positive(
        "risk above the bound", nets.risk(psi, net, target) - ball(factor) * nets.schur_value(psi, lines, target)
    )


def draw_integers(rng, count, inputs):
    """Normal vectors rounded to multiples of 1/64, as integers: their cosines are square roots of rationals."""
    return np.rint(64 * rng.standard_normal((count, inputs))).astype(np.int64)


def largest_cosine(lines, vector):
    """The ball of max |u.w| over the rows u of an integer matrix, from exact integers."""
    products, squares = lines @ vector, (lines * lines).sum(axis=1)
    own = int(vector @ vector)
    return max(
        (arb(fmpq(int(p) ** 2, int(n) * own)).sqrt() for p, n in zip(products, squares, strict=True)),
        key=lambda e: float(e.mid()),
    )


@certified.check(
    "pnn.proposition-1",
    "heavy-neuron",
    wrong={
        "twice the printed bound": {"factor": 2},
        "light neurons a hundred times heavier": {"light": 100 * LIGHT},
        "a tenth of the inputs": {"inputs": INPUTS // 10},
    },
)
def one_neuron_outweighs_the_others(rng, forms, factor=1, light=LIGHT, inputs=INPUTS):
    """Draw 1,600 lines and the heavy neuron's direction for 800 inputs; the risk of every network from below.

    Against the heavy neuron alone 4 L >= 2 - (epsilon + psi(epsilon))^2 pi/2 (`one-target-neuron`), epsilon the largest
    |u_r.w|; the light ones change the root of the risk, and that of E h*^2, by at most their number times their weight
    over sqrt 2.
    """
    vectors = draw_integers(rng, LINES + 1, inputs)
    psi, epsilon = kernel(forms), largest_cosine(vectors[:-1], vectors[-1])
    alone = 1 - (epsilon + psi(epsilon)) ** 2 * arb.pi() / 4
    others = ball(light * (TARGETS - 1))
    ratio = ((arb.max(alone, arb(0)).sqrt() - others) / (1 + others)) ** 2
    printed = (1 - 2 / arb.pi()) * (1 + ball(Fraction(TARGETS, LINES)))
    yield Positive("root of the risk", arb.max(alone, arb(0)).sqrt() - others)
    yield Positive("L / E h*^2 less the printed bound", ratio - factor * printed)
