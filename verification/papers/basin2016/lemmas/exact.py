"""Lemmas 1 and 2 on whole-number samples, in fractions."""

from fractions import Fraction
from itertools import pairwise, product

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.basin2016.lemmas import certificates as leaving
from verification.papers.basin2016.lemmas.paths import (
    between,
    distance,
    inside,
    lifted,
    point_without_faces,
    scaled,
    towards_sides,
)
from verification.papers.basin2016.mathematics.networks import Start, dot, outputs, squared_loss, whole_start
from verification.papers.basin2016.mathematics.points import cell_point
from verification.papers.basin2016.mathematics.rational import exact_basin
from verification.streams import streams

SHAPES = ((2, 3, 2), (3, 4, 2), (4, 5, 3), (1, 3, 1), (5, 4, 3))  # neurons, samples, inputs
SHARES = tuple(Fraction(k, 4) for k in range(5))
UNIT = Start([(1,)], (1,), [(1,)], (1,))  # one sample, one neuron


def starts(rng, instances):
    """Random whole-number starts of the shapes above."""
    return (whole_start(rng, *SHAPES[index % len(SHAPES)]) for index in range(instances))


def pairs_of_points(rng, instances):
    """Starts with two points of their closed cells: random ones, two far apart on one level set, two on one ray."""
    yield UNIT, ([[Fraction(4)]], [Fraction(1, 4)]), ([[Fraction(1, 4)]], [Fraction(4)])
    yield UNIT, ([[Fraction(1)]], [Fraction(1)]), ([[Fraction(4)]], [Fraction(1)])
    for start in starts(rng, instances):
        yield start, cell_point(rng, start), cell_point(rng, start)


@leaves(leaving.paths, whole=False)
@exact.check(
    "basin.lemma-1",
    "connected",
    wrong={
        "straight in the weights": {"straight": True},
        "output weights moved first": {"shrink_first": False},
        "to $v = -b$": {"side": -1},
        "the segment on its other side": {"ahead": -1},
    },
    scope="instances",
)
def paths_in_sublevel_sets(rng, instances, straight=False, shrink_first=True, side=1, ahead=1):
    """Points at quarters of the path: inside the closed cell; of constant loss on the way to $v = b$; no higher than
    the ends on the segment.
    """
    for start, *ends in pairs_of_points(rng, instances):
        losses = [squared_loss(start.samples, start.targets, *end) for end in ends]
        for (end, loss), share in product(zip(ends, losses, strict=True), SHARES):
            point = towards_sides(end, [side * b for b in start.sides], share, shrink_first)
            yield {
                "inside on the way to v = b": inside(start.samples, start.signs, start.sides, point),
                "of the end's loss": squared_loss(start.samples, start.targets, *point) - loss,
            }
        for share in SHARES:
            point = between(scaled(*ends[0]), scaled(*ends[1]), ahead * share), start.sides
            if straight:
                point = between(ends[0][0], ends[1][0], share), between([ends[0][1]], [ends[1][1]], share)[0]
            yield {
                "inside on the segment": inside(start.samples, start.signs, start.sides, point),
                "no higher than the ends": squared_loss(start.samples, start.targets, *point) <= max(losses),
            }


@leaves(leaving.face)
@exact.check(
    "basin.lemma-1",
    "stuck-face",
    wrong={
        "targets of one sign": {"targets": (1, 3)},
        "smaller targets": {"targets": (1, -2)},
        "at another point of the face": {"at": (2, Fraction(1, 4))},
    },
)
def losses_around_a_face(targets=(1, -3), at=(1, 1)):
    r"""The exact $\mathrm{Bas}$ less $\frac92$, and the loss at $w = (1, 1)$, $v = 0$ less 5; and no lower loss at a
    grid of points of the cell within the box.
    """
    samples = [(1, 0), (0, 1)]
    here = squared_loss(samples, targets, [at], (0,))
    yield {"least": exact_basin(samples, targets, [(1, 1)], [1]).value - Fraction(9, 2), "here": here - 5}
    grid = [Fraction(k, 8) for k in range(-4, 5)]
    for p, q, s in product(grid, grid, [g for g in grid if g >= 0]):
        point = (at[0] + p, at[1] + q)
        if max(abs(p), abs(q)) < Fraction(1, 2) and min(point) >= 0:
            yield {"no lower around": squared_loss(samples, targets, [point], (s,)) >= here}


