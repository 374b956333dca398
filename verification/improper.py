"""Balls of integrals to infinity: quadrature up to a point, and a bound on what lies beyond it.

Integrands are sums of terms K x^s exp(-b x^m) with b > 0 and m 1 or 2, or K x^s with s < -1. Everything else is
refused, and so is a power that is singular at 0.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import sympy
from flint import acb, arb

from verification.closed_forms import Refused

REACH = 64  # of the quadrature, beyond the start
NEAR = sympy.Rational(1, 2**200)  # below which a power that is not analytic at 0 is bounded
Evaluate = Callable[[sympy.Expr], arb | acb]


class Term(NamedTuple):
    """K x^s exp(-b x^m): its factor, power, rate and order; the rate is 0 for a power alone."""

    factor: sympy.Expr
    power: sympy.Expr
    rate: sympy.Expr
    order: int


def is_improper(integral: sympy.Integral) -> bool:
    """Whether an end of an integral is infinite."""
    return any(end.is_infinite for limit in integral.limits for end in limit[1:])


def improper(integral: sympy.Integral, evaluate: Evaluate) -> arb:
    """The ball of an integral over one variable to infinity, from -infinity or both; `evaluate` gives other balls.

    Raises Refused where a term is not of the form above.
    """
    symbol, start, end = integral.limits[0]
    at = sympy.Dummy("x", positive=True)
    pieces = []
    if start is sympy.S.NegativeInfinity:
        middle = sympy.S.Zero if end is sympy.S.Infinity else -end
        pieces.append((integral.function.subs(symbol, -at), middle))
        start = sympy.S.Zero
    if end is sympy.S.Infinity:
        pieces.append((integral.function.subs(symbol, at), start))
    terms = ((term, low) for f, low in pieces for term in sympy.Add.make_args(sympy.expand(f)))
    return sum((_of_term(term, at, low, evaluate) for term, low in terms), arb(0))


def _of_term(expression: sympy.Expr, x: sympy.Symbol, start: sympy.Expr, evaluate: Evaluate) -> arb:
    term, far = term_of(expression, x), start + REACH
    smooth = not start.is_zero or bool(term.power.is_integer and term.power.is_nonnegative)
    low = start if smooth else NEAR
    middle = _real(evaluate(sympy.Integral(expression, (x, low, far))))
    head = arb(0) if smooth else _head(term, evaluate)
    return middle + head + _beyond(term, far, evaluate)


def term_of(expression: sympy.Expr, x: sympy.Symbol) -> Term:
    """K, s, b and m of a term. Raises Refused where it has another form."""
    factor, rest = expression.as_independent(x)
    power, exponent = sympy.S.Zero, sympy.S.Zero
    for part in sympy.Mul.make_args(rest):
        base, index = part.as_base_exp()
        if base == x and not index.has(x):
            power += index
        elif base is sympy.E:
            exponent += index
        elif part != 1:
            raise Refused(f"{part} under an integral to infinity has no enclosure here")
    return Term(factor, power, *_decay(sympy.expand(exponent), x))


def _decay(exponent: sympy.Expr, x: sympy.Symbol) -> tuple[sympy.Expr, int]:
    for order in (1, 2):
        rate = -exponent.coeff(x, order)
        if rate != 0 and sympy.expand(exponent + rate * x**order) == 0:
            return rate, order
    if exponent != 0:
        raise Refused(f"exp({exponent}) under an integral to infinity has no enclosure here")
    return sympy.S.Zero, 1


def _real(ball: arb | acb) -> arb:
    if isinstance(ball, arb):
        return ball
    return ball.real if ball.imag.contains(0) else arb("nan")


def _ball_of_size(bound: arb) -> arb:
    """Everything of at most that size; says nothing where the bound is none."""
    return arb(0, bound.upper()) if bound >= 0 else arb("nan")


def _beyond(term: Term, far: sympy.Expr, evaluate: Evaluate) -> arb:
    """What lies beyond x = far > 0: exactly for a power; else the logarithm falls at least as fast as it does there."""
    factor, s, b, x = (_real(evaluate(e)) for e in (term.factor, term.power, term.rate, far))
    if not x > 0:
        return arb("nan")
    if term.rate == 0:
        return factor * x ** (s + 1) / (-s - 1) if s < -1 else arb("nan")
    falls = term.order * b * x ** (term.order - 1) - abs(s) / x
    return _ball_of_size(abs(factor) * x**s * (-b * x**term.order).exp() / falls) if falls > 0 else arb("nan")


def _head(term: Term, evaluate: Evaluate) -> arb:
    """What lies between 0 and NEAR: at most |K| x^s, integrated."""
    factor, s, b, x = (_real(evaluate(e)) for e in (term.factor, term.power, term.rate, NEAR))
    return _ball_of_size(abs(factor) * x ** (s + 1) / (s + 1)) if s > -1 and b >= 0 else arb("nan")
