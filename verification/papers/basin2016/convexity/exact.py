"""Cells of whole-number samples: points, dual points and values in fractions."""

from fractions import Fraction
from itertools import product
from math import comb

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.basin2016.convexity import certificates as leaving
from verification.papers.basin2016.mathematics.networks import Start, dot, mean_square, outputs, sign, whole_start
from verification.papers.basin2016.mathematics.points import cell_point
from verification.papers.basin2016.mathematics.rational import exact_basin
from verification.papers.basin2016.mathematics.rays import edge_directions

SHAPES = ((2, 3, 2), (3, 4, 2), (4, 5, 3), (1, 3, 1), (5, 4, 3))  # neurons, samples, inputs


def starts(rng, instances):
    """Random whole-number starts of the shapes above."""
    return (whole_start(rng, *SHAPES[index % len(SHAPES)]) for index in range(instances))


def linear_outputs(start, z, sides):
    """M z: the sum of side z.x over the neurons that act on each sample."""
    rows = list(zip(z, sides, start.signs, strict=True))
    return [sum(b * dot(w, x) for w, b, a in rows if a[t] > 0) for t, x in enumerate(start.samples)]


@leaves(leaving.points_of_cells, whole=False)
@exact.check(
    "ours.basin-value-is-convex",
    "cone",
    wrong={"$w$ for $|v| w$": {"size": lambda v: 1}, "$v$ for $|v|$": {"size": lambda v: v}},
    scope="instances",
)
def points_of_closed_cells(rng, instances, size=abs):
    """Random points of closed cells: their predictions are $M z$, $z$ lies in the cone, and the network of the weights
    $z$ and output weights $b$ has the same predictions.
    """
    for start in starts(rng, instances):
        weights, out = cell_point(rng, start)
        z = [[size(v) * c for c in w] for w, v in zip(weights, out, strict=True)]
        reached = outputs(start.samples, weights, out)
        yield {
            "M z": [p - q for p, q in zip(reached, linear_outputs(start, z, start.sides), strict=True)],
            "the network (z, b)": [p - q for p, q in zip(reached, outputs(start.samples, z, start.sides), strict=True)],
            "z in the cone": [
                a * dot(row, x) >= 0
                for row, signs in zip(z, start.signs, strict=True)
                for a, x in zip(signs, start.samples, strict=True)
            ],
        }


@leaves(leaving.dual_points, whole=False)
@exact.check(
    "ours.basin-value-is-convex",
    "dual-bound",
    wrong={
        "three times the product": {"factor": 3},
        "the square halved": {"square": Fraction(1, 2)},
        "the opposite of the dual point": {"turn": -1},
    },
    scope="instances",
)
def losses_against_exact_dual_points(rng, instances, factor=2, square=1, turn=1):
    r"""Dual points $\nu$ of exact solutions, and half of them: $\nu \cdot p \le 0$ for the predictions $p$ of a random
    point, whose loss is no lower than the bound of $\nu$.

    So for the best point, where the bound of the whole dual point is attained.
    """
    for start in starts(rng, instances):
        found = exact_basin(*start)
        points = [cell_point(rng, start), (found.certificate.weights, found.certificate.output_weights)]
        for share, point in product((Fraction(1), Fraction(1, 2)), points):
            nu = [turn * share * d for d in found.certificate.dual]
            reached = outputs(start.samples, *point)
            loss = mean_square(p - y for p, y in zip(reached, start.targets, strict=True))
            bound = (factor * dot(nu, start.targets) - square * dot(nu, nu)) / len(nu)
            yield {"orthogonal or less": dot(nu, reached) <= 0, "no lower": bound <= loss}


@leaves(leaving.tight_bounds, whole=False)
@exact.check(
    "ours.basin-value-is-convex",
    "tight",
    wrong={
        "half the residuals": {"share": Fraction(1, 2)},
        "twice the residuals": {"share": Fraction(2)},
        "half the predictions taken off": {"taken": Fraction(1, 2)},
    },
    scope="instances",
)
def bound_of_the_residuals(rng, instances, share=Fraction(1), taken=Fraction(1)):
    r"""The bound of $\nu = y - p^*$ less the exact value, and $\nu \cdot p^*$."""
    for start in starts(rng, instances):
        found = exact_basin(*start)
        reached = outputs(start.samples, found.certificate.weights, found.certificate.output_weights)
        nu = [share * (y - taken * p) for y, p in zip(start.targets, reached, strict=True)]
        bound = (2 * dot(nu, start.targets) - dot(nu, nu)) / len(nu)
        yield {"the bound": bound - found.value, "orthogonal": dot(nu, reached)}


@leaves(leaving.types_on_the_moment_curve)
@exact.check(
    "ours.basin-value-is-convex",
    "number-of-types",
    wrong={
        "one dimension more": {"count": lambda m, r: 4 * sum(comb(m - 1, k) for k in range(r + 1))},
        "without the output weight": {"count": lambda m, r: 2 * sum(comb(m - 1, k) for k in range(r))},
        "$m$ samples": {"count": lambda m, r: 4 * sum(comb(m, k) for k in range(r))},
    },
    scope="instances",
)
def sign_patterns_in_general_position(count=lambda m, r: 4 * sum(comb(m - 1, k) for k in range(r))):
    r"""Samples on the moment curve, where every $r$ are independent, $r \le 3$ and 3 to 7 samples: twice the number of
    all their sign patterns, found beside every ray, is $4 \sum_{k < r} \binom{m - 1}{k}$.

    Each region of space is a pointed cone for $m \ge r$, so that one of its extreme rays is orthogonal to $r - 1$
    samples; near such a ray those signs are free and the others fixed.
    """
    for rank, samples in product((1, 2, 3), range(3, 8)):
        x = [tuple(k**power for power in range(rank)) for k in range(samples)]
        yield 2 * len(patterns(x, rank)) == count(samples, rank)


def patterns(x, rank):
    """The sign patterns of all weights on samples in general position, by their rays."""
    found = set()
    for ray in edge_directions(x, rank):
        signs = [sign(dot(ray, row)) for row in x]
        free = [t for t, a in enumerate(signs) if a == 0]
        for choice in product((1, -1), repeat=len(free)):
            found.add(tuple(dict(zip(free, choice, strict=True)).get(t, a) for t, a in enumerate(signs)))
    return found


@leaves(leaving.independent_samples, whole=False)
@exact.check(
    "ours.basin-value-is-convex",
    "independent-samples",
    wrong={"every number": {"reaches": lambda sides, y: True}, "sides exchanged": {"turn": -1}},
    scope="instances",
)
def distances_of_targets(rng, instances, reaches=lambda sides, y: sign(y) in sides, turn=1):
    """One to three independent samples: the exact value less the mean of $y_t^2$ over all samples, 0 put for targets
    within reach.
    """
    for index in range(instances):
        x = leaving.INDEPENDENT[index % 3]
        drawn = whole_start(rng, 1 + index % 4, len(x), len(x))
        start = Start(x, drawn.targets, drawn.weights, drawn.output_weights)
        if any(0 in row for row in start.signs):
            continue
        kept = []
        for t, y in enumerate(start.targets):
            sides = {turn * b for b, row in zip(start.sides, start.signs, strict=True) if row[t] > 0}
            kept.append(0 if y and reaches(sides, y) else y)
        yield {"the value": exact_basin(*start).value - mean_square(kept)}
