"""Points with kinks, and what is said of them, as data for anybody's program."""

from fractions import Fraction

import numpy as np

from verification.networks_on_samples import fact, network
from verification.papers.width2019 import kinked_points
from verification.papers.width2019.exact_algebra import as_fmpq
from verification.papers.width2019.exact_nets import Net
from verification.papers.width2019.nets_as_data import as_data, loss, rows

HALF = Fraction(1, 2)
STAR = (0, 1), (0, -1), (1, -1), (1, 0)
MINIMUM = fact("local minimum", sides=())
STATIONARY = fact("stationary")
VALUES = fact("values", ((0,), (0,), (1,), (1,)), layer=1)  # of the one unit at E1 and at E3


def least(value, features=(), derivatives=(), gates=()):
    """The least loss of what features, columns of D and gated inputs of these layers span."""
    return fact("least loss", value, features=features, derivatives=derivatives, gates=gates)


REGRESSION = least(Fraction(9, 5), features=(0,))


def e1(*facts):
    """E1, with its loss."""
    return network(STAR, (-1, 1, 0, 2), (((1,), (0,)), ((1,),)), (0,), fact("loss", 2), *facts)


def e2(*facts):
    """E2, with its loss: a linear unit, then two ReLUs."""
    samples = (1, 0), (0, 1), (1, 1), (-1, -2), (1, -1)
    targets = Fraction(-1, 10), Fraction(9, 10), Fraction(11, 10), -2, -1
    weights = ((0,), (1,)), ((1, -1),), ((1,), (-1,))
    return network(samples, targets, weights, (1, 0), fact("loss", Fraction(3, 200)), *facts)


def e3(*facts):
    """E3, with its loss."""
    return network(STAR, (-1, 1, -1, 1), (((1,), (0,)), ((0,),)), (0,), fact("loss", 2), *facts)


def e16(*facts):
    """E16, with its loss: two leaky units, one a layer."""
    samples, targets = ((0, 1), (1, 0), (1, 1)), (-1, Fraction(-3, 2), HALF)
    weights = ((1,), (0,)), ((-1,),), ((1,),)
    return network(samples, targets, weights, (HALF, HALF), fact("loss", Fraction(3, 2)), *facts)


def dead(*facts):
    """One sample and a ReLU that is negative there, with its loss."""
    return network([(1,)], [1], (((-1,),), ((1,),)), (0,), fact("loss", HALF), *facts)


def first(of, value):
    """The derivative of the first sample's output by the first layer's weights, or the row of D for it."""
    return fact(of, value, layer=1, sample=1, output=1)


def e1_beside_j():
    """E1 is a minimum, and J is less than its loss."""
    return e1(STATIONARY, MINIMUM, least(1, derivatives=(1, 2)))


def e1_beside_regression():
    """E1 is a minimum, and linear regression has less loss."""
    return e1(STATIONARY, MINIMUM, VALUES, REGRESSION)


def e1_beside_right_side():
    """E1 is a minimum, and samples and columns for the first layer span the targets."""
    return e1(STATIONARY, MINIMUM, VALUES, least(0, features=(0,), derivatives=(1,)))


def e2_beside_j():
    """One derivative of the outputs at E2, the row of D, the loss and J."""
    return e2(first("derivative", (1, 0)), first("row", (0, 0)), least(Fraction(59, 4600), derivatives=(1, 2, 3)))


def e2_rows():
    """One derivative of the outputs at E2, and another row of D."""
    return e2(first("derivative", (1, 0)), first("row", (0, 0)))


def e3_beside_regression():
    """E3 is a minimum, and linear regression has less loss."""
    return e3(STATIONARY, MINIMUM, VALUES, REGRESSION)


def e3_beside_right_side():
    """E3 is a minimum; columns for the first layer, which are zero, add nothing to the samples."""
    return e3(STATIONARY, MINIMUM, VALUES, least(Fraction(9, 5), features=(0,), derivatives=(1,)))


def e3_products():
    """E3 is a minimum, and the samples are not orthogonal to the residuals."""
    return e3(STATIONARY, MINIMUM, VALUES, fact("products", ((0,), (1,)), layer=0))


def e3_beside_gates():
    """E3 is a minimum with one derivative of the outputs, and the right side of Lemma 5 is less than its loss."""
    return e3(MINIMUM, first("derivative", (0, 0)), least(1, gates=(1,)))


def e3_of_ours():
    """The loss at E3, samples times residuals, and the least loss of linear regression."""
    return e3(first("derivative", (0, 0)), fact("products", ((0,), (1,)), layer=0), REGRESSION)


def e16_beside_j():
    """E16 is a minimum, and J is less than its loss."""
    return e16(STATIONARY, MINIMUM, least(HALF, derivatives=(1, 2, 3)))


def e16_beside_right_side():
    """E16 is a minimum, and the last features with columns for the first two layers leave less than its loss."""
    return e16(STATIONARY, MINIMUM, least(HALF, features=(2,), derivatives=(1, 2)))


def e16_rows():
    """One derivative of the outputs at E16, and another row of D."""
    return e16(first("derivative", (0, -HALF)), first("row", (0, 0)))


def e16_of_ours():
    """One derivative of the outputs at E16, another row of D, the loss and J."""
    return e16(first("derivative", (0, -HALF)), first("row", (0, 0)), least(HALF, derivatives=(1, 2, 3)))


def minimum(point):
    """That a point is a local minimum."""
    return lambda: point(MINIMUM)


def residual_on_a_kink():
    """A stationary point without output weight, whose sample on the kink has the residual -5."""
    return network([(0, 1), (1, 0)], (5, 0), (((1,), (0,)), ((0,),)), (0,), STATIONARY, fact("outputs", ((0,), (0,))))


def dead_unit():
    """A dead unit is a minimum; linear regression has no loss."""
    return dead(MINIMUM, fact("values", ((-1,),), layer=1), least(0, features=(0,)))


def dead_unit_and_j():
    """The loss of a dead unit is J."""
    return dead(least(HALF, derivatives=(1, 2)))


def e2_nearby():
    """The loss at E2, and at weights around it."""
    others = kinked_points.around(np.random.default_rng(0), 8, kinked_points.E2)
    here = kinked_points.at(kinked_points.E2)
    return as_data(here, loss(here), *map(elsewhere, others))


def elsewhere(one: Net) -> dict:
    """The loss at other weights."""
    return fact("other weights", one.loss, weights=list(map(rows, one.weights)))


def e16_nearby():
    """The linear map that the outputs are at weights around E16."""
    return [linear(one) for one in kinked_points.around(np.random.default_rng(0), 8, kinked_points.E16)]


def linear(one: Net) -> dict:
    """Half the product of all weights as the map from samples to outputs."""
    first, second, third = one.weights
    return as_data(one, fact("linear map", rows(first * second * third * as_fmpq(HALF))))
