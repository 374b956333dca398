"""Limits of the Schur complement's norm when lines, target lines and inputs grow together (Feizi et al., Section 7).

All lines are independent and uniform; gamma = lines/inputs and ratio = target lines/lines stay fixed. Then psi of all
lines comes near b I + (2/pi) 11' with b = 1 - 2/pi (El Karoui 2010), and the norms follow from it.
"""

import numpy as np
import scipy  # its root finder, slow to import, comes when it is first asked for
from numpy.typing import ArrayLike, NDArray
from scipy.special import erfc, erfcinv, erfinv

from pnn import numbers
from pnn.kernels import KernelSums, psi_gram
from pnn.lines import Floats, check_directions
from pnn.spectrum import eigenvalue

_B = 1 - 2 / np.pi
_ROWS = 512  # of lines whose kernel is computed at a time
_FAR = 30.0  # beyond it a normal variable's mass, 1e-197, counts for nothing in float64


def theorem_11(ratio: ArrayLike) -> Floats:
    """The limit b (1 + ratio) of |psi22 - psi21 psi11^-1 psi12|, elementwise in ratio = target lines / lines >= 0.

    Theorem 11. Raises ValueError where a ratio is negative or not finite.
    """
    return _B * (1 + _at_least_zero(ratio, "ratio"))[()]


def theorem_11_finite(inputs: int, lines: ArrayLike, target_lines: ArrayLike) -> Floats:
    """Theorem 11's norm at finite size, elementwise: (1 - l) (1 + target_lines / (lines + (1 - l)/l)).

    l = E psi(u.v) over uniform lines is the kernel's largest eigenvalue, and this the norm with (1 - l) I + l 11' in
    psi's place. The rest of psi moves the mean by nothing of order 1/inputs: in second-order perturbation the pull of
    the degree-two harmonics among the lines cancels their push among the targets. That is not a proof of the order.
    Raises ValueError where inputs is not a whole number >= 2, or a count is negative or not finite.
    """
    lines, target_lines = _at_least_zero(lines, "lines"), _at_least_zero(target_lines, "target_lines")
    largest = eigenvalue(inputs, 0)
    return (1 - largest) * (1 + target_lines / (lines + (1 - largest) / largest))[()]


def theorem_11_deviation(inputs: int, ratio: ArrayLike) -> Floats:
    """Standard deviation of Theorem 11's norm over the draw of lines, to leading order: 2 (1 + ratio)/(pi inputs).

    That of w'Fw/pi, F the degree-two part of psi (entries of variance 2/inputs^2) and w the norm's test vector, 1 on
    the targets and -ratio on the lines. Raises ValueError where inputs < 1 or a ratio is negative or not finite.
    """
    if not (np.isfinite(inputs) and inputs >= 1):
        raise ValueError(f"inputs must be at least 1, got {inputs}")
    return 2 * (1 + _at_least_zero(ratio, "ratio"))[()] / (np.pi * inputs)


def theorem_11_first_order(lines: ArrayLike, target_lines: ArrayLike, counts: ArrayLike) -> Floats:
    """Theorem 11's norm to first order in psi - E psi, for the first `counts` of the target lines: (counts,).

    w'Kw/count, K psi of all lines and w 1 on the target lines, -l count/(1 - l + l lines) on the lines: the vector
    that attains the norm where (1 - l) I + l 11' is in psi's place. For independent uniform lines E K is that matrix,
    so that the mean is `theorem_11_finite`, exactly. lines (lines, inputs) and target_lines (target lines, inputs)
    are rows of any non-zero length. Raises ValueError for bad rows and counts outside 1..target lines.
    """
    units, targets, number = _rows_and_counts(lines, target_lines, counts)
    among, across = 0.0, np.zeros(len(targets))
    for start in range(0, len(units), _ROWS):
        own = units[start : start + _ROWS]
        among += 2 * psi_gram(own, units[:start]).sum() + psi_gram(own, own).sum()
        across = across + psi_gram(own, targets).sum(axis=0)
    sums = KernelSums.of(among, across, psi_gram(targets, targets))
    return theorem_11_first_order_of_sums(sums, len(units), units.shape[1], number)


