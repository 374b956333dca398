"""Proofs on kernel matrices of random lines: the kernel's first coefficients, and the inverse of a perturbed matrix."""

import sympy
from sympy import Rational, Symbol, asin, pi, sqrt, symbols

from verification.methods import symbolic

b, c = 1 - 2 / pi, 2 / pi
D, M, R = symbols("D M R", commutative=False)
HALF = Rational(1, 2)


def psi(x):
    """The kernel."""
    return 2 / pi * (sqrt(1 - x**2) + x * asin(x))


@symbolic.check(
    "pnn.equation-7.10",
    "constants",
    wrong={
        r"$\frac1{2 \pi d}$ for $\frac1{\pi d}$": {"curvature": 1 / (2 * pi)},
        r"1 for $1 - \frac2\pi$": {"identity": 1},
        "a linear part": {"slope": c},
        r"$\frac1\pi$ for $\frac2\pi$": {"value": 1 / pi},
    },
)
def first_coefficients(curvature=1 / pi, identity=b, slope=0, value=c):
    r"""$\psi(0) = \frac2\pi$, $\psi'(0) = 0$, $\frac12 \psi''(0) = \frac1\pi$ and
    $\psi(1) - \psi(0) - \psi'(0) = 1 - \frac2\pi$, from the closed form."""
    x = Symbol("x", real=True)
    at_zero = [sympy.diff(psi(x), x, k).subs(x, 0) for k in range(3)]
    yield {"value": at_zero[0] - value}
    yield {"slope": at_zero[1] - slope}
    yield {"half the second derivative": at_zero[2] / 2 - curvature}
    yield {"rest at 1": psi(sympy.Integer(1)) - at_zero[0] - at_zero[1] - identity}


def limiting_matrix(size, inputs):
    """psi(1) on the diagonal and psi(0) off it, 1/(pi d) added to all."""
    own, across = (psi(sympy.Integer(x)) + 1 / (pi * inputs) for x in (1, 0))
    return sympy.Matrix(size, size, lambda i, j: own if i == j else across)


@symbolic.check(
    "pnn.equation-7.10",
    "eigenvalues",
    wrong={
        "the identity with weight 1": {"least": sympy.Integer(1)},
        "one line fewer": {"shift": -1},
        r"without $\frac1{\pi d}$": {"curvature": 0},
        "the least eigenvalue $n$ times": {"often": 0},
    },
)
def sums_of_rows_of_any_size(least=b, shift=0, curvature=1, often=-1):
    """A row has one entry on the diagonal and $n - 1$ equal ones off it, $n$ a symbol: read off a matrix of three
    lines.

    So the vector of ones gives their sum, a difference of two unit vectors the entry on the diagonal less one off it,
    and 0 in all other rows. Last: the trace. For 2 to 5 lines the characteristic polynomial is compared as well.
    """
    n, d, t = symbols("n d t", positive=True)
    matrix = limiting_matrix(3, d)
    largest = least + (c + curvature / (pi * d)) * (n + shift)
    yield {"at the vector of ones": matrix[0, 0] + (n - 1) * matrix[0, 1] - largest}
    yield {"at a difference of two": matrix * sympy.Matrix([1, -1, 0]) - least * sympy.Matrix([1, -1, 0])}
    yield {"trace": n * matrix[0, 0] - largest - (n + often) * least}
    for size in range(2, 6):
        found = sympy.expand((t * sympy.eye(size) - limiting_matrix(size, d)).det(method="berkowitz"))
        yield {
            "characteristic polynomial": sympy.expand(found - (t - least) ** (size - 1) * (t - largest.subs(n, size)))
        }


@symbolic.check(
    "pnn.lemma-9",
    "identity",
    wrong={
        r"$D$ for $\tilde D$": {"middle": D},
        "plus for minus": {"sign": 1},
        r"twice $\tilde D$": {"middle": 2 * D * R},
    },
)
def product_in_blocks(middle=D * R, sign=-1):
    """With $R = (I + M^{-1} D)^{-1}$, that is $D = M (R^{-1} - I)$: $(M + D)(M^{-1} - M^{-1} D R M^{-1}) = I$ in free
    symbols.

    A right inverse of a square matrix is its inverse, so this holds for every size.
    """
    inverse = M**-1 + sign * M**-1 * middle * M**-1
    substituted = ((M + D) * inverse).subs(D, M * (R**-1 - 1))
    return sympy.expand(sympy.expand(substituted)) - 1


@symbolic.check(
    "pnn.lemma-9",
    "fixed-point",
    wrong={"plus for minus": {"sign": 1}, "1 for a half": {"size": sympy.Integer(1)}},
)
def resolvent_and_its_bound(sign=-1, size=HALF):
    r"""$R - I + R M^{-1} D = 0$ with $D = M (R^{-1} - I)$, which says that $R$ is the inverse of $I + M^{-1} D$; and
    $t = 2$ solves $t = 1 + \frac12 t$."""
    yield sympy.expand(R - 1 - sign * R * M**-1 * M * (R**-1 - 1))
    yield (2 - 1 - size * 2) * HALF


@symbolic.check(
    "pnn.lemma-9",
    "attained",
    wrong={r"$\frac32$ for 2": {"factor": Rational(3, 2)}, r"$D = -\frac13$": {"change": Rational(-1, 3)}},
    scope="finite",
)
def perturbation_of_one(factor=2, change=-HALF):
    r"""$\tilde D = \frac D{1 + D}$ for $M = 1$ and $D = -\frac12$: twice $D$, and $D$ is half of $M$ in size."""
    yield change / (1 + change) - factor * change
    yield abs(change) - HALF
