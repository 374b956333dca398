"""Proofs: the eigenvalues fall, and the constants of their decay and of the tail's."""

import sympy
from sympy import Rational, combsimp, factorial, gamma, pi

from verification.methods import symbolic

d, k, K, r = sympy.symbols("d k K r", positive=True)


def multiplier_size(degree, circle=2 * pi):
    """The size of mu at an even degree."""
    return gamma(d / 2) * gamma((degree - 1) / 2) / (circle * gamma((degree + d + 1) / 2))


@symbolic.check(
    "ours.spectrum",
    "falling",
    wrong={"$k + d$ for $k + d + 1$": {"shift": 0}, "no square": {"power": 1}, "rising": {"sign": -1}},
)
def quotient_of_neighbours(shift=1, power=2, sign=1):
    r"""$\lambda_{k+2} / \lambda_k = (\frac{k - 1}{k + d + 1})^2$, by $\Gamma(x + 1) = x \Gamma(x)$; and
    $(k + d + 1)^2 > (k - 1)^2$.

    The sizes are gamma functions at $\frac12 (k - 1)$, which for $k = 0$ is $-\frac12$: the quotient holds there as
    well.
    """
    degree = sympy.Symbol("k", nonnegative=True)
    quotient = combsimp((multiplier_size(degree + 2) / multiplier_size(degree)) ** 2)
    yield {"quotient": sympy.gammasimp(quotient) - ((degree - 1) / (degree + d + shift)) ** power}
    yield {"below one": sympy.Gt(sympy.expand(sign * ((degree + d + shift) ** power - (degree - 1) ** power)), 0)}


def leading(scale=2**d / pi**2):
    """A, the limit of lambda_k k^(d + 2)."""
    return d * gamma(d / 2) ** 2 * scale


@symbolic.check(
    "ours.spectrum",
    "constant",
    wrong={"no $2^d$": {"scale": 1 / pi**2}, "$k^{-(d + 1)}$": {"power": d + 1}},
)
def stirling_for_the_quotient(power=None, **formula):
    r"""$\Gamma(\frac12 (k - 1)) / \Gamma(\frac12 (k + d + 1))$ is $(\frac k2)^{-(d + 2)/2}$ to first order, the
    quotient of gamma functions at $x + a$ and $x + b$ being $x^{a - b}$ to first order; with it, $\lambda_k$ is
    $A k^{-(d + 2)}$."""
    exponent = Rational(1, 2) * (-1) - (d + 1) / 2
    value = d * (gamma(d / 2) / (2 * pi) * (k / 2) ** exponent) ** 2
    return sympy.simplify(value / (leading(**formula) * k ** -(d + 2 if power is None else power)) - 1)


def constant(third=3, inner=1):
    """C_d, the limit of the tail times r^(3/(d - 1))."""
    return leading() / (third * factorial(d - 2)) * factorial(d - 1) ** (-inner * 3 / (d - 1))


@symbolic.check(
    "ours.decay-lower-bound",
    "constant",
    wrong={
        "2 for 3": {"third": 2},
        "no power of $(d - 1)!$": {"inner": 0},
        "every degree for every other": {"share": 2},
    },
)
def sums_over_even_degrees(share=1, **formula):
    r"""Even degrees up to $K$ hold $\frac{K^{d-1}}{(d-1)!}$ harmonics to first order, half the integral of
    $\frac{2 k^{d-2}}{(d-2)!}$; the tail beyond $K$ is half the integral of that times $A k^{-(d+2)}$, which is
    $\frac{A K^{-3}}{3 (d-2)!}$. Put in the $K$ for which the number is $r$, it is $C_d r^{-3/(d-1)}$."""
    number = K ** (d - 1) / factorial(d - 1)
    rest = leading() * K**-3 / (3 * factorial(d - 2))
    density = share * K ** (d - 2) / factorial(d - 2)
    yield {"number": sympy.gammasimp((sympy.diff(number, K) / density).rewrite(gamma)) - 1}
    yield {"tail": sympy.simplify(-sympy.diff(rest, K) / (density * leading() * K ** -(d + 2))) - 1}
    reached = (factorial(d - 1) * r) ** (1 / (d - 1))
    quotient = rest.subs(K, reached) / (constant(**formula) * r ** (-3 / (d - 1)))
    simple = sympy.powsimp(sympy.expand_power_base(quotient, force=True), force=True)
    yield {"constant": sympy.simplify(simple) - 1}
