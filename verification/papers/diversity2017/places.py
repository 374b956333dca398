"""Sets of units in the plane, in turns."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np


def polygon(units: int) -> list[Fraction]:
    """Equally spaced units, in turns."""
    return [Fraction(i, units) for i in range(units)]


PLACES: tuple[Sequence[Fraction], ...] = (  # equal, opposite, near to each other, anywhere
    *(polygon(units) for units in (1, 2, 3, 4, 7)),
    [Fraction(1, 7)] * 3,
    [Fraction(0), Fraction(1, 2), Fraction(1, 3), Fraction(5, 6), Fraction(1, 3)],
    [Fraction(1, 5), Fraction(1001, 5000), Fraction(3, 5)],
    [Fraction(i * i * 37 % 101, 101) for i in range(1, 9)],
)


def drawn(rng: np.random.Generator, parts: int, most: int) -> list[Fraction]:
    """One to so many units at multiples of a part of a turn."""
    return [Fraction(int(turn), parts) for turn in rng.integers(0, parts, int(rng.integers(1, most + 1)))]


def least_active(turns: Sequence[Fraction]) -> int:
    """The least number of units in the half circle of a direction, for units at multiples of 1/24 of a turn.

    Directions are multiples of 1/48: at those of 1/24 units lie on ends of half circles, and between nothing changes.
    """
    directions = [Fraction(place, 48) for place in range(48)]
    return min(sum((w - x + Fraction(1, 4)) % 1 <= Fraction(1, 2) for w in turns) for x in directions)
