"""Proofs of the kernel's expansions in powers: Taylor, its tail, Hermite, and the gap at the end."""

from functools import cache

import sympy
from sympy import Integer, Rational, Symbol, acos, asin, diff, factorial, integrate, pi, sqrt

from verification.methods import symbolic
from verification.papers.pnn2017.kernel.formulas import (
    HALF,
    MEAN_SIZE,
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
THIRD, SLOW, FALL = Rational(1, 3), -Rational(3, 2), Rational(5, 2)
LEADING = 4 * sqrt(2) / (3 * pi)
REMAINDER = (3 * pi - 8) / (6 * sqrt(2) * pi)
NOT_POSITIVE = {"$2n - 1$ for its square": {"power": 1}, "the cube for the square": {"power": 3}}
WRONG_SINES = {
    "$W_m = W_{m-2}$": {"lag": 0},
    r"$W_{2n}$ without $\frac\pi2$": {"even": 1},
    r"$W_{2n-1}$ without $\frac12$": {"odd": 1},
    r"$a_n = \frac{c_n}{2n - 1}$": {"square": 1},
}


@symbolic.check(
    "pnn.psi.taylor",
    "recurrence",
    wrong={
        "$2n - 1$ for its square": {"power": 1},
        "$2n + 1$ for $2n - 1$": {"shift": -1},
        "minus $r y'$": {"slope": -1},
        r"$\arccos$ for $\arcsin$": {"angle": acos},
    },
)
def recurrence_from_the_differential_equation(slope=1, angle=asin, **formula):
    r"""$\psi$ solves $(1 - r^2) y'' + r y' - y = 0$, whose left side turns $c r^k$ into
    $k (k-1) c r^{k-2} - (k-1)^2 c r^k$.

    So $(k+2)(k+1) c_{k+2} = (k-1)^2 c_k$ for the Taylor coefficients of $\psi$, analytic in the unit disc. The odd ones
    vanish with $c_1$; the even ones have the recurrence and the start of $\frac2\pi a_n$: by induction they are these.
    """
    k = Symbol("k", positive=True)
    a, y = taylor_coefficient(N, **formula), psi(rho, angle=angle)

    def operator(y, x):
        return (1 - x**2) * diff(y, x, 2) + slope * x * diff(y, x) - y

    return {
        "equation": operator(y, rho),
        "powers": operator(X**k, X) - (k * (k - 1) * X ** (k - 2) - (k - 1) ** 2 * X**k),
        "recurrence": excess((2 * N + 2) * (2 * N + 1) * a.subs(N, N + 1), (2 * N - 1) ** 2 * a),
        "start": 2 / pi * a.subs(N, 0) - psi(Integer(0)),
        "slope at 0": diff(y, rho).subs(rho, 0),
    }


@symbolic.check("pnn.psi.taylor", "ratio", wrong={**NOT_POSITIVE, "alternating signs": {"sign": -1}})
def ratio_of_positive_numbers(sign=1, **formula):
    """$a_0 = 1$, and $a_{n+1}/a_n$ is the square of an odd number over a product of positive ones: induction."""
    a = taylor_coefficient(N, **formula)
    ratio = sign * (2 * N - 1) ** 2 / ((2 * N + 1) * (2 * N + 2))
    return {
        "a_0": a.subs(N, 0) - 1,
        "ratio": excess(a.subs(N, N + 1), ratio * a),
        "its sign": sympy.Gt(ratio, 0),
    }


@symbolic.check(
    "pnn.psi.taylor",
    "gauss",
    wrong={
        r"1 for $\frac\pi2$": {"total": 1},
        r"$F$ at $c = \frac32$": {"third": Rational(3, 2)},
        "$2n - 1$ for its square": {"power": 1},
    },
)
def gauss_at_one(total=pi / 2, third=HALF, **formula):
    r"""The $a_n$ are the terms of $F(-\frac12, -\frac12; \frac12; z)$ at $z = 1$, whose sum is Gauss's quotient of
    gamma functions.

    It is also $\frac\pi2 \psi(1)$, as it must be: the terms being positive, Abel's theorem lets $\rho$ tend to 1.
    """
    a, first = taylor_coefficient(N, **formula), -HALF
    gauss = sympy.gamma(third) * sympy.gamma(third - 2 * first) / sympy.gamma(third - first) ** 2
    return {
        "a_0": a.subs(N, 0) - 1,
        "ratio": excess(a.subs(N, N + 1) * (N + third) * (N + 1), a * (N + first) ** 2),
        "quotient of gammas": gauss - total,
        "psi(1)": pi / 2 * psi(Integer(1)) - total,
    }


def central(n):
    """C(2n, n) / 4^n."""
    return factorial(2 * n) / (4**n * factorial(n) ** 2)


@cache
def wallis(n, lag=1, even=pi / 2, odd=HALF, square=2):
    """Residuals for the integral W_m of sin^m over [0, pi/2]: W_2n = (pi/2) c_n and W_(2n-1) = 1/(2n c_n).

    Here c_n = C(2n, n)/4^n. From m W_m = (m-1) W_(m-2), the integral of a derivative that vanishes at both ends,
    and W_0 = pi/2, W_1 = 1. Last, a_n = c_n/(2n-1)^2.
    """
    t, m = sympy.symbols("t m", positive=True)
    evens, odds = even * central(n), odd / (n * central(n))
    sine, cosine = sympy.sin(t), sympy.cos(t)
    by_parts = diff(-cosine * sine ** (m - 1), t) - (m * sine**m - (m - lag) * sine ** (m - 2))
    return {
        "by parts": sympy.powsimp(sympy.expand(by_parts.subs(cosine**2, 1 - sine**2) / sine ** (m - 2))),
        "W_2n": excess((2 * n + 2) * evens.subs(n, n + 1), (2 * n + 2 - lag) * evens),
        "W_(2n-1)": excess((2 * n + 1) * odds.subs(n, n + 1), (2 * n + 1 - lag) * odds),
        "W_0": evens.subs(n, 0) - integrate(1, (t, 0, pi / 2)),
        "W_1": odds.subs(n, 1) - integrate(sine, (t, 0, pi / 2)),
        "a_n by c_n": excess(taylor_coefficient(n), central(n) / (2 * n - 1) ** square),
    }


@symbolic.check(
    "pnn.psi.tail",
    "upper-identities",
    wrong={
        r"$\frac14$ for $\frac13$": {"constant": Rational(1, 4)},
        "$N$ for $N - 1$": {"shift": 0},
        r"exponent $-2$ for $-\frac32$": {"power": -2},
        r"exponent $-3$ for $-\frac52$": {"fall": 3},
        **WRONG_SINES,
    },
)
def tail_by_wallis_and_the_midpoint_rule(constant=THIRD, shift=1, power=SLOW, fall=FALL, **sines):
    r"""$W_{2n} < W_{2n-1}$ says $c_n^2 < \frac1{\pi n}$, so that $a_n = \frac{c_n}{(2n-1)^2}$ is below
    $\frac1{4 \sqrt\pi} (n - \frac12)^{-5/2}$.

    The second step because the squares of the two upper bounds have the ratio $1 + \frac1{2n-1} > 1$. The power being
    convex, its value at a midpoint is at most its mean: the sum over $n \ge N$ is at most the integral from $N - 1$.
    Multiplied by $\frac2\pi \rho^{2N}$, since $\rho^{2n} \le \rho^{2N}$, that is the bound.
    """
    n, start = Symbol("n", integer=True, positive=True), Symbol("M", positive=True)
    upper = (n - HALF) ** (-2 * fall) / (16 * pi)
    rest = 2 / pi / (4 * sqrt(pi)) * integrate(X**-fall, (X, start, sympy.oo))
    return {
        **wallis(n, **sines),
        "ratio of the bounds": upper * (pi * n * (2 * n - 1) ** 4) - 1 - 1 / (2 * n - 1),
        "convex power": diff(X**-fall, X, 2) - Rational(35, 4) * X ** -Rational(9, 2),
        "integral": rest - constant / pi ** Rational(3, 2) * (start + 1 - shift) ** power,
    }


@symbolic.check(
    "pnn.psi.tail",
    "lower-identities",
    wrong={
        r"$\frac12$ for $\frac13$": {"constant": HALF},
        "$N - 1$ for $N$": {"shift": 1},
        r"exponent $-1$ for $-\frac32$": {"power": -1},
        "$16 n^5$ for $32 n^5$": {"fifth": 16},
        **WRONG_SINES,
    },
    at={"N": 5},
)
def tail_from_below(constant=THIRD, shift=0, power=SLOW, fifth=32, **sines):
    r"""$W_{2n} > W_{2n+1}$ says $c_n^2 > \frac2{\pi (2n+1)}$, so that $a_n \ge \frac1{4 \sqrt\pi} n^{-5/2}$ for
    $n \ge 1$.

    The second step because $(2n+1)(2n-1)^4 \le 32 n^5$: the difference is a polynomial in $n - 1$ with positive
    coefficients. The power falls, so that the sum over $n \ge N$ is at least its integral from $N$.
    """
    n, start = Symbol("n", integer=True, positive=True), Symbol("N", positive=True)
    after = Symbol("m", nonnegative=True)  # n - 1
    difference = (fifth * n**5 - (2 * n + 1) * (2 * n - 1) ** 4).subs(n, after + 1)
    rest = 2 / pi / (4 * sqrt(pi)) * integrate(X**-FALL, (X, start, sympy.oo))
    return {
        **wallis(n, **sines),
        "coefficients": all(bool(c > 0) for c in sympy.Poly(difference, after).all_coeffs()),
        "integral": rest - constant / pi ** Rational(3, 2) * (start - shift) ** power,
    }


@symbolic.check(
    "pnn.psi.lipschitz",
    "gap-identities",
    wrong={
        r"$\frac4{3 \pi}$ without the root": {"leading": 4 / (3 * pi)},
        "half the remainder": {"bound": REMAINDER / 2},
        r"$\arccos$ for $\arcsin$": {"angle": acos},
        r"exponent $\frac12$ for $-\frac12$": {"root": HALF},
        "$2^n$ for $4^n$": {"binomial": lambda n: 2**n * central(n)},
        r"half of $\binom{2n}n$": {"binomial": lambda n: central(n) / 2},
        "$g_n$ below zero": {"sign": -1},
    },
)
def gap_term_by_term(leading=LEADING, bound=REMAINDER, angle=asin, root=-HALF, binomial=central, sign=1):
    r"""At $\epsilon = 2 s^2$ the gap $1 - \psi(1 - \epsilon)$ is $2 s^2 - \sum_n g_n s^{2n+3}$, all $g_n > 0$.

    Its derivative over $4 s$ is $\psi'(1 - 2 s^2)$, which is 1 at $s = 0$ and has the slope
    $-\frac4\pi \sum_n c_n s^{2n}$, the binomial series of $(1 - s^2)^{-1/2}$; integrated twice, that gives $g_n$. The
    leading term is $g_0 s^3$. What the others add, over $s^5$, rises with $s$ from 0 to $s = 1$, where the gap is
    $1 - \psi(-1)$.
    """
    g = sign * 16 / pi * central(N) / ((2 * N + 1) * (2 * N + 3))
    slope = psi_derivative(1 - 2 * X**2, angle=angle)
    term = diff(g * X ** (2 * N + 3), X) / (4 * X)
    first, rest = g.subs(N, 0), 2 - g.subs(N, 0) - (1 - psi(Integer(-1)))
    return {
        "slope of psi": diff(psi(rho, angle=angle), rho) - psi_derivative(rho, angle=angle),
        "psi at 1": psi(Integer(1), angle=angle) - 1,
        "slope at 1": slope.subs(X, 0) - 1,
        "slope in s": diff(slope, X) + 4 / pi * (1 - X**2) ** root,
        "recurrence of the series": excess((2 * N + 2) * binomial(N + 1), (2 * N + 1) * binomial(N)),
        "start of the series": binomial(Integer(0)) - 1,
        "equation of the root": _inverse_root_operator((1 - X**2) ** root),
        "integrated twice": diff(term, X) - 4 / pi * binomial(N) * X ** (2 * N),
        "sign of g_n": sympy.Gt(g, 0),
        "leading term": first * X**3 - leading * (2 * X**2) ** Rational(3, 2),
        "remainder": rest * X**5 - bound * (2 * X**2) ** Rational(5, 2),
    }


def _inverse_root_operator(y):
    """(1 - x^2) y' - x y: it asks (k+1) c_(k+1) = k c_(k-1), that is (2n+2) c_(2n+2) = (2n+1) c_2n, of y."""
    return (1 - X**2) * diff(y, X) - X * y


@symbolic.check(
    "pnn.psi.hermite",
    "antiderivative",
    wrong={
        "no alternating sign": {"sign": 1},
        r"the root of $\frac1\pi$": {"scale": sqrt(1 / pi)},
        r"$\mathrm{He}_n(0)$ for $\mathrm{He}_{n-2}(0)$": {"behind": 0},
        r"plus $(n - 1) \mathrm{He}_{n-2}$": {"lag": 1},
        "twice the slope": {"slope": 2},
        "all of them even": {"parity": 1},
        r"$\mathrm{He}_0(0) = -1$": {"first": -1},
    },
)
def absolute_value_in_hermite_polynomials(behind=2, lag=-1, slope=1, parity=-1, first=1, scale=MEAN_SIZE, **formula):
    r"""$-f (x \mathrm{He}_{n-1} + \mathrm{He}_{n-2})$ has the derivative $x \mathrm{He}_n f$, $f$ the normal density:
    its values at the ends give the integral.

    For every $n \ge 2$, by $\mathrm{He}_n = x \mathrm{He}_{n-1} - (n-1) \mathrm{He}_{n-2}$ and
    $\mathrm{He}_n' = n \mathrm{He}_{n-1}$, which that recurrence carries from $n$ to $n + 1$, as it does the parity
    $\mathrm{He}_n(-x) = (-1)^n \mathrm{He}_n(x)$. So $E |g| \mathrm{He}_n(g)$ is $2 f(0) \mathrm{He}_{n-2}(0)$ for even
    $n$ and 0 for odd $n$; $\mathrm{He}_{2k}(0) = (-1)^k (2k-1)!!$ has the recurrence's values at 0. $E |g|$ is
    integrated.
    """
    n, x = Symbol("n", integer=True, positive=True), Symbol("x", real=True)
    density = sympy.exp(-(x**2) / 2) / sqrt(2 * pi)
    one, two, third = sympy.symbols("A B C", real=True)  # He_(n-1), He_(n-2), He_(n-3) at x: any numbers
    top = x * one + lag * (n - 1) * two  # He_n

    def derivative(of):
        """In x, by the chain rule."""
        return diff(of, x) + slope * ((n - 1) * two * diff(of, one) + (n - 2) * third * diff(of, two))

    identity = (derivative(-density * (x * one + two)) - density * x * top) / density
    m = Symbol("m", integer=True, positive=True)
    at_zero = first * (-1) ** N * odd_factorial(N)
    coefficient = hermite_coefficient(m, scale, **formula)
    return {
        "antiderivative": identity.subs(one, x * two + lag * (n - 2) * third),
        "slope of He_(n+1)": top + slope * n * (x * one + lag * (n - 1) * two) - slope * (n + 1) * top,
        "parity of He_(n+1)": -x * parity**n * one
        + lag * n * parity ** (n - 1) * two
        - parity ** (n + 1) * (x * one + lag * n * two),
        "value at 0": excess(at_zero.subs(N, N + 1), lag * (2 * N + 1) * at_zero),
        "He_0(0)": at_zero.subs(N, 0) - 1,
        "coefficient": excess(2 * density.subs(x, 0) * at_zero.subs(N, (2 * m - behind) / 2), coefficient),
        "E|g|": 2 * integrate(X * density.subs(x, X), (X, 0, sympy.oo)) - scale,
    }


@symbolic.check(
    "pnn.psi.hermite",
    "mehler",
    wrong={"$m!$ for $(2m)!$": {"step": 1}, r"$\frac1\pi$ for $\frac2\pi$": {"scale": 1 / pi}},
)
def squares_of_hermite_coefficients(step=2, scale=2 / pi):
    r"""The square of the proved coefficient over $(2m)!$ minus $\frac2\pi a_m$, for symbolic $m \ge 1$ and for
    $m = 0$."""
    m = Symbol("m", integer=True, positive=True)
    square = hermite_coefficient(m) ** 2 / sympy.factorial(step * m)
    return [excess(square, scale * taylor_coefficient(m)), sqrt(2 / pi) ** 2 - scale * taylor_coefficient(Integer(0))]
