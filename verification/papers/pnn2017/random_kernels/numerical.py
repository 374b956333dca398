"""Kernel matrices of random lines at growing sizes, and perturbed inverses."""

import numpy as np
from scipy import stats
from scipy.sparse.linalg import eigsh

from pnn.kernels import abs_gram
from pnn.lines import random_lines
from pnn.spectrum import eigenvalue, multiplicity
from verification.methods import numerical
from verification.methods.numerical import AtMost
from verification.papers.pnn2017.random_kernels.draws import B, C


def kernel_error(inputs, gamma, rng, curvature=1.0, identity=B):
    """|psi[U U'] - (2/pi + 1/(pi d)) 11' - b I| for gamma d lines."""
    matrix = abs_gram(lines := random_lines(gamma * inputs, inputs, rng), lines)
    rest = matrix - (C + curvature / (np.pi * inputs)) - identity * np.eye(len(matrix))
    ends = eigsh(rest, 2, which="BE", v0=np.ones(len(matrix)), tol=1e-3, return_eigenvectors=False)
    return float(np.abs(ends).max())


def slope_interval(inputs, values):
    """Fitted exponent of values in inputs and the half-width of its 99.9% interval."""
    fit = stats.linregress(np.log(inputs), np.log(values))
    return fit.slope, stats.t.isf(0.0005, len(values) - 2) * fit.stderr


@numerical.check(
    "pnn.equation-7.9",
    "rate",
    wrong={
        "the exponent -1": {"exponent": -1.0},
        "the identity with weight 1": {"identity": 1.0},
        "a curvature ten times as large": {"curvature": 10.0},
    },
)
def norms_of_what_is_left(rng, instances, exponent=-0.5, curvature=1.0, identity=B):
    """Fit the exponent of |K - M| in d over 100 to 800 inputs, 2 d lines: within its 99.9% interval and 0.05 of -1/2.

    The degree-two harmonics predict 2 a sqrt(x) + a x with x = 2 d/N, a = 1/pi in the limit.
    """
    inputs = [100, 100, 100, 200, 200, 200, 400, 400] + ([800] if instances >= 100 else [])
    found = np.array([kernel_error(d, 2, rng, curvature, identity) for d in inputs])
    slope, half = slope_interval(inputs, found)
    yield AtMost(f"slope {slope:.3f} +- {half:.3f}", abs(slope - exponent), half + 0.05, 1e-3)
    harmonics = np.array([multiplicity(d, 2) for d in inputs])
    x = 2 * np.array(inputs) / harmonics
    edge = np.array([n * eigenvalue(d, 2) for n, d in zip(harmonics, inputs, strict=True)]) * (2 * np.sqrt(x) + x)
    yield AtMost("norm over the predicted edge", np.abs(found / edge - 1), 0.15, 1e-3)


@numerical.check(
    "pnn.equation-7.9",
    "limit",
    wrong={"the identity with weight 1": {"identity": 1.0}, "ten times the curvature": {"curvature": 10.0}},
)
def fall_of_what_is_left(rng, instances, curvature=1.0, identity=B):
    """|K - M| at 400 inputs is below 0.7 of that at 100, 2 d lines; the rate predicts one half."""
    far, near = (kernel_error(inputs, 2, rng, curvature, identity) for inputs in (100, 400))
    yield AtMost("quotient", near / far, 0.7, 1e-3)


@numerical.check(
    "pnn.lemma-9",
    "norms",
    wrong={"1.5 for 2": {"factor": 1.5}, "perturbations of two thirds": {"size": 2 / 3}},
)
def random_perturbations(rng, instances, size=0.5, factor=2.0):
    """|D~| over |D| for random matrices at the largest perturbation, aligned with M in every other instance."""
    for index in range(instances):
        matrix = rng.standard_normal((4, 4)) + 3 * np.eye(4)
        change = -matrix if index % 2 else rng.standard_normal((4, 4))
        change *= size / (np.linalg.norm(np.linalg.inv(matrix), 2) * np.linalg.norm(change, 2))
        if index % 2:
            matrix, change = np.eye(4), -size * np.eye(4)
        middle = matrix @ (np.linalg.inv(matrix) - np.linalg.inv(matrix + change)) @ matrix
        yield AtMost(f"instance {index}", np.linalg.norm(middle, 2), factor * np.linalg.norm(change, 2), 1e-10)
