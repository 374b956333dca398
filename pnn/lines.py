"""Lines through the origin: what a porcupine network's weights lie on.

A line is given by a row vector; only its direction up to sign matters.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

SAME_LINE_ANGLE = 1e-10  # two rows nearer than this (radians, up to sign) count as one line
_NEARLY_PARALLEL = 0.9
_PAIRS_AT_ONCE = 1 << 18


def check_weights(weights: ArrayLike, inputs: int | None = None, name: str = "weights") -> Floats:
    """A float64 copy of a (neurons, inputs) array; zero rows are silent neurons and fine.

    Raises ValueError where it is not two-dimensional, not real and finite, or not `inputs` wide.
    """
    try:
        if np.iscomplexobj(weights):
            raise ValueError("they are complex")
        rows = np.array(weights, dtype=float)
    except (TypeError, ValueError) as problem:
        raise ValueError(f"{name} must be an array of real numbers: {problem}") from None
    if rows.ndim != 2 or rows.shape[1] == 0:
        raise ValueError(f"{name} must have shape (rows, inputs) with inputs >= 1, got shape {rows.shape}")
    if inputs is not None and rows.shape[1] != inputs:
        raise ValueError(f"{name} must have {inputs} inputs a row, got {rows.shape[1]}")
    bad = np.flatnonzero(~np.isfinite(rows).all(axis=1))
    if bad.size:
        raise ValueError(f"{name} must be finite, but row {bad[0]} is {rows[bad[0]]}")
    return rows


def check_directions(rows: ArrayLike, inputs: int | None = None, name: str = "lines") -> Floats:
    """Unit rows in the directions of `rows`, shape (rows, inputs); repeated directions are allowed.

    Raises ValueError as `check_weights` does, and for a zero row or no row at all.
    """
    norms, directions = split_rows(check_weights(rows, inputs, name))
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
    acute, _ = acute_angles(directions, directions)
    first, second = np.nonzero(np.triu(acute < SAME_LINE_ANGLE, 1))
    if first.size:
        raise ValueError(f"{name} must be distinct up to sign, but rows {first[0]} and {second[0]} are one line")
    return directions


def split_rows(rows: Floats) -> tuple[Floats, Floats]:
    """Norms (rows,) and unit rows (rows, inputs) of finite rows, without overflow; zero rows stay zero."""
    largest = np.max(np.abs(rows), axis=1, initial=0.0)
    scaled = rows / np.where(largest > 0, largest, 1.0)[:, None]
    lengths = np.sqrt(np.einsum("ij,ij->i", scaled, scaled))
    return largest * lengths, scaled / np.where(lengths > 0, lengths, 1.0)[:, None]


def acute_angles(left: Floats, right: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    """Angles in [0, pi/2] between the lines of unit rows, and whether the rows' own angle is obtuse.

    Both (left rows, right rows). The absolute error is about 1e-16 even for nearly parallel rows,
    where an arccos would lose half of the digits: there the angle comes from the chord.
    """
    cosine = np.clip(left @ right.T, -1.0, 1.0)
    acute = np.arccos(np.abs(cosine))
    first, second = np.nonzero(np.abs(cosine) > _NEARLY_PARALLEL)
    for start in range(0, first.size, _PAIRS_AT_ONCE):
        i, j = first[start : start + _PAIRS_AT_ONCE], second[start : start + _PAIRS_AT_ONCE]
        chord = left[i] - np.sign(cosine[i, j])[:, None] * right[j]
        half = 0.5 * np.sqrt(np.einsum("ij,ij->i", chord, chord))
        acute[i, j] = 2 * np.arcsin(np.minimum(half, 1.0))
    return acute, cosine < 0


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
