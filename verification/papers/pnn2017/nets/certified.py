"""Certificates: where counts of lines fall short of what directions need."""

from fractions import Fraction

from flint import arb, fmpq

from verification.methods import certified
from verification.methods.certified import Positive


def count(dimension, cosine, halves=2):
    """(1 + sqrt(2 / (1 - cos delta)))^dimension / 2."""
    return (1 + (2 / (1 - cosine)).sqrt()) ** dimension / halves


def two_directions_of_the_plane(halves, arcs, degrees):
    """The bound in the plane against 3, and what two directions leave of the circle."""
    delta = Fraction(degrees, 180)
    cosine = arb.cos_pi_fmpq(fmpq(delta.numerator, delta.denominator))
    yield Positive("3 minus the bound in the plane", 3 - count(2, cosine, halves))
    yield Positive("turns that two directions leave open", arb(360 - 2 * 2 * arcs * degrees) / 360)


@certified.check(
    "pnn.corollary-5",
    "too-few-directions",
    wrong={
        "the bound for the whole sphere": {"halves": 1},
        "lines, of which each covers two arcs": {"arcs": 2},
        "60 degrees": {"degrees": 60},
    },
)
def directions_with_two_entries(halves=2, arcs=1, degrees=89):
    """Two inputs, both entries free: one support, and the bound of Lemma 5."""
    yield from two_directions_of_the_plane(halves, arcs, degrees)


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
    yield from two_directions_of_the_plane(halves, arcs, degrees)
    yield Positive("2 minus the bound in one input", 2 - count(1, arb(0), halves))
