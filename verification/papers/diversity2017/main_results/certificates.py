"""Sizes at which the proof's constant is exceeded, as data for anybody's program."""

from sympy import Rational, exp, log, sqrt

from verification.inequalities import inequalities
from verification.papers.diversity2017.main_results.pulled_as_data import forty_boundaries

INPUTS, SAMPLES, HALF = 16, 2 * 10**6, Rational(1, 2)


def units_after_samples():
    """The quotient at 16 inputs, 2 10^6 samples and delta = 1/2, and the exceptional probability there."""
    cost = 1 + log(INPUTS) * sqrt(Rational(4 * SAMPLES, 3 * INPUTS) * log(2))
    return inequalities(
        (
            "m / (2 d (d - 1)) over 1 + log d sqrt(4 m log(2) / (3 d)), and 2 sqrt 2",
            Rational(SAMPLES, 2 * INPUTS * (INPUTS - 1)) / cost,
            ">",
            2 * sqrt(2),
        ),
        ("2 m^2 exp(-4 log^2 d) + 1/2", 2 * SAMPLES**2 * exp(-4 * log(INPUTS) ** 2) + HALF, "<", 1),
    )


def quotient(inputs, samples, delta):
    """m / (2 d (d - 1)) over 1 + log d sqrt(4 m log(1/delta) / (3 d))."""
    cost = 1 + log(inputs) * sqrt(Rational(4 * samples, 3 * inputs) * -log(delta))
    return Rational(samples, 2 * inputs * (inputs - 1)) / cost


def two_sizes():
    """The quotient at two sizes, and the exceptional probabilities there."""
    found = []
    for inputs, samples, rate, least, most in (
        (16, 2 * 10**6, 4, Rational(44, 10), Rational(86, 100)),
        (2**14, 10**20, 1, Rational(250), Rational(76, 100)),
    ):
        where = f"d = {inputs}, m = {samples}"
        chance = 2 * samples**2 * exp(-rate * log(inputs) ** 2) + HALF
        found += [
            (
                f"m / (2 d (d - 1)) over 1 + log d sqrt(4 m log(2) / (3 d)), {where}",
                quotient(inputs, samples, HALF),
                ">",
                least,
            ),
            (f"2 m^2 exp(-{rate} log^2 d) + 1/2, {where}", chance, "<", most),
        ]
    return inequalities(*found)


def every_constant():
    """With m = d^4 the quotient at 100 d is more than twice that at d."""
    return inequalities(
        *(
            (f"the quotient at 100 d, and twice that at d, d = {d}",
             quotient(100 * d, (100 * d) ** 4, Rational(1, 4)), ">", 2 * quotient(d, d**4, Rational(1, 4)))
            for d in (4 * 10**3, 4 * 10**5, 4 * 10**7)
        )
    )  # fmt: skip


def forty_samples():
    """m = 40, n = 4 10^6, 20 units moved at each of 80 ends: all E_ij, L_inf and L_2; 2 s/n m/2, and rho(W)."""
    count, units, moved, rate = 40, 4 * 10**6, 20, log(2)
    largest = Rational(2 * moved + 2, units)
    bumps = Rational(2 * count * moved * (moved + 1) * (2 * moved + 1), 3 * units)
    mean = sqrt(HALF / 3 + bumps) / units
    inside = count * mean
    inside += sqrt(count * sqrt(count)) * sqrt(sqrt(4 * rate)) * sqrt(largest * mean)
    inside += sqrt(count) * sqrt(4 * rate / 3) * largest
    cost = sqrt(2) / log(2) * (largest + log(2) / sqrt(2) * inside)
    numbers = inequalities(
        ("2 s/n times m/2, below |G_n - G|", ["*", ["/", 2 * moved, units], ["/", count, 2]], "=", Rational(2, 10**4)),
        ("sqrt(2)/log(2) rho(W), from above, at delta = 1/2", cost, "<", Rational(125, 10**6)),
    )
    return numbers, forty_boundaries()
