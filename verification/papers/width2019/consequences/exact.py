"""Regressions and losses at critical points, in fractions."""

from dataclasses import replace
from fractions import Fraction

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.width2019 import kinks_as_data
from verification.papers.width2019.consequences import certificates as leaving
from verification.papers.width2019.exact_algebra import entries, kron_identity, rank, stacked
from verification.papers.width2019.exact_nets import critical, net, random_net
from verification.papers.width2019.gram_schmidt import in_turn
from verification.papers.width2019.separation import ARCHITECTURES, paths, regression, separated_net
from verification.streams import streams

HALF = Fraction(1, 2)


@leaves(leaving.deep_linear, whole=False)
@exact.check(
    "width.deep-linear", "global", wrong={"saddles": {"full": False}, "any point": {"rest": False}}, scope="instances"
)
def linear_nets(rng, instances, full=True, rest=True):
    """Linear networks with every layer at least as wide as the outputs, critical, the product of their later weights of
    full rank: $L$ less the least loss of linear regression.
    """
    for index in range(instances):
        sizes = ((2, 2, 1), (3, 2, 2, 2), (2, 3, 1, 1))[index % 3]
        one = random_net(rng, sizes, 6, [1] * (len(sizes) - 2))
        while rank(product_of(one.weights[1:])) < sizes[-1]:
            one = random_net(rng, sizes, 6, [1] * (len(sizes) - 2))
        one = one if full else replace(one, weights=tuple(weight * 0 for weight in one.weights))
        one = critical(rng, one) if rest else one
        yield {"losses": one.loss - regression(one, (0,))}


def product_of(weights):
    """The product of the matrices."""
    whole = weights[0]
    for weight in weights[1:]:
        whole = whole * weight
    return whole


@leaves(leaving.features_of_full_rank, whole=False)
@exact.check(
    "width.full-rank-features",
    "global",
    wrong={"one feature too few": {"missing": 1}, "not at rest": {"rest": False}},
    scope="instances",
)
def features_of_full_rank(rng, instances, missing=0, rest=True):
    """Networks with as many independent last features as samples, kinks among them, at rest in the last layer: $L$.

    The first ten are the same for every seed.
    """
    for stream in streams(rng, instances, fixed=tuple(range(10))):
        one = random_net(stream, (2, 6, 1), 4 + missing, [(0, 0, -1, HALF, 0, 1)])
        while rank(one.features[-1]) < 4:
            one = random_net(stream, (2, 6, 1), 4 + missing, [(0, 0, -1, HALF, 0, 1)])
        yield {"losses": critical(stream, one, one.layer(2)).loss if rest else one.loss}


@leaves(leaving.differences, whole=False)
@exact.check(
    "width.remark-1",
    "repaired-terms",
    wrong={"any regular point": {"rest": False}, r"no factor $\frac12$": {"share": 1}},
    scope="instances",
)
def differences_and_terms(rng, instances, rest=True, share=HALF):
    r"""Strictly linear networks with paths of full rank, critical: the least loss of regression on $\Phi^{(l)}$ less
    $L$, less half the sum of the terms, for $l = t, \dots, H$.
    """
    for index in range(instances):
        architecture = ARCHITECTURES[index % len(ARCHITECTURES)]
        t, sets = architecture[0], architecture[3]
        one = separated_net(rng, architecture, 7)
        while any(rank(paths(one, sets, layer)) < one.targets.ncols() for layer in range(t, one.hidden)):
            one = separated_net(rng, architecture, 7)
        one = critical(rng, one) if rest else one
        blocks = [block for layer in one.blocks[:-1] for block in layer]
        for layer in range(t, one.hidden + 1):
            terms = in_turn(kron_identity(one.targets.ncols(), one.features[layer]), blocks, stacked(one.targets))
            yield {"differences": regression(one, (layer,)) - one.loss - share * sum(terms)}


@leaves(kinks_as_data.dead_unit)
@exact.check(
    "width.after-corollary-1",
    "dead",
    wrong={"target 0": {"target": 0}, "an active unit": {"weight": 1}, "another active unit": {"weight": 2}},
)
def one_dead_unit(target=1, weight=-1):
    r"""One sample, one ReLU: $L - \frac12$; the regression's loss is less than $L$; and the point is regular, its unit
    negative on the sample.
    """
    one = net([[1]], [[target]], [[[weight]], [[1]]], [0])
    yield {"loss": one.loss - HALF, "regression": regression(one, (0,)) < one.loss}
    yield {"regular and dead": one.regular() and entries(one.layers[0][0])[0] < 0}
