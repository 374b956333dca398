"""What the proofs for single inputs share: the split of a neuron and Gaussian integrals over half-lines."""

from functools import cache

import sympy
from sympy import Max, Rational, Symbol, exp, integrate, pi, sqrt

SIGNS = (1, -1)
HALF = Rational(1, 2)


def split_of_a_neuron():
    """max(c x, 0) - (c x + |c||x|)/2 in every case of signs, zero included; all must vanish.

    Summed over neurons, of whatever number, they say h(x; w) = (S x + A |x|)/2 with S = sum w and A = sum |w|.
    """
    c, x = sympy.symbols("c x", positive=True)
    cases = [(s * c * t * x, c * x) for s in SIGNS for t in SIGNS] + [(sympy.S.Zero, sympy.S.Zero)]
    return [Max(0, product) - (product + size) / 2 for product, size in cases]


def half_line_mean(function):
    """E f(x, |x|) for x ~ N(0, 1): the two half-lines integrated one by one, where |x| is x and then -x."""
    x = Symbol("x", positive=True)
    density = exp(-(x**2) / 2) / sqrt(2 * pi)
    right = integrate(sympy.expand(function(x, x)) * density, (x, 0, sympy.oo))
    left = integrate(sympy.expand(function(-x, x)) * density, (x, 0, sympy.oo))
    return right + left


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
