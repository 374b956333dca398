"""Proofs for one input. The risk is always integrated from its definition, as a function of sums or masses.

In terms of the masses P and N of the positive and the negative weights, moving one neuron by t moves P or N by t
up to sign, as long as the neuron keeps its sign: every slope below is the coefficient of t in an exact expansion.
"""

import sympy
from sympy import Rational, Symbol

from verification.methods import symbolic
from verification.papers.pnn2017.scalar.half_lines import HALF, SPLIT, difference, half_line_mean, split_of_a_neuron
from verification.papers.pnn2017.scalar.regions import N_, P_, N, P, generic_hessian, one_sign_expansions, risk, t
from verification.zero_sets import vanishes_exactly

odd, even = sympy.symbols("odd even", real=True)
QUARTER = Rational(1, 4)


def scalar_risk(odd, even, odd_share=QUARTER, even_share=QUARTER):
    """The formula of Theorem 1 under test, in odd = S - S* and even = A - A*."""
    return odd_share * odd**2 + even_share * even**2


@symbolic.check(
    "pnn.theorem-1",
    "value",
    wrong={
        "a half for a quarter": {"odd_share": HALF, "even_share": HALF},
        "no term for the absolute values": {"even_share": sympy.S.Zero},
        "the two squares subtracted": {"even_share": -QUARTER},
        "a quarter of a neuron's parts": {"split": QUARTER},
    },
    forms={"scalar_risk": scalar_risk},
)
def half_lines(split=HALF, **formula):
    r"""Each neuron is $\max(c x, 0) = \frac12 (c x + |c| |x|)$, in every case of signs, so that for any numbers of
    neurons $h - h^* = \frac12 ((S - S^*) x + (A - A^*) |x|)$: its square is integrated against the normal density,
    and the formula must be left."""
    mean = half_line_mean(lambda x, size: difference(odd, even)(x, size) ** 2)
    return [split_of_a_neuron(split), mean - scalar_risk(odd, even, **formula)]


@symbolic.check(
    "pnn.corollary-1",
    "zero-set",
    wrong={
        "the sums alone": {"conditions": (odd,)},
        "the absolute sums alone": {"conditions": (even,)},
        "the difference of the two": {"conditions": (odd - even,)},
        "no term for the absolute values": {"even_share": sympy.S.Zero},
        "the two squares subtracted": {"even_share": -QUARTER},
        "the squares' negatives": {"odd_share": -QUARTER, "even_share": -QUARTER},
    },
    auxiliary=SPLIT,
)
def where_the_squares_vanish(conditions=(odd, even), **formula):
    """The integrated risk is that of Theorem 1, with $S - S^*$ and $A - A^*$ as symbols; this is zero where the two
    conditions hold, and positive where one of them does not."""
    mean = half_line_mean(lambda x, size: difference(odd, even)(x, size) ** 2)
    stated = scalar_risk(odd, even, **formula)
    return [split_of_a_neuron(), mean - stated, *vanishes_exactly(stated, conditions, (odd, even))]


@symbolic.check(
    "pnn.corollary-1",
    "masses",
    wrong={
        "the positive mass alone": {"conditions": (P - P_,)},
        "a quarter for a half": {"share": QUARTER},
        "the squares subtracted": {"share": -HALF},
    },
    auxiliary=SPLIT,
)
def squares_of_masses(conditions=(P - P_, N - N_), share=HALF):
    r"""With $S = P - N$ and $A = P + N$ the integrated risk is $\frac12 (P - P^*)^2 + \frac12 (N - N^*)^2$.

    That is zero where both conditions hold, and positive where one of them does not.
    """
    stated = share * ((P - P_) ** 2 + (N - N_) ** 2)
    return [split_of_a_neuron(), risk(P, N) - stated, *vanishes_exactly(stated, conditions, (P, N))]


@symbolic.check(
    "pnn.theorem-2",
    "slopes",
    wrong={
        "slopes of the signed sums": {"right": P - N - (P_ - N_)},
        "slopes without the target": {"left": N},
        "twice the curvature": {"curvature": sympy.S.One},
    },
    auxiliary=SPLIT,
)
def one_neuron_moved(right=P - P_, left=N - N_, curvature=HALF):
    """A neuron whose size grows by $t$ adds $t$ to $P$, or to $N$: the change of the integrated risk, minus the
    formula.

    The signs of the sums themselves play no part, so that both expansions hold at weight zero too.
    """
    return [
        split_of_a_neuron(),
        risk(P + t, N) - risk(P, N) - (right * t + curvature * t**2),
        risk(P, N + t) - risk(P, N) - (left * t + curvature * t**2),
    ]


@symbolic.check(
    "pnn.theorem-2",
    "floors",
    wrong={
        "a quarter for a half": {"share": QUARTER},
        "the masses exchanged": {"floors": (P_, N_)},
        "no bad minima": {"share": sympy.S.Zero},
    },
    auxiliary=SPLIT,
)
def floors_of_the_regions(floors=(N_, P_), share=HALF):
    r"""The integrated risk at $N = 0$ minus $\frac12 (P - P^*)^2 + \frac12 {N^*}^2$, and at $P = 0$ minus
    $\frac12 (N - N^*)^2 + \frac12 {P^*}^2$."""
    return one_sign_expansions(*(share * mass**2 for mass in floors))


