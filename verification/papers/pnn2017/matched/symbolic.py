"""Proofs of the matched risk, of the spectrum of equally spaced lines and of the count of good regions."""

import sympy
from sympy import Rational, Symbol, acos, cos, pi, sqrt

from verification.methods import symbolic
from verification.papers.pnn2017.kernel.symbolic import psi
from verification.papers.pnn2017.matched import pair_moments

count = Symbol("R", integer=True, positive=True)


index = Symbol("j", integer=True)


HALF, QUARTER = Rational(1, 2), Rational(1, 4)
VALUE = 1 - sqrt(2)  # an eigenvalue of |K| of four lines at multiples of 45 degrees


def acute(cosine):
    """The cosine of the acute angle between two lines."""
    return sqrt(cosine**2)


@symbolic.check(
    "pnn.theorem-6",
    "value",
    wrong={
        "a half for a quarter": {"share": HALF},
        "acute angles in the linear part": {"linear": acute},
        r"$\arccos$ for $\arcsin$": {"kernel": lambda cosine: psi(cosine, angle=acos)},
    },
    at={"rho": Rational(-2, 5)},
)
def moments_of_pairs(**statement):
    """Integrate the product of two rectified projections for all pairs of signs and any angle.

    The risk is the sum, over all pairs of neurons of network and target, of the product of their sizes (target neurons
    counted negatively) and this moment. What is left, that the sum of the formulas over pairs is the formula of the
    theorem, is a check of its own.
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
        "sums of $w$ in the kernel part": {"masses": lambda sign: sign},
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
        a * b * size * other * moment(line, row, s, t) for a, line, s, size in neurons for b, row, t, other in neurons
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
        r"$\arccos$ for $\arcsin$": {"kernel": lambda cosine: psi(cosine, angle=acos)},
        "the risk's linear part too": {"kernel": lambda cosine: cosine},
    },
)
def turning_a_line(kernel=psi):
    r"""$\psi(-\rho) - \psi(\rho)$ with free $\rho$: turning a line changes the sign of cosines and no entry of
    $\psi[K]$."""
    rho = Symbol("rho", real=True)
    return kernel(-rho) - kernel(rho)


@symbolic.check(
    "pnn.theorem-6",
    "acute-angles",
    wrong={
        "the cosines of the lines' own angles": {"entry": lambda angle: cos(angle)},
        r"the eigenvalue $\sqrt2 - 1$": {"value": -VALUE},
    },
)
def four_lines_with_acute_cosines(entry=lambda angle: sqrt(cos(angle) ** 2), value=VALUE):
    r"""$|K|$ of four lines at multiples of 45 degrees has the eigenvector $(1, -1, 1, -1)$ with the eigenvalue
    $1 - \sqrt2$, and that is negative."""
    gram = sympy.Matrix(4, 4, lambda i, j: entry(pi * (i - j) / 4))
    vector = sympy.Matrix([1, -1, 1, -1])
    return [*(gram * vector - value * vector), sympy.Lt(value, 0)]


@symbolic.check(
    "ours.good-regions",
    "ratio",
    wrong={"the ratio upside down": {"power": -1}, "binomials forgotten": {"binomials": 0}},
    at={"R": 7, "j": 3},
)
def ratio_of_terms(power=1, binomials=1):
    r"""The ratio of the terms $j - 1$ and $j$ of the sum over bad counts is $\frac{j p}{(R - j + 1)(1 - p)}$, for
    symbolic $R$, $j$ and $p$; the statement has $p = 2^{1 - t}$."""
    R, j = sympy.symbols("R j", integer=True, positive=True)
    p = Symbol("p", positive=True)

    def term(i):
        return sympy.binomial(R, i) ** binomials * (1 - p) ** i * p ** (R - i)

    return sympy.combsimp(sympy.powsimp(term(j - 1) / term(j))) - (j * p / ((R - j + 1) * (1 - p))) ** power


@symbolic.check(
    "pnn.example-2",
    "one-more-line",
    wrong={
        "one sign pattern a line, not two": {"one_signed": 1},
        "binomials forgotten": {"binomials": 0},
        "mixed lines for those of one sign": {"chances": lambda mixed: (1 - mixed, mixed)},
        "twice the chances": {"factor": 2},
    },
    at={"R": 5, "j": 3, "t": 4},
)
def one_more_line(one_signed=2, binomials=1, chances=lambda mixed: (mixed, 1 - mixed), factor=1):
    """Induction over the lines for the law of the number $j$ of mixed ones, with symbolic $t$, $R$ and $j$.

    Of the $2^t$ sign patterns of a line all but two are mixed, a share $m = 1 - 2^{1 - t}$. Without lines the count is
    0; a further line, whose signs are independent, raises the count with probability $m$. So for the chance $l(R, j)$
    of $j$ mixed lines among $R$, $l(R + 1, j) = m l(R, j - 1) + (1 - m) l(R, j)$, with $l(R + 1, 0) = (1 - m) l(R, 0)$
    and $l(R + 1, R + 1) = m l(R, R)$ at the ends.
    """
    R, j, t = sympy.symbols("R j t", integer=True, positive=True)
    mixed = Symbol("m", positive=True)

    def law(lines, count):
        both, one = chances(mixed)
        return factor * sympy.binomial(lines, count) ** binomials * both**count * one ** (lines - count)

    step = (mixed * law(R, j - 1) + (1 - mixed) * law(R, j)) / law(R + 1, j)
    return [
        (2**t - sympy.Integer(one_signed)) / 2**t - (1 - 2 ** (1 - t)),
        law(0, 0) - 1,
        sympy.combsimp(sympy.powsimp(sympy.expand(step))) - 1,
        law(R + 1, 0) - (1 - mixed) * law(R, 0),
        law(R + 1, R + 1) - mixed * law(R, R),
    ]


@symbolic.check("pnn.example-2", "one-neuron-a-line", wrong={"two neurons a line": {"neurons": 2}})
def no_line_is_mixed(neurons=1):
    r"""At $t = 1$ the factor $(1 - 2^{1 - t})^j$ of every term with $j \ge 1$ is zero, for symbolic $j$."""
    j = Symbol("j", integer=True, positive=True)
    return (1 - sympy.Integer(2) ** (1 - neurons)) ** j
