"""Certificates: condition (1) on whole segments between trained networks, and ends that cross-entropy cannot reach."""

from itertools import count, islice

from flint import arb, fmpq

from verification.balls import largest, smallest
from verification.certificates import leaves
from verification.covers import halving
from verification.methods import certified
from verification.methods.certified import Positive
from verification.papers.basin2016.monotone_path import certificates as leaving
from verification.papers.basin2016.monotone_path import segments_as_data
from verification.papers.basin2016.monotone_path.balls import predictions
from verification.papers.basin2016.monotone_path.instances import EARLY, LATE, Instance, instance
from verification.papers.basin2016.monotone_path.paths import trace

TRIALS = 3
TENTH = fmpq(1, 10)
POINTS = (0, fmpq(1, 4), fmpq(1, 2), fmpq(3, 4), 1)


def largest_prediction(given: Instance):
    """max |P_s| over samples and outputs, as a function of the position."""
    at = predictions(given)
    return lambda position: largest([abs(x) for row in at(position) for x in row])


def largest_error(given: Instance):
    """The largest excess of an output over the class's own, over all samples, as a function of the position."""
    at, classes = predictions(given), given.targets.argmax(axis=1)

    def excess(position):
        rows = zip(at(position), classes, strict=True)
        return largest([x - row[own] for row, own in rows for k, x in enumerate(row) if k != own])

    return excess


def squared_loss(rows, targets):
    """The mean over the samples of squared distances, in balls."""
    pairs = [(x, y) for row, target in zip(rows, targets, strict=True) for x, y in zip(row, target, strict=True)]
    return sum(((x - arb(float(y))) ** 2 for x, y in pairs), arb(0)) / len(targets)


def cross_entropy(rows, targets):
    """The mean over the samples of log sum e^(output - own), in balls."""
    found = arb(0)
    for row, own in zip(rows, targets.argmax(axis=1), strict=True):
        found += sum(((x - row[own]).exp() for x in row), arb(0)).log()
    return found / len(targets)


LOSSES = {"squared": (squared_loss, largest_prediction), "cross_entropy": (cross_entropy, largest_error)}


def conditions(name, loss, given: Instance, least=0):
    """Items: L(P_0) exceeds L(0) and L(P_1); and what (1) asks for is positive, or above `least`, at five points, and
    on [0, 1], the least ball of pieces that cover it.

    The weights are floats, and so known exactly; without a rounding so are the predictions at a point. The number of
    pieces is no item's: it hangs on the last bits of the trained weights, and so on the processor.
    """
    value, growth = LOSSES[loss]
    at, found = predictions(given), growth(given)

    def quantity(position):
        return found(position) - least

    first, last = (value(at(arb(end)), given.targets) for end in (0, 1))
    zero = value([[arb(0)] * len(row) for row in at(arb(0))], given.targets)
    yield Positive(f"{name}: L(P_0) - L(0)", first - zero)
    yield Positive(f"{name}: L(P_0) - L(P_1)", first - last)
    for share in POINTS:
        yield Positive(f"{name}, at {share}", quantity(arb(share)), rational=True)
    yield Positive(f"{name}, from 0 to 1", smallest(piece.ball for piece in halving(quantity, arb(0), arb(1))))


def certified_trials(seed, loss, steps):
    """Trials and instances, one after another, which meet the conditions by these balls: there are such pairs, whatever
    the seed. One whose path is not complete on a grid is not tried."""
    for trial in count():
        drawn = instance(seed, loss, trial, steps=steps)
        complete = trace(drawn.start, drawn.end, drawn.samples, drawn.targets, loss).complete
        if complete and all(item.ball > 0 for item in conditions("", loss, drawn)):
            yield trial, drawn


@leaves(segments_as_data.squared_segments, whole=False)
@certified.check(
    "basin.theorem-1",
    "squared-instance",
    wrong={
        "from the opposite predictions": {"given": Instance.through_zero},
        "the ends exchanged": {"given": Instance.exchanged},
        "a prediction of a million": {"least": 10**6},
    },
)
def predictions_never_vanish(seed, given=lambda drawn: drawn, least=0):
    """The first three segments that can be certified: losses at their ends, and pieces that cover $[0, 1]$, on each of
    which some prediction is bounded away from zero.
    """
    for trial, drawn in islice(certified_trials(seed, "squared", LATE), TRIALS):
        yield from conditions(f"trial {trial}", "squared", given(drawn), least)


@leaves(segments_as_data.cross_entropy_segments, whole=False)
@certified.check(
    "basin.theorem-1",
    "cross-entropy-instance",
    wrong={
        "an end that makes no mistake": {"given": Instance.as_told},
        "the ends exchanged": {"given": Instance.exchanged},
    },
)
def a_sample_is_always_misclassified(seed, given=lambda drawn: drawn):
    """The first segment that can be certified: losses at its ends, and pieces that cover $[0, 1]$, on each of which
    some sample is strictly misclassified.
    """
    _, drawn = next(certified_trials(seed, "cross_entropy", EARLY))
    return conditions("cross-entropy", "cross_entropy", given(drawn))


SIDES = (1, -1)  # two samples of one input, of classes 0 and 1


def outputs(size, x):
    """Two ReLU neurons, one for each side, whose outputs are multiplied by `size`."""
    return [size * arb.max(arb(side * x), arb(0)) for side in SIDES]


def entropy(size):
    """Mean of log(1 + e^(other - own)) over the two samples, and the two margins own - other."""
    margins = [outputs(size, x)[k] - outputs(size, x)[1 - k] for k, x in enumerate(SIDES)]
    return sum(((1 + (-margin).exp()).log() for margin in margins), arb(0)) / 2, margins


@leaves(leaving.perfect_end)
@certified.check(
    "basin.theorem-1",
    "perfect-end",
    wrong={
        "an end with every sample wrong": {"end": -5},
        "an end of small outputs": {"end": TENTH},
        "a start with every sample right": {"start": 1},
    },
)
def ray_that_stays_below_zero(start=-5, end=5):
    r"""$L(P_0) - L(0)$, $\frac1m \log 2 - L(P_1)$, and both margins at the end, for $m = 2$ samples."""
    first, (last, margins) = entropy(arb(start))[0], entropy(arb(end))
    yield Positive("L(P_0) - L(0)", first - arb(2).log())
    yield Positive("log(2)/m - L(P_1)", arb(2).log() / 2 - last)
    yield from (Positive(f"margin of sample {k} at the end", margin) for k, margin in enumerate(margins, 1))


@leaves(leaving.not_sufficient)
@certified.check(
    "basin.theorem-1",
    "not-sufficient",
    wrong={"larger outputs": {"end": 5}, "opposite outputs": {"end": -1}},
)
def costly_end_without_mistakes(end=TENTH):
    r"""$L(P_1) - \frac1m \log 2$ and both margins at the end, for $m = 2$ samples."""
    last, margins = entropy(arb(end))
    yield Positive("L(P_1) - log(2)/m", last - arb(2).log() / 2)
    yield from (Positive(f"margin of sample {k}", margin) for k, margin in enumerate(margins, 1))
