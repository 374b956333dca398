"""Non-negative least squares on a Gram matrix, compiled: Lawson and Hanson's active set (1974, Chapter 23).

Only the Cholesky factor of the support is kept. A feature that enters appends a row to it, one that leaves is rotated
out, so that a step costs the square of the support and not its cube.

Two enter at a time where their slopes are alike, which halves the steps. With s the slopes, zero on the support, and d
the way to the optimum on the support and both, s'd = d'Gd > 0: one of the two at least moves up. The other leaves at
once where it would not, so that the way has a length, for all other masses are positive. Each step thus ends at the
optimum of its support with less risk than the one before: none comes twice, and the last is one where no slope is
positive. Where rounding hides that the risk falls, features enter one at a time from there on.

Of many features the next is looked for among those that were the steepest when all were looked at last. Once none of
these is steep enough any more, the slopes of all are computed again, and it ends where none of all is positive.
"""

import numpy as np
from numba import njit

from pnn import lanes
from pnn.compiled_kernels import relu_gram_row, turned
from pnn.lanes import add, fill, load, multiply, store, subtract, total, width

# of a feature's mean square: with less outside the span of the support it cannot be told from a mixture of that
_SMALLEST_PIVOT = 4 * float(np.finfo(float).eps)
_NEARLY = 0.7  # of the steepest slope: the next one is worth a step together, though now and then it has to leave
_STRIP = 4 * lanes.count(np.dtype(np.float64))  # features whose slopes are summed side by side
_FEW = 8 * _STRIP  # so many features are all looked at in each step
_STEEP = 2 * _STRIP  # of more: so many of the steepest
_FLOOR = 0.3  # of the largest correlation when all were looked at last: below it among those, all are looked at again
_ROOM = 64  # rows of the factor to begin with, a multiple of the lanes
_TOGETHER = 8  # rows that are rotated side by side, so that they stay in L1

# rows of a sheet, which has a column for each of some features: then those of the support in the Gram matrix
_MOMENT, _SCALE, _SLOPE, _FIRST = 0, 1, 2, 3


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
    features, few = moment.size, moment.size <= _FEW
    masses, blocked, columns, image = np.zeros(features), ~free, turned(lines), np.empty(features)
    support, slots, count = np.empty(features, np.int64), np.arange(_FIRST, _FIRST + features), 0  # and their rows
    every, lower = _sheet(moment, scale), np.empty((_ROOM, _ROOM))  # the factor, its diagonal inverted
    steep, chosen = (every, np.arange(features)) if few else (np.empty((len(every), _STEEP)), np.empty(0, np.int64))
    gain, alone, floor = 0.0, False, tolerance  # what the masses take off the risk; whether features enter one by one
    for _ in range(10 * features):
        first, second = _steepest(steep, chosen, masses, blocked, floor, alone)
        if first < 0:
            if few:
                break
            _set_slopes(every, slots[:count], masses, support)
            chosen, largest = _choose(every, masses, blocked, tolerance)
            if not chosen.size:
                break
            floor = max(tolerance, _FLOOR * largest)
            _take_columns(every, chosen, slots[:count], steep)
            continue
        for entering in (first, second):
            if entering >= 0:
                if count == len(lower):
                    lower = _twice_as_large(lower, 2 * count)
                if slots[count] == len(every):  # of few features there is room for all
                    every, steep = _twice_as_large(every, every.shape[1]), _twice_as_large(steep, _STEEP)
                row = every[slots[count]]
                _set_row(gram, lines, columns, entering, row[:features])
                if not few:
                    _take(row, chosen, steep[slots[count]])
                count += int(_append(row, moment, lower, image, support, count, entering))
        count = _to_the_optimum(masses, lower, image, support, slots, count)
        _set_slopes(steep, slots[:count], masses, support)
        if alone and masses[first] > 0:
            for feature in range(features):
                blocked[feature] = not free[feature]
        elif alone:
            blocked[first] = True
        before, gain = gain, _squared(image[:count])
        alone = alone or gain <= before
    else:
        _set_slopes(every, slots[:count], masses, support)
    return masses, every[_SLOPE, :features]


