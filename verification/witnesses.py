"""Witnesses for and against a residual: its balls at points within the assumptions on its symbols.

A ball without zero refutes, whatever SymPy says. A residual is borne out where narrow balls hold zero at several
points, at rising precision.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import sympy
from flint import acb, arb
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.core.function import AppliedUndef

from verification.closed_forms import Refused
from verification.enclosures import enclose
from verification.improper import is_improper

BITS = (192, 768)  # at a point of a residual with symbols
CONSTANT_BITS = (192, 768, 3072)
INTEGRAL_BITS = (64,)  # quadrature of absolute values gains little from more
NARROW, NARROW_INTEGRAL = 1e-40, 1e-9  # radius of a ball that bears out a zero
TRIES = 8
LARGE = (3, 5, 7)  # attempts with values above one
WANTED = 2  # points, where the symbols leave more than one

Point = Mapping[sympy.Symbol, sympy.Rational]


@dataclass(frozen=True)
class Witness:
    """What balls say of a residual: the point and ball that exclude zero, or at how many points narrow ones hold it."""

    nonzero: str = ""
    held: int = 0
    wanted: int = 1

    @property
    def bears_out(self) -> bool:
        """Whether balls hold zero at enough points, and none excludes it."""
        return not self.nonzero and self.held >= self.wanted


def witness(residual: sympy.Expr, at: Mapping[str, object]) -> Witness:
    """Evaluate a residual at points; `at` gives values of symbols by name.

    Functions without a definition stand for any values: what holds for all of them is borne out, and none refutes.
    """
    freed = _freed(residual)
    narrow = NARROW_INTEGRAL if freed.has(sympy.Integral) else NARROW
    held, tried = 0, 0
    for point in points(freed, at):
        tried += 1
        ball = _ball(freed, point)
        if _excludes_zero(ball):
            return Witness(nonzero=f"{ball.str(8)} at {_shown(point)}") if freed is residual else Witness()
        held += float(abs(ball).upper()) < narrow
    return Witness("", held, max(min(WANTED, tried), 1))


def violation(relation: sympy.core.relational.Relational, at: Mapping[str, object]) -> str:
    """A point at which the larger side of an inequality is certainly the smaller one, and by how much; "" for none."""
    gap = relation.gts - relation.lts
    if _freed(gap) is not gap:
        return ""
    for point in points(gap, at):
        ball = _ball(gap, point)
        if isinstance(ball, arb) and ball.is_finite() and ball < 0:
            return f"{ball.str(8)} at {_shown(point)}"
    return ""


def _freed(residual: sympy.Expr) -> sympy.Expr:
    """The residual with a symbol in place of every function that has no definition, and of its derivatives.

    A function of what a sum or an integral runs over has no one value, and stays: it has no ball.
    """
    running = {symbol for part in residual.atoms(ExprWithLimits) for symbol in part.bound_symbols}
    found = residual.atoms(sympy.Derivative, sympy.Subs, AppliedUndef)
    unknown = {f for f in found if f.has(AppliedUndef) and not f.free_symbols & running}
    if not unknown:
        return residual
    names = sorted(unknown, key=sympy.default_sort_key)
    return residual.xreplace({f: sympy.Dummy(f"f{i}") for i, f in enumerate(names)})


def points(residual: sympy.Expr, at: Mapping[str, object]) -> Iterator[Point]:
    """Distinct points that meet the assumptions on the symbols: small values first, then either sign, then large."""
    symbols = sorted(residual.free_symbols, key=lambda s: s.name)
    seen: set[tuple] = set()
    for attempt in range(TRIES):
        point = {s: _given(s, at, attempt) if s.name in at else _value(s, i, attempt) for i, s in enumerate(symbols)}
        key = tuple(point.values())
        if key not in seen and all(_meets(v, s) for s, v in point.items()):
            seen.add(key)
            yield point


def _given(symbol: sympy.Symbol, at: Mapping[str, object], attempt: int) -> sympy.Rational:
    """The value that a check gives a symbol, by a factor beside it in later attempts, where it is no integer."""
    chosen = sympy.Rational(at[symbol.name])
    if symbol.is_integer or attempt < TRIES // 2:
        return chosen
    return chosen * (1 - sympy.Rational(attempt, 10007))


def _value(symbol: sympy.Symbol, index: int, attempt: int) -> sympy.Rational:
    """Values below one and, in some attempts, above; of either sign later, where both may be."""
    late = attempt >= TRIES // 2
    if symbol.is_integer:
        size = sympy.Integer(3 + index + attempt)
        size = 2 * size + int(bool(symbol.is_odd)) if symbol.is_even or symbol.is_odd else size
    else:
        size = sympy.Rational(2 + index + attempt, 7 + 4 * index + 3 * attempt)
        size = 1 / size if attempt in LARGE else size
    turned = late and (attempt >= 3 * TRIES // 4 or (index + attempt) % 2)  # every other symbol, then all
    return -size if symbol.is_nonpositive or (turned and not symbol.is_nonnegative) else size


def _meets(value: sympy.Rational, symbol: sympy.Symbol) -> bool:
    """A number stands for a matrix too (one by one), so that commuting is no matter."""
    facts = symbol.assumptions0 if symbol.is_commutative else {}
    return all(getattr(value, f"is_{fact}", None) is not (not truth) for fact, truth in facts.items())


def _ball(residual: sympy.Expr, point: Point) -> arb | acb:
    """The first ball without zero at rising precision, else the last one; not finite where there is none."""
    levels = INTEGRAL_BITS if residual.has(sympy.Integral) else BITS if point else CONSTANT_BITS
    try:
        here = residual.subs({s: v for s, v in point.items() if s.is_integer})
        for bits in levels:
            ball = enclose(here, point, bits)
            if _excludes_zero(ball):
                return ball
        return ball
    except (Refused, ValueError, KeyError, ZeroDivisionError):
        return arb("nan")


def _excludes_zero(ball: arb | acb) -> bool:
    return ball.is_finite() and not ball.contains(0)


def _shown(point: Point) -> str:
    return ", ".join(f"{s} = {v}" for s, v in point.items()) or "a constant"


@contextmanager
def held_integrals(at: Mapping[str, object]):
    """Inside the block an integral that SymPy carries out is held against its ball, and left standing where it is off.

    One with kinks or jumps, or to infinity, is left standing too where no ball bears it out, unless SymPy leaves
    integrals in its value.
    """
    original, inside = sympy.Integral.doit, [False]

    def doit(integral, **hints):
        if inside[0]:
            return original(integral, **hints)
        inside[0] = True
        try:
            found = original(integral, **hints)
            return found if _believed(integral, found, at) else integral
        finally:
            inside[0] = False

    sympy.Integral.doit = doit
    try:
        yield
    finally:
        sympy.Integral.doit = original


def _believed(integral: sympy.Integral, found: sympy.Expr, at: Mapping[str, object]) -> bool:
    """Whether balls bear out SymPy's value of an integral.

    Where they cannot tell, that of a smooth one between finite ends is believed, and one in which integrals are left.
    """
    if isinstance(found, sympy.MatrixBase):
        entries = zip(integral.function, found, strict=True)
        return all(_believed(sympy.Integral(entry, *integral.limits), one, at) for entry, one in entries)
    seen = witness(integral.func(*integral.args) - found, at)
    trusted = found.has(sympy.Integral) or not (has_kinks(integral) or is_improper(integral))
    return not seen.nonzero and (seen.bears_out or trusted)


def has_kinks(integral: sympy.Integral) -> bool:
    """Whether an integral is of absolute values or the like: SymPy is not to be trusted with it, split it."""
    return integral.has(*KINKED)


KINKED = (sympy.Abs, sympy.sign, sympy.Max, sympy.Min, sympy.Piecewise, sympy.Heaviside, sympy.floor)
