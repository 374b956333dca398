import pytest

from tests.verification.papers.pnn2017.experiments.degree_one_jobs import SMALL, settings
from verification.experiments.settings import read
from verification.papers.pnn2017.experiments.degree_one.settings import Settings


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"mode": "other"}, "mode must be one of"),
        ({"trials": 101}, "the authors' numbers are for 100 trials"),
        ({"trials": 0}, "trials must be at least 1"),
        ({"trials": 2.0}, "trials must be of type int"),
        ({"trials": True}, "trials must be of type int"),
        ({"samples": 150}, "whole batches"),
        ({"samples": 5, "batch": 5}, "5 inputs need 10 samples"),
        ({"epochs": 0}, "at least one epoch"),
        ({"momentum": -0.1}, "momentum must be"),
        ({"seed": -1}, "must not be negative"),
        ({"device": "gpu"}, "device must be in"),
        ({"colour": 1}, r"unknown settings \['colour'\]"),
    ],
)
def test_bad_settings_are_refused(change, message):
    with pytest.raises(ValueError, match=message):
        settings(**change)


def test_a_missing_setting_is_named():
    with pytest.raises(ValueError, match=r"\['ratio'\] are missing"):
        read(Settings, {name: value for name, value in SMALL.items() if name != "ratio"})


def test_whole_numbers_do_for_real_ones():
    assert settings(decay_epochs=390).decay_epochs == 390.0
