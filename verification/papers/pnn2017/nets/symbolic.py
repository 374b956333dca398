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
    r"""The angle to $-u$ is $\pi$ less the angle to $u$, in the cosine."""
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
    r"""The chord between unit vectors at an angle $\delta$, and the ratio of radii, with $y = 1 - \cos\delta$.

    First: $|u - v|^2 = 2 y$. Second: half the chord, $r$, has $\frac1r = \sqrt{2/y}$. Third and fourth:
    $\frac1r (1 + r)$ and $\frac1r (1 - r)$, the outer and inner radius of the shell that holds the balls, in units of
    theirs.
    """
    y = Symbol("y", positive=True)
    yield sympy.simplify((1 - cos(theta)) ** 2 + sin(theta) ** 2 - chord(1 - cos(theta)) ** 2)
    r = chord(y) / 2
    yield 1 / r - sqrt(2 / y)
    yield sympy.simplify((outer + r) / r - (1 + sqrt(2 / y)))
    yield sympy.simplify((1 - r) / r - (sqrt(2 / y) - 1))
