"""Derivatives of the outputs at two points with kinks, cell by cell, and the rows of D beside them."""

from fractions import Fraction

from sympy import Matrix, Rational

from verification.certificates import leaves
from verification.methods import symbolic
from verification.papers.width2019 import kinks_as_data
from verification.papers.width2019.kinked_cells import as_sympy, cells, jacobian_at, opposed, rational
from verification.papers.width2019.kinked_points import E2, E16, at

HALF = Rational(1, 2)


def first_output(one, weight):
    """How far both cells' derivatives are apart; that of the first output by a weight of the first layer; D there."""
    left, right = (jacobian_at(cell, one) for cell in cells(one))
    return sum(entry**2 for entry in left - right), left[0, weight], rational(one.layer(1)[0, weight])


@leaves(kinks_as_data.e16_rows)
@symbolic.check(
    "width.lemma-1",
    "e16",
    wrong={
        "unequal slopes": {"slopes": (Fraction(1, 2), Fraction(1, 3))},
        "no kink": {"weights": (((2,), (1,)), *E16["weights"][1:])},
    },
)
def outputs_across_a_kink(**changes):
    r"""That no other side is near; outputs on both sides, less $X u$; both sides' derivatives of the outputs, less each
    other; that of $\hat Y_1$ by $W^{(1)}_2$ plus $\frac12$, and the entry of $D^{(1)}$.
    """
    one = at(E16, **changes)
    yield opposed(one)
    for cell in cells(one):
        w1, w2, u, v = cell.weights
        yield sum(entry**2 for entry in cell.outputs - as_sympy(one.samples) * HALF * u * v * Matrix([w1, w2]))
    apart, derivative, entry = first_output(one, 1)
    yield [apart, derivative + HALF, entry]


@leaves(kinks_as_data.e2_rows)
@symbolic.check(
    "width.lemma-1",
    "e2",
    wrong={
        "unequal slopes on the two sides": {"weights": (*E2["weights"][:2], ((2,), (-1,)))},
        "a linear second layer": {"slopes": (1, 1)},
    },
)
def one_derivative_on_both_sides(**changes):
    r"""That no other side is near; both sides' derivatives of the outputs, less each other; that of $\hat Y_1$ by
    $W^{(1)}_1$ less 1, and the entry of $D^{(1)}$.
    """
    one = at(E2, **changes)
    apart, derivative, entry = first_output(one, 0)
    return [opposed(one), apart, derivative - 1, entry]
