"""Proofs for one input. The risk is always integrated from its definition, as a function of sums or masses.

In terms of the masses P and N of the positive and the negative weights, moving one neuron by t moves P or N by t
up to sign, as long as the neuron keeps its sign: every slope below is the coefficient of t in an exact expansion.
"""

import sympy
from sympy import Rational, Symbol

from verification.methods import symbolic
from verification.papers.pnn2017.scalar.half_lines import HALF, difference, half_line_mean, split_of_a_neuron
from verification.papers.pnn2017.scalar.regions import N_, P_, N, P, generic_hessian, one_sign_expansions, risk, t

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
    },
    forms={"scalar_risk": scalar_risk},
)
def half_lines(**formula):
    """Each neuron is (c x + |c||x|)/2, so h - h* = (odd x + even |x|)/2 for any number of them; square, integrate."""
    mean = half_line_mean(lambda x, size: difference(odd, even)(x, size) ** 2)
    return [*split_of_a_neuron(), mean - scalar_risk(odd, even, **formula)]


@symbolic.check(
    "pnn.corollary-1",
    "zero-set",
    wrong={
        "the sums alone": {"conditions": (odd,)},
        "the absolute sums alone": {"conditions": (even,)},
        "the difference of the two": {"conditions": (odd - even, sympy.S.Zero)},
    },
)
def sum_of_squares(conditions=(odd, even)):
    """4 L is the sum of the squares of the conditions, real numbers: it vanishes exactly where all of them do."""
    mean = half_line_mean(lambda x, size: difference(odd, even)(x, size) ** 2)
    return [*split_of_a_neuron(), 4 * mean - sum(g**2 for g in conditions)]


@symbolic.check(
    "pnn.corollary-1",
    "masses",
    wrong={"the positive mass alone": {"conditions": (P - P_,)}, "a quarter for a half": {"share": QUARTER}},
)
def squares_of_masses(conditions=(P - P_, N - N_), share=HALF):
    """With S = P - N and A = P + N the risk is half the sum of the squares of P - P* and N - N*."""
    return [*split_of_a_neuron(), risk(P, N) - share * sum(g**2 for g in conditions)]


@symbolic.check(
    "pnn.theorem-2",
    "mixed-regions",
    wrong={
        "one positive weight is enough": {"slopes": (P - P_,)},
        "slopes of the sums": {"slopes": (P - N - (P_ - N_), N - N_)},
        "a value left over": {"rest": N_**2},
    },
)
def slopes_leave_nothing(slopes=(P - P_, N - N_), rest=0):
    """At a minimizer inside a region with both signs a positive and a negative neuron have slope zero.

    Moving a positive neuron by t changes L by (P - P*) t + t^2/2, moving a negative one by -(N - N*) t + t^2/2; and
    2 L is the sum of the squares of these slopes, so it vanishes with them.
    """
    positive, negative = slopes[0], slopes[1] if len(slopes) > 1 else N - N_
    return [
        *split_of_a_neuron(),
        risk(P + t, N) - risk(P, N) - (positive * t + t**2 / 2),
        risk(P, N - t) - risk(P, N) - (-negative * t + t**2 / 2),
        2 * risk(P, N) - sum(slope**2 for slope in slopes) - rest,
    ]


@symbolic.check(
    "pnn.theorem-2",
    "bad-sets",
    wrong={
        "a quarter for a half": {"share": QUARTER},
        "the masses exchanged": {"floors": (P_, N_)},
        "no bad minima": {"share": sympy.S.Zero},
    },
)
def floors_of_the_regions(floors=(N_, P_), share=HALF):
    """In R(1) N = 0 and L = (P - P*)^2/2 + N*^2/2; P ranges over all positive numbers, P* > 0 among them."""
    return one_sign_expansions(*(share * mass**2 for mass in floors))


@symbolic.check(
    "pnn.theorem-2",
    "one-signed-regions",
    wrong={
        "a target of one sign has a bad minimum too": {"other": N_},
        "no bad minimum for a target of both signs": {"both": (sympy.S.Zero, sympy.S.Zero)},
        "bad in one of the two regions only": {"both": (N_**2 / 2, sympy.S.Zero)},
    },
)
def bad_exactly_with_both_signs(both=(N_**2 / 2, P_**2 / 2), other=sympy.S.Zero):
    """Both floors are positive multiples of squares of the masses, positive if both masses are; L reaches 0 at P*, N*.

    For N* = 0 the floor of R(1) is 0, so its minimizers are global; and in R(-1) L(0, N) increases with N, moving a
    neuron by -t changes it by N t + t^2/2 with N > 0, so that region has no minimizer. P* = 0 is the mirror image.
    """
    alone = [risk(P, 0).subs(N_, 0) - (P - P_) ** 2 / 2 - other**2 / 2, risk(0, N).subs(P_, 0) - (N - N_) ** 2 / 2]
    outside = (risk(0, N + t) - risk(0, N)).subs(N_, 0) - (N * t + t**2 / 2)
    mirrored = (risk(P + t, 0) - risk(P, 0)).subs(P_, 0) - (P * t + t**2 / 2)
    return [*one_sign_expansions(*both), risk(P_, N_), *alone, outside, mirrored]


