"""Identities behind the landscape: orthants, slopes, masses, the Hessian, and the risk about zero."""

import sympy
from sympy import Rational, Symbol, acos, cos, pi, sin

from verification.methods import symbolic
from verification.papers.pnn2017.kernel.symbolic import psi, rho
from verification.papers.pnn2017.matched import pair_moments

HALF = Rational(1, 2)


SIGNS = pair_moments.SIGNS
size, length = sympy.symbols("c t", positive=True)


def rectified(value, sign):
    """max(value, 0) of a quantity whose sign is known."""
    return value if sign > 0 else sympy.Integer(0)


def corners():
    """c and t of every sign, with |c|, |t|, max(c t, 0): four quadrants with free sizes, and c = 0."""
    for s, t in SIGNS:
        yield s * size, t * length, size, length, rectified(size * length, s * t)
    for t in (1, -1):
        yield sympy.Integer(0), t * length, sympy.Integer(0), length, sympy.Integer(0)


@symbolic.check(
    "ours.first-order-test",
    "split",
    wrong={"the whole for the half": {"share": 1}, "without the size of $c$": {"even": lambda c, t: t}},
)
def odd_and_even_part(share=HALF, even=lambda c, t: c * t):
    r"""$\max(c t, 0) - \frac12 (c t + |c| |t|)$ in each quadrant of $(c, t)$ with free sizes, and at $c = 0$: all
    are zero."""
    return [positive - share * (c * t + even(abs_c, abs_t)) for c, t, abs_c, abs_t, positive in corners()]


@symbolic.check(
    "ours.first-order-test",
    "increase",
    wrong={
        "without the square": {"square": 0},
        "half the slope": {"slope": 1},
        "$c$ for its size": {"size": lambda c, abs_c: c},
    },
)
def increase_along_an_orthant(square=1, slope=2, size=lambda c, abs_c: abs_c):
    r"""$(A + D)^2 - A^2 - 2 A D - D^2$ with $D = \sum_i d_i f_i$, before the mean is taken, and the form of a neuron.

    $A = h - h^*$ at a point, $d_i$ is the change of $|c_i|$, and $f_i = \max(s_i u_i^\top x, 0)$: inside a closed
    orthant $h = \sum_i |c_i| f_i$, because $\max(c t, 0) = |c| \max(s t, 0)$ for the sign $s$ of $c$. Three neurons
    show the sum, which is linear in the $d_i$.
    """
    a, *moves = sympy.symbols("A d1:4 f1:4", real=True)
    changes, features = moves[:3], moves[3:]
    change = sum(d * f for d, f in zip(changes, features, strict=True))
    first_order = sum(slope * a * f * d for d, f in zip(changes, features, strict=True))
    features_by_size = [
        positive - size(c, abs_c) * rectified(abs_t, c * t) for c, t, abs_c, abs_t, positive in corners()
    ]
    return {
        "increase": (a + change) ** 2 - a**2 - first_order - square * change**2,
        "max(c t, 0) by the size of c": features_by_size,
    }


@symbolic.check(
    "ours.first-order-test",
    "slopes",
    wrong={
        "forces without their halves": {"share": 1},
        "the even force with the sign of $c$": {"signed": True},
        r"$\arccos$ for $\arcsin$": {"kernel": lambda cosine: psi(cosine, angle=acos)},
    },
)
def force_of_one_neuron(share=HALF, signed=False, kernel=psi):
    r"""$2 E \max(s u^\top x, 0) \max(t v^\top x, 0)$, integrated, minus $s g + b$ for a single neuron of size one along
    $t v$.

    Its $g$ is $\frac12 t u^\top v$ and its $b$ is $\frac12 \psi(u^\top v)$. Both sides are linear in the neurons of
    network and target, so that all pairs of signs, on two lines and on one, give the formula for any number of them.
    """

    def force(s, t, cosine):
        return share * (s * t * cosine + (s if signed else 1) * kernel(cosine))

    apart = [2 * pair_moments.mean_product(s, t) - force(s, t, rho).rewrite(acos) for s, t in SIGNS]
    one = sympy.Integer(1)
    return apart + [2 * pair_moments.mean_product_on_one_line(s, t) - force(s, t, one) for s, t in SIGNS]


