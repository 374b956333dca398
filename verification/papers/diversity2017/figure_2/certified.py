"""The sum of the first 3,000 eigenvalues in 15 inputs, in balls, each integrated against its Legendre polynomial."""

from functools import cache
from itertools import pairwise

from flint import arb, fmpq

from pnn.spectrum import multiplicity
from verification.certificates import leaves
from verification.methods import certified
from verification.methods.certified import Positive
from verification.papers.diversity2017 import eigenvalues_as_data
from verification.papers.diversity2017.funk_hecke import by_funk_hecke

INPUTS, SAMPLES = 15, 3000
FACTOR, HIGH = fmpq(1123, 1000), fmpq(301, 100)


@cache
def eigenvalue(degree):
    """A ball of the eigenvalue of a degree."""
    return by_funk_hecke(INPUTS, degree)


def leading(samples=SAMPLES):
    """The sum of that many eigenvalues, from degrees 1, 0, 2 and part of degree 4."""
    whole = sum(multiplicity(INPUTS, degree) * eigenvalue(degree) for degree in (0, 1, 2))
    return whole + (samples - sum(multiplicity(INPUTS, degree) for degree in (0, 1, 2))) * eigenvalue(4)


@leaves(eigenvalues_as_data.sum_of_3000)
@certified.check(
    "diverse.figure-2",
    "sum-of-3000",
    wrong={
        "1.124": {"factor": fmpq(1124, 1000)},
        "degree 0 first": {"order": (0, 1, 2, 4)},
        "degree 2 before degree 0": {"order": (1, 2, 0, 4)},
        "degree 3 for degree 2": {"order": (1, 0, 3, 4)},
        "degree 6 for degree 4": {"order": (1, 0, 2, 6)},
        "from 3.01 times on": {"low": fmpq(301, 100)},
        "below 3 times": {"high": arb(3)},
    },
)
def order_and_sum(factor=FACTOR, order=(1, 0, 2, 4), low=3, high=HIGH):
    r"""The eigenvalues of degrees 1, 0, 2 and 4 fall in this order, and the last exceeds every other; $\frac12$ less
    1.123 times the sum of the first 3,000; and the law over $\gamma_{3000}$, between 3 and 3.01.

    All others: those of degree 3, and what is left of the trace over the harmonics of degree 5, the fewest of those.
    """
    values = [eigenvalue(degree) for degree in order]
    for number, (before, after) in enumerate(pairwise(values)):
        yield Positive(f"{('the first', 'the second', 'the third')[number]} less the next", before - after)
    others = [degree for degree in (2, 3, 4) if degree not in order]
    left = fmpq(1, 2) - sum(multiplicity(INPUTS, degree) * eigenvalue(degree) for degree in (0, 1, 2, 4))
    for degree in others:
        yield Positive("the last less that of another low degree", values[-1] - eigenvalue(degree))
    yield Positive("the last less the bound of higher ones", values[-1] - left / multiplicity(INPUTS, 5))
    yield Positive("the sum", fmpq(1, 2) - factor * leading())
    law = 1 + (fmpq(1, 2) - leading()) / SAMPLES / eigenvalue(4)
    yield Positive("the law, from below", law - low)
    yield Positive("the law, from above", high - law)


@leaves(eigenvalues_as_data.trace)
@certified.check(
    "diverse.figure-2",
    "trace",
    wrong={"1.124": {"factor": fmpq(1124, 1000)}, "4,000 samples": {"count": 4000}},
)
def what_the_trace_leaves(factor=FACTOR, count=SAMPLES):
    r"""$\frac12 - 1.123 (\gamma_1 + \dots + \gamma_{3000})$."""
    yield Positive("the trace less the sum", fmpq(1, 2) - factor * leading(count))
