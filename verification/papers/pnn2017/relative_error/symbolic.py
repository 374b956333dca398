"""Proofs of bounds on the risk and the Schur value against the target's moments."""

import sympy
from sympy import Rational, asin, pi, sqrt, symbols

from verification.methods import symbolic

b = 1 - 2 / pi
n2, total, cross, rest, linear = symbols("n2 s1 cross rest linear", positive=True)


@symbolic.check(
    "pnn.proposition-1",
    "mean-square",
    wrong={"$b$ twice on the diagonal": {"diagonal": 2 * b}, "the mean left out": {"mean": 0}},
)
def square_of_the_masses(mean=2 / pi, diagonal=b):
    r"""Blocks by their sums: the square of $\sum_i q_i^*$ is $|q^*|^2$ and the sum of $q_i^* q_j^*$ over $i \ne j$, and
    the rest is ${q^*}^\top N q^*$.

    The form of $\psi_{22} = c \mathbf{1} \mathbf{1}^\top + b I + N$ at $q^*$ is then $c (\sum_i q_i^*)^2 + b |q^*|^2$
    and the rest, to which $|w_0|^2$ is added.
    """
    four = linear + mean * (n2 + cross) + diagonal * n2 + rest
    return four - n2 - (linear + rest + 2 / pi * cross)


s, size, x_slack, y_slack, pairs, squares, length = symbols("s epsilon X Y Z squares length", positive=True)


@symbolic.check(
    "pnn.proposition-1",
    "square",
    wrong={
        "half the loss": {"loss": Rational(1, 2)},
        "the even part alone": {"odd": 0},
        "half the diagonal": {"diagonal": b / 2},
        r"$\psi$ without its arcsine": {"arc": 0},
    },
)
def square_completed_in_the_total_mass(loss=1, odd=1, diagonal=b, arc=1):
    r"""$4 L$ of Theorem 8 for a unit target, less the stated sum, whatever the masses on the lines.

    $4 L = |U^\top p|^2 - 2 p^\top U w + 1 + q^\top \psi_{11} q - 2 q^\top \psi_{12} + 1$, in which
    $p^\top U w = \epsilon s - X$, $q^\top \psi_{12} = \psi(\epsilon) s - Y$ and
    $q^\top \psi_{11} q = c s^2 + b |q|^2 + Z$ by the definitions of $X$, $Y$ and $Z$; $\psi$ in closed form.
    """
    c = 2 / pi
    near = c * (sqrt(1 - size**2) + size * asin(size))
    four = length + odd * (1 - 2 * (size * s - x_slack)) + c * s**2 + diagonal * squares + pairs
    four += 1 - 2 * (c * (sqrt(1 - size**2) + arc * size * asin(size)) * s - y_slack)
    bound = 2 - (size + near) ** 2 / c
    rest = length + 2 * x_slack + 2 * y_slack + b * squares + pairs + c * (s - (size + near) / c) ** 2
    return loss * four - bound - rest


@symbolic.check(
    "pnn.proposition-1",
    "factor-superfluous",
    wrong={r"$b$ for $\frac2\pi$ below": {"c": b}, "no second term": {"slope": 0}},
)
def derivative_in_the_spread(c=2 / pi, slope=1):
    r"""$f(t) = \frac{b + b t/r}{b + c t}$ has $f'(t) = \frac{b (b/r - c)}{(b + c t)^2}$ and
    $f(1) = b (1 + \frac1r)$, as $b + c = 1$."""
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
    r"""The limits over $r^*$: with $\psi$ replaced by $(\frac2\pi + \frac1{\pi d}) \mathbf{1} \mathbf{1}^\top + b I$,
    $q^* = \mathbf{1}$ and $|w_0|^2 = r^*$, $r^* = \gamma^* d$.

    The numerator is $\mathbf{1}^\top S \mathbf{1} / r^*$ by Sherman and Morrison, the denominator the variance; then
    linear regression, whose error is the even part of the variance; then $d$ times the error over the mean square;
    last, the difference of the first two.
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
    gamma = gamma_t / ratio
    yield quotient - regression - gamma_t * (pi - 2 - gamma) / (pi * gamma * (2 - c + gamma_t / pi))
