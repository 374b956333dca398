"""Ranks of D in whole numbers."""

from flint import fmpz_mat

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.diversity2017.minimisers import certificates as leaving

PLANE = [[4, 1], [1, 2], [-1, 3], [-5, 1], [-2, -3], [1, -4], [4, -1]]  # seven samples of the plane, on no axis


def stacked(units, samples):
    """D, with every v = 1: rows are units and inputs, columns samples."""
    columns = [[e * (dot(w, x) >= 0) for w in units for e in x] for x in samples]
    return fmpz_mat([list(row) for row in zip(*columns, strict=True)])


def dot(a, b):
    """The product of two rows."""
    return sum(x * y for x, y in zip(a, b, strict=True))


def cross_polytope(inputs):
    """The axes and their opposites."""
    return [[sign * (i == j) for j in range(inputs)] for sign in (1, -1) for i in range(inputs)]


def samples_off_the_axes(count, inputs):
    """Samples of whole numbers other than 0, of all signs."""
    return [[(-1) ** (i >> j) * (1 + (i * i * (j + 2) + 3 * j * i) % 17) for j in range(inputs)] for i in range(count)]


@leaves(leaving.reached)
@exact.check(
    "ours.cross-polytope-rank",
    "reached",
    wrong={"$d^2$": {"further": 0}, "$2 d^2$": {"further": None}},
)
def ranks_of_cross_polytopes(further=1):
    """The rank of $D$ with $d^2 + d + 1$ samples in 2, 3 and 4 inputs, less $d^2 + d$."""
    for inputs in (2, 3, 4):
        matrix = stacked(cross_polytope(inputs), samples_off_the_axes(inputs**2 + inputs + 1, inputs))
        wanted = 2 * inputs**2 if further is None else inputs**2 + further * inputs
        yield {"the rank, less": matrix.rank() - wanted}


@leaves(leaving.others)
@exact.check(
    "ours.cross-polytope-rank",
    "others",
    wrong={"two opposite pairs": {"units": ((2, 1), (-2, -1), (1, -3), (-1, 3))}, "rank 8": {"wanted": 8}},
)
def four_units_of_full_rank(units=((1, 0), (0, 1), (-3, 2), (-1, -3)), wanted=7):
    """The rank of $D$ for four units of the plane and seven samples, less 7; and for the cross-polytope, less 6."""
    yield {"four units": stacked(units, PLANE).rank() - wanted}
    yield {"the cross-polytope": stacked(cross_polytope(2), PLANE).rank() - wanted + 1}


@leaves(leaving.turned)
@exact.check(
    "ours.cross-polytope-rank",
    "turned-to-a-sample",
    wrong={"a sample on no axis": {"first": (4, 1)}, "on a diagonal": {"first": (1, 1)}},
)
def cross_polytope_orthogonal_to_a_sample(first=(1, 0)):
    """The rank of $D$ for the cross-polytope of the plane and seven samples, the first of them on an axis, less 7."""
    yield stacked(cross_polytope(2), [first, *PLANE[1:]]).rank() - 7
