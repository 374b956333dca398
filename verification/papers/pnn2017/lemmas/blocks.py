"""Block matrices of any size as words in a free algebra: what vanishes there vanishes for all matrices.

A block is a symbol that does not commute, and so is its transpose; the inverse of `a` is reduced against `a` alone.
A word in blocks stays true when matrices of fitting shapes are put in, so that a zero here is a proof for all sizes.
"""

from sympy import Expr, Symbol, symbols

a, b, c = symbols("A B C", commutative=False)
b_transposed = Symbol("Bt", commutative=False)
size_e, size_f, least = symbols("e f lambda", positive=True)

e, e_transposed = b - a, b_transposed - a
f, f_transposed = c - b_transposed, c - b
gap = a - b - b_transposed + c  # G, the quadratic form of the block matrix on (-I, I)


def schur(sign: int = -1) -> Expr:
    """S = C - B' A^-1 B."""
    return c + sign * b_transposed * a**-1 * b


def dominated(size: Expr, block: Expr, transposed: Expr) -> Expr:
    """(1/(2 size)) ((size + X)'(size + X) + (size^2 - X'X)), a sum of squares wherever ||X|| <= size.

    It equals size + (X + X')/2, so that the symmetric part of a block is at least minus its norm.
    """
    return ((size + transposed) * (size + block) + slack(size, block, transposed)) / (2 * size)


def slack(size: Expr, block: Expr, transposed: Expr) -> Expr:
    """size^2 - X'X: positive semidefinite by the definition of the norm wherever ||X|| <= size."""
    return size**2 - transposed * block


def inverse_slack(least: Expr) -> Expr:
    """A^-1 (N^2/least + N) A^-1 with N = A - least: positive semidefinite wherever A is at least `least` > 0.

    It equals 1/least - A^-1.
    """
    rest = a - least
    return a**-1 * (rest**2 / least + rest) * a**-1
