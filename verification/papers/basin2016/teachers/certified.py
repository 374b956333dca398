"""Theorem 3 in balls: a width that is no whole number, and a count of successes that misses the printed rate."""

from fractions import Fraction
from math import comb

from flint import arb, fmpq

from verification.methods import certified
from verification.methods.certified import Positive


def printed_chance(rank, accuracy, norm=1, teachers=1):
    """p_eps."""
    reach = arb(accuracy).sqrt() / (teachers * norm)
    return (reach * (1 - reach**2 / 4).sqrt()) ** (rank - 1) / (2 * arb.pi() * (rank - 1))


@certified.check(
    "basin.theorem-3",
    "half-odd-width",
    wrong={"twice the accuracy": {"accuracy": fmpq(1, 50)}, "c = 2": {"factor": fmpq(2)}},
)
def a_width_between_two_whole_numbers(accuracy=fmpq(1, 100), factor=fmpq(5, 2), rounded=63):  # noqa: B008
    """62 < 1/p_eps < 63, and the distance of 63 c from the whole numbers."""
    inverse = 1 / printed_chance(2, accuracy)
    width = rounded * factor
    yield Positive("1/p - 62", inverse - (rounded - 1))
    yield Positive("63 - 1/p", rounded - inverse)
    yield Positive("distance from whole numbers", arb(min(width - width.floor(), width.ceil() - width)))


@certified.check(
    "basin.theorem-3",
    "counting",
    wrong={"twelve teacher neurons": {"teachers": 12}, "one success more": {"fewer": 1}, "c = 3": {"factor": 3}},
)
def too_few_successes(teachers=13, fewer=0, factor=2, chance=Fraction(1, 100)):
    """P[Bin(N, p) < n] less exp(-c n / 4), the first an exact fraction, N = c n / p."""
    width = factor * teachers * chance.denominator // chance.numerator
    counts = range(teachers - fewer)
    tail = sum(comb(width, k) * chance**k * (1 - chance) ** (width - k) for k in counts)
    rate = arb(fmpq(-factor * teachers, 4)).exp()
    yield Positive("tail - rate", arb(fmpq(tail.numerator, tail.denominator)) - rate)
