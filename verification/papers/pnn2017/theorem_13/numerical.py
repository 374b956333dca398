"""Random lines at growing sizes: norms with the linear kernel added, against the exact limit and the bound."""

import numpy as np

from pnn.kernels import abs_gram
from pnn.lines import random_lines
from verification.drawn_once import drawn_once
from verification.methods import numerical
from verification.methods.numerical import AtMost
from verification.papers.pnn2017.random_kernels.draws import B, mean_near, top


def inverse_m(gamma):
    """1/m, the positive root."""
    return ((1 + B - gamma) + np.sqrt((1 + B - gamma) ** 2 + 4 * gamma * B)) / 2


@drawn_once
def norms_with_linear_part(inputs, gamma, ratio, draws, rng):
    """|psi22 - psi21 (psi11 + U U')^-1 psi12| for random lines."""
    found = []
    for _ in range(draws):
        lines = random_lines(round(gamma * inputs), inputs, rng)
        targets = random_lines(round(gamma * ratio * inputs), inputs, rng)
        cross = abs_gram(lines, targets)
        explained = cross.T @ np.linalg.solve(abs_gram(lines, lines) + lines @ lines.T, cross)
        found.append(top(abs_gram(targets, targets) - (explained + explained.T) / 2))
    return found


@numerical.check(
    "ours.theorem-13-exact",
    "limit",
    wrong={
        "Theorem 11's limit": {"root": lambda gamma: B},
        "the value at gamma = 0": {"root": lambda gamma: 1 + B},
        "b for 1": {"diagonal": 1.0},
    },
)
def norms_at_growing_sizes(rng, instances, root=inverse_m, diagonal=B):
    """Means at 50 to 200 inputs against b + rho/m: t intervals that miss once in a million, and a bias of 3/d.

    In a full run one draw at 2,000 inputs too, within 5/sqrt(d)."""
    for gamma, ratio in ((1, 1.0), (2, 0.5)):
        limit = diagonal + ratio * root(gamma)
        for inputs, draws in ((50, 40), (100, 20), (200, 10)):
            found = norms_with_linear_part(inputs, gamma, ratio, draws, rng)
            yield mean_near(f"gamma {gamma}, {inputs} inputs", found, limit, 3 / inputs, 1e-3)
    if instances >= 100:
        (single,) = norms_with_linear_part(2000, 1, 0.5, 1, rng)
        yield AtMost("2,000 inputs", abs(single - diagonal - 0.5 * root(1)), 10 / np.sqrt(2000) * 0.5, 1e-3)


@numerical.check(
    "pnn.theorem-13",
    "bound",
    wrong={"a tenth of the second term": {"share": 0.1}, "a norm of the lines below 1": {"rest": lambda gamma: 0.0}},
)
def norms_below_the_bound(rng, instances, share=1.0, rest=lambda gamma: np.sqrt(gamma)):
    """Random draws lie below the bound with mu = 0.3."""
    for gamma, ratio in ((0.5, 1.0), (1, 1.0), (2, 0.5)):
        bound = B * (1 + ratio) + share * ratio * (1 + rest(gamma) + 0.3) ** 2
        bound = bound if rest(gamma) else B * (1 + ratio)
        yield AtMost(f"gamma {gamma}", norms_with_linear_part(100, gamma, ratio, 5, rng), bound, 1e-3)
