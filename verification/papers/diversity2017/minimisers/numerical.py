"""The library's regulariser and discrepancy at the minimisers, and what these do to the least singular value."""

import numpy as np

from verification.methods import numerical
from verification.methods.numerical import AtMost, Same
from verification.papers.diversity2017 import regulariser, smallest_singular_value, squared_discrepancy
from verification.papers.diversity2017.mathematics.discrepancy import mean_squared_kernel

DIMENSIONS = (2, 3, 4, 10, 50, 200)


def simplex(units):
    """The vertices of a regular simplex, shape (units, units): axes less their mean."""
    return np.eye(units) - 1 / units


def cross_polytope(inputs):
    """The axes and their opposites, shape (2 inputs, inputs)."""
    return np.concatenate([np.eye(inputs), -np.eye(inputs)])


@numerical.check(
    "ours.simplex-and-cross-polytope",
    "simplex",
    wrong={"$n$ for $n - 1$": {"less": 0}, r"$\arccos$ for $\arcsin$": {"inverse": np.arccos}},
)
def regulariser_of_simplices(less=1, inverse=np.arcsin):
    """$R$ of regular simplices of 3 to 201 units against the bound: equality."""
    for inputs in DIMENSIONS:
        bound = (0.25 - inverse(1 / (inputs + 1 - less)) / (2 * np.pi)) ** 2
        yield Same(f"{inputs + 1} units", regulariser(simplex(inputs + 1)), bound, 1e-9)


@numerical.check(
    "ours.simplex-and-cross-polytope",
    "cross-polytope",
    wrong={"$d$ for $d - 1$": {"less": 0}, "4 for 8": {"divisor": 4}},
)
def regulariser_of_cross_polytopes(less=1, divisor=8):
    """$R$ of cross-polytopes in 2 to 200 inputs against the bound: equality."""
    for inputs in DIMENSIONS:
        bound = (inputs - less) / (divisor * (2 * inputs - 1))
        yield Same(f"d = {inputs}", regulariser(cross_polytope(inputs)), bound, 1e-12)


@numerical.check(
    "ours.simplex-and-cross-polytope",
    "discrepancy",
    wrong={r"$\frac{1}{8 d}$": {"divisor": 8}, r"$\frac{1}{16 d^2}$": {"power": 2}},
)
def discrepancy_of_cross_polytopes(divisor=16, power=1):
    r"""$L_2^2$ of cross-polytopes in 2 to 200 inputs against $\frac{1}{16 d} - \left( E k^2 - \frac{1}{16} \right)$."""
    for inputs in DIMENSIONS:
        wanted = 1 / (divisor * inputs**power) - mean_squared_kernel(inputs) + 1 / 16
        yield Same(f"d = {inputs}", squared_discrepancy(cross_polytope(inputs)), wanted, 1e-9)


@numerical.check(
    "ours.cross-polytope-rank",
    "least-regulariser",
    wrong={"$d^2 + d$ samples": {"more": 0}, "one unit turned": {"turned": True}},
)
def singular_values_at_the_minimiser(more=1, turned=False):
    """$s_m(D)$ of cross-polytopes in 2, 3, 4 and 6 inputs with $d^2 + d + 1$ samples is at most $10^{-10}$."""
    rng = np.random.default_rng(5)
    for inputs in (2, 3, 4, 6):
        units = cross_polytope(inputs)
        if turned:
            units[0] = -units[1] - 2 * units[0]
        samples = rng.standard_normal((inputs**2 + inputs + more, inputs))
        samples /= np.linalg.norm(samples, axis=1)[:, None]
        yield AtMost(f"d = {inputs}", smallest_singular_value(units, samples), 0.0, 1e-10)
