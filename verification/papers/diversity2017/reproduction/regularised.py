"""Table 1: the printed losses beside ours, as many units over inputs; which choices would have claimed what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from pnn.store import Group
from verification.experiments.fits import mean
from verification.experiments.rates import compare_paired
from verification.figures.drawing import values
from verification.papers.diversity2017.table_1.choices import Choice, losses
from verification.reproduction import Row

PRINTED_INPUTS = 100
SETS = ("train", "test")


def compare(data: Group, published: Mapping) -> list[Row]:
    """Mean losses of each number of units without R, with it, and of as many starts without it."""
    return [row for place in range(len(values(data, "units"))) for row in _rows(data, place, published["table_1"])]


def _rows(data: Group, place: int, table: Mapping) -> Iterator[Row]:
    units, inputs = int(values(data, "units")[place]), int(data.attributes["inputs"])
    same = units * PRINTED_INPUTS / inputs
    yield Row(f"{units} units, no R", _printed(table, "no_reg", same), _ours(data, place, None), "train; test")
    for choice in Choice:
        printed = _printed(table, "reg", same) if choice is not Choice.RETRIED else "not printed"
        without, with_it = losses(data, None)[place], losses(data, choice)[place]
        remark = f"{_signs(with_it, without)}; {_difference(with_it - without)}"
        yield Row(f"{units} units, {choice}", printed, _ours(data, place, choice), remark)


def _signs(with_it: np.ndarray, without: np.ndarray) -> str:
    """How often the test loss is smaller, with the exact sign test of equal chances."""
    smaller = with_it < without
    chance = compare_paired(smaller, without < with_it).probability
    told = f"{int(smaller.sum())} of {len(smaller)} trials (sign test: {chance:.2g})"
    return f"test loss smaller than without R in {told}"


def _printed(table: Mapping, kind: str, units: float) -> str:
    """Means and deviations of five runs in 100 inputs, of as many units over inputs."""
    if units not in table[kind]:
        return "not printed"
    told = "; ".join(f"{value:.2f} ± {spread:.2f}" for value, spread in table[kind][units])
    return f"({told}) · 10⁻⁵ at {units:g} units"


def _ours(data: Group, place: int, choice: Choice | None) -> str:
    rows = [losses(data, choice, name)[place] * 1e5 for name in SETS]
    told = "; ".join(f"{row.mean():.3g} ± {row.std(ddof=1) if len(row) > 1 else 0:.2g}" for row in rows)
    return f"({told}) · 10⁻⁵, medians ({'; '.join(f'{np.median(row):.3g}' for row in rows)}) · 10⁻⁵"


def _difference(paired: np.ndarray) -> str:
    """The mean paired difference with its interval of 95% (Student's)."""
    if len(paired) < 2 or not np.isfinite(paired).all():
        return "no interval"
    found = mean(paired * 1e5)
    return f"paired difference {found.value:.2g} in [{found.low:.2g}, {found.high:.2g}] · 10⁻⁵ (95%)"
