"""The kernels of a ReLU and of an absolute value under Gaussian inputs.

With unit vectors u, v at correlation rho = u.v = cos(theta) and x ~ N(0, I),
psi(rho) = E|u.x||v.x| = (2/pi)(sqrt(1 - rho^2) + rho arcsin rho), Section 5 of
Feizi, Javadi, Zhang and Tse (2017); the ReLU's kernel is Cho and Saul's (2009) of degree one.
"""

from collections.abc import Callable
from fractions import Fraction
from math import comb, factorial, sqrt
from operator import index
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pnn.lines import Floats, acute_sides, check_weights, split_rows
from pnn.numbers import real

_SLACK = 8 * np.finfo(float).eps  # a correlation this far outside [-1, 1] is rounding, not a mistake
_CUBIC = [2 * k / factorial(2 * k + 1) for k in range(1, 22)]
_FEWEST_FOR_QUADRATURE = 16
_SMALL_ANGLE = 1.0  # below which sin x - x cos x cancels: at 1 it is a third of its terms
_LINES_TO_COMPILE_FOR = 200
_STEP = 0.4  # of the quadrature, in units of 1/sqrt(start)


class KernelSums(NamedTuple):
    """Sums of psi: over all pairs of lines; for each target line over the lines, and within itself and those before.

    among is one number, across and within are (target lines,), within over all pairs of the first ones.
    """

    among: float
    across: Floats
    within: Floats

    @classmethod
    def of(cls, among: float, across: Floats, targets: Floats) -> "KernelSums":
        """From the first two sums, and psi of all pairs of target lines."""
        return cls(among, across, targets.cumsum(axis=0).cumsum(axis=1).diagonal().copy())


def psi(rho: ArrayLike) -> Floats:
    """psi(rho) = E|u.x||v.x| for unit u, v with u.v = rho, elementwise.

    Raises ValueError where rho is not a number in [-1, 1] (up to rounding).
    """
    rho = _correlation(rho)
    return (2 / np.pi) * (np.sqrt((1 - rho) * (1 + rho)) + rho * np.arcsin(rho))


def psi_derivative(rho: ArrayLike) -> Floats:
    """psi'(rho) = (2/pi) arcsin rho = E sign(u.x) sign(v.x), elementwise. Raises ValueError as `psi` does."""
    return (2 / np.pi) * np.arcsin(_correlation(rho))


def psi_gap(gap: ArrayLike) -> Floats:
    """1 - psi(1 - gap), elementwise, to a few units in the last place for gap in [0, 2].

    With 1 - gap = cos(theta) this is gap - (2/pi)(sin theta - theta cos theta), without cancellation.
    Raises ValueError where gap is not a number in [0, 2] (up to rounding).
    """
    gap = _within(gap, 0.0, 2.0, "gap")
    near = np.minimum(gap, 2 - gap)
    theta = 2 * np.arcsin(np.sqrt(near / 2))
    wide = 1 - psi(1 - np.where(near > 0.5, near, 1.0))
    return np.where(near > 0.5, wide, near - (2 / np.pi) * _cubic(theta, -1))


def psi_taylor(n: int) -> Fraction:
    """The exact a_n = C(2n, n) / (4^n (2n - 1)^2) in psi = (2/pi) sum a_n rho^(2n).

    Raises ValueError where n is not a whole number >= 0.
    """
    n = _order(n, "n")
    return Fraction(comb(2 * n, n), 4**n * (2 * n - 1) ** 2)


def psi_taylor_tail(rho: ArrayLike, start: int) -> Floats:
    """(2/pi) sum over n >= start of a_n rho^(2n), elementwise, to a few units in the last place.

    From a_n = (2/pi) int_0^oo sech^(2n-1)(y) (y - tanh y) tanh(y) dy, valid for n >= 1, the sum is an integral
    of an even analytic function with a pole at y = i arccos(rho): the trapezoidal rule, exact to rounding once
    the pole's share is taken off. The first terms are added one by one.
    Raises ValueError where rho is outside [-1, 1] or start is not a whole number >= 0.
    """
    rho, start = np.abs(_correlation(rho)), _order(start, "start")
    first = max(start, _FEWEST_FOR_QUADRATURE)
    head = np.zeros_like(rho)
    for n in reversed(range(start, first)):
        head = head + (2 / np.pi) * float(psi_taylor(n)) * rho ** (2 * n)
    return head + _tail_by_quadrature(rho, first)


def psi_taylor_tail_bound(rho: ArrayLike, start: int) -> Floats:
    """The upper bound rho^(2 start) (start - 1)^(-3/2) / (3 pi^(3/2)) of `psi_taylor_tail`, for start >= 2.

    From C(2n, n) <= 4^n / sqrt(pi n) and midpoint convexity; 1% above the truth at start = 30.
    Raises ValueError where rho is outside [-1, 1] or start is not a whole number >= 2.
    """
    rho, start = np.abs(_correlation(rho)), _order(start, "start", least=2)
    outward = 1 + 16 * np.finfo(float).eps
    return outward * rho ** (2 * start) * float(start - 1) ** -1.5 / (3 * np.pi**1.5)


