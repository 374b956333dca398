"""Proofs: factors of the eigenvalues, weights of their means, and the polynomials that bound m gamma_m."""

import sympy
from sympy import Rational, expand, gamma, pi, sqrt

from verification.methods import symbolic

d, q, s = sympy.symbols("d q s", positive=True)
EVEN = {"d": Rational(19, 3), "q": Rational(16, 5)}


def kappa(inputs, degree):
    """The eigenvalue of k at an odd degree."""
    return (gamma(inputs / 2) * gamma(degree / 2) / (2 * pi * gamma((inputs + degree) / 2))) ** 2


def mixed(inputs, degree, of=kappa):
    """The eigenvalue of g at an even degree from 2 on."""
    upper, lower = of(inputs, degree + 1), of(inputs, degree - 1)
    return ((degree + inputs - 2) * upper + degree * lower) / (2 * degree + inputs - 2)


@symbolic.check(
    "ours.eigenvalues",
    "factors",
    wrong={"not squared": {"power": 1}, "$q + d + 2$ for $q + d$": {"further": 2}, "$d$ for $d - 1$": {"less": 0}},
    at=EVEN,
)
def ratios_and_the_first(power=2, further=0, less=1):
    r"""$\frac{\kappa(q + 2)}{\kappa(q)} - \left( \frac{q}{q + d} \right)^2$, and
    $\frac{\sqrt{\kappa(1)}}{c_d} - \frac{1}{d - 1}$.
    """
    yield sympy.gammasimp(kappa(d, q + 2) / kappa(d, q)) - (q / (q + d + further)) ** power
    constant = gamma(d / 2) / (sqrt(pi) * gamma((d - 1) / 2))
    first = gamma(d / 2) * gamma(Rational(1, 2)) / (2 * pi * gamma((d + 1) / 2))
    yield sympy.gammasimp(first / constant) - 1 / (d - less)


@symbolic.check(
    "ours.spectrum-order", "weights", wrong={"$d$ for $d - 2$": {"less": 0}, "$q + 1$": {"lower": q + 1}}, at=EVEN
)
def sum_of_the_weights(less=2, lower=q):
    r"""$\frac{q + d - 2}{2 q + d - 2} + \frac{q}{2 q + d - 2} - 1$."""
    yield (q + d - less + lower) / (2 * q + d - 2) - 1


@symbolic.check(
    "ours.spectrum-order",
    "two-dimensions-on",
    wrong={"$2 d$ for $2 d - 1$": {"less": 0}, "the last 1 left out": {"one": 0}},
)
def ratio_two_dimensions_on(less=1, one=1):
    r"""$\frac{h(d + 2)}{h(d)}$ less the fraction, with $h(d) = \pi (2 d - 1) \kappa(1)$."""
    ratio = sympy.gammasimp(kappa(d + 2, sympy.S.One) / kappa(d, sympy.S.One)) * (2 * d + 4 - less) / (2 * d - less)
    yield ratio - (2 * d**3 + 3 * d**2) / (2 * d**3 + 3 * d**2 - one)


@symbolic.check(
    "ours.m-gamma-cap",
    "plane-values",
    wrong={
        r"$\frac1\pi$ for $\frac{1}{\pi^2}$": {"power": 1},
        r"$\frac{1}{(q + 2)^2}$ for $\frac{1}{(q + 1)^2}$": {"up": 2},
    },
    at={"q": Rational(16, 5)},
)
def eigenvalues_in_the_plane(power=2, up=1):
    r"""In two inputs, $\kappa(q)$ less its value, and the mean of $\kappa(q + 1)$ and $\kappa(q - 1)$ less that of
    $\gamma(q)$.
    """
    two = sympy.Integer(2)
    yield sympy.gammasimp(kappa(two, q)) - 1 / (pi**power * q**2)
    yield sympy.gammasimp(mixed(two, q)) - (1 / (q + up) ** 2 + 1 / (q - 1) ** 2) / (2 * pi**2)


@symbolic.check(
    "ours.m-gamma-cap",
    "third-dimension",
    wrong={"four inputs": {"inputs": 4}, r"$\frac12$ for $\frac14$": {"share": 2}},
    scope="finite",
)
def values_in_three_inputs(inputs=3, share=4):
    r"""$4 \gamma(0) - \frac14$ and $9 \gamma(2) - \frac{63}{256}$ in three inputs."""
    inputs = sympy.Integer(inputs)
    yield 4 * kappa(inputs, sympy.Integer(1)) - Rational(1, share)
    yield 9 * mixed(inputs, sympy.Integer(2)) - Rational(63, 64 * share)


def in_units_of_the_first(inputs, degree):
    """kappa at degrees 1, 3, 5 over kappa at 1."""
    value = sympy.S.One
    for lower in range(1, int(degree), 2):
        value *= Rational(lower) ** 2 / (lower + inputs) ** 2
    return value


def positive_coefficients(polynomial):
    """Whether a polynomial in s has positive coefficients alone, of every degree up to its own."""
    return all(coefficient > 0 for coefficient in sympy.Poly(expand(polynomial), s).all_coeffs())


@symbolic.check(
    "ours.m-gamma-cap",
    "second-step",
    wrong={"from three inputs on": {"start": 3}, "4 for 2": {"factor": 4}, r"$2 d$ in $\gamma(2)$": {"one": 0}},
)
def polynomial_of_the_second_step(start=4, factor=2, one=1):
    r"""$\frac{\gamma(2)}{\gamma(0)}$ by the factor of $\kappa$, less $\frac{2 d + 1}{(d + 1)^2}$; and the signs of the
    coefficients in $s$.
    """
    yield mixed(d, 2, in_units_of_the_first) - (2 * d + one) / (d + 1) ** 2
    e = start + s
    yield {"coefficients": positive_coefficients(3 * (e + 1) ** 2 * (2 * e - 1) - factor * e * (e + 3) * (2 * e + 1))}


@symbolic.check(
    "ours.m-gamma-cap",
    "later-steps",
    wrong={
        "from one input on": {"start": 1},
        "$100 d$ for $d$": {"many": 100},
        r"$4 d + 8$ in $\gamma(4)$": {"nine": 8},
    },
)
def polynomial_of_later_steps(start=3, many=1, nine=9):
    r"""$\frac{\gamma(4)}{\gamma(0)}$ by the factors of $\kappa$, less the fraction; and the signs of the coefficients
    in $s$ of the difference, cleared.
    """
    yield mixed(d, 4, in_units_of_the_first) - (4 * d + nine) / ((d + 1) ** 2 * (d + 3) ** 2)
    e = start + s
    second, fourth = (mixed(e, degree, in_units_of_the_first) for degree in (2, 4))
    harmonics = (e + 2) * (e - 1) / 2
    scaled = (harmonics * second - (many * e + harmonics) * fourth) * 2 * (e + 1) ** 2 * (e + 3) ** 2
    yield {"coefficients": positive_coefficients(sympy.cancel(sympy.together(scaled)))}
