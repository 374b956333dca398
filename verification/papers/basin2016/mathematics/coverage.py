"""How likely random neurons cover every sign that a target needs: Theorems 2 and 4 of Safran & Shamir (2016), exactly.

A neuron that is positive on a sample and has the output sign b lets the prediction there move towards b. The initial
basin holds an optimum exactly if every sample with a target sign is covered by such a neuron. Under Assumption 1 the
p neurons of positive output sign, p ~ Bin(n, 1/2), and the n - p others are independent, so that

    P = sum over p of C(n, p) 2^-n G+(p) G-(n - p),

where G+(p) is the chance that p neurons cover all that needs a positive sign. It is a product over independent groups
of needs, and of a group the alternating sum over its subsets U of O(U)^p, where O(U) is the chance that one neuron is
positive on nothing of U.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations

import numpy as np
from flint import arb, ctx, fmpq
from numpy.typing import ArrayLike

from pnn import numbers

LARGEST_GROUP = 3  # the orthant probability of four dependent samples has no closed form
ORTHOGONAL = 1e-14  # of the cosine: rows orthogonal up to rounding
_ENOUGH_BITS = 60  # relative

Row = list[fmpq]


def theorem_2_probability(width: int, needed_signs: ArrayLike) -> Fraction:
    """The exact chance that `width` random neurons let a basin on singleton data reach the optimum.

    needed_signs (inputs, 2): for each coordinate the output sign that its samples on the positive side need and the
    one that those on the negative side need: 1, -1, or 0 where there is no sample or the best prediction is zero.
    The fraction is exact, and so is 1 minus it. Raises ValueError for another shape or entry, or a width below 1.
    """
    neurons, needs = check_count("width", width), _check_needs(needed_signs)
    pairs, singles = ([int(((needs == b).sum(axis=1) == sides).sum()) for b in (1, -1)] for sides in (2, 1))
    groups = [both + one for both, one in zip(pairs, singles, strict=True)]
    total = 0
    for p in range(neurons + 1):
        counts = (p, neurons - p)
        covered = math.prod(map(_columns, counts, pairs, singles))
        missing = neurons * max(groups) - sum(k * g for k, g in zip(counts, groups, strict=True))
        total += math.comb(neurons, p) * covered << missing
    return Fraction(total, 1 << neurons * (1 + max(groups)))


def _columns(neurons: int, pairs: int, singles: int) -> int:
    """In how many of 2^(neurons groups) sign patterns both signs occur on each of `pairs` groups, plus on `singles`."""
    return ((1 << neurons) - 2 + (neurons == 0)) ** pairs * ((1 << neurons) - 1) ** singles


def theorem_2_bound(width: int, inputs: int) -> Fraction:
    """The printed bound 1 - 2 d (3/4)^n of Theorem 2; below zero it says nothing."""
    return union_bound(width, 2 * check_count("inputs", inputs), Fraction(3, 4))


def theorem_4_probability(samples: ArrayLike, targets: ArrayLike, width: int) -> float:
    """The exact chance that the initial basin of `width` neurons reaches the optimum on independent samples.

    samples (samples, inputs), linearly independent rows; targets (samples,), of which the signs count: a target of zero
    is met by every basin. Closed form where, among the samples of one target sign, each group that is not orthogonal to
    the others has at most three: always for three samples a sign, and for orthogonal rows of any number. Computed in
    balls and rounded once. Raises ValueError for dependent samples, a larger group, shapes that do not fit, bad width.
    """
    groups, neurons = _sign_groups(samples, targets), check_count("width", width)
    return _rounded(lambda: _mixture(groups, neurons))


def theorem_4_failure(samples: ArrayLike, targets: ArrayLike, width: int) -> float:
    """1 - `theorem_4_probability`, accurate to float64 however small it is."""
    groups, neurons = _sign_groups(samples, targets), check_count("width", width)
    return _rounded(lambda: 1 - _mixture(groups, neurons))


def theorem_4_ball(samples: ArrayLike, targets: ArrayLike, width: int) -> arb:
    """A ball, at the current precision, that holds `theorem_4_probability`; the entries are taken for exact."""
    return _mixture(_sign_groups(samples, targets), check_count("width", width))


def theorem_4_bound(width: int, samples: int) -> Fraction:
    """The printed bound 1 - m (3/4)^n of Theorem 4; below zero it says nothing."""
    return union_bound(width, check_count("samples", samples), Fraction(3, 4))


def union_bound(width: int, needs: int, missed: Fraction) -> Fraction:
    """1 - needs missed^width: by the union bound, if a neuron misses each need with chance `missed` at most."""
    return 1 - needs * missed ** check_count("width", width)


def check_count(name: str, value: int) -> int:
    """The value as an int; raises ValueError, naming it, unless it is a whole number of at least 1."""
    if isinstance(value, bool) or not isinstance(value, int | np.integer) or value < 1:
        raise ValueError(f"{name} must be a whole number of at least 1, got {value!r}")
    return int(value)


def _check_needs(needed_signs: ArrayLike) -> np.ndarray:
    needs = numbers.plain(needed_signs, "needed_signs")
    if needs.ndim != 2 or needs.shape[1] != 2 or not len(needs):
        raise ValueError(f"needed_signs must have a pair of signs for each coordinate, (inputs, 2); got {needs.shape}")
    if not np.isin(needs, (-1, 0, 1)).all():
        raise ValueError(f"needed_signs must be -1, 0 or 1, got {needs[~np.isin(needs, (-1, 0, 1))][0]}")
    return needs


def _sign_groups(samples: ArrayLike, targets: ArrayLike) -> list[list[list[Row]]]:
    """For either target sign its samples, cut into groups that are orthogonal to one another."""
    rows, wanted = numbers.sized(numbers.real(samples, "samples"), "samples"), numbers.real(targets, "targets")
    if rows.ndim != 2 or not rows.size or wanted.shape != rows.shape[:1]:
        raise ValueError(f"wanted samples (samples, inputs) and targets (samples,); got {rows.shape}, {wanted.shape}")
    if not (np.isfinite(rows).all() and np.isfinite(wanted).all()):
        raise ValueError("samples and targets must be finite")
    sizes = np.linalg.norm(rows, axis=1, keepdims=True)
    if not sizes.all() or np.linalg.matrix_rank(rows / sizes) < len(rows):
        raise ValueError(f"the {len(rows)} samples must be linearly independent: Theorem 4 assumes full rank")
    return [_groups(rows[np.sign(wanted) == sign]) for sign in (1, -1)]


def _groups(rows: np.ndarray) -> list[list[Row]]:
    """Rows of one target sign in connected groups; raises ValueError where one has more than three."""
    units = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    linked, left, groups = np.abs(units @ units.T) > ORTHOGONAL, set(range(len(rows))), []
    while left:
        group = waiting = {min(left)}
        while waiting:
            waiting = {int(j) for i in waiting for j in np.flatnonzero(linked[i])} - group
            group = group | waiting
        left -= group
        if len(group) > LARGEST_GROUP:
            raise ValueError(
                f"{len(group)} samples of one target sign that are not orthogonal: the chance has a closed form for "
                f"at most {LARGEST_GROUP}; simulate it"
            )
        groups.append([[_exact(entry) for entry in rows[i]] for i in sorted(group)])
    return groups


def _exact(entry: float) -> fmpq:
    value = Fraction(float(entry))
    return fmpq(value.numerator, value.denominator)


def _rounded(compute: Callable[[], arb]) -> float:
    """A number in float64, from balls of as many bits as it takes to know its digits."""
    before, ball = ctx.prec, arb(0)
    try:
        for doubling in range(20):
            ctx.prec = 128 << doubling
            ball = compute()
            if ball == 0 or ball.rel_accuracy_bits() >= _ENOUGH_BITS:
                break
    finally:
        ctx.prec = before
    return float(ball.mid())


def _mixture(groups: list[list[list[Row]]], neurons: int) -> arb:
    """The sum over the number p of neurons with a positive output sign."""
    orthants = [[_orthants(group) for group in of_sign] for of_sign in groups]
    total = arb(0)
    for p in range(neurons + 1):
        chance = arb(math.comb(neurons, p))
        for of_sign, count in zip(orthants, (p, neurons - p), strict=True):
            for terms in of_sign:
                chance *= sum((sign * base**count for sign, base in terms), arb(0))
        total += chance
    return total / (arb(2) ** neurons)


def _orthants(group: Sequence[Row]) -> list[tuple[int, arb]]:
    """(-1)^|U| and O(U), the chance to be negative on all of U, for every subset U of a group."""
    subsets = [subset for size in range(len(group) + 1) for subset in combinations(group, size)]
    return [((-1) ** len(subset), _orthant(subset)) for subset in subsets]


def _orthant(rows: Sequence[Row]) -> arb:
    """O of at most three rows: 1, 1/2, (pi - angle)/(2 pi), (2 pi - sum of the angles)/(4 pi)."""
    turned = sum((_angle(*pair) for pair in combinations(rows, 2)), arb(0)) / arb.pi()
    return (arb(1), arb(1) / 2, (1 - turned) / 2, (2 - turned) / 4)[len(rows)]


def _angle(x: Row, y: Row) -> arb:
    """The angle between two rows, its sine and cosine up to a common factor from exact products."""
    cosine = _dot(x, y)
    return arb.atan2(arb(_dot(x, x) * _dot(y, y) - cosine * cosine).sqrt(), arb(cosine))


def _dot(x: Row, y: Row) -> fmpq:
    return sum((a * b for a, b in zip(x, y, strict=True)), fmpq(0))
