"""The projected loss in fractions, for small networks: ranks and signs as they are, not as they round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from flint import fmpq, fmpq_mat

Rows = list[list[fmpq]]


@dataclass(frozen=True)
class ExactLoss:
    """loss L, projected J, rank of the blocks, and kinks: pre-activations that are zero while their inputs are not."""

    loss: Fraction
    projected: Fraction
    rank: int
    kinks: int


def exact_projected_loss(samples: Any, targets: Any, weights: Sequence[Any], slopes: Sequence[Any]) -> ExactLoss:
    """As `projected_loss`, of rows of numbers that are taken for exact: floats, whole numbers or fractions.

    weights: rows (units before, units after) a layer; slopes: numbers, or lists of one a unit. Raises ValueError for a
    number that is not finite, or numbers of rows that do not fit.
    """
    inputs, wanted = _rows(samples), _rows(targets)
    layers = [_rows(weight) for weight in weights]
    hidden = [_slope(slope, len(layer[0])) for slope, layer in zip(slopes, layers[:-1], strict=True)]
    features, derivatives, kinks = _forward(inputs, layers, hidden)
    outputs = _product(features[-1], layers[-1])
    rest = [[a - b for a, b in zip(*pair, strict=True)] for pair in zip(outputs, wanted, strict=True)]
    matrix = _blocks(features, derivatives, layers)
    vector = [row[output] for output in range(len(wanted[0])) for row in wanted]
    rank, projected = _left(matrix, vector)
    return ExactLoss(
        _fraction(sum((r * r for row in rest for r in row), fmpq(0)) / 2), _fraction(projected), rank, kinks
    )


def _forward(inputs: Rows, layers: list[Rows], hidden: list[list[fmpq]]) -> tuple[list[Rows], list[Rows], int]:
    features, derivatives, kinks = [inputs], [], 0
    for layer, slope in zip(layers, hidden, strict=False):
        before = _product(features[-1], layer)
        pairs = list(zip(before, features[-1], strict=True))
        kinks += sum(g == 0 and a != 1 and any(row) for units, row in pairs for g, a in zip(units, slope, strict=True))
        derivatives.append([[_derivative(g, a) for g, a in zip(units, slope, strict=True)] for units in before])
        features.append(
            [[g * d for g, d in zip(*both, strict=True)] for both in zip(before, derivatives[-1], strict=True)]
        )
    return features, derivatives, kinks


def _derivative(before: fmpq, slope: fmpq) -> fmpq:
    if slope == 1 or before > 0:
        return fmpq(1)
    return slope if before < 0 else fmpq(0)


def _blocks(features: list[Rows], derivatives: list[Rows], layers: list[Rows]) -> list[list[fmpq]]:
    """Rows of the printed blocks D^(1..H+1): the output slow, the sample fast; columns by layer, unit and input."""
    outputs, found = len(layers[-1][0]), []
    for output in range(outputs):
        for sample in range(len(features[0])):
            above: list[fmpq] = [line[output] for line in layers[-1]]
            row: list[fmpq] = []
            for depth in range(len(derivatives) - 1, -1, -1):
                factor = [d * b for d, b in zip(derivatives[depth][sample], above, strict=True)]
                row = [b * x for b in factor for x in features[depth][sample]] + row
                above = [sum((w * b for w, b in zip(line, factor, strict=True)), fmpq(0)) for line in layers[depth]]
            last = [x if j == output else fmpq(0) for j in range(outputs) for x in features[-1][sample]]
            found.append(row + last)
    return found


def _left(matrix: list[list[fmpq]], vector: list[fmpq]) -> tuple[int, fmpq]:
    """The rank, and half the square of what the range leaves of the vector: by normal equations of pivot columns."""
    reduced, rank = fmpq_mat(matrix).rref()
    square = sum((y * y for y in vector), fmpq(0))
    if not rank:
        return 0, square / 2
    pivots = [next(j for j in range(reduced.ncols()) if reduced[i, j] != 0) for i in range(rank)]
    basis = fmpq_mat([[row[j] for j in pivots] for row in matrix])
    moments = basis.transpose() * fmpq_mat([[y] for y in vector])
    found = (basis.transpose() * basis).solve(moments)
    return rank, (square - sum((moments[i, 0] * found[i, 0] for i in range(rank)), fmpq(0))) / 2


def _product(left: Rows, right: Rows) -> Rows:
    product = fmpq_mat(left) * fmpq_mat(right)
    return [[product[i, j] for j in range(product.ncols())] for i in range(product.nrows())]


def _slope(slope: Any, units: int) -> list[fmpq]:
    listed = list(slope) if hasattr(slope, "__len__") else [slope] * units
    if len(listed) != units:
        raise ValueError(f"{len(listed)} slopes for {units} units; wanted one number or one a unit")
    return [_rational(value) for value in listed]


def _rows(values: Any) -> Rows:
    found = [[_rational(value) for value in row] for row in values]
    if not found or not found[0] or len({len(row) for row in found}) > 1:
        raise ValueError("wanted rows of one length, and one or more of them")
    return found


def _rational(value: Any) -> fmpq:
    try:
        if isinstance(value, str):
            raise TypeError("text")
        exact = Fraction(int(value) if hasattr(value, "dtype") and value.dtype.kind in "iu" else value)
    except (TypeError, ValueError, OverflowError):
        raise ValueError(f"{value!r} is no finite number") from None
    return fmpq(exact.numerator, exact.denominator)


def _fraction(value: fmpq) -> Fraction:
    return Fraction(int(value.p), int(value.q))
