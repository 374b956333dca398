"""A bad local minimum of the absolute loss as data for anybody's program."""

from fractions import Fraction

from verification.inequalities import inequalities

HALF = Fraction(1, 2)
SAMPLES, LABELS = ((1, 1), (-1, 1), (0, HALF)), (2, 1, 0)
POINT, OTHER = ((HALF, 0), (HALF, 0), (1, 1), (-1, 1)), ((2, 0), (-1, 0))  # a weight, and the axis that it lies on
MULTIPLIERS = 0, -HALF, 1


def output(network, sample):
    """The sum of max(c x_k, 0)."""
    return ["+", 0, *(["max", ["*", weight, sample[axis]], 0] for weight, axis in network)]


def residual(network, number):
    """Output less label."""
    return ["-", output(network, SAMPLES[number]), LABELS[number]]


def loss(network):
    """The sum of absolute residuals."""
    return ["+", *(["abs", residual(network, number)] for number in range(3))]


def slope(axis, side):
    """By which the sum of multipliers times outputs grows with a weight's size."""
    terms = (["*", m, ["max", ["*", side, x[axis]], 0]] for m, x in zip(MULTIPLIERS, SAMPLES, strict=True))
    return ["+", *terms]


def absolute_loss():
    """A convex function of the sizes, while weights keep their signs, is least where multipliers bring all slopes to 0.

    They are the sign of a residual that is not 0, and between -1 and 1 where it is.
    """
    fresh = Fraction(1, 100)
    up, down = (["-", loss((*POINT, (side * fresh, 0))), loss(POINT)] for side in (1, -1))
    return inequalities(
        ("the loss at the point", loss(POINT), "=", HALF),
        ("the first residual, of the multiplier 0", residual(POINT, 0), "=", 0),
        ("the second residual, of the multiplier -1/2", residual(POINT, 1), "=", 0),
        ("the third residual, of the multiplier 1", residual(POINT, 2), ">", 0),
        ("the slope on the first axis, weights 1/2", slope(0, 1), "=", 0),
        ("the slope on the second axis, weight 1", slope(1, 1), "=", 0),
        ("the slope on the second axis, weight -1", slope(1, -1), "=", 0),
        ("what one more weight of 1/100 on the first axis adds", up, "=", fresh),
        ("what one more weight of -1/100 on the first axis adds", down, "=", fresh),
        ("the loss of the weights 2 and -1 on the first axis", loss(OTHER), "=", 0),
    )
