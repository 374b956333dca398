"""Proofs of the lemmas: polar and half-line integrals, and matrix identities for blocks of any size."""

import sympy
from sympy import Matrix, Rational, Symbol, cos, eye, pi, sin, symbols

from verification.certificates import leaves
from verification.methods import symbolic
from verification.papers.pnn2017.lemmas import blocks
from verification.papers.pnn2017.lemmas import certificates as leaving
from verification.papers.pnn2017.lemmas.half_spaces import (
    gaussian_moment,
    half_line_moment,
    over_wedge,
    radial_integral,
    scalars,
    sides,
    supplement,
    swap,
    theta,
    turn,
    wedge_moment,
)

QUARTER = Rational(1, 4)


@symbolic.check(
    "pnn.lemma-6",
    "matrix",
    wrong={
        "the angle for its supplement": {"opening": lambda angle: angle},
        "a cosine for the sine": {"weight": cos},
        "the identity for the exchange": {"exchange": lambda angle: eye(2)},
        "a turn for the exchange": {"exchange": turn},
        "$S$ with ones beside the plane": {"beside": 1},
    },
)
def polar_integral_over_the_wedge(opening=supplement, weight=sin, exchange=swap, beside=0):
    r"""The matrix by polar coordinates, in a frame that starts with the two unit vectors' plane.

    The law of $x$ is that of any rotation of $x$, so let $w_1/|w_1| = (1, 0, 0, \dots)$ and
    $w_2/|w_2| = (\cos\theta, \sin\theta, 0, \dots)$ with $0 \le \theta \le \pi$. Both indicators are 1 on the wedge
    $\theta - \frac\pi2 < \phi < \frac\pi2$. In the plane the radius gives $\int r^3 e^{-r^2/2} dr = 2$. The other
    coordinates are independent of the wedge, of mean 0 and variance 1: they give the wedge's probability on the
    diagonal and 0 elsewhere. Last, the exchange does what the lemma says, and is symmetric.
    """
    block = over_wedge(lambda phi: Matrix([cos(phi), sin(phi)]) * Matrix([[cos(phi), sin(phi)]]))
    probability = radial_integral(1) / (2 * pi) * over_wedge(lambda phi: sympy.Integer(1))
    first, second = Matrix([1, 0]), Matrix([cos(theta), sin(theta)])
    matrix = exchange(theta)
    return {
        "in the plane": radial_integral(3) / (2 * pi) * block - wedge_moment(theta, opening, weight, exchange),
        "outside the plane": probability * gaussian_moment(2) - opening(theta) / (2 * pi),
        "across": probability * gaussian_moment(1) - beside * weight(theta) / (2 * pi),
        "exchange of the first": matrix * first - second,
        "exchange of the second": matrix * second - first,
        "symmetric": matrix - matrix.T,
    }


@symbolic.check(
    "pnn.lemma-6",
    "bilinear",
    wrong={
        "the angle for its supplement": {"opening": lambda t: t},
        "half the angle in its supplement": {"opening": lambda t: pi - t / 2},
        "no cosine": {"linear": lambda t: 1},
        "a cosine for the sine": {"weight": cos},
    },
)
def bilinear_form(opening=supplement, weight=sin, linear=cos):
    r"""From Lemma 6: $u_1^\top M u_2$ as a function of the angle; $M(u, u)$ at angle 0 and $M(u, -u)$;
    $M(u_1, u_2) + M(u_1, -u_2)$.

    The angle to $-u_2$ is $\pi - \theta$, and what exchanges $u_1$ and $-u_2$ is minus what exchanges $u_1$ and $u_2$.
    Outside their plane the matrix is the coefficient of the identity alone.
    """
    first, second = Matrix([1, 0]), Matrix([cos(theta), sin(theta)])

    def moment(angle, exchange=swap):
        return wedge_moment(angle, opening, weight, exchange)

    pair = (first.T * moment(theta) * second)[0]
    return {
        "bilinear form": pair - (sin(theta) + supplement(theta) * linear(theta)) / (2 * pi),
        "equal vectors": moment(sympy.Integer(0)) - eye(2) / 2,
        "opposite vectors": moment(pi),
        "both sides": moment(theta) + moment(pi - theta, lambda _: -swap(theta)) - eye(2) / 2,
        "equal vectors, outside": opening(sympy.Integer(0)) - pi,
        "opposite vectors, outside": opening(pi),
        "both sides, outside": opening(theta) + opening(pi - theta) - pi,
    }


