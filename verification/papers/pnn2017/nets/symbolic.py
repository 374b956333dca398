"""Proofs behind the nets: angles to a line's two directions, and distances on the sphere."""

import sympy
from sympy import Rational, Symbol, acos, asin, cos, pi, sin, sqrt

from verification.methods import symbolic

theta = Symbol("theta", real=True)


@symbolic.check(
    "pnn.definition-1",
    "supplement",
    wrong={"a quarter turn": {"turn": pi / 2}, "the same sign": {"sign": 1}},
)
def angle_to_the_opposite(turn=pi, sign=-1):
    """The angle to -u less pi and plus the angle to u, in the cosine t."""
    t = Symbol("t", real=True)
    return (acos(sign * t) - turn + acos(t)).rewrite(asin)


@symbolic.check(
    "pnn.lemma-5",
    "separation",
    wrong={
        "half the chord": {"chord": lambda y: sqrt(y / 2)},
        "half the radius of the sphere": {"outer": Rational(1, 2)},
    },
)
def chords_and_balls(chord=lambda y: sqrt(2 * y), outer=1):
    """The chord between unit vectors at an angle, and the ratio of radii, with y = 1 - cos(delta).

    First: |u - v|^2 = 2 - 2 cos. Second: the chord's half, r, has 1/r = sqrt(2/y). Third and fourth: (1 + r)/r and
    (1 - r)/r, the outer and inner radius of the shell that holds the balls, in units of theirs.
    """
    y = Symbol("y", positive=True)
    yield sympy.simplify((1 - cos(theta)) ** 2 + sin(theta) ** 2 - chord(1 - cos(theta)) ** 2)
    r = chord(y) / 2
    yield 1 / r - sqrt(2 / y)
    yield sympy.simplify((outer + r) / r - (1 + sqrt(2 / y)))
    yield sympy.simplify((1 - r) / r - (sqrt(2 / y) - 1))
