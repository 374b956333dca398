"""Proofs of the kernel's inequalities: its Lipschitz constant, its bounds and what Figure 6 shows.

The residuals bring a difference, or its derivative, to a form whose sign is plain; the docstring says how the
inequality follows.
"""

import sympy
from sympy import Rational, Symbol, acos, asin, cos, diff, pi, sin, sqrt

from verification.methods import symbolic
from verification.papers.pnn2017.kernel.formulas import HALF, psi, psi_derivative, psi_of_angle, rho

THETA = Symbol("theta", real=True)
ROOT, ONE = sqrt(2), sympy.Integer(1)


@symbolic.check(
    "pnn.psi.lipschitz",
    "slope-identities",
    wrong={
        r"$\frac2\pi$ for 1": {"constant": 2 / pi},
        "2 for 1": {"constant": 2},
        r"$\arccos$ for $\arcsin$": {"angle": acos},
    },
)
def slope_between_its_ends(constant=1, angle=asin):
    r"""$\psi'' \sqrt{1 - \rho^2}$ is the positive number $\frac2\pi$, so that $\psi'$ rises strictly from its value at
    $-1$ to that at 1.

    These are $-1$ and 1. By the mean value theorem no quotient of differences exceeds 1, and those at $\rho = 1$ tend
    to $\psi'(1) = 1$, $\psi'$ being continuous up to the end: 1 is the least constant, and $|\psi'| < 1$ inside.
    """
    slope = diff(psi(rho, angle=angle), rho)
    return {
        "second derivative": diff(slope, rho) * sqrt(1 - rho**2) - 2 / pi,
        "slope": slope - psi_derivative(rho),
        "slope at 1": psi_derivative(ONE) - constant,
        "slope at -1": psi_derivative(-ONE) + constant,
    }


@symbolic.check(
    "pnn.psi.lipschitz",
    "angle-identities",
    wrong={
        "1 for the root of 2": {"constant": 1},
        "exponent 1: Lipschitz": {"exponent": 1},
        r"$\frac4\pi$": {"rate": 4 / pi},
        "1 for 2 in the products": {"twice": 1},
        r"$\arccos$ for $\arcsin$": {"angle": acos},
    },
)
def half_hoelder(constant=ROOT, exponent=HALF, rate=2 * ROOT / pi, twice=2, angle=asin):
    r"""With $\rho, \sigma$ the cosines of $m \mp h$, $0 \le h \le m \le \pi - h$, the values of $\psi'$ differ by
    $\frac4\pi h$.

    The difference of the cosines is $2 \sin m \sin h$, and $\sin m \ge \sin h$ since $\sin m - \sin h$ is twice a
    cosine and a sine of angles in $[0, \frac\pi2]$. Jordan's inequality, $\sin h \ge \frac2\pi h$, gives
    $|\rho - \sigma| \ge \frac{8 h^2}{\pi^2}$: so $\frac4\pi h$ is the constant times the power of
    $\frac{8 h^2}{\pi^2}$, and equality holds for $h = m = \frac\pi2$. At the end, with $\epsilon = 2 s^2$, $1 - \psi'$
    is $\frac4\pi \arcsin s$, which over $\sqrt\epsilon$ tends to $\frac{2 \sqrt2}{\pi}$.
    """
    m, h, s = sympy.symbols("m h s", positive=True)
    near_end = 1 - psi_derivative(1 - 2 * s**2, angle=angle)
    return {
        "difference of cosines": sympy.expand_trig(cos(m - h) - cos(m + h)) - twice * sin(m) * sin(h),
        "difference of sines": sin(m) - sin(h) - twice * cos((m + h) / 2) * sin((m - h) / 2),
        "constant": 4 * h / pi - constant * (8 * h**2 / pi**2) ** exponent,
        "equality": constant * (2 * ONE) ** exponent - (psi_derivative(ONE) - psi_derivative(-ONE)),
        "near the end": diff(near_end, s) - diff(4 / pi * asin(s), s),
        "at the end": near_end.subs(s, 0),
        "rate at the end": sympy.limit(4 / pi * asin(s) / (sqrt(2) * s), s, 0) - rate,
    }


@symbolic.check(
    "pnn.psi.bounds",
    "linear-identities",
    wrong={r"$1.01 \rho$": {"below": lambda r: Rational(101, 100) * r}, r"$\sqrt\rho$": {"below": sqrt}},
)
def above_the_diagonal(below=lambda r: r):
    r"""$\psi - \rho$ vanishes at 1 and falls on $[0, 1]$, its slope being $-\frac2\pi \arccos\rho$: it is nowhere
    negative.

    As $\psi$ is even, $\psi \ge |\rho|$ on $[-1, 0]$ too. At the angle 0 the difference vanishes to second order.
    """
    r, theta = Symbol("r", positive=True), Symbol("theta", positive=True)
    falls = diff(psi(r) - below(r), r) + 2 / pi * acos(r)
    return {
        "slope": falls.rewrite(acos),
        "at 1": psi(ONE) - below(ONE),
        "contact at the angle 0": contact(below, theta, 0, 3),
    }


