"""Simulation of the slopes at zero, and of the first-order increase of the risk, from their definitions."""

import numpy as np

from verification.methods import monte_carlo

FORMS = ("pnn2017/kernel",)
TARGET = np.array([[1.0, 0.5, 0.0, -1.0], [-0.5, 1.0, 1.0, 0.0], [0.0, -1.0, 0.5, 0.5]])
DIRECTIONS = {"aslant": np.array([1.0, 1.0, 1.0, 1.0]) / 2, "an axis": np.array([0.0, 0.0, 0.0, 1.0])}
NETWORK = np.array([[0.8, 0.0, 0.0, 0.0], [0.0, -0.6, 0.8, 0.0], [0.0, 0.0, 0.0, 1.2]])


def relu_moment(forms, u, w, sign=1.0):
    """E max(u.x, 0) max(w.x, 0) = |w| (rho + psi(rho))/4, u a unit vector."""
    norm = np.linalg.norm(w)
    rho = np.clip(u @ w / norm, -1, 1)
    return norm * (sign * rho + float(forms["psi"](rho))) / 4


def slopes_at_zero(forms, factor=2.0, sign=1.0):
    """The statement: -2 E max(u.x, 0) h*, from the kernel."""
    return {name: -factor * sum(relu_moment(forms, u, w, sign) for w in TARGET) for name, u in DIRECTIONS.items()}


@monte_carlo.check(
    "ours.zero-is-a-maximum",
    "slope",
    predicts=slopes_at_zero,
    wrong={"half the slope": {"factor": 1.0}, "the opposite direction": {"sign": -1.0}},
)
def products_with_the_target(rng, samples):
    r"""The mean of $-2 \max(u^\top x, 0) h^*(x)$ in four inputs, for three target neurons and two directions $u$."""

    def draw(count):
        x = rng.standard_normal((count, 4))
        target = np.maximum(x @ TARGET.T, 0).sum(axis=1)
        return {name: -2 * np.maximum(x @ u, 0) * target for name, u in DIRECTIONS.items()}

    return monte_carlo.means_of(draw, samples)


def forces(forms, share=0.5, even_sign=1.0):
    """g + b and b - g for a line u, from signed and absolute sums through the kernel."""
    slopes: dict[str, float] = {}
    for name, u in DIRECTIONS.items():
        odd = share * u @ (NETWORK.sum(axis=0) - TARGET.sum(axis=0))
        even = share * (absolute(forms, u, NETWORK) - absolute(forms, u, TARGET))
        slopes |= {f"{name}, positive side": odd + even_sign * even, f"{name}, negative side": even_sign * even - odd}
    return slopes


def absolute(forms, u, weights):
    """Sum of |w| psi(cosine with u) over the rows of `weights`."""
    norms = np.linalg.norm(weights, axis=1)
    return float(norms @ forms["psi"](np.clip(weights @ u / norms, -1, 1)))


@monte_carlo.check(
    "ours.first-order-test",
    "slopes",
    predicts=forces,
    wrong={"forces without their halves": {"share": 1.0}, "the even force reversed": {"even_sign": -1.0}},
)
def products_with_the_error(rng, samples):
    r"""The mean of $2 \max(s u^\top x, 0) (h - h^*)$ in four inputs, for two directions $u$ and both sides $s$."""

    def draw(count):
        x = rng.standard_normal((count, 4))
        error = np.maximum(x @ NETWORK.T, 0).sum(axis=1) - np.maximum(x @ TARGET.T, 0).sum(axis=1)
        sides = ((1, "positive"), (-1, "negative"))
        return {
            f"{name}, {side} side": 2 * np.maximum(s * (x @ u), 0) * error
            for name, u in DIRECTIONS.items()
            for s, side in sides
        }

    return monte_carlo.means_of(draw, samples)