@symbolic.check(
    "pnn.theorem-2",
    "one-signed-target",
    wrong={
        "the absolute sum against the wrong mass": {"least_at": 2 * P_},
        "no slope in the regions of the other sign": {"slope": sympy.S.Zero},
    },
)
def only_the_region_of_the_target(least_at=P_, slope=N):
    """For N* = 0 moving any negative neuron by -t changes L by N t + t^2/2, and N > 0: no minimizer has one.

    In R(1), L = (P - P*)^2/2: the minimizers are P = P*, of value 0. Exchanging the signs of x gives P* = 0.
    """
    leaving = (risk(P, N + t) - risk(P, N)).subs(N_, 0) - (slope * t + t**2 / 2)
    mirrored = (risk(P + t, N) - risk(P, N)).subs(P_, 0) - (slope.subs(N, P) * t + t**2 / 2)
    inside = risk(P, 0).subs(N_, 0) - (P - least_at) ** 2 / 2
    return [*split_of_a_neuron(), leaving, mirrored, inside, risk(0, N).subs(P_, 0) - (N - N_) ** 2 / 2]


@symbolic.check(
    "pnn.theorem-2",
    "good-sets",
    wrong={
        "each neuron takes the whole mass": {"share": lambda count: 1},
        "half a mass": {"share": lambda count: HALF / count},
    },
)
def masses_shared_out(share=lambda count: 1 / count):
    """n > 0 positive neurons of weight P*/n and m > 0 negative ones of weight -N*/m: a point of the region, L = 0."""
    n, m = sympy.symbols("n m", integer=True, positive=True)
    return [*split_of_a_neuron(), risk(n * share(n) * P_, m * share(m) * N_)]


@symbolic.check(
    "pnn.theorem-2",
    "zero-weights",
    wrong={
        "a zero neuron that can only turn positive": {"left": sympy.S.Zero},
        "slopes without the target": {"right": P},
    },
)
def slopes_at_a_zero_weight(right=P - P_, left=N - N_):
    """A zero weight can turn positive with slope P - P* or negative with slope N - N*; at a minimizer both are >= 0.

    A positive neuron makes P = P*, a negative one N = N* (`slopes_leave_nothing`). Without a negative neuron N = 0, so
    the second slope, -N*, being >= 0 makes N* = 0 = N; likewise for P. So both slopes vanish, and 2 L, which is the
    sum of their squares, does too.
    """
    return [
        *split_of_a_neuron(),
        risk(P + t, N) - risk(P, N) - (right * t + t**2 / 2),
        risk(P, N + t) - risk(P, N) - (left * t + t**2 / 2),
        2 * risk(P, N) - right**2 - left**2,
    ]


@symbolic.check(
    "pnn.theorem-2",
    "maximum",
    wrong={"the square of the sum": {"value": (P_ + N_) ** 2 / 2}, "slopes of the other sign": {"sign": 1}},
)
def nothing_is_the_top(value=(P_**2 + N_**2) / 2, sign=-1):
    """L(P, N) = L(0, 0) - P (P* - P/2) - N (N* - N/2): less than L(0, 0) for P < 2 P*, N < 2 N*, unless P = N = 0.

    Elsewhere some weight is not zero, and along it L is t^2/2 plus a linear term: no local maximum.
    """
    drop = sign * (P * (P_ - P / 2) + N * (N_ - N / 2))
    along = risk(P + t, N) - 2 * risk(P, N) + risk(P - t, N)
    return [*split_of_a_neuron(), risk(0, 0) - value, risk(P, N) - risk(0, 0) - drop, along - t**2]