def theorem_11_first_order_of_sums(sums: KernelSums, lines: int, inputs: int, counts: ArrayLike) -> Floats:
    """`theorem_11_first_order` where psi of all lines has been summed: (counts,)."""
    number, largest = np.asarray(counts), eigenvalue(inputs, 0)
    weight = -largest * number / (1 - largest + largest * lines)
    across, within = np.cumsum(sums.across)[number - 1], sums.within[number - 1]
    return (weight**2 * sums.among + 2 * weight * across + within) / number


def theorem_13(gamma: ArrayLike, ratio: ArrayLike) -> Floats:
    """The exact limit b + ratio/m of |psi22 - psi21 (psi11 + U U')^-1 psi12|, elementwise.

    The norm that Theorem 13 bounds, U (lines, inputs) the lines. With Psi + U U' = b I + U U' + (2/pi) 11', Sherman
    and Morrison leave ratio/m, m the limit of 1'(b I + U U')^-1 1 / lines: the mean of 1/(x + b) under Marchenko and
    Pastur's law, the positive root of gamma b m^2 + (1 - gamma + b) m = 1.
    Raises ValueError where gamma = lines/inputs is not positive and finite or a ratio is negative or not finite.
    """
    gamma, ratio = _positive(gamma, "gamma"), _at_least_zero(ratio, "ratio")
    half = (1 + _B - gamma) / 2
    root = np.sqrt(half**2 + gamma * _B)
    return (_B + ratio * np.where(half >= 0, root + half, gamma * _B / (root + np.abs(half))))[()]


def theorem_13_given_lines(lines: ArrayLike, target_lines: ArrayLike) -> Floats:
    """Theorem 13's norm with (1 - l) I + l 11' in psi's place, for these lines: elementwise in target_lines >= 0.

    1 - l + l target_lines/(1 + l t) with t = 1'((1 - l) I + U U')^-1 1, U (lines, inputs) the unit rows of `lines`:
    the norm's limit before t/lines has come to its own. Raises ValueError for bad rows and negative target_lines.
    """
    units, wanted = check_directions(lines), _at_least_zero(target_lines, "target_lines")
    inputs = units.shape[1]
    largest = eigenvalue(inputs, 0)
    total = units.sum(axis=0)
    inner = np.linalg.solve((1 - largest) * np.eye(inputs) + units.T @ units, total)
    t = (len(units) - total @ inner) / (1 - largest)
    return (1 - largest + largest * wanted / (1 + largest * t))[()]


def theorem_13_printed(gamma: ArrayLike, ratio: ArrayLike, mu: ArrayLike = 0.0) -> Floats:
    """The paper's bound b (1 + ratio) + ratio (1 + sqrt(gamma) + mu)^2 of the same norm, elementwise.

    Theorem 13; mu > 0 is what it pays for a probability of 1 - 2 exp(-mu^2 inputs/2), 0 the bound's infimum.
    Raises ValueError as `theorem_13` does, and where mu is negative or not finite.
    """
    gamma, ratio, mu = _positive(gamma, "gamma"), _at_least_zero(ratio, "ratio"), _at_least_zero(mu, "mu")
    return (_B * (1 + ratio) + ratio * (1 + np.sqrt(gamma) + mu) ** 2)[()]


def attainment_threshold(gamma: ArrayLike) -> Floats:
    """The target lines per input above which the least risk is the Schur complement's bound, elementwise.

    For targets N(0, I/inputs) and gamma = lines/inputs, as the inputs grow; infinite where gamma <= 1. The bound asks
    for signed sums p_r within [-q, q], q the mean mass, that carry the target's linear part; by Gordon's comparison
    there are some if gamma E|h|p > sqrt(gamma E p^2 + threshold) for p(|h|) in [0, q], h normal, and none if no p has
    that. The best p are q min(1, |h|/x) with P(|h| < x) = 1/gamma, and leave
    gamma / (sqrt(2/pi) exp(-x^2/2)/x - P(|h| > x)), which falls to pi/2 as gamma grows.
    Raises ValueError where gamma is not positive and finite.
    """
    gamma = _positive(gamma, "gamma")
    above = np.where(gamma > 1, gamma, 2.0)
    outside, x = (above - 1) / above, _quantile(above)
    margin = np.sqrt(2 / np.pi) * np.exp(-(x**2) / 2) / x - outside
    return np.where(gamma > 1, above / margin, np.inf)[()]


