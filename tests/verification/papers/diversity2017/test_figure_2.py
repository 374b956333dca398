"""Figures 1 and 2: steps of the spectrum, eigenvalues of kernel matrices, jobs, and printed beside reproduced."""

from itertools import islice, pairwise

import numpy as np
import pytest

from tests.verification.papers.diversity2017.small_runs import SECTIONS, made, small
from verification.experiments.plan import Run
from verification.papers.diversity2017.experiments.diverse_figure_2 import plan, run
from verification.papers.diversity2017.mathematics.steps import corrected, leading, steps
from verification.papers.diversity2017.reproduction import spectrum


@pytest.mark.parametrize("inputs", [2, 3, 15, 1500])
def test_steps_fall_and_follow_each_other(inputs):
    shown = list(islice(steps(inputs), 6))
    assert all(after.first == before.last + 1 and after.value < before.value for before, after in pairwise(shown))
    assert shown[0][1:] == (1 / (4 * inputs), 1, inputs)


def test_steps_in_1500_inputs():
    """Funk and Hecke's integrals in balls gave these."""
    values = [step.value for step in islice(steps(1500), 4)]
    assert values == pytest.approx([1 / 6000, 1.0613866905e-4, 1.4137683287e-7, 1.2531310636e-13], rel=1e-10)


def test_what_lies_beyond_is_shared_out():
    assert corrected(4, 20).sum() == pytest.approx(0.5, rel=1e-14)
    assert np.ptp(corrected(4, 20) - leading(4, 20)) < 1e-15
    with pytest.raises(ValueError, match="count"):
        leading(4, 0)


def test_eigenvalues_against_the_definition():
    """The kernel is the mean of 1[w.x >= 0] 1[w.y >= 0] x.y over directions w; in the plane over many of them."""
    samples = run.sphere(6, 2, np.random.default_rng(1))
    angles = (np.arange(200_000) + 0.5) * 2 * np.pi / 200_000
    active = (samples @ np.stack([np.cos(angles), np.sin(angles)]) >= 0).astype(float)
    kernel = active @ active.T / len(angles) * (samples @ samples.T)
    assert run.eigenvalues(samples) == pytest.approx(np.linalg.eigvalsh(kernel)[::-1] / 6, abs=1e-5)


def test_jobs_do_not_matter_and_seeds_do():
    whole, cut = small("diverse_figure_2"), made("diverse_figure_2", draws_per_job=1)
    for name, array in whole.arrays.items():
        assert np.array_equal(array.values, cut.arrays[name].values), name
    other = made("diverse_figure_2", seed=6).arrays["eigenvalue"].values
    assert not np.array_equal(whole.arrays["eigenvalue"].values, other)


def test_too_few_samples_are_refused():
    assert list(plan.refusals(SECTIONS["diverse_figure_2"] | {"samples": 14}, Run(1, "cpu")))
    assert not list(plan.refusals(SECTIONS["diverse_figure_2"] | {"samples": 15}, Run(1, "cpu")))


def test_printed_stands_beside_reproduced():
    rows = spectrum.compare(small("diverse_figure_2"), {})
    assert [row.what.partition(",")[0] for row in rows] == ["degree 1", "degree 0", "degree 2", "degree 4"]
