"""Patterns of signs, counted, as data for anybody's program."""

from math import comb

from verification.enumerations import SIGNS, added, count, enumeration, relu, times


def patterns():
    """How many signs of a unit with six inputs are negative; and how many networks of three neurons and two inputs have
    an active neuron of positive output weight on every side of every input.

    With p positive output weights 2^p - 2 patterns of each input's weights do, and those of the others are free.
    """
    weights = [f"w{k}" for k in range(1, 7)]
    negative = added(*(["max", times(-1, weight), 0] for weight in weights))
    unit = [count(f"{b} of six weights are negative", ["=", negative, b], comb(6, b), 64) for b in range(7)]
    neurons = range(1, 4)
    sides = [
        ["<", 0, added(*(times(relu(f"v{n}"), relu(times(side, f"{x}{n}"))) for n in neurons))]
        for x in "ab"
        for side in SIGNS
    ]
    number = sum(comb(3, p) * (2**p - 2 + (p == 0)) ** 2 * 4 ** (3 - p) for p in range(1, 4))
    letters = dict.fromkeys([f"{name}{n}" for name in "vab" for n in neurons], SIGNS)
    network = count("all four sides have one", ["and", *sides], number, 512)
    return [enumeration(dict.fromkeys(weights, SIGNS), unit), enumeration(letters, [network])]
