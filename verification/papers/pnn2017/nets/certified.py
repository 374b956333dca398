"""Certificates: where counts of lines fall short of what directions need."""

from fractions import Fraction
from math import comb

from flint import arb, fmpq

from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Positive
from verification.papers.pnn2017.nets import certificates as leaving


def count(dimension, cosine, halves=2):
    """(1 + sqrt(2 / (1 - cos delta)))^dimension / 2."""
    return (1 + (2 / (1 - cosine)).sqrt()) ** dimension / halves


def cosine_of(degrees):
    """The cosine of a whole number of degrees."""
    delta = Fraction(degrees, 180)
    return arb.cos_pi_fmpq(fmpq(delta.numerator, delta.denominator))


@leaves(leaving.directions)
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
    yield Positive("3 minus the bound in the plane", 3 - count(2, cosine_of(degrees), halves))
    yield Positive("turns that two directions leave open", arb(360 - 2 * 2 * arcs * degrees) / 360)
    yield Positive("2 minus the bound in one input", 2 - count(1, arb(0), halves))


@leaves(leaving.directions_of_two_entries)
@certified.check(
    "pnn.corollary-5",
    "too-few-directions",
    wrong={
        "the bound for the whole sphere": {"halves": 1},
        "lines, of which each covers two arcs": {"arcs": 2},
        "three inputs, two of them in the support": {"inputs": 3},
        "two known supports": {"supports": 2},
    },
)
def directions_of_two_entries(halves=2, arcs=1, inputs=2, supports=1, degrees=89):
    """Both bounds for supports of two entries are below 3, and two directions cover at most 4 times 89 degrees of the
    circle of one support."""
    one = count(2, cosine_of(degrees), halves)
    yield Positive("3 minus the bound for all supports", 3 - comb(inputs, 2) * one)
    yield Positive("3 minus the bound for the known supports", 3 - supports * one)
    yield Positive("turns that two directions leave open", arb(360 - 2 * 2 * arcs * degrees) / 360)
