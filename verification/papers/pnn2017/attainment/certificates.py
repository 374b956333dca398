"""Networks whose least risk is above the Schur value, as data for anybody's program."""

from fractions import Fraction

from verification.certificates import gaussian_minimum

TENTH = Fraction(1, 10)


def beyond_two_lines():
    """One target neuron beyond two lines: the least risk of all networks on them, four times the value and more."""
    return gaussian_minimum((Fraction(0), TENTH), [(2 * TENTH, 1)], [(1, "+"), (0, "-")], "global",
                            bounds=["schur form"])  # fmt: skip


def on_the_diagonal():
    """One target neuron between two axes: the least risk of all networks on them, above the value."""
    return gaussian_minimum((Fraction(0), Fraction(1, 2)), [(Fraction(1, 4), 1)], [(0, "+"), (1, "+")], "global",
                            bounds=["schur form"])  # fmt: skip
