"""Counterexamples to Remark 1: losses near E1 and E3 as squares, and the least loss of linear regression."""

from sympy import Rational

from verification.certificates import leaves
from verification.methods import symbolic
from verification.papers.width2019 import kinks_as_data
from verification.papers.width2019.kinked_cells import rational
from verification.papers.width2019.kinked_points import E1, E3, at
from verification.papers.width2019.near_stars import CHANGES, losses_near_e1, losses_near_e3, membership
from verification.papers.width2019.separation import regression


@leaves(kinks_as_data.e3_beside_regression)
@symbolic.check("width.remark-1", "e3", wrong=CHANGES)
def regression_at_e3(**changes):
    r"""$2 L$ near E3 on both sides of the kinks, which cover all that is near, less 4 and the squares stated; $L - 2$
    and the regression's loss less $\frac95$ at the point; and it meets Definition 1, but not strictly.
    """
    one = at(E3, **changes)
    yield from losses_near_e3(one)
    yield [rational(one.loss) - 2, rational(regression(one, (0,))) - Rational(9, 5)]
    yield membership(one)


@leaves(kinks_as_data.e1_beside_regression)
@symbolic.check(
    "width.remark-1",
    "e1",
    wrong={
        "other targets": {"targets": (-1, 1, 0, 3)},
        "a unit that is negative on a sample": {"weights": (((2,), (3,)), ((1,),))},
        "a linear unit": {"slopes": (1,)},
    },
)
def regression_at_e1(**changes):
    r"""$2 L$ near E1 on both sides of the kinks, which cover all that is near, less 4 and the squares stated; $L - 2$
    and the regression's loss less $\frac95$ at the point; and it meets Definition 1, but not strictly.
    """
    one = at(E1, **changes)
    yield from losses_near_e1(one)
    yield [rational(one.loss) - 2, rational(regression(one, (0,))) - Rational(9, 5)]
    yield membership(one)
