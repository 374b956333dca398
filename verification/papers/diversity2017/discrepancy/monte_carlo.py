"""Slices drawn at random against the sums over pairs."""

import numpy as np
from scipy.special import polygamma

from pnn.kernels import psi_derivative
from verification.methods import monte_carlo

SIZES = ((2, 1), (2, 3), (3, 5), (5, 20), (10, 40))  # inputs, units


def weights_of(inputs, units):
    """Fixed units, shape (units, inputs); of more than four the last three are equal, and opposite to the first."""
    rows = np.array([[(7 * i + 3 * j * j + 2) % 11 - 5 for j in range(inputs)] for i in range(units)], dtype=float)
    rows[:, 0] += 0.5
    if units > 4:
        rows[-3:] = -2 * rows[0]
    return rows


def pair_sums(diagonal=0.25, power=2):
    """The sum over pairs less E k^2, for every size."""
    result = {}
    for inputs, units in SIZES:
        rows = weights_of(inputs, units)
        rows /= np.linalg.norm(rows, axis=1)[:, None]
        kernel = 0.25 + psi_derivative(np.clip(rows @ rows.T, -1, 1)) / 4
        sums = np.sum(kernel**power) + units * (diagonal - 0.25)
        result[f"d = {inputs}, n = {units}"] = sums / units**2 - squared_kernel(inputs)
    return result


def squared_kernel(inputs):
    """E k^2 by quadrature over the angle, to 1e-12."""
    nodes, weights = np.polynomial.legendre.leggauss(200)
    angle = np.pi / 2 * nodes
    density = weights * np.cos(angle) ** (inputs - 2)
    return float(density @ (0.25 + angle / (2 * np.pi)) ** 2 / density.sum())


@monte_carlo.check(
    "diverse.theorem-8",
    "identity",
    predicts=pair_sums,
    wrong={"no diagonal": {"diagonal": 0.0}, "$k$ for its square": {"power": 1}},
    shares=(weights_of,),
)
def squared_discrepancy_of_slices(rng, samples):
    r"""The mean of $\mathrm{dsp}(W, S_{xy})^2$ over random directions $x, y$, for fixed units at five sizes.

    The area is $\frac{\pi - \theta}{2 \pi}$ with the angle $\theta$ between $x$ and $y$, as in equation (12); there are
    repeated and antipodal units.
    """
    units = {size: weights_of(*size) for size in SIZES}

    def draw(count):
        result = {}
        for (inputs, n), rows in units.items():
            x, y = rng.standard_normal((2, count, inputs))
            inside = ((x @ rows.T >= 0) & (y @ rows.T >= 0)).mean(axis=1)
            cosine = np.einsum("ij,ij->i", x, y) / np.linalg.norm(x, axis=1) / np.linalg.norm(y, axis=1)
            area = (np.pi - np.arccos(cosine)) / (2 * np.pi)
            result[f"d = {inputs}, n = {n}"] = (inside - area) ** 2
        return result

    return monte_carlo.means_of(draw, samples)


PAIRS = (2, 3, 7)  # inputs


def mean_squares(middle=1 / 16, argument=0.5):
    """1/16 + trigamma(d/2) / (8 pi^2) for some numbers of inputs."""
    return {f"d = {d}": middle + float(polygamma(1, argument * d)) / (8 * np.pi**2) for d in PAIRS}


@monte_carlo.check(
    "diverse.equation-28",
    "mean",
    predicts=mean_squares,
    wrong={r"$\frac18$ for $\frac{1}{16}$": {"middle": 1 / 8}, "trigamma of $d$": {"argument": 1.0}},
)
def kernels_of_random_pairs(rng, samples):
    """The mean of $k^2$ over pairs of uniform units, whose angle has its cosine from normal vectors in 2, 3 and 7
    inputs.
    """

    def draw(count):
        result = {}
        for inputs in PAIRS:
            v, w = rng.standard_normal((2, count, inputs))
            cosine = np.einsum("ij,ij->i", v, w) / np.sqrt(np.einsum("ij,ij->i", v, v) * np.einsum("ij,ij->i", w, w))
            result[f"d = {inputs}"] = ((np.pi - np.arccos(np.clip(cosine, -1, 1))) / (2 * np.pi)) ** 2
        return result

    return monte_carlo.means_of(draw, samples // 2)
