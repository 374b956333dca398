"""Losses at weights around the four points, in fractions: none is below that of the point."""

from fractions import Fraction

from verification.certificates import leaves
from verification.methods import exact
from verification.papers.width2019 import kinks_as_data
from verification.papers.width2019.exact_algebra import as_fmpq, entries
from verification.papers.width2019.kinked_points import E1, E2, E3, E16, around, at

HALF = Fraction(1, 2)


def losses_around(point, other):
    """A check of a point: no loss around it is below its own; `other` are targets with which some is."""

    def no_lower(rng, instances, targets=point["targets"]):
        """Weights moved by up to a third, in fractions: no loss is below that of the point."""
        least = at(point, targets=targets).loss
        return {"no lower": [one.loss >= least for one in around(rng, instances, point, targets=targets)]}

    return no_lower, {"other targets": {"targets": other}, "opposite targets": {"targets": [-t for t in other]}}


def _declare(part, point, other, made, whole=None):
    check, wrong = losses_around(point, other)
    return leaves(made, whole)(exact.check("ours.kinks", part, wrong=wrong, scope="instances")(check))


e1_is_a_minimum = _declare("e1-minimum", E1, (-1, 1, 0, 3), kinks_as_data.minimum(kinks_as_data.e1))
e2_is_a_minimum = _declare("e2-minimum", E2, (-1, 2, 1, -2, 1), kinks_as_data.e2_nearby, whole=False)
e3_is_a_minimum = _declare("e3-minimum", E3, (-1, 1, -1, 2), kinks_as_data.minimum(kinks_as_data.e3))
e16_is_a_minimum = _declare("e16-minimum", E16, (-1, 2, Fraction(1, 2)), kinks_as_data.minimum(kinks_as_data.e16))


@leaves(kinks_as_data.e16_nearby, whole=False)
@exact.check(
    "ours.kinks",
    "e16",
    wrong={"the slope of a ReLU": {"share": 0}, "the slope 1": {"share": 1}},
    scope="instances",
)
def outputs_around_e16(rng, instances, share=HALF):
    """Outputs at weights around E16, less those of the linear map $X u$."""
    for one in around(rng, instances, E16):
        first, second, third = one.weights
        yield {"outputs": entries(one.outputs - one.samples * first * second * third * as_fmpq(share))}
