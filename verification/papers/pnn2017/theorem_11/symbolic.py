"""Algebra of Theorem 11: the Schur complement of a I + b 11', its expansion and its fluctuation."""

import sympy
from sympy import Symbol, pi, symbols

from verification.methods import symbolic

b, c = 1 - 2 / pi, 2 / pi
r, targets, inputs = symbols("r rt d", positive=True)
rho, gamma, beta = symbols("rho gamma beta", positive=True)
ones, onest, goals, goalst = symbols("o ot p pt", commutative=False)


@symbolic.check(
    "pnn.theorem-11",
    "value",
    wrong={"plus for minus": {"sign": 1}, r"$r$ for $r + \frac b\beta$": {"shift": 0}, "the diagonal 1": {"own": 1}},
    at={"r": 6, "rt": 10, "o": 2, "ot": 3, "p": 2, "pt": 5},
)
def schur_of_two_values(sign=-1, shift=b / beta, own=b):
    r"""In blocks that do not commute, $o$ and $p$ the vectors of ones of the $r$ lines and of the target lines.

    First: $\frac1b I - \frac{\beta}{b (b + r \beta)} o o^\top$ is the inverse of $b I + \beta o o^\top$. Second: with
    it, $b I + \beta p p^\top$ less $\beta p o^\top (b I + \beta o o^\top)^{-1} \beta o p^\top$ is
    $b I + \kappa p p^\top$, $\kappa = \frac{b \beta}{b + r \beta}$. Third: its value at $p$. Last: for $\beta = c$ it
    tends to $b (1 + \rho)$ as $r$ grows with $r^* = \rho r$.
    """
    inverse = 1 / b + sign * beta / (b * (b + r * beta)) * ones * onest
    yield sympy.together(sympy.expand((b + beta * ones * onest) * inverse - 1).subs(onest * ones, r))
    whole, kappa = b + beta * goals * goalst, b * beta / (b + r * beta)
    explained = sympy.expand(beta**2 * goals * onest * inverse * ones * goalst).subs(onest * ones, r)
    yield sympy.together(sympy.expand((whole - explained).subs(onest * ones, r) - b - kappa * goals * goalst))
    value = own * (1 + targets / (r + shift))
    yield sympy.together(
        sympy.expand((b + kappa * goals * goalst) * goals).subs(goalst * goals, targets) - value * goals
    )
    yield sympy.limit(value.subs({targets: rho * r, beta: c}), r, sympy.oo) - b * (1 + rho)


@symbolic.check(
    "pnn.theorem-11",
    "value-for-few-targets",
    wrong={
        "targets in proportion": {"targets": lambda lines: rho * lines},
        "the limit 1": {"limit": sympy.Integer(1)},
        r"$\frac2\pi$ for $1 - \frac2\pi$": {"limit": c},
    },
)
def limit_for_constant_targets(targets=lambda lines: Symbol("rt", positive=True), limit=b):
    r"""$b (1 + \frac{r^*}{r + b/c})$ tends to $b$ as $r$ grows and $r^*$ stays."""
    return sympy.limit(b * (1 + targets(r) / (r + b / c)), r, sympy.oo) - limit


@symbolic.check(
    "ours.theorem-11-finite",
    "expansion",
    wrong={
        "half the curvature": {"curvature": 1 / (2 * pi)},
        "the second term's sign": {"second": -1},
        r"a limit without $1 - \frac2\pi$": {"limit": 1 + rho},
    },
)
def first_order_in_the_inverse_dimension(curvature=1 / pi, second=1, limit=b * (1 + rho)):
    r"""$(1 - l)(1 + \frac{r^*}{r + (1 - l)/l})$ with $l = \frac2\pi + \frac1{\pi d}$, $r = \gamma d$ and
    $r^* = \rho r$: its terms of order 0 and 1 in $\frac1d$.

    The latter is the derivative in $t = \frac1d$ at 0, which terms of order $t^2$ in $l$ do not touch.
    """
    t = Symbol("t", positive=True)
    largest = c + curvature * t
    value = (1 - largest) * (1 + rho * gamma / (gamma + t * (1 - largest) / largest))
    yield sympy.simplify(value.subs(t, 0) - limit)
    slope = sympy.diff(value, t).subs(t, 0)
    yield sympy.simplify(slope + (1 + rho) / pi + second * rho * b**2 * pi / (2 * gamma))


@symbolic.check(
    "ours.theorem-11-finite",
    "weights",
    wrong={"the sum of squares once": {"power": 1}, "$-1$ on the lines": {"on_lines": -1}},
)
def sums_of_powers(power=2, on_lines=-rho):
    r"""$(\sum w^2)^2 - \sum w^4$ over ${r^*}^2$ tends to $(1 + \rho)^2$ for $w = -\rho$ on $r$ lines and 1 on
    $r^* = \rho r$; and the deviation at the variance $\frac2{d^2}$ is $\frac{2 (1 + \rho)}{\pi d}$."""
    count = rho * r
    square, fourth = r * on_lines**2 + count, r * on_lines**4 + count
    limit = sympy.limit((square**power - fourth) / count**power, r, sympy.oo)
    yield limit - (1 + rho) ** 2
    yield sympy.sqrt(2 * limit * 2 / inputs**2) / pi - 2 * (1 + rho) / (pi * inputs)
