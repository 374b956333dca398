"""Non-negative least squares on a Gram matrix, compiled: Lawson and Hanson's active set (1974, Chapter 23).

Only the Cholesky factor of the support is kept. A feature that enters appends a row to it, one that leaves is rotated
out, so that a step costs the square of the support and not its cube.

Two enter at a time where their slopes are alike, which halves the steps. With s the slopes, zero on the support, and d
the way to the optimum on the support and both, s'd = d'Gd > 0: one of the two at least moves up. The other leaves at
once where it would not, so that the way has a length, for all other masses are positive. Each step thus ends at the
optimum of its support with less risk than the one before: none comes twice, and the last is one where no slope is
positive. Where rounding hides that the risk falls, features enter one at a time from there on.
"""

import numpy as np
from numba import njit

from pnn import lanes
from pnn.compiled_kernels import relu_gram_row
from pnn.lanes import fill, load, multiply, store, subtract, width

# of a feature's mean square: with less outside the span of the support it cannot be told from a mixture of that
_SMALLEST_PIVOT = 4 * float(np.finfo(float).eps)
_NEARLY = 0.7  # of the steepest slope: the next one is worth a step together, though now and then it has to leave
_ROOM = 64  # rows of the factor to begin with, a multiple of the lanes
_STRIP = 4 * lanes.count(np.dtype(np.float64))  # features whose slopes are summed side by side


@njit(cache=True)
def optimum(gram, lines, moment, scale, free, permitted, accuracy):
    """The masses of `least_squares`, (features,), (2 m - Gy)'y there, and the largest violation of optimality.

    The tolerance is `accuracy` times the largest correlation of a moment with its feature. Violated is: slope zero
    where a mass is positive, not positive where it is permitted, bool (features,); over the feature's scale.
    """
    largest = 0.0
    for feature in range(moment.size):
        largest = max(largest, abs(moment[feature]) / scale[feature])
    masses, slopes = least_squares(gram, lines, moment, scale, free, accuracy * largest)
    gain, violation = 0.0, 0.0
    for feature in range(moment.size):
        gain += (moment[feature] + slopes[feature]) * masses[feature]
        size = abs(slopes[feature]) if masses[feature] > 0 else slopes[feature] if permitted[feature] else 0.0
        violation = max(violation, size / scale[feature])
    return masses, gain, violation


