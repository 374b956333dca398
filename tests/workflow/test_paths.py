import json

import pytest

from workflow.closure import Closure
from workflow.paths import MODES, ROOT, Plan
from workflow.settings import validated


def plan(tmp_path, **config):
    return Plan(validated(config), Closure(ROOT, tmp_path / "closure.json"))


@pytest.mark.parametrize("each", [3, 64, 1000])
def test_jobs_hold_every_trial_once(tmp_path, each):
    made = plan(tmp_path, degree_one={"trials_per_job": each}, random_pnn={"trials_per_job": each})
    for training, counted in (("degree_one", "trials"), ("random_pnn", "simulations")):
        names = [path.rsplit("/", 1)[1].removesuffix(".h5") for path in made.training_jobs(training)]
        assert len(set(names)) == len(names)
        for mode in MODES[training]:
            for neurons in made.config[training]["neurons"]:
                firsts = [int(name.rsplit("-", 1)[1]) for name in names if name.startswith(f"{mode}-{neurons}-from-")]
                jobs = [json.loads(made.training_settings(training, mode, neurons, first)) for first in firsts]
                numbers = [n for job in jobs for n in range(job["first"], job["first"] + job[counted])]
                assert numbers == list(range(made.total(training, mode)))
                assert all(job[counted] <= each for job in jobs)


def test_no_result_names_the_cut(tmp_path):
    one, other = (plan(tmp_path, degree_one={"trials_per_job": each}) for each in (10, 20))
    assert one.gathered_settings("degree_one") == other.gathered_settings("degree_one")
    assert one.ledger_settings() == other.ledger_settings()
