"""Algebra of the limits: the kernel's first coefficients, and Schur complements of a I + b 11'."""

import sympy
from sympy import Symbol, asin, pi, sqrt, symbols

from verification.methods import symbolic

b, c = 1 - 2 / pi, 2 / pi
r, targets, inputs = symbols("r rt d", positive=True)
rho, gamma, weight, diagonal = symbols("rho gamma beta a", positive=True)


def psi(x):
    """The kernel."""
    return 2 / pi * (sqrt(1 - x**2) + x * asin(x))


@symbolic.check(
    "pnn.equation-7.10",
    "constants",
    wrong={
        "1/(2 pi d) for 1/(pi d)": {"curvature": 1 / (2 * pi)},
        "1 for 1 - 2/pi": {"identity": 1},
        "a linear part": {"slope": c},
    },
)
def first_coefficients(curvature=1 / pi, identity=b, slope=0):
    """psi(0) = 2/pi, psi'(0) = 0, psi''(0)/2 = 1/pi, psi(1) - psi(0) - psi'(0) = 1 - 2/pi, from the closed form.

    Last: 1 is an eigenvector of (beta 11' + a I) of size n with value a + n beta, every vector of sum 0 one with value
    a, as 11' maps v to its sum times 1: those are all n.
    """
    x = Symbol("x", real=True)
    at_zero = [sympy.diff(psi(x), x, k).subs(x, 0) for k in range(3)]
    yield at_zero[0] - c
    yield at_zero[1] - slope
    yield at_zero[2] / 2 - curvature
    yield psi(sympy.Integer(1)) - at_zero[0] - at_zero[1] - identity


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


@symbolic.check(
    "pnn.theorem-13",
    "chain",
    wrong={"without tau's bound": {"tau": Symbol("r", positive=True)}, "the norm not squared": {"power": 1}},
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
