"""Proofs of the eigenvalues for equally spaced lines, of the least of them and of its decay."""

import sympy
from sympy import Symbol, acos, cos, cot, csc, pi, sin, tan

from verification.methods import symbolic
from verification.papers.pnn2017.equally_spaced.formulas import (
    HALF,
    QUARTER,
    eigenvalue,
    halves,
    harmonic_sums,
    least_even,
    least_odd,
    share_of,
)
from verification.papers.pnn2017.kernel.symbolic import psi

count = Symbol("R", integer=True, positive=True)


index = Symbol("j", integer=True)


@symbolic.check(
    "pnn.example-1",
    "antidifferences",
    wrong={
        "a half for a quarter": {"boundary": HALF},
        "the last sum by the first term alone": {"boundary": 0},
        "$2 m + 1$ for $2 m - 1$": {"shift": 1},
    },
)
def antidifferences(**formula):
    """The three sums telescope: $T(m + 1) - T(m)$ is the summand, for free $m$ and angle."""
    angle, m = sympy.symbols("a m", real=True)
    summands = sin(2 * m * angle), cos(2 * m * angle), m * cos(2 * m * angle)
    after, before = harmonic_sums(angle, m + 1, **formula), harmonic_sums(angle, m, **formula)
    scaled = [(t - u - v) * 4 * sin(angle) ** 2 for t, u, v in zip(after, before, summands, strict=True)]
    return [sympy.expand(sympy.expand_trig(sympy.expand(e))).subs(cos(angle) ** 2, 1 - sin(angle) ** 2) for e in scaled]


@symbolic.check(
    "pnn.example-1",
    "row-terms",
    wrong={
        r"$\arccos$ for $\arcsin$": {"kernel": lambda cosine: psi(cosine, angle=acos)},
        "a sine for a cosine": {"wave": sin},
    },
)
def terms_of_the_row(kernel=psi, wave=cos):
    r"""The row of the circulant matrix as trigonometric terms.

    First $\psi$ at $\cos t$, for $0 \le t \le \pi$, as $\frac2\pi (\sin t + (\frac\pi2 - t) \cos t)$; then its product
    with $\cos\frac{2 \pi j m}{R}$ at $t = \frac{\pi m}{R}$ as the sines and cosines of $2 m \alpha$ and $2 m \beta$
    that are summed.
    """
    rho, m = Symbol("rho", real=True), Symbol("m", integer=True)

    def row(t):
        return 2 / pi * (sin(t) + (pi / 2 - t) * cos(t))

    alpha, beta = halves(count, index)
    terms = (
        sin(2 * m * beta) - sin(2 * m * alpha) + (pi / 2 - pi * m / count) * (cos(2 * m * alpha) + cos(2 * m * beta))
    )
    x, y = sympy.symbols("x y", real=True)  # pi m / R and 2 pi j m / R
    product = row(pi * m / count) * wave(y) - (terms / pi)
    angles = {sympy.expand(2 * m * a): y + shift * x for a, shift in ((alpha, -1), (beta, 1))}
    product = product.replace(
        lambda e: isinstance(e, sin | cos), lambda e: e.func(angles.get(sympy.expand(e.args[0]), e.args[0]))
    )
    return [row(acos(rho)) - kernel(rho).rewrite(acos), sympy.expand_trig(product.subs(m, x * count / pi))]


@symbolic.check(
    "pnn.example-1",
    "ends",
    wrong={
        "cosecants over $R$, not $2 R$": {"squares": 1},
        r"cotangents over $2 \pi$": {"cotangents": 1 / (2 * pi)},
        "no cotangents": {"cotangents": 0},
    },
    forms={"equally_spaced_eigenvalue": eigenvalue},
)
def sum_of_the_row(**statement):
    r"""$T(R) - T(0)$ minus the closed form, for the terms at $\alpha$ and those at $\beta$.

    $\psi(\cos\frac{\pi m}{R})$ has the period $R$ in $m$ because $\psi$ is even, so $\psi[K]$ is a circulant matrix and
    its eigenvalues are the sums of its row times $\cos\frac{2 \pi j m}{R}$. The terms of the row and their
    antidifferences are proved in checks of their own. Either angle $a$ is an odd multiple of $\frac{\pi}{2R}$: $2 R a$
    is an odd multiple of $\pi$ and $\sin a$ is not zero.
    """
    a, odd = Symbol("a", real=True), pi * (2 * index + 1)
    at_the_end = {(2 * count - 1) * a: odd - a, 2 * count * a: odd}
    known = {f(k): sympy.expand_trig(f(v)) for k, v in at_the_end.items() for f in (sin, cos)}
    start, end = harmonic_sums(a, 0), harmonic_sums(a, count)
    sine, cosine, weighted = (t.subs(known) - u for t, u in zip(end, start, strict=True))
    totals = [(sign * sine + pi / 2 * cosine - pi / count * weighted) / pi for sign in (-1, 1)]
    forms = [share_of(a, count, sign, **statement).rewrite(csc, sin).rewrite(cot, cos) for sign in (-1, 1)]
    return [sympy.together(t - f.rewrite(sin)) for t, f in zip(totals, forms, strict=True)]


