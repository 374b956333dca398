"""The errors of networks that follow their nearest lines, in float64."""

import numpy as np

from pnn.lines import equally_spaced, random_lines
from pnn.risk import population_risk
from verification.methods import numerical
from verification.methods.numerical import AtMost
from verification.papers.pnn2017.nets.numerical import net_of_planes
from verification.streams import streams

FIXED = tuple(range(10))  # streams of the first networks, the same for every seed: they refute the variants
CIRCLE = 2 * np.pi * np.arange(8192) / 8192


@numerical.check(
    "pnn.lemma-4",
    "bound",
    wrong={"0.9 of the difference": {"share": 0.9}, "half of $|x|$": {"length": 0.5}},
)
def random_pairs(rng, instances, share=1.0, length=1.0):
    """Both inequalities for random vectors; in every third case $x$ lies along $w_1 - w_2$, in every fourth $w_2$
    and $x$ lie along $w_1$, where all three are equal."""
    for index in range(instances):
        w, v, x = rng.standard_normal((3, int(rng.integers(1, 8))))
        x = w - v if index % 3 == 0 else x
        v, x = (w / 2, w) if index % 4 == 0 else (v, x)
        gap = abs(max(w @ x, 0) - max(v @ x, 0))
        yield AtMost(f"first, instance {index}", gap, share * abs((w - v) @ x))
        yield AtMost(f"second, instance {index}", abs((w - v) @ x), length * np.linalg.norm(w - v) * np.linalg.norm(x))


def followed(rng, index, delta):
    """Weights (neurons, 2) with norms up to M = 1 and the network that follows the nearest lines of a net.

    In every third instance the weights are equal, of norm 1, at the full angle from their line.
    """
    number = max(1, int(np.floor(np.pi / (2 * delta))))
    spread = np.pi / (2 * number) if index % 3 else delta
    angle = rng.uniform(-spread, spread, int(rng.integers(1, 8)))
    sizes = rng.uniform(0, 1, len(angle))
    if index % 3 == 0:
        angle, sizes = np.full(len(angle), delta), np.ones(len(angle))
    angle = np.minimum(np.abs(angle), delta) * np.sign(angle)
    base = rng.integers(0, 2 * number, 1 if index % 3 == 0 else len(angle)) * np.pi / number
    on = np.column_stack([np.cos(base), np.sin(base)]) + np.zeros((len(angle), 1))
    off = np.column_stack([np.cos(base + angle), np.sin(base + angle)])
    return sizes[:, None] * off, sizes[:, None] * on


def mean_error(net, other):
    """E |h - h'| in the plane: sqrt(pi/2) times the mean over the circle, by the trapezoidal rule."""
    x = np.column_stack([np.cos(CIRCLE), np.sin(CIRCLE)])
    gap = np.maximum(x @ net.T, 0).sum(axis=1) - np.maximum(x @ other.T, 0).sum(axis=1)
    return np.sqrt(np.pi / 2) * float(np.mean(np.abs(gap)))


@numerical.check(
    "pnn.definition-2",
    "ordered",
    wrong={"half of the root mean square": {"share": 0.5}, "its square": {"power": 2}},
)
def mean_and_root_mean_square(rng, instances, share=1.0, power=1):
    """$E |h - h'|$ in the plane is at most the root of the library's risk, for networks of one to seven neurons."""
    for index, stream in enumerate(streams(rng, instances, FIXED)):
        net, other = followed(stream, index, stream.uniform(0.02, np.pi / 2))
        bound = share * np.sqrt(population_risk(net, other)) ** power
        yield AtMost(f"instance {index}", mean_error(net, other), bound, 1e-5)


@numerical.check(
    "pnn.corollary-6",
    "no-lines",
    wrong={"one neuron for $k$": {"neurons": 1}, "0.7 for 1": {"share": 0.7}},
)
def networks_against_zero(rng, instances, neurons=None, share=1.0):
    r"""The root mean square of networks of $k$ neurons of norm 1 at most, by the library's risk, is at most
    $\frac k{\sqrt2}$; in every third instance of equal neurons of norm 1."""
    for index in range(instances):
        k, inputs = 2 + index % 6, 1 + index % 5
        weights = rng.standard_normal((k, inputs))
        weights *= rng.uniform(0.5, 1, (k, 1)) / np.linalg.norm(weights, axis=1)[:, None]
        weights = np.eye(inputs)[:1].repeat(k, axis=0) if index % 3 == 0 else weights
        size = np.sqrt(population_risk(np.zeros((0, inputs)), weights))
        yield AtMost(f"instance {index}", size, share * (neurons or k) / np.sqrt(2), 1e-9)


