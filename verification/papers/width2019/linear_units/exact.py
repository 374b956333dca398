"""Nets with linear units in fractions: what criticality gives on paths of full rank, and moves that keep outputs."""

from dataclasses import replace
from fractions import Fraction

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.width2019.exact_algebra import (
    as_fmpq,
    beside,
    columns,
    entries,
    kron_identity,
    left_over,
    matrix,
    squared,
    stacked,
    zeros,
)
from verification.papers.width2019.exact_nets import net, null_space
from verification.papers.width2019.gram_schmidt import in_turn
from verification.papers.width2019.linear_units import certificates as leaving
from verification.papers.width2019.linear_units.inner_layer import (
    SINGLES,
    free_weights,
    moved_by,
    strong_example,
    with_inner_residual,
)
from verification.papers.width2019.separation import (
    ARCHITECTURES,
    at_rest,
    deficient,
    free_columns,
    paths,
    regression,
    separated,
    separated_net,
    subsets,
)

HALF = Fraction(1, 2)
VARIANTS = {"any regular point": {"rest": False}, "critical points without paths": {"full": False}}


@leaves(leaving.residuals, whole=False)
@exact.check("width.lemma-4", "repaired", wrong=VARIANTS, scope="instances")
def features_against_residuals(rng, instances, full=True, rest=True):
    r"""Critical points with paths of full rank: $\Phi^{(l)\top} (\hat Y - Y)$ for $l = t, \dots, H$."""
    for t, _, one in at_rest(rng, instances, full=full, rest=rest):
        for features in one.features[t:]:
            yield {"products": entries(features.transpose() * one.residual)}


@leaves(leaving.moves, whole=False)
@exact.check(
    "width.lemma-4",
    "moves",
    wrong={"any direction": {"orthogonal": False}, "weights of other units too": {"spill": True}},
    scope="instances",
)
def outputs_under_moves(rng, instances, orthogonal=True, spill=False):
    r"""Networks with deficient paths, $c^\top P_l = 0$: the change of $\hat Y$ where the weights into the linear units
    are moved by $b c^\top$.
    """
    for index in range(instances):
        architecture = ARCHITECTURES[index % len(ARCHITECTURES)]
        t, sets = architecture[0], architecture[3]
        one = deficient(separated_net(rng, architecture, 5), sets)
        for layer in range(t, one.hidden):
            kernel = null_space(paths(one, sets, layer).transpose())
            direction = columns(kernel, [0]) if orthogonal else matrix([[1]] * len(sets[layer + 1]))
            moved = shifted(rng, one, layer, sets[layer + 1], entries(direction), spill)
            yield {"outputs": entries(moved.outputs - one.outputs)}


def shifted(rng, one, layer, units, direction, spill):
    """W^(layer+1) plus b c' on these units, b whole; on request plus b on the other units as well."""
    weight = one.weights[layer]
    rows = weight.tolist()
    for row, b in zip(rows, rng.integers(1, 4, weight.nrows()).tolist(), strict=True):
        for unit, c in zip(units, direction, strict=True):
            row[unit] += b * as_fmpq(c)
        for unit in range(weight.ncols()):
            row[unit] += b if spill and unit not in units else 0
    return replace(one, weights=(*one.weights[:layer], matrix(rows), *one.weights[layer + 1 :]))


def right_side(one, layers, blocks):
    """The paper's right side of (5.1): the regression's loss less half the sum of the terms of the given blocks."""
    target = stacked(one.targets)
    fixed = beside(zeros(target.nrows(), 0), *(kron_identity(one.targets.ncols(), one.features[s]) for s in layers))
    return HALF * (squared(left_over(fixed, target)) - sum(in_turn(fixed, blocks, target)))


@leaves(leaving.right_sides, whole=False)
@exact.check("width.theorem-2", "repaired", wrong=VARIANTS | {"no blocks": {"blocks": 0}}, scope="instances")
def losses_and_right_sides(rng, instances, full=True, rest=True, blocks=None):
    """Critical points with paths of full rank, every $S$: $L$ less the right side of (5.1)."""
    for t, _, one in at_rest(rng, instances, full=full, rest=rest):
        chosen = [block for layer in one.blocks[:-1] for block in layer][:blocks]
        for layers in subsets(range(t, one.hidden + 1)):
            yield {"right sides": one.loss - right_side(one, layers, chosen)}


@leaves(leaving.one_projection, whole=False)
@exact.check(
    "ours.equality-5.1", "equality", wrong=VARIANTS | {"the first layer alone": {"first": True}}, scope="instances"
)
def losses_and_projections(rng, instances, full=True, rest=True, first=False):
    r"""Critical points with paths of full rank, every $S$: $L$ less what one projection, onto $\Phi_S$ and
    $D^{(1)}, \dots, D^{(H)}$, leaves.
    """
    for t, _, one in at_rest(rng, instances, full=full, rest=rest):
        blocks = [] if first else [one.layer(layer) for layer in range(1, one.hidden + 1)]
        for layers in subsets(range(t, one.hidden + 1)):
            yield {"losses": one.loss - regression(one, layers, blocks)}


