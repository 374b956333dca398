"""The root of Lemma 9's bound against the sum of the roots of its terms."""

from itertools import product

import numpy as np

from verification.methods import numerical
from verification.methods.numerical import AtMost

GRID = tuple(product((1, 10, 10_000), (2, 50, 10**6), (1e-6, 0.01, 0.5)))  # units, inputs, delta


@numerical.check(
    "diverse.equation-27",
    "both-terms",
    wrong={"the first term alone": {"second": 0.0}, "the second alone": {"first": 0.0}},
)
def roots_of_the_bound(first=1.0, second=1.0):
    r"""The root of the bound with $c_g = 1$ against the sum of the roots of its two terms, at 27 triples of $n$, $d$
    and $\delta$.
    """
    for units, inputs, delta in GRID:
        rate, logs = np.log(1 / delta), np.log(inputs)
        bound = np.sqrt(np.sqrt(logs * rate / (units * inputs)) + rate / units)
        rates = first * (logs * rate / (units * inputs)) ** 0.25 + second * np.sqrt(rate / units)
        yield AtMost(f"n = {units}, d = {inputs}, delta = {delta}", bound, rates)
