"""Simulation of degree-one networks, all inputs drawn, from their definition."""

import numpy as np

from verification.methods import monte_carlo

FORMS = ("pnn2017/degree_one",)
INPUTS = 5
TARGET = np.array([[2.0, -1.0], [1.2, -0.3], [0.8, 0.5], [-0.4, -1.1], [0.9, -0.9]])  # two neurons for each input
NETS = {
    "mixed signs": TARGET + np.array([[0.5, 0.3], [-0.4, 0.2], [0.1, -0.9], [1.0, 0.6], [-0.3, 0.2]]),
    "three neurons for two": np.array(
        [[1.0, -0.5, 0.4], [0.3, 0.8, -0.6], [0.2, 0.2, -0.7], [-1.0, 0.3, 0.2], [1.1, -1.4, 0.1]]
    ),
    "sums alike, sizes not": np.array([[3.0, -2.0], [2.2, -1.3], [2.3, -1.0], [-2.5, 1.0], [1.9, -1.9]]),
    "sizes alike, sums not": np.abs(TARGET),
}


def output(x, weights):
    """h(x; W) for x of shape (samples, inputs); weights of shape (inputs, neurons for each input)."""
    rows = np.concatenate([np.diag(column) for column in weights.T])
    return np.maximum(x @ rows.T, 0.0).sum(axis=1)


def squared_errors(rng, samples, nets, target):
    """Means of (h - h*)^2 over the same full-dimensional samples."""

    def draw(count):
        x = rng.standard_normal((count, target.shape[0]))
        wanted = output(x, target)
        return {name: (output(x, weights) - wanted) ** 2 for name, weights in nets.items()}

    return monte_carlo.means_of(draw, samples)


def formula_values(forms, own=1.0, cross=1.0, size=np.abs):
    """The closed forms, summed over inputs and over ordered pairs of different inputs."""
    values = {}
    for name, weights in NETS.items():
        odd = weights.sum(axis=1) - TARGET.sum(axis=1)
        even = size(weights).sum(axis=1) - size(TARGET).sum(axis=1)
        pairs = forms["degree_one_cross"](even[:, None], even[None, :])
        values[name] = float(own * forms["degree_one_own"](odd, even).sum() + cross * (pairs.sum() - np.trace(pairs)))
    return values


@monte_carlo.check(
    "pnn.theorem-4",
    "value",
    predicts=formula_values,
    wrong={
        "a half for a quarter": {"own": 2.0, "cross": 2.0},
        r"$\frac1\pi$ across": {"cross": 0.5},
        r"0.63 for $\frac2\pi$": {"cross": 0.63 * np.pi / 2},
        "nothing across": {"cross": 0.0},
        "positive weights for sizes": {"size": lambda w: np.maximum(w, 0.0)},
    },
)
def squared_errors_of_networks(rng, samples):
    """The mean of $(h - h^*)^2$ for five inputs: networks of equal and different sizes, one with only even
    differences."""
    return squared_errors(rng, samples, NETS, TARGET)


def value_at_bad_minimum(forms, inputs=INPUTS, factor=lambda k: k / (1 + k), mass=None):
    """kappa/(1 + kappa) times the square of the negative mass of input 1."""
    mass = -np.minimum(TARGET[0], 0).sum() if mass is None else mass
    return {"": float(factor(forms["degree_one_kappa"](inputs)) * mass**2)}


@monte_carlo.check(
    "pnn.theorem-5",
    "one-signed-input",
    predicts=value_at_bad_minimum,
    wrong={
        "half the square, as for one input": {"factor": lambda k: 0.5},
        r"$\kappa$ of one input fewer": {"inputs": INPUTS - 1},
        "the positive mass": {"mass": 2.0},
    },
)
def squared_error_at_the_bad_minimum(rng, samples):
    """The mean of $(h - h^*)^2$ at the bad minimizer of five inputs, found from pair means of neurons without the
    formula."""
    return squared_errors(rng, samples, {"": bad_minimizer()}, TARGET)


def bad_minimizer():
    """Weights (inputs, 2): input 1 shares its mass between two positive neurons, the others have one of each sign.

    The masses solve the normal equations of the features max(x_r, 0) for all r and max(-x_r, 0) for r > 1.
    """
    same = np.kron(np.eye(2), np.eye(INPUTS)) / 2
    moments = same + np.kron(np.ones((2, 2)), 1 - np.eye(INPUTS)) / (2 * np.pi)
    target = np.concatenate([np.maximum(TARGET, 0).sum(axis=1), -np.minimum(TARGET, 0).sum(axis=1)])
    kept = np.delete(np.arange(2 * INPUTS), INPUTS)
    masses = np.zeros(2 * INPUTS)
    masses[kept] = np.linalg.solve(moments[np.ix_(kept, kept)], moments[kept] @ target)
    weights = np.stack([masses[:INPUTS], -masses[INPUTS:]], axis=1)
    weights[0] = masses[0] / 2
    return weights
