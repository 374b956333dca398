"""Theorem 11 on the draws of Figure 9, up to 2,000 inputs. Nothing here draws lines.

The mean of a norm is fitted by its limit and powers of 1/d, all draws with weights for the law by which their deviation
falls; an interval of a coefficient, by Student's law, misses with chance 10^-8. What the powers left out may add is an
allowance beside it; where perturbation theory is poor, a size is left out of the fit.
"""

import numpy as np
from scipy.special import chdtri

from pnn import asymptotics
from verification.experiments.fits import coefficients
from verification.methods import experiment
from verification.methods.experiment import Within
from verification.papers.pnn2017.sweeps.draws import LEVEL, REMAINDER, at, by_inputs

DATA = ("schur_by_inputs",)
B = 1 - 2 / np.pi
CLEAR = 0.25  # of the outlier's square that the bulk's may be


def powers(inputs, first, most=3):
    """Powers of 1/d to fit, from `first` on: at most so many, and fewer than the sizes there are."""
    return tuple(range(first, first + min(most, np.unique(inputs).size - 1)))


@experiment.check(
    "pnn.theorem-11",
    "limit",
    wrong={
        "without the second term": {"second": 0.0},
        "twice the ratio": {"second": 2.0},
        "the diagonal 1": {"diagonal": 1.0},
    },
)
def limits_of_the_means(data, second=1.0, diagonal=B):
    r"""Fit the norm less $b (1 + \rho)$ by a constant and powers of $\frac1d$, deviations falling like $\frac1d$: the
    constant against 0.

    The allowance is what a remainder of 20 lines per input over $d^2$ adds to the constant at the two smallest sizes.
    """
    for one in by_inputs(data):
        rest = one.arrays["norm"] - diagonal * (1 + second * one.ratios)
        constant, *_ = coefficients(one.inputs, rest, powers(one.inputs, 0), 1.0, LEVEL)
        room = REMAINDER * one.gamma / np.prod(np.unique(one.inputs)[:2])
        yield at(f"{one.name}: what is left in the limit", constant, 0.0, room)


def clear_of_the_bulk(one):
    """The draws in which the norm's eigenvalue stands clear of the others.

    These reach sqrt(2 target lines)/(pi d) beyond b, the norm b ratio: second-order perturbation is about the square
    of the quotient.
    """
    quotient = 2 * one.target_lines / (np.pi * one.inputs * B * one.ratio) ** 2
    return one.where(quotient <= CLEAR)


def corrected(one, order):
    """The limit and `order` times its correction at finite size."""
    limit = asymptotics.theorem_11(one.ratios)
    return limit + order * (one.finite - limit)


@experiment.check(
    "ours.theorem-11-finite",
    "mean",
    wrong={
        "the limit": {"order": 0.0},
        "the correction doubled": {"order": 2.0},
        "ten times the correction": {"order": 10.0},
    },
)
def order_of_what_is_left(data, order=1.0):
    r"""Fit the norm's mean less its value at finite size by powers of $\frac1d$ from the first on: the first one's
    coefficient against 0, up to 0.15 lines per input for powers left out.

    From each norm its fluctuation to first order is taken, whose mean is 0 by the definition of the value; what is left
    deviates like $d^{-3/2}$. That the mean is 0 is held against the draws too, all sizes together.
    """
    for every in by_inputs(data):
        one = clear_of_the_bulk(every)
        if np.unique(one.inputs).size > 2:
            left = one.arrays["norm"] - (one.arrays["first_order"] - one.finite) - corrected(one, order)
            first, *_ = coefficients(one.inputs, left, powers(one.inputs, 1), 1.5, LEVEL)
            yield at(f"{one.name}: coefficient of 1/d", first, 0.0, 0.15 * one.gamma)
        fluctuations = every.arrays["first_order"] - corrected(every, order)
        (fluctuation,) = coefficients(every.inputs, fluctuations, (1,), 1.0, LEVEL)
        yield at(f"{one.name}: mean fluctuation to first order, times d", fluctuation, 0.0)


@experiment.check(
    "ours.theorem-11-finite",
    "fluctuation",
    wrong={
        "half the deviation": {"share": 0.5},
        "three times the deviation": {"share": 3.0},
        "the same for all ratios": {"of_ratio": lambda ratio: 0 * ratio},
    },
)
def variances_over_draws(data, share=1.0, of_ratio=lambda ratio: ratio):
    """Sample variances over the predicted ones, weighted by degrees of freedom, in the chi-squared interval.

    The deviation is of leading order: a fifth more or less is allowed for what finite sizes change in it.
    """
    for one in by_inputs(data):
        total, freedom = 0.0, 0
        for inputs in np.unique(one.inputs):
            norms = one.arrays["norm"][one.inputs == inputs]
            predicted = share * 2 * (1 + of_ratio(one.ratios[one.inputs == inputs][0])) / (np.pi * inputs)
            total, freedom = total + ((norms - norms.mean()) ** 2).sum() / predicted**2, freedom + len(norms) - 1
        low, high = chdtri(freedom, [1 - LEVEL / 2, LEVEL / 2]) / freedom
        found, low, high = float(total / freedom), 0.8**2 * float(low), 1.2**2 * float(high)
        yield Within(f"{one.name}: variance over its prediction", found, low, high)
