"""Patterns that meet the repaired hypotheses of Lemma 6: the rank by the formula, in whole numbers."""

from itertools import combinations

from verification.methods import exact
from verification.papers.width2019.pattern_ranks import rank_of, union_rank


def many_rows_independent(rows):
    """Whether every set of at least half of the rows has full column rank."""
    least = -(-len(rows) // 2)
    return all(rank_of(list(chosen)) == len(rows[0]) for chosen in combinations(rows, least))


def few_rows_independent(rows):
    """Whether any floor(d/2) rows are linearly independent."""
    few = len(rows[0]) // 2
    return all(rank_of(list(chosen)) == few for chosen in combinations(rows, few))


def drawn(rng, samples, units, meets):
    """A pattern of 0, 1 and 2 that meets a condition, the first of those drawn."""
    while True:
        rows = rng.integers(0, 3, (samples, units)).tolist()
        if meets(rows):
            return rows


def thin(rng, instances, any_pattern, narrow):
    """(rows, inputs, d_x d): at least twice as many samples as columns of the matrix, or on request one too few."""
    for index in range(instances):
        units, inputs = ((1, 2), (1, 1), (2, 1), (1, 3))[index % 4]
        columns = units * inputs
        samples = max(columns - 1, 1) if narrow else 2 * columns + 1 + index % 2
        if any_pattern or narrow:
            yield [[0 if any_pattern else 1] * units] * samples, inputs, columns
        else:
            yield drawn(rng, samples, units, many_rows_independent), inputs, columns


THIN = {"patterns of 0": {"any_pattern": True}, "fewer samples than columns": {"narrow": True}}


def full_column_rank(rng, instances, any_pattern=False, narrow=False):
    r"""$m \ge 2 k$ and any half of the rows of full column rank: the rank for random samples, by the
    formula, less $k$.
    """
    for rows, inputs, columns in thin(rng, instances, any_pattern, narrow):
        yield {"ranks": union_rank(rows, inputs) - columns}


def full_row_rank(rng, instances, any_pattern=False, units=2):
    r"""$m \le d_x \lfloor \frac d2 \rfloor$ and any $\lfloor \frac d2 \rfloor$ rows independent: the rank for random
    samples, by the formula, less $m$.
    """
    for index in range(instances):
        inputs = 3 + index % 3
        rows = [[0] * units] * inputs if any_pattern else drawn(rng, inputs, units, few_rows_independent)
        yield {"ranks": union_rank(rows, inputs) - len(rows)}


WIDE = {"patterns of 0": {"any_pattern": True}, "one unit": {"units": 1}}


def _declare(claim, part, function, wrong):
    def check(rng, instances, **formula):
        yield from function(rng, instances, **formula)

    check.__name__, check.__doc__ = function.__name__, function.__doc__
    return exact.check(claim, part, wrong=wrong, scope="instances")(check)


lemma_6_columns = _declare("width.lemma-6", "repaired-i", full_column_rank, THIN)
lemma_6_rows = _declare("width.lemma-6", "repaired-ii", full_row_rank, WIDE)
proposition_2_columns = _declare("width.proposition-2", "repaired-i", full_column_rank, THIN)
proposition_2_rows = _declare("width.proposition-2", "repaired-ii", full_row_rank, WIDE)
