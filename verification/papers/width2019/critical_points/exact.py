"""Losses and projections of networks in fractions: at every point, at regular ones, and at critical ones."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

from flint import fmpq

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.width2019 import kinks_as_data
from verification.papers.width2019.critical_points import certificates as leaving
from verification.papers.width2019.exact_algebra import (
    beside,
    entries,
    left_over,
    matrix,
    projected,
    squared,
    stacked,
    zeros,
)
from verification.papers.width2019.exact_nets import critical, net, null_space, random_net, regular_nets
from verification.papers.width2019.gram_schmidt import in_turn
from verification.streams import streams

HALF = Fraction(1, 2)
STEP = fmpq(1, 10**6)
ONE_LAYER = (((2, 3, 1), (0,)), ((3, 2, 1), (HALF,)), ((1, 2, 1), (-1,)))
SHAPES = (*ONE_LAYER, ((2, 2, 2), (0,)), ((2, 2, 2, 1), (HALF, 0)), ((1, 2, 2, 2, 2), (0, 1, -1)))


def nets(rng, instances, shapes=SHAPES, samples=7):
    """Networks with whole weights, samples and targets, many of their values 0; nine are the same for every seed."""
    for index, stream in enumerate(streams(rng, instances, fixed=tuple(range(9)))):
        sizes, slopes = shapes[index % len(shapes)]
        yield random_net(stream, sizes, samples, slopes, reach=2)


def regular_and_critical(rng, instances, shapes=SHAPES, at_rest=True):
    """Regular points with targets that make them critical, or with the targets drawn."""
    for one in regular_nets(rng, instances, shapes, samples=7):
        yield critical(rng, one) if at_rest else one


def printed_value(one, share=HALF, blocks=None):
    """Half the squared targets, less half the sum over blocks in the paper's order."""
    target = stacked(one.targets)
    blocks = [block for layer in one.blocks for block in layer] if blocks is None else blocks
    return squared(target) / 2 - share * sum(in_turn(zeros(target.nrows(), 0), blocks, target))


@leaves(leaving.at_one_layer, whole=False)
@exact.check(
    "width.proposition-1",
    "repaired",
    wrong={"any regular point": {"at_rest": False}, r"no factor $\frac12$": {"share": 1}},
    scope="instances",
)
def critical_points_of_one_layer(rng, instances, at_rest=True, share=HALF):
    """Regular critical points of one hidden layer and one output: $L$ less the printed right side."""
    for one in regular_and_critical(rng, instances, ONE_LAYER, at_rest):
        yield {"losses": one.loss - printed_value(one, share)}


@leaves(leaving.at_any_depth, whole=False)
@exact.check(
    "width.theorem-1",
    "repaired",
    wrong={
        "any regular point": {"at_rest": False},
        r"no factor $\frac12$": {"share": 1},
    },
    scope="instances",
)
def critical_points_of_any_depth(rng, instances, at_rest=True, share=HALF):
    """Regular critical points of one to three hidden layers: $L$ less the printed right side, and $L - J$."""
    for one in regular_and_critical(rng, instances, at_rest=at_rest):
        yield {"losses": one.loss - printed_value(one, share)}
        yield {"projections": one.loss - 2 * share * one.projected_loss}


@leaves(leaving.gaps, whole=False)
@exact.check(
    "ours.gap",
    "gap",
    wrong={r"no factor $\frac12$": {"share": 1}, "the projection of the targets": {"of": "targets"}},
    scope="instances",
)
def gaps_at_any_point(rng, instances, share=HALF, of="residual"):
    r"""Points of any kind, kinks among them: $L - J - \frac12 \|P[D] r\|^2$."""
    for one in nets(rng, instances):
        vector = stacked(getattr(one, of))
        yield {"gaps": one.loss - one.projected_loss - share * squared(projected(one.whole, vector))}


@leaves(leaving.equal_or_not, whole=False)
@exact.check(
    "ours.regular-repair",
    "equality",
    wrong={"the derivative by the last layer alone": {"which": slice(-1, None)}, "kinks too": {"regular": False}},
    scope="instances",
)
def equality_and_gradient(rng, instances, which=slice(None), regular=True):
    """Regular points, some critical, some for the last layer alone: $L = J$ exactly where all slopes of $L$ are 0."""
    kinked = net([[0, 1], [0, -1], [1, -1], [1, 0]], [[-1], [1], [0], [2]], [[[1], [0]], [[1]]], [0])
    points = [*regular_nets(rng, instances, SHAPES, samples=7), *([] if regular else [kinked])]
    for index, one in enumerate(points):
        rest = (None, one.layer(len(one.weights)))
        here = one if one is kinked or index % 3 == 2 else critical(rng, one, rest[index % 3])
        yield {"losses": (here.loss == here.projected_loss) == (not any(slopes_of_the_loss(here, which)))}


def slopes_of_the_loss(one, which):
    """Derivatives of L by weights of the chosen layers: outputs are linear in one weight near a regular point."""
    for index in range(len(one.weights))[which]:
        weight = one.weights[index]
        for i, k in product(range(weight.nrows()), range(weight.ncols())):
            moved = type(weight)(weight)
            moved[i, k] += STEP
            weights = (*one.weights[:index], moved, *one.weights[index + 1 :])
            change = (replace(one, weights=weights).outputs - one.outputs) / STEP
            yield entries(stacked(change).transpose() * stacked(one.residual))[0]


