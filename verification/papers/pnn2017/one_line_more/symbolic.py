"""Proofs on one line more: the bordered inverse in blocks, the order, and an example where the norm stays."""

import sympy
from sympy import Matrix, Rational, Symbol, asin, pi, sqrt, symbols

from verification.certificates import leaves
from verification.methods import symbolic
from verification.papers.pnn2017.one_line_more import certificates as leaving

P, Q, C = symbols("P Q C", commutative=False)
B, Bt, F, Ft, w, wt, z, zt = symbols("B Bt F Ft w wt z zt", commutative=False)
alpha = Symbol("alpha", positive=True)
HALF = Rational(1, 2)
AXES = (sympy.Integer(0), HALF)  # in units of pi


def reduced(expression):
    """The expanded word with the scalar z' P^-1 z = 1 - 1/alpha taken out."""
    before, after = None, sympy.expand(expression)
    while after != before:
        before, after = after, sympy.expand(after.subs(zt * P**-1 * z, 1 - 1 / alpha))
    return after


def bordered_inverse(weight=alpha, sides=-1):
    """The claimed inverse of [[P, z], [z', 1]]: its blocks, row by row."""
    corner = P**-1 + weight * P**-1 * z * zt * P**-1
    return corner, sides * weight * P**-1 * z, sides * weight * zt * P**-1, weight


def schur_after():
    """C minus the new explained part, by the inverse in blocks."""
    corner, side, other, last = bordered_inverse()
    return C - (Bt * (corner * B + side * wt) + w * (other * B + last * wt))


@symbolic.check(
    "pnn.theorem-10",
    "update",
    wrong={
        "$v$ the kernel to the new line alone": {"v": (-w, -wt)},
        "plus for minus": {"sign": 1},
        r"$\alpha$ squared": {"weight": alpha**2},
        "plus beside the corner": {"sides": 1},
    },
)
def bordered_inverse_in_blocks(v=(Bt * P**-1 * z - w, zt * P**-1 * B - wt), sign=-1, weight=alpha, sides=-1):
    r"""Blocks that do not commute, so every number of lines and target lines: $P$, $B$, $C$ are $\psi_{11}$,
    $\psi_{12}$, $\psi_{22}$.

    First four: the claimed inverse of the matrix with the blocks $P$, $z$, $z^\top$ and 1 is one, as
    $z^\top P^{-1} z = 1 - \frac1\alpha$ by the definition of $\alpha$. Last: with it the new Schur complement is the
    old one minus $\alpha v v^\top$.
    """
    corner, side, other, last = bordered_inverse(weight, sides)
    yield reduced(P * corner + z * other) - 1
    yield reduced(P * side + z * last)
    yield reduced(zt * corner + other)
    yield reduced(zt * side + last) - 1
    yield reduced(schur_after() - (C - Bt * P**-1 * B) - sign * weight * v[0] * v[1])


@symbolic.check(
    "pnn.theorem-10",
    "forms",
    wrong={
        "without the new line's own square": {"own": 0},
        "half of the cross terms": {"cross": Rational(1, 2)},
    },
)
def quadratic_forms_of_gram_matrices(own=1, cross=1):
    r"""Quadratic forms in blocks of every size.

    First: $y = (-P^{-1} z, 1)$ and the matrix with the blocks $P$, $z$, $z^\top$ and 1, whose form is
    $1 - z^\top P^{-1} z = \frac1\alpha$. Second: the form of the matrix with the blocks $Q$, $F$, $F^\top$ and $C$ at
    $(-Q^{-1} F, 1)$ is $C - F^\top Q^{-1} F$; $Q$ for the lines and the new one, $F$ from these to the target's.
    """
    y, yt = -(P**-1) * z, -zt * P**-1
    yield reduced(yt * P * y + cross * (yt * z + zt * y) + own - 1 / alpha)
    x, xt = -(Q**-1) * F, -Ft * Q**-1
    yield sympy.expand(xt * Q * x + cross * (xt * F + Ft * x) + C - (C - Ft * Q**-1 * F))


def psi(rho):
    """The kernel."""
    return 2 / pi * (sqrt(1 - rho**2) + rho * asin(rho))


def plane_schur(lines, targets):
    """S for lines and target lines in the plane at multiples of pi, exactly."""

    def kernel(left, right):
        return Matrix(len(left), len(right), lambda i, j: psi(sympy.cos(pi * (left[i] - right[j]))))

    return kernel(targets, targets) - kernel(targets, lines) * kernel(lines, lines).inv() * kernel(lines, targets)


@leaves(leaving.lines_on_the_diagonals)
@symbolic.check(
    "pnn.theorem-10",
    "no-decrease",
    wrong={
        "the new line nearer to one target": {"added": Rational(1, 6)},
        "one target alone": {"targets": (sympy.Integer(0),)},
        "$(1, 1)$ for $(1, -1)$": {"second": 1},
        "an eigenvalue below 0": {"others": 0},
        "a trace that falls by 1": {"fall": 1},
        "eigenvalues that add up to more than 1": {"least": 1},
    },
    scope="finite",
)
def lines_on_the_diagonals(added=3 * HALF / 2, targets=AXES, second=-1, others=1, fall=0, least=0):
    r"""Exact Schur complements of two target lines (axes), for one line (45 degrees), then two (135 degrees).

    $(1, -1)$ is an eigenvector with the value $1 - \frac2\pi$ before and after. The other eigenvalue, the trace less
    that, is smaller before, and after too, since the trace falls; the trace stays positive, so that neither
    exceeds the other in size by its sign. $v$ is not zero: the trace falls.
    """
    first = (Rational(1, 4),)
    before, after = plane_schur(first, targets), plane_schur((*first, added), targets)
    vector = Matrix([1, second][: len(targets)])
    yield {"eigenvector before": sympy.simplify(before * vector - (1 - 2 / pi) * vector)}
    yield {"eigenvector after": sympy.simplify(after * vector - (1 - 2 / pi) * vector)}
    yield {"the other eigenvalue": sympy.simplify(before.trace()) < (1 + others) * (1 - 2 / pi)}
    yield {"traces": sympy.simplify(after.trace() - before.trace()) < -fall}
    yield {"trace after": sympy.simplify(after.trace()) > least}


@symbolic.check(
    "pnn.theorem-10",
    "repeated-line",
    wrong={"a diagonal that is not 1": {"own": Rational(1, 2)}, "the line's first half": {"scale": Rational(1, 2)}},
)
def column_of_the_kernel(own=1, scale=1):
    r"""A line that is there already has $z = P e$, a column of $P$: in blocks
    $z^\top P^{-1} z = e^\top P e = \psi(1) = 1$.

    And $v = B^\top P^{-1} z - w = B^\top e - w = 0$, as $w$ is the same row of $B$.
    """
    e, et = symbols("e et", commutative=False)
    column, row = scale * P * e, scale * et * P
    yield sympy.expand(row * P**-1 * column).subs(et * P * e, own) - 1
    yield sympy.expand(Bt * P**-1 * column - Bt * e)
