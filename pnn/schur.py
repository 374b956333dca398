"""The Schur complement that bounds a porcupine network's risk from below: Corollary 4 of Feizi et al. (2017).

For all prefixes of a sequence of lines at once one Cholesky factorisation psi11 = L L' serves: with W = L^-1 psi12,
the complement of the first r lines is psi22 minus the sum of w w' over the first r rows w of W. It goes by blocks of
lines and keeps no more than the triangle of L, in a temporary file where that is large.
"""

import warnings
from bisect import bisect_left
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial

import numpy as np
import scipy  # its sparse eigensolver, which large complements alone want, comes when it is first asked for
from numpy.typing import ArrayLike, NDArray
from scipy.linalg import LinAlgError, cholesky, eigh, lapack, solve_triangular

from pnn.kernels import abs_gram, psi_gram_for
from pnn.lines import Floats, check_directions, check_lines
from pnn.numbers import not_negative, plain, real
from pnn.triangle import Triangle

SMALLEST_PIVOT = 1e-13
_CLEAR = 1e-12  # of the trace: an eigenvalue above it is not rounding
_BLOCK = 1024  # lines factored at a time
_ROWS_ADDED = 256  # of a block, to whose kernel products are added at a time
_LANCZOS_FROM = 400  # targets: the norm of a larger complement is found by iteration


def schur_complement(lines: ArrayLike, target_lines: ArrayLike) -> Floats:
    """psi22 - psi21 psi11^-1 psi12, with psi11 between the lines and psi22 between the target's lines.

    `lines` (lines, inputs) distinct, `target_lines` (target lines, inputs), rows of any non-zero length; the result
    is (target lines, target lines), symmetric, with negative rounding in its eigenvalues cut off at 0. The risk of
    any net on `lines` is at least q' S q / 4, q the target's masses. Where psi11 is singular in float64, lines
    with a pivot under 1e-13 are left out: the result is then an upper bound of the matrix, and a RuntimeWarning
    says so. Raises ValueError for rows that are zero or not finite, repeated `lines`, differing inputs.
    """
    lines = check_lines(lines)
    targets = check_directions(target_lines, lines.shape[1], "target_lines")
    gram, cross = abs_gram(lines, lines), abs_gram(lines, targets)
    try:
        explained = solve_triangular(cholesky(gram, lower=True), cross, lower=True)
    except LinAlgError:
        explained = _explained_by_fewer(gram, cross)
    return _positive_part(abs_gram(targets, targets) - explained.T @ explained)


def norms(lines: ArrayLike, target_lines: ArrayLike, sizes: ArrayLike, linear: bool = False) -> Floats:
    """Spectral norms of the Schur complements of the first `sizes` lines, (sizes,), from one factorisation.

    Arguments, errors and warning as in `prefix_complements`; sizes in any order. For a target of masses q it is the
    most that the lower bound q' S q / 4 of the risk can be, over q'q / 4, and no bound of the risk itself; with
    `linear` it bounds the risk at a stationary point of Theorem 12's region, if the target's weights sum to zero.
    It takes lines^3/3 operations, and four bytes for each pair of lines: in memory up to 256 MiB, beyond that in a
    temporary file (`pnn.triangle`), whose want of room is an OSError.
    """
    asked = plain(sizes, "sizes")
    found = {
        size: spectral_norm(complement) for size, complement in prefix_complements(lines, target_lines, asked, linear)
    }
    return np.array([found[size] for size in asked.tolist()])


def spectral_norm(complement: Floats) -> float:
    """The largest eigenvalue of a complement (target lines, target lines), 0 where rounding made it negative.

    Raises ValueError for what is no square of finite real numbers.
    """
    complement, count = real(complement, "complement"), len(complement)
    if complement.shape != (count, count) or not np.isfinite(complement).all():
        raise ValueError(f"complement must be square and finite, got shape {complement.shape}")
    if count < _LANCZOS_FROM:
        largest = eigh(complement, eigvals_only=True, subset_by_index=(count - 1, count - 1))[0]
    else:
        start = np.random.default_rng(count).standard_normal(count)
        largest = scipy.sparse.linalg.eigsh(complement, k=1, which="LA", v0=start, return_eigenvectors=False)[0]
    return not_negative(float(largest), "the norm")


