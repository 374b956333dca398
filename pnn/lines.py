"""Lines through the origin: what a porcupine network's weights lie on.

A line is given by a row vector; only its direction up to sign matters.
"""

from itertools import product
from math import ceil

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pnn import numbers

Floats = NDArray[np.float64]

SAME_LINE_ANGLE = 1e-10  # two rows nearer than this (radians, up to sign) count as one line
NEARLY_PARALLEL = 0.9
_SAME_HEIGHT = 2 * SAME_LINE_ANGLE  # heights of one line along a unit vector differ by less, rounding included
_SHORT_ROW = 32  # numbers: beyond it turning rows into columns costs more than a loop over rows
_PAIRS_AT_ONCE = 1 << 18
_MOST_CORNERS = 1 << 22  # of the cells on one face
_MOST_COSINES = 1 << 31  # of one certificate: a minute
_COSINES_AT_ONCE = 1 << 22
_ANGLE_SLACK = 1e-12  # a net's angle may be passed by rounding


def check_weights(weights: ArrayLike, inputs: int | None = None, name: str = "weights") -> Floats:
    """A float64 copy of a (neurons, inputs) array; zero rows are silent neurons and fine.

    Raises ValueError where it is not two-dimensional, not real and finite, not `inputs` wide, or where its largest
    entry is not 0 and beyond 1e-140 to 1e140: squares would leave float64.
    """
    return numbers.sized(check_rows(weights, inputs, name), name)


def check_rows(rows: ArrayLike, inputs: int | None = None, name: str = "lines") -> Floats:
    """`check_weights` for rows whose directions alone matter, of any size."""
    rows = numbers.real(rows, name)
    if rows.ndim != 2 or rows.shape[1] == 0:
        raise ValueError(f"{name} must have shape (rows, inputs) with inputs >= 1, got shape {rows.shape}")
    if inputs is not None and rows.shape[1] != inputs:
        raise ValueError(f"{name} must have {inputs} inputs a row, got {rows.shape[1]}")
    finite = np.isfinite(rows)
    if not finite.all():
        bad = np.flatnonzero(~finite.all(axis=1))[0]
        raise ValueError(f"{name} must be finite, but row {bad} is {rows[bad]}")
    return rows


def check_directions(rows: ArrayLike, inputs: int | None = None, name: str = "lines") -> Floats:
    """Unit rows in the directions of `rows`, shape (rows, inputs); repeated directions are allowed.

    Raises ValueError as `check_rows` does, and for a zero row or no row at all.
    """
    norms, directions = split_rows(check_rows(rows, inputs, name))
    if not norms.size:
        raise ValueError(f"{name} must have at least one row")
    zero = np.flatnonzero(norms == 0)
    if zero.size:
        raise ValueError(f"{name} must have non-zero rows, but row {zero[0]} is zero")
    return directions


def check_lines(lines: ArrayLike, inputs: int | None = None, name: str = "lines") -> Floats:
    """Unit rows of distinct lines, shape (lines, inputs); rows of any non-zero length are normalised.

    Raises ValueError as `check_directions` does, and where two rows span the same line.
    """
    directions = check_directions(lines, inputs, name)
    found = pairs_on_one_line(directions).tolist()
    if found:
        first, second = min(found)
        raise ValueError(f"{name} must be distinct up to sign, but rows {first} and {second} are one line")
    return directions


