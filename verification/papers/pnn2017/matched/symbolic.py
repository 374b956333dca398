"""Proofs of the matched risk, of the spectrum of equally spaced lines and of the count of good regions."""

import sympy
from sympy import Rational, Symbol, acos, cos, cot, csc, pi, sec, sin, sqrt, tan

from verification.methods import symbolic
from verification.papers.pnn2017.kernel.symbolic import psi
from verification.papers.pnn2017.matched import pair_moments

count = Symbol("R", integer=True, positive=True)
index = Symbol("j", integer=True)
HALF, QUARTER = Rational(1, 2), Rational(1, 4)


def acute(cosine):
    """The cosine of the acute angle between two lines."""
    return sqrt(cosine**2)


@symbolic.check(
    "pnn.theorem-6",
    "value",
    wrong={
        "a half for a quarter": {"share": HALF},
        "acute angles in the linear part": {"linear": acute},
        "arccos for arcsin": {"kernel": lambda cosine: psi(cosine, angle=acos)},
    },
    at={"rho": Rational(-2, 5)},
)
def moments_of_pairs(**statement):
    """Integrate the product of two rectified projections for all pairs of signs and any angle.

    The risk is the sum, over all pairs of neurons of network and target, of the product of their sizes (target
    neurons counted negatively) and this moment. What is left, that the sum of the formulas over pairs is the
    formula of the theorem, is `sum_over_pairs`.
    """
    return pair_moments.residuals(**statement)


def two_lines():
    """Every kind of neuron on two lines: (side, line, sign, size), with a symbol for each size."""
    kinds = [(side, line, sign) for side in (1, -1) for line in (0, 1) for sign in (1, -1)]
    sizes = sympy.symbols("m0:8", positive=True)
    return [(*kind, size) for kind, size in zip(kinds, sizes, strict=True)]


@symbolic.check(
    "pnn.theorem-6",
    "value",
    wrong={
        "sums of w in the kernel part": {"masses": lambda sign: sign},
        "an eighth for a quarter": {"share": Rational(1, 8)},
    },
)
def sum_over_pairs(share=QUARTER, masses=lambda sign: 1):
    """Add the formula of the moments over all pairs, with free sizes, cosine and kernel between two lines.

    Both sides are quadratic forms in the sizes of the neurons, and their coefficients depend on the lines and
    signs of a pair only: two lines with neurons of both signs in network and target hold every kind of pair, so
    the vanishing of this residual gives the identity for any number of lines and neurons.
    """
    cosine, kernel = sympy.symbols("rho psi", real=True)
    neurons = two_lines()

    def moment(line, row, s, t):
        entries = (cosine, kernel) if line != row else (sympy.Integer(1), sympy.Integer(1))
        return pair_moments.formula(s, t, entries[0], kernel=lambda _: entries[1])

    total = sum(
        a * b * size * other * moment(line, row, s, t)
        for a, line, s, size in neurons
        for b, row, t, other in neurons
    )
    odd = [sum(a * s * m for a, line, s, m in neurons if line == row) for row in (0, 1)]
    even = [sum(a * masses(s) * m for a, line, s, m in neurons if line == row) for row in (0, 1)]
    return total - share * (quadratic_form(odd, cosine) + quadratic_form(even, kernel))


def quadratic_form(vector, off_diagonal):
    """v' M v for the 2 x 2 matrix with ones on the diagonal."""
    first, second = vector
    return first**2 + second**2 + 2 * off_diagonal * first * second


@symbolic.check(
    "pnn.theorem-6",
    "orientation",
    wrong={
        "arccos for arcsin": {"kernel": lambda cosine: psi(cosine, angle=acos)},
        "the risk's linear part too": {"kernel": lambda cosine: cosine},
    },
)
def turning_a_line(kernel=psi):
    """psi(-rho) - psi(rho) with free rho: turning a line changes the sign of cosines and no entry of psi[K]."""
    rho = Symbol("rho", real=True)
    return kernel(-rho) - kernel(rho)


@symbolic.check(
    "pnn.theorem-6",
    "acute-angles",
    wrong={"the cosines of the lines' own angles": {"entry": lambda angle: cos(angle)}},
)
def four_lines_with_acute_cosines(entry=lambda angle: sqrt(cos(angle) ** 2)):
    """|K| of four lines at multiples of 45 degrees has the eigenvector (1, -1, 1, -1) with eigenvalue 1 - sqrt 2."""
    gram = sympy.Matrix(4, 4, lambda i, j: entry(pi * (i - j) / 4))
    vector = sympy.Matrix([1, -1, 1, -1])
    return [*(gram * vector - (1 - sqrt(2)) * vector), sympy.Lt(1 - sqrt(2), 0)]


def halves(R, j):
    """The angles alpha = pi (2j - 1)/(2R) and beta = pi (2j + 1)/(2R)."""
    return pi * (2 * j - 1) / (2 * R), pi * (2 * j + 1) / (2 * R)


