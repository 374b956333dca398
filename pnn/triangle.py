"""The lower triangle of a Cholesky factor by blocks of rows: in memory, or in temporary files where it is large."""

import tempfile
from collections.abc import Callable
from contextlib import ExitStack

import numpy as np
from scipy.linalg import solve_triangular

from pnn.lines import Floats

MOST_IN_MEMORY = 2 << 30  # bytes of a whole triangle


class Triangle:
    """Rows of the factor, block after block: each holds all columns up to its own last one, (rows, columns so far).

    lines: how many rows there will be at most. Blocks in files are mapped into memory one at a time.
    """

    def __init__(self, lines: int):
        self._stored = 4 * lines**2 > MOST_IN_MEMORY
        self._blocks: list[Callable[[], Floats]] = []
        self._files = ExitStack()

    def append(self, block: Floats) -> None:
        """Add the next rows."""
        self._blocks.append(self._in_a_file(block) if self._stored and block.size else lambda: block)

    def solve_from_right(self, left: Floats) -> None:
        """Put X with X L' = left in the place of left, (rows, columns of L)."""
        start = 0
        for load in self._blocks:
            block = load()
            end = block.shape[1]
            rest = left[:, start:end] - left[:, :start] @ block[:, :start].T
            left[:, start:end] = solve_triangular(block[:, start:], rest.T, lower=True).T
            start = end

    def close(self) -> None:
        """Delete the files."""
        self._files.close()

    def _in_a_file(self, block: Floats) -> Callable[[], Floats]:
        file = self._files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - closed by the stack
        block.tofile(file)
        file.flush()
        shape, dtype = block.shape, block.dtype  # and not the block itself, which may go
        return lambda: np.memmap(file, dtype=dtype, mode="r", shape=shape)
