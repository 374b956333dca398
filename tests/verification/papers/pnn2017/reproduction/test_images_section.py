"""The section of the page on images."""

import copy

import numpy as np
import pytest

from tests.verification.papers.pnn2017.figures.conftest import PRINTED
from tests.verification.papers.pnn2017.figures.conftest import images as made
from verification.papers.pnn2017.reproduction import images
from workflow.report import build_page


def page(group):
    found = images.compare(group, PRINTED)
    return build_page.environment(["pnn2017"]).get_template("pnn2017/images.html").render(found=found)


def test_the_table_has_means_medians_and_what_diverged():
    group = made()
    rows = images.compare(group, PRINTED)["rows"]
    assert [(row["neurons"], row["net"]) for row in rows[::3]] == [(8, "dense"), (16, "dense")]
    assert [row["printed"][0] for row in rows] == [0.976, 0.989, None, None, 0.994, None]
    last, accuracy = rows[4]["cells"][1], group.arrays["test_accuracy"].values[1, 1, 1, 1:]
    assert (last["count"], last["diverged"]) == (2, 1)
    assert last["accuracy"] == pytest.approx(accuracy.mean())
    assert last["error"] == pytest.approx(accuracy.std(ddof=1) / np.sqrt(2))
    assert last["test_mse"] == pytest.approx(np.nanmedian(group.arrays["test_mse"].values[1, 1, 1]))


def test_the_page_says_which_data_it_speaks_of():
    text = page(made())
    assert "other data than the notebook" in text and "1 of 3 diverged" in text and "0.98900" in text
    group = copy.deepcopy(made())
    group.attributes["data"] = "mnist"
    assert "other data" not in page(group) and "random split" not in page(group)


def test_a_net_that_always_diverged_has_no_number():
    group = made()
    group.arrays["test_accuracy"].values[1, 0, 0] = np.nan
    assert "no number" in page(group) and "3 of 3 diverged" in page(group)
