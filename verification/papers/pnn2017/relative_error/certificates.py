"""A heavy neuron that no line is near to, as data for anybody's program."""

from sympy import Rational, asin, pi, sqrt

from verification.inequalities import inequalities

LIGHT = Rational(199, 40000)  # the norms of the light neurons added up
NEAREST = Rational(1, 499)  # above the square of each cosine


def heavy_neuron():
    """Lines along e_1, ..., e_1000 and along e_i + e_(i+1), the last one back to e_1; the heavy neuron along all ones.

    By the bound of one target neuron and Minkowski's inequality the risk over E h*^2 is at least the number compared.
    """
    epsilon = sqrt(NEAREST)
    psi = 2 / pi * (sqrt(1 - NEAREST) + epsilon * asin(epsilon))
    alone = 1 - pi / 4 * (epsilon + psi) ** 2
    return inequalities(
        ("e_i.w, squared, and epsilon^2", ["/", 1, 1000], "<", NEAREST),
        ("(e_i + e_(i+1)).w over the root of 2, squared, and epsilon^2",
         ["/", ["^", 2, 2], ["*", 2, 1000]], "<", NEAREST),
        ("L / E h*^2 of the heavy neuron alone, and the light ones squared", alone, ">", LIGHT**2),
        ("L / E h*^2, and the printed bound with 200 neurons on 2000 lines",
         ((sqrt(alone) - LIGHT) / (1 + LIGHT)) ** 2, ">", (1 - 2 / pi) * Rational(11, 10)),
    )  # fmt: skip
