"""The data behind the figures, held against routes of its own."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pnn.landscape import local_minimum_values
from pnn.risk import population_risk
from verification.experiments.settings import read
from verification.papers.pnn2017.experiments.figure_data import run as figure_data

NONZERO = st.integers(-9, 9).filter(bool)


@given(NONZERO, NONZERO)
@settings(deadline=None, max_examples=25)
def test_minima_have_the_enumerated_values(first, second):
    found = figure_data.scalar_minima((first, second))
    values = local_minimum_values([[1.0]], [[float(first)], [float(second)]], neurons_per_line=2)
    np.testing.assert_allclose(np.unique(np.round([m.risk for m in found], 9)), np.round(values, 9), atol=1e-9)
    assert {m.bad for m in found if m.risk > 1e-9} <= {True}


@given(NONZERO, NONZERO)
@settings(deadline=None, max_examples=25)
def test_no_point_nearby_is_lower(first, second):
    target = [[float(first)], [float(second)]]
    rng = np.random.default_rng(abs(first) + 100 * abs(second))
    for minimum in figure_data.scalar_minima((first, second)):
        middle = minimum.corners.mean(axis=0)
        for step in 0.05 * rng.uniform(-1, 1, (40, 2)):
            assert population_risk((middle + step)[:, None], target) >= minimum.risk - 1e-12


def test_the_map_is_the_library_s_risk():
    weights = np.random.default_rng(3).uniform(-12, 12, (2, 50))
    for target in ((6.0, 4.0), (6.0, -4.0)):
        column = np.array(target)[:, None]
        wanted = [population_risk(pair[:, None], column) for pair in weights.T]
        np.testing.assert_allclose(figure_data.scalar_risk(*weights, column), wanted, rtol=1e-12)


def test_minima_of_the_two_targets_of_figure_5():
    same = figure_data.scalar_minima((6.0, 4.0))
    both = figure_data.scalar_minima((6.0, -4.0))
    assert [(m.region, m.bad, m.closed) for m in same] == [((1, 1), False, True)]
    assert {m.region: (round(m.risk, 9), m.bad, m.closed) for m in both} == {
        (1, 1): (8.0, True, False),
        (1, -1): (0.0, False, True),
        (-1, 1): (0.0, False, True),
        (-1, -1): (18.0, True, False),
    }
    np.testing.assert_allclose(both[1].corners, [[6, -4], [6, -4]], atol=1e-12)


def test_bad_regions_are_those_of_one_sign(groups):
    group = groups["figure_data"].groups["regions"]
    names, bad = group.axes["region"].values, group.arrays["bad"].values
    both_signs = np.prod(group.arrays["weights"].values, axis=1) < 0
    for name, held in zip(names, bad, strict=True):
        assert held.any() == (name in ("++", "--"))
        assert (held <= both_signs).all()


def test_kernel_lies_between_its_bounds(groups):
    curves = {name: array.values for name, array in groups["figure_data"].groups["kernel"].arrays.items()}
    assert (curves["psi"] <= curves["upper"] + 1e-15).all()
    assert (curves["psi"] >= np.maximum(curves["lower"], curves["absolute"]) - 1e-15).all()
    assert not (curves["psi"] <= curves["lower"] + 1e-6).all()


def test_eigenvalues_against_the_matrix_and_the_asymptote(groups):
    group = groups["figure_data"].groups["spaced_lines"]
    for count, smallest in zip(group.axes["lines"].values, group.arrays["smallest"].values, strict=True):
        angles = np.pi * np.arange(count) / count
        correlation = np.clip(np.cos(angles[:, None] - angles), -1, 1)
        matrix = (2 / np.pi) * (np.sqrt(1 - correlation**2) + correlation * np.arcsin(correlation))
        assert smallest == pytest.approx(np.linalg.eigvalsh(matrix)[0], abs=1e-12)


def test_the_excess_approaches_its_leading_term():
    arrays = figure_data.spaced_lines(1000).arrays
    ratio = arrays["excess"].values / arrays["next_order"].values
    assert ratio[-20:] == pytest.approx(1, rel=1e-3)
    assert len(ratio) < 350


@pytest.mark.parametrize("wrong", [{"grids": 5}, {"grid": 2}, {"grid": 21.5}, {"lines": True}])
def test_wrong_settings_are_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        read(figure_data.Settings, {"grid": 21, "lines": 9} | wrong)