def printed(k, delta, share=1.0, root=0.5):
    """k M sqrt(2 d (1 - cos delta)) with M = 1 and d = 2."""
    return share * k * np.sqrt(2.0) * (2 * (1 - np.cos(delta))) ** root


def networks(rng, instances):
    """Numbers of neurons, angles, networks in the plane and those on the nearest lines; every sixth angle is small."""
    for index, stream in enumerate(streams(rng, instances, FIXED)):
        delta = stream.uniform(0.02, 0.2 if index % 6 == 0 else np.pi / 2)
        net, other = followed(stream, index, delta)
        yield f"instance {index}", len(net), delta, net, other


@numerical.check(
    "pnn.theorem-14",
    "mean",
    wrong={"a quarter of the bound": {"share": 0.25}, r"$1 - \cos$ without the root": {"root": 1.0}},
)
def mean_errors_in_the_plane(rng, instances, **wrong):
    """$E |h - h'|$ in the plane is at most the printed bound."""
    for name, k, delta, net, other in networks(rng, instances):
        yield AtMost(name, mean_error(net, other), printed(k, delta, **wrong), 1e-5)


@numerical.check(
    "pnn.theorem-14",
    "root-mean-square",
    wrong={"0.4 of the bound": {"share": 0.4}, r"$1 - \cos$ without the root": {"root": 1.0}},
)
def risks_in_the_plane(rng, instances, **wrong):
    """The root of the library's risk, for networks in the plane, is at most the printed bound."""
    for name, k, delta, net, other in networks(rng, instances):
        yield AtMost(name, np.sqrt(population_risk(net, other)), printed(k, delta, **wrong))


@numerical.check(
    "ours.theorem-14-sharp",
    "mean",
    wrong={"0.98 of the bound": {"share": 0.98}, "the root of $k$": {"power": 0.5}},
)
def mean_errors_sharp(rng, instances, share=1.0, power=1.0):
    r"""$E |h - h'|$ is at most $k M \sqrt{\frac1\pi (1 - \cos\delta)}$."""
    for name, k, delta, net, other in networks(rng, instances):
        yield AtMost(name, mean_error(net, other), share * k**power * np.sqrt((1 - np.cos(delta)) / np.pi), 1e-5)


@numerical.check(
    "ours.theorem-14-sharp",
    "root-mean-square",
    wrong={
        "0.98 of the bound": {"share": 0.98},
        "the mean's bound": {"scale": 1 / np.pi},
        "0.95 of the second bound": {"second": 0.95},
    },
)
def risks_sharp(rng, instances, share=1.0, scale=None, second=1.0):
    """The root of the library's risk, for networks in the plane, is at most both bounds."""
    for name, k, delta, net, other in networks(rng, instances):
        exact = 1 - (np.sin(delta) + (np.pi - delta) * np.cos(delta)) / np.pi
        exact = exact if scale is None else scale * (1 - np.cos(delta))
        found = np.sqrt(population_risk(net, other))
        yield AtMost(f"first, {name}", found, share * k * np.sqrt(exact), 1e-9)
        yield AtMost(f"second, {name}", found, second * k * np.sqrt(1 - np.cos(delta)), 1e-9)


def nets_for_an_error(rng, instances, largest, gap, limit, error_of, allowed):
    """Equally spaced lines in the plane at the angle for an error: few enough, and networks err by no more.

    In every third instance all neurons are alike, of length one, halfway between two lines.
    """
    for index, stream in enumerate(streams(rng, instances, FIXED)):
        k = int(stream.integers(1, 8))
        epsilon = k * largest * 10.0 ** stream.uniform(-2, 0)
        delta = np.arccos(1 - gap(k, epsilon))
        lines = equally_spaced(int(np.ceil(np.pi / (2 * delta))))
        weights = random_lines(k, 2, stream) * stream.uniform(0.5, 1, (k, 1))
        if index % 3 == 0:
            middle = np.pi / (2 * len(lines))
            weights = np.full((k, 2), [np.cos(middle), np.sin(middle)])
        cosines = weights @ lines.T
        nearest = np.argmax(np.abs(cosines), axis=1)
        signs = np.sign(cosines[np.arange(k), nearest]) * np.linalg.norm(weights, axis=1)
        yield AtMost(f"count, instance {index}", len(lines), limit(k, epsilon))
        found = error_of(weights, signs[:, None] * lines[nearest])
        yield AtMost(f"error, instance {index}", found, allowed * epsilon, 1e-5)


