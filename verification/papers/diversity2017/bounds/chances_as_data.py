"""The least of binomial numbers as data for anybody's program."""

from sympy import Rational, Sum, Symbol, binomial, exp

from verification.inequalities import inequalities

K = Symbol("k")


def orthonormal_samples():
    """The chance that the least of m binomial numbers, of n units with the chance 1/2, is below n/4."""
    found = []
    for n in (16, 64, 256):
        below = Sum(binomial(n, K) / Rational(2) ** n, (K, 0, n // 4 - 1))
        for m in (2, 10, 100):
            chance = 1 - (1 - below) ** m
            found.append(
                (f"P(least below n/4), and m exp(-n/16), m = {m}, n = {n}", chance, "<", m * exp(-Rational(n, 16)))
            )
    return inequalities(*found)
