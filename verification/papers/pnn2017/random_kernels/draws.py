"""Draws of random lines: the norm of a matrix, and means held to intervals."""

import numpy as np
from scipy import stats
from scipy.sparse.linalg import eigsh

from verification.methods.numerical import AtMost

LEVEL = 1e-6  # chance with which an interval misses
B, C = 1 - 2 / np.pi, 2 / np.pi


def top(matrix):
    """The largest eigenvalue of a symmetric matrix."""
    return float(eigsh(matrix, 1, which="LA", v0=np.ones(len(matrix)), return_eigenvectors=False)[0])


def mean_near(name, values, expected, allowance, tolerance):
    """|mean - expected| against a t interval at `LEVEL` and an allowance for the next order."""
    values = np.asarray(values)
    error = values.std(ddof=1) / np.sqrt(len(values))
    room = stats.t.isf(LEVEL / 2, len(values) - 1) * error + allowance
    return AtMost(name, abs(values.mean() - expected), room, tolerance)
