"""Eigenvalues of psi on the sphere, and on equally spaced lines in the plane."""

from math import comb

import numpy as np
from flint import arb, ctx
from numpy.typing import ArrayLike
from scipy.special import gammaln

from pnn.lines import Floats
from pnn.numbers import plain, real, whole

_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(24)


def eigenvalue(inputs: int, degree: ArrayLike) -> Floats:
    """Eigenvalue of psi(<u, v>) on harmonics of a degree, uniform probability on the sphere in `inputs` dimensions.

    By Funk and Hecke |<u, x>| has the multiplier mu = B(inputs/2, (degree-1)/2) / (pi (inputs+degree-1)) up to
    sign, and psi has inputs * mu^2; odd degrees have 0. `degree` may be an array. Raises ValueError where
    inputs < 2 or a degree is not a whole number >= 0.
    """
    degree = plain(degree, "degree")
    inputs = whole(inputs, "inputs", least=2)
    if degree.dtype.kind not in "iu" or (degree < 0).any():
        raise ValueError(f"degree must be whole numbers >= 0, got {degree}")
    half = np.maximum(degree - 1.0, 1.0) / 2
    divisor = np.where(degree > 0, inputs + degree - 1.0, 1.0)
    multiplier = np.exp(log_beta(inputs / 2, half)) / (np.pi * divisor)
    return np.where(degree % 2 == 0, inputs * multiplier**2, 0.0)[()]


def multiplicity(inputs: int, degree: int) -> int:
    """The number of independent harmonics of a degree on the sphere in `inputs` >= 2 dimensions."""
    if inputs < 2 or degree < 0:
        raise ValueError(f"inputs must be >= 2 and degree >= 0, got {inputs} and {degree}")
    lower = comb(inputs + degree - 3, degree - 2) if degree >= 2 else 0
    return comb(inputs + degree - 1, degree) - lower


def tail(inputs: int, lines: ArrayLike) -> Floats:
    """The sum of psi's eigenvalues on the sphere beyond its largest `lines`, with their multiplicities.

    1 minus the sum of the largest, since all of them sum to psi(1) = 1; degrees 0, 2, 4, ... have falling
    eigenvalues, and a degree whose harmonics are not all among the `lines` counts in part. The difference is taken
    in balls, at a precision that leaves it correct to float64. By Ky Fan no choice of `lines` lines has a smaller
    mean Schur complement over a uniform target. `lines` may be an array of whole numbers >= 0.
    Raises ValueError where inputs is not a whole number >= 2 or `lines` are not such numbers.
    """
    counts = plain(lines, "lines")
    if inputs != int(inputs) or inputs < 2:
        raise ValueError(f"inputs must be a whole number >= 2, got {inputs}")
    if counts.dtype.kind not in "iu" or (counts < 0).any():
        raise ValueError(f"lines must be whole numbers >= 0, got {counts}")
    rising = np.unique(counts)
    bits = 64
    while True:
        bits *= 2
        with ctx.workprec(bits):
            rest = _tail_balls(int(inputs), rising.tolist())
        if all(ball.rel_accuracy_bits() > 60 for ball in rest):
            return np.array([float(ball.mid()) for ball in rest])[np.searchsorted(rising, counts)][()]


def equally_spaced_eigenvalues(count: int) -> Floats:
    """Eigenvalues of psi[K] for `count` lines in the plane at angles pi m / count, by Fourier index 0..count-1.

    Example 1 of Feizi et al. With D = pi/count, a = D (j - 1/2), b = a + D, the closed form
    (csc^2 a + csc^2 b)/(2 count) - (cot a - cot b)/pi is 1/pi times the error of the trapezoidal rule for csc^2
    on [a, b]; for j > 0 it is evaluated as that error's integral, whose integrand is positive, so that no digits
    are lost where the two terms nearly cancel. Raises ValueError where count < 1.
    """
    count = whole(count, "count", least=1)
    spacing = np.pi / count
    j = np.arange(1, count)
    mirrored = np.minimum(j, count - j)  # far from pi, where a sine would lose digits
    t = spacing * (mirrored[:, None] + _NODES / 2)
    csc_squared = np.sin(t) ** -2.0
    second_derivative = 2 * csc_squared * (3 * csc_squared - 2)
    bubble = (spacing / 2) ** 2 * (1 - _NODES**2) / 2
    rest = (second_derivative * bubble) @ _WEIGHTS * spacing / (2 * np.pi)
    largest = np.sin(spacing / 2) ** -2.0 / count + (2 / np.pi) / np.tan(spacing / 2)
    return np.concatenate([[largest], rest])


def _tail_balls(inputs: int, rising: list[int]) -> list[arb]:
    half = arb(inputs) / 2
    value = inputs * (half.gamma() / (half + arb(1) / 2).gamma()) ** 2 / arb.pi()
    rest, before, degree, result = arb(1), 0, 0, []
    many = multiplicity(inputs, degree)
    for count in rising:
        while before + many <= count:
            rest, before = rest - many * value, before + many
            value = value * (arb(degree - 1) / (degree + inputs + 1)) ** 2
            degree += 2
            many = multiplicity(inputs, degree)
        result.append(rest - (count - before) * value)
    return result


def log_beta(a: ArrayLike, b: ArrayLike) -> Floats:
    """log B(a, b) without the cancellation of large log-gammas: Stirling's terms are combined by hand."""
    a, b = real(a, "a"), real(b, "b")
    small, large = np.minimum(a, b), np.maximum(a, b)
    total = small + large
    share = np.log1p(-small / total)
    remainder = _stirling_remainder(large) - _stirling_remainder(total)
    one_large = gammaln(small) + remainder + (large - 0.5) * share + small - small * np.log(total)
    both_large = 0.5 * np.log(2 * np.pi / large) + _stirling_remainder(small) + remainder
    both_large = both_large + (small - 0.5) * np.log(small / total) + large * share
    neither = gammaln(small) + gammaln(large) - gammaln(total)
    return np.where(small >= 10, both_large, np.where(large >= 10, one_large, neither))


def _stirling_remainder(x: Floats) -> Floats:
    """log Gamma(x) - ((x - 1/2) log x - x + log(2 pi)/2), for x >= 10 to 1e-15."""
    square = 1 / np.square(x)
    series = np.polyval([-691 / 360360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12], square)
    return series / x
