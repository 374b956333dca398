"""Proofs behind following the nearest line: the ReLU as a contraction, and the error of one neuron."""

from itertools import product

import sympy
from sympy import Integer, Rational, Symbol, cos, integrate, pi, sin, sqrt, symbols

from verification.methods import symbolic

theta = Symbol("theta", real=True)
HALF = Rational(1, 2)
MEAN, SPREAD = 1 / sqrt(pi), sqrt(1 - 1 / pi)  # errors at a right angle
SCALE = 1 / sqrt(2 * pi)
d, k, M, epsilon = symbols("d k M epsilon", positive=True)


def signed(size, sign, slope=0):
    """A number of a given sign and size, and its ReLU (with a slope on the left)."""
    return sign * size, size if sign > 0 else -slope * size


@symbolic.check(
    "pnn.lemma-4",
    "squares",
    wrong={
        "half the difference": {"share": Rational(1, 4)},
        "slope $-2$ on the left": {"slope": -2},
        "half of $|x|$": {"length": Rational(1, 4)},
    },
)
def squares_by_sign(share=1, slope=0, length=1):
    r"""First four: $(a - b)^2 - (\max(a, 0) - \max(b, 0))^2$ for each pair of signs, by the sizes $m$ and $n$ of $a$
    and $b$, is zero, a square or a product of positive numbers.

    Last, for every dimension in the inner products of $x$ and $y$: $|(x^\top x) y - (y^\top x) x|^2$ is $x^\top x$
    times $y^\top y \, x^\top x - (y^\top x)^2$.
    """
    first, second = symbols("m n", positive=True)
    for s, t in product((1, -1), repeat=2):
        (a, relu_a), (b, relu_b) = signed(first, s, slope), signed(second, t, slope)
        mixed = second * (second + 2 * first) if s > 0 else first * (first + 2 * second)
        slack = mixed if s != t else (first - second) ** 2 if s < 0 else Integer(0)
        yield sympy.expand(share * (a - b) ** 2 - (relu_a - relu_b) ** 2 - slack)
    yy, yx, xx = symbols("yy yx xx")
    square = xx**2 * yy - 2 * xx * yx * yx + yx**2 * xx
    yield sympy.expand(square - xx * (length * yy * xx - yx**2))


@symbolic.check("pnn.definition-2", "spread", wrong={"a quarter of the square": {"share": Rational(1, 4)}})
def variance_of_a_size(share=1):
    """$E (|Z| - E |Z|)^2 = E Z^2 - (E |Z|)^2$ by linearity in the moments $E 1 = 1$, $E |Z|$ and $E Z^2$."""
    first, second, size = symbols("E1 E2 Z", positive=True)
    square = sympy.Poly((size - first) ** 2, size)
    mean = sum(c * m for c, m in zip(reversed(square.all_coeffs()), (1, first, second), strict=True))
    return sympy.expand(share * second - first**2 - mean)


@symbolic.check("pnn.definition-2", "merging", wrong={"opposite orientations": {"sign": -1}, "half": {"share": 2}})
def neurons_of_one_orientation(sign=1, share=1):
    r"""$\max(m t, 0) + \max(n t, 0) = \max((m + n) t, 0)$ for $m, n > 0$ and both signs of $t$."""
    m, n, size = symbols("m n t", positive=True)
    for side in (1, -1):
        pieces = [signed(size * m, side)[1], signed(size * n, side * sign)[1]]
        yield sympy.expand(share * sum(pieces) - signed(size * (m + n), side)[1])


def circle_mean(at, power):
    """E |relu(u.x) - relu(v.x)|^power for unit vectors at the angle `at` in (0, pi), by polar coordinates.

    u lies at 0 and v at the angle: only u acts on (-pi/2, at - pi/2), both on (at - pi/2, pi/2), where u is the larger
    up to at/2, and only v on (pi/2, at + pi/2).
    """
    phi, radius = Symbol("phi", real=True), Symbol("r", positive=True)
    radial = integrate(radius ** (power + 1) * sympy.exp(-(radius**2) / 2), (radius, 0, sympy.oo)) / (2 * pi)
    own, other = cos(phi), sympy.expand_trig(cos(phi - at))
    pieces = (
        (own, -pi / 2, at - pi / 2),
        (own - other, at - pi / 2, at / 2),
        (other - own, at / 2, pi / 2),
        (other, pi / 2, at + pi / 2),
    )
    return radial * sum(integrate(sympy.expand(f**power), (phi, start, end)) for f, start, end in pieces)


