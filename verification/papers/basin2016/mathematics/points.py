"""Random points of closed cells, in fractions."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from verification.papers.basin2016.mathematics.networks import Start, dot


def cell_point(rng: np.random.Generator, start: Start) -> tuple[list[list[Fraction]], list[Fraction]]:
    """Weights (neurons, inputs) and output weights (neurons,) in the closed cell of a start.

    Weights may lie on the boundary or inside; about one output weight in six is zero.
    """
    weights = []
    for row, signs in zip(start.weights, start.signs, strict=True):
        drawn = [tuple(map(int, rng.integers(-12, 13, len(row)))) for _ in range(8)]
        inside = [w for w in drawn if all(a * dot(w, x) >= 0 for a, x in zip(signs, start.samples, strict=True))]
        weights.append([w + Fraction(r, 3) for w, r in zip(inside[0] if inside else row, row, strict=True)])
    sizes = [Fraction(int(size), 4) for size in rng.integers(0, 6, len(weights))]
    return weights, [side * size for side, size in zip(start.sides, sizes, strict=True)]
