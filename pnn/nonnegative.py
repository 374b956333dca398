"""Non-negative least squares on a Gram matrix, compiled: Lawson and Hanson's active set (1974, Chapter 23).

Only the Cholesky factor of the support is kept, so that a step costs the square of the support and not its cube.

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
from pnn.compiled_kernels import psi_row
from pnn.growing_factor import ROOM, append, leave, solve_transposed, twice_as_large
from pnn.lanes import add, fill, load, multiply, store, subtract, width

_NEARLY = 0.7  # of the steepest slope: the next one is worth a step together, though now and then it has to leave
_STRIP = 4 * lanes.count(np.dtype(np.float64))  # columns whose sums stay in registers side by side
_ALONE = 4 * _STRIP  # features: of more those of a line and its opposite share a column
_FEW = 8 * _STRIP  # so many columns are all looked at in each step
_STEEP = 2 * _STRIP  # of more: so many of the steepest
_FLOOR = 0.3  # of the largest correlation when all were looked at last: below it among those, all are looked at again

# rows of a sheet: then the coordinates of its lines, and of each feature of the support its row of the Gram matrix
_MOMENT, _ODD_MOMENT, _SLOPE, _OPPOSITE, _FIRST = 0, 1, 2, 3, 4


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
    `lines`, unit rows, of which there are none otherwise: of that only the rows of features that enter are computed.
    moment, scale (roots of the features' mean squares, the diagonal of the Gram matrix) and free, bool, (features,):
    what never fires must not be free. It stops where no slope exceeds `tolerance` times the scale, or after ten steps
    for each feature. A feature whose share outside the span of the support is rounding does not enter it, so that among
    features which nearly depend on each other the slopes of some may stay above the tolerance: who needs them below
    looks at the slopes.
    """
    features, inputs = moment.size, lines.shape[1]
    columns = len(lines) if len(lines) and features > _ALONE else features
    every = _sheet(lines, moment, columns)
    masses, blocked, everyone, few = np.zeros(features), ~free, np.arange(columns), columns <= _FEW
    support, slots, count = np.empty(features, np.int64), np.arange(_FIRST + inputs, _FIRST + inputs + features), 0
    lower, image, own, solution = np.empty((ROOM, ROOM)), np.empty(features), np.empty(features), np.zeros(features)
    steep, chosen = (every, everyone) if few else (np.empty((len(every), _STEEP)), everyone[:0])
    gain, alone, floor = 0.0, False, tolerance  # what the masses take off the risk; whether features enter one by one
    for _ in range(10 * features):
        first, second = _steepest(steep, chosen, columns, masses, scale, blocked, floor, alone)
        if first < 0:
            if few:
                break
            _set_slopes(every, lines, columns, slots[:count], support, solution)
            first, _ = _steepest(every, everyone, columns, masses, scale, blocked, tolerance, True)
            if first < 0:
                break
            floor = max(tolerance, _FLOOR * (_slope(every, first, columns) / scale[first]))
            chosen = _choose(every, columns, masses, scale, blocked, floor)
            _take_columns(every, chosen, _FIRST + inputs, slots[:count], steep)
            continue
        for entering in (first, second):
            if entering >= 0:
                if count == len(lower):
                    lower = twice_as_large(lower, 2 * count)
                if slots[count] == len(every):  # of few columns there is room for all
                    every, steep = twice_as_large(every, every.shape[1]), twice_as_large(steep, _STEEP)
                support[count] = entering
                _set_row(gram, lines, columns, every, slots[count], support[: count + 1], own)
                if not few:
                    _take(every[slots[count]], chosen, steep[slots[count]])
                count += int(append(own, moment[entering], lower, image, count))
        count = _to_the_optimum(masses, lower, image, support, slots, count, solution)
        _set_slopes(steep, lines, columns, slots[:count], support, solution)
        if alone and masses[first] > 0:
            for feature in range(features):
                blocked[feature] = not free[feature]
        elif alone:
            blocked[first] = True
        before, gain = gain, _squared(image[:count])
        alone = alone or gain <= before
    else:
        _set_slopes(every, lines, columns, slots[:count], support, solution)
    slopes = np.empty(features)
    for feature in range(features):
        slopes[feature] = _slope(every, feature, columns)
    return masses, slopes


