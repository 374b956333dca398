"""The range of the loss, and the complexity of the class for samples in the plane."""

from itertools import product

import numpy as np

from verification.methods import numerical
from verification.methods.numerical import AtMost


@numerical.check(
    "diverse.section-6.range-of-the-loss",
    "range",
    wrong={"the larger of both squares": {"bound": np.maximum}, "their mean": {"bound": lambda a, b: (a + b) / 2}},
)
def losses_of_random_networks(rng, instances, bound=np.add):
    r"""$\frac12 (y - f(x))^2$ against $Y^2 + C_W^2$ with $Y = |y|$ and $C_W = \sum_k |w_k|$, for random networks and
    one unit along its sample, with $y = - f(x)$, where it is reached.
    """
    for index in range(max(20, instances // 10)):
        units = np.array([[1.0, 0.0]]) if index == 0 else rng.standard_normal((1 + index % 4, 2))
        x = np.array([1.0, 0.0]) if index == 0 else rng.standard_normal(2)
        signs = np.ones(1) if index == 0 else rng.choice([-1, 1], len(units))
        output = signs @ np.maximum(units @ (x / np.linalg.norm(x)), 0)
        target = -1.0 if index == 0 else rng.standard_normal()
        total = np.linalg.norm(units, axis=1).sum()
        yield AtMost(f"loss, {index}", (target - output) ** 2 / 2, bound(target**2, total**2), 1e-9)


def complexity(angles):
    """E sup over unit w of |sum_l e_l max(w.x_l, 0)| for samples in the plane, over all signs.

    Between boundaries of half planes the sum is a product w.v: its supremum is at v, at -v or at a boundary.
    """
    samples = np.column_stack([np.cos(angles), np.sin(angles)])
    ends = np.sort(np.concatenate([angles + np.pi / 2, angles - np.pi / 2]) % (2 * np.pi))
    middles = (ends + np.append(ends[1:], ends[0] + 2 * np.pi)) / 2
    active = np.column_stack([np.cos(middles), np.sin(middles)]) @ samples.T > 0
    found = []
    for signs in product((1, -1), repeat=len(angles)):
        sums = (active * np.array(signs)) @ samples
        turned = np.arctan2(sums[:, 1], sums[:, 0])
        places = np.concatenate([ends, turned, turned + np.pi])
        values = np.maximum(np.column_stack([np.cos(places), np.sin(places)]) @ samples.T, 0) @ np.array(signs)
        found.append(np.abs(values).max())
    return float(np.mean(found))


def samples_in_the_plane(rng, instances):
    """Equal, opposite and equally spaced samples, then random ones, up to six."""
    yield from (np.zeros(1), np.zeros(4), np.array([0, np.pi]), np.arange(3) * 2 * np.pi / 3, np.arange(5) * np.pi / 5)
    for index in range(max(10, instances // 20)):
        yield rng.uniform(0, 2 * np.pi, 1 + index % 6)


@numerical.check(
    "diverse.section-6.rademacher",
    "bound",
    wrong={"half of it": {"factor": 0.5}, "$m^{1/4}$": {"power": 0.25}},
)
def complexities_in_the_plane(rng, instances, factor=1.0, power=0.5):
    r"""The mean over all signs $\epsilon$ of the supremum is at most $\sqrt m$, for equal, opposite, equally spaced and
    random samples in the plane, up to six.
    """
    for index, angles in enumerate(samples_in_the_plane(rng, instances)):
        yield AtMost(f"samples, {index}", complexity(angles), factor * len(angles) ** power)


@numerical.check(
    "diverse.section-6.rademacher",
    "twice",
    wrong={"a quarter of it": {"factor": 0.5}, "2 over the root": {"power": -0.5}},
)
def complexities_against_twice_the_root(rng, instances, factor=2.0, power=0.5):
    r"""The mean over all signs $\epsilon$ of the supremum is at most $2 \sqrt m$, for equal, opposite, equally spaced
    and random samples in the plane, up to six.
    """
    for index, angles in enumerate(samples_in_the_plane(rng, instances)):
        yield AtMost(f"samples, {index}", complexity(angles), factor * len(angles) ** power)
