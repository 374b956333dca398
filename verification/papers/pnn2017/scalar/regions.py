"""The risk as a function of masses and signs, integrated from its definition: what the proofs for one input expand."""

import sympy

from verification.papers.pnn2017.scalar.half_lines import difference, half_line_mean, risk_of_masses, split_of_a_neuron

t = sympy.Symbol("t", real=True)
P, N, P_, N_ = sympy.symbols("P N P* N*", positive=True)


def risk(positive, negative):
    """L at the masses P, N, by integration."""
    return risk_of_masses(positive - P_, negative - N_)


def one_sign_expansions(positive_floor, negative_floor):
    """L on the region of all positive weights, about P = P*, and on that of all negative ones, about N = N*.

    Each is a square plus a constant: the minimizers are where the square vanishes, the constant is their value.
    """
    return [
        split_of_a_neuron(),
        risk(P, 0) - (P - P_) ** 2 / 2 - positive_floor,
        risk(0, N) - (N - N_) ** 2 / 2 - negative_floor,
    ]


def generic_hessian():
    """Second derivatives for two generic neurons of signs s and r among any number of others.

    |w| = s w for a neuron of sign s, and the others' sums are symbols of their own.
    """
    v, w, sums, sizes, s, r = sympy.symbols("v w S A s r", real=True)
    square = difference(v + w + sums, s * v + r * w + sizes)
    mean = half_line_mean(lambda x, size: square(x, size) ** 2)
    return sympy.diff(mean, v, w), sympy.diff(mean, v, 2), s, r
