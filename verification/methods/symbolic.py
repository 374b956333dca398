"""Symbolic proofs: SymPy brings every residual to exactly zero, and balls at points hold zero; no number is a proof.

SymPy alone is not believed: `simplify` now and then says 0 for what is not, and an integral of an absolute value may
be off. A ball that excludes zero refutes, the statement as well as a wrong variant.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping

import sympy
from sympy.logic.boolalg import Boolean

from verification.check import Check, Record, declare, record_of
from verification.items import note_items, try_variants
from verification.items import residuals as residuals_of
from verification.verdict import Verdict
from verification.witnesses import has_kinks, held_integrals, violation, witness

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


def check(claim, part, wrong, scope="general", forms=None, at=None, auxiliary=None):
    """Make a function that returns residuals (expressions, matrices, booleans) a symbolic check.

    forms: closed forms, name to function of symbols, that the check proves and hands to later stages.
    at: rational values for symbols by name, where balls are evaluated; others get values that meet their assumptions.
    auxiliary: residuals, by position or kind, that no variant moves, and why they are there.
    """
    return declare(METHOD, claim, part, wrong, scope, forms=forms or {}, at=at or {}, auxiliary=auxiliary)


def run(check: Check, provided: Mapping[str, object]) -> Record:
    """Prove the statement, refute the variants."""
    record = record_of(check)
    at: Mapping[str, object] = check.options["at"]  # type: ignore[assignment]
    with held_integrals(at):
        found = list(named(check.call(provided)))
        residuals = [residual for _, residual in found]
        record.verdict, where = decide(residuals, at)
        record.cost = sum(_size(residual) for residual in residuals)
        record.numbers["residuals"] = len(residuals)
        if where:
            record.numbers["left over"] = where
        if zeros := sum(map(_is_zero, residuals)):
            record.numbers["zero as returned"] = f"{zeros} of {len(residuals)}"
        note_items(record, check, (kind for kind, _ in found))
        _try_variants(record, check, provided, at, residuals)
    return record


def _try_variants(record: Record, check: Check, provided: Mapping[str, object], at, residuals: list) -> None:
    """Settle the residuals of the variants, but for those that the statement has and that are proved."""
    proved = set(map(_read, residuals)) if record.verdict is Verdict.PROVED else set()

    def refuted(residual) -> str:
        verdict, where = (Verdict.PROVED, "") if _read(residual) in proved else settle(residual, at)
        return where if verdict is Verdict.REFUTED else ""

    evidence = try_variants(record, check, provided, named, refuted)
    for name in check.wrong:
        record.numbers[f"variant {name}"] = str(evidence.get(name, "not refuted"))


def _read(residual) -> sympy.Basic:
    """A residual as SymPy has it. Raises SympifyError for a text, which SymPy would otherwise evaluate."""
    return sympy.sympify(residual, strict=True)


def _is_zero(residual) -> bool:
    """Whether a residual is the number zero before any rewrite."""
    return _read(residual) is sympy.S.Zero


def _is_truth(residual: sympy.Basic) -> bool:
    """Whether a residual is a truth value; SymPy counts its symbols among them, which are numbers here."""
    return isinstance(residual, Boolean) and not isinstance(residual, sympy.Expr)


def _falsehood(truth: Boolean, at: Mapping[str, object]) -> str:
    """Why a truth is false: SymPy says so, or a ball at a point violates the inequality; "" where neither is so."""
    if truth is sympy.false:
        return "false"
    return violation(truth, at) if isinstance(truth, sympy.Gt | sympy.Ge | sympy.Lt | sympy.Le) else ""


def decide(residuals: Iterable, at: Mapping[str, object]) -> tuple[Verdict, str]:
    """Proved if all residuals vanish exactly, refuted if one is certainly not zero, else undecided, as for none."""
    found = [settle(residual, at) for residual in residuals]
    for wanted in (Verdict.REFUTED, Verdict.UNDECIDED):
        for verdict, where in found:
            if verdict is wanted:
                return verdict, where
    return (Verdict.PROVED, "") if found else (Verdict.UNDECIDED, "no residual")


def settle(residual, at: Mapping[str, object]) -> tuple[Verdict, str]:
    """One residual: refuted by a ball without zero; proved where SymPy reaches zero and balls at points hold it."""
    residual = _read(residual)
    if residual is sympy.S.Zero or residual is sympy.true:
        return Verdict.PROVED, ""
    if _is_truth(residual):
        fails = _falsehood(residual, at)
        return (Verdict.REFUTED, fails) if fails else _left(residual)
    found = witness(residual, at)
    if found.nonzero:
        return Verdict.REFUTED, found.nonzero
    rest = residual if any(map(has_kinks, residual.atoms(sympy.Integral))) else reduce_to_zero(residual)
    if rest is not None:
        further = witness(rest, at).nonzero
        return (Verdict.REFUTED, further) if further else _left(rest)
    if not found.bears_out:
        return Verdict.UNDECIDED, f"zero for SymPy, borne out by balls at {found.held} of {found.wanted} points"
    return Verdict.PROVED, ""


def _left(rest) -> tuple[Verdict, str]:
    return Verdict.UNDECIDED, str(rest)[:200]


def named(value) -> Iterator[tuple[str, object]]:
    """The residuals in what a check returned, one or any nesting of lists and matrices, each under its position.

    The key of a mapping around it is its kind instead.
    """
    nests = (sympy.MatrixBase, list, tuple)
    return residuals_of(value, lambda value: isinstance(value, nests) or inspect.isgenerator(value))


def reduce_to_zero(residual: sympy.Expr) -> sympy.Expr | None:
    """None where the residual is exactly zero, else the shortest form that was reached, the first of equal ones."""
    if sympy.expand(sympy.numer(sympy.together(residual))) == 0:  # in an instant where simplify takes seconds
        return None
    for rewrite in REWRITES:
        residual = min(residual, rewrite(residual), key=sympy.count_ops)
        if residual == 0:
            return None
    return residual


def closed_forms(check: Check) -> dict[str, str]:
    """`srepr` of the forms that a check proves, by name."""
    return {name: sympy.srepr(_as_lambda(form)) for name, form in check.options["forms"].items()}  # type: ignore[attr-defined]


def _as_lambda(form) -> sympy.Lambda:
    required = [p.name for p in inspect.signature(form).parameters.values() if p.default is p.empty]
    symbols = [sympy.Symbol(name, real=True) for name in required]
    return sympy.Lambda(tuple(symbols), form(*symbols))


def _size(residual) -> int:
    return int(sympy.count_ops(residual)) if isinstance(residual, sympy.Basic) else 1
