"""Random lines at growing sizes: limits, finite-size means and fluctuations of the Schur complement's norm."""

import numpy as np
from scipy.special import chdtri

from pnn import asymptotics
from pnn.lines import random_lines
from pnn.schur import schur_complement
from pnn.spectrum import eigenvalue
from verification.drawn_once import drawn_once
from verification.methods import numerical
from verification.methods.numerical import AtMost
from verification.papers.pnn2017.random_kernels.draws import LEVEL, B, C, edge, fall, mean_near, sizes_of_a_fit, top


def finite_value(inputs, lines, targets, order=1.0):
    """(1 - l)(1 + r*/(r + (1 - l)/l)), or with l = 2/pi and no shift the limit."""
    largest = C + order * (eigenvalue(inputs, 0) - C)
    return (1 - largest) * (1 + targets / (lines + order * (1 - largest) / largest))


@drawn_once
def norms(inputs, gamma, ratio, draws, rng):
    """Norms of the Schur complement for `draws` random networks."""
    lines, targets = gamma * inputs, round(gamma * ratio * inputs)
    return [
        top(schur_complement(random_lines(lines, inputs, rng), random_lines(targets, inputs, rng)))
        for _ in range(draws)
    ]


@drawn_once
def steadied_norms(inputs, draws, rng):
    """The same norms for as many lines and target lines as inputs, each less its fluctuation to first order.

    That fluctuation is linear in psi - E psi: its mean is 0.
    """
    value, found = asymptotics.theorem_11_finite(inputs, inputs, inputs), []
    for _ in range(draws):
        lines, targets = random_lines(inputs, inputs, rng), random_lines(inputs, inputs, rng)
        (first,) = asymptotics.theorem_11_first_order(lines, targets, [inputs])
        found.append(top(schur_complement(lines, targets)) - (first - value))
    return found


@numerical.check(
    "ours.theorem-11-finite",
    "mean",
    wrong={"the limit": {"order": 0.0}, "the correction doubled": {"order": 2.0}},
)
def means_at_finite_size(rng, instances, order=1.0):
    r"""Means at 50 to 400 inputs, $\gamma = \rho = 1$, against the value at finite size: Student's intervals at the
    level, and $\frac{15}{d^2}$.

    Draws deviate by 0.002 at 100 inputs, where the correction is 0.009.
    """
    for inputs, draws in [(50, 40), (100, 100), (200, 20)] + ([(400, 8)] if instances >= 100 else []):
        found = steadied_norms(inputs, draws, rng)
        expected = finite_value(inputs, inputs, inputs, order)
        yield mean_near(f"{inputs} inputs", found, expected, 15 / inputs**2, 1e-4)


@drawn_once
def square_complements(sizes, rng):
    """Schur complements of as many random lines and target lines as inputs, one of each size."""
    return [schur_complement(random_lines(d, d, rng), random_lines(d, d, rng)) for d in sizes]


@numerical.check(
    "pnn.theorem-11",
    "approximation",
    wrong={"the diagonal 1": {"diagonal": 1.0}, "without the second term": {"second": 0.0}},
)
def distances_from_the_explicit_form(rng, instances, diagonal=B, second=1.0):
    r"""Fit the exponent in $d$ of $\|S - b I - \frac{b c}{b + c r} \mathbf{1} \mathbf{1}^\top\|$, as many lines and
    targets as inputs, against that of the predicted edge for the targets alone: to first order in the kernel's
    degree-two part the lines add nothing."""
    inputs, found = sizes_of_a_fit(instances), []
    for d, complement in zip(inputs, square_complements(tuple(inputs), rng), strict=True):
        rest = complement - diagonal * np.eye(d) - second * B * C / (B + C * d)
        found.append(np.linalg.norm(rest, 2))
    yield fall("distance", inputs, found, np.array([edge(d, d) for d in inputs]))


@numerical.check(
    "pnn.theorem-11",
    "limit",
    wrong={"without the second term": {"second": 0.0}, "the diagonal 1": {"diagonal": 1.0}},
)
def norms_near_their_limit(rng, instances, second=1.0, diagonal=B):
    r"""Single draws at 100 to 400 inputs, in a full run up to 2,000, against $b (1 + \rho)$: within six deviations
    $\frac{2 (1 + \rho)}{\pi d}$ and $\frac{2 \gamma}{d}$."""
    for gamma, ratio in ((1, 1.0), (2, 0.5)):
        for inputs in (100, 200, 400) + ((2000 // gamma,) if instances >= 100 else ()):
            (found,) = norms(inputs, gamma, ratio, 1, rng)
            limit = diagonal * (1 + second * ratio)
            room = 6 * 2 * (1 + ratio) / (np.pi * inputs) + 2 * gamma / inputs
            yield AtMost(f"{inputs} inputs, gamma {gamma}", abs(found - limit), room, 1e-3)


@numerical.check(
    "pnn.theorem-11",
    "few-targets",
    wrong={"the limit for targets in proportion": {"ratio": 1.0}, r"$\frac2\pi$ for $1 - \frac2\pi$": {"limit": C}},
)
def norms_for_three_targets(rng, instances, ratio=0.0, limit=B):
    r"""Single draws of three target lines, as many lines as inputs, against $b$: within $\frac{40}{d}$ at 200, 400 and
    800 inputs.

    Cosines of two lines deviate like $d^{-1/2}$, and enter by their squares: by the tail of the beta law a draw is
    further off with a chance below $10^{-9}$.
    """
    for inputs in (200, 400, 800):
        found = top(schur_complement(random_lines(inputs, inputs, rng), random_lines(3, inputs, rng)))
        yield AtMost(f"{inputs} inputs", abs(found - limit * (1 + ratio)), 40 / inputs, 1e-3)


@numerical.check(
    "ours.theorem-11-finite",
    "fluctuation",
    wrong={"a quarter of the deviation": {"share": 0.25}, "five times the deviation": {"share": 5.0}},
)
def deviations_over_draws(rng, instances, share=1.0):
    """The sample deviation of 60 norms at 100 inputs over the predicted one, in the chi-squared interval at the
    level, widened to 1.2 times its upper end and to 1.4 times less than its lower end."""
    found = np.std(norms(100, 1, 1.0, 60, rng), ddof=1) / (share * 4 / (np.pi * 100))
    low, high = np.sqrt(chdtri(59, [1 - LEVEL / 2, LEVEL / 2]) / 59)
    yield AtMost("deviation above", found, high * 1.2, 1e-3)
    yield AtMost("deviation below", low / 1.4, found, 1e-3)
