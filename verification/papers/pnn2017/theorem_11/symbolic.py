"""Algebra of Theorem 11: the Schur complement of a I + b 11', its expansion and its fluctuation."""

import sympy
from sympy import Symbol, pi, symbols

from verification.methods import symbolic

b, c = 1 - 2 / pi, 2 / pi
r, targets, inputs = symbols("r rt d", positive=True)
rho, gamma, weight, diagonal = symbols("rho gamma beta a", positive=True)


@symbolic.check(
    "pnn.theorem-11",
    "value",
    wrong={"plus for minus": {"sign": 1}, "r for r + b/c": {"shift": 0}, "the diagonal 1": {"own": 1}},
)
def schur_of_two_values(sign=-1, shift=b / c, own=b):
    """M = a I + beta 11', a = b, beta = c: its Schur complement is a I + kappa 11', kappa = beta - beta^2 tau.

    Here tau = 1'(a I + beta 11')^-1 1 = r/(a + r beta) (first residual: (a I + beta 11') 1 = (a + r beta) 1). Second:
    kappa = a beta/(a + r beta). Third: the value at 1, a + r* kappa, is b (1 + r*/(r + b/c)). Last: it tends to
    b (1 + rho) as r grows with r* = rho r.
    """
    tau = r / (diagonal + r * weight)
    kappa = weight + sign * weight**2 * tau
    yield (diagonal + r * weight) * tau - r
    yield kappa - diagonal * weight / (diagonal + r * weight)
    value = (own + targets * kappa).subs({diagonal: b, weight: c})
    yield value - b * (1 + targets / (r + shift))
    yield sympy.limit(value.subs(targets, rho * r), r, sympy.oo) - b * (1 + rho)


@symbolic.check(
    "pnn.theorem-11",
    "value-for-few-targets",
    wrong={
        "targets in proportion": {"targets": lambda lines: rho * lines},
        "the limit 1": {"limit": sympy.Integer(1)},
        "2/pi for 1 - 2/pi": {"limit": c},
    },
)
def limit_for_constant_targets(targets=lambda lines: Symbol("rt", positive=True), limit=b):
    """b (1 + r*/(r + b/c)) as r grows and r* stays."""
    return sympy.limit(b * (1 + targets(r) / (r + b / c)), r, sympy.oo) - limit


@symbolic.check(
    "ours.theorem-11-finite",
    "expansion",
    wrong={
        "half the curvature": {"curvature": 1 / (2 * pi)},
        "the second term's sign": {"second": -1},
    },
)
def first_order_in_the_inverse_dimension(curvature=1 / pi, second=1):
    """(1 - l)(1 + r*/(r + (1 - l)/l)) with l = 2/pi + 1/(pi d), r = gamma d: its terms of order 0 and 1 in 1/d.

    The derivative in t = 1/d at 0, which terms of order t^2 in l do not touch.
    """
    t = Symbol("t", positive=True)
    largest = c + curvature * t
    value = (1 - largest) * (1 + rho * gamma / (gamma + t * (1 - largest) / largest))
    yield sympy.simplify(value.subs(t, 0) - b * (1 + rho))
    slope = sympy.diff(value, t).subs(t, 0)
    yield sympy.simplify(slope + (1 + rho) / pi + second * rho * b**2 * pi / (2 * gamma))


@symbolic.check(
    "ours.theorem-11-finite",
    "variance",
    wrong={"1 for 2": {"pairs": 1}, "-1 on the lines": {"on_lines": -1}},
)
def variance_of_a_quadratic_form(pairs=2, on_lines=-rho):
    """w'Fw for w = -rho on r lines and 1 on r* = rho r targets: the entries of F off the diagonal are uncorrelated.

    Each has the variance v, and (i, j), (j, i) are one: Var w'Fw = 4 v sum of w_i^2 w_j^2 over i < j, that is
    2 v ((sum w^2)^2 - sum w^4). Over r*^2 the first term is 2 v (1 + rho)^2; the second is smaller by 1/r.
    With v = 1/N, N ~ d^2/2 and the factor 1/pi, the deviation is 2 (1 + rho)/(pi d).
    """
    count = rho * r
    square, fourth = r * on_lines**2 + count, r * on_lines**4 + count
    variance = pairs * (square**2 - fourth) / count**2
    limit = sympy.limit(variance, r, sympy.oo)
    yield limit - 2 * (1 + rho) ** 2
    yield sympy.sqrt(limit * 2 / inputs**2) / pi - 2 * (1 + rho) / (pi * inputs)
