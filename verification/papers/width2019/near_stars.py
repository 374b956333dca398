"""What holds if E1, E3 or E16 is a local minimum: two cells cover a neighbourhood; in both twice the loss is a constant
and squares."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import sympy

from verification.papers.width2019.exact_nets import Net
from verification.papers.width2019.kinked_cells import as_sympy, cells, opposed, twice_the_loss
from verification.papers.width2019.kinked_points import SETS, STAR
from verification.papers.width2019.separation import separated

HALF = sympy.Rational(1, 2)
CHANGES = {
    "targets of another size": {"targets": (-2, 2, -2, 1)},
    "a unit that is negative on a sample": {"weights": (((2,), (1,)), ((0,),))},
    "a linear unit": {"slopes": (1,)},
    "two samples on one side": {"samples": ((0, 1), (0, 1), *STAR[2:])},
    "a leaky unit and an output weight": {"slopes": (Fraction(1, 3),), "weights": (((1,), (0,)), ((1,),))},
}


def losses_near_e1(one: Net) -> Iterator[sympy.Expr | bool]:
    """No other side is near; for both sides of the kinks: twice the loss, less 4 + P^2 + q^2 + (P - q)^2."""
    yield opposed(one)
    for cell in cells(one):
        w1, w2, v = cell.weights
        p, q = v * w1 - 1, v * w2
        yield twice_the_loss(cell, one) - (4 + p**2 + q**2 + (p - q) ** 2)


def losses_near_e3(one: Net) -> Iterator[sympy.Expr | bool]:
    """No other side is near; for both sides of the kinks: 2 L less 4 + v^2 (w1^2 + w2^2 + (w1 - w2)^2)."""
    yield opposed(one)
    for cell in cells(one):
        w1, w2, v = cell.weights
        yield twice_the_loss(cell, one) - (4 + v**2 * (w1**2 + w2**2 + (w1 - w2) ** 2))


def losses_near_e16(one: Net) -> Iterator[sympy.Expr | bool]:
    """No other side is near; for both sides of the kinks: outputs less X u; twice the loss, less 3 and a square."""
    yield opposed(one)
    samples = as_sympy(one.samples)
    for cell in cells(one):
        w1, w2, u, v = cell.weights
        line = HALF * u * v * sympy.Matrix([w1, w2])
        yield sum(entry**2 for entry in cell.outputs - samples * line)
        yield twice_the_loss(cell, one) - 3 - sum(entry**2 for entry in samples * (line + sympy.Matrix([HALF, 0])))


def membership(one: Net) -> list[bool]:
    """Whether a point meets Definition 1 as printed with its one unit and t = 0, and not strictly."""
    return [separated(one, SETS, 1), not separated(one, SETS, 1, strict=True)]
