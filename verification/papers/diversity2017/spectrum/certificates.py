"""What is left of Lemma 6, and counts of harmonics, as data for anybody's program."""

from math import comb

from sympy import Rational, exp

from verification.enumerations import added, count, enumeration
from verification.inequalities import inequalities

HALF = Rational(1, 2)


def two_roots():
    """Twice two exponentials."""
    return inequalities(
        ("2 exp(-1/2)", 2 * exp(-HALF), ">", 1),
        ("2 exp(-1/16)", 2 * exp(-Rational(1, 16)), ">", Rational(187, 100)),
    )


def harmonics():
    """d = 3, t = 2, n = 4: the printed (2 t + d - 2)/n C(t + d - 3, t - 1), and polynomials less those of degree 0."""
    printed = ["*", ["/", ["-", ["+", ["*", 2, 2], 3], 2], 4], ["binomial", 2, 1]]
    counted = ["-", ["binomial", ["-", ["+", 3, 2], 1], 2], 1]
    return inequalities(
        ("(2 t + d - 2)/n times C(t + d - 3, t - 1)", printed, "=", Rational(5, 2)),
        ("monomials of degree 2 in 3 inputs less those of degree 0", counted, "=", 5),
    )


def monomials(inputs: int, degree: int) -> int:
    """How many there are of a degree, none of a negative one."""
    return comb(degree + inputs - 1, degree) if degree >= 0 else 0


def counts_of_harmonics():
    """(2 t + d - 2)/t C(t + d - 3, t - 1) against monomials of degree t less those of degree t - 2, and these counted.

    Exponents are up to 6, in two to four inputs.
    """
    yield inequalities(
        *(
            (f"(2 t + d - 2)/t C(t + d - 3, t - 1), and monomials of degree t less those of t - 2, d = {d}, t = {t}",
             ["*", ["/", 2 * t + d - 2, t], ["binomial", t + d - 3, t - 1]], "=",
             ["-", monomials(d, t), monomials(d, t - 2)])
            for d in range(2, 6) for t in range(1, 7)
        )
    )  # fmt: skip
    for letters in ("ab", "abc", "abcd"):
        every = 7 ** len(letters)
        yield enumeration(
            dict.fromkeys(letters, range(7)),
            [count(f"monomials of degree {t}", ["=", "s", t], monomials(len(letters), t), every) for t in range(7)],
            {"s": added(*letters)},
        )