@symbolic.check(
    "pnn.theorem-2",
    "good-sets",
    wrong={
        "each neuron takes the whole mass": {"share": lambda count: 1},
        "half a mass": {"share": lambda count: HALF / count},
    },
    auxiliary=SPLIT,
)
def masses_shared_out(share=lambda count: 1 / count):
    """For $n > 0$ positive neurons of weight $P^*/n$ and $m > 0$ negative ones of weight $-N^*/m$, a point of the
    region, the integrated risk is zero; $n$ and $m$ are symbols."""
    n, m = sympy.symbols("n m", integer=True, positive=True)
    return [split_of_a_neuron(), risk(n * share(n) * P_, m * share(m) * N_)]


@symbolic.check(
    "pnn.theorem-2",
    "drop",
    wrong={"the square of the sum": {"value": (P_ + N_) ** 2 / 2}, "slopes of the other sign": {"sign": 1}},
    auxiliary=SPLIT,
)
def below_the_risk_at_zero(value=(P_**2 + N_**2) / 2, sign=-1):
    r"""The integrated risk at zero is $\frac12 ({P^*}^2 + {N^*}^2)$, and that at the masses $P, N$ is lower by
    $P (P^* - \frac12 P) + N (N^* - \frac12 N)$."""
    return [
        split_of_a_neuron(),
        risk(0, 0) - value,
        risk(P, N) - value - sign * (P * (P_ - P / 2) + N * (N_ - N / 2)),
    ]


def hessian_entry(left, right, share=HALF, cross=1):
    """The second derivative for signs `left`, `right` of two neurons, under test."""
    return share * (1 + cross * left * right)


@symbolic.check(
    "pnn.theorem-3",
    "hessian",
    wrong={
        "a quarter for a half": {"share": QUARTER},
        "the signs' product negated": {"cross": -1},
        "signs left out": {"cross": 0},
    },
    auxiliary=SPLIT,
)
def second_derivatives(**formula):
    r"""The integrated risk of two neurons among any others, differentiated twice for generic signs $s$ and $r$,
    minus $\frac12 (1 + s r)$; on the diagonal $s = r$ is 1 or $-1$."""
    across, twice, s, r = generic_hessian()
    diagonal = [(twice - hessian_entry(s, s, **formula)).subs(s, sign) for sign in (1, -1)]
    return [split_of_a_neuron(), across - hessian_entry(s, r, **formula), *diagonal]


@symbolic.check(
    "pnn.theorem-3",
    "blocks",
    wrong={
        "the eigenvalues halved": {"eigenvalue": HALF},
        "a quarter for a half": {"share": QUARTER},
        "the cross term halved": {"cross": HALF},
    },
)
def invariant_blocks(eigenvalue=1, **formula):
    """A row of $H$ times an indicator is the size of the block times one entry: $n_+$ or $n_-$ in the rows of the
    block itself, and zero in those of the other, for symbolic sizes."""
    sizes = {1: Symbol("n_plus", integer=True, positive=True), -1: Symbol("n_minus", integer=True, positive=True)}
    return [
        size * hessian_entry(row, block, **formula) - (eigenvalue * size if row == block else 0)
        for block, size in sizes.items()
        for row in sizes
    ]


@symbolic.check(
    "pnn.theorem-3",
    "columns",
    wrong={"the sum of the signs": {"sign": 1}, "half the difference": {"share": HALF}},
)
def two_columns(sign=-1, share=1):
    """The determinant of the columns $(1, s_i)$ and $(1, s_j)$ minus $s_j - s_i$, for all four pairs of signs."""
    s, r = sympy.symbols("s r", real=True)
    minor = sympy.Matrix([[1, 1], [s, r]]).det()
    return [minor.subs({s: a, r: b}) - share * (b + sign * a) for a in (1, -1) for b in (1, -1)]


@symbolic.check(
    "pnn.figure-4",
    "squares",
    wrong={
        "the two values exchanged": {"twice": {(1, 1): P_**2, (-1, -1): N_**2}},
        "bad minima nowhere": {"twice": {}},
        "bad minima in a mixed region": {"twice": {(1, 1): N_**2, (-1, -1): P_**2, (1, -1): P_**2}},
        "bad minima in the other mixed region": {"twice": {(1, 1): N_**2, (-1, -1): P_**2, (-1, 1): P_**2}},
        "points twice as far out": {"times": 2},
    },
    auxiliary=SPLIT,
)
def four_regions(twice=None, times=1):
    r"""In each of the four regions $2 L$ minus the squares of its distinct slopes, found by differentiating the
    integrated risk, and minus ${N^*}^2$, ${P^*}^2$ or nothing.

    And the slopes at the points $(\frac12 P^*, \frac12 P^*)$, $(-\frac12 N^*, -\frac12 N^*)$, $(P^*, -N^*)$ and
    $(-N^*, P^*)$ of the regions, which vanish.
    """
    twice = {(1, 1): N_**2, (-1, -1): P_**2} if twice is None else twice
    v, w = sympy.symbols("v w", real=True)
    points = {(1, 1): (P_ / 2, P_ / 2), (-1, -1): (-N_ / 2, -N_ / 2), (1, -1): (P_, -N_), (-1, 1): (-N_, P_)}
    yield split_of_a_neuron()
    for signs, point in points.items():
        weights = dict(zip((v, w), signs, strict=True))
        here = risk(sum(x for x, s in weights.items() if s > 0), sum(-x for x, s in weights.items() if s < 0))
        slopes = [sympy.expand(sympy.diff(here, x)) for x in weights]
        distinct = slopes if signs[0] != signs[1] else slopes[:1]
        at_point = {x: times * at for x, at in zip((v, w), point, strict=True)}
        yield {f"slopes, signs {signs}": [slope.subs(at_point) for slope in slopes]}
        yield {f"squares, signs {signs}": 2 * here - sum(slope**2 for slope in distinct) - twice.get(signs, 0)}
