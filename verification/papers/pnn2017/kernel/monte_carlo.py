"""Simulation of the kernel from its definition."""

import numpy as np

from verification.methods import monte_carlo

FORMS = ("pnn2017/kernel",)
INPUTS = 10
COSINES = (-0.6, 0.0, 0.3, 0.95)


def kernel_values(forms, factor=1.0, at=lambda rho: rho):
    """The closed form at every simulated cosine."""
    return {f"rho = {rho}": factor * float(forms["psi"](at(rho))) for rho in COSINES}


@monte_carlo.check(
    "pnn.psi.closed-form",
    "value",
    predicts=kernel_values,
    wrong={"0.63 for 2/pi": {"factor": 0.63 * np.pi / 2}, "the angle's cosine halved": {"at": lambda rho: rho / 2}},
)
def products_of_projections(rng, samples):
    """Mean of |u.x||v.x| over full-dimensional Gaussian samples, one random pair of lines for each cosine."""
    pairs = [random_pair(rng, rho) for rho in COSINES]

    def draw(count):
        x = rng.standard_normal((count, INPUTS))
        return {f"rho = {rho}": np.abs(x @ u) * np.abs(x @ v) for rho, (u, v) in zip(COSINES, pairs, strict=True)}

    return monte_carlo.means_of(draw, samples)


def random_pair(rng, rho):
    """Two random unit vectors with cosine rho."""
    frame, _ = np.linalg.qr(rng.standard_normal((INPUTS, 2)))
    return frame[:, 0], rho * frame[:, 0] + np.sqrt(1 - rho**2) * frame[:, 1]
