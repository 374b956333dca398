"""Simulation from the definition: a network above the Schur value."""

import numpy as np

from verification.methods import monte_carlo

FORMS = ("pnn2017/kernel",)
TURN = np.pi / 10


def plane(*angles):
    """Unit vectors in the plane, shape (lines, 2)."""
    return np.column_stack([np.cos(angles), np.sin(angles)])


def relu_mean(forms, first, second):
    """E of the products of two families of unit neurons, (psi + rho)/4."""
    rho = np.clip(first @ second.T, -1, 1)
    return (forms["psi"](rho) + rho) / 4


def best_network(forms):
    """Directions and masses of the least risk: the second line's positive side, the first one's negative side."""
    sides, target = plane(TURN, np.pi), plane(2 * TURN)
    moment = relu_mean(forms, sides, target)[:, 0]
    return sides, np.linalg.solve(relu_mean(forms, sides, sides), moment), moment


def least_risk(forms, value="risk", share=0.5):
    """1/2 less the explained part, or the Schur value."""
    _, masses, moment = best_network(forms)
    lines, target = plane(0, TURN), plane(2 * TURN)
    across = forms["psi"](np.clip(lines @ target.T, -1, 1))[:, 0]
    schur = (1 - across @ np.linalg.solve(forms["psi"](np.clip(lines @ lines.T, -1, 1)), across)) / 4
    return {"": {"risk": share - masses @ moment, "schur": schur}[value]}


@monte_carlo.check(
    "pnn.attainment",
    "negative-mass",
    predicts=least_risk,
    wrong={"the Schur value": {"value": "schur"}, "0.498 for a half": {"share": 0.498}},
    shares=(best_network, plane),
)
def squared_difference_of_the_best(forms, rng, samples):
    """The mean of $(h - h^*)^2$ for the best network on lines at 0 and 18 degrees against a neuron at 36."""
    sides, masses, _ = best_network(forms)

    def draw(count):
        x = rng.standard_normal((count, 2))
        return (np.maximum(x @ sides.T, 0) @ masses - np.maximum(x @ plane(2 * TURN).T, 0)[:, 0]) ** 2

    return {"": monte_carlo.mean_of(draw, samples)}