@symbolic.check(
    "ours.no-one-signed-line",
    "masses",
    wrong={
        "sums of $c$ for masses": {"masses": lambda c, s: (c, sympy.Integer(0))},
        "masses exchanged": {"swap": True},
    },
)
def two_masses_a_line(masses=lambda c, s: (rectified(c, s), rectified(-c, -s)), swap=False):
    r"""$\max(c t, 0) - \max(c, 0) \max(t, 0) - \max(-c, 0) \max(-t, 0)$ in each quadrant of $(c, t)$, and at
    $c = 0$: all are zero."""
    for c, t, _, _, product in corners():
        positive, negative = masses(c, c)[:: -1 if swap else 1]
        yield {"max(c t, 0)": product - positive * rectified(t, t) - negative * rectified(-t, -t)}


@symbolic.check(
    "ours.zero-is-a-maximum",
    "arc",
    wrong={"half the slope": {"share": HALF}, "the angle itself, not its supplement": {"supplement": 0}},
)
def slope_at_zero(share=1, supplement=pi):
    r"""$-2 E \max(u^\top x, 0) \max(v^\top x, 0)$, integrated, plus $\frac1\pi J(t)$ with
    $J(t) = \sin t + (\pi - t) \cos t$ for the angle $t$; and what decides the sign of $J$.

    That is $J' = -(\pi - t) \sin t$, which is negative inside $(0, \pi)$, and $J(\pi) = 0$: so $J > 0$ before $\pi$. On
    one line the slope is $-1$, and on opposite directions 0, which are $-\frac1\pi J(0)$ and $-\frac1\pi J(\pi)$.
    """
    t = Symbol("t", real=True)
    arc = share * (sin(t) + (supplement - t) * cos(t))
    return [
        -2 * pair_moments.mean_product(1, 1) + (arc / pi).subs(t, acos(rho)),
        sympy.diff(arc, t) + (pi - t) * sin(t),
        arc.subs(t, pi),
        *(
            -2 * pair_moments.mean_product_on_one_line(1, s) + (arc / pi).subs(t, at)
            for s, at in ((1, sympy.Integer(0)), (-1, pi))
        ),
    ]


@symbolic.check(
    "ours.zero-is-a-maximum",
    "curvature",
    wrong={"a second derivative of two": {"curvature": 2}, "none": {"curvature": 0}},
)
def curvature_of_one_weight(curvature=1):
    r"""The second derivative in $c$ of $E (A + c f)^2$ is 1, for $f = \max(u^\top x, 0)$ of a unit line $u$ and
    whatever the rest $A$ is: $E f^2$ is integrated, $E f A$ and $E A^2$ are symbols."""
    c, cross, rest = sympy.symbols("c m A", real=True)  # E f A and E A^2
    square = pair_moments.mean_product_on_one_line(1, 1)
    return sympy.diff(square * c**2 + 2 * cross * c + rest, c, 2) - curvature


@symbolic.check(
    "ours.zero-is-a-maximum",
    "exception",
    wrong={"a falling risk": {"rise": -HALF}, "the same ray": {"side": 1}},
)
def target_on_the_opposite_ray(rise=HALF, side=-1):
    r"""$E (e \max(g, 0) - a \max(-g, 0))^2 - E (a \max(-g, 0))^2 - \frac12 e^2$ for $a, e > 0$ and $g \sim N(0, 1)$.

    Here $g = u^\top x$: all target weights are multiples of $-u$, of total length $a$, and the network moves from zero
    to $e u$.
    """
    a, e = sympy.symbols("a e", positive=True)
    own, cross = (pair_moments.mean_product_on_one_line(1, s) for s in (1, side))
    return e**2 * own - 2 * a * e * cross - rise * e**2
