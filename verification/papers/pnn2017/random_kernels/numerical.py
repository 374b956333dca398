"""Kernel matrices of random lines at growing sizes, and perturbed inverses."""

import numpy as np
from scipy.sparse.linalg import eigsh

from pnn.kernels import abs_gram
from pnn.lines import random_lines
from verification.experiments.fits import exponent
from verification.methods import numerical
from verification.methods.numerical import AtMost
from verification.papers.pnn2017.random_kernels.draws import LEVEL, B, C, edge, fall, sizes_of_a_fit


def kernel_error(inputs, gamma, rng, curvature=1.0, identity=B):
    """|psi[U U'] - (2/pi + 1/(pi d)) 11' - b I| for gamma d lines."""
    matrix = abs_gram(lines := random_lines(gamma * inputs, inputs, rng), lines)
    rest = matrix - (C + curvature / (np.pi * inputs)) - identity * np.eye(len(matrix))
    ends = eigsh(rest, 2, which="BE", v0=np.ones(len(matrix)), tol=1e-3, return_eigenvectors=False)
    return float(np.abs(ends).max())


@numerical.check(
    "pnn.equation-7.9",
    "rate",
    wrong={
        "the exponent $-1$": {"power": 2.0},
        "the identity with weight 1": {"identity": 1.0},
        r"without $\frac1{\pi d}$": {"curvature": 0.0},
        "a curvature ten times as large": {"curvature": 10.0},
    },
)
def norms_of_what_is_left(rng, instances, power=1.0, curvature=1.0, identity=B):
    r"""Fit the exponent of $\|K - M\|$ in $d$, $2 d$ lines, against that of the predicted edge at these sizes,
    $-\frac12$ in the limit: within the fit's interval at the level. The norms themselves lie within 15% of the edge."""
    inputs = sizes_of_a_fit(instances)
    found = np.array([kernel_error(d, 2, rng, curvature, identity) for d in inputs])
    expected = np.array([edge(d, 2 * d) for d in inputs])
    yield fall("norm", inputs, found, expected, power)
    yield AtMost("norm over the predicted edge", np.abs(found / expected - 1), 0.15, 1e-3)


@numerical.check(
    "pnn.equation-7.9",
    "limit",
    wrong={
        "the identity with weight 1": {"identity": 1.0},
        r"without $\frac1{\pi d}$": {"curvature": 0.0},
        "ten times the curvature": {"curvature": 10.0},
    },
)
def fall_of_what_is_left(rng, instances, curvature=1.0, identity=B):
    r"""Fit the exponent of $\|K - M\|$ in $d$, as many lines as inputs: within its interval at the level of that of
    the predicted edge, and the interval lies below 0."""
    inputs = sizes_of_a_fit(instances)
    found = np.array([kernel_error(d, 1, rng, curvature, identity) for d in inputs])
    yield fall("norm", inputs, found, np.array([edge(d, d) for d in inputs]))
    yield AtMost("upper end of the exponent's interval", exponent(inputs, found, LEVEL).high, 0.0, 1e-3)


@numerical.check(
    "pnn.lemma-9",
    "norms",
    wrong={"1.5 for 2": {"factor": 1.5}, "perturbations of two thirds": {"size": 2 / 3}},
)
def random_perturbations(rng, instances, size=0.5, factor=2.0):
    r"""$\|\tilde D\|$ is at most $2 \|D\|$ for random matrices at the largest perturbation; every other instance is
    $M = I$ with $D = -\frac12 I$."""
    for index in range(instances):
        matrix = rng.standard_normal((4, 4)) + 3 * np.eye(4)
        change = -matrix if index % 2 else rng.standard_normal((4, 4))
        change *= size / (np.linalg.norm(np.linalg.inv(matrix), 2) * np.linalg.norm(change, 2))
        if index % 2:
            matrix, change = np.eye(4), -size * np.eye(4)
        middle = matrix @ (np.linalg.inv(matrix) - np.linalg.inv(matrix + change)) @ matrix
        yield AtMost(f"instance {index}", np.linalg.norm(middle, 2), factor * np.linalg.norm(change, 2), 1e-10)
