"""Proofs: homogeneity, the residuals, the gradient of one sample's term by one weight."""

import sympy
from sympy import Max, Rational, diff

from verification.methods import symbolic

p, q, m = sympy.symbols("p q m", positive=True)
f, y, a, b, w, x, rest = sympy.symbols("f y a b w x rest", real=True)
HALF = Rational(1, 2)


@symbolic.check(
    "diverse.equation-1",
    "homogeneous",
    wrong={"the slope 1 below zero too": {"below": 1}, "1/2 above": {"above": HALF}},
)
def value_less_slope_times_argument(above=1, below=0):
    """max(u, 0) - u sigma'(u) for u = p and u = -p, p > 0; at u = 0 both are 0 whatever the slope."""
    yield {"above zero": Max(p, 0) - p * above, "below zero": Max(-p, 0) + p * below}


@symbolic.check(
    "diverse.equation-2",
    "residuals",
    wrong={"half the square": {"loss": lambda e: e**2 / 2}, "1/m for 1/(2 m)": {"share": 1 / m}},
)
def slope_of_a_term(loss=lambda e: e**2, share=1 / (2 * m)):
    """The derivative by f of a term of the loss, less (f - y)/m."""
    yield diff(share * loss(y - f), f) - (f - y) / m


@symbolic.check("diverse.equation-2", "half-the-square", wrong={"the square": {"loss": lambda e: e**2}})
def slope_of_a_term_with_half_the_square(loss=lambda e: e**2 / 2):
    """The same with half the square, less (f - y)/(2 m)."""
    yield diff(loss(y - f) / (2 * m), f) - (f - y) / (2 * m)


@symbolic.check(
    "diverse.equation-3",
    "rescaled",
    wrong={"no sign": {"sign": lambda s: 1}, "the weight turned": {"turn": -1}},
)
def both_sides_of_the_rescaling(sign=lambda s: s, turn=1):
    """v sigma(u) - sign(v) sigma(|v| u) for |v| = p, |u| = q and both signs of each; at u = 0 both sides are 0."""
    for s in (1, -1):
        for e in (1, -1):
            yield {f"v {s}, u {e}": s * p * Max(e * q, 0) - sign(s) * Max(turn * p * e * q, 0)}


@symbolic.check(
    "diverse.equation-4",
    "slope",
    wrong={"half the square": {"loss": lambda y, f: (y - f) ** 2 / 2}},
)
def slope_of_the_square(loss=lambda y, f: (y - f) ** 2):
    """The derivative of the loss by f less 2 (f - y), and the loss less the square."""
    yield diff(loss(y, f), f) - 2 * (f - y)
    yield loss(y, f) - (f - y) ** 2


@symbolic.check(
    "diverse.equation-5",
    "term",
    wrong={"1/(2 m) for 1/m": {"share": 1 / (2 * m)}, "without the sign": {"sign": 1}, "x for sigma' x": {"on": 1}},
)
def slope_by_one_weight(share=1 / m, sign=a, on=b):
    """The term of a sample for a unit of sign a and slope b there, whose value is w x + rest; other units give y - f.

    With w x + rest not 0 the slope b, 0 or 1, is constant nearby: the output is a b (w x + rest) + f.
    """
    output = a * b * (w * x + rest) + f
    yield diff((y - output) ** 2 / (2 * m), w) - share * (output - y) * sign * on * x
