"""Another route in float64: the quadrature of Gauss and Hermite, which knows nothing of the proof."""

import numpy as np

from verification.methods import numerical
from verification.methods.numerical import Same

NODES = 60  # on both sides of 0, which is none of them; by symmetry the positive ones carry half of x^2
DEVIATIONS = (0.5, 1.0, 3.0)


@numerical.check("mykey.relu-of-a-normal", "square", wrong={r"1 for $\frac12$": {"share": 1.0}})
def gauss_hermite(share=0.5):
    r"""The mean of $\max(x, 0)^2$ by the quadrature of Gauss and Hermite, for three standard deviations."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(NODES)
    for s in DEVIATIONS:
        found = weights @ np.maximum(s * nodes, 0) ** 2 / weights.sum()
        yield Same(f"s = {s:g}", found, share * s**2)