@symbolic.check(
    "pnn.definition-2",
    "apart",
    wrong={r"$\frac2\pi$ for $\frac1\pi$": {"mean": sqrt(2 / pi)}, "the same number": {"spread": sqrt(1 / pi)}},
)
def right_angle(mean=MEAN, spread=SPREAD):
    """The mean error and the mean square error of one neuron at a right angle, integrated, are those stated."""
    return [circle_mean(pi / 2, 1) - mean, circle_mean(pi / 2, 2) - spread**2]


@symbolic.check(
    "pnn.theorem-14",
    "moved",
    wrong={"the square of the cosine": {"gap": lambda t: 1 - cos(t) ** 2}, "1 for 2": {"factor": 1}},
)
def weight_moved_to_the_line(factor=2, gap=lambda t: 1 - cos(t)):
    r"""$|w - |w| u|^2 = 2 |w|^2 (1 - \cos\theta)$ in the plane of $w$ and the unit vector $u$, at the angle
    $\theta$."""
    size = Symbol("w", positive=True)
    moved = (size * cos(theta) - size) ** 2 + (size * sin(theta)) ** 2
    return sympy.expand(sympy.expand(moved).subs(sin(theta) ** 2, 1 - cos(theta) ** 2) - factor * size**2 * gap(theta))


def root_of_gap(y):
    """sqrt(2 / (1 - cos delta)), of which Lemma 5's count is a power."""
    return sqrt(2 / y)


@symbolic.check(
    "pnn.corollary-6",
    "angle",
    wrong={
        "no factor 2": {"factor": 1},
        "without the root": {"power": 1},
        "$k^2$": {"neurons": 2},
        "$d$ for $2 d$ in the bound": {"inside": d},
    },
)
def angle_for_an_error(factor=2, power=HALF, neurons=1, inside=2 * d):
    r"""With $1 - \cos\delta = \frac{\epsilon^2}{2 d k^2 M^2}$ the bound of Theorem 14 is $\epsilon$; what Lemma 5
    then counts; and at the largest $\epsilon$, $\delta$ is a right angle."""
    y = epsilon**2 / (2 * d * k**2 * M**2)
    yield {"bound": k * M * sqrt(inside * y) - epsilon}
    yield {"count": root_of_gap(y) - factor * k**neurons * M * d**power / epsilon}
    yield {"right angle": y.subs(epsilon, k * M * sqrt(inside)) - 1}


@symbolic.check(
    "ours.theorem-14-sharp",
    "mean-distance",
    wrong={r"$\frac1\pi$ for the root of $\frac1{2 \pi}$": {"scale": 1 / pi}, "the whole angle": {"part": 1}},
)
def arcs_of_the_difference(scale=SCALE, part=HALF):
    r"""$E |\max(u^\top x, 0) - \max(v^\top x, 0)|$ over the arcs is proportional to $|u - v| = 2 \sin\frac\theta2$,
    and its square is $\frac1\pi (1 - \cos\theta)$."""
    chord = 2 * sin(part * theta)
    mean = circle_mean(theta, 1)
    yield sympy.simplify(sympy.expand_trig((mean - scale * chord).subs(theta, 2 * theta)))
    yield sympy.simplify(sympy.expand_trig((scale**2 * chord**2 - (1 - cos(theta)) / pi).subs(theta, 2 * theta)))


@symbolic.check(
    "ours.theorem-14-sharp",
    "slopes",
    wrong={r"$\theta$ for $\pi - \theta$": {"rest": lambda t: t}, "a cosine for the sine": {"factor": cos}},
)
def slopes_in_the_angle(rest=lambda t: pi - t, factor=sin):
    r"""The slope of $1 - \frac1\pi (\sin\theta + (\pi - \theta) \cos\theta)$ is
    $\frac1\pi (\pi - \theta) \sin\theta$, and that of $1 - \cos\theta$ is $\sin\theta$."""
    square = 1 - (sin(theta) + (pi - theta) * cos(theta)) / pi
    yield sympy.expand(sympy.diff(square, theta) - rest(theta) * factor(theta) / pi)
    yield sympy.diff(1 - cos(theta), theta) - factor(theta)


@symbolic.check(
    "ours.theorem-14-sharp",
    "angle",
    wrong={"with the root of $d$": {"extra": sqrt(d)}, r"$\pi$ for $\frac1\pi$": {"mean": pi}},
)
def angles_for_an_error(extra=1, mean=1 / pi):
    r"""$k M \sqrt{c (1 - \cos\delta)} = \epsilon$ for $c = \frac1\pi$ (mean) and $c = 1$ (root mean square), at the
    angles with the stated roots."""
    for kind, c, stated in (("mean", mean, sqrt(2 / pi)), ("root mean square", Integer(1), sqrt(2))):
        y = 2 / (extra * stated * k * M / epsilon) ** 2
        yield {kind: k * M * sqrt(c * y) - epsilon}
