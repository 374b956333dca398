"""Figures 8 and 9 held against their data. Nothing here draws lines.

Every interval misses the truth with chance 10^-8, by Student's law over independent draws: all of a check together with
less than 10^-6. What a statement leaves to terms of higher order is an allowance beside the interval.
"""

from itertools import pairwise

import numpy as np
from scipy.special import ndtri

from pnn import asymptotics
from pnn.nearest_lines import mean_error
from pnn.spectrum import multiplicity, tail
from verification.experiments.fits import coefficients, exponent, exponents, mean
from verification.methods import experiment
from verification.methods.experiment import Within
from verification.papers.pnn2017.sweeps.draws import LEVEL, REMAINDER, at, by_inputs, by_lines

DATA = ("schur_by_lines", "schur_by_inputs")
OCTAVES = 4  # over which exponents are fitted, up to the most lines
JUDGED = 16  # draws: fewer give intervals too wide to say anything
ROUNDING = 1e-12
B = 1 - 2 / np.pi


def judged(data):
    """The pairs with draws enough for an interval."""
    return [net for net in by_lines(data) if net.draws >= JUDGED]


@experiment.check(
    "pnn.figure-8",
    "falls",
    wrong={"the sizes in reverse": {"step": -1}, "another draw's lines at every second size": {"shift": 1}},
)
def rises_as_lines_are_added(data, step=1, shift=0):
    """Of the norms of neighbouring sizes of all pairs, over all draws, none rises by more than rounding."""
    rises = steps = 0
    for net in by_lines(data):
        norms = net.arrays["norm"].copy()
        norms[1::2] = np.roll(norms[1::2], shift, axis=1)
        found = np.diff(norms[::step], axis=0)
        rises, steps = rises + int((found > ROUNDING).sum()), steps + found.size
    yield Within(f"of {steps} steps, those that rise", rises, 0, 0)


@experiment.check(
    "pnn.figure-8",
    "order",
    wrong={
        "all lines and nearest ones exchanged": {"names": ("joint_norm", "norm", "nearest_norm")},
        "one multiple of a line and all of them exchanged": {"names": ("norm", "nearest_norm", "joint_norm")},
    },
)
def norms_in_order(data, names=("norm", "joint_norm", "nearest_norm")):
    r"""$\|S\| \le \|S_N\| \le \|N\|$ over all draws and sizes, but for rounding."""
    for place, (below, above) in zip(("||S|| above ||S_N||", "||S_N|| above ||N||"), pairwise(names), strict=True):
        missed = total = 0
        for net in by_lines(data):
            more = net.arrays[below] > net.arrays[above] + ROUNDING
            missed, total = missed + int(more.sum()), total + more.size
        yield Within(f"of {total}, {place}", missed, 0, 0)


@experiment.check(
    "pnn.figure-8",
    "nearest",
    wrong={
        "the two exchanged": {"all_lines": "joint_norm", "nearest": "norm"},
        "a twentieth of the exponent": {"power": 0.05},
    },
)
def exponents_of_the_norms(data, all_lines="norm", nearest="joint_norm", power=1.0):
    """The difference of the two exponents over the last four octaves, drawn together: not above 0.

    Refused where the lower end of a pair's interval is above 0.
    """
    for net in judged(data):
        late = net.late(OCTAVES)
        slopes = [exponents(net.lines[late], net.arrays[name][late]) for name in (all_lines, nearest)]
        difference = mean(power * slopes[0] - slopes[1], LEVEL)
        yield Within(f"{net.name}: exponents' difference, lower end of its interval", difference.low, -np.inf, 0)