def share_of(angle, R, sign, squares=HALF, cotangents=1 / pi):
    """What one of the two angles contributes to the eigenvalue; sign -1 for alpha, 1 for beta."""
    return squares * csc(angle) ** 2 / R + sign * cotangents * cot(angle)


def eigenvalue(R, j):
    """Eigenvalue j of psi on R equally spaced lines in the plane."""
    alpha, beta = halves(R, j)
    return share_of(alpha, R, -1) + share_of(beta, R, 1)


def harmonic_sums(angle, m, boundary=QUARTER):
    """Antidifferences in m of sin(2 m a), cos(2 m a) and m cos(2 m a); sin(a) is not zero."""
    twice, odd = 2 * sin(angle), (2 * m - 1) * angle
    return (
        -cos(odd) / twice,
        sin(odd) / twice,
        m * sin(odd) / twice + boundary * cos(2 * m * angle) / sin(angle) ** 2,
    )


@symbolic.check(
    "pnn.example-1",
    "eigenvalues",
    wrong={"a half for a quarter": {"boundary": HALF}, "the last sum by the first term alone": {"boundary": 0}},
)
def antidifferences(boundary=QUARTER):
    """The three sums telescope: T(m + 1) - T(m) is the summand, for free m and angle."""
    angle, m = sympy.symbols("a m", real=True)
    summands = sin(2 * m * angle), cos(2 * m * angle), m * cos(2 * m * angle)
    after, before = harmonic_sums(angle, m + 1, boundary), harmonic_sums(angle, m, boundary)
    scaled = [(t - u - v) * 4 * sin(angle) ** 2 for t, u, v in zip(after, before, summands, strict=True)]
    return [sympy.expand(sympy.expand_trig(sympy.expand(e))).subs(cos(angle) ** 2, 1 - sin(angle) ** 2) for e in scaled]


@symbolic.check(
    "pnn.example-1",
    "eigenvalues",
    wrong={"arccos for arcsin": {"kernel": lambda cosine: psi(cosine, angle=acos)}, "a sine for a cosine": {"wave": sin}},
)
def terms_of_the_row(kernel=psi, wave=cos):
    """The row of the circulant as trigonometric terms.

    First psi at cos(t), for 0 <= t <= pi, as (2/pi)(sin t + (pi/2 - t) cos t); then its product with
    cos(2 pi j m/R) at t = pi m/R as the sines and cosines of 2 m alpha and 2 m beta that are summed.
    """
    rho, m = Symbol("rho", real=True), Symbol("m", integer=True)

    def row(t):
        return 2 / pi * (sin(t) + (pi / 2 - t) * cos(t))

    alpha, beta = halves(count, index)
    terms = sin(2 * m * beta) - sin(2 * m * alpha) + (pi / 2 - pi * m / count) * (cos(2 * m * alpha) + cos(2 * m * beta))
    x, y = sympy.symbols("x y", real=True)  # pi m / R and 2 pi j m / R
    product = row(pi * m / count) * wave(y) - (terms / pi)
    angles = {sympy.expand(2 * m * a): y + shift * x for a, shift in ((alpha, -1), (beta, 1))}
    product = product.replace(lambda e: isinstance(e, sin | cos), lambda e: e.func(angles.get(sympy.expand(e.args[0]), e.args[0])))
    return [row(acos(rho)) - kernel(rho).rewrite(acos), sympy.expand_trig(product.subs(m, x * count / pi))]


@symbolic.check(
    "pnn.example-1",
    "eigenvalues",
    wrong={
        "cosecants over R, not 2R": {"squares": 1},
        "cotangents over 2 pi": {"cotangents": 1 / (2 * pi)},
        "no cotangents": {"cotangents": 0},
    },
    forms={"equally_spaced_eigenvalue": eigenvalue},
)
def sum_of_the_row(**statement):
    """T(R) - T(0) minus the closed form, for the terms at alpha and those at beta.

    psi(cos(pi m/R)) is R-periodic in m because psi is even, so psi[K] is a circulant matrix and its eigenvalues
    are the sums of its row times cos(2 pi j m/R). The row is `terms_of_the_row`, summed by `antidifferences`.
    Either angle a is an odd multiple of pi/(2R): 2Ra is an odd multiple of pi and sin(a) is not zero.
    """
    a, odd = Symbol("a", real=True), pi * (2 * index + 1)
    at_the_end = {(2 * count - 1) * a: odd - a, 2 * count * a: odd}
    known = {f(k): sympy.expand_trig(f(v)) for k, v in at_the_end.items() for f in (sin, cos)}
    start, end = harmonic_sums(a, 0), harmonic_sums(a, count)
    sine, cosine, weighted = (t.subs(known) - u for t, u in zip(end, start, strict=True))
    totals = [(sign * sine + pi / 2 * cosine - pi / count * weighted) / pi for sign in (-1, 1)]
    forms = [share_of(a, count, sign, **statement).rewrite(csc, sin).rewrite(cot, cos) for sign in (-1, 1)]
    return [sympy.together(t - f.rewrite(sin)) for t, f in zip(totals, forms, strict=True)]
