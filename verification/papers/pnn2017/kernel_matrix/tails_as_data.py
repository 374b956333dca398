"""Tails of the kernel's series beside powers, as data for anybody's program."""

from sympy import Expr, Rational, Sum, Symbol, binomial, cos, pi, sqrt

from verification.inequalities import inequalities
from verification.papers.pnn2017.kernel.certificates import psi

K, N = Symbol("k"), Symbol("n")


def tail(rho: Expr, first: Expr | int) -> Expr:
    """T_N: psi less the terms of its series before r^(2N)."""
    term = binomial(2 * K, K) / 4**K / (2 * K - 1) ** 2 * rho ** (2 * K)
    return psi(rho) - 2 / pi * Sum(term, (K, 0, first - 1))


def tails_fall_like_powers() -> dict:
    """T_N(mu) is below mu^(2N) T_N(1), N from 1 to 12; and T_N(1) is above R - 1 times T_N(mu) for some lines and an N.

    Lines are equally spaced, or all those through points with coordinates up to 1 in three inputs, with cosines up to
    the root of 2/3.
    """
    found: list[tuple] = []
    for mu in (Rational(1, 10), Rational(1, 4), Rational(1, 2), Rational(3, 4), Rational(19, 20)):
        power = mu ** (2 * N) * tail(Rational(1), N)
        found.append((f"mu = {mu}: the tail, and mu^(2n) times that at 1", tail(mu, N), "<", power, (N, 1, 12)))
    for count, mu, first in (
        (2, Rational(0), 1),
        (4, cos(pi / 4), 3),
        (7, cos(pi / 7), 12),
        (13, sqrt(Rational(2, 3)), 6),
    ):
        bound = tail(Rational(1), first) - (count - 1) * tail(mu, first)
        found.append((f"T_{first}(1) less {count - 1} times T_{first}(mu), mu = {mu}", bound, ">", 0))
    return inequalities(*found)
