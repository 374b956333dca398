"""The ordered field of rational functions of c = 2/pi, in exact arithmetic.

pi is transcendental (Lindemann 1882), so a rational function of c with rational coefficients is zero only if its
numerator is the zero polynomial: equality is decided by algebra, and the sign of anything else by balls that grow
narrower until they exclude zero. No comparison here is ever a guess.
"""

from __future__ import annotations

from fractions import Fraction
from functools import total_ordering

from flint import arb, arb_poly, fmpq, fmpq_poly

from verification.balls import precision

Rational = int | Fraction


@total_ordering
class Number:
    """numerator(c)/denominator(c), in lowest terms."""

    __slots__ = ("denominator", "numerator")

    def __init__(self, numerator: fmpq_poly, denominator: fmpq_poly | None = None):
        denominator = fmpq_poly([1]) if denominator is None else denominator
        common = numerator.gcd(denominator)
        lead = denominator.leading_coefficient() / common.leading_coefficient()
        self.numerator, self.denominator = numerator // common / lead, denominator // common / lead

    def __add__(self, other: Number | Rational) -> Number:
        other = number(other)
        top = self.numerator * other.denominator + other.numerator * self.denominator
        return Number(top, self.denominator * other.denominator)

    def __neg__(self) -> Number:
        return Number(-self.numerator, self.denominator)

    def __sub__(self, other: Number | Rational) -> Number:
        return self + -number(other)

    def __rsub__(self, other: Rational) -> Number:
        return number(other) - self

    def __mul__(self, other: Number | Rational) -> Number:
        other = number(other)
        return Number(self.numerator * other.numerator, self.denominator * other.denominator)

    def __truediv__(self, other: Number | Rational) -> Number:
        other = number(other)
        if not other:
            raise ZeroDivisionError("division by a number that is exactly zero")
        return Number(self.numerator * other.denominator, self.denominator * other.numerator)

    def __rtruediv__(self, other: Rational) -> Number:
        return number(other) / self

    __radd__, __rmul__ = __add__, __mul__

    def __bool__(self) -> bool:
        return bool(self.numerator)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Number | int | Fraction) and not self - other

    def __lt__(self, other: Number | Rational) -> bool:
        return (self - other).sign() < 0

    def __hash__(self) -> int:
        return hash((str(self.numerator), str(self.denominator)))

    def __repr__(self) -> str:
        return f"({self.numerator})/({self.denominator}) at x = 2/pi"

    def sign(self) -> int:
        """-1, 0 or 1: zero by algebra, else by balls of doubling precision."""
        bits = 64
        while self.numerator:
            ball = self.ball(bits)
            if ball > 0 or ball < 0:
                return 1 if ball > 0 else -1
            bits *= 2
        return 0

    def ball(self, bits: int = 64) -> arb:
        """An enclosure of the value."""
        with precision(bits):
            at = 2 / arb.pi()
            return arb_poly(self.numerator)(at) / arb_poly(self.denominator)(at)


def number(x: Number | Rational) -> Number:
    """A rational as an element of the field."""
    if isinstance(x, Number):
        return x
    return Number(fmpq_poly([fmpq(x.numerator, x.denominator)]))


C = Number(fmpq_poly([0, 1]))


def solve(matrix: list[list[Number]], right: list[Number]) -> list[Number]:
    """The solution of a square regular system by Gaussian elimination; ValueError where it is singular."""
    rows = [[*map(number, row), number(value)] for row, value in zip(matrix, right, strict=True)]
    for i in range(len(rows)):
        pivot = next((r for r in range(i, len(rows)) if rows[r][i]), None)
        if pivot is None:
            raise ValueError("the matrix is singular")
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [x / rows[i][i] for x in rows[i]]
        for r in range(len(rows)):
            if r != i and rows[r][i]:
                rows[r] = [x - rows[r][i] * y for x, y in zip(rows[r], rows[i], strict=True)]
    return [row[-1] for row in rows]
