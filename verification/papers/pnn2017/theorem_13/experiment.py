"""Theorem 13 on the draws of Figure 9, up to 2,000 inputs. Nothing here draws lines.

Fits and intervals are those of Theorem 11's checks.
"""

import numpy as np

from pnn import asymptotics
from verification.experiments.fits import coefficients
from verification.methods import experiment
from verification.methods.experiment import Within
from verification.papers.pnn2017.sweeps.draws import LEVEL, at, by_inputs

DATA = ("schur_by_inputs",)
B = 1 - 2 / np.pi


@experiment.check(
    "ours.theorem-13-exact",
    "limit",
    wrong={
        "the limit of Theorem 11": {"limit": lambda gamma, ratio: asymptotics.theorem_11(ratio)},
        r"the value at $\gamma = 0$": {"limit": lambda gamma, ratio: B + (1 + B) * ratio},
        "the printed bound": {"limit": asymptotics.theorem_13_printed},
        "the second term twice for the lines drawn": {"given": 2.0},
    },
)
def limits_with_the_linear_kernel(data, limit=asymptotics.theorem_13, given=1.0):
    r"""Fit the norm less $b + \frac\rho m$ by a constant and $\frac1d$, deviations falling like $d^{-1/2}$: the
    constant against 0. The same for the norm less its value for the lines drawn, with the kernel's mean in its place;
    there the deviations fall like $\frac1d$.

    A term of $\frac{10 \rho}{d^2}$ is allowed for: what it adds to the constant at the two smallest sizes.
    """
    for one in by_inputs(data):
        rest = one.arrays["linear_norm"] - limit(one.gamma, one.ratios)
        constant, _ = coefficients(one.inputs, rest, (0, 1), 0.5, LEVEL)
        room = 10 * one.ratio / np.prod(np.unique(one.inputs)[:2])
        yield at(f"{one.name}: what is left in the limit", constant, 0.0, room)
        rest = one.arrays["linear_norm"] - B - given * (one.arrays["linear_given_lines"] - B)
        constant, _ = coefficients(one.inputs, rest, (0, 1), 1.0, LEVEL)
        yield at(f"{one.name}: what is left for the lines drawn", constant, 0.0, room)


@experiment.check(
    "pnn.theorem-13",
    "norm",
    wrong={"without the second term": {"share": 0.0}, "a tenth of it": {"share": 0.1}},
)
def norms_below_the_printed_bound(data, share=1.0):
    r"""The largest quotient of a norm and the bound with the smallest constant, $\mu = 0$, over the draws of each
    ratio, is at most 1."""
    for one in by_inputs(data):
        second = one.ratios * (1 + np.sqrt(one.gamma)) ** 2
        quotient = one.arrays["linear_norm"] / (B * (1 + one.ratios) + share * second)
        yield Within(f"{one.name}: largest quotient of norm and bound", float(quotient.max()), 0, 1)
