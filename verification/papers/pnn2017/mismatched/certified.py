"""Certificates: the risk by an integral over the circle, and the counterexamples to Theorem 9.

A network is shown to be a local minimum by the first-order test: it is solved for, so that the risk is stationary
in every weight that is not zero, its slopes in all directions in which a zero weight can grow are positive, and it is
convex in all of them, the kernel matrix of their lines being positive definite.
"""

from dataclasses import replace
from fractions import Fraction

from flint import arb

from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Agreement, Positive
from verification.papers.pnn2017 import planar_risk_as_data
from verification.papers.pnn2017.mismatched import certificates as left
from verification.papers.pnn2017.mismatched import counterexamples as nets
from verification.papers.pnn2017.mismatched.counterexamples import Neuron, ball, both, kernel, one
from verification.papers.pnn2017.mismatched.local_minima import (
    balance,
    block_risk,
    hypotheses,
    last_line_excess,
    local_minimum,
    mixed_lines,
    one_neuron_value,
    optimal_support,
    planar_risk,
    printed_value,
    pythagoras,
    zero_line_value,
)

FORMS = ("pnn2017/kernel",)
GRID = 997  # random angles are multiples of pi over this prime: no two of them are symmetric by chance
TURN = Fraction(1, 180)  # a degree
HALF = Fraction(1, 2)


