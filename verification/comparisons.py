"""Hunts whose margin and certificate are one comparison, in balls or fractions, at the numbers of an instance."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from flint import arb, arb_mat, fmpq

from verification.balls import largest, precision
from verification.methods.hunt import Hunt, Instance

MARGIN_BITS, CERTIFICATE_BITS = 64, 192
TINY = Fraction(1, 10**300)
Number = arb | Fraction
Rows = list[tuple[Fraction, ...]]


@dataclass(frozen=True)
class Comparison:
    """value: negative where the statement fails, over the size of what is compared. words: what was compared."""

    value: Number
    words: str

    @property
    def margin(self) -> float:
        """The value in floating point; 0 where its ball holds zero or says nothing, which refutes nothing."""
        if isinstance(self.value, arb):
            return float(self.value.mid()) if self.value < 0 or self.value > 0 else 0.0
        return float(self.value)


def equal(left, right, what: str = "the two sides") -> Comparison:
    """Fails where the two differ."""
    return Comparison(-abs(left - right) / _size(left, right), f"{what}: {shown(left)} and {shown(right)}")


def at_most(left, right, what: str = "the two sides") -> Comparison:
    """Fails where the left exceeds the right."""
    return Comparison((right - left) / _size(left, right), f"{what}: {shown(left)} and {shown(right)}")


def not_negative(number: Number, what: str) -> Comparison:
    """Fails where a number, which says by itself how large it is, is below zero."""
    return Comparison(number, f"{what}: {shown(number)}")


def _size(left, right):
    """The larger of two numbers in size; of balls near to it, as an exact number."""
    if isinstance(left, arb) or isinstance(right, arb):
        return arb(max(abs(_float(left)), abs(_float(right)), 1e-300))
    return max(abs(left), abs(right), TINY)


def _float(number: Number) -> float:
    found = float(number.mid()) if isinstance(number, arb) else float(number)
    return found if math.isfinite(found) else 0.0


def shown(number: Number) -> str:
    """Six digits, or the fraction where it is short."""
    if isinstance(number, arb):
        return number.str(6, radius=False)
    return str(number) if len(str(number)) < 24 else f"{float(number):.6g}"


def search(
    strata: Mapping[str, Callable[[np.random.Generator], Instance]],
    compare: Callable[[Instance], Comparison | None],
    met: Callable[[Instance], bool] = lambda instance: True,
    show: Callable[[Instance], str] | None = None,
) -> Hunt:
    """A hunt that compares at every instance which meets the assumptions, exactly so at those of `fractions`.

    compare: None, or a division by zero, where the statement says nothing of the instance.
    """

    def margin(instance: Instance) -> float:
        found = _tried(instance, MARGIN_BITS)
        return found.margin if found else math.inf

    def certify(instance: Instance) -> str:
        found = _tried(instance, CERTIFICATE_BITS)
        return found.words if found and found.value < 0 else ""

    def _tried(instance: Instance, bits: int) -> Comparison | None:
        with precision(bits):
            try:
                return compare(instance) if met(instance) else None
            except ZeroDivisionError:
                return None

    return Hunt(strata, margin, certify, show or numbers)


def numbers(instance: Instance) -> str:
    """Every array by its name, in fractions."""
    return "; ".join(f"{name} {', '.join(map(_row, instance.fractions(name)))}" for name in instance.numbers)


def _row(row: tuple[Fraction, ...]) -> str:
    return f"({', '.join(map(str, row))})"


def ball(value: Fraction | int) -> arb:
    """The ball of a rational number."""
    fraction = Fraction(value)
    return arb(fmpq(fraction.numerator, fraction.denominator))


def matrix(rows: Rows) -> arb_mat:
    """The matrix of balls of rational rows."""
    return arb_mat([[ball(entry) for entry in row] for row in rows])


def floats(of: arb_mat) -> np.ndarray:
    """The midpoints of a matrix of balls."""
    return np.array([[float(entry.mid()) for entry in row] for row in of.tolist()]).reshape(of.nrows(), of.ncols())


def least_form(symmetric: arb_mat) -> arb:
    """A ball of v'Av/v'v at the lowest eigenvector of floating point: the least eigenvalue is no larger."""
    return quotient(symmetric, np.linalg.eigh(floats(symmetric))[1][:, 0])


def least_norm(symmetric: arb_mat) -> arb:
    """A ball of |v'Av|/v'v at an eigenvector of floating point, the largest such: the norm is no smaller."""
    values, vectors = np.linalg.eigh(floats(symmetric))
    return abs(quotient(symmetric, vectors[:, int(np.argmax(np.abs(values)))]))


def quotient(symmetric: arb_mat, vector: np.ndarray) -> arb:
    """v'Av/v'v at a vector of floats."""
    column = arb_mat([[float(entry)] for entry in vector])
    return (column.transpose() * symmetric * column)[0, 0] / (column.transpose() * column)[0, 0]


def most_norm(of: arb_mat) -> arb:
    """A number that the operator norm does not exceed, near to it: |A|^2 is at most the norm of V'A'AV, V orthogonal up
    to rounding, plus what its rows off the diagonal hold; divided by what V'V is off the identity."""
    gram = of.transpose() * of
    vectors = arb_mat(np.linalg.eigh(floats(gram))[1].tolist())
    turned, unit = vectors.transpose() * gram * vectors, vectors.transpose() * vectors
    slack = largest(abs(e - int(i == j)) for i, row in enumerate(unit.tolist()) for j, e in enumerate(row))
    rows = [sum((abs(e) for e in row), arb(0)).upper() for row in turned.tolist()]
    return (largest(rows) / (1 - len(rows) * slack.upper())).sqrt()
