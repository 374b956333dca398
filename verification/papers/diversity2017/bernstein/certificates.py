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


LAWS = {  # L_2^2, Sigma^2 and L_inf^2 in the plane
    "two opposite units": (Rational(1, 24), Rational(7, 2880)),
    "one unit": (Rational(1, 6), Rational(7, 180)),
}


def largest_term():
    """The bound b with B = L_inf^2 = 1 at six confidences: E_12^2, at most 1/4, seldom exceeds it.

    With s = 2 sqrt(b) that is the chance (1 - s)^2 of two opposite units, and that of one unit is a half of it, a
    quarter of 1 - s^2 and a quarter of 1 or of (2 - s)^2 together. Beyond s = 1 two opposite units do not exceed it,
    beyond 2 one unit does not.
    """
    found = []
    for law, (mean, variance) in LAWS.items():
        for delta in (Rational(1, k) for k in (2, 5, 20, 100, 400, 10_000)):
            rate = -log(delta)
            s = 2 * sqrt(mean + sqrt(2 * variance * rate) + Rational(2, 3) * rate)
            end = 2 if law == "one unit" else 1
            if s > end:
                found.append((f"twice the root of the bound, and {end}, {law}, delta = {delta}", s, ">", end))
            else:
                found.append((f"chance beyond the bound, {law}, delta = {delta}", exceeded(s, end), "<", delta))
    return inequalities(*found)


def exceeded(s, end):
    """The chance that E_12^2 exceeds s^2 / 4, s up to `end`, 1 for two opposite units and 2 for one."""
    if end == 1:
        return (1 - s) ** 2
    return (2 - s) ** 2 / 4 if s > 1 else (2 - s**2 + 2 * (1 - s) ** 2) / 4
