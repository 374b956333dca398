"""Counterexamples to Lemma 4, Theorem 2 and its corollaries: losses near them as squares, and the right sides there."""

from sympy import Rational

from verification.certificates import leaves
from verification.methods import symbolic
from verification.papers.width2019 import kinks_as_data
from verification.papers.width2019.exact_algebra import entries
from verification.papers.width2019.kinked_cells import rational
from verification.papers.width2019.kinked_points import E1, E3, E16, E16_CHANGES, at
from verification.papers.width2019.near_stars import (
    CHANGES,
    losses_near_e1,
    losses_near_e3,
    losses_near_e16,
    membership,
)
from verification.papers.width2019.separation import regression

HALF = Rational(1, 2)


@leaves(kinks_as_data.e3_products)
@symbolic.check("width.lemma-4", "e3", wrong=CHANGES)
def features_at_e3(**changes):
    r"""$2 L$ near E3 on both sides of the kinks, which cover all that is near, less 4 and the squares stated; $L - 2$
    and $X^\top r - (0, 1)^\top$ at the point; and it meets Definition 1, but not strictly.
    """
    one = at(E3, **changes)
    yield from losses_near_e3(one)
    first, second = entries(one.samples.transpose() * one.residual)
    yield [rational(one.loss) - 2, rational(first), rational(second) - 1]
    yield membership(one)


def right_side_at_e3(claim):
    """The check that at E3 the right side with S = (0) is 9/5: no column of D^(1) is left, as v = 0."""

    @leaves(kinks_as_data.e3_beside_right_side)
    @symbolic.check(claim, "e3", wrong=CHANGES)
    def right_side(**changes):
        r"""$2 L$ near E3 on both sides of the kinks, which cover all that is near, less 4 and the squares stated;
        $L - 2$ and the right side of (5.1) with $S = (0)$ less $\frac95$ at the point; and it meets Definition 1, but
        not strictly.
        """
        one = at(E3, **changes)
        yield from losses_near_e3(one)
        yield [rational(one.loss) - 2, rational(regression(one, (0,), [one.layer(1)])) - Rational(9, 5)]
        yield membership(one)

    return right_side


theorem_2_at_e3 = right_side_at_e3("width.theorem-2")
corollary_1_at_e3 = right_side_at_e3("width.corollary-1")
corollary_2_at_e3 = right_side_at_e3("width.corollary-2")


@leaves(kinks_as_data.e16_beside_right_side)
@symbolic.check(
    "width.theorem-2",
    "e16",
    wrong=E16_CHANGES,
)
def right_side_at_e16(**changes):
    r"""The outputs near E16 on both sides of the kink, which cover all that is near, less $X u$; $2 L$ less 3 and a
    square; $L - \frac32$ and the right side of (5.1) with $S = (H)$ less $\frac12$ at the point.
    """
    one = at(E16, **changes)
    yield from losses_near_e16(one)
    right = regression(one, (2,), [one.layer(1), one.layer(2)])
    yield [rational(one.loss) - Rational(3, 2), rational(right) - HALF]


@leaves(kinks_as_data.e1_beside_right_side)
@symbolic.check(
    "width.theorem-2",
    "e1",
    wrong={
        "other targets": {"targets": (-1, 1, 0, 3)},
        "a unit that is negative on a sample": {"weights": (((2,), (3,)), ((1,),))},
        "a linear unit": {"slopes": (1,)},
    },
)
def right_side_at_e1(**changes):
    """$2 L$ near E1 on both sides of the kinks, which cover all that is near, less 4 and the squares stated; $L - 2$
    and the right side of (5.1) with $S = (0)$ at the point; and it meets Definition 1, but not strictly.
    """
    one = at(E1, **changes)
    yield from losses_near_e1(one)
    yield [rational(one.loss) - 2, rational(regression(one, (0,), [one.layer(1)]))]
    yield membership(one)