@symbolic.check(
    "pnn.lemma-7",
    "moment",
    wrong={
        "a half for a quarter": {"share": Rational(1, 2)},
        "one sign only": {"signs": lambda v, w: sympy.sign(v)},
    },
)
def half_lines(share=QUARTER, signs=lambda v, w: sympy.sign(v) * sympy.sign(w)):
    """The moment over the half-lines on which both weights act, for the four pairs of signs and any sizes."""
    for v, w in scalars(1, -1):
        kind = "equal signs" if (v * w).is_positive else "opposite signs"
        yield {kind: half_line_moment() * sides(v, w) - share * (1 + signs(v, w))}


@symbolic.check(
    "pnn.lemma-7",
    "product",
    wrong={
        "a half for a quarter": {"share": Rational(1, 2)},
        "no absolute value": {"size": lambda v, w: 0},
        "the mean of the squares for $|v w|$": {"size": lambda v, w: (v**2 + w**2) / 2},
    },
)
def product_of_two_units(share=QUARTER, size=lambda v, w: abs(v * w)):
    """On a half-line where both units act the product is $v w x^2$; all nine pairs of signs, zero among them, with
    free sizes."""
    for v, w in scalars(1, 0, -1):
        kind = "a zero" if v * w == 0 else "equal signs" if (v * w).is_positive else "opposite signs"
        yield {kind: half_line_moment() * sides(v, w) * v * w - share * (v * w + size(v, w))}


@leaves(leaving.at_zero, whole=False)
@symbolic.check(
    "pnn.lemma-7",
    "at-zero",
    wrong={
        "$s(0) = 1$": {"sign_of_zero": 1},
        "$s(0) = 0$": {"sign_of_zero": 0},
        "a half for a quarter": {"share": Rational(1, 2)},
    },
)
def formula_at_zero(sign_of_zero=-1, share=QUARTER):
    r"""The formula's excess over the truth at $(0, 0)$ and at $(0, -\alpha)$, $\alpha > 0$, is a half; at $(0, 0)$
    no real value of $s(0)$ brings the formula to the true 0, since $\frac14 (1 + s^2) = \frac14 + (\frac s2)^2$."""
    s = Symbol("s", real=True)
    negative = -Symbol("alpha", positive=True)
    at_origin = share * (1 + sign_of_zero**2) - half_line_moment() * sides(sympy.Integer(0), sympy.Integer(0))
    beside = share * (1 - sign_of_zero) - half_line_moment() * sides(sympy.Integer(0), negative)
    return {
        "at the origin": at_origin - Rational(1, 2),
        "beside it": beside - Rational(1, 2),
        "any sign of zero": share * (1 + s**2) - Rational(1, 4) - (s / 2) ** 2,
    }


@symbolic.check(
    "pnn.lemma-8",
    "identity",
    wrong={
        "the last term doubled": {"last": 2},
        "one cross term": {"cross": 1},
        "plus for minus": {"sign": 1},
    },
)
def schur_complement_of_the_differences(last=1, cross=2, sign=-1):
    r"""$S - (G - E^\top A^{-1} E)$ for blocks of any size, in the free algebra of $A$, $B$, $B^\top$, $C$ and the
    inverse of $A$."""
    gap = blocks.gap + (2 - cross) * blocks.b
    return blocks.schur(sign) - gap + last * blocks.e_transposed * blocks.a**-1 * blocks.e


@symbolic.check(
    "pnn.lemma-8",
    "squares",
    wrong={
        "half the last term": {"last": Rational(1, 2)},
        "no last term": {"last": 0},
        "half the first": {"first": Rational(1, 2)},
        "plus for minus in $S$": {"sign": 1},
    },
)
def sum_of_squares(first=1, last=1, sign=-1):
    r"""The bound minus $S$ and the bound plus $S$ as sums of squares, for blocks of any size.

    Let $e$ and $f$ be positive and at least $\|E\|$ and $\|F\|$, with $E = B - A$, $F = C - B^\top$, and $\lambda$ the
    least eigenvalue of $A$. Then $e^2 - E^\top E$, $f^2 - F^\top F$ and $A - \lambda$ are positive semidefinite, and
    both residuals write what is to be shown semidefinite as a sum of terms $X^\top P X$ with $P$ one of these, the
    identity or $A^{-1}$. Let $e$ and $f$ fall to the norms.
    """
    size_e, size_f, least = blocks.size_e, blocks.size_f, blocks.least
    bound = first * size_e + size_f + last * size_e**2 / least
    e, e_transposed, f, f_transposed = blocks.e, blocks.e_transposed, blocks.f, blocks.f_transposed
    middle = e_transposed * blocks.a**-1 * e
    upper = (
        blocks.dominated(size_e, e, e_transposed)
        + blocks.dominated(size_f, -f, -f_transposed)
        + blocks.slack(size_e, e, e_transposed) / least
        + e_transposed * e / least
        + middle
    )
    lower = (
        blocks.dominated(size_e, -e, -e_transposed)
        + blocks.dominated(size_f, f, f_transposed)
        + blocks.slack(size_e, e, e_transposed) / least
        + e_transposed * blocks.inverse_slack(least) * e
    )
    return [bound - blocks.schur(sign) - upper, bound + blocks.schur(sign) - lower]


