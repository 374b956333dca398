"""Certificates in ball arithmetic: the planar risk without the kernel, bad minima, the spectrum of equal spacing."""

from fractions import Fraction
from itertools import product

from flint import arb, fmpq

from verification.balls import ARB
from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Agreement, Positive
from verification.papers.pnn2017 import planar_risk_as_data
from verification.papers.pnn2017.kernel_matrix.balls_of_lines import least_pivot
from verification.papers.pnn2017.matched import certificates as left
from verification.papers.pnn2017.matched import circle, counterexamples, signs_as_data

FORMS = ("pnn2017/kernel",)
LINES = [Fraction(n, 60) for n in (0, 11, 23, 38, 54)]  # angles over pi


NETWORK = [(0, 4), (0, -2), (1, 6), (2, 1), (2, -4), (3, -2), (4, 2)]  # line, twice the coefficient


TARGET = [(0, -2), (1, 2), (1, 2), (2, 5), (3, 2), (3, -4), (4, -2)]


BEYOND = {  # wrong statements on the examples with lines in a plane
    r"no two lines with a cosine beyond $\frac7{10}$": {"apart": Fraction(3, 10)},
    "a risk above 1": {"risk": Fraction(1)},
    "pivots above 1": {"pivot": Fraction(1)},
}


def planar_formula(psi, share, linear, masses):
    """The statement's risk of NETWORK against TARGET."""
    signed, absolute = [Fraction(0)] * len(LINES), [Fraction(0)] * len(LINES)
    for net, side in ((NETWORK, 1), (TARGET, -1)):
        for line, c in net:
            signed[line] += side * Fraction(c, 2)
            absolute[line] += side * masses(Fraction(c, 2))
    total = arb(0)
    for i, a in enumerate(LINES):
        for j, b in enumerate(LINES):
            cosine = circle.turned(a - b)
            even = psi(cosine, arithmetic=ARB) if i != j else arb(1)
            total += circle.ball(signed[i] * signed[j]) * linear(cosine) + circle.ball(absolute[i] * absolute[j]) * even
    return total * circle.ball(share)


@leaves(planar_risk_as_data.on_the_same_lines)
@certified.check(
    "pnn.theorem-6",
    "value",
    wrong={
        "a half for a quarter": {"share": Fraction(1, 2)},
        "acute angles in the linear part": {"linear": abs},
        "sums of $w$ in the kernel part": {"masses": lambda c: c},
    },
)
def integral_over_the_circle(forms, share=Fraction(1, 4), linear=lambda cosine: cosine, masses=abs):
    """Five lines in the plane: the risk as an integral over arcs, without the kernel, is the formula, in balls."""
    neurons = [
        ((LINES[line] + (1 if c < 0 else 0)) % 2, side * circle.ball(abs(Fraction(c, 2))))
        for net, side in ((NETWORK, 1), (TARGET, -1))
        for line, c in net
    ]
    difference = circle.risk(neurons) - planar_formula(forms["psi"], share, linear, masses)
    return [Agreement("integral minus formula", difference)]


@leaves(left.dependent_lines)
@certified.check(
    "pnn.theorem-7",
    "dependent-lines",
    wrong={
        "an independent third line": {"third": (0, *counterexamples.FIFTHS)},
        "little positive mass in the target": {"fourth_target": (fmpq(1, 10), 2)},
        "half the value": {"share": Fraction(1, 2)},
        **BEYOND,
    },
)
def three_mixed_lines_in_a_plane(
    forms, third=(*counterexamples.FIFTHS, 0), fourth_target=(1, 1), share=Fraction(1), **least
):
    """Solve for the weights in balls: existence, uniqueness and signs; zero slopes; and a positive risk.

    All neurons are off zero, and the risk is a convex quadratic in their sizes, the kernel matrix of the lines being
    positive definite: so the vanishing slopes, for which the weights were solved, make the point a local minimum.
    """
    net = counterexamples.three_mixed_lines(forms["psi"], third, fourth_target)
    yield from minimum_of_positive_risk(net, **least)
    kappa = counterexamples.schur_complement(net.kernel)
    yield Agreement("risk minus kappa/(1 + kappa)", net.risk() - circle.ball(share) * kappa / (1 + kappa))


