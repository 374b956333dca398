"""The counterexample to Lemma 5: losses near E3 as squares, and the two sides there."""

from verification.certificates import leaves
from verification.methods import symbolic
from verification.papers.width2019 import kinks_as_data
from verification.papers.width2019.exact_algebra import left_over, squared
from verification.papers.width2019.exact_nets import unweighted
from verification.papers.width2019.kinked_cells import cells, jacobian_at, rational
from verification.papers.width2019.kinked_points import E3, at
from verification.papers.width2019.near_stars import CHANGES, losses_near_e3


@leaves(kinks_as_data.e3_beside_gates)
@symbolic.check("width.lemma-5", "e3", wrong=CHANGES)
def sides_at_e3(**changes):
    """$2 L$ near E3 on both sides of the kinks, which cover all that is near, less 4 and the squares stated; both
    sides' derivatives of the outputs, less each other; $L - 2$, and the right side less 1, at the point.
    """
    one = at(E3, **changes)
    yield from losses_near_e3(one)
    left, right = (jacobian_at(cell, one) for cell in cells(one))
    yield sum(entry**2 for entry in left - right)
    yield [rational(one.loss) - 2, rational(squared(left_over(unweighted(one), one.targets))) / 2 - 1]