@leaves(planar_risk_as_data.on_other_lines)
@certified.check(
    "pnn.theorem-8",
    "value",
    wrong={
        "a half for a quarter": {"share": Fraction(1, 2)},
        "masses added, not subtracted": {"flip": 1},
        "acute angles in the linear part": {"odd": lambda a, b: abs(nets.cosine(a, b))},
    },
)
def integral_over_the_circle(rng, instances, forms, **formula):
    """Random planar networks: the piecewise trigonometric integral and the formula are one ball."""
    for index in range(max(instances // 10, 4)):
        net, target = random_net(rng, 5, 3), random_net(rng, 4, 3)
        difference = nets.circle_risk(net, target) - block_risk(kernel(forms), net, target, **formula)
        yield Agreement(f"network {index}", difference)


def random_net(rng, neurons, lines):
    """Neurons of random signs and rational sizes on random lines in the plane, several on one line."""
    angles = rng.choice(GRID, lines, replace=False)
    sizes = rng.integers(1, 100, neurons)
    signs = rng.choice([-1, 1], neurons)
    return [
        Neuron(Fraction(int(angles[i % lines]), GRID), int(signs[i]), ball(Fraction(int(sizes[i]), 50)))
        for i in range(neurons)
    ]


AXES = tuple(tuple(Fraction(int(i == j)) for j in range(3)) for i in range(3))
THIRD = (Fraction(3, 5), Fraction(4, 5), Fraction(0))
TARGET_THIRD = (Fraction(5, 13), Fraction(12, 13), Fraction(0))


@leaves(left.dependent_lines)
@certified.check(
    "pnn.theorem-9",
    "dependent-lines",
    wrong={
        "the value printed": {"value": printed_value},
        "every mass as in the target": {"sizes": lambda net: [n._replace(size=arb(1)) for n in net]},
        "one neuron on the target's last line": {"last": one},
        "the target's negative": {"of_target": -1},
        "as many mixed lines as four inputs ask for": {"inputs": 4},
        "fifty times the value printed": {"factor": 50},
        "weights out of balance by more than a half": {"imbalance": Fraction(1, 2)},
        "pivots above 1": {"pivot": 1},
    },
)
def three_lines_in_a_plane(
    forms, value=last_line_excess, sizes=list, last=both, of_target=1, inputs=3, factor=1, imbalance=0, pivot=0
):
    r"""Solve for the network with both signs on $e_1$, $e_2$ and $(\frac35, \frac45, 0)$ and positive weights on $e_3$:
    a local minimum, its risk by the formula, above the printed value and above the risk of another network, and
    $|z|^2 > 0$.

    The target has the weights 1 and $-1$ on each of $e_1$, $e_2$, $(\frac5{13}, \frac{12}{13}, 0)$ and $e_3$. Splitting
    the weight on $e_3$ over several positive neurons changes nothing.
    """
    psi, lines = kernel(forms), (AXES[0], AXES[1], THIRD, AXES[2])
    target = nets.times(of_target, both(AXES[0]) + both(AXES[1]) + both(TARGET_THIRD) + last(AXES[2]))
    net = sizes(nets.stationary(psi, [*map(both, lines[:-1]), one(lines[-1])], target))
    yield mixed_lines([[n.sign for n in net if n.line == line] for line in lines], inputs)
    yield from local_minimum(psi, net, target, pivot=pivot)
    found = nets.risk(psi, net, target)
    yield Agreement("risk against its formula", found - value(psi, net, target, lines))
    yield Positive("risk above the printed value", found - factor * printed_value(psi, net, target, lines))
    moved = [neuron for line in lines for neuron in both(line)]
    yield Positive("risk above that of another network", found - nets.risk(psi, moved, target))
    yield Positive("|z|^2", balance(net, target) - ball(imbalance))


@leaves(left.zero_weights)
@certified.check(
    "pnn.theorem-9",
    "zero-weights",
    wrong={
        "the value printed": {"value": printed_value},
        "a zero weight has the sign 1": {"sign_of_zero": 1},
        "a zero weight on the third line too": {"third": ((Fraction(1, 6), 1),)},
        "the target's negative": {"of_target": -1},
        "twice the minimum's weights": {"of_net": 2},
        "half the kernel": {"of_kernel": HALF},
        "a hundred times the value printed, and the other network's": {"factor": 100},
        "pivots above 1": {"pivot": 1},
    },
)
def zero_weights_counted_as_negative(
    forms, value=pythagoras, sign_of_zero=-1, third=(), of_target=1, of_net=1, of_kernel=1, factor=1, pivot=0
):
    """Lines at 0, 60 and 30 degrees, the first two with a positive and a zero weight, the third with two negative
    ones: a local minimum, its risk by the formula and by the integral over the circle, above the printed value and
    above the risk of another network."""
    psi, lines = kernel(forms, of_kernel), (Fraction(0), Fraction(1, 3), Fraction(1, 6))
    matched = [Neuron(line, 1, ball(HALF)) for line in lines[:2] for _ in range(2)]
    target = nets.times(of_target, matched + both(28 * TURN))
    net = nets.times(of_net, nets.stationary(psi, [one(lines[0]), one(lines[1]), one(lines[2], -1)], target))
    yield mixed_lines([[1, sign_of_zero], [1, sign_of_zero], [-1, -1]], 2)
    yield from local_minimum(psi, net, target, growing=[(lines[0], -1), (lines[1], -1), *third], pivot=pivot)
    yield from planar_risk(psi, net, target, lines, value, factor)
    other = factor * nets.risk(psi, matched + both(lines[2]), target)
    yield Positive("risk above that of another network", nets.risk(psi, net, target) - other)


@leaves(left.zero_line)
@certified.check(
    "pnn.theorem-9",
    "zero-line",
    wrong={
        "the value printed": {"value": printed_value},
        "the zero line on the target's": {"third": Fraction(1, 6)},
        "one neuron on the target's line": {"signs": (1,)},
        "as many mixed lines as three inputs ask for": {"inputs": 3},
        "twice the minimum's weights": {"of_net": 2},
        "half the kernel": {"of_kernel": HALF},
        "three times the value printed": {"factor": 3},
        "pivots above 1": {"pivot": 1},
    },
)
def a_whole_line_at_zero(
    forms,
    value=zero_line_value,
    third=Fraction(2, 3),
    signs=(1, -1),
    inputs=2,
    of_net=1,
    of_kernel=1,
    factor=1,
    pivot=0,
):
    """Lines at 0, 60 and 120 degrees, the first two with equal weights of both signs, the third with none: a local
    minimum, its risk by the formula and by the integral over the circle, above the printed value.

    All six directions are accounted for and the risk is convex in the masses, the kernel matrix of the lines being
    positive definite: so the network is the global minimum too.
    """
    psi, lines = kernel(forms, of_kernel), (Fraction(0), Fraction(1, 3), third)
    target = [neuron for sign in signs for neuron in one(Fraction(1, 6), sign)]
    groups = [one(line, sign) for line in lines[:2] for sign in (1, -1)]
    net = nets.times(of_net, nets.stationary(psi, groups, target))
    yield mixed_lines([[1, -1], [1, -1], []], inputs)
    yield from local_minimum(psi, net, target, growing=[(lines[2], 1), (lines[2], -1)], pivot=pivot)
    yield from planar_risk(psi, net, target, lines, value, factor)


@leaves(left.one_target_neuron)
@certified.check(
    "pnn.theorem-9",
    "one-target-neuron",
    wrong={
        "the value printed": {"value": printed_value},
        "the target on the first line": {"angle": Fraction(0)},
        "the target between -e1 and e2": {"angle": Fraction(3, 4)},
        "twice the optimum's weights": {"of_net": 2},
        "half the kernel": {"of_kernel": HALF},
        "twice the value printed": {"factor": 2},
        "weights out of balance by more than half the target": {"imbalance": Fraction(1, 4)},
        "pivots above 1": {"pivot": 1},
    },
)
def the_diagonal_neuron(
    forms, value=one_neuron_value, angle=Fraction(1, 4), of_net=1, of_kernel=1, factor=1, imbalance=0, pivot=0
):
    """Lines $e_1$ and $e_2$, one target neuron at 45 degrees: the global minimum, all four directions accounted for,
    with its risk, and $|z|^2 > 0$."""
    psi, lines = kernel(forms, of_kernel), (Fraction(0), HALF)
    target = one(angle)
    net = nets.times(of_net, nets.stationary(psi, [one(line) for line in lines], target))
    yield from local_minimum(psi, net, target, growing=[(line, -1) for line in lines], pivot=pivot)
    yield from planar_risk(psi, net, target, lines, value, factor)
    yield Positive("|z|^2", balance(net, target) - ball(imbalance))


def direction(*entries):
    """A rational vector along a line."""
    return tuple(map(Fraction, entries))


LEFT, RIGHT, MIDDLE, UP = direction(-1, 1, 0), direction(1, 1, 0), direction(0, 1, 0), direction(0, 0, 1)
FOURTH = direction(39999, 0, 400)
STATED = (Fraction(375797, 10**6), Fraction(373926, 10**6))  # the risk there and the least risk, to six digits


@leaves(left.counted_lines)
@certified.check(
    "ours.theorem-9-vacuous",
    "counted-lines",
    wrong={
        "mixed lines that span": {"middle": direction(0, 1, 1)},
        "the fourth line in the plane of the three": {"fourth": direction(1, 0, 0)},
        "the target on the fourth line": {"aim": FOURTH},
        "as many mixed lines as four inputs ask for": {"inputs": 4},
        "the least risk in place of that of the minimum": {"stated": STATED[1:] * 2},
        "the risk of the minimum in place of the least": {"stated": STATED[:1] * 2},
        "twice the optimum's weights": {"of_best": 2},
        "pivots above 1": {"pivot": 1},
    },
)
def mixed_lines_in_a_plane(forms, middle=MIDDLE, fourth=FOURTH, aim=UP, inputs=3, stated=STATED, of_best=1, pivot=0):
    """Solve for both signs on $(1, 1, 0)$, $(0, 1, 0)$ and $(-1, 1, 0)$ and a negative weight on the fourth line, and
    for the optimum, which uses five of the eight directions: both risks to six digits, and the former is the higher.

    Each neuron is solved for by itself, but the two of the middle line together, which makes $b = 0$ there. As that
    line is half the sum of its neighbours, where $g = 0$, both its slopes vanish. The negative weight can be split.
    """
    psi, lines = kernel(forms), (RIGHT, middle, LEFT, fourth)
    target = one(aim)
    yield from hypotheses(lines, aim)
    groups = [one(RIGHT), one(RIGHT, -1), both(middle), one(LEFT), one(LEFT, -1), one(fourth, -1)]
    net = nets.stationary(psi, groups, target)
    yield mixed_lines([[n.sign for n in net if n.line == line] for line in lines], inputs)
    yield from local_minimum(psi, net, target, pivot=pivot)
    support = [(RIGHT, -1), (middle, 1), (middle, -1), (LEFT, 1), (fourth, 1)]
    best = nets.times(of_best, nets.stationary(psi, [one(*feature) for feature in support], target))
    rest = [(line, sign) for line in lines for sign in (1, -1) if (line, sign) not in support]
    items = local_minimum(psi, best, target, growing=rest, pivot=pivot)
    yield from (replace(item, name=f"optimum: {item.name}") for item in items)
    for name, found, value in zip(("minimum", "optimum"), (net, best), stated, strict=True):
        distance = abs(nets.risk(psi, found, target) - ball(value))
        yield Positive(f"risk of the {name}: digits", ball(Fraction(1, 2 * 10**6)) - distance)
    yield Positive("risk above that of the optimum", nets.risk(psi, net, target) - nets.risk(psi, best, target))


@leaves(left.planar_optima, whole=False)
@certified.check(
    "ours.theorem-9-vacuous",
    "strict",
    wrong={
        "a bound twice as large": {"factor": 2},
        "weights out of balance by more than half the target": {"imbalance": Fraction(1, 4)},
        "the target's opposite": {"sign": -1},
        "the target's negative": {"of_target": -1},
        "pivots above 1": {"pivot": 1},
    },
)
def planar_optima(rng, instances, forms, factor=1, imbalance=0, sign=1, of_target=1, pivot=0):
    """Axes and the diagonal neuron, then random lines and one neuron in the plane: the optimum is found in floating
    point and certified in balls; its risk is above the bound, and $|z|^2 > 0$.

    Positive masses on its support, zero slopes there and positive ones elsewhere make it the global optimum.
    """
    psi = kernel(forms)
    for index in range(max(instances // 20, 4)):
        drawn = rng.choice(GRID, 3 + index % 3, replace=False)
        angles = [Fraction(int(k), GRID) for k in drawn] if index else [Fraction(0), Fraction(1, 2), Fraction(1, 4)]
        lines, target = angles[:-1], nets.times(of_target, one(angles[-1]))
        support = optimal_support(lines, angles[-1])
        net = nets.stationary(psi, [one(*feature) for feature in support], target)
        compared = nets.times(of_target, one(angles[-1], sign))
        rest = [(line, s) for line in lines for s in (1, -1) if (line, s) not in support]
        for item in local_minimum(psi, net, compared, growing=rest, pivot=pivot):
            yield replace(item, name=f"case {index}: {item.name}")
        bound = factor * nets.schur_value(psi, lines, target)
        yield Positive(f"case {index}: above the bound", nets.risk(psi, net, target) - bound)
        yield Positive(f"case {index}: |z|^2", balance(net, target) - ball(imbalance))
