"""The statement as SymPy sees it: what is proved here is what later stages compute with."""

from sympy import Rational, pi, sqrt

HALF = Rational(1, 2)
REPAIRED = 1 / sqrt(2 * pi)


def mean_square(s, share=HALF):
    """The mean of the square of the ReLU at standard deviation s."""
    return share * s**2


def mean(s, share=REPAIRED):
    """The mean of the ReLU at standard deviation s."""
    return share * s
