"""Simulation of the kernel, of its slope and of its ReLU relative from their definitions."""

import numpy as np

from verification.methods import monte_carlo

FORMS = ("pnn2017/kernel",)
INPUTS = 6
COSINES = (-0.6, 0.0, 0.3, 0.95)


def kernel_values(forms, factor=1.0, at=lambda rho: rho):
    """The closed form at every simulated cosine."""
    return {f"rho = {rho}": factor * float(forms["psi"](at(rho))) for rho in COSINES}


def slope_values(forms, factor=1.0, at=lambda rho: rho, above=0.0):
    """The slope at every simulated cosine."""
    return {f"rho = {rho}": above + factor * float(forms["psi_derivative"](at(rho))) for rho in COSINES}


def relu_values(forms, share=0.5 / np.pi, angle=np.arccos):
    """The arc-cosine kernel over 2 pi at every simulated cosine."""
    return {f"rho = {rho}": share * float(forms["arc_cosine"](angle(rho))) for rho in COSINES}


def means_over_pairs(product, rng, samples):
    """The mean of `product` of u.x and v.x over full-dimensional x, one random pair of lines for each cosine."""
    lines = np.array([random_pair(rng, rho) for rho in COSINES])  # (cosines, 2, inputs)

    def draw(count):
        x = rng.standard_normal((count, INPUTS))
        projections = (lines.reshape(-1, INPUTS) @ x.T).reshape(len(COSINES), 2, count)
        return {f"rho = {rho}": product(*pair) for rho, pair in zip(COSINES, projections, strict=True)}

    return monte_carlo.means_of(draw, samples)


def random_pair(rng, rho):
    """Two random unit vectors with cosine rho."""
    frame, _ = np.linalg.qr(rng.standard_normal((INPUTS, 2)))
    return frame[:, 0], rho * frame[:, 0] + np.sqrt(1 - rho**2) * frame[:, 1]


@monte_carlo.check(
    "pnn.psi.closed-form",
    "value",
    predicts=kernel_values,
    wrong={r"0.62 for $\frac2\pi$": {"factor": 0.31 * np.pi}, "the angle's cosine halved": {"at": lambda rho: rho / 2}},
)
def products_of_projections(rng, samples):
    r"""The mean of $|u^\top x| |v^\top x|$ over full-dimensional Gaussian samples, one random pair of lines for each
    cosine."""
    return means_over_pairs(lambda a, b: np.abs(a) * np.abs(b), rng, samples)


@monte_carlo.check(
    "pnn.psi.derivatives",
    "signs",
    predicts=slope_values,
    wrong={
        r"0.62 for $\frac2\pi$": {"factor": 0.31 * np.pi},
        r"$\rho$ for $\arcsin\rho$": {"at": np.sin},
        "the chance of equal signs": {"factor": 0.5, "above": 0.5},
    },
)
def products_of_signs(rng, samples):
    r"""The mean of $\mathrm{sign}(u^\top x) \, \mathrm{sign}(v^\top x)$ over full-dimensional Gaussian samples, one
    random pair for each cosine."""
    return means_over_pairs(lambda a, b: np.sign(a) * np.sign(b), rng, samples)


@monte_carlo.check(
    "pnn.psi.arc-cosine",
    "relu",
    predicts=relu_values,
    wrong={
        r"$\frac1\pi$ for $\frac1{2 \pi}$": {"share": 1 / np.pi},
        "the angle to $-v$": {"angle": lambda rho: np.arccos(-rho)},
    },
)
def products_of_relus(rng, samples):
    r"""The mean of $\max(u^\top x, 0) \max(v^\top x, 0)$ over full-dimensional Gaussian samples, one random pair for
    each cosine."""
    return means_over_pairs(lambda a, b: np.maximum(a, 0) * np.maximum(b, 0), rng, samples)
