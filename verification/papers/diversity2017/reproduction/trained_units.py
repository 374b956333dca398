"""Figure 3: the printed range of the slope beside ours, for each norm of the weights at the start."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from pnn.store import Group
from verification.figures.drawing import values
from verification.papers.diversity2017.figure_3.slopes import median
from verification.papers.diversity2017.figures.trained_units import slopes
from verification.reproduction import Row

PRINTED = "between -1 and -1/2"


def compare(data: Group, published: Mapping) -> list[Row]:
    """Median slopes with their exact intervals, and the discrepancies at both ends."""
    widths, found = values(data, "width"), values(data, "discrepancy")
    rows = []
    for place, (norm, slope) in enumerate(zip(values(data, "norm"), slopes(data), strict=True)):
        ends = np.median(found[:, place], axis=0)
        remark = f"median L₂² from {ends[0]:.2g} at {widths[0]} units to {ends[-1]:.2g} at {widths[-1]}"
        rows.append(Row(f"slope of log L₂² in log n, starts of norm {norm:g}", PRINTED, _told(slope), remark))
    return rows


def _told(slope: np.ndarray) -> str:
    if not np.isfinite(slope).all():
        return "training diverged"
    found = median(slope)
    if not np.isfinite(found.low):
        return f"{found.value:.2f}, median of {len(slope)} trials, too few for an interval"
    return f"{found.value:.2f}, median of {len(slope)} trials, interval [{found.low:.2f}, {found.high:.2f}]"