def pairs_on_one_line(units: Floats, angle: float = SAME_LINE_ANGLE) -> NDArray[np.intp]:
    """Places, the smaller one first, of all two unit rows whose lines are nearer than `angle`, in no order: (pairs, 2).

    `angle` is at most SAME_LINE_ANGLE: rows so near to each other have nearly the same height along any direction, up
    to sign, so that only neighbours in the order of their heights along a generic one are looked at.
    """
    generic = np.cos(np.arange(1.0, units.shape[1] + 1) ** 2)
    heights = np.abs(units @ generic)
    within, found = _SAME_HEIGHT * np.linalg.norm(generic), [np.empty((0, 2), dtype=np.intp)]
    if (np.diff(np.sort(heights)) > within).all():
        return found[0]
    order = np.argsort(heights)
    sorted_heights = heights[order]
    following = np.searchsorted(sorted_heights, sorted_heights + within, side="right") - np.arange(len(units)) - 1
    ends, at_once = np.cumsum(following), max(_PAIRS_AT_ONCE // units.shape[1], 1)
    for start in range(0, ends[-1], at_once):
        numbers = np.arange(start, min(start + at_once, ends[-1]))
        left = np.searchsorted(ends, numbers, side="right")
        right = left + 1 + numbers - (ends - following)[left]
        pairs = np.sort(np.column_stack([order[left], order[right]]))
        found.append(pairs[_angles_of_pairs(units[pairs[:, 0]], units[pairs[:, 1]]) < angle])
    return np.concatenate(found)


def _angles_of_pairs(left: Floats, right: Floats) -> Floats:
    """Acute angles (rows,) of the lines of unit rows, each with its own; from the chord, to all digits where small."""
    apart, across = left - right, left + right
    square = np.minimum(np.einsum("ij,ij->i", apart, apart), np.einsum("ij,ij->i", across, across))
    return 2 * np.arcsin(0.5 * np.sqrt(np.minimum(square, 2.0)))


def split_rows(rows: Floats) -> tuple[Floats, Floats]:
    """Norms (rows,) and unit rows (rows, inputs) of finite rows, without overflow; zero rows stay zero."""
    largest = _largest_of_rows(np.abs(rows))
    scaled = rows / np.where(largest > 0, largest, 1.0)[:, None]
    lengths = np.sqrt(np.einsum("ij,ij->i", scaled, scaled))
    return largest * lengths, scaled / np.maximum(lengths, 1.0)[:, None]  # a row that is not zero holds a 1


def _largest_of_rows(sizes: Floats) -> Floats:
    """The largest of each row of numbers >= 0, (rows,); of short rows column by column, for all rows at once."""
    if sizes.shape[1] <= _SHORT_ROW:
        return np.ascontiguousarray(sizes.T).max(axis=0, initial=0.0)
    return sizes.max(axis=1, initial=0.0)


def acute_angles(left: Floats, right: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    """Angles in [0, pi/2] between the lines of unit rows, and whether the rows' own angle is obtuse.

    Both (left rows, right rows). The absolute error is about 1e-16 even for nearly parallel rows,
    where an arccos would lose half of the digits: there the angle comes from the chord.
    """
    cosine, acute, _ = _angles(left, right)
    return acute, cosine < 0


def acute_sides(left: Floats, right: Floats) -> tuple[Floats, Floats, Floats, NDArray[np.bool_]]:
    """The angles of `acute_angles`, their sines and cosines, and whether the rows' own is obtuse."""
    product, acute, near = _angles(left, right)
    cosine = np.abs(product)
    sine = np.sqrt((1 - cosine) * (1 + cosine))
    sine[near], cosine[near] = np.sin(acute[near]), np.cos(acute[near])
    return acute, sine, cosine, product < 0


def _angles(left: Floats, right: Floats) -> tuple[Floats, Floats, tuple[NDArray[np.intp], ...]]:
    """Cosines of the rows, acute angles of their lines, and where these come from the chord."""
    cosine = np.clip(left @ right.T, -1.0, 1.0)
    size = np.abs(cosine)
    acute = np.arccos(size)
    near = np.unravel_index(np.flatnonzero(size > NEARLY_PARALLEL), size.shape)
    for start in range(0, near[0].size, _PAIRS_AT_ONCE):
        i, j = (index[start : start + _PAIRS_AT_ONCE] for index in near)
        chord = left[i] - np.sign(cosine[i, j])[:, None] * right[j]
        half = 0.5 * np.sqrt(np.einsum("ij,ij->i", chord, chord))
        acute[i, j] = 2 * np.arcsin(np.minimum(half, 1.0))
    return cosine, acute, near


def random_lines(count: int, inputs: int, rng: np.random.Generator) -> Floats:
    """`count` independent lines, uniform on the sphere in `inputs` dimensions: (count, inputs), unit rows."""
    if count < 1 or inputs < 1:
        raise ValueError(f"count and inputs must be at least 1, got {count} and {inputs}")
    return check_lines(rng.standard_normal((count, inputs)))


def equally_spaced(count: int) -> Floats:
    """`count` lines in the plane at the angles pi m / count, m = 0..count-1: (count, 2), unit rows."""
    if count < 1:
        raise ValueError(f"count must be at least 1, got {count}")
    angles = np.pi * np.arange(count) / count
    return np.column_stack([np.cos(angles), np.sin(angles)])


def axes(inputs: int) -> Floats:
    """The coordinate axes, the lines of a degree-one network: (inputs, inputs)."""
    if inputs < 1:
        raise ValueError(f"inputs must be at least 1, got {inputs}")
    return np.eye(inputs)


def angular_net(inputs: int, angle: float) -> tuple[Floats, float]:
    """Lines (lines, inputs) such that every line is within `angle` of one of them, and their certified angle.

    Definition 1 of Feizi et al. for lines, angles in radians up to sign. In the plane the fewest, equally spaced ones;
    from three inputs on the middles of a grid of cells, equal in angle, on the faces of the cube: inputs n^(inputs-1)
    lines. The certified angle bounds that from any line to the nearest of these from above, rounding included: it is
    at most angle (1 + 1e-12), and in the plane it is exact but for rounding.
    Raises ValueError where inputs < 1, angle is not in (0, pi/2], or a face's cells have over 2^22 corners.
    """
    if inputs < 1 or not 0 < angle <= np.pi / 2:
        raise ValueError(f"inputs must be at least 1 and angle in (0, pi/2], got {inputs} and {angle}")
    if inputs == 1:
        return axes(1), 0.0
    if inputs == 2:
        found = equally_spaced(ceil(np.pi / (2 * angle) * (1 - _ANGLE_SLACK)))
        return found, covering_angle(found)
    steps = 1
    while True:
        if (2 * steps) ** (inputs - 1) > _MOST_CORNERS:
            raise ValueError(f"angle must be larger: in {inputs} inputs {angle} takes too many lines")
        middles, certified = _cells_on_a_face(inputs, steps)
        if certified <= angle:
            return np.concatenate([np.roll(middles, shift, axis=1) for shift in range(inputs)]), certified
        steps += 1


def covering_angle(lines: ArrayLike, tolerance: float = 0.01) -> float:
    """A certified upper bound of the largest angle (radians, up to sign) from any line to the nearest of `lines`.

    lines (lines, inputs), rows of any non-zero length. In the plane half the widest gap, exact but for rounding;
    above it at most `tolerance` too large, by cutting the cube's faces into boxes: a line's angle to the points of a
    box is largest at a corner. The effort grows like lines tolerance^-(inputs - 1).
    Raises ValueError for bad lines, a tolerance that is not positive, and where 2^31 angles are not enough.
    """
    units = check_directions(lines)
    if not tolerance > 0:
        raise ValueError(f"tolerance must be positive, got {tolerance}")
    if units.shape[1] == 1:
        return 0.0
    if units.shape[1] == 2:
        angles = np.sort(np.arctan2(units[:, 1], units[:, 0]) % np.pi)
        return float(np.diff(angles, append=angles[0] + np.pi).max() / 2 + 8 * np.finfo(float).eps)
    return _covering_by_boxes(units, tolerance)


def _cells_on_a_face(inputs: int, steps: int) -> tuple[Floats, float]:
    """Unit middles of a cube face's steps^(inputs-1) cells, and the largest angle from one to its cell's points."""
    edges = np.tan(np.pi / 4 * np.linspace(-1, 1, steps + 1))
    edges[[0, -1]] = -1, 1
    cells = np.array(list(product(range(steps), repeat=inputs - 1)))
    low, high = edges[cells], edges[cells + 1]
    corners = split_rows(_corners(low, high).reshape(-1, inputs))[1].reshape(len(cells), -1, inputs)
    _, middles = split_rows(corners.sum(axis=1))
    return middles, float(_angle_above(np.einsum("cki,ci->ck", corners, middles).min(), inputs))


def _covering_by_boxes(units: Floats, tolerance: float) -> float:
    """The bound, by refining those boxes whose corners are further than `tolerance` beyond the deepest hole seen."""
    inputs = units.shape[1]
    certified, hole, cosines = 0.0, 0.0, 0
    for face in range(inputs):
        low = -np.ones((1, inputs - 1))
        high, turned = -low, np.roll(units, face, axis=1)
        while len(low):
            cosines += len(low) * len(units) << (inputs - 1)
            if cosines > _MOST_COSINES:
                raise ValueError(f"tolerance must be larger: {tolerance} needs more than {_MOST_COSINES} angles")
            above, below = _angles_of_boxes(low, high, turned)
            hole = max(hole, below.max())
            settled = above <= hole + tolerance
            certified = max(certified, above[settled].max(initial=0.0))
            low, high = _halved(low[~settled], high[~settled])
    return float(certified)


def _angles_of_boxes(low: Floats, high: Floats, units: Floats) -> tuple[Floats, Floats]:
    """Bounds (boxes,) on the largest angle from a box's points to their nearest line: from above and from below."""
    above, below = np.empty(len(low)), np.empty(len(low))
    inputs = units.shape[1]
    few = max(1, _COSINES_AT_ONCE // (len(units) << (inputs - 1)))
    for start in range(0, len(low), few):
        part = slice(start, start + few)
        _, corners = split_rows(_corners(low[part], high[part]).reshape(-1, inputs))
        cosines = (corners @ units.T).reshape(-1, 1 << (inputs - 1), len(units))
        farthest = np.maximum(cosines.min(axis=1), (-cosines).min(axis=1)).max(axis=1)
        above[part] = _angle_above(farthest, inputs)
        below[part] = np.arccos(np.minimum(np.abs(cosines).max(axis=2).min(axis=1), 1.0))
    return above, below


def _halved(low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """The boxes cut in two across their longest sides."""
    rows, side = np.arange(len(low)), np.argmax(high - low, axis=1)
    middle = (low[rows, side] + high[rows, side]) / 2
    left, right = high.copy(), low.copy()
    left[rows, side] = right[rows, side] = middle
    return np.concatenate([low, right]), np.concatenate([left, high])


def _corners(low: Floats, high: Floats) -> Floats:
    """Corners (boxes, 2^sides, 1 + sides) of boxes on the face where the first coordinate is 1."""
    picks = np.array(list(product((False, True), repeat=low.shape[1])))
    corners = np.where(picks, high[:, None, :], low[:, None, :])
    return np.concatenate([np.ones((*corners.shape[:2], 1)), corners], axis=2)


def _angle_above(cosine: ArrayLike, inputs: int) -> Floats:
    """Upper bounds of the angles whose cosines were computed from unit rows; pi/2 bounds that between lines."""
    rounded_down = np.asarray(cosine) - 4 * (inputs + 4) * np.finfo(float).eps
    return np.arccos(np.clip(rounded_down, 0.0, 1.0)) * (1 + 4 * np.finfo(float).eps)
