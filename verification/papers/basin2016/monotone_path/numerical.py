"""Float64: paths between random networks of several depths, and rays followed to see whether they grow."""

from itertools import product

import numpy as np
from scipy.optimize import brentq

from verification.methods import numerical
from verification.methods.numerical import AtMost, Cases, Same
from verification.papers.basin2016.monotone_path.losses import LOSSES
from verification.papers.basin2016.monotone_path.networks import Network, random_network
from verification.papers.basin2016.monotone_path.paths import trace

SHAPES = ((2, 4, 1), (3, 6, 5, 2), (4, 5, 5, 5, 3))
SAMPLES = 7
FAR = 2.0 ** np.arange(-20, 40)


def targets_of(rng, loss, outputs):
    """Gaussian targets or random classes of seven samples."""
    if loss == "squared":
        return rng.standard_normal((SAMPLES, outputs))
    return np.eye(outputs)[rng.integers(0, outputs, SAMPLES)]


def pairs_of_networks(rng, loss, count):
    """Two random networks, the worse one first and above L(0), with samples and targets."""
    found = 0
    while found < count:
        sizes = SHAPES[found % len(SHAPES)]
        samples, targets = rng.standard_normal((SAMPLES, sizes[0])), targets_of(rng, loss, max(sizes[-1], 2))
        networks = [random_network((*sizes[:-1], targets.shape[1]), rng) for _ in range(2)]
        value = LOSSES[loss].value
        networks.sort(key=lambda network: -value(network(samples), targets))
        if value(networks[0](samples), targets) > value(0 * targets, targets):
            found += 1
            yield *networks, samples, targets


def whole_layer(network, scale):
    """The last layer times the scale."""
    return network.scaled(scale)


def weights_alone(network, scale):
    """The last layer's weights times the scale, its biases as they were."""
    return Network(network.scaled(scale).weights, network.biases)


def as_it_is(network, scale):
    """The straight segment."""
    return network


