"""How often two samples of the plane exceed the printed Bernstein bound, drawn."""

import numpy as np

from verification.methods import monte_carlo

UNITS = np.array([[1.0, 0.0], [-1.0, 0.0]])
RATE = np.log(400)  # log(1/delta)


def chance(term=0.0, rate=RATE):
    """(1 - sqrt b)^2 with b four times the bound, whose last term has `term` for B; 0 where b exceeds 1."""
    b = 1 / 6 + np.sqrt(7 / 90 * rate) + 8 / 3 * term * rate
    return {"exceeds": max(1 - np.sqrt(b), 0.0) ** 2}


@monte_carlo.check(
    "diverse.equation-22",
    "two-opposite-units",
    predicts=chance,
    wrong={"1 for $B$": {"term": 1.0}, r"a confidence of $\frac12$": {"rate": np.log(2)}},
)
def pairs_beyond_the_printed_bound(rng, samples):
    r"""How often $E_{12}^2$ of two normal vectors of the plane exceeds $\frac{1}{24} + \sqrt{\frac{7}{1440} \log 400} +
    \frac23 B \log 400$ with $B = \max_i |E_{ii}|$, for two opposite units.
    """

    def entries(x, y):
        active = ((x @ UNITS.T >= 0) & (y @ UNITS.T >= 0)).mean(axis=1)
        cosine = np.einsum("ij,ij->i", x, y) / np.hypot(*x.T) / np.hypot(*y.T)
        return active - (np.pi - np.arccos(np.clip(cosine, -1, 1))) / (2 * np.pi)

    def draw(count):
        x, y = rng.standard_normal((2, count, 2))
        largest = np.maximum(np.abs(entries(x, x)), np.abs(entries(y, y)))
        bound = 1 / 24 + np.sqrt(7 / 1440 * RATE) + 2 / 3 * largest * RATE
        return {"exceeds": (entries(x, y) ** 2 > bound).astype(float)}

    return monte_carlo.means_of(draw, samples)
