"""Random patterns that meet the repaired hypotheses of Lemma 6."""

from itertools import combinations

from verification.papers.width2019.pattern_ranks import rank_of


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
