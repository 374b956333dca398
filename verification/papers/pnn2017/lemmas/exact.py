"""The matrix lemmas in whole numbers and fractions."""

from fractions import Fraction
from itertools import product

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.pnn2017.lemmas import matrices_as_data


@leaves(matrices_as_data.one_by_one_blocks, whole=False)
@exact.check(
    "pnn.lemma-8",
    "bound",
    wrong={
        "half the last term": {"last": Fraction(1, 2)},
        "no last term": {"last": Fraction(0)},
        "nine tenths of the first norm": {"first": Fraction(9, 10)},
    },
    scope="instances",
)
def one_by_one_blocks(first=Fraction(1), last=Fraction(1)):
    """Blocks of one entry, $A$ from 1 to 4, $B$ and $C$ from $-4$ to 4: the bound holds. At $A = 1$, $B = 2$,
    $C = 0$ it is attained."""
    entries = range(-4, 5)
    for a, b, c in product(range(1, 5), entries, entries):
        bound = first * abs(a - b) + abs(c - b) + last * Fraction((a - b) ** 2, a)
        yield {"within the bound": abs(c - Fraction(b * b, a)) <= bound}


@leaves(matrices_as_data.gram_matrices, whole=False)
@exact.check(
    "ours.lemma-8-sharp",
    "sandwich",
    wrong={"half of $G$": {"share": Fraction(1, 2)}, "not semidefinite": {"lowered": 9}},
    scope="instances",
)
def gram_matrices_of_whole_vectors(share=Fraction(1), lowered=0):
    r"""$M = V V^\top$ for four vectors, the last with any entries $-1$, 0, 1, in blocks of two: $S$ and $G - S$ are
    semidefinite by their minors."""
    for last in product((-1, 0, 1), repeat=3):
        vectors = [(1, 0, 1), (0, 1, -1), (1, 1, 0), last]
        gram = [[sum(x * y for x, y in zip(v, w, strict=True)) for w in vectors] for v in vectors]
        gram[3][3] -= lowered
        schur, gap = schur_and_gap(gram)
        rest = [[share * g - s for g, s in zip(*rows, strict=True)] for rows in zip(gap, schur, strict=True)]
        yield {"S": semidefinite(schur), "G - S": semidefinite(rest)}


def schur_and_gap(matrix):
    """C - B' A^-1 B and A - B - B' + C for a 4 by 4 matrix in blocks of two."""
    a, b, c = ([row[j : j + 2] for row in matrix[i : i + 2]] for i, j in ((0, 0), (0, 2), (2, 2)))
    determinant = Fraction(a[0][0] * a[1][1] - a[0][1] * a[1][0])
    inverse = [
        [a[1][1] / determinant, -a[0][1] / determinant],
        [-a[1][0] / determinant, a[0][0] / determinant],
    ]
    pairs = list(product(range(2), repeat=2))
    solved = [[sum(inverse[i][k] * b[k][j] for k in range(2)) for j in range(2)] for i in range(2)]
    schur = [[c[i][j] - sum(b[k][i] * solved[k][j] for k in range(2)) for j in range(2)] for i in range(2)]
    gap = {(i, j): a[i][j] - b[i][j] - b[j][i] + c[i][j] for i, j in pairs}
    return schur, [[gap[i, j] for j in range(2)] for i in range(2)]


def semidefinite(matrix):
    """Whether a symmetric 2 by 2 matrix is positive semidefinite: its diagonal and determinant are not negative."""
    determinant = matrix[0][0] * matrix[1][1] - matrix[0][1] * matrix[1][0]
    return matrix[0][0] >= 0 and matrix[1][1] >= 0 and determinant >= 0


@leaves(matrices_as_data.products, whole=False)
@exact.check(
    "pnn.lemma-10",
    "inverse",
    wrong={"without the size": {"factor": lambda n: 1}, "plus for minus": {"sign": 1}},
    scope="instances",
)
def products_in_fractions(factor=lambda n: n, sign=-1):
    """$a I + b J$ times its inverse, entry by entry, for sizes 1 to 6 and $a$, $b$ from $-3$ to 3 where both
    divisors differ from zero."""
    for size, a, b in product(range(1, 7), range(-3, 4), range(-3, 4)):
        if a and a + size * b and a + factor(size) * b:
            constant = sign * Fraction(b, a * (a + factor(size) * b))
            inverse = two_valued(size, Fraction(1, a), constant)
            for i, j in product(range(size), repeat=2):
                entry = sum(x * y for x, y in zip(two_valued(size, a, b)[i], inverse[j], strict=True))
                yield {"diagonal" if i == j else "off the diagonal": entry == (i == j)}


def two_valued(size, diagonal, constant):
    """diagonal I + constant J."""
    return [[constant + (diagonal if i == j else 0) for j in range(size)] for i in range(size)]


@leaves(matrices_as_data.singular, whole=False)
@exact.check(
    "pnn.lemma-10",
    "singular",
    wrong={"$a = 1$": {"zero": 1}, "$b$ for $n b$": {"multiple": lambda n: 1}},
    scope="instances",
)
def determinants_in_fractions(zero=0, multiple=lambda n: n):
    r"""$\det(a I + b J) = 0$ at $a = 0$ for sizes 2 to 5, and at $a = -n b$ for sizes 1 to 5, by elimination in
    fractions."""
    for size, b in product(range(1, 6), (1, 2, -3)):
        if size > 1:
            yield {"a is zero": determinant(two_valued(size, Fraction(zero), b))}
        yield {"a cancels n b": determinant(two_valued(size, Fraction(-multiple(size) * b), b))}


def determinant(matrix):
    """By elimination with a search for the pivot."""
    rows, value = [list(row) for row in matrix], Fraction(1)
    for k in range(len(rows)):
        pivot = next((i for i in range(k, len(rows)) if rows[i][k]), None)
        if pivot is None:
            return Fraction(0)
        if pivot != k:
            rows[k], rows[pivot], value = rows[pivot], rows[k], -value
        value *= rows[k][k]
        for i in range(k + 1, len(rows)):
            share = Fraction(rows[i][k]) / rows[k][k]
            rows[i] = [x - share * y for x, y in zip(rows[i], rows[k], strict=True)]
    return value
