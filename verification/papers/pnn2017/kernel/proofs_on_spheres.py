"""Proofs of the kernel's spectrum: on the sphere by Funk and Hecke, in the plane by Fourier."""

from functools import cache

import sympy
from sympy import Integer, Rational, Symbol, combsimp, cos, diff, exp, factorial, gamma, integrate, pi, sin, sqrt

from verification.methods import symbolic
from verification.papers.pnn2017.kernel.formulas import excess, multiplier, psi_of_angle

D = Symbol("d", positive=True)
T = Symbol("t", real=True)
DEGREES = (0, 2, 4, 6)
WRONG_MULTIPLIER = {r"$\pi$ for $2 \pi$": {"circle": pi}, "one input too few": {"more_inputs": -1}}


def projected_density(inputs):
    """The constant of the density (1 - t^2)^((d-3)/2) of one coordinate on the sphere."""
    return gamma(inputs / 2) / (sqrt(pi) * gamma((inputs - 1) / 2))


def zonal(inputs, degree):
    """The Legendre polynomial of that degree in d > 2 inputs, 1 at t = 1: a Gegenbauer polynomial, normalised."""
    index = (inputs - 2) / 2
    return sympy.gegenbauer(degree, index, T) / sympy.gegenbauer(degree, index, 1)


@symbolic.check(
    "pnn.psi.funk-hecke",
    "rodrigues",
    wrong={
        **WRONG_MULTIPLIER,
        "$t F' + F$": {"sign": 1},
        "the density's exponent of one input more": {"exponent": (D - 2) / 2},
    },
    at={"d": 4},
)
def absolute_value_by_rodrigues(more_inputs=0, sign=-1, exponent=(D - 3) / 2, **formula):
    r"""Symbolic $d$ and $l = 2k + 2$: the integral of $|t| P_l(t)$ against the density of $t$, by Funk and Hecke's
    theorem.

    Rodrigues: $P_l (1 - t^2)^v = R D^l F$ with $F = (1 - t^2)^{l+v}$, $v = \frac12 (d-3)$ and
    $R = \frac{\Gamma(v+1)}{2^l \Gamma(l+v+1)}$, so that $P_l(1) = 1$. As $t F''$ is the derivative of $t F' - F$ (taken
    for $D^{l-2} F$), and derivatives of $F$ below the $l$-th vanish at 1 because $v > -1$, half the integral is $R$
    times the value of $D^{l-2} F$ at 0, which the binomial series gives. Odd degrees vanish by symmetry; $l = 0$ is
    integrated.
    """
    k = Symbol("k", integer=True, nonnegative=True)
    degree, v = 2 * k + 2, exponent
    rodrigues = gamma(v + 1) / (2**degree * gamma(degree + v + 1))
    series = (-1) ** k * gamma(degree + v + 1) / (factorial(k) * gamma(degree + v - k + 1))
    generic, first, second = sympy.symbols("F F1 F2", real=True)  # F, F' and F'' at t: any numbers
    before = T * first + sign * generic
    primitive = -((1 - T**2) ** ((D - 1) / 2)) / (D - 1)  # 0 at 1
    asserted, constant = (multiplier(D + more_inputs, n, **formula) for n in (degree, Integer(0)))
    return {
        "by parts": diff(before, T) + first * diff(before, generic) + second * diff(before, first) - T * second,
        "even degrees": excess(projected_density(D) * rodrigues * 2 * series * factorial(2 * k), asserted),
        "antiderivative": diff(primitive, T) - T * (1 - T**2) ** v,
        "degree 0": excess(-2 * projected_density(D) * primitive.subs(T, 0), constant),
    }


