"""Hunts for points of a closed cell where one neuron is stuck, and for neurons that raise the value of a basin."""

import math
from fractions import Fraction
from itertools import combinations

import numpy as np

from verification.comparisons import at_most, search
from verification.methods import hunt
from verification.methods.hunt import Hunt, Instance
from verification.papers.basin2016.hunted_starts import basin, read, starts


def one_input(rng):
    """One to three samples in one input."""
    return rng.integers(-3, 4, (int(rng.integers(1, 4)), 1)).astype(float)


def multiples(rng):
    """Samples on one line of two or three inputs, zero among them at times."""
    line = rng.integers(-3, 4, (1, int(rng.integers(2, 4))))
    return rng.integers(-2, 3, (int(rng.integers(1, 4)), 1)) * line.astype(float)


def whole_samples(rng):
    """Samples of whole numbers in two or three inputs."""
    return rng.integers(-3, 4, (int(rng.integers(1, 5)), int(rng.integers(2, 4)))).astype(float)


def axes(rng):
    """Samples along the axes."""
    return np.eye(int(rng.integers(1, 4)))


def nearly_equal(rng):
    """Two samples a hundredth apart, and their opposites at times."""
    first = rng.standard_normal((1, 2))
    return np.concatenate([first, rng.choice([-1, 1]) * (first + 0.01 * rng.standard_normal((1, 2)))])


def far_scales(rng):
    """Samples of sizes far apart."""
    return rng.standard_normal((3, 2)) * 10.0 ** rng.integers(-3, 4, (3, 1))


SAMPLES = {
    "one input": one_input,
    "samples on one line": multiples,
    "whole numbers": whole_samples,
    "axes": axes,
    "nearly equal samples": nearly_equal,
    "scales far apart": far_scales,
}


def stuck_faces(rank_one: bool, most: int) -> Hunt:
    """One neuron of output weight zero: samples (samples, inputs), targets and weight (1, ...), the cell's side b.

    With the slope f(w) = b sum_t y_t relu(w.x_t) of minus the loss in |v| (of the squared loss over two), the point
    (w, 0) is a local minimum over its closed cell where f(w) < 0, since f is continuous, and it is not global where
    f > 0 somewhere in the cell. No sample is zero: with one every cell is empty.
    """

    def below(instance):
        samples, targets, weight = (instance.numbers[name] for name in ("samples", "targets", "weight"))
        if len(samples) > most or (rank_one and np.linalg.matrix_rank(samples) != 1):
            return math.inf
        if not weight.any() or not samples.any(axis=1).all():
            return math.inf
        scale = np.abs(targets).sum() * np.abs(samples).max() * np.abs(weight).max()
        if not scale:
            return math.inf
        here = slopes(instance.kind["side"], samples, targets[0], weight)[0]
        ways = within(samples, weight[0], directions(samples))
        best = max(slopes(instance.kind["side"], samples, targets[0], ways), default=0.0)
        return float(max(here, -best) / scale)

    def certified(instance):
        samples, (targets,), (weight,) = (instance.fractions(name) for name in ("samples", "targets", "weight"))
        if len(samples) > most or (rank_one and exact_rank(samples) != 1) or not all(map(any, samples)):
            return ""
        side = instance.kind["side"]
        ways = [way for way in exact_directions(samples) if all(same_side(x, weight, way) for x in samples)]
        found = max(ways, key=lambda way: slope(side, samples, targets, way), default=None)
        if found is None or not slope(side, samples, targets, weight) < 0 < slope(side, samples, targets, found):
            return ""
        return words(side, samples, targets, weight, found)

    return Hunt({name: one_neuron(sample) for name, sample in SAMPLES.items()}, below, certified, shown)


def one_neuron(sample):
    """Draws such a neuron: targets of whole numbers, and the weight too as often as not."""

    def draw(rng):
        samples = sample(rng)
        shape = (1, samples.shape[1])
        targets = rng.integers(-4, 5, (1, len(samples))).astype(float)
        weight = rng.integers(-3, 4, shape).astype(float) if rng.random() < 0.5 else rng.standard_normal(shape)
        numbers = {"samples": samples, "targets": targets, "weight": weight}
        return Instance(numbers, {"side": int(rng.choice([-1, 1]))})

    return draw


