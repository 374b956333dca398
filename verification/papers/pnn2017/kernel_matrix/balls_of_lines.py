"""Kernel matrices of exactly given lines in ball arithmetic.

Lines come as vectors of whole numbers or as angles pi m / count, so that every cosine is known to the last bit asked
for; a matrix is a list of rows of balls.
"""

from itertools import product
from math import gcd

from flint import arb, arb_mat, fmpq

from verification.balls import ARB

Rows = list[list[arb]]


def whole_lines(inputs: int, largest: int) -> list[tuple[int, ...]]:
    """All lines through points with coordinates from -largest to largest, one primitive vector for each."""
    points = product(range(-largest, largest + 1), repeat=inputs)
    return [point for point in points if gcd(*point) == 1 and next(x for x in point if x) > 0]


def cosine(v, w) -> arb:
    """The cosine between two vectors of whole numbers; exactly 1 or -1 where they are parallel."""
    inner = sum(x * y for x, y in zip(v, w, strict=True))
    squares = sum(x * x for x in v) * sum(x * x for x in w)
    if inner * inner == squares:
        return arb(1 if inner > 0 else -1)
    return inner / arb(squares).sqrt()


def cosines(left, right) -> Rows:
    """Cosines between two lists of whole vectors."""
    return [[cosine(v, w) for w in right] for v in left]


def equally_spaced_cosines(count: int) -> Rows:
    """Cosines between the vectors at angles pi m / count in the plane, m = 0..count-1."""
    return [[arb.cos_pi_fmpq(fmpq(abs(i - j), count)) for j in range(count)] for i in range(count)]


def families() -> dict[str, Rows]:
    """Cosines of some families of distinct lines, by name."""
    named = {f"whole lines, {d} inputs up to {m}": whole_lines(d, m) for d, m in ((2, 2), (3, 1), (4, 1))}
    spaced = {f"{count} equally spaced lines": equally_spaced_cosines(count) for count in (1, 2, 4, 7, 12)}
    return spaced | {name: cosines(lines, lines) for name, lines in named.items()}


def with_repeated_line(matrix: Rows) -> Rows:
    """The cosines with one more line, the first one reversed."""
    extended = [[*row, -row[0]] for row in matrix]
    return [*extended, [-x for x in extended[0][:-1]] + [arb(1)]]


def psi(forms, rho: arb) -> arb:
    """The proved closed form of the kernel."""
    return forms["psi"](rho, arithmetic=ARB)


def entrywise(function, matrix: Rows) -> Rows:
    """The function of every entry."""
    return [[function(x) for x in row] for row in matrix]


def shifted(matrix: Rows, amount) -> Rows:
    """The matrix plus `amount` times the identity."""
    return [[x + (amount if i == j else 0) for j, x in enumerate(row)] for i, row in enumerate(matrix)]


def least_pivot(matrix: Rows) -> arb:
    """The pivot of lowest lower end in elimination without exchanges, up to the first that is not positive.

    All pivots positive is the same as the symmetric matrix being positive definite; a negative one shows that it is
    not even semidefinite.
    """
    rows = [list(row) for row in matrix]
    found = []
    for k in range(len(rows)):
        found.append(rows[k][k])
        if not rows[k][k] > 0:
            break
        for i in range(k + 1, len(rows)):
            share = rows[i][k] / rows[k][k]
            for j in range(k + 1, i + 1):
                rows[i][j] -= share * rows[j][k]
    return min(found, key=lambda ball: ball.lower())


def schur_complement(a: Rows, b: Rows, c: Rows) -> Rows:
    """C - B' A^-1 B; the solution is certified, or ZeroDivisionError where A may be singular."""
    right = arb_mat(b)
    return (arb_mat(c) - right.transpose() * arb_mat(a).solve(right)).tolist()
