"""Two opposite units: the law of an entry, and beyond the printed Bernstein bound, as data for anybody's program."""

from fractions import Fraction

from sympy import Rational, log, sqrt

from verification.inequalities import inequalities
from verification.networks_on_samples import fact
from verification.papers.diversity2017.discrepancies_as_data import discrepancies, in_slice

OPPOSITE = Fraction(0), Fraction(1, 2)
AWAY = [Fraction(2 * k + 1, 23) for k in range(11)]  # samples orthogonal to neither


def law():
    """E_11 at eleven samples, moments of E_12, the first of them L_2^2, and Sigma^2."""
    moments = (fact("moment", Fraction(2, 2**q * (q + 1) * (q + 2)), power=q) for q in (2, 4, 6, 8))
    spread = fact("variance of squares", Fraction(7, 2880))
    return discrepancies(OPPOSITE, *(in_slice(OPPOSITE, x, x) for x in AWAY), *moments, spread)


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

    With s = 2 sqrt(b) two opposite units exceed it with the chance (1 - s)^2 up to s = 1, never beyond; one unit with
    (2 - s)^2 / 4 from s = 1 to 2, never beyond.
    """
    found = []
    for law, (mean, variance) in LAWS.items():
        for delta in (Rational(1, k) for k in (2, 5, 20, 100, 400, 10_000)):
            rate = -log(delta)
            s = 2 * sqrt(mean + sqrt(2 * variance * rate) + Rational(2, 3) * rate)
            case = f"{law}, delta = {delta}"
            end = 1 if law == "two opposite units" or s < 2 else 2
            found.append((f"twice the root of the bound, {case}", s, ">", end))
            if law == "one unit" and end == 1:
                found.append((f"chance beyond the bound, {case}", (2 - s) ** 2 / 4, "<", delta))
    return inequalities(*found)
