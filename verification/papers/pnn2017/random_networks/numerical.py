"""Exact optima of many fresh draws of Figure 11's networks: what descent reaches, without its cost and its chance.

A draw has one target and 50 lines, of which a network of k neurons takes the first k/2. Shares are of the mean square
of y, as the authors have them, risks exact.
"""

from itertools import pairwise
from pathlib import Path

import numpy as np
import yaml
from scipy.special import ndtri, stdtrit

from pnn.lines import random_lines
from pnn.optimum import population_optimum
from pnn.risk import population_risk
from verification.drawn_once import drawn_once
from verification.methods import numerical
from verification.methods.numerical import AtMost
from verification.papers.pnn2017.random_networks.means import PRINTED, READING

FILES = ("published.yaml",)
INPUTS, NEURONS = 15, 20
SIZES = tuple(range(10, 101, 10))
LEVEL = 1e-8  # chance with which an interval misses: all of a check together, less than once in a million
EXCESS = 0.05  # by which descent misses the optimum in the mean, at most


@drawn_once
def optima(rng, instances):
    """Least risks (draws, sizes), variances of y and least risks of affine functions (draws,), over E y^2 each."""
    risks, variances, affine = [], [], []
    for _ in range(max(150, 3 * instances)):
        target = rng.standard_normal((NEURONS, INPUTS)) / np.sqrt(INPUTS)
        lines = random_lines(SIZES[-1] // 2, INPUTS, rng)
        square = population_risk(np.zeros((0, INPUTS)), target)
        variance = square - np.linalg.norm(target, axis=1).sum() ** 2 / (2 * np.pi)
        risks.append([population_optimum(lines[: k // 2], target).risk / square for k in SIZES])
        variances.append(variance / square)
        affine.append((variance - np.sum(target.sum(axis=0) ** 2) / 4) / square)
    return np.array(risks), np.array(variances), np.array(affine)


def half_width(values):
    """Half of a t interval over the draws."""
    return -stdtrit(len(values) - 1, LEVEL / 2) * values.std(axis=0, ddof=1) / np.sqrt(len(values))


@numerical.check(
    "pnn.figure-2",
    "falls",
    wrong={"fewer neurons are better": {"step": -1}, "a third less each time": {"most": 2 / 3}},
)
def optima_on_more_lines(rng, instances, step=1, most=1.0):
    """The mean least risk with ten neurons more over that before, by the upper ends of intervals of their
    difference: below 1. Between descent and the optimum lie 5% in the mean at most (another part of Figure 11)."""
    risks = optima(rng, instances)[0][:, ::step]
    for (few, before), (many, after) in pairwise(zip(SIZES[::step], risks.T, strict=True)):
        difference = after - most * before
        highest = (difference.mean() + half_width(difference)) / before.mean()
        yield AtMost(f"from {few} to {many} neurons, {after.mean() / before.mean():.3f} left", highest, 0.0, 1e-4)


def sides(risks, least, worse, better):
    """Means of risks over `least`: above 1 up to so many neurons; from others on below, with what descent misses."""
    for k, shares in zip(SIZES, (risks / least[:, None]).T, strict=True):
        half = half_width(shares)
        if k <= worse:
            yield AtMost(f"{k} neurons, {shares.mean():.3f}: 1 above the interval", 1.0, shares.mean() - half, 1e-4)
        if k >= better:
            yield AtMost(f"{k} neurons, {shares.mean():.3f}", (1 + EXCESS) * (shares.mean() + half), 1.0, 1e-4)


@numerical.check(
    "pnn.figure-2",
    "best-constant",
    wrong={"up to 20 neurons worse": {"worse": 20}, "better from 10 on": {"better": 10}},
)
def optima_and_the_best_constant(rng, instances, worse=10, better=20):
    """Means of the least risks over the variance of $y$: the whole interval above 1 up to ten neurons, below 1 from
    twenty on."""
    risks, variances, _ = optima(rng, instances)
    return list(sides(risks, variances, worse, better))


@numerical.check(
    "pnn.figure-2",
    "best-affine-function",
    wrong={"up to 50 neurons worse": {"worse": 50}, "better from 30 on": {"better": 30}},
)
def optima_and_the_best_affine_function(rng, instances, worse=30, better=50):
    """Means of the least risks over that of affine functions: the whole interval above 1 up to thirty neurons, below
    1 from fifty on."""
    risks, _, affine = optima(rng, instances)
    return list(sides(risks, affine, worse, better))


def printed():
    """The printed mean errors, (sizes,)."""
    path = Path(__file__).parents[1] / FILES[0]
    table = yaml.safe_load(path.read_text(encoding="utf-8"))["figure_11a_normalised_mse"]
    return np.array([table[k] for k in SIZES])


@numerical.check(
    "pnn.figure-11",
    "fresh-seeds",
    wrong={
        "a quarter more at every $k$": {"scale": 1.25},
        "a fifth less at every $k$": {"scale": 0.8},
        "a third more at ten neurons": {"first": 4 / 3},
    },
)
def optima_and_printed_means(rng, instances, scale=1.0, first=1.0):
    """Printed means of fifty simulations over the mean least risk of all draws: from 1 to 1.05, for each $k$ and for
    the mean of all, but for reading and for the spread of fifty draws and of these."""
    risks = optima(rng, instances)[0]
    means, table = risks.mean(axis=0), scale * printed()
    table[0] *= first
    chance = risks.std(axis=0, ddof=1) / means * np.sqrt(1 / PRINTED + 1 / len(risks))
    rooms = -ndtri(LEVEL / 2) * chance + READING / table
    for k, share, room in zip(SIZES, table / means, rooms, strict=True):
        yield AtMost(f"{k} neurons, share {share:.3f}: below", 1 - room, share, 1e-3)
        yield AtMost(f"{k} neurons, share {share:.3f}: above", share, 1 + EXCESS + room, 1e-3)
    room = -ndtri(LEVEL / 2) * pooled(risks / means) + np.mean(READING / table)
    share = float(np.mean(table / means))
    yield AtMost(f"all together, share {share:.3f}, room {room:.3f}: below", 1 - room, share, 1e-3)
    yield AtMost(f"all together, share {share:.3f}, room {room:.3f}: above", share, 1 + EXCESS + room, 1e-3)


def pooled(shares):
    """The deviation of the mean over all sizes: printed draws are others for each size, these are the same."""
    own = shares.mean(axis=1).std(ddof=1) / np.sqrt(len(shares))
    return float(np.hypot(np.linalg.norm(shares.std(axis=0, ddof=1)) / shares.shape[1] / np.sqrt(PRINTED), own))
