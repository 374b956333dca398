"""The loss near four points with kinks, on both sides of them, as a constant and squares; and J beside it."""

from fractions import Fraction

from sympy import Matrix, Poly, Rational, Symbol, expand, simplify

from verification.certificates import leaves
from verification.methods import symbolic
from verification.papers.width2019 import kinks_as_data
from verification.papers.width2019.exact_algebra import left_over, squared
from verification.papers.width2019.kinked_cells import as_sympy, cells, jacobian_at, opposed, rational, twice_the_loss
from verification.papers.width2019.kinked_points import E1, E2, E3, E16, STAR, at

HALF, THIRD = Fraction(1, 2), Fraction(1, 3)


def apart(one):
    """The sum of the squared differences of the derivatives that both cells have at the point."""
    left, right = (jacobian_at(cell, one) for cell in cells(one))
    return sum(entry**2 for entry in left - right)


def first_sample(one, weight):
    """The derivative of the first output by one of the first layer's weights, and the entry of D^(1) for it."""
    return jacobian_at(next(cells(one)), one)[0, weight], rational(one.layer(1)[0, weight])


def loss_and_projection(one, loss, projection):
    """L and J at the point, less the values that they should have."""
    return [rational(one.loss) - loss, rational(one.projected_loss) - projection]


@leaves(kinks_as_data.e1_beside_j)
@symbolic.check(
    "ours.kinks",
    "e1",
    wrong={
        "other targets": {"targets": (-1, 1, 0, 3)},
        "a leaky unit": {"slopes": (THIRD,)},
        "no kink": {"weights": (((2,), (1,)), ((1,),))},
        "two samples on one side": {"samples": ((0, 1), (0, 1), *STAR[2:])},
    },
)
def kinks_that_cancel(**changes):
    """That what is zero at the point has opposite signs nearby; $2 L$ on both sides of the kinks, less 4 and the
    squares stated; $L - 2$ and $J - 1$ at the point.
    """
    one = at(E1, **changes)
    yield opposed(one)
    for cell in cells(one):
        w1, w2, v = cell.weights
        p, q = v * w1 - 1, v * w2
        yield twice_the_loss(cell, one) - (4 + p**2 + q**2 + (p - q) ** 2)
    yield loss_and_projection(one, 2, 1)


def squares_above(a, b, s, r):
    """What twice the loss of E2 exceeds 3/100 by, where the first weight is not negative."""
    return s**2 + (a - 1) ** 2 + (a - 1 + s) ** 2 + (r + 2 * b - 2) ** 2 + (r - b + 1) ** 2


def squares_below(a, b, s, r):
    """The same where it is not positive."""
    c, k = 1 + 1 / (10 * b), 1 - 1 / (10 * a)
    first = (s + k * (a - 1)) ** 2 + (2 - k**2) * (a - 1) ** 2
    return first + 3 * (r + c * (b - 1) / 3) ** 2 + (5 - c**2 / 3) * (b - 1) ** 2


@leaves(kinks_as_data.e2_beside_j)
@symbolic.check(
    "ours.kinks",
    "e2",
    wrong={
        "another first target": {"targets": (Fraction(1, 10), *E2["targets"][1:])},
        "unequal slopes on the two sides": {"weights": (*E2["weights"][:2], ((2,), (-1,)))},
        "another first sample": {"samples": ((2, 0), *E2["samples"][1:])},
        "a third sample that is not the sum": {"samples": (*E2["samples"][:2], (2, 1), *E2["samples"][3:])},
        "a linear second layer": {"slopes": (1, 1)},
        "a leaky second layer": {"slopes": (1, THIRD)},
        "both units on one side": {"weights": (E2["weights"][0], ((1, 1),), ((1,), (1,)))},
    },
)
def one_slope_from_two_units(**changes):
    r"""That what is zero at the point has opposite signs nearby; $2 L$ on both sides, less $\frac{3}{100}$ and the
    squares stated; both sides' derivatives of the outputs, less each other; that of $\hat Y_1$ by $W^{(1)}_1$ less 1,
    and the entry of $D^{(1)}$; $L - \frac{3}{200}$ and $J - \frac{59}{4600}$.
    """
    one = at(E2, **changes)
    yield opposed(one)
    for cell, squares in zip(cells(one), (squares_above, squares_below), strict=True):
        w1, w2, u1, u2, v1, v2 = cell.weights
        slopes, moved = (w2 * u1 * v1, w2 * u2 * v2), (w1 * u1 * v1, w1 * u2 * v2)
        yield twice_the_loss(cell, one) - Rational(3, 100) - squares(*slopes, *moved)
    derivative, entry = first_sample(one, 0)
    yield [apart(one), derivative - 1, entry]
    yield loss_and_projection(one, Rational(3, 200), Rational(59, 4600))


