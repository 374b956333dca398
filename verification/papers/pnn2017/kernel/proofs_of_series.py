"""Proofs of the kernel's expansions in powers: Taylor, its tail, Hermite, and the gap at the end."""

from functools import cache

import sympy
from sympy import Integer, Rational, Symbol, asin, diff, factorial, integrate, pi, sqrt

from verification.methods import symbolic
from verification.papers.pnn2017.kernel.formulas import (
    HALF,
    excess,
    hermite_coefficient,
    odd_factorial,
    psi,
    psi_derivative,
    rho,
    taylor_coefficient,
)

N = Symbol("n", integer=True, nonnegative=True)
X = Symbol("x", positive=True)
THIRD, SLOW = Rational(1, 3), -Rational(3, 2)
LEADING = 4 * sqrt(2) / (3 * pi)
REMAINDER = (3 * pi - 8) / (6 * sqrt(2) * pi)
NOT_POSITIVE = {"2n - 1 for its square": {"power": 1}, "the cube for the square": {"power": 3}}


@symbolic.check(
    "pnn.psi.taylor",
    "recurrence",
    wrong={"2n - 1 for its square": {"power": 1}, "2n + 1 for 2n - 1": {"shift": -1}},
)
def recurrence_from_the_differential_equation(**formula):
    """psi solves (1 - r^2) y'' + r y' - y = 0, which turns c r^k into k (k-1) c r^(k-2) - (k-1)^2 c r^k.

    So (k+2)(k+1) c_(k+2) = (k-1)^2 c_k for the Taylor coefficients of psi, analytic in the unit disc. The odd ones
    vanish with c_1; the even ones have the recurrence and the start of (2/pi) a_n: by induction they are these.
    """
    k = Symbol("k", positive=True)
    a = taylor_coefficient(N, **formula)
    return [
        _operator(psi(rho), rho),
        _operator(X**k, X) - (k * (k - 1) * X ** (k - 2) - (k - 1) ** 2 * X**k),
        excess((2 * N + 2) * (2 * N + 1) * a.subs(N, N + 1), (2 * N - 1) ** 2 * a),
        2 / pi * a.subs(N, 0) - psi(Integer(0)),
        diff(psi(rho), rho).subs(rho, 0),
    ]


def _operator(y, x):
    return (1 - x**2) * diff(y, x, 2) + x * diff(y, x) - y


@symbolic.check("pnn.psi.taylor", "ratio", wrong=NOT_POSITIVE)
def ratio_of_positive_numbers(**formula):
    """a_0 = 1, and a_(n+1)/a_n is the square of an odd number over a product of positive ones: induction."""
    a = taylor_coefficient(N, **formula)
    ratio = (2 * N - 1) ** 2 / ((2 * N + 1) * (2 * N + 2))
    return [a.subs(N, 0) - 1, excess(a.subs(N, N + 1), ratio * a), sympy.Gt(ratio, 0)]


@symbolic.check(
    "pnn.psi.taylor", "gauss", wrong={"1 for pi/2": {"total": 1}, "F at c = 3/2": {"third": Rational(3, 2)}}
)
def gauss_at_one(total=pi / 2, third=HALF):
    """a_n are the terms of F(-1/2, -1/2; 1/2; z) at z = 1, whose sum is Gauss's quotient of gamma functions.

    It is also (pi/2) psi(1), as it must be: the terms being positive, Abel's theorem lets rho tend to 1.
    """
    a, first = taylor_coefficient(N), -HALF
    gauss = sympy.gamma(third) * sympy.gamma(third - 2 * first) / sympy.gamma(third - first) ** 2
    return [
        a.subs(N, 0) - 1,
        excess(a.subs(N, N + 1) * (N + third) * (N + 1), a * (N + first) ** 2),
        gauss - total,
        pi / 2 * psi(Integer(1)) - total,
    ]


def central(n):
    """C(2n, n) / 4^n."""
    return factorial(2 * n) / (4**n * factorial(n) ** 2)