def prefix_complements(
    lines: ArrayLike, target_lines: ArrayLike, sizes: ArrayLike, linear: bool = False
) -> Iterator[tuple[int, Floats]]:
    """Pairs of a size and the Schur complement of that many first lines, sizes rising, from one factorisation.

    lines (lines, inputs), distinct, target_lines (target lines, inputs), rows of any non-zero length; sizes whole
    numbers in 0..lines. A complement is psi22 - psi21 psi11^-1 psi12, (target lines, target lines); with `linear`
    psi11 + U U' takes the place of psi11, U the unit rows of `lines`, each oriented as the neurons on it are in the
    region of Theorem 12. A line whose pivot is under 1e-13, where float64 cannot tell psi11 from a singular matrix,
    is left out: longer prefixes then get an upper bound, but for rounding (more lines only take away), and a
    RuntimeWarning says so.
    Raises ValueError for rows that are zero or not finite, repeated `lines`, differing inputs, bad sizes.
    """
    lines, targets, rising = _checked(lines, target_lines, sizes)
    return _complements(lines, targets, rising, linear)


def prefix_diagonals(lines: ArrayLike, target_lines: ArrayLike, sizes: ArrayLike) -> Floats:
    """The Schur complements 1 - psi21 psi11^-1 psi12 of the first `sizes` lines and each target line alone.

    (sizes, target lines), sizes in any order; arguments, errors and warning as in `prefix_complements`, of whose
    matrices these are the diagonals.
    """
    asked = plain(sizes, "sizes")
    lines, targets, rising = _checked(lines, target_lines, asked)
    rest, found = np.ones(len(targets)), {}
    for size, pieces in _rows_by_size(lines, targets, rising, linear=False):
        for rows in pieces:
            rest = rest - np.einsum("ij,ij->j", rows, rows)
        found[size] = np.maximum(rest, 0.0)
    return np.array([found[size] for size in asked.tolist()]).reshape(len(asked), len(targets))


def complement_pair(lines: ArrayLike, target_lines: ArrayLike) -> tuple[Floats, Floats]:
    """The Schur complements of all `lines`, without and with the linear kernel, from one factorisation of psi11.

    Each (target lines, target lines); arguments, errors and warning as in `prefix_complements`. With W = L^-1 psi12
    and V = L^-1 U the second is the first plus W'V (I + V'V)^-1 V'W, by Woodbury's identity.
    """
    lines, targets, _ = _checked(lines, target_lines, [0])
    count, inputs, psi = len(targets), lines.shape[1], psi_gram_for(len(lines))
    complement, linear, mixed = psi(targets, targets), np.eye(inputs), np.zeros((inputs, count))
    for _, _, rows in _explained(lines, lambda own: np.hstack([psi(own, targets), own]), False):
        explained, solved = rows[:, :count].copy(), rows[:, count:].copy()
        complement -= explained.T @ explained
        linear += solved.T @ solved
        mixed += solved.T @ explained
    half = solve_triangular(cholesky(linear, lower=True), mixed, lower=True)
    return complement, complement + half.T @ half


