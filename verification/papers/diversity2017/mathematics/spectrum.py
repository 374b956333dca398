"""The spectrum of g(t) = t k(t) on the sphere, equation (10) of Xie, Liang and Song (2017), in closed form."""

import numpy as np
from numpy.typing import ArrayLike

from pnn.lines import Floats
from pnn.numbers import plain, whole
from pnn.spectrum import log_beta


def activation_kernel_eigenvalue(inputs: int, degree: ArrayLike) -> Floats:
    """Eigenvalue of g(u.v) = (u.v) k(u.v) on harmonics of a degree, uniform probability on the sphere; arrays too.

    The kernel k of one layer's activations has the eigenvalue kappa_j = (B(inputs/2, j/2) / (2 pi))^2 at odd degrees
    j, 1/4 at 0 and 0 at other even ones. By the recurrence of t P_j, g has kappa_1 at degree 0, 1/(4 inputs) at 1,
    ((j + inputs - 2) kappa_{j+1} + j kappa_{j-1}) / (2 j + inputs - 2) at even j >= 2, and 0 at odd j >= 3.
    Raises ValueError where inputs is not a whole number >= 2 or a degree is not a whole number >= 0.
    """
    degree, inputs = plain(degree, "degree"), whole(inputs, "inputs", least=2)
    if degree.dtype.kind not in "iu" or (degree < 0).any():
        raise ValueError(f"degree must be whole numbers >= 0, got {degree}")
    j = np.maximum(degree, 2).astype(float)
    mixed = ((j + inputs - 2) * _odd(inputs, j + 1) + j * _odd(inputs, j - 1)) / (2 * j + inputs - 2)
    even = np.where(degree == 0, _odd(inputs, 1.0), mixed)
    return np.where(degree % 2 == 0, even, np.where(degree == 1, 1 / (4 * inputs), 0.0))[()]


def _odd(inputs: int, degree: ArrayLike) -> Floats:
    """Eigenvalues of k at odd degrees."""
    return (np.exp(log_beta(inputs / 2, np.asarray(degree) / 2)) / (2 * np.pi)) ** 2
