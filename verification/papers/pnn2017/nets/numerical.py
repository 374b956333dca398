"""Nets of lines made by hand, in float64."""

from itertools import combinations
from math import comb

import numpy as np

from pnn.lines import equally_spaced, random_lines
from verification.methods import numerical
from verification.methods.numerical import AtMost, Cases, Same
from verification.streams import streams


def count(dimension, delta, share=0.5, power=0):
    """share (1 + sqrt(2 / (1 - cos delta)))^(dimension + power)."""
    return share * (1 + np.sqrt(2 / (1 - np.cos(delta)))) ** (dimension + power)


def greedy_net(delta, points):
    """Indices of points, each further than delta from the lines before it, until all are within delta of one."""
    cosines, chosen = np.zeros(len(points)), []
    while (cosines < np.cos(delta)).any():
        chosen.append(int(np.argmin(cosines)))
        cosines = np.maximum(cosines, np.abs(points @ points[chosen[-1]]))
    return chosen


@numerical.check(
    "pnn.definition-1",
    "signed",
    wrong={"the net alone": {"sides": (1,)}, "its opposite alone": {"sides": (-1,)}},
)
def nets_with_their_opposites(rng, instances, sides=(1, -1)):
    """Random vectors and nets in one to four inputs: the angle of the nearest line, by its projection, against that of
    the nearest direction of the net and of its opposite."""
    for index in range(instances):
        inputs = 1 + index % 4
        net, vectors = random_lines(1 + index % 5 * (inputs > 1), inputs, rng), rng.standard_normal((20, inputs))
        vectors /= np.linalg.norm(vectors, axis=1)[:, None]
        across = np.linalg.norm(vectors[:, None] - (vectors @ net.T)[:, :, None] * net, axis=2).min(axis=1)
        directions = np.concatenate([side * net for side in sides])
        nearest = np.arccos(np.clip((vectors @ directions.T).max(axis=1), -1, 1))
        yield Same(f"instance {index}", nearest, np.arcsin(np.clip(across, 0, 1)), 1e-6)


@numerical.check(
    "pnn.lemma-5",
    "lines",
    wrong={
        "the power $d - 1$": {"power": -1},
        "a fiftieth for a half": {"share": 0.02},
        "lines twice as far apart": {"apart": 2.0},
    },
)
def greedy_packings(rng, instances, share=0.5, power=0, apart=1.0):
    r"""Greedy packings among random points in two to four inputs: separated by more than $\delta$, and few enough."""
    points = {d: random_lines(40 * instances, d, rng) for d in (2, 3, 4)}
    for (d, rows), delta in ((item, delta) for item in points.items() for delta in (0.2, 0.4, 0.8)):
        chosen = rows[greedy_net(delta, rows)]
        off = np.abs(chosen @ chosen.T) - 2 * np.eye(len(chosen))
        yield Cases(f"separated, d = {d}, delta = {delta}", int((off >= np.cos(apart * delta)).any()), 1)
        yield AtMost(f"count, d = {d}, delta = {delta}", len(chosen), count(d, delta, share, power))


@numerical.check(
    "pnn.lemma-5",
    "shell",
    wrong={"a fifth for a half": {"share": 0.2}, "eight inner balls for one": {"shell": 8.0}},
)
def equally_spaced_lines_of_the_plane(rng, instances, share=0.5, shell=1.0):
    r"""The sharper count for $d = 2$ against the number of lines in the largest equally spaced family whose lines
    are further than $\delta$ apart, which is $\frac\pi\delta$ less one, rounded up. The first $\delta$ is small,
    where the inner ball is most of the shell."""
    for delta in (0.05, *rng.uniform(0.02, np.pi / 2, instances)):
        packed = int(np.ceil(np.pi / delta)) - 1
        ratio = np.sqrt(2 / (1 - np.cos(delta)))
        yield AtMost(f"delta = {delta:.3f}", packed, share * ((1 + ratio) ** 2 - shell * (ratio - 1) ** 2))


def net_of_planes(planes, inputs, delta):
    """Equally spaced lines at most 2 delta apart in each of the coordinate planes: (lines, inputs)."""
    lines = equally_spaced(int(np.ceil(np.pi / (2 * delta))))
    net = np.zeros((len(planes), len(lines), inputs))
    for plane, block in zip(planes, net, strict=True):
        block[:, plane] = lines
    return net.reshape(-1, inputs)


@numerical.check(
    "pnn.corollary-5",
    "sparse",
    wrong={
        "one support for all": {"supports": 1},
        "lines of the first plane alone": {"spread": 1},
        "the power $s - 1$": {"power": -1},
    },
)
def nets_of_coordinate_planes(rng, instances, supports=None, spread=None, power=0):
    r"""$s = 2$: equally spaced lines in every coordinate plane cover random sparse weights within $\delta$, and are
    few enough."""
    for index, stream in enumerate(streams(rng, instances, fixed=tuple(range(10)))):
        d, delta = int(stream.integers(2, 6)), stream.uniform(0.05, 0.7)
        net = net_of_planes(list(combinations(range(d), 2))[:spread], d, delta)
        sparse = np.zeros((20, d))
        for row in sparse:
            row[stream.permutation(d)[:2]] = stream.standard_normal(2)
        sparse /= np.linalg.norm(sparse, axis=1)[:, None]
        nearest = np.abs(sparse @ net.T).max(axis=1)
        yield Cases(f"covered, instance {index}", int((nearest < np.cos(delta) - 1e-12).sum()), len(sparse))
        limit = (supports or comb(d, 2)) * count(2, delta, power=power)
        yield AtMost(f"count, instance {index}", len(net), limit)


@numerical.check(
    "pnn.corollary-5",
    "known-supports",
    wrong={
        "one support for all": {"supports": 1},
        "lines of the first support alone": {"spread": 1},
        "the power $s - 1$": {"power": -1},
    },
)
def nets_of_known_planes(rng, instances, supports=None, spread=None, power=0):
    r"""$k$ weights with two known inputs each, of six: equally spaced lines in the planes of their supports, each
    plane once, cover them within $\delta$, and are few enough."""
    for index, stream in enumerate(streams(rng, instances, fixed=tuple(range(10)))):
        k, delta = int(stream.integers(2, 13)), stream.uniform(0.05, 0.7)
        planes = [tuple(sorted(stream.permutation(6)[:2])) for _ in range(k)]
        net = net_of_planes(list(dict.fromkeys(planes))[:spread], 6, delta)
        weights = np.zeros((k, 6))
        for row, plane in zip(weights, planes, strict=True):
            row[list(plane)] = stream.standard_normal(2)
        weights /= np.linalg.norm(weights, axis=1)[:, None]
        off = (np.abs(weights @ net.T).max(axis=1) < np.cos(delta) - 1e-12).sum()
        yield Cases(f"covered, instance {index}", int(off), k)
        yield AtMost(f"count, instance {index}", len(net), (supports or k) * count(2, delta, power=power))