@experiment.check(
    "pnn.figure-8",
    "nearest-exponent",
    wrong={r"$\frac3{d - 1}$": {"power": 3.0}, r"$\frac1{d - 1}$": {"power": 1.0}},
)
def errors_of_nearest_lines(data, power=2.0):
    """The mean diagonal over its exact mean, an integral: its slope in the log of the lines over the last four octaves
    against 0, as for the same exponent, and its value at the most lines against 1. Means of such quotients have no
    bias, as exponents of single draws have. A variant takes the exact mean's power."""
    for net in judged(data):
        late, quotients = (
            net.late(OCTAVES),
            net.arrays["nearest_mean"] / mean_error(net.inputs, net.lines)[:, None] ** (power / 2),
        )
        across = np.log(net.lines[late]) - np.log(net.lines[late]).mean()
        slopes = across @ quotients[late] / (across @ across)
        yield at(f"{net.name}: slope of the quotient", mean(slopes, LEVEL), 0.0)
        yield at(f"{net.name}: quotient at {net.lines[-1]} lines", mean(quotients[-1], LEVEL), 1.0)


@experiment.check(
    "pnn.figure-8",
    "lower-bound",
    wrong={"twice the tail": {"factor": 2.0}, "the tail of half as many lines": {"share": 0.5}},
)
def means_above_the_tail(data, factor=1.0, share=1.0):
    """The least quotient, over all sizes, of the upper end of a mean's interval and the tail of the spectrum is at
    least 1."""
    for net in judged(data):
        bound = factor * tail(net.inputs, (share * net.lines).astype(int))
        for name in ("norm", "mean"):
            highest = np.array([mean(row, LEVEL).high for row in net.arrays[name]])
            yield Within(f"{net.name}: least quotient, {name}", float((highest / bound).min()), 1, np.inf)


def harmonics(inputs, degree=6):
    """The number of harmonics of even degrees up to that one."""
    return sum(multiplicity(inputs, even) for even in range(0, degree + 1, 2))


def quotients(net, drawn, bound, most):
    """The least and the largest quotient of the means of `drawn` (sizes, draws) and a bound (sizes,), up to the means'
    intervals: from 1 to `most`."""
    found = [mean(row, LEVEL) for row in drawn]
    low = min(one.high / least for one, least in zip(found, bound, strict=True))
    high = max(one.low / least for one, least in zip(found, bound, strict=True))
    yield Within(f"{net.name}: least quotient", low, 1, np.inf)
    yield Within(f"{net.name}: largest quotient", high, 0, most)


@experiment.check(
    "pnn.figure-8",
    "rate",
    wrong={
        r"$\frac2{d - 1}$": {"power": 2.0},
        r"$\frac6{d - 1}$": {"power": 6.0},
        "nearest lines": {"name": "nearest_mean"},
    },
)
def means_beside_the_tail(data, power=3.0, name="mean", most=6.0):
    """The least and the largest quotient of the mean diagonal and the tail, over all sizes, up to the mean's interval:
    from 1 to 6. With as many lines as harmonics of degree up to 6, its exponent within 0.12 of the tail's."""
    for net in judged(data):
        yield from quotients(net, net.arrays[name], tail(net.inputs, net.lines) ** (power / 3), most)
        if net.lines[-1] >= harmonics(net.inputs):
            late = net.late(OCTAVES)
            slope = mean(exponents(net.lines[late], net.arrays[name][late]), LEVEL)
            expected = power / 3 * exponents(net.lines[late], tail(net.inputs, net.lines[late]))
            yield at(f"{net.name}: exponent", slope, float(expected), 0.12)


@experiment.check(
    "pnn.figure-8",
    "linear-tail",
    wrong={r"$\frac2{d - 1}$": {"power": 2.0}, "nearest lines": {"name": "joint_norm"}},
)
def norms_beside_the_tail(data, power=3.0, name="norm", most=10.0):
    """The least and the largest quotient of the mean norm and the tail of the spectrum, which comes to a power of the
    number of lines, over all sizes and up to the mean's interval: from 1 to 10."""
    for net in judged(data):
        yield from quotients(net, net.arrays[name], tail(net.inputs, net.lines) ** (power / 3), most)


def theorem_11(ratio, second=1.0, diagonal=B):
    """b (1 + rho), or what a variant puts in its place."""
    return diagonal * (1 + second * ratio)


WRONG_LIMITS = {"without the second term": {"second": 0.0}, "the diagonal 1": {"diagonal": 1.0}}


