"""Symbolic proofs: SymPy brings every residual to exactly zero; a number never counts as a proof.

A wrong variant is refuted by a point at which its residual is a ball that excludes zero.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

import sympy
from sympy.logic.boolalg import Boolean

from verification.balls import enclose
from verification.check import Check, Record, declare, record_of
from verification.closed_forms import Refused
from verification.verdict import Verdict

METHOD = "symbolic"
SETTINGS = ()
REWRITES = (
    sympy.expand,
    sympy.simplify,
    lambda e: sympy.simplify(sympy.expand_trig(e)),
    lambda e: sympy.simplify(sympy.expand_func(e)),
    lambda e: sympy.combsimp(sympy.expand_func(e)),
    lambda e: sympy.simplify(e.rewrite(sympy.gamma)),
)
POINTS = 4


def check(claim, part, wrong, scope="general", forms=None, at=None):
    """Make a function that returns residuals (expressions, matrices, booleans) a symbolic check.

    forms: closed forms, name to function of symbols, that the check proves and hands to later stages.
    at: rational values for symbols by name, used to refute variants; others get small positive rationals.
    """
    return declare(METHOD, claim, part, wrong, scope, forms=forms or {}, at=at or {})


def run(check: Check, provided: Mapping[str, object]) -> Record:
    """Prove the statement, refute the variants."""
    record = record_of(check)
    residuals = list(flatten(check.call(provided)))
    verdict, where = decide(residuals, check.options["at"])  # type: ignore[arg-type]
    record.verdict = verdict
    record.cost = sum(_size(residual) for residual in residuals)
    record.numbers["residuals"] = len(residuals)
    if where:
        record.numbers["left over"] = where
    for name, formula in check.wrong.items():
        outcome, evidence = refute(flatten(check.call(provided, formula)), check.options["at"])  # type: ignore[arg-type]
        record.wrong_variants[name] = outcome is Verdict.REFUTED
        record.numbers[f"variant {name}"] = evidence or "not refuted"
    return record


def decide(residuals: Iterable, at: Mapping[str, object]) -> tuple[Verdict, str]:
    """Proved if all residuals vanish exactly, refuted if one is certainly not zero, else undecided, as for none."""
    residuals = list(residuals)
    undecided = "" if residuals else "no residual"
    for residual in residuals:
        rest = reduce_to_zero(residual)
        if rest is None:
            continue
        ball = nonzero_somewhere(rest, at)
        if ball:
            return Verdict.REFUTED, ball
        undecided = str(rest)[:200]
    return (Verdict.UNDECIDED, undecided) if undecided else (Verdict.PROVED, "")


def refute(residuals: Iterable, at: Mapping[str, object]) -> tuple[Verdict, str]:
    """`decide` for what should be wrong: first look for a point where a residual, as it stands, is not zero.

    Residuals after that one are not computed.
    """
    seen = []
    for residual in residuals:
        seen.append(residual)
        ball = nonzero_somewhere(residual, at)
        if ball:
            return Verdict.REFUTED, ball
    return decide(seen, at)


def flatten(value) -> Iterator:
    """The residuals in what a check returned: one, or any nesting of lists and matrices."""
    if isinstance(value, sympy.MatrixBase | list | tuple) or inspect.isgenerator(value):
        for item in value:
            yield from flatten(item)
    else:
        yield value


def reduce_to_zero(residual):
    """None where the residual is exactly zero (or True); else the shortest form that was reached."""
    if isinstance(residual, bool | Boolean):
        return None if residual in (True, sympy.true) else residual
    residual = sympy.sympify(residual)
    if sympy.expand(sympy.numer(sympy.together(residual))) == 0:  # in an instant where simplify takes seconds
        return None
    for rewrite in (partial(sympy.Add, 0), *REWRITES):
        if residual == 0:
            return None
        residual = min(residual, rewrite(residual), key=sympy.count_ops)
    return None if residual == 0 else residual


def nonzero_somewhere(residual, at: Mapping[str, object]) -> str:
    """The point and ball that show a residual not to be zero; empty where none was found."""
    if isinstance(residual, bool | Boolean):
        return "false" if residual in (False, sympy.false) else ""
    residual = sympy.sympify(residual)
    for shift in range(POINTS):
        point = _point(residual, at, shift)
        try:
            ball = enclose(residual.subs({s: v for s, v in point.items() if s.is_integer}), point)
        except (Refused, ValueError, KeyError):
            continue
        if ball.is_finite() and not ball.contains(0):
            return f"{ball.str(8)} at {', '.join(f'{s} = {v}' for s, v in point.items()) or 'a constant'}"
    return ""


def _point(residual: sympy.Expr, at: Mapping[str, object], shift: int) -> dict:
    symbols = sorted(residual.free_symbols, key=lambda s: s.name)
    return {s: sympy.Rational(at[s.name]) if s.name in at else _value(s, i, shift) for i, s in enumerate(symbols)}


def _value(symbol: sympy.Symbol, index: int, shift: int) -> sympy.Rational:
    if symbol.is_integer:
        return sympy.Integer(3 + index + shift)
    size = sympy.Rational(2 + index + shift, 7 + 2 * index + 3 * shift)
    return -size if symbol.is_negative else size


def closed_forms(check: Check) -> dict[str, str]:
    """`srepr` of the forms that a check proves, by name."""
    return {name: sympy.srepr(_as_lambda(form)) for name, form in check.options["forms"].items()}  # type: ignore[attr-defined]


def _as_lambda(form) -> sympy.Lambda:
    required = [p.name for p in inspect.signature(form).parameters.values() if p.default is p.empty]
    symbols = [sympy.Symbol(name, real=True) for name in required]
    return sympy.Lambda(tuple(symbols), form(*symbols))


def _size(residual) -> int:
    return int(sympy.count_ops(residual)) if isinstance(residual, sympy.Basic) else 1
