"""Simulation from the definition: products of two neurons, and the risk at the certified critical points."""

import numpy as np

from verification.methods import monte_carlo
from verification.papers.basin2016.spurious.family import critical_point

FORMS = ("basin2016/spurious",)
FIRST, SECOND = np.array([1.0, 2.0, -0.5]), np.array([-1.0, 1.0, 1.5])
SIZES = (6, 8)


def pair_means(forms, rows, others):
    """f of every row with every other one, by the proved formula, shape (rows, others)."""
    p, q = (np.linalg.norm(vectors, axis=1) for vectors in (rows, others))
    norms = np.outer(p, q)
    return forms["pair"](p[:, None], q, np.arccos(np.clip(rows @ others.T / norms, -1, 1)))


def mean_products(forms, factor=1.0, second=SECOND):
    """f of the two vectors."""
    return {"": factor * float(pair_means(forms, FIRST[None], second[None])[0, 0])}


@monte_carlo.check(
    "ours.spurious-minima-6-7-8",
    "pair",
    predicts=mean_products,
    wrong={"twice the value": {"factor": 2.0}, "the opposite vector": {"second": -SECOND}},
)
def products_of_neurons(rng, samples):
    r"""The mean of $\max(w \cdot x, 0) \max(v \cdot x, 0)$ for two vectors of three inputs."""

    def draw(count):
        x = rng.standard_normal((count, len(FIRST)))
        return np.maximum(x @ FIRST, 0) * np.maximum(x @ SECOND, 0)

    return {"": monte_carlo.mean_of(draw, samples)}


def risks(forms, factor=1.0, step=0):
    """F at the critical points, half the signed sum over all pairs; `step` takes another number of neurons."""
    found = {}
    for k in SIZES:
        rows = np.concatenate([critical_point(k + step), np.eye(k + step)])
        signs = np.repeat([1, -1], k + step)
        found[f"{k} neurons"] = factor * float(signs @ pair_means(forms, rows, rows) @ signs) / 2
    return found


@monte_carlo.check(
    "ours.spurious-minima-6-7-8",
    "minima",
    predicts=risks,
    wrong={"without the half": {"factor": 2.0}, "one neuron more": {"step": 1}},
    shares=(critical_point,),
)
def errors_at_the_minima(rng, samples):
    """Half the mean square of student minus teacher for six and for eight neurons."""
    found = {}
    for k in SIZES:
        weights = critical_point(k)

        def draw(count, weights=weights):
            x = rng.standard_normal((count, len(weights)))
            return (np.maximum(x @ weights.T, 0).sum(axis=1) - np.maximum(x, 0).sum(axis=1)) ** 2 / 2

        found[f"{k} neurons"] = monte_carlo.mean_of(draw, samples)
    return found
