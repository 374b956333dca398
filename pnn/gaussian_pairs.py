"""Means over two projections of a Gaussian vector, simulated in the plane of the two directions.

u.x and v.x depend on x through its part in their plane alone, so that two normal numbers stand for all inputs; and in
two dimensions a scrambled Sobol net fills the plane so evenly that the error of a mean of a continuous, piecewise
smooth function falls nearly as 1/samples: Owen, Annals of Statistics 25 (1997).
"""

from collections.abc import Callable

import numpy as np
from scipy.special import ndtri
from scipy.stats import qmc

from pnn.lines import Floats

REPLICATES = 16  # independent scrambles: their scatter is the error
_BLOCK = 1 << 14  # points at a time: they stay in the cache
_BITS = 30


def pair_mean(
    product: Callable[[Floats, Floats], Floats], cosine: float, samples: int, rng: np.random.Generator
) -> tuple[float, float]:
    """E product(u.x, v.x) for unit u, v with u.v = cosine and x ~ N(0, I), and its standard error.

    product takes and returns arrays of one shape; samples a power of two, 16 or more, in all scrambles together. The
    error, from 16 scrambles, has 15 degrees of freedom. Raises ValueError for a cosine outside [-1, 1] and for
    another number of samples.
    """
    if not -1 <= cosine <= 1:
        raise ValueError(f"cosine must lie in [-1, 1], got {cosine}")
    if samples < REPLICATES or samples & (samples - 1):
        raise ValueError(f"samples must be a power of two and {REPLICATES} or more, got {samples}")
    each, sine = samples // REPLICATES, np.sqrt((1 - cosine) * (1 + cosine))
    means = np.empty(REPLICATES)
    for replicate in range(REPLICATES):
        net, total = qmc.Sobol(2, rng=rng, bits=_BITS), 0.0
        for count in [min(_BLOCK, each)] * -(-each // _BLOCK):
            first, other = ndtri(net.random(count).T + 0.5 ** (_BITS + 1))  # the middle of a cell: never 0 or 1
            total += float(product(first, cosine * first + sine * other).sum())
        means[replicate] = total / each
    return float(means.mean()), float(means.std(ddof=1) / np.sqrt(REPLICATES))
