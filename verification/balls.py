"""Formulas in ball arithmetic: an enclosure of a SymPy expression at a point, with its rounding bounded."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flint import arb, ctx, fmpq

from verification.closed_forms import Arithmetic, walk

if TYPE_CHECKING:
    import sympy

BITS = 192


@contextmanager
def precision(bits: int = BITS):
    """Work at that many bits inside the block."""
    before = ctx.prec
    ctx.prec = bits
    try:
        yield
    finally:
        ctx.prec = before


def _power(base: arb, exponent: arb) -> arb:
    whole = exponent.unique_fmpz()
    if whole is not None and exponent.is_integer():
        return base ** int(whole)
    if exponent == arb(fmpq(1, 2)):
        return base.sqrt()
    return base**exponent


def _method(name: str):
    return lambda x: getattr(x, name)()


ARB = Arithmetic(
    integer=arb,
    rational=lambda p, q: arb(fmpq(p, q)),
    power=_power,
    constants={"pi": arb.pi, "E": lambda: arb(1).exp()},
    functions={
        **{n: _method(n) for n in ("sin", "cos", "tan", "cot", "sec", "csc", "asin", "acos", "atan")},
        **{n: _method(n) for n in ("exp", "log", "gamma", "erf")},
        **{"Abs": abs, "sign": _method("sgn"), "factorial": lambda x: (x + 1).gamma()},
        "binomial": lambda n, k: (n + 1).gamma() / ((k + 1).gamma() * (n - k + 1).gamma()),
        "Max": lambda *x: _extreme(arb.max, x),
        "Min": lambda *x: _extreme(arb.min, x),
    },
)


def _extreme(choose, balls):
    result = balls[0]
    for ball in balls[1:]:
        result = choose(result, ball)
    return result


def enclose(expression: sympy.Expr, point: Mapping[sympy.Symbol, sympy.Rational], bits: int = BITS) -> arb:
    """A ball that holds the value of `expression` at a rational point.

    Raises Refused where the expression holds a function without an enclosure here.
    """
    from sympy import srepr  # most users of balls have no expression, and are spared the second that loading it takes

    with precision(bits):
        values = {symbol.name: arb(fmpq(int(value.p), int(value.q))) for symbol, value in point.items()}
        return walk(ast.parse(srepr(expression), mode="eval").body, values, ARB)
