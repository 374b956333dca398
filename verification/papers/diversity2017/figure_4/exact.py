"""Four units in the plane and seven samples: R in fractions, and the rank of D."""

from fractions import Fraction
from itertools import combinations

from flint import fmpq_mat

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.diversity2017.figure_4 import certificates as leaving

OCTANTS = ((1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))  # directions at multiples of pi/4
SAMPLES = ((2, 1), (1, 2), (-1, 3), (-3, 1), (-2, -3), (1, -4), (4, -1))


def regulariser(units):
    """The mean over pairs of (1/2 - angle/(2 pi))^2, for units given by their multiples of pi/4."""
    steps = [min((a - b) % 8, (b - a) % 8) for a, b in combinations(units, 2)]
    return sum(Fraction(4 - step, 8) ** 2 for step in steps) / len(steps)


def rank(units, samples=SAMPLES):
    """The rank of D: rows are a unit's mask times an entry of the samples."""
    rows = []
    for unit in units:
        active = [sum(a * b for a, b in zip(OCTANTS[unit], x, strict=True)) >= 0 for x in samples]
        rows += [[x[entry] * on for x, on in zip(samples, active, strict=True)] for entry in range(2)]
    return fmpq_mat(len(rows), len(samples), [entry for row in rows for entry in row]).rank()


@leaves(leaving.ranks)
@exact.check(
    "ours.regulariser-and-singular-value",
    "in-the-plane",
    wrong={
        "another unit of the four turned": {"axes": (0, 2, 4, 5)},
        "the four axes both times": {"other": (0, 2, 4, 6)},
        "two equal units": {"other": (0, 0, 2, 4)},
    },
    scope="finite",
)
def four_axes_and_one_turned(axes=(0, 2, 4, 6), other=(1, 2, 4, 6)):
    r"""Units at multiples of $\frac \pi4$: both values of $R$ and which is larger, and both ranks of $D$."""
    yield {"R of the axes": regulariser(axes) - Fraction(1, 24)}
    yield {"R with one turned": regulariser(other) - Fraction(19, 384)}
    yield {"R is larger": regulariser(axes) < regulariser(other)}
    yield {"the rank of the axes": rank(axes) - 6}
    yield {"the rank with one turned": rank(other) - len(SAMPLES)}
