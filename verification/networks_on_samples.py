"""Certificates of networks on finitely many samples: weights, and what is said of them, fact by fact."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

HALF = Fraction(1, 2)


def fact(of: str, value: object = None, **where: object) -> dict:
    """What is said of a network: the name of a fact, its value, and where it holds, as the program of the kind asks."""
    given = where if value is None else where | {"is": value}
    return {"of": of, **{name: texts(entry) for name, entry in given.items()}}


def network(
    samples: Sequence,
    targets: Sequence,
    weights: Sequence,
    slopes: Sequence,
    *facts: dict,
    at_zero: int | Fraction = 0,
    share: int | Fraction = HALF,
) -> dict:
    """A network without biases on samples (m, inputs), with targets (m,) or (m, outputs), and facts about it.

    weights: matrices (units before, units after) from the first layer to the last. slopes: of each hidden layer, below
    zero. at_zero: the derivative that the paper takes at zero. share: of the sum of squares that is the loss.
    """
    rows = [target if isinstance(target, Sequence) else [target] for target in targets]
    data = {"samples": samples, "targets": rows, "weights": weights, "slopes": slopes, "slope at zero": at_zero}
    made = {name: texts(entry) for name, entry in (data | {"share": share}).items()}
    return {"kind": "network", "data": made | {"facts": list(facts)}}


def projections(
    samples: Sequence, targets: Sequence, weights: Sequence, slopes: Sequence, *facts: dict, held: Sequence = ()
) -> dict:
    """The same with targets (m, outputs), half the sum of squares as the loss, and facts about features, D and sets of
    linear units.

    slopes: of each hidden layer, one a unit. held: weights (layer, from, to), counted from 1, that are zero and have no
    column in D.
    """
    data = {"samples": samples, "targets": targets, "weights": weights, "slopes": slopes, "held": held}
    return {
        "kind": "projections",
        "data": {name: texts(entry) for name, entry in data.items()} | {"facts": list(facts)},
    }


def texts(entry: Any) -> Any:
    """Numbers as strings, in the same nesting; what is a string already stays."""
    if isinstance(entry, str):
        return entry
    return list(map(texts, entry)) if isinstance(entry, Sequence) else str(Fraction(entry))
