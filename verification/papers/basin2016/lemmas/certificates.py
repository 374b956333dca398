"""A point where the basin's loss is stuck, and a segment over a hill, as data for anybody's program."""

from fractions import Fraction

from verification.networks_on_samples import fact, network

HALF = Fraction(1, 2)


def face():
    """w = (1, 1) and v = 0 are a minimum among v >= 0; w = (1, 0) and v = 1, of the same closed cell, have less."""
    lower = fact("other weights", Fraction(9, 2), weights=(((1,), (0,)), ((1,),)))
    facts = fact("loss", 5), fact("local minimum", sides=(1,)), lower
    return network(((1, 0), (0, 1)), (1, -3), (((1,), (1,)), ((0,),)), (0,), *facts)


def segment():
    """Both ends have no loss, and halfway between them there is some."""
    other, middle = (((HALF,),), ((2,),)), (((Fraction(5, 4),),), ((Fraction(5, 4),),))
    facts = fact("other weights", 0, weights=other), fact("other weights", Fraction(81, 256), weights=middle)
    return network([(1,)], [1], (((2,),), ((HALF,),)), (0,), fact("loss", 0), *facts, share=1)
