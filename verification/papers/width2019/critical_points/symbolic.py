"""Counterexamples to Proposition 1 and Theorem 1: losses near them as squares, and L and J there."""

from sympy import Rational

from verification.certificates import leaves
from verification.methods import symbolic
from verification.papers.width2019 import kinks_as_data, near_stars
from verification.papers.width2019.exact_nets import net
from verification.papers.width2019.kinked_cells import cells, rational, twice_the_loss
from verification.papers.width2019.kinked_points import E1, E16, E16_CHANGES, at

HALF = Rational(1, 2)


@leaves(kinks_as_data.e1_beside_j)
@symbolic.check(
    "width.proposition-1",
    "e1",
    wrong={"other targets": {"targets": (-1, 1, 0, 3)}, "no kink": {"weights": (((2,), (1,)), ((1,),))}},
)
def losses_near_e1(**changes):
    """$2 L$ near E1 on both sides of the kinks, which cover all that is near, less 4 and the squares stated; $L - 2$
    and $J - 1$ at the point.
    """
    one = at(E1, **changes)
    yield from near_stars.losses_near_e1(one)
    yield [rational(one.loss) - 2, rational(one.projected_loss) - 1]


@leaves(kinks_as_data.residual_on_a_kink)
@symbolic.check(
    "width.proposition-1",
    "residual-on-a-kink",
    wrong={"an output weight that is not 0": {"v": 1}, "another target on the kink": {"target": 4}},
)
def both_sides_of_one_kink(v=0, target=5):
    """On each side the squared derivatives of $2 L$ by all weights, added up; and the residual of the kink's sample
    plus 5.
    """
    one = net([[0, 1], [1, 0]], [[target], [0]], [[[1], [0]], [[v]]], [0])
    for cell in cells(one, sides=((1,), (-1,))):
        point = dict(zip(cell.weights, (1, 0, v), strict=True))
        yield sum(twice_the_loss(cell, one).diff(weight).subs(point) ** 2 for weight in cell.weights)
    yield rational(one.residual[0, 0]) + 5


@leaves(kinks_as_data.e16_beside_j)
@symbolic.check(
    "width.theorem-1",
    "e16",
    wrong=E16_CHANGES,
)
def losses_near_e16(**changes):
    r"""The outputs near E16 on both sides of the kink, which cover all that is near, less $X u$; $2 L$ less 3 and a
    square; $L - \frac32$ and $J - \frac12$ at the point.
    """
    one = at(E16, **changes)
    yield from near_stars.losses_near_e16(one)
    yield [rational(one.loss) - Rational(3, 2), rational(one.projected_loss) - HALF]
