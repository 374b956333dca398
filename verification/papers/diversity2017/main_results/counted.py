"""Entries and discrepancies of millions of units in the plane, counted in whole numbers.

A turn is cut into equal parts, `counts` of units lie at their middles, and samples at their ends. The unit is 1/parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement

import numpy as np
import numpy.typing as npt

from verification.papers.diversity2017.main_results import pulled

Counts = npt.NDArray[np.int64]


def excess(counts: Counts) -> Counts:
    """The number of units before every end of a part less the number of parts before it, shape (parts + 1,)."""
    return np.concatenate([[0], np.cumsum(counts - 1)])


def entries(counts: Counts, samples: Sequence[int]) -> Iterator[int]:
    """E_ij of all pairs of samples, i = j too: the units on the arc where both half circles are, less its parts."""
    parts, over = len(counts), excess(counts)
    for pair in combinations_with_replacement(samples, 2):
        x, y = pair if (pair[1] - pair[0]) % parts <= parts // 2 else pair[::-1]
        first, last = (y - parts // 4) % parts, (x + parts // 4) % parts
        yield int(over[last] - over[first])  # all parts together have no excess: an arc may pass the end of the turn


def reach(counts: Counts) -> int:
    """A bound on L_inf: of all arcs, open or closed, and of pairs of opposite points.

    Around a unit the excess is half a part below the end before it and half a part above the end beyond it, at most.
    """
    over = excess(counts)
    opposite = counts + np.roll(counts, len(counts) // 2)
    return max(int(over.max() - over.min()) + 1, int(opposite.max()))


def mean_square(counts: Counts) -> Fraction:
    """L_2^2 in units of 1/parts^2: twice the variance of the excess, which falls by 1 a part between units."""
    over, parts = excess(counts)[:-1], len(counts)
    mean, square = Fraction(int(over.sum()), parts), Fraction(int((over * over).sum()), parts)
    return 2 * (square + Fraction(1, 12) - mean * mean)


def bear_out(samples: Sequence[int], parts: int, moved: int) -> bool:
    """Whether the closed forms of pulled units hold for these samples, counted."""
    counts = pulled.occupied(samples, parts, moved)
    return (
        int(counts.min()) >= 0
        and all(entry == -2 * moved for entry in entries(counts, samples))
        and reach(counts) <= parts * pulled.largest(parts, moved)
        and mean_square(counts) == parts**2 * pulled.mean_square(len(samples), parts, moved)
    )
