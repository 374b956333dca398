"""One hidden layer, points moved off kinks, and relations between columns of D, in fractions."""

from dataclasses import replace
from fractions import Fraction

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.width2019.exact_algebra import (
    columns,
    entries,
    left_over,
    matrix,
    rank,
    squared,
    zeros,
)
from verification.papers.width2019.exact_nets import critical, net, random_net, regular_nets, unweighted
from verification.papers.width2019.one_layer import certificates as leaving

HALF = Fraction(1, 2)
ONE_LAYER = (((2, 2, 1), (0,)), ((3, 2, 1), (HALF,)), ((1, 2, 1), (-1,)), ((2, 1, 1), (1,)))
SHAPES = (((2, 2, 1), (0,)), ((2, 2, 2, 2), (0, -1)), ((1, 2, 1, 2, 1), (HALF, 0, 0)))
STAR = [[1, 0], [0, 1], [2, 1], [-1, 2], [1, -3], [-2, -1], [-1, -1], [-3, 2]]


@leaves(leaving.without_output_weights, whole=False)
@exact.check(
    "width.lemma-5",
    "repaired",
    wrong={
        "any regular point": {"rest": False},
        "a unit without output weight, not minimal": {"dead": True},
        r"no factor $\frac12$": {"share": 1},
    },
    scope="instances",
)
def losses_without_output_weights(rng, instances, rest=True, dead=False, share=HALF):
    r"""Regular critical points of one hidden layer with output weights that are not 0, minima or not:
    $L - \frac12 \|(I - P[\tilde D]) Y\|^2$.
    """
    count = 0
    for one in regular_nets(rng, 50 * instances, ONE_LAYER, samples=7):
        out = entries(one.weights[1])
        if 0 in out:
            continue
        if dead:
            one = replace(one, weights=(one.weights[0], one.weights[1] * 0))
        one = critical(rng, one) if rest else one
        yield {"losses": one.loss - share * squared(left_over(unweighted(one), one.targets))}
        count += 1
        if count == instances:
            return


@leaves(leaving.off_kinks, whole=False)
@exact.check(
    "width.measure-zero",
    "almost-all",
    wrong={"not moved": {"size": 0}, "output weights moved alone": {"all_layers": False}},
    scope="instances",
)
def points_moved_off_kinks(rng, instances, size=1, all_layers=True):
    """Networks with kinks; all weights moved by multiples of $10^{-17}$ up to 0.01, so that none is on a kink but by
    chance: the point is regular.
    """
    count = 0
    while count < instances:
        sizes, slopes = SHAPES[count % len(SHAPES)]
        one = random_net(rng, sizes, 4, slopes, reach=1)
        if one.regular() or not all(any(row) for row in one.samples.tolist()):
            continue
        count += 1
        layers = range(len(one.weights)) if all_layers else [len(one.weights) - 1]
        weights = list(one.weights)
        for layer in layers:
            shape = weights[layer].nrows(), weights[layer].ncols()
            weights[layer] += matrix(rng.integers(1, 10**15, shape).tolist()) * size / 10**17
        yield {"regular": replace(one, weights=tuple(weights)).regular()}


def with_zeros(rng, instances):
    """Networks whose weights are whole and often 0."""
    for index in range(instances):
        sizes, slopes = SHAPES[index % len(SHAPES)]
        yield random_net(rng, sizes, 8, slopes, reach=1 + index % 3)


@leaves(leaving.relations, whole=False)
@exact.check(
    "ours.rank-bound",
    "relations",
    wrong={"the next layer's first unit alone": {"units": 1}, "the opposite sign": {"sign": -1}},
    scope="instances",
)
def relations_of_hidden_units(rng, instances, units=None, sign=1):
    """For every hidden unit: its block of $D^{(l)}$ times its weights, less the sum over the units that it feeds; kinks
    too.
    """
    for one in with_zeros(rng, instances):
        for layer, blocks in enumerate(one.blocks[:-1]):
            for k, block in enumerate(blocks):
                fed = one.blocks[layer + 1][:units]
                parts = [columns(other, [k]) * one.weights[layer + 1][k, j] for j, other in enumerate(fed)]
                total = sum(parts, zeros(block.nrows(), 1))
                yield {"relations": entries(block * columns(one.weights[layer], [k]) - total * sign)}


def most(one, taken):
    """The number of weights less `taken` for each hidden unit."""
    return sum(w.nrows() * w.ncols() for w in one.weights) - taken * sum(map(len, one.slopes))


@leaves(leaving.ranks, whole=False)
@exact.check(
    "ours.rank-bound",
    "bound",
    wrong={"two for each unit": {"taken": 2}, "four for each unit": {"taken": 4}},
    scope="instances",
)
def ranks_of_networks(rng, instances, taken=1):
    """Networks with weights that are often 0, and one that attains the bound: the rank of $D$ is within it."""
    for one in [attaining(), *with_zeros(rng, instances)]:
        yield {"ranks": rank(one.whole) <= most(one, taken)}


def attaining(slope=0):
    """Two inputs, two units of different patterns, one output, eight samples."""
    return net(STAR, [[0]] * 8, [[[1, 1], [2, -3]], [[1], [1]]], [slope])


@leaves(leaving.attained)
@exact.check(
    "ours.rank-bound",
    "attained",
    wrong={"linear units": {"slope": 1}, "a bound of 3": {"taken": Fraction(3, 2)}},
)
def a_rank_of_four(slope=0, taken=1):
    """The rank of $D$ less the bound, which is 4."""
    one = attaining(slope)
    yield {"rank": rank(one.whole) - most(one, taken)}


@leaves(leaving.not_always)
@exact.check(
    "ours.rank-bound",
    "not-always",
    wrong={"two ReLUs": {"units": 2}, "ReLUs for linear units": {"slope": 0}},
)
def ranks_below_the_bound(units=3, slope=1):
    """The ranks of $D$ with one input and three ReLUs, and with two inputs and two linear units, less 2; and the bounds
    are larger.
    """
    narrow = net([[x[0] + 1] for x in STAR], [[0]] * 8, [[[1, -1, 2][:units]], [[1]] * units], [0])
    linear = attaining(slope)
    yield {"ranks": [rank(narrow.whole) - 2, rank(linear.whole) - 2]}
    yield {"bounds": [most(narrow, 1) == 3, rank(linear.whole) < most(linear, 1)]}
