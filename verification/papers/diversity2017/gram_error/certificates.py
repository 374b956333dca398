"""Tails of a cosine of two uniform directions as data for anybody's program."""

from sympy import Rational, exp, log

from verification.enumerations import count, enumeration
from verification.inequalities import inequalities
from verification.sphere_as_data import beyond

INPUTS = (2, 3, 5, 15, 100), (1500,)  # together in one certificate, by the work that it takes
SQUARES = Rational(1, 4), Rational(1), Rational(2)  # c^2


def caps():
    """The chance of a cosine of at least s in size, against 2 exp(-d s^2 / 2)."""
    return [
        inequalities(
            *(
                (f"P(|t| >= s), and 2 exp(-d s^2/2), d = {d}, d s^2 = {quarters}/4",
                 beyond(d, Rational(quarters, 4 * d)), "<", 2 * exp(-Rational(quarters, 8)))
                for d in inputs
                for quarters in (1, 2, 4, 9, 16, 36)
                if quarters < 4 * d
            )
        )
        for inputs in INPUTS
    ]  # fmt: skip


def cosines():
    """The same at s^2 = c^2 log^2 d / d for two samples, where that is no more than 1; where it is more, that it is."""
    return inequalities(*(one_cosine(d, c) for d in INPUTS[0] for c in SQUARES))


def one_cosine(inputs, square):
    """In so many inputs."""
    exponent, where = square * log(inputs) ** 2, f"d = {inputs}, c^2 = {square}"
    if exponent < inputs:
        chance = beyond(inputs, exponent / inputs)
        return f"P(|t| >= s), and 4 exp(-d s^2/2), {where}", chance, "<", 4 * exp(-exponent / 2)
    return f"s^2, beyond which no cosine is, {where}", exponent / inputs, ">", 1


def one_sample():
    """A unit that is off or on, a = 0 or 1: G_n = a, G = 1/2; their difference in the order in which it is negative."""
    difference = {"e": ["*", ["-", "a", Rational(1, 2)], ["-", 1, ["*", 2, "a"]]]}
    counts = [
        count("G_n - G for a = 0, G - G_n for a = 1, is -1/2", ["=", "e", -Rational(1, 2)], 2, 2),
        count("the norm is 1/2", ["=", ["abs", "e"], Rational(1, 2)], 2, 2),
        count("the supremum over the ball, the larger of 0 and e, is 0", ["=", ["max", 0, "e"], 0], 2, 2),
    ]
    return enumeration({"a": (0, 1)}, counts, difference)
