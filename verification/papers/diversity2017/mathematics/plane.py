"""Discrepancies of units in the plane, exact in fractions, of Xie, Liang and Song (2017), equations (11) to (14).

A unit is its direction as a share of a full turn. A slice S_xy with an angle theta between x and y is a closed arc of
1/2 - theta/(2 pi) of a turn, which is its area; for y = -x it is two opposite points.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise, permutations

Turns = Sequence[Fraction]
HALF = Fraction(1, 2)


def distance(a: Fraction, b: Fraction) -> Fraction:
    """The angle between two directions, in turns, at most 1/2."""
    ahead = (b - a) % 1
    return min(ahead, 1 - ahead)


def regulariser(turns: Turns) -> Fraction:
    """R, the mean over pairs of different units of k^2, where k is 1/2 less their angle in turns."""
    squares = [(HALF - distance(a, b)) ** 2 for a, b in permutations(turns, 2)]
    return sum(squares, Fraction(0)) / len(squares)


def share(turns: Turns, first: Fraction, length: Fraction) -> Fraction:
    """The share of units in the closed arc from `first`, `length` long."""
    return Fraction(sum((turn - first) % 1 <= length for turn in turns), len(turns))


def slice_discrepancy(turns: Turns, x: Fraction, y: Fraction) -> Fraction:
    """dsp(W, S_xy): the share of units within a quarter turn of x and of y, less the slice's area."""
    quarter = Fraction(1, 4)
    inside = sum(distance(w, x) <= quarter and distance(w, y) <= quarter for w in turns)
    return Fraction(inside, len(turns)) - (HALF - distance(x, y))


def largest_discrepancy(turns: Turns) -> Fraction:
    """L_inf, the supremum of |dsp| over all slices.

    Above, an arc from unit to unit or two opposite points; below, the inside of an arc between units, or of a half turn
    that begins or ends at one.
    """
    return max(*_excesses(turns), *_deficits(turns))


def _excesses(turns: Turns) -> Iterator[Fraction]:
    for first in set(turns):
        yield share(turns, first, Fraction(0)) + share(turns, first + HALF, Fraction(0))
        for last in set(turns):
            if (length := (last - first) % 1) <= HALF:
                yield share(turns, first, length) - length


def _deficits(turns: Turns) -> Iterator[Fraction]:
    for first in {*turns, *(turn - HALF for turn in turns)}:
        for length in {HALF, *((turn - first) % 1 for turn in turns)}:
            if 0 < length <= HALF:
                inside = sum(0 < (turn - first) % 1 < length for turn in turns)
                yield length - Fraction(inside, len(turns))


def discrepancy_moment(turns: Turns, power: int) -> Fraction:
    """E dsp(W, S_xy)^power for independent uniform x and y, integrated over where the arc begins and how long it is.

    Between two places at which a unit enters or leaves the half turn ahead, the numbers of units inside are constant on
    cells whose bounds move with the beginning of the arc; on each the integrand is a polynomial.
    """
    cuts = sorted({turn % 1 for turn in turns} | {(turn + HALF) % 1 for turn in turns})
    pieces = zip(cuts, [*cuts[1:], cuts[0] + 1], strict=True)
    return 2 * sum((_piece(turns, low, high, power) for low, high in pieces), Fraction(0))


def _piece(turns: Turns, low: Fraction, high: Fraction, power: int) -> Fraction:
    """The integral over arcs that begin between `low` and `high` and are up to half a turn long."""
    middle, reach = (low + high) / 2, (high - low) / 2
    ahead = sorted(offset for turn in turns if (offset := (turn - middle) % 1) < HALF)

    def below(inside: Fraction, bound: Fraction, moves: bool) -> Fraction:
        """The integral of (inside - bound)^(power + 1) over beginnings, the bound nearer the later they are."""
        at = inside - bound
        if not moves:
            return 2 * reach * at ** (power + 1)
        return ((at + reach) ** (power + 2) - (at - reach) ** (power + 2)) / (power + 2)

    bounds = [(Fraction(0), False), *((offset, True) for offset in ahead), (HALF, False)]
    total = Fraction(0)
    for count, (lower, upper) in enumerate(pairwise(bounds)):
        inside = Fraction(count, len(turns))
        total += below(inside, *lower) - below(inside, *upper)
    return total / (power + 1)
