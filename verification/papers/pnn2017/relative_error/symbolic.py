"""Proofs of bounds on the risk and the Schur value against the target's moments."""

import sympy
from sympy import Rational, pi, symbols

from verification.methods import symbolic

HALF = Rational(1, 2)
b = 1 - 2 / pi
n2, total, cross, rest, linear = symbols("n2 s1 cross rest linear", positive=True)


@symbolic.check(
    "pnn.proposition-1",
    "schur-value",
    wrong={"an eighth for a quarter": {"share": Rational(1, 8)}, "the mean left out": {"mean": 0}},
)
def mean_square_above_the_masses(share=HALF / 2, mean=2 / pi):
    """E h*^2 >= |q*|^2/4, so that q*'S q*/4 <= |S||q*|^2/4 <= |S| E h*^2, for all sizes.

    Write psi22 = (2/pi) 11' + (1 - 2/pi) I + N, with zeros on the diagonal of N and, as psi >= 2/pi, no negative entry.
    With s1 = sum of q*, n2 = |q*|^2, cross = s1^2 - n2 (sum over i != j of q*_i q*_j), rest = q*'N q*, linear = |w0|^2:
    4 E h*^2 - n2 = linear + rest + (2/pi) cross, three numbers of which none is negative, as q* >= 0. Theorem 8 with an
    empty network gives 4 E h*^2 = linear + q*'psi22 q*.
    """
    four = linear + mean * (n2 + cross) + b * n2 + rest
    return share * four - n2 / 4 - (linear + rest + 2 / pi * cross) / 4


s, size, near, x_slack, y_slack, pairs, squares, length = symbols(
    "s epsilon kappa X Y pairs squares length", positive=True
)


@symbolic.check(
    "pnn.proposition-1",
    "one-target-neuron",
    wrong={
        "half the loss": {"loss": Rational(1, 2)},
        "the even part alone": {"odd": 0},
        "half the diagonal": {"diagonal": b / 2},
    },
)
def square_completed_in_the_total_mass(loss=1, odd=1, diagonal=b):
    """4 L less its bound is a sum of terms that are not negative, whatever the masses on the lines.

    Unit target w, |u_r.w| <= epsilon, kappa = psi(epsilon), s = sum of q, c = 2/pi. By Theorem 8
    4 L = |U'p|^2 - 2 p.(Uw) + 1 + q'psi11 q - 2 q.psi12 + 1. Here p.(Uw) = epsilon s - X with X >= 0, as
    |p_r| <= q_r; q.psi12 = kappa s - Y with Y >= 0, as psi is even and rises on [0, 1]; and
    q'psi11 q = c s^2 + (1 - c)|q|^2 + pairs with pairs >= 0, as psi >= c. The rest is a square.
    """
    c = 2 / pi
    four = length + odd * (1 - 2 * (size * s - x_slack)) + c * s**2 + diagonal * squares + pairs
    four += 1 - 2 * (near * s - y_slack)
    bound = 2 - (size + near) ** 2 / c
    positive = length + 2 * x_slack + 2 * y_slack + b * squares + pairs + c * (s - (size + near) / c) ** 2
    return loss * four - bound - positive


@symbolic.check(
    "pnn.proposition-1",
    "factor-superfluous",
    wrong={"b for 2/pi below": {"c": b}, "no second term": {"slope": 0}},
)
def derivative_in_the_spread(c=2 / pi, slope=1):
    """f(t) = (b + b t/r)/(b + c t) has f'(t) = b (b/r - c)/(b + c t)^2 and f(1) = b (1 + 1/r), as b + c = 1."""
    t, r = symbols("t r", positive=True)
    value = (b + slope * b * t / r) / (b + c * t)
    yield sympy.diff(value, t) - b * (b / r - 2 / pi) / (b + 2 / pi * t) ** 2
    yield value.subs(t, 1) - b * (1 + 1 / r)


gamma_t, ratio, inputs = symbols("gammat rho d", positive=True)


@symbolic.check(
    "ours.variance-normalised",
    "algebra",
    wrong={
        "the linear part left out": {"linear_part": 0},
        "the kernel's curvature left out": {"curvature": 0},
        "an intercept that is not subtracted": {"mean": 2 / pi},
    },
)
def limits_of_quadratic_forms(linear_part=1, curvature=1 / pi, mean=0):
    """The limits over r*: with psi replaced by (2/pi + 1/(pi d)) 11' + b I, q* = 1 and |w0|^2 = r*, r* = gamma* d.

    Numerator 1'S1/r* by Sherman and Morrison, denominator the variance; then linear regression, whose error is the
    even part of the variance; last, the two agree at r*/r = gamma*/(pi b), that is r = (pi - 2) d. In between, d times
    the error over the mean square.
    """
    c, count = 2 / pi, gamma_t * inputs
    lines = count / ratio
    numerator = b + b * (c + curvature / inputs) * count / (b + (c + curvature / inputs) * lines)
    even = b + count * (curvature / inputs + mean)
    quotient = sympy.limit(numerator / (linear_part + even), inputs, sympy.oo)
    expected = b * (1 + ratio) / (2 - c + gamma_t / pi)
    yield quotient - expected
    regression = sympy.limit(even / (linear_part + even), inputs, sympy.oo)
    yield regression - (b + gamma_t / pi) / (2 - c + gamma_t / pi)
    yield (
        sympy.limit(inputs * numerator / (1 + even + c * count), inputs, sympy.oo)
        - (pi / 2 - 1) * (1 + ratio) / gamma_t
    )
    yield (quotient - regression).subs(ratio, gamma_t / (pi - 2))
