"""Certificates: networks whose least risk is above the Schur value."""

from fractions import Fraction

from flint import arb

from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Agreement, Positive
from verification.papers.pnn2017.attainment import certificates as left
from verification.papers.pnn2017.mismatched import counterexamples as nets
from verification.papers.pnn2017.mismatched.counterexamples import ball, kernel, one
from verification.papers.pnn2017.mismatched.local_minima import convexity

FORMS = ("pnn2017/kernel",)
TENTH = Fraction(1, 10)  # 18 degrees
HALF_TURN = Fraction(1, 2)


def least_network(psi, target, support, lines, of_net=1, pivot=0):
    """Solve for the masses on a support, and show that they give the least risk: Karush, Kuhn and Tucker.

    The risk is convex in the masses, the kernel matrix of the lines having pivots above `pivot`; it is stationary in
    those that are positive, and rises in all others.
    """
    net = nets.times(of_net, nets.stationary(psi, [one(*feature) for feature in support], target))
    items: list[Agreement | Positive] = [Positive(f"mass {index + 1}", neuron.size) for index, neuron in enumerate(net)]
    items.append(convexity(psi, lines, pivot))
    for line in lines:
        for sign in (1, -1):
            slope = nets.slope(psi, line, sign, net, target)
            name = f"slope of {'+' if sign > 0 else '-'}({line} pi)"
            items += [Agreement(name, slope) if (line, sign) in support else Positive(name, slope)]
    return net, items


@leaves(left.beyond_two_lines)
@certified.check(
    "pnn.attainment",
    "negative-mass",
    wrong={
        "more than five times the bound": {"factor": 5},
        "the target between the lines": {"angle": Fraction(1, 20)},
        "the masses' least entry": {"entry": max},
        "half the kernel": {"of_kernel": HALF_TURN},
        "pivots above 1": {"pivot": 1},
    },
)
def target_beyond_two_lines(forms, factor=4, angle=2 * TENTH, entry=min, of_kernel=1, pivot=0):
    r"""Lines at 0 and 18 degrees, one target neuron at 36: the optimum in balls, whose risk exceeds four times the
    bound, and a negative entry of $\psi_{11}^{-1} \psi_{12}$."""
    psi, lines, target = kernel(forms, of_kernel), (Fraction(0), TENTH), one(angle)
    net, items = least_network(psi, target, [(TENTH, 1), (Fraction(0), -1)], lines, pivot=pivot)
    yield from items
    found, bound = nets.risk(psi, net, target), nets.schur_value(psi, lines, target)
    yield Agreement("risk against the integral over the circle", found - nets.circle_risk(net, target))
    yield Positive("risk less four times the bound", found - factor * bound)
    yield Positive("a mass below zero", -entry(nets.even_solution(psi, lines, target), key=lambda e: float(e.mid())))


@leaves(left.on_the_diagonal)
@certified.check(
    "pnn.attainment",
    "no-balance",
    wrong={
        "signed sums half as large": {"share": Fraction(1, 2)},
        "the target between -e1 and e2": {"angle": Fraction(3, 4)},
        "a third above the bound": {"factor": Fraction(4, 3)},
        "the target's negative": {"of_target": -1},
        "twice the optimum's weights": {"of_net": 2},
        "pivots above 1": {"pivot": 1},
    },
)
def target_on_the_diagonal(forms, share=1, angle=Fraction(1, 4), factor=1, of_target=1, of_net=1, pivot=0):
    r"""Lines $e_1$ and $e_2$, one target neuron at 45 degrees: both masses are positive, each less than the signed sum,
    and the least risk is above the bound.

    $U$ is the identity, so that $p = w_0 = (\cos 45°, \sin 45°)$ is the only vector with $U^\top p = w_0$.
    """
    psi, lines, target = kernel(forms), (Fraction(0), HALF_TURN), nets.times(of_target, one(angle))
    sums = [arb.cos_pi(ball(angle)), arb.sin_pi(ball(angle))]
    for line, (mass, total) in enumerate(zip(nets.even_solution(psi, lines, target), sums, strict=True), 1):
        yield Positive(f"even mass of line {line}", mass)
        yield Positive(f"signed sum of line {line} less even mass", ball(share) * total - mass)
    net, items = least_network(psi, target, [(line, 1) for line in lines], lines, of_net, pivot)
    yield from items
    yield Positive(
        "risk above the bound", nets.risk(psi, net, target) - ball(factor) * nets.schur_value(psi, lines, target)
    )
