"""Two opposite units beyond the printed Bernstein bound, as data for anybody's program."""

from sympy import Rational, log, sqrt

from verification.inequalities import inequalities


def two_opposite_units():
    """In the plane L_2^2 = 1/24 and Sigma^2 = 7/2880; two samples exceed b with the chance (1 - 2 sqrt b)^2."""
    bound = Rational(1, 24) + sqrt(2 * Rational(7, 2880) * log(400))
    return inequalities(
        (
            "the chance (1 - 2 sqrt b)^2 beyond b = 1/24 + sqrt(2 7/2880 log 400)",
            (1 - 2 * sqrt(bound)) ** 2,
            ">",
            Rational(61, 10_000),
        ),
        ("twice the root of b, a length of an arc", 2 * sqrt(bound), "<", 1),
        ("61/10000, and the promised 1/400", Rational(61, 10_000), ">", Rational(1, 400)),
    )
