"""Ball arithmetic for proved closed forms: every rounding bounded."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import contextmanager
from functools import reduce

from flint import arb, ctx, fmpq

from verification.closed_forms import Arithmetic

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


def largest(balls: Iterable[arb]) -> arb:
    """A ball that holds the largest of some numbers; picked by their floats, one a rounding below it might be taken."""
    return reduce(arb.max, balls)


def smallest(balls: Iterable[arb]) -> arb:
    """A ball that holds the smallest of some numbers."""
    return reduce(arb.min, balls)


def _method(name: str):
    return lambda x: getattr(x, name)()


ARB = Arithmetic(
    integer=arb,
    rational=lambda p, q: arb(fmpq(p, q)),
    power=pow,
    constants={"pi": arb.pi, "E": lambda: arb(1).exp()},
    functions={
        **{n: _method(n) for n in ("sin", "cos", "tan", "cot", "sec", "csc", "asin", "acos", "atan")},
        **{n: _method(n) for n in ("exp", "log", "gamma", "erf")},
        **{"Abs": abs, "sign": _method("sgn"), "factorial": lambda x: (x + 1).gamma()},
        "binomial": lambda n, k: (n + 1).gamma() / ((k + 1).gamma() * (n - k + 1).gamma()),
        "Max": lambda *x: reduce(arb.max, x),
        "Min": lambda *x: reduce(arb.min, x),
    },
)
