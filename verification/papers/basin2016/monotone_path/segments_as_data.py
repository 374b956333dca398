"""Condition (1) of Theorem 1 on whole segments between small networks, as data for anybody's program.

The networks are drawn and trained as those of the checks, with fewer units, samples and digits: entries are multiples
of 1/64. A letter t goes from one network, at 0, to the other, at 1.
"""

from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import islice, product

import numpy as np
from flint import arb, fmpq

from verification.inequalities import Between, inequalities
from verification.papers.basin2016.monotone_path.balls import predictions
from verification.papers.basin2016.monotone_path.instances import EARLY, LATE, Instance, instance
from verification.papers.basin2016.monotone_path.losses import LOSSES
from verification.papers.basin2016.monotone_path.networks import Network

SIZES, SAMPLES, UNIT = (2, 3, 2), 4, 64
TRIALS, DEPTH, CLEAR = 400, 8, 1e-6  # that are tried; of halvings; between losses


def coarse(given: Instance) -> Instance:
    """The same with multiples of 1/64."""

    def rounded(array):
        return np.round(array * UNIT) / UNIT

    start, end = (
        Network(tuple(map(rounded, network.weights)), tuple(map(rounded, network.biases)))
        for network in (given.start, given.end)
    )
    return replace(given, start=start, end=end, samples=rounded(given.samples), targets=rounded(given.targets))


def parameters(network: Network) -> list[np.ndarray]:
    """Each layer's weights, with its biases as the last column."""
    return [np.column_stack(pair) for pair in zip(network.weights, network.biases, strict=True)]


def output(given: Instance, sample: int, k: int, share):
    """An output on a sample, at a share of the way from the start to the end."""
    values: list = [Fraction(x) for x in given.samples[sample]]
    layers = list(zip(parameters(given.start), parameters(given.end), strict=True))
    for number, rows in enumerate(layers, 1):
        sums = [
            ["+", *(["*", between(a, b, share), x] for a, b, x in zip(*row, [*values, 1], strict=True))]
            for row in zip(*rows, strict=True)
        ]
        values = sums if number == len(layers) else [["max", one, 0] for one in sums]
    return values[k]


def between(a, b, share):
    """A number at a share of the way from one to another."""
    first, last = Fraction(a), Fraction(b)
    return {0: first, 1: last}.get(share, ["+", first, ["*", share, last - first]])


def exact_outputs(network: Network, samples: np.ndarray) -> list[list[Fraction]]:
    """The outputs on all samples, of multiples of 1/64, for which floats do not round."""
    return [[Fraction(x) for x in row] for row in network(samples)]


def squared(rows, targets):
    """The mean over the samples of squared distances."""
    pairs = [
        (x, Fraction(y)) for row, target in zip(rows, targets, strict=True) for x, y in zip(row, target, strict=True)
    ]
    return ["/", ["+", *(["^", ["-", x, y], 2] for x, y in pairs)], len(rows)]


def cross_entropy(rows, targets):
    """The mean over the samples of log sum e^(output - own)."""
    own = targets.argmax(axis=1)
    each = [["log", ["+", *(["exp", ["-", x, row[k]]] for x in row)]] for row, k in zip(rows, own, strict=True)]
    return ["/", ["+", *each], len(rows)]


def signed_outputs(given):
    """Outputs on a sample and their opposites, of balls and as expressions: some are positive where P is not zero."""
    for s, k, sign in product(range(SAMPLES), range(SIZES[-1]), (1, -1)):
        name = f"{'an' if sign > 0 else 'minus an'} output, {k + 1} on sample {s + 1}"
        yield name, lambda rows, s=s, k=k, sign=sign: sign * rows[s][k], ["*", sign, output(given, s, k, "t")]


def excesses(given):
    """Outputs less that of the sample's class: some are positive where a sample is strictly misclassified."""
    for s, own in enumerate(given.targets.argmax(axis=1).tolist()):
        for k in set(range(SIZES[-1])) - {own}:
            name = f"an output less that of the class, {k + 1} on sample {s + 1}"
            excess = ["-", output(given, s, k, "t"), output(given, s, own, "t")]
            yield name, lambda rows, s=s, k=k, own=own: rows[s][k] - rows[s][own], excess


def positive_pieces(at, quantities, low=fmpq(0), high=fmpq(1), depth=DEPTH):  # noqa: B008
    """Pieces that cover an interval, and what is positive on all of each; None where on some piece nothing is."""
    rows = at(arb(low).union(arb(high)))
    found = {number for number, (_, of, _) in enumerate(quantities) if of(rows) > 0}
    if found or not depth:
        return [(low, high, found)] if found else None
    middle = (low + high) / 2
    halves = [positive_pieces(at, quantities, *ends, depth - 1) for ends in ((low, middle), (middle, high))]
    return None if None in halves else [piece for half in halves for piece in half]


def joined(pieces):
    """Neighbours that have a quantity in common as one."""
    found = pieces[:1]
    for low, high, numbers in pieces[1:]:
        start, _, before = found[-1]
        found = [*found[:-1], (start, high, before & numbers)] if before & numbers else [*found, (low, high, numbers)]
    return found


def segment(given, loss, named):
    """Outputs at both ends, their losses and that of outputs 0, and on each of some pieces what is positive there.

    None where pieces are not found, or a loss is too near to another.
    """
    quantities = list(named(given))
    pieces = positive_pieces(predictions(given), quantities)
    value = LOSSES[loss.__name__].value
    first, *others = (float(value(rows, given.targets)) for rows in
                      (given.start(given.samples), given.end(given.samples), 0 * given.targets))  # fmt: skip
    if pieces is None or first < max(others) + CLEAR:
        return None
    ends = [exact_outputs(network, given.samples) for network in (given.start, given.end)]
    start, end, none = (loss(rows, given.targets) for rows in (*ends, [[0] * SIZES[-1]] * SAMPLES))
    reached = [
        (f"output {k + 1} on sample {s + 1} at the {name}", output(given, s, k, share), "=", rows[s][k])
        for name, share, rows in (("start", 0, ends[0]), ("end", 1, ends[1]))
        for s, k in product(range(SAMPLES), range(SIZES[-1]))
    ]
    covered = [
        (*quantities[min(numbers)][::2], ">", 0, Between("t", low, high)) for low, high, numbers in joined(pieces)
    ]
    return inequalities(
        *reached,
        ("the losses at the start and of outputs 0", start, ">", none),
        ("the losses at the start and at the end", start, ">", end),
        *covered,
    )


def segments(seed, loss, steps, named):
    """The certificates of trials whose segments can be covered, one after another."""
    for trial in range(TRIALS):
        with suppress(ValueError):  # where no trained network is better than zero predictions
            drawn = instance(seed, loss.__name__, trial, SIZES, SAMPLES, steps)
            found = segment(coarse(drawn), loss, named)
            if found:
                yield found


def squared_segments(seed):
    """One segment on which some prediction is nowhere zero."""
    return list(islice(segments(seed, squared, LATE, signed_outputs), 1))


def cross_entropy_segments(seed):
    """One segment on which some sample is everywhere misclassified."""
    return list(islice(segments(seed, cross_entropy, EARLY, excesses), 1))
