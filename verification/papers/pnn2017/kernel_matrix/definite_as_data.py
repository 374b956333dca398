"""Definite matrices of the kernel, and their Schur complements, as data for anybody's program."""

from collections.abc import Sequence
from fractions import Fraction

from verification.kernel_matrices import Line, complement, eigenvalues, kernel_matrix, tails, trace
from verification.papers.pnn2017.kernel_matrix.balls_of_lines import whole_lines

ALMOST = "0.999999999"
TINY = Fraction(1, 10**20)
TURNED: tuple[tuple[Sequence[Line], Sequence[Line]], ...] = (
    (((20, 0),), ((20, 1),)),
    (((1, 0), (0, 1)), ((20, 1), (1, 20))),
    (((1, 0, 0), (1, 1, 0), (1, 1, 1)), ((9, 1, 0), (8, 9, 1), (9, 8, 7))),
    (((1, 0), (2, 1), (1, 1), (1, 2), (0, 1)), ((9, 1), (9, 5), (9, 8), (4, 9), (-1, 9))),
)


def spaced(count: int) -> list[Fraction]:
    """The angles of equally spaced lines, over pi."""
    return [Fraction(m, count) for m in range(count)]


def families() -> list[Sequence[Line]]:
    """Some families of distinct lines."""
    return [*map(spaced, (2, 4, 7, 12)), whole_lines(2, 2), whole_lines(3, 1)]


def with_repeated_line() -> list[dict]:
    """The first line once more, on its other side: of all eigenvalues, none below -10^-20, one is up to 10^-20."""
    found = []
    for lines in families():
        first = lines[0]
        again = first + 1 if isinstance(first, Fraction) else [-x for x in first]
        number = len(lines) + 1
        found.append(kernel_matrix([*lines, again], eigenvalues(-TINY, number), eigenvalues(TINY, number - 1)))
    return found


def distinct_lines() -> list[dict]:
    """All eigenvalues above 10^-9."""
    return [kernel_matrix(lines, eigenvalues(Fraction(1, 10**9), len(lines))) for lines in families()]


def bound() -> list[dict]:
    """All eigenvalues above the bound for some N, short of a billionth of it, which two lines attain."""
    given = ([Fraction(0), Fraction(1, 3)], 1), (spaced(4), 3), (spaced(7), 12), (whole_lines(3, 1), 6)
    return [kernel_matrix(lines, tails(terms, ALMOST)) for lines, terms in given]


def complements() -> list[dict]:
    """Of lines near others."""
    return [kernel_matrix(own, complement(others)) for own, others in TURNED]


def traces() -> list[dict]:
    """The same lines."""
    return [kernel_matrix(own, trace(others)) for own, others in TURNED]