@cache
def wallis(n):
    """Residuals for the integral W_m of sin^m over [0, pi/2]: W_2n = (pi/2) c_n and W_(2n-1) = 1/(2n c_n).

    Here c_n = C(2n, n)/4^n. From m W_m = (m-1) W_(m-2), the integral of a derivative that vanishes at both ends,
    and W_0 = pi/2, W_1 = 1.
    """
    t, m = sympy.symbols("t m", positive=True)
    even, odd = pi / 2 * central(n), 1 / (2 * n * central(n))
    sine, cosine = sympy.sin(t), sympy.cos(t)
    by_parts = diff(-cosine * sine ** (m - 1), t) - (m * sine**m - (m - 1) * sine ** (m - 2))
    return [
        sympy.powsimp(sympy.expand(by_parts.subs(cosine**2, 1 - sine**2) / sine ** (m - 2))),
        excess((2 * n + 2) * even.subs(n, n + 1), (2 * n + 1) * even),
        excess((2 * n + 1) * odd.subs(n, n + 1), 2 * n * odd),
        even.subs(n, 0) - integrate(1, (t, 0, pi / 2)),
        odd.subs(n, 1) - integrate(sine, (t, 0, pi / 2)),
        excess(taylor_coefficient(n), central(n) / (2 * n - 1) ** 2),
    ]


@symbolic.check(
    "pnn.psi.tail",
    "upper-identities",
    wrong={
        "1/4 for 1/3": {"constant": Rational(1, 4)},
        "N for N - 1": {"shift": 0},
        "exponent -2 for -3/2": {"power": -2},
    },
)
def tail_by_wallis_and_the_midpoint_rule(constant=THIRD, shift=1, power=SLOW):
    """W_2n < W_(2n-1) says c_n^2 < 1/(pi n), so that a_n = c_n/(2n-1)^2 < (n - 1/2)^(-5/2) / (4 sqrt(pi)).

    The second step because the squares of the two upper bounds have the ratio 1 + 1/(2n-1) > 1. The power being
    convex, its value at a midpoint is at most its mean: the sum over n >= N is at most the integral from N - 1.
    Multiplied by (2/pi) rho^(2N), since rho^(2n) <= rho^(2N), that is the bound.
    """
    n, start = Symbol("n", integer=True, positive=True), Symbol("M", positive=True)
    upper = (n - HALF) ** -5 / (16 * pi)
    rest = 2 / pi / (4 * sqrt(pi)) * integrate(X ** -Rational(5, 2), (X, start, sympy.oo))
    return [
        *wallis(n),
        upper * (pi * n * (2 * n - 1) ** 4) - 1 - 1 / (2 * n - 1),
        diff(X ** -Rational(5, 2), X, 2) - Rational(35, 4) * X ** -Rational(9, 2),
        rest - constant / pi ** Rational(3, 2) * (start + 1 - shift) ** power,
    ]


@symbolic.check(
    "pnn.psi.tail",
    "lower-identities",
    wrong={"1/2 for 1/3": {"constant": HALF}, "N - 1 for N": {"shift": 1}, "exponent -1 for -3/2": {"power": -1}},
    at={"N": 5},
)
def tail_from_below(constant=THIRD, shift=0, power=SLOW):
    """W_2n > W_(2n+1) says c_n^2 > 2/(pi (2n+1)), so that a_n >= n^(-5/2) / (4 sqrt(pi)) for n >= 1.

    The second step because (2n+1)(2n-1)^4 <= 32 n^5: the difference is a polynomial in n - 1 with positive
    coefficients. The power falls, so that the sum over n >= N is at least its integral from N.
    """
    n, start = Symbol("n", integer=True, positive=True), Symbol("N", positive=True)
    after = Symbol("m", nonnegative=True)  # n - 1
    polynomial = 48 * n**4 - 16 * n**3 - 8 * n**2 + 6 * n - 1
    rest = 2 / pi / (4 * sqrt(pi)) * integrate(X ** -Rational(5, 2), (X, start, sympy.oo))
    return [
        *wallis(n),
        32 * n**5 - (2 * n + 1) * (2 * n - 1) ** 4 - polynomial,
        sympy.Gt(sympy.expand(polynomial.subs(n, after + 1)), 0),
        rest - constant / pi ** Rational(3, 2) * (start - shift) ** power,
    ]


