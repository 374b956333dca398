"""The error of a network that replaces each target line by the nearest of its own lines, with the best factor."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import betainc

from pnn import numbers
from pnn.kernels import psi, psi_derivative, psi_gram
from pnn.lines import Floats, check_directions
from pnn.schur import schur_complement

_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(600)
_ALMOST_ALL = 1 - 1e-15


def prefix_errors(lines: ArrayLike, target_lines: ArrayLike, sizes: ArrayLike) -> Iterator[tuple[int, Floats]]:
    """Pairs of a size and E e e' (target lines, target lines) for that many first lines, sizes rising.

    e_j = |t_j.x| - psi(u.t_j) |u.x| for unit t_j and the nearest line u, by angle, of the first `size`: the best
    multiple of |u.x|, so that E e_j^2 = 1 - psi(u.t_j)^2. Every linear combination of the lines' features has such a
    matrix, and the least of them all is the Schur complement of `pnn.schur`.
    lines (lines, inputs), target_lines (target lines, inputs), rows of any non-zero length; sizes whole numbers in
    1..lines. Raises ValueError for bad rows or sizes.
    """
    return _errors(*_checked(check_directions(lines), target_lines, sizes))


def prefix_joint_complements(
    lines: ArrayLike, target_lines: ArrayLike, sizes: ArrayLike
) -> Iterator[tuple[int, Floats]]:
    """Pairs of a size and the Schur complement of the target lines' nearest lines among that many first lines.

    Equation (6.6) of Feizi et al. with the nearest lines alone, each once, for the network's: for every target line
    the best combination of them all, so that it lies between the complement of all lines and `prefix_errors`.
    Arguments and errors as there, and ValueError where two of them, not the same row, are one line.
    """
    units, targets, rising = _checked(check_directions(lines), target_lines, sizes)
    cosines = np.abs(targets @ units.T)
    return ((size, schur_complement(units[_nearest(cosines, size)], targets)) for size in rising)


def mean_error(inputs: int, lines: ArrayLike) -> Floats:
    """The mean of 1 - psi(u.t)^2 for a uniform target line t and the nearest u of that many uniform lines, elementwise.

    The integral of its derivative in the angle times the chance (1 - F)^lines that no line is nearer, F the share of
    the sphere within an angle of a line: B(sin^2; (inputs - 1)/2, 1/2), the regularised incomplete beta function.
    It falls like lines^(-2/(inputs - 1)). Raises ValueError where inputs < 2 or lines < 1.
    """
    counts = numbers.real(lines, "lines")
    if inputs < 2 or not (counts >= 1).all():
        raise ValueError(f"inputs must be at least 2 and lines at least 1, got {inputs} and {lines!r}")
    angle = np.pi / 4 * (_NODES + 1)
    cosine, sine = np.cos(angle), np.sin(angle)
    share = betainc((inputs - 1) / 2, 0.5, sine**2)
    slope = 2 * psi(cosine) * psi_derivative(cosine) * sine
    free = np.exp(np.multiply.outer(counts, np.log1p(-np.minimum(share, _ALMOST_ALL))))
    return (free @ (np.pi / 4 * _WEIGHTS * slope))[()]


def _checked(units: Floats, target_lines: ArrayLike, sizes: ArrayLike) -> tuple[Floats, Floats, list[int]]:
    targets = check_directions(target_lines, units.shape[1], "target_lines")
    asked = numbers.plain(sizes, "sizes")
    if asked.ndim != 1 or asked.dtype.kind not in "iu" or (asked < 1).any() or (asked > len(units)).any():
        raise ValueError(f"sizes must be a list of whole numbers in 1..{len(units)}, got {sizes!r}")
    return units, targets, np.unique(asked).tolist()


def _nearest(cosines: Floats, size: int) -> NDArray[np.intp]:
    return np.unique(np.argmax(cosines[:, :size], axis=1))


def _errors(units: Floats, targets: Floats, sizes: list[int]) -> Iterator[tuple[int, Floats]]:
    cosines = np.abs(targets @ units.T)
    own = psi_gram(targets, targets)
    for size in sizes:
        chosen = units[np.argmax(cosines[:, :size], axis=1)]
        cross = psi_gram(targets, chosen)
        factors = cross.diagonal()
        mixed = cross * factors
        yield size, own - mixed - mixed.T + np.outer(factors, factors) * psi_gram(chosen, chosen)
