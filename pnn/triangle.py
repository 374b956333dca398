"""The lower triangle of a Cholesky factor by square tiles: in memory, or in one temporary file where it is large.

The file lies where `tempfile` puts them, in the folder that TMPDIR names, and has no name there: it goes with the
process, however that ends. It is read and written, not mapped, so that a disk that is full or breaks is an error here
and not a signal, and memory holds the tiles in use and no more.
"""

import shutil
import tempfile
from io import FileIO
from typing import cast

import numpy as np
from scipy.linalg import blas, solve_triangular

from pnn.lines import Floats

MOST_IN_MEMORY = 256 << 20  # bytes of a whole triangle
_NUMBER = np.dtype(float).itemsize


class Triangle:
    """Tiles (row of tiles, column of tiles), row >= column, each of at most `side` rows and columns of the factor.

    lines: how many rows there will be at most. Raises OSError where the disk has no room for them, before any work
    where that can be seen.
    """

    def __init__(self, lines: int, side: int):
        self._side, self._shapes = side, dict[tuple[int, int], tuple[int, ...]]()
        self._tiles, self._file = dict[tuple[int, int], Floats](), None
        if 4 * lines**2 > MOST_IN_MEMORY:
            self._file = _file_with_room_for(_slots(-(-lines // side)) * side**2 * _NUMBER)

    def put(self, row: int, column: int, tile: Floats) -> None:
        """Keep a tile, in the place of the one that was there."""
        if self._file is None:
            self._tiles[row, column] = tile
            return
        self._shapes[row, column] = tile.shape
        try:
            self._file.seek(self._place(row, column))
            written = self._file.write(np.ascontiguousarray(tile).data)
        except OSError as problem:
            raise _no_room(problem) from problem
        if written != tile.nbytes:
            raise _no_room("the disk is full")

    def get(self, row: int, column: int) -> Floats:
        """The tile that was put there last; it may be the very array, and is not to be changed."""
        if self._file is None:
            return self._tiles[row, column]
        tile = np.empty(self._shapes[row, column])
        self._file.seek(self._place(row, column))
        if self._file.readinto(tile.data) != tile.nbytes:
            raise OSError(f"a temporary file in {tempfile.gettempdir()} has lost what was written to it")
        return tile

    def factored(self, row: int, column: int, tile: Floats) -> Floats:
        """The factor's tile below the diagonal from the matrix's, which it may replace; kept here.

        All tiles before it, in its row and in that of its column, are here.
        """
        for earlier in range(column):
            left, right = self.get(row, earlier), self.get(column, earlier)
            tile = blas.dgemm(-1.0, right.T, left.T, 1.0, tile.T, trans_a=1, overwrite_c=1).T
        tile = solve_triangular(self.get(column, column), tile.T, lower=True).T
        self.put(row, column, tile)
        return tile

    def close(self) -> None:
        """Let go of all tiles, and of the file."""
        self._tiles.clear()
        if self._file is not None:
            self._file.close()

    def _place(self, row: int, column: int) -> int:
        return (_slots(row) + column) * self._side**2 * _NUMBER


def _slots(rows: int) -> int:
    """Tiles of so many rows of tiles."""
    return rows * (rows + 1) // 2


def _file_with_room_for(wanted: int) -> FileIO:
    free = shutil.disk_usage(tempfile.gettempdir()).free
    if free < wanted:
        raise _no_room(f"{wanted / 1e9:.1f} GB are wanted, {free / 1e9:.1f} GB free")
    return cast(FileIO, tempfile.TemporaryFile(buffering=0))


def _no_room(why: object) -> OSError:
    return OSError(f"no room for temporary files in {tempfile.gettempdir()}: {why}; let TMPDIR name a larger folder")
