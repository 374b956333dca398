"""Four points with kinks, in fractions."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from verification.papers.width2019.exact_nets import Net, net

HALF = Fraction(1, 2)
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
