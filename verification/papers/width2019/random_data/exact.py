"""Patterns that meet the repaired hypotheses of Lemma 6: the rank by the formula, in whole numbers."""

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.width2019.pattern_ranks import union_rank
from verification.papers.width2019.random_data import patterns_as_data as leaving
from verification.papers.width2019.random_data.patterns import drawn, few_rows_independent, thin

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


def _declare(claim, part, function, wrong, made):
    def check(rng, instances, **formula):
        yield from function(rng, instances, **formula)

    check.__name__, check.__doc__ = function.__name__, function.__doc__
    return leaves(made, whole=False)(exact.check(claim, part, wrong=wrong, scope="instances")(check))


lemma_6_columns = _declare("width.lemma-6", "repaired-i", full_column_rank, THIN, leaving.columns)
lemma_6_rows = _declare("width.lemma-6", "repaired-ii", full_row_rank, WIDE, leaving.rows)
proposition_2_columns = _declare("width.proposition-2", "repaired-i", full_column_rank, THIN, leaving.columns)
proposition_2_rows = _declare("width.proposition-2", "repaired-ii", full_row_rank, WIDE, leaving.rows)