@symbolic.check("pnn.psi.funk-hecke", "absolute-value", wrong=WRONG_MULTIPLIER, scope="instances", at={"d": 4})
def absolute_value_term_by_term(more_inputs=0, **formula):
    """Degrees 0 to 6, symbolic $d$, without Rodrigues: the Gegenbauer polynomial's terms are beta integrals, whose
    sum is the formula."""
    for degree in DEGREES:
        polynomial = sympy.Poly(sympy.expand_func(zonal(D, degree)), T)
        asserted = multiplier(D + more_inputs, Integer(degree), **formula)
        betas = ((c, gamma(Rational(j, 2) + 1) / gamma((j + D + 1) / 2)) for (j,), c in polynomial.terms())
        constant = projected_density(D) * gamma((D - 1) / 2)
        yield sympy.cancel(sum(c * _rational(constant * beta / asserted) for c, beta in betas)) - 1


def _rational(quotient_of_gammas):
    """The rational function that it is where the arguments differ by integers."""
    return sympy.gammasimp(sympy.expand_func(quotient_of_gammas))


@symbolic.check(
    "pnn.psi.funk-hecke",
    "radius",
    wrong={r"$\mu^2$ without $d$": {"factor": 1}, r"$d^2 \mu^2$": {"factor": D**2}, "the other sign": {"sign": -1}},
    at={"d": 4},
)
def squared_norm_of_a_gaussian(factor=D, sign=1):
    r"""$E r^2 = d$ as the quotient of two gamma integrals for symbolic $d$; and $(-1)^{l/2 - 1} \mu_l$ is positive
    at $l = 2k + 2$ for symbolic $k$, as is $\mu_0$."""
    r, k = Symbol("r", positive=True), Symbol("k", integer=True, nonnegative=True)
    moments = [integrate(r ** (D - 1 + j) * exp(-(r**2) / 2), (r, 0, sympy.oo), conds="none") for j in (0, 2)]
    yield combsimp(moments[1] / moments[0]) - factor
    yield sign * (-1) ** k * multiplier(D, 2 * k + 2) > 0
    yield sign * multiplier(D, Integer(0)) > 0