def add_line(lines: ArrayLike, target_lines: ArrayLike, line: ArrayLike) -> tuple[float, Floats]:
    """alpha and v of Theorem 10: one more line takes alpha v v' away from the Schur complement.

    lines (lines, inputs), target_lines (target lines, inputs), line (inputs,), rows of any non-zero length. With z
    and w the kernel between the line and the lines, and the target's lines: alpha = 1/(1 - z' psi11^-1 z) > 0 and
    v = psi21 psi11^-1 z - w, (target lines,). Raises ValueError as `prefix_complements` does, where the line is one
    of `lines`, and where psi of them together has a pivot under 1e-13, which is float64's limit.
    """
    lines = check_lines(lines)
    line = check_directions(real(line, "line")[None], lines.shape[1], "line")
    every = check_lines(np.vstack([lines, line]), name="lines and line")
    targets = check_directions(target_lines, lines.shape[1], "target_lines")
    factor, chosen = _cholesky_of_most(abs_gram(every, every))
    if chosen.size < len(every):
        raise ValueError("lines and line must be far enough apart: psi of them is singular in float64")
    last = solve_triangular(factor, abs_gram(every, targets), lower=True)[-1]
    root = factor[-1, -1]
    return float(root**-2), -root * last


def _checked(lines: ArrayLike, target_lines: ArrayLike, sizes: ArrayLike) -> tuple[Floats, Floats, list[int]]:
    lines = check_lines(lines)
    targets = check_directions(target_lines, lines.shape[1], "target_lines")
    asked = plain(sizes, "sizes")
    whole, numbers = asked.ndim == 1 and asked.dtype.kind in "iu", asked.tolist()
    if not whole or any(not 0 <= size <= len(lines) for size in numbers):
        raise ValueError(f"sizes must be a list of whole numbers in 0..{len(lines)}, got {sizes!r}")
    return lines, targets, sorted(set(numbers))


def _complements(lines: Floats, targets: Floats, sizes: list[int], linear: bool) -> Iterator[tuple[int, Floats]]:
    complement = psi_gram_for(len(lines))(targets, targets)
    for size, pieces in _rows_by_size(lines, targets, sizes, linear):
        for rows in pieces:
            complement = complement - rows.T @ rows
        yield size, complement


def _rows_by_size(lines: Floats, targets: Floats, sizes: list[int], linear: bool) -> Iterator[tuple[int, list[Floats]]]:
    """Each size, rising, and the rows of W that it has beyond the size before."""
    psi = psi_gram_for(len(lines))
    blocks = _explained(lines[: max(sizes, default=0)], lambda own: psi(targets, own).T, linear)
    end, numbers, rows, taken = 0, list[int](), np.zeros((0, len(targets))), 0
    for size in sizes:
        pieces = []
        while True:
            ready = bisect_left(numbers, size, taken)
            if ready > taken:
                pieces.append(rows[taken:ready])
                taken = ready
            if end >= size:
                break
            end, kept, rows = next(blocks)
            numbers, taken = kept.tolist(), 0
        yield size, pieces


def _explained(
    lines: Floats, right: Callable[[Floats], Floats], linear: bool
) -> Iterator[tuple[int, NDArray[np.intp], Floats]]:
    """A block's end, the numbers of the lines kept in it, and their rows of L^-1 `right`, block after block.

    `done` holds both of the blocks before in which a line was kept: of these alone there are tiles.
    """
    done: list[tuple[Floats, Floats]] = []
    kernel = partial(_kernel, psi_gram_for(len(lines)), linear=linear)
    with closing(Triangle(len(lines), _BLOCK)) as triangle:
        for start in range(0, len(lines), _BLOCK):
            own = lines[start : start + _BLOCK]
            corner, rest = _less_what_came_before(triangle, kernel, own, right(own), done)
            corner, chosen = _cholesky_of_most(corner)
            if len(chosen) < len(own):
                if sum(len(kept) for kept, _ in done) == start:
                    _warn_of_fewer(start + int(np.setdiff1d(np.arange(len(own)), chosen)[0]))
                own, rest = own[chosen], rest[chosen]
                for column in range(len(done)):
                    triangle.put(len(done), column, triangle.get(len(done), column)[chosen])
            if len(chosen):
                if start + _BLOCK < len(lines):
                    triangle.put(len(done), len(done), corner)
                rest = lapack.dtrtrs(corner, rest, lower=1, overwrite_b=1)[0]
                done.append((own, rest))
            yield min(start + _BLOCK, len(lines)), start + chosen, rest


