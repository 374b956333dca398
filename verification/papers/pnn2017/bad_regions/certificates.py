"""Minima above the bound of Theorem 12 as data for anybody's program."""

from fractions import Fraction

from verification.certificates import gaussian_minimum

LINES = (-8, 4, -1), (-1, -8, 4), (4, -1, -8)
AXES = (1, 0, 0), (0, 1, 0), (0, 0, 1)
HALF = Fraction(1, 2)


def three_lines():
    """Positive weights on three lines against one neuron an axis, and a network with weights of the other sign."""
    return gaussian_minimum(LINES, [(axis, 1) for axis in AXES], [(k, "+") for k in range(3)],
                            others=[[(k, "-") for k in range(3)]], bounds=["regular norm"])  # fmt: skip


def one_line():
    """Two positive weights in one input against 1 and -2; and the target itself, of risk 0."""
    return gaussian_minimum([(1,)], [((1,), 1), ((1,), -2)], [(0, "+"), (0, HALF)], others=[[(0, 1), (0, -2)]],
                            bounds=["regular norm"])  # fmt: skip


def repaired_bound():
    """Positive weights on three lines against one neuron an axis: the risk is below the repaired bound."""
    return gaussian_minimum(LINES, [(axis, 1) for axis in AXES], [(k, "+") for k in range(3)], bounds=["repaired norm"])