def typical_least_risk(gamma: float, target_gamma: float) -> float:
    """The limit of four times the least risk over the target's squared weights, as the inputs grow.

    For targets N(0, I/inputs), gamma = lines/inputs and target_gamma = target lines/inputs: b plus the minimum of
    ((sqrt(gamma E p^2 + target_gamma) - gamma E|h|p)_+^2 + b gamma E q^2) / target_gamma over 0 <= p <= q, functions of
    |h|, h normal, with E q = target_gamma/gamma. Beyond `attainment_threshold` it is b (1 + target_gamma/gamma).
    With s the square root, alpha s the difference and q0 the multiplier of E q: p = s |h| and q = q0 as long as p < q,
    and from there p = q = (alpha s |h| + b q0)_+ / (alpha + b). What is left is to find q0/s.
    Raises ValueError where an argument is not positive and finite.
    """
    gamma, target_gamma = float(_positive(gamma, "gamma")), float(_positive(target_gamma, "target_gamma"))
    if target_gamma >= attainment_threshold(gamma):
        return _B * (1 + target_gamma / gamma)

    def excess(start: float) -> float:
        _, mean, square, _ = _masses(start, gamma)
        return gamma * square + gamma**2 / target_gamma * mean**2 - 1

    end = (
        float(_quantile(gamma)) if gamma > 1 else max(_FAR, 2 * np.sqrt(target_gamma) / gamma)
    )  # E q is as large there
    start = scipy.optimize.brentq(excess, -_FAR, end, xtol=1e-14)
    alpha, mean, _, size = _masses(start, gamma)
    root = target_gamma / (gamma * mean)
    return _B + root**2 * (alpha**2 + _B * gamma * size) / target_gamma


def _quantile(gamma: ArrayLike) -> Floats:
    """x with P(|h| < x) = 1/gamma for a normal h, gamma > 1."""
    gamma = np.asarray(gamma, dtype=float)
    return np.sqrt(2) * np.where(gamma < 2, erfcinv((gamma - 1) / gamma), erfinv(1 / gamma))


def _masses(start: float, gamma: float) -> tuple[float, float, float, float]:
    """alpha, E q, E p^2 and E q^2 in units of s, for q0 = start s, or b q0 = start alpha s where that is negative.

    alpha = 1 - gamma E|h|p is solved for; its right side falls in alpha.
    """
    from_here = abs(start)
    none, one = erfc(from_here / np.sqrt(2)), np.sqrt(2 / np.pi) * np.exp(-(from_here**2) / 2)
    two = from_here * one + none  # E |h|^k over |h| > from_here
    inside = max(start, 0.0)

    def pulled(alpha: float) -> float:
        shared = alpha * two + (_B * inside if start > 0 else alpha * start) * one
        return (1 - two if start > 0 else 0.0) + shared / (alpha + _B)

    def excess(alpha: float) -> float:
        return alpha - 1 + gamma * pulled(alpha)

    at_the_quantile = excess(0.0) >= 0  # 0, but for rounding
    alpha = 0.0 if at_the_quantile else scipy.optimize.brentq(excess, 0.0, 1.0, xtol=1e-15)
    lift = _B * inside if start > 0 else alpha * start
    outer_mean = (alpha * one + lift * none) / (alpha + _B)
    outer_square = (alpha**2 * two + 2 * alpha * lift * one + lift**2 * none) / (alpha + _B) ** 2
    inner = (1 - two, inside**2 * (1 - none)) if start > 0 else (0.0, 0.0)
    return alpha, outer_mean + inside * (1 - none), outer_square + inner[0], outer_square + inner[1]


def _at_least_zero(values: ArrayLike, name: str) -> Floats:
    values = numbers.real(values, name)
    if not (np.isfinite(values) & (values >= 0)).all():
        raise ValueError(f"{name} must be finite and at least 0, got {values}")
    return values


def _positive(values: ArrayLike, name: str) -> Floats:
    values = _at_least_zero(values, name)
    if not (values > 0).all():
        raise ValueError(f"{name} must be positive, got {values}")
    return values


def _rows_and_counts(
    lines: ArrayLike, target_lines: ArrayLike, counts: ArrayLike
) -> tuple[Floats, Floats, NDArray[np.intp]]:
    units = check_directions(lines)
    targets = check_directions(target_lines, units.shape[1], "target_lines")
    number = numbers.plain(counts, "counts")
    if number.ndim != 1 or number.dtype.kind not in "iu" or (number < 1).any() or (number > len(targets)).any():
        raise ValueError(f"counts must be a list of whole numbers in 1..{len(targets)}, got {counts!r}")
    return units, targets, number
