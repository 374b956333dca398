"""The two signs of the predictions of random networks: their mean loss exceeds that of zero."""

import numpy as np

from verification.methods import numerical
from verification.methods.numerical import Cases, Same
from verification.papers.basin2016.starting_loss.networks import cross_entropy, predictions, squared

NETWORKS = 50


@numerical.check(
    "basin.proposition-2",
    "bound",
    wrong={"both signs above": {"choose": np.minimum}, "one class": {"classes": 1}},
)
def either_sign_of_random_networks(rng, instances, choose=np.maximum, classes=None):
    """Random depths, widths and data: for the squared loss and for cross-entropy, the larger of $L(P)$ and $L(-P)$
    exceeds $L(0)$ wherever $P$ is not zero.
    """
    for index in range(instances):
        widths = (*map(int, rng.integers(1, 5, index % 3)), 2 + index % 4)
        samples, outputs = rng.standard_normal((1 + index % 4, 3)), classes or 2 + index % 3
        found = predictions(rng, NETWORKS, samples, widths, outputs)
        labels = rng.integers(0, outputs, len(samples))
        targets = rng.standard_normal((len(samples), outputs))
        alive = np.abs(found).max(axis=(1, 2)) > 1e-6
        losses = {
            "squared": lambda p, y=targets: squared(p, y),
            "cross-entropy": lambda p, y=labels: cross_entropy(p, y),
        }
        for name, loss in losses.items():
            above = choose(loss(found), loss(-found)) > loss(np.zeros_like(found))
            yield Cases(f"{name}, instance {index}", int((alive & ~above).sum()), int(alive.sum()) or 1)


@numerical.check(
    "basin.proposition-1",
    "squared",
    wrong={"both signs above": {"choose": np.minimum}, "the mean of the losses below": {"side": -1}},
)
def mean_of_both_signs(rng, instances, choose=None, side=1):
    r"""$L(P) + L(-P) - 2 L(0)$ against $\frac2m \|P\|^2$ for random networks; and the larger of $L(P)$ and $L(-P)$
    exceeds $L(0)$ by at least half of that.
    """
    for index in range(instances):
        samples = rng.standard_normal((1 + index % 4, 3))
        found = predictions(rng, NETWORKS, samples, (3, 2), 2)
        targets = rng.standard_normal((len(samples), 2))
        pair, zero = [squared(sign * found, targets) for sign in (1, -1)], squared(np.zeros_like(found), targets)
        excess = (choose or np.maximum)(*pair) - zero
        size = (found**2).sum(axis=2).mean(axis=1)
        yield Same(f"mean, instance {index}", side * (pair[0] + pair[1] - 2 * zero), 2 * size, 1e-9)
        yield Cases(f"larger, instance {index}", int((excess < size - 1e-9).sum()), NETWORKS)
