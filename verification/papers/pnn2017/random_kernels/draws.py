"""Draws of random lines: the norm of a matrix, means held to intervals, and fitted exponents to predicted ones."""

import numpy as np
from scipy.sparse.linalg import eigsh
from scipy.special import stdtrit

from pnn.spectrum import eigenvalue, multiplicity
from verification.experiments.fits import exponent, exponents
from verification.methods.numerical import AtMost

LEVEL = 1e-8  # chance with which an interval misses: a hundred of them together, once in a million
B, C = 1 - 2 / np.pi, 2 / np.pi


def top(matrix):
    """The largest eigenvalue of a symmetric matrix."""
    return float(eigsh(matrix, 1, which="LA", v0=np.ones(len(matrix)), return_eigenvectors=False)[0])


def mean_near(name, values, expected, allowance, tolerance):
    """|mean - expected| against a t interval at `LEVEL` and an allowance for the next order."""
    values = np.asarray(values)
    error = values.std(ddof=1) / np.sqrt(len(values))
    room = -stdtrit(len(values) - 1, LEVEL / 2) * error + allowance
    return AtMost(name, abs(values.mean() - expected), room, tolerance)


def edge(inputs, lines):
    """The norm of the kernel's degree-two part for random lines, by the law of its eigenvalues: a (2 sqrt(x) + x).

    a is the share of degree two in psi, 1/pi in the limit, x the lines over the harmonics of degree two.
    """
    harmonics = multiplicity(inputs, 2)
    x = lines / harmonics
    return harmonics * eigenvalue(inputs, 2) * (2 * np.sqrt(x) + x)


def fall(name, inputs, found, expected, power=1.0):
    """The fitted exponent of `found` in the inputs, against `power` times that of what is expected at these sizes."""
    slope, predicted = exponent(inputs, found, LEVEL), power * exponents(inputs, expected)
    text = f"{name}: exponent {slope.value:.3f} +- {slope.half:.3f}, predicted {predicted:.3f}"
    return AtMost(text, abs(slope.value - predicted), slope.half, 1e-3)


def sizes_of_a_fit(instances):
    """Numbers of inputs, one for each draw: independent draws at 100 to 400, in a full run to 800."""
    return [100] * 6 + [200] * 4 + [400] * 3 + ([800] * 2 if instances >= 100 else [])
