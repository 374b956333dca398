"""Networks on few samples: with columns of D of one length, and on antipodal pairs of samples."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from verification.papers.diversity2017.nets import Net, net, nonzero_rows
from verification.streams import streams

UNIT = ((1, 0), (Fraction(3, 5), Fraction(4, 5)))
PAIRS = [(1, 0), (0, 1), UNIT[1]]
ORTHOGONAL = ([(0, 1), (1, 0), (4, -3)], [1, 1, 1], [*PAIRS, *((-a, -b) for a, b in PAIRS)])


def symmetric_net(rng: np.random.Generator, samples: int) -> Net:
    """Two units that are active on all samples (1, a), (1, -a): columns of one length."""
    a = int(rng.integers(1, 4))
    units = [(4 * int(rng.integers(1, 4)), int(rng.integers(-1, 2))) for _ in range(2)]
    return net(units, (1, -1), [(1, a), (1, -a)][:samples], rng.integers(-3, 4, samples).tolist())


def pairs_and_units(rng, instances, pairs_beyond: int, orthogonal: bool) -> Iterator[Net]:
    """Antipodal pairs of whole samples, more than inputs, and units orthogonal to none of them, or to some."""
    if orthogonal:
        yield net(*ORTHOGONAL)
    for index, stream in enumerate(streams(rng, instances, fixed=tuple(range(6)))):
        inputs = 2 + index % 2
        some = nonzero_rows(stream, inputs + pairs_beyond, inputs)
        samples = [*some, *([-entry for entry in x] for x in some)]
        units = [w for w in nonzero_rows(stream, 20, inputs) if all(np.dot(w, x) for x in samples)]
        if units:
            yield net(units, [1] * len(units), samples)
