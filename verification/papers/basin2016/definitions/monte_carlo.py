"""Simulation of spherically symmetric starts: frequencies of signs and of small projections."""

from itertools import product

import numpy as np

from verification.methods import monte_carlo

SIGNS = 3
SMALL = 0.05  # a cosine


def starts(rng, count, inputs):
    """Vectors, shape (count, inputs), of uniform direction and heavy-tailed length that is never zero."""
    directions = rng.standard_normal((count, inputs))
    return directions * (0.1 + np.abs(rng.standard_cauchy(count)) / np.linalg.norm(directions, axis=1))[:, None]


def equal_shares(share=0.5**SIGNS, together=0.5 ** (2 * SIGNS)):
    """The probability of every vector of signs, and that two neurons have the first one."""
    return {f"signs {s}": share for s in product((0, 1), repeat=SIGNS)} | {"both": together}


@monte_carlo.check(
    "basin.assumption-1",
    "fair-signs",
    predicts=equal_shares,
    wrong={"one sign fewer": {"share": 0.25}, "two neurons alike": {"together": 0.5**SIGNS}, "0.12": {"share": 0.12}},
)
def signs_along_a_frame(rng, samples):
    """Two neurons with five inputs, heavy-tailed lengths, signs along three random orthogonal vectors."""
    frame = np.linalg.qr(rng.standard_normal((5, SIGNS)))[0] * [1.0, 7.0, 0.2]

    def draw(count):
        signs = starts(rng, count, 5) @ frame > 0
        codes = signs @ (2 ** np.arange(SIGNS)[::-1])
        second = starts(rng, count, 5) @ frame > 0
        found = {f"signs {s}": codes == k for k, s in enumerate(product((0, 1), repeat=SIGNS))}
        found["both"] = ~(signs.any(axis=1) | second.any(axis=1))
        return {name: values.astype(float) for name, values in found.items()}

    return monte_carlo.means_of(draw, samples)


def small_projections(scale=1.0):
    """P(|cos| <= h) in two, three and five dimensions: (2/pi) asin h, h, and (3 h - h^3)/2."""
    return {
        "inputs 2": scale * 2 / np.pi * np.arcsin(SMALL),
        "inputs 3": scale * SMALL,
        "inputs 5": scale * (3 * SMALL - SMALL**3) / 2,
    }


@monte_carlo.check(
    "basin.assumption-1",
    "no-zero-product",
    predicts=small_projections,
    wrong={"twice as many": {"scale": 2.0}, "a tenth more": {"scale": 1.1}},
)
def shares_near_a_great_sphere(rng, samples):
    r"""How often $|w \cdot u| \le 0.05 \, |w| \, |u|$ in 2, 3 and 5 inputs: as often as a uniform direction says,
    $\frac2\pi \arcsin h$, $h$ and $\frac12 (3 h - h^3)$ at $h = 0.05$, which vanish with $h$.
    """

    def draw(count):
        found = {}
        for inputs in (2, 3, 5):
            w, u = starts(rng, count, inputs), np.arange(1.0, inputs + 1)
            cosines = w @ u / (np.linalg.norm(w, axis=1) * np.linalg.norm(u))
            found[f"inputs {inputs}"] = (np.abs(cosines) <= SMALL).astype(float)
        return found

    return monte_carlo.means_of(draw, samples)
