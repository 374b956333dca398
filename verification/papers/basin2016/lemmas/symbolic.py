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
    r"""$L - 5$ less its two terms; $L - 5$ at $s = 0$; and $L - 5 \ge 0$ for $p = \frac32 - \alpha$ and
    $q = \frac12 + \beta$ with $\alpha, \beta > 0$, which all points of the box around $(1, 1)$ are.

    $L - \frac92$ less a sum of terms that are not negative; that sum is $\ge 0$; and $L - \frac92$ at $p = 1$, $q = 0$,
    $s = 1$.
    """
    value = loss(targets)
    yield value - 5 - s * (3 * q - p) - s**2 * (p**2 + q**2) / 2
    yield value.subs(s, 0) - 5
    inside = expand(3 * (1 - side + above) - (1 + side - below))
    yield s * inside + s**2 * (p**2 + q**2) / 2 >= 0
    rest = ((s * p - 1) ** 2 + (s * q) ** 2 - 2 * targets[1] * s * q) / 2
    yield value - least - rest
    yield rest >= 0
    yield value.subs({p: 1, q: 0, s: 1}) - least
