"""How likely random neurons serve every cluster of samples, and how good a basin then is: Theorem 5, made explicit.

A neuron serves a cluster if it cuts none of the clusters, is positive on this one, and has the output sign of the
cluster's target. If every cluster is served, the basin's value is at most an explicit multiple of the square of the
clusters' radius.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betainc

from pnn import numbers
from verification.papers.basin2016.mathematics.coverage import check_count, union_bound

SERVED = Fraction(3, 16)  # a neuron serves a given cluster with at least this chance, at the largest ratios allowed


def largest_ratio(inputs: int) -> float:
    """The largest radius over distance that Theorem 5 allows: 2 sin(sqrt(2 pi) / (16 d^(3/2)))."""
    return 2 * math.sin(math.sqrt(2 * math.pi) / (16 * check_count("inputs", inputs) ** 1.5))


def cut_probability(inputs: int, ratio: float) -> float:
    """The chance that a random hyperplane through zero cuts a ball: P(|u_1| <= ratio) for a random direction u.

    ratio: the ball's radius over its centre's distance, in [0, 1). In one dimension none is cut.
    Raises ValueError for fewer inputs than one or a ratio outside.
    """
    check_count("inputs", inputs)
    if not 0 <= ratio < 1:
        raise ValueError(f"ratio must lie in [0, 1), got {ratio!r}")
    return float(betainc(0.5, (inputs - 1) / 2, ratio**2)) if inputs > 1 else 0.0


def theorem_5_bound(width: int, inputs: int) -> Fraction:
    """The printed bound 1 - d (7/8)^n; below zero it says nothing."""
    return union_bound(width, check_count("inputs", inputs), Fraction(7, 8))


def theorem_5_better_bound(width: int, clusters: int) -> Fraction:
    """1 - k (13/16)^n for k clusters: what the conditions of Theorem 5 give."""
    return union_bound(width, check_count("clusters", clusters), 1 - SERVED)


def both_served(width: ArrayLike, ratio: float, one_sign: bool) -> Any:
    """The exact chance that two clusters of one ratio around orthogonal centres in the plane are both served.

    1 - 2 ((3 + kappa)/4)^n + (kappa + (1 - kappa) h)^n with kappa = (4/pi) asin(ratio), the chance to cut one, and h =
    5/8 where both targets have one sign, 1/2 where they have two. width: one or an array, each at least 1.
    Raises ValueError for a ratio outside [0, 1/sqrt(2)), where one neuron may cut both.
    """
    if not 0 <= ratio < math.sqrt(0.5):
        raise ValueError(f"ratio must lie in [0, 0.7071), got {ratio!r}")
    kappa = 2 * cut_probability(2, ratio)
    missed, together = (kappa + (1 - kappa) * chance for chance in (3 / 4, 5 / 8 if one_sign else 1 / 2))
    neurons = numbers.plain(width, "width")
    return 1 - 2 * missed**neurons + together**neurons


def theorem_5_value(
    centres: ArrayLike, radius: float, representatives: ArrayLike, lipschitz: float, neurons: int
) -> float:
    """What the basin's squared loss is at most if every cluster is served by one of `neurons` neurons.

    4 r^2 (q |y| / (s - r sqrt(k)) + g)^2 where r sqrt(k) < s, and never more than
    4 r^2 (max(2 q, sqrt(k)) |y| / s + g)^2: r the largest radius, s the least singular value of the centres
    (clusters, inputs), y the targets (clusters,) of one sample of each cluster, g their Lipschitz constant inside a
    cluster, q = min(neurons, clusters). Raises ValueError for dependent centres, shapes that do not fit, bad sizes.
    """
    rows, values = numbers.real(centres, "centres"), numbers.real(representatives, "representatives")
    numbers.sized(rows, "centres"), numbers.sized(values, "representatives")
    if rows.ndim != 2 or values.shape != rows.shape[:1] or not rows.size:
        raise ValueError(
            f"wanted centres (clusters, inputs), representatives (clusters,); got {rows.shape}, {values.shape}"
        )
    if not (0 <= radius < math.inf and 0 <= lipschitz < math.inf):
        raise ValueError(f"radius and lipschitz must be finite and not negative, got {radius!r} and {lipschitz!r}")
    clusters, used = len(rows), min(check_count("neurons", neurons), len(rows))
    least = np.linalg.svd(rows, compute_uv=False)[-1] if clusters <= rows.shape[1] else 0.0
    if np.linalg.matrix_rank(rows) < clusters:
        raise ValueError(f"the {clusters} centres must be linearly independent")
    slopes = [max(2 * used, math.sqrt(clusters)) / least]
    if radius * math.sqrt(clusters) < least:
        slopes.append(used / (least - radius * math.sqrt(clusters)))
    return float(4 * radius**2 * (min(slopes) * np.linalg.norm(values) + lipschitz) ** 2)
