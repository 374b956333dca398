"""Items in balls: that a network is a local minimum, what its risk is, that an example meets what it is claimed to."""

from fractions import Fraction
from itertools import combinations

import numpy as np
from flint import arb

from pnn.optimum import population_optimum
from verification.methods.certified import Agreement, Positive
from verification.papers.pnn2017.kernel_matrix.balls_of_lines import least_pivot
from verification.papers.pnn2017.mismatched import counterexamples as nets
from verification.papers.pnn2017.mismatched.counterexamples import ball, one


def local_minimum(psi, net, target, growing=(), pivot=0):
    """Positive sizes, zero slope in every neuron, positive slopes where a zero weight can grow; and that the risk is
    convex in all these sizes: the kernel matrix of their lines has no pivot below `pivot`."""
    yield convexity(psi, [*(neuron.line for neuron in net), *(line for line, _ in growing)], pivot)
    for index, neuron in enumerate(net):
        yield Positive(f"size of neuron {index + 1}", neuron.size)
        yield Agreement(f"slope of neuron {index + 1}", nets.slope(psi, neuron.line, neuron.sign, net, target))
    for line, sign in growing:
        at = f"{'+' if sign > 0 else '-'}({line} pi)"
        yield Positive(f"slope of a zero weight towards {at}", nets.slope(psi, line, sign, net, target))


def convexity(psi, lines, pivot=0):
    """The kernel matrix of these lines, each taken once, is positive definite, with pivots above `pivot`.

    In sizes that keep their signs the risk has second derivatives from a square and from this matrix, by Theorem 6.
    """
    distinct = [*dict.fromkeys(lines)]
    matrix = [[psi(nets.cosine(a, b)) for b in distinct] for a in distinct]
    return Positive("least pivot of the kernel matrix", least_pivot(matrix) - ball(pivot))


def mixed_lines(signs_by_line, wanted):
    """More than `wanted` - 1 lines carry both signs."""
    mixed = sum(set(signs) == {1, -1} for signs in signs_by_line)
    return Positive("mixed lines beyond d - 1", arb(mixed - wanted + 1))


def balance(net, target):
    """|z|^2, the squared length of the sum of weights minus the target's."""
    sided = [*((n.sign * n.size, n.line) for n in net), *((-n.sign * n.size, n.line) for n in target)]
    return sum((c * d * nets.cosine(u, v) for c, u in sided for d, v in sided), arb(0))


def hypotheses(lines, aim):
    """The four lines are distinct and span, the target is on none, the second is half the sum of its neighbours."""
    for (k, line), (j, other) in combinations(enumerate((*lines, aim), 1), 2):
        yield Positive(
            f"lines and target apart: one less the size of cosine {k}, {j}", 1 - abs(nets.cosine(line, other))
        )
    yield Positive("height of the fourth line over the plane", ball(lines[3][2]))
    for k in range(3):
        difference = ball(lines[0][k] + lines[2][k] - 2 * lines[1][k])
        yield Agreement(f"first and third line against twice the second, entry {k + 1}", difference)


def block_risk(psi, net, target, share=Fraction(1, 4), flip=-1, odd=nets.cosine):
    """The formula of Theorem 8 from lines and masses: share |z|^2 + share [q; -q*]' psi [q; -q*]."""
    rows = [*((n.line, n.sign * n.size, n.size) for n in net)]
    rows += [(n.line, -n.sign * n.size, flip * n.size) for n in target]
    pairs = [(a, b) for a in rows for b in rows]
    z_squared = sum((a[1] * b[1] * odd(a[0], b[0]) for a, b in pairs), arb(0))
    even = sum((a[2] * b[2] * psi(nets.cosine(a[0], b[0])) for a, b in pairs), arb(0))
    return ball(share) * (z_squared + even)


def pythagoras(psi, net, target, lines):
    """The risk at a stationary point: E h*^2 - E h^2."""
    return nets.overlap(psi, target, target) - nets.overlap(psi, net, net)


def printed_value(psi, net, target, lines):
    """What Theorem 9 claims: q*' S q* / 4."""
    return nets.schur_value(psi, lines, target)


def last_line_excess(psi, net, target, lines):
    """The printed value plus k v^2 / (4 (1 + k)): v the last of psi11^-1 psi12 q*, 1/k the last of psi11^-1."""
    k = 4 * nets.schur_value(psi, lines[:-1], one(lines[-1]))
    v = nets.even_solution(psi, lines, target)[-1]
    return printed_value(psi, net, target, lines) + k * v * v / (4 * (1 + k))


def zero_line_value(psi, net, target, lines):
    """1 - 2 (1/pi + 1/sqrt 3)^2 / (7/6 + sqrt 3 / pi)."""
    root = arb(3).sqrt()
    return 1 - 2 * (1 / arb.pi() + 1 / root) ** 2 / (ball(Fraction(7, 6)) + root / arb.pi())


def one_neuron_value(psi, net, target, lines):
    """1/2 - J^2 / (pi (pi + 1)), J = sin(pi/4) + (3 pi/4) cos(pi/4)."""
    j = (1 + 3 * arb.pi() / 4) / arb(2).sqrt()
    return ball(Fraction(1, 2)) - j * j / (arb.pi() * (arb.pi() + 1))


def planar_risk(psi, net, target, lines, value, factor):
    """The risk against its formula and against the circle integral; it is above `factor` times the printed value."""
    found = nets.risk(psi, net, target)
    yield Agreement("risk against its formula", found - value(psi, net, target, lines))
    yield Agreement("risk against the integral over the circle", found - nets.circle_risk(net, target))
    yield Positive("risk above the printed value", found - factor * printed_value(psi, net, target, lines))


def optimal_support(lines, angle):
    """Line and sign of every mass of the optimum, as floating point sees them."""
    rows = np.array([[np.cos(np.pi * float(a)), np.sin(np.pi * float(a))] for a in (*lines, angle)])
    found = population_optimum(rows[:-1], rows[-1:])
    sides = ((1, found.positive), (-1, found.negative))
    return [(lines[r], sign) for sign, mass in sides for r in np.flatnonzero(mass > 1e-9)]
