"""The eigenvalues of g = t k(t) on the sphere in falling order: flat steps, one for each degree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count as whole_numbers
from typing import NamedTuple

import numpy as np

from pnn.lines import Floats
from pnn.numbers import whole
from pnn.spectrum import multiplicity
from verification.papers.diversity2017.mathematics.spectrum import activation_kernel_eigenvalue


class Step(NamedTuple):
    """Equal eigenvalues: those of number `first` to `last` when all fall, counted from 1."""

    degree: int
    value: float
    first: int
    last: int


def steps(inputs: int) -> Iterator[Step]:
    """The steps in falling order, without end: degree 1, then 0, 2, 4, 6, ...; other odd degrees have eigenvalue 0.

    Degree 1 has 1/(4 inputs), degree 0 the eigenvalue kappa_1 of one layer's activations, and even ones lie between
    those of kappa at the odd degrees beside them, which fall. Raises ValueError where inputs is not a whole number
    >= 2.
    """
    inputs, before = whole(inputs, "inputs", least=2), 0
    for place in whole_numbers():
        degree = 1 if place == 0 else 2 * (place - 1)
        many = multiplicity(inputs, degree)
        yield Step(degree, float(activation_kernel_eigenvalue(inputs, degree)), before + 1, before + many)
        before += many


def leading(inputs: int, count: int) -> Floats:
    """The `count` largest eigenvalues, falling, shape (count,). Raises ValueError as `steps`, and for count < 1."""
    values = np.empty(whole(count, "count", least=1))
    for step in steps(inputs):
        values[step.first - 1 : step.last] = step.value
        if step.last >= count:
            return values
    raise AssertionError("steps have no end")


def corrected(inputs: int, count: int) -> Floats:
    """What the `count` eigenvalues of g[x_i.x_j] / count are near to, for that many uniform samples, shape (count,).

    The eigenvalues beyond the `count` largest, which sum to 1/2 less these, are shared out equally among them.
    """
    values = leading(inputs, count)
    return values + (0.5 - values.sum()) / count
