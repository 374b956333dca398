"""The segment between two networks of opposite predictions, in rational numbers: halfway there is no ray to follow."""

from fractions import Fraction

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.basin2016.monotone_path import certificates as leaving

INPUTS = (1, -1, 2)
TARGETS = ((3, -1), (0, 2), (5, -3))
HIDDEN = (1, -1)
OUTPUT = ((2, 1), (-1, 2))
HALF = Fraction(1, 2)


def predictions(share, opposite):
    """P on the segment from output weights `opposite` times OUTPUT to OUTPUT, the hidden weights being the same."""
    factor = (1 - share) * opposite + share
    hidden = [[max(w * x, 0) for w in HIDDEN] for x in INPUTS]
    return [[factor * sum(v * h for v, h in zip(row, values, strict=True)) for row in OUTPUT] for values in hidden]


def loss(rows, scale, sign=1):
    """Mean of the squared distances of the scaled predictions from the targets, or from their opposites."""
    pairs = [(p, y) for row, target in zip(rows, TARGETS, strict=True) for p, y in zip(row, target, strict=True)]
    return sum((scale * p - sign * y) ** 2 for p, y in pairs) / Fraction(len(TARGETS))


@leaves(leaving.through_zero)
@exact.check(
    "basin.theorem-1",
    "through-zero",
    wrong={
        "half the opposite predictions": {"opposite": -HALF},
        "a third of the way": {"share": Fraction(1, 3)},
        "the opposite targets": {"sign": -1},
    },
    scope="instances",
)
def no_scale_halfway(opposite=-1, share=HALF, sign=1):
    r"""$L(P_0) > L(0) > L(P_1)$; halfway $P = 0$, and $L(c P) - L(0) = 0$ at $c = 1, 10, \dots, 10^9$.

    At a distance of $2^{-n}$ from there the predictions, times $2^{n-1}$, are those of the end, $n = 2, \dots, 11$:
    every scale is as much larger.
    """
    first, last, zero = (loss(predictions(s, opposite), c, sign) for s, c in ((0, 1), (1, 1), (0, 0)))
    middle = predictions(share, opposite)
    yield {"start above L(0)": first > zero, "end below L(0)": last < zero}
    yield {"P halfway": [p for row in middle for p in row]}
    yield {"L(c P) - L(0) halfway": [loss(middle, 10**k, sign) - zero for k in range(10)]}
    for n in range(2, 12):
        near = predictions(HALF + Fraction(1, 2**n), opposite)
        rows = zip(near, predictions(1, opposite), strict=True)
        yield {"P near it": [2 ** (n - 1) * p - q for row, end in rows for p, q in zip(row, end, strict=True)]}
