"""Directions and samples drawn at random: the area of slices, the mean squares of the entries."""

import numpy as np

from verification.methods import monte_carlo

ANGLES = ((2, 0.3), (3, 2.5), (5, 1.2))  # inputs, the angle between x and y
SETS = ((3, 4), (4, 6))  # inputs, units


def areas(turned=False, whole=2.0):
    """What is left of a half turn, over a turn, for every pair of directions."""
    return {f"d = {d}, {angle}": (angle if turned else np.pi - angle) / (whole * np.pi) for d, angle in ANGLES}


@monte_carlo.check(
    "diverse.equations-11-to-15",
    "area",
    predicts=areas,
    wrong={"the angle itself": {"turned": True}, "of a half turn": {"whole": 1.0}},
)
def directions_in_a_slice(rng, samples):
    r"""How often a uniform direction $w$ has $w \cdot x \ge 0$ and $w \cdot y \ge 0$, for three angles between $x$ and
    $y$, in 2, 3 and 5 inputs.
    """

    def draw(count):
        result = {}
        for inputs, angle in ANGLES:
            w = rng.standard_normal((count, inputs))
            y = np.cos(angle) * w[:, 0] + np.sin(angle) * w[:, 1]
            result[f"d = {inputs}, {angle}"] = ((w[:, 0] >= 0) & (y >= 0)).astype(float)
        return result

    return monte_carlo.means_of(draw, samples)


def units_of(inputs, units):
    """Fixed unit rows, shape (units, inputs), the last two equal and opposite to the first."""
    rows = np.array([[(5 * i + 7 * j * j + 3) % 9 - 4 for j in range(inputs)] for i in range(units)], dtype=float)
    rows[:, 0] += 0.5
    rows[-2:] = -rows[0]
    return rows / np.linalg.norm(rows, axis=1)[:, None]


def kernel_of(inputs, units):
    """k of all pairs of the fixed units, by the arcsine."""
    rows = units_of(inputs, units)
    return 0.25 + np.arcsin(np.clip(rows @ rows.T, -1, 1)) / (2 * np.pi)


def mean_squares(moment=0.0, diagonal=False):
    """The mean of all k^2, less E k^2 by quadrature; with `diagonal` the mean of k less 1/4."""
    result = {}
    for inputs, units in SETS:
        kernel = kernel_of(inputs, units)
        squared = kernel.mean() - 0.25 if diagonal else (kernel**2).mean() - squared_kernel(inputs)
        result[f"d = {inputs}, n = {units}"] = squared + moment
    return result


def squared_kernel(inputs):
    """E k^2 over the angle by quadrature, to 1e-12."""
    nodes, weights = np.polynomial.legendre.leggauss(100)
    angle = np.pi / 2 * (1 + nodes)
    density = weights * np.sin(angle) ** (inputs - 2)
    return float(density @ (0.5 - angle / (2 * np.pi)) ** 2 / density.sum())


@monte_carlo.check(
    "diverse.equation-24",
    "mean",
    predicts=mean_squares,
    wrong={"$E_{11}$ for $E_{12}$": {"diagonal": True}, r"$\frac{1}{50}$ more": {"moment": 0.02}},
    shares=(units_of,),
)
def entries_off_the_diagonal(rng, samples):
    """The mean of $E_{12}^2$ over pairs of samples, for fixed units, equal and opposite ones among them, in 3 and 4
    inputs.
    """
    return _entries(rng, samples, apart=True)


def mean_squares_on_the_diagonal(diagonal=True, moment=0.0):
    """The mean of k less 1/4."""
    return mean_squares(moment, diagonal)


@monte_carlo.check(
    "diverse.equation-24",
    "diagonal",
    predicts=mean_squares_on_the_diagonal,
    wrong={"$E_{12}$ for $E_{11}$": {"diagonal": False}, r"$\frac{1}{50}$ more": {"moment": 0.02}},
    shares=(units_of,),
)
def entries_on_the_diagonal(rng, samples):
    """The mean of $E_{11}^2$ over samples, for the same units."""
    return _entries(rng, samples, apart=False)


def _entries(rng, samples, apart):
    rows = {size: units_of(*size) for size in SETS}

    def draw(count):
        result = {}
        for (inputs, n), units in rows.items():
            x = rng.standard_normal((count, inputs))
            y = rng.standard_normal((count, inputs)) if apart else x
            active = ((x @ units.T >= 0) & (y @ units.T >= 0)).mean(axis=1)
            cosine = np.einsum("ij,ij->i", x, y) / np.sqrt(np.einsum("ij,ij->i", x, x) * np.einsum("ij,ij->i", y, y))
            result[f"d = {inputs}, n = {n}"] = (active - (np.pi - np.arccos(np.clip(cosine, -1, 1))) / (2 * np.pi)) ** 2
        return result

    return monte_carlo.means_of(draw, samples)
