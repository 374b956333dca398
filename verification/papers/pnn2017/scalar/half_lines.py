"""What the proofs for single inputs share: the split of a neuron and Gaussian integrals over half-lines."""

from functools import cache

import sympy
from sympy import Max, Rational, Symbol, exp, integrate, pi, sqrt

SIGNS = (1, -1)
HALF = Rational(1, 2)
SPLIT = {"a neuron split": "the definition of the ReLU; the check of Theorem 1 has a variant on it"}


def split_of_a_neuron(share=HALF):
    """max(c x, 0) - (c x + |c||x|)/2 in every case of signs, zero included; all must vanish.

    Summed over neurons, of whatever number, they say h(x; w) = (S x + A |x|)/2 with S = sum w and A = sum |w|.
    """
    c, x = sympy.symbols("c x", positive=True)
    cases = [(s * c * t * x, c * x) for s in SIGNS for t in SIGNS] + [(sympy.S.Zero, sympy.S.Zero)]
    return {"a neuron split": [Max(0, product) - share * (product + size) for product, size in cases]}


@cache
def half_line_moment(power):
    """The integral of x^power over the positive half-line against the standard normal density."""
    x = Symbol("x", positive=True)
    return integrate(x**power * exp(-(x**2) / 2) / sqrt(2 * pi), (x, 0, sympy.oo))


def half_line_mean(polynomial):
    """E p(x, |x|) for a polynomial p and x ~ N(0, 1): term by term on each half-line, where |x| is x and then -x."""
    x = Symbol("x", positive=True)
    halves = sympy.Poly(sympy.expand(polynomial(x, x) + polynomial(-x, x)), x)
    return sum(coefficient * half_line_moment(power) for (power,), coefficient in halves.terms())


def difference(odd, even):
    """h - h* as a function of x and |x|, for odd = S - S* and even = A - A*."""
    return lambda x, size: (odd * x + even * size) / 2


@cache
def _mean_square():
    positive, negative = sympy.symbols("positive negative", real=True)
    output = difference(positive - negative, positive + negative)
    return sympy.Lambda((positive, negative), half_line_mean(lambda x, size: output(x, size) ** 2))


def risk_of_masses(positive, negative):
    """E (h - h*)^2 by integration, for positive = P - P* and negative = N - N*."""
    return sympy.expand(_mean_square()(positive, negative))
