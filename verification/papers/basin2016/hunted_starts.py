"""Whole-number samples, targets and starts for hunts over basins, from strata that include every boundary."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import numpy as np

from verification.methods.hunt import Instance
from verification.papers.basin2016.mathematics.networks import dot, sign
from verification.papers.basin2016.mathematics.rational import exact_basin


def on_axes(rng):
    """Two to five samples along the axes of one to three inputs, several on one side among them."""
    inputs = int(rng.integers(1, 4))
    rows = np.eye(inputs)[rng.integers(0, inputs, int(rng.integers(1, 5)))]
    return rows * rng.choice([-2, -1, 1, 2], (len(rows), 1))


def anywhere(rng):
    """One to four samples of one to three inputs."""
    return rows_of(rng, int(rng.integers(1, 5)), int(rng.integers(1, 4)))


def independent(rng):
    """As many samples as inputs, or fewer; independent up to chance."""
    inputs = int(rng.integers(1, 4))
    return rows_of(rng, int(rng.integers(1, inputs + 1)), inputs)


def on_one_line(rng):
    """Multiples of one sample."""
    return rng.choice([-2, -1, 1, 2], (int(rng.integers(1, 4)), 1)) * rows_of(rng, 1, int(rng.integers(1, 4)))


def rows_of(rng, count, inputs):
    """Rows of whole numbers, none zero."""
    rows = rng.integers(-2, 3, (count, inputs)).astype(float)
    rows[~rows.any(axis=1), 0] = 1.0
    return rows


SAMPLES: dict[str, Callable] = {
    "samples on the axes": on_axes,
    "samples anywhere": anywhere,
    "independent samples": independent,
    "samples on one line": on_one_line,
}


def starts(samples=SAMPLES):
    """A sampler of samples, targets (zero among them), and one to four neurons, or eight, for every stratum."""

    def sampler(sample):
        def draw(rng):
            rows = sample(rng)
            neurons = int(rng.integers(1, 5)) if rng.random() < 0.5 else 8
            numbers = {"samples": rows, "targets": rng.integers(-2, 3, (1, len(rows))).astype(float)}
            numbers["weights"] = rng.integers(-5, 6, (neurons, rows.shape[1])).astype(float)
            numbers["output"] = rng.choice([-1.0, 1.0], (1, neurons))
            return Instance(numbers)

        return draw

    return {name: sampler(sample) for name, sample in samples.items()}


def read(instance: Instance):
    """Samples, targets, weights and output weights in fractions; None for a zero sample, or entries that are no whole
    numbers, or a start on the boundary between cells."""
    samples, (targets,) = instance.fractions("samples"), instance.fractions("targets")
    weights, (output,) = instance.fractions("weights"), instance.fractions("output")
    whole = all(e.denominator == 1 for row in (*samples, targets) for e in row)
    if not whole or not all(map(any, samples)) or not all(output):
        return None
    if any(dot(w, x) == 0 for w in weights for x in samples):
        return None
    return samples, targets, weights, output


def basin(samples, targets, weights, output) -> Fraction:
    """The exact least loss over the closed cell."""
    return exact_basin(samples, targets, weights, output).value


def rays(samples, targets):
    """Samples that are positive multiples of one another, each group with its sizes and targets."""
    groups: dict[tuple, list] = {}
    for x, y in zip(samples, targets, strict=True):
        size = sum(map(abs, x), Fraction(0))
        groups.setdefault(tuple(e / size for e in x), []).append((size, y))
    return groups


def need(group) -> int:
    """The sign of the best multiple of the sizes for the targets of one group."""
    return sign(sum(size * y for size, y in group))


def optimum(groups, count) -> Fraction:
    """The least mean squared loss where every group has a multiple of its sizes of its own."""
    losses = (
        sum((y * y for _, y in group), Fraction(0))
        - sum((size * y for size, y in group), Fraction(0)) ** 2 / sum(size * size for size, _ in group)
        for group in groups.values()
    )
    return sum(losses, Fraction(0)) / count


def covered(groups, weights, output) -> bool:
    """Whether some neuron acts on every group that has a need, with the output sign of the need."""
    return all(
        not need(group) or any(dot(w, x) > 0 and sign(v) == need(group) for w, v in zip(weights, output, strict=True))
        for x, group in groups.items()
    )