@symbolic.check(
    "pnn.example-1",
    "trapezoid",
    wrong={
        "half the trapezoid": {"trapezoid": QUARTER},
        "the integral of the cotangent": {"antiderivative": lambda x: sympy.log(sin(x))},
        "one square of the cosecant too many": {"squares": 3},
        r"a step of $\frac{2 \pi}R$": {"step": 2 * pi / count},
        "half the cotangent at $j = 0$": {"cotangents": 1 / pi},
    },
)
def trapezoid_above_integral(
    trapezoid=HALF, antiderivative=lambda x: -cot(x), squares=2, step=pi / count, cotangents=2 / pi
):
    r"""$\pi$ times an eigenvalue is the trapezoidal rule for $\csc^2$ between $\alpha$ and $\beta$ minus the integral,
    by $-\cot$.

    $\csc^2$ is strictly convex where it is finite, its second derivative $4 \csc^2 \cot^2 + 2 \csc^4$ being positive,
    so the rule exceeds the integral. For $1 \le j < R$ both angles lie in $(0, \pi)$; for $j = 0$ they are $\mp x$ with
    $x = \frac{\pi}{2R}$, and the eigenvalue is $\frac1R \csc^2 x + \frac2\pi \cot x$, positive as $x \le \frac\pi2$.
    """
    alpha, beta = sympy.symbols("alpha beta", real=True)
    x = Symbol("x", positive=True)
    rule = trapezoid * step * (csc(alpha) ** 2 + csc(beta) ** 2)
    integral = antiderivative(beta) - antiderivative(alpha)
    own = share_of(alpha, count, -1) + share_of(beta, count, 1)
    first = share_of(-x, count, -1) + share_of(x, count, 1)
    curvature = sympy.diff(csc(x) ** 2, x, 2)
    return [
        sympy.expand(pi * own - (rule - integral)),
        halves(count, index)[1] - halves(count, index)[0] - step,
        (sympy.diff(antiderivative(x), x) - csc(x) ** 2).rewrite(sin),
        sympy.expand((curvature - 4 * csc(x) ** 2 * cot(x) ** 2 - squares * csc(x) ** 4).rewrite(sin)),
        first - csc(x) ** 2 / count - cotangents * cot(x),
    ]


@symbolic.check(
    "ours.equally-spaced-lines",
    "least-values",
    wrong={
        r"$\frac1\pi$ for $\frac2\pi$": {"even": 1 / pi},
        r"$\frac2\pi$ for $\frac1\pi$": {"odd": 2 / pi},
        "an index off by one": {"off": 1},
    },
    forms={"least_even": least_even, "least_odd": least_odd},
)
def values_at_the_middle(even=2 / pi, odd=1 / pi, off=0):
    r"""At $j = \frac R2$ the two angles are $\frac\pi2 \mp \frac{\pi}{2R}$, at $j = \frac12 (R - 1)$ they are
    $\frac\pi2 - \frac\pi R$ and $\frac\pi2$: the angles, and the closed form of the eigenvalue at these angles minus
    the two simpler forms, for symbolic $R$."""
    x = Symbol("x", positive=True)  # pi/(2R) for even R, pi/R for odd R
    middle, last = halves(count, count / 2 + off), halves(count, (count - 1) / 2 + off)
    angles = [pi / 2 - pi / (2 * count), pi / 2 + pi / (2 * count), pi / 2 - pi / count, pi / 2]
    two = share_of(pi / 2 - x, pi / (2 * x), -1) + share_of(pi / 2 + x, pi / (2 * x), 1)
    one = share_of(pi / 2 - x, pi / x, -1) + share_of(pi / 2, pi / x, 1)
    return [
        *(sympy.expand(found - wanted) for found, wanted in zip((*middle, *last), angles, strict=True)),
        (two - least_even(pi / (2 * x), even)).rewrite(cos),
        (one - least_odd(pi / x, odd)).rewrite(cos),
    ]


@symbolic.check(
    "ours.equally-spaced-lines",
    "fractions",
    wrong={"$4 R$ for $8 R$": {"factor": 4}, "a square for a fourth power": {"power": 1}},
)
def partial_fractions(factor=8, power=2):
    r"""The term $\frac1{(4 n^2 - 1)^2}$ in partial fractions, and the fractions summed over $n = j + m R$.

    Summing over all integers $m$, $\frac1{(m + x)^2}$ gives $(\pi \csc \pi x)^2$ and $\frac1{m + x} - \frac1{m + y}$
    gives $\pi (\cot \pi x - \cot \pi y)$ (Mittag-Leffler); $2n - 1$ is $2R (m + \frac\alpha\pi)$ and $2n + 1$ is
    $2R (m + \frac\beta\pi)$.
    """
    n, csc_a, csc_b, cot_a, cot_b = sympy.symbols("n csc_a csc_b cot_a cot_b", real=True)
    left, right = 1 / (2 * n - 1), 1 / (2 * n + 1)
    fractions = (left**2 + right**2) / 4 - (left - right) / 4
    summed = pi**2 * (csc_a**2 + csc_b**2) / (16 * count**2) - pi * (cot_a - cot_b) / (8 * count)
    closed = (csc_a**2 + csc_b**2) / (2 * count) - (cot_a - cot_b) / pi
    return [1 / (4 * n**2 - 1) ** power - fractions, factor * count / pi**2 * summed - closed]


