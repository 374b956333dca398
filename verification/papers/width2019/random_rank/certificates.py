"""Ranks of patterns, Wendel's chance and cells of the plane as data for anybody's program."""

import numpy as np
from sympy import Rational, Sum, Symbol, binomial

from verification.enumerations import added, distinct, enumeration, times
from verification.inequalities import inequalities
from verification.papers.width2019.matrices_as_data import colourings, matrices, paired, union
from verification.papers.width2019.pattern_ranks import patterns

J = Symbol("j")


def a_hundred_samples():
    """m = 100, d_x = 10: 2^(1 - m) times the sum of C(m - 1, j) over j < d_x."""
    chance = Sum(binomial(99, J) * Rational(1, 2) ** 99, (J, 0, 9))
    return inequalities(
        ("the chance, from below", chance, ">", Rational(29, 10**19)),
        ("the chance, from above", chance, "<", Rational(31, 10**19)),
    )


def at_samples():
    """Patterns: the rank by the formula, and at random whole samples."""
    rng = np.random.default_rng(0)
    drawn = patterns(rng, 8)
    return [matrices([rows], union(rows, inputs), paired(rng, rows, inputs)) for rows, inputs in drawn]


def over_colourings():
    """Patterns: the largest sum of ranks over partitions of the rows, and the formula."""
    drawn = patterns(np.random.default_rng(1), 8)
    return [matrices([rows], colourings(rows, inputs + 1), union(rows, inputs + 1)) for rows, inputs in drawn]


SAMPLES = range(6)  # (1, k) in the plane


def cells():
    """The patterns that whole weights give samples of the plane, counted, and the chance that these are."""
    signs = {f"z{k}": added(times(2, "a"), 1, times(2 * k, "b")) for k in SAMPLES}
    signs |= {f"s{k}": ["/", f"z{k}", ["abs", f"z{k}"]] for k in SAMPLES}
    letters = {"a": range(-7, 7), "b": range(-2, 3)}
    sizes = range(2, len(SAMPLES) + 1)
    counted = [distinct(f"patterns of {m} samples", [f"s{k}" for k in SAMPLES[:m]], 2 * m, 14 * 5) for m in sizes]
    chance = {m: Rational(2, 2**m) * Sum(binomial(m - 1, J), (J, 0, 1)) for m in sizes}
    shares = ((f"{2 * m} of 2^{m} patterns", Rational(2 * m, 2**m), "=", chance[m]) for m in sizes)
    return enumeration(letters, counted, signs), inequalities(*shares)