@symbolic.check(
    "pnn.psi.bounds",
    "tangent-identities",
    wrong={
        r"$\frac2\pi \rho^2$": {"below": lambda r: (2 + 2 * r**2) / pi},
        r"$\frac{1.1}\pi \rho^2$": {"below": lambda r: (2 + Rational(11, 10) * r**2) / pi},
        r"0.64 for $\frac2\pi$": {"below": lambda r: Rational(64, 100) + r**2 / pi},
        r"$\rho$ added": {"below": lambda r: (2 + r + r**2) / pi},
    },
)
def above_the_parabola(below=lambda r: (2 + r**2) / pi):
    r"""$\psi - \frac1\pi (2 + \rho^2)$ has the value and the slope 0 at 0, and the second derivative
    $\frac2\pi \frac{\rho^2}{s + s^2}$ with $s = \sqrt{1 - \rho^2}$.

    So it is convex with its minimum, 0, at 0. At the angle $\frac\pi2$ it vanishes to third order.
    """
    s = sqrt(1 - rho**2)
    difference = psi(rho) - below(rho)
    convex = diff(difference, rho, 2) - 2 / pi * rho**2 / (s + s**2)
    theta = Symbol("theta", positive=True)
    return {
        "second derivative": convex,
        "value at 0": difference.subs(rho, 0),
        "slope at 0": diff(difference, rho).subs(rho, 0),
        "contact at the angle pi/2": contact(below, theta, pi / 2, 4),
    }


@symbolic.check(
    "pnn.psi.bounds",
    "chord-identities",
    wrong={
        "0.99 of the rise": {"above": lambda r: 2 / pi + Rational(99, 100) * (1 - 2 / pi) * r**2},
        "the fourth power": {"above": lambda r: 2 / pi + (1 - 2 / pi) * r**4},
        r"0.64 for $\frac2\pi$": {"above": lambda r: Rational(64, 100) * (1 - r**2) + r**2},
        r"$\arccos$ for $\arcsin$ in $k$": {"angle": acos},
    },
)
def below_the_chord(above=lambda r: 2 / pi + (1 - 2 / pi) * r**2, angle=asin):
    r"""In $t = r^2$ the difference $\frac2\pi + (1 - \frac2\pi) t - \psi$ is concave and vanishes at $t = 0$ and
    $t = 1$, so that it is nowhere negative.

    Its second derivative in $t$ is $-\frac{k}{2 \pi r^3}$, where $k = \frac{r}{\sqrt{1 - r^2}} - \arcsin r$ vanishes at
    0 and has the slope $r^2 (1 - r^2)^{-3/2} \ge 0$. At the angles 0 and $\frac\pi2$ the difference vanishes to first
    order.
    """
    r, theta = Symbol("r", positive=True), Symbol("theta", positive=True)
    in_square = diff(diff(above(r) - psi(r), r) / (2 * r), r) / (2 * r)
    k = r / sqrt(1 - r**2) - angle(r)
    return {
        "second derivative": in_square + k / (2 * pi * r**3),
        "k at 0": k.subs(r, 0),
        "slope of k": diff(k, r) - r**2 / (1 - r**2) ** Rational(3, 2),
        "contact at the angle 0": contact(above, theta, 0, 2),
        "contact at the angle pi/2": contact(above, theta, pi / 2, 2),
    }


def contact(bound, theta, where, order):
    """The derivatives below `order`, in the angle, of psi minus a bound at a point where the two touch."""
    difference = psi_of_angle(theta) - bound(cos(theta))
    return [diff(difference, theta, k).subs(theta, where) for k in range(order)]


@symbolic.check(
    "pnn.figure-6",
    "angle-slopes",
    wrong={
        r"$1.01 \rho$": {"slope": Rational(101, 100)},
        "a gap at 1": {"end": HALF},
        r"$\arccos$ for $\arcsin$": {"angle": acos},
    },
)
def strictly_above(slope=1, end=1, angle=asin):
    r"""At the angle $\theta \in (0, \frac\pi2]$ $\psi - \rho$ has the derivative $\frac2\pi \theta \sin\theta > 0$, and
    it starts from 0.

    So $\psi > \rho$ for $0 \le \rho < 1$, and, $\psi$ being even, $\psi > |\rho|$ inside; at the end both are 1.
    """
    difference = psi_of_angle(THETA) - slope * cos(THETA)
    return {
        "slope": diff(difference, THETA) - 2 / pi * THETA * sin(THETA),
        "at the angle 0": difference.subs(THETA, 0),
        "even": psi(-rho, angle=angle) - psi(rho, angle=angle),
        "at 1": psi(ONE, angle=angle) - end,
    }


@symbolic.check(
    "pnn.figure-6",
    "slopes",
    wrong={
        "below 0.99": {"end": Rational(99, 100)},
        r"$\arccos$ for $\arcsin$": {"angle": acos},
        r"$\pi$ for $\frac\pi2$ in the angle": {"quarter": pi},
    },
)
def rising_to_one(end=1, angle=asin, quarter=pi / 2):
    r"""The slope is $\frac2\pi \arcsin\rho$, which has the sign of $\rho$: $\psi$ falls to $\rho = 0$, then rises to
    its value 1 at 1, which is that at $-1$.

    In the angle the slope is $-\frac2\pi (\frac\pi2 - \theta) \sin\theta$, which vanishes at 0 and at $\frac\pi2$.
    """
    slope = psi_derivative(rho, angle=angle)
    in_angle = -2 / pi * (quarter - THETA) * sin(THETA)
    return {
        "slope": diff(psi(rho), rho) - slope,
        "slope at 0": slope.subs(rho, 0),
        "at 1": psi(ONE) - end,
        "at -1": psi(-ONE) - end,
        "slope in the angle": diff(psi_of_angle(THETA), THETA) - in_angle,
    }
