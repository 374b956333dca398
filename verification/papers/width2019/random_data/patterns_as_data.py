"""Patterns that meet the repaired hypotheses of Lemma 6, with samples, as data for anybody's program."""

import numpy as np

from verification.networks_on_samples import fact
from verification.papers.width2019.matrices_as_data import matrices, paired, union
from verification.papers.width2019.random_data.patterns import drawn, few_rows_independent, thin


def columns():
    """Any half of the rows has full column rank: so has the matrix, by the formula and at samples."""
    rng, found = np.random.default_rng(0), []
    for pattern, inputs, _ in thin(rng, 4, any_pattern=False, narrow=False):
        half = fact("rows", len(pattern[0]), count=-(-len(pattern) // 2))
        found.append(matrices([pattern], half, union(pattern, inputs), paired(rng, pattern, inputs)))
    return found


def rows():
    """No row of two units is 0: any one of them is independent, and the matrix has full row rank."""
    rng, found = np.random.default_rng(1), []
    for inputs in range(3, 6):
        pattern = drawn(rng, inputs, 2, few_rows_independent)
        one = fact("rows", 1, count=1)
        found.append(matrices([pattern], one, union(pattern, inputs), paired(rng, pattern, inputs)))
    return found
