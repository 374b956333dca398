"""Proofs: the mean of two ReLU neurons by integration, its derivatives in three inputs by the chain rule."""

from functools import cache
from itertools import product

import sympy
from sympy import Matrix, Rational, Symbol, acos, diff, pi, simplify, sqrt

from verification.gaussian_means import THETA, gaussian_means, projections
from verification.methods import symbolic
from verification.papers.basin2016.spurious.formulas import TURN, curvature, other_slope, own_slope, pair

HALF = Rational(1, 2)
P, Q = sympy.symbols("p q", positive=True)
X = Symbol("x", real=True)  # the cosine
WEIGHTS, OTHERS = sympy.symbols("w1:4", real=True), sympy.symbols("v1:4", real=True)
WRONG_SHARE = {r"$\frac1\pi$ for $\frac{1}{2 \pi}$": {"share": 1 / pi}}

UNIT, OTHER_UNIT = Matrix([1, 0, 0]), Matrix([X, sqrt(1 - X**2), 0])
THIRD = Matrix([0, 0, 1])
SPACE = Matrix([1, 1, 1]) / sqrt(3)
ACROSS = (OTHER_UNIT - X * UNIT) / sqrt(1 - X**2)
OTHER_ACROSS = (UNIT - X * OTHER_UNIT) / sqrt(1 - X**2)
PLACE = dict(zip((*WEIGHTS, *OTHERS), (*(P * UNIT), *(Q * OTHER_UNIT)), strict=True))


def dot(first, second):
    """The inner product of two tuples."""
    return sum(a * b for a, b in zip(first, second, strict=True))


INVARIANTS = (dot(WEIGHTS, WEIGHTS), dot(OTHERS, OTHERS), dot(WEIGHTS, OTHERS))
SQUARE, OTHER_SQUARE, PRODUCT = GRAM = sympy.symbols("a b c", positive=True)


@cache
def outer_derivative(*entries):
    """A derivative of f by the squares of w and v and their product, where the norms are p and q and the cosine x."""
    p, q = sqrt(SQUARE), sqrt(OTHER_SQUARE)
    mean = pair(p, q, acos(PRODUCT / (p * q)))
    return simplify(diff(mean, *entries).subs({SQUARE: P**2, OTHER_SQUARE: Q**2, PRODUCT: P * Q * X}))


def inner(expression, *variables):
    """A derivative by coordinates at w = p (1, 0, 0) and v = q (x, sqrt(1 - x^2), 0)."""
    return diff(expression, *variables).subs(PLACE)


def derivative(*variables):
    """One or two derivatives of f by coordinates, by the chain rule."""
    once = sum(outer_derivative(g) * inner(h, *variables) for g, h in zip(GRAM, INVARIANTS, strict=True))
    if len(variables) == 1:
        return once
    slopes = [[inner(h, y) for h in INVARIANTS] for y in variables]
    both = product(zip(GRAM, slopes[0], strict=True), zip(GRAM, slopes[1], strict=True))
    return once + sum(outer_derivative(g, h) * a * b for (g, a), (h, b) in both if a * b != 0)


def in_cosine(expression):
    """An expression of the angle in terms of its cosine x."""
    return expression.subs(THETA, acos(X))


@symbolic.check(
    "ours.spurious-minima-6-7-8",
    "pair",
    wrong={**WRONG_SHARE, "the angle for its supplement": {"whole": 2 * pi}},
    forms={"pair": pair},
)
def integral_over_the_common_arc(**formula):
    r"""$p q$ times the integral of $\hat w \cdot x \; \hat v \cdot x$ where both are positive, less the formula."""
    same, _ = gaussian_means(projections, degree=2)
    return P * Q * same - pair(P, Q, THETA, **formula)


@symbolic.check(
    "ours.spurious-minima-6-7-8",
    "pair",
    wrong={"the square": {"share": 1}, "a quarter": {"share": Rational(1, 4)}},
)
def neuron_with_itself(share=HALF):
    r"""$f$ at the angle 0, less $\frac12 p^2$."""
    return pair(P, P, sympy.Integer(0)) - share * P**2


@symbolic.check(
    "ours.spurious-minima-6-7-8",
    "in-coordinates",
    wrong={
        **WRONG_SHARE,
        "the angle for its supplement": {"whole": 2 * pi},
        "the unit vector of $v$ for that of $w$": {"along": OTHER_UNIT},
        "the third direction for the unit vector of $w$": {"along": THIRD},
    },
    forms={"own_slope": own_slope, "other_slope": other_slope},
    at={"x": Rational(1, 3)},
)
def slopes(share=TURN, whole=pi, along=UNIT):
    """The three derivatives of $f$ in $w$, less the formula."""
    asserted = own_slope(Q, THETA, share) * along + other_slope(THETA, share, whole) * Q * OTHER_UNIT
    return Matrix([derivative(w) for w in WEIGHTS]) - in_cosine(asserted)


@symbolic.check(
    "ours.spurious-minima-6-7-8",
    "in-coordinates",
    wrong={
        **WRONG_SHARE,
        "without the direction across": {"bend": 0},
        "the identity alone": {"along": 0, "bend": 0},
        "the diagonal of space for $n$": {"across": SPACE},
    },
    forms={"curvature": curvature},
    at={"x": Rational(1, 3)},
)
def second_derivatives(share=TURN, along=1, bend=1, across=ACROSS):
    """The second derivatives of $f$ in $w$, less the formula, for six entries of a symmetric matrix."""
    shape = sympy.eye(3) - along * UNIT * UNIT.T + bend * across * across.T
    asserted = in_cosine(curvature(P, Q, THETA, share)) * shape
    return [derivative(WEIGHTS[i], WEIGHTS[j]) - asserted[i, j] for i in range(3) for j in range(i + 1)]


@symbolic.check(
    "ours.spurious-minima-6-7-8",
    "in-coordinates",
    wrong={
        **WRONG_SHARE,
        "the two directions exchanged": {"first": OTHER_ACROSS, "second": ACROSS},
        "one product for two": {"second": sympy.zeros(3, 1)},
        "the diagonal of space for $n$ and $n'$": {"first": SPACE, "second": SPACE},
        "the diagonal of space for the unit vectors": {"own": SPACE, "other": SPACE},
    },
    at={"x": Rational(1, 3)},
)
def mixed_derivatives(share=TURN, own=UNIT, first=ACROSS, other=OTHER_UNIT, second=OTHER_ACROSS):
    """The nine derivatives of $f$ in $w$ and $v$, less the formula."""
    asserted = in_cosine(other_slope(THETA, share)) * sympy.eye(3) + share * (own * first.T + other * second.T)
    return [derivative(w, v) - asserted[i, j] for i, w in enumerate(WEIGHTS) for j, v in enumerate(OTHERS)]
