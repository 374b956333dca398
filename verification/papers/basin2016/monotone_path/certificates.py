"""Ends that cross-entropy cannot reach, and a segment through zero, as data for anybody's program.

Of cross-entropy: two samples 1 and -1 of classes 0 and 1; two ReLU neurons, one for each side, with outputs of a given
size.
"""

from fractions import Fraction

from sympy import Rational, exp, log

from verification.inequalities import inequalities
from verification.networks_on_samples import fact, network


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


def through_zero():
    """Halfway between networks of opposite predictions all predictions vanish, and with them all multiples.

    The loss there is between those of the two. Two units, one for each side of the only input; two outputs.
    """
    hidden, last = ((1, -1),), ((2, -1), (1, 2))
    ends = (-1, Fraction(152, 3)), (1, Fraction(4, 3))
    facts = [
        fact("other weights", loss, weights=(hidden, [[sign * v for v in row] for row in last])) for sign, loss in ends
    ]
    middle, targets = (hidden, ((0, 0), (0, 0))), ((3, -1), (0, 2), (5, -3))
    zero = fact("outputs", ((0, 0),) * 3), fact("loss", 16)
    return network([(1,), (-1,), (2,)], targets, middle, (0,), *zero, *facts, share=Fraction(1, 3))
