"""Units in the plane that are pulled across the boundaries of the samples, in closed form.

N units, 4 | N, lie at the middles of the N equal parts of a turn; samples lie on the ends of parts. Of each sample's
half circle s units at either end are moved across it, to the first place beyond.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import numpy.typing as npt
from flint import arb, fmpq


def boundaries(samples: Sequence[int], parts: int) -> list[int]:
    """Both ends of every sample's half circle, in parts of a turn."""
    return sorted((x + sign * parts // 4) % parts for x in samples for sign in (1, -1))


def apart(samples: Sequence[int], parts: int, moved: int) -> bool:
    """Whether no two ends lie within moved + 1 parts, so that no unit is moved twice."""
    ends = boundaries(samples, parts)
    gaps = [(after - before) % parts for before, after in zip(ends, [*ends[1:], ends[0] + parts], strict=True)]
    return all(gap > moved + 1 for gap in gaps)


def occupied(samples: Sequence[int], parts: int, moved: int) -> npt.NDArray[np.int64]:
    """How many units lie in the middle of every part, shape (parts,)."""
    places = np.ones(parts, dtype=np.int64)
    for x in samples:
        for end, side in ((x + parts // 4, -1), (x - parts // 4, 1)):  # the active side of an end
            for step in range(moved):
                places[(end + (step if side > 0 else -1 - step)) % parts] -= 1
            places[(end + (-1 if side > 0 else 0)) % parts] += moved
    return places


def units(samples: Sequence[int], parts: int, moved: int) -> list[Fraction]:
    """The directions of the units in turns, one by one; for few parts."""
    many = occupied(samples, parts, moved).tolist()
    return [Fraction(2 * place + 1, 2 * parts) for place, count in enumerate(many) for _ in range(count)]


def largest(parts: int, moved: int) -> Fraction:
    """A bound on L_inf."""
    return Fraction(2 * moved + 2, parts)


def mean_square(samples: int, parts: int, moved: int) -> Fraction:
    """L_2^2 = (1/6 + 2 m s (s + 1)(2 s + 1) / (3 N)) / N^2."""
    bumps = Fraction(2 * samples * moved * (moved + 1) * (2 * moved + 1), 3 * parts)
    return (Fraction(1, 6) + bumps) / parts**2


def cost(samples: int, parts: int, moved: int, delta: Fraction, constant: Fraction) -> arb:
    """A bound on c rho(W) with c that constant times sqrt(2) / ln 2, by the closed forms."""
    return as_fmpq(constant) * least_cost(samples, largest(parts, moved), mean_square(samples, parts, moved), delta)


def least_cost(samples: int, top: Fraction, square: Fraction, delta: Fraction) -> arb:
    """sqrt(2) / ln 2 times rho(W) in the plane, with `top` for L_inf and `square` for L_2^2."""
    log = -arb(as_fmpq(delta)).log()
    high, mean, m = arb(as_fmpq(top)), arb(as_fmpq(square)).sqrt(), arb(samples)
    bracket = (
        m * mean
        + m ** arb(fmpq(3, 4)) * (4 * log) ** arb(fmpq(1, 4)) * (high * mean).sqrt()
        + m.sqrt() * (4 * log / 3).sqrt() * high
    )
    rho = high + arb(2).log() / arb(2).sqrt() * bracket
    return arb(2).sqrt() / arb(2).log() * rho


def norm(samples: int, parts: int, moved: int) -> arb:
    """A bound on |G_n - G| from below: 2 s/N times m/2, as the trace of X X' is m and its rank 2."""
    return arb(as_fmpq(Fraction(2 * moved, parts) * Fraction(samples, 2)))


def as_fmpq(value: Fraction | int) -> fmpq:
    """A fraction of flint."""
    return fmpq(int(value.numerator), int(value.denominator))
