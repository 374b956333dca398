"""Derivatives of the squared kernel by the cosine, the polynomial below it, and sums over pairs."""

import sympy
from sympy import Rational, asin, cos, diff, pi, sin

from verification.methods import symbolic

d, n = sympy.symbols("d n", positive=True)
t = sympy.Symbol("t", real=True)
u = sympy.Symbol("u", positive=True)
SQUARE = u**2 / (4 * pi**2)
CURVED, THIRD = sin(u) - u * cos(u), u * (2 + cos(2 * u)) - Rational(3, 2) * sin(2 * u)
QUADRATIC = 1 / (4 * pi) - Rational(1, 16)
SIXTEENTH, EIGHTH = Rational(1, 16), Rational(1, 8)
AT = {"u": Rational(5, 4)}


@symbolic.check(
    "ours.simplex-and-cross-polytope",
    "slopes",
    wrong={"$k$ for $k^2$": {"square": u / (2 * pi)}, r"$t = \cos u$": {"towards": -1}},
    at=AT,
)
def derivatives_by_the_cosine(square=SQUARE, towards=1):
    r"""$\frac{d}{d t} = \frac{1}{\sin u} \frac{d}{d u}$ for $t = - \cos u$, applied to $k^2 = \frac{u^2}{4 \pi^2}$
    three times, less what is claimed.
    """
    found = square
    for order, numerator in zip((1, 3, 5), (u, CURVED, THIRD), strict=True):
        found = diff(found, u) / (towards * sin(u))
        yield found - numerator / (2 * pi**2 * sin(u) ** order)


@symbolic.check(
    "ours.simplex-and-cross-polytope",
    "numerators",
    wrong={
        r"$\cos$ for $\sin$": {"first": cos(u) - u * sin(u)},
        r"$2 - \cos 2 u$": {"second": u * (2 - cos(2 * u)) - Rational(3, 2) * sin(2 * u) + 1},
    },
    at=AT,
)
def derivatives_of_the_numerators(first=CURVED, second=THIRD):
    """Both at 0, and both derivatives less what is claimed."""
    yield first.subs(u, 0)
    yield diff(first, u) - u * sin(u)
    yield second.subs(u, 0)
    yield diff(second, u) - 4 * sin(u) * (sin(u) - u * cos(u))


@symbolic.check(
    "ours.simplex-and-cross-polytope",
    "tangent",
    wrong={
        r"$\frac14$ for $\frac{1}{4 \pi}$": {"slope": Rational(1, 4)},
        r"$\frac{1}{4 \pi}$ on the square": {"quadratic": 1 / (4 * pi)},
        r"$\frac18$ for $\frac{1}{16}$": {"constant": EIGHTH},
    },
)
def values_where_they_touch(slope=1 / (4 * pi), quadratic=QUADRATIC, constant=SIXTEENTH):
    r"""$k^2 - h$ at $t = -1$ and $t = 0$, the difference of the slopes at 0, and $h(1) - \frac{1}{2 \pi}$."""
    square, below = (Rational(1, 4) + asin(t) / (2 * pi)) ** 2, constant + slope * t + quadratic * t**2
    yield (square - below).subs(t, -1)
    yield (square - below).subs(t, 0)
    yield diff(square - below, t).subs(t, 0)
    yield below.subs(t, 1) - 1 / (2 * pi)


@symbolic.check(
    "ours.simplex-and-cross-polytope",
    "sum",
    wrong={"$n = 2 d + 1$": {"more": 1}, r"$\frac14$ for $h(1)$": {"own": Rational(1, 4)}},
)
def sum_at_twice_as_many_units(more=0, own=1 / (2 * pi)):
    """The sum over pairs at $n = 2 d$, less the bound."""
    units = 2 * d + more
    total = units**2 / 16 + QUADRATIC * units**2 / d - units * own
    yield total / (units * (units - 1)) - (d - 1) / (8 * (2 * d - 1))


@symbolic.check(
    "ours.symmetrised-kernel",
    "identity",
    wrong={r"$\frac14$ for $\frac18$": {"constant": Rational(1, 4)}, r"$\frac{1}{\pi^2}$": {"share": 1 / pi**2}},
    at={"t": Rational(1, 3)},
)
def kernel_at_opposite_points(constant=EIGHTH, share=1 / (2 * pi**2)):
    r"""$k(t)^2 + k(-t)^2 - \frac18 - \frac{\arcsin^2 t}{2 \pi^2}$."""
    kernel = Rational(1, 4) + asin(t) / (2 * pi)
    yield sympy.expand(kernel**2 + kernel.subs(t, -t) ** 2) - constant - share * asin(t) ** 2


@symbolic.check(
    "ours.symmetrised-kernel",
    "no-collapse",
    wrong={r"$\frac{\pi^2}{12}$": {"lines": pi**2 / 12}, "$n^2$ pairs": {"pairs": 4 * d**2}},
    scope="instances",
)
def sums_of_squared_arcsines(lines=pi**2 / 24, pairs=2 * d * (2 * d - 1)):
    r"""The mean of $\arcsin^2$ of the cosines over pairs, less what is claimed: of the cross-polytope, $2 d$ ordered
    opposite pairs; and of four directions at multiples of $\frac \pi4$; and that the latter is below
    $\frac{\pi^2}{12}$.
    """
    yield 2 * d * asin(-1) ** 2 / pairs - pi**2 / (4 * (2 * d - 1))
    angles = [k * pi / 4 for k in range(4)]
    found = sum(asin(cos(a - b)) ** 2 for a in angles for b in angles if a != b) / 12
    yield found - lines
    yield sympy.simplify(lines - pi**2 / 12) < 0
