"""Ranks of Hessians over the rational functions of 2/pi."""

from itertools import product

import sympy
from sympy.polys.matrices import DomainMatrix

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.pnn2017.enumeration import ranks_as_data


def hessian_on_axes(home, signs):
    """2 H on coordinate axes, as a matrix over the field of rational functions in k = psi(0) = 2/pi."""
    k = sympy.Symbol("k")
    rows = [
        [(1 + s * t if i == j else s * t * k) for j, t in zip(home, signs, strict=True)]
        for i, s in zip(home, signs, strict=True)
    ]
    return DomainMatrix.from_Matrix(sympy.Matrix(rows)).convert_to(sympy.QQ.frac_field(k))


@leaves(ranks_as_data.ranks_on_the_axes, whole=False)
@exact.check(
    "ours.hessian-rank",
    "rank",
    wrong={
        "two for every line": {"mixed_count": lambda mixed, lines: lines},
        "no mixed lines": {"mixed_count": lambda mixed, lines: 0},
    },
    scope="instances",
)
def rank_on_the_axes(mixed_count=lambda mixed, lines: mixed):
    r"""Every sign pattern of up to six neurons on up to three axes: the rank of $H$ over the rational functions of
    $\frac2\pi$ is $R$ and the number of mixed lines.

    $\frac2\pi$ is transcendental, so a rational function of it vanishes only if it vanishes identically: elimination
    over the field of rational functions gives the rank of the matrix itself.
    """
    for home in ((0,), (0, 0, 0), (0, 0, 1, 1), (0, 0, 0, 1), (0, 0, 1, 1, 2, 2)):
        lines = max(home) + 1
        for signs in product((1, -1), repeat=len(home)):
            mixed = sum({s for r, s in zip(home, signs, strict=True) if r == line} == {1, -1} for line in range(lines))
            rank = hessian_on_axes(home, signs).rank()
            yield {f"{mixed} of {lines} lines mixed": rank - lines - mixed_count(mixed, lines)}
