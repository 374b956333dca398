"""Figure 2: what is said of the printed curves, beside the eigenvalues of our draws; the curves have no numbers."""

from __future__ import annotations

from collections.abc import Mapping

from pnn.store import Group
from verification.figures.drawing import values
from verification.papers.diversity2017.figures.spectrum import levels
from verification.papers.diversity2017.mathematics.steps import corrected, leading
from verification.reproduction import Row

PRINTED = "closely resembles γᵢ (curves without numbers)"


def compare(data: Group, published: Mapping) -> list[Row]:
    """The mean of each step, over the kernel's own eigenvalue and over the corrected one."""
    found, inputs = values(data, "eigenvalue"), int(data.attributes["inputs"])
    printed, ours = leading(inputs, found.shape[1]), corrected(inputs, found.shape[1])
    rows = []
    for degree, places in levels(inputs, found.shape[1]):
        mean = found[:, places].mean()
        told = f"{mean / printed[places][0]:.3f} γᵢ"
        remark = f"{mean / ours[places][0]:.3f} of the corrected law; {len(found)} draws of {found.shape[1]:,} samples"
        rows.append(Row(f"degree {degree}, mean of {found[0, places].size:,} eigenvalues", PRINTED, told, remark))
    return rows
