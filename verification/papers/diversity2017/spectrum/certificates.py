"""What is left of Lemma 6, and a count of harmonics, as data for anybody's program."""

from sympy import Rational, exp

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
