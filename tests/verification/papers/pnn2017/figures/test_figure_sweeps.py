"""What the captions of Figures 8 and 9 say is computed from the data."""

import re

import numpy as np
import pytest

from pnn import asymptotics
from pnn.spectrum import tail
from pnn.store import Group
from tests.verification.papers.pnn2017.figures.conftest import drawn
from verification.experiments.fits import exponents, mean
from verification.figures.drawing import Data, MissingData


def test_figure_8_tells_sizes_and_exponents_of_the_data(groups):
    _, caption, alt = drawn("figure_8", Data(groups))
    assert "3 draws of each pair up to 60 lines, 2 of d = 6, r* = 5 up to 150" in caption and "are lost" in caption
    group = groups["schur_by_lines"].groups["short-4-3"]
    lines = group.axes["lines"].values
    late = lines >= 60 / 8
    found = mean(exponents(lines[late], group.arrays["mean"].values[late]))
    bound = exponents(lines[late], tail(4, lines[late]))
    mean_told, bound_told = (f"{value:.3f}".replace("-", "−") for value in (found.value, bound))
    assert "d = 4, r* = 3, norm −" in alt and f"mean {mean_told} ± " in alt
    assert f"bound {bound_told}; d = 6" in alt


def test_figure_8_tabulates_what_its_alternative_text_tells(groups):
    figure, _, alt = drawn("figure_8", Data(groups))
    [table] = [table for axes in figure.axes for table in axes.tables]
    cells = {place: cell.get_text().get_text() for place, cell in table.get_celld().items()}
    assert cells[1, 0] == "d = 4, r* = 3" and cells[3, 0] == "d = 6, r* = 5, to 150"
    assert f"d = 4, r* = 3, norm {cells[1, 1]}, norm of the nearest {cells[1, 2]}, mean {cells[1, 3]}" in alt
    assert cells[1, 6] == "−1.000" and cells[1, 7] == "−0.667"


def test_figure_9_tells_sizes_and_the_share_in_the_band(groups):
    caption = drawn("figure_9", Data(groups)).caption
    assert "d = 20, 30, 40 inputs, 4, 4, 4 draws" in caption and "are lost" in caption
    inside = []
    for group in groups["schur_by_inputs"].groups.values():
        inputs, lines = group.attributes["inputs"], group.attributes["lines"]
        for norms, targets in zip(group.arrays["norm"].values, group.arrays["target_lines"].values, strict=True):
            expected = asymptotics.theorem_11_finite(inputs, lines, targets)
            deviation = asymptotics.theorem_11_deviation(inputs, targets / lines)
            inside += list(abs(norms - expected) <= 2 * deviation)
    assert f"{np.mean(inside):.1%} lie in the band" in caption


def test_figure_9_counts_the_whiskers_that_its_curves_miss(groups):
    caption = drawn("figure_9", Data(groups)).caption
    missed = []
    for group in groups["schur_by_inputs"].groups.values():
        for norms, first in zip(group.arrays["norm"].values, group.arrays["first_order"].values, strict=True):
            found = mean(norms - first)
            missed.append(abs(found.value) > found.half)
    assert f"Of {len(missed)} whiskers below, {0.05 * len(missed):.2g} on average miss the mean itself" in caption
    assert f"is missed by {sum(missed)}. Of all draws" in caption


def test_the_printed_bound_is_set_beside_the_limit(groups):
    caption = drawn("figure_9_linear", Data(groups)).caption
    worst = asymptotics.theorem_13_printed(3, 1.0) / asymptotics.theorem_13(3, 1.0)
    [told] = re.findall(r"up to ([0-9.]+) times the limit", caption)
    assert float(told) == pytest.approx(worst, rel=0.05) and "means at d = 40" in caption


def test_one_draw_of_a_long_sweep_has_no_interval(groups):
    one = {name: group for name, group in groups["schur_by_lines"].groups.items() if name.startswith("short")}
    long = groups["schur_by_lines"].groups["long-6-5"]
    cut = {k: type(a)(a.values[:, :1], a.axes, a.unit, a.description) for k, a in long.arrays.items()}
    single = Group(groups={**one, "long-6-5": Group(long.axes, cut, long.attributes)})
    alt = drawn("figure_8", Data({"schur_by_lines": single})).alt
    assert "d = 6, r* = 5 up to 150 lines, one draw" in alt


@pytest.mark.parametrize(("figure", "stem"), [("figure_8", "schur_by_lines"), ("figure_9", "schur_by_inputs")])
def test_an_empty_sweep_is_named(figure, stem):
    with pytest.raises(MissingData, match=f"{stem}.h5 has no group"):
        drawn(figure, Data({stem: Group()}))
