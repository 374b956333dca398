"""The kernels of `pnn.kernels` between many unit rows, compiled: pair by pair, of a symmetric matrix half of them.

With z = sin^2(t/2), t the acute angle of two lines, nothing cancels: sin t = 2 sqrt(z (1 - z)), and t is
2 arcsin sqrt(z) or, from 60 degrees on, pi/2 - arcsin(cos t). Nearly parallel rows have z from their chord. No sum is
reordered and no product fused, so that every process comes to the same digits from the same products of rows.
"""

import math

import numpy as np
from numba import njit

from pnn.lanes import add, fill, load, multiply, store, width
from pnn.lines import NEARLY_PARALLEL, Floats

_TILE = 32  # rows and columns of pairs computed together: two tiles fit into the nearest cache
_COLUMNS = 1024  # of a row computed together
_SMALL_ANGLE = 1.0  # below which sin t - t cos t cancels: at 1 it is a third of its terms
_CUBIC = tuple(2 * k / math.factorial(2 * k + 1) for k in range(1, 10))  # its series to that angle


def psi_gram(left: Floats, right: Floats, half: bool = False) -> Floats:
    """psi(l.r) for unit rows l of left and r of right: (left rows, right rows).

    With `half`, where both are the same rows, the upper triangle alone; below it stand products l.r.
    """
    products = left @ right.T
    _psi_of_products(products, left, right, half)
    return products


def relu_gram(lines: Floats) -> Floats:
    """E relu(u.x) relu(v.x) for u and v among the unit rows of lines and then their opposites: (2 lines, 2 lines)."""
    products = lines @ lines.T
    gram = np.empty((2 * len(lines), 2 * len(lines)))
    _relu_of_products(products, lines, gram)
    return gram


def relu_moment(lines: Floats, norms: Floats, units: Floats) -> Floats:
    """E relu(u.x) h(x) for unit rows u of lines, then for their opposites: (2 lines,).

    h is the sum of norms_j relu(units_j.x); norms (rows,), not negative; units (rows, inputs), unit rows or zero.
    """
    return _sums_of_products(units @ lines.T, lines, norms, units)


@njit(cache=True, error_model="numpy")
def _psi_of_products(products, left, right, half):
    """Put psi in the place of the products: of all, or with `half` of those from the diagonal on."""
    halves, last = np.empty(_COLUMNS), len(right)
    for i in range(len(left)):
        for start in range(i if half else 0, last, _COLUMNS):
            row = products[i, start : min(start + _COLUMNS, last)]
            _set_psi(row, left[i], right, start, halves, row)


@njit(cache=True, error_model="numpy")
def _set_psi(products, own, others, start, halves, out):
    """Into `out`, which may be the products, psi of those of a row with others from `start` on."""
    for j in range(products.size):
        out[j] = min(abs(products[j]), 1.0)
    _half_angles(out, own, others, start, halves)
    for j in range(products.size):
        out[j] = _psi(out[j], halves[j])


@njit(cache=True, error_model="numpy")
def _relu_of_products(products, lines, gram):
    """The kernel of all pairs, opposites among them, by tiles up to the diagonal and their mirrors."""
    count = len(lines)
    same, opposite = np.empty((_TILE, _TILE)), np.empty((_TILE, _TILE))
    cosines, halves = np.empty(_TILE), np.empty(_TILE)
    for top in range(0, count, _TILE):
        rows = min(_TILE, count - top)
        for begin in range(0, top + 1, _TILE):
            columns = min(_TILE, count - begin)
            for i in range(rows):
                row = products[top + i, begin : begin + columns]
                for j in range(columns):
                    cosines[j] = min(abs(row[j]), 1.0)
                _half_angles(cosines[:columns], lines[top + i], lines, begin, halves)
                _relu_row(row, cosines, halves, same[i], opposite[i])
            for first, second in ((0, 0), (count, count)):
                _put(gram, top + first, begin + second, same, rows, columns)
            for first, second in ((0, count), (count, 0)):
                _put(gram, top + first, begin + second, opposite, rows, columns)


@njit(cache=True, error_model="numpy")
def psi_row(lines, columns, line, products, psi):
    """Of one unit row of lines: its products with all into `products`, psi of these into `psi`.

    columns (inputs, lines) are the lines, and zeros behind the last so that they fill strips of lanes; the other two
    are as wide.
    """
    own, halves, count = lines[line], np.empty(_COLUMNS), len(lines)
    _put_products(columns, own, products)
    for start in range(0, count, _COLUMNS):
        stop = min(start + _COLUMNS, count)
        _set_psi(products[start:stop], own, lines, start, halves, psi[start:stop])


