"""Figure 4: what it is said to show, beside singular values of our units; it has no numbers in our copy."""

from __future__ import annotations

from collections.abc import Mapping

from pnn.store import Group
from verification.figures.drawing import values
from verification.papers.diversity2017.figures.singular import LOOKS, mean_and_spread
from verification.reproduction import Row

PRINTED = {"descended": "larger than at random units (no number)"}


def compare(data: Group, published: Mapping) -> list[Row]:
    """Means of the smallest singular value and of R, for random units, descended ones and arrangements."""
    singular = values(data, "singular")
    rises = int((singular[:, 1] > singular[:, 0]).sum())
    rows = []
    for place, (name, (label, _)) in enumerate(LOOKS.items()):
        mean, spread = mean_and_spread(data, "singular", place)
        size = mean_and_spread(data, "regulariser", place)[0]
        remark = f"larger in {rises} of {len(singular)} trials" if name == "descended" else ""
        rows.append(Row(label, PRINTED.get(name, ""), f"{mean:.3f} (sd {spread:.3f}), R = {size:.5f}", remark))
    return rows