@leaves(kinks_as_data.e3_of_ours)
@symbolic.check(
    "ours.kinks",
    "e3",
    wrong={
        "other targets": {"targets": (-1, 1, -2, 2)},
        "an output weight that is not 0": {"weights": (((1,), (0,)), ((1,),))},
        "other targets, on one side": {"targets": (1, 1, -1, 1)},
        "two samples on one side": {"samples": ((0, 1), (0, 1), *STAR[2:])},
        "a linear unit": {"slopes": (1,)},
    },
)
def no_output_weight(**changes):
    r"""That what is zero at the point has opposite signs nearby; $2 L$ on both sides, less 4 and the squares stated;
    both sides' derivatives of the outputs, less each other; $X^\top r - (0, 1)^\top$ and $L - 2$; and twice the
    regression's loss less $\frac{18}{5}$.
    """
    one = at(E3, **changes)
    yield opposed(one)
    for cell in cells(one):
        w1, w2, v = cell.weights
        yield twice_the_loss(cell, one) - (4 + v**2 * (w1**2 + w2**2 + (w1 - w2) ** 2))
    yield apart(one)
    slope = as_sympy(one.samples.transpose() * one.residual)
    yield [slope[0], slope[1] - 1, rational(one.loss) - 2]
    yield rational(squared(left_over(one.samples, one.targets))) - Rational(18, 5)


@leaves(kinks_as_data.e16_of_ours)
@symbolic.check(
    "ours.kinks",
    "e16",
    wrong={
        "another first target": {"targets": (-2, *E16["targets"][1:])},
        "unequal slopes": {"slopes": (HALF, THIRD)},
        "a first output of another size": {"weights": (*E16["weights"][:2], ((2,),))},
        "ReLU": {"slopes": (0, 0)},
        "no kink": {"weights": (((2,), (1,)), *E16["weights"][1:])},
        "both units on one side": {"weights": (E16["weights"][0], ((1,),), ((-1,),))},
    },
)
def a_net_that_is_linear_across_its_kink(**changes):
    r"""That what is zero at the point has opposite signs nearby; outputs on both sides, less $X u$; $2 L$ less 3 and a
    square; both sides' derivatives of the outputs, less each other; that of $\hat Y_1$ by $W^{(1)}_2$ plus $\frac12$,
    and the entry of $D^{(1)}$; $L - \frac32$ and $J - \frac12$.
    """
    one = at(E16, **changes)
    samples, half = as_sympy(one.samples), Rational(1, 2)
    yield opposed(one)
    for cell in cells(one):
        w1, w2, u, v = cell.weights
        line = half * u * v * Matrix([w1, w2])
        yield sum(entry**2 for entry in cell.outputs - samples * line)
        moved = samples * (line + Matrix([half, 0]))
        yield twice_the_loss(cell, one) - 3 - sum(entry**2 for entry in moved)
    derivative, entry = first_sample(one, 1)
    yield [apart(one), derivative + half, entry]
    yield loss_and_projection(one, Rational(3, 2), half)


@symbolic.check(
    "ours.kinks",
    "e2-coefficients",
    wrong={
        r"slopes down to $\frac{1}{25}$": {"least": Fraction(1, 25)},
        r"slopes down to $\frac{1}{40}$": {"least": Fraction(1, 40)},
    },
)
def coefficients_of_the_squares(least=HALF):
    r"""With $a = b = \frac12 + t$: the coefficients in $t$ of $a^2 (2 - k^2)$ and $b^2 (5 - \frac{c^2}{3})$ are all
    positive.
    """
    t = Symbol("t", nonnegative=True)
    slope = rational(least) + t
    k, c = 1 - 1 / (10 * slope), 1 + 1 / (10 * slope)
    for coefficient in (2 - k**2, 5 - c**2 / 3):
        numerator = Poly(expand(simplify(coefficient * slope**2)), t)
        yield all(bool(one > 0) for one in numerator.all_coeffs())