@symbolic.check(
    "pnn.psi.funk-hecke",
    "kernel",
    wrong={r"$\mu^2$ without $d$": {"factor": 1}, r"$\pi$ for $2 \pi$": {"circle": pi}},
    scope="instances",
)
def kernel_integrated_in_odd_dimensions(factor=D, **formula):
    r"""Without the absolute value: $\psi$ times a Legendre polynomial, integrated exactly for $d = 3, 5, 7$ and degrees
    0 to 6, minus $d \mu_l^2$.

    There the density is a polynomial, and the integral of $t^{2j} \psi$ over $[0, 1]$ is by parts one of powers of $t$
    and roots of $1 - t^2$.
    """
    for inputs in (3, 5, 7):
        for degree in DEGREES:
            weight = (1 - T**2) ** ((inputs - 3) // 2)
            polynomial = sympy.Poly(zonal(Integer(inputs), degree) * weight, T)
            value = 2 * projected_density(Integer(inputs)) * sum(c * _moment(k) for (k,), c in polynomial.terms())
            asserted = multiplier(Integer(inputs), Integer(degree), **formula)
            yield {"eigenvalue": value - sympy.sympify(factor).subs(D, inputs) * asserted**2}


def _moment(even):
    """The integral of t^even psi(t) over [0, 1], from beta integrals."""
    beta = [gamma(Rational(k + 1, 2)) * sqrt(pi) / (2 * gamma(Rational(k, 2) + 1)) for k in (even, even + 2)]
    root = beta[0] - beta[1]  # of t^even sqrt(1 - t^2); beta[i] is the integral of t^k / sqrt(1 - t^2)
    return 2 / pi * (root + (pi / 2 - beta[1]) / (even + 2))


@cache
def fourier_mean(n):
    """The mean of psi(cos theta) cos(2 n theta) over a period, by integrals for every p = 2n + 1 and q = 2n - 1."""
    theta = Symbol("theta", real=True)
    p, q = sympy.symbols("p q", positive=True)
    sums = (sin(p * theta) - sin(q * theta), (pi / 2 - theta) * (cos(p * theta) + cos(q * theta)))
    mean = sum(integrate(sympy.expand(term), (theta, 0, pi)) for term in sums) / pi**2
    return sympy.factor(mean.subs({p: 2 * n + 1, q: 2 * n - 1}))


@symbolic.check(
    "pnn.psi.plane",
    "fourier-coefficients",
    wrong={
        r"$\frac4{\pi^2}$ for $\frac8{\pi^2}$": {"scale": 4 / pi**2},
        "no square": {"power": 1},
        "$2 n^2 - 1$ for $4 n^2 - 1$": {"rate": 2},
        r"$\pi$ for $\frac\pi2$ in $\psi$": {"quarter": pi},
    },
)
def fourier_coefficients(scale=8 / pi**2, power=2, rate=4, quarter=pi / 2):
    r"""The mean of $\psi(\cos\theta) e^{-2 i n \theta}$ over a period, for symbolic integer $n$, minus the coefficient.

    $\psi$ is even about $\frac\pi2$, so that $\sin 2 n \theta$ contributes nothing (its integrand changes sign under
    $\theta \to \pi - \theta$). $\pi \psi \cos 2 n \theta$ is a sum of sines and cosines of $p \theta$ and $q \theta$,
    $p = 2n + 1$ and $q = 2n - 1$, whose integrals are formulas that hold for every $p$ and $q$ but 0; both are odd. The
    coefficients are summable and $\psi$ is continuous: the series converges to it absolutely. They are also
    $d \mu_{2n}^2$ for $d = 2$.
    """
    n, theta = Symbol("n", integer=True), Symbol("theta", real=True)
    asserted = scale / (rate * n**2 - 1) ** power
    turn = Symbol("phi", real=True)  # 2 n theta
    product = pi * psi_of_angle(theta, quarter=quarter) * cos(turn)
    as_sums = sin(turn + theta) - sin(turn - theta) + (pi / 2 - theta) * (cos(turn + theta) + cos(turn - theta))
    k = Symbol("k", integer=True, nonnegative=True)
    mirrored = psi_of_angle(pi - theta, quarter=quarter) - psi_of_angle(theta, quarter=quarter)
    return {
        "products as sums": sympy.expand(sympy.expand_trig(product - as_sums)),
        "even about pi/2": sympy.expand(mirrored),
        "coefficient": fourier_mean(n) - asserted,
        "eigenvalue for d = 2": excess(2 * multiplier(Integer(2), 2 * k) ** 2, asserted.subs(n, k)),
    }


@symbolic.check(
    "pnn.psi.plane",
    "green",
    wrong={
        r"$\frac4\pi$ for $\frac8\pi$": {"jump": 4 / pi},
        "$(D^2 + 4)^2$": {"frequency": 2},
        "$D^2 + 1$": {"order": 1},
        r"$\pi$ for $\frac\pi2$ in $\psi$": {"kernel": lambda t: psi_of_angle(t, quarter=pi)},
        r"$\psi$ without its sine": {"kernel": lambda t: psi_of_angle(t) - 2 / pi * sin(t)},
    },
)
def green_function(jump=8 / pi, frequency=1, order=2, kernel=psi_of_angle):
    r"""The operator applied to $\psi$ inside $(0, \pi)$, which is zero, and the jumps at 0, derivatives at 0 minus
    those at $\pi$: none up to the second derivative, $\frac8\pi$ for the third."""
    theta = Symbol("theta", real=True)
    inside = kernel(theta)
    rest = inside
    for _ in range(order):
        rest = diff(rest, theta, 2) + frequency**2 * rest
    derivatives = [diff(inside, theta, k) for k in range(4)]
    jumps = [value.subs(theta, 0) - value.subs(theta, pi) for value in derivatives]
    names = ("value", "slope", "second derivative", "third derivative")
    return {"inside": rest, **dict(zip(names, (*jumps[:3], jumps[3] - jump), strict=True))}
