"""Networks and samples at kinks, ranks of D and an eigenvalue as data for anybody's program."""

from fractions import Fraction

from verification.networks_on_samples import fact, network

PAIR = (1, 0), (Fraction(3, 5), Fraction(4, 5))
SIX = (1, 0), (0, 1), PAIR[1], (-1, 0), (0, -1), (Fraction(-3, 5), Fraction(-4, 5))


def active(units, samples, *facts, targets=None):
    """ReLUs with output weight 1, a derivative of 1 at zero, and the mean of squares over two."""
    first = tuple(zip(*units, strict=True))
    second = ((1,),) * len(units)
    share = Fraction(1, 2 * len(samples))
    return network(samples, targets or [0] * len(samples), (first, second), (0,), *facts, at_zero=1, share=share)


def rank(value):
    """The rank of D, of derivatives by the first layer's weights."""
    return fact("rank", value, layers=(1,))


def kink():
    """A unit that is zero at its one sample: a minimum without a derivative, where (5) has the first entry 1."""
    row = fact("row", (1, 0), layer=1, sample=1, output=1)
    loss = fact("loss", Fraction(1, 2))
    minimum = fact("local minimum", sides=())
    return active([(0, 1)], [(1, 0)], loss, minimum, fact("no derivative"), row, targets=[-1])


def two_samples():
    """The least eigenvalue of D'D for a unit that is active on two samples, and D'D."""
    third = Fraction(3, 5)
    gram = fact("gram", ((1, third), (third, 1)), layers=(1,))
    return active([(1, 0)], PAIR, gram, fact("least eigenvalue", Fraction(2, 5), layers=(1,)))


def square():
    """One unit and two samples: rank 2."""
    return active([(1, 0)], PAIR, rank(2))


def orthogonal_units():
    """Units orthogonal to three antipodal pairs of samples: rank 6."""
    return active([(0, 1), (1, 0), (4, -3)], SIX, rank(6))
