"""Certificates of comparisons of numbers, put down from SymPy's expressions."""

from __future__ import annotations

from typing import NamedTuple

import sympy

PAIRS = {sympy.Add: "+", sympy.Mul: "*", sympy.Max: "max", sympy.Min: "min"}
FUNCTIONS = ("sin", "cos", "asin", "acos", "atan", "exp", "log", "Abs", "binomial")


class Between(NamedTuple):
    """The numbers between two ends that a letter stands for.

    orders: to which the difference of the two sides vanishes at each end, 0 where it does not. An end where it vanishes
    is a fraction, and the derivatives there below that order have to come out as 0 in whole numbers.
    """

    letter: object
    low: object
    high: object
    orders: tuple[int, int] = (0, 0)


def inequalities(*comparisons: tuple) -> dict:
    """Numbers compared: (what it is about, expression, "<", ">" or "=", expression), in SymPy's expressions.

    A letter, the first and the last of the whole numbers that it stands for may follow, (letter, first, last): the
    comparison then holds for each. With `Between` it holds for every number between two.
    """
    return {"kind": "inequalities", "data": {"comparisons": [_compared(*one) for one in comparisons]}}


def _compared(what: str, left: object, relation: str, right: object, *each: tuple) -> dict:
    entry = {"what": what, "left": expression(left), "is": relation, "right": expression(right)}
    if each and isinstance(each[0], Between):
        letter, low, high, orders = each[0]
        return entry | {"between": [expression(end) for end in (letter, low, high, *orders)]}
    return entry | ({"for": [expression(end) for end in each[0]]} if each else {})


def integral(letter: object, low: object, high: object, pieces: int, of: object) -> list:
    """The integral of an expression over a letter, enclosed by polynomials on so many pieces."""
    return ["integral", *(expression(one) for one in (letter, low, high, pieces, of))]


def taylor(letter: object, point: object, power: object, of: object) -> list:
    """The coefficient of a power of letter - point in Taylor's series of an expression there."""
    return ["taylor", *(expression(one) for one in (letter, point, power, of))]


def expression(value: object) -> str | list:
    """A closed expression as nested lists of functions and what they are of. Raises ValueError for one with others.

    A list, a function and what it is of, stands for itself, as SymPy would put one number for it.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return [expression(one) for one in value]
    node = sympy.sympify(value, rational=True)
    if node.is_Rational or node is sympy.pi:
        return str(node)
    if node.is_Symbol:
        return node.name
    name = type(node).__name__
    if isinstance(node, sympy.Sum | sympy.Product) and len(node.limits) == 1:
        letter, first, last = node.limits[0]
        return [name.lower(), letter.name, expression(first), expression(last), expression(node.function)]
    inside = [expression(below) for below in node.args] if type(node) in PAIRS or name in FUNCTIONS else []
    if type(node) in PAIRS:
        return [PAIRS[type(node)], *inside]
    if node.is_Pow:
        return _power(node)
    if name in FUNCTIONS:
        return [name.lower(), *inside]
    raise ValueError(f"{name} is no function of certificates; wanted one of {', '.join(FUNCTIONS)}, sums and powers")


def _power(node: sympy.Pow) -> str | list:
    """A whole power, or one of a root taken once or more often."""
    base, exponent = expression(node.base), node.exp
    if node.base is sympy.E:
        return ["exp", expression(exponent)]
    while exponent.is_Rational and exponent.q % 2 == 0:
        base, exponent = ["sqrt", base], exponent * 2
    if exponent.is_Rational and not exponent.is_Integer:
        return ["exp", ["*", str(exponent), ["log", base]]]
    return base if exponent == 1 else ["^", base, expression(exponent)]
