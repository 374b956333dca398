"""Generic ranks of patterns against the formula, and Wendel's count against cells of the plane."""

from fractions import Fraction
from math import comb

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.width2019.pattern_ranks import coloured_rank, patterns, rank_at, rank_of, union_rank
from verification.papers.width2019.random_rank import certificates as leaving

LARGE = 10**15  # so that whole samples are generic but for a chance of 1e-12 in all instances together


def rank_alone(rows, inputs):
    """The bound by the rank of the whole pattern, and no other set."""
    return min(len(rows), inputs * rank_of(rows))


def sizes_alone(rows, inputs):
    """The number of rows or of columns, whichever is less."""
    return min(len(rows), inputs * len(rows[0]))


@leaves(leaving.at_samples, whole=False)
@exact.check(
    "ours.rank-by-matroid-union",
    "rank",
    wrong={"the whole pattern alone": {"formula": rank_alone}, "sizes alone": {"formula": sizes_alone}},
    scope="instances",
)
def ranks_at_random_samples(rng, instances, formula=union_rank):
    r"""Patterns with random whole samples up to $10^{15}$: the rank of $\tilde D$ less the formula."""
    for rows, inputs in patterns(rng, instances):
        samples = rng.integers(-LARGE, LARGE + 1, (len(rows), inputs)).tolist()
        yield {"ranks": rank_at(rows, samples) - formula(rows, inputs)}


@leaves(leaving.over_colourings, whole=False)
@exact.check(
    "ours.rank-by-matroid-union",
    "colourings",
    wrong={"the whole pattern alone": {"formula": rank_alone}, "sizes alone": {"formula": sizes_alone}},
    scope="instances",
)
def ranks_over_colourings(rng, instances, formula=union_rank):
    """The largest sum of ranks over partitions of the rows into $d_x$ sets, enumerated, less the formula."""
    for rows, inputs in patterns(rng, instances):
        yield {"ranks": coloured_rank(rows, inputs + 1) - formula(rows, inputs + 1)}


def wendel(samples, inputs):
    """The chance that a given pattern of one unit is realisable: 2^-(m-1) sum_{j < inputs} C(m - 1, j)."""
    return Fraction(sum(comb(samples - 1, j) for j in range(inputs)), 2 ** (samples - 1))


@leaves(leaving.a_hundred_samples)
@exact.check(
    "ours.wendel",
    "value",
    wrong={"one term more": {"inputs": 11}, "one sample fewer": {"rows": 99}},
)
def a_hundred_samples(rows=100, inputs=10):
    r"""For $m = 100$ and $d_x = 10$ the chance lies between $2.9 \cdot 10^{-18}$ and $3.1 \cdot 10^{-18}$."""
    yield {"size": Fraction(29, 10**19) < wendel(rows, inputs) < Fraction(31, 10**19)}


@leaves(leaving.cells, whole=False)
@exact.check(
    "ours.wendel",
    "chance",
    wrong={"without the factor 2": {"factor": 1}, "one term fewer": {"terms": -1}},
    scope="instances",
)
def cells_in_the_plane(rng, instances, factor=2, terms=0):
    r"""Samples $(1, k)$ in the plane, $2 \le m \le 6$ of them: the number of patterns of whole weights, counted, less
    $2 \sum_{j < 2} \binom{m - 1}{j}$.

    By symmetry of the samples each of the $2^m$ patterns is as likely: the chance is the number over $2^m$.
    """
    for samples in range(2, 7):
        inputs = [(1, k) for k in range(samples)]
        weights = [(2 * a + 1, b) for a in range(-14, 14) for b in range(-8, 9)]
        values = ([w[0] * x[0] + 2 * w[1] * x[1] for x in inputs] for w in weights)
        found = {tuple(value > 0 for value in row) for row in values if 0 not in row}
        yield {"patterns": len(found) - factor * sum(comb(samples - 1, j) for j in range(2 + terms))}