def relu_gram(left: ArrayLike, right: ArrayLike) -> Floats:
    """E relu(l.x) relu(r.x) for every row l of `left` and r of `right`, x ~ N(0, I).

    Shapes (rows, inputs); the result is (left rows, right rows). A zero row is a silent neuron.
    Raises ValueError where the arrays are not finite, not two-dimensional or differ in inputs.
    """
    return relu_grams(left, right)[0]


def relu_grams(left: ArrayLike, right: ArrayLike) -> tuple[Floats, Floats]:
    """`relu_gram` of `left` with `right`, and of `left` with the opposites of `right`, from the same angles."""
    scale, acute, sine, cosine, obtuse = _pairs(left, right)
    near, far = sine + (np.pi - acute) * cosine, sine - acute * cosine
    small = acute < _SMALL_ANGLE
    far[small] = _cubic(acute[small], -1)
    scale = scale / (2 * np.pi)
    return scale * np.where(obtuse, far, near), scale * np.where(obtuse, near, far)


def abs_gram(left: ArrayLike, right: ArrayLike) -> Floats:
    """E|l.x||r.x| for every row l of `left` and r of `right`, x ~ N(0, I).

    Shapes (rows, inputs); the result is (left rows, right rows). Raises ValueError as `relu_gram` does.
    """
    scale, acute, sine, cosine, _ = _pairs(left, right)
    return scale * _psi_of_sides(acute, sine, cosine)


def psi_gram(left: Floats, right: Floats, half: bool = False) -> Floats:
    """psi(l.r) for every row l of `left` and r of `right`, which must be unit rows: (left rows, right rows).

    What `abs_gram` gives for them, without its look at every number: for rows that were checked before. With `half`
    both are the same rows, and below the diagonal may stand anything.
    """
    return _psi_of_sides(*acute_sides(left, right)[:3])


def psi_gram_for(lines: int) -> Callable[..., Floats]:
    """`psi_gram`, compiled from so many lines on that loading what is compiled pays."""
    if lines < _LINES_TO_COMPILE_FOR:
        return psi_gram
    from pnn import compiled_kernels

    return compiled_kernels.psi_gram


def _psi_of_sides(acute: Floats, sine: Floats, cosine: Floats) -> Floats:
    return (2 / np.pi) * (sine + (np.pi / 2 - acute) * cosine)


def _pairs(left: ArrayLike, right: ArrayLike) -> tuple[Floats, Floats, Floats, Floats, NDArray[np.bool_]]:
    left = check_weights(left, name="left")
    right = check_weights(right, left.shape[1], "right")
    left_norms, left_units = split_rows(left)
    right_norms, right_units = split_rows(right)
    return np.outer(left_norms, right_norms), *acute_sides(left_units, right_units)


def _cubic(x: NDArray[np.floating], sign: int) -> Floats:
    """sin x - x cos x (sign -1) or x cosh x - sinh x (sign +1), about x^3/3, by its series: |x| <= 4."""
    square = sign * x * x
    total = np.zeros_like(x)
    for coefficient in reversed(_CUBIC):
        total = total * square + coefficient
    return total * x**3


def _tail_by_quadrature(rho: Floats, start: int) -> Floats:
    root = sqrt(start)
    step = _STEP / root
    nodes = step * np.arange(1, 31)
    tangent = np.tanh(nodes)
    weight = np.exp((0.5 - start) * np.log1p(np.sinh(nodes) ** 2)) * tangent * _cubic(nodes, 1) / np.cosh(nodes)
    sine_squared = (1 - rho) * (1 + rho)
    integrand = weight / (sine_squared[..., None] + (rho[..., None] * tangent) ** 2)
    sums = (4 / np.pi**2) * rho ** (2 * start) * step * integrand.sum(axis=-1)
    theta = np.arctan2(np.sqrt(sine_squared), rho)
    crossed = (theta > 0) & (np.tan(np.minimum(theta, 1.5)) < np.pi / (_STEP * root))
    inside = np.where(crossed, theta, step)
    pole = (4 / np.pi) * _cubic(inside, -1) / np.expm1(2 * np.pi * inside / step)
    return sums - np.where(crossed, pole, 0.0)


def _correlation(rho: ArrayLike) -> Floats:
    return _within(rho, -1.0, 1.0, "rho")


def _within(values: ArrayLike, least: float, most: float, name: str) -> Floats:
    values = real(values, name)
    outside = ~((values >= least - _SLACK) & (values <= most + _SLACK))
    if outside.any():
        raise ValueError(f"{name} must lie in [{least:g}, {most:g}], got {values[outside].flat[0]}")
    return np.clip(values, least, most)


def _order(value: int, name: str, least: int = 0) -> int:
    try:
        number = index(value)
    except TypeError:
        raise ValueError(f"{name} must be a whole number, got {value!r}") from None
    if number < least:
        raise ValueError(f"{name} must be at least {least}, got {number}")
    return number
