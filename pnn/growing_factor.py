"""The Cholesky factor of a growing and shrinking support, compiled: a row for who enters, rotations for who leaves.

Its diagonal is kept inverted, so that no division waits for another. Beside it stands the image of the moment, which
solves L image = moment on the support.
"""

import numpy as np
from numba import njit

from pnn.lanes import add, fill, load, multiply, store, subtract, total, width

ROOM = 64  # rows to begin with, a multiple of the lanes
# of a feature's mean square: with less outside the span of the support it cannot be told from a mixture of that
_SMALLEST_PIVOT = 4 * float(np.finfo(float).eps)
_TOGETHER = 8  # rows that are rotated side by side, so that they stay in L1


@njit(cache=True)
def append(own, moment, lower, image, count):
    """A row of the factor and a component of its image of the moment; False where the pivot is rounding.

    own: the entering feature's Gram matrix with the support and, behind it, itself; moment its own.
    """
    row, pivot, rest = lower[count], own[count], moment
    lane_count, room = width(lower), len(lower)
    for i in range(count):
        value, in_lanes = own[i], i // lane_count * lane_count
        if in_lanes:
            sums = multiply(load(lower, i * room), load(row, 0))
            for place in range(lane_count, in_lanes, lane_count):
                sums = add(sums, multiply(load(lower, i * room + place), load(row, place)))
            value -= total(sums)
        for j in range(in_lanes, i):
            value -= lower[i, j] * row[j]
        row[i] = value * lower[i, i]
        pivot -= row[i] * row[i]
        rest -= row[i] * image[i]
    if pivot <= _SMALLEST_PIVOT * own[count]:
        return False
    row[count] = 1.0 / np.sqrt(pivot)
    image[count] = rest * row[count]
    return True


@njit(cache=True)
def solve_transposed(lower, image, count, solution):
    """Solve L'y = image by blocks of as many rows as there are lanes, the last first."""
    lane_count, room = width(lower), len(lower)
    for i in range(count):
        solution[i] = image[i]
    for start in range((count - 1) // lane_count * lane_count, -1, -lane_count):
        stop = min(start + lane_count, count)
        for i in range(stop - 1, start - 1, -1):
            value = solution[i]
            for j in range(stop - 1, i, -1):
                value -= lower[j, i] * solution[j]
            solution[i] = value * lower[i, i]
        for place in range(0, start, lane_count):
            values = load(solution, place)
            for i in range(start, stop):
                values = subtract(values, multiply(load(lower, i * room + place), fill(solution[i])))
            store(solution, place, values)


@njit(cache=True)
def leave(lower, image, support, slots, count, gone):
    """Take a feature out: its row goes, and Givens rotations of neighbouring columns restore the triangle."""
    room, cosines, sines = slots[gone], np.empty(count), np.empty(count)
    for i in range(gone, count - 1):
        support[i], slots[i] = support[i + 1], slots[i + 1]
        for j in range(i + 1):
            lower[i, j] = lower[i + 1, j]
        lower[i, i + 1] = 1.0 / lower[i + 1, i + 1]
    slots[count - 1] = room
    for top in range(gone, count - 1, _TOGETHER):
        bottom = min(top + _TOGETHER, count - 1)
        for k in range(gone, bottom):
            if k >= top:
                inverse = 1.0 / np.sqrt(lower[k, k] * lower[k, k] + lower[k, k + 1] * lower[k, k + 1])
                cosines[k], sines[k], lower[k, k] = lower[k, k] * inverse, lower[k, k + 1] * inverse, inverse
                image[k], image[k + 1] = _turned(image[k], image[k + 1], cosines[k], sines[k])
            for i in range(max(k + 1, top), bottom):
                lower[i, k], lower[i, k + 1] = _turned(lower[i, k], lower[i, k + 1], cosines[k], sines[k])


@njit(cache=True)
def _turned(left, right, cosine, sine):
    return cosine * left + sine * right, cosine * right - sine * left


@njit(cache=True)
def twice_as_large(matrix, columns):
    """Twice as many rows, and so many columns."""
    larger = np.empty((2 * len(matrix), columns))
    for i in range(len(matrix)):
        for j in range(matrix.shape[1]):
            larger[i, j] = matrix[i, j]
    return larger
