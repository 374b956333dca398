"""Basins of nets on singleton data, solved; and which nets cover all needs, read off the signs."""

from fractions import Fraction
from functools import cache
from itertools import product

from verification.networks_on_samples import fact
from verification.papers.basin2016.basins_as_data import basin, least
from verification.papers.basin2016.mathematics.networks import Start
from verification.papers.basin2016.mathematics.rational import exact_basin
from verification.papers.basin2016.singletons.nets import covered, neurons_of

DATA = {  # by inputs: samples on the axes with their targets; no slope fits both of two samples on one side
    1: (
        (((1,), 2), ((-1,), 1), ((-3,), 2)),
        (((2,), 1), ((-1,), -1)),
        (((1,), -3), ((2,), 1)),
    ),
    2: (
        (((1, 0), 1), ((-2, 0), -1), ((0, 1), 2), ((0, 2), 1), ((0, -1), 0)),
        (((3, 0), -1), ((-1, 0), -2), ((0, -1), 1)),
    ),
}


def sides_of(data):
    """Samples and targets by coordinate and side."""
    sides: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for sample, target in data:
        j = next(k for k, entry in enumerate(sample) if entry)
        sides.setdefault((j, 1 if sample[j] > 0 else -1), []).append((abs(sample[j]), target))
    return sides


def best_slopes(data):
    """The slope of least squares on every side with samples, in fractions."""
    return {
        side: Fraction(sum(x * y for x, y in pairs), sum(x * x for x, _ in pairs))
        for side, pairs in sides_of(data).items()
    }


def needs_of_data(data):
    """(coordinate, side, output sign) where the best slope is not zero."""
    return [(*side, 1 if slope > 0 else -1) for side, slope in best_slopes(data).items() if slope]


def optimum(data):
    """The least mean squared error over networks of every width."""
    slopes, errors = best_slopes(data), Fraction(0)
    for side, pairs in sides_of(data).items():
        errors += sum(((slopes[side] * x - y) ** 2 for x, y in pairs), Fraction(0))
    return errors / len(data)


@cache
def basins(data, width):
    """(net, value of its basin) for the signs of all nets of a width; a net's weights are its signs."""
    samples, targets = zip(*data, strict=True)
    nets = product(neurons_of(len(samples[0])), repeat=width)
    return [(net, exact_basin(samples, targets, [w for _, *w in net], [v for v, *_ in net]).value) for net in nets]


def basins_as_data():
    """Of nets of three neurons the first that covers all needs, and the first that does not: least losses and sides."""
    for data in (DATA[1][0], DATA[1][1], DATA[2][1]):
        samples, targets = zip(*data, strict=True)
        needs = needs_of_data(data)
        nets = list(product(neurons_of(len(samples[0])), repeat=3))
        for wanted in (True, False):
            net = next(net for net in nets if covered(net, needs) == wanted)
            start = Start(list(samples), targets, [w for _, *w in net], tuple(v for v, *_ in net))
            met = sum(covered(net, [need]) for need in needs)
            named = [[j + 1, side, sign] for j, side, sign in needs]
            yield basin(start, least(start), fact("sides", optimum(data), needs=named, covered=met))
