"""The counterexample to Lemma 1 with free parameters."""

from sympy import Integer, Max, Rational, sqrt, symbols

from verification.methods import symbolic

p, q, s = symbols("p q s", nonnegative=True)
RADIUS, LEAST = sqrt(10) / 5, Rational(9, 2)


def loss(targets):
    """The mean of the squares, for a neuron with weights (p, q) and output weight s on the two unit samples."""
    return ((s * Max(p, 0) - targets[0]) ** 2 + (s * Max(q, 0) - targets[1]) ** 2) / 2


@symbolic.check(
    "basin.lemma-1",
    "stuck-face",
    wrong={
        "another target": {"targets": (1, -1)},
        "a radius of one": {"radius": Integer(1)},
        "the value 4": {"least": Integer(4)},
    },
)
def around_the_face(targets=(1, -3), radius=RADIUS, least=LEAST):
    """The loss minus 5 in its two terms; 3 q - p >= 2 - sqrt(10) radius > 0 inside the ball; the loss minus 9/2 as a
    sum of terms that are not negative, 0 at p = 1, q = 0, s = 1."""
    value = loss(targets)
    yield value - 5 - s * (3 * q - p) - s**2 * (p**2 + q**2) / 2
    yield (3 - 1) - sqrt(3**2 + 1) * radius
    yield value - least - ((s * p - 1) ** 2 + (s * q) ** 2 + 6 * s * q) / 2
    yield value.subs({p: 1, q: 0, s: 1}) - least
