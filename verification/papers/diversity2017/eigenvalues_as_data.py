"""The spectrum of the kernel in closed form as data for anybody's program: its order, its steps and what they leave.

The eigenvalue of degree q is gamma(q), that at the place m in order gamma_m. What is compared is the closed form that
ours.eigenvalues states.
"""

from itertools import pairwise
from math import comb

from sympy import Expr, Integer, Product, Rational, Symbol, exp, log, pi, sympify

from verification.inequalities import inequalities

K, J = Symbol("i"), Symbol("j")
HALF = Rational(1, 2)
DEGREES = 1, 0, 2, 4, 6, 8


def kappa(inputs: int, degree: int) -> Expr:
    """(Gamma(d/2) Gamma(q/2) / (2 pi Gamma((d + q)/2)))^2 for odd q = 2 j + 1.

    Gamma(j + 1/2) is sqrt(pi) times the product of i - 1/2, i up to j, and Gamma((d + 1)/2 + j) that at j = 0 times the
    product of (d - 1)/2 + i. With P the product of (2 i - 1)/(2 i), i up to n, Gamma(d/2) / Gamma((d + 1)/2) is
    sqrt(pi) P for d = 2 n + 1, and 1 / (sqrt(pi) n P) for d = 2 n.
    """
    n, shifted = inputs // 2, K + Rational(inputs - 1, 2)
    ratio = Product((K - HALF) / shifted, (K, 1, Integer(degree // 2)))
    central = Product((2 * K - 1) / (2 * K), (K, 1, Integer(n)))
    return (ratio * central / 2) ** 2 if inputs % 2 else (ratio / (2 * pi * n * central)) ** 2


def gamma(inputs: int, degree: int) -> Expr:
    """The eigenvalue of degree 1 or of an even degree."""
    if degree == 1:
        return Rational(1, 4 * inputs)
    if degree == 0:
        return kappa(inputs, 1)
    mixed = (degree + inputs - 2) * kappa(inputs, degree + 1) + degree * kappa(inputs, degree - 1)
    return mixed / (2 * degree + inputs - 2)


def multiplicity(inputs: int, degree: int) -> int:
    """(2 q + d - 2)/q C(q + d - 3, q - 1), and 1 at degree 0."""
    return (2 * degree + inputs - 2) * comb(degree + inputs - 3, degree - 1) // degree if degree else 1


def steps(inputs: int, degrees: tuple = DEGREES) -> list[tuple[int, int, Expr]]:
    """Degree, the last m and gamma_m of runs of equal eigenvalues, in falling order of these."""
    found, many = [], 0
    for degree in degrees:
        many += multiplicity(inputs, degree)
        found.append((degree, many, gamma(inputs, degree)))
    return found


def in_order(inputs: int, degrees: tuple = DEGREES) -> list[tuple]:
    """gamma of degrees, each above the next."""
    return [
        (f"gamma({one}), and gamma({other}), d = {inputs}", gamma(inputs, one), ">", gamma(inputs, other))
        for one, other in pairwise(degrees)
    ]


def falls() -> dict:
    """m gamma_m at 1500, 1501 and 1502 for d = 1500."""
    return inequalities(
        *in_order(1500, (1, 0, 2)),
        ("1500 gamma(1) = 1500/(4 d), d = 1500", ["/", 1500, ["*", 4, 1500]], "=", Rational(1, 4)),
        ("1501 gamma(0), d = 1500", 1501 * gamma(1500, 0), "<", Rational(4, 25)),
        ("1502 gamma(2), d = 1500", 1502 * gamma(1500, 2), "<", Rational(1, 4000)),
    )


def first_steps() -> dict:
    """The three largest eigenvalues for d = 1500, in order, and their m gamma_m at the ends of their steps."""
    named = {q: (multiplicity(1500, q), gamma(1500, q)) for q in (1, 0, 2)}
    rest = (HALF - sum((many * value for many, value in named.values()), sympify(0))) / multiplicity(1500, 3)
    comparisons = [
        *in_order(1500, (1, 0, 2)),
        ("gamma(2), and what is left of the trace over the harmonics of degree 3, d = 1500", named[2][1], ">", rest),
        ("1500 gamma(1) = 1500/(4 d), d = 1500", ["/", 1500, ["*", 4, 1500]], "=", Rational(1, 4)),
    ]
    for q, m, low, high in ((0, 1501, 159310, 159320), (2, 1127250, 159360, 159370), (2, 1502, 212, 213)):
        what = f"{m} gamma({q}), d = 1500, from "
        comparisons.append((what + "below", m * named[q][1], ">", Rational(low, 10**6)))
        comparisons.append((what + "above", m * named[q][1], "<", Rational(high, 10**6)))
    return inequalities(*comparisons)


def inside_steps() -> dict:
    """m gamma_m at both ends of the run of degree 2 for d = 1500."""
    return inequalities(
        ("1502 gamma(2), d = 1500", 1502 * gamma(1500, 2), "<", Rational(22, 10**5)),
        ("1127250 gamma(2), d = 1500", 1127250 * gamma(1500, 2), ">", Rational(1593, 10**4)),
    )


def leading(samples: int = 3000, inputs: int = 15) -> Expr:
    """The sum of the first eigenvalues, of degrees 1, 0, 2 and a part of degree 4."""
    whole = steps(inputs, (1, 0, 2))
    first = sum((multiplicity(inputs, degree) * value for degree, _, value in whole), sympify(0))
    return first + (samples - whole[-1][1]) * gamma(inputs, 4)


def trace() -> dict:
    """1.123 times the first 3,000 eigenvalues leave something of the trace, 1/2, for d = 15."""
    return inequalities(
        *in_order(15, (1, 0, 2, 4)),
        ("1.123 times the sum of 3000 eigenvalues, d = 15", Rational(1123, 1000) * leading(), "<", HALF),
    )


def sum_of_3000() -> dict:
    """The order of eigenvalues of low degree, and what they leave of the trace over the harmonics of degree 5."""
    every = sum((multiplicity(15, q) * gamma(15, q) for q in (1, 0, 2, 4)), sympify(0))
    rest = (HALF - every) / multiplicity(15, 5)
    law = 1 + (HALF - leading()) / 3000 / gamma(15, 4)
    return inequalities(
        *in_order(15, (1, 0, 2, 4)),
        ("gamma(4), and what is left of the trace over the harmonics of degree 5, d = 15", gamma(15, 4), ">", rest),
        ("1.123 times the sum of 3000 eigenvalues, d = 15", Rational(1123, 1000) * leading(), "<", HALF),
        ("the law over gamma_3000, from below", law, ">", 3),
        ("the law over gamma_3000, from above", law, "<", Rational(301, 100)),
    )


def cap() -> dict:
    """m gamma_m below 1/2 at the ends of runs."""
    return inequalities(
        *(
            (f"m gamma_m, m = {m}, d = {d}", m * value, "<", HALF)
            for d in (2, 3, 4, 5, 15, 50, 100, 1500)
            for _, m, value in steps(d)
        )
    )


def space() -> dict:
    """m gamma_m below 1/4 at the ends of runs after m = d, but for m = 4 in three inputs."""
    return inequalities(
        *(
            (f"m gamma_m, m = {m}, d = {d}", m * value, "<", Rational(1, 4))
            for d in (3, 4, 5, 15, 50, 100, 1500)
            for degree, m, value in steps(d)
            if degree != 1 and (d, degree) != (3, 0)
        )
    )


def plane() -> dict:
    """m gamma_m below 3/pi^2 at the ends of runs of even degree q >= 2 in the plane, m = q + 3."""
    q = 2 * J
    value = (1 / (q + 1) ** 2 + 1 / (q - 1) ** 2) / (2 * pi**2)
    return inequalities(
        ("2 gamma_2 = 1/4", Rational(1, 4), "<", 3 / pi**2),
        ("m gamma_m, q = 2 j, m = q + 3", (q + 3) * value, "<", 3 / pi**2, (J, 1, 100)),
    )


def powers(*pairs: tuple) -> dict:
    """gamma_m below c m^-beta at the first end of a run with 2 c m^(1 - beta) > 1, in 2 and 3 inputs."""
    found = []
    for d in (2, 3):
        for c, beta in pairs:
            _, m, value = next(
                step for step in steps(d, (1, 0, *range(2, 200, 2))) if 2 * c * step[1] ** (1 - beta) > 1
            )
            power = c * exp(-beta * log(m))
            found += [
                (f"2 c m^(1 - beta), c = {c}, beta = {beta}, m = {m}", 2 * m * power, ">", 1),
                (f"gamma_m, and c m^-beta, c = {c}, beta = {beta}, m = {m}, d = {d}", value, "<", power),
            ]
    return inequalities(*found)


def excess(delta: Rational, dimensions: tuple, degrees: tuple) -> dict:
    """m exp(-m gamma_m / 8) + 2 m^2 exp(-4 ln^2 d) + delta above 1 at the ends of runs, from two samples on."""
    return inequalities(
        *(
            (
                f"m exp(-m gamma_m / 8) + 2 m^2 exp(-4 ln^2 d) + {delta}, m = {m}, d = {d}",
                m * exp(-m * value / 8) + 2 * m**2 * exp(-4 * log(d) ** 2) + delta,
                ">",
                1,
            )
            for d in dimensions
            for _, m, value in steps(d, degrees)
        )
    )


def failures() -> dict:
    """m exp(-m gamma_m / 8) above 1 at the ends of runs, from two samples on."""
    return inequalities(
        *(
            (f"m exp(-m gamma_m / 8), m = {m}, d = {d}", m * exp(-m * value / 8), ">", 1)
            for d in (2, 3, 4, 5, 15, 50, 100, 1500)
            for _, m, value in steps(d)
        )
    )


def one_sample() -> dict:
    """Half of the largest eigenvalue below the kernel of one sample, 1/2."""
    return inequalities(
        *(
            (f"gamma({q}) / 2, d = {d}", gamma(d, q) / 2, "<", HALF)
            for d in (2, 3, 4, 5, 15, 50, 100, 1500)
            for q in (0, 1)
        )
    )


def order() -> dict:
    """gamma of the degrees 1, 0, 2, 4, 6, 8 in falling order."""
    return inequalities(*(one for d in (2, 3, 4, 5, 7, 8, 15, 50, 100, 1500) for one in in_order(d)))


def degree_zero() -> dict:
    """gamma(0) below 1 / (pi (2 d - 1))."""
    return inequalities(
        *(
            (f"gamma(0), d = {d}", gamma(d, 0), "<", 1 / (pi * (2 * d - 1)))
            for d in (2, 3, 4, 5, 7, 8, 15, 50, 100, 1500)
        )
    )


def partial_sums() -> dict:
    """The trace over even degrees up to 60: below 1/4, by less than 1/20."""
    found = []
    for d in (2, 3, 4):
        total = sum((multiplicity(d, q) * gamma(d, q) for q in range(0, 61, 2)), sympify(0))
        found += [
            (f"the sum of N(q) gamma(q), even q up to 60, d = {d}", total, "<", Rational(1, 4)),
            (f"the same, d = {d}", total, ">", Rational(1, 5)),
        ]
    return inequalities(*found)


def lemma_5() -> dict:
    """At delta = 1/100."""
    return excess(Rational(1, 100), (2, 3, 5, 15, 60), DEGREES)


def equation_16() -> dict:
    """At delta = 1/10^6."""
    return excess(Rational(1, 10**6), (2, 3, 5, 15, 60), DEGREES)


def theorem_1() -> dict:
    """At delta = 1/100."""
    return excess(Rational(1, 100), (2, 3, 15, 1500), DEGREES[:4])


def theorem_3() -> dict:
    """At delta = 1/1000."""
    return excess(Rational(1, 1000), (2, 3, 15, 1500), DEGREES[:4])


def corollary_2() -> dict:
    """c_0 = 1/10 and beta = 1/2, c_0 = 1/20 and beta = 1/3."""
    return powers((Rational(1, 10), HALF), (Rational(1, 20), Rational(1, 3)))


def corollary_4() -> dict:
    """c_0 = 1/10 and beta = 2/3, c_0 = 1/25 and beta = 1/2."""
    return powers((Rational(1, 10), Rational(2, 3)), (Rational(1, 25), HALF))


def beta() -> dict:
    """c = 1/10 and beta = 1/2, c = 1/4 and beta = 1/2, c = 1/4 and beta = 3/4."""
    return powers((Rational(1, 10), HALF), (Rational(1, 4), HALF), (Rational(1, 4), Rational(3, 4)))
