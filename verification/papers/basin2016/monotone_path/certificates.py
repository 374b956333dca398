"""Ends that cross-entropy cannot reach on a path of falling loss, as data for anybody's program.

Two samples 1 and -1 of classes 0 and 1; two ReLU neurons, one for each side, with outputs of a given size.
"""

from sympy import Rational, exp, log

from verification.inequalities import inequalities


def entropy(size):
    """The mean of log(1 + e^(other - own)): on each sample the own output is the size, the other 0."""
    return log(1 + exp(-size))


def perfect_end():
    """Outputs of -5 times a neuron at the start, of 5 times it at the end."""
    return inequalities(
        ("cross-entropy at the start, and with all outputs 0", entropy(Rational(-5)), ">", log(2)),
        ("cross-entropy at the end, and log(2) over two samples", entropy(Rational(5)), "<", log(2) / 2),
    )


def not_sufficient():
    """Outputs of a tenth of a neuron: each sample is on the right side."""
    return inequalities(
        ("cross-entropy, and log(2) over two samples", entropy(Rational(1, 10)), ">", log(2) / 2),
        ("the margin of both samples", Rational(1, 10), ">", 0),
    )