@symbolic.check(
    "ours.lemma-8-sharp",
    "forms",
    wrong={"plus for minus in $S$": {"sign": 1}, "half of $G$": {"share": Rational(1, 2)}},
)
def schur_complement_as_a_form(sign=-1, share=1):
    r"""$S = X^\top M X$ with $-A^{-1} B$ above $I$ in $X$, so $S \succeq 0$ where $M$ is; and
    $G - S = (A^{-1} E)^\top A (A^{-1} E) \succeq 0$."""
    top, top_transposed = -(blocks.a**-1) * blocks.b, -blocks.b_transposed * blocks.a**-1
    form = top_transposed * blocks.a * top + top_transposed * blocks.b + blocks.b_transposed * top + blocks.c
    square = blocks.e_transposed * blocks.a**-1 * blocks.a * blocks.a**-1 * blocks.e
    return [blocks.schur(sign) - form, share * blocks.gap - blocks.schur(sign) - square]


@symbolic.check(
    "ours.lemma-8-sharp",
    "gap-squares",
    wrong={"half of the first norm": {"first": Rational(1, 2)}, "without $C - B$": {"second": 0}},
)
def gap_below_the_norms(first=1, second=1):
    r"""$e + f - G$ as a sum of squares, $e$ and $f$ as in Lemma 8, so that $G$ is at most $\|A - B\| + \|C - B\|$.

    With $0 \preceq S \preceq G$, the part before, $\|S\|$ is at most $\|G\|$, and $G$ has no negative eigenvalue.
    """
    rest = blocks.dominated(blocks.size_e, blocks.e, blocks.e_transposed)
    rest += blocks.dominated(blocks.size_f, -blocks.f, -blocks.f_transposed)
    return first * blocks.size_e + second * blocks.size_f - blocks.gap - rest


@symbolic.check(
    "ours.lemma-8-sharp",
    "map-squares",
    wrong={"one cross term": {"cross": 1}, "half of the form": {"share": Rational(1, 2)}},
)
def form_of_any_map(cross=2, share=1):
    r"""The form of $M$ at $-T$ above $I$ less $C - Y^\top A Y$ and $(T - Y)^\top A (T - Y)$, with $B = A Y$: no
    inverse of $A$ is used."""
    a, c = blocks.a, blocks.c
    t, t_transposed, y, y_transposed = symbols("T Tt Y Yt", commutative=False)
    b, b_transposed = a * y, y_transposed * a
    form = t_transposed * a * t - t_transposed * b - (cross - 1) * b_transposed * t + c
    return share * form - (c - y_transposed * a * y) - (t_transposed - y_transposed) * a * (t - y)


def inverse_coefficients(a, b, n, rank=lambda n: n, sign=-1):
    """The diagonal part and the constant of (a I + b J)^-1."""
    return 1 / a, sign * b / (a * (a + rank(n) * b))


@symbolic.check(
    "pnn.lemma-10",
    "inverse",
    wrong={"without the size": {"rank": lambda n: 1}, "plus for minus": {"sign": 1}},
)
def entries_of_the_product(**formula):
    """The entries of $a I + b J$ times its inverse, by counting: on the diagonal one index meets both diagonals and
    $n - 1$ meet neither; off it one index meets each diagonal and $n - 2$ meet neither. $n$, $a$ and $b$ are
    symbols."""
    a, b = symbols("a b", nonzero=True)
    n = Symbol("n", integer=True, positive=True)
    diagonal, constant = inverse_coefficients(a, b, n, **formula)
    on, off = diagonal + constant, constant
    return [(a + b) * on + (n - 1) * b * off - 1, (a + b) * off + b * on + (n - 2) * b * off]


@symbolic.check(
    "pnn.lemma-10", "singular", wrong={"$a + b$ for $a + n b$": {"rank": lambda n: 1}, "$b$ for $a$": {"other": 1}}
)
def null_vectors(rank=lambda n: n, other=0):
    r"""$(a I + b J)(e_1 - e_2) = a (e_1 - e_2)$, entry by entry, and
    $(a I + b J) \mathbf{1} = (a + n b) \mathbf{1}$."""
    a, b = symbols("a b", real=True)
    n = Symbol("n", integer=True, positive=True)
    eigenvalue = a + other * (b - a)
    return [(a + b) - b - eigenvalue, b - (a + b) + eigenvalue, (a + b) + (n - 1) * b - (a + rank(n) * b)]
