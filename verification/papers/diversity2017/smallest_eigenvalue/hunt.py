"""Samples hunted whose kernel matrix has a smaller eigenvalue than the tail of the series allows."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import combinations

import numpy as np
from flint import arb, fmpq

from verification.methods import hunt
from verification.methods.hunt import Hunt, Instance
from verification.papers.diversity2017.nets import dot, rational

TAILS = {2: 0.25, 4: 0.25 - 1 / (2 * math.pi)}  # c_J


def random_samples(rng, samples=3, inputs=8, power=4) -> Instance:
    """Independent directions, for one power J."""
    return Instance({"samples": rng.standard_normal((samples, inputs))}, {"J": power})


def near_orthogonal(rng, power=2) -> Instance:
    """Axes, a little moved."""
    return Instance({"samples": np.eye(4) + 0.1 * rng.standard_normal((4, 4))}, {"J": power})


def close_pair(rng) -> Instance:
    """Axes, the last of them near the first."""
    samples = np.eye(4) + 0.05 * rng.standard_normal((4, 4))
    samples[3] = samples[0] + 0.2 * rng.standard_normal(4)
    return Instance({"samples": samples}, {"J": 4})


STRATA: dict[str, Callable[[np.random.Generator], Instance]] = {
    "random": random_samples,
    "nearly orthogonal": near_orthogonal,
    "nearly orthogonal, J = 4": lambda rng: near_orthogonal(rng, 4),
    "a pair with a common direction": lambda rng: random_samples(rng, samples=2, inputs=2),
    "a close pair": close_pair,
}


def cosines(samples: np.ndarray) -> np.ndarray:
    """x_i.x_j of the directions."""
    units = samples / np.linalg.norm(samples, axis=1)[:, None]
    return np.clip(units @ units.T, -1, 1)


def smaller_eigenvalues(share: float | None) -> Hunt:
    """lambda_m(G) below c_J/2 where m |t|^J is at most `share`, or whatever it is."""

    def margin(one: Instance) -> float:
        samples, power = one.numbers["samples"], int(str(one.kind["J"]))
        if not samples.any(axis=1).all():
            return math.inf
        found = cosines(samples)
        off = np.abs(found[np.triu_indices(len(samples), 1)])
        if share is not None and len(samples) * off.max() ** power > share:
            return math.inf
        np.fill_diagonal(found, 1)
        kernel = found * (np.pi - np.arccos(found)) / (2 * np.pi)
        return float(np.linalg.eigvalsh(kernel)[0] - TAILS[power] / 2)

    def certify(one: Instance) -> str:
        power, rows = one.kind["J"], rational(one.fractions("samples"))
        half = arb(fmpq(1, 8)) - (0 if power == 2 else 1 / (4 * arb.pi()))
        falls = [drop(*pair) for pair in combinations(rows, 2)]
        least = min(falls, key=float)
        return f"g(1) - g at a pair is {least.str(6, radius=False)}, below c_J/2" if least < half else ""

    return Hunt(STRATA, margin, certify, lambda one: f"samples {one.numbers['samples'].tolist()}, J = {one.kind['J']}")


def drop(x, y) -> arb:
    """g(1) - g(cos) of two directions, no less than the least eigenvalue of any G that holds both."""
    cosine = arb(dot(x, y)) / (arb(dot(x, x)) * arb(dot(y, y))).sqrt()
    if not abs(cosine) < 1:
        return arb(1)
    return fmpq(1, 2) - cosine * (1 - cosine.acos() / arb.pi()) / 2


@hunt.check(
    "ours.lemma-6-replacement",
    "deterministic",
    wrong={"any cosines": {"share": None}, r"$m \, |t|^J$ up to 2": {"share": 2.0}},
    per_stratum=60,
)
def eigenvalues_below_the_tail(share=0.5):
    r"""Two to four samples in up to eight inputs with $m \, |x_i \cdot x_j|^J \le \frac12$, $J = 2$ or 4: is
    $\lambda_m(G)$ below $\frac{c_J}{2}$?
    """
    return smaller_eigenvalues(share)
