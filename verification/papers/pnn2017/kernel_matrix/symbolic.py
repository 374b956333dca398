"""Proofs for the kernel matrix: kinks, null vectors, distances between units, the order of the Schur complement."""

from itertools import product

import sympy
from sympy import Matrix, Rational, Symbol, acos, asin, cos, pi, sin, sqrt, symbols

from verification.certificates import leaves
from verification.methods import symbolic
from verification.papers.pnn2017.kernel_matrix import turned_axes_as_data

theta = Symbol("theta", real=True)
rho = Symbol("rho", real=True)
LEAST = 1 - sqrt(2)  # an eigenvalue of the acute angles' cosines


def psi(rho, angle=asin):
    """The kernel."""
    return 2 / pi * (sqrt(1 - rho**2) + rho * angle(rho))


@leaves(turned_axes_as_data.acute_angles)
@symbolic.check(
    "pnn.lemma-1",
    "acute-angles",
    wrong={
        "the signed cosines": {"size": lambda x: x},
        r"$\psi$ of them": {"size": psi},
        r"$1 + \sqrt2$": {"value": 1 + sqrt(2)},
    },
    scope="finite",
)
def four_equally_spaced_lines(size=sympy.Abs, value=LEAST):
    r"""$(1, -1, 1, -1)$ is an eigenvector of $|K|$ for lines at 0, 45, 90 and 135 degrees, with the value
    $1 - \sqrt2 < 0$."""
    cosines = Matrix(4, 4, lambda i, j: size(cos(pi * (i - j) / 4)))
    vector = Matrix([1, -1, 1, -1])
    return {"eigenvector": cosines * vector - value * vector, "negative": value < 0}


@symbolic.check(
    "ours.distinct-lines",
    "kink",
    wrong={"one-sided differences": {"backward": 0}, "steps past the kink": {"room": 0}},
)
def second_difference(backward=1, room=1):
    """$|p + t| + |p - t| - 2 |p|$ vanishes for $|t| < |p|$, and at $p = 0$ it is $2 |t|$: $|p|$ is $|t|$ and a
    positive number, with all signs of both."""
    step, beta = symbols("tau beta", positive=True)

    def difference(point, t):
        return abs(point + t) + backward * abs(point - t) - (1 + backward) * abs(point)

    away = [difference(s * (room * step + beta), t * step) for s, t in product((1, -1), repeat=2)]
    return [*away, difference(sympy.Integer(0), step) - 2 * step]


@symbolic.check(
    "ours.distinct-lines",
    "repeated-line",
    wrong={"a kernel with an odd part": {"odd": 1}, r"$\arccos$ for $\arcsin$": {"angle": acos}},
)
def difference_of_two_rows(odd=0, angle=asin):
    r"""$\psi$ is even, so the rows of $u$ and $-u$ in $\psi[K]$ agree in every column, their own too:
    $\psi(1) = \psi(-1) = 1$."""

    def kernel(x):
        return psi(x, angle) + odd * x

    return [
        kernel(rho) - kernel(-rho),
        kernel(sympy.Integer(1)) - kernel(sympy.Integer(-1)),
        kernel(sympy.Integer(1)) - 1,
    ]


def relu_pair(angle):
    """E relu(u.x) relu(v.x) at that angle: the polar integral over the wedge where both units act."""
    phi = Symbol("phi", real=True)
    radius = Symbol("r", positive=True)
    radial = sympy.integrate(radius**3 * sympy.exp(-(radius**2) / 2), (radius, 0, sympy.oo))
    wedge = sympy.integrate(sympy.expand_trig(cos(phi) * cos(phi - angle)), (phi, angle - pi / 2, pi / 2))
    return radial / (2 * pi) * wedge


@symbolic.check(
    "pnn.lemma-2",
    "relu-distance",
    wrong={"the angle for its supplement": {"opening": lambda t: t}, "a half": {"share": Rational(1, 2)}},
)
def integral_of_the_square(opening=lambda t: pi - t, share=1):
    r"""$E (\max(u^\top x, 0) - \max(v^\top x, 0))^2$ for unit vectors at an angle $0 \le \theta \le \pi$, from its
    three products, minus the formula."""
    square = relu_pair(sympy.Integer(0)) * 2 - 2 * relu_pair(theta)
    return square - share * (1 - (sin(theta) + opening(theta) * cos(theta)) / pi)


@symbolic.check(
    "pnn.lemma-2",
    "sine-integral",
    wrong={"half the chord": {"share": Rational(1, 2)}, "a tangent for the angle": {"weight": sympy.tan}},
)
def integral_with_a_positive_integrand(share=1, weight=lambda t: t):
    r"""Half the square of the chord less the distance is $\frac1\pi \int_0^\theta t \sin t \, dt$, and
    $t \sin t \ge 0$ on $[0, \pi]$."""
    t = Symbol("t", real=True)
    chord = (Matrix([1, 0]) - Matrix([cos(theta), sin(theta)])).dot(Matrix([1, 0]) - Matrix([cos(theta), sin(theta)]))
    distance = 1 - (sin(theta) + (pi - theta) * cos(theta)) / pi
    rest = sin(theta) - weight(theta) * cos(theta)
    return [share * chord / 2 - distance - rest / pi, rest - sympy.integrate(t * sin(t), (t, 0, theta))]


@symbolic.check(
    "ours.lemma-2-sharp",
    "above-by-an-integral",
    wrong={r"$\arccos$ for $\arcsin$": {"angle": acos}, "a third for the whole": {"share": Rational(1, 3)}},
)
def kernel_less_its_argument(angle=asin, share=1):
    r"""$\psi(\rho) - \rho = \frac2\pi \int_0^\theta t \sin t \, dt$ at $\theta = \arccos\rho$, and $t \sin t \ge 0$
    on $[0, \pi]$."""
    t = Symbol("t", real=True)
    area = sympy.integrate(t * sin(t), (t, 0, theta)).subs(theta, acos(rho))
    return psi(rho, angle).rewrite(acos) - rho - share * 2 / pi * area


@symbolic.check(
    "ours.lemma-2-sharp",
    "order",
    wrong={
        "half the square": {"leading": Rational(1, 2)},
        "no cubic term": {"cubic": 0},
        r"$\psi$ for its square": {"power": 1},
    },
)
def series_of_one_line(leading=1, cubic=-4 / (3 * pi), power=2):
    r"""$S = 1 - \psi(\cos\theta)^2$ for one line and one target line, near $\theta = 0$: its terms of second and
    third order, and the limit of its quotient by $2 - 2 \cos\theta$."""
    angle = Symbol("theta", positive=True)
    kernel = 2 / pi * (sin(angle) + (pi / 2 - angle) * cos(angle))  # arcsin(cos theta) = pi/2 - theta on [0, pi]
    schur = 1 - kernel**power
    series = sympy.series(schur, angle, 0, 4).removeO()
    quotient = sympy.limit(schur / (2 - 2 * cos(angle)), angle, 0)
    return [series - leading * angle**2 - cubic * angle**3, quotient - leading]
