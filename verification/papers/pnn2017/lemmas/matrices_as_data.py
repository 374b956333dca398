"""The matrix lemmas on small matrices, counted, as data for anybody's program."""

from itertools import product

from verification.enumerations import added, count, determinant, different, enumeration, times

SIZES = 2, 3, 4
GIVEN = (1, 0, 1), (0, 1, -1), (1, 1, 0)


def one_by_one_blocks() -> dict:
    """|C - B^2/A| is at most |A - B| + |C - B| + (A - B)^2/A for A from 1 to 4, B and C from -4 to 4."""
    apart, entries = ["-", "a", "b"], range(-4, 5)
    complement = ["abs", ["-", "c", ["/", times("b", "b"), "a"]]]
    bound = added(["abs", apart], ["abs", ["-", "c", "b"]], ["/", times(apart, apart), "a"])
    every = list(product(range(1, 5), entries, entries))
    attained = sum(abs(a * c - b * b) == a * (abs(a - b) + abs(c - b)) + (a - b) ** 2 for a, b, c in every)
    counts = [
        count("within the bound", ["<=", complement, bound], len(every), len(every)),
        count("the bound attained", ["=", complement, bound], attained, len(every)),
    ]
    return enumeration({"a": range(1, 5), "b": entries, "c": entries}, counts)


def semidefinite(matrix: list[list]) -> list:
    """That diagonal and determinant of a symmetric two by two matrix are not negative."""
    return ["and", ["<=", 0, matrix[0][0]], ["<=", 0, matrix[1][1]], ["<=", 0, determinant(matrix)]]


def inner(v: tuple, w: tuple) -> list:
    """The inner product of two vectors."""
    return added(*(times(a, b) for a, b in zip(v, w, strict=True)))


def gram_matrices() -> dict:
    """Inner products of three vectors and (x, y, z), in blocks of two: S = C - B' A^-1 B and G - S.

    A, of the first two, has the determinant 3, and so for its inverse: its own adjugate over 3.
    """
    vectors = [*GIVEN, ("x", "y", "z")]
    pairs = list(product(range(2), repeat=2))
    a, b, c = ({(i, j): inner(vectors[i + m], vectors[j + n]) for i, j in pairs} for m, n in ((0, 0), (0, 2), (2, 2)))
    inverse = {(i, j): ["/", a[1 - i, 1 - j] if i == j else times(-1, a[i, j]), "d"] for i, j in pairs}
    following = {"d": ["-", times(a[0, 0], a[1, 1]), times(a[0, 1], a[1, 0])]}
    for k, (i, j) in enumerate(pairs):
        form = added(*(times(b[m, i], inverse[m, n], b[n, j]) for m, n in pairs))
        following[f"s{k}"] = ["-", c[i, j], form]
        following[f"g{k}"] = ["-", added(a[i, j], c[i, j]), added(b[i, j], b[j, i])]
    s: list[list] = [["s0", "s1"], ["s2", "s3"]]
    rest: list[list] = [[["-", f"g{2 * i + j}", s[i][j]] for j in range(2)] for i in range(2)]
    tests = {"S": s, "G - S": rest}
    counts = [count(f"{name} is semidefinite", semidefinite(one), 27, 27) for name, one in tests.items()]
    return enumeration(dict.fromkeys("xyz", (-1, 0, 1)), counts, following)


def products() -> dict:
    """a I + b J times what the lemma calls its inverse, entry by entry, where that has a value."""
    numbers, counts = range(-3, 4), []
    for size in SIZES:
        divisor = times("a", added("a", times(size, "b")))
        off = ["/", times(-1, "b"), divisor]
        on, own = added(["/", 1, "a"], off), added("a", "b")
        diagonal = added(times(own, on), *[times("b", off)] * (size - 1))
        beside = added(times(own, off), times("b", on), *[times("b", off)] * (size - 2))
        regular, number = different(divisor, 0), sum(a * (a + size * b) != 0 for a in numbers for b in numbers)
        counts.append(count(f"size {size}: 1 on the diagonal", ["=", diagonal, 1], number, number, regular))
        counts.append(count(f"size {size}: 0 off the diagonal", ["=", beside, 0], number, number, regular))
    return enumeration({"a": numbers, "b": numbers}, counts)


def singular() -> dict:
    """The determinant of a I + b J is 0 where a or a + n b is 0, and nowhere else."""
    rows, columns, counts = range(-6, 7), range(-3, 4), []
    for size in SIZES:
        matrix = [[added("a", "b") if i == j else "b" for j in range(size)] for i in range(size)]
        zero, cancels = ["=", determinant(matrix), 0], ["or", ["=", "a", 0], ["=", added("a", times(size, "b")), 0]]
        number = sum(a == 0 or a + size * b == 0 for a in rows for b in columns)
        counts.append(count(f"size {size}: singular where a or a + n b is 0", zero, number, number, cancels))
        counts.append(count(f"size {size}: singular", zero, number, len(rows) * len(columns)))
    return enumeration({"a": rows, "b": columns}, counts)