def minimum_of_positive_risk(net, apart=Fraction(0), risk=Fraction(0), pivot=Fraction(0)):
    """Items for a net with both signs on its first three lines and positive weights on the fourth, with a risk above
    `risk`, lines whose absolute cosines are below 1 - `apart` and a kernel matrix with pivots above `pivot`."""
    odd, even = net.forces()
    yield Positive("least pivot of the kernel matrix", least_pivot(net.kernel.tolist()) - circle.ball(pivot))
    yield from (Positive(f"weights on line {r + 1}", q) for r, q in enumerate(net.q))
    for i in range(4):
        for j in range(i):
            yield Positive(f"lines {i + 1} and {j + 1} differ", 1 - abs(net.gram[i, j]) - circle.ball(apart))
    for r in range(4):
        yield Agreement(f"slope of the positive neurons on line {r + 1}", odd[r] + even[r])
    for r in range(3):
        yield Agreement(f"slope of the negative neuron on line {r + 1}", odd[r] - even[r])
    yield Positive("risk", net.risk() - circle.ball(risk))


@leaves(signs_as_data.drawn_region)
@certified.check(
    "pnn.example-2",
    "dependent-lines",
    wrong={
        "an independent third line": {"third": (0, *counterexamples.FIFTHS)},
        "little positive mass in the target": {"fourth_target": (fmpq(1, 10), 2)},
        "one sign pattern in sixteen": {"share": Fraction(1, 16)},
        **BEYOND,
    },
)
def a_region_that_signs_can_draw(
    forms, third=(*counterexamples.FIFTHS, 0), fourth_target=(1, 1), share=Fraction(1, 32), **least
):
    r"""The local minimum of positive risk, in balls; and the share of the $2^8$ sign patterns of eight neurons that
    have its signs line by line is $\frac1{32}$."""
    yield from minimum_of_positive_risk(counterexamples.three_mixed_lines(forms["psi"], third, fourth_target), **least)
    patterns = product(product((1, -1), repeat=2), repeat=4)
    drawn = sum(all(sum(line) == 0 for line in lines[:3]) and sum(lines[3]) == 2 for lines in patterns)
    yield Agreement("share of the sign patterns", circle.ball(Fraction(drawn, 2**8) - share))


@leaves(left.zero_weights)
@certified.check(
    "pnn.theorem-7",
    "zero-weights",
    wrong={
        "the arc-cosine term twice": {"twice": 2},
        "a third line with little positive mass": {"third_target": (fmpq(1, 100), 4)},
        "twice the minimum's weights": {"of_net": 2},
        "both networks' negatives": {"of_net": -1, "of_target": -1},
        r"a risk above $\frac12$": {"risk": Fraction(1, 2)},
        "pivots above 1": {"pivot": Fraction(1)},
    },
)
def zero_neurons_on_two_lines(
    forms, third_target=(1, 1), twice=1, of_net=1, of_target=1, risk=Fraction(0), pivot=Fraction(0)
):
    """Solve for three masses in balls: positive, with zero slopes; the zero neurons' slopes; and a positive risk.

    A zero neuron of line 1 or 2 has slope zero to the side of its active partner and a positive one to the other
    side: with the partners' zero slopes, that is the first-order test, which decides as the risk is convex in the
    sizes, the kernel matrix of the lines being positive definite.
    """
    net = counterexamples.zero_weights(forms["psi"], third_target).times(of_net, of_target)
    odd, even = net.forces()
    j = {degrees: counterexamples.arc_cosine(degrees) for degrees in (30, 60, 150)}
    x = j[30] / (arb.pi() + j[60] - 2 * j[150] ** 2 / arb.pi())
    yield Positive("least pivot of the kernel matrix", least_pivot(net.kernel.tolist()) - circle.ball(pivot))
    yield from (Positive(f"mass on line {r + 1}", q) for r, q in enumerate(net.q))
    yield from (Agreement(f"slope of the active neurons on line {r + 1}", odd[r] + even[r]) for r in range(3))
    yield from (Positive(f"slope at zero to the other side of line {r + 1}", even[r] - odd[r]) for r in range(2))
    yield Positive("risk", net.risk() - circle.ball(risk))
    yield Agreement("mass on line 1 minus 1 + x", net.q[0] - 1 - x)
    yield Agreement("mass on line 3 minus y", net.q[2] - 1 + 2 * j[150] * x / arb.pi())
    yield Agreement("risk minus its closed form", net.risk() - arb(1) / 2 + twice * x * j[30] / arb.pi())
