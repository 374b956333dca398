"""Certificates of losses on closed cells: a start, and what is said of the networks of its cell, fact by fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from verification.networks_on_samples import fact, texts
from verification.papers.basin2016.mathematics.networks import (
    Start,
    dot,
    mean_square,
    outputs,
    squared_loss,
    whole_start,
)
from verification.papers.basin2016.mathematics.rational import combination, exact_basin

Point = tuple[Sequence[Sequence], Sequence]  # weights (neurons, inputs), output weights (neurons,)


def basin(start: Start, *facts: dict) -> dict:
    """A start and facts about its closed cell."""
    data = {"samples": start.samples, "targets": start.targets, "start": neurons(start.weights, start.output_weights)}
    return {"kind": "basin", "data": {name: texts(entry) for name, entry in data.items()} | {"facts": list(facts)}}


def neurons(weights: Sequence[Sequence], output_weights: Sequence) -> list:
    """The weights and the output weight of each neuron."""
    return [[list(w), v] for w, v in zip(weights, output_weights, strict=True)]


def pull(start: Start, neuron: int, dual: Sequence) -> list:
    """The g for which dual . outputs is |v| g.w on a neuron's cone: b times the sum of dual x where it is active."""
    side, signs = start.sides[neuron], start.signs[neuron]
    active = [[side * d * c for c in x] for d, x, a in zip(dual, start.samples, signs, strict=True) if a > 0]
    return [sum(column, Fraction(0)) for column in zip(*active, strict=True)] or [Fraction(0)] * len(start.samples[0])


def multipliers(start: Start, neuron: int, dual: Sequence) -> list[Fraction]:
    """Numbers that are not negative with which the a x of a neuron add up to -g."""
    faces = [tuple(a * c for c in x) for a, x in zip(start.signs[neuron], start.samples, strict=True)]
    return combination(faces, [-c for c in pull(start, neuron, dual)])


def all_multipliers(start: Start, dual: Sequence) -> list[list[Fraction]]:
    """Those of every neuron."""
    return [multipliers(start, neuron, dual) for neuron in range(len(start.weights))]


def of_neurons(start: Start, kept: Sequence[int]) -> Start:
    """The start of some neurons alone."""
    return start._replace(
        weights=[start.weights[i] for i in kept], output_weights=tuple(start.output_weights[i] for i in kept)
    )


def least(start: Start, kept: Iterable[int] | None = None) -> dict:
    """The least loss on the closed cell of all neurons, or of some alone."""
    chosen = list(range(len(start.weights)) if kept is None else kept)
    some = of_neurons(start, chosen)
    found = exact_basin(*some)
    at = neurons(found.certificate.weights, found.certificate.output_weights)
    given: dict[str, Any] = {"neurons": [i + 1 for i in chosen], "at": at}
    return fact("least", found.value, multipliers=all_multipliers(some, found.certificate.dual), **given)


def bound(start: Start, dual: Sequence) -> dict:
    """A dual point and the bound of it."""
    value = (2 * dot(dual, start.targets) - dot(dual, dual)) / len(dual)
    return fact("bound", value, dual=list(dual), multipliers=all_multipliers(start, dual))


def point(start: Start, at: Point) -> dict:
    """A point of the closed cell, and its outputs."""
    return fact("point", outputs(start.samples, *at), at=neurons(*at))


def covered(start: Start) -> dict:
    """The samples with a neuron of their target's sign, and the mean of the other targets' squares."""
    pairs = list(zip(start.signs, start.sides, strict=True))
    found = [any(row[t] > 0 and side * y > 0 for row, side in pairs) for t, y in enumerate(start.targets)]
    rest = [0 if met else y for met, y in zip(found, start.targets, strict=True)]
    return fact("covered", mean_square(rest), samples=[t for t, met in enumerate(found, 1) if met])


def path(start: Start, points: Sequence[Point]) -> dict:
    """Points of the closed cell and their losses."""
    losses = [squared_loss(start.samples, start.targets, *one) for one in points]
    return fact("path", losses, points=[neurons(*one) for one in points])


def local_minimum(start: Start, at: Point, dual: Sequence, stuck: Sequence[int]) -> dict:
    """A point where some neurons are stuck on faces of output weight zero and the others are at their optimum."""
    rows = [[] if i in stuck else multipliers(start, i, dual) for i in range(len(start.weights))]
    return fact("local minimum", at=neurons(*at), multipliers=rows)


def small_starts(rng: np.random.Generator) -> list[Start]:
    """A random start of two neurons and three samples, and one of three and four, in the plane."""
    return [whole_start(rng, *shape) for shape in ((2, 3, 2), (3, 4, 2))]
