"""Equal samples with different targets as data for anybody's program."""

from fractions import Fraction

from verification.networks_on_samples import fact, network


def equal_samples():
    """Two equal samples with targets 1 and -1: the loss is 1/2, and all its derivatives are zero."""
    samples, weights = ((1, 0), (1, 0)), (((1, 1), (0, 0)), ((1,), (-1,)))
    facts = fact("loss", Fraction(1, 2)), fact("stationary")
    return network(samples, (1, -1), weights, (0,), *facts, at_zero=1, share=Fraction(1, 4))
