"""Simulation of the kernel matrix, of distances between units and of the counterexample from their definitions."""

import numpy as np

from verification.methods import monte_carlo

FORMS = ("pnn2017/kernel",)
INPUTS = 4
COSINES = (-0.5, 0.2, 0.9)
LINES = np.array([[2, 1, 1, 0], [1, 2, 0, 1], [0, -1, 2, 1], [1, 0, 1, -2]]) / np.sqrt(6)
COEFFICIENTS = np.array([1.0, -0.7, 0.5, -0.9])
TURNED = LINES + 0.4 * np.roll(LINES, 1, axis=1)
TURNED = TURNED / np.linalg.norm(TURNED, axis=1)[:, None]
LIGHT = 0.1


def kernel_matrix(forms, left, right, kernel=None):
    """psi of all cosines between two families of unit rows."""
    return (kernel or forms["psi"])(np.clip(left @ right.T, -1, 1))


def quadratic_form(forms, kernel=None, diagonal=0.0):
    """v' psi[U U'] v."""
    matrix = kernel_matrix(forms, LINES, LINES, kernel) - diagonal * np.eye(len(LINES))
    return {"": COEFFICIENTS @ matrix @ COEFFICIENTS}


@monte_carlo.check(
    "pnn.lemma-1",
    "semidefinite",
    predicts=quadratic_form,
    wrong={r"the cosine for $\psi$": {"kernel": lambda rho: rho}, "a diagonal of 0.95": {"diagonal": 0.05}},
)
def mean_square_of_a_sum(rng, samples):
    r"""The mean of $(\sum_r v_r |u_r^\top x|)^2$, a square, which the matrix's quadratic form must be."""
    return {"": monte_carlo.mean_of(lambda count: (np.abs(normal(rng, count) @ LINES.T) @ COEFFICIENTS) ** 2, samples)}


def normal(rng, count, inputs=INPUTS):
    """Standard normal samples, shape (count, inputs)."""
    return rng.standard_normal((count, inputs))


def unit_distances(forms, share=0.5, linear=1.0):
    """1 - J(theta)/pi = 1 - (psi(rho) + rho)/2 at every simulated cosine."""
    return {f"rho = {rho}": 1 - share * (float(forms["psi"](rho)) + linear * rho) for rho in COSINES}


@monte_carlo.check(
    "pnn.lemma-2",
    "relu-distance",
    predicts=unit_distances,
    wrong={"a quarter for a half": {"share": 0.25}, "without the linear part": {"linear": 0.0}},
)
def squared_distance_of_two_units(rng, samples):
    r"""The mean of $(\max(u^\top x, 0) - \max(v^\top x, 0))^2$ for random pairs of unit vectors with given cosines."""
    frame, _ = np.linalg.qr(rng.standard_normal((INPUTS, 2)))

    def draw(count):
        z = normal(rng, count) @ frame
        seconds = {rho: rho * z[:, 0] + np.sqrt(1 - rho**2) * z[:, 1] for rho in COSINES}
        first = np.maximum(z[:, 0], 0)
        return {f"rho = {rho}": (first - np.maximum(second, 0)) ** 2 for rho, second in seconds.items()}

    return monte_carlo.means_of(draw, samples)


def least_risk(forms, value="risk", share=0.5):
    """1/2 - J(pi/4)^2 / (pi (pi + 1)) with J(theta) = pi (psi + rho)/2; the Schur value 1/4 - psi^2/(2 (1 + 2/pi))."""
    rho = 1 / np.sqrt(2)
    kernel = float(forms["psi"](rho))
    pair = np.pi * (kernel + rho) / 2
    values = {
        "risk": share - pair**2 / (np.pi * (np.pi + 1)),
        "schur": 0.25 - kernel**2 / (2 * (1 + 2 / np.pi)),
    }
    return {"": values[value]}


def best_net_on_the_axes(psi):
    """One neuron on each axis, and the target: a neuron at 45 degrees and a light one on e2."""
    size = (float(psi(1 / np.sqrt(2))) + 1 / np.sqrt(2)) / 4 / (1 / 2 + 1 / (2 * np.pi))
    return np.array([[size, 0], [0, size + LIGHT]]), np.array([[1, 1] / np.sqrt(2), [0, LIGHT]])


@monte_carlo.check(
    "pnn.lemma-2",
    "schur-below-risk",
    predicts=least_risk,
    wrong={"the Schur value": {"value": "schur"}, "0.49 for a half": {"share": 0.49}},
    shares=(best_net_on_the_axes,),
)
def risk_of_the_best_net_on_the_axes(forms, rng, samples):
    """The mean of $(h - h^*)^2$ for one neuron on each axis against a neuron at 45 degrees and a light one on $e_2$."""
    weights, targets = best_net_on_the_axes(forms["psi"])

    def draw(count):
        x = normal(rng, count, 2)
        return (np.maximum(x @ weights.T, 0).sum(axis=1) - np.maximum(x @ targets.T, 0).sum(axis=1)) ** 2

    return {"": monte_carlo.mean_of(draw, samples)}


def gap_entries(forms, cross=1.0, kernel=None):
    """Entries of G = A - B - B' + C."""
    pairs = ((LINES, LINES), (LINES, TURNED), (TURNED, TURNED))
    a, b, c = (kernel_matrix(forms, left, right, kernel) for left, right in pairs)
    gap = a - cross * (b + b.T) + c
    return {f"entry {i}, {j}": gap[i, j] for i, j in ((0, 0), (0, 1), (1, 2), (3, 3))}


@monte_carlo.check(
    "ours.lemma-2-sharp",
    "sandwich",
    predicts=gap_entries,
    wrong={
        "one percent of the cross terms lost": {"cross": 0.99},
        r"the cosine for $\psi$": {"kernel": lambda rho: rho},
    },
)
def products_of_differences(rng, samples):
    r"""The mean of $(|{u_i^*}^\top x| - |u_i^\top x|)(|{u_j^*}^\top x| - |u_j^\top x|)$, of which $G$ is the matrix,
    for four of its entries."""

    def draw(count):
        x = normal(rng, count)
        moved = np.abs(x @ TURNED.T) - np.abs(x @ LINES.T)
        return {f"entry {i}, {j}": moved[:, i] * moved[:, j] for i, j in ((0, 0), (0, 1), (1, 2), (3, 3))}

    return monte_carlo.means_of(draw, samples)
