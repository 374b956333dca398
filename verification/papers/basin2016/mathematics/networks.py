"""Two-layer networks over whole numbers and fractions, from the definition, and random whole-number starts."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

import numpy as np


class Start(NamedTuple):
    """Whole numbers: samples (samples, inputs), targets (samples,), weights (neurons, inputs), output weights."""

    samples: list[tuple[int, ...]]
    targets: tuple[int, ...]
    weights: list[tuple[int, ...]]
    output_weights: tuple[int, ...]

    @property
    def signs(self) -> list[tuple[int, ...]]:
        """The sign of every neuron on every sample."""
        return [tuple(sign(dot(w, x)) for x in self.samples) for w in self.weights]

    @property
    def sides(self) -> tuple[int, ...]:
        """The signs of the output weights."""
        return tuple(sign(v) for v in self.output_weights)


def sign(value) -> int:
    """-1, 0 or 1."""
    return (value > 0) - (value < 0)


def dot(left, right):
    """The scalar product of two sequences."""
    return sum(a * b for a, b in zip(left, right, strict=True))


def outputs(samples, weights, output_weights) -> list:
    """sum_i v_i max(<w_i, x>, 0) for every sample."""
    pairs = list(zip(weights, output_weights, strict=True))
    return [sum(v * max(dot(w, x), 0) for w, v in pairs) for x in samples]


def squared_loss(samples, targets, weights, output_weights) -> Fraction:
    """The mean of (p - y)^2."""
    return mean_square(p - y for p, y in zip(outputs(samples, weights, output_weights), targets, strict=True))


def mean_square(numbers) -> Fraction:
    """The mean of the squares of whole numbers or fractions."""
    squares = [Fraction(x) ** 2 for x in numbers]
    return sum(squares, Fraction(0)) / len(squares)


def whole_start(
    rng: np.random.Generator, neurons: int, samples: int, inputs: int, largest: int = 3, no_zero: bool = True
) -> Start:
    """A random start off all boundaries, entries up to `largest` in size; samples that are zero are drawn again."""
    x = [_row(rng, inputs, largest, no_zero) for _ in range(samples)]
    rows: list[tuple[int, ...]] = []
    while len(rows) < neurons:
        row = _row(rng, inputs, 4 * largest, True)
        if all(dot(row, s) for s in x if any(s)):
            rows.append(row)
    sides = tuple(int(v) for v in rng.choice((-2, -1, 1, 2), neurons))
    return Start(x, tuple(map(int, rng.integers(-largest, largest + 1, samples))), rows, sides)


def _row(rng: np.random.Generator, inputs: int, largest: int, no_zero: bool) -> tuple[int, ...]:
    row = tuple(map(int, rng.integers(-largest, largest + 1, inputs)))
    return row if any(row) or not no_zero else _row(rng, inputs, largest, no_zero)