def _less_what_came_before(
    triangle: Triangle, kernel: Callable[..., Floats], own: Floats, rest: Floats, done: list[tuple[Floats, Floats]]
) -> tuple[Floats, Floats]:
    """A block's kernel and its rows `rest`, less what the blocks before explain; its tiles of L go to the triangle."""
    corner, row = kernel(own, own), len(done)
    for column, (others, known) in enumerate(done):
        tile = triangle.factored(row, column, kernel(own, others))
        corner -= tile @ tile.T
        rest = rest - tile @ known
    return corner, rest


def _kernel(psi: Callable[..., Floats], own: Floats, others: Floats, linear: bool) -> Floats:
    """psi between unit rows, plus their products where `linear`.

    Of a symmetric matrix, `others` being `own`, the upper triangle alone stands there.
    """
    result = psi(own, others, half=others is own)
    for start in range(0, len(own) if linear else 0, _ROWS_ADDED):
        few = slice(start, start + _ROWS_ADDED)
        result[few] += own[few] @ others.T
    return result


def _cholesky_of_most(gram: Floats) -> tuple[Floats, NDArray[np.intp]]:
    """The Cholesky factor of the rows whose pivot is 1e-13 or more, taken in order, and which rows those are.

    Of the symmetric gram the upper triangle is read, which is the lower one in LAPACK's order of memory; above the
    factor's diagonal may stand anything.
    """
    factor, failed = lapack.dpotrf(gram.T, lower=1, clean=0)
    if not failed and factor.diagonal().min() ** 2 >= SMALLEST_PIVOT:
        return factor, np.arange(len(gram))
    rest, factor, chosen = gram.copy(), np.zeros_like(gram), []
    for i in range(len(gram)):
        if rest[i, i] >= SMALLEST_PIVOT:
            chosen.append(i)
            factor[i:, i] = rest[i, i:] / np.sqrt(rest[i, i])
            rest[i:, i:] -= np.outer(factor[i:, i], factor[i:, i])
    return factor[np.ix_(chosen, chosen)], np.array(chosen, dtype=np.intp)


def _warn_of_fewer(first: int) -> None:
    warnings.warn(
        f"psi of the lines is singular in float64: line {first} and maybe later ones are left out, "
        f"so the Schur complements of more than {first} lines are upper bounds",
        RuntimeWarning,
        stacklevel=2,
    )


def _explained_by_fewer(gram: Floats, cross: Floats) -> Floats:
    factor, order, rank, _ = lapack.dpstrf(gram, tol=SMALLEST_PIVOT, lower=1)
    warnings.warn(
        f"psi of the lines is singular in float64: {len(gram) - rank} of {len(gram)} lines are left out, "
        "so the Schur complement is an upper bound",
        RuntimeWarning,
        stacklevel=3,
    )
    return solve_triangular(factor[:rank, :rank], cross[order[:rank] - 1], lower=True)


def _positive_part(matrix: Floats) -> Floats:
    symmetric = (matrix + matrix.T) / 2
    if _clearly_positive(symmetric):
        return symmetric
    values, vectors = np.linalg.eigh(symmetric)
    if values[0] >= 0:
        return symmetric
    root = vectors * np.sqrt(np.maximum(values, 0.0))
    return root @ root.T


def _clearly_positive(symmetric: Floats) -> bool:
    """Whether all eigenvalues are above rounding, by a Cholesky factor, a tenth of the cost of the eigenvalues."""
    room = _CLEAR * np.trace(symmetric)
    try:
        np.linalg.cholesky(symmetric - room * np.eye(len(symmetric)))
    except LinAlgError:
        return False
    return bool(room > 0)
