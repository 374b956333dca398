"""Certificates: where counts of lines fall short of what directions need, and below one line."""

from fractions import Fraction

from flint import arb, fmpq

from verification.methods import certified
from verification.methods.certified import Positive


def count(dimension, cosine, halves=2):
    """(1 + sqrt(2 / (1 - cos delta)))^dimension / 2."""
    return (1 + (2 / (1 - cosine)).sqrt()) ** dimension / halves


@certified.check(
    "pnn.lemma-5",
    "too-few-directions",
    wrong={
        "the bound for the whole sphere": {"halves": 1},
        "lines, of which each covers two arcs": {"arcs": 2},
        "60 degrees": {"degrees": 60},
    },
)
def directions_in_one_and_two_inputs(halves=2, arcs=1, degrees=89):
    """In the plane at 89 degrees the bound is below 3, and two directions cover at most 4 times 89 degrees.

    In one input at a right angle the bound is below 2, and there one direction leaves out its opposite.
    """
    delta = Fraction(degrees, 180)
    cosine = arb.cos_pi_fmpq(fmpq(delta.numerator, delta.denominator))
    yield Positive("3 minus the bound in the plane", 3 - count(2, cosine, halves))
    yield Positive("turns that two directions leave open", arb(360 - 2 * 2 * arcs * degrees) / 360)
    yield Positive("2 minus the bound in one input", 2 - count(1, arb(0), halves))


@certified.check(
    "pnn.corollary-6",
    "less-than-one-line",
    wrong={"an error of 1": {"error": 1}, "the bound for the whole sphere": {"halves": 1}},
)
def bound_below_one(error=10, halves=2):
    """Two inputs, s = 2, one neuron with |w| at most 1, error 10: the bound is below 1. A set of lines has at least
    one, and the angle would have the cosine 1 - 100/4, below -1."""
    bound = (1 + 2 * arb(2).sqrt() / error) ** 2 / halves
    yield Positive("1 minus the bound", 1 - bound)
    yield Positive("-1 minus the cosine", -1 - (1 - arb(error) ** 2 / 4))
