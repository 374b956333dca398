"""The net on the two axes that comes nearest to a target neuron at 45 degrees and a light one on an axis, in balls.

Lines e1, e2, two or more neurons on each; target neurons (1, 1)/sqrt 2 and m e2. Every net on the lines is
h = sum_j c_j relu(f_j . x) with f = e1, e2, -e1, -e2 and c >= 0, and the risk is a convex quadratic of c.
"""

from dataclasses import dataclass

from flint import arb, arb_mat

from verification.papers.pnn2017.kernel_matrix.balls_of_lines import (
    Rows,
    cosines,
    entrywise,
    psi,
    schur_complement,
)

FEATURES = ((1, 0), (0, 1), (-1, 0), (0, -1))
AXES, TARGETS = FEATURES[:2], ((1, 1), (0, 1))


def relu_kernel(forms, rho: arb) -> arb:
    """E relu(u.x) relu(v.x) = (rho + psi(rho))/4, by relu(t) = (t + |t|)/2; the mixed terms are odd."""
    return (rho + psi(forms, rho)) / 4


@dataclass(frozen=True)
class Optimum:
    """Coefficients, shape (features,); the risk; its slope in each unused feature; the Schur complement."""

    coefficients: list[arb]
    risk: arb
    slopes: list[arb]
    schur: Rows


def optimum(forms, light: arb, used: int, targets=TARGETS) -> Optimum:
    """The point where the risk is stationary in the first `used` coefficients and the others are zero.

    Where the coefficients found are positive and the other slopes are too, it is the least risk: the problem is convex.
    """
    gram = entrywise(lambda rho: relu_kernel(forms, rho), cosines(FEATURES, FEATURES))
    cross = entrywise(lambda rho: relu_kernel(forms, rho), cosines(FEATURES, targets))
    inner = [row[0] + light * row[1] for row in cross]
    own = [[relu_kernel(forms, rho) for rho in row] for row in cosines(targets, targets)]
    square = own[0][0] + 2 * light * own[0][1] + light**2 * own[1][1]
    solution = arb_mat([row[:used] for row in gram[:used]]).solve(arb_mat([[x] for x in inner[:used]]))
    found = [solution[i, 0] for i in range(used)]
    risk = square - sum(c * x for c, x in zip(found, inner, strict=False))
    slopes = [2 * (sum(g * c for g, c in zip(gram[j], found, strict=False)) - inner[j]) for j in range(used, len(gram))]
    blocks = (cosines(*pair) for pair in ((AXES, AXES), (AXES, targets), (targets, targets)))
    schur = schur_complement(*(entrywise(lambda rho: psi(forms, rho), block) for block in blocks))
    return Optimum(found, risk, slopes, schur)