@njit(cache=True)
def _put_products(columns, own, products):
    """Products of a row with all lines, strip by strip, whose sums stay in registers."""
    one, whole, zero = width(columns), columns.shape[1], fill(0.0)
    for start in range(0, whole, 4 * one):
        a = b = c = d = zero
        for k in range(own.size):
            at, each = k * whole + start, fill(own[k])
            a, b = add(a, multiply(load(columns, at), each)), add(b, multiply(load(columns, at + one), each))
            c = add(c, multiply(load(columns, at + 2 * one), each))
            d = add(d, multiply(load(columns, at + 3 * one), each))
        store(products, start, a)
        store(products, start + one, b)
        store(products, start + 2 * one, c)
        store(products, start + 3 * one, d)


@njit(cache=True, error_model="numpy")
def _sums_of_products(products, lines, norms, units):
    """`relu_moment` from products of units with lines: of lines, of which there are many, some thousand at once."""
    count = len(lines)
    moment, cosines, halves = np.zeros(2 * count), np.empty(_COLUMNS), np.empty(_COLUMNS)
    same, opposite = np.empty(_COLUMNS), np.empty(_COLUMNS)
    for start in range(0, count, _COLUMNS):
        for j in range(len(units)):
            row = products[j, start : min(start + _COLUMNS, count)]
            for i in range(row.size):
                cosines[i] = min(abs(row[i]), 1.0)
            _half_angles(cosines[: row.size], units[j], lines, start, halves)
            _relu_row(row, cosines, halves, same, opposite)
            for i in range(row.size):
                moment[start + i] += norms[j] * same[i]
                moment[start + i + count] += norms[j] * opposite[i]
    return moment


@njit(cache=True)
def _put(gram, top, begin, tile, rows, columns):
    """A tile and its mirror into a symmetric matrix."""
    for i in range(rows):
        for j in range(columns):
            gram[top + i, begin + j] = tile[i, j]
    for j in range(columns):
        for i in range(rows):
            gram[begin + j, top + i] = tile[i, j]


@njit(cache=True, error_model="numpy")
def _half_angles(cosines, own, others, start, halves):
    """sin^2(t/2) of the angles t of a row with others from `start` on, and cosines of near ones to all digits."""
    for j in range(cosines.size):
        halves[j] = (1 - cosines[j]) / 2
    for j in range(cosines.size):
        if cosines[j] > NEARLY_PARALLEL:
            apart, across = 0.0, 0.0
            for k in range(own.size):
                apart += (own[k] - others[start + j, k]) ** 2
                across += (own[k] + others[start + j, k]) ** 2
            halves[j] = min(apart, across) / 4
            cosines[j] = 1 - 2 * halves[j]


@njit(cache=True, error_model="numpy")
def _relu_row(products, cosines, halves, same, opposite):
    for j in range(products.size):
        cosine, sine, arcsine = cosines[j], _sine(halves[j]), _arcsine(cosines[j], halves[j])
        angle = 2 * arcsine if cosine > 0.5 else np.pi / 2 - arcsine
        near = (sine + (np.pi - angle) * cosine) / (2 * np.pi)
        far = (_cubic(angle) if angle < _SMALL_ANGLE else sine - angle * cosine) / (2 * np.pi)
        same[j] = far if products[j] < 0 else near
        opposite[j] = near if products[j] < 0 else far


@njit(cache=True, error_model="numpy", forceinline=True)
def _psi(cosine, half):
    arcsine = _arcsine(cosine, half)
    rest = np.pi / 2 - 2 * arcsine if cosine > 0.5 else arcsine
    return (2 / np.pi) * (_sine(half) + rest * cosine)


@njit(cache=True, forceinline=True)
def _sine(half):
    return 2 * np.sqrt(half * (1 - half))


@njit(cache=True, error_model="numpy", forceinline=True)
def _arcsine(cosine, half):
    """arcsin sqrt(half), or arcsin(cosine) for a cosine up to 1/2: x + x R(x^2), R that of fdlibm (Sun, 1993)."""
    square = half if cosine > 0.5 else cosine * cosine
    root = np.sqrt(half) if cosine > 0.5 else cosine
    above = 0.16666666666666666 + square * (
        -0.3255658186224009
        + square
        * (
            0.20121253213486293
            + square * (-0.04005553450067941 + square * (0.0007915349942898145 + square * 3.479331075960212e-05))
        )
    )
    below = 1 + square * (
        -2.403394911734414
        + square * (2.0209457602335057 + square * (-0.6882839716054533 + square * 0.07703815055590194))
    )
    return root + root * (square * above / below)


@njit(cache=True, forceinline=True)
def _cubic(x):
    """sin x - x cos x, about x^3/3, by its series to x = 1."""
    square = x * x
    c = _CUBIC
    tail = c[4] - square * (c[5] - square * (c[6] - square * (c[7] - square * c[8])))
    return x * square * (c[0] - square * (c[1] - square * (c[2] - square * (c[3] - square * tail))))
