"""The Hessian of the risk in a region as two squares."""

import sympy
from sympy import Rational

from verification.methods import symbolic
from verification.papers.pnn2017.matched import pair_moments

HALF = Rational(1, 2)


@symbolic.check(
    "ours.hessian-rank",
    "form",
    wrong={
        "a quarter for a half": {"share": Rational(1, 4)},
        "$b$ without the signs": {"signs": lambda s: 1},
        "a with the signs": {"odd": lambda s: s},
        "half the cosine in the moments": {"linear": lambda cosine: cosine / 2},
    },
)
def hessian_as_two_squares(share=HALF, signs=lambda s: s, odd=lambda s: 1, linear=lambda cosine: cosine):
    r"""$v^\top H v = \frac12 (|U^\top a|^2 + b^\top \psi[K] b)$, $a_r = \sum v_i$ and $b_r = \sum s_i v_i$ over the
    neurons of a line, with two lines of two neurons.

    $H$ is the matrix of second derivatives of the risk in $c$ inside an orthant: $s_i s_j$ times $2 E f_i f_j$, whose
    formula for each pair is proved here too. Both sides are quadratic forms in $v$ with coefficients that depend on the
    lines and signs of a pair only: two lines and both signs hold every kind of pair.
    """
    cosine, kernel = sympy.symbols("rho psi", real=True)
    neurons = [(line, s) for line in (0, 1) for s in (1, -1)]
    moves = sympy.symbols("v0:4", real=True)
    entry = {True: (1, 1), False: (cosine, kernel)}
    hessian = [
        [s * t * HALF * (s * t * entry[line == row][0] + entry[line == row][1]) for row, t in neurons]
        for line, s in neurons
    ]
    form = sum(hessian[i][j] * moves[i] * moves[j] for i in range(4) for j in range(4))
    a = [sum(odd(s) * v for (r, s), v in zip(neurons, moves, strict=True) if r == line) for line in (0, 1)]
    b = [sum(signs(s) * v for (r, s), v in zip(neurons, moves, strict=True) if r == line) for line in (0, 1)]
    squares = [x[0] ** 2 + x[1] ** 2 + 2 * off * x[0] * x[1] for x, off in ((a, cosine), (b, kernel))]
    return [form - share * sum(squares), *pair_moments.residuals(linear=linear)]
