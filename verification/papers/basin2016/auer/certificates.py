"""Patterns of signs, counted, as data for anybody's program."""

from fractions import Fraction
from math import comb

from verification.enumerations import SIGNS, added, count, different, enumeration, relu, times

STEP = Fraction(1, 4)


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


def squared(term):
    """A square."""
    return times(term, term)


def errors(weight):
    """The squares of a unit's errors on the samples e_j, with target 2, and -e_j, with target 1."""
    return added(*(squared(["-", relu(times(side, weight)), target]) for side, target in ((1, 2), (-1, 1))))


def points_of_orthants(inputs=4):
    """All points with weights 2, -1 or 0: those from which no step of a quarter along one weight leads down, how far up
    each leads, and the loss there.

    Letters t are the sums of squares of one input, u and d those after a step up and down.
    """
    places = range(1, inputs + 1)
    following: dict[str, list] = {}
    for k in places:
        following |= {
            f"t{k}": errors(f"w{k}"),
            f"u{k}": errors(added(f"w{k}", STEP)),
            f"d{k}": errors(["-", f"w{k}", STEP]),
        }
    total, moved = added(*(f"t{k}" for k in places)), [f"{way}{k}" for way in "ud" for k in places]
    losses = [["-", added(total, step), f"t{step[1:]}"] for step in moved]
    lowest = ["and", *(["<=", total, other] for other in losses)]
    negative = added(*(relu(times(-1, f"w{k}")) for k in places))
    loss, rise = ["/", total, 2 * inputs], STEP * STEP / (2 * inputs)
    counts = [
        count("no step leads down", lowest, 2**inputs, 3**inputs),
        count("no weight is 0", ["and", *(different(f"w{k}", 0) for k in places)], 2**inputs, 2**inputs, lowest),
        count("the loss is (d + 3 b)/(2 d) for b negative weights",
              ["=", loss, ["/", added(inputs, times(3, negative)), 2 * inputs]], 2**inputs, 2**inputs, lowest),
        count("each step leads up by 1/(32 d)",
              ["and", *(["=", ["/", ["-", other, total], 2 * inputs], rise] for other in losses)],
              2**inputs, 2**inputs, lowest),
    ]  # fmt: skip
    return enumeration({f"w{k}": (2, -1, 0) for k in places}, counts, following)
