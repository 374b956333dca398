"""Networks with signs for output weights as data for anybody's program."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import islice

import numpy as np

from verification.networks_on_samples import fact, network
from verification.papers.diversity2017.nets import SIZES, Net, active_together, fraction, nets

FIRST = (1,)  # the layer whose derivatives D holds


def as_network(one: Net, *facts: dict) -> dict:
    """The network, with its facts: ReLUs with the derivative 1 at zero; the loss is the mean of squares over two."""
    units, samples = ([[fraction(entry) for entry in row] for row in rows] for rows in (one.units, one.samples))
    weights = list(zip(*units, strict=True)), [(sign,) for sign in one.signs]
    share = Fraction(1, 2 * len(samples))
    return network(samples, [fraction(y) for y in one.targets], weights, (0,), *facts, at_zero=1, share=share)


def first_nets(count: int, sizes: Sequence[tuple[int, int, int]] = SIZES) -> list[Net]:
    """The first random networks, the same for every seed, but for those that are 0 around some sample."""
    found = (one for one in nets(np.random.default_rng(0), 0, sizes) if all(map(any, zip(*one.active, strict=True))))
    return list(islice(found, count))


def rank(one: Net) -> dict:
    """The rank of D."""
    return fact("rank", one.matrix.rank(), layers=FIRST)


def overlaps(one: Net) -> dict:
    """How many units are active on both samples of every pair."""
    return fact("overlaps", active_together(one))


def below(level: Fraction | int, number: int) -> dict:
    """How many eigenvalues of D'D lie below a number."""
    return fact("eigenvalues", number, layers=FIRST, below=level)