def lift_residuals(start, point, other, power=1, side=1, order=1):
    """Lifts of z + (z' - z)/k^2 at k = 1, 3, 10: inside, of its predictions, as near as 1/k, of no higher loss."""
    z, target = scaled(*point), [[side * c for c in row] for row in scaled(*other)]
    ends = [squared_loss(start.samples, start.targets, *end) for end in (point, other)]
    first = distance(lifted(start.samples, point, start.sides, target, 1, power), point)
    for k in (1, 3, 10):
        lift = lifted(start.samples, point, start.sides, target, k, power)
        reached = outputs(start.samples, between(z, target, Fraction(1, k**2)), start.sides)
        yield {
            "inside": inside(start.samples, start.signs, start.sides, lift),
            "predictions": [p - q for p, q in zip(outputs(start.samples, *lift), reached, strict=True)],
            "near": distance(lift, point) <= first / k**order,
            "lower": squared_loss(start.samples, start.targets, *lift) <= ends[0] + (ends[1] - ends[0]) / k**2,
        }


@leaves(leaving.lifts_off_faces, whole=False)
@exact.check(
    "basin.lemma-1",
    "repaired",
    wrong={
        "faces admitted": {"faces": True},
        r"the output weight of order $\epsilon$": {"power": 2},
        "towards the opposite of a point": {"side": -1},
    },
    scope="instances",
)
def lifts_off_the_faces(rng, instances, faces=False, power=1, side=1):
    r"""Random points whose neurons have output weights, or no weights: their lifts towards other points of the cell at
    $\epsilon = 1, \frac13, \frac{1}{10}$ lie in the closed cell, as near as $\epsilon$ says, and have the predictions
    of the segment at $\epsilon^2$ and no higher loss than its ends allow.
    """
    for stream, start in fixed_first(rng, instances):
        point = point_without_faces(stream, start, faces)
        yield lift_residuals(start, point, cell_point(stream, start), power, side)


def fixed_first(rng, instances):
    """Streams, the first twelve the same for every seed, and starts of them, of the shapes in turn."""
    for index, stream in enumerate(streams(rng, instances, fixed=tuple(range(12)))):
        yield stream, whole_start(stream, *SHAPES[index % len(SHAPES)])


@leaves(leaving.lifts_in_rank_one, whole=False)
@exact.check(
    "basin.lemma-1",
    "rank-one",
    wrong={
        "rank two": {"inputs": 2},
        "rank three": {"inputs": 3},
        r"as near as $\epsilon^{3/2}$": {"order": 3},
        "towards the opposite of a point": {"side": -1},
    },
    scope="instances",
)
def lifts_off_faces_in_rank_one(rng, instances, inputs=1, order=1, side=1):
    r"""One input, faces among the points: lifts towards other points of the cell at
    $\epsilon = 1, \frac13, \frac{1}{10}$ lie in the closed cell, as near as $\epsilon$ says, and have the predictions
    of the segment at $\epsilon^2$ and no higher loss than its ends allow. Four instances are the same for every seed.
    """
    for index, stream in enumerate(streams(rng, instances, fixed=(23, 34, 16, 17))):
        start = whole_start(stream, 1 + index % 4, 2 + index % 3, inputs)
        point, other = cell_point(stream, start), cell_point(stream, start)
        yield lift_residuals(start, point, other, side=side, order=order)


