"""Norms against forms, and samples drawn for fixed units against Lemma 7."""

import numpy as np

from verification.experiments.rates import seldom_exceeded
from verification.methods import numerical
from verification.methods.numerical import AtMost, Same
from verification.papers.diversity2017 import squared_discrepancy
from verification.papers.diversity2017.descent_on_the_sphere import sphere
from verification.streams import streams

INPUTS, UNITS, SAMPLES, DELTA = 20, 40, 10, 0.1
DRAWS = 200
CHANCE = 1e-7  # of refusing a true statement


def error(units, samples):
    """G_n - G, shape (samples, samples), for unit rows."""
    active = (samples @ units.T >= 0).astype(float)
    cosine = np.clip(samples @ samples.T, -1, 1)
    np.fill_diagonal(cosine, 1.0)
    return cosine * (active @ active.T / len(units) - (np.pi - np.arccos(cosine)) / (2 * np.pi))


@numerical.check(
    "diverse.equation-21",
    "with-sizes",
    wrong={"without the size": {"size": False}, "the smallest": {"least": True}},
)
def norms_as_suprema(rng, instances, size=True, least=False):
    r"""The largest size of the form at unit eigenvectors against $\|G_n - G\|$, for three random units and four samples
    in the plane.
    """
    for index, stream in enumerate(streams(rng, max(20, instances // 10), fixed=(0, 1, 2, 3))):
        found = error(sphere(3, 2, stream), sphere(4, 2, stream))
        vectors = np.linalg.eigh(found)[1]
        forms = np.einsum("ik,ij,jk->k", vectors, found, vectors)
        sizes = np.abs(forms) if size else forms
        yield Same(f"instance {index}", sizes.min() if least else sizes.max(), np.linalg.norm(found, 2), 1e-9)


def rho(units):
    """A number that rho(W) is not below: L_inf is at least (d - 1)/n, and the term with the root of both left out."""
    largest = min(1.0, (INPUTS - 1) / UNITS)
    logs = np.log(1 / DELTA)
    squared = SAMPLES * np.sqrt(squared_discrepancy(units)) + largest * np.sqrt(4 / 3 * SAMPLES * logs)
    return np.log(INPUTS) / np.sqrt(INPUTS) * squared + largest


@numerical.check(
    "diverse.lemma-7",
    "fixed-units",
    wrong={"a fiftieth of the constant": {"share": 0.02}, "a hundredth": {"share": 0.01}},
)
def samples_beyond_lemma_7(rng, share=1.0):
    r"""200 draws of 10 samples in 20 inputs, 40 fixed units, $\delta = \frac{1}{10}$: how often $\|G_n - G\|$ exceeds
    $\sqrt2 \, \rho(W)$.

    At most as often as a true statement would with a chance of $10^{-7}$; a lower bound is put for $\rho$, which is
    exceeded sooner.
    """
    units = sphere(UNITS, INPUTS, np.random.default_rng(7))
    bound = share * np.sqrt(2) * rho(units)
    norms = [np.linalg.norm(error(units, sphere(SAMPLES, INPUTS, rng)), 2) for _ in range(DRAWS)]
    failure = SAMPLES**2 * np.exp(-(np.log(INPUTS) ** 2)) + DELTA
    yield AtMost(
        "draws beyond the bound", float(np.sum(np.array(norms) > bound)), seldom_exceeded(DRAWS, failure, CHANCE), 1.0
    )
