"""Widths and chances of Theorem 3 as data for anybody's program."""

from itertools import product
from math import comb

from sympy import Rational, Sum, Symbol, binomial, exp, pi, sqrt

from verification.enumerations import SIGNS, added, count, different, enumeration, times
from verification.inequalities import inequalities
from verification.sphere_as_data import beyond

ACCURACY, TEACHERS, CHANCE = Rational(1, 100), 13, Rational(1, 100)


def half_odd_width():
    """The printed chance at rank 2 and accuracy 1/100, for one teacher neuron of norm one, and c = 5/2."""
    inverse = 2 * pi / (sqrt(ACCURACY) * sqrt(1 - ACCURACY / 4))
    return inequalities(
        ("one over the printed chance, from below", inverse, ">", 62),
        ("one over the printed chance, from above", inverse, "<", 63),
        ("c = 5/2 times 63, from below", 63 * Rational(5, 2), ">", 157),
        ("c = 5/2 times 63, from above", 63 * Rational(5, 2), "<", 158),
    )


def counting():
    """Fewer than 13 successes of 2600, each of the chance 1/100, and the printed rate."""
    k, width = Symbol("k"), 2 * TEACHERS * 100
    term = binomial(width, k) * CHANCE**k * (1 - CHANCE) ** (width - k)
    return inequalities(
        ("P[Bin(2600, 1/100) < 13], and exp(-13/2)", Sum(term, (k, 0, TEACHERS - 1)), ">", exp(-Rational(TEACHERS, 2)))
    )


def printed_chance(rank, reach):
    """(s sqrt(1 - s^2/4))^(r - 1) / (2 pi (r - 1)) at s = sqrt(eps) / (n B)."""
    return (reach * sqrt(1 - reach**2 / 4)) ** (rank - 1) / (2 * pi * (rank - 1))


def caps():
    """The chance of a direction in the cap of half the chord s, a quarter of P(|t| >= c), c^2 = (1 - s^2/2)^2."""
    return inequalities(
        *(
            (f"the chance of a cap, and the printed one, rank {rank}, s = {tenths}/10",
             beyond(rank, (1 - Rational(tenths, 10) ** 2 / 2) ** 2) / 4, ">",
             printed_chance(rank, Rational(tenths, 10)))
            for rank in (2, 3, 4, 5, 8, 13, 21, 34, 60)
            for tenths in ((1, 4, 7, 10, 13) if rank < 20 else (7, 10, 13))
        )
    )  # fmt: skip


def order_in_accuracy():
    """The printed chance over s^r, and (3/4)^(r - 1) / (2 pi (r - 1)), at s = 1, 1/10, ..., 10^-12."""
    return inequalities(
        *(
            (f"p over s^r, rank {rank}, s = 10^-{power}",
             printed_chance(rank, Rational(1, 10**power)) * 10 ** (power * rank), ">",
             Rational(3, 4) ** (rank - 1) / (2 * pi * (rank - 1)))
            for rank in (2, 3, 5, 12)
            for power in range(13)
        )
    )  # fmt: skip


def large_accuracy():
    """The number under the root for n = B = 1, 1 - eps/4."""
    return inequalities(
        ("1 - eps / (4 n^2 B^2) at eps = 4", ["-", 1, ["/", 4, 4]], "=", 0),
        ("1 - eps / (4 n^2 B^2) at eps = 5", ["-", 1, ["/", 5, 4]], "=", Rational(-1, 4)),
    )


def exponent():
    """n below e^(3 c n / 4) at c = 2."""
    n = Symbol("n")
    return inequalities(("n, and exp(3 n / 2)", n, "<", exp(3 * n / 2), (n, 1, 60)))


def rank_one():
    """The divisor of the printed chance at r = 1."""
    return inequalities(("2 pi (r - 1) at r = 1", ["*", ["*", 2, "pi"], ["-", 1, 1]], "=", 0))


def zero_sample():
    """Weights of entries -1, 0, 1, a basis among them, times the sample zero."""
    value = added(*(times(letter, 0) for letter in "pqr"))
    grid = dict.fromkeys("pqr", (-1, 0, 1))
    return enumeration(grid, [count("a sign on the sample (0, 0, 0)", different(value, 0), 0, 27)])


def nets_on_a_line():
    """Of all signs of five neurons, how many hold the kinds of teacher neurons, a sign of the weight and one of the
    output; and the bound, which one neuron attains."""
    neurons = [(f"w{i}", f"v{i}") for i in range(5)]
    kinds = list(product(SIGNS, repeat=2))
    counts, bounds = [], []
    for number in (1, 2, 3):
        wanted = kinds[:number]
        held = [["or", *(["and", ["=", w, side], ["=", v, sign]] for w, v in neurons)] for side, sign in wanted]
        holding = sum((-1) ** k * comb(number, k) * (4 - k) ** 5 for k in range(number + 1))
        counts.append(count(f"the kinds {wanted} are held", ["and", *held], holding, 4**5))
        bounds.append((f"the share that holds {number} kinds, and the bound", ["/", holding, 4**5],
                       "=" if number == 1 else ">", ["-", 1, ["*", number, ["^", ["/", 3, 4], 5]]]))  # fmt: skip
    letters = dict.fromkeys([letter for neuron in neurons for letter in neuron], SIGNS)
    return [enumeration(letters, counts), inequalities(*bounds)]
