"""Fractions: one line in one input, where the kernel is 1 and every quantity a whole number or a fraction."""

from fractions import Fraction

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.pnn2017.bad_regions import certificates as left

TARGET = (Fraction(1), Fraction(-2))


def risk(weights, target):
    """E (h - h*)^2 in one input: on either side of 0 both nets are linear, and E x^2 over a half-line is 1/2."""
    sides = [[sum(max(sign * w, 0) for w in net) for net in (weights, target)] for sign in (1, -1)]
    return sum(Fraction(1, 2) * (own - other) ** 2 for own, other in sides)


def bound(target, merged):
    """|q*|^2 ||C - B'(1 + 1)^-1 B|| / 4: the matrix is half the matrix of ones, whose norm is its size."""
    sizes = [sum(abs(w) for w in target)] if merged else [abs(w) for w in target]
    return Fraction(1, 4) * sum(q * q for q in sizes) * Fraction(1, 2) * len(sizes)


@leaves(left.one_line)
@exact.check(
    "pnn.theorem-12",
    "without-assumption",
    wrong={
        "a target that sums to zero": {"target": (Fraction(2), Fraction(-2))},
        "mass two": {"mass": Fraction(2)},
        r"risk $\frac98$": {"value": Fraction(9, 8)},
        "the region of negative weights": {"sign": -1},
        "the target's positive neuron alone has risk zero": {"best": TARGET[:1]},
    },
    scope="instances",
)
def one_line_in_one_input(target=TARGET, mass=Fraction(1), value=Fraction(2), sign=1, best=TARGET):
    r"""Two positive weights with sum 1 against the target weights 1 and $-2$.

    The risk is a quadratic in the sum while both weights stay positive. Its value at the sum 1 is 2; at $1 + t$ it is
    $\frac12 t^2$ more for several $t$ of both signs, which three points of a parabola settle, so that it is a strict
    local minimum in the sum. Both bounds are below 2: $\frac54$ with a column for every target neuron, $\frac98$ with
    one for the line. The target itself lies on the line and has risk zero, so the minimum is bad.
    """
    half = sign * mass / 2
    base = risk((half, half), target)
    yield {"value": base - value}
    for step in (Fraction(-1, 2), Fraction(-1, 7), Fraction(1, 7), Fraction(1, 2), Fraction(5)):
        moved = (half + sign * step / 3, half + sign * 2 * step / 3)
        yield {"parabola": risk(moved, target) - base - step**2 / 2}
    yield {"bound, a column a neuron": bound(target, merged=False) - Fraction(5, 4)}
    yield {"bound, a column a line": bound(target, merged=True) - Fraction(9, 8)}
    yield {"above the bound": base > bound(target, merged=False), "the least risk": risk(best, target)}
