"""Algebra of Theorem 13: the bound through the norm of the lines, and the root of Marchenko and Pastur's law."""

import sympy
from sympy import Symbol, pi, sqrt, symbols

from verification.methods import symbolic

b = 1 - 2 / pi
r, rho, gamma = symbols("r rho gamma", positive=True)
beta, tau = symbols("beta tau", positive=True)
A, ones, onest, targets, targetst = symbols("A o ot p pt", commutative=False)
HALF, QUARTER, THIRD = (sympy.Rational(1, n) for n in (2, 4, 3))


def with_sum(expression):
    """The expanded word with the scalar 1'A^-1 1 called tau."""
    return sympy.expand(sympy.expand(expression).subs(onest * A**-1 * ones, tau))


@symbolic.check(
    "pnn.theorem-13",
    "explicit",
    wrong={
        r"$\beta$ for its quotient": {"kappa": beta},
        r"$\tau$ squared": {"kappa": beta / (1 + beta * tau**2)},
        "minus for plus": {"sign": -1},
    },
    at={"A": 3, "o": 2, "ot": 2, "p": 5, "pt": 5, "tau": sympy.Rational(4, 3)},
)
def sherman_and_morrison_in_blocks(kappa=beta / (1 + beta * tau), sign=1):
    r"""Blocks that do not commute: $A = b I + D D^\top$, $o$ and $p$ the vectors of ones of the lines and of the target
    lines.

    First: $A^{-1} - \kappa A^{-1} o o^\top A^{-1}$ is the inverse of $A + \beta o o^\top$. Second: with it,
    $b I + \beta p p^\top$ less $\beta p o^\top (A + \beta o o^\top)^{-1} \beta o p^\top$ is $b I + \kappa p p^\top$.
    """
    inverse = A**-1 - kappa * A**-1 * ones * onest * A**-1
    yield sympy.together(with_sum((A + beta * ones * onest) * inverse - 1))
    explained = beta**2 * targets * onest * inverse * ones * targetst
    left = with_sum(b + beta * targets * targetst - explained - b - sign * kappa * targets * targetst)
    yield sympy.together(left)


@symbolic.check(
    "pnn.theorem-13",
    "slack",
    wrong={r"$\tau$ left out": {"weight": 1}, "the norm not squared": {"power": 1}},
)
def quotient_less_its_bound(weight=tau, power=2):
    r"""$\frac1\tau - \frac{\beta}{1 + \beta \tau} = \frac1{\tau (1 + \beta \tau)}$, and
    $b + \rho r \frac{b + \nu^2}{r} = b (1 + \rho) + \rho \nu^2$ for the norm $\nu$ of $D$ and $\rho r$ target lines."""
    norm = Symbol("nu", positive=True)
    yield 1 / tau - beta / (1 + beta * tau) - 1 / (weight * (1 + beta * tau))
    yield b + rho * r * (b + norm**2) / r - (b * (1 + rho) + rho * norm**power)


@symbolic.check(
    "pnn.theorem-13", "factors", wrong={r"$\frac13$ for $\frac14$": {"least": THIRD}, "no square": {"square": 1}}
)
def inverse_root_below_a_line(least=QUARTER, square=2):
    r"""$(1 + x)^2 (1 - x) - 1$ is $x (\frac14 + (\frac12 - x)(\frac32 + x))$."""
    x = Symbol("x", positive=True)
    yield sympy.expand((1 + x) ** square * (1 - x) - 1 - x * (least + (HALF - x) * (3 * HALF + x)))


@symbolic.check(
    "ours.theorem-13-exact",
    "quadratic",
    wrong={
        r"$\gamma$ for $\frac1\gamma$": {"aspect": 1 / gamma},
        "$b^2$ for $b$": {"power": 2},
        "the other sign": {"sign": -1},
    },
)
def transform_of_marchenko_and_pastur(aspect=gamma, power=1, sign=1):
    r"""The equation for the transform of the other matrix follows from that for $m$; the product of the two roots of
    the latter is $-\frac1{\gamma b}$; and it holds at the stated root."""
    m = Symbol("m", positive=True)
    other = aspect * m + (1 - aspect) / b
    quadratic = gamma * b**power * m**2 + (1 - gamma + b) * m - 1
    yield sympy.expand(b * other**2 + (b + gamma - 1) * other - 1 - gamma * quadratic)
    yield sympy.Poly(quadratic, m).coeff_monomial(1) / sympy.Poly(quadratic, m).coeff_monomial(m**2) + 1 / (gamma * b)
    inverse = ((1 + b - gamma) + sqrt((1 + b - gamma) ** 2 + sign * 4 * gamma * b)) / 2
    yield sympy.expand(quadratic.subs(m, 1 / inverse) * inverse**2)
