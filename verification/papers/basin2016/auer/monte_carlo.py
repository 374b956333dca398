"""Simulation: single units descend from Gaussian starts; starts of two-layer networks are judged by their cells."""

from verification.methods import monte_carlo
from verification.papers.basin2016.auer.units import descend, least_loss, optimum_probability, unit_law, unit_loss

UNIT_INPUTS = (2, 4)
NETWORKS = ((3, 1), (5, 2))  # neurons, inputs
CLOSE = 1e-9


def unit_losses(chance=0.5, rise=3):
    """Mean loss (d + rise b)/(2d), b the mean number of negative weights, and the share at the optimum."""
    found = {}
    for d in UNIT_INPUTS:
        found[f"mean loss, {d} inputs"] = (d + rise * d * (1 - chance)) / (2 * d)
        found[f"at the optimum, {d} inputs"] = float(unit_law(d)[min(unit_law(d))]) * (2 * chance) ** d
    return found


@monte_carlo.check(
    "ours.auer",
    "law",
    predicts=unit_losses,
    wrong={"0.51 for a half": {"chance": 0.51}, "a difference of 2": {"rise": 2}},
)
def descents_of_single_units(rng, samples):
    """Descents from standard Gaussian weights: their final losses, and how many are at one half."""
    found: dict[str, monte_carlo.Estimate] = {}
    for d in UNIT_INPUTS:

        def draw(count, d=d):
            losses = unit_loss(descend(rng.standard_normal((count, d))))
            return {f"mean loss, {d} inputs": losses, f"at the optimum, {d} inputs": (losses < 0.5 + CLOSE) * 1.0}

        found |= monte_carlo.means_of(draw, samples)
    return found


def network_shares(fewer=0, more=0):
    """The chance of a good basin for each network."""
    return {f"{n} neurons, {d} inputs": float(optimum_probability(n - fewer, d + more)) for n, d in NETWORKS}


@monte_carlo.check(
    "ours.auer",
    "networks",
    predicts=network_shares,
    wrong={"one neuron fewer": {"fewer": 1}, "one input more": {"more": 1}},
)
def starts_of_networks(rng, samples):
    """Gaussian weights and output weights: the share of starts whose cell has least loss zero."""
    found = {}
    for n, d in NETWORKS:

        def draw(count, n=n, d=d):
            return (least_loss(rng.standard_normal((count, n, d)), rng.standard_normal((count, n))) == 0) * 1.0

        found[f"{n} neurons, {d} inputs"] = monte_carlo.mean_of(draw, samples)
    return found
