"""Certificates of units on the circle or the sphere, and of the slices that hold them, fact by fact."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from verification.networks_on_samples import fact, texts
from verification.papers.diversity2017.mathematics.plane import (
    Turns,
    discrepancy_moment,
    largest_discrepancy,
    slice_discrepancy,
)


def discrepancies(units: Sequence, *facts: dict) -> dict:
    """Units, in turns or as vectors, and facts about the share of them in slices less the slices' areas."""
    return {"kind": "discrepancies", "data": {"units": texts(units), "facts": list(facts)}}


def in_parts(counts: npt.NDArray[np.int64], *facts: dict) -> dict:
    """So many units at the middles of the parts of a turn, as many as parts, most of these with one; and facts."""
    runs: list[list[int]] = []
    for part in np.flatnonzero(counts != 1).tolist():
        if runs and runs[-1][1] == part - 1 and runs[-1][2] == counts[part]:
            runs[-1][1] = part
        else:
            runs.append([part, part, int(counts[part])])
    units = {"parts": str(len(counts)), "but": texts(runs)}
    return {"kind": "discrepancies", "data": {"units": units, "facts": list(facts)}}


def in_slice(units: Turns, x: Fraction, y: Fraction) -> dict:
    """dsp of one slice of the plane."""
    return fact("slice", slice_discrepancy(units, x, y), x=x, y=y)


def moment(units: Turns, power: int) -> dict:
    """The mean of a power of dsp."""
    return fact("moment", discrepancy_moment(units, power), power=power)


def largest(units: Turns) -> dict:
    """L_inf."""
    return fact("largest", largest_discrepancy(units))