@experiment.check("pnn.figure-9", "limit", wrong=WRONG_LIMITS)
def means_at_the_largest_size(data, second=1.0, diagonal=B):
    """Mean norms at the most inputs against the limit, as far from it as the predicted correction, the remainder and
    the predicted deviation over the root of the draws allow, at the level's normal quantile. The deviation is of
    leading order: it is given a tenth more."""
    for every in by_inputs(data):
        one = every.where(every.inputs == every.inputs.max())
        limit, ratio = theorem_11(one.ratios[0], second, diagonal), one.ratios[0]
        spread = -ndtri(LEVEL / 2) * 1.1 * one.deviation[0] / np.sqrt(len(one.inputs))
        correction = abs(one.finite[0] - float(asymptotics.theorem_11(ratio)))
        room = correction + REMAINDER * one.gamma / one.inputs[0] ** 2 + spread
        found = float(one.arrays["norm"].mean())
        yield Within(f"{one.name}: mean norm at {one.inputs[0]} inputs", found, limit - room, limit + room)


@experiment.check(
    "pnn.figure-9",
    "rate",
    wrong={**WRONG_LIMITS, "the exponent 1": {"expected": 1.0}, "the exponent $-3$": {"expected": -3.0}},
)
def exponent_of_the_distances(data, expected=-1.0, second=1.0, diagonal=B):
    r"""Fit the exponent in $d$ of the distances to the limit, one for each draw: the geometric mean over its ratios.

    Correction and deviation are both of order $\frac1d$, so that the logarithms scatter alike at all sizes; 0.1 is
    allowed for terms of higher order. A hundred draws of each number of lines tell exponents 2 apart, not 1.
    """
    inputs, logs = [], []
    for gamma in sorted({one.gamma for one in by_inputs(data)}):
        own = [one for one in by_inputs(data) if one.gamma == gamma]
        away = [np.abs(one.arrays["norm"] - theorem_11(one.ratios, second, diagonal)) for one in own]
        scale = [np.abs(one.finite - asymptotics.theorem_11(one.ratios)) * one.inputs for one in own]
        logs.append(np.mean([np.log(a / s) for a, s in zip(away, scale, strict=True)], axis=0))
        inputs.append(own[0].inputs)
    found = exponent(np.concatenate(inputs), np.exp(np.concatenate(logs)), LEVEL)
    yield at(f"exponent over {sum(map(len, logs))} draws", found, expected, 0.1)


@experiment.check(
    "pnn.figure-9",
    "band",
    wrong={"a third of the deviation": {"share": 1 / 3}, "a quarter of it": {"share": 0.25}},
)
def draws_in_the_band(data, share=1.0, least=0.90, most=0.98):
    """The share, over all draws and their ratios, within two predicted deviations of the value at finite size: from
    0.90 to 0.98 but for its interval. The ratios of a draw share their lines: their mean is one value."""
    found = []
    for gamma in sorted({one.gamma for one in by_inputs(data)}):
        own = [one for one in by_inputs(data) if one.gamma == gamma]
        found.append(
            np.mean([np.abs(one.arrays["norm"] - one.finite) <= 2 * share * one.deviation for one in own], axis=0)
        )
    inside = mean(np.concatenate(found), LEVEL)
    yield Within(f"inside, of {sum(map(len, found))} draws", inside.value, least - inside.half, most + inside.half)


@experiment.check(
    "pnn.figure-9",
    "remainder",
    wrong={"the limit for the value at finite size": {"order": 0.0}, "the correction doubled": {"order": 2.0}},
)
def remainders_of_the_means(data, order=1.0):
    """Fit the norm's mean less its value at finite size by $C/d^2$, all sizes together: $|C|$ at most 20 lines per
    input.

    Each norm's fluctuation to first order, whose mean is known, is taken off; what is left deviates like $d^{-3/2}$.
    """
    for one in by_inputs(data):
        limit = asymptotics.theorem_11(one.ratios)
        left = one.arrays["norm"] - one.arrays["first_order"] + (1 - order) * (one.finite - limit)
        (constant,) = coefficients(one.inputs, left, (2,), 1.5, LEVEL)
        yield at(f"{one.name}: C", constant, 0.0, REMAINDER * one.gamma)
