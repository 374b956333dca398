"""Four points with kinks, and weights around them, in fractions."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from verification.papers.width2019.exact_algebra import entries
from verification.papers.width2019.exact_nets import Net, net
from verification.streams import streams

HALF = Fraction(1, 2)
GRID = 24  # weights move by multiples of 1/24, up to a third
STAR = ((0, 1), (0, -1), (1, -1), (1, 0))
E1 = {"samples": STAR, "targets": (-1, 1, 0, 2), "weights": (((1,), (0,)), ((1,),)), "slopes": (0,)}
E2 = {
    "samples": ((1, 0), (0, 1), (1, 1), (-1, -2), (1, -1)),
    "targets": (Fraction(-1, 10), Fraction(9, 10), Fraction(11, 10), -2, -1),
    "weights": (((0,), (1,)), ((1, -1),), ((1,), (-1,))),
    "slopes": (1, 0),
}
E3 = {"samples": STAR, "targets": (-1, 1, -1, 1), "weights": (((1,), (0,)), ((0,),)), "slopes": (0,)}
E16 = {
    "samples": ((0, 1), (1, 0), (1, 1)),
    "targets": (-1, Fraction(-3, 2), HALF),
    "weights": (((1,), (0,)), ((-1,),), ((1,),)),
    "slopes": (HALF, HALF),
}
SETS = {1: (0,), 2: (0,)}  # E1 and E3 have one unit, and S of both layers is all of it
E16_CHANGES = {
    "another first target": {"targets": (-2, *E16["targets"][1:])},
    "unequal slopes": {"slopes": (Fraction(1, 3), HALF)},
    "unequal slopes the other way": {"slopes": (HALF, Fraction(1, 3))},
    "both units on one side": {"weights": (E16["weights"][0], ((1,),), ((-1,),))},
}


def at(point: Mapping, **changes) -> Net:
    """The network of a point in fractions, with some of its data changed."""
    data = dict(point) | changes
    targets = [[target] for target in data["targets"]]
    return net(data["samples"], targets, data["weights"], data["slopes"])


def moved(rng, weights):
    """Matrices of weights with every entry moved by at most a third."""
    return [[[w + Fraction(int(rng.integers(-8, 9)), GRID) for w in row] for row in mat] for mat in weights]


def around(rng, instances, point, **changes):
    """The network at weights around a point, at its own data; the first eight are the same for every seed."""
    here = at(point, **changes)
    targets = [[t] for t in entries(here.targets)]
    for stream in streams(rng, instances, fixed=tuple(range(8))):
        yield net(point["samples"], targets, moved(stream, point["weights"]), point["slopes"])
