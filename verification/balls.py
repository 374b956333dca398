"""Ball arithmetic for proved closed forms: every rounding bounded."""

from __future__ import annotations

from contextlib import contextmanager

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