@leaves(leaving.stuck_points, whole=False)
@exact.check(
    "basin.lemma-1",
    "stuck-points",
    wrong={"neurons that gain": {"towards": -1}, "all stuck points global": {"global_ones": True}},
    scope="instances",
)
def neighbours_of_stuck_points(rng, instances, towards=1, global_ones=False):
    """All but one neuron at their exact optimum, one at output weight 0 with a positive derivative: random neighbours
    are no lower; some of these points are not global, the first of them that of the counterexample."""
    higher = 0
    fixed = [Start([(1, 0), (0, 1)], (1, last), [(1, 1)], (1,)) for last in (-3, 3)]  # with the second the neuron gains
    for start in [*fixed, *starts(rng, instances)]:
        rest = exact_basin(start.samples, start.targets, start.weights[1:], start.output_weights[1:])
        nu, here = rest.certificate.dual, rest.value
        gain = dot(nu, outputs(start.samples, start.weights[:1], start.sides[:1]))
        if towards * gain >= 0:
            continue
        point = [start.weights[0], *rest.certificate.weights], [0, *rest.certificate.output_weights]
        higher += exact_basin(*start).value < here
        for _ in range(3):
            other = near(rng, start, point)
            yield {"no lower nearby": squared_loss(start.samples, start.targets, *other) >= here}
    yield {"some not global": (higher > 0) != global_ones}


def near(rng, start, point, step=Fraction(1, 10**6)):
    """A point of the closed cell near to one whose first neuron has output weight 0."""
    weights, out = cell_point(rng, start)
    moved = between(point[0], weights, step), between([point[1]], [out], step)[0]
    return moved[0], [start.sides[0] * step, *moved[1][1:]]


@leaves(leaving.subsets, whole=False)
@exact.check(
    "basin.lemma-2",
    "subset",
    wrong={"more neurons raise it": {"order": -1}, "half the value": {"share": Fraction(1, 2)}},
    scope="instances",
)
def values_of_subsets(rng, instances, order=1, share=Fraction(1)):
    """The exact value of a start, at most that of a random subset of its neurons, at most the loss of
    the prediction 0.
    """
    for start in starts(rng, instances):
        kept = [bool(k) for k in rng.integers(0, 2, len(start.weights))]
        weights = [w for w, keep in zip(start.weights, kept, strict=True) if keep]
        sides = [v for v, keep in zip(start.output_weights, kept, strict=True) if keep]
        values = [
            exact_basin(*start).value,
            exact_basin(start.samples, start.targets, weights, sides).value,
            squared_loss(start.samples, start.targets, [], []),
        ]
        kinds = ("at most that of a subset", "a subset's at most that of none")
        pairs = zip(kinds, pairwise(values), strict=True)
        yield {kind: order * (share * fewer - more) >= 0 for kind, (more, fewer) in pairs}


@leaves(leaving.nested, whole=False)
@exact.check(
    "basin.lemma-2",
    "nested",
    wrong={"increasing": {"order": -1}, "strictly": {"strict": True}},
    scope="instances",
)
def values_along_a_sequence(rng, instances, order=1, strict=False):
    """The exact values of the first 0, 1, 2 and more neurons of a start do not increase."""
    for start in starts(rng, instances):
        values = [
            exact_basin(start.samples, start.targets, start.weights[:k], start.output_weights[:k]).value
            for k in range(len(start.weights) + 1)
        ]
        steps = [order * (a - b) for a, b in pairwise(values)]
        yield {"not increasing": [step > 0 if strict else step >= 0 for step in steps]}


@leaves(leaving.segment)
@exact.check(
    "basin.lemma-1",
    "not-quasi-convex",
    wrong={
        "the midpoint's loss as at the ends": {"halfway": Fraction(0)},
        "the target 2": {"target": 2},
        "one end among negative signs": {"side": -1},
    },
)
def losses_of_a_segment(halfway=Fraction(81, 256), target=1, side=1):
    """Zero at both ends, which lie in the cell of positive signs, and the loss halfway, above them."""
    ends = [(Fraction(2), Fraction(1, 2)), (side * Fraction(1, 2), side * Fraction(2))]
    middle = tuple(sum(pair) / 2 for pair in zip(*ends, strict=True))
    losses = [squared_loss([(1,)], (target,), [(w,)], (v,)) for w, v in (*ends, middle)]
    yield {"zero at the ends": losses[:2], "halfway": losses[2] - halfway}
    yield {"above the ends": losses[2] > max(losses[:2]), "in the cell": [min(point) > 0 for point in ends]}
