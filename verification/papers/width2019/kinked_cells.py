"""Points with kinks cell by cell, with symbols for the weights.

Each point has one or two values that are zero, of opposite signs nearby: in E1 and E3 they are w2 and -w2, in E2
multiples of w1 by factors of opposite signs, in E16 the second is a negative multiple of the first. So two cells cover
a neighbourhood, as `opposed` decides, and on each of them outputs are polynomials in the weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

import sympy
from flint import fmpq_mat

from verification.papers.width2019.exact_nets import Net

OPPOSED = ((1, -1), (-1, 1))


class Cell(NamedTuple):
    """On one side of the kinks: the outputs as polynomials, shape (m, 1), in the weights, a list of all of them.

    zeros: the units' values, polynomials too, that are zero at the point and on whose sign the outputs hang.
    """

    outputs: sympy.Matrix
    weights: list[sympy.Symbol]
    zeros: list[sympy.Expr]


def rational(number) -> sympy.Rational:
    """An integer, fraction or rational of FLINT for SymPy."""
    parts = (number.p, number.q) if hasattr(number, "p") else (number.numerator, number.denominator)
    return sympy.Rational(*map(int, parts))


def as_sympy(mat: fmpq_mat) -> sympy.Matrix:
    """A matrix of fractions for SymPy."""
    return sympy.Matrix(mat.nrows(), mat.ncols(), [rational(entry) for entry in mat.entries()])


def cells(one: Net, sides: Sequence[Sequence[int]] = OPPOSED) -> Iterator[Cell]:
    """The network near its weights, for every way in which its zero values, layer by layer, may turn."""
    weights = [symbols(f"w{index}", mat.nrows(), mat.ncols()) for index, mat in enumerate(one.weights, start=1)]
    for side in sides:
        turns, features, zeros = iter(side), as_sympy(one.samples), []
        for weight, pre, slopes in zip(weights, one.layers[0], one.slopes, strict=False):
            kept = sympy.Matrix(
                pre.nrows(),
                pre.ncols(),
                [
                    1 if (g > 0 if g != 0 or a == 1 else next(turns) > 0) else rational(a)
                    for row in pre.tolist()
                    for g, a in zip(row, slopes, strict=True)
                ],
            )
            values = features * weight
            zeros += [values[i, k] for i, k in product(*map(range, values.shape)) if pre[i, k] == 0 and slopes[k] != 1]
            features = values.multiply_elementwise(kept)
        yield Cell(features * weights[-1], [symbol for weight in weights for symbol in weight], zeros)


def opposed(one: Net) -> bool:
    """Whether the two cells cover a neighbourhood of the point.

    They do where two values are zero there and in both cells their quotient is continuous and negative at the point:
    nearby they have opposite signs, or vanish together, where both cells' outputs hold. All others keep their signs.
    """
    found = [(cell.zeros, dict(zip(cell.weights, values_of(one), strict=True))) for cell in cells(one)]
    return all(
        len(zeros) == 2 and bool(sympy.cancel(zeros[0] / zeros[1]).subs(point).is_negative) for zeros, point in found
    )


def values_of(one: Net) -> list[sympy.Rational]:
    """All weights at the point, row by row of each matrix."""
    return [rational(entry) for mat in one.weights for entry in mat.entries()]


def symbols(name: str, rows: int, columns: int) -> sympy.Matrix:
    """A matrix of real symbols."""
    return sympy.Matrix(rows, columns, lambda i, k: sympy.Symbol(f"{name}_{i + 1}{k + 1}", real=True))


def twice_the_loss(cell: Cell, one: Net) -> sympy.Expr:
    """The sum of the squared residuals in a cell."""
    return sum(residual**2 for residual in cell.outputs - as_sympy(one.targets))


def jacobian_at(cell: Cell, one: Net) -> sympy.Matrix:
    """The derivative of a cell's outputs at the point, one column a weight, row by row of each matrix."""
    return cell.outputs.jacobian(cell.weights).subs(dict(zip(cell.weights, values_of(one), strict=True)))
