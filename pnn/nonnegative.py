"""Non-negative least squares on a Gram matrix, compiled: Lawson and Hanson's active set (1974, Chapter 23).

Only the Cholesky factor of the support is kept. A feature that enters appends a row to it, one that leaves is rotated
out, so that a step costs the square of the support and not its cube.
"""

import numpy as np
from numba import njit

from pnn.compiled_kernels import relu_gram_row

# of a feature's mean square: with less outside the span of the support it cannot be told from a mixture of that
_SMALLEST_PIVOT = 4 * float(np.finfo(float).eps)
_ROOM = 64  # rows of the factor to begin with


@njit(cache=True)
def least_squares(gram, lines, moment, scale, free, tolerance):
    """The y >= 0, zero where not free, that make y'Gy - 2 m'y least, and the slopes m - Gy there: (features,) each.

    gram (features, features) positive semidefinite, or without a row, where it is `compiled_kernels.relu_gram` of
    `lines`, unit rows: of that only the rows of features that enter are computed. moment, scale (roots of the features'
    mean squares, the diagonal of the Gram matrix) and free, bool, (features,): what never fires must not be free. It
    stops where no slope exceeds `tolerance` times the scale. A feature whose share outside the span of the support is
    rounding does not enter it, so that among features which nearly depend on each other the slopes of some may stay
    above the tolerance: who needs them below looks at the slopes.
    """
    features = moment.size
    masses, slopes, blocked = np.zeros(features), moment.copy(), ~free
    support, slots, count = np.empty(features, np.int64), np.arange(features), 0  # and where each one's row stands
    rows, lower, image = np.empty((_ROOM, features)), np.zeros((_ROOM, _ROOM)), np.zeros(features)
    for _ in range(10 * features):
        entering = _steepest(slopes, scale, masses, blocked, tolerance)
        if entering < 0:
            break
        if count == len(lower):
            rows, lower = _twice_as_large(rows, features), _twice_as_large(lower, 2 * count)
        row = rows[slots[count]]
        _set_row(gram, lines, entering, row)
        if not _append(row, moment, lower, image, support, count, entering):
            blocked[entering] = True
            continue
        count = _to_the_optimum(masses, lower, image, support, slots, count + 1)
        if masses[entering] > 0:
            blocked[:] = ~free
        blocked[entering] = masses[entering] == 0
        _set_slopes(rows, slots[:count], moment, masses, support, slopes)
    return masses, slopes


@njit(cache=True)
def _set_row(gram, lines, feature, row):
    if not len(gram):
        relu_gram_row(lines, feature, row)
        return
    for i in range(row.size):
        row[i] = gram[feature, i]


@njit(cache=True)
def _steepest(slopes, scale, masses, blocked, tolerance):
    """The feature of zero mass whose correlation with the error is largest, -1 where none exceeds the tolerance."""
    best, at = tolerance, -1
    for feature in range(slopes.size):
        if masses[feature] == 0 and not blocked[feature] and slopes[feature] > best * scale[feature]:
            best, at = slopes[feature] / scale[feature], feature
    return at


@njit(cache=True)
def _twice_as_large(matrix, columns):
    """Twice as many rows, and so many columns."""
    larger = np.zeros((2 * len(matrix), columns))
    larger[: len(matrix), : matrix.shape[1]] = matrix
    return larger


@njit(cache=True)
def _append(gram_row, moment, lower, image, support, count, entering):
    """A row of the factor and a component of its image of the moment; False where the pivot is rounding."""
    row, pivot, rest = lower[count], gram_row[entering], moment[entering]
    for i in range(count):
        value = gram_row[support[i]]
        for j in range(i):
            value -= lower[i, j] * row[j]
        row[i] = value / lower[i, i]
        pivot -= row[i] * row[i]
        rest -= row[i] * image[i]
    if pivot <= _SMALLEST_PIVOT * gram_row[entering]:
        return False
    row[count] = np.sqrt(pivot)
    image[count] = rest / row[count]
    support[count] = entering
    return True


@njit(cache=True)
def _to_the_optimum(masses, lower, image, support, slots, count):
    """From the masses towards the optimum on the support; who turns zero on the way leaves it. The new count."""
    target = np.empty(count)
    while count:
        _solve_transposed(lower, image, count, target)
        share, first = 1.0, -1
        for i in range(count):
            if target[i] <= 0:
                mass = masses[support[i]]
                reached = mass / (mass - target[i]) if mass > 0 else 0.0
                if reached < share or first < 0:
                    share, first = reached, i
        if first < 0:
            masses[support[:count]] = target[:count]
            break
        for i in range(count):
            masses[support[i]] += share * (target[i] - masses[support[i]])
        masses[support[first]] = 0.0
        _leave(lower, image, support, slots, count, first)
        count -= 1
    return count


@njit(cache=True)
def _solve_transposed(lower, image, count, solution):
    """Solve L'y = image, going down the rows of L, which lie side by side in memory."""
    solution[:count] = image[:count]
    for i in range(count - 1, -1, -1):
        solution[i] /= lower[i, i]
        for j in range(i):
            solution[j] -= lower[i, j] * solution[i]


@njit(cache=True)
def _leave(lower, image, support, slots, count, gone):
    """Take a feature out: its row goes, and Givens rotations of neighbouring columns restore the triangle."""
    room = slots[gone]
    for i in range(gone, count - 1):
        support[i], slots[i] = support[i + 1], slots[i + 1]
        lower[i, : i + 2] = lower[i + 1, : i + 2]
    slots[count - 1] = room
    for k in range(gone, count - 1):
        radius = np.hypot(lower[k, k], lower[k, k + 1])
        cosine, sine = lower[k, k] / radius, lower[k, k + 1] / radius
        for i in range(k, count - 1):
            left, right = lower[i, k], lower[i, k + 1]
            lower[i, k], lower[i, k + 1] = cosine * left + sine * right, cosine * right - sine * left
        left, right = image[k], image[k + 1]
        image[k], image[k + 1] = cosine * left + sine * right, cosine * right - sine * left


@njit(cache=True)
def _set_slopes(rows, slots, moment, masses, support, slopes):
    """Moments less the Gram matrix times the masses, by four features of the support at a time."""
    slopes[:] = moment
    fours = len(slots) // 4 * 4
    for i in range(0, fours, 4):
        a, b, c, d = masses[support[i]], masses[support[i + 1]], masses[support[i + 2]], masses[support[i + 3]]
        _take_four(rows[slots[i]], rows[slots[i + 1]], rows[slots[i + 2]], rows[slots[i + 3]], a, b, c, d, slopes)
    for place in range(fours, len(slots)):
        mass, row = masses[support[place]], rows[slots[place]]
        for i in range(slopes.size):
            slopes[i] -= mass * row[i]


@njit(cache=True)
def _take_four(first, second, third, fourth, a, b, c, d, slopes):
    for i in range(slopes.size):
        slopes[i] = (((slopes[i] - a * first[i]) - b * second[i]) - c * third[i]) - d * fourth[i]
