"""Schur complements of all prefixes from one factorisation, against an inverse or a factorisation for each size."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np

from benchmarks.harness import Case, Row, agree, row, turns
from benchmarks.references import schur as reference
from pnn.lines import random_lines
from pnn.schur import prefix_complements

SIZES = np.arange(100, 2001, 100)
INPUTS, TARGET_LINES = 15, 20
AGAINST = {
    "schur_inverse": (reference.by_inverse, "an inverse", 20.0, 5),
    "schur_cholesky": (reference.by_cholesky, "a Cholesky factorisation", 4.0, 11),
}


def compare(name: str) -> Iterator[Row]:
    """All complements by both, from the lines on: the kernel between them is part of the work."""
    program, each, target, rounds = AGAINST[name]
    rng = np.random.default_rng(0)
    lines, targets = random_lines(SIZES[-1], INPUTS, rng), random_lines(TARGET_LINES, INPUTS, rng)

    def ours() -> np.ndarray:
        return np.stack([complement for _, complement in prefix_complements(lines, targets, SIZES)])

    agree(name, ours(), program(lines, targets, SIZES), 1e-9)
    theirs, mine = turns(lambda: program(lines, targets, SIZES), ours, rounds)
    what = f"{len(SIZES)} prefixes of {SIZES[-1]} lines against {each} for each size, kernels included on both sides"
    yield row(name, theirs / mine, target, what)


def cases() -> Iterator[Case]:
    """Against inverses, then against factorisations."""
    for name in AGAINST:
        yield Case((name,), partial(compare, name))
