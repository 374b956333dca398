"""Exact checks: the absolute loss in fractions, and ranks over the rational functions of 2/pi."""

from fractions import Fraction
from itertools import product

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.pnn2017.landscape import certificates as leaving

HALF = Fraction(1, 2)


SAMPLES = ((1, 1), (-1, 1), (0, HALF))
POINT = (HALF, HALF, 1, -1)  # two weights on e1, two on e2


def absolute_loss(c, labels):
    """The sum of |h(x) - y| over the three samples for weights c on e1, e1, e2, e2."""
    outputs = (sum(max(w * x[k], 0) for w, k in zip(c, (0, 0, 1, 1), strict=True)) for x in SAMPLES)
    return sum(abs(h - y) for h, y in zip(outputs, labels, strict=True))


def subgradient(multipliers, k, sign):
    """The slope in the size of a weight of this sign on e_k, the loss linearised with these multipliers."""
    return sum(m * max(sign * x[k], 0) for m, x in zip(multipliers, SAMPLES, strict=True))


@leaves(leaving.absolute_loss)
@exact.check(
    "ours.no-one-signed-line",
    "absolute-loss",
    wrong={
        "a consistent last label": {"labels": (2, 1, HALF)},
        "larger weights on e1": {"point": (1, HALF, 1, -1)},
        "the squared loss's multipliers": {"multipliers": (0, 0, 1)},
        "a multiplier of two": {"multipliers": (0, -HALF, 2)},
        "a larger first label": {"labels": (3, 1, 0)},
    },
    scope="instances",
)
def bad_minimum_of_the_absolute_loss(labels=(2, 1, 0), point=POINT, multipliers=(0, -HALF, 1)):
    r"""The point is a minimum of its orthant with loss $\frac12$, both slopes of a further neuron on the first line are
    1, and another point has loss zero.

    Multipliers in $[-1, 1]$, equal to the sign of each residual that is not zero, for which all slopes vanish (or are
    not negative at weight zero) make a convex function of the sizes minimal there. All weights are off zero, so the
    minimum of the orthant is a local minimum. Slopes are one-sided differences of a piecewise linear function, at steps
    of a hundredth; no point at such steps nearby has a lower loss.
    """
    loss = absolute_loss(point, labels)
    yield {"value": loss - HALF}
    yield {"multipliers within one": all(abs(m) <= 1 for m in multipliers)}
    yield {"slopes": [subgradient(multipliers, k, sign) for k, sign in ((0, 1), (1, 1), (1, -1))]}
    residuals = [h - y for h, y in zip((2, 1, HALF), labels, strict=True)]
    yield {"multipliers are signs": all(m * r == abs(r) for m, r in zip(multipliers, residuals, strict=True))}
    step = Fraction(1, 100)
    yield {"one more neuron": [with_neuron_on_first(point, labels, extra) - loss - step for extra in (step, -step)]}
    yield {"the least value": absolute_loss((2, -1, 0, 0), labels) == 0}
    moves = product((-step, 0, step), repeat=4)
    nearby = (absolute_loss([a + b for a, b in zip(point, move, strict=True)], labels) for move in moves)
    yield {"no lower nearby": all(value >= loss for value in nearby)}


def with_neuron_on_first(c, labels, extra):
    """The loss with one more neuron of weight `extra` on e1."""
    outputs = (sum(max(w * x[k], 0) for w, k in zip((*c, extra), (0, 0, 1, 1, 0), strict=True)) for x in SAMPLES)
    return sum(abs(h - y) for h, y in zip(outputs, labels, strict=True))
