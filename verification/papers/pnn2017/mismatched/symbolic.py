"""Proofs of the risk formula with mismatched lines and of its lower bound, for networks of every size."""

from functools import cache
from itertools import product

import sympy
from sympy import Rational, Symbol, acos, asin, cos, integrate, pi, sqrt

from verification.methods import symbolic

NET = (("a", 0), ("b", 0), ("c", 1))  # sizes of the net's neurons and the row of V that each lies on
TARGET = (("d", 2), ("e", 3))
QUARTER = Rational(1, 4)
SIZES = {name: Symbol(name, positive=True) for name, _ in NET + TARGET}


def cosine(first, second):
    """rho of two rows of V: 1 on the diagonal, else a symbol for each pair."""
    if first == second:
        return sympy.Integer(1)
    return Symbol(f"rho{min(first, second)}{max(first, second)}", real=True)


def psi(rho, scale=2 / pi):
    """The kernel's closed form."""
    return scale * (sqrt(1 - rho**2) + rho * asin(rho))


def risk(net, target, share=QUARTER, flip=-1, scale=2 / pi, odd=cosine):
    """The statement: share times |z|^2 plus share times [q; -q*]' psi[VV'] [q; -q*].

    `net` and `target` list coefficients and rows. |z|^2 is expanded in the rows' inner products.
    """
    coefficients = [*net, *((-c, row) for c, row in target)]
    z_squared = sum(c * d * odd(i, j) for (c, i), (d, j) in product(coefficients, repeat=2))
    masses = [*((abs(c), row) for c, row in net), *((flip * abs(c), row) for c, row in target)]
    even = sum(v * w * psi(cosine(i, j), scale) for (v, i), (w, j) in product(masses, repeat=2))
    return share * z_squared + share * even


@cache
def relu_pair_mean(rho, agree):
    """E relu(u.x) relu(v.x), or relu(-v.x) where the signs do not agree, by polar coordinates in their plane.

    Both are positive on the arc (theta - pi/2, pi/2), theta in (0, pi) the angle between the two vectors; the
    radius contributes 2 / (2 pi). On one line the arc is the half circle, or empty.
    """
    phi, theta = sympy.symbols("phi theta", real=True)
    radius = Symbol("r", positive=True)
    radial = integrate(radius**3 * sympy.exp(-(radius**2) / 2), (radius, 0, sympy.oo)) / (2 * pi)
    if rho == 1:
        return radial * integrate(cos(phi) ** 2, (phi, -pi / 2, pi / 2)) if agree else sympy.Integer(0)
    density = sympy.expand_trig(cos(phi) * cos(phi - theta))
    arc = sympy.simplify(integrate(density, (phi, theta - pi / 2, pi / 2))).subs(theta, acos(rho if agree else -rho))
    return sympy.expand(radial * arc.rewrite(asin))


def integrals():
    """Every pair's mean, by cosine and agreement of signs: one symbolic integral for each of the two kinds."""
    rho = Symbol("rho", real=True)
    generic = {agree: relu_pair_mean(rho, agree) for agree in (True, False)}
    on_one_line = {agree: relu_pair_mean(sympy.Integer(1), agree) for agree in (True, False)}
    return lambda at, agree: on_one_line[agree] if at == 1 else generic[agree].subs(rho, at)


@symbolic.check(
    "pnn.theorem-8",
    "value",
    wrong={
        "a half for a quarter": {"share": Rational(1, 2)},
        "masses added, not subtracted": {"flip": 1},
        r"$\frac1\pi$ in the kernel": {"scale": 1 / pi},
        "acute angles in the linear part": {"odd": lambda i, j: sqrt(cosine(i, j) ** 2)},
    },
    at={"rho02": Rational(-1, 3)},
)
def expectation_pair_by_pair(**formula):
    r"""$L = \sum \epsilon_i \epsilon_j E \max(w_i^\top x, 0) \max(w_j^\top x, 0)$ over ordered pairs, $\epsilon = 1$ in
    the network and $-1$ in the target.

    That sum and the formula are both quadratic forms in the list of neurons, so they agree for every number of neurons,
    lines and inputs as soon as they agree on each kind of pair (a pair spans a plane at most). The pairs of this
    network hold every kind: one neuron with itself, two on one line, two on two lines, network with network, network
    with target, target with target, each with all signs; sizes and the cosines of the lines are symbols. The means come
    from the integral over the circle, cut where the neurons switch off. Where a row of the network and one of the
    target are equal or opposite the pair lies on one line: its mean is an integral over a half circle, or zero.
    """
    mean = integrals()
    for signs in product((1, -1), repeat=len(NET + TARGET)):
        signed = [(s, SIZES[name], row) for s, (name, row) in zip(signs, NET + TARGET, strict=True)]
        sides = [
            *((1, *neuron) for neuron in signed[: len(NET)]),
            *((-1, *neuron) for neuron in signed[len(NET) :]),
        ]
        expectation = sum(
            e * f * a * b * mean(cosine(i, j), s == t) for (e, s, a, i), (f, t, b, j) in product(sides, repeat=2)
        )
        net, target = ([(s * a, row) for e, s, a, row in sides if e == side] for side in (1, -1))
        yield {"rows apart": sympy.expand(expectation - risk(net, target, **formula))}
    yield from on_one_line(**formula)


