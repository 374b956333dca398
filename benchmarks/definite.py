"""That a matrix is positive definite: a shifted Cholesky factorisation with a bound, against elimination in balls."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from flint import arb_mat

from benchmarks.harness import Case, Disagreement, Row, row, turns
from verification.balls import precision
from verification.eigenvalues import least_eigenvalue
from verification.papers.pnn2017.kernel_matrix.balls_of_lines import least_pivot

SIZE, LEAST, ROUNDS = 200, 0.01, 5


def compare() -> Iterator[Row]:
    """Both certify the matrix, and refuse it less a little more than its least eigenvalue."""
    rows = np.random.default_rng(0).standard_normal((SIZE, SIZE))
    gram = rows @ rows.T / SIZE + LEAST * np.eye(SIZE)
    gram = (gram + gram.T) / 2
    short = gram - (np.linalg.eigvalsh(gram)[0] + 1e-9) * np.eye(SIZE)
    with precision():
        good, bad = (arb_mat(matrix.tolist()) for matrix in (gram, short))
        if not (least_eigenvalue(good) > 0 and least_pivot(good.tolist()) > 0):
            raise Disagreement("definite: a matrix that is definite is not certified")
        if not (least_eigenvalue(bad) < 0 and least_pivot(bad.tolist()) < 0):
            raise Disagreement("definite: a matrix that is not definite is not refused")
        theirs, ours = turns(lambda: least_pivot(good.tolist()), lambda: least_eigenvalue(good), ROUNDS)
    yield row("definite", theirs / ours, 5.0, f"positive pivots in balls of 192 bits, {SIZE} rows")


def cases() -> Iterator[Case]:
    """One case of one row."""
    yield Case(("definite",), compare)
