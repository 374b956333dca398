"""The eigenvalues of the kernel's matrix on the axes as data for anybody's program."""

from fractions import Fraction

from sympy import pi

from verification.certificates import about
from verification.inequalities import inequalities
from verification.kernel_matrices import eigenvalues, kernel_matrix
from verification.papers.pnn2017.degree_one.axes_as_data import axes

SIZES = 2, 3, 5, 10
C = 2 / pi


def spectrum() -> list[dict]:
    """1 - c, once less than there are inputs, and 1 + (d - 1) c: to nine digits, which are those of these numbers."""
    found, digits = [], []
    for inputs in SIZES:
        facts = []
        for value, rest, number in ((1 - C, 1, inputs - 1), (1 + (inputs - 1) * C, 0, 1)):
            low, high = about(float(value))
            facts += [eigenvalues(low, rest + number), eigenvalues(high, rest)]
            digits += [("an eigenvalue", value, ">", Fraction(low)), ("the same", value, "<", Fraction(high))]
        found.append(kernel_matrix(axes(inputs), *facts))
    return [*found, inequalities(*digits)]
