"""A hunt over small matrices for the bound of a perturbed inverse."""

from fractions import Fraction

import numpy as np
from flint import arb_mat

from verification.comparisons import at_most, ball, least_norm, matrix, most_norm, search
from verification.methods import hunt
from verification.methods.hunt import Instance


def drawn(size):
    """A sampler of M and D: D far smaller, of M's size, or a multiple of M."""

    def draw(rng):
        first = np.eye(size) if rng.random() < 0.3 else rng.standard_normal((size, size))
        choice = int(rng.integers(3))
        second = rng.uniform(-1, 1) * first if choice == 0 else rng.standard_normal((size, size))
        return Instance({"M": first, "D": second * 10.0 ** -rng.uniform(0, 2) if choice == 1 else second})

    return draw


@hunt.check(
    "pnn.lemma-9",
    "norms",
    wrong={r"a product up to $\frac9{10}$": {"most": Fraction(9, 10)}},
    per_stratum=100,
    starts=2,
)
def perturbed_inverses(most=Fraction(1, 2)):
    r"""Where $\|M^{-1} D\| \le \frac12$: is the norm of $D (I + M^{-1} D)^{-1}$, from below, above twice that of
    $D$, from above, in balls?"""

    def compare(instance):
        first, second = (matrix(instance.fractions(name)) for name in ("M", "D"))
        product = first.solve(second)
        if not most_norm(product) <= ball(most):
            return None
        size = range(first.nrows())
        identity = arb_mat([[int(i == j) for j in size] for i in size])
        moved = second * (identity + product).inv()
        return at_most(least_norm(moved.transpose() * moved).sqrt(), 2 * most_norm(second), "norm and bound")

    return search({f"{n} inputs": drawn(n) for n in (1, 2, 3)}, compare)
