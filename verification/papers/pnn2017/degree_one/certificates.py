"""The curvature kappa of many inputs, and one input of one sign, as data for anybody's program."""

from sympy import Rational, Symbol, pi

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


def one_signed_input():
    """Where input 1 is all positive: the stationary point of 2 to 100 inputs, its value and the sign of q_1.

    With delta = q - q*, equal for r > 1: 2 delta_1 + c (n - 1) delta = -2 N* and c delta_1 + (1 + c (n - 2)) delta = 0.
    """
    found = []
    for positive, negative in ((1, 3), (1, 1), (2, 5)):
        rest = 1 + C * (N - 2)
        first = -2 * negative / (2 - C**2 * (N - 1) / rest)
        other, where = -C * first / rest, f"P* = {positive}, N* = {negative}"
        form = first**2 + 2 * C * (N - 1) * first * other + (N - 1) * rest * other**2
        value = ((first + 2 * negative) ** 2 + form) / 4
        claimed = kappa(N) / (1 + kappa(N)) * negative**2
        condition = (1 + kappa(N)) * positive - (1 - kappa(N)) * negative
        apart = ["abs", ["-", value, claimed]]
        each = N, 2, 100
        found += [
            (f"the value less kappa N*^2 / (1 + kappa), n inputs, {where}", apart, "<", Rational(1, 10**25), each),
            (
                f"q_1 times the condition, {where}",
                (first + positive + negative) * condition,
                ">",
                0,
                each,
            ),
            (f"delta_r, r > 1, {where}", other, ">", 0, each),
        ]
    return inequalities(*found)
