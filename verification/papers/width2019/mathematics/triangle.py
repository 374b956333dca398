"""Tall matrices as triangles: QR without Q in bounded memory, and the pivoted QR that finds a rank."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from scipy.linalg import lapack

from pnn.lines import Floats

BLOCK = 32  # columns that LAPACK takes at once


@dataclass(frozen=True)
class Pivoted:
    """sizes: |r_ii| of a column-pivoted QR, falling up to rounding; squares: of the entries of Q'y."""

    sizes: Floats
    squares: Floats

    def left(self, rank: int) -> float:
        """Half the square of what `rank` columns leave of y."""
        return 0.5 * float(self.squares[rank:].sum())


def capacity(rows: int, width: int, memory: float) -> int:
    """Rows that are worked on at once; raises MemoryError where `memory`, in bytes, has no room for a quarter more
    rows than columns."""
    fit, least = int(memory / 8 / width), width + max(width // 4, 1)
    if fit < min(rows, least):
        needed = 8e-9 * width * min(rows, least)
        raise MemoryError(f"a matrix of {rows} x {width} needs {needed:.3g} GB, allowed are {memory / 1e9:.3g} GB")
    return min(rows, fit)


def triangle(
    parts: Iterable[Floats], rows: int, width: int, memory: float, progress: Callable[[float], None] | None = None
) -> Floats:
    """The upper triangle R, (width, width) and column-major, of a tall matrix that comes in parts of rows.

    Householder QR of as many rows as fit beside the triangle so far, again and again; errors are those of rounding, in
    every column relative to its own length.
    """
    height = max(capacity(rows, width, memory), width)
    buffer = np.zeros((height, width), order="F")
    filled, done = 0, 0
    for part in parts:
        while len(part):
            taken = min(len(part), height - filled)
            buffer[filled : filled + taken], part = part[:taken], part[taken:]
            filled, done = filled + taken, done + taken
            if filled == height and done < rows:
                filled = _reduced(buffer)
            if progress:
                progress(done / rows)
    buffer[filled:] = 0
    _reduced(buffer)
    return _top(buffer)


def _reduced(buffer: Floats) -> int:
    """QR in place, zeros below the triangle; the rows that it takes."""
    work = int(lapack.dgeqrf_lwork(*buffer.shape)[0])
    found, _, _, info = lapack.dgeqrf(buffer, lwork=work, overwrite_a=1)
    if info or found.ctypes.data != buffer.ctypes.data:
        raise ArithmeticError(f"LAPACK's dgeqrf has failed: {info}")
    for column in range(buffer.shape[1]):
        buffer[column + 1 :, column] = 0
    return buffer.shape[1]


def _top(buffer: Floats) -> Floats:
    """The first rows as a square in the buffer's own memory."""
    height, width = buffer.shape
    flat = buffer.reshape(-1, order="F")
    for column in range(1, width):
        flat[column * width : (column + 1) * width] = flat[column * height : column * height + width].copy()
    return flat[: width * width].reshape(width, width, order="F")


def pivoted(matrix: Floats, target: Floats) -> Pivoted:
    """Column-pivoted QR (Businger & Golub 1965) of a column-major matrix, which is overwritten, and Q'target."""
    rows, width = matrix.shape
    found, _, reflectors, _, info = lapack.dgeqp3(matrix, lwork=2 * width + (width + 1) * BLOCK, overwrite_a=1)
    if info:
        raise ArithmeticError(f"LAPACK's dgeqp3 has failed: {info}")
    sizes = np.abs(found.diagonal()).copy()
    count = min(rows, width)
    turned, _, info = lapack.dormqr("L", "T", found[:, :count], reflectors, target[:, None], lwork=BLOCK * 64)
    if info:
        raise ArithmeticError(f"LAPACK's dormqr has failed: {info}")
    return Pivoted(sizes, turned[:, 0] ** 2)
