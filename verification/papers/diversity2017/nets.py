"""Networks of whole numbers and the matrix D in fractions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from flint import fmpq, fmpq_mat, fmpz

from verification.streams import streams

Row = Sequence[fmpq]
SIZES = ((1, 2, 2), (2, 2, 3), (3, 2, 5), (2, 3, 4), (4, 3, 6), (1, 3, 4))  # units, inputs, samples


@dataclass(frozen=True)
class Net:
    """Units of shape (n, inputs), their signs, samples (m, inputs) and targets; sigma'(0) = 1, as printed."""

    units: Sequence[Row]
    signs: Sequence[int]
    samples: Sequence[Row]
    targets: Row

    @property
    def inputs(self) -> int:
        """How many inputs there are."""
        return len(self.units[0])

    @property
    def active(self) -> list[list[bool]]:
        """1[w_k.x_l >= 0], shape (n, m)."""
        return [[dot(w, x) >= 0 for x in self.samples] for w in self.units]

    @property
    def matrix(self) -> fmpq_mat:
        """D, shape (n * inputs, m): column l stacks v_k sigma'(w_k.x_l) x_l over the units."""
        rows = [
            [fmpq(sign * on) * x[i] for x, on in zip(self.samples, row, strict=True)]
            for sign, row in zip(self.signs, self.active, strict=True)
            for i in range(self.inputs)
        ]
        return fmpq_mat(rows)

    def outputs(self, units: Sequence[Row] | None = None) -> list[fmpq]:
        """f(x_l), of other units if given."""
        chosen = units or self.units
        return [
            sum((v * max(dot(w, x), fmpq(0)) for v, w in zip(self.signs, chosen, strict=True)), fmpq(0))
            for x in self.samples
        ]

    def loss(self, units: Sequence[Row] | None = None) -> fmpq:
        """L = sum (f(x_l) - y_l)^2 / (2 m)."""
        errors = [f - y for f, y in zip(self.outputs(units), self.targets, strict=True)]
        return dot(errors, errors) / (2 * len(errors))

    @property
    def residuals(self) -> list[fmpq]:
        """r_l = (f(x_l) - y_l) / m."""
        return [(f - y) / len(self.targets) for f, y in zip(self.outputs(), self.targets, strict=True)]

    @property
    def has_kinks(self) -> bool:
        """Whether some w_k.x_l is 0."""
        return any(dot(w, x) == 0 for w in self.units for x in self.samples)


def gradient(one: Net, unit: int) -> list[fmpq]:
    """Equation (5) for a unit."""
    rows = list(zip(one.residuals, one.active[unit], one.samples, strict=True))
    return [sum((r * one.signs[unit] * on * x[i] for r, on, x in rows), fmpq(0)) for i in range(one.inputs)]


def gram_of(one: Net) -> fmpq_mat:
    """D'D."""
    return one.matrix.transpose() * one.matrix


def active_together(one: Net) -> list[list[int]]:
    """The number of units active on both of two samples, shape (m, m)."""
    columns = list(zip(*one.active, strict=True))
    return [[sum(map(min, a, b)) for b in columns] for a in columns]


def dot(a: Row, b: Row) -> fmpq:
    """The inner product."""
    return sum((p * q for p, q in zip(a, b, strict=True)), fmpq(0))


def rational(rows) -> list[list[fmpq]]:
    """Rows of whole numbers or fractions as fractions of flint."""
    return [[as_fmpq(entry) for entry in row] for row in rows]


def as_fmpq(value) -> fmpq:
    """A whole number or a fraction."""
    return fmpq(int(value.numerator), int(value.denominator))


def fraction(value: fmpq) -> Fraction:
    """A fraction of flint as one of Python."""
    return Fraction(int(value.p), int(value.q))


def net(units, signs, samples, targets=None) -> Net:
    """A network of whole numbers or fractions, with targets 0 where none are given."""
    targets = [0] * len(samples) if targets is None else targets
    return Net(rational(units), list(signs), rational(samples), rational([targets])[0])


def random_net(rng: np.random.Generator, units: int, inputs: int, samples: int) -> Net:
    """Whole weights, samples and targets of size at most 3, no unit or sample zero; some values are at kinks."""
    return net(
        nonzero_rows(rng, units, inputs),
        rng.choice([-1, 1], units).tolist(),
        nonzero_rows(rng, samples, inputs),
        rng.integers(-3, 4, samples).tolist(),
    )


def nonzero_rows(rng: np.random.Generator, count: int, inputs: int) -> list[list[int]]:
    """Rows of whole numbers of size at most 3, none of them zero."""
    rows = rng.integers(-3, 4, (count, inputs))
    rows[~rows.any(axis=1), 0] = 1
    return rows.tolist()


def nets(rng: np.random.Generator, instances: int, sizes=SIZES) -> Iterator[Net]:
    """Random networks of these sizes in turn; the first twelve are the same for every seed."""
    for index, stream in enumerate(streams(rng, instances, fixed=tuple(range(12)))):
        yield random_net(stream, *sizes[index % len(sizes)])


def nets_of_equal_units(rng: np.random.Generator, instances: int, weights: int = 1) -> Iterator[Net]:
    """Four units with so many weight vectors on twelve samples in 2 to 4 inputs; the first six are the same for every
    seed.
    """
    for index, stream in enumerate(streams(rng, instances, fixed=tuple(range(6)))):
        inputs = 2 + index % 3
        rows = nonzero_rows(stream, weights, inputs)
        yield net([rows[k % weights] for k in range(4)], (1, -1, 1, 1), nonzero_rows(stream, 12, inputs))


def without_the_last_unit(one: Net) -> Net:
    """The network with a unit fewer."""
    return Net(one.units[:-1], one.signs[:-1], one.samples, one.targets)


def eigenvalues_below(symmetric: fmpq_mat, value: fmpq) -> int | None:
    """How many eigenvalues of a symmetric matrix lie below a number that is none; None where a pivot is zero.

    The signs of the pivots of the matrix less the number, by Sylvester's law of inertia.
    """
    size, below = symmetric.nrows(), 0
    rows = [[symmetric[i, j] - (value if i == j else 0) for j in range(size)] for i in range(size)]
    for k in range(size):
        if rows[k][k] == 0:
            return None
        below += rows[k][k] < 0
        for i in range(k + 1, size):
            factor = rows[i][k] / rows[k][k]
            rows[i] = [a - factor * b for a, b in zip(rows[i], rows[k], strict=True)]
    return below


def shown(value: fmpq) -> str:
    """A fraction for the reader."""
    return str(value) if fmpz(value.q) < 10**9 else f"{float(value.p) / float(value.q):.6g}"
