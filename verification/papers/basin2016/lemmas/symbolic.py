"""The counterexample to Lemma 1 with free parameters."""

from sympy import Integer, Max, Rational, expand, symbols

from verification.methods import symbolic

p, q, s = symbols("p q s", nonnegative=True)
below, above = symbols("alpha beta", positive=True)
HALF, LEAST = Rational(1, 2), Rational(9, 2)


def loss(targets):
    """The mean of the squares, for a neuron with weights (p, q) and output weight s on the two unit samples."""
    return ((s * Max(p, 0) - targets[0]) ** 2 + (s * Max(q, 0) - targets[1]) ** 2) / 2


@symbolic.check(
    "basin.lemma-1",
    "stuck-face",
    wrong={
        "another target": {"targets": (1, -1)},
        "targets of one sign": {"targets": (1, 3)},
        "a box of one": {"side": Integer(1)},
        "the value 4": {"least": Integer(4)},
    },
    at={"p": 1, "q": 1, "s": HALF},
)
def around_the_face(targets=(1, -3), side=HALF, least=LEAST):
    """The loss minus 5 in its two terms; 5 at s = 0; for p = 3/2 - alpha and q = 1/2 + beta, alpha, beta > 0, which the
    box around (1, 1) consists of with others, the loss minus 5 is not negative; the loss minus 9/2 as a sum of terms
    that are not negative, 0 at p = 1, q = 0, s = 1."""
    value = loss(targets)
    yield value - 5 - s * (3 * q - p) - s**2 * (p**2 + q**2) / 2
    yield value.subs(s, 0) - 5
    inside = expand(3 * (1 - side + above) - (1 + side - below))
    yield s * inside + s**2 * (p**2 + q**2) / 2 >= 0
    rest = ((s * p - 1) ** 2 + (s * q) ** 2 - 2 * targets[1] * s * q) / 2
    yield value - least - rest
    yield rest >= 0
    yield value.subs({p: 1, q: 0, s: 1}) - least
