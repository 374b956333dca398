"""Figure 1: gradients, images and trend tests are right, cells do not depend on jobs, and both figures are drawn."""

import numpy as np
import pytest

from verification.experiments.gather import Part, gather
from verification.experiments.job import Job
from verification.experiments.plan import Run
from verification.experiments.settings import read
from verification.figures import draw, drawn
from verification.figures.drawing import Data
from verification.papers.width2019.experiments.width_figure_1 import data, plan, run, training
from verification.papers.width2019.figure_1 import experiment
from verification.papers.width2019.reproduction import grid

SECTION = {
    "data": ["synthetic"], "folder": "resources", "depths": [1, 2], "widths": [2, 3], "trials": 2, "image_trials": 1,
    "samples": 40, "images": 20, "targets": "one-hot", "reduction": "mean", "input_scale": 1, "fan": "before",
    "updates": 5, "synthetic_updates": 20, "learning_rate": 0.01, "cells_per_job": 100,
}  # fmt: skip


def results(**changes):
    jobs = plan.jobs(SECTION | changes, Run(3, "cpu"))
    return gather(
        [Part(run.run(Job(read(run.Settings, job.settings), job.name)), job.group, job.at) for job in jobs], {}
    )


def test_cells_do_not_depend_on_jobs():
    whole, cut = results().groups["synthetic"], results(cells_per_job=1).groups["synthetic"]
    for name, array in whole.arrays.items():
        assert np.array_equal(array.values, cut.arrays[name].values), name


def test_gradients_are_differences():
    rng = np.random.default_rng(0)
    x, y, weights = rng.standard_normal((5, 2)), rng.standard_normal((5, 2)), data.drawn([2, 3, 2], 1, "after", rng)
    loss = lambda w: np.sum((np.maximum(x @ w, 0) @ weights[1] - y) ** 2)  # noqa: E731
    step = np.zeros((2, 3))
    step[1, 2] = 1e-6
    slope = (loss(weights[0] + step) - loss(weights[0] - step)) / 2e-6
    assert training.gradients(x, y, weights)[0][1, 2] == pytest.approx(slope, abs=1e-6)


def test_images_are_cropped_about_their_middle():
    image = np.zeros((28, 28), np.uint8)
    image[2:26, 2:26] = 255
    assert data.prepared_image(image, 24, 8).tolist() == [1.0] * 64
    assert data.prepared_image(np.full((32, 32, 3), 51, np.uint8), 28, 12) == pytest.approx(np.full(144, 0.2))


def test_law_of_rises_is_that_of_random_orders():
    assert experiment.law_of_rises(2).tolist() == [0.5, 0.5]
    assert experiment.law_of_rises(3) == pytest.approx(np.array([1, 2, 0, 2, 1]) / 6)
    assert experiment.trend("", np.array([[1.0, 2.0]] * 10), 0.01).value == pytest.approx(2.0**-10)


@pytest.mark.parametrize("change", [{"depths": [2, 1]}, {"data": ["digits"], "images": 5000}])
def test_what_cannot_be_run_is_refused(change):
    assert list(plan.refusals(SECTION | change, Run(3, "cpu")))


def test_the_figure_counts_its_networks():
    drawing = draw.draw(draw.entry("width2019", "width_figure_1"), Data({"width_figure_1": results()}))
    assert "40 samples, 20 steps, 2 trials" in drawing.caption
    assert drawn.unnamed(drawing.figure) == []


def test_printed_stands_beside_reproduced():
    rows = grid.compare(results(), {})
    assert len(rows) == 7 and rows[0].what == "tanh teacher, random weights" and "wider" in rows[0].reproduced
    assert "but for a chance of 0.5" in rows[2].reproduced  # two trials span their median in one case of two


def test_data_without_a_verdict_are_shown_as_such():
    data = results()
    data.groups["synthetic"].arrays["projected"].values[0, 0, 1] = np.nan
    assert [row.remark for row in grid.compare(data, {})][2] == "training diverged"


def test_medians_refuse_only_what_few_draws_of_a_true_statement_show():
    assert experiment.effect("", np.full((2, 24), -1.0)).fails()
    assert not experiment.effect("", np.full((2, 20), -1.0)).fails()  # 2^-20 is above the level
    assert not experiment.effect("", np.array([[-1.0] * 23 + [0.1]])).fails()


@pytest.mark.parametrize(("data", "trials"), [("synthetic", 2), ("digits", 1)])
def test_images_have_trials_of_their_own(data, trials):
    (job,) = plan.jobs(SECTION | {"data": [data]}, Run(3, "cpu"))
    assert job.settings["trials"] == trials
