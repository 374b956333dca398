"""What the projected loss of a network of some size costs: operations, memory, and seconds on this machine."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.linalg import lapack

from verification.papers.width2019.mathematics.projected import MEMORY, PART
from verification.papers.width2019.mathematics.triangle import BLOCK, capacity

PROBE = 700  # rows and columns of the matrix on which the machine's speed is measured


@dataclass(frozen=True)
class Cost:
    """rows, columns: of the blocks; operations: of both QRs; memory: bytes; seconds: about, on one core, up to a factor
    of two or three where matrices are far larger than the processor's caches."""

    rows: int
    columns: int
    operations: float
    memory: float
    seconds: float


def projected_loss_cost(
    samples: int, inputs: int, widths: Sequence[int], outputs: int = 1, memory: float = MEMORY
) -> Cost:
    """What `projected_loss` will cost; takes a tenth of a second, in which the speed of this machine is measured.

    Raises ValueError for sizes below one, MemoryError where `memory` has no room for the matrix.
    """
    sizes = [inputs, *widths, outputs]
    if samples < 1 or min(sizes) < 1:
        raise ValueError(f"wanted sizes of at least one, got {samples} samples and layers of {sizes}")
    rows, columns = samples * outputs, sum(before * after for before, after in pairwise(sizes))
    tall, width = (rows, columns + 1) if rows > columns else (columns, rows)
    height = max(capacity(tall, width, memory), width)
    plain = _plain_operations(tall, width, height)
    ranked = 4 / 3 * width**3
    fast, slow = _speeds()
    held = 8.0 * (width * height + (0 if rows > columns else width**2) + samples * sum(sizes)) + 2 * PART
    return Cost(rows, columns, plain + ranked, held, plain / fast + ranked / slow)


def _plain_operations(tall: int, width: int, height: int) -> float:
    """Householder's 2 h w^2 - 2 w^3 / 3 for as many blocks as it takes."""
    again = -(-(tall - height) // (height - width)) if tall > height else 0
    return (1 + again) * (2 * height * width**2 - 2 / 3 * width**3)


def _speeds() -> tuple[float, float]:
    """Operations a second of QR, and of QR with column pivots."""
    matrix = np.asfortranarray(np.random.default_rng(0).standard_normal((PROBE, PROBE)))
    count = 4 / 3 * PROBE**3
    start = time.perf_counter()
    lapack.dgeqrf(matrix, lwork=PROBE * BLOCK)
    middle = time.perf_counter()
    lapack.dgeqp3(matrix, lwork=2 * PROBE + (PROBE + 1) * BLOCK)
    return count / (middle - start), count / (time.perf_counter() - middle)