@symbolic.check(
    "pnn.theorem-2",
    "one-neuron",
    wrong={
        "the values exchanged": {"values": (P_**2 / 2, N_**2 / 2)},
        "the values without a half": {"values": (N_**2, P_**2)},
    },
)
def one_neuron_on_each_side(values=(N_**2 / 2, P_**2 / 2)):
    """For w > 0 the masses are (w, 0), for w < 0 they are (0, -w); at w = 0 both slopes, -P* and -N*, are negative."""
    slopes = [risk(t, 0) - risk(0, 0) - (t**2 / 2 - P_ * t), risk(0, t) - risk(0, 0) - (t**2 / 2 - N_ * t)]
    difference_of_values = risk(P_, 0) - risk(0, N_) - (N_ - P_) * (N_ + P_) / 2
    return [*one_sign_expansions(*values), *slopes, difference_of_values]


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
)
def second_derivatives(**formula):
    """Differentiate the integrated risk twice for generic signs, with s^2 = 1 on the diagonal."""
    across, twice, s, r = generic_hessian()
    diagonal = [(twice - hessian_entry(s, s, **formula)).subs(s, sign) for sign in (1, -1)]
    return [*split_of_a_neuron(), across - hessian_entry(s, r, **formula), *diagonal]


@symbolic.check(
    "pnn.theorem-3",
    "spectrum",
    wrong={
        "the eigenvalues halved": {"eigenvalue": HALF},
        "a quarter for a half": {"share": QUARTER},
        "the cross term halved": {"cross": HALF},
    },
)
def invariant_blocks(eigenvalue=1, **formula):
    """H maps the indicator of the positive neurons to n_+ times itself, that of the negative ones to n_- times itself.

    A row of H times an indicator is the block's size times one entry. Entries depend on signs alone, so columns of
    neurons of one sign agree and H takes the difference of two such neurons to zero. These are
    2 + (n_+ - 1) + (n_- - 1) independent eigenvectors, all there are; for one sign alone, 1 + (n - 1).
    """
    sizes = {1: Symbol("n_plus", integer=True, positive=True), -1: Symbol("n_minus", integer=True, positive=True)}
    return [
        size * hessian_entry(row, block, **formula) - (eigenvalue * size if row == block else 0)
        for block, size in sizes.items()
        for row in sizes
    ]


@symbolic.check(
    "pnn.theorem-3",
    "rank",
    wrong={"the signs' product negated": {"cross": -1}, "one square alone": {"squares": 1}},
)
def form_of_two_squares(squares=2, **formula):
    """v'Hv is half the sum of the squares of 1.v and s.v: semidefinite, with the rank of the vectors 1 and s.

    Entry by entry for generic signs, so for any number of neurons. 1 and s are independent iff both signs occur: the
    determinant of two of their columns is s_j - s_i, which is 2 up to sign for opposite signs and 0 for equal ones.
    """
    s, r = sympy.symbols("s r", real=True)
    rows = sympy.Matrix([[1, 1], [s, r]])[:squares, :]
    form = rows.T * rows / 2
    minor = sympy.Matrix([[1, 1], [s, r]]).det()
    ranks = [minor.subs({s: a, r: b}) - (b - a) for a in (1, -1) for b in (1, -1)]
    return [form[0, 1] - hessian_entry(s, r, **formula), *ranks]


@symbolic.check(
    "pnn.figure-4",
    "regions",
    wrong={
        "the two values exchanged": {"twice": {(1, 1): P_**2, (-1, -1): N_**2}},
        "bad minima nowhere": {"twice": {}},
        "bad minima in a mixed region": {"twice": {(1, 1): N_**2, (-1, -1): P_**2, (1, -1): P_**2}},
    },
)
def four_regions(twice=None):
    """In each region 2 L is a constant plus the squares of its distinct slopes, found by differentiating it.

    So where the slopes vanish 2 L is that constant; they vanish at (P*/2, P*/2), (-N*/2, -N*/2), (P*, -N*), (-N*, P*).
    """
    twice = {(1, 1): N_**2, (-1, -1): P_**2} if twice is None else twice
    v, w = sympy.symbols("v w", real=True)
    points = {(1, 1): (P_ / 2, P_ / 2), (-1, -1): (-N_ / 2, -N_ / 2), (1, -1): (P_, -N_), (-1, 1): (-N_, P_)}
    residuals = []
    for signs, point in points.items():
        weights = dict(zip((v, w), signs, strict=True))
        here = risk(sum(x for x, s in weights.items() if s > 0), sum(-x for x, s in weights.items() if s < 0))
        slopes = [sympy.expand(sympy.diff(here, x)) for x in weights]
        distinct = slopes if signs[0] != signs[1] else slopes[:1]
        residuals += [slope.subs(dict(zip((v, w), point, strict=True))) for slope in slopes]
        residuals.append(2 * here - sum(slope**2 for slope in distinct) - twice.get(signs, 0))
    return [*split_of_a_neuron(), *residuals]
