"""Networks and samples at kinks, ranks of D and an eigenvalue as data for anybody's program."""

from fractions import Fraction
from itertools import islice

import numpy as np

from verification.networks_on_samples import fact, network
from verification.papers.diversity2017.nets import fraction, gradient, gram_of, nets
from verification.papers.diversity2017.nets_as_data import FIRST, as_network, first_nets
from verification.papers.diversity2017.nets_as_data import rank as rank_of
from verification.papers.diversity2017.setting.instances import pairs_and_units, symmetric_net

PAIR = (1, 0), (Fraction(3, 5), Fraction(4, 5))
UNITS_AND_INPUTS = (1, 2), (2, 2), (1, 3), (2, 3)
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


def gradients():
    """(5), D r and difference quotients of the loss for two random networks without kinks, by inputs and then units."""
    for one in [one for one in first_nets(12) if not one.has_kinks][:2]:
        columns = zip(*(gradient(one, unit) for unit in range(len(one.units))), strict=True)
        slopes = [fraction(slope) for column in columns for slope in column]
        yield as_network(one, fact("gradient", slopes, layer=1, step=Fraction(1, 1000)))


def loss_bounds():
    """The loss by |D r|^2 and the least eigenvalue of D'D, for one sample and for two."""
    for seed, samples in ((0, 1), (1, 2), (2, 2)):
        one = symmetric_net(np.random.default_rng(seed), samples)
        gram = gram_of(one)
        least = gram[0, 0] - abs(gram[0, 1]) if samples == 2 else gram[0, 0]
        squared = sum(slope**2 for unit in range(2) for slope in gradient(one, unit))
        bound = fact("bound", fraction(samples * squared / (2 * least)), layers=FIRST, least=fraction(least))
        yield as_network(one, bound)


def few_weights():
    """The rank of D for two random networks with a weight fewer than samples, all of whose weights count."""
    sizes = [(n, d, n * d + 1) for n, d in UNITS_AND_INPUTS]
    full = (one for one in nets(np.random.default_rng(0), 0, sizes) if one.matrix.rank() == len(one.samples) - 1)
    return [as_network(one, rank_of(one)) for one in islice(full, 2)]


def antipodal_pairs():
    """The rank of D on d + 1 antipodal pairs of samples in 2 and 3 inputs."""
    return [as_network(one, rank_of(one)) for one in islice(pairs_and_units(np.random.default_rng(0), 0, 1, False), 2)]
