"""Algebra of Theorem 13: the bound through the norm of the lines, and the root of Marchenko and Pastur's law."""

import sympy
from sympy import Symbol, pi, sqrt, symbols

from verification.methods import symbolic

b, c = 1 - 2 / pi, 2 / pi
r, rho, gamma = symbols("r rho gamma", positive=True)


@symbolic.check(
    "pnn.theorem-13",
    "chain",
    wrong={"tau at least r": {"tau": Symbol("r", positive=True)}, "the norm not squared": {"power": 1}},
)
def bound_through_the_norm(tau=None, power=2):
    """The Schur complement of b I + c 11' + U U' is b I + kappa 11', kappa = c/(1 + c tau), tau = 1'(b I + U U')^-1 1.

    First residual: c - c^2 tau' = kappa with tau' = tau/(1 + c tau), 1'(b I + U U' + c 11')^-1 1 by Sherman and
    Morrison. Second: 1/tau - kappa = 1/(tau (1 + c tau)) > 0. As b I + U U' <= b + |U|^2, tau >= r/(b + |U|^2): third,
    with equality r*/tau = rho (b + |U|^2), and so the norm b + r* kappa is at most b (1 + rho) + rho |U|^2.
    """
    norm, free = symbols("nu tau", positive=True)
    kappa = c / (1 + c * free)
    yield c - c**2 * free / (1 + c * free) - kappa
    yield 1 / free - kappa - 1 / (free * (1 + c * free))
    least = r / (b + norm**2) if tau is None else tau
    yield b + rho * r / least - (b * (1 + rho) + rho * norm**power)


@symbolic.check("pnn.theorem-13", "factors", wrong={"x for x^2": {"power": 1}, "no square": {"square": 1}})
def inverse_root_below_a_line(power=2, square=2):
    """The polynomial; its factor 1 - x - x^2 falls for x > 0 and is 1/4 at x = 1/2."""
    x = Symbol("x", positive=True)
    yield sympy.expand((1 + x) ** square * (1 - x) - 1 - x * (1 - x - x**power))
    yield (1 - x - x**2).subs(x, sympy.Rational(1, 2)) - sympy.Rational(1, 4)


@symbolic.check(
    "ours.theorem-13-exact",
    "root",
    wrong={"gamma for 1/gamma": {"aspect": gamma}, "b^2 for b": {"power": 2}},
)
def transform_of_marchenko_and_pastur(aspect=1 / gamma, power=1):
    """m = mean of 1/(x + b) under the law of the eigenvalues of U U': gamma b m^2 + (1 - gamma + b) m = 1.

    U has r = gamma d rows with entries of variance 1/d. The mean s of 1/(x + b) over the d eigenvalues of U'U obeys
    s = 1/(b + gamma/(1 + s)) (Marchenko and Pastur). U'U and U U' share the eigenvalues that are not zero, so that
    d s = r m + (d - r)/b. Put in, this leaves a multiple of the quadratic: first residual. Last: its root 1/m is
    ((1 + b - gamma) + sqrt((1 + b - gamma)^2 + 4 gamma b))/2, the positive one.
    """
    m = Symbol("m", positive=True)
    other = (m + (1 / gamma - 1) / b) / aspect if aspect != 1 / gamma else gamma * m + (1 - gamma) / b
    rest = sympy.together(other * (b + gamma / (1 + other)) - 1)
    quadratic = gamma * b**power * m**2 + (1 - gamma + b) * m - 1
    yield sympy.rem(sympy.expand(sympy.numer(rest)), sympy.expand(quadratic), m)
    inverse = ((1 + b - gamma) + sqrt((1 + b - gamma) ** 2 + 4 * gamma * b)) / 2
    yield sympy.expand(quadratic.subs(m, 1 / inverse) * inverse**2)
