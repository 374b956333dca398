"""One line more than three in the plane, drawn on a grid, as data for anybody's program."""

from fractions import Fraction

from verification.kernel_matrices import coefficients, kernel_matrix

GRID = 997
DRAWN = (31, 402, 871, 118), (655, 7, 320, 790, 431), (12, 555, 246, 803, 967, 610)  # the last is the one more


def random_lines() -> list[dict]:
    """Its coefficients by the others: one is negative."""
    found = []
    for drawn in DRAWN:
        *lines, more = (Fraction(k, GRID) for k in drawn)
        found.append(kernel_matrix(lines, coefficients(more)))
    return found
