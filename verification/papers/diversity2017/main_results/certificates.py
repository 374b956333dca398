"""Sizes at which the proof's constant is exceeded, as data for anybody's program."""

from sympy import Rational, exp, log, sqrt

from verification.inequalities import inequalities

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