@njit(cache=True)
def _sheet(moment, scale):
    """That of all features, before the first has entered; memory for rows that is not touched costs nothing."""
    features = moment.size
    sheet = np.empty((_FIRST + min(features, _FEW), -(-features // _STRIP) * _STRIP))
    sheet[:_FIRST] = 0.0
    for feature in range(features):
        sheet[_MOMENT, feature] = sheet[_SLOPE, feature] = moment[feature]
        sheet[_SCALE, feature] = scale[feature]
    return sheet


@njit(cache=True)
def _choose(sheet, masses, blocked, tolerance):
    """The steepest features of zero mass, as many as there is room for, and the first one's correlation."""
    chosen, found, count, least = np.empty(_STEEP, np.int64), np.zeros(_STEEP), 0, tolerance
    for feature in range(masses.size):
        slope, scale = sheet[_SLOPE, feature], sheet[_SCALE, feature]
        if slope > least * scale and masses[feature] == 0 and not blocked[feature]:
            count = min(count + 1, _STEEP)
            place = count - 1
            while place and found[place - 1] < slope / scale:
                found[place], chosen[place] = found[place - 1], chosen[place - 1]
                place -= 1
            found[place], chosen[place] = slope / scale, feature
            if count == _STEEP:
                least = found[count - 1]
    return chosen[:count], found[0]


@njit(cache=True)
def _take_columns(every, chosen, slots, steep):
    for row in range(_FIRST):
        _take(every[row], chosen, steep[row])
    for row in slots:
        _take(every[row], chosen, steep[row])


@njit(cache=True)
def _take(row, chosen, out):
    for place in range(chosen.size):
        out[place] = row[chosen[place]]


@njit(cache=True)
def _set_row(gram, lines, columns, feature, row):
    if not len(gram):
        relu_gram_row(lines, columns, feature, row)
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
def _steepest(sheet, chosen, masses, blocked, floor, alone):
    """Of the sheet's features the one of zero mass whose correlation with the error is largest, and the next.

    -1 where none exceeds the floor, and for the next where it is not nearly as large or one enters alone.
    """
    best, after, first, second = floor, floor, -1, -1
    for place in range(chosen.size):
        feature, slope, scale = chosen[place], sheet[_SLOPE, place], sheet[_SCALE, place]
        if slope > after * scale and masses[feature] == 0 and not blocked[feature]:
            found = slope / scale
            if found > best or first < 0:  # rounded, the quotient may be the floor
                best, after, first, second = found, best, feature, first
            else:
                after, second = found, feature
    return first, second if not alone and after > _NEARLY * best else -1


@njit(cache=True)
def _twice_as_large(matrix, columns):
    """Twice as many rows, and so many columns."""
    larger = np.empty((2 * len(matrix), columns))
    for i in range(len(matrix)):
        for j in range(matrix.shape[1]):
            larger[i, j] = matrix[i, j]
    return larger


@njit(cache=True)
def _append(gram_row, moment, lower, image, support, count, entering):
    """A row of the factor and a component of its image of the moment; False where the pivot is rounding."""
    row, pivot, rest = lower[count], gram_row[entering], moment[entering]
    lane_count, room = width(lower), len(lower)
    for i in range(count):
        value, in_lanes = gram_row[support[i]], i // lane_count * lane_count
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
    if pivot <= _SMALLEST_PIVOT * gram_row[entering]:
        return False
    row[count] = 1.0 / np.sqrt(pivot)
    image[count] = rest * row[count]
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
            for i in range(count):
                masses[support[i]] = target[i]
            break
        for i in range(count):
            masses[support[i]] += share * (target[i] - masses[support[i]])
        masses[support[first]] = 0.0
        _leave(lower, image, support, slots, count, first)
        count -= 1
    return count


@njit(cache=True)
def _solve_transposed(lower, image, count, solution):
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
def _leave(lower, image, support, slots, count, gone):
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
def _set_slopes(sheet, slots, masses, support):
    """Moments less the Gram matrix times the masses, strip by strip, whose sums stay in registers."""
    one, whole = width(sheet), sheet.shape[1]
    two, three = 2 * one, 3 * one
    for start in range(0, whole, 4 * one):
        at = _MOMENT * whole + start
        a, b, c, d = load(sheet, at), load(sheet, at + one), load(sheet, at + two), load(sheet, at + three)
        for place in range(len(slots)):
            at, mass = slots[place] * whole + start, fill(masses[support[place]])
            a, b = subtract(a, multiply(mass, load(sheet, at))), subtract(b, multiply(mass, load(sheet, at + one)))
            c = subtract(c, multiply(mass, load(sheet, at + two)))
            d = subtract(d, multiply(mass, load(sheet, at + three)))
        at = _SLOPE * whole + start
        store(sheet, at, a)
        store(sheet, at + one, b)
        store(sheet, at + two, c)
        store(sheet, at + three, d)