@numerical.check(
    "basin.theorem-1",
    "path",
    wrong={
        "the straight segment": {"multiply": as_it_is},
        "biases left alone": {"multiply": weights_alone},
        "to the loss of zero": {"reached": lambda path: path.zero},
    },
)
def falling_losses(rng, instances, multiply=whole_layer, reached=lambda path: path.end):
    """Paths between random networks of two to four layers, both losses: where they start and end, every step downwards.

    The losses are those of the scaled networks themselves. Paths on which condition (1) fails are left out.
    """
    for loss in LOSSES:
        rises = steps = 0
        for case, pair in enumerate(pairs_of_networks(rng, loss, max(10, instances // 6))):
            start, end, samples, targets = pair
            path = trace(start, end, samples, targets, loss, points=65)
            if path.complete:
                networks = [start.towards(end, min(s, 1.0)) for s in path.position]
                scaled = (multiply(net, c)(samples) for net, c in zip(networks, path.scale, strict=True))
                values = np.array([LOSSES[loss].value(p, targets) for p in scaled])
                rises, steps = rises + int((np.diff(values) >= 0).sum()), steps + len(values) - 1
                ends, wanted = [values[0], values[-1], path.scale[0]], [path.start, reached(path), 1]
                yield Same(f"{loss}, {case}: losses of the ends, first scale", ends, wanted, 1e-9)
        yield Cases(f"{loss}: steps that do not fall", rises, steps)


@numerical.check(
    "basin.theorem-1",
    "convex-ray",
    wrong={"growth by the square": {"power": 2}, "from $h(0)$ at full slope": {"share": 1.0}},
)
def convex_functions_on_a_ray(rng, instances, power=1, share=0.0):
    r"""$h(0) + \frac{c'}{c} (h(c) - h(0))$ is at most $h(c')$: largest values of five random lines, and losses on rays
    of predictions, at two random scales; in every other instance one line, where both sides are equal.
    """
    for case in range(instances):
        near = rng.uniform(0.1, 2)
        far = near * (1 + rng.exponential())
        slopes, heights = rng.standard_normal((2, 1 if case % 2 else 5))
        ends, middle = (slopes * np.array([[0.0], [far]]) + heights).max(axis=1), (slopes * near + heights).max()
        bound = ends[0] + ((far / near) ** power + share) * (middle - ends[0])
        yield AtMost(f"lines, {case}", bound, ends[1], 1e-9)
        for loss, kind in LOSSES.items():
            targets = targets_of(rng, loss, 3)
            predictions = rng.standard_normal(targets.shape)
            zero, here, there = (float(kind.value(c * predictions, targets)) for c in (0.0, near, far))
            yield AtMost(
                f"{loss}, {case}", zero + (far / near) ** power * (here - zero) + share * (here - zero), there, 1e-9
            )


def strict_errors(predictions, targets):
    """Some other output is strictly larger than the class's own."""
    return LOSSES["cross_entropy"].growth(predictions, targets) > 0


def not_all_zero(predictions, targets):
    """The condition of the squared loss."""
    return LOSSES["squared"].growth(predictions, targets) > 0


def errors_and_ties(predictions, targets):
    """Some other output is as large as the class's own."""
    return LOSSES["cross_entropy"].growth(predictions, targets) >= 0


@numerical.check(
    "basin.theorem-1",
    "condition-one",
    wrong={
        "any predictions but zero, for cross-entropy too": {"entropy": not_all_zero},
        "ties are errors": {"entropy": errors_and_ties},
        "an error, for the squared loss too": {"squared": strict_errors},
    },
)
def rays_followed(rng, instances, squared=not_all_zero, entropy=strict_errors):
    """Whether the loss exceeds $L(0)$ at one of sixty scales up to $2^{39}$, against the condition; small whole
    predictions.

    Whole numbers bring ties and zero rows; a third of them is made right by choosing the classes from the predictions.
    """
    for loss, condition in (("squared", squared), ("cross_entropy", entropy)):
        missed, tried = 0, 20 * max(10, instances)
        for case in range(tried):
            predictions = rng.integers(-1, 2, (3, 3)).astype(float) * (case % 5 > 0)
            classes = predictions.argmax(axis=1) if case % 3 == 0 else rng.integers(0, 3, 3)
            targets = np.eye(3)[classes]
            values = LOSSES[loss].value(FAR[:, None, None] * predictions, targets)
            exceeded = values.max() > LOSSES[loss].value(0 * targets, targets) + 1e-9
            missed += int(exceeded != bool(condition(predictions, targets)))
        yield Cases(f"{loss}: rays judged otherwise", missed, tried)


@numerical.check(
    "basin.theorem-1",
    "condition-one",
    wrong={"a level below $L(0)$": {"lift": -0.9}, "half the scale": {"share": 0.5}},
)
def scales_by_bisection(rng, instances, lift=1.0, share=1.0):
    """For levels above $L(0)$ the scale of the library against bracketing and Brent's method, both losses; and the loss
    at that scale against the level.

    A level below $L(0)$ may be reached twice or never.
    """
    for loss, kind in LOSSES.items():
        for case in range(max(10, instances // 10)):
            targets = targets_of(rng, loss, 3)
            predictions = rng.standard_normal(targets.shape)
            if not kind.growth(predictions, targets) > 0:
                continue
            zero = float(kind.value(0 * targets, targets))
            level = zero * (1 + lift * rng.uniform(0.1, 1))
            found = _first_crossing(lambda c, p=predictions, y=targets, k=kind, a=level: float(k.value(c * p, y)) - a)
            scale = float(kind.scale(predictions, targets, np.array(level)))
            yield Same(f"{loss}, {case}: scale", share * scale, found, 1e-9)
            missed = abs(kind.value(share * scale * predictions, targets) - level)
            yield AtMost(f"{loss}, {case}: level", missed, 0, 1e-9)


def _first_crossing(excess):
    """The least root by Brent's method on the first of many brackets with a change of sign; NaN without one."""
    ends = np.concatenate([[0.0], FAR])
    signs = np.array([excess(c) > 0 for c in ends])
    changes = np.flatnonzero(signs[1:] != signs[:-1])
    return brentq(excess, ends[changes[0]], ends[changes[0] + 1], xtol=1e-13) if changes.size else np.nan


ACTIVATIONS = {"tanh": np.tanh, "logistic": lambda x: 1 / (1 + np.exp(-x)), "sine": np.sin, "square": np.square}


def path_of_two_layers(rng, activation, along, points, jump=0.0):
    """Losses and scales on the straight segment of both layers between two networks, from the root of the level.

    The end's output weights are of least squares; the start's signs make its loss larger than that of zero. jump: how
    far the activation is lifted above zero, and let down below.
    """

    def act(sums):
        return activation(sums) + jump * np.sign(sums)

    x, y = rng.standard_normal((12, 3)), rng.standard_normal((12, 1))
    first, last = rng.standard_normal((2, 3, 5))
    out = 2 * rng.standard_normal((5, 1))
    out = out if (act(x @ first) @ out * y).sum() < 0 else -out
    best = np.linalg.lstsq(act(x @ last), y)[0]
    shares = np.linspace(0, 1, points)[:, None, None]
    predicted = act(x @ ((1 - shares) * first + shares * last)) @ ((1 - shares) * out + shares * best)
    zero, start = np.mean(y**2), np.mean((predicted[0] - y) ** 2)
    level = (1 - shares) * start + shares * (start + zero) / 2
    products, sizes = ((predicted * other).sum(axis=1, keepdims=True) for other in (y, predicted))
    scale = (along * products + np.sqrt((along * products) ** 2 + sizes * len(y) * (level - zero))) / sizes
    return ((scale * predicted - y) ** 2).mean(axis=1).ravel(), scale.ravel(), level.ravel()


@numerical.check(
    "basin.theorem-1",
    "other-activations",
    wrong={
        "twice the product": {"along": 2.0},
        "no product": {"along": 0.0},
        "an activation that jumps at zero": {"jump": 1.0},
    },
)
def paths_of_other_activations(rng, along=1.0, jump=0.0):
    """Networks of tanh, logistic, sine and square units: the scaled loss is the falling level all the way, and the
    largest step of the scale shrinks as the grid is refined. The first pair of networks is the same for every seed."""
    for (pair, seed), (name, act) in product(enumerate((1, int(rng.integers(2**32)))), ACTIVATIONS.items()):
        fine, coarse = (path_of_two_layers(np.random.default_rng(seed), act, along, n, jump) for n in (6401, 401))
        yield Same(f"{name}, {pair}: loss", fine[0], fine[2], 1e-9)
        steps = [np.abs(np.diff(scale)).max() for scale in (fine[1], coarse[1])]
        yield AtMost(f"{name}, {pair}: steps", steps[0], steps[1] / 2, 1e-9)


@numerical.check(
    "basin.theorem-1",
    "squared-scale",
    wrong={"twice the product": {"along": 2.0}, "a level lower by a tenth": {"share": 0.9}},
)
def scales_found_by_search(rng, instances, along=1.0, share=1.0):
    """The formula against the scale at which the loss leaves the level for good, by bisection on the ray."""
    found, wanted = [], []
    for _ in range(max(20, instances // 5)):
        p, y = rng.standard_normal((2, 8))
        level = np.mean(y**2) + rng.exponential()
        found.append(brentq(lambda c, p=p, y=y, level=level: np.mean((c * p - y) ** 2) - level, p @ y / (p @ p), 1e3))
        excess = 8 * share * level - y @ y
        wanted.append((along * (p @ y) + np.sqrt(max((along * (p @ y)) ** 2 + (p @ p) * excess, 0.0))) / (p @ p))
    yield Same("scale", found, wanted, 1e-9)


@numerical.check(
    "basin.theorem-1",
    "cost-of-an-error",
    wrong={"log 3": {"floor": 3.0}, "any sample": {"wrong_alone": False}},
)
def costs_of_random_errors(rng, instances, floor=2.0, wrong_alone=True):
    r"""$\log 2$ is at most the cross-entropy of a misclassified sample, for random outputs of two to five classes, some
    nearly equal.
    """
    costs = []
    for case in range(20 * instances):
        outputs = rng.standard_normal(2 + case % 4) * 10.0 ** rng.uniform(-3, 1)
        if outputs[0] < outputs.max() or not wrong_alone:
            costs.append(np.log(np.exp(outputs - outputs[0]).sum()))
    yield AtMost("log 2 less the cost", np.log(floor) - np.array(costs), 0.0)