def slopes(side, samples, targets, ways):
    """f at each row of `ways`."""
    return side * np.maximum(np.atleast_2d(ways) @ samples.T, 0) @ targets


def within(samples, weight, ways):
    """The rows of `ways` in the closed cell of a weight, a sample at its kink counted on both sides."""
    signs = np.sign(samples @ weight)
    return ways[((ways @ samples.T) * signs >= 0).all(axis=1) & ((signs != 0) | (ways @ samples.T == 0)).all(axis=1)]


def directions(samples):
    """`exact_directions` in floating point, shape (directions, inputs)."""
    rows = [[float(e) for e in row] for row in exact_directions(samples.tolist())]
    return np.array(rows).reshape(-1, samples.shape[1])


def exact_directions(samples):
    """The samples, what is orthogonal to one or two of them in their span or across it, and the opposites."""
    found = [*map(tuple, samples)]
    if len(samples[0]) == 2:
        found += [(-y, x) for x, y in samples]
    if len(samples[0]) == 3:
        normals = [cross(a, b) for a, b in combinations(samples, 2)]
        found += normals + [cross(n, x) for n in normals for x in samples]
    return [way for row in found for way in (row, tuple(-e for e in row)) if any(way)]


def cross(a, b):
    """The cross product of two vectors."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def dot(a, b):
    """The product of two vectors."""
    return sum(p * q for p, q in zip(a, b, strict=True))


def same_side(sample, weight, way):
    """Whether `way` lies on the side of the kink where the weight is; where that is on it, so must `way`."""
    here, there = dot(sample, weight), dot(sample, way)
    return here * there >= 0 and (here != 0 or there == 0)


def slope(side, samples, targets, way):
    """f at one vector, in fractions."""
    return side * sum(y * max(dot(x, way), Fraction(0)) for x, y in zip(samples, targets, strict=True))


def exact_rank(samples):
    """0, 1, or 2 for anything more."""
    rows = [row for row in samples if any(row)]
    minors = [a[i] * b[j] - a[j] * b[i] for a, b in combinations(rows, 2) for i, j in combinations(range(len(a)), 2)]
    return 0 if not rows else 2 if any(minors) else 1


def words(side, samples, targets, weight, way):
    """The loss where the neuron is stuck, and the least along another direction of the cell."""
    loss = dot(targets, targets) / 2
    size = sum(max(dot(x, way), Fraction(0)) ** 2 for x in samples)
    gain = slope(side, samples, targets, way) ** 2 / (2 * size)
    return f"w = {text(weight)}, v = 0 is stuck at the loss {loss}; with w = {text(way)} it falls to {loss - gain}"


def text(row):
    """(1, 0, -1/2)"""
    return f"({', '.join(map(str, row))})"


def shown(instance):
    """Samples, targets and the cell's side."""
    samples, (targets,) = instance.fractions("samples"), instance.fractions("targets")
    return f"samples {', '.join(map(text, samples))}, y = {text(targets)}, b = {instance.kind['side']:+d}"


@hunt.check(
    "basin.lemma-1",
    "local-is-global",
    wrong={"at most two samples": {"most": 2}, "at most three samples": {"most": 3}},
    false=True,
)
def one_neuron_in_its_cell(rank_one=False, most=5):
    """As printed, for one neuron: is a point with output weight zero a local minimum that is not global?"""
    return stuck_faces(rank_one, most)


@hunt.check("basin.lemma-1", "rank-one", wrong={"samples of any rank": {"rank_one": False}})
def one_neuron_and_samples_of_rank_one(rank_one=True, most=5):
    """Samples that are multiples of one vector: is a point with output weight zero a minimum that is not global?"""
    return stuck_faces(rank_one, most)


@hunt.check("basin.lemma-2", "subset", wrong={"neurons of the other output sign": {"same": False}}, per_stratum=100)
def subsets_with_a_lower_value(same=True):
    """The exact least loss over the basin of a start against that of its first neurons, half of them or none."""

    def compare(instance):
        found = read(instance)
        if found is None:
            return None
        samples, targets, weights, output = found
        half = len(weights) // 2
        fewer = samples, targets, weights[:half], tuple(v if same else -v for v in output[:half])
        return at_most(basin(*found), basin(*fewer), "values of the whole and of the subset")

    return search(starts(), compare)
