"""The moment of two ReLUs at weights that vanish, as data for anybody's program."""

from sympy import Rational, Symbol

from verification.inequalities import Between, inequalities


def at_zero():
    """The formula (1 + s(v) s(w))/4, of weights that are both zero and of one beside a negative one; the truth is 0.

    With s(0) = -1 it is 1/2, and for no s(0) up to 1,000 in size less than 1/4 where both are zero.
    """
    s = Symbol("s")
    return inequalities(
        ("the formula at v = w = 0, s(0) = -1", ["/", ["+", 1, ["*", -1, -1]], 4], "=", Rational(1, 2)),
        ("the formula at v = 0 > w, s(0) = s(w) = -1", ["/", ["-", 1, ["*", -1, 1]], 4], "=", Rational(1, 2)),
        ("the formula at v = w = 0, s for s(0)", (1 + s**2) / 4, ">", Rational(249, 1000), Between(s, -1000, 1000)),
    )
