"""Quadratic forms of fair signs, all of them, as data for anybody's program."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from verification.inequalities import inequalities

WEIGHTS = ((-2, 1), (Fraction(-1, 2), Fraction(-1, 2), 1), (-3, 1, 1, 1), (0, 2, 5, 1))


def mean_square(weights: Sequence[Fraction | int]) -> list:
    """The mean of (w' F w)^2 over F with a sign for each pair of rows and 0 on the diagonal."""
    pairs = dict(zip("abcdef", combinations(weights, 2)))  # noqa: B905, as many letters as four weights need
    found: list = ["^", ["+", 0, *(["*", ["^", -1, letter], 2, v, w] for letter, (v, w) in pairs.items())], 2]
    for letter in pairs:
        found = ["/", ["sum", letter, 0, 1, found], 2]
    return found


def variance() -> dict:
    """It is 2 ((sum of w^2)^2 - sum of w^4)."""
    found = []
    for weights in WEIGHTS:
        squares, fourths = (["+", *(["^", w, power] for w in weights)] for power in (2, 4))
        right = ["*", 2, ["-", ["^", squares, 2], fourths]]
        found.append((f"{len(weights)} weights", mean_square(weights), "=", right))
    return inequalities(*found)
