"""Certificates of comparisons of numbers, put down from SymPy's expressions."""

from __future__ import annotations

import sympy

PAIRS = {sympy.Add: "+", sympy.Mul: "*", sympy.Max: "max", sympy.Min: "min"}
FUNCTIONS = ("sin", "cos", "asin", "acos", "atan", "exp", "log", "Abs", "binomial")


def inequalities(*comparisons: tuple[str, object, str, object]) -> dict:
    """Numbers compared: (what it is about, expression, "<", ">" or "=", expression), in SymPy's expressions."""
    entries = [
        {"what": what, "left": expression(left), "is": relation, "right": expression(right)}
        for what, left, relation, right in comparisons
    ]
    return {"kind": "inequalities", "data": {"comparisons": entries}}


def expression(value: object) -> str | list:
    """A closed expression as nested lists of functions and what they are of. Raises ValueError for one with others."""
    node = sympy.sympify(value, rational=True)
    if node.is_Rational or node is sympy.pi:
        return str(node)
    if node.is_Symbol:
        return node.name
    inside = [expression(below) for below in node.args] if not node.has(sympy.Sum, sympy.Product) or node.is_Add else []
    name = type(node).__name__
    if type(node) in PAIRS:
        return [PAIRS[type(node)], *inside]
    if node.is_Pow:
        return _power(node)
    if name in FUNCTIONS:
        return [name.lower(), *inside]
    if isinstance(node, sympy.Sum | sympy.Product) and len(node.limits) == 1:
        letter, first, last = node.limits[0]
        return [name.lower(), letter.name, expression(first), expression(last), expression(node.function)]
    raise ValueError(f"{name} is no function of certificates; wanted one of {', '.join(FUNCTIONS)}, sums and powers")


def _power(node: sympy.Pow) -> str | list:
    """A whole power, or one of a root taken once or more often."""
    base, exponent = expression(node.base), node.exp
    if node.base is sympy.E:
        return ["exp", expression(exponent)]
    while exponent.is_Rational and exponent.q % 2 == 0:
        base, exponent = ["sqrt", base], exponent * 2
    return base if exponent == 1 else ["^", base, expression(exponent)]
