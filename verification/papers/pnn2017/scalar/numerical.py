"""The library's risk, Hessian and local minima held against what is proved for one input."""

import numpy as np

from pnn.landscape import local_minimum_values
from pnn.risk import population_hessian, population_risk
from verification.methods import numerical
from verification.methods.numerical import Cases, Same

FORMS = ("pnn2017/scalar",)


def random_net(rng, least=1, most=6):
    """Weights of a network with one input, shape (neurons, 1)."""
    return rng.standard_normal((rng.integers(least, most + 1), 1))


@numerical.check(
    "pnn.theorem-1",
    "value",
    wrong={"0.1% too large": {"factor": 1.001}, "sums without signs": {"odd": lambda w: np.abs(w).sum()}},
)
def library_risk(rng, instances, forms, factor=1.0, odd=np.sum):
    """The library's population risk, by kernels of neurons, against the closed form."""
    for case in range(instances):
        weights, target = random_net(rng), random_net(rng)
        formula = forms["scalar_risk"](odd(weights) - odd(target), np.abs(weights).sum() - np.abs(target).sum())
        scale = np.abs(weights).sum() ** 2 + np.abs(target).sum() ** 2
        yield Same(f"net {case}", population_risk(weights, target) + scale, factor * formula + scale, 1e-13)


@numerical.check(
    "pnn.theorem-2",
    "bad-sets",
    wrong={"a quarter for a half": {"share": 0.25}, "only the all-positive region": {"regions": 1}},
)
def library_minima(rng, instances, share=0.5, regions=2):
    r"""All local minimum values that the library finds for random targets of two positive and two negative weights,
    against 0, $\frac12 {N^*}^2$ and $\frac12 {P^*}^2$."""
    failed = 0
    for _ in range(instances):
        target = rng.uniform(0.2, 2.0, (4, 1)) * np.array([[1.0], [-1.0], [1.0], [-1.0]])
        bad = [share * np.minimum(target, 0).sum() ** 2, share * np.maximum(target, 0).sum() ** 2]
        expected, found = np.sort([0.0, *bad[:regions]]), local_minimum_values(np.ones((1, 1)), target)
        failed += len(found) != len(expected) or not np.allclose(found, expected, rtol=1e-9, atol=1e-9)
    yield Cases("targets", failed, instances)


@numerical.check(
    "pnn.theorem-3",
    "spectrum",
    wrong={"equal halves": {"positive": lambda w: len(w) / 2}, "all of one sign": {"positive": len}},
)
def library_spectrum(rng, instances, positive=lambda w: int((w > 0).sum())):
    """Eigenvalues of the library's Hessian of the population risk against the numbers of positive and negative
    weights, and zeros."""
    for case in range(instances):
        weights = random_net(rng, least=2, most=8)
        count = positive(weights)
        expected = np.zeros(len(weights))
        expected[-2:] = sorted((count, len(weights) - count))
        found = np.linalg.eigvalsh(population_hessian(weights, random_net(rng)))
        yield Same(f"net {case}", found, expected, 1e-12)
