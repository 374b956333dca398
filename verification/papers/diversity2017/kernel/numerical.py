"""The expansion against the kernel, the rest bounded by what is left of the trace."""

import numpy as np

from pnn.spectrum import multiplicity
from verification.methods import numerical
from verification.methods.numerical import AtMost
from verification.papers.diversity2017 import activation_kernel_eigenvalue

DEGREES = 120


@numerical.check(
    "diverse.equation-10",
    "expansion",
    wrong={
        "no constant": {"first": 1},
        r"$\frac12$ for $\frac14$ in the kernel": {"middle": 0.5},
        "half of the rest": {"rest": 0.5},
    },
)
def partial_sums(first=0, middle=0.25, rest=1.0):
    r"""The size of $g$ less its expansion up to degree 120 at 41 cosines, in 3, 5 and 15 inputs, against
    $g(1) = \frac12$ less the expansion at $t = 1$.
    """
    t = np.linspace(-1, 1, 41)
    kernel = t * (middle + np.arcsin(t) / (2 * np.pi))
    for inputs in (3, 5, 15):
        degrees = np.arange(DEGREES + 1)
        trace = np.array([float(multiplicity(inputs, int(j))) for j in degrees])
        trace *= activation_kernel_eigenvalue(inputs, degrees)
        polynomials = _legendre(inputs, t)
        partial = trace[first:] @ polynomials[first:]
        yield AtMost(f"d = {inputs}", np.abs(kernel - partial), rest * (0.5 - trace.sum()) * np.ones(t.size), 1e-10)


def _legendre(inputs, t):
    """Legendre polynomials in that many inputs by degree, 1 at t = 1, shape (degrees, cosines)."""
    rows = [np.ones_like(t), t]
    for j in range(1, DEGREES):
        rows.append(((2 * j + inputs - 2) * t * rows[j] - j * rows[j - 1]) / (j + inputs - 2))
    return np.array(rows)
