"""Where a form of real numbers vanishes: SymPy decides that it is zero where conditions hold and positive elsewhere."""

from collections.abc import Iterator, Sequence

import sympy


def vanishes_exactly(form: sympy.Expr, conditions: Sequence[sympy.Expr], numbers: Sequence[sympy.Symbol]) -> Iterator:
    """A residual, `form` where all conditions are zero; and for each condition the truth of form > 0 where it is not.

    conditions: linear in `numbers`, real symbols, and independent. Together the items say that the form vanishes
    exactly where all conditions do.
    """
    values = sympy.symbols(f"t:{len(conditions)}", real=True)
    equations = [g - t for g, t in zip(conditions, values, strict=True)]
    moved = sympy.expand(form.subs(sympy.solve(equations, numbers, dict=True)[0]))
    yield moved.subs(dict.fromkeys(values, 0))
    for value in values:
        yield sympy.Gt(moved.subs(value, sympy.Symbol(value.name, real=True, nonzero=True)), 0)
