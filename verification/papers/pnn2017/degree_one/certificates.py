"""The curvature kappa of many inputs as data for anybody's program."""

from sympy import Symbol, pi

from verification.inequalities import inequalities

N, C = Symbol("n"), 2 / pi


def kappa(inputs):
    """1 - c^2 (d - 1) / (1 + c (d - 2)), c = 2/pi."""
    return 1 - C**2 * (inputs - 1) / (1 + C * (inputs - 2))


def between():
    """kappa of 2 to 200 inputs: between 1 - c and 1, and falling."""
    each = N, 2, 200
    return inequalities(
        ("kappa of n inputs, and 1 - c", kappa(N), ">", 1 - C, each),
        ("kappa of n inputs, and 1", kappa(N), "<", 1, each),
        ("kappa of n inputs, and of n + 1", kappa(N), ">", kappa(N + 1), each),
        ("1 - c", 1 - C, ">", 0),
    )
