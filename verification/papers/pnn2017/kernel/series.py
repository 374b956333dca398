"""The kernel's power series in balls: what the closed form expands to, and what its first terms leave of it."""

from math import comb

from flint import arb, arb_series, ctx, fmpq

from verification.balls import ARB

TERMS = 60


def value(forms, name, at):
    """A proved closed form at a ball or a series of balls."""
    return forms[name](at, arithmetic=ARB)


def asserted_coefficient(n, shift=1, power=2):
    """a_n as the claim states it."""
    return fmpq(comb(2 * n, n), 4**n * (2 * n - shift) ** power)


def series_of_the_closed_form(forms):
    """psi's coefficients over 2/pi, by expanding the proved closed form itself in balls."""
    return with_all_terms(lambda r: value(forms, "psi", r) * arb.pi() / 2)


def with_all_terms(function):
    """The first 120 coefficients of a function at 0, in balls."""
    before, ctx.cap = ctx.cap, 2 * TERMS
    try:
        series = function(arb_series([0, 1]))
        return [series[k] for k in range(2 * TERMS)]
    finally:
        ctx.cap = before


def arcsine_and_root(forms):
    """The coefficients of even order of psi over 2/pi."""
    return series_of_the_closed_form(forms)[::2]


def root_alone(forms):
    """Those of sqrt(1 - r^2), without the arcsine."""
    return with_all_terms(lambda r: (1 - r * r).sqrt())[::2]


def tail(forms, at, start):
    """psi minus the sum of the first terms, whose coefficients are exact."""
    polynomial = sum((asserted_coefficient(n) * at ** (2 * n) for n in range(start)), arb(0))
    return value(forms, "psi", at) - 2 / arb.pi() * polynomial
