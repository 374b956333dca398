"""How likely random neurons come near every neuron of a teacher: Theorem 3 of Safran & Shamir (2016).

The targets are a teacher's outputs: n neurons with |v_i| |w_i| <= B on samples of length at most one. A neuron with a
teacher neuron's output sign, whose direction in the r-dimensional span of the samples lies within the angle
theta = 2 asin(s / 2), s = sqrt(eps) / (n B), of the teacher neuron's, can be scaled to err by at most sqrt(eps) / n.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from flint import arb, ctx
from scipy.special import betainc

from verification.papers.basin2016.mathematics.coverage import check_count


@dataclass(frozen=True)
class Teacher:
    """What Theorem 3 asks of the targets: `neurons` n, `rank` r of the samples, `norm` B >= |v_i| |w_i| for every i.

    Raises ValueError for a neuron count or rank below 1, or a norm that is not positive and finite.
    """

    neurons: int
    rank: int
    norm: float = 1.0

    def __post_init__(self) -> None:
        check_count("neurons", self.neurons)
        check_count("rank", self.rank)
        _check_positive("norm", self.norm)

    def reach(self, accuracy: float) -> float:
        """s = sqrt(eps) / (n B), the chord within which directions are near; a direction is always within 2."""
        return math.sqrt(_check_positive("accuracy", accuracy)) / (self.neurons * self.norm)


def cap_fraction(rank: int, angle: float) -> float:
    """The share of directions in `rank` dimensions within `angle` (radians, 0 to pi) of a given one.

    I_(sin^2)((r - 1)/2, 1/2) / 2 up to a right angle; in one dimension 1/2 for every angle below pi.
    Raises ValueError for a rank below 1 or an angle outside [0, pi].
    """
    check_count("rank", rank)
    if not 0 <= angle <= math.pi:
        raise ValueError(f"angle must lie between 0 and pi, got {angle!r}")
    if rank == 1:
        return 0.5 if angle < math.pi else 1.0
    half = 0.5 * float(betainc((rank - 1) / 2, 0.5, math.sin(angle) ** 2))
    return half if angle <= math.pi / 2 else 1 - half


def near_probability(teacher: Teacher, accuracy: float) -> float:
    """The exact chance that a random neuron is near a given teacher neuron: half of the cap's share, for its sign.

    Raises ValueError for an accuracy that is not positive.
    """
    return 0.5 * cap_fraction(teacher.rank, 2 * math.asin(min(teacher.reach(accuracy) / 2, 1.0)))


def printed_near_probability(teacher: Teacher, accuracy: float) -> float:
    """The paper's p_eps = (s sqrt(1 - s^2/4))^(r-1) / (2 pi (r - 1)), at most the exact chance.

    Raises ValueError where it is not defined or zero: rank 1, or an accuracy of 4 n^2 B^2 or more.
    """
    reach = teacher.reach(accuracy)
    if teacher.rank == 1 or reach >= 2:
        largest = 4 * (teacher.neurons * teacher.norm) ** 2
        raise ValueError(
            f"p_eps is defined for rank 2 or more and an accuracy below 4 n^2 B^2 = {largest:g}; "
            f"got rank {teacher.rank} and {accuracy!r}"
        )
    return (reach * math.sqrt(1 - reach**2 / 4)) ** (teacher.rank - 1) / (2 * math.pi * (teacher.rank - 1))


def theorem_3_width(teacher: Teacher, accuracy: float, factor: float = 2.0) -> int:
    """The repaired width of Theorem 3: c ceil(n / p_eps), rounded up; at rank 1, where p is exactly 1/4, of 4 n.

    A whole number without error, however large; accuracy, norm and factor are taken for exact.
    Raises ValueError for a factor c below 2 and as `printed_near_probability`.
    """
    if not 2 <= factor < math.inf:
        raise ValueError(f"factor must be finite and at least 2, got {factor!r}")
    if teacher.rank == 1:
        teacher.reach(accuracy)
        return math.ceil(Fraction(factor) * 4 * teacher.neurons)
    if Fraction(accuracy) < 4 * (teacher.neurons * Fraction(teacher.norm)) ** 2:
        return math.ceil(Fraction(factor) * _least_count(teacher, _check_positive("accuracy", accuracy)))
    printed_near_probability(teacher, accuracy)
    raise ValueError(f"p_eps vanishes at the accuracy {accuracy!r}")


def _least_count(teacher: Teacher, accuracy: float) -> int:
    """ceil(n / p_eps) by balls of as many bits as it takes: pi times an algebraic number is no whole one."""
    before, ctx.prec = ctx.prec, 128
    try:
        while True:
            reach = arb(accuracy).sqrt() / (teacher.neurons * arb(teacher.norm))
            chance = (reach * (1 - reach**2 / 4).sqrt()) ** (teacher.rank - 1) / (2 * arb.pi() * (teacher.rank - 1))
            count = (teacher.neurons / chance).ceil().unique_fmpz()
            if count is not None:
                return int(count)
            ctx.prec *= 2
    finally:
        ctx.prec = before


def theorem_3_bound(teacher: Teacher, factor: float = 2.0) -> float:
    """The printed bound 1 - exp(-c n / 4) at the printed width."""
    return -math.expm1(-factor * teacher.neurons / 4)


def theorem_3_probability(width: int, teacher: Teacher, accuracy: float) -> float:
    """A lower bound of the chance of a basin of value at most `accuracy`: 1 - n (1 - p)^N with the exact p.

    For one teacher neuron it is the exact chance that some neuron is near. Below zero it says nothing.
    """
    missed = np.log1p(-near_probability(teacher, accuracy)) * check_count("width", width)
    return float(-np.expm1(math.log(teacher.neurons) + missed))


def _check_positive(name: str, value: float) -> float:
    if isinstance(value, bool) or not 0 < value < math.inf:
        raise ValueError(f"{name} must be positive and finite, got {value!r}")
    return float(value)
