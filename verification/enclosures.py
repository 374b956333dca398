"""Balls of SymPy expressions at rational points: every rounding bounded, integrals and finite sums included.

Real arithmetic first: outside the domain of a real function its ball is not finite. Complex arithmetic has the
principal branches of SymPy, also on the cuts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import sympy
from flint import acb, arb, fmpq
from sympy.core.function import AppliedUndef

from verification.balls import ARB, BITS, precision
from verification.closed_forms import Refused
from verification.improper import improper, is_improper

TERMS = 4096  # of a sum or product that are added one by one
DISC = ("asin", "acos", "atanh")  # analytic in the unit disc, with cuts on the real line beyond it
STRIP = ("atan", "asinh")  # analytic where the imaginary part is below 1 in size

Ball = arb | acb
Values = Mapping[sympy.Symbol, Ball]


@dataclass(frozen=True)
class Numbers:
    """Real or complex balls: how numbers are made, and the functions by name."""

    make: type
    functions: Mapping[str, Callable]
    analytic: bool = False

    def nan(self) -> Ball:
        """A ball that says nothing."""
        return self.make("nan")


def _method(name: str) -> Callable:
    return lambda x: getattr(x, name)()


def _binomial(n: Ball, k: Ball) -> Ball:
    return (n + 1).gamma() * (k + 1).rgamma() * (n - k + 1).rgamma()


ENTIRE = ("sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "exp", "gamma", "erf", "erfc", "zeta")
CUT = ("asin", "acos", "atan", "asinh", "acosh", "atanh", "log")
RENAMED = {"ceiling": "ceil", "loggamma": "lgamma", "LambertW": "lambertw"}
REAL = Numbers(
    arb,
    {
        **ARB.functions,
        **{name: _method(name) for name in (*ENTIRE, *CUT, "floor")},
        **{name: _method(renamed) for name, renamed in RENAMED.items()},
        "binomial": _binomial,
        "re": lambda x: x,
        "conjugate": lambda x: x,
        "im": lambda x: arb(0),
        "atan2": lambda y, x: arb.atan2(y, x),
    },
)


def _inside(name: str, analytic: bool) -> Callable:
    def function(z: acb) -> acb:
        size = abs(z) if name in DISC else abs(z.imag)
        if analytic and not size < 1:
            return acb("nan")
        return getattr(z, name)()

    return function


def complex_numbers(analytic: bool = False) -> Numbers:
    """Complex balls; `analytic` ones are not finite where a function has a cut, as integration needs it."""
    entire = {name: _method(name) for name in ENTIRE} | {"binomial": _binomial, "factorial": lambda z: (z + 1).gamma()}
    inside = {name: _inside(name, analytic) for name in (*DISC, *STRIP)}
    outside = {} if analytic else {name: _method(name) for name in ("acosh", "lgamma")}
    piecewise = {
        "Abs": (lambda z: z.real_abs(analytic=True)) if analytic else lambda z: acb(abs(z)),
        "sign": (lambda z: z.real_sgn(analytic=True)) if analytic else _method("sgn"),
        "log": lambda z: z.log(analytic=analytic),
    }
    parts = {"re": lambda z: acb(z.real), "im": lambda z: acb(z.imag), "conjugate": lambda z: acb(z.real, -z.imag)}
    return Numbers(acb, {**entire, **inside, **outside, **piecewise, **({} if analytic else parts)}, analytic)


COMPLEX = complex_numbers()
CONSTANTS = {
    sympy.pi: arb.pi,
    sympy.E: arb.const_e,
    sympy.EulerGamma: arb.const_euler,
    sympy.Catalan: arb.const_catalan,
}


def enclose(expression: sympy.Expr, point: Mapping[sympy.Symbol, sympy.Rational], bits: int = BITS) -> Ball:
    """A ball that holds the value of `expression` at a rational point: real, or complex where that is not finite.

    Raises Refused where the expression holds something without an enclosure here.
    """
    with precision(bits):
        ball = value(expression, {s: rational(v, REAL) for s, v in point.items()}, REAL)
        if ball.is_finite():
            return ball
        return value(expression, {s: rational(v, COMPLEX) for s, v in point.items()}, COMPLEX)


def rational(number: sympy.Rational, numbers: Numbers) -> Ball:
    """The ball of a rational number."""
    return numbers.make(arb(fmpq(int(number.p), int(number.q))))


def value(node: sympy.Expr, values: Values, numbers: Numbers) -> Ball:
    """The ball of an expression whose symbols have these values. Raises Refused for what is not known here."""
    if node.is_Symbol:
        return values[node]
    if node.is_Rational:
        return rational(node, numbers)
    kind = type(node).__name__
    if kind in SPECIAL:
        return SPECIAL[kind](node, values, numbers)
    if node in CONSTANTS:
        return numbers.make(CONSTANTS[node]())
    if node is sympy.I:
        return acb(0, 1) if numbers.make is acb else numbers.nan()
    if isinstance(node, AppliedUndef) or kind not in numbers.functions:
        raise Refused(f"{kind} has no enclosure here")
    return numbers.functions[kind](*(value(argument, values, numbers) for argument in node.args))


def _added(node, values, numbers):
    total = numbers.make(0)
    for argument in node.args:
        total += value(argument, values, numbers)
    return total


def _multiplied(node, values, numbers):
    product = numbers.make(1)
    for argument in node.args:
        product *= value(argument, values, numbers)
    return product


def _power(node, values, numbers):
    base = value(node.base, values, numbers)
    if node.exp.is_Integer:
        return base ** int(node.exp)
    exponent = value(node.exp, values, numbers)
    return ARB.power(base, exponent) if isinstance(base, arb) else base.pow(exponent, analytic=numbers.analytic)


def _term_by_term(node, values, numbers):
    """A finite sum or product over one integer."""
    if len(node.limits) != 1:
        raise Refused("a multiple sum has no enclosure here")
    symbol, *ends = node.limits[0]
    first, last = (_whole(value(end, values, numbers)) for end in ends)
    if last - first >= TERMS:
        raise Refused(f"{last - first + 1} terms; wanted at most {TERMS}")
    total = numbers.make(0 if isinstance(node, sympy.Sum) else 1)
    for index in range(first, last + 1):
        term = value(node.function, {**values, symbol: numbers.make(index)}, numbers)
        total = total + term if isinstance(node, sympy.Sum) else total * term
    return total


def _whole(ball: Ball) -> int:
    whole = ball.unique_fmpz()
    if whole is None:
        raise Refused("a sum whose ends are no integers has no enclosure here")
    return int(whole)


def _integral(node, values, numbers):
    """One integral, by adaptive quadrature with a bound on its error; to infinity with one on what lies beyond."""
    if len(node.limits) != 1 or len(node.limits[0]) != 3:
        raise Refused("a multiple or an indefinite integral has no enclosure here")
    if is_improper(node):
        return numbers.make(improper(node, lambda part: value(part, values, numbers)))
    symbol, start, end = node.limits[0]
    fixed = {s: acb(v) for s, v in values.items()}

    def integrand(z: acb, analytic: bool) -> acb:
        return acb(value(node.function, {**fixed, symbol: z}, complex_numbers(analytic)))

    first, last = (acb(value(limit, values, numbers)) for limit in (start, end))
    found = acb.integral(integrand, first, last)
    if numbers.make is acb:
        return found
    return found.real if found.imag.contains(0) else numbers.nan()


def _piecewise(node, values, numbers):
    """The first branch whose condition is seen to hold, those before it being seen not to."""
    for branch, condition in node.args:
        holds = _holds(condition, values, numbers)
        if holds is None:
            return numbers.nan()
        if holds:
            return value(branch, values, numbers)
    return numbers.nan()


def _holds(condition, values, numbers) -> bool | None:
    if condition in (sympy.true, sympy.false):
        return condition is sympy.true
    if type(condition).__name__ not in ORDER:
        raise Refused(f"the condition {type(condition).__name__} has no enclosure here")
    difference = value(condition.lhs - condition.rhs, values, numbers)
    positive, negative = ORDER[type(condition).__name__]
    if not isinstance(difference, arb):
        return None
    return positive if difference > 0 else negative if difference < 0 else None


ORDER = {
    "StrictGreaterThan": (True, False),
    "GreaterThan": (True, False),
    "StrictLessThan": (False, True),
    "LessThan": (False, True),
    "Equality": (False, False),
    "Unequality": (True, True),
}
SPECIAL = {
    "Add": _added,
    "Mul": _multiplied,
    "Pow": _power,
    "Sum": _term_by_term,
    "Product": _term_by_term,
    "Integral": _integral,
    "Piecewise": _piecewise,
}