@numerical.check(
    "pnn.corollary-6",
    "lines",
    wrong={
        "the power $s - 1$": {"power": 1},
        "a tenth for a half": {"share": 0.1},
        "a tenth of the error": {"allowed": 0.1},
    },
)
def lines_for_an_error(rng, instances, power=2, share=0.5, allowed=1.0):
    """Two inputs, $s = 2$: the printed number of lines suffices."""
    return nets_for_an_error(
        rng,
        instances,
        2.0,
        lambda k, epsilon: epsilon**2 / (4 * k**2),
        lambda k, epsilon: share * (1 + 2 * k * np.sqrt(2) / epsilon) ** power,
        mean_error,
        allowed,
    )


@numerical.check(
    "pnn.corollary-6",
    "known-supports",
    wrong={
        "the power $s - 1$": {"power": 1},
        "lines for one neuron": {"neurons": 1},
        "a tenth of the error": {"allowed": 0.1},
    },
)
def known_planes_for_an_error(rng, instances, power=2, neurons=None, allowed=1.0):
    """$k$ neurons with two known inputs each, of six: equally spaced lines at the angle for the error in the planes
    of their supports, each plane once. Their number is at most that stated, and the root of the library's risk of
    the network that follows the nearest lines at most the error. In every third instance all neurons are alike, at
    the full angle from their line."""
    for index, stream in enumerate(streams(rng, instances, FIXED)):
        k = int(stream.integers(2, 8))
        epsilon = k * np.sqrt(12) * 10.0 ** stream.uniform(-1.2, -0.2)
        delta = np.arccos(1 - epsilon**2 / (12 * k**2))
        weights, net = sparse_network(stream, k, delta, index % 3 == 0)
        cosines = weights @ net.T
        nearest = np.argmax(np.abs(cosines), axis=1)
        signs = np.sign(cosines[np.arange(k), nearest]) * np.linalg.norm(weights, axis=1)
        error = np.sqrt(population_risk(weights, signs[:, None] * net[nearest]))
        limit = (neurons or k) / 2 * (1 + 2 * k * np.sqrt(6) / epsilon) ** power
        yield AtMost(f"count, instance {index}", len(net), limit)
        yield AtMost(f"error, instance {index}", error, allowed * epsilon, 1e-9)


def sparse_network(rng, k, delta, alike):
    """k weights (k, 6) with two entries each and lengths up to 1, and a net of lines in the planes of the supports."""
    planes = [tuple(sorted(rng.permutation(6)[:2])) for _ in range(1 if alike else k)] * (k if alike else 1)
    angles = np.full(k, delta) if alike else rng.uniform(0, 2 * np.pi, k)
    sizes = np.ones(k) if alike else rng.uniform(0, 1, k)
    weights = np.zeros((k, 6))
    for row, plane, angle, size in zip(weights, planes, angles, sizes, strict=True):
        row[list(plane)] = size * np.cos(angle), size * np.sin(angle)
    return weights, net_of_planes(list(dict.fromkeys(planes)), 6, delta)


@numerical.check(
    "ours.theorem-14-sharp",
    "lines",
    wrong={
        "the power $s - 1$": {"power": 1},
        "a tenth for a half": {"share": 0.1},
        "a tenth of the error": {"allowed": 0.1},
    },
)
def lines_for_an_error_sharp(rng, instances, power=2, share=0.5, allowed=1.0):
    """Two inputs, $s = 2$: the smaller numbers of lines suffice, for the mean and for the root mean square."""
    for largest, scale, constant, error_of in (
        (1 / np.sqrt(np.pi), np.pi, np.sqrt(2 / np.pi), mean_error),
        (1.0, 1.0, np.sqrt(2), lambda net, other: np.sqrt(population_risk(net, other))),
    ):
        yield from nets_for_an_error(
            rng,
            instances // 2,
            largest,
            lambda k, epsilon, scale=scale: scale * epsilon**2 / k**2,
            lambda k, epsilon, constant=constant: share * (1 + constant * k / epsilon) ** power,
            error_of,
            allowed,
        )