def on_one_line(odd=cosine, **formula):
    """The same for a neuron of the net and one of the target whose unit vectors are equal, or opposite."""
    a, d = SIZES["a"], SIZES["d"]
    for turn, s, t in product((1, -1), repeat=3):
        agree = s * t * turn > 0
        own = [size**2 * relu_pair_mean(sympy.Integer(1), True) for size in (a, d)]
        expectation = sum(own) - 2 * a * d * relu_pair_mean(sympy.Integer(1), agree)
        stated = risk([(s * a, 0)], [(t * d, 2)], odd=odd, **formula)
        yield {
            f"rows {'equal' if turn > 0 else 'opposite'}": sympy.expand(expectation - stated.subs(cosine(0, 2), turn))
        }


A, B, Bt, Y, Yt, C, q, qt, s, st = sympy.symbols("A B Bt Y Yt C q qt s st", commutative=False)
z_squared = Symbol("z2", nonnegative=True)  # |z|^2
BLOCKS = {"A": 2, "B": 6, "Bt": 6, "Y": 3, "Yt": 3, "C": 40, "q": 5, "qt": 5, "s": 2, "st": 2}


def four_risks(across, across_t):
    """4 L of Theorem 8 in blocks: psi of the lines A, `across`, of the target's lines C, and s for q*."""
    return z_squared + qt * A * q - qt * across * s - st * across_t * q + st * C * s


def bound(share=QUARTER, sign=-1, inverse=A**-1):
    """The statement: share times q*' (C - B' A^-1 B) q*."""
    return share * st * (C + sign * Bt * inverse * B) * s


@symbolic.check(
    "pnn.corollary-4",
    "lower-bound",
    wrong={
        "a half for a quarter": {"share": Rational(1, 2)},
        "plus for minus": {"sign": 1},
        "no inverse": {"inverse": sympy.Integer(1)},
        "a bound from above": {"above": -1},
    },
    at=BLOCKS,
)
def squares_above_the_bound(above=1, **formula):
    r"""The risk is the bound and a quarter of $|z|^2$ and of $v^\top A v$, $v = q - A^{-1} B s$, in blocks of every
    size.

    By the definition of $A$, $v^\top A v$ is the mean of the square of $\sum_r v_r |u_r^\top x|$: neither is negative.
    So the risk is above the bound where one of them is not 0, which are three cases, and the bound where both are.
    """
    left, right = qt - st * Bt * A**-1, q - A**-1 * B * s
    yield sympy.expand(four_risks(B, Bt) / 4 - bound(**formula) - above * (z_squared + left * A * right) / 4)
    first, second = sympy.symbols("z2 f2", positive=True)
    yield from (above * squares / 4 > 0 for squares in (first + second, first, second))


@symbolic.check(
    "pnn.corollary-4",
    "squares",
    wrong={
        "masses less the target's, not less $Y q^*$": {"shift": (s, st)},
        "the form of the identity": {"form": sympy.Integer(1)},
        "$|z|^2$ twice": {"odd": 2},
    },
    at=BLOCKS,
)
def risk_and_its_squares(shift=(Y * s, st * Yt), form=A, odd=1):
    r"""Four times the risk of Theorem 8 where $\Psi_{12} = A Y$, less the two squares and what is left, in blocks of
    any size."""
    square = (qt - shift[1]) * form * (q - shift[0])
    return sympy.expand(four_risks(A * Y, Yt * A) - odd * z_squared - square - st * (C - Yt * A * Y) * s)


@symbolic.check(
    "pnn.corollary-4",
    "two-neurons",
    wrong={
        "$q$ and $p$ for their half sum and half difference": {"weights": lambda q, p: (q, -p)},
        "both coefficients positive": {"weights": lambda q, p: ((q + p) / 2, (q - p) / 2)},
        "sums beyond the absolute one": {"sign_of_room": -1},
    },
)
def sums_of_two_coefficients(weights=lambda q, p: ((q + p) / 2, -(q - p) / 2), sign_of_room=1):
    r"""The two coefficients $\frac12 (q + p)$ and $-\frac12 (q - p)$ have the sum $p$ and the absolute sum $q$, for $p$
    of either sign or 0 and $q - |p|$ positive or 0, sizes symbolic.

    Where $q = p = 0$, both coefficients are 0.
    """
    size, room = sympy.symbols("size room", positive=True)
    for p, extra in ((size, room), (size, 0), (-size, room), (-size, 0), (sympy.Integer(0), room)):
        absolute = abs(p) + sign_of_room * extra
        first, second = weights(absolute, p)
        yield {"signed sum": first + second - p, "absolute sum": abs(first) + abs(second) - absolute}