@njit(cache=True)
def least_squares(gram, lines, moment, scale, free, tolerance):
    """The y >= 0, zero where not free, that make y'Gy - 2 m'y least, and the slopes m - Gy there: (features,) each.

    gram (features, features) positive semidefinite, or without a row, where it is `compiled_kernels.relu_gram` of
    `lines`, unit rows: of that only the rows of features that enter are computed. moment, scale (roots of the features'
    mean squares, the diagonal of the Gram matrix) and free, bool, (features,): what never fires must not be free. It
    stops where no slope exceeds `tolerance` times the scale, or after ten steps for each feature. A feature whose share
    outside the span of the support is rounding does not enter it, so that among features which nearly depend on each
    other the slopes of some may stay above the tolerance: who needs them below looks at the slopes.
    """
    features, whole = moment.size, -(-moment.size // _STRIP) * _STRIP
    masses, slopes, blocked, moments = np.zeros(features), np.zeros(whole), ~free, np.zeros(whole)
    slopes[:features] = moments[:features] = moment
    support, slots, count = np.empty(features, np.int64), np.arange(features), 0  # and where each one's row stands
    rows, lower, image = np.zeros((_ROOM, whole)), np.zeros((_ROOM, _ROOM)), np.zeros(features)
    gain, alone = 0.0, False  # what the masses take off the risk, and whether features enter one at a time
    for _ in range(10 * features):
        first, second = _steepest(slopes, scale, masses, blocked, tolerance, alone)
        if first < 0:
            break
        for entering in (first, second):
            if entering >= 0:
                if count == len(lower):
                    rows, lower = _twice_as_large(rows, whole), _twice_as_large(lower, 2 * count)
                row = rows[slots[count]][:features]
                _set_row(gram, lines, entering, row)
                count += int(_append(row, moment, lower, image, support, count, entering))
        count = _to_the_optimum(masses, lower, image, support, slots, count)
        _set_slopes(rows, slots[:count], moments, masses, support, slopes)
        if alone and masses[first] > 0:
            blocked[:] = ~free
        elif alone:
            blocked[first] = True
        before, gain = gain, _squared(image[:count])
        alone = alone or gain <= before
    return masses, slopes[:features]


@njit(cache=True)
def _set_row(gram, lines, feature, row):
    if not len(gram):
        relu_gram_row(lines, feature, row)
        return
    for i in range(row.size):
        row[i] = gram[feature, i]


@njit(cache=True)
def _squared(vector):
    total = 0.0
    for i in range(vector.size):
        total += vector[i] * vector[i]
    return total


@njit(cache=True)
def _steepest(slopes, scale, masses, blocked, tolerance, alone):
    """The feature of zero mass whose correlation with the error is largest, and the next where it is nearly so.

    -1 where none exceeds the tolerance, and for the next where one enters alone.
    """
    best, after, first, second = tolerance, tolerance, -1, -1
    for feature in range(masses.size):
        if masses[feature] == 0 and not blocked[feature] and slopes[feature] > after * scale[feature]:
            found = slopes[feature] / scale[feature]
            if found > best:
                best, after, first, second = found, best, feature, first
            else:
                after, second = found, feature
    return first, second if not alone and after > _NEARLY * best else -1


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
    target, rest = np.empty(count), np.empty(len(lower))
    while count:
        _solve_transposed(lower, image, count, rest, target)
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
def _solve_transposed(lower, image, count, rest, solution):
    """Solve L'y = image, going down the rows of L, which lie side by side in memory; `rest` is room for one of them."""
    lane_count, room = width(lower), len(rest)
    rest[:count] = image[:count]
    for i in range(count - 1, -1, -1):
        solution[i] = rest[i] / lower[i, i]
        each = fill(solution[i])
        for place in range(0, i, lane_count):  # what stands behind place i is done with
            store(rest, place, subtract(load(rest, place), multiply(load(lower, i * room + place), each)))


@njit(cache=True)
def _leave(lower, image, support, slots, count, gone):
    """Take a feature out: its row goes, and Givens rotations of neighbouring columns restore the triangle."""
    room = slots[gone]
    for i in range(gone, count - 1):
        support[i], slots[i] = support[i + 1], slots[i + 1]
        lower[i, : i + 2] = lower[i + 1, : i + 2]
    slots[count - 1] = room
    for k in range(gone, count - 1):
        radius = np.sqrt(lower[k, k] * lower[k, k] + lower[k, k + 1] * lower[k, k + 1])
        cosine, sine = lower[k, k] / radius, lower[k, k + 1] / radius
        for i in range(k, count - 1):
            left, right = lower[i, k], lower[i, k + 1]
            lower[i, k], lower[i, k + 1] = cosine * left + sine * right, cosine * right - sine * left
        left, right = image[k], image[k + 1]
        image[k], image[k + 1] = cosine * left + sine * right, cosine * right - sine * left


@njit(cache=True)
def _set_slopes(rows, slots, moments, masses, support, slopes):
    """Moments less the Gram matrix times the masses, strip by strip, whose sums stay in registers."""
    one, whole = width(rows), rows.shape[1]
    two, three = 2 * one, 3 * one
    for start in range(0, whole, 4 * one):
        a, b = load(moments, start), load(moments, start + one)
        c, d = load(moments, start + two), load(moments, start + three)
        for place in range(len(slots)):
            at, mass = slots[place] * whole + start, fill(masses[support[place]])
            a, b = subtract(a, multiply(mass, load(rows, at))), subtract(b, multiply(mass, load(rows, at + one)))
            c = subtract(c, multiply(mass, load(rows, at + two)))
            d = subtract(d, multiply(mass, load(rows, at + three)))
        store(slopes, start, a)
        store(slopes, start + one, b)
        store(slopes, start + two, c)
        store(slopes, start + three, d)
