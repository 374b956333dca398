"""Paths, lifts, stuck points and least losses of closed cells as data for anybody's program."""

from fractions import Fraction
from itertools import islice

from verification.networks_on_samples import fact, network
from verification.papers.basin2016.basins_as_data import (
    basin,
    least,
    local_minimum,
    neurons,
    of_neurons,
    path,
    small_starts,
)
from verification.papers.basin2016.lemmas.paths import (
    between,
    distance,
    lifted,
    point_without_faces,
    scaled,
    towards_sides,
)
from verification.papers.basin2016.mathematics.networks import Start, dot, outputs, squared_loss, whole_start
from verification.papers.basin2016.mathematics.points import cell_point
from verification.papers.basin2016.mathematics.rational import exact_basin

HALF, SHARES = Fraction(1, 2), [Fraction(k, 4) for k in range(5)]


def face():
    """w = (1, 1) and v = 0 are a minimum among v >= 0; w = (1, 0) and v = 1, of the same closed cell, have less."""
    lower = fact("other weights", Fraction(9, 2), weights=(((1,), (0,)), ((1,),)))
    facts = fact("loss", 5), fact("local minimum", sides=(1,)), lower
    return network(((1, 0), (0, 1)), (1, -3), (((1,), (1,)), ((0,),)), (0,), *facts)


def segment():
    """Both ends have no loss, and halfway between them there is some."""
    other, middle = (((HALF,),), ((2,),)), (((Fraction(5, 4),),), ((Fraction(5, 4),),))
    facts = fact("other weights", 0, weights=other), fact("other weights", Fraction(81, 256), weights=middle)
    return network([(1,)], [1], (((2,),), ((HALF,),)), (0,), fact("loss", 0), *facts, share=1)


def paths(rng):
    """From a random point of a cell to output weights 1 and -1, along the segment there, and to another point."""
    for start in small_starts(rng):
        first, last = cell_point(rng, start), cell_point(rng, start)
        ends = [[towards_sides(end, start.sides, share) for share in SHARES] for end in (first, last)]
        segment = [(between(scaled(*first), scaled(*last), share), start.sides) for share in SHARES[1:-1]]
        yield basin(start, path(start, [*ends[0], *segment, *ends[1][::-1]]))


def lifts(start, point, other):
    """The lifts of a point towards another at 1, 1/3 and 1/10, as facts."""
    for k in (1, 3, 10):
        lift = lifted(start.samples, point, start.sides, scaled(*other), k)
        loss = squared_loss(start.samples, start.targets, *lift)
        ends = {"point": neurons(*point), "towards": neurons(*other), "share": Fraction(1, k * k)}
        yield fact("lift", loss, **ends, at=neurons(*lift), near=distance(lift, point))


def lifts_off_faces(rng):
    """Points of which neurons have output weights, or no weights."""
    for start in small_starts(rng):
        yield basin(start, *lifts(start, point_without_faces(rng, start), cell_point(rng, start)))


def lifts_in_rank_one(rng):
    """Points of starts with one input."""
    for shape in ((2, 3, 1), (3, 4, 1)):
        start = whole_start(rng, *shape)
        yield basin(start, *lifts(start, cell_point(rng, start), cell_point(rng, start)))


def stuck_starts(rng, instances):
    """Starts whose first neuron lowers the least loss and is stuck at its own weights, with the point where it is."""
    first = Start([(1, 0), (0, 1)], (1, -3), [(1, 1)], (1,))
    for start in [first, *(start for _ in range(instances) for start in small_starts(rng))]:
        rest = exact_basin(*of_neurons(start, range(1, len(start.weights))))
        gain = dot(rest.certificate.dual, outputs(start.samples, start.weights[:1], start.sides[:1]))
        if gain < 0 and exact_basin(*start).value < rest.value:
            point = [start.weights[0], *rest.certificate.weights], [0, *rest.certificate.output_weights]
            yield start, point, rest.certificate.dual


def stuck_points(rng, instances):
    """The counterexample and up to two random starts: local minima that are not global."""
    for start, point, dual in islice(stuck_starts(rng, instances), 3):
        yield basin(start, local_minimum(start, point, dual, (0,)), least(start))


def subsets(rng):
    """The least loss of random starts, of all but the first neuron alone, and of none."""
    for start in small_starts(rng):
        yield basin(start, *(least(start, range(k, len(start.weights))) for k in (0, 1, len(start.weights))))


def nested(rng):
    """The least losses of the first neurons of random starts."""
    for start in small_starts(rng):
        yield basin(start, *(least(start, range(k)) for k in range(len(start.weights) + 1)))
