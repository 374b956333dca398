"""The counterexamples to Theorem 9 as data for anybody's program."""

from fractions import Fraction

from verification.certificates import gaussian_minimum

AXES = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
PLANE = Fraction(0), Fraction(1, 3)
HALF = Fraction(1, 2)


def both(*lines):
    """A positive and a negative neuron of weight one on each line."""
    return [(line, sign) for line in lines for sign in (1, -1)]


def dependent_lines():
    """Three lines in a plane with both signs; one of the six weights there is free."""
    lines = (*AXES[:2], (3, 4, 0), AXES[2])
    net = [(0, "+"), (0, "-"), (1, "+"), (1, "-"), (2, "+"), (2, Fraction(-1, 12)), (3, "+"), (3, HALF)]
    other = [(0, 1), (0, -1), (1, 1), (1, -1), (2, Fraction(1, 5)), (2, Fraction(-1, 5)), (3, 1), (3, -1)]
    target = both(*AXES[:2], (5, 12, 0), AXES[2])
    return gaussian_minimum(lines, [(way, Fraction(c, 13) if way == (5, 12, 0) else c) for way, c in target], net,
                            others=[other], bounds=["schur form"])  # fmt: skip


def zero_weights():
    """A zero weight beside a positive one on two lines, and two negative ones on the third."""
    lines, target = (*PLANE, Fraction(1, 6)), [(line, HALF) for line in PLANE for _ in range(2)]
    net = [(0, "+"), (0, 0), (1, "+"), (1, 0), (2, "-"), (2, Fraction(-1, 20))]
    other = [(0, HALF), (0, HALF), (1, HALF), (1, HALF), (2, 1), (2, -1)]
    return gaussian_minimum(lines, [*target, *both(Fraction(7, 45))], net, others=[other],
                            bounds=["schur form"])  # fmt: skip


def zero_line():
    """Both signs on two lines and no weight on the third: the least risk of all."""
    net = [(0, "+"), (0, "-"), (1, "+"), (1, "-"), (2, 0), (2, 0)]
    return gaussian_minimum((*PLANE, Fraction(2, 3)), both(Fraction(1, 6)), net, "global", bounds=["schur form"])


def one_target_neuron():
    """One neuron between two axes."""
    return gaussian_minimum((Fraction(0), HALF), [(Fraction(1, 4), 1)], [(0, "+"), (1, "+")], "global",
                            bounds=["schur form"])  # fmt: skip


def counted_lines():
    """Three lines in a plane with both signs and a negative weight on the fourth, and a network with less risk."""
    lines = (1, 1, 0), (0, 1, 0), (-1, 1, 0), (39999, 0, 400)
    net = [(0, "+"), (0, "-"), (1, "+"), (1, Fraction(-1, 16)), (2, "+"), (2, "-"), (3, "-"), (3, Fraction(-1, 10**6))]
    other = [(0, "-"), (0, 0), (1, "+"), (1, "-"), (2, "+"), (2, 0), (3, "+"), (3, 0)]
    return gaussian_minimum(lines, [((0, 0, 1), 1)], net, others=[other])


def planar_optima():
    """One target neuron in the plane beside two to four lines, some of them unused."""
    found = []
    for turns, aim, net in (
        ((0, 500), 250, [(0, "+"), (1, "+")]),
        ((31, 402), 118, [(0, "+"), (1, "+")]),
        ((871, 655, 523), 300, [(0, "-"), (1, 0), (2, "+")]),
        ((7, 320, 480, 790), 611, [(0, 0), (1, 0), (2, "+"), (3, "+")]),
    ):
        lines, target = [Fraction(n, 1000) for n in turns], [(Fraction(aim, 1000), 1)]
        found.append(gaussian_minimum(lines, target, net, "global", bounds=["schur form"]))
    return found
