"""Random lines in float64: the bound through a cone of neighbours, and the slope of the mean error."""

import numpy as np
from scipy.integrate import quad
from scipy.optimize import nnls
from scipy.special import gammaln

from pnn.lines import random_lines
from pnn.optimum import population_optimum
from pnn.schur import norms
from verification.drawn_once import drawn_once
from verification.methods import numerical
from verification.methods.numerical import AtMost, Same
from verification.papers.pnn2017.spectrum.numerical import schur_of_one
from verification.streams import streams


def cone_angle(lines, target):
    """The least h such that the target is a positive combination of directions of lines within the angle h of it."""
    cosines = lines @ target
    order = np.argsort(-np.abs(cosines))
    directions = (np.sign(cosines)[:, None] * lines)[order]
    low, high = 0, len(lines)
    while high - low > 1:
        middle = (low + high) // 2
        inside = nnls(directions[:middle].T, target)[1] < 1e-10
        low, high = (low, middle) if inside else (middle, high)
    return np.arccos(np.abs(cosines)[order[high - 1]])


@numerical.check(
    "ours.decay-in-lines",
    "neighbours",
    wrong={"a hundredth of the constant": {"share": 0.01}, "the fifth power": {"power": 5}},
)
def optima_against_the_cone(rng, instances, share=1.0, power=3):
    r"""$4 \min L$, by the library's exact optimum for 40 lines in two to five inputs, is at most $K_d \tan^3 h$, $h$
    found by non-negative least squares."""
    for index, stream in enumerate(streams(rng, max(instances // 5, 20), fixed=(58,))):
        inputs = 2 + index % 4
        lines, target = random_lines(40, inputs, stream), random_lines(1, inputs, stream)[0]
        height = np.tan(cone_angle(lines, target))
        constant = 16 / np.sqrt(np.pi) * np.exp(gammaln(inputs / 2 + 1) - gammaln((inputs - 1) / 2))
        least = 4 * population_optimum(lines, target[None]).risk
        yield AtMost(f"instance {index}, d = {inputs}", least, share * constant * height**power)


@numerical.check(
    "ours.decay-in-lines",
    "moments",
    wrong={r"the power $\frac pd$": {"more": 1}, "$p + 1$ in the gamma function": {"shift": 1}},
)
def moments_by_quadrature(rng, instances, more=0, shift=0):
    r"""The integral in $s = \frac t{1 + t}$, by adaptive quadrature, against its value, for $p$ from 1 to 4 in 2 to
    6 inputs."""
    for index in range(instances):
        p, m, rate = rng.uniform(1, 4), 1 + index % 5, rng.uniform(0.5, 50)
        found = quad(
            lambda s, p=p, m=m, k=rate: p * (s / (1 - s)) ** (p - 1) * np.exp(-k * (s / (1 - s)) ** m) / (1 - s) ** 2,
            0,
            1,
            limit=200,
        )[0]
        stated = np.exp(gammaln(1 + shift + p / m)) * rate ** (-p / (m + more))
        yield Same(f"instance {index}", found, stated, 1e-6)


@drawn_once
def mean_errors(sizes, draws, rng):
    """The mean S of 500 target lines in three inputs over the first lines of each draw: (sizes,)."""
    means = np.zeros(len(sizes))
    for _ in range(draws):
        lines, targets = random_lines(sizes[-1], 3, rng), random_lines(500, 3, rng)
        means += [schur_of_one(lines[:size], targets).mean() for size in sizes]
    return means / draws


@drawn_once
def mean_norms(sizes, draws, rng):
    """The mean norm of the Schur complement of four target lines in three inputs: (sizes,)."""
    found = [norms(random_lines(sizes[-1], 3, rng), random_lines(4, 3, rng), sizes) for _ in range(draws)]
    return np.mean(found, axis=0)


@numerical.check(
    "ours.decay-in-lines",
    "random-lines",
    wrong={r"$\frac2{d - 1}$": {"power": 2.0}, r"$\frac4{d - 1}$": {"power": 4.0}},
)
def fitted_slopes(rng, power=3.0):
    r"""The slope of the log of the mean $S$ in the log of the number of lines over three octaves of random lines,
    within 0.2 of $-\frac3{d - 1}$: $d = 3$, 64 to 512 lines, 24 draws, 500 targets each. The slope deviates by 0.02."""
    sizes = (64, 128, 256, 512)
    slope = np.polyfit(np.log(sizes), np.log(mean_errors(sizes, 24, rng)), 1)[0]
    yield AtMost("distance of the slope", abs(slope + power / 2), 0.2, 0.005)


@numerical.check(
    "ours.decay-in-lines",
    "norm",
    wrong={r"$\frac2{d - 1}$": {"power": 2.0}, r"$\frac4{d - 1}$": {"power": 4.0}},
)
def slopes_of_norms(rng, power=3.0):
    r"""The slope of the log of the mean norm of the Schur complement of four random target lines in the log of the
    number of lines: $d = 3$, 32 to 256 lines, 150 draws, within 0.25 of $-\frac3{d - 1}$; it deviates by 0.025."""
    sizes = (32, 64, 128, 256)
    slope = np.polyfit(np.log(sizes), np.log(mean_norms(sizes, 150, rng)), 1)[0]
    yield AtMost("distance of the slope", abs(slope + power / 2), 0.25, 0.002)