@leaves(leaving.linearised, whole=False)
@exact.check(
    "ours.linearised",
    "least",
    wrong={"the last layer alone": {"which": slice(-1, None)}, r"no factor $\frac12$": {"share": 1}},
    scope="instances",
)
def least_loss_of_the_linearised_net(rng, instances, which=slice(None), share=HALF):
    r"""The least $\frac12 \|r + D \delta\|^2$ over $\delta$, by the normal equations, whose residuals are 0, less $J$;
    kinks too.
    """
    for one in nets(rng, instances):
        tangent = beside(*(one.layer(index + 1) for index in range(len(one.weights))[which]))
        delta = normal_solution(tangent, stacked(one.residual))
        left = stacked(one.residual) + tangent * delta
        yield {"normal equations": entries(one.whole.transpose() * left)}
        yield {"losses": share * squared(left) - one.projected_loss}


def normal_solution(tangent, residual):
    """A solution of T'T delta = -T' residual, by elimination: T'T may be singular."""
    gram, right = tangent.transpose() * tangent, tangent.transpose() * residual
    kernel = null_space(beside(gram, right))  # of its vectors (delta, t) one has t = 1
    place = next(j for j in range(kernel.ncols()) if kernel[kernel.nrows() - 1, j] != 0)
    return matrix([[kernel[i, place]] for i in range(kernel.nrows() - 1)]) / kernel[kernel.nrows() - 1, place]


@leaves(leaving.single_layers, whole=False)
@exact.check(
    "ours.layerwise",
    "each-layer",
    wrong={"any regular point": {"at_rest": False}, "without the layer's first unit": {"first": 1}},
    scope="instances",
)
def single_layers(rng, instances, at_rest=True, first=0):
    r"""Regular critical points: $\mathrm{vec}(\hat Y) - P[D^{(l)}] \mathrm{vec}(Y)$ for each layer $l$."""
    for one in regular_and_critical(rng, instances, at_rest=at_rest):
        for blocks in one.blocks:
            columns = beside(zeros(blocks[0].nrows(), 0), *blocks[first:])
            yield {"outputs": entries(stacked(one.outputs) - projected(columns, stacked(one.targets)))}


@leaves(leaving.later_terms, whole=False)
@exact.check(
    "ours.layerwise",
    "later-terms",
    wrong={"any regular point": {"at_rest": False}, "the last layer first": {"turned": True}},
    scope="instances",
)
def terms_of_later_layers(rng, instances, at_rest=True, turned=False):
    """Regular critical points: the terms of layers 2 and later in the paper's order."""
    for one in regular_and_critical(rng, instances, at_rest=at_rest):
        if turned:  # the terms of the last layer, which now come first, are asked to vanish
            blocks = one.blocks[-1] + one.blocks[0]
            yield {"terms": in_turn(zeros(one.whole.nrows(), 0), blocks, stacked(one.targets))[: len(one.blocks[-1])]}
        else:
            blocks = [block for layer in one.blocks for block in layer]
            yield {"terms": in_turn(zeros(one.whole.nrows(), 0), blocks, stacked(one.targets))[len(one.blocks[0]) :]}


@leaves(leaving.sides_at_one_layer, whole=False)
@exact.check(
    "width.equation-3.3",
    "sum",
    wrong={r"no factor $\frac12$": {"share": 1}, "without the first unit": {"first": 1}},
    scope="instances",
)
def sums_as_projections(rng, instances, share=HALF, first=0):
    """Points of any kind, one hidden layer and one output: the right side of (3.2) less $J$."""
    for one in nets(rng, instances, ONE_LAYER):
        blocks = [block for layer in one.blocks for block in layer][first:]
        yield {"losses": printed_value(one, share, blocks) - one.projected_loss}


@leaves(kinks_as_data.dead_unit_and_j)
@exact.check(
    "width.appendix-c",
    "dead-unit",
    wrong={"target 0": {"target": 0}, "a unit that is active": {"weight": 1}},
)
def one_dead_unit(target=1, weight=-1):
    r"""One sample and one ReLU: $L - \frac12$ and $J - \frac12$; and the printed value $\|(I - P[D]) Y\|^2$ less 1,
    which differs from $L$.
    """
    one = net([[1]], [[target]], [[[weight]], [[1]]], [0])
    twice = squared(left_over(one.whole, stacked(one.targets)))
    yield {"loss": one.loss - HALF, "projection": one.projected_loss - HALF, "printed": twice - 1}
    yield {"differ": twice != one.loss}


@leaves(leaving.sides_at_any_depth, whole=False)
@exact.check(
    "width.appendix-c",
    "repaired",
    wrong={r"as printed, without $\frac12$": {"share": 1}, "without the first unit": {"first": 1}},
    scope="instances",
)
def right_sides_as_halves(rng, instances, share=HALF, first=0):
    r"""Points of any kind and depth: the right side of (4.2) less $\frac12 \|(I - P[D]) \mathrm{vec}(Y)\|^2$."""
    for one in nets(rng, instances):
        blocks = [block for layer in one.blocks for block in layer][first:]
        right = printed_value(one, blocks=blocks)
        yield {"right sides": right - share * squared(left_over(one.whole, stacked(one.targets)))}