@leaves(leaving.with_weights_held, whole=False)
@exact.check("width.corollary-1", "repaired", wrong=VARIANTS, scope="instances")
def losses_with_weights_held(rng, instances, full=True, rest=True):
    """Points with paths of full rank that are critical in the weights that (iii) does not hold at 0, every $S$: $L$
    less the right side of (5.1) with the columns of these weights.
    """
    for t, sets, one in at_rest(rng, instances, "kept", full, rest):
        blocks = free_columns(one, sets)[:-1]
        for layers in subsets(range(t, one.hidden + 1)):
            yield {"right sides": one.loss - right_side(one, layers, blocks)}


@leaves(leaving.of_strong_separation, whole=False)
@exact.check("width.corollary-2", "repaired", wrong=VARIANTS, scope="instances")
def losses_of_strong_separation(rng, instances, full=True, rest=True):
    """Points with paths of full rank that are critical in the weights that strong separation leaves, $S$ of $t$ and $H$
    alone: $L$ less the right side of (5.1) with the columns of these weights.
    """
    for t, sets, one in at_rest(rng, instances, "strong", full, rest):
        blocks = free_columns(one, sets, strong=True)[:-1]
        for layers in subsets((t, one.hidden)):
            yield {"right sides": one.loss - right_side(one, layers, blocks)}


@exact.check(
    "width.corollary-2",
    "redundant",
    wrong={"fewer linear units": {"least": 1}, "weights as drawn": {"strong": False}},
    scope="instances",
)
def strong_points_meet_definition_1(rng, instances, least=0, strong=True):
    """Points of Definition 2 meet Definition 1 with the same sets."""
    for index in range(instances):
        architecture = ARCHITECTURES[index % len(ARCHITECTURES)]
        one = separated_net(rng, architecture, 5, strong=strong)
        sets, wanted = architecture[3], one.targets.ncols() + least * len(architecture[3])
        yield {"definition 2": separated(one, sets, one.targets.ncols(), strong=True)}
        yield {"definition 1": separated(one, sets, wanted)}


@leaves(leaving.cut_sets)
@exact.check(
    "width.theorem-2",
    "common-size",
    wrong={
        "one unit in layer 2": {"second": ((1,),), "last": ((1,),)},
        "no weight to the second unit": {"second": ((1, 0),), "last": ((1,), (1,))},
        "ReLUs and a negative sample": {"sample": -1, "slope": 0},
    },
)
def sets_cut_to_one_size(second=((1, 1),), last=((1,), (1,)), sample=1, slope=1):
    r"""E17: the sets $\{1\}, \{1, 2\}, \{1\}$ meet Definition 1; cut to one unit each none does, and the output of its
    path is not $\hat Y$.
    """
    one = net([[sample]], [[0]], [[[1]], second, last], [slope, slope])
    units = tuple(range(len(last)))
    yield {"separated": separated(one, {1: (0,), 2: units, 3: (0,)}, 1)}
    for unit in units:
        cut = {1: (0,), 2: (unit,), 3: (0,)}
        yield {"cut": not separated(one, cut, 1), "path": entries(paths(one, cut, 0))[0] != entries(one.outputs)[0]}


@leaves(leaving.inner_layer)
@exact.check(
    "width.corollary-2",
    "inner-layer",
    wrong={
        "targets at the outputs": {"share": 0},
        "orthogonal to $X$ alone": {"carried": False},
        "a linear unit that feeds a ReLU": {"mixed": 1},
    },
)
def a_restricted_minimum(share=1, carried=True, mixed=0):
    r"""A strictly linear regular point of Definition 2, no free weight 0, and a residual $r$ orthogonal to all columns
    of free weights, with $\Phi^{(1)\top} r \ne 0$: the right side of (5.1) with $S = (1)$ is less than $L$.
    """
    here = with_inner_residual(strong_example(mixed), share, carried)
    rest = beside(*free_columns(here, SINGLES, strong=True)).transpose() * here.residual
    free = [here.weights[layer - 1][i, k] for layer, i, k in free_weights(here)]
    yield {"strong": separated(here, SINGLES, 1, strict=True, strong=True) and here.regular() and 0 not in free}
    yield {"at rest": not any(entries(rest))}
    yield {"inner layer": any(entries(here.features[1].transpose() * here.residual))}
    blocks = free_columns(here, SINGLES, strong=True)[:-1]
    yield {"right side": regression(here, (1,), blocks) < here.loss}


@leaves(leaving.losses_nearby, whole=False)
@exact.check(
    "width.corollary-2",
    "inner-minimum",
    wrong={"orthogonal to $X$ alone": {"carried": False}, "another residual": {"turned": True}},
    scope="instances",
)
def restricted_losses_nearby(rng, instances, carried=True, turned=False):
    """Free weights moved a little, first down the slope of the loss, which is to be 0: no loss below the point's."""
    one = with_inner_residual(strong_example(0), 1, carried)
    one = one.with_residual(matrix([[1]] * one.samples.nrows())) if turned else one
    places = list(free_weights(one))
    slope = entries(beside(*free_columns(one, SINGLES, strong=True)).transpose() * one.residual)
    for move in [[-g for g in slope], *rng.integers(-9, 10, (instances, len(places))).tolist()]:
        yield {"no lower": moved_by(one, move, Fraction(1, 10**6)).loss >= one.loss}