@symbolic.check(
    "pnn.psi.lipschitz",
    "gap-identities",
    wrong={
        "4/(3 pi) without the root": {"leading": 4 / (3 * pi)},
        "half the remainder": {"bound": REMAINDER / 2},
    },
)
def gap_term_by_term(leading=LEADING, bound=REMAINDER):
    """At epsilon = 2 s^2 the gap 1 - psi(1 - epsilon) is 2 s^2 - sum of g_n s^(2n+3), all g_n > 0.

    Its derivative over 4s is psi'(1 - 2 s^2), which is 1 at s = 0 and has the slope -(4/pi) sum of c_n s^(2n), the
    binomial series of (1 - s^2)^(-1/2); integrated twice, that gives g_n. The leading term is g_0 s^3. What the
    others add, over s^5, rises with s, from 0 <= s up to s = 1, where the gap is 1 - psi(-1).
    """
    g = 16 / pi * central(N) / ((2 * N + 1) * (2 * N + 3))
    slope = psi_derivative(1 - 2 * X**2)
    term = diff(g * X ** (2 * N + 3), X) / (4 * X)
    first, rest = g.subs(N, 0), 2 - g.subs(N, 0) - (1 - psi(Integer(-1)))
    return [
        diff(psi(rho), rho) - psi_derivative(rho),
        psi(Integer(1)) - 1,
        slope.subs(X, 0) - 1,
        diff(slope, X) + diff(4 / pi * asin(X), X),
        excess((2 * N + 2) * central(N + 1), (2 * N + 1) * central(N)),
        central(Integer(0)) - 1,
        _inverse_root_operator(1 / sqrt(1 - X**2)),
        diff(term, X) - 4 / pi * central(N) * X ** (2 * N),
        sympy.Gt(g, 0),
        first * X**3 - leading * (2 * X**2) ** Rational(3, 2),
        rest * X**5 - bound * (2 * X**2) ** Rational(5, 2),
    ]


def _inverse_root_operator(y):
    """(1 - x^2) y' - x y: it asks (k+1) c_(k+1) = k c_(k-1), that is (2n+2) c_(2n+2) = (2n+1) c_2n, of y."""
    return (1 - X**2) * diff(y, X) - X * y


@symbolic.check(
    "pnn.psi.hermite",
    "antiderivative",
    wrong={
        "no alternating sign": {"sign": 1},
        "the root of 1/pi": {"scale": sqrt(1 / pi)},
        "He_n(0) for He_(n-2)(0)": {"behind": 0},
    },
)
def absolute_value_in_hermite_polynomials(behind=2, **formula):
    """-f (x He_(n-1) + He_(n-2)) has the derivative x He_n f, f the normal density: its value at 0 is the integral.

    For every n >= 2, by He_n = x He_(n-1) - (n-1) He_(n-2) and He_n' = n He_(n-1), which that recurrence carries
    from n to n + 1, as it does the parity He_n(-x) = (-1)^n He_n(x). So E|g|He_n is twice f(0) He_(n-2)(0) for even
    n and 0 for odd n; He_2k(0) = (-1)^k (2k-1)!! has the recurrence's values at 0. E|g| is integrated.
    """
    n, x = Symbol("n", integer=True, positive=True), Symbol("x", real=True)
    density = sympy.exp(-(x**2) / 2) / sqrt(2 * pi)
    third = sympy.Function("C")(x)  # He_(n-3)
    two, one = sympy.Function("B")(x), sympy.Function("A")(x)  # He_(n-2), He_(n-1)
    top = x * one - (n - 1) * two  # He_n
    slopes = {diff(one, x): (n - 1) * two, diff(two, x): (n - 2) * third}
    identity = diff(-density * (x * one + two), x).subs(slopes) - density * x * top
    m = Symbol("m", integer=True, positive=True)
    at_zero = (-1) ** N * odd_factorial(N)
    return [
        identity.subs(one, x * two - (n - 2) * third).doit(),
        (top + x * n * one - n * (n - 1) * two) - (n + 1) * top,
        (-x) * (-1) ** n * one - n * (-1) ** (n - 1) * two - (-1) ** (n + 1) * (x * one - n * two),
        excess(at_zero.subs(N, N + 1), -(2 * N + 1) * at_zero),
        at_zero.subs(N, 0) - 1,
        excess(2 * density.subs(x, 0) * at_zero.subs(N, (2 * m - behind) / 2), hermite_coefficient(m, **formula)),
        2 * integrate(X * density.subs(x, X), (X, 0, sympy.oo)) - sqrt(2 / pi),
    ]


@symbolic.check(
    "pnn.psi.hermite",
    "mehler",
    wrong={"m! for (2m)!": {"step": 1}, "1/pi for 2/pi": {"scale": 1 / pi}},
)
def squares_of_hermite_coefficients(step=2, scale=2 / pi):
    """The square of the proved coefficient over (2m)! minus (2/pi) a_m, for symbolic m >= 1 and for m = 0."""
    m = Symbol("m", integer=True, positive=True)
    square = hermite_coefficient(m) ** 2 / sympy.factorial(step * m)
    return [excess(square, scale * taylor_coefficient(m)), sqrt(2 / pi) ** 2 - scale * taylor_coefficient(Integer(0))]
