"""Eigenvalues of D'D and numbers of active units as data for anybody's program."""

from fractions import Fraction

from verification.networks_on_samples import fact
from verification.papers.diversity2017.nets import (
    active_together,
    as_fmpq,
    dot,
    eigenvalues_below,
    fraction,
    gram_of,
    net,
)
from verification.papers.diversity2017.nets_as_data import FIRST, as_network, below, first_nets, overlaps

AXES = net([(1, 1), (2, 1), (1, 3)], (1, -1, 1), [(1, 0), (0, 1)])  # three units, active on both of two axes


def diagonals():
    """How many eigenvalues of D'D lie below the least entry of its diagonal and a millionth, for three networks."""
    for one in (AXES, *first_nets(2)):
        squares = [fraction(dot(x, x)) for x in one.samples]
        least = min(row[i] * squares[i] for i, row in enumerate(active_together(one)))
        level = least + Fraction(1, 10**6)
        number = eigenvalues_below(gram_of(one), as_fmpq(level))
        if number is not None:
            yield as_network(one, overlaps(one), below(level, number))


def few_units():
    """Three units active on four axes: the least eigenvalue of D'D is 3."""
    axes = [[int(i == j) for j in range(4)] for i in range(4)]
    one = net([(1, 1, 1, 1)] * 3, [1] * 3, axes)
    return as_network(one, overlaps(one), fact("least eigenvalue", 3, layers=FIRST))
