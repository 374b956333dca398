"""Second derivatives of the risk at random weights as data for anybody's program."""

import numpy as np
from sympy import Expr, Matrix, Rational, Symbol, acos, eye, pi, sqrt

from verification.inequalities import inequalities, taylor

SMALL, INPUTS = Rational(1, 10**20), 2


def mean(w: Matrix, v: Matrix) -> Expr:
    """E relu(w.x) relu(v.x) = (|w| |v| sin + (pi - angle) w.v) / (2 pi)."""
    along, norms = w.dot(v), sqrt(w.dot(w)) * sqrt(v.dot(v))
    return (sqrt(w.dot(w) * v.dot(v) - along**2) + (pi - acos(along / norms)) * along) / (2 * pi)


def risk(weights: list[Matrix], teacher: list[Matrix]) -> Expr:
    """F, of two neurons and two of the teacher; a neuron's mean with itself is |w|^2/2."""
    own = sum(w.dot(w) for w in (*weights, *teacher)) / 4
    return own + mean(*weights) + mean(*teacher) - sum(mean(w, v) for w in weights for v in teacher)


class Pair:
    """Unit vectors along two vectors and across each towards the other, and their angle."""

    def __init__(self, w: Matrix, v: Matrix):
        self.norms = sqrt(w.dot(w)), sqrt(v.dot(v))
        self.w, self.v = w / self.norms[0], v / self.norms[1]
        self.cosine = self.w.dot(self.v)
        self.sine = sqrt(1 - self.cosine**2)
        self.across_w, self.across_v = (
            (other - self.cosine * one) / self.sine for one, other in ((self.w, self.v), (self.v, self.w))
        )

    def own(self, way: Matrix) -> Expr:
        """The form of |v| sin / (2 pi |w|) (I - w w' + n n') of unit vectors, n across w."""
        form = way.dot(way) - self.w.dot(way) ** 2 + self.across_w.dot(way) ** 2
        return self.norms[1] * self.sine / (2 * pi * self.norms[0]) * form

    def mixed(self, first: Matrix, second: Matrix) -> Expr:
        """The product of both by ((pi - angle) I + w n' + v m') / (2 pi), n across w and m across v."""
        turned = self.w.dot(first) * self.across_w.dot(second) + self.v.dot(first) * self.across_v.dot(second)
        return ((pi - acos(self.cosine)) * first.dot(second) + turned) / (2 * pi)


def form(weights: list[Matrix], teacher: list[Matrix], ways: list[Matrix]) -> Expr:
    """The second derivatives of F as a form, in the directions of the neurons."""
    found = sum(way.dot(way) for way in ways) / 2 + 2 * Pair(*weights).mixed(*ways)
    for (w, other), way in zip((weights, weights[::-1]), ways, strict=True):
        found += Pair(w, other).own(way) - sum(Pair(w, v).own(way) for v in teacher)
    return found


def drawn(rng: np.random.Generator) -> tuple[list[Matrix], list[Matrix]]:
    """Normal weights and directions of two neurons in the plane, in eighths; none is parallel to another or an axis."""
    while True:
        weights, ways = (
            [Matrix([Rational(round(8 * float(x)), 8) for x in row]) for row in rng.standard_normal((2, INPUTS))]
            for _ in range(2)
        )
        if all(x for w in weights for x in w) and Matrix.hstack(*weights).det():
            return weights, ways


def curvature_along(rng):
    """F along a random direction from random weights: the coefficient of t^2, and half of the form."""
    weights, ways = drawn(rng)
    t, units = Symbol("t"), eye(INPUTS)
    teacher = [units[:, k] for k in range(INPUTS)]
    moved = risk([w + t * way for w, way in zip(weights, ways, strict=True)], teacher)
    second, half = taylor(t, 0, 2, moved), form(weights, teacher, ways) / 2
    return inequalities(
        ("the coefficient of t^2 from below", second, ">", half - SMALL),
        ("the coefficient of t^2 from above", second, "<", half + SMALL),
    )
