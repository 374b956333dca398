"""Needs and the neurons that cover them: from the signs alone, without a formula."""

from itertools import product

SIDES = (1, -1)


def needs_of(needed_signs):
    """(coordinate, side, output sign) for every need of pairs of needed output signs."""
    pairs = enumerate(needed_signs)
    return [(j, side, b) for j, pair in pairs for side, b in zip(SIDES, pair, strict=True) if b]


def covers(neuron, need):
    """Whether a neuron, its output sign and then the signs of its weights, covers a need."""
    j, side, b = need
    return neuron[0] == b and neuron[1 + j] == side


def neurons_of(inputs):
    """All signs of one neuron, equally likely."""
    return list(product(SIDES, repeat=1 + inputs))


def covered(net, needs):
    """Whether every need is covered by a neuron of the net."""
    return all(any(covers(neuron, need) for neuron in net) for need in needs)


def share_covered(width, needed_signs):
    """How many of all nets of that width cover all needs, and how many nets there are."""
    needs, neurons = needs_of(needed_signs), neurons_of(len(needed_signs))
    return sum(covered(net, needs) for net in product(neurons, repeat=width)), len(neurons) ** width