@njit(cache=True)
def _sheet(lines, moment, columns):
    """That of all columns, before the first feature has entered; memory for rows that is not touched costs nothing.

    A column is a feature, or of many lines a line u and both its features: as relu(t) = (t + |t|)/2, their Gram matrix
    is (psi + u.v)/4 between two of one sign and (psi - u.v)/4 between others, so that rows of psi and the sum of the
    weights give the slopes of both.
    """
    inputs, opposite = lines.shape[1], moment.size - columns
    sheet = np.empty((_FIRST + inputs + min(moment.size, 2 * _FEW), -(-columns // _STRIP) * _STRIP))
    sheet[: _FIRST + inputs] = 0.0
    for column in range(columns):
        sheet[_SLOPE, column] = moment[column]
        sheet[_OPPOSITE, column] = moment[column + opposite]
        sheet[_MOMENT, column] = (moment[column] + moment[column + opposite]) / 2
        sheet[_ODD_MOMENT, column] = (moment[column] - moment[column + opposite]) / 2
    for line in range(len(lines)):
        for k in range(inputs):
            sheet[_FIRST + k, line] = lines[line, k]
    return sheet


@njit(cache=True, forceinline=True)
def _slope(sheet, feature, columns):
    """Of a feature, by a sheet of all columns."""
    return sheet[_SLOPE, feature] if feature < columns else sheet[_OPPOSITE, feature - columns]


@njit(cache=True)
def _choose(sheet, columns, masses, scale, blocked, floor):
    """The columns of the steepest features of zero mass above the floor, as many as there is room for."""
    chosen, found, count, least = np.empty(_STEEP, np.int64), np.zeros(_STEEP), 0, floor
    sides = masses.size // columns
    for column in range(columns):
        best = 0.0
        for side in range(sides):
            feature, slope = column + side * columns, sheet[_SLOPE + side, column]
            if slope > least * scale[feature] and masses[feature] == 0 and not blocked[feature]:
                best = max(best, slope / scale[feature])
        if best > 0:
            count = min(count + 1, _STEEP)
            place = count - 1
            while place and found[place - 1] < best:
                found[place], chosen[place] = found[place - 1], chosen[place - 1]
                place -= 1
            found[place], chosen[place] = best, column
            if count == _STEEP:
                least = found[count - 1]
    return chosen[:count]


@njit(cache=True)
def _take_columns(every, chosen, first, slots, steep):
    for row in range(first):
        _take(every[row], chosen, steep[row])
    for row in slots:
        _take(every[row], chosen, steep[row])


@njit(cache=True)
def _take(row, chosen, out):
    for place in range(chosen.size):
        out[place] = row[chosen[place]]
    out[chosen.size :] = 0.0


@njit(cache=True)
def _set_row(gram, lines, columns, sheet, slot, support, own):
    """The row of the feature that enters, last of the support, and its Gram matrix with the support and itself."""
    row, entering, count = sheet[slot], support[support.size - 1], len(lines)
    row[columns:] = 0.0  # what memory holds there may be subnormal, which some processors add a hundred times slower
    if len(gram):
        for column in range(len(gram)):
            row[column] = gram[entering, column]
    else:
        products = np.empty(row.size)
        psi_row(lines, sheet[_FIRST : _FIRST + lines.shape[1]], entering % count, products, row)
        if columns == count:
            for i in range(support.size):
                line, same = support[i] % count, (support[i] < count) == (entering < count)
                own[i] = (row[line] + (products[line] if same else -products[line])) / 4
            return
        for line in range(count):
            same, opposite = (row[line] + products[line]) / 4, (row[line] - products[line]) / 4
            row[line], row[line + count] = (same, opposite) if entering < count else (opposite, same)
    for i in range(support.size):
        own[i] = row[support[i]]


@njit(cache=True)
def _squared(vector):
    total = 0.0
    for i in range(vector.size):
        total += vector[i] * vector[i]
    return total


@njit(cache=True)
def _steepest(sheet, chosen, columns, masses, scale, blocked, floor, alone):
    """Of the chosen columns' features the one of zero mass whose correlation with the error is largest, and the next.

    -1 where none exceeds the floor, and for the next where it is not nearly as large or one enters alone.
    """
    best, after, first, second = floor, floor, -1, -1
    for side in range(masses.size // columns):
        slopes = sheet[_SLOPE + side]
        for place in range(chosen.size):
            feature, slope = chosen[place] + side * columns, slopes[place]
            if slope > after * scale[feature] and masses[feature] == 0 and not blocked[feature]:
                found = slope / scale[feature]
                if found > best or first < 0:  # rounded, the quotient may be the floor
                    best, after, first, second = found, best, feature, first
                else:
                    after, second = found, feature
    return first, second if not alone and after > _NEARLY * best else -1


@njit(cache=True)
def _to_the_optimum(masses, lower, image, support, slots, count, target):
    """From the masses towards the optimum on the support; who turns zero on the way leaves it. The new count.

    The masses of the support, in its order, are put into `target` too.
    """
    while count:
        solve_transposed(lower, image, count, target)
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
        leave(lower, image, support, slots, count, first)
        count -= 1
    return count


@njit(cache=True)
def _set_slopes(sheet, lines, columns, slots, support, masses):
    """Moments less the Gram matrix times the support's masses: of every column, or of every line for both features."""
    paired, inputs = columns == len(lines), lines.shape[1]
    _subtract_rows(sheet, _MOMENT, slots, masses, 0.25 if paired else 1.0, _SLOPE)
    if not paired:
        return
    weight = np.zeros(inputs)  # the sum of all weights
    for i in range(len(slots)):
        line, mass = support[i], masses[i]
        if line >= columns:
            line, mass = line - columns, -mass
        for k in range(inputs):
            weight[k] += mass * lines[line, k]
    _subtract_rows(sheet, _ODD_MOMENT, np.arange(_FIRST, _FIRST + inputs), weight, 0.25, _OPPOSITE)
    whole = sheet.shape[1]
    for place in range(0, whole, width(sheet)):
        even, odd = load(sheet, _SLOPE * whole + place), load(sheet, _OPPOSITE * whole + place)
        store(sheet, _SLOPE * whole + place, add(even, odd))
        store(sheet, _OPPOSITE * whole + place, subtract(even, odd))


@njit(cache=True)
def _subtract_rows(sheet, start, rows, amounts, share, out):
    """Into row `out` row `start` less a share of amounts of rows: of four at a time, each read as it lies in memory."""
    one, whole = width(sheet), sheet.shape[1]
    first, target, fours = start * whole, out * whole, len(rows) // 4 * 4
    for place in range(0, whole, one):
        store(sheet, target + place, load(sheet, first + place))
    for i in range(0, fours, 4):
        a, b, c, d = rows[i] * whole, rows[i + 1] * whole, rows[i + 2] * whole, rows[i + 3] * whole
        e, f = fill(share * amounts[i]), fill(share * amounts[i + 1])
        g, h = fill(share * amounts[i + 2]), fill(share * amounts[i + 3])
        for place in range(0, whole, one):
            rest = subtract(load(sheet, target + place), multiply(e, load(sheet, a + place)))
            rest = subtract(rest, multiply(f, load(sheet, b + place)))
            rest = subtract(rest, multiply(g, load(sheet, c + place)))
            store(sheet, target + place, subtract(rest, multiply(h, load(sheet, d + place))))
    for i in range(fours, len(rows)):
        row, amount = rows[i] * whole, fill(share * amounts[i])
        for place in range(0, whole, one):
            rest = load(sheet, target + place)
            store(sheet, target + place, subtract(rest, multiply(amount, load(sheet, row + place))))
