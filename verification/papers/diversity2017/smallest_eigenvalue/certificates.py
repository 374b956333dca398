"""Chances and angles around Lemma 6 as data for anybody's program."""

from sympy import Rational, Sum, Symbol, acos, binomial, cos, exp, pi

from verification.inequalities import inequalities
from verification.papers.diversity2017.eigenvalues_as_data import gamma, multiplicity
from verification.sphere_as_data import beyond

J = Symbol("j")


def caps():
    """The chance of a cosine of at least s in size, against 2 exp(-d s^2 / 2)."""
    return inequalities(
        *(
            (f"P(|x_1.x_2| >= {s}), and 2 exp(-d s^2/2), d = {d}", beyond(d, s * s), "<", 2 * exp(-d * s * s / 2))
            for d in (2, 3, 5, 10, 50, 200)
            for s in (Rational(1, 10), Rational(3, 10), Rational(3, 5), Rational(9, 10))
        )
    )


def two_samples():
    """cos(theta) (1 - theta/pi) at the angles that two samples keep with the chances 0.84653 and 0.84651."""
    high, low = (pi * (1 - Rational(chance, 10**5)) for chance in (84653, 84651))
    return inequalities(
        ("at the angle for 0.84653, and 3/4", cos(high) * (1 - high / pi), ">", Rational(3, 4)),
        ("at the angle for 0.84651, and 3/4", cos(low) * (1 - low / pi), "<", Rational(3, 4)),
    )


def plane():
    """m samples in the plane: the chance that no pair is within an angle, at which g falls by less than m gamma_m / 2.

    gamma_m is the eigenvalue of an even degree q, (1/(q + 1)^2 + 1/(q - 1)^2) / (2 pi^2), of which m is q + 2 or q + 3.
    Pairs are within the angle a with the chance a/pi, any two of them independent: by the second moment none is with a
    chance of at most (1 - a/pi) / (m (m - 1)/2 a/pi).
    """
    found = []
    for m, bound, angle in PLANE:
        q = 2 * ((m - 2) // 2)
        eigenvalue = (Rational(1, (q + 1) ** 2) + Rational(1, (q - 1) ** 2)) / (2 * pi**2)
        share, pairs = angle / pi, Rational(m * (m - 1), 2)
        found += [
            (
                f"the fall of g at an angle, and m gamma_m / 2, m = {m}",
                Rational(1, 2) - cos(angle) * (1 - share) / 2,
                "<",
                m * eigenvalue / 2,
            ),
            (f"the chance that no pair is within it, m = {m}", (1 - share) / (pairs * share), "<", bound),
        ]
    return inequalities(*found)  # fmt: skip


PLANE = (  # samples, the bound that is stated, an angle
    (100, Rational(193, 1000), Rational(329, 10**5)),
    (1000, Rational(198, 10**4), Rational(319, 10**6)),
    (10_000, Rational(198, 10**5), Rational(318, 10**7)),
)


def rest(terms):
    """c_J, that is 1/4 less the coefficients of g of even degree below J, C(2j, j) / 4^j / (2j + 1) / (2 pi)."""
    coefficient = binomial(2 * J, J) / 4**J / (2 * J + 1)
    return Rational(1, 4) - Sum(coefficient, (J, 0, terms // 2 - 2)) / (2 * pi)


def sizes():
    """c_J / 2 and the chance m^2 exp(-d (2 m)^(-2/J) / 2) of failure, at three sizes.

    The root is given from below, by a number whose power J/2, times 2 m, is below 1.
    """
    found = []
    for d, m, terms, least, failure, root in SIZES:
        found += [
            (f"c_J / 2, J = {terms}", rest(terms) / 2, ">", least),
            (f"2 m times the power J/2 of {root}, m = {m}, J = {terms}", root ** (terms // 2) * 2 * m, "<", 1),
            (f"m^2 exp(-d {root} / 2), d = {d}, m = {m}", m**2 * exp(-d * root / 2), "<", failure),
        ]
    return inequalities(*found)


SIZES = (  # d, m, J, what c_J / 2 exceeds, what the chance does not, a number just below (2 m)^(-2/J)
    (50, 100, 20, Rational(150, 10_000), Rational(42, 10_000), Rational(58_870, 10**5)),
    (200, 200, 8, Rational(261, 10_000), Rational(79, 10_000_000), Rational(22_360, 10**5)),
    (1500, 3000, 6, Rational(321, 10_000), Rational(12, 10**12), Rational(55_032, 10**6)),
)


def series():
    """g(t) less t/4 and 20 terms: positive, and no more than c_42 |t|^42 and a billionth of it, as it is that at 1."""
    found = []
    for t in (Rational(1, 2), Rational(-1, 2), Rational(9, 10), Rational(1)):
        term = binomial(2 * J, J) / 4**J / (2 * J + 1) * t ** (2 * J + 2)
        left = t * (Rational(1, 2) - acos(t) / (2 * pi)) - t / 4 - Sum(term, (J, 0, 19)) / (2 * pi)
        most = rest(42) * t**42 * (1 + Rational(1, 10**9))
        found.append((f"g(t) less t/4 and 20 terms, t = {t}", left, ">", 0))
        found.append((f"g(t) less t/4 and 20 terms, and the tail, t = {t}", left, "<", most))
    return inequalities(*found)


def eigenvalue(inputs, samples):
    """gamma_m, m the number of samples, by counting through the degrees; in the plane m is q + 2 or q + 3."""
    if inputs == 2:
        q = 2 * ((samples - 2) // 2)
        return (Rational(1, (q + 1) ** 2) + Rational(1, (q - 1) ** 2)) / (2 * pi**2)
    many, degree = multiplicity(inputs, 1) + 1, 0
    while many < samples:
        degree += 2
        many += multiplicity(inputs, degree)
    return gamma(inputs, degree)


def none_close(inputs, samples):
    """The bound of the chance that no pair is within the angle m gamma_m: that of one pair is half of a cosine's."""
    chance = beyond(inputs, cos(samples * eigenvalue(inputs, samples)) ** 2) / 2
    return (1 - chance) / (Rational(samples * (samples - 1), 2) * chance)


def vanishes():
    """These bounds fall to a fifth where there are ten times as many samples."""
    return inequalities(
        *(
            (
                f"m = {m}, and 5 times that for 10 m, d = {d}",
                none_close(d, m),
                ">",
                5 * none_close(d, 10 * m),
            )
            for d, sizes in ((2, (10**3, 10**4)), (3, (10**3, 10**4)), (5, (10**8, 10**9)))
            for m in sizes
        )
    )