@symbolic.check(
    "ours.equally-spaced-lines",
    "convex-terms",
    wrong={
        "the bare power for its square": {"power": 1},
        "the sixth power for the fourth": {"power": 3},
        "the terms' negatives": {"sign": -1},
    },
)
def convex_terms(power=2, sign=1):
    r"""The second derivative of $\frac1{(4 t^2 - 1)^2}$ is $\frac{320 t^2 + 16}{(4 t^2 - 1)^4}$, and positive at
    $|t| = \frac12 (1 + s)$ for symbolic $s > 0$, on both sides."""
    t, s = Symbol("t", real=True), Symbol("s", positive=True)
    second = sympy.diff(sign * (4 * t**2 - 1) ** -power, t, 2)
    yield second - (320 * t**2 + 16) / (4 * t**2 - 1) ** 4
    yield from (sympy.factor(second.subs(t, side * (1 + s) / 2)) > 0 for side in (1, -1))


@symbolic.check(
    "ours.equally-spaced-lines",
    "decay",
    wrong={
        r"$\frac{\pi^2}3$ for $\frac{\pi^2}6$": {"leading": pi**2 / 3},
        "one next term for both": {"odd": pi**4 / 30},
    },
)
def expansion_in_the_spacing(leading=pi**2 / 6, even=pi**4 / 30, odd=pi**4 / 5):
    r"""The Taylor polynomials of degree six, in $\frac1R$, of the two formulas for the least eigenvalue: a term of
    degree three, one of degree five, and none of degree six."""
    step = Symbol("x", positive=True)
    expected = {least_even: even, least_odd: odd}
    return [
        sympy.series(form(1 / step), step, 0, 7).removeO() - leading * step**3 - following * step**5
        for form, following in expected.items()
    ]


@symbolic.check(
    "pnn.figure-7",
    "coefficients",
    wrong={
        "the second form without its linear term": {"linear": 0},
        "the whole tangent's derivative": {"weight": 2},
    },
)
def coefficients_of_the_two_forms(linear=1, weight=1):
    r"""The two forms of the least eigenvalue at $x = \frac{\pi}{2R}$, and what they make of a term of the tangent's
    series.

    With $f = \tan$ and $\sec^2 = f'$ they are $\frac2\pi (x f'(x) - f(x))$ for even $R$ and
    $\frac1\pi (x (f'(2x) + 1) - f(2x))$ for odd $R$. A term $x^{2n+1}$ of $f$ becomes $\frac2\pi 2n x^{2n+1}$ in the
    first and $\frac2\pi (2n - 1) 2^{2n-1} x^{2n+1}$ in the second, whose linear term the summand $x$ cancels.
    """
    x, t = sympy.symbols("x t", positive=True)
    n = Symbol("n", integer=True, nonnegative=True)

    def even(f):
        return 2 / pi * (x * weight * sympy.diff(f(t), t).subs(t, x) - f(x))

    def odd(f, constant):
        return (x * (weight * sympy.diff(f(t), t).subs(t, 2 * x) + constant) - f(2 * x)) / pi

    def power(at):
        return at ** (2 * n + 1)

    first = 2 / pi * 2 * n * x ** (2 * n + 1)
    second = 2 / pi * (2 * n - 1) * 2 ** (2 * n - 1) * x ** (2 * n + 1)
    here = pi / (2 * x)
    return [
        (even(tan) - least_even(here)).rewrite(cos),
        (odd(tan, linear) - least_odd(here)).rewrite(cos),
        even(power) - first,
        odd(power, 0) - second,
        (odd(power, linear)).subs(n, 0),
    ]


@symbolic.check(
    "pnn.figure-7",
    "limits",
    wrong={"the square for the cube": {"power": 2}, r"$\frac{\pi^2}3$ for $\frac{\pi^2}6$": {"limit": pi**2 / 3}},
)
def limit_of_the_two_forms(power=3, limit=pi**2 / 6):
    r"""$R^3$ times either form tends to $\frac{\pi^2}{6}$ as $R$ grows, so that the forms tend to zero."""
    step = Symbol("x", positive=True)
    return [sympy.limit(form(1 / step) / step**power, step, 0) - limit for form in (least_even, least_odd)]
